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
	_, g := folder(b, "../cases/supreme-leader")
	b.Run("supreme-leader", func(b *testing.B) { bench(b, g) })
}

func bench(b *testing.B, g *stability.Conflict) {
	b.Helper()
	b.ReportAllocs()
	for b.Loop() {
		solve(b, analyse(b, g, Settings{}))
	}
}
