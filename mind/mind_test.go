package mind

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/stability"
)

// TestStagHunt is the negative control H3 of the hypergame literature: both
// have the preferences of a stag hunt, both take the other for a prisoner of
// the dilemma, and nothing changes: {YY, NN} under all four concepts.
func TestStagHunt(t *testing.T) {
	c := world(1, 1)
	stag := func(actor, other string) reckon.Mind {
		swap := actor == "b"
		o := func(own, his string) string {
			if swap {
				return his + own
			}
			return own + his
		}
		dilemma := order([]string{o("Y", "N")}, []string{o("Y", "Y")}, []string{o("N", "N")}, []string{o("N", "Y")})
		return reckon.Mind{
			Actor: actor, Temper: temper(reckon.SEQ, 1, 8, 0),
			Order: order([]string{"YY"}, []string{o("N", "Y")}, []string{"NN"}, []string{o("Y", "N")}),
			// The other prefers to stand alone while I help: in his own letters N Y.
			Beliefs: []reckon.Belief{{About: other, Kinds: []reckon.Kind{{Name: "prisoner", Odds: 1, Temper: reckon.DefaultTemper(), Order: dilemma}}}},
		}
	}
	c.Minds = []reckon.Mind{stag("a", "b"), stag("b", "a")}
	m := minds(t, c)
	if m.Views(0)[0].Conflict == m.Base() {
		t.Fatal("the belief was not compiled")
	}
	for _, concept := range []reckon.Concept{reckon.Nash, reckon.GMR, reckon.SMR, reckon.SEQ} {
		for name, set := range map[string]States{"as they see it": m.Equilibria(concept), "as it is": m.Base().Solve(concept).Equilibria(concept)} {
			if got := set.List(); !slices.Equal(got, []reckon.State{at("NN"), at("YY")}) || set.Len() != 2 || !set.Has(at("YY")) || set.Has(at("YN")) {
				t.Errorf("%s %s: %v", concept, name, got)
			}
		}
	}
}

// TestBeliefThatMatters: under SEQ a belief about wants can make and unmake
// stability, and the equilibrium is judged in each one's own view.
func TestBeliefThatMatters(t *testing.T) {
	c := believing(0)
	c.Minds[0].Beliefs[0].Kinds = c.Minds[0].Beliefs[0].Kinds[1:] // he is sure that b is an idler
	c.Minds[0].Beliefs[0].Kinds[0].Odds = 1
	m := minds(t, c)
	if m.Stable(0, reckon.SEQ).Has(at("NN")) || !m.Base().Solve(reckon.SEQ).Stable(reckon.SEQ, 0).Has(at("NN")) {
		t.Error("NN should be unstable for a only in his own view")
	}
	// b, who is as he is, would answer at YN; a holds YN, unanswered, the best of all.
	if got := m.Equilibria(reckon.SEQ).List(); slices.Contains(got, at("NN")) {
		t.Errorf("equilibria %v", got)
	}
}

// TestPreferencesOfOthers: whatever an actor believes others want, what he holds
// stable under Nash, GMR and SMR is as without the belief.
func TestPreferencesOfOthers(t *testing.T) {
	mattered := false
	worlds := rapid.Custom(func(t *rapid.T) *reckon.Case { return drawWorld(t, true) })
	for k := range 100 { // alike in every run, so that in some of them a belief matters
		c := worlds.Example(k)
		m, err := New(c, nil, nil)
		if err != nil {
			continue
		}
		for i := range c.Actors {
			for _, concept := range stability.Concepts() {
				seen := m.Stable(i, concept).List()
				plain := m.Base().Solve(concept).Stable(concept, i).List()
				if deaf(concept) != "" && !slices.Equal(seen, plain) {
					t.Fatalf("%s, actor %d: %v with beliefs, %v without", concept, i, seen, plain)
				}
				mattered = mattered || !slices.Equal(seen, plain)
			}
		}
	}
	if !mattered {
		t.Error("no belief mattered under SEQ or SIM either: the property proves nothing")
	}
}

