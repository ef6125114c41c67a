package mind

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"

	"reckon"
	"reckon/casetest"
	"reckon/stability"
)

// imagined is a view built by the definitions, one option and one state at a
// time: the oracle of views, slow on purpose.
type imagined struct {
	casetest.Oracle
	rules   []reckon.Impossible
	options []imaginedOption
	eyes    map[int]imagined // by actor whose answers are reckoned with: the view that he is thought to have
}

type imaginedOption struct{ exists, up, down bool }

type weighted struct {
	imagined
	odds float64
}

func theWorld(c *reckon.Case) imagined {
	g := imagined{Oracle: casetest.Oracle{Case: c, Minds: slices.Clone(c.Minds)}, rules: c.Impossible}
	for _, o := range c.Options {
		g.options = append(g.options, imaginedOption{true, !o.Lost, !o.Final})
	}
	return g
}

// with copies the view and writes overrides over it.
func (g imagined) with(v reckon.View) imagined {
	g.rules, g.options, g.Minds, g.eyes = slices.Clone(g.rules), slices.Clone(g.options), slices.Clone(g.Minds), nil
	for _, o := range v.Overrides {
		if o.Impossible != nil {
			g.rules = append(g.rules, *o.Impossible)
			continue
		}
		if o.Possible != "" {
			kept := []reckon.Impossible{}
			for _, r := range g.rules {
				if r.Name != o.Possible {
					kept = append(kept, r)
				}
			}
			g.rules = kept
			continue
		}
		it := &g.options[o.Option]
		if o.Directed {
			it.up, it.down = !o.Lost, !o.Final
		} else {
			it.exists = o.Aware
		}
	}
	return g
}

// imagine lists the views at the end of a path that starts with a viewer whose
// View and beliefs are nested in g.
func imagine(g imagined, odds float64, v reckon.View, beliefs []reckon.Belief, depth int, rest []int) []weighted {
	here := g.with(v)
	var all []weighted
	var choose func(n int, g imagined, odds float64, kinds []reckon.Kind)
	choose = func(n int, g imagined, odds float64, kinds []reckon.Kind) {
		if n < len(beliefs) {
			about := g.Case.Actor(beliefs[n].About)
			for _, k := range beliefs[n].Kinds {
				next := g.with(reckon.View{})
				next.eyes = map[int]imagined{}
				maps.Copy(next.eyes, g.eyes)
				if k.Wants != nil || k.Order != nil {
					next.Minds[about].Wants, next.Minds[about].Order = k.Wants, k.Order
				}
				theirs := here.with(k.View)
				if depth < 3 {
					next.eyes[about] = theirs
				}
				for o := range next.options {
					if it := theirs.options[o]; depth < 3 && g.Case.Options[o].Actor == about {
						next.options[o].up = next.options[o].up && it.up && it.exists
						next.options[o].down = next.options[o].down && it.down && it.exists
					}
				}
				choose(n+1, next, odds*k.Odds, append(slices.Clip(kinds), k))
			}
			return
		}
		for b, k := range kinds {
			if len(rest) > 0 && g.Case.Actor(beliefs[b].About) == rest[0] && depth < 3 && len(k.View.Overrides)+len(k.Beliefs) > 0 {
				all = append(all, imagine(g, odds, k.View, k.Beliefs, depth+1, rest[1:])...)
				return
			}
		}
		all = append(all, weighted{g, odds})
	}
	choose(0, here, odds, nil)
	return all
}

func imaginedAlong(c *reckon.Case, path ...int) []weighted {
	own := c.Minds[path[0]]
	return imagine(theWorld(c), 1, own.View, own.Beliefs, 1, path[1:])
}

// sees projects a state of the world and says whether the view holds it possible.
func (g imagined) sees(s reckon.State) (reckon.State, bool) {
	for k, o := range g.options {
		if !o.exists && s.Has(k) {
			s -= 1 << k
		}
	}
	return s, g.possible(s)
}

func (g imagined) possible(s reckon.State) bool {
	for k, o := range g.options {
		if !o.exists && s.Has(k) {
			return false
		}
	}
	return !slices.ContainsFunc(g.rules, func(r reckon.Impossible) bool { return g.Truth(&r.When, s) })
}

