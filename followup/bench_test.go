package followup

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"reckon"
	"reckon/casetest"
)

// large is a conflict without one-way options: options shared out evenly among
// actors with eight wants each.
func large(options, actors int) (*reckon.Case, []reckon.Mind) {
	r := rand.New(rand.NewPCG(12, 6))
	c := &reckon.Case{}
	minds := make([]reckon.Mind, actors)
	for i := range actors {
		minds[i].Actor = fmt.Sprint("a", i)
		c.Actors = append(c.Actors, reckon.Actor{Name: minds[i].Actor})
		for range 8 {
			minds[i].Wants = append(minds[i].Wants, reckon.Want{That: casetest.Expr(r.IntN, options, 2)})
		}
	}
	for k := range options {
		i := k * actors / options
		c.Options = append(c.Options, reckon.Option{Name: fmt.Sprintf("a%d.o%d", i, k), Actor: i})
		c.Actors[i].Options = append(c.Actors[i].Options, k)
	}
	return c, minds
}

// BenchmarkSensitivity is the row "sensitivity of every verdict to every
// statement swap, 12 options, 6 actors": with drops and reversals, from the case.
func BenchmarkSensitivity(b *testing.B) {
	c, minds := large(12, 6)
	for b.Loop() {
		s, err := New(c, minds, nil)
		if err != nil {
			b.Fatal(err)
		}
		s.Sensitivity()
	}
}
