package stance

import (
	"slices"

	"reckon/grammar"
)

// Stance is how one statement stands.
type Stance struct {
	Certainty Certainty
	Negated   bool // what is spoken of did not, does not or will not happen
	Status    Status
	Triggers  []int // tokens of the sentence that show it, in order
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

// strength orders statuses where several are shown: the last one shows most.
var strength = []Status{Asserted, Historical, Reported, Future, Hypothetical, Rumour, Denied, Asked, Counterfactual}

// grades orders certainty from the strongest.
var grades = []Certainty{Certain, Probable, Possible, Unsaid}

// Of reads the stance of the clause that a token heads, or of the event that a
// noun names: from its own auxiliaries, negations and adverbs, and from the
// verbs, adjectives and nouns that govern it up to the next speaker. Whoever is
// said to hold it is left out: "he denied that they came" reads denied for came,
// "he said that they came" asserted. Without a parse the words before the head in
// its clause decide. Cost: linear in the sentence.
func Of(s *grammar.Sentence, head int) Stance {
	if head < 0 || head >= len(s.Tokens) {
		return Stance{Certainty: Certain, Status: Asserted}
	}
	r := reading{s: s, head: head}
	if s.Root() >= 0 {
		r.climb(head)
	} else {
		r.window(head)
	}
	return r.stance()
}

// Hedges lists the tokens of a range that weaken, widen or strengthen what is
// said there: reportedly, many, generally, strongly.
func Hedges(s *grammar.Sentence, from, to int) []int {
	var list []int
	for i := max(from, 0); i < min(to, len(s.Tokens)); i++ {
		if _, ok := hedges[low(s, i)]; ok {
			list = append(list, i)
		}
		if p, n := phraseAt(s, i); n > 1 && (p == "reported" || p == "supposed") {
			for k := i; k < min(i+n, to); k++ {
				if !slices.Contains(list, k) {
					list = append(list, k)
				}
			}
		}
	}
	return list
}

// reading gathers what shows the stance of one head.
type reading struct {
	s        *grammar.Sentence
	head     int
	flips    int // negations; two cancel out
	grade    int // of grades
	status   int // of strength
	triggers []int
}

func (r *reading) stance() Stance {
	slices.Sort(r.triggers)
	return Stance{
		Certainty: grades[r.grade], Negated: r.flips%2 == 1, Status: strength[r.status],
		Triggers: slices.Compact(r.triggers),
	}
}

// mark notes a status and a grade of certainty that some tokens show.
func (r *reading) mark(status Status, certainty Certainty, from, n int) {
	r.status = max(r.status, slices.Index(strength, status))
	r.grade = max(r.grade, slices.Index(grades, certainty))
	r.trigger(from, n)
}

// flip notes a negation. Neither and nor are one, and no token counts twice.
func (r *reading) flip(from, n int) {
	if low(r.s, from) == "nor" && slices.ContainsFunc(r.triggers, func(k int) bool { return low(r.s, k) == "neither" }) {
		return
	}
	for k := from; k < from+n; k++ {
		if slices.Contains(r.triggers, k) {
			return
		}
	}
	r.flips++
	r.trigger(from, n)
}

func (r *reading) trigger(from, n int) {
	for k := from; k < from+n; k++ {
		r.triggers = append(r.triggers, k)
	}
}
