package coalition

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"reckon"
	"reckon/casetest"
	"reckon/stability"
)

// BenchmarkSolve judges all coalitions under all concepts: random conflicts with
// some irreversible options and rules, and the founding case.
func BenchmarkSolve(b *testing.B) {
	for _, size := range []struct{ actors, options int }{{4, 12}, {5, 12}, {5, 14}, {5, 16}} {
		r := rand.New(rand.NewPCG(1, uint64(size.options)))
		draw := func(n int) int { return r.IntN(n) }
		var g *stability.Conflict
		for g == nil {
			c, minds := casetest.Case(draw, size.actors, size.options, 0, 3)
			for i := range minds {
				minds[i].Order = nil
				for range size.options {
					minds[i].Wants = append(minds[i].Wants, reckon.Want{That: casetest.Expr(draw, size.options, 2)})
				}
			}
			g, _ = stability.Compile(c, minds, nil)
		}
		b.Run(fmt.Sprintf("actors=%d/options=%d", size.actors, size.options), func(b *testing.B) { bench(b, g) })
	}
	b.Run("opposed/options=14", func(b *testing.B) { bench(b, opposed(b, 14)) })
	_, g := folder(b, "../cases/supreme-leader")
	b.Run("supreme-leader", func(b *testing.B) { bench(b, g) })
}

// opposed makes a conflict in which two of three actors want the exact opposite,
// so that no state outdoes another for both.
func opposed(b *testing.B, options int) *stability.Conflict {
	b.Helper()
	c := &reckon.Case{Actors: []reckon.Actor{{Name: "a"}, {Name: "b"}, {Name: "c"}}}
	minds := make([]reckon.Mind, 3)
	for k := range options {
		c.Options = append(c.Options, reckon.Option{Actor: k % 3})
		c.Actors[k%3].Options = append(c.Actors[k%3].Options, k)
		minds[0].Wants = append(minds[0].Wants, reckon.Want{That: casetest.Opt(k)})
		minds[1].Wants = append(minds[1].Wants, reckon.Want{That: casetest.Not(casetest.Opt(k))})
		minds[2].Wants = append(minds[2].Wants, reckon.Want{That: casetest.Opt((5*k + 3) % options)})
	}
	g, err := stability.Compile(c, minds, nil)
	if err != nil {
		b.Fatal(err)
	}
	return g
}

func bench(b *testing.B, g *stability.Conflict) {
	b.Helper()
	b.ReportAllocs()
	for b.Loop() {
		solve(b, analyse(b, g, Settings{}))
	}
}
