package followup

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/casetest"
	"reckon/stability"
)

// sequences is the definition: positions are a state and who moved last, and
// nobody moves twice in a row.
type sequences struct {
	s         *Study
	improving bool
	barred    int // a state never entered, −1 none
}

func (q sequences) next(x reckon.State, last int) []stability.Step {
	var list []stability.Step
	for j := range q.s.Conflict.Actors() {
		for _, y := range q.s.Conflict.States().List() {
			better := q.s.Conflict.Rank(j, y) > q.s.Conflict.Rank(j, x)
			if j != last && int(y) != q.barred && q.s.Conflict.Can(j, x, y) && (better || !q.improving) {
				list = append(list, stability.Step{Actor: j, To: y})
			}
		}
	}
	return list
}

// reach lists the states of all positions that follow from one, with their distance.
func (q sequences) reach(x reckon.State, last int) map[reckon.State]int {
	found := map[reckon.State]int{x: 0}
	queue := []stability.Step{{Actor: last, To: x}}
	depth := map[stability.Step]int{queue[0]: 0}
	for ; len(queue) > 0; queue = queue[1:] {
		for _, n := range q.next(queue[0].To, queue[0].Actor) {
			if _, met := depth[n]; !met {
				depth[n] = depth[queue[0]] + 1
				queue = append(queue, n)
				if _, met := found[n.To]; !met {
					found[n.To] = depth[n]
				}
			}
		}
	}
	return found
}

// all lists every legal sequence of a length that ends at a state.
func (q sequences) all(x reckon.State, last, length int, to reckon.State) [][]stability.Step {
	if length == 0 {
		if x == to {
			return [][]stability.Step{nil}
		}
		return nil
	}
	var list [][]stability.Step
	for _, n := range q.next(x, last) {
		for _, rest := range q.all(n.To, n.Actor, length-1, to) {
			list = append(list, append([]stability.Step{n}, rest...))
		}
	}
	return list
}

func TestPathsByDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := someStudy(t, 3, 4, 4)
		states := s.Conflict.States().List()
		from := rapid.SampledFrom(states).Draw(t, "from")
		ends := s.Conflict.Nothing()
		for range 3 {
			ends.Add(rapid.SampledFrom(states).Draw(t, "end"))
		}
		improving := rapid.Bool().Draw(t, "improving")
		q := sequences{s, improving, -1}
		distance := q.reach(from, -1)
		ways := s.Paths(from, ends, improving)
		if len(ways) != ends.Len() {
			t.Fatalf("%d ways for %d ends", len(ways), ends.Len())
		}
		for _, w := range ways {
			d, reached := distance[w.To]
			if w.Reached != reached || w.Moves != d {
				t.Fatalf("to %b: %v in %d, the definition says %v in %d", w.To, w.Reached, w.Moves, reached, d)
			}
			if reached {
				checkWay(t, q, from, ends, &w)
			}
		}
	})
}

// checkWay holds the counts, the first movers and the points of no return of one
// way against the definitions.
func checkWay(t *rapid.T, q sequences, from reckon.State, ends *stability.Set, w *Way) {
	all := q.all(from, -1, w.Moves, w.To)
	if uint64(len(all)) != w.Shortest || len(w.Routes) != min(len(all), maxRoutes) {
		t.Fatalf("to %b: %d shortest, %d routes, the definition has %d", w.To, w.Shortest, len(w.Routes), len(all))
	}
	var openers, can []int
	for j := range q.s.Conflict.Actors() {
		if slices.ContainsFunc(all, func(p []stability.Step) bool { return len(p) > 0 && p[0].Actor == j }) {
			openers = append(openers, j)
		}
		away := sequences{q.s, q.improving, int(from)}
		if w.To != from && slices.ContainsFunc(q.next(from, -1), func(n stability.Step) bool {
			_, met := away.reach(n.To, j)[w.To]
			return n.Actor == j && met
		}) {
			can = append(can, j)
		}
	}
	if !slices.Equal(openers, w.Openers) || !slices.Equal(can, w.CanOpen) {
		t.Fatalf("to %b: openers %v and %v, the definition has %v and %v", w.To, w.Openers, w.CanOpen, openers, can)
	}
	seen := map[int]bool{}
	for _, r := range w.Routes {
		k := slices.IndexFunc(all, func(p []stability.Step) bool { return slices.Equal(p, r.Steps) })
		if k < 0 || seen[k] {
			t.Fatalf("route %v is not a further shortest sequence", r.Steps)
		}
		seen[k] = true
		path := append([]stability.Step{{Actor: -1, To: from}}, r.Steps...)
		noReturn := slices.IndexFunc(path, func(at stability.Step) bool {
			_, back := sequences{q.s, false, -1}.reach(at.To, -1)[from]
			return !back
		})
		settled := slices.IndexFunc(path, func(at stability.Step) bool {
			for x := range q.reach(at.To, -1) {
				if x != w.To && ends.Has(x) {
					return false
				}
			}
			return true
		})
		if r.NoReturn != noReturn || r.Settled != settled {
			t.Fatalf("route %v: no return %d, settled %d; the definition has %d and %d", r.Steps, r.NoReturn, r.Settled, noReturn, settled)
		}
	}
}

