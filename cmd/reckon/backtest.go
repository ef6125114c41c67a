package main

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon"
	"reckon/backtest"
	"reckon/sim"
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
			f.IntVar(&set.Horizon, "horizon", 0, "`steps` in a window; else half a year")
			f.IntVarP(&set.Runs, "runs", "n", 500, "runs of each reading in each window")
			f.Uint64Var(&set.Seed, "seed", 1, "the same `seed` gives the same numbers")
			f.IntVar(&set.Workers, "jobs", 0, "how many runs at once; else one a processor")
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

// maxHorizon is how many steps a window may have.
const maxHorizon = 1 << 20

func lookBack(d *desk, path string, set backtest.Settings, list bool) error {
	if set.Runs < 1 || set.Runs > sim.MaxRun {
		return fmt.Errorf("--runs wants a number from 1 to %d, not %d", int64(sim.MaxRun), set.Runs)
	}
	if set.Horizon < 0 || set.Horizon > maxHorizon || set.Seed < 1 {
		return fmt.Errorf("--horizon wants a number up to %d, --seed one of at least 1", maxHorizon)
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
	d.print("%s", d.bold(heading(r.Title, r.Case, r.AsOf)))
	outcomesText(d, r.Report, list)
	d.caveat(b)
	return nil
}

// outcomesText tells how runs from past days fared beside the record.
func outcomesText(d *desk, r *backtest.Report, list bool) {
	d.say("", fmt.Sprintf("%s of %s, %s of each reading in each, seed %d.", count(r.Windows, "window"), count(r.Horizon, stepName(r.Step)), count(r.Runs, "run"), r.Seed))
	d.say("", r.Finding)
	d.print("")
	var rows [][]string
	for _, t := range r.Readings {
		row := []string{viewName(t.Name), fmt.Sprint(t.Outcomes), "–", "–", "–", "–", fmt.Sprint(t.Retro)}
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
	d.say("  ", "outcomes: whether an option that is not the subject's changed within a window. Brier: mean square of probability less outcome, 0 is best, a coin toss 0.25. base rate: the same for how often the option changed in earlier windows. lead: base rate less reading, with 90% interval over windows. in band: measures observed within the 90% band. earlier: outcomes of windows that start before the reading's date; it may have known them, so they are not scored.")
	d.say("  ", "The minds were written later than the days they run from, so this shows the case at its best.")
	if list {
		outcomeList(d, r)
	}
}

// viewName names a reading; a case may have none.
func viewName(name string) string {
	if name == "" {
		return "own minds"
	}
	return name
}

// outcomeList lists what was expected and what came.
func outcomeList(d *desk, r *backtest.Report) {
	cell := func(text, reading string, retro []string) string {
		if slices.Contains(retro, reading) {
			return "(" + text + ")"
		}
		return text
	}
	heads, measured := []string{"from", "option", "changed", "base rate"}, []string{"on", "measure", "value"}
	for _, t := range r.Readings {
		heads, measured = append(heads, viewName(t.Name)), append(measured, viewName(t.Name))
	}
	var rows, values [][]string
	for _, o := range r.Outcomes {
		is := "no"
		if o.Changed {
			is = "yes"
		}
		row := []string{o.From.String(), cmp.Or(o.Title, o.Option), is, percent(o.Base)}
		for _, t := range r.Readings {
			row = append(row, cell(percent(o.P[t.Name]), t.Name, o.Retro))
		}
		rows = append(rows, row)
	}
	for _, m := range r.Measures {
		row := []string{m.On.String(), m.Measure, figure(m.Value)}
		for _, t := range r.Readings {
			band := m.Bands[t.Name]
			row = append(row, cell(figure(band[0])+" to "+figure(band[2]), t.Name, m.Retro))
		}
		values = append(values, row)
	}
	d.print("")
	d.table(heads, rows)
	if values != nil {
		d.print("")
		d.table(measured, values)
	}
	d.say("  ", "In brackets: retrodiction, not scored.")
}
