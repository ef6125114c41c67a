package trial

import (
	"fmt"
	"strings"

	"reckon"
)

// finding says in plain sentences what the trial shows: how the readings stand
// to each other, then whether they beat those who know nothing. Readings of which
// the same is to be said share a sentence.
func finding(r *Report) string {
	parts := []string{r.Standing}
	said := map[string]bool{}
	for i := range r.Readings {
		s := &r.Readings[i]
		alike := alikes(r, s)
		if len(alike) < 2 {
			parts = append(parts, s.Verdict)
		} else if !said[alike[0]] {
			said[alike[0]] = true
			parts = append(parts, fmt.Sprintf("Each on the choices that it covers, %s %s.", series(alike, " and "), against(s, "they", "beat", "do")))
		}
	}
	return strings.Join(parts, " ")
}

// alikes lists the readings that stand to the rivals as one does, itself included.
func alikes(r *Report, s *Score) []string {
	var list []string
	for i := range r.Readings {
		if other := &r.Readings[i]; s.Known && other.Known && against(other, "", "", "") == against(s, "", "", "") {
			list = append(list, heading(other))
		}
	}
	return list
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
		return fmt.Sprintf("Too few to tell: no choice on record tests %s.", every(last))
	case last.Overlap && last.Choices < leastChoices:
		return fmt.Sprintf("Too few to tell: only %s %s, and fewer than %d rank nothing.",
			choicesTest(last.Choices), every(last), leastChoices)
	case last.Overlap:
		return fmt.Sprintf("Too few to tell: %s %s, and the 90%% intervals of their weights overlap.",
			choicesTest(last.Choices), every(last))
	}
	first := lead(last)
	second := -1
	for i, p := range last.Posterior {
		if i != first && (second < 0 || p > last.Posterior[second]) {
			second = i
		}
	}
	return fmt.Sprintf("%s leads with a weight of %s [%s to %s] on the %d choices that test %s; next is %s with %s [%s to %s].",
		titleOf(r, last.Readings[first]), percent(last.Posterior[first]), percent(last.Interval[first][0]), percent(last.Interval[first][1]),
		last.Choices, every(last),
		titleOf(r, last.Readings[second]), percent(last.Posterior[second]), percent(last.Interval[second][0]), percent(last.Interval[second][1]))
}

func every(s *Stage) string {
	if len(s.Readings) == 2 {
		return "both readings"
	}
	return fmt.Sprintf("all %d readings", len(s.Readings))
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
func percent(p float64) string { return reckon.Odds(p).Percent() }

// verdict says whether a reading beats each of the rivals on its own choices.
func verdict(s *Score) string {
	switch {
	case s.Dated == 0:
		return heading(s) + " has no date, so no choice tests it."
	case s.Choices == 0:
		return heading(s) + " is tested by no choice on record."
	case !s.Known:
		return fmt.Sprintf("%s is silent on all %s: it makes no forecast to score.", heading(s), those(s.Choices))
	}
	return fmt.Sprintf("On the %d of %s that it covers, %s %s.", s.Covered, those(s.Choices), heading(s), against(s, "it", "beats", "does"))
}

// against says how a reading stands to the rivals, with a pronoun and two verbs
// for one reading or several. It beats a rival when the whole interval of its
// lead is above nothing, on at least leastChoices, and does clearly worse when
// the whole interval is below; any other lead is put down to chance.
func against(s *Score, it, beats, does string) string {
	var over, ahead, behind, under []string
	for _, r := range s.Beside {
		switch {
		case r.LeadSpan[1] < 0 && s.Covered >= leastChoices:
			under = append(under, r.Title)
		case r.Lead <= 0:
			behind = append(behind, r.Title)
		case r.LeadSpan[0] > 0 && s.Covered >= leastChoices:
			over = append(over, r.Title)
		default:
			ahead = append(ahead, r.Title)
		}
	}
	var says []string
	if over != nil {
		says = append(says, beats+" "+series(over, " and "))
	}
	if ahead != nil {
		says = append(says, does+" better than "+series(ahead, " and ")+", but chance alone could explain that")
	}
	if behind != nil {
		says = append(says, does+" not beat "+series(behind, " or "))
	}
	if under != nil {
		says = append(says, does+" clearly worse than "+series(under, " and "))
	}
	return strings.Join(says, "; "+it+" ")
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
