package stability

import (
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"testing"

	"reckon"
	"reckon/casetest"
)

// TestOracle holds the engine against the definitions on a hundred random conflicts,
// or as many as RECKON_CONFLICTS says: make oracle takes 20,000. Conflict k is the
// same in every run.
func TestOracle(t *testing.T) {
	conflicts := 100
	if asked := os.Getenv("RECKON_CONFLICTS"); asked != "" {
		n, err := strconv.Atoi(asked)
		if err != nil {
			t.Fatalf("RECKON_CONFLICTS: %v", err)
		}
		conflicts = n
	}
	const shards = 8
	for shard := range shards {
		t.Run(strconv.Itoa(shard), func(t *testing.T) {
			t.Parallel()
			for k := shard; k < conflicts; k += shards {
				if err := agreeWithOracle(uint64(k)); err != nil {
					t.Fatalf("conflict %d: %v", k, err)
				}
			}
		})
	}
}

// agreeWithOracle draws a conflict of 2 to 4 actors and up to 7 options, some
// irreversible, with ties and infeasible states, and compares all verdicts.
func agreeWithOracle(seed uint64) error {
	r := rand.New(rand.NewPCG(20000, seed))
	var c *reckon.Case
	var minds []reckon.Mind
	var g *Conflict
	for g == nil {
		c, minds = casetest.Case(r.IntN, 2+r.IntN(3), 1+r.IntN(7), 5, r.IntN(4))
		g, _ = Compile(c, minds, nil) // again when the rules leave no state
	}
	o := casetest.Oracle{Case: c, Minds: minds}.Cached()
	sol := g.Solve(everyConcept...)
	for s := range reckon.State(1) << len(c.Options) {
		if g.States().Has(s) != o.Feasible(s) {
			return fmt.Errorf("feasibility of %b differs", s)
		}
		if !o.Feasible(s) {
			continue
		}
		for i := range c.Actors {
			for _, concept := range everyConcept {
				if got, want := sol.Stable(concept, i).Has(s), o.Stable(i, concept, s); got != want {
					return fmt.Errorf("state %b, actor %d, %s: engine says %v, the definition %v", s, i, concept, got, want)
				}
			}
		}
	}
	return nil
}

// largeConcepts are the concepts that are affordable on large conflicts.
var largeConcepts = append(Concepts(), reckon.Tableau)

// TestWorkersChangeNothing solves conflicts large enough to be solved side by side
// with one worker in large tiles and with eight in small ones.
func TestWorkersChangeNothing(t *testing.T) {
	for _, size := range []struct{ options, actors, rules int }{{14, 5, 4}, {17, 5, 6}} {
		if testing.Short() && size.options > 14 {
			continue
		}
		c, minds := benchmarkCase(size.options, size.actors, size.rules)
		solve := func(workers, tile int) *Solution {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(workers))
			g, err := Compile(c, minds, nil)
			if err != nil {
				t.Fatal(err)
			}
			g.tile = tile
			concepts := largeConcepts
			if size.options > 14 {
				concepts = []reckon.Concept{reckon.Nash, reckon.GMR, reckon.SMR, reckon.SEQ, reckon.SSEQ}
			}
			return g.Solve(concepts...)
		}
		one, eight := solve(1, tileOptions), solve(8, 2)
		for key, set := range one.stable {
			if !slices.Equal(set.words, eight.stable[key].words) {
				t.Errorf("%d options, %s, actor %d: the verdicts depend on the number of workers or the size of tiles", size.options, key.concept, key.actor)
			}
		}
	}
}

