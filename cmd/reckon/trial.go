package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon"
	"reckon/backtest"
	"reckon/trial"
	"reckon/workbench"
)

// mostTold is how many choices the text tells in sentences.
const mostTold = 5

func trialVerb() verb {
	var set trial.Settings
	var show trialView
	return verb{
		use:   "trial CASE",
		short: "Test the readings against what was then done",
		long: `Tests every reading against every recorded choice dated after it: the
probability it gave to what was then done, among the courses that were open.
Beside the readings stand rivals that know nothing. Intervals are 90%, by
bootstrap over choices; the same seed gives the same numbers.

A reading that does not tell the courses apart is silent there: that is no
forecast, and no miss. With --outcomes, what the others then did is set beside
runs from past days too, as the verb backtest does.`,
		example: `  reckon trial cases/supreme-leader
  reckon trial cases/supreme-leader --choices
  reckon trial cases/supreme-leader --outcomes
  reckon trial cases/supreme-leader --draws 10000 --seed 7 --json`,
		args: cobra.ExactArgs(1),
		flags: func(f *pflag.FlagSet) {
			f.IntVar(&set.Draws, "draws", 1000, "bootstrap draws")
			f.Uint64Var(&set.Seed, "seed", 1, "seed of the bootstrap")
			f.BoolVar(&show.choices, "choices", false, "list every choice")
			f.BoolVar(&show.outcomes, "outcomes", false, "also score what is not the subject's choice, by back-test")
			f.BoolVar(&show.progress, "progress", false, "report progress even when not on a terminal")
		},
		run: func(d *desk, args []string) error { return try(d, args[0], set, show) },
	}
}

// maxDraws is far beyond what narrows an interval further.
const maxDraws = 1_000_000

// trialView says what to print besides the scores.
type trialView struct{ choices, outcomes, progress bool }

func try(d *desk, path string, set trial.Settings, show trialView) error {
	if set.Draws < 1 || set.Draws > maxDraws || set.Seed < 1 {
		return fmt.Errorf("--draws wants a number from 1 to %d, --seed one of at least 1", maxDraws)
	}
	b, err := d.open(path)
	if err != nil {
		return err
	}
	past := backtest.Settings{Seed: set.Seed}
	if d.errTTY || show.progress {
		report := d.progress("trial", time.Now())
		set.Progress = func(done, total int) { report("readings heard", done, total) }
		past.Progress = func(done, total int) { report("runs", done, total) }
	}
	t, err := b.Trial(set)
	if err != nil {
		return d.failed(b, err)
	}
	var outcomes *backtest.Report
	if show.outcomes {
		ctx, stop := interruptible()
		defer stop()
		if outcomes, err = b.Outcomes(ctx, past); err != nil {
			return d.failed(b, err)
		}
	}
	if d.json {
		return d.encode(struct {
			*trial.Report
			Outcomes    *backtest.Report    `json:"outcomes,omitempty"`
			Diagnostics []reckon.Diagnostic `json:"diagnostics"`
		}{t, outcomes, b.Diagnostics})
	}
	trialText(d, b, t, show)
	if outcomes != nil {
		d.print("\n%s", d.bold("What is not his choice"))
		outcomesText(d, outcomes, show.choices)
	}
	d.caveat(b)
	return nil
}

func trialText(d *desk, b *workbench.Bench, t *trial.Report, show trialView) {
	d.print("%s", d.bold(heading(b.Case.Title, b.Case.Name, t.AsOf)))
	d.say("", t.Finding)
	if len(t.Readings) == 0 {
		return
	}
	if t.Later > 0 {
		d.say("", fmt.Sprintf("%s scored here later than the as-of date. What is said to be stable or likely today does not use them.", countIs(t.Later, "choice")))
	}
	if says := unscored(t); says != "" {
		d.say("", says)
	}
	d.print("")
	scoreTable(d, t)
	d.print("")
	d.say("  ", "log score: mean ln p of what was done, 0 is best; Brier: 0 is best, 2 worst; both over the choices a reading speaks on. toss: log score of a coin toss on the same choices. Brackets: 90% interval.")
	asideTable(d, t)
	if show.choices {
		d.print("")
		choiceTable(d, t)
		return
	}
	tellChoices(d, b, t)
}

// unscored tells which choices nobody is scored on and why; "" when all are.
func unscored(t *trial.Report) string {
	left := 0
	var reasons []string
	n := map[string]int{}
	for _, c := range t.Choices {
		switch {
		case c.Skipped == "":
		case c.Weight == 0:
			left++
		default:
			if n[c.Skipped]++; n[c.Skipped] == 1 {
				reasons = append(reasons, c.Skipped)
			}
		}
	}
	var parts []string
	if left > 0 {
		parts = append(parts, count(left, "choice")+" left out by the author of the case")
	}
	for _, why := range reasons {
		parts = append(parts, count(n[why], "choice")+", since "+why)
	}
	if len(parts) == 0 {
		return ""
	}
	return "Not scored: " + strings.Join(parts, "; ") + "."
}

