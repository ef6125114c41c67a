package mind

import (
	"math"
	"testing"

	"reckon"
)

// quiet is a conflict in which b may concede (option 1) and a reckons with a tough b,
// who concedes with chance tough when he considers it, and a weak one.
func quiet(prior, tough, weak, pace float64) *reckon.Case {
	c := world(1, 1)
	c.Actors[1].Pace = pace
	kind := func(name string, odds, chance float64) reckon.Kind {
		k := reckon.Kind{Name: name, Odds: odds, Wants: wants(not(opt(1)))}
		k.Temper = temper(reckon.Nash, 0, math.Log((1-chance)/chance), 0) // 1/(1 + e^precision) is the chance of what is worth 0 beside 1
		if chance > 0.5 {
			k.Wants, k.Temper.Precision = wants(opt(1)), -k.Temper.Precision
		}
		return k
	}
	c.Minds = []reckon.Mind{{Actor: "a", Temper: reckon.DefaultTemper(), Beliefs: []reckon.Belief{{About: "b", Kinds: []reckon.Kind{
		kind("tough", prior, tough), kind("weak", 1-prior, weak),
	}}}}}
	return c
}

func pageOf(tb testing.TB, c *reckon.Case) *Page {
	tb.Helper()
	p, err := minds(tb, c).Page(1 << 20)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// TestSilenceTeaches: P(tough | no concession up to t) is
// π·e^(−h_T·t) / (π·e^(−h_T·t) + (1−π)·e^(−h_W·t)), for π = .2, h_T = .05, h_W = .4 at
// t = 2, 5, 10 .33486, .58994, .89223 (worked out by hand from the formula). It comes
// out exactly where a step's chance is 1 − e^(−h), and in the limit of small steps of
// chance h·Δt, whether that is the kind's chance or his pace.
func TestSilenceTeaches(t *testing.T) {
	const prior, tough, weak = 0.2, 0.05, 0.4
	want := map[int]float64{2: 0.33486, 5: 0.58994, 10: 0.89223}
	silent := func(c *reckon.Case, steps int, check func(n int, odds float64)) {
		p := pageOf(t, c)
		odds := p.Odds()
		var choice Choice
		for n := 1; n <= steps; n++ {
			p.Learn(&choice, 1, at("NN"), at("NN"), odds, nil)
			check(n, odds[p.Slot(0, 1)])
		}
	}
	silent(quiet(prior, 1-math.Exp(-tough), 1-math.Exp(-weak), 1), 10, func(n int, odds float64) {
		exact := 1 / (1 + (1-prior)/prior*math.Exp((tough-weak)*float64(n)))
		if x, asked := want[n]; math.Abs(odds-exact) > 1e-12 || asked && math.Abs(odds-x) > 5e-6 {
			t.Errorf("after %d steps %.6f, want %.6f", n, odds, exact)
		}
	})
	const small = 1e-3
	for _, c := range []*reckon.Case{quiet(prior, tough*small, weak*small, 1), quiet(prior, tough, weak, small)} {
		silent(c, 10/small, func(n int, odds float64) {
			if x, asked := want[int(float64(n)*small)]; asked && n%1000 == 0 && math.Abs(odds-x) > 2e-4 {
				t.Errorf("after %d small steps %.6f, want %.6f", n, odds, x)
			}
		})
	}
}

// TestConcessionLowersResolve: after four silent steps b concedes.
// Silent: .2·.95⁴ : .8·.6⁴ = .16290125 : .10368, so .611075. Then times .05 and .4:
// .0081450625 : .041472 = .164158.
func TestConcessionLowersResolve(t *testing.T) {
	p := pageOf(t, quiet(0.2, 0.05, 0.4, 1))
	odds := p.Odds()
	var choice Choice
	for range 4 {
		p.Learn(&choice, 1, at("NN"), at("NN"), odds, nil)
	}
	near(t, "tough after silence", odds[0], 0.611075)
	p.Learn(&choice, 1, at("NN"), at("NY"), odds, nil)
	near(t, "tough after a concession", odds[0], 0.164158)
	near(t, "weak after a concession", odds[1], 1-0.164158)
}

// TestSilentSideIsResolute: where a concession has the hazard λ whoever he is, the odds
// that who has been silent for t is resolute and will never concede are z·e^(λt)
// [abreugul2000]. A flexible b concedes as soon as he considers it, at the pace that
// makes it so; the resolute one never does.
func TestSilentSideIsResolute(t *testing.T) {
	const z, lambda, step = 0.1, 2.0, 0.01
	c := quiet(z, 0.1, 0.9, 1)
	kinds := c.Minds[0].Beliefs[0].Kinds
	kinds[0].Temper.Precision, kinds[1].Temper.Precision = math.Inf(1), math.Inf(1)
	p := pageOf(t, c)
	odds := p.Odds()
	var choice Choice
	left := func(at float64) float64 { return math.Exp(-lambda*at) - z } // flexible and silent so far
	for n := range 100 {
		now := float64(n) * step
		p.book.pace[1] = 1 - left(now+step)/left(now)
		p.Learn(&choice, 1, at("NN"), at("NN"), odds, nil)
		if want := z * math.Exp(lambda*(now+step)); math.Abs(odds[0]-want) > 1e-12 {
			t.Fatalf("at %.2f the odds are %v, want %v", now+step, odds[0], want)
		}
	}
}

// remembering adds to a an episode of two features, 1 at weight 2 and .5 at weight 1,
// that is recalled from a similarity of .5 on and makes a tough b likelier.
func remembering(c *reckon.Case, strength float64) *reckon.Case {
	c.Features = []reckon.Feature{{Name: "war"}, {Name: "siege"}, {Name: "other"}}
	c.Minds[0].Episodes = []reckon.Episode{{
		Name: "1988", Above: 0.5,
		Features: []reckon.Recollection{{Feature: "siege", Was: 0.5, Weight: 1}, {Feature: "war", Was: 1, Weight: 2}},
		Lessons:  []reckon.Lesson{{About: "b", Kind: "tough", Strength: strength}},
	}}
	return c
}

// TestRecallByHand. With war .5 and siege .5 the similarity is (1·1 + 2·.5)/3 = 2/3 and
// recall (2/3 − 1/2)/(1/2) = 1/3. With 1 and 0: (1·.5 + 2·1)/3 = 5/6, recall 2/3. A siege
// that is unknown leaves war alone; values beyond 0 and 1 are held there.
func TestRecallByHand(t *testing.T) {
	p := pageOf(t, remembering(quiet(0.2, 0.05, 0.4, 1), 1.2))
	nan := math.NaN()
	for _, x := range []struct{ war, siege, want float64 }{
		{1, 0.5, 1},
		{0.5, 0.5, 1.0 / 3},
		{1, 0, 2.0 / 3},
		{0, 0, 0},
		{0, 0.5, 0},
		{7, 0.5, 1},
		{1, -3, 2.0 / 3},
		{0.75, nan, 0.5},
		{nan, nan, 0},
	} {
		near(t, "recall", p.Recalls(nil, 0, []float64{x.war, x.siege, nan})[0], x.want)
	}
	if p.Recalls(nil, 1, []float64{1, 1, 1}) != nil {
		t.Error("b remembers nothing")
	}

	// Recall 1/3 at strength 1.2: the odds .2 : .8 become .2·e^.4 : .8, .298364946 : .8.
	tilt, odds := make([]float64, len(p.Odds())), p.Odds()
	if !p.Recall(tilt, []float64{0.5, 0.5, 0}) {
		t.Fatal("nothing is recalled")
	}
	k := kindOf{p.Slot(0, 1), p.Slot(0, 1), 2}
	near(t, "tilted odds", k.share(odds, tilt), 0.271645)
	near(t, "the odds themselves", odds[k.at], 0.2)
	if p.Recall(tilt, []float64{0, 0, 0}) {
		t.Error("nothing like it is there, and it is recalled")
	}
	p = pageOf(t, remembering(quiet(0.2, 0.05, 0.4, 1), -1.2)) // .2·e^−.4 : .8 = .134064009 : .8
	p.Recall(tilt, []float64{0.5, 0.5, 0})
	near(t, "odds of a kind less likely", k.share(odds, tilt), 0.143528)
}

// TestManyMemories: what many episodes make of odds goes to its limit and not beyond
// what a number can hold, where nothing would be left of it.
func TestManyMemories(t *testing.T) {
	for _, strength := range []float64{100, -100} {
		c := remembering(quiet(0.2, 0.05, 0.4, 1), strength)
		for range 7 {
			c.Minds[0].Episodes = append(c.Minds[0].Episodes, c.Minds[0].Episodes[0])
		}
		p := pageOf(t, c)
		tilt, odds := make([]float64, len(p.Odds())), p.Odds()
		p.Recall(tilt, []float64{1, 0.5, 0})
		k := kindOf{p.Slot(0, 1), p.Slot(0, 1), 2}
		near(t, "odds under eight like memories", k.share(odds, tilt), max(0, strength/100))
	}
}

// TestRecallBendsChoices: a chooses as one whose odds are the tilted ones, and learns as
// if nothing had been recalled.
func TestRecallBendsChoices(t *testing.T) {
	c := believing(0)
	c.Minds[0].Beliefs[0].Kinds[0].Name = "tough"
	p := pageOf(t, remembering(c, 2))
	tilt, odds := make([]float64, 2), p.Odds()
	p.Recall(tilt, []float64{1, 0.5, 0})
	bent := believing(0)
	weight := 0.7 * math.Exp(2)
	bent.Minds[0].Beliefs[0].Kinds[0].Odds, bent.Minds[0].Beliefs[0].Kinds[1].Odds = weight/(weight+0.3), 0.3/(weight+0.3)
	want := minds(t, bent).Choose(0, at("NN"), []reckon.Move{hold, dares})
	var choice Choice
	p.Choose(&choice, 0, at("NN"), odds, tilt)
	if math.Abs(choice.P[1]-want.P[1]) > 1e-12 || math.Abs(choice.P[1]-0.256038) < 1e-3 {
		t.Errorf("dares with %v, want %v", choice.P[1], want.P[1])
	}
	p.Learn(&choice, 1, at("YN"), at("YY"), odds, tilt)
	near(t, "what is learned", odds[0], 0.992211) // as in TestObserveByHand
}

// TestPrecisionLimits: precision 0 gives equal odds, endless precision the best only.
func TestPrecisionLimits(t *testing.T) {
	var choice Choice
	for precision, want := range map[float64]float64{0: 0.5, math.Inf(1): 1, 1e308: 1, steepest: 1 / (1 + math.Exp(-steepest/3.0))} {
		p := pageOf(t, dare(0, precision))
		p.Choose(&choice, 0, at("NN"), p.Odds(), nil)
		near(t, "p of daring", choice.P[1], want)
	}
}