func (g imagined) moves(i int, s reckon.State) []reckon.State {
	var list []reckon.State
	for t := range reckon.State(1) << len(g.options) {
		ok := t != s && g.possible(t)
		for k, o := range g.options {
			switch {
			case s.Has(k) == t.Has(k):
			case g.Case.Options[k].Actor != i, t.Has(k) && !o.up, s.Has(k) && !o.down:
				ok = false
			}
		}
		if ok {
			list = append(list, t)
		}
	}
	return list
}

func (g imagined) better(i int, s reckon.State) []reckon.State {
	return slices.DeleteFunc(g.moves(i, s), func(t reckon.State) bool { return !g.gains(i, s, t) })
}

// gains reports whether an actor likes t better than s: as he is thought to see
// both. Who is thought to hold t impossible never does, and who holds s impossible
// likes whatever is possible better, but for what a direct order leaves out.
func (g imagined) gains(i int, s, t reckon.State) bool {
	his, ascribed := g.eyes[i]
	if !ascribed {
		return g.Prefers(i, t, s) > 0
	}
	from, sane := his.sees(s)
	to, can := his.sees(t)
	order := g.Minds[i].Order
	switch {
	case can && !sane:
		return len(order) == 0 || slices.ContainsFunc(order, func(group []reckon.State) bool { return slices.Contains(group, to) })
	case can:
		return g.Prefers(i, to, from) > 0
	}
	return false
}

// merges lists what simultaneous improvements of the others from s make of his
// move to t.
func (g imagined) merges(i int, s, t reckon.State) []reckon.State {
	list := []reckon.State{t}
	for j := range g.Case.Actors {
		if j == i {
			continue
		}
		for _, x := range slices.Clip(list) {
			for _, u := range g.better(j, s) {
				list = append(list, x^s^u)
			}
		}
	}
	return slices.DeleteFunc(list, func(x reckon.State) bool { return !g.possible(x) })
}

// stable is the definition of the basic concepts, in this view.
func (g imagined) stable(i int, concept reckon.Concept, s reckon.State) bool {
	for _, t := range g.better(i, s) {
		var replies []reckon.State
		switch concept {
		case reckon.GMR, reckon.SMR:
			replies = g.Reach(i, t, g.moves)
		case reckon.SEQ, reckon.SSEQ:
			replies = g.Reach(i, t, g.better)
		case reckon.SIM:
			replies = g.merges(i, s, t)
		case reckon.Nash, reckon.Tableau, reckon.NM:
		}
		met := slices.ContainsFunc(replies, func(x reckon.State) bool {
			lastWord := concept == reckon.SMR || concept == reckon.SSEQ
			escapes := lastWord && slices.ContainsFunc(g.moves(i, x), func(y reckon.State) bool { return g.gains(i, s, y) })
			return !g.gains(i, s, x) && !escapes
		})
		if !met {
			return false
		}
	}
	return true
}

// held is the odds of the views at the end of a path in which its last actor
// finds a state of the world stable.
func held(views []weighted, i int, concept reckon.Concept, s reckon.State) float64 {
	odds := 0.0
	for _, v := range views {
		if x, possible := v.sees(s); possible && v.stable(i, concept, x) {
			odds += v.odds
		}
	}
	return odds
}

// basic are the concepts that the oracle of views defines.
var basic = []reckon.Concept{reckon.Nash, reckon.GMR, reckon.SMR, reckon.SEQ, reckon.SSEQ, reckon.SIM}

// hypergame draws a conflict in which actors see different things, nested as
// deep as said.
func hypergame(draw casetest.World, depth int) *reckon.Case {
	c, minds := casetest.Case(draw, 2+draw(2), 3+draw(2), 3, draw(2))
	for i := range c.Impossible {
		c.Impossible[i].Name = fmt.Sprint("rule", i)
	}
	for i := range minds {
		minds[i].Temper = temper([]reckon.Concept{reckon.Nash, reckon.GMR, reckon.SMR, reckon.SEQ}[draw(4)], 1, 8, 0)
		minds[i].View = overrides(draw, c)
		minds[i].Beliefs = believes(draw, c, i, depth-1)
	}
	c.Minds = minds
	return c
}

