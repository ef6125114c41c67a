package palace

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// moved is the capital with one estimate changed.
func moved(c Capital, e Estimate, to float64) Capital {
	c.Organs, c.Watches = slices.Clone(c.Organs), slices.Clone(c.Watches)
	for i := range c.Organs {
		if c.Organs[i].Name == e.Organ && e.Kind == Force {
			c.Organs[i].Force = to
		}
		if c.Organs[i].Name == e.Organ && e.Kind == Distrust {
			c.Organs[i].Distrust = to
		}
	}
	for i, w := range c.Watches {
		if e.Kind == Watching && w.By == e.Watcher && w.Of == e.Organ {
			c.Watches[i].Chance = to
			return c
		}
	}
	if e.Kind == Watching {
		c.Watches = append(c.Watches, Watch{e.Watcher, e.Organ, to})
	}
	return c
}

// without is the capital without what is estimated.
func without(c Capital, e Estimate) Capital {
	if e.Kind != Force {
		return moved(c, e, 0)
	}
	c.Organs = slices.DeleteFunc(slices.Clone(c.Organs), func(o Organ) bool { return o.Name == e.Organ })
	c.Watches = slices.DeleteFunc(slices.Clone(c.Watches), func(w Watch) bool { return w.By == e.Organ || w.Of == e.Organ })
	return c
}

// stays reports by definition whether a coalition is still among the riskiest.
func stays(c Capital, set uint64) bool {
	riskiest, _, all := oracle(c)
	return all[set] > 0 && all[set] >= riskiest*(1-1e-8)
}

// TestEstimatesHoldWhatTheySay moves each estimate to just within and just beyond
// its ends, and leaves it out, and asks the oracle.
func TestEstimatesHoldWhatTheySay(t *testing.T) {
	const step = 1e-6
	rapid.Check(t, func(t *rapid.T) {
		c := anyCapital(t, 4)
		p, faults := c.Weakest()
		if len(faults) > 0 || p.Members == 0 {
			t.Skip()
		}
		for _, e := range p.Estimates() {
			what := fmt.Sprintf("%s of %s by %q, %v in [%v, %v]", e.Kind, e.Organ, e.Watcher, e.Value, e.Low, e.High)
			if e.Low > e.Value || e.High < e.Value {
				t.Fatal(what)
			}
			top := e.High - step
			if math.IsInf(e.High, 1) {
				top = e.Value*1000 + 1000
			}
			total := 0.0
			for _, o := range moved(c, e, e.Low+step).Organs {
				total += o.Force
			}
			if e.Low+step < e.Value && total > 1e-3 && !stays(moved(c, e, e.Low+step), p.Members) {
				t.Fatalf("%s: another is riskier within the low end", what)
			}
			if top > e.Value && !stays(moved(c, e, top), p.Members) {
				t.Fatalf("%s: another is riskier within the high end", what)
			}
			if !e.Exact && e.Kind == Force {
				continue
			}
			if e.Low-step > 0 && stays(moved(c, e, e.Low-step), p.Members) {
				t.Fatalf("%s: nothing changes below the low end", what)
			}
			if e.High+step < 1 && e.Kind != Force && stays(moved(c, e, e.High+step), p.Members) {
				t.Fatalf("%s: nothing changes above the high end", what)
			}
			if e.Kind == Force && !math.IsInf(e.High, 1) && stays(moved(c, e, e.High+step*(1+e.High)), p.Members) {
				t.Fatalf("%s: nothing changes above the high end", what)
			}
		}
	})
}

func TestRiskWithoutWatchDoubtOrOrgan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCapital(t, 5)
		p, faults := c.Weakest()
		if len(faults) > 0 {
			t.Skip()
		}
		for _, e := range p.Estimates() {
			want, _, _ := oracle(without(c, e))
			if !slices.ContainsFunc(without(c, e).Organs, func(o Organ) bool { return o.Force > 0 }) {
				want = 0 // nobody is left who could
			}
			if math.Abs(e.Risk-want) > 2e-9*want {
				t.Fatalf("without %s of %s by %q: %v, by definition %v", e.Kind, e.Organ, e.Watcher, e.Risk, want)
			}
		}
	})
}

func TestNewWatchesAreTheOracles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCapital(t, 5)
		p, faults := c.Weakest()
		if len(faults) > 0 || p.Members == 0 {
			t.Skip()
		}
		const d = 0.35
		told := map[[2]string]float64{}
		for _, e := range p.NewWatches(d) {
			told[[2]string{e.Watcher, e.Organ}] = e.Risk
		}
		given := c.watching()
		for i := range c.Organs {
			for j := range c.Organs {
				if i == j || given[i][j] >= d {
					continue
				}
				want, _, _ := oracle(moved(c, Estimate{Kind: Watching, Organ: organ(j), Watcher: organ(i)}, d))
				got, listed := told[[2]string{organ(i), organ(j)}]
				if !listed {
					got = p.Risk
				}
				if math.Abs(got-want) > 3e-9*want {
					t.Fatalf("a watch by %s of %s gives %v, by definition %v", organ(i), organ(j), got, want)
				}
			}
		}
	})
}

// TestOneWatcherOnTheBlindSpot is the certificate as an analyst would read it.
func TestOneWatcherOnTheBlindSpot(t *testing.T) {
	c := Capital{
		Organs: []Organ{
			{Name: "guard", Force: 5, Distrust: 0.3},
			{Name: "army", Force: 4, Distrust: 0.4},
			{Name: "police", Force: 3, Distrust: 0.2},
			{Name: "services", Distrust: 0.1},
		},
		Watches: []Watch{{"services", "army", 0.6}, {"services", "police", 0.5}, {"guard", "army", 0.3}},
	}
	p := weakest(t, c)
	best := p.NewWatches(0.6)
	if len(best) != 3 || best[0].Watcher != "army" {
		t.Fatalf("the army alone is outside %v, so only it can watch: %+v", p.Coalition, best)
	}
	if got := weakest(t, moved(c, best[0], 0.6)); !near(got.Risk, best[0].Risk) {
		t.Errorf("risk %v, promised %v", got.Risk, best[0].Risk)
	}
}

// TestSafeEndsBeyondEnumeration: what is proven for a large palace holds when the
// estimate is moved to the end.
func TestSafeEndsBeyondEnumeration(t *testing.T) {
	c := invented(3, 26, 0.15)
	p := weakest(t, c)
	useful := 0
	for k, e := range p.Estimates() {
		if e.High > e.Value+1e-6 || e.Low < e.Value-1e-6 {
			useful++
		}
		if k%7 != 0 {
			continue
		}
		for _, to := range []float64{e.Low + 1e-6, min(e.High, e.Value+50) - 1e-6} {
			if to < e.Low || to > e.High {
				continue
			}
			if again := weakest(t, moved(c, e, to)); again.Members != p.Members {
				t.Errorf("%s of %s by %q moved from %v to %v: %v instead of %v", e.Kind, e.Organ, e.Watcher, e.Value, to, again.Coalition, p.Coalition)
			}
		}
	}
	if useful < len(c.Organs) {
		t.Errorf("only %d estimates can move at all", useful)
	}
}
