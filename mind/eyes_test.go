package mind

import (
	"math"
	"testing"

	"reckon"
	"reckon/stability"
)

// deterred is a conflict in which b would answer a's x by z, at a's cost, unless
// what a thinks that b sees keeps him from it.
func deterred(v reckon.View) *reckon.Case {
	c := world(1, 1)
	answers := wants(op("==", opt(1), opt(0)))
	c.Minds = []reckon.Mind{
		{Actor: "a", Temper: reckon.DefaultTemper(), Wants: wants(not(opt(1)), opt(0)), Beliefs: []reckon.Belief{{About: "b", Kinds: []reckon.Kind{
			{Name: "mistaken", Odds: 1, Temper: reckon.DefaultTemper(), Wants: answers, View: v},
		}}}},
		{Actor: "b", Temper: reckon.DefaultTemper(), Wants: answers},
	}
	return c
}

// TestAnswersInTheirEyes: a moves where he thinks that b does not see what his
// answer would be good for, or holds it impossible, under every concept that asks
// what others want; who may blunder still deters him.
func TestAnswersInTheirEyes(t *testing.T) {
	asks := []reckon.Concept{reckon.SEQ, reckon.SSEQ, reckon.Tableau, reckon.NM, reckon.Limited(2), reckon.Limited(3)}
	blunders := []reckon.Concept{reckon.GMR, reckon.SMR}
	both := reckon.Impossible{Name: "x and z", When: op("&&", opt(0), opt(1))}
	for name, o := range map[string]reckon.Override{
		"does not know x":       {Unaware: true},
		"holds both impossible": {Impossible: &both},
	} {
		m := minds(t, deterred(reckon.View{Overrides: []reckon.Override{o}}))
		sees := minds(t, deterred(reckon.View{}))
		for _, concept := range append(asks, blunders...) {
			if !sees.Stable(0, concept).Has(at("NN")) {
				t.Errorf("%s: b, who sees all, should deter a", concept)
			}
			if moves := !m.Stable(0, concept).Has(at("NN")); moves != concept.AsksOthers() {
				t.Errorf("%s, b %s: a moves %v", concept, name, moves)
			}
		}
		if m.Views(0)[0].Minds[1].Wants[0].That.Op != "==" || len(m.Views(0)[0].Minds[1].Wants) != 1 {
			t.Errorf("b %s: what a view says that b wants is not what is believed", name)
		}
		if m.Views(0)[0].Conflict == m.Base() || len(m.Views(0, 1)[0].Orders[1].Wants) != 1 {
			t.Errorf("b %s: his eyes belong into a's view and not into his own", name)
		}
	}
}

// TestOrdersInTheirEyes: in each view the ranks of whoever is thought to see it
// differently are as defined, whatever states them: wants, points or a direct
// order. All concepts that look at others' wants read nothing else.
func TestOrdersInTheirEyes(t *testing.T) {
	by, blinded, barred := map[string]int{}, 0, 0
	for seed := range 150 {
		c := hypergame(seeded(seed), 2)
		for i := range c.Minds {
			for b := range c.Minds[i].Beliefs {
				for k := range c.Minds[i].Beliefs[b].Kinds {
					asStated(&c.Minds[i].Beliefs[b], k, seed)
				}
			}
		}
		m, err := New(c, nil, nil)
		if err != nil {
			continue
		}
		for i := range c.Actors {
			imaginedViews := imaginedAlong(c, i)
			for n, v := range m.Views(i) {
				for j, his := range imaginedViews[n].eyes {
					states := v.Conflict.States().List()
					for _, s := range states {
						if _, sane := his.sees(s); !sane {
							barred++
						}
						for _, x := range states {
							rises := v.Conflict.Rank(j, x) > v.Conflict.Rank(j, s)
							if rises != imaginedViews[n].gains(j, s, x) {
								t.Fatalf("seed %d, %d as %d sees him, %b to %b: a gain %v", seed, j, i, s, x, rises)
							}
							if rises != (imaginedViews[n].Prefers(j, x, s) > 0) {
								blinded++
								by[statedBy(&v.Minds[j])]++
							}
						}
					}
				}
			}
		}
	}
	if blinded == 0 || barred == 0 || by["wants"] == 0 || by["points"] == 0 || by["order"] == 0 {
		t.Errorf("%d gains differ in their eyes (%v), %d states are impossible", blinded, by, barred)
	}
}

