package symbolic

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"reckon"
	"reckon/casetest"
)

// large draws a conflict in which every want speaks of a few options, with rules.
func large(options, actors, wants, rules int, seed uint64) (*Problem, reckon.State) {
	r := rand.New(rand.NewPCG(seed, 7))
	c := &reckon.Case{}
	minds := make([]reckon.Mind, actors)
	for i := range actors {
		c.Actors = append(c.Actors, reckon.Actor{Name: fmt.Sprintf("a%d", i)})
		minds[i].Actor = c.Actors[i].Name
		for range wants {
			minds[i].Wants = append(minds[i].Wants, reckon.Want{That: casetest.Expr(r.IntN, options, 2)})
		}
	}
	for k := range options {
		c.Options = append(c.Options, reckon.Option{Name: fmt.Sprintf("a%d.o%d", k%actors, k), Actor: k % actors, Final: r.IntN(8) == 0})
		c.Actors[k%actors].Options = append(c.Actors[k%actors].Options, k)
	}
	for range rules {
		c.Impossible = append(c.Impossible, reckon.Impossible{When: casetest.Op("&&", casetest.Expr(r.IntN, options, 0),
			casetest.Op("&&", casetest.Expr(r.IntN, options, 0), casetest.Expr(r.IntN, options, 0)))})
	}
	p, err := Compile(c, minds, nil)
	if err != nil {
		panic(err)
	}
	for {
		if s := reckon.State(r.Uint64()) & (1<<options - 1); p.Feasible(s) {
			return p, s
		}
	}
}

// BenchmarkDecide is one state and one actor with its certificate.
func BenchmarkDecide(b *testing.B) {
	for _, options := range []int{40, 50, 60} {
		for _, concept := range Concepts() {
			b.Run(fmt.Sprintf("%d/%s", options, concept), func(b *testing.B) {
				for n := range b.N {
					p, s := large(options, 6, 12, 6, uint64(n%20))
					if _, err := p.Decide(n%6, concept, s, nil); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
