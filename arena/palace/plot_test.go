package palace

import (
	"math"
	"math/bits"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// weakest solves a palace that has no faults.
func weakest(tb testing.TB, c Capital) *Plot {
	tb.Helper()
	p, faults := c.Weakest()
	if len(faults) > 0 {
		tb.Fatalf("faults: %v", faults)
	}
	return p
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-12*max(1, math.Abs(a), math.Abs(b)) }

// TestWatchCompleteGraph: equal organs that all watch each other cost
// k·e + λk(n−k), which is concave: the best plot is the smallest that wins or all.
func TestWatchCompleteGraph(t *testing.T) {
	everyone := func(int, int) bool { return true }
	p := weakest(t, equal(6, 0).watched(0.3, everyone))
	if !p.Everyone || p.Undetected != 1 || p.Risk != 1 {
		t.Errorf("without distrust the grand coalition is never detected: %v %v", p.Coalition, p.Risk)
	}
	p = weakest(t, equal(6, 0.2).watched(0.3, everyone))
	if !p.Everyone || math.Abs(p.Cost-1.338861) > 1e-6 {
		t.Errorf("with distrust 0.2 all six at 1.338861, not %v at %v", p.Coalition, p.Cost)
	}
	if three := p.numbers.cost(0b111); math.Abs(three-3.879505) > 1e-6 {
		t.Errorf("three of six cost %v, not 3.879505", three)
	}
	if len(p.Coalition) != 6 || p.Examined != 63 || !p.Proven {
		t.Errorf("63 coalitions looked at, not %d", p.Examined)
	}
	few := equal(6, 0.5).watched(0.05, everyone)
	if p := weakest(t, few); len(p.Coalition) != 3 || len(p.Tied) != kept-1 {
		t.Errorf("where leaks are likelier than watchers, the smallest that wins: %v, tied with %d", p.Coalition, len(p.Tied))
	}
}

// TestWatchRing: a ring is as weak as one link.
func TestWatchRing(t *testing.T) {
	p := weakest(t, equal(6, 0.2).watched(0.3, func(i, j int) bool { return j == (i+1)%6 }))
	if len(p.Coalition) != 3 || math.Abs(p.Cost-1.026106) > 1e-6 || len(p.Tied) != 5 {
		t.Fatalf("an arc of three at 1.026106, six ways; not %v at %v with %d ties", p.Coalition, p.Cost, len(p.Tied))
	}
	watches := 0
	for _, e := range p.Terms {
		if e.Kind == Watching {
			watches++
		}
	}
	if watches != 1 || p.NextRisk != p.Risk || p.Coalition[0] != organ(0) {
		t.Errorf("one watch, three doubts, a tie, and of equals the first named: %+v", p)
	}
}

// TestWatchStarAndTwoHubs: whoever holds the watchers escapes.
func TestWatchStarAndTwoHubs(t *testing.T) {
	star := weakest(t, equal(6, 0.2).watched(0.3, func(i, _ int) bool { return i == 0 }))
	hubs := weakest(t, equal(6, 0.2).watched(0.3, func(i, _ int) bool { return i < 2 }))
	for name, p := range map[string]*Plot{"star": star, "two hubs": hubs} {
		if math.Abs(p.Cost-0.669431) > 1e-6 || p.Coalition[0] != organ(0) {
			t.Errorf("%s: three doubts, 0.669431, with the hub; not %v at %v", name, p.Coalition, p.Cost)
		}
		for _, s := range p.Seen {
			if len(s.By) > 0 {
				t.Errorf("%s: %s is seen by %v", name, s.Organ, s.By)
			}
		}
	}
	if hubs.Coalition[1] != organ(1) || len(hubs.Seen[2].Silenced) != 2 {
		t.Errorf("both hubs are in the plot and keep silent: %+v", hubs.Seen)
	}
}

func TestPlotIsTheOracles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCapital(t, 7)
		p, faults := c.Weakest()
		riskiest, _, all := oracle(c)
		if len(faults) > 0 || !near(p.Risk, riskiest) {
			t.Fatalf("risk %v, by definition %v; faults %v", p.Risk, riskiest, faults)
		}
		if p.Members != 0 && !near(all[p.Members], riskiest) {
			t.Fatalf("the coalition %b has risk %v, the greatest is %v", p.Members, all[p.Members], riskiest)
		}
		next := 0.0
		for s, r := range all {
			if uint64(s) != p.Members {
				next = max(next, r)
			}
		}
		if math.Abs(p.NextRisk-next) > 2e-9*next {
			t.Fatalf("runner-up %v, by definition %v", p.NextRisk, next)
		}
		if err := p.Check(); err != nil {
			t.Fatal(err)
		}
	})
}

// TestBranchingIsTheOracles runs branch and bound where it is not needed, with
// families of few coalitions divided too.
func TestBranchingIsTheOracles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCapital(t, 9).filled()
		if len(c.faults()) > 0 {
			t.Skip()
		}
		b := c.numbers().brancher(1<<20, keptBranch)
		b.few = rapid.IntRange(0, 3).Draw(t, "few")
		bound := b.search(0, 0)
		riskiest, _, _ := oracle(c)
		if math.Abs(risk(bound)-riskiest) > 2e-9*riskiest {
			t.Fatalf("proven %v, by definition %v", risk(bound), riskiest)
		}
	})
}