// overrides draws up to two differences.
func overrides(draw casetest.World, c *reckon.Case) reckon.View {
	var v reckon.View
	for range draw(3) {
		o := reckon.Override{Option: draw(len(c.Options))}
		switch draw(6) {
		case 0, 1:
			o.Unaware = true
		case 2:
			o.Aware = true
		case 3:
			o.Directed, o.Final, o.Lost = true, draw(2) == 0, draw(2) == 0
		case 4:
			o.Impossible = &reckon.Impossible{When: casetest.Op("&&", casetest.Expr(draw, len(c.Options), 0), casetest.Expr(draw, len(c.Options), 0))}
		case 5:
			o.Possible = "rule0"
		}
		v.Overrides = append(v.Overrides, o)
	}
	return v
}

// believes draws beliefs of an actor about some others, one or two kinds each.
func believes(draw casetest.World, c *reckon.Case, i, depth int) []reckon.Belief {
	var all []reckon.Belief
	for j := range c.Actors {
		if depth == 0 || i == j || draw(2) == 0 {
			continue
		}
		b := reckon.Belief{About: c.Actors[j].Name}
		kinds := 1 + draw(2)
		for n := range kinds {
			k := reckon.Kind{Name: fmt.Sprint(c.Actors[j].Name, "-", n), Odds: 1 / float64(kinds), Temper: temper(reckon.SEQ, 1, 8, 0), View: overrides(draw, c)}
			for range draw(3) {
				k.Wants = append(k.Wants, reckon.Want{That: casetest.Expr(draw, len(c.Options), 2)})
			}
			k.Beliefs = believes(draw, c, j, depth-1)
			b.Kinds = append(b.Kinds, k)
		}
		all = append(all, b)
	}
	return all
}

func seeded(seed int) casetest.World { return rand.New(rand.NewPCG(uint64(seed), 3)).IntN }

// TestHypergameOracle holds what actors hold stable, alone and of each other two
// and three deep, what they expect and what the equilibria of the hypergame are
// against the definitions.
func TestHypergameOracle(t *testing.T) {
	cases := 500
	if testing.Short() {
		cases = 60
	}
	if asked, err := strconv.Atoi(os.Getenv("RECKON_CONFLICTS")); err == nil {
		cases = asked
	}
	compared, differ, deep := 0, 0, 0
	for seed := range cases {
		c := hypergame(seeded(seed), 1+seed/len(basic)%3)
		m, err := New(c, nil, nil)
		if err != nil {
			continue // a view without states, or too many views
		}
		concept := basic[seed%len(basic)]
		var paths [][]int
		for i := range c.Actors {
			paths = append(paths, []int{i})
			for j := range c.Actors {
				if j == i {
					continue
				}
				paths = append(paths, []int{i, j})
				for k := range c.Actors {
					if k != j {
						paths = append(paths, []int{i, j, k})
					}
				}
			}
		}
		holds := map[string]func(reckon.State) bool{}
		for _, path := range paths {
			views, last := imaginedAlong(c, path...), path[len(path)-1]
			holds[fmt.Sprint(path)] = func(s reckon.State) bool { return held(views, last, concept, s) >= half }
			got := m.Holds(concept, path...)
			for _, s := range m.Base().States().List() {
				want := holds[fmt.Sprint(path)](s)
				if got.Has(s) != want || (m.share(concept, s, path...) >= half) != want {
					t.Fatalf("seed %d, %s, path %v, state %s: %v, by definition %v", seed, concept, path, s.Letters(len(c.Options)), got.Has(s), want)
				}
				if base := theWorld(c); base.stable(last, concept, s) != want {
					differ++
				}
				compared++
			}
			if len(path) == 3 && m.along(path)[0].conflict != m.along(path[:2])[0].conflict {
				deep++
			}
		}
		checkEquilibria(t, seed, c, m, concept, holds)
	}
	if compared < 100*cases || differ == 0 || deep == 0 {
		t.Errorf("%d states compared, %d of them seen differently, %d views three deep", compared, differ, deep)
	}
}

// checkEquilibria holds the equilibria and what each expects to be one against
// what the oracle holds stable along each path.
func checkEquilibria(t *testing.T, seed int, c *reckon.Case, m *Minds, concept reckon.Concept, holds map[string]func(reckon.State) bool) {
	t.Helper()
	equilibria := m.Equilibria(concept)
	for _, s := range m.Base().States().List() {
		all := true
		for i := range c.Actors {
			all = all && holds[fmt.Sprint([]int{i})](s)
			surprise := m.Surprises(i, concept, s)
			other := (i + 1) % len(c.Actors)
			if m.Expects(concept, i, other).Has(s) != expected(c, holds, s, i, other) {
				t.Fatalf("seed %d, state %d: %d misjudges what %d expects", seed, s, i, other)
			}
			expects := expected(c, holds, s, i)
			if expects != m.Expects(concept, i).Has(s) || expects != surprise.Expects || surprise.Lasts != equilibria.Has(s) {
				t.Fatalf("seed %d, actor %d, state %d: expects %v, %+v", seed, i, s, expects, surprise)
			}
		}
		if all != equilibria.Has(s) {
			t.Fatalf("seed %d, state %d: equilibrium %v, by definition %v", seed, s, equilibria.Has(s), all)
		}
	}
}