// TestCubaFromTheStart: in October 1962 the United States blockaded and the
// Soviet Union withdrew, each by an improvement of its own [fraserhipel1984].
func TestCubaFromTheStart(t *testing.T) {
	s := published(t, "fraserhipel1984/cuba-1962")
	ends := s.Solution(reckon.SEQ).Equilibria(reckon.SEQ)
	ways := s.Paths(at("NNNN"), ends, true)
	k := slices.IndexFunc(ways, func(w Way) bool { return w.To == at("NYYN") })
	if k < 0 {
		t.Fatal("NYYN is no equilibrium")
	}
	w := ways[k]
	history := []stability.Step{{Actor: 0, To: at("NYNN")}, {Actor: 1, To: at("NYYN")}}
	if !w.Reached || w.Moves != 2 || w.Shortest != 1 || !slices.Equal(w.Routes[0].Steps, history) || !slices.Equal(w.CanOpen, []int{0}) {
		t.Errorf("to NYYN: %+v", w)
	}
	if !strings.Contains(w.Says, "United States must move first") {
		t.Error(w.Says)
	}
	// An air strike cannot be undone: the way to YNYN by strike and withdrawal has
	// no return after its first step.
	k = slices.IndexFunc(ways, func(w Way) bool { return w.To == at("YNYN") })
	if r := ways[k].Routes; len(r) == 0 || r[0].NoReturn != 1 {
		t.Errorf("to YNYN: %+v", ways[k])
	}
}

// TestElmiraToAgreement: from delay under the old control order (NYNNN, state 1
// of the literature) no improvements lead to the agreement YNYNY but moves do.
func TestElmiraToAgreement(t *testing.T) {
	s := published(t, "hipel1993/elmira-1991")
	ends := s.Conflict.Nothing()
	ends.Add(at("YNYNY"))
	from := at("NYNNN")
	byMoves := s.Paths(from, ends, false)[0]
	byGains := s.Paths(from, ends, true)[0]
	q := sequences{s, false, -1}
	d, reached := q.reach(from, -1)[at("YNYNY")]
	if !byMoves.Reached || !reached || byMoves.Moves != d {
		t.Errorf("by moves: %+v, the definition has %d", byMoves, d)
	}
	q.improving = true
	d, reached = q.reach(from, -1)[at("YNYNY")]
	if byGains.Reached != reached || byGains.Moves != d {
		t.Errorf("by improvements: %+v, the definition has %v %d", byGains, reached, d)
	}
	t.Log(byMoves.Says, byGains.Says)
}

// TestMustMoveFirst: b can step aside, but only back again, so that every way to
// where a acts begins with a.
func TestMustMoveFirst(t *testing.T) {
	both := casetest.Op("&&", casetest.Opt(0), casetest.Opt(1))
	c := &reckon.Case{
		Actors:     []reckon.Actor{{Name: "a", Options: []int{0}}, {Name: "b", Options: []int{1}}},
		Options:    []reckon.Option{{Name: "a.act", Final: true}, {Name: "b.aside", Actor: 1}},
		Impossible: []reckon.Impossible{{Name: "not both", When: both}},
	}
	s, err := New(c, (*reckon.Reading)(nil).MindsIn(c), nil)
	if err != nil {
		t.Fatal(err)
	}
	w := s.Paths(at("NN"), s.Conflict.States(), false)
	if len(w) != 3 || w[1].To != at("YN") || !slices.Equal(w[1].CanOpen, []int{0}) || w[1].Routes[0].NoReturn != 1 || w[1].Routes[0].Settled != 1 {
		t.Errorf("%+v", w)
	}
}