// TestEquilibriaAreStableForAll and in half of the odds of each.
func TestEquilibriaAreStableForAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawWorld(t, true)
		m, err := New(c, nil, nil)
		if err != nil {
			t.Skip(err)
		}
		for _, concept := range stability.Concepts() {
			all := m.Equilibria(concept)
			for _, s := range m.Base().States().List() {
				every := true
				for i := range c.Actors {
					share := m.Share(i, concept, s)
					if (share >= half) != m.Stable(i, concept).Has(s) {
						t.Fatalf("share %v of %v", share, s)
					}
					every = every && share >= half
				}
				if every != all.Has(s) {
					t.Fatalf("%s: %v stable for all: %v", concept, s, every)
				}
			}
		}
	})
}

func TestTooManyViews(t *testing.T) {
	c := world(1, 1, 1, 1, 1, 1, 1, 1)
	believer := reckon.Mind{Actor: "a", Temper: reckon.DefaultTemper()}
	for _, other := range c.Actors[1:] {
		believer.Beliefs = append(believer.Beliefs, reckon.Belief{About: other.Name, Kinds: []reckon.Kind{{Name: "x", Odds: 0.5}, {Name: "y", Odds: 0.5}}})
	}
	c.Minds = []reckon.Mind{believer}
	_, err := New(c, nil, nil)
	if err == nil || !strings.Contains(err.Error(), "a reckons with 128 combinations") || !strings.Contains(err.Error(), "at most 64") || !strings.Contains(err.Error(), "Join kinds") {
		t.Errorf("error: %v", err)
	}
	c.Minds[0].Beliefs = c.Minds[0].Beliefs[1:]
	if m := minds(t, c); len(m.Views(0)) != 64 {
		t.Errorf("%d views", len(m.Views(0)))
	}
}