func scoreTable(d *desk, t *trial.Report) {
	var rows [][]string
	for _, s := range slices.Concat(t.Readings, t.Rivals) {
		row := []string{s.Name, fmt.Sprintf("%d of %d", s.Covered, s.Choices), "-", "-", "-", ""}
		if s.Known {
			row[2] = fmt.Sprintf("%.2f [%.2f, %.2f]", s.LogScore, s.LogRange[0], s.LogRange[1])
			row[3] = fmt.Sprintf("%.2f", s.Uniform)
			row[4] = fmt.Sprintf("%.2f", s.Brier)
		}
		if s.Prior > 0 && !s.Known {
			row[5] = "-"
		} else if s.Prior > 0 {
			row[5] = fmt.Sprintf("%s [%s, %s]", percent(s.Posterior), share(s.Interval[0]), share(s.Interval[1]))
		}
		rows = append(rows, row)
	}
	d.table([]string{"reading or rival", "speaks on", "log score", "toss", "Brier", "weight"}, rows)
}

// asideTable shows what is no test: how a reading fares on choices that its
// author could know, and with its precision fitted on those.
func asideTable(d *desk, t *trial.Report) {
	var rows [][]string
	for _, s := range t.Readings {
		row := []string{s.Name, "-", "-", "-", "-", "-"}
		if r := s.Retro; r != nil && r.Known {
			row[1] = fmt.Sprintf("%d of %d", r.Covered, r.Choices)
			row[2], row[3] = fmt.Sprintf("%.2f", r.LogScore), fmt.Sprintf("%.2f", r.Uniform)
		}
		if f := s.Fitted; f != nil {
			row[4], row[5] = fmt.Sprintf("%.1f", f.Precision), fmt.Sprintf("%.2f", f.LogScore)
		}
		if s.Retro != nil || s.Fitted != nil {
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		return
	}
	d.print("\n%s", d.bold("Not a test: choices before the reading was written"))
	d.table([]string{"reading", "speaks on", "log score", "toss", "fitted precision", "score with it"}, rows)
	d.print("")
	d.say("  ", "fitted precision: the one that fits those choices best. score with it: the log score it gives on the choices that do test the reading.")
}

// choiceTable lists every choice with what each reading gave to what was done.
func choiceTable(d *desk, t *trial.Report) {
	heads := []string{"date", "what was done"}
	for _, r := range t.Readings {
		heads = append(heads, r.Name)
	}
	var rows [][]string
	for _, c := range t.Choices {
		row := []string{c.Date.String(), c.Title}
		for _, r := range t.Readings {
			row = append(row, given(c, r.Name))
		}
		rows = append(rows, row)
	}
	d.table(heads, rows)
	d.say("  ", "· not tested: dated before the reading, or not scored; – silent: the reading does not tell the courses apart")
}

// percent writes a probability in figures; as in sentences, nothing is certain.
func percent(p float64) string { return reckon.Odds(p).Percent() }

// share is percent without its sign.
func share(p float64) string { return strings.TrimSuffix(percent(p), "%") }

func given(c trial.Choice, reading string) string {
	if p, ok := c.P[reading]; ok {
		return percent(p)
	}
	if slices.Contains(c.Silent, reading) {
		return "–"
	}
	return "·"
}

// tellChoices tells in sentences the choices on which the readings differ most.
func tellChoices(d *desk, b *workbench.Bench, t *trial.Report) {
	told := slices.DeleteFunc(slices.Clone(t.Choices), func(c trial.Choice) bool { return spread(c, t) <= 0 })
	slices.SortStableFunc(told, func(x, y trial.Choice) int { return cmp.Compare(spread(y, t), spread(x, t)) })
	told = told[:min(mostTold, len(told))]
	if len(told) == 0 {
		d.print("\nNo choice separates the readings.")
		return
	}
	slices.SortStableFunc(told, func(x, y trial.Choice) int { return cmp.Compare(x.Date, y.Date) })
	d.print("\n%s", d.bold("Where the readings differ most"))
	for _, c := range told {
		d.say("  ", choiceSays(b, t, c))
	}
	d.print("  (--choices lists them all)")
}

// spread is how far apart the readings' probabilities of what was done lie.
func spread(c trial.Choice, t *trial.Report) float64 {
	low, high := math.Inf(1), math.Inf(-1)
	for _, r := range t.Readings {
		if p, ok := c.P[r.Name]; ok {
			low, high = min(low, p), max(high, p)
		}
	}
	return high - low
}

// choiceSays tells one choice: who did what, instead of what, and who expected it.
func choiceSays(b *workbench.Bench, t *trial.Report, c trial.Choice) string {
	var gave []string
	for _, r := range t.Readings {
		switch p, ok := c.P[r.Name]; {
		case ok:
			gave = append(gave, fmt.Sprintf("%s %s", r.Name, reckon.Odds(p)))
		case slices.Contains(c.Silent, r.Name):
			gave = append(gave, r.Name+" silent")
		}
	}
	instead := ""
	if len(c.Alternatives) > 1 {
		instead = " instead of " + strings.Join(c.Alternatives[1:], " or ")
	}
	actor := c.Actor
	if i := b.Case.Actor(c.Actor); i >= 0 && b.Case.Actors[i].Title != "" {
		actor = b.Case.Actors[i].Title
	}
	return fmt.Sprintf("%s %s: %s (%s%s). Expected by: %s.", c.Date, actor, strings.TrimSuffix(c.Title, "."), c.Took, instead, strings.Join(gave, "; "))
}

// countIs writes "1 choice is" or "2 choices are".
func countIs(n int, what string) string {
	if n == 1 {
		return "1 " + what + " is"
	}
	return fmt.Sprintf("%d %ss are", n, what)
}
