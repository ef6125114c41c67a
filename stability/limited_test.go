package stability

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/casetest"
)

// twoByTwo is the game in which actor i likes state s by ranks[i][s], s as the two
// letters NN, YN, NY, YY: the first actor's option, then the second's.
func twoByTwo(t *testing.T, ranks [2][4]int) *Conflict {
	t.Helper()
	c := &reckon.Case{
		Actors:  []reckon.Actor{{Options: []int{0}}, {Options: []int{1}}},
		Options: []reckon.Option{{}, {Actor: 1}},
	}
	minds := make([]reckon.Mind, 2)
	for i, r := range ranks {
		for rank := 3; rank >= 0; rank-- {
			minds[i].Order = append(minds[i].Order, []reckon.State{reckon.State(slices.Index(r[:], rank))})
		}
	}
	g, err := Compile(c, minds, nil)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestClassicGames holds L_h against the answers that the literature gives for
// two actors and strict orders; to cooperate is to say yes.
func TestClassicGames(t *testing.T) {
	for _, game := range []struct {
		name  string
		ranks [2][4]int // NN, YN, NY, YY
		want  map[int]string
	}{
		{"prisoners' dilemma", [2][4]int{{1, 0, 3, 2}, {1, 3, 0, 2}}, map[int]string{1: "NN", 2: "NN YY", 3: "NN YY", 4: "NN YY", 9: "NN YY"}},
		{"chicken", [2][4]int{{0, 1, 3, 2}, {0, 3, 1, 2}}, map[int]string{1: "YN NY", 2: "", 3: "YY", 4: "YY", 9: "YY"}},
		{"stag hunt", [2][4]int{{1, 0, 2, 3}, {1, 2, 0, 3}}, map[int]string{1: "NN YY", 2: "YY", 3: "YY", 4: "YY", 9: "YY"}},
		{"leader", [2][4]int{{0, 2, 3, 1}, {0, 3, 2, 1}}, map[int]string{1: "YN NY", 2: "", 3: "", 4: "", 9: ""}},
	} {
		g := twoByTwo(t, game.ranks)
		for h, want := range game.want {
			got := letters(g.Solve(reckon.Limited(h)).Equilibria(reckon.Limited(h)), 2)
			if got != want {
				t.Errorf("%s, L%d: %q, published %q", game.name, h, got, want)
			}
		}
		if got := letters(g.Solve(reckon.NM).Equilibria(reckon.NM), 2); got != game.want[9] {
			t.Errorf("%s, NM: %q, want %q", game.name, got, game.want[9])
		}
	}
}

func letters(set *Set, options int) string {
	var words []string
	for _, s := range set.List() {
		words = append(words, s.Letters(options))
	}
	return strings.Join(words, " ")
}

// anticipated is G_h(i,s) of the literature, word for word, for two actors and
// strict orders.
func anticipated(g *Conflict, h, i int, s reckon.State) reckon.State {
	moves := g.Moves(i, s)
	if h == 0 || len(moves) == 0 {
		return s
	}
	best := anticipated(g, h-1, 1-i, moves[0])
	for _, q := range moves[1:] {
		if end := anticipated(g, h-1, 1-i, q); g.Rank(i, end) > g.Rank(i, best) {
			best = end
		}
	}
	if g.Rank(i, best) > g.Rank(i, s) {
		return best
	}
	return s
}

// permutations lists the 24 strict orders of four states.
func permutations() [][4]int {
	var all [][4]int
	for k := range 256 {
		p := [4]int{k & 3, k >> 2 & 3, k >> 4 & 3, k >> 6}
		if sorted := slices.Sorted(slices.Values(p[:])); slices.Equal(sorted, []int{0, 1, 2, 3}) {
			all = append(all, p)
		}
	}
	return all
}

// TestAllStrictTwoByTwoGames compares every one of the 576 strict games with the
// definition of G_h and counts equilibria over the 78 that differ by more than the
// names of actors and options. The row of L1 follows by hand: an actor's best
// replies have one of four patterns, with 6 orders each; of the 16 pairs of
// patterns two have no equilibrium and two have two, 72 games each. A game has
// eight writings, a symmetric one four, and six of those with two equilibria are
// symmetric: 72/8 = 9 and (72 − 6·4)/8 + 6 = 12. The other rows are G_h's own.
func TestAllStrictTwoByTwoGames(t *testing.T) {
	concepts := []reckon.Concept{reckon.Limited(1), reckon.Limited(2), reckon.Limited(3), reckon.Limited(4), reckon.NM}
	counts := make([][5]int, len(concepts))
	seen := map[string]bool{}
	for _, a := range permutations() {
		for _, b := range permutations() {
			g := twoByTwo(t, [2][4]int{a, b})
			for h := 1; h <= 8; h++ {
				compareAnticipated(t, g, h)
			}
			class := classOf(a, b)
			if seen[class] {
				continue
			}
			seen[class] = true
			for k, concept := range concepts {
				counts[k][g.Solve(concept).Equilibria(concept).Len()]++
			}
		}
	}
	want := [][5]int{{9, 57, 12}, {9, 59, 10}, {21, 54, 3}, {6, 55, 17}, {23, 54, 1}}
	if len(seen) != 78 || !slices.Equal(counts, want) {
		t.Errorf("%d games, by number of equilibria %v, want 78 and %v", len(seen), counts, want)
	}
}

func compareAnticipated(t *testing.T, g *Conflict, h int) {
	t.Helper()
	for i := range 2 {
		stable := g.Stable(i, reckon.Limited(h))
		for s := range reckon.State(4) {
			if want := anticipated(g, h, i, s) == s; stable.Has(s) != want {
				t.Fatalf("L%d, actor %d, state %02b: stable %v, by G_h %v", h, i, s, !want, want)
			}
		}
	}
}

// classOf names a game by the smallest of its eight writings: each actor's option
// may be turned around, and the actors may change places.
func classOf(a, b [4]int) string {
	var names []string
	for turn := range 4 {
		var x, y, u, v [4]int
		for s := range 4 {
			x[s], y[s] = a[s^turn], b[s^turn]
		}
		for s := range 4 {
			swapped := s>>1 | s&1<<1
			u[s], v[s] = y[swapped], x[swapped]
		}
		names = append(names, fmt.Sprint(x, y), fmt.Sprint(u, v))
	}
	return slices.Min(names)
}

// TestForesightRepeats checks the round that the engine finds against the oracle
// by sets of ends, rounds beyond.
func TestForesightRepeats(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, minds, g := someConflict(t)
		if g.Refuses(reckon.NM) != nil {
			t.Skip("no round")
		}
		o := casetest.Oracle{Case: c, Minds: minds}.Cached()
		f := g.foresight()
		for h := f.from + 1; h <= f.from+f.period; h++ {
			later := h + f.period*rapid.IntRange(1, 3).Draw(t, "rounds")
			for i := range c.Actors {
				for _, s := range g.States().List() {
					if a, b := o.Stable(i, reckon.Limited(h), s), o.Stable(i, reckon.Limited(later), s); a != b {
						t.Fatalf("actor %d at %b: L%d %v, L%d %v, round of %d from %d", i, s, h, a, later, b, f.period, f.from)
					}
				}
			}
		}
	})
}