// TestUnder: a measure decides a want; beliefs come along; nothing is compiled twice.
func TestUnder(t *testing.T) {
	c := believing(0)
	c.Measures = []reckon.Measure{{Name: "oil"}, {Name: "rain"}}
	c.Minds[0].Wants = append(wants(op("||", op(">", measure("oil"), number(60)), opt(0))), c.Minds[0].Wants...)
	price := func(oil, rain float64) func(string) float64 {
		return func(name string) float64 { return map[string]float64{"oil": oil, "rain": rain}[name] }
	}
	m, err := New(c, nil, price(50, 0))
	if err != nil {
		t.Fatal(err)
	}
	under := func(m *Minds, oil, rain float64) *Minds {
		t.Helper()
		u, err := m.Under(price(oil, rain))
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
	// Dear oil makes the first want true everywhere: the ranking is that of dare.
	if levels := under(m, 70, 0).Base().Levels(0); levels != 4 {
		t.Errorf("levels %d", levels)
	}
	learned := m.Observe(1, at("YN"), answers, nil)
	near(t, "odds come along", under(learned, 70, 0).Odds(0, 1)[0], 0.992211)
	if under(m, 70, 1).Base() != under(m, 70, 0).Base() || under(under(m, 70, 3), 50, 3).Base() != m.Base() {
		t.Error("compiled again though no measure that anyone reads has changed")
	}
	if under(m, 70, 0).Base() == m.Base() {
		t.Error("not compiled again though oil has become dear")
	}
	if under(m, 71, 0).Base() != under(m, 70, 0).Base() {
		t.Error("compiled again though oil is as dear as before")
	}
	if got := under(m, math.NaN(), 0).Base().Unknown(); len(got) != 1 || got[0] != "a: w1" {
		t.Errorf("unknown: %v", got)
	}
}

// TestDecided holds the outcomes of comparisons against what a compiled conflict
// makes of the same want: with it true everywhere or nowhere there is one level,
// and the utility tells which.
func TestDecided(t *testing.T) {
	known := func(name string) float64 { return map[string]float64{"x": 3, "y": -2, "gone": math.NaN()}[name] }
	drawn := 0
	rapid.Check(t, func(t *rapid.T) {
		e := drawComparison(t)
		outcome, ok := decided(&e, known)
		if !ok {
			t.Fatalf("undecided: %+v", e)
		}
		c := world(1)
		c.Minds = []reckon.Mind{{Actor: "a", Temper: reckon.DefaultTemper(), Wants: wants(e)}}
		m, err := New(c, nil, known)
		if err != nil {
			t.Fatal(err)
		}
		if u := m.Base().Utility(0, 2); len(u) != 1 || (u[0] == 1) != outcome {
			t.Fatalf("decided %v, compiled %v: %+v", outcome, u, e)
		}
		drawn++
	})
	for _, e := range []reckon.Expr{
		op(">", measure("gone"), number(1)), opt(0), op("==", opt(0), opt(1)),
		op(">", op("?", opt(0), number(1), number(2)), number(1)), not(op(">", number(2), number(1))),
	} {
		if _, ok := decided(&e, known); ok {
			t.Errorf("decided without knowing: %+v", e)
		}
	}
	if drawn == 0 {
		t.Error("no comparison was drawn")
	}
}

func drawComparison(t *rapid.T) reckon.Expr {
	o := rapid.SampledFrom([]reckon.Op{"==", "!=", "<", "<=", ">", ">="}).Draw(t, "compare")
	return op(o, drawNumber(t, 2), drawNumber(t, 2))
}

func drawNumber(t *rapid.T, depth int) reckon.Expr {
	if depth == 0 || rapid.Bool().Draw(t, "leaf") {
		return rapid.SampledFrom([]reckon.Expr{number(0), number(1), number(5), measure("x"), measure("y")}).Draw(t, "number")
	}
	switch o := rapid.SampledFrom([]string{"+", "-", "*", "/", "min", "max", "abs", "minus"}).Draw(t, "op"); o {
	case "min", "max":
		return reckon.Expr{Op: "call", Name: o, Args: []reckon.Expr{drawNumber(t, depth-1), drawNumber(t, depth-1)}}
	case "abs":
		return reckon.Expr{Op: "call", Name: o, Args: []reckon.Expr{drawNumber(t, depth-1)}}
	case "minus":
		return op("-", drawNumber(t, depth-1))
	default:
		return op(reckon.Op(o), drawNumber(t, depth-1), drawNumber(t, depth-1))
	}
}

func TestSharedViews(t *testing.T) {
	c := world(1, 1, 1)
	kind := func() reckon.Kind {
		return reckon.Kind{Name: "k", Odds: 1, Temper: reckon.DefaultTemper(), Wants: wants(opt(0))}
	}
	for _, name := range []string{"a", "b"} {
		c.Minds = append(c.Minds, reckon.Mind{Actor: name, Temper: reckon.DefaultTemper(), Beliefs: []reckon.Belief{{About: "c", Kinds: []reckon.Kind{kind()}}}})
	}
	m := minds(t, c)
	if m.Views(0)[0].Conflict != m.Views(1)[0].Conflict {
		t.Error("two actors who see the same conflict do not share it")
	}
	if m.Views(2)[0].Conflict != m.Base() {
		t.Error("who believes nothing sees the base")
	}
}

func TestReadingReplacesMinds(t *testing.T) {
	c := dare(0, 8)
	r := &reckon.Reading{Name: "r", Minds: []reckon.Mind{{Actor: "a", Temper: temper(reckon.Nash, 0, 8, 0), Wants: wants(not(opt(0)))}}}
	m, err := New(c, r, nil)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "p of daring", m.Choose(0, at("NN"), []reckon.Move{hold, dares}).P[1], 1/(1+math.Exp(8)))
}

