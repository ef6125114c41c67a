package stability

import "reckon"

// MaxOptions is the largest number of options whose states are listed.
const MaxOptions = 26

// Conflict is a case compiled to dense integers: feasible states, legal moves
// and one rank array per actor. It is safe to read from one goroutine.
type Conflict struct{}

// Compile compiles the case with one mind per actor (see Reading.MindsIn).
// measures gives the value of a measure, NaN when unknown; nil makes all
// unknown. A want that reads an unknown measure is left out (see Unknown). The
// error says why the case is too large or has no state left.
func Compile(c *reckon.Case, minds []reckon.Mind, measures func(name string) float64) (*Conflict, error) {
	panic("stability: not written")
}

// Unknown lists "actor: want" for each want left out because a measure is unknown.
func (c *Conflict) Unknown() []string { panic("stability: not written") }

// Options returns the number of options, Actors the number of actors.
func (c *Conflict) Options() int { panic("stability: not written") }

// Actors returns the number of actors.
func (c *Conflict) Actors() int { panic("stability: not written") }

// States returns the set of feasible states.
func (c *Conflict) States() *Set { panic("stability: not written") }

// Can reports whether the actor may move from one feasible state to another in
// one step: only his own options change, none against an irreversible one.
func (c *Conflict) Can(actor int, from, to reckon.State) bool { panic("stability: not written") }

// Moves returns the states the actor can move to from s, ascending; s is not among them.
func (c *Conflict) Moves(actor int, s reckon.State) []reckon.State { panic("stability: not written") }

// Rank returns the actor's rank of a feasible state: 0 is worst, equal ranks are indifferent.
func (c *Conflict) Rank(actor int, s reckon.State) int { panic("stability: not written") }

// Levels returns the number of distinct ranks of the actor.
func (c *Conflict) Levels(actor int) int { panic("stability: not written") }

// Utility returns u in [0,1] for each rank of the actor: Σ β^(k−j)·true_j /
// Σ β^(k−j) over his wants, β = emphasis; for a direct order, rank/(levels−1).
func (c *Conflict) Utility(actor int, emphasis float64) []float64 { panic("stability: not written") }

// Set is a set of states.
type Set struct{}

// Has reports whether s is in the set.
func (s *Set) Has(x reckon.State) bool { panic("stability: not written") }

// Len returns the number of states in the set.
func (s *Set) Len() int { panic("stability: not written") }

// List returns the states in ascending order (option 1 is the lowest bit).
func (s *Set) List() []reckon.State { panic("stability: not written") }

// Concepts lists the concepts this version computes, weakest foresight first.
func Concepts() []reckon.Concept { panic("stability: not written") }

// Solution holds, for every actor and concept asked for, the stable states.
type Solution struct{}

// Solve computes the concepts for every actor and state.
func (c *Conflict) Solve(concepts ...reckon.Concept) *Solution { panic("stability: not written") }

// Stable returns the states stable for the actor under the concept.
func (s *Solution) Stable(concept reckon.Concept, actor int) *Set { panic("stability: not written") }

// Equilibria returns the states stable for every actor under the concept.
func (s *Solution) Equilibria(concept reckon.Concept) *Set { panic("stability: not written") }

// Security returns the rank, for the actor, of the worst state behind a legal
// move of his from one state to another under the concept; at most Rank(to).
func (c *Conflict) Security(actor int, concept reckon.Concept, from, to reckon.State) int {
	panic("stability: not written")
}

// Verdict says whether a state is stable for an actor under a concept, by what
// margin, and carries a certificate that Check re-validates.
type Verdict struct {
	Actor   int
	Concept reckon.Concept
	State   reckon.State
	Stable  bool
	Free    bool         // the actor has a move at all; without one Margin means nothing
	Margin  int          // rank(State) − the best security among his moves; ≥ 0 iff stable
	Best    reckon.State // the move with that security
	Answers []Answer     // stable: one per improvement; unstable: the unsanctioned improvement alone
}

// Answer is one improvement of the actor and what meets it.
type Answer struct {
	To       reckon.State // the improvement
	Path     []Step       // the legal sequence of the others that sanctions it; empty when nothing does
	Sanction reckon.State // where Path ends, at most as good for the actor as the verdict's state
	Worst    int          // rank of the worst the others can bring about under the concept
}

// Step is one move of one actor to a state. Under SIM the steps of a path are
// taken at the same moment.
type Step struct {
	Actor int
	To    reckon.State
}

// Explain returns the verdict on one state, with its certificate.
func (c *Conflict) Explain(actor int, concept reckon.Concept, s reckon.State) Verdict {
	panic("stability: not written")
}

// Check re-validates a verdict's certificate by the definitions alone, sharing
// no code with the engine beyond ranks and legal moves.
func Check(c *Conflict, v Verdict) error { panic("stability: not written") }
