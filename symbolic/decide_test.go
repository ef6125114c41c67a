package symbolic

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/casetest"
	"reckon/stability"
)

// random draws a small conflict that has a state left; plain wants and orders only.
func random(r *rand.Rand) (*reckon.Case, []reckon.Mind, *stability.Conflict, *Problem) {
	for {
		c, minds := casetest.Case(r.IntN, 2+r.IntN(3), 1+r.IntN(6), 5, r.IntN(5))
		g, err := stability.Compile(c, minds, nil)
		if err != nil {
			continue
		}
		p, err := Compile(c, minds, nil)
		if err == nil {
			return c, minds, g, p
		}
	}
}

// TestAgreesWithListing compares with the engine that lists all states.
func TestAgreesWithListing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		c, _, g, p := random(r)
		solution := g.Solve(Concepts()...)
		states := g.States().List()
		for range 4 {
			s := states[r.IntN(len(states))]
			for i := range c.Actors {
				for _, concept := range Concepts() {
					v, err := p.Decide(i, concept, s, nil)
					if err != nil {
						t.Fatal(err)
					}
					if want := solution.Stable(concept, i).Has(s); v.Stable != want {
						t.Fatalf("%s of actor %d at %b: %v, listed %v", concept, i, s, v.Stable, want)
					}
					if err := Check(p, v); err != nil {
						t.Fatalf("%s of actor %d at %b (stable %v): %v", concept, i, s, v.Stable, err)
					}
				}
			}
		}
	})
}

// TestCheckerRefuses turns verdicts round and damages certificates: no claim that
// is false may pass, whatever comes with it.
func TestCheckerRefuses(t *testing.T) {
	refused := 0
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 2))
		c, _, g, p := random(r)
		states := g.States().List()
		s := states[r.IntN(len(states))]
		for i := range c.Actors {
			for _, concept := range Concepts() {
				v, err := p.Decide(i, concept, s, nil)
				if err != nil {
					t.Fatal(err)
				}
				wrong := v
				wrong.Stable = !v.Stable
				for _, to := range g.Moves(i, s) {
					wrong.To = to
					for _, closed := range [][]Cube{nil, {{Care: 1, Value: reckon.State(r.IntN(2))}}, {{}}} {
						wrong.Closed = closed
						if Check(p, wrong) == nil {
							t.Fatalf("%s of actor %d at %b: the opposite of %v passes", concept, i, s, v.Stable)
						}
						refused++
					}
				}
				for n := range v.Replies {
					strange := v
					strange.Replies = slices.Clone(v.Replies)
					strange.Replies[n].Path = []stability.Step{{Actor: []int{-1, len(c.Actors)}[n%2], To: v.Replies[n].Sanction}}
					if Check(p, strange) == nil {
						t.Fatalf("%s of actor %d at %b: a reply of nobody passes", concept, i, s)
					}
					short := v
					short.Replies = slices.Clone(v.Replies)
					short.Replies[n].Path = nil
					if Check(p, short) == nil {
						t.Fatalf("%s of actor %d at %b: a reply without a path passes", concept, i, s)
					}
					refused++
				}
			}
		}
	})
	if refused == 0 {
		t.Error("nothing was refused")
	}
}

func TestCompileRefuses(t *testing.T) {
	c := &reckon.Case{Actors: []reckon.Actor{{Name: "a", Options: []int{0}}}, Options: []reckon.Option{{Name: "a.x"}}}
	points := []reckon.Mind{{Actor: "a", Wants: []reckon.Want{{That: casetest.Opt(0), Points: 2}}}}
	if _, err := Compile(c, points, nil); err == nil {
		t.Error("points were compiled")
	}
	long := reckon.Mind{Actor: "a"}
	for s := range reckon.State(2000) {
		long.Order = append(long.Order, []reckon.State{s})
	}
	if _, err := Compile(c, []reckon.Mind{long}, nil); err == nil {
		t.Error("an order of 2000 groups was compiled")
	}
	p, err := Compile(c, []reckon.Mind{{Actor: "a"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Decide(0, reckon.GMR, 2, nil); err == nil {
		t.Error("a state with an option that is not there was decided")
	}
	for _, v := range []Verdict{{Actor: 1}, {Actor: -1}, {State: 2}} {
		v.Concept, v.Stable = reckon.GMR, true
		if Check(p, v) == nil {
			t.Errorf("%+v passes", v)
		}
	}
	if _, err := p.Decide(0, reckon.NM, 0, nil); err == nil {
		t.Error("NM was decided")
	}
	if _, err := p.Decide(0, reckon.GMR, 0, func() bool { return true }); !errors.Is(err, ErrStopped) {
		t.Errorf("asked to stop, it answered with %v", err)
	}
}

// TestStopChangesNothing demands the same certificate with stop and without.
func TestStopChangesNothing(t *testing.T) {
	never := func() bool { return false }
	for seed := range uint64(4) {
		p, s := large(40, 6, 12, 6, seed)
		for _, concept := range Concepts() {
			free, err := p.Decide(0, concept, s, nil)
			if err != nil {
				t.Fatal(err)
			}
			asked, err := p.Decide(0, concept, s, never)
			if err != nil || !reflect.DeepEqual(free, asked) {
				t.Errorf("seed %d, %s: %+v, and asked whether to stop %+v: %v", seed, concept, free, asked, err)
			}
		}
	}
}
