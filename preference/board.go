package preference

import (
	"fmt"
	"math/bits"
	"slices"

	"reckon"
	"reckon/stability"
)

// board is a compiled conflict with the minds behind its ranks.
type board struct {
	c        *reckon.Case
	minds    []reckon.Mind
	measures func(string) float64
	g        *stability.Conflict
	feasible []reckon.State
	own      []reckon.State     // by actor: his options
	final    reckon.State       // options that cannot be undone
	lost     reckon.State       // options that cannot be taken up again
	wanted   [][]reckon.Want    // by actor: the wants that his ranks rest on
	held     [][]*stability.Set // by actor and want: the states in which it holds
}

func newBoard(c *reckon.Case, minds []reckon.Mind, measures func(string) float64) (*board, error) {
	g, err := stability.Compile(c, minds, measures)
	if err != nil {
		return nil, err
	}
	b := &board{c: c, minds: minds, measures: measures, g: g, feasible: g.States().List()}
	b.final, b.lost = c.Directions()
	for i := range c.Actors {
		b.own = append(b.own, c.Actors[i].Own())
		wants, held := b.compile(&minds[i])
		b.wanted, b.held = append(b.wanted, wants), append(b.held, held)
	}
	return b, nil
}

func (b *board) name(actor int) string { return b.c.Actors[actor].Name }

// byState returns one zero a state.
func (b *board) byState() []uint64 { return make([]uint64, 1<<b.g.Options()) }

// ranks is the actor's order as a scale: the digits of his ranks.
func (b *board) ranks(actor int) scale {
	sc := scale{key: b.byState(), bits: bits.Len(uint(b.g.Levels(actor) - 1))}
	for _, s := range b.feasible {
		sc.key[s] = uint64(b.g.Rank(actor, s))
	}
	return sc
}

// compile returns the wants that a mind's ranks rest on, with the states in which
// each holds. A direct order rests on none.
func (b *board) compile(m *reckon.Mind) (wants []reckon.Want, held []*stability.Set) {
	if len(m.Order) > 0 {
		return nil, nil
	}
	for _, w := range m.Wants {
		if w.That.Op == "" {
			continue
		}
		if set, ok := b.g.Where(&w.That, b.measures); ok {
			wants, held = append(wants, w), append(held, set)
		}
	}
	return wants, held
}

// wants returns what compile found for the actor.
func (b *board) wants(actor int) (wants []reckon.Want, held []*stability.Set) {
	return b.wanted[actor], b.held[actor]
}

// weighed reports whether a want has points.
func weighed(w reckon.Want) bool { return w.Points != 0 }

// truths is a scale with a digit for each of the sets, most important first.
func (b *board) truths(actor int, held []*stability.Set) (scale, error) {
	if len(held) > 64 {
		return scale{}, fmt.Errorf("%q has %d wants; this kind of preference compares at most 64. Join wants or drop the least important", b.name(actor), len(held))
	}
	sc := scale{key: b.byState(), bits: len(held)}
	for k, set := range held {
		set.Each(func(s reckon.State) { sc.key[s] |= 1 << (len(held) - 1 - k) })
	}
	return sc, nil
}

// nowhere returns a note that no actor's wants are in doubt, nil where one is.
func (b *board) nowhere(doubted func(reckon.Want) bool, note string) []string {
	for _, wants := range b.wanted {
		if slices.ContainsFunc(wants, doubted) {
			return nil
		}
	}
	return []string{note + ": the answers are those for certain preference"}
}

// graded returns the scale on which a kind that doubts some wants compares the
// actor's states, and the wants by digit. Where nothing is in doubt his ranks
// serve, and there are no wants to ask about: every digit is certain.
func (b *board) graded(actor int, doubted func(reckon.Want) bool) (sc scale, byDigit []reckon.Want, err error) {
	wants, held := b.wants(actor)
	doubt := slices.IndexFunc(wants, doubted)
	switch {
	case doubt < 0:
		return b.ranks(actor), nil, nil
	case slices.ContainsFunc(wants, weighed):
		return scale{}, nil, fmt.Errorf("the wants of %q are weighed by points, but %q is in doubt: doubt is about the first want in which two states differ, which points do not have. Take out the points, or the doubt", b.name(actor), wants[doubt].Name)
	}
	if sc, err = b.truths(actor, held); err != nil {
		return scale{}, nil, err
	}
	byDigit = make([]reckon.Want, len(wants))
	for k := range wants {
		byDigit[len(wants)-1-k] = wants[k]
	}
	return sc, byDigit, nil
}
