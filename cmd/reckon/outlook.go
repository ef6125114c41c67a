package main

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"reckon"
	"reckon/outlook"
	"reckon/workbench"
)

// outlookText prints an outlook for a person.
func outlookText(d *desk, b *workbench.Bench, r *workbench.Ran) {
	d.print("%s", d.bold(heading(b.Case.Title, b.Case.Name, r.From)))
	d.say("", fmt.Sprintf("%s of each reading, by the %s from %s to %s, seed %d. %s", count(r.Runs, "run"), stepName(r.Step), r.From, r.Until, r.Seed, r.Weights))
	if r.Scenario != "" {
		d.say("", "Changed in these runs: "+r.Scenario+".")
	}
	if r.Part != "" {
		d.say("", fmt.Sprintf("This is %s of %d runs; reckon merge joins them.", r.Part, r.Asked))
	}
	if r.Stopped != "" {
		d.say("", fmt.Sprintf("Stopped early: not all of the %s asked for were made: %s.", count(r.Asked, "run"), r.Stopped))
	}
	weightTable(d, r.Readings)
	if len(r.Questions) == 0 {
		d.print("")
		d.say("", "The case asks no question, so there are no odds to give: add a question block. Below is where its measures go.")
	}
	for i := range r.Questions {
		questionText(d, &r.Questions[i])
	}
	measureTable(d, r)
	d.print("")
	d.say("", limits(r))
}

// stepName is the step of a clock; a week where the case does not say.
func stepName(step string) string {
	if step == "" {
		return "week"
	}
	return step
}

// weightTable lists the readings that are pooled; one alone has been named.
func weightTable(d *desk, readings []outlook.Share) {
	if len(readings) < 2 {
		return
	}
	var rows [][]string
	for _, s := range readings {
		rows = append(rows, []string{s.Name, s.Title, fmt.Sprintf("%.2f", s.Weight)})
	}
	d.print("")
	d.table([]string{"reading", "", "weight"}, rows)
}

// questionText tells one question.
func questionText(d *desk, q *outlook.Question) {
	d.print("")
	d.say("", fmt.Sprintf("%s (by %s)", q.Ask, q.Closes))
	switch {
	case !q.Covered:
		d.say("  ", "Not answered: "+q.Why+".")
		return
	case q.P != nil:
		oddsText(d, q)
	case q.Number != nil:
		d.say("  ", numberText(q.Number.Q50, q.Number.Q05, q.Number.Q95))
	}
	if q.Opened {
		d.say("  ", "It opened before the runs start: what happened before then is not looked at.")
	}
	if len(q.References) == 0 {
		d.say("  ", "No reference class: the case names none and its record has no window as long.")
	}
	for _, ref := range q.References {
		seen := fmt.Sprintf("%d of %d", ref.Hits, ref.Of)
		if ref.Years > 0 {
			seen = fmt.Sprintf("%d in %s years", ref.Hits, figure(ref.Years))
		}
		d.say("  ", fmt.Sprintf("Reference class, %s (%s to %s): %s.", seen, percent(ref.Range[0]), percent(ref.Range[1]), strings.TrimSuffix(ref.Name, ".")))
	}
}

// oddsText tells how often a question is answered yes.
func oddsText(d *desk, q *outlook.Question) {
	d.say("  ", fmt.Sprintf("%s; %s to %s by the number of runs.", capital(q.Word), percent(q.Range[0]), percent(q.Range[1])))
	if len(q.ByReading) > 1 {
		var parts []string
		for _, o := range q.ByReading {
			parts = append(parts, fmt.Sprintf("%s %s", o.Reading, reckon.Odds(o.P)))
		}
		d.say("  ", "By reading: "+strings.Join(parts, "; ")+".")
	}
	if t := q.First; t != nil && t.Q50 != 0 {
		d.say("  ", fmt.Sprintf("In the runs where it happens, half see it first by %s, nine in ten from %s to %s.", t.Q50, t.Q05, t.Q95))
	}
}

func numberText(mid, low, high *float64) string {
	say := func(x *float64) string {
		if x == nil {
			return "never"
		}
		return figure(*x)
	}
	return fmt.Sprintf("Half of the runs up to %s; nine in ten from %s to %s.", say(mid), say(low), say(high))
}

// measureTable prints where the measures start and end.
func measureTable(d *desk, r *workbench.Ran) {
	var rows [][]string
	for _, name := range slices.Sorted(maps.Keys(r.Measures)) {
		s := r.Measures[name]
		end := len(s.Date) - 1
		rows = append(rows, []string{s.Title, s.Unit, figure(s.Q50[0]), figure(s.Q50[end]), figure(s.Q05[end]) + " to " + figure(s.Q95[end])})
	}
	if rows == nil {
		return
	}
	d.print("")
	d.table([]string{"measure", "unit", "start", "end", "nine in ten"}, rows)
	d.say("  ", "start, end: half of the runs lie below. nine in ten: of the runs, at the end.")
}

// limits says what the numbers cannot know.
func limits(r *workbench.Ran) string {
	text := fmt.Sprintf("The runs end on %s and know only what the case states; what it leaves out is in no number here. Ranges are 90%%; that of the number of runs says nothing about whether the model is right.", r.Until)
	open := 0
	for i := range r.Questions {
		if !r.Questions[i].Covered {
			open++
		}
	}
	if open > 0 {
		text += fmt.Sprintf(" %d of %s not answered.", open, countIs(len(r.Questions), "question"))
	}
	return text
}

// onward names the verbs that go on from an outlook.
func onward(d *desk, b *workbench.Bench, r *workbench.Ran) {
	first := slices.IndexFunc(r.Questions, func(q outlook.Question) bool { return q.P != nil })
	if first < 0 {
		return
	}
	d.print("")
	if len(b.Case.Scenarios) > 0 {
		d.command("What would change them:", "reckon whatif "+quoted(b.Path))
	}
	d.command("Where one comes from:", fmt.Sprintf("reckon why %s --question %s", quoted(b.Path), quoted(r.Questions[first].Name)))
}

// figure writes a number to three digits that matter.
func figure(x float64) string {
	switch {
	case math.IsNaN(x):
		return "unknown"
	case math.Abs(x) < 999.5 || math.IsInf(x, 0):
		return fmt.Sprintf("%.3g", x)
	case math.Abs(x) >= 1e15:
		return fmt.Sprintf("%.2e", x)
	}
	scale := math.Pow(10, math.Floor(math.Log10(math.Abs(x)))-2)
	return grouped(int64(math.Round(x/scale) * math.Round(scale)))
}

// grouped writes a whole number with a comma before every three digits.
func grouped(n int64) string {
	text := strconv.FormatInt(n, 10)
	first := 1
	if n < 0 {
		first = 2
	}
	for at := len(text) - 3; at >= first; at -= 3 {
		text = text[:at] + "," + text[at:]
	}
	return text
}

// ofRuns writes a share of runs that were made, which can be none or all.
func ofRuns(p float64) string {
	switch p {
	case 0:
		return "none"
	case 1:
		return "all"
	}
	return percent(p)
}

// capital begins a sentence.
func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
