package mind

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"reckon"
)

// twoRoads has the structure of a classic strategic surprise: an attacker may
// come by the plain or by the forest, a defender may man the plain or the forest,
// and the defender does not know that there is a way through the forest. Options
// in order: attacker.plain, attacker.forest, defender.plain, defender.forest.
func twoRoads(unaware bool) *reckon.Case {
	c := world(2, 2)
	c.Impossible = []reckon.Impossible{
		{Name: "one army", When: op("&&", opt(0), opt(1))},
		{Name: "one reserve", When: op("&&", opt(2), opt(3))},
	}
	open := op("||", op("&&", opt(0), not(opt(2))), op("&&", opt(1), not(opt(3)))) // an attack that nobody meets
	met := op("||", op("&&", opt(0), opt(2)), op("&&", opt(1), opt(3)))
	c.Minds = []reckon.Mind{
		{Actor: "a", Temper: temper(reckon.SEQ, 1, 8, 0), Wants: wants(open, not(met))},
		{Actor: "b", Temper: temper(reckon.Nash, 0, 8, 0), Wants: wants(not(open), opt(2))},
	}
	if unaware {
		c.Minds[1].View = reckon.View{Overrides: []reckon.Override{{Unaware: true, Option: 1}}}
	}
	return c
}

const (
	attacker = 0
	defender = 1
)

