package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon"
	"reckon/backtest"
	"reckon/workbench"
)

func backtestVerb() verb {
	var set backtest.Settings
	var from string
	var list, progress bool
	return verb{
		use:   "backtest CASE",
		short: "Run from days in the past and compare with the record",
		long: `Runs the readings from past days with only the record and the observations up to
then, and sets beside it what the record shows next: of every option that is not
the subject's, whether it changed, and of every measure, what was observed. The
subject's own choices are for the verb trial.

A reading is scored on windows that start on its date or later; earlier ones are
retrodiction. Beside it stand the base rate and a coin toss. The minds of the
case were written later than the days they run from, so a back-test shows a
model at its best.`,
		example: `  reckon backtest cases/supreme-leader
  reckon backtest cases/supreme-leader --horizon 13 --list
  reckon backtest cases/supreme-leader --from 2025-01-20 --json`,
		args: cobra.ExactArgs(1),
		flags: func(f *pflag.FlagSet) {
			f.StringVar(&from, "from", "", "only from this `day`; else windows back to back")
			f.IntVar(&set.Horizon, "horizon", 26, "steps in a window")
			f.IntVarP(&set.Runs, "runs", "n", 500, "runs of each reading in each window")
			f.Uint64Var(&set.Seed, "seed", 1, "the same `seed` gives the same numbers")
			f.BoolVar(&list, "list", false, "list every outcome")
			f.BoolVar(&progress, "progress", false, "report progress even when not on a terminal")
		},
		run: func(d *desk, args []string) error {
			if from != "" {
				var err error
				if set.From, err = reckon.ParseDate(from); err != nil {
					return fmt.Errorf("--from wants a day such as 2025-01-20, not %q", from)
				}
			}
			if d.errTTY || progress {
				report := d.progress("backtest", time.Now())
				set.Progress = func(done, total int) { report("runs", done, total) }
			}
			return lookBack(d, args[0], set, list)
		},
	}
}

func lookBack(d *desk, path string, set backtest.Settings, list bool) error {
	if set.Runs < 1 || set.Runs > maxRuns || set.Horizon < 1 {
		return fmt.Errorf("--runs and --horizon want a number of at least 1")
	}
	b, err := d.open(path)
	if err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	r, err := b.Backtest(ctx, set)
	if err != nil {
		return d.failed(b, err)
	}
	if d.json {
		return d.encode(r)
	}
	backtestText(d, b, r, list)
	d.caveat(b)
	return nil
}

func backtestText(d *desk, b *workbench.Bench, r *workbench.Backtest, list bool) {
	d.print("%s", d.bold(heading(b.Case.Title, b.Case.Name, b.Case.AsOf)))
	d.say("", fmt.Sprintf("%s of %s, %s of each reading in each, seed %d.", count(r.Windows, "window"), count(r.Horizon, r.Step), count(r.Runs, "run"), r.Seed))
	d.say("", r.Finding)
	d.print("")
	var rows [][]string
	for _, t := range r.Readings {
		row := []string{t.Name, fmt.Sprint(t.Outcomes), "–", "–", "–", "–", fmt.Sprint(t.Retro)}
		if t.Outcomes > 0 {
			row[2], row[3] = fmt.Sprintf("%.3f", t.Brier), fmt.Sprintf("%.3f", t.Base)
			row[4] = fmt.Sprintf("%+.3f [%+.3f, %+.3f]", t.Lead, t.LeadSpan[0], t.LeadSpan[1])
		}
		if t.Measured > 0 {
			row[5] = fmt.Sprintf("%d of %d", t.Inside, t.Measured)
		}
		rows = append(rows, row)
	}
	d.table([]string{"reading", "outcomes", "Brier", "base rate", "lead", "in band", "earlier"}, rows)
	d.say("  ", "Brier: mean square of probability less outcome, 0 is best, a coin toss 0.25. base rate: the same for how often the option changed in earlier windows. lead: base rate less reading, with 90% interval over windows. in band: measures observed within the 90% band. earlier: outcomes of windows before the reading, not scored.")
	if !list {
		return
	}
	rows = nil
	for _, o := range r.Outcomes {
		is := "no"
		if o.Changed {
			is = "yes"
		}
		row := []string{o.From.String(), o.Option, is, percent(o.Base)}
		for _, t := range r.Readings {
			cell := percent(o.P[t.Name])
			if slices.Contains(o.Retro, t.Name) {
				cell = "(" + cell + ")"
			}
			row = append(row, cell)
		}
		rows = append(rows, row)
	}
	heads := []string{"from", "option", "changed", "base rate"}
	for _, t := range r.Readings {
		heads = append(heads, strings.TrimSpace(t.Name))
	}
	d.print("")
	d.table(heads, rows)
	d.say("  ", "In brackets: retrodiction, not scored.")
}
