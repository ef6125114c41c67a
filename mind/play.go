package mind

import (
	"math"
	"slices"

	"reckon"
	"reckon/draw"
)

// desk is the room that a choice on a page works in.
type desk struct {
	page  *Page
	actor int
	at    reckon.State
	open  []reckon.State // what the world lets the actor do at that state
	kept  []reckon.State
	weigh []float64
	odds  []float64
	likes []float64
}

// kindOf is a place in a vector of odds, with the kinds of the same belief.
type kindOf struct{ at, first, kinds int }

// share returns the odds of a kind, tilted by what is recalled.
func (k kindOf) share(odds, tilt []float64) float64 {
	if tilt == nil {
		return odds[k.at]
	}
	total := 0.0
	for j := k.first; j < k.first+k.kinds; j++ {
		total += float64(odds[j] * tilt[j])
	}
	if !(total > 0) || math.IsInf(total, 1) {
		return odds[k.at]
	}
	return odds[k.at] * tilt[k.at] / total
}

// chooser is how an actor chooses, whatever the odds.
type chooser struct {
	panel
	sieve
	kinds [][]kindOf // by view
}

func (b *book) chooser(m *Minds, actor int) chooser {
	temper := m.minds[actor].Temper
	c := chooser{panel: panel{precision: temper.Precision}}
	sights := m.scene.sights[actor]
	c.sieve = sieveOf(&sights[0], actor)
	for i := range sights {
		c.views = append(c.views, b.weigher(m, &sights[i], actor, temper))
		c.kinds = append(c.kinds, b.kinds(m, actor, &sights[i], -1))
	}
	return c
}

// kinds lists what the others are in a view, one belief left out.
func (b *book) kinds(m *Minds, actor int, v *sight, but int) []kindOf {
	var list []kindOf
	for n, k := range v.kinds {
		if n != but {
			first := b.odds[actor][m.now[actor]][n]
			list = append(list, kindOf{first + k, first, len(m.beliefs[actor][n].kinds)})
		}
	}
	return list
}

func together(kinds []kindOf, odds, tilt []float64) float64 {
	p := 1.0
	for _, k := range kinds {
		p *= k.share(odds, tilt)
	}
	return p
}

// open finds what an actor can do at a state, unless it is what the desk was last
// used for.
func (p *Page) open(d *desk, actor int, s reckon.State) {
	if d.page == p && d.actor == actor && d.at == s {
		return
	}
	d.page, d.actor, d.at = p, actor, s
	d.open = p.reaches[actor].from(s, d.open[:0])
}

// Choose makes a choice as Minds.Choose does, among staying and the actor's smallest
// moves at s, all his moves if reckon.Actor.Wide, with the odds of a run. tilt, unless
// nil, is what Recall made of the odds. choice is filled, with States and P only, and
// may be used again, which makes it free of allocations; what his view rules out is not
// listed. From an impossible state he can only stay.
func (p *Page) Choose(choice *Choice, actor int, s reckon.State, odds, tilt []float64) {
	d, by := &choice.desk, &p.choosers[actor]
	p.open(d, actor, s)
	choice.States = choice.free(s, by.kept(s, d.open, choice.States[:0]))
	choice.P = resized(choice.P, len(choice.States))
	d.odds = d.odds[:0]
	for _, kinds := range by.kinds {
		d.odds = append(d.odds, together(kinds, odds, tilt))
	}
	by.weigh(s, choice.States, d.odds, choice.P)
	total := 0.0
	for _, w := range choice.P {
		total += w
	}
	for k := range choice.P {
		choice.P[k] /= total
	}
}

// free strikes out the moves that are locked or shut.
func (c *Choice) free(s reckon.State, states []reckon.State) []reckon.State {
	if c.Locked|c.Shut == 0 {
		return states
	}
	return slices.DeleteFunc(states, func(to reckon.State) bool { return (s^to)&c.Locked|to&^s&c.Shut != 0 })
}

// Pick returns the state that a number drawn evenly from (0, 1) stands for.
func (c *Choice) Pick(u float64) reckon.State {
	sum, last := 0.0, 0
	for k, p := range c.P {
		if p > 0 {
			last = k
		}
		if sum += p; u < sum {
			return c.States[k]
		}
	}
	return c.States[last]
}

func resized(x []float64, n int) []float64 { return slices.Grow(x[:0], n)[:n] }

// learner is somebody who learns what kind an actor is from what he does.
type learner struct {
	at    int // where the odds of the kinds start
	kinds int
	keen  float64 // 1 − stubborn
	views []hunch
}

// hunch is what one kind would do in one view of the learner.
type hunch struct {
	panel
	sieve
	kind   int
	inner  []float64 // odds of the views that the kind is thought to have
	others []kindOf  // what third parties are in the view
	silent *silence
}

func (b *book) learners(m *Minds, actor int) []learner {
	var list []learner
	for i := range m.minds {
		n := m.belief(i, actor)
		keen := 1 - m.minds[i].Temper.Stubborn
		if n < 0 || len(m.beliefs[i][n].kinds) < 2 || keen <= 0 {
			continue
		}
		l := learner{at: b.odds[i][m.now[i]][n], kinds: len(m.beliefs[i][n].kinds), keen: keen}
		for k := range m.scene.sights[i] {
			l.views = append(l.views, b.hunch(m, i, n, &m.scene.sights[i][k]))
		}
		list = append(list, l)
	}
	return list
}