// TestSurpriseThroughTheForest: with the plain manned and nobody marching, the
// defender takes the peace to last. It does not: the way through the forest is
// open, gains the attacker his aim, and does not exist for the defender.
func TestSurpriseThroughTheForest(t *testing.T) {
	manned, through := at("NNYN"), at("NYYN")
	m := minds(t, twoRoads(true))
	if !m.Expects(reckon.Nash, defender).Has(manned) || m.Equilibria(reckon.Nash).Has(manned) {
		t.Error("the defender should expect a peace that does not last")
	}
	got := m.Surprises(defender, reckon.Nash, manned)
	want := Surprise{
		Sees: manned, Moving: []int{attacker}, Expects: true,
		Unforeseen: []Unforeseen{{Actor: attacker, To: through, Odds: 1, Gains: true, Reason: Reason{Unaware: at("NYNN")}}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
	if s := m.Surprises(attacker, reckon.Nash, manned); s.Expects || len(s.Unforeseen) > 0 || s.Sees != manned {
		t.Errorf("the attacker is surprised: %+v", s)
	}

	// Under way, the defender still sees peace, and sees no reason to move.
	after := m.Surprises(defender, reckon.Nash, through)
	if after.Sees != manned || !m.Stable(defender, reckon.Nash).Has(through) || m.Base().Solve(reckon.Nash).Stable(reckon.Nash, defender).Has(through) {
		t.Errorf("with the attack under way: %+v", after)
	}
	choice := m.Choose(defender, through, []reckon.Move{{}, {On: at("NNNY"), Off: at("NNYN")}})
	if !(choice.P[0] > choice.P[1]) {
		t.Errorf("he should keep to the plain: %v", choice.P)
	}
}

// TestSurpriseEnds: who has seen the move knows the option from then on.
func TestSurpriseEnds(t *testing.T) {
	manned, through := at("NNYN"), at("NYYN")
	m := minds(t, twoRoads(true))
	march := reckon.Move{On: at("NYNN")}
	breaks := m.Falsified(attacker, manned, march)
	want := []Break{{Viewer: defender, Actor: attacker, Odds: 1, Reason: Reason{Unaware: at("NYNN")}, Collapsed: true}}
	if !reflect.DeepEqual(breaks, want) {
		t.Errorf("%+v\nwant %+v", breaks, want)
	}
	wiser := m.Observe(attacker, manned, march, nil)
	if wiser.Views(defender)[0].Hidden != 0 || m.Views(defender)[0].Hidden == 0 {
		t.Error("only the later minds should know the forest")
	}
	shift := []reckon.Move{{}, {On: at("NNNY"), Off: at("NNYN")}}
	if choice := wiser.Choose(defender, through, shift); !(choice.P[1] > choice.P[0]) {
		t.Errorf("he should now meet the attack: %v", choice.P)
	}
	if again := wiser.Falsified(attacker, manned, march); again != nil {
		t.Errorf("surprised twice: %+v", again)
	}
	under, err := wiser.Under(nil)
	if err != nil || under.Views(defender)[0].Hidden != 0 {
		t.Error("other measures make him forget")
	}
}

// TestLongView: what a view says last is refuted as what it says first, however
// much stands before it.
func TestLongView(t *testing.T) {
	c := twoRoads(true)
	view := &c.Minds[defender].View
	for range 70 {
		view.Overrides = append([]reckon.Override{{Aware: true}}, view.Overrides...)
	}
	m := minds(t, c)
	if m.Views(defender)[0].Hidden == 0 {
		t.Fatal("he should not know of the forest")
	}
	if wiser := m.Observe(attacker, at("NNYN"), reckon.Move{On: at("NYNN")}, nil); wiser.Views(defender)[0].Hidden != 0 {
		t.Error("he has seen the march and still does not know of the forest")
	}
}

// TestUnawareMover: nobody chooses what he does not know of, and who is thought
// not to know it is not reckoned with.
func TestUnawareMover(t *testing.T) {
	c := twoRoads(false)
	c.Minds[attacker].View.Overrides = []reckon.Override{{Unaware: true, Option: 1}}
	m := minds(t, c)
	choice := m.Choose(attacker, at("NNYN"), []reckon.Move{{}, {On: at("NYNN")}, {On: at("YNNN")}})
	if choice.Possible[1] || choice.P[1] != 0 || !choice.Possible[2] {
		t.Errorf("%+v", choice)
	}
	if self := m.Falsified(attacker, at("NNYN"), reckon.Move{On: at("NYNN")}); len(self) != 1 || self[0].Viewer != attacker || self[0].Unaware != at("NYNN") {
		t.Errorf("his own deed refutes his view: %+v", self)
	}

	// The attacker thinks that the defender does not know the forest: an attack
	// there is not answered, and so worth making, under GMR too.
	c = twoRoads(false)
	plain := minds(t, c)
	c.Minds[attacker].Beliefs = []reckon.Belief{{About: "b", Kinds: []reckon.Kind{{
		Name: "blind", Odds: 1, Temper: temper(reckon.SEQ, 1, 8, 0), Wants: c.Minds[defender].Wants,
		View: reckon.View{Overrides: []reckon.Override{{Unaware: true, Option: 3}}},
	}}}}
	bold := minds(t, c)
	if !plain.Stable(attacker, reckon.GMR).Has(at("NNYN")) || bold.Stable(attacker, reckon.GMR).Has(at("NNYN")) {
		t.Error("the belief should unmake stability under GMR")
	}
	if found := Idle(c, nil); len(found) != 0 {
		t.Errorf("a belief about what another can do matters under SEQ: %v", found)
	}
	c.Minds[attacker].Temper.Concept = reckon.GMR
	if found := Idle(c, nil); len(found) != 0 {
		t.Errorf("and under GMR: %v", found)
	}
	c.Minds[attacker].Temper.Concept = reckon.Limited(1)
	if found := Idle(c, nil); len(found) != 1 || !strings.Contains(found[0].Detail, "under L1 he expects no answer") {
		t.Errorf("but not where no answer is expected: %v", found)
	}

	// If the defender does man the forest, the attacker's view of him is refuted.
	got := bold.Falsified(defender, at("NYYN"), reckon.Move{On: at("NNNY"), Off: at("NNYN")})
	if len(got) != 1 || got[0].Unthought != at("NNNY") || got[0].Kind != "blind" || !got[0].Collapsed || got[0].Irrational {
		t.Errorf("%+v", got)
	}
}

// TestFalsifiedKinds: by hand. b answers or idles (see believing). When b
// answers, the idler, who wants no answer, is refuted; when b undoes an answer,
// the answerer; and a kind that could not have moved so keeps the least odds.
func TestFalsifiedKinds(t *testing.T) {
	m := minds(t, believing(0))
	got := m.Falsified(1, at("YN"), answers)
	want := []Break{{Viewer: 0, Actor: 1, Kind: "idler", Odds: m.Odds(0, 1)[1], Irrational: true, Stay: 1}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
	got = m.Falsified(1, at("YY"), reckon.Move{Off: 2})
	if len(got) != 1 || got[0].Kind != "answerer" || !got[0].Irrational || got[0].Collapsed {
		t.Errorf("%+v", got)
	}
	if m.Falsified(1, at("YN"), hold) != nil {
		t.Error("holding refutes nobody")
	}

	c := believing(0)
	c.Minds[0].Beliefs[0].Kinds[0].View.Overrides = []reckon.Override{{Directed: true, Option: 1, Lost: true}}
	m = minds(t, c)
	got = m.Falsified(1, at("YN"), answers)
	if len(got) != 2 || got[0].Against != 2 || got[0].Irrational || !got[0].Collapsed || !got[1].Irrational || !got[1].Collapsed {
		t.Errorf("%+v", got)
	}
	odds := m.Observe(1, at("YN"), answers, nil).Odds(0, 1)
	if !(odds[0] < 2*leastOdds) || math.Abs(odds[0]+odds[1]-1) > 1e-12 {
		t.Errorf("a kind that could not have moved so keeps %v", odds)
	}

	for k := range c.Minds[0].Beliefs[0].Kinds {
		c.Minds[0].Beliefs[0].Kinds[k].View.Overrides = []reckon.Override{{Unaware: true, Option: 1}}
	}
	m = minds(t, c)
	if odds := m.Observe(1, at("YN"), answers, nil).Odds(0, 1); !slices.Equal(odds, m.Odds(0, 1)) {
		t.Errorf("when all kinds are refuted he keeps the odds he had: %v", odds)
	}
}

// TestImpossibleInHisEyes: a state that an actor holds impossible is no state to
// him: nothing is stable there, nothing is chosen, and seeing it ends the error.
func TestImpossibleInHisEyes(t *testing.T) {
	c := believing(0)
	c.Minds[0].View.Overrides = []reckon.Override{{Impossible: &reckon.Impossible{Name: "no answer", When: op("&&", opt(0), opt(1))}}}
	m := minds(t, c)
	if m.Stable(0, reckon.Nash).Has(at("YY")) || m.Share(0, reckon.Nash, at("YY")) != 0 {
		t.Error("he holds a state stable that he holds impossible")
	}
	if s := m.Surprises(0, reckon.Nash, at("YY")); !s.Impossible || s.Expects || s.Moving != nil || s.Settled != nil {
		t.Errorf("%+v", s)
	}
	if s := m.Surprises(0, reckon.Nash, at("YN")); len(s.Unforeseen) != 1 || !s.Unforeseen[0].Impossible || s.Unforeseen[0].To != at("YY") {
		t.Errorf("%+v", s)
	}
	if choice := m.Choose(0, at("YY"), []reckon.Move{{}, {Off: 1}}); !choice.Silent || choice.P[0] != 0.5 {
		t.Errorf("%+v", choice)
	}
	got := m.Falsified(1, at("YN"), answers)
	if len(got) != 2 || !got[0].Impossible || !got[1].Impossible || !got[0].Collapsed {
		t.Errorf("%+v", got)
	}
	after := m.Observe(1, at("YN"), answers, nil)
	if _, possible := after.Views(0)[0].Sees(at("YY")); !possible {
		t.Error("he has seen it and still holds it impossible")
	}
}

// TestImagined: a state that only he holds possible may be one that he expects.
func TestImagined(t *testing.T) {
	c := world(1, 1)
	c.Impossible = []reckon.Impossible{{Name: "not both", When: op("&&", opt(0), opt(1))}}
	c.Minds = []reckon.Mind{
		{Actor: "a", Temper: reckon.DefaultTemper(), Wants: wants(opt(0)), View: reckon.View{Overrides: []reckon.Override{{Possible: "not both"}}}},
		{Actor: "b", Temper: reckon.DefaultTemper(), Wants: wants(opt(1))},
	}
	m := minds(t, c)
	if !m.Expects(reckon.Nash, 0).Has(at("YY")) || m.Expects(reckon.Nash, 1).Has(at("YY")) || m.Equilibria(reckon.Nash).Has(at("YY")) {
		t.Error("only a should expect what cannot be")
	}
}

// TestNestedIdle: a belief about beliefs is heard by the kind that holds it.
func TestNestedIdle(t *testing.T) {
	c := believing(0)
	nested := []reckon.Belief{{About: "a", Kinds: []reckon.Kind{{Name: "weak", Odds: 1, Wants: wants(opt(0))}}, At: reckon.Range{Start: reckon.Pos{Line: 9}}}}
	c.Minds[0].Beliefs[0].Kinds[0].Beliefs = nested // the answerer decides by Nash
	got := Idle(c, nil)
	if len(got) != 1 || got[0].At.Start.Line != 9 || got[0].Summary != "What b, as a sees him, believes of a cannot matter under Nash" {
		t.Errorf("%+v", got)
	}
	c.Minds[0].Beliefs[0].Kinds[0].Temper.Concept = reckon.SEQ
	if got := Idle(c, nil); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

// TestLearningThroughHisEyes: what a kind is thought to believe decides what it
// is thought to do. b moves only if a would not punish it, which a would not; but
// a thinks that one kind of b fears it.
func TestLearningThroughHisEyes(t *testing.T) {
	c := world(1, 1)
	sure := temper(reckon.SEQ, 1, math.Inf(1), 0)
	shy := wants(not(opt(0)), opt(1)) // first that a stays out, then to move
	c.Minds = []reckon.Mind{{Actor: "a", Temper: sure, Wants: wants(not(opt(0))), Beliefs: []reckon.Belief{{About: "b", Kinds: []reckon.Kind{
		{Name: "at ease", Odds: 0.5, Temper: sure, Wants: shy},
		{Name: "afraid", Odds: 0.5, Temper: sure, Wants: shy, Beliefs: []reckon.Belief{{About: "a", Kinds: []reckon.Kind{
			{Name: "avenger", Odds: 1, Temper: sure, Wants: wants(op("==", opt(0), opt(1)))},
		}}}},
	}}}}}
	m := minds(t, c)
	if share := m.share(reckon.SEQ, at("NN"), 0, 1); share != 0.5 {
		t.Errorf("NN is stable for b with odds %v in what a thinks that b sees, want those of the afraid", share)
	}
	moved := m.Observe(1, at("NN"), reckon.Move{On: 2}, nil).Odds(0, 1)
	if !(moved[0] > 0.999) {
		t.Errorf("only b at ease would have moved: %v", moved)
	}
	if got := m.Falsified(1, at("NN"), reckon.Move{On: 2}); len(got) != 1 || got[0].Kind != "afraid" || !got[0].Irrational {
		t.Errorf("%+v", got)
	}
	names := []string{}
	for _, v := range m.Views(0, 1) {
		names = append(names, strings.Join(v.Kinds, ","))
	}
	if got := strings.Join(names, " "); got != ",at ease avenger,afraid" {
		t.Errorf("kinds %q", got)
	}
}

// TestConceptRefused: a concept that no machine could compute is an error, not a
// panic later.
func TestConceptRefused(t *testing.T) {
	c := world(8, 8)
	c.Minds = []reckon.Mind{{Actor: "a", Temper: temper(reckon.SEQ, 1, 8, 0), Beliefs: []reckon.Belief{{About: "b", Kinds: []reckon.Kind{
		{Name: "deep", Odds: 1, Temper: temper(reckon.Limited(99), 1, 8, 0), Wants: wants(opt(0))},
	}}}}}
	if _, err := New(c, nil, nil); err != nil {
		t.Fatalf("99 moves fit into memory: %v", err)
	}
	large := world(11, 11)
	large.Minds = c.Minds
	_, err := New(large, nil, nil)
	if err == nil || !strings.Contains(err.Error(), "the concept of b: L99 keeps a table") || !strings.Contains(err.Error(), "the conflict as a sees it") {
		t.Errorf("error: %v", err)
	}
}

// TestTooManyNestedViews: kinds with beliefs of their own multiply the views.
func TestTooManyNestedViews(t *testing.T) {
	c := world(1, 1)
	kinds := func(n int) []reckon.Kind {
		list := make([]reckon.Kind, n)
		for k := range list {
			list[k] = reckon.Kind{Name: string(rune('k' + k)), Odds: 1 / float64(n), Temper: reckon.DefaultTemper()}
		}
		return list
	}
	deep := kinds(9)
	for k := range deep {
		deep[k].Beliefs = []reckon.Belief{{About: "a", Kinds: kinds(8)}}
	}
	c.Minds = []reckon.Mind{{Actor: "a", Temper: reckon.DefaultTemper(), Beliefs: []reckon.Belief{{About: "b", Kinds: deep}}}}
	if _, err := New(c, nil, nil); err == nil || !strings.Contains(err.Error(), "a reckons with 72 combinations") {
		t.Errorf("error: %v", err)
	}
	c.Minds[0].Beliefs[0].Kinds = deep[:8]
	if m := minds(t, c); len(m.Views(0, 1)) != 64 || len(m.Views(0, 1, 0)) != 64 || len(m.Views(0)) != 8 {
		t.Errorf("%d views two deep, %d three deep", len(m.Views(0, 1)), len(m.Views(0, 1, 0)))
	}
}

// TestFalsifiedAgreesWithLearning: a kind that never errs and is proved wrong by a
// move falls to the least odds when he learns from it, and no other does; unless all are
// proved wrong, and then nothing is learned.
func TestFalsifiedAgreesWithLearning(t *testing.T) {
	wrong, right, broken := 0, 0, 0
	for seed := range 150 {
		c := hypergame(seeded(seed), 3)
		for i := range c.Minds {
			for b := range c.Minds[i].Beliefs {
				for k := range c.Minds[i].Beliefs[b].Kinds {
					c.Minds[i].Beliefs[b].Kinds[k].Temper.Precision = math.Inf(1)
				}
			}
		}
		m, err := New(c, nil, nil)
		if err != nil {
			continue
		}
		for _, s := range m.Base().States().List() {
			for actor := range c.Actors {
				for _, to := range m.Base().Moves(actor, s) {
					move := reckon.Move{On: to &^ s, Off: s &^ to}
					breaks := m.Falsified(actor, s, move)
					after := m.Observe(actor, s, move, []reckon.Move{{}})
					for i := range c.Actors {
						b := m.belief(i, actor)
						if b < 0 || i == actor {
							continue
						}
						for k, kind := range m.beliefs[i][b].kinds {
							at := slices.IndexFunc(breaks, func(x Break) bool { return x.Viewer == i && x.Kind == kind.Name })
							odds := after.Odds(i, actor)[k]
							switch {
							case at >= 0 && breaks[at].Collapsed:
								broken++
								if odds != m.Odds(i, actor)[k] {
									t.Fatalf("seed %d: all kinds are refuted and the odds are %v", seed, odds)
								}
							case at >= 0:
								wrong++
								if odds > 2*leastOdds {
									t.Fatalf("seed %d: %s is refuted and keeps %v: %+v", seed, kind.Name, odds, breaks[at])
								}
							default:
								right++
								if odds < 0.1 {
									t.Fatalf("seed %d: %s is not refuted and falls to %v", seed, kind.Name, odds)
								}
							}
						}
					}
				}
			}
		}
	}
	if wrong == 0 || right == 0 || broken == 0 {
		t.Errorf("%d wrong, %d right, %d all wrong", wrong, right, broken)
	}
}
