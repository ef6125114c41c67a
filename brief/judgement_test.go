package brief_test

import (
	"strings"
	"testing"

	"reckon"
	"reckon/brief"
	"reckon/trial"
)

// judged is the text of the key judgements and what stands above them.
func judged(t *testing.T, f *brief.Findings) string {
	t.Helper()
	html := rendered(t, f)
	_, lead, _ := strings.Cut(html, `<p class="lead">`)
	lead, _, _ = strings.Cut(lead, "</p>")
	return text(lead + section(html, "judgements"))
}

func wants(t *testing.T, body string, yes []string, no ...string) {
	t.Helper()
	for _, s := range yes {
		if !strings.Contains(body, s) {
			t.Errorf("the judgements lack %q:\n%s", s, body)
		}
	}
	for _, s := range no {
		if strings.Contains(body, s) {
			t.Errorf("the judgements say %q:\n%s", s, body)
		}
	}
}

// TestOverturnIsTried: the change that is named is the one that moves the mean
// furthest into another word; what moves it less, or not out of its word, is not.
func TestOverturnIsTried(t *testing.T) {
	next := func(stay float64) brief.Next {
		return brief.Next{To: []reckon.State{0, 1, 2}, P: []float64{stay, 0.85 - stay, 0.15}}
	}
	f := small(t)
	wants(t, judged(t, f), []string{"No change to a single want or belief could be tried"})
	f.Probes = []brief.Probe{{What: "“face” did not matter", Next: next(0.62)}}
	wants(t, judged(t, f), []string{"No single change to one want or belief tried (1) weakens this judgement to another likelihood word."}, "“face” did not matter, in")
	f.Probes = append(f.Probes,
		brief.Probe{What: "“quiet” did not matter", Reading: 0, Next: next(0.9)},
		brief.Probe{What: "“quiet” did not matter", Reading: 1, Next: next(0.7)},
		brief.Probe{What: "“win” did not matter", Reading: 1, Next: next(0.5)},
		brief.Probe{What: "“all” did not matter", Next: next(0)}, brief.Probe{What: "“all” did not matter", Reading: 1, Next: next(0)})
	wants(t, judged(t, f), []string{"“quiet” did not matter, in every reading: the number above would then be very likely [80%]."}, "“win” did not matter, in")
	f.Probes = f.Probes[3:4]
	wants(t, judged(t, f), []string{"“win” did not matter, in “The hawk”: the number above would then be likely [55%]."})
}

// beside sets how the readings did next to a coin toss, on enough choices that
// tell them apart.
func beside(t *testing.T, dove, hawk [2]float64) *brief.Findings {
	t.Helper()
	f := small(t)
	f.Trial.Stages[0].Overlap, f.Trial.Stages[0].Choices = false, 20
	for i, span := range [][2]float64{dove, hawk} {
		s := &f.Trial.Readings[i]
		s.Covered, s.Beside = 20, []trial.Rival{{Name: "uniform", Title: "a coin toss", Lead: (span[0] + span[1]) / 2, LeadSpan: span}}
	}
	return f
}

// TestBestOnlyAboveChance: no reading is said to describe the subject best while
// the record cannot tell them apart, or none of them beats a coin toss.
func TestBestOnlyAboveChance(t *testing.T) {
	const best = "describes the mayor best"
	wants(t, judged(t, small(t)), []string{"The record cannot yet say which reading is best", "Neither does clearly better than a coin toss"}, best)
	above, about, below := [2]float64{0.1, 0.4}, [2]float64{-0.1, 0.2}, [2]float64{-0.5, -0.1}
	wants(t, judged(t, beside(t, above, below)), []string{"It is likely [64%] that, of these 2 readings, “The dove” " + best}, "coin toss: leading")
	wants(t, judged(t, beside(t, about, below)), []string{"“The dove” comes nearest to the record, but neither does clearly better than a coin toss"}, best)
	wants(t, judged(t, beside(t, below, below)), []string{"but both do clearly worse than a coin toss"}, best)
	wants(t, judged(t, beside(t, about, above)), []string{"but it does not itself do clearly better than a coin toss"}, best)
}

// TestCountsAreTheCheckers: wants and beliefs are counted apart, the wants of
// kinds included, as the checker counts them; the brief lists those without.
func TestCountsAreTheCheckers(t *testing.T) {
	html := rendered(t, small(t))
	wants(t, judged(t, small(t)), []string{"2 of 5 wants and 0 of 1 belief cite a source, from 2 independent origins"}, "wants and beliefs cite")
	body := text(section(html, "assumptions"))
	wants(t, body, []string{"2 of 5 wants and 0 of 1 belief cite a source; the rest is listed here", "(“hard”): “all”", "Belief of the mayor about the union"})
}

// TestWithoutReadings: a case without readings speaks of none, and of no trial.
func TestWithoutReadings(t *testing.T) {
	body := judged(t, plain(t))
	wants(t, body, []string{"no recorded choice tests this model", "are stated by the case’s author."}, "the trial tests", "every reading")
	wants(t, text(section(rendered(t, plain(t)), "readings")), []string{"The union"}, "A reading works with these wants")
}

// TestNoBetterMove: an actor for whom no small step is better is said to move by
// the model's error alone, and no step is named.
func TestNoBetterMove(t *testing.T) {
	f := small(t)
	wants(t, judged(t, f), []string{"leads away from today’s state, most of all by taking up “Strike”."})
	for i := range f.Readings {
		f.Readings[i].Arcs = f.Readings[i].Arcs[:3]
	}
	wants(t, judged(t, f), []string{"leads away from today’s state; no move is better for it, and the rest is the model’s allowance for error."}, "most of all")
}

// TestSmallPrint holds details of tables: no interval from one choice, no digits
// that a fit does not carry, notes told once.
func TestSmallPrint(t *testing.T) {
	f := small(t)
	f.Trial.Readings[1].Retro.Covered = 1
	f.Trial.Readings[1].Retro.LogRange = [2]float64{-3.55, -3.55}
	f.Trial.Readings[0].Fitted.Precision = 6.297134505096121
	f.Trial.Choices[1].Skipped = "left out by the author of the case: Left out: before the clock starts."
	body := text(section(rendered(t, f), "trial"))
	wants(t, body, []string{". 6.3. ", "(not scored: left out by the author of the case: before the clock starts.)"}, "3.55", "6.297")
	wants(t, text(section(rendered(t, f), "limits")), []string{"4 recorded choices stand in the trial, of which 3 are scored"})
	wants(t, text(section(rendered(t, f), "questions")), []string{"1 December 2025, 00:00 UTC"})

	for i := range f.Readings {
		f.Readings[i].Holds[1].Verdict.Answers = nil
		f.Readings[i].Arcs = append(f.Readings[i].Arcs, brief.Arc{Actor: 1, To: 5, Gain: 2})
	}
	moves := text(section(rendered(t, f), "moves"))
	if n := strings.Count(moves, "another move of the same actor already makes"); n != len(f.Readings) {
		t.Errorf("the footnote stands %d times under %d tables", n, len(f.Readings))
	}
	wants(t, moves, []string{". not looked at. "})
}