// TestUnusableBeliefs: a belief about oneself, about nobody, or stated twice is
// left out; odds that do not sum to 1 are scaled.
func TestUnusableBeliefs(t *testing.T) {
	c := believing(0)
	b := c.Minds[0].Beliefs[0]
	b.Kinds = slices.Clone(b.Kinds)
	b.Kinds[0].Odds, b.Kinds[1].Odds = 2, 6
	self, nobody := b, b
	self.About, nobody.About = "a", "z"
	c.Minds[0].Beliefs = []reckon.Belief{self, nobody, b, c.Minds[0].Beliefs[0]}
	m := minds(t, c)
	if odds := m.Odds(0, 1); len(odds) != 2 || odds[0] != 0.25 || len(m.Views(0)) != 2 {
		t.Errorf("odds %v", odds)
	}
}

func TestCompileErrorPassesThrough(t *testing.T) {
	c := dare(0, 8)
	c.Impossible = []reckon.Impossible{{When: reckon.Expr{Op: "yes"}}}
	if _, err := New(c, nil, nil); err == nil || !strings.Contains(err.Error(), "every state") {
		t.Errorf("error: %v", err)
	}
}

func TestIdle(t *testing.T) {
	c := believing(0)
	c.Minds[0].Beliefs[0].At = reckon.Range{File: "case.hcl", Start: reckon.Pos{Line: 7}}
	c.Readings = []reckon.Reading{{Name: "r", Minds: []reckon.Mind{{Actor: "a", Temper: temper(reckon.GMR, 1, 8, 0), Beliefs: []reckon.Belief{
		{About: "b", At: reckon.Range{File: "r.hcl", Start: reckon.Pos{Line: 3}}},
	}}}}}
	if got := Idle(c, nil); len(got) != 0 {
		t.Errorf("SEQ asks what others want: %v", got)
	}
	for concept, says := range map[reckon.Concept]string{reckon.Nash: "expects no answer", reckon.GMR: "anything they can", reckon.SMR: "the last word"} {
		c.Minds[0].Temper.Concept = concept
		got := Idle(c, nil)
		if len(got) != 1 || got[0].Code != "belief-cannot-matter" || got[0].Severity != reckon.Warning || got[0].At.Start.Line != 7 {
			t.Fatalf("%v", got)
		}
		for _, part := range []string{says, `concept = "SEQ"`} {
			if !strings.Contains(got[0].Detail, part) {
				t.Errorf("%s: %q lacks %q", concept, got[0].Detail, part)
			}
		}
		if want := fmt.Sprintf("What a believes of b cannot matter under %s", concept); got[0].Summary != want {
			t.Errorf("%q, want %q", got[0].Summary, want)
		}
	}
	if got := Idle(c, &c.Readings[0]); len(got) != 1 || got[0].At.File != "r.hcl" || !strings.Contains(got[0].Detail, `"r"`) {
		t.Errorf("the reading's own: %v", got)
	}
}

// BenchmarkNew compiles a conflict of 12 options, 4 actors and four views, and
// fills the tables that one choice under SEQ needs.
func BenchmarkNew(b *testing.B) {
	c := world(3, 3, 3, 3)
	for i := range c.Actors {
		var that []reckon.Expr
		for k := range 8 {
			that = append(that, op("||", opt((i*5+k*7)%12), not(opt((i*3+k*5+1)%12))))
		}
		c.Minds = append(c.Minds, reckon.Mind{Actor: c.Actors[i].Name, Temper: reckon.DefaultTemper(), Wants: wants(that...)})
	}
	for _, about := range []int{1, 2} {
		belief := reckon.Belief{About: c.Actors[about].Name}
		for k := range 2 {
			belief.Kinds = append(belief.Kinds, reckon.Kind{Name: fmt.Sprint(k), Odds: 0.5, Temper: reckon.DefaultTemper(), Wants: wants(opt(k), not(opt(3*about)))})
		}
		c.Minds[0].Beliefs = append(c.Minds[0].Beliefs, belief)
	}
	for b.Loop() {
		minds(b, c).Choose(0, 0, []reckon.Move{{}, {On: 1}, {On: 2}, {On: 4}})
	}
}
