package mind

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"reckon"
)

// believing is dare with a unsure of b: an answerer, as b is, with odds 0.7, or
// an idler, who wants no answer, with odds 0.3.
func believing(stubborn float64) *reckon.Case {
	c := dare(1, 8)
	c.Minds[0].Temper.Stubborn = stubborn
	c.Minds[0].Beliefs = []reckon.Belief{{About: "b", Kinds: []reckon.Kind{
		{Name: "answerer", Odds: 0.7, Temper: temper(reckon.Nash, 0, 4, 0), Wants: wants(same(opt(0), opt(1)))},
		{Name: "idler", Odds: 0.3, Temper: temper(reckon.Nash, 0, 4, 0), Wants: wants(not(opt(1)))},
	}}}
	return c
}

var answers = reckon.Move{On: 2}

func TestObserveByHand(t *testing.T) {
	// At YN b answers. His one want is true or false, so at precision 4 the
	// answerer does so with e^4/(e^4+1) = .982013790, the idler with .017986210.
	// Stubborn 0:  .7·.982013790 / (.7·.982013790 + .3·.017986210) = .992211.
	// Stubborn .5: roots .990966089 and .134112675:
	//   .693676262 / (.693676262 + .040233803) = .945178.
	// He holds instead: .7·.017986210 / (.7·.017986210 + .3·.982013790) = .040985.
	for _, x := range []struct {
		stubborn float64
		took     reckon.Move
		instead  []reckon.Move
		want     float64
	}{
		{0, answers, []reckon.Move{hold}, 0.992211},
		{0, answers, nil, 0.992211}, // every legal move: the same two
		{0.5, answers, []reckon.Move{hold}, 0.945178},
		{0, hold, []reckon.Move{answers}, 0.040985},
		{1, answers, []reckon.Move{hold}, 0.7},                 // never learns
		{0, answers, []reckon.Move{{On: 2}}, 0.7},              // no other state was open: nothing learned
		{0, reckon.Move{On: 3}, []reckon.Move{hold}, 0.992211}, // a's own option is already on
	} {
		m := minds(t, believing(x.stubborn))
		after := m.Observe(1, at("YN"), x.took, x.instead)
		odds := after.Odds(0, 1)
		near(t, "odds of answerer", odds[0], x.want)
		near(t, "odds of idler", odds[1], 1-x.want)
		near(t, "odds before", m.Odds(0, 1)[0], 0.7) // the old minds are as they were
	}
}

func TestObserveTeachesNothing(t *testing.T) {
	c := believing(0)
	c.Impossible = []reckon.Impossible{{When: op("&&", opt(0), opt(1))}}
	m := minds(t, c)
	near(t, "after a move no kind could make", m.Observe(1, at("YN"), answers, []reckon.Move{hold}).Odds(0, 1)[0], 0.7)
	near(t, "after a move of his own", m.Observe(0, at("NN"), dares, []reckon.Move{hold}).Odds(0, 1)[0], 0.7)
	if m.Odds(1, 0) != nil {
		t.Error("b has no belief about a, yet odds")
	}
	near(t, "from an impossible state", m.Observe(1, at("YY"), hold, nil).Odds(0, 1)[0], 0.7)
}

// TestObserveThirdParty: what a kind would do is averaged over the believer's
// views of others, who matter to it.
func TestObserveThirdParty(t *testing.T) {
	c := world(1, 1, 1)
	certain := temper(reckon.SEQ, 1, math.Inf(1), 0)
	even := temper(reckon.SEQ, 1, 0, 0)
	c.Minds = []reckon.Mind{{Actor: "a", Temper: certain, Wants: wants(opt(0)), Beliefs: []reckon.Belief{
		{About: "b", Kinds: []reckon.Kind{
			// Shy wants, first, that c stays out, then to move: he moves iff c would not answer.
			{Name: "shy", Odds: 0.5, Temper: certain, Wants: wants(not(opt(2)), opt(1))},
			{Name: "coin", Odds: 0.5, Temper: even, Wants: wants(opt(1))},
		}},
		{About: "c", Kinds: []reckon.Kind{
			{Name: "answers", Odds: 0.75, Temper: even, Wants: wants(same(opt(1), opt(2)))},
			{Name: "absent", Odds: 0.25, Temper: even, Wants: wants(not(opt(2)))},
		}},
	}}}
	m := minds(t, c)
	// Shy moves only if c is absent: 0.25. Coin moves with 0.5. Posterior of shy:
	// .25/(.25+.5) = 1/3.
	after := m.Observe(1, at("NNN"), reckon.Move{On: 2}, []reckon.Move{hold})
	near(t, "odds of shy", after.Odds(0, 1)[0], 1.0/3)
	near(t, "odds about c", after.Odds(0, 2)[0], 0.75)
	sum := 0.0
	for _, v := range after.Views(0) {
		sum += v.Odds
	}
	near(t, "odds of all views", sum, 1)
	near(t, "odds of shy and absent", after.Views(0)[1].Odds, 1.0/3*0.25)
}

// TestOddsStayOdds: whatever is seen, odds sum to 1 and never reach 0 or 1; the
// stubborn never change.
func TestOddsStayOdds(t *testing.T) {
	learned := 0
	rapid.Check(t, func(t *rapid.T) {
		c := drawWorld(t, true)
		m, err := New(c, nil, nil)
		if err != nil {
			t.Skip(err)
		}
		for range rapid.IntRange(1, 30).Draw(t, "observations") {
			actor := rapid.IntRange(0, len(c.Actors)-1).Draw(t, "actor")
			s := rapid.SampledFrom(m.Base().States().List()).Draw(t, "state")
			took := rapid.SampledFrom(everyMove(m, actor, s)).Draw(t, "took")
			next := m.Observe(actor, s, took, nil)
			for i := range c.Minds {
				for _, b := range c.Minds[i].Beliefs {
					odds, before := next.Odds(i, c.Actor(b.About)), m.Odds(i, c.Actor(b.About))
					sum := 0.0
					for k, p := range odds {
						sum += p
						if !(p > 0 && p < 1) {
							t.Fatalf("odds %v", odds)
						}
						if p != before[k] {
							learned++
							if c.Minds[i].Temper.Stubborn == 1 {
								t.Fatal("the stubborn learned")
							}
						}
					}
					if math.Abs(sum-1) > 1e-12 {
						t.Fatalf("odds %v sum to %v", odds, sum)
					}
				}
			}
			m = next
		}
	})
	if learned == 0 {
		t.Error("nothing was ever learned")
	}
}
