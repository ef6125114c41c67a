package mind

import (
	"math"

	"reckon"
	"reckon/draw"
)

// alike is how near two values are held to be the same: far below any difference
// a want can make, far above rounding.
const alike = 1e-12

// Choice is a distribution over the moves an actor had.
type Choice struct {
	States   []reckon.State // where each move leads
	Possible []bool         // feasible, not against an irreversible option, and known to him as such
	Value    []float64      // in [0,1], averaged over views; 0 where not possible
	P        []float64      // sums to 1 over the possible moves, 0 elsewhere
	Silent   bool           // every possible move is alike to him: no forecast
	Locked   reckon.State   // for Page.Choose: options that he may not change for once, whatever he and the others take him for
	Shut     reckon.State   // likewise, that he may not take up
	desk     desk           // room for Page.Choose
}

// Choose applies the choice rule to the listed moves at state s: the logit rule
// [mckelvey1995] P(t) ∝ exp(precision · value(t)) over the states t that the
// moves lead to. Staying is worth u(s); moving to t is worth
// (1 − caution)·u(t) + caution·u(the worst state behind the move, under the
// actor's concept); with several views, the average by their odds.
//
// At full caution and endless precision he moves exactly when s is unstable for
// him, provided his emphasis is at least 2, so that u follows rank. Moves that
// lead to one state share its probability. Each move is weighed as his views
// show it and made in the world: what he does not know of he cannot choose. From
// a state that he holds impossible every move that he knows of is open to him and
// nothing tells them apart. Cost: one table of security for each view, actor and
// concept, on first use.
func (m *Minds) Choose(actor int, s reckon.State, moves []reckon.Move) Choice {
	states := make([]reckon.State, len(moves))
	for i, move := range moves {
		states[i] = move.Apply(s)
	}
	choice := m.open(actor, s, states)
	sights := m.scene.sights[actor]
	choice.keep(&sights[0], actor, s) // his views differ in what others want and do, not in what he can do
	for i := range sights {
		m.weigh(&choice, &sights[i], actor, m.minds[actor].Temper, s, m.oddsOf(actor, &sights[i]))
	}
	return choice.settled(m.minds[actor].Temper.Precision)
}

// With returns the choice as it would be at another precision.
func (c Choice) With(precision float64) Choice { return c.settled(precision) }

// open returns a choice without values: where the moves lead and which of them
// can be made. From an impossible state nothing can.
func (m *Minds) open(actor int, s reckon.State, states []reckon.State) Choice {
	choice := Choice{States: states, Possible: make([]bool, len(states)), Value: make([]float64, len(states))}
	if !m.scene.base.States().Has(s) {
		return choice
	}
	feasible := m.scene.base.States()
	for i, to := range states {
		choice.Possible[i] = to == s || feasible.Has(to) && m.scene.base.Can(actor, s, to)
	}
	return choice
}

// keep strikes out the moves that are out of the question for an actor in a view.
func (c *Choice) keep(v *sight, actor int, s reckon.State) {
	for i, to := range c.States {
		c.Possible[i] = c.Possible[i] && (to == s || !v.excludes(actor, s, to).Stands())
	}
}

// weigh adds to each possible move its value in one view, times the view's odds;
// nothing in a state that is impossible there.
func (m *Minds) weigh(choice *Choice, v *sight, actor int, t reckon.Temper, s reckon.State, odds float64) {
	if !v.possible(s) {
		return
	}
	k, here := v.conflict, v.sees(s)
	u := m.shelf.utility(k, actor, t.Emphasis)
	for i := range choice.States {
		if !choice.Possible[i] {
			continue
		}
		to := v.sees(choice.States[i])
		value := u[k.Rank(actor, to)]
		if to != here && t.Caution > 0 { // without caution nobody's answer is asked for, nor computed
			value = float64((1-t.Caution)*value) + float64(t.Caution*u[k.Security(actor, t.Concept, here, to)])
		}
		choice.Value[i] += float64(odds * value)
	}
}

// settled returns the choice with its probabilities at a precision. The best
// value is taken off first, so that no exponential overflows.
func (c Choice) settled(precision float64) Choice {
	low, best := math.Inf(1), math.Inf(-1)
	for i, v := range c.Value {
		if c.Possible[i] {
			low, best = min(low, v), max(best, v)
		}
	}
	c.Silent = !(best-low > alike) || precision == 0 // a coin flip tells nothing apart either
	c.P = make([]float64, len(c.States))
	total := 0.0
	for i, v := range c.Value {
		if c.Possible[i] {
			c.P[i] = weight(precision, v-best) / float64(c.shared(i))
			total += c.P[i]
		}
	}
	for i := range c.P {
		if total > 0 {
			c.P[i] /= total
		}
	}
	return c
}

// weight is exp(precision · gap) for a gap of at most 0, endless precision included.
func weight(precision, gap float64) float64 {
	switch {
	case gap >= -alike:
		return 1
	case math.IsInf(precision, 1):
		return 0
	}
	return draw.Exp(precision * gap)
}

// shared counts the moves that lead where move i leads.
func (c Choice) shared(i int) int {
	n := 0
	for j, to := range c.States {
		if to == c.States[i] && c.Possible[j] {
			n++
		}
	}
	return n
}