// expected reports whether a state is stable for everyone in the eyes at the end
// of a path.
func expected(c *reckon.Case, holds map[string]func(reckon.State) bool, s reckon.State, path ...int) bool {
	for j := range c.Actors {
		further := append(slices.Clip(path), j)
		if !holds[fmt.Sprint(slices.Compact(further))](s) {
			return false
		}
	}
	return true
}

// TestProjection: a view shows a state of the world as one without what is hidden
// in it, and shows that one as it is.
func TestProjection(t *testing.T) {
	hidden := 0
	for seed := range 100 {
		c := hypergame(seeded(seed), 2)
		m, err := New(c, nil, nil)
		if err != nil {
			continue
		}
		for i := range c.Actors {
			for _, v := range m.Views(i, (i+1)%len(c.Actors)) {
				for s := range reckon.State(1) << len(c.Options) {
					seen, possible := v.Sees(s)
					again, still := v.Sees(seen)
					if again != seen || still != possible || seen&^s != 0 || seen&v.Hidden != 0 {
						t.Fatalf("seed %d: %b is seen as %b and then as %b", seed, s, seen, again)
					}
					if seen != s {
						hidden++
					}
				}
			}
		}
	}
	if hidden == 0 {
		t.Error("nothing was hidden from anybody")
	}
}

// TestWithoutOverrides: a hypergame in which nobody errs is the conflict itself,
// along every path.
func TestWithoutOverrides(t *testing.T) {
	for seed := range 40 {
		c := hypergame(seeded(seed), 1)
		for i := range c.Minds {
			c.Minds[i].View = reckon.View{}
		}
		m := minds(t, c)
		for _, concept := range []reckon.Concept{reckon.Nash, reckon.GMR, reckon.SMR, reckon.SEQ, reckon.SIM} {
			solved := m.Base().Solve(concept)
			for i := range c.Actors {
				for _, path := range [][]int{{}, {i}, {(i + 1) % len(c.Actors), i}, {i, (i + 1) % len(c.Actors), i}} {
					if views := m.Views(path...); len(views) != 1 || views[0].Conflict != m.Base() || views[0].Odds != 1 {
						t.Fatalf("path %v: %+v", path, views)
					}
				}
				if !slices.Equal(m.Expects(concept, i).List(), solved.Equilibria(concept).List()) {
					t.Fatalf("seed %d, %s: actor %d expects %v", seed, concept, i, m.Expects(concept, i).List())
				}
			}
			if !slices.Equal(m.Equilibria(concept).List(), solved.Equilibria(concept).List()) {
				t.Fatalf("seed %d, %s", seed, concept)
			}
		}
	}
}

// TestNestedPreferences: what is believed of preferences, however deep, changes
// nothing that anybody holds stable under Nash, GMR and SMR.
func TestNestedPreferences(t *testing.T) {
	mattered := false
	for seed := range 120 {
		c := hypergame(seeded(seed), 3)
		for i := range c.Minds {
			c.Minds[i].View = reckon.View{}
			blindfold(c.Minds[i].Beliefs)
		}
		m, err := New(c, nil, nil)
		if err != nil {
			continue
		}
		for _, concept := range []reckon.Concept{reckon.Nash, reckon.GMR, reckon.SMR, reckon.SEQ} {
			plain := m.Base().Solve(concept)
			for i := range c.Actors {
				same := slices.Equal(m.Stable(i, concept).List(), plain.Stable(concept, i).List())
				if concept != reckon.SEQ && !same {
					t.Fatalf("seed %d, %s, actor %d", seed, concept, i)
				}
				mattered = mattered || !same
			}
		}
	}
	if !mattered {
		t.Error("no belief mattered under SEQ either: the property proves nothing")
	}
}

