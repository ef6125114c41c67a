package backtest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"reckon"
	"reckon/outlook"
	"reckon/sim"
)

// Settings say from which past days to run. The zero value runs from the
// start of the clock, in windows of half a year back to back, up to the as-of date.
type Settings struct {
	From     reckon.Date // only from this day
	Horizon  int         // steps of a window; 0 is half a year
	Runs     int         // of each reading and window; 0 is 500
	Seed     uint64
	Workers  int
	Progress func(done, total int)
}

// Report is what runs from past days said, knowing only what was known then, and
// what the record then shows: of every option that is not the subject's, whether it
// changed within the window, and of every measure its last value observed there.
// The subject's own choices are for the trial. A reading dated after the start of a
// window knew more than the record of that day: what it says is retrodiction and
// stays out of its score. The wants of the other actors were written when the case
// was, so a back-test shows a model at its best.
type Report struct {
	Horizon  int         `json:"horizon"` // steps
	Step     string      `json:"step"`
	Runs     int         `json:"runs"`
	Seed     uint64      `json:"seed"`
	Windows  int         `json:"windows"`
	Readings []Track     `json:"readings"`
	Outcomes []Outcome   `json:"outcomes"`
	Measures []Hindsight `json:"measures"`
	Finding  string      `json:"finding"`
}

// Track is how a reading's probabilities fared. Base and Even are the same scores
// of two rivals on the same outcomes: how often the option changed in earlier
// windows as long, and a half each time. Where nothing tests it there are no scores.
// A log score takes no probability below 0.001.
type Track struct {
	Name     string     `json:"name"`
	Title    string     `json:"title"`
	Outcomes int        `json:"outcomes"`        // in windows that start on its date or later
	Windows  int        `json:"windows"`         // that these lie in
	Brier    float64    `json:"brier,omitempty"` // mean (p − o)² [brier1950] of a yes/no outcome, from 0 to 1
	LogScore float64    `json:"log_score,omitempty"`
	Base     float64    `json:"base_rate_brier,omitempty"`
	BaseLog  float64    `json:"base_rate_log_score,omitempty"`
	Even     float64    `json:"even_brier,omitempty"`
	Lead     float64    `json:"lead,omitempty"` // Base − Brier: above 0 beats the base rate
	LeadSpan [2]float64 `json:"lead_interval"`  // 90%, from the spread over windows
	Inside   int        `json:"inside"`         // measures whose value fell into the 90% band
	Measured int        `json:"measured"`
	Retro    int        `json:"retrodiction"` // outcomes of earlier windows, not scored
}

// Outcome is one option in one window.
type Outcome struct {
	From    reckon.Date        `json:"from"`
	Until   reckon.Date        `json:"until"`
	Option  string             `json:"option"`
	Title   string             `json:"title"`
	Changed bool               `json:"changed"`
	P       map[string]float64 `json:"p"`
	Base    float64            `json:"base_rate"`
	Retro   []string           `json:"retrodiction,omitempty"`
}

// Hindsight is one measure in one window: the last value observed in it, and the
// 90% band and median of each reading on the step before it.
type Hindsight struct {
	From    reckon.Date           `json:"from"`
	On      reckon.Date           `json:"on"`
	Measure string                `json:"measure"`
	Value   float64               `json:"value"`
	Bands   map[string][3]float64 `json:"bands"` // q05, q50, q95
	Retro   []string              `json:"retrodiction,omitempty"`
}

// Run runs every reading from every window's first day.
func Run(ctx context.Context, c *reckon.Case, readings []*reckon.Reading, set Settings) (*Report, error) {
	set.Horizon, set.Runs, set.Seed = cmp.Or(set.Horizon, halfYear(c.Step)), cmp.Or(set.Runs, 500), cmp.Or(set.Seed, 1)
	starts, err := windows(c, set)
	if err != nil {
		return nil, err
	}
	b := &Report{Horizon: set.Horizon, Step: c.Step, Runs: set.Runs, Seed: set.Seed, Windows: len(starts)}
	for w, from := range starts {
		job := outlook.Job{Seed: set.Seed, To: set.Runs, Workers: set.Workers}
		if set.Progress != nil {
			job.Progress = func(done, total int) { set.Progress(w*total+done, len(starts)*total) }
		}
		if err := b.window(ctx, c, readings, from, job); err != nil {
			return nil, err
		}
	}
	b.score(readings)
	return b, nil
}

// halfYear is how many steps half a year has, at least one.
func halfYear(step string) int {
	switch step {
	case "day":
		return 182
	case "month":
		return 6
	case "year":
		return 1
	}
	return 26
}

