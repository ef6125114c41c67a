package stance

import "reckon/grammar"

// Stance is how one statement stands.
type Stance struct {
	Certainty Certainty
	Negated   bool
	Status    Status
	Triggers  []int // tokens of the sentence that show it
}

// Certainty is the scale of FactBank [sauri2009].
type Certainty string

// Certain, probable, possible, and not said.
const (
	Certain  Certainty = "certain"
	Probable Certainty = "probable"
	Possible Certainty = "possible"
	Unsaid   Certainty = "unsaid"
)

// Status is how a statement is put forward.
type Status string

// Statuses, the plainest first.
const (
	Asserted       Status = "asserted"
	Reported       Status = "reported"
	Rumour         Status = "rumour"
	Denied         Status = "denied"
	Hypothetical   Status = "hypothetical"
	Future         Status = "future"
	Counterfactual Status = "counterfactual"
	Historical     Status = "historical"
	Asked          Status = "asked"
)

// Of reads the stance of the clause that a token heads.
func Of(s *grammar.Sentence, head int) Stance { return Stance{Certainty: Certain, Status: Asserted} }
