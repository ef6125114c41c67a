package bargaining_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"reckon/arena/bargaining"
)

func TestTwoTypePosterior(t *testing.T) {
	r := bargaining.Resolve{Belief: 0.2, Firm: 0.05, Soft: 0.4}
	for at, want := range map[float64]float64{2: 0.33486, 5: 0.58994, 10: 0.89223} {
		near(t, "posterior", r.Silent(at, 1).Belief, want, 5e-6)
	}
	near(t, "after a concession", r.Conceded().Belief, 0.2*0.05/(0.2*0.05+0.8*0.4), 1e-15)
	// Under no pressure silence says nothing, but to one who is blind to the situation.
	near(t, "without pressure", r.Silent(5, 0).Belief, 0.2, 1e-15)
	r.Blind = 1
	near(t, "without pressure, by character alone", r.Silent(5, 0).Belief, 0.58994, 5e-6)
}

// TestTheyTireFirst integrates the chance that he has given in over the times at which
// one would give in oneself.
func TestTheyTireFirst(t *testing.T) {
	r := bargaining.Resolve{Belief: 0.3, Firm: 0.05, Soft: 0.4}
	const own, steps, until = 0.2, 100_000, 150.0
	var sum float64
	for k := range steps {
		at := (float64(k) + 0.5) * until / steps
		sum += own * math.Exp(-own*at) * r.GivesIn(at) * until / steps
	}
	near(t, "they tire first", r.Outlasted(own), sum, 1e-6)
	near(t, "against one who never tires", r.Outlasted(0), 1, 1e-15)
	if longer := r.Silent(5, 1); longer.Outlasted(own) >= r.Outlasted(own) {
		t.Error("the longer they are silent the less one hopes that they tire first")
	}
	r.Firm, r.Belief = 0, 1
	near(t, "one who is resolute and never yields", r.Outlasted(own), 0, 0)
	near(t, "nor in any time", r.GivesIn(100), 0, 0)
}

func TestLearningAboutResolve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := func(name string, low, high float64) float64 { return rapid.Float64Range(low, high).Draw(t, name) }
		r := bargaining.Resolve{Belief: x("belief", 0, 1), Firm: x("firm", 0, 1), Blind: x("blind", 0, 1)}
		r.Soft = r.Firm + x("more", 0, 2)
		a, b, p := x("a", 0, 30), x("b", 0, 30), x("pressure", 0, 1)
		once, twice := r.Silent(a+b, p).Belief, r.Silent(a, p).Silent(b, p).Belief
		if math.Abs(once-twice) > 1e-9 {
			t.Fatalf("in two parts %v, at once %v", twice, once)
		}
		if once < r.Belief-1e-12 || r.Conceded().Belief > r.Belief+1e-12 || !(once <= 1) || !(r.Conceded().Belief >= 0) {
			t.Fatalf("silence leads from %v to %v, a concession to %v", r.Belief, once, r.Conceded().Belief)
		}
		if r.Silent(a, p).Belief > r.Silent(a, 1).Belief+1e-12 {
			t.Fatal("silence under full pressure tells most")
		}
	})
	if (bargaining.Resolve{Belief: 0.3}).Conceded().Belief != 0.3 {
		t.Error("what neither would do tells nothing")
	}
}

func TestBetaBinomialCounts(t *testing.T) {
	even := bargaining.Counts{Gave: 1, Held: 1}
	for _, p := range even.Next(9) {
		near(t, "a uniform prior makes every count as likely", p, 0.1, 1e-14)
	}
	c := even.Seen(2, 5)
	near(t, "Laplace's rule", c.Chance(), 3.0/9, 1e-15)
	var sum, mean float64
	for k, p := range c.Next(2000) {
		sum, mean = sum+p, mean+float64(k)*p
	}
	near(t, "all counts", sum, 1, 1e-10)
	near(t, "mean", mean, 2000*c.Chance(), 1e-6)
	near(t, "none in one", c.Next(1)[0], 1-c.Chance(), 1e-15)
	if c.Seen(1, 0).Chance() <= c.Chance() || c.Seen(0, 1).Chance() >= c.Chance() {
		t.Error("each case speaks for itself")
	}
}

