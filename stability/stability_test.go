package stability

import (
	"math"
	"math/bits"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/casetest"
)

// someConflict draws a small conflict that has a state left.
func someConflict(t *rapid.T) (*reckon.Case, []reckon.Mind, *Conflict) {
	draw := func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "n") }
	for {
		c, minds := casetest.Case(draw, 1+draw(4), 1+draw(6), 5, draw(4))
		if g, err := Compile(c, minds, nil); err == nil {
			return c, minds, g
		}
	}
}

// everyConcept is what the tests run over: the default list, what is computed on
// request, and some numbers of moves looked ahead.
var everyConcept = append(Concepts(), reckon.Tableau, reckon.Limited(1), reckon.Limited(2), reckon.Limited(3), reckon.Limited(5), reckon.NM)

func TestEngineAgreesWithDefinitions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, minds, g := someConflict(t)
		o := casetest.Oracle{Case: c, Minds: minds}.Cached()
		sol := g.Solve(everyConcept...)
		for s := range reckon.State(1) << len(c.Options) {
			if g.States().Has(s) != o.Feasible(s) {
				t.Fatalf("feasibility of %b differs", s)
			}
			if !o.Feasible(s) {
				continue
			}
			for i := range c.Actors {
				for _, concept := range everyConcept {
					if got, want := sol.Stable(concept, i).Has(s), o.Stable(i, concept, s); got != want {
						t.Fatalf("state %b, actor %d, %s: engine says %v, the definition %v", s, i, concept, got, want)
					}
				}
			}
		}
	})
}

// TestInclusions checks Nash ⊆ SEQ ⊆ GMR, Nash ⊆ SMR ⊆ GMR and
// Nash ⊆ SSEQ ⊆ SEQ ∩ SMR per actor.
func TestInclusions(t *testing.T) {
	pairs := [][2]reckon.Concept{
		{reckon.Nash, reckon.SEQ},
		{reckon.SEQ, reckon.GMR},
		{reckon.Nash, reckon.SMR},
		{reckon.SMR, reckon.GMR},
		{reckon.Nash, reckon.SIM},
		{reckon.Nash, reckon.SSEQ},
		{reckon.SSEQ, reckon.SEQ},
		{reckon.SSEQ, reckon.SMR},
	}
	rapid.Check(t, func(t *rapid.T) {
		_, _, g := someConflict(t)
		sol := g.Solve(everyConcept...)
		for i := range g.Actors() {
			for _, p := range pairs {
				for _, s := range sol.Stable(p[0], i).List() {
					if !sol.Stable(p[1], i).Has(s) {
						t.Fatalf("%b is %s but not %s stable for actor %d", s, p[0], p[1], i)
					}
				}
			}
		}
	})
}

// TestCertificates re-validates every verdict and demands that the verdict, the
// margin and the solution agree.
func TestCertificates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, _, g := someConflict(t)
		sol := g.Solve(everyConcept...)
		for _, s := range g.States().List() {
			for i := range g.Actors() {
				for _, concept := range everyConcept {
					v := g.Explain(i, concept, s)
					if v.Stable != sol.Stable(concept, i).Has(s) {
						t.Fatalf("%s, actor %d, state %b: Explain and Solve disagree", concept, i, s)
					}
					if err := Check(g, v); err != nil {
						t.Fatalf("%s, actor %d, state %b: %v\n%+v", concept, i, s, err, v)
					}
				}
			}
		}
	})
}

// TestCheckerRefuses damages honest verdicts; the checker must notice.
func TestCheckerRefuses(t *testing.T) {
	refused := 0
	rapid.Check(t, func(t *rapid.T) {
		_, _, g := someConflict(t)
		for _, s := range g.States().List() {
			for i := range g.Actors() {
				for _, concept := range everyConcept {
					v := g.Explain(i, concept, s)
					lie := v
					lie.Stable = !v.Stable
					if v.Free && Check(g, lie) == nil {
						t.Fatalf("a flipped verdict passed: %+v", lie)
					}
					lie.Margin = -1 - v.Margin
					if v.Free && Check(g, lie) == nil {
						t.Fatalf("a flipped verdict with a flipped margin passed: %+v", lie)
					}
					if len(v.Answers) > 0 && v.Stable && len(v.Answers[0].Path) > 0 {
						lie = v
						lie.Answers = append([]Answer(nil), v.Answers...)
						lie.Answers[0].Path = nil
						if Check(g, lie) == nil {
							t.Fatalf("a verdict without its path passed: %+v", lie)
						}
						refused++
					}
				}
			}
		}
	})
	if refused == 0 {
		t.Fatal("no verdict had a path to damage")
	}
}

