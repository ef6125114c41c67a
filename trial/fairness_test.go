package trial

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon"
)

// TestSilentIsNotAMiss: choices that a reading does not distinguish lower its
// coverage and nothing else.
func TestSilentIsNotAMiss(t *testing.T) {
	short := handMade()
	long := handMade()
	for k := range 20 {
		long.Record = append(long.Record, chose(reckon.Date(40+2*k), 1, "office", talks, hold), then(reckon.Date(41+2*k), "leader", hushes))
	}
	a, b := run(t, short).Readings, run(t, long).Readings
	for i := range a {
		if a[i].LogScore != b[i].LogScore || a[i].Brier != b[i].Brier || a[i].Covered != b[i].Covered || b[i].Choices != a[i].Choices+20 {
			t.Errorf("%s: %+v then %+v", a[i].Name, a[i], b[i])
		}
		near(t, "posterior", b[i].Posterior, a[i].Posterior)
	}
}

// TestReadingThatSaysNothingOfHim is silent even where the case itself has a
// mind for the actor: that mind is not the reading's.
func TestReadingThatSaysNothingOfHim(t *testing.T) {
	c := handMade()
	c.Minds = c.Readings[0].Minds
	c.Readings[1].Minds = nil
	dove := run(t, c).Readings[1]
	if dove.Covered != 0 || dove.Known || dove.LogScore != 0 || dove.Choices != 3 || !strings.Contains(dove.Verdict, "silent on all 3 choices") {
		t.Errorf("%+v", dove)
	}
}

// TestRetrodictionIsNeverAdded: whatever the earlier rows say, so long as they
// leave the same state, the scores and weights of the readings stay.
func TestRetrodictionIsNeverAdded(t *testing.T) {
	plain := run(t, handMade())
	rapid.Check(t, func(t *rapid.T) {
		c := handMade()
		var early []reckon.Event
		for day := reckon.Date(2); day < 10; day += 2 {
			if rapid.Bool().Draw(t, "row") {
				took := rapid.SampledFrom([]reckon.Move{dares, hold, talks}).Draw(t, "took")
				instead := rapid.SliceOfN(rapid.SampledFrom([]reckon.Move{dares, hold, talks}), 0, 3).Draw(t, "instead")
				early = append(early, chose(day, rapid.Float64Range(0, 1).Draw(t, "weight"), "own words", took, instead...),
					then(day+1, "leader", reckon.Move{Off: dare | talk}))
			}
		}
		c.Record = append(early, c.Record[2:]...)
		got, err := Run(c, Settings{Draws: 50})
		if err != nil {
			t.Fatal(err)
		}
		for i, a := range plain.Readings {
			b := got.Readings[i]
			if i == 0 && (a.LogScore != b.LogScore || a.Brier != b.Brier || a.Covered != b.Covered || a.Posterior != b.Posterior) {
				t.Fatalf("%+v\nthen\n%+v", a, b)
			}
		}
	})
}

// TestProper: no forecast other than the truth has a better expected score.
func TestProper(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 5).Draw(t, "moves")
		truth, other := drawOdds(t, n), drawOdds(t, n)
		expected := func(forecast []float64) (log, brier float64) {
			for did, p := range truth {
				first := slices.Concat(forecast[did:did+1], forecast[:did], forecast[did+1:])
				log += p * logOf(first[0])
				brier += p * brierOf(first)
			}
			return log, brier
		}
		logTrue, brierTrue := expected(truth)
		logOther, brierOther := expected(other)
		if logOther > logTrue+1e-12 || brierOther < brierTrue-1e-12 {
			t.Fatalf("truth %v: %v %v; forecast %v: %v %v", truth, logTrue, brierTrue, other, logOther, brierOther)
		}
	})
}

