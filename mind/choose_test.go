package mind

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/stability"
)

// dare is the conflict of the hand-computed numbers. a may dare (option 0), b may
// answer (option 1). a wants, first, no answer, then to dare: with emphasis 2
// his utility is 2/3 for no answer plus 1/3 for daring. b wants to answer
// exactly when a dares.
func dare(caution, precision float64) *reckon.Case {
	c := world(1, 1)
	c.Minds = []reckon.Mind{
		{Actor: "a", Temper: temper(reckon.SEQ, caution, precision, 0), Wants: wants(not(opt(1)), opt(0))},
		{Actor: "b", Temper: temper(reckon.Nash, 0, 4, 0), Wants: wants(same(opt(0), opt(1)))},
	}
	return c
}

var hold, dares = reckon.Move{}, reckon.Move{On: 1}

func TestChooseByHand(t *testing.T) {
	// From NN: staying is worth u(NN) = 2/3. Daring leads to YN, worth u(YN) = 1,
	// and b would gain by answering, so the worst behind it is YY, worth 1/3.
	for _, x := range []struct {
		caution, precision float64
		value, p           float64 // of daring
		silent             bool
	}{
		{1, 8, 1.0 / 3, 0.064969, false},     // gap −1/3: 1/(1+e^(8/3))
		{0, 8, 1, 0.935031, false},           // gap +1/3: 1/(1+e^(−8/3))
		{0.25, 8, 0.833333, 0.791391, false}, // .75·1 + .25/3; gap 1/6: 1/(1+e^(−4/3))
		{0.5, 8, 0.666667, 0.5, true},        // .5·1 + .5/3 = 2/3, as staying
		{1, 0, 1.0 / 3, 0.5, true},           // a coin toss tells nothing apart, though the values differ
		{1, math.Inf(1), 1.0 / 3, 0, false},
		{0, math.Inf(1), 1, 1, false},
		{0.5, math.Inf(1), 0.666667, 0.5, true}, // equal values share
		{0, 1e308, 1, 1, false},                 // no overflow
	} {
		m := minds(t, dare(x.caution, x.precision))
		got := m.Choose(0, at("NN"), []reckon.Move{hold, dares})
		near(t, "value of staying", got.Value[0], 2.0/3)
		near(t, "value of daring", got.Value[1], x.value)
		near(t, "p of daring", got.P[1], x.p)
		near(t, "p of staying", got.P[0], 1-x.p)
		if got.Silent != x.silent {
			t.Errorf("caution %v: silent = %v, want %v", x.caution, got.Silent, x.silent)
		}
	}
}

// TestHalfIsHalf: odds that add up to a half in decimals are a half, whatever their
// floating sum is; 0.03 + 0.29 + 0.18 falls short of it.
func TestHalfIsHalf(t *testing.T) {
	c := believing(0)
	answerer, idler := c.Minds[0].Beliefs[0].Kinds[0], c.Minds[0].Beliefs[0].Kinds[1]
	idler.Odds = 0.5
	var kinds []reckon.Kind
	for _, odds := range []float64{0.03, 0.29, 0.18} {
		answerer.Odds = odds
		kinds = append(kinds, answerer)
	}
	c.Minds[0].Beliefs[0].Kinds = append(kinds, idler)
	if share := minds(t, c).Share(0, reckon.SEQ, at("NN")); share != 0.5 {
		t.Errorf("a share of %v", share)
	}
}

// TestChooseOverViews averages values, not probabilities, over kinds.
func TestChooseOverViews(t *testing.T) {
	m := minds(t, believing(0))
	// Answerer, odds 0.7: daring is worth 1/3. Idler, odds 0.3, wants no answer
	// himself, so nothing stands behind YN and daring is worth 1.
	// .7/3 + .3 = .533333; gap −.133333 at precision 8: 1/(1+e^1.066667) = .256038.
	got := m.Choose(0, at("NN"), []reckon.Move{hold, dares})
	near(t, "value of daring", got.Value[1], 0.533333333)
	near(t, "p of daring", got.P[1], 0.256038)
	views := m.Views(0)
	if len(views) != 2 || views[0].Kinds[1] != "answerer" || views[1].Kinds[1] != "idler" || views[0].Kinds[0] != "" {
		t.Fatalf("views = %+v", views)
	}
	near(t, "odds of the first view", views[0].Odds, 0.7)
	if views[0].Conflict != m.Base() {
		t.Error("the view in which b is as he is was compiled twice")
	}
	near(t, "share of views in which NN is stable", m.Share(0, reckon.SEQ, at("NN")), 0.7)
	if !m.Stable(0, reckon.SEQ).Has(at("NN")) {
		t.Error("NN carries 0.7 of the odds and is not held stable")
	}
}

