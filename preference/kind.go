package preference

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
)

// Kind is one way in which preference is more than an order. Solve computes each
// of its concepts; Settings lists those of its switches that a caller may set.
type Kind struct {
	Name     string           `json:"name"`
	Says     string           `json:"says"`
	Source   string           `json:"source"` // a key of docs/references.md
	Concepts []reckon.Concept `json:"concepts"`
	Settings []string         `json:"settings,omitempty"`

	terms func(*board, Settings) (terms, error)
	judge func(*Result) judge
}

// terms is what a kind makes of the minds.
type terms struct {
	pairs    [][]pair   // by actor
	credible []relation // by actor: the moves he makes in answer under SEQ and SSEQ
	switches []Switch
	notes    []string
}

// pair is what makes the actor move and what deters him. Every definition here
// has the form: each improvement t of s is met by a reply x that harms him, and
// with the last word by one from which no move y leads out of harm.
type pair struct {
	grade      string // goes before the names of the concepts: "" or "strong "
	improves   relation
	harms      relation
	foresights []reckon.Concept
}

// Switch is a choice that the literature leaves open or to the analyst, and the
// value it had.
type Switch struct {
	Name  string `json:"name"`
	Value string `json:"value"`
	Says  string `json:"says"`
}

// noReturn is the one choice that all kinds share.
var noReturn = Switch{"replies", "elsewhere", "replies that end in the very state they answer are no answer; it matters only where a state can be a gain and a harm at once"}

// Kinds lists the kinds this version computes. A new kind is one file and one
// line here.
func Kinds() []Kind {
	return []Kind{
		strength(),
		unknown("a", true, false), unknown("b", false, false), unknown("c", true, true), unknown("d", false, true),
		probabilistic(), fuzzy(), attitudes(),
	}
}

// basic are the concepts that every kind has.
func basic() []reckon.Concept {
	return []reckon.Concept{reckon.Nash, reckon.GMR, reckon.SMR, reckon.SEQ}
}

func kindOf(name string) (Kind, error) {
	all := Kinds()
	if k := slices.IndexFunc(all, func(k Kind) bool { return k.Name == name }); k >= 0 {
		return all[k], nil
	}
	names := make([]string, len(all))
	for i := range all {
		names[i] = all[i].Name
	}
	return Kind{}, fmt.Errorf("there is no kind of preference %q. Choose one of %s", name, strings.Join(names, ", "))
}
