package brief

import (
	"fmt"

	"reckon/trial"
)

// fewestScored is the number of choices below which the trial ranks nothing.
const fewestScored = 5

// besideToss is how a reading did next to a coin toss on its own choices, or nil.
func besideToss(s *trial.Score) *trial.Rival {
	for i := range s.Beside {
		if s.Known && s.Covered >= fewestScored && s.Beside[i].Name == uniform {
			return &s.Beside[i]
		}
	}
	return nil
}

// beatsToss reports whether a reading clearly knew more than a coin does.
func beatsToss(s *trial.Score) bool {
	r := besideToss(s)
	return r != nil && r.LeadSpan[0] > 0
}

// tossWords says that no reading clearly beats a coin toss; "" when one does.
func (p *page) tossWords() string {
	if p.Trial == nil || len(p.Trial.Readings) == 0 {
		return ""
	}
	worse := 0
	for i := range p.Trial.Readings {
		s := &p.Trial.Readings[i]
		if beatsToss(s) {
			return ""
		}
		if r := besideToss(s); r != nil && r.LeadSpan[1] < 0 {
			worse++
		}
	}
	n := len(p.Trial.Readings)
	who := [...]string{1: "it does", 2: "neither does"}[min(n, 2)]
	all := [...]string{1: "it does", 2: "both do"}[min(n, 2)]
	if n > 2 {
		who, all = fmt.Sprintf("none of the %d does", n), fmt.Sprintf("all %d do", n)
	}
	switch {
	case worse == n:
		return all + " clearly worse than a coin toss"
	case n == 1:
		return "it does not do clearly better than a coin toss"
	}
	return who + " clearly better than a coin toss"
}

// recordWords is what the bottom line says of the trial: never that a reading
// leads without saying that none of them beats chance.
func (p *page) recordWords() string {
	if p.Trial == nil || len(p.Trial.Choices) == 0 {
		return ""
	}
	toss := p.tossWords()
	first := firstSentence(p.Trial.Finding)
	best, _ := p.bestFit()
	switch {
	case toss == "":
		return first
	case best < 0 || p.undecided():
		if len(p.Trial.Readings) < 2 || p.spoken() == 0 {
			return first
		}
		return first + " " + upper(toss) + "."
	}
	return fmt.Sprintf("%s comes nearest to the record, but %s.", quote(titleOr(p.Trial.Readings[best].Title, p.Trial.Readings[best].Name)), toss)
}

// spoken is the most choices that any one reading covers.
func (p *page) spoken() int {
	n := 0
	for _, s := range p.Trial.Readings {
		n = max(n, s.Covered)
	}
	return n
}

// undecided reports whether the shared choices are too few, or the intervals of
// the weights overlap: then no reading is ahead of another.
func (p *page) undecided() bool {
	_, n := p.bestFit()
	return n < fewestScored || p.overlap()
}

// coveredBy counts, for each reading of the trial, the covered choices up to the
// as-of date: what may be said to have tested a forecast of that day.
func (p *page) coveredBy() []int {
	out := make([]int, len(p.Trial.Readings))
	for i, s := range p.Trial.Readings {
		for _, c := range p.Trial.Choices {
			if _, ok := c.P[s.Name]; ok && !c.Later {
				out[i]++
			}
		}
	}
	return out
}