// crisisTree is Signorino's: a demand or none, resistance or none, war or backing down.
func crisisTree() bargaining.Node {
	end := func(name string, a, b float64) bargaining.Node {
		return bargaining.Node{Name: name, Worth: []float64{a, b}}
	}
	return bargaining.Node{Name: "start", Mover: 0, Moves: []bargaining.Node{
		end("status quo", 0, 0),
		{Name: "demand", Mover: 1, Moves: []bargaining.Node{
			end("gives in", 1, -1),
			{Name: "resists", Mover: 0, Moves: []bargaining.Node{end("backs down", -0.5, 0.5), end("war", -0.8, -0.7)}},
		}},
	}}
}

func TestQuantalResponseLimits(t *testing.T) {
	exact := crisisTree().Play(math.Inf(1))
	// War is worse than backing down, so it is resisted, so no demand is made.
	near(t, "status quo", exact.Moves[0].Chance, 1, 0)
	near(t, "resists", exact.Moves[1].Moves[1].Chance, 1, 0)
	near(t, "backs down", exact.Moves[1].Moves[1].Moves[0].Chance, 1, 0)
	for precision := 1.0; precision < 1e4; precision *= 4 {
		near(t, "comes to the exact game", crisisTree().Play(precision).Moves[0].Chance, 1, 2*math.Exp(-0.4*precision)+0.3/precision)
	}
	for _, nothing := range []float64{0, -1, math.NaN()} {
		coin := crisisTree().Play(nothing)
		near(t, "coin", coin.Moves[0].Chance, 0.5, 0)
		near(t, "worth of the second node", coin.Moves[1].Worth[0], 0.5*1+0.5*(-0.65), 1e-15)
	}
	// By hand at precision 2.
	p := crisisTree().Play(2)
	war := 1 / (1 + math.Exp(2*0.3))
	resist := 1 / (1 + math.Exp(2*(-1-(0.5-war*1.2))))
	near(t, "war", p.Moves[1].Moves[1].Moves[1].Chance, war, 1e-15)
	near(t, "resistance", p.Moves[1].Moves[1].Chance, resist, 1e-15)
}

func TestTiesAreShared(t *testing.T) {
	n := bargaining.Node{Moves: []bargaining.Node{{Worth: []float64{1}}, {Worth: []float64{1}}, {Worth: []float64{0}}}}
	got := n.Play(math.Inf(1))
	near(t, "one of two", got.Moves[0].Chance, 0.5, 0)
	near(t, "the worse", got.Moves[2].Chance, 0, 0)
}

func TestFaultsOfTreesAndBeliefs(t *testing.T) {
	nan := math.NaN()
	deep := bargaining.Node{Worth: []float64{1}}
	for range 2000 {
		deep = bargaining.Node{Moves: []bargaining.Node{deep}}
	}
	for what, c := range map[string]struct{ got, want int }{
		"deep":    {len(deep.Check()), 1},
		"empty":   {len(bargaining.Node{}.Check()), 1},
		"mover":   {len(bargaining.Node{Mover: 3, Moves: []bargaining.Node{{Worth: []float64{nan}}, {Worth: []float64{1, 2}}}}.Check()), 3},
		"right":   {len(crisisTree().Check()), 0},
		"resolve": {len(bargaining.Resolve{Belief: nan, Firm: 1, Soft: 0.5, Blind: 2}.Check()), 3},
		"counts":  {len(bargaining.Counts{Gave: 0, Held: nan}.Check()), 2},
		"contest": {len((&bargaining.Contest{Own: nan, Floor: [2]float64{0.5, nan}}).Check()), 5},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d faults, not %d", what, c.got, c.want)
		}
	}
}

func contest() bargaining.Contest {
	held := bargaining.Resolve{Belief: 0.2, Firm: 0.05, Soft: 0.4}
	return bargaining.Contest{
		Stake: [2]float64{10, 10}, Strain: [2]float64{2, 2}, Held: [2]bargaining.Resolve{held, held},
		Demand: [2]float64{0.7, 0.7}, Floor: [2]float64{0.4, 0.4}, NoDeal: [2]float64{-0.2, -0.2},
	}
}