// drawOdds draws odds of at least 0.02 each, clear of the clip.
func drawOdds(t *rapid.T, n int) []float64 {
	p := make([]float64, n)
	sum := 0.0
	for i := range p {
		p[i] = rapid.Float64Range(0.1, 1).Draw(t, "p")
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}

// TestClip: a surprise costs at most ln 0.001.
func TestClip(t *testing.T) {
	c := handMade()
	c.Readings[0].Minds[0].Temper.Precision = math.Inf(1)
	c.Record = c.Record[3:5] // day 25: he held
	hawk := run(t, c).Readings[0]
	near(t, "log score", hawk.LogScore, math.Log(0.001))
	near(t, "Brier", hawk.Brier, 2)
}

func TestSameBytes(t *testing.T) {
	texts := map[string]bool{}
	for range 3 {
		text, err := json.Marshal(run(t, handMade()))
		if err != nil {
			t.Fatal(err)
		}
		texts[string(text)] = true
	}
	if len(texts) != 1 {
		t.Error("the same trial gave different bytes")
	}
	a := run(t, long(60))
	b, err := Run(long(60), Settings{Seed: 2})
	if err != nil {
		t.Fatal(err)
	}
	if a.Readings[0].LogScore != b.Readings[0].LogScore || a.Readings[0].LogRange == b.Readings[0].LogRange {
		t.Error("the seed should move the intervals and nothing else")
	}
	c, err := Run(long(60), Settings{Draws: 7})
	if err != nil || c.Draws != 7 || a.Draws != 1000 || a.Seed != 1 {
		t.Errorf("draws %d and %d: %v", c.Draws, a.Draws, err)
	}
}

// long is a case of n choices after both readings, three in four of them to dare.
func long(n int) *reckon.Case {
	c := handMade()
	c.Record = nil
	for k := range n {
		did, instead := dares, hold
		if k%4 == 3 {
			did, instead = hold, dares
		}
		day := reckon.Date(30 + 2*k)
		c.Record = append(c.Record, chose(day, 1, "office", did, instead), then(day+1, "leader", ceases))
	}
	return c
}

// TestLeads: with choices enough the better reading leads, and is said to beat
// who knows nothing; the other is said not to.
func TestLeads(t *testing.T) {
	r := run(t, long(80))
	hawk, dove := r.Readings[0], r.Readings[1]
	if r.Stages[1].Overlap || hawk.Posterior < 0.99 {
		t.Errorf("stage %+v", r.Stages[1])
	}
	for _, part := range []string{
		"“hawk” leads with a weight of >99%", "on the 80 choices that test both readings; next is “dove” with <1%",
		"“hawk” beats a coin toss", "On the 80 of 80 choices that it covers, “dove” does clearly worse than a coin toss",
	} {
		if !strings.Contains(r.Finding, part) {
			t.Errorf("finding lacks %q:\n%s", part, r.Finding)
		}
	}
	for name, s := range map[string]Score{"hawk": hawk, "dove": dove} {
		if !(s.LogRange[0] < s.LogScore && s.LogScore < s.LogRange[1] && s.BrierSpan[0] < s.Brier && s.Brier < s.BrierSpan[1]) {
			t.Errorf("%s: interval does not hold the score: %+v", name, s)
		}
	}
	// Points ln 3/4 and ln 1/4, three to one, 80 of them: the mean has standard
	// deviation 1.0986·√(3/16)/√80 = .0532, and the middle 90% is ±1.645 of it.
	near2 := func(got, want float64) bool { return math.Abs(got-want) < 0.015 }
	if !near2(hawk.LogScore-hawk.LogRange[0], 0.0875) || !near2(hawk.LogRange[1]-hawk.LogScore, 0.0875) {
		t.Errorf("interval %v about %v, want ±.0875", hawk.LogRange, hawk.LogScore)
	}
}

// TestFit: on six earlier choices with four to dare, the likeliest precision
// gives daring 2/3, so it is ln 2; the later choice is scored with it.
func TestFit(t *testing.T) {
	c := world()
	c.Readings = []reckon.Reading{one("hawk", 100, opt(0), 3)}
	add := func(day reckon.Date, did, instead reckon.Move) {
		c.Record = append(c.Record, chose(day, 1, "office", did, instead), then(day+1, "leader", ceases))
	}
	for k := range 6 {
		if k%3 == 2 {
			add(reckon.Date(2+2*k), hold, dares)
		} else {
			add(reckon.Date(2+2*k), dares, hold)
		}
	}
	if f := run(t, c).Readings[0].Fitted; f != nil {
		t.Errorf("fitted with nothing to score: %+v", f)
	}
	add(200, dares, hold)
	s := run(t, c).Readings[0]
	if s.Fitted == nil || s.Fitted.Choices != 6 {
		t.Fatalf("fit %+v", s.Fitted)
	}
	near(t, "precision", s.Fitted.Precision, math.Ln2)
	near(t, "log score", s.Fitted.LogScore, math.Log(2.0/3))
	near(t, "Brier", s.Fitted.Brier, 2.0/9)
	near(t, "unfitted", s.LogScore, math.Log(0.75))
	c.Record = c.Record[4:]
	if f := run(t, c).Readings[0].Fitted; f != nil {
		t.Errorf("fitted on four choices: %+v", f)
	}
}

func TestMaximum(t *testing.T) {
	for _, x := range []float64{0, 0.3, 8, 63.9, 64} {
		if got := maximum(func(p float64) float64 { return -(p - x) * (p - x) }); math.Abs(got-x) > 1e-5 {
			t.Errorf("maximum at %v found at %v", x, got)
		}
	}
	if got := maximum(func(float64) float64 { return 1 }); got != 0 {
		t.Errorf("a flat function has its least maximum at 0, not %v", got)
	}
}

// unsure is a reading whose leader dares when he expects no answer, and holds
// even odds of whether the other would answer.
func unsure(dated reckon.Date) reckon.Reading {
	wish := reckon.Expr{Op: "==", Args: []reckon.Expr{opt(0), opt(2)}}
	kind := func(name string, that reckon.Expr) reckon.Kind {
		return reckon.Kind{Name: name, Odds: 0.5, Temper: plain(3), Wants: want(that)}
	}
	return reckon.Reading{Name: fmt.Sprint("unsure ", int(dated)), Dated: dated, Minds: []reckon.Mind{{
		Actor:  "leader",
		Temper: reckon.Temper{Concept: reckon.SEQ, Caution: 1, Precision: 3, Emphasis: 2},
		Wants:  []reckon.Want{{Name: "peace", That: not(opt(2))}, {Name: "daring", That: opt(0)}},
		Beliefs: []reckon.Belief{{About: "other", Kinds: []reckon.Kind{
			kind("answerer", wish), kind("idler", not(opt(2))),
		}}},
	}}}
}

// TestWhatTeachesNothing: rows before the clock starts are in the state at its
// start, and a choice left out of scoring may not say what was done.
func TestWhatTeachesNothing(t *testing.T) {
	for what, record := range map[string][]reckon.Event{
		"before the clock": {then(15, "other", reckon.Move{On: answers})},
		"left out": {{
			ID: "x", Date: 25, Until: 25, Actor: "other", Choice: true, Weight: 0,
			Took: hold, Instead: []reckon.Move{{On: answers}},
		}},
	} {
		c := world()
		c.From = 20
		c.Options[0].On = true // the leader dares from the start, so an answer, or none, would tell the kinds apart
		c.Readings = []reckon.Reading{unsure(10)}
		c.Record = append(record, then(29, "leader", ceases), chose(30, 1, "own words", dares, hold))
		r := run(t, c)
		last := r.Choices[len(r.Choices)-1]
		if !slices.Equal(last.Silent, []string{"unsure 10"}) {
			t.Errorf("%s: he learned from it, p = %v", what, last.P)
		}
	}
}

// TestLastTimeAfterTheClockStarts: what he did before the clock is no precedent.
func TestLastTimeAfterTheClockStarts(t *testing.T) {
	c := handMade()
	c.From = 20
	r := run(t, c)
	for _, ch := range r.Choices {
		if _, spoke := ch.P[lastTime]; ch.Date == 25 && spoke {
			t.Errorf("on day 25 the rival leaned on a choice before the clock: %v", ch.P)
		}
	}
}

// TestBeliefsLearnFromLaterRows: the leader dares when he expects no answer. His
// belief starts at the reading's odds on its date, so an answer seen before
// that day is already in them; answers seen later lower his daring.
func TestBeliefsLearnFromLaterRows(t *testing.T) {
	c := world()
	c.Readings = []reckon.Reading{unsure(10), unsure(15)}
	c.Record = []reckon.Event{
		then(9, "other", reckon.Move{On: answers}), // before both readings
		then(10, "other", reckon.Move{Off: answers}),
		then(14, "leader", dares),
		then(15, "other", reckon.Move{On: answers}), // before the second, on its very day
		then(17, "leader", reckon.Move{Off: dare | answers}),
		chose(30, 1, "own words", dares, hold),
	}
	r := run(t, c)
	// Daring is worth 1 if idle, 1/3 if answered; holding 2/3. The later reading
	// has even odds, so both are worth 2/3 and it is silent.
	if !slices.Equal(r.Choices[0].Silent, []string{"unsure 15"}) {
		t.Errorf("silent: %v", r.Choices[0].Silent)
	}
	// The earlier one saw the answer at YN: answerer 3/4, idler 1/4. Daring is
	// worth .75/3 + .25 = .5, holding 2/3: 1/(1+e^.5) = .377541.
	near(t, "p after an answer", r.Choices[0].P["unsure 10"], 0.377541)
	// An answer withdrawn while he still dares is what the idler does with 3/4.
	// The earlier reading's odds are even again, and it has nothing to say; the
	// later one saw the withdrawal alone: .25/3 + .75 = .833333, 1/(1+e^−.5) = .622459.
	c.Record = slices.Insert(c.Record, 4, then(16, "other", reckon.Move{Off: answers}))
	r = run(t, c)
	if !slices.Equal(r.Choices[0].Silent, []string{"unsure 10"}) {
		t.Errorf("silent after the withdrawal: %v", r.Choices[0].Silent)
	}
	near(t, "p after a withdrawal", r.Choices[0].P["unsure 15"], 0.622459)
}

// TestMeasuresAsKnown: a want reads a measure; what counts is the last
// observation on or before the day.
func TestMeasuresAsKnown(t *testing.T) {
	c := world()
	c.Measures = []reckon.Measure{{Name: "oil", Start: reckon.Exactly(40)}, {Name: "rain", Start: reckon.Spread{}}}
	c.Observations = []reckon.Observation{
		{Date: 50, Measure: "oil", Value: 90},
		{Date: 30, Measure: "oil", Value: 70},
		{Date: 60, Measure: "oil", Value: math.NaN()},
		{Date: 30, Measure: "rain", Value: 1},
	}
	for day, oil := range map[reckon.Date]float64{29: 40, 30: 70, 49: 70, 50: 90} {
		if got := c.MeasuresOn(day)("oil"); got != oil {
			t.Errorf("oil on day %d is %v, want %v", day, got, oil)
		}
	}
	if !math.IsNaN(c.MeasuresOn(60)("oil")) || !math.IsNaN(c.MeasuresOn(29)("rain")) || !math.IsNaN(c.MeasuresOn(29)("snow")) {
		t.Error("unknown values should be NaN")
	}
	// He wants to dare when oil is dear and to hold when it is cheap.
	dear := reckon.Expr{Op: ">", Args: []reckon.Expr{{Op: "measure", Name: "oil"}, {Op: "number", Number: 60}}}
	c.Readings = []reckon.Reading{one("trader", 10, reckon.Expr{Op: "==", Args: []reckon.Expr{dear, opt(0)}}, 3)}
	for _, day := range []reckon.Date{20, 40, 61} {
		c.Record = append(c.Record, chose(day, 1, "office", dares, hold), then(day+1, "leader", ceases))
	}
	r := run(t, c)
	near(t, "cheap oil", r.Choices[0].P["trader"], 0.25)
	near(t, "dear oil", r.Choices[1].P["trader"], 0.75)
	if !slices.Equal(r.Choices[2].Silent, []string{"trader"}) {
		t.Errorf("nobody knows the price: %+v", r.Choices[2])
	}
}

// TestSkipped: why a choice is put to nobody, and which moves are left out.
func TestSkipped(t *testing.T) {
	for name, x := range map[string]struct {
		change func(c *reckon.Case)
		want   string
	}{
		"one state":    {func(c *reckon.Case) { c.Record[2].Instead = []reckon.Move{dares, {On: dare}} }, "nothing that he could have done instead"},
		"no clock yet": {func(c *reckon.Case) { c.From = 20 }, "before the case's clock starts"},
		"impossible":   {func(c *reckon.Case) { c.Impossible = []reckon.Impossible{{When: opt(0)}} }, "what he did is a move that the case calls impossible"},
		"final": {func(c *reckon.Case) {
			c.Options[0].Final, c.Options[0].On = true, true
			c.Record[1].Took = hold
			c.Record[2].Took = ceases
		}, "what he did is a move"},
		"broken before": {func(c *reckon.Case) { c.Impossible = []reckon.Impossible{{When: not(opt(0))}} }, "the state before it is one that the case calls impossible"},
		"nobody":        {func(c *reckon.Case) { c.Record[2].Actor = "ghost" }, "its actor is not in the case"},
		"no weight":     {func(c *reckon.Case) { c.Record[2].Weight = 0 }, "left out by the author of the case, without a reason"},
	} {
		c := handMade()
		x.change(c)
		got := run(t, c).Choices[1]
		if !strings.Contains(got.Skipped, x.want) || len(got.P) != 0 || got.Silent != nil || len(got.Alternatives) != 0 {
			t.Errorf("%s: %+v", name, got)
		}
	}
	c := handMade()
	c.Record[2].Instead = []reckon.Move{hold, {Off: talk}, {Off: dare}, talks}
	c.Options[1].Lost, c.Options[1].Final = false, false
	c.Impossible = []reckon.Impossible{{When: opt(1)}}
	got := run(t, c).Choices[1]
	if !slices.Equal(got.Alternatives, []string{"+dare", "hold"}) || len(got.Merged) != 3 ||
		got.Merged[0] != "-talk leads to the same state as hold" || got.Merged[2] != "+talk is a move that the case calls impossible" {
		t.Errorf("%v; left out: %q", got.Alternatives, got.Merged)
	}
}

// TestOddCases: no readings, one reading, no dates, no record, and errors.
func TestOddCases(t *testing.T) {
	c := handMade()
	c.Readings = nil
	if r := run(t, c); !strings.Contains(r.Finding, "no readings") || len(r.Rivals) != 3 || r.Rivals[0].Choices != 0 || len(r.Choices) != 7 {
		t.Errorf("no readings: %+v", r)
	}
	c = handMade()
	c.Readings = c.Readings[:1]
	if r := run(t, c); !strings.Contains(r.Finding, "one reading") || r.Readings[0].Posterior != 1 {
		t.Errorf("one reading: %s", r.Finding)
	}
	c = handMade()
	c.Readings[1].Dated = 0
	if r := run(t, c); !strings.Contains(r.Finding, "only one reading has a date") || r.Readings[1].Choices != 0 || r.Readings[1].Posterior != 0.5 ||
		r.Readings[1].Retro.Choices != 5 || !strings.Contains(r.Readings[1].Verdict, "has no date") {
		t.Errorf("no date: %+v", r.Readings[1])
	}
	c = handMade()
	c.Record = nil
	if r := run(t, c); !strings.Contains(r.Finding, "no choice on record tests both readings") || r.Readings[0].Known || r.Readings[0].Interval != [2]float64{0.5, 0.5} {
		t.Errorf("no record: %+v", r)
	}
	c = handMade()
	c.Readings[0].Name = lastTime
	if _, err := Run(c, Settings{}); err == nil || !strings.Contains(err.Error(), "rename") {
		t.Errorf("a reading named as a rival: %v", err)
	}
	c = handMade()
	c.Impossible = []reckon.Impossible{{When: reckon.Expr{Op: "yes"}}}
	if _, err := Run(c, Settings{}); err == nil || !strings.Contains(err.Error(), `reading "hawk"`) {
		t.Errorf("no state left: %v", err)
	}
}

// TestSharedSentence: two readings of which the same is to be said share it.
func TestSharedSentence(t *testing.T) {
	c := long(80)
	c.Readings[1] = one("eagle", 20, opt(0), 3)
	r := run(t, c)
	want := "Too few to tell: 80 choices test both readings, and the 90% intervals of their weights overlap. Each on the choices that it covers, " +
		"“hawk” and “eagle” beat a coin toss, “did what he did last time” and “the middle option”."
	if r.Finding != want {
		t.Errorf("finding:\n%s\nwant:\n%s", r.Finding, want)
	}
}

func TestPriors(t *testing.T) {
	c := handMade()
	c.Readings[0].Prior = 0.6
	r := run(t, c)
	near(t, "unstated is the mean of the stated", r.Readings[1].Prior, 0.5)
	c.Readings[1].Prior = 0.2
	r = run(t, c)
	near(t, "prior", r.Readings[0].Prior, 0.75)
	near(t, "posterior", r.Readings[0].Posterior, 0.75*0.05/(0.75*0.05+0.25*0.1987616)) // likelihoods as in TestByHand
}

func TestProgress(t *testing.T) {
	var calls []string
	if _, err := Run(handMade(), Settings{Progress: func(done, total int) { calls = append(calls, fmt.Sprint(done, "/", total)) }}); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(calls, " "); got != "0/2 1/2 2/2" {
		t.Errorf("progress %q", got)
	}
}

// TestStream checks the generator against published values of splitmix64 for
// the seed 1234567 (Rosetta Code, "Pseudo-random numbers/Splitmix64").
func TestStream(t *testing.T) {
	s := stream(1234567)
	for _, want := range []uint64{6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821} {
		if got := s.next(); got != want {
			t.Fatalf("%d, want %d", got, want)
		}
	}
}