func TestAnotherWatchNeverRaisesRisk(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCapital(t, 7)
		n := len(c.Organs)
		i, j := rapid.IntRange(0, n-1).Draw(t, "by"), rapid.IntRange(0, n-1).Draw(t, "of")
		before, faults := c.Weakest()
		for k, w := range c.Watches {
			if w.By == organ(i) && w.Of == organ(j) {
				c.Watches[k].Chance = 1 - (1-w.Chance)*0.7
				i = j
			}
		}
		if i != j {
			c.Watches = append(c.Watches, Watch{organ(i), organ(j), 0.3})
		}
		after, more := c.Weakest()
		if len(faults)+len(more) > 0 || after.Risk > before.Risk*(1+1e-12) {
			t.Fatalf("risk rose from %v to %v", before.Risk, after.Risk)
		}
	})
}

// TestLargePalaces: branch and bound beyond what enumeration can do, against
// enumeration where both can.
func TestLargePalaces(t *testing.T) {
	for _, rule := range []Rule{Quota, Contest} {
		c := invented(7, 18, 0.3)
		c.Success = rule
		want := weakest(t, c)
		b := want.numbers.brancher(1<<20, keptBranch)
		if got := risk(b.search(0, 0)); !near(got, want.Risk) || b.found.best[0].set != want.Members {
			t.Errorf("%s: %v, enumerated %v", rule, got, want.Risk)
		}
		t.Logf("%s: %d families for 2^18 coalitions", rule, b.opened)
	}
}

func TestAllEqualOfSixty(t *testing.T) {
	p := weakest(t, equal(60, 0.02).watched(0.01, func(int, int) bool { return true }))
	if !p.Proven || bits.OnesCount64(p.Members) != 60 {
		t.Errorf("sixty equals are settled by symmetry: %d members, %d families, proven %v", bits.OnesCount64(p.Members), p.Examined, p.Proven)
	}
	if err := p.Check(); err != nil {
		t.Error(err)
	}
}

// TestCheckerFindsFaults spoils certificates one by one.
func TestCheckerFindsFaults(t *testing.T) {
	spoil := map[string]func(*Plot){
		"another coalition": func(p *Plot) { p.Members ^= 3 },
		"a term less":       func(p *Plot) { p.Terms = p.Terms[1:] },
		"a lower risk": func(p *Plot) {
			p.found[1].value = 0
			worse := p.found[1].set
			p.Members, p.Cost = worse, p.numbers.cost(worse)
			p.Terms = p.terms()
			p.Risk = risk(p.Cost)
			p.Ceiling = p.Risk
		},
		"a ceiling too high": func(p *Plot) { p.Ceiling *= 1.1 },
	}
	large := map[string]func(*Plot){
		"a family less":       func(p *Plot) { p.leaves = p.leaves[1:] },
		"a family twice":      func(p *Plot) { p.leaves = append(p.leaves, p.leaves[0]) },
		"a family let off":    func(p *Plot) { p.leaves[len(p.leaves)/2].reason = weak },
		"a family mirrored":   func(p *Plot) { p.leaves[len(p.leaves)/2].reason = mirrored },
		"a price of no bound": func(p *Plot) { p.leaves[slices.IndexFunc(p.leaves, isCostly)].mu = 0 },
	}
	for n, all := range map[int]map[string]func(*Plot){8: spoil, 30: large} {
		for name, by := range all {
			p := weakest(t, strict(5, n))
			if err := p.Check(); err != nil {
				t.Fatalf("%d organs: %v", n, err)
			}
			if by(p); p.Check() == nil {
				t.Errorf("%s of %d organs: the checker saw nothing", name, n)
			}
		}
	}
}

func isCostly(x family) bool { return x.reason == costly }

// strict is a palace where leaks are likely and watches few and weak, so that the
// best plot is neither everyone nor found at once.
func strict(seed uint64, n int) Capital {
	c := invented(seed, n, 0.2)
	for i := range c.Organs {
		c.Organs[i].Distrust = 0.1 + c.Organs[i].Distrust
	}
	for i := range c.Watches {
		c.Watches[i].Chance /= 6
	}
	return c
}

// TestOrderOfOrgansIsNoMatter turns the list of organs round.
func TestOrderOfOrgansIsNoMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCapital(t, 6)
		p, faults := c.Weakest()
		slices.Reverse(c.Organs)
		slices.Reverse(c.Watches)
		q, more := c.Weakest()
		if len(faults)+len(more) > 0 || !near(p.Risk, q.Risk) || len(p.Tied) != len(q.Tied) || !near(p.NextRisk, q.NextRisk) {
			t.Fatalf("%v %v, turned round %v %v", p.Risk, p.Tied, q.Risk, q.Tied)
		}
	})
}

// TestBranchingSaysItsGap: with a budget of one family the plot is a guess, and the
// ceiling says how far off it can be.
func TestBranchingSaysItsGap(t *testing.T) {
	c := strict(3, 40)
	sure := weakest(t, c)
	c.Budget = 1
	guess := weakest(t, c)
	if !sure.Proven || guess.Proven || guess.Risk > sure.Risk*(1+1e-9) || guess.Ceiling < sure.Risk*(1-1e-9) {
		t.Errorf("guessed %v to %v, proven %v, the answer is %v", guess.Risk, guess.Ceiling, guess.Proven, sure.Risk)
	}
	for _, p := range []*Plot{sure, guess} {
		if err := p.Check(); err != nil {
			t.Error(err)
		}
	}
}
