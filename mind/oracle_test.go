package mind

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reckon"
)

// as returns the case in which an actor really is what another takes him for.
func as(c *reckon.Case, about string, k *reckon.Kind) *reckon.Case {
	other := *c
	other.Minds = slices.Clone(c.Minds)
	for i := range other.Minds {
		if other.Minds[i].Actor == about {
			other.Minds[i] = reckon.Mind{Actor: about, Temper: k.Temper, Wants: k.Wants, Order: k.Order}
		}
	}
	return &other
}

// TestViewsOracle holds choices and learning against cases without beliefs: one
// for each kind, in which the other really is of that kind.
func TestViewsOracle(t *testing.T) {
	compared := 0
	rapid.Check(t, func(t *rapid.T) {
		c := drawWorld(t, true)
		m, err := New(c, nil, nil)
		if err != nil {
			t.Skip(err)
		}
		believer := rapid.IntRange(0, len(c.Actors)-1).Draw(t, "believer")
		own := c.Minds[believer]
		if len(own.Beliefs) == 0 {
			t.Skip("believes nothing")
		}
		b := own.Beliefs[0]
		about := c.Actor(b.About)
		s := rapid.SampledFrom(m.Base().States().List()).Draw(t, "state")
		his, theirs := everyMove(m, believer, s), everyMove(m, about, s)
		value := make([]float64, len(his))
		next := make([]float64, len(b.Kinds))
		total := 0.0
		for k := range b.Kinds {
			alone, err := New(as(c, b.About, &b.Kinds[k]), nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			for i, v := range alone.Choose(believer, s, his).Value {
				value[i] += b.Kinds[k].Odds * v
			}
			took := alone.Choose(about, s, theirs).P[len(theirs)-1]
			next[k] = b.Kinds[k].Odds * math.Pow(took, 1-own.Temper.Stubborn)
			total += next[k]
		}
		for i, v := range m.Choose(believer, s, his).Value {
			if math.Abs(v-value[i]) > 1e-12 {
				t.Fatalf("value %v, by cases without beliefs %v", v, value[i])
			}
		}
		learned := m.Observe(about, s, theirs[len(theirs)-1], theirs[:len(theirs)-1]).Odds(believer, about)
		for k := range next {
			want := b.Kinds[k].Odds // nothing learned from what nobody would do, or by the stubborn
			if total > 0 && own.Temper.Stubborn < 1 {
				want = next[k] / total
			}
			if len(theirs) > 1 && math.Abs(learned[k]-want) > 4*leastOdds {
				t.Fatalf("learned %v, by cases without beliefs %v", learned, next)
			}
			compared++
		}
	})
	if compared == 0 {
		t.Error("nothing was compared")
	}
}
