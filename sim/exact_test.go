package sim

import (
	"math"
	"testing"

	"reckon"
)

// many is how many runs a comparison with exact odds takes.
func many() int {
	if testing.Short() {
		return 4_000
	}
	return 20_000
}

// quake lets a shock set the actor's option, and asks when it first is on.
func quake(c *reckon.Case, s reckon.Shock) *reckon.Case {
	s.Name, s.Moves = "quake", reckon.Move{On: 1}
	c.Shocks = append(c.Shocks, s)
	c.Minds[0].Wants[0].That = opt(0) // what chance has set he keeps
	c.Options[0].Lost = true          // and cannot set himself
	ask(c, "quake", call("ever", opt(0)))
	return c
}

// TestGeometricWaiting: with the same chance p in every step the first comes at step
// k with probability p(1 − p)^(k−1).
func TestGeometricWaiting(t *testing.T) {
	const p, weeks = 0.3, 12
	m := model(t, quake(still(weeks), reckon.Shock{Chance: num(p)}), Settings{})
	waits(t, tallied(t, m, Job{Seed: 11, To: many()}), func(k int) float64 { return math.Pow(1-p, float64(k)) })
}

// waits checks the steps of the first question against the odds of waiting longer
// than so many.
func waits(t *testing.T, tally *Tally, longer func(k int) float64) {
	t.Helper()
	q := tally.Questions()[0]
	sum, mean, square := 0.0, 0.0, 0.0
	for k := 1; k < len(q.First); k++ {
		p := longer(k-1) - longer(k)
		within4(t, "first at a step", q.First[k], q.Runs, p)
		sum += float64(k * q.First[k])
		mean += float64(k) * p
		square += float64(k*k) * p
	}
	within4(t, "never", q.Never, q.Runs, longer(len(q.First)-1))
	if q.Yes+q.Never != q.Runs {
		t.Errorf("%d yes and %d never of %d runs", q.Yes, q.Never, q.Runs)
	}
	deviation := math.Sqrt((square - mean*mean) / float64(q.Runs))
	if got := sum / float64(q.Runs); math.Abs(got-mean) > 4*deviation {
		t.Errorf("the mean step, 0 for never, is %v, exactly %v ± %v", got, mean, deviation)
	}
}

// TestExponentialWaiting: a rate λ a year leaves exp(−λt) without it after t years.
func TestExponentialWaiting(t *testing.T) {
	const rate = 4.0
	m := model(t, quake(still(26), reckon.Shock{Rate: num(rate), Per: "year"}), Settings{})
	week := 7 / 365.2425
	waits(t, tallied(t, m, Job{Seed: 12, To: many()}), func(k int) float64 { return math.Exp(-rate * week * float64(k)) })
}

// TestGompertz: with the hazard a·e^(bt), summed over each step, the survival is
// S(t) = exp(−(a/b)(e^(bt) − 1)) at every step.
func TestGompertz(t *testing.T) {
	const a, b = 0.02, 0.15
	e := func(t reckon.Expr) reckon.Expr { return call("exp", with("*", num(b), t)) }
	hazard := with("*", num(a/b), with("-", e(with("+", call("time"), num(1))), e(call("time"))))
	m := model(t, quake(still(24), reckon.Shock{Rate: hazard, Per: "week"}), Settings{})
	waits(t, tallied(t, m, Job{Seed: 13, To: many()}), func(k int) float64 {
		return math.Exp(-a / b * (math.Exp(b*float64(k)) - 1))
	})
}

