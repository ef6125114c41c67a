package workbench

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"reckon"
	"reckon/brief"
	"reckon/causes"
	"reckon/outlook"
	"reckon/sim"
)

// What a page shows of its runs: whole paths in all, the share of the runs that
// scenarios and signals get, for each scenario makes them all again, and how far
// ahead a signal is looked for.
const (
	pagePaths  = 20
	pageShare  = 4
	fewestRuns = 100
	signalDays = 31
)

// ahead runs the case forward for the page. A run that fails, as the case's text may
// make it, is told on the page; only the end of ctx is an error.
func (b *Bench) ahead(ctx context.Context, set PageSettings, f *brief.Findings, progress func(what string, done, total int)) error {
	if set.Runs == 0 || !clocked(b.Case) {
		return nil
	}
	readings := b.readings()
	weights, basis, err := b.weighed(readings, 0)
	if err != nil {
		return err
	}
	upset := func(what string, err error) {
		f.Upset = append(f.Upset, what+": "+strings.TrimSuffix(err.Error(), ".")+".")
	}
	e, err := outlook.Open(b.Case, readings, weights, basis, sim.Settings{})
	if err != nil {
		upset("The case cannot run forward as it is written", err)
		return nil
	}
	job := outlook.Job{Seed: set.Seed, To: set.Runs, Progress: func(done, total int) { progress("runs", done, total) }}
	if f.Outlook, err = pooledRuns(ctx, e, job); err != nil {
		upset("The runs stopped early", err)
	}
	if f.Outlook == nil || f.Outlook.Runs < set.Runs {
		return halted(ctx.Err())
	}
	job.To = min(set.Runs, max(fewestRuns, set.Runs/pageShare))
	f.ContrastRuns = job.To
	if job.To > 1 && len(b.Case.Scenarios) > 0 {
		job.Progress = func(done, total int) { progress("runs of scenarios", done, total) }
		if f.Contrasts, err = e.Compare(ctx, job, b.Case.Scenarios); err != nil {
			upset("The scenarios could not be compared", err)
		}
	}
	job.Progress = func(done, total int) { progress("runs watched", done, total) }
	if f.Signals, err = causes.Telling(ctx, e, job, signalDays); err != nil {
		upset("What would tell the readings apart could not be found", err)
	}
	return halted(ctx.Err())
}

// pooledRuns makes the runs and pools those that all readings completed, with a few
// whole paths beside them; the error says why there are fewer than asked for.
func pooledRuns(ctx context.Context, e *outlook.Ensemble, j outlook.Job) (*outlook.Outlook, error) {
	tallies, stopped := e.Tallies(ctx, j)
	o, err := e.Pool(tallies, j.To, j.Seed)
	if err != nil {
		return nil, cmp.Or(stopped, err)
	}
	if stopped != nil {
		return o, fmt.Errorf("%w; what follows rests on the %s of each reading that were done before", stopped, many(o.Runs, "run"))
	}
	return o, e.Sample(ctx, j, o, min(pagePaths, o.Runs))
}

// clocked reports whether there is a stretch of time to run and anything in it to
// ask or to follow.
func clocked(c *reckon.Case) bool {
	from, until := cmp.Or(c.AsOf, c.From), c.Until
	if n := len(c.Record); c.AsOf == 0 && n > 0 {
		from = c.Record[n-1].Date
	}
	moves := len(c.Questions) > 0
	for i := range c.Questions {
		if _, closes := c.Questions[i].Window(); c.Until == 0 {
			until = max(until, closes)
		}
	}
	for i := range c.Measures {
		moves = moves || c.Measures[i].Next.Op != "" || c.Measures[i].Is.Op != ""
	}
	return moves && from != 0 && until > from
}