// windows returns the first days of the windows that end by the as-of date.
func windows(c *reckon.Case, set Settings) ([]reckon.Date, error) {
	last := c.AsOf
	if last == 0 && len(c.Record) > 0 {
		last = c.Record[len(c.Record)-1].Date
	}
	if c.From == 0 || last == 0 {
		return nil, errors.New("a back-test needs a record and the day the clock starts; give the case `from`, and `as_of` or record.csv")
	}
	if set.From != 0 {
		if set.From < c.From || set.From.After(c.Step, 1) > last {
			return nil, fmt.Errorf("there is nothing to compare with from %s on; choose a day from %s to before %s", set.From, c.From, last)
		}
		return []reckon.Date{set.From}, nil
	}
	var all []reckon.Date
	for k := 0; ; k++ {
		from := c.From.After(c.Step, k*set.Horizon)
		if from.After(c.Step, set.Horizon) > last {
			break
		}
		all = append(all, from)
	}
	if all == nil {
		return nil, fmt.Errorf("no window of %d steps fits between %s and %s; take a shorter horizon", set.Horizon, c.From, last)
	}
	return all, nil
}

// window runs the readings from one day and sets the record beside them.
func (b *Report) window(ctx context.Context, c *reckon.Case, readings []*reckon.Reading, from reckon.Date, job outlook.Job) error {
	until := from.After(c.Step, b.Horizon)
	if c.AsOf != 0 {
		until = min(until, c.AsOf)
	}
	even := make([]float64, len(readings))
	e, err := outlook.Open(c, readings, even, "", sim.Settings{From: from, Until: until})
	if err != nil {
		return err
	}
	changed := make([][]int, len(readings))
	for r := range changed {
		changed[r] = make([]int, len(c.Options))
	}
	job.Each = func(reading int, p *sim.Path) {
		var moved reckon.State
		for k := 1; k < len(p.States); k++ {
			moved |= p.States[k] ^ p.States[k-1]
		}
		for k := range c.Options {
			if moved.Has(k) {
				changed[reading][k]++
			}
		}
	}
	tallies, err := e.Tallies(ctx, job)
	if err != nil {
		return err
	}
	b.outcomes(c, e, from, until, changed, job.To)
	b.hindsight(c, e, tallies, from, until)
	return nil
}

// outcomes compares what changed in a window with what the runs say.
func (b *Report) outcomes(c *reckon.Case, e *outlook.Ensemble, from, until reckon.Date, changed [][]int, runs int) {
	moved := movedIn(c, from, until)
	for k, o := range c.Options {
		if c.Actors[o.Actor].Name == c.Subject {
			continue
		}
		out := Outcome{From: from, Until: until, Option: o.Name, Title: o.Title, Changed: moved.Has(k), P: map[string]float64{}, Base: earlier(c, k, from, int(until-from))}
		for r := range e.Readings {
			out.P[e.Readings[r].Name] = float64(changed[r][k]) / float64(runs)
			if knewMore(e.Of(r), from) {
				out.Retro = append(out.Retro, e.Readings[r].Name)
			}
		}
		b.Outcomes = append(b.Outcomes, out)
	}
}

// knewMore reports whether a reading was written after a day.
func knewMore(r *reckon.Reading, day reckon.Date) bool {
	return r != nil && (r.Dated == 0 || r.Dated > day)
}

// movedIn returns the options that the record shows to change after one day, up to
// and including another.
func movedIn(c *reckon.Case, from, until reckon.Date) reckon.State {
	days := c.History(from, until)
	var moved reckon.State
	for k := 1; k < len(days); k++ {
		moved |= days[k] ^ days[k-1]
	}
	return moved
}

// earlier is how often an option changed in windows of so many days before a day,
// back to back, as (hits + ½)/(windows + 1) [jeffreys1961], so that a half is said
// of what has no record.
func earlier(c *reckon.Case, option int, day reckon.Date, days int) float64 {
	hits, of := 0.0, 0.0
	for end := day; end-reckon.Date(days) >= c.From; end -= reckon.Date(days) {
		of++
		if movedIn(c, end-reckon.Date(days), end).Has(option) {
			hits++
		}
	}
	return (hits + 0.5) / (of + 1)
}

// hindsight compares measures observed in a window with the runs' bands.
func (b *Report) hindsight(c *reckon.Case, e *outlook.Ensemble, tallies []*sim.Tally, from, until reckon.Date) {
	for k, m := range c.Shown() {
		var last *reckon.Observation
		for i := range c.Observations {
			o := &c.Observations[i]
			if o.Measure == m.Name && o.Date > from && o.Date <= until && !math.IsNaN(o.Value) {
				last = o
			}
		}
		dates := tallies[0].Dates()
		if last == nil || math.IsNaN(tallies[0].Quantile(k, 0, 0.5)) {
			continue
		}
		step := slices.IndexFunc(dates, func(d reckon.Date) bool { return d >= last.Date })
		if step < 0 {
			step = len(dates) - 1
		}
		h := Hindsight{From: from, On: last.Date, Measure: m.Name, Value: last.Value, Bands: map[string][3]float64{}}
		for r, t := range tallies {
			h.Bands[e.Readings[r].Name] = [3]float64{t.Quantile(k, step, 0.05), t.Quantile(k, step, 0.5), t.Quantile(k, step, 0.95)}
			if knewMore(e.Of(r), from) {
				h.Retro = append(h.Retro, e.Readings[r].Name)
			}
		}
		b.Measures = append(b.Measures, h)
	}
}