// TestCompetingRisks: of two exits with rates λ and μ the first takes the share
// λ/(λ + μ) of those who leave, and 1 − e^(−(λ+μ)T) leave. In steps the exit that
// stands first in the file has its chance first, so the shares are those of
// p and (1 − p)q; with daily steps the two agree to a few thousandths.
func TestCompetingRisks(t *testing.T) {
	const λ, μ, days = 0.010, 0.004, 120
	c := still(1)
	c.Step, c.Until = "day", c.From+days
	c.Actors[0].Options = []int{0, 1}
	c.Options = append(c.Options, reckon.Option{Name: "a.y"})
	c.Minds[0].Wants = []reckon.Want{{Name: "x", That: opt(0)}, {Name: "y", That: opt(1)}}
	c.Options[0].Lost, c.Options[1].Lost = true, true
	open := with("!", with("||", opt(0), opt(1)))
	c.Shocks = []reckon.Shock{
		{Name: "one", Rate: num(λ), Per: "day", When: open, Moves: reckon.Move{On: 1}},
		{Name: "other", Rate: num(μ), Per: "day", When: open, Moves: reckon.Move{On: 2}},
	}
	ask(c, "one", call("ever", opt(0)))
	ask(c, "other", call("ever", opt(1)))
	tally := tallied(t, model(t, c, Settings{}), Job{Seed: 14, To: many()})
	stay := math.Exp(-λ - μ)
	left := (1 - math.Pow(stay, days)) / (1 - stay)
	exact := []float64{(1 - math.Exp(-λ)) * left, math.Exp(-λ) * (1 - math.Exp(-μ)) * left}
	for i, rate := range []float64{λ, μ} {
		q := tally.Questions()[i]
		within4(t, q.Name, q.Yes, q.Runs, exact[i])
		if limit := rate / (λ + μ) * (1 - math.Exp(-(λ+μ)*days)); math.Abs(limit-exact[i]) > 0.003 {
			t.Errorf("%s: in steps %v, without %v", q.Name, exact[i], limit)
		}
	}
	if n := tally.Both(0, 1); n != 0 {
		t.Errorf("both exits in %d runs", n)
	}
}

// TestPrecision: at precision 0 a choice between two is a coin flip, at infinity it
// is the best one, and in between the odds are e^(λ·gain) to 1.
func TestPrecision(t *testing.T) {
	for _, precision := range []float64{0, 1.5, math.Inf(1)} {
		c := still(2)
		c.Minds[0].Temper.Precision = precision
		c.Minds[0].Wants = []reckon.Want{{Name: "x", That: opt(0)}}
		tally := tallied(t, model(t, c, Settings{}), Job{Seed: 15, To: many()})
		p := 1 / (1 + math.Exp(-precision))
		within4(t, "he takes it up", tally.On(0, 1), many(), p)
		within4(t, "he has it a step later", tally.On(0, 2), many(), p) // the logit choice forgets where he was
	}
}

// TestTwoTypes: who is tough concedes at rate 0.05 a step and who is weak at 0.4, and
// tough has odds 0.2. After t steps without a concession the odds are
// 0.2·e^(−0.05t)/(0.2·e^(−0.05t) + 0.8·e^(−0.4t)); at a pace, the same with what a
// step of silence is then worth.
func TestTwoTypes(t *testing.T) {
	kind := func(name string, odds, rate float64) reckon.Kind {
		moves := 1 - math.Exp(-rate)
		temper := best()
		temper.Precision = math.Log(1/moves - 1) // so that he gives in with just this probability
		return reckon.Kind{Name: name, Odds: odds, Temper: temper, Wants: []reckon.Want{{Name: "hold out", That: with("!", opt(0))}}}
	}
	for _, pace := range []float64{1, 0.25, 0} { // 0: learning is left out
		c := still(10)
		c.Actors[0].Pace = pace
		without := []string{"a"}
		if pace == 0 {
			without = append(without, "learning")
		}
		c.Actors = append(c.Actors, reckon.Actor{Name: "b"})
		c.Minds = append(c.Minds, reckon.Mind{Actor: "b", Temper: best(), Beliefs: []reckon.Belief{{
			About: "a", Kinds: []reckon.Kind{kind("tough", 0.2, 0.05), kind("weak", 0.8, 0.4)},
		}}})
		m := model(t, c, Settings{Scenario: reckon.Scenario{Without: without}}) // he never moves, and nobody knows
		e, b := m.newEngine(1), m.newBlock(1)
		b.n = 1
		e.b, e.job = b, &Job{}
		must(e.begin())
		published := map[int]float64{2: 0.33486, 5: 0.58994, 10: 0.89223}
		for k := range 10 {
			must(e.step(k))
			silent := func(rate float64) float64 { return math.Pow(pace*math.Exp(-rate)+1-pace, float64(k+1)) }
			want := 0.2 * silent(0.05) / (0.2*silent(0.05) + 0.8*silent(0.4))
			got := e.odds[e.pages[0].Slot(1, 0)]
			if math.Abs(got-want) > 1e-12 {
				t.Errorf("pace %v: after %d steps %v, exactly %v", pace, k+1, got, want)
			}
			if p := published[k+1]; pace == 1 && p > 0 && math.Abs(got-p) > 5e-6 {
				t.Errorf("after %d steps %v, by hand %v", k+1, got, p)
			}
		}
	}
}