// TestForeseenLiesAreRefused damages lines of play in every part.
func TestForeseenLiesAreRefused(t *testing.T) {
	lies := map[string]func(v *Verdict, a *Answer) bool{
		"ends elsewhere":   func(_ *Verdict, a *Answer) bool { a.Sanction ^= 1; return true },
		"another worth":    func(_ *Verdict, a *Answer) bool { a.Worst--; return true },
		"one move fewer":   func(_ *Verdict, a *Answer) bool { a.Moves--; return true },
		"starts elsewhere": func(v *Verdict, a *Answer) bool { a.To = v.State; return true },
		"step by another":  func(_ *Verdict, a *Answer) bool { return len(a.Path) > 0 && swap(&a.Path[0].Actor, 7) },
		"step left out":    func(_ *Verdict, a *Answer) bool { return len(a.Path) > 0 && cut(&a.Path) },
		"one step too many": func(v *Verdict, a *Answer) bool {
			a.Path = append(slices.Clone(a.Path), Step{1 - v.Actor, v.State})
			return true
		},
		"round too short": func(v *Verdict, _ *Answer) bool { v.Period--; return v.Concept == reckon.NM },
		"round too early": func(v *Verdict, _ *Answer) bool { v.From--; return v.Concept == reckon.NM },
		"line left out":   func(v *Verdict, _ *Answer) bool { v.Answers = v.Answers[:len(v.Answers)-1]; return true },
	}
	tried := map[string]int{}
	r := rand.New(rand.NewPCG(3, 14))
	for range 20 {
		c, minds := casetest.Case(r.IntN, 2, 2+r.IntN(3), 4, 0)
		for k := range c.Options { // else a round may be shorter where not all can be reached
			c.Options[k].Final, c.Options[k].Lost = false, false
		}
		g, err := Compile(c, minds, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, concept := range []reckon.Concept{reckon.Limited(2), reckon.Limited(3), reckon.NM} {
			for _, s := range g.States().List() {
				for i := range 2 {
					v := g.Explain(i, concept, s)
					if !v.Free {
						continue
					}
					for name, tell := range lies {
						lie := v
						lie.Answers = slices.Clone(v.Answers)
						lie.Answers[0].Path = slices.Clone(v.Answers[0].Path)
						if !tell(&lie, &lie.Answers[0]) {
							continue
						}
						tried[name]++
						if Check(g, lie) == nil {
							t.Fatalf("%s, %s: passed\nlie   %+v\ntruth %+v", concept, name, lie, v)
						}
					}
				}
			}
		}
	}
	if len(tried) != len(lies) {
		t.Errorf("only %v were told", tried)
	}
}

func swap(x *int, y int) bool { *x = y; return true }

func cut(path *[]Step) bool { *path = (*path)[1:]; return true }

func TestKnown(t *testing.T) {
	for _, k := range everyConcept {
		if !Known(k) {
			t.Errorf("%s is not known", k)
		}
	}
	for _, k := range []reckon.Concept{"", "L", "L0", "L-1", "L01", "L100", "seq", "Cournot"} {
		if Known(k) {
			t.Errorf("%q is known", k)
		}
	}
}

// TestRefuses: strict random orders of three actors make foresight wander without
// end; too many tables do not fit; each is said in words.
func TestRefuses(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	c := &reckon.Case{Actors: make([]reckon.Actor, 3)}
	for k := range 8 {
		c.Options = append(c.Options, reckon.Option{Actor: k * 3 / 8})
		c.Actors[k*3/8].Options = append(c.Actors[k*3/8].Options, k)
	}
	minds := make([]reckon.Mind, 3)
	for i := range minds {
		for _, s := range r.Perm(256) {
			minds[i].Order = append(minds[i].Order, []reckon.State{reckon.State(s)})
		}
	}
	g, err := Compile(c, minds, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := g.Refuses(reckon.NM); err == nil || !strings.Contains(err.Error(), "Ask for L10") {
		t.Errorf("a conflict without a round: %v", err)
	}
	for _, k := range append(Concepts(), reckon.Tableau, reckon.Limited(99)) {
		if err := g.Refuses(k); err != nil {
			t.Errorf("%s: %v", k, err)
		}
	}
	large, some := &Conflict{options: 24}, order{rank: newLanes(1<<24, 2)} // too large is seen before anything is computed
	for i := range 6 {
		large.players = append(large.players, player{own: 1 << i, order: some})
	}
	for _, k := range []reckon.Concept{reckon.Limited(2), reckon.NM} {
		if err := large.Refuses(k); err == nil || !strings.Contains(err.Error(), "6 actors and 24 options") {
			t.Errorf("%s at 24 options: %v", k, err)
		}
	}
}

// BenchmarkLaterConcepts solves one conflict of 12 and one of 16 options under each
// concept beyond the first ones.
func BenchmarkLaterConcepts(b *testing.B) {
	for _, options := range []int{12, 16} {
		c, minds := benchmarkCase(options, 4, 4)
		for _, concept := range []reckon.Concept{reckon.SSEQ, reckon.Tableau, reckon.Limited(2), reckon.Limited(3), reckon.Limited(5), reckon.NM} {
			if concept == reckon.NM && options > 12 {
				continue // hundreds of levels before this one goes round: half a minute
			}
			b.Run(fmt.Sprintf("%doptions4actors4rules/%s", options, concept), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					g, err := Compile(c, minds, nil)
					if err != nil {
						b.Fatal(err)
					}
					g.Solve(concept)
				}
			})
		}
	}
}
