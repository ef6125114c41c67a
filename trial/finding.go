package trial

import (
	"fmt"
	"strings"
)

// finding says in plain sentences what the trial shows: how the readings stand
// to each other, then whether each of them beats those who know nothing.
func finding(r *Report) string {
	parts := []string{r.Standing}
	for i := range r.Readings {
		parts = append(parts, r.Readings[i].Verdict)
	}
	return strings.Join(parts, " ")
}

// standing compares the readings on the choices that test all of them.
func standing(r *Report) string {
	switch len(r.Readings) {
	case 0:
		return "The case has no readings, so there is nothing to test."
	case 1:
		return "There is one reading, so no other to weigh it against."
	}
	if len(r.Stages) == 0 {
		return "Too few to tell: no reading has a date, so no choice tests any."
	}
	last := &r.Stages[len(r.Stages)-1]
	switch {
	case len(last.Readings) < 2:
		return "Too few to tell: only one reading has a date, and without one nothing tests a reading."
	case last.Choices == 0:
		return fmt.Sprintf("Too few to tell: no choice on record tests all %d readings.", len(last.Readings))
	case last.Overlap && last.Choices < leastChoices:
		return fmt.Sprintf("Too few to tell: only %s all %d readings, and fewer than %d rank nothing.",
			choicesTest(last.Choices), len(last.Readings), leastChoices)
	case last.Overlap:
		return fmt.Sprintf("Too few to tell: %s all %d readings, and the 90%% intervals of their weights overlap.",
			choicesTest(last.Choices), len(last.Readings))
	}
	first := lead(last)
	second := -1
	for i, p := range last.Posterior {
		if i != first && (second < 0 || p > last.Posterior[second]) {
			second = i
		}
	}
	return fmt.Sprintf("%s leads with a weight of %s [%s to %s] on the %d choices that test all %d readings; next is %s with %s [%s to %s].",
		titleOf(r, last.Readings[first]), percent(last.Posterior[first]), percent(last.Interval[first][0]), percent(last.Interval[first][1]),
		last.Choices, len(last.Readings),
		titleOf(r, last.Readings[second]), percent(last.Posterior[second]), percent(last.Interval[second][0]), percent(last.Interval[second][1]))
}

func choicesTest(n int) string {
	if n == 1 {
		return "1 choice tests"
	}
	return fmt.Sprintf("%d choices test", n)
}

func titleOf(r *Report, name string) string {
	for i := range r.Readings {
		if r.Readings[i].Name == name {
			return heading(&r.Readings[i])
		}
	}
	return name
}

// heading is how a sentence names a reading.
func heading(s *Score) string {
	if s.Title != "" {
		return "“" + s.Title + "”"
	}
	return s.Name
}

// percent writes a weight. A reading among others is never ruled out or certain,
// even where rounding says so.
func percent(p float64) string {
	switch {
	case p < 0.01:
		return "<1%"
	case p > 0.99:
		return ">99%"
	}
	return fmt.Sprintf("%.0f%%", 100*p)
}

// verdict says whether a reading beats each of the rivals on its own choices:
// it beats one when the whole interval of its lead is above nothing, on at least
// leastChoices; a lead that is not is put down to chance.
func verdict(s *Score) string {
	switch {
	case s.Dated == 0:
		return heading(s) + " has no date, so no choice tests it."
	case s.Choices == 0:
		return heading(s) + " is tested by no choice on record."
	case s.Covered == 0:
		return fmt.Sprintf("%s is silent on all %s: it makes no forecast to score.", heading(s), those(s.Choices))
	}
	var beats, ahead, behind []string
	for _, r := range s.Beside {
		switch {
		case r.Lead <= 0:
			behind = append(behind, r.Title)
		case r.LeadSpan[0] > 0 && s.Covered >= leastChoices:
			beats = append(beats, r.Title)
		default:
			ahead = append(ahead, r.Title)
		}
	}
	var says []string
	if beats != nil {
		says = append(says, "beats "+series(beats, " and "))
	}
	if ahead != nil {
		says = append(says, "does better than "+series(ahead, " and ")+", but chance alone could explain that")
	}
	if behind != nil {
		says = append(says, "does not beat "+series(behind, " or "))
	}
	return fmt.Sprintf("On the %d of %s that it covers, %s %s.", s.Covered, those(s.Choices), heading(s), strings.Join(says, "; it "))
}

func those(n int) string {
	if n == 1 {
		return "1 choice"
	}
	return fmt.Sprintf("%d choices", n)
}

// series joins phrases: "a, b and c".
func series(items []string, last string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	head, tail := items[:len(items)-1], items[len(items)-1]
	return strings.Join(head, ", ") + last + tail
}