// TestLargeAgreesWithSearch compares tables with what a plain forward search from
// single states finds, where conflicts are too large for the oracle: irreversible
// options, infeasible states, several tiles and fibres of more than one byte.
func TestLargeAgreesWithSearch(t *testing.T) {
	for _, size := range []struct{ options, actors, rules int }{{14, 5, 6}, {15, 4, 4}} {
		if testing.Short() && size.options > 14 {
			continue
		}
		c, minds := benchmarkCase(size.options, size.actors, size.rules)
		c.Options[1].Final, c.Options[size.options/2].Lost, c.Options[size.options-1].Final = true, true, true
		g, err := Compile(c, minds, nil)
		if err != nil {
			t.Fatal(err)
		}
		g.tile = 3
		sol := g.Solve(Concepts()...)
		r := rand.New(rand.NewPCG(3, uint64(size.options)))
		for range 12 {
			s := reckon.State(r.IntN(1 << size.options))
			i := r.IntN(size.actors)
			if !g.States().Has(s) {
				continue
			}
			for _, concept := range Concepts() {
				if got, want := sol.Stable(concept, i).Has(s), g.stableBySearch(i, concept, s); got != want {
					t.Fatalf("%d options, state %b, actor %d, %s: the table says %v, a search %v", size.options, s, i, concept, got, want)
				}
				v := g.Explain(i, concept, s)
				if v.Stable != sol.Stable(concept, i).Has(s) {
					t.Fatalf("%d options, state %b, actor %d, %s: Explain and Solve disagree", size.options, s, i, concept)
				}
				if !v.Stable {
					continue // Check exhausts what the others can do, which takes it too long here
				}
				if err := Check(g, v); err != nil {
					t.Fatalf("%d options, state %b, actor %d, %s: %v", size.options, s, i, concept, err)
				}
			}
		}
	}
}

// stableBySearch decides one state by following replies forward, one at a time.
func (c *Conflict) stableBySearch(actor int, concept reckon.Concept, s reckon.State) bool {
	solve := solverOf(concept)
	rank := c.Rank(actor, s)
	stable := true
	c.eachImprovement(actor, s, func(t reckon.State) {
		switch {
		case !stable:
		case solve.table == nil:
			stable = int(solve.move(c, actor, s, t)) <= rank
		case solve.reply == nil:
			stable = false
		default:
			stable = c.sanctionedBySearch(solve, actor, t, int32(rank))
		}
	})
	return stable
}

func (c *Conflict) sanctionedBySearch(solve solver, actor int, t reckon.State, rank int32) bool {
	seen := c.Nothing()
	seen.Add(t)
	for queue := []reckon.State{t}; len(queue) > 0; queue = queue[1:] {
		for j := range c.players {
			if j == actor {
				continue
			}
			solve.reply(c, j, queue[0], func(x reckon.State) {
				if !seen.Has(x) {
					seen.Add(x)
					queue = append(queue, x)
				}
			})
		}
		if len(queue) > 1 && solve.worth(c, actor, queue[1]) <= rank {
			return true
		}
	}
	return false
}

// TestLevelsOfAnyNumber checks ranks and verdicts where an actor has more levels
// than fit into a byte, and than fit into two.
func TestLevelsOfAnyNumber(t *testing.T) {
	const options = 16
	c, minds := benchmarkCase(options, 4, 3)
	minds[0].Wants, minds[1].Wants = nil, nil
	c.Impossible = c.Impossible[:1] // leaves actor 0 more than 2^15 levels
	for k := range options {
		minds[0].Wants = append(minds[0].Wants, reckon.Want{That: casetest.Opt((k * 5) % options)})
		if k < 10 {
			minds[1].Wants = append(minds[1].Wants, reckon.Want{That: casetest.Not(casetest.Opt((k * 3) % options))})
		}
	}
	g, err := Compile(c, minds, nil)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := g.players[0].rank.width(), g.players[1].rank.width(); a != 32 || b != 16 {
		t.Fatalf("lanes of %d and %d bits", a, b)
	}
	sol := g.Solve(reckon.Nash, reckon.GMR, reckon.SMR, reckon.SEQ, reckon.SSEQ)
	o := casetest.Oracle{Case: c, Minds: minds}
	r := rand.New(rand.NewPCG(5, 5))
	for range 6 {
		s, x := reckon.State(r.IntN(1<<options)), reckon.State(r.IntN(1<<options))
		if !g.States().Has(s) || !g.States().Has(x) {
			continue
		}
		for i := range minds {
			if d := g.Rank(i, s) - g.Rank(i, x); (d > 0) != (o.Prefers(i, s, x) > 0) || (d < 0) != (o.Prefers(i, s, x) < 0) {
				t.Fatalf("actor %d ranks %b and %b wrongly", i, s, x)
			}
			for key, set := range sol.stable {
				if key.actor == i && set.Has(s) != g.stableBySearch(i, key.concept, s) {
					t.Fatalf("state %b, actor %d, %s: the table says %v", s, i, key.concept, set.Has(s))
				}
			}
		}
	}
}
