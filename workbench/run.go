package workbench

import (
	"context"
	"errors"
	"fmt"

	"reckon"
	"reckon/outlook"
	"reckon/sim"
)

// RunSettings say which runs to make of which readings, from when and under what.
type RunSettings struct {
	Reading     string      // only this one; "" or "all" is every reading, pooled
	From, Until reckon.Date // 0: the as-of date, and the end of the case's clock
	Changes     Changes
	Runs        int // of each reading
	Seed        uint64
	Workers     int                                `json:"-"` // 0: one a processor
	Progress    func(what string, done, total int) `json:"-"`
}

// Ran is an outlook with what a reader must know of how it came about.
type Ran struct {
	outlook.Outlook
	Part        string              `json:"part,omitempty"`    // which shard of the runs this is
	Stopped     string              `json:"stopped,omitempty"` // why there are fewer runs than asked for
	Diagnostics []reckon.Diagnostic `json:"diagnostics"`
}

// Run runs the case forward and pools the readings. When ctx ends, or a run fails,
// the outlook holds the runs that all readings had completed by then, and Stopped
// says why; without any, the error does. The case must be fit.
func (b *Bench) Run(ctx context.Context, set RunSettings) (*Ran, error) {
	e, err := b.ensemble(set)
	if err != nil {
		return nil, err
	}
	tallies, err := e.Tallies(ctx, set.job())
	return b.ran(e, tallies, set, err)
}

// ran pools tallies; stopped is what ended the runs, if anything did.
func (b *Bench) ran(e *outlook.Ensemble, tallies []*sim.Tally, set RunSettings, stopped error) (*Ran, error) {
	o, err := e.Pool(tallies, set.Runs, set.Seed)
	switch {
	case stopped != nil && err != nil:
		return nil, halted(stopped)
	case err != nil:
		return nil, err
	}
	r := &Ran{Outlook: *o, Diagnostics: append([]reckon.Diagnostic{}, b.Diagnostics...)}
	if stopped != nil {
		r.Stopped = halted(stopped).Error()
	}
	return r, nil
}

// halted puts the end of ctx into plain words.
func halted(err error) error {
	if err != nil && errors.Is(err, context.Canceled) {
		return errors.New("it was stopped")
	}
	return err
}

// job returns the ensemble's job.
func (s RunSettings) job() outlook.Job {
	j := outlook.Job{Seed: s.Seed, To: s.Runs, Workers: s.Workers}
	if s.Progress != nil {
		j.Progress = func(done, total int) { s.Progress("runs", done, total) }
	}
	return j
}

// ensemble compiles the readings that were asked for, weighted by what the trial
// makes of them on what was known on the first day of the runs.
func (b *Bench) ensemble(set RunSettings) (*outlook.Ensemble, error) {
	if !b.Fit() {
		panic("workbench: run of a case that is not fit")
	}
	if set.Reading == "all" {
		set.Reading = ""
	}
	readings, err := b.chosen(set.Reading)
	if err != nil {
		return nil, err
	}
	changes, err := b.scenario(set.Changes)
	if err != nil {
		return nil, err
	}
	weights, basis, err := b.weighed(readings, set.From)
	if err != nil {
		return nil, b.blame(err)
	}
	e, err := outlook.Open(b.Case, readings, weights, basis, sim.Settings{From: set.From, Until: set.Until, Scenario: changes})
	if err != nil {
		return nil, b.stuck(readings[0], err)
	}
	return e, nil
}

// stuck says why nothing runs. Where the case runs as long as nothing is asked of it,
// what was asked is to blame; else its text is.
func (b *Bench) stuck(r *reckon.Reading, err error) error {
	if _, bad := sim.New(b.Case, r, sim.Settings{}); bad == nil {
		return err
	}
	if b.conflictOnly() && b.Case.From == 0 && b.Case.AsOf == 0 {
		return fmt.Errorf("%s is a conflict without a calendar, so it cannot run in time; reckon solve says what is stable in it, and a case folder has room for a clock and questions (reckon init)", b.Path)
	}
	return b.upset("cannot-run", "The case cannot run as it is written", err)
}

// weighed returns the readings' weights, and in a sentence where they come from.
func (b *Bench) weighed(readings []*reckon.Reading, from reckon.Date) ([]float64, string, error) {
	if len(readings) == 1 {
		if readings[0] == nil {
			return []float64{1}, "The case has no reading; its own view of everyone runs.", nil
		}
		return []float64{1}, fmt.Sprintf("Only “%s” runs.", readings[0].Title), nil
	}
	known := *b.Case
	if from != 0 {
		known.AsOf = from
	}
	weights, basis, err := weightsAsOf(&known)
	if basis == 0 {
		return weights, "Readings are weighted by their stated priors: no choice on the record tests all of them.", err
	}
	return weights, fmt.Sprintf("Readings are weighted by their priors and the trial on %s up to %s.", many(basis, "choice"), known.AsOf), err
}

// many writes "1 choice" or "2 choices".
func many(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