// TestFullFeasibility is Howard's cross-check: when every state is feasible and
// every option reversible, GMR ⇔ rank ≥ maximin and SMR ⇔ Nash or rank ≥ minimax.
func TestFullFeasibility(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "n") }
		c, minds := casetest.Case(draw, 1+draw(3), 1+draw(6), 5, 0)
		for k := range c.Options {
			c.Options[k].Final, c.Options[k].Lost = false, false
		}
		g, err := Compile(c, minds, nil)
		if err != nil {
			t.Fatal(err)
		}
		sol := g.Solve(reckon.Nash, reckon.GMR, reckon.SMR)
		for i := range g.Actors() {
			maximin, minimax := scalars(g, i)
			for s := range reckon.State(1) << len(c.Options) {
				r := g.Rank(i, s)
				nash := sol.Stable(reckon.Nash, i).Has(s)
				if sol.Stable(reckon.GMR, i).Has(s) != (nash || r >= maximin) {
					t.Fatalf("GMR at %b: rank %d, maximin %d", s, r, maximin)
				}
				if sol.Stable(reckon.SMR, i).Has(s) != (nash || r >= minimax) {
					t.Fatalf("SMR at %b: rank %d, minimax %d", s, r, minimax)
				}
			}
		}
	})
}

func scalars(g *Conflict, i int) (maximin, minimax int) {
	own := g.players[i].own
	worst, best := map[reckon.State]int{}, map[reckon.State]int{}
	for s := range reckon.State(1) << g.options {
		r := g.Rank(i, s)
		if w, ok := worst[s&own]; !ok || r < w {
			worst[s&own] = r
		}
		if b, ok := best[s&^own]; !ok || r > b {
			best[s&^own] = r
		}
	}
	maximin, minimax = -1, math.MaxInt
	for _, w := range worst {
		maximin = max(maximin, w)
	}
	for _, b := range best {
		minimax = min(minimax, b)
	}
	return maximin, minimax
}

// TestLastWantBreaksTies: a further, least important want never reverses an order.
func TestLastWantBreaksTies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "n") }
		c, minds, _ := someConflict(t)
		for i := range minds {
			minds[i].Order = nil
		}
		g, _ := Compile(c, minds, nil)
		longer := append([]reckon.Mind(nil), minds...)
		longer[0].Wants = append(append([]reckon.Want(nil), minds[0].Wants...), reckon.Want{That: casetest.Expr(draw, len(c.Options), 2)})
		h, _ := Compile(c, longer, nil)
		list := g.States().List()
		for _, a := range list {
			for _, b := range list {
				if g.Rank(0, a) > g.Rank(0, b) && h.Rank(0, a) <= h.Rank(0, b) {
					t.Fatalf("the last want turned %b and %b around", a, b)
				}
			}
		}
	})
}

// TestRelabelling: writing the actors in another order changes no verdict.
func TestRelabelling(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, minds, g := someConflict(t)
		n := len(c.Actors)
		turned := *c
		turned.Actors, turned.Options = make([]reckon.Actor, n), append([]reckon.Option(nil), c.Options...)
		other := make([]reckon.Mind, n)
		for i := range n {
			turned.Actors[n-1-i], other[n-1-i] = c.Actors[i], minds[i]
		}
		for k := range turned.Options {
			turned.Options[k].Actor = n - 1 - c.Options[k].Actor
		}
		h, err := Compile(&turned, other, nil)
		if err != nil {
			t.Fatal(err)
		}
		a, b := g.Solve(everyConcept...), h.Solve(everyConcept...)
		for i := range n {
			for _, concept := range everyConcept {
				for _, s := range g.States().List() {
					if a.Stable(concept, i).Has(s) != b.Stable(concept, n-1-i).Has(s) {
						t.Fatalf("%s at %b depends on the order of actors", concept, s)
					}
				}
			}
		}
	})
}

// renamed writes an expression over options in another order.
func renamed(e reckon.Expr, to []int) reckon.Expr {
	e.Option = to[e.Option]
	args := make([]reckon.Expr, len(e.Args))
	for i, a := range e.Args {
		args[i] = renamed(a, to)
	}
	e.Args = args
	return e
}

