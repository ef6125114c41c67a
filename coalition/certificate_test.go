package coalition

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/casetest"
	"reckon/stability"
)

// TestCertificates re-validates every verdict, and demands that Explain and
// Solve, which share no search, agree.
func TestCertificates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		eachVerdict(t, draws(t), func(g *stability.Conflict, res *Result, v Verdict) {
			if v.Stable != res.Stable(v.Coalition, v.Concept).Has(v.State) {
				t.Fatalf("%+v: Explain and Solve disagree", v)
			}
			if err := Check(g, v); err != nil {
				t.Fatalf("%+v: %v", v, err)
			}
		})
	})
}

// TestCheckerRefuses damages honest verdicts; the checker must notice. The draws
// are fixed, so that every kind of verdict and of damage is among them.
func TestCheckerRefuses(t *testing.T) {
	refused, seen := map[string]int{}, map[string]int{}
	r := rand.New(rand.NewPCG(3, 1))
	for range 200 {
		eachVerdict(t, func(n int) int { return r.IntN(n) }, func(g *stability.Conflict, _ *Result, v Verdict) {
			if v.Coalition.Size() > 1 && len(v.Improvements) > 0 {
				seen[fmt.Sprint(v.Concept, " ", v.Stable)]++
			}
			for name, lie := range lies(g, v) {
				if Check(g, lie) == nil {
					t.Fatalf("%s passed: %+v", name, lie)
				}
				refused[name]++
			}
		})
	}
	for _, kind := range []string{"Nash false", "GMR false", "GMR true", "SMR false", "SMR true", "SEQ false", "SEQ true"} {
		if seen[kind] == 0 {
			t.Errorf("no group was found %s by improvements: %v", kind, seen)
		}
	}
	for _, name := range []string{"flipped", "one missing", "one twice", "no path", "greedy", "no replies", "first reply dropped", "wrong harm", "other sanction", "nobody harmed", "strange reply", "harmless member", "twice in a row", "replies twice in a row"} {
		if refused[name] == 0 {
			t.Errorf("no verdict could be damaged in the way %q: %v", name, refused)
		}
	}
}

// lies returns damaged copies of a verdict, by what is wrong with them.
func lies(g *stability.Conflict, v Verdict) map[string]Verdict {
	all := map[string]Verdict{}
	damage := func(name string, f func(*Verdict)) {
		lie := v
		lie.Improvements = slices.Clone(v.Improvements)
		f(&lie)
		all[name] = lie
	}
	if len(v.Improvements) == 0 {
		return all
	}
	m := v.Improvements[0]
	damage("flipped", func(l *Verdict) { l.Stable = !l.Stable })
	damage("no path", func(l *Verdict) { l.Improvements[0].Path = nil })
	if u, ok := between(g, v.State, m.Path[0]); ok {
		damage("twice in a row", func(l *Verdict) { l.Improvements[0].Path = append([]stability.Step{u}, m.Path...) })
	}
	damage("greedy", func(l *Verdict) {
		l.Improvements[0].Gains = slices.Clone(m.Gains)
		l.Improvements[0].Gains[0]++
	})
	if !v.Stable {
		return all
	}
	damage("one missing", func(l *Verdict) { l.Improvements = l.Improvements[1:] })
	if n := len(v.Improvements); n > 1 {
		damage("one twice", func(l *Verdict) { l.Improvements[n-1] = l.Improvements[0] })
	}
	damage("no replies", func(l *Verdict) { l.Improvements[0].Replies = nil })
	damage("other sanction", func(l *Verdict) { l.Improvements[0].Sanction = m.To })
	damage("nobody harmed", func(l *Verdict) { l.Improvements[0].Harmed = -1 })
	damage("strange reply", func(l *Verdict) {
		strange := m.Replies[0]
		strange.By, strange.Path = 1<<40, []stability.Step{{Actor: 40, To: strange.To}}
		l.Improvements[0].Replies = append([]Reply{strange}, m.Replies[1:]...)
	})
	damage("harmless member", func(l *Verdict) { l.Improvements[0].Harmed = g.Actors() })
	first := m.Replies[0]
	if u, ok := between(g, m.To, first.Path[0]); ok && first.By.Size() == 1 {
		damage("replies twice in a row", func(l *Verdict) {
			again := []Reply{{first.By, u.To, []stability.Step{u}}, {first.By, first.To, first.Path}}
			l.Improvements[0].Replies = append(again, m.Replies[1:]...)
		})
	}
	for _, j := range v.Coalition.Members() {
		if g.Rank(j, m.Sanction) > g.Rank(j, v.State) {
			damage("wrong harm", func(l *Verdict) { l.Improvements[0].Harmed = j })
		}
	}
	if len(m.Replies) > 1 && !g.Can(m.Replies[1].Path[0].Actor, m.To, m.Replies[1].Path[0].To) {
		damage("first reply dropped", func(l *Verdict) { l.Improvements[0].Replies = m.Replies[1:] })
	}
	return all
}