// blindfold takes the overrides out of beliefs.
func blindfold(beliefs []reckon.Belief) {
	for b := range beliefs {
		for k := range beliefs[b].Kinds {
			beliefs[b].Kinds[k].View = reckon.View{}
			blindfold(beliefs[b].Kinds[k].Beliefs)
		}
	}
}

// TestHypergameRepeats: two compilations of one case agree in every result.
func TestHypergameRepeats(t *testing.T) {
	for seed := range 30 {
		c := hypergame(seeded(seed), 3)
		var before string
		for range 2 {
			m, err := New(c, nil, nil)
			got := fmt.Sprint(err)
			if err == nil {
				s := m.Base().States().List()[0]
				for i := range c.Actors {
					got += fmt.Sprint(m.Expects("", i).List(), m.Surprises(i, "", s))
					for _, to := range m.Base().Moves(i, s) {
						move := reckon.Move{On: to &^ s, Off: s &^ to}
						got += fmt.Sprint(m.Falsified(i, s, move), m.Observe(i, s, move, nil).Odds(0, 1))
					}
				}
			}
			if before != "" && got != before {
				t.Fatalf("seed %d:\n%s\n%s", seed, before, got)
			}
			before = got
		}
	}
}

// TestShareAgrees: one state at a time or all at once, every concept gives the
// same verdict in every view.
func TestShareAgrees(t *testing.T) {
	for seed := range 60 {
		m, err := New(hypergame(seeded(seed), 2), nil, nil)
		if err != nil {
			continue
		}
		for _, concept := range append(stability.Concepts(), reckon.Tableau, reckon.NM, reckon.Limited(1), reckon.Limited(2), reckon.Limited(3)) {
			for i := range m.minds {
				held := m.Stable(i, concept)
				for _, s := range m.Base().States().List() {
					if (m.Share(i, concept, s) >= half) != held.Has(s) {
						t.Fatalf("seed %d, %s, actor %d, state %b: share %v", seed, concept, i, s, m.Share(i, concept, s))
					}
				}
			}
		}
	}
}

// TestChoiceFollowsHisEyes: at full caution and endless precision he stays where
// his own view holds the state stable, leaves where it does not and the world lets
// him, and never does what does not exist or cannot be for him.
func TestChoiceFollowsHisEyes(t *testing.T) {
	stays, leaves, blocked := 0, 0, 0
	for seed := range 200 {
		c := hypergame(seeded(seed), 1)
		for i := range c.Minds {
			c.Minds[i].Temper.Precision = math.Inf(1)
		}
		m, err := New(c, nil, nil)
		if err != nil {
			continue
		}
		for i := range c.Actors {
			view, concept := imaginedAlong(c, i)[0], c.Minds[i].Temper.Concept
			for _, s := range m.Base().States().List() {
				choice := m.Choose(i, s, everyMove(m, i, s))
				here, possible := view.sees(s)
				for k, to := range choice.States {
					there, _ := view.sees(to)
					known := to == s || possible && there^here == to^s && slices.Contains(view.moves(i, here), there)
					if possible && choice.Possible[k] != known || choice.P[k] > 0 && !choice.Possible[k] {
						t.Fatalf("seed %d, actor %d, %b to %b: possible %v with %v", seed, i, s, to, choice.Possible[k], choice.P[k])
					}
				}
				stable := possible && view.stable(i, concept, here)
				switch {
				case !possible:
					if !choice.Silent {
						t.Fatalf("seed %d, actor %d: a forecast from a state that he holds impossible", seed, i)
					}
				case stable && choice.P[0] > 0:
					stays++
				case !stable && choice.P[0] == 0:
					leaves++
				case stable:
					t.Fatalf("seed %d, actor %d leaves %b, which he holds stable", seed, i, s)
				default: // what he would do fails in the world
					blocked++
					for _, to := range view.better(i, here) {
						if does := s ^ here ^ to; m.Base().Can(i, s, does) && m.scene.sights[i][0].conflict.Security(i, concept, here, to) > m.scene.sights[i][0].conflict.Rank(i, here) {
							t.Fatalf("seed %d, actor %d could leave %b for %b and stays", seed, i, s, does)
						}
					}
				}
			}
		}
	}
	if stays == 0 || leaves == 0 || blocked == 0 {
		t.Errorf("%d stays, %d leaves, %d blocked by the world", stays, leaves, blocked)
	}
}