func TestImpossibleMoves(t *testing.T) {
	c := dare(0, 8)
	c.Options[0].Final = true
	c.Impossible = []reckon.Impossible{{When: op("&&", opt(0), opt(1))}}
	m := minds(t, c)
	undo := reckon.Move{Off: 1}
	got := m.Choose(0, at("YN"), []reckon.Move{hold, undo})
	if got.Possible[1] || got.P[1] != 0 || got.P[0] != 1 || !got.Silent {
		t.Errorf("undoing what is final: %+v", got)
	}
	got = m.Choose(0, at("NY"), []reckon.Move{hold, dares})
	if got.Possible[1] || got.P[1] != 0 {
		t.Errorf("moving to an impossible state: %+v", got)
	}
	got = m.Choose(0, at("YY"), []reckon.Move{hold, undo})
	if got.Possible[0] || got.P[0] != 0 || got.P[1] != 0 || !got.Silent {
		t.Errorf("from an impossible state: %+v", got)
	}
}

// TestOneStateManyNames: moves that lead to one state share its probability.
func TestOneStateManyNames(t *testing.T) {
	m := minds(t, dare(0, 8))
	got := m.Choose(0, at("NN"), []reckon.Move{hold, dares, {Off: 1}})
	near(t, "p of daring", got.P[1], 0.935031)
	near(t, "p of holding", got.P[0], 0.064969/2)
	near(t, "p of ceasing what is not on", got.P[2], 0.064969/2)
}

// TestMovesWhenUnstable: at full caution and endless precision staying has no
// chance exactly when the state is unstable, under every concept.
func TestMovesWhenUnstable(t *testing.T) {
	moved, stayed := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		c := drawWorld(t, false)
		concept := rapid.SampledFrom(append(stability.Concepts(), reckon.Tableau, reckon.Limited(2), reckon.Limited(3), reckon.NM)).Draw(t, "concept")
		for i := range c.Minds {
			c.Minds[i].Temper.Concept, c.Minds[i].Temper.Caution, c.Minds[i].Temper.Precision = concept, 1, math.Inf(1)
		}
		m, err := New(c, nil, nil)
		if err != nil {
			t.Skip(err)
		}
		solved := m.Base().Solve(concept)
		for _, s := range m.Base().States().List() {
			for i := range c.Actors {
				stays := m.Choose(i, s, everyMove(m, i, s)).P[0] > 0
				if stays != solved.Stable(concept, i).Has(s) {
					t.Fatalf("%s: actor %d at %s stays: %v, stable: %v", concept, i, s.Letters(len(c.Options)), stays, !stays)
				}
				if share := m.Share(i, concept, s); (share == 1) != stays || share != 0 && share != 1 {
					t.Fatalf("share %v, stays %v", share, stays)
				}
				if stays {
					stayed++
				} else {
					moved++
				}
			}
		}
	})
	if moved == 0 || stayed == 0 {
		t.Errorf("the property was tried on %d moves and %d stays", moved, stayed)
	}
}

// TestChoiceIsADistribution: over any moves, values and probabilities are sane,
// precision 0 is a coin toss, and With agrees with a mind of that precision.
func TestChoiceIsADistribution(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawWorld(t, true)
		m, err := New(c, nil, nil)
		if err != nil {
			t.Skip(err)
		}
		i := rapid.IntRange(0, len(c.Actors)-1).Draw(t, "actor")
		s := rapid.SampledFrom(m.Base().States().List()).Draw(t, "state")
		moves := everyMove(m, i, s)
		choice := m.Choose(i, s, moves)
		sum := 0.0
		for k, p := range choice.P {
			sum += p
			if !(p >= 0 && p <= 1) || !choice.Possible[k] || !(choice.Value[k] >= 0 && choice.Value[k] <= 1+1e-12) {
				t.Fatalf("%+v", choice)
			}
		}
		if math.Abs(sum-1) > 1e-12 {
			t.Fatalf("probabilities sum to %v", sum)
		}
		for _, p := range choice.With(0).P {
			if math.Abs(p-1/float64(len(moves))) > 1e-12 {
				t.Fatalf("precision 0 gives %v", choice.With(0).P)
			}
		}
	})
}