// asStated makes the kinds of a belief like what is stated in turn by wants,
// points and a direct order.
func asStated(b *reckon.Belief, k, seed int) {
	kind, draw := &b.Kinds[k], seeded(seed+k)
	switch seed % 3 {
	case 1:
		for w := range kind.Wants {
			kind.Wants[w].Points = float64(draw(8)-3) / 10
		}
	case 2:
		kind.Wants = nil
		for _, s := range []int{draw(4), 4 + draw(2), 6 + draw(2)} {
			kind.Order = append(kind.Order, []reckon.State{reckon.State(s)})
		}
	}
}

func statedBy(m *reckon.Mind) string {
	switch {
	case len(m.Order) > 0:
		return "order"
	case len(m.Wants) > 0 && m.Wants[len(m.Wants)-1].Points != 0:
		return "points"
	}
	return "wants"
}

// TestSeesAllChangesNothing: a kind that is said to see what there is anyway
// leaves the conflict as it was, compiled once.
func TestSeesAllChangesNothing(t *testing.T) {
	c := deterred(reckon.View{Overrides: []reckon.Override{{Aware: true}, {Directed: true}, {Possible: "nothing"}}})
	if m := minds(t, c); m.Views(0)[0].Conflict != m.Base() {
		t.Error("compiled another conflict")
	}
}

// TestUnknownRuleInTheirEyes: a rule that reads an unknown measure is left out
// and takes no want with it.
func TestUnknownRuleInTheirEyes(t *testing.T) {
	rule := reckon.Impossible{When: op(">", reckon.Expr{Op: "measure", Name: "oil"}, reckon.Expr{Op: "number", Number: 60})}
	c := deterred(reckon.View{Overrides: []reckon.Override{{Impossible: &rule}}})
	if m := minds(t, c); !m.Stable(0, reckon.SEQ).Has(at("NN")) || len(m.Views(0)[0].Orders[1].Wants) != 1 {
		t.Error("an unknown measure decides")
	}
	dear := func(string) float64 { return math.Inf(1) }
	if _, err := New(c, nil, dear); err == nil {
		t.Error("a rule that leaves b no state should be refused in his own view")
	}
}

// TestIdleInTheirEyes: a belief that is called idle bends nobody's own verdicts,
// and some that state a view are not idle.
func TestIdleInTheirEyes(t *testing.T) {
	idle, heard := 0, 0
	for seed := range 150 {
		c := hypergame(seeded(seed), 2)
		for i := range c.Minds {
			for b := range c.Minds[i].Beliefs {
				c.Minds[i].Beliefs[b].At.Start.Line = 1 + 100*i + b
			}
		}
		m, err := New(c, nil, nil)
		if err != nil {
			continue
		}
		found := map[int]bool{}
		for _, d := range Idle(c, nil) {
			found[d.At.Start.Line] = true
		}
		for i := range c.Minds {
			if len(c.Minds[i].Beliefs) != 1 {
				continue
			}
			without := *c
			without.Minds = append([]reckon.Mind{}, c.Minds...)
			without.Minds[i].Beliefs = nil
			plain, err := New(&without, nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			concept, same := c.Minds[i].Temper.Concept, true
			for _, s := range m.Base().States().List() {
				same = same && m.Stable(i, concept).Has(s) == plain.Stable(i, concept).Has(s)
			}
			switch {
			case found[1+100*i] && !same:
				t.Fatalf("seed %d: a belief of %d is called idle and changes what he holds stable under %s", seed, i, concept)
			case found[1+100*i]:
				idle++
			case !same:
				heard++
			}
		}
	}
	if idle == 0 || heard == 0 {
		t.Errorf("%d idle, %d heard", idle, heard)
	}
}

// TestBentConflictsCheck: verdicts in views with bent orders pass the checker.
func TestBentConflictsCheck(t *testing.T) {
	checked := 0
	for seed := range 30 {
		m, err := New(hypergame(seeded(seed), 2), nil, nil)
		if err != nil {
			continue
		}
		for i := range m.minds {
			for _, v := range m.Views(i) {
				for _, s := range v.Conflict.States().List() {
					if err := stability.Check(v.Conflict, v.Conflict.Explain(i, reckon.SEQ, s)); err != nil {
						t.Fatal(err)
					}
					checked++
				}
			}
		}
	}
	if checked == 0 {
		t.Error("nothing was checked")
	}
}
