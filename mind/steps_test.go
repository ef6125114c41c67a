package mind

import (
	"math/bits"
	"slices"
	"testing"

	"reckon"
	"reckon/casetest"
)

// tied makes some options of a case change only together.
func tied(draw casetest.World, c *reckon.Case) *reckon.Case {
	n := len(c.Options)
	for range draw(3) {
		a := draw(n)
		o := reckon.Op([]string{"!=", "!=", "=="}[draw(3)])
		b := slices.IndexFunc(c.Options, func(o reckon.Option) bool { return o.Actor == c.Options[a].Actor })
		c.Impossible = append(c.Impossible, reckon.Impossible{Name: "tie", When: op(o, opt(a), opt(b))})
	}
	return c
}

// TestStepsByDefinition: the smallest moves are the legal ones of which no part is
// itself legal, fewest options first; wide, all of them ascending.
func TestStepsByDefinition(t *testing.T) {
	several := 0
	for seed := range 400 {
		c := tied(seeded(seed), hypergame(seeded(seed), 1))
		m, err := New(c, nil, nil)
		if err != nil {
			continue
		}
		for s := range reckon.State(1 << len(c.Options)) {
			for actor := range c.Actors {
				var all, small []reckon.State
				if m.Base().States().Has(s) {
					all = m.Base().Moves(actor, s)
				}
				for _, to := range all {
					if !slices.ContainsFunc(all, func(k reckon.State) bool { return k != to && (k^s)&^(to^s) == 0 }) {
						small = append(small, to)
					}
				}
				slices.SortStableFunc(small, func(a, b reckon.State) int {
					return bits.OnesCount64(uint64(a^s)) - bits.OnesCount64(uint64(b^s))
				})
				for wide, want := range map[bool][]reckon.State{true: all, false: small} {
					got := []reckon.State{}
					for _, move := range m.Steps(actor, s, wide) {
						got = append(got, move.Apply(s))
					}
					if !slices.Equal(got, append([]reckon.State{s}, want...)) {
						t.Fatalf("seed %d, %d at %b, wide %v: %b, want %b", seed, actor, s, wide, got, want)
					}
					if !wide && len(want) > 0 && bits.OnesCount64(uint64(want[len(want)-1]^s)) > 1 {
						several++
					}
				}
			}
		}
	}
	if several == 0 {
		t.Error("no move of several options was among the smallest")
	}
}