func (b *book) hunch(m *Minds, believer, n int, v *sight) hunch {
	about, kind := v.beliefs[n].about, &v.beliefs[n].kinds[v.kinds[n]]
	h := hunch{panel: panel{precision: kind.Temper.Precision}, sieve: sieveOf(v, about), kind: v.kinds[n], silent: new(silence)}
	b.made += silenceBytes
	h.others = b.kinds(m, believer, v, n)
	theirs := v.inner[n]
	if theirs == nil {
		h.views, h.inner = []*weigher{b.weigher(m, v, about, kind.Temper)}, []float64{1}
	}
	for i := range theirs {
		h.views = append(h.views, b.weigher(m, &theirs[i], about, kind.Temper))
		h.inner = append(h.inner, theirs[i].odds)
	}
	return h
}

// Learn changes the odds of a run by what everybody learns from an actor's turn at s
// that ended in a state: odds ∝ odds · L_kind^(1 − stubborn), where L is
// pace · P_kind + (1 − pace) · [he stayed], so that silence teaches as well
// [abreugul2000]. P_kind is how the kind would choose among what Choose lists, in the
// learner's view, averaged over third parties by the odds as tilted. Odds stay at or
// above about one in a million; a move that no kind could have made teaches nothing.
func (p *Page) Learn(choice *Choice, actor int, s, to reckon.State, odds, tilt []float64) {
	if len(p.learners[actor]) == 0 || !p.feasible.Has(s) {
		return
	}
	d := &choice.desk
	if s != to && !p.ready(d, actor, s, to) {
		return
	}
	for i := range p.learners[actor] {
		l := &p.learners[actor][i]
		p.likelihoods(d, actor, l, s, to, odds, tilt)
		if pace := p.book.pace[actor]; pace < 1 {
			for k := range d.likes {
				d.likes[k] *= pace
				if to == s {
					d.likes[k] += 1 - pace
				}
			}
		}
		revise(odds[l.at:l.at+l.kinds], d.likes, l.keen)
	}
}

// ready finds what an actor could have done at s, one thing being what he did; false
// when he could not have.
func (p *Page) ready(d *desk, actor int, s, to reckon.State) bool {
	p.open(d, actor, s)
	if slices.Contains(d.open, to) {
		return true
	}
	if r := &p.reaches[actor]; (s^to)&^r.own != 0 || !r.can(s, s^to) {
		return false
	}
	d.page = nil // what he could do was more than the desk had
	d.open = append(d.open, to)
	return true
}

// likelihoods fills the desk's likes with the probability, by kind, of a move.
func (p *Page) likelihoods(d *desk, actor int, l *learner, s, to reckon.State, odds, tilt []float64) {
	d.likes = resized(d.likes, l.kinds)
	clear(d.likes)
	for i := range l.views {
		h := &l.views[i]
		chance := 0.0
		if s == to {
			chance = p.stays(d, actor, h, s)
		} else {
			chance = h.chance(d, s, to)
		}
		d.likes[h.kind] += float64(together(h.others, odds, tilt) * chance)
	}
}

// stays returns the probability that a kind of an actor would stay.
func (p *Page) stays(d *desk, actor int, h *hunch, s reckon.State) float64 {
	chance, known := h.silent.find(s)
	if !known {
		p.open(d, actor, s)
		chance = h.chance(d, s, s)
		h.silent.keep(s, chance)
	}
	return chance
}

// chance returns the probability that a kind would go to a state.
func (h *hunch) chance(d *desk, s, to reckon.State) float64 {
	if !h.passes(s, to) {
		return 0
	}
	states := d.open
	if !h.open {
		d.kept = h.kept(s, d.open, d.kept[:0])
		states = d.kept
	}
	d.weigh = resized(d.weigh, len(states))
	h.weigh(s, states, h.inner, d.weigh)
	total, took := 0.0, 0.0
	for k, w := range d.weigh {
		total += w
		if states[k] == to {
			took = w
		}
	}
	return took / total
}

// revise is revised in place. Likelihoods are taken relative to the greatest, so that
// nothing underflows that matters; they are spoilt.
func revise(odds, likes []float64, power float64) {
	most, least := slices.Max(likes), slices.Min(likes)
	if most == least {
		return
	}
	total := 0.0
	for k, l := range likes {
		likes[k] = odds[k] * raised(l/most, power)
		total += likes[k]
	}
	if !(total > 0) {
		return
	}
	sum := 0.0
	for k := range likes {
		likes[k] = max(likes[k]/total, leastOdds)
		sum += likes[k]
	}
	for k := range likes {
		odds[k] = likes[k] / sum
	}
}

// raised is x^power for x from 0 to 1 and a power from 0 to 1.
func raised(x, power float64) float64 {
	if power == 1 || x == 0 || x == 1 {
		return x
	}
	return draw.Exp(power * draw.Log(x))
}