// TestContestIsAWarOfAttrition steps many contests: their mean length and who wins
// are those of the closed form.
func TestContestIsAWarOfAttrition(t *testing.T) {
	start := contest()
	start.Strain = [2]float64{1, 3}
	start.Stake = [2]float64{10, 20}
	a := bargaining.Attrition{Value: start.Stake, Cost: start.Strain}
	const runs, tick = 4000, 0.02
	uniform := lot(7)
	var length float64
	var wins int
	for range runs {
		c := start
		for step := 0; ; step++ {
			if gives := c.Step(tick, [2]float64{uniform(), uniform()}); gives >= 0 {
				length += (float64(step) + 0.5) * tick
				wins += gives // the second gives in: the first wins
				break
			}
		}
	}
	mean := a.MeanLength()
	near(t, "mean length", length/runs, mean, 4*mean/math.Sqrt(runs))
	near(t, "the first wins", float64(wins)/runs, a.Wins(0), 2/math.Sqrt(runs))
}

// lot is a plain generator, so that the test hangs on nothing else.
func lot(seed uint64) func() float64 {
	return func() float64 {
		seed += 0x9e3779b97f4a7c15
		z := (seed ^ seed>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		return float64((z^z>>31)>>11) / (1 << 53)
	}
}

func TestContestTellsResolve(t *testing.T) {
	c := contest()
	c.Tough = [2]bool{true, false}
	if h := c.Hazards(); h != [2]float64{0.05 * c.Pressure(0), 0.2} {
		t.Error(h)
	}
	c.Own, c.Strain[1] = 1, 3
	if h := c.Hazards(); h[1] != 3.0/10 {
		t.Error("one tires by one's own strain", h)
	}
	if _, meeting := c.Offer(0); meeting {
		t.Error("at first the demand of one who seems soft is not met")
	}
	met := 0
	for step := range 200 {
		if c.Step(0.25, [2]float64{0, 0}) != 0 && step == 0 { // a number of 0 is the soonest
			t.Error("both would give in: the first side of two at once")
		}
		c = contest()
		for range step {
			c.Step(0.25, [2]float64{1, 1}) // silence
		}
		share, meeting := c.Offer(0)
		if met > 0 && !meeting {
			t.Error("what was met is met after more silence")
		}
		if meeting {
			met++
			if threshold := 0.3 / (1 - 0.4 + 0.2); c.Held[0].Belief < threshold-1e-12 || share != 0.7 {
				t.Errorf("met at belief %v, below %v", c.Held[0].Belief, threshold)
			}
		}
	}
	if met == 0 {
		t.Error("silence is never rewarded")
	}
	before := c.Held[0].Belief
	if c.Step(0.25, [2]float64{1e-9, 1}) != 0 || c.Held[0].Belief >= before {
		t.Error("a concession lowers what is held of his resolve")
	}
}

// TestContestBeliefsAreCalibrated has an observer who weighs the situation and knows
// the rates: over many runs under a pressure that is not full, what he comes to hold
// is on the mean what he held, for he learns of nothing but chance.
func TestContestBeliefsAreCalibrated(t *testing.T) {
	const runs, tick, belief = 20000, 0.25, 0.4
	uniform := lot(11)
	var sum float64
	for range runs {
		c := bargaining.Contest{
			Stake: [2]float64{10, 10}, Strain: [2]float64{3, 0}, Own: 1, Tough: [2]bool{uniform() < belief, false},
			Held: [2]bargaining.Resolve{{Belief: belief, Firm: 0.4, Soft: 1}, {Soft: 1}},
		}
		for range 8 {
			c.Step(tick, [2]float64{uniform(), uniform()})
		}
		sum += c.Held[0].Belief
	}
	near(t, "belief", sum/runs, belief, 3*0.3/math.Sqrt(runs))
}

// TestNobodyTiresOfNothing lets nobody give in who is under no strain, least of all
// who is resolute.
func TestNobodyTiresOfNothing(t *testing.T) {
	c := contest()
	c.Own, c.Strain, c.Tough = 1, [2]float64{}, [2]bool{true, false}
	if h := c.Hazards(); h != [2]float64{} {
		t.Error(h)
	}
}

func BenchmarkContestStep(b *testing.B) {
	c := contest()
	b.ReportAllocs()
	for b.Loop() {
		c.Step(1.0/52, [2]float64{1, 1})
	}
}

func TestContestStepAllocatesNothing(t *testing.T) {
	c := contest()
	if n := testing.AllocsPerRun(100, func() { c.Step(0.02, [2]float64{0.9, 0.9}) }); n != 0 {
		t.Errorf("%v allocations a step", n)
	}
}