// TestReorderingOptions: writing the options in another order permutes the bits
// of states and changes nothing else.
func TestReorderingOptions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, minds, g := someConflict(t)
		n := len(c.Options)
		var order []int
		for k := range n {
			order = append(order, k)
		}
		to := rapid.Permutation(order).Draw(t, "to")
		move := func(s reckon.State) (out reckon.State) {
			for k := range n {
				if s.Has(k) {
					out |= 1 << to[k]
				}
			}
			return out
		}
		h := reordered(t, c, minds, to, move)
		a, b := g.Solve(everyConcept...), h.Solve(everyConcept...)
		for i := range c.Actors {
			for _, concept := range everyConcept {
				for _, s := range g.States().List() {
					if a.Stable(concept, i).Has(s) != b.Stable(concept, i).Has(move(s)) {
						t.Fatalf("%s at %b depends on the order of options", concept, s)
					}
				}
			}
		}
	})
}

func reordered(t *rapid.T, c *reckon.Case, minds []reckon.Mind, to []int, move func(reckon.State) reckon.State) *Conflict {
	d := &reckon.Case{Actors: make([]reckon.Actor, len(c.Actors)), Options: make([]reckon.Option, len(c.Options))}
	for k, o := range c.Options {
		d.Options[to[k]] = o
		d.Actors[o.Actor].Options = append(d.Actors[o.Actor].Options, to[k])
	}
	for _, rule := range c.Impossible {
		d.Impossible = append(d.Impossible, reckon.Impossible{When: renamed(rule.When, to)})
	}
	others := make([]reckon.Mind, len(minds))
	for i, m := range minds {
		for _, w := range m.Wants {
			others[i].Wants = append(others[i].Wants, reckon.Want{That: renamed(w.That, to), Points: w.Points})
		}
		for _, group := range m.Order {
			var moved []reckon.State
			for _, s := range group {
				moved = append(moved, move(s))
			}
			others[i].Order = append(others[i].Order, moved)
		}
	}
	h, err := Compile(d, others, nil)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestManyWantsStayExact(t *testing.T) {
	// 70 wants that are all alike, then one that differs: weights 2^70 would overflow.
	c := &reckon.Case{Actors: []reckon.Actor{{Options: []int{0, 1}}}, Options: make([]reckon.Option, 2)}
	m := reckon.Mind{}
	for range 70 {
		m.Wants = append(m.Wants, reckon.Want{That: casetest.Opt(0)})
	}
	m.Wants = append(m.Wants, reckon.Want{That: casetest.Not(casetest.Opt(1))})
	g, err := Compile(c, []reckon.Mind{m}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for s, want := range []int{1, 3, 0, 2} {
		if got := g.Rank(0, reckon.State(s)); got != want {
			t.Errorf("rank of %02b = %d, want %d", s, got, want)
		}
	}
}

func TestUtility(t *testing.T) {
	// Two wants, emphasis 2: weights 2 and 1 of 3; emphasis 1: halves.
	c := &reckon.Case{Actors: []reckon.Actor{{Options: []int{0, 1}}}, Options: make([]reckon.Option, 2)}
	m := reckon.Mind{Wants: []reckon.Want{{That: casetest.Opt(0)}, {That: casetest.Opt(1)}}}
	g, err := Compile(c, []reckon.Mind{m}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for emphasis, want := range map[float64][]float64{2: {0, 1.0 / 3, 2.0 / 3, 1}, 1: {0, 0.5, 0.5, 1}} {
		for r, u := range g.Utility(0, emphasis) {
			if math.Abs(u-want[r]) > 1e-15 {
				t.Errorf("emphasis %v, rank %d: u = %v, want %v", emphasis, r, u, want[r])
			}
		}
	}
}

func TestMeasuresAreConstants(t *testing.T) {
	c := &reckon.Case{Actors: []reckon.Actor{{Name: "a", Options: []int{0}}}, Options: make([]reckon.Option, 1)}
	price := reckon.Expr{Op: "measure", Name: "price"}
	high := casetest.Op(">", casetest.Op("+", price, casetest.Op("?", casetest.Opt(0), reckon.Expr{Op: "number", Number: 5}, reckon.Expr{Op: "number", Number: 0})), reckon.Expr{Op: "number", Number: 100})
	minds := []reckon.Mind{{Actor: "a", Wants: []reckon.Want{{Name: "high", That: high}}}}
	for price, want := range map[float64]int{90: 1, 97: 2, 120: 1} {
		g, err := Compile(c, minds, func(string) float64 { return price })
		if err != nil {
			t.Fatal(err)
		}
		if g.Levels(0) != want {
			t.Errorf("at price %v the option makes %d levels, want %d", price, g.Levels(0), want)
		}
	}
	g, err := Compile(c, minds, nil)
	if err != nil || len(g.Unknown()) != 1 || g.Unknown()[0] != "a: high" {
		t.Errorf("unknown measure: %v, %v", g.Unknown(), err)
	}
}

func TestCompileRefuses(t *testing.T) {
	if _, err := Compile(&reckon.Case{Options: make([]reckon.Option, 63)}, nil, nil); err == nil {
		t.Error("63 options were accepted")
	}
	c := &reckon.Case{Options: make([]reckon.Option, 2), Impossible: []reckon.Impossible{{When: reckon.Expr{Op: "yes"}}}}
	if _, err := Compile(c, nil, nil); err == nil {
		t.Error("a case without states was accepted")
	}
}

// benchmarkCase is a fixed random conflict: every actor owns a run of options,
// wants are random over one to three of them.
func benchmarkCase(options, actors, rules int) (*reckon.Case, []reckon.Mind) {
	r := rand.New(rand.NewPCG(1, uint64(options)))
	c := &reckon.Case{Actors: make([]reckon.Actor, actors)}
	for k := range options {
		i := k * actors / options
		c.Options = append(c.Options, reckon.Option{Actor: i})
		c.Actors[i].Options = append(c.Actors[i].Options, k)
	}
	for range rules {
		c.Impossible = append(c.Impossible, reckon.Impossible{When: casetest.Op("&&", casetest.Opt(r.IntN(options)), casetest.Op("&&", casetest.Not(casetest.Opt(r.IntN(options))), casetest.Opt(r.IntN(options))))})
	}
	minds := make([]reckon.Mind, actors)
	for i := range minds {
		for range 8 {
			minds[i].Wants = append(minds[i].Wants, reckon.Want{That: casetest.Expr(r.IntN, options, 2)})
		}
	}
	return c, minds
}

func BenchmarkSolve(b *testing.B) {
	basic := []reckon.Concept{reckon.Nash, reckon.GMR, reckon.SMR, reckon.SEQ}
	for _, bench := range []struct {
		name                   string
		options, actors, rules int
		concepts               []reckon.Concept
	}{
		{"12options4actors/all", 12, 4, 0, Concepts()},
		{"16options4actors/all", 16, 4, 0, Concepts()},
		{"16options4actors6rules/all", 16, 4, 6, Concepts()},
		{"20options5actors/basic", 20, 5, 0, basic},
		{"20options5actors6rules/basic", 20, 5, 6, basic},
	} {
		c, minds := benchmarkCase(bench.options, bench.actors, bench.rules)
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				g, err := Compile(c, minds, nil)
				if err != nil {
					b.Fatal(err)
				}
				g.Solve(bench.concepts...)
			}
		})
	}
}