// between finds a state through which the actor could go in two moves where the
// step takes him in one, better for him than where he comes from.
func between(g *stability.Conflict, from reckon.State, step stability.Step) (stability.Step, bool) {
	for _, u := range g.Moves(step.Actor, from) {
		rising := g.Rank(step.Actor, from) < g.Rank(step.Actor, u) && g.Rank(step.Actor, u) < g.Rank(step.Actor, step.To)
		if g.Can(step.Actor, u, step.To) && rising {
			return stability.Step{Actor: step.Actor, To: u}, true
		}
	}
	return stability.Step{}, false
}

// eachVerdict explains every state of a small random conflict for every coalition
// and concept, under one reading of the definitions.
func eachVerdict(t interface{ Fatal(...any) }, draw casetest.World, f func(*stability.Conflict, *Result, Verdict)) {
	_, _, g := someConflict(draw, 4)
	all := readings(g.Actors())
	a := analyse(t, g, all[draw(len(all))])
	res := solve(t, a)
	for _, h := range res.Coalitions {
		for _, concept := range a.Concepts() {
			for _, s := range g.States().List() {
				v, err := a.Explain(h, concept, s)
				if err != nil {
					t.Fatal(err)
				}
				f(g, res, v)
			}
		}
	}
}

// TestJumps compares with the definitions: a jump is a class improvement that no
// smaller coalition has, and what no reply meets is what makes a state unstable.
func TestJumps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, minds, g := someConflict(draws(t), 4)
		o := casetest.Oracle{Case: c, Minds: minds}
		a := analyse(t, g, Settings{})
		from := g.Solve(reckon.GMR).Equilibria(reckon.GMR)
		jumps, err := a.Jumps(from)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range a.coalitions() {
			for _, s := range from.List() {
				var want, got []reckon.State
				for _, q := range o.Bring(h.Members(), s) {
					if h.Size() > 1 && o.Gains(h.Members(), s, q, false) && !smallerHas(o, h, s, q) {
						want = append(want, q)
					}
				}
				if slices.ContainsFunc(want, from.Has) {
					want = slices.DeleteFunc(want, func(q reckon.State) bool { return !from.Has(q) })
				}
				for _, j := range jumps {
					if j.From != s || j.Coalition != h {
						continue
					}
					got = append(got, j.To)
					if j.Lands != from.Has(j.To) || !slices.Contains(want, j.To) {
						t.Fatalf("%v leave %b for %b, by definition for %b", h.Members(), s, j.To, want)
					}
				}
				if lands := len(got) > 0 && from.Has(got[0]); len(want) > 0 && len(got) == 0 || lands && len(got) != len(want) || !lands && len(got) > 1 {
					t.Fatalf("%v leave %b for %b, by definition for %b", h.Members(), s, got, want)
				}
			}
		}
	})
}

