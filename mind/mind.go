package mind

import (
	"reckon"
	"reckon/stability"
)

// Minds are all actors' minds in one reading, with measures held constant.
// Methods that change beliefs return a new value; tables are shared.
type Minds struct{}

// New compiles the minds of a reading (nil: the case's own). measures gives the
// value of a measure at the time, NaN when unknown; nil makes all unknown.
func New(c *reckon.Case, r *reckon.Reading, measures func(name string) float64) (*Minds, error) {
	panic("mind: not written")
}

// View is the conflict as one actor may see it: one combination of the kinds
// he thinks the others may be, with its odds.
type View struct {
	Odds     float64
	Kinds    []string // by actor index; "" where he sees the actor as he is
	Conflict *stability.Conflict
}

// Views returns the actor's views; their odds sum to 1.
func (m *Minds) Views(actor int) []View { panic("mind: not written") }

// Odds returns what the believer holds the odds of each kind of another actor to
// be, in the order of the belief's kinds; nil without a belief.
func (m *Minds) Odds(believer, about int) []float64 { panic("mind: not written") }

// Choice is a distribution over the moves an actor had.
type Choice struct {
	States   []reckon.State // where each move leads
	Possible []bool         // feasible and not against an irreversible option
	Value    []float64      // in [0,1], averaged over kinds
	P        []float64      // sums to 1 over the possible moves
	Silent   bool           // every possible move has the same value: no forecast
}

// Choose applies the choice rule to the listed moves at state s.
func (m *Minds) Choose(actor int, s reckon.State, moves []reckon.Move) Choice {
	panic("mind: not written")
}

// Observe returns minds in which everyone has learned from the actor's move at
// s. instead lists what else was open to him; empty means every legal move.
func (m *Minds) Observe(actor int, s reckon.State, took reckon.Move, instead []reckon.Move) *Minds {
	panic("mind: not written")
}

// Share returns the odds of the actor's views in which s is stable for him.
func (m *Minds) Share(actor int, concept reckon.Concept, s reckon.State) float64 {
	panic("mind: not written")
}

// Stable returns the states that the actor holds stable: in views that carry at
// least half of the odds.
func (m *Minds) Stable(actor int, concept reckon.Concept) *stability.Set {
	panic("mind: not written")
}

// Equilibria returns the states stable for every actor, each in his own views.
func (m *Minds) Equilibria(concept reckon.Concept) *stability.Set { panic("mind: not written") }

// Base returns the conflict as it is in the reading: every actor with his own wants.
func (m *Minds) Base() *stability.Conflict { panic("mind: not written") }

// Idle lists the beliefs about preferences that cannot matter, because the
// believer's concept does not ask what others want (Nash, GMR, SMR).
func Idle(c *reckon.Case, r *reckon.Reading) []reckon.Diagnostic { panic("mind: not written") }