// atLeast is the want that at least least of n options are on, as a sum.
func atLeast(n, least int, weight func(k int) float64) reckon.Expr {
	number := func(x float64) reckon.Expr { return reckon.Expr{Op: "number", Number: x} }
	sum := number(0)
	for k := range n {
		sum = casetest.Op("+", sum, casetest.Op("?", casetest.Opt(k), number(weight(k)), number(0)))
	}
	return casetest.Op(">=", sum, number(float64(least)))
}

// TestSumsStaySmall: "at least 8 of 16" has 17 values, not 2^16 ways to reach
// them; sums that do have 2^20 values are refused in words.
func TestSumsStaySmall(t *testing.T) {
	c := &reckon.Case{Actors: []reckon.Actor{{Name: "a"}}, Options: make([]reckon.Option, 20)}
	want := func(e reckon.Expr) []reckon.Mind {
		return []reckon.Mind{{Actor: "a", Wants: []reckon.Want{{Name: "w", That: e}}}}
	}
	g, err := Compile(c, want(atLeast(16, 8, func(int) float64 { return 1 })), nil)
	if err != nil {
		t.Fatal(err)
	}
	for s := reckon.State(0); s < 1<<20; s += 4099 {
		if many := bits.OnesCount64(uint64(s&0xffff)) >= 8; (g.Rank(0, s) == 1) != many {
			t.Fatalf("%020b: rank %d", s, g.Rank(0, s))
		}
	}
	if _, err := Compile(c, want(atLeast(20, 8, func(k int) float64 { return float64(int(1) << k) })), nil); err == nil {
		t.Error("a sum with a million values was compiled")
	}
	nested := casetest.Opt(0)
	for k := range 60 {
		nested = casetest.Op("?", nested, casetest.Opt(k%20), casetest.Opt((k+1)%20))
	}
	if _, err := Compile(c, want(nested), nil); err != nil {
		t.Error(err)
	}
}