func smallerHas(o casetest.Oracle, h Coalition, s, q reckon.State) bool {
	return slices.ContainsFunc(parts(h), func(k Coalition) bool {
		return k != h && slices.Contains(o.Bring(k.Members(), s), q) && o.Gains(k.Members(), s, q, false)
	})
}

// TestRefusals: what cannot be judged is refused with a way out.
func TestRefusals(t *testing.T) {
	c := &reckon.Case{Actors: []reckon.Actor{{Name: "one"}, {Name: "two"}, {Name: "three"}}}
	for k := range 17 {
		c.Options = append(c.Options, reckon.Option{Actor: k % 3})
		c.Actors[k%3].Options = append(c.Actors[k%3].Options, k)
	}
	g, err := stability.Compile(c, make([]reckon.Mind, 3), nil)
	if err != nil {
		t.Fatal(err)
	}
	refuse := func(err error, part string) {
		t.Helper()
		if err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("refused with %v, wanted %q", err, part)
		}
	}
	for _, one := range []struct {
		set  Settings
		part string
	}{
		{Settings{Improvement: "weak"}, `not "weak"`},
		{Settings{Replies: "loud"}, `not "loud"`},
		{Settings{Replies: "blocks"}, "name the blocks"},
		{Settings{Replies: "alone", Blocks: []Coalition{7}}, "Leave out one"},
		{Settings{Blocks: []Coalition{Of(0, 1), Of(1, 2)}}, "named twice"},
		{Settings{Blocks: []Coalition{Of(0, 1, 2, 3)}}, "unknown"},
		{Settings{Blocks: []Coalition{Of(0, 1)}}, "leave out actor 3"},
	} {
		_, err := Analyse(g, one.set)
		refuse(err, one.part)
	}
	crowd := &reckon.Case{Actors: make([]reckon.Actor, 9)}
	many, err := stability.Compile(crowd, make([]reckon.Mind, 9), nil)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Analyse(many, Settings{Replies: "coalitions"})
	refuse(err, "at most 8 actors")
	_, err = analyse(t, many, Settings{}).Jumps(many.States())
	refuse(err, "at most 8 actors; this case has 9")
	for _, blocks := range [][]Coalition{{1<<9 - 1}, singles(1<<9 - 1), {Of(0, 8), Of(1, 2, 3), Of(4, 5, 6, 7)}} {
		split := analyse(t, many, Settings{Blocks: blocks})
		r, err := split.Solve() // judges the blocks, not all 511 coalitions
		if err != nil || !slices.Equal(r.Coalitions, blocks) {
			t.Errorf("nine actors in %d blocks: %v", len(blocks), err)
		}
		if _, err := split.Jumps(many.States()); err != nil {
			t.Errorf("jumps of %d blocks: %v", len(blocks), err)
		}
	}
	if _, err := analyse(t, many, Settings{}).Solve(Of(0, 8)); err != nil {
		t.Errorf("one coalition of nine actors: %v", err)
	}
	a := analyse(t, g, Settings{})
	_, err = a.Solve(Of(0))
	refuse(err, "at most 16 options; this case has 17")
	_, err = a.Jumps(g.States())
	refuse(err, "at most 16 options; this case has 17")
	if v, err := a.Explain(Of(0, 1), reckon.SEQ, 0); err != nil || !v.Stable {
		t.Errorf("one state of 17 options: %v %v", v, err)
	}
	_, err = a.Explain(0, reckon.SEQ, 0)
	refuse(err, "at least one of the 3 actors")
	_, err = a.Explain(Of(0), reckon.SIM, 0)
	refuse(err, "no form for coalitions")
	_, err = a.Explain(Of(0), reckon.SEQ, 1<<17)
	refuse(err, "impossible")
	_, err = analyse(t, g, Settings{Blocks: []Coalition{Of(0, 1), Of(2)}}).Explain(Of(0), reckon.SEQ, 0)
	refuse(err, "only the blocks")
}
