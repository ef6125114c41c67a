package outlook

import (
	"context"
	"fmt"
	"math"

	"reckon"
	"reckon/sim"
)

// Ensemble is a case ready to run in each of its readings, which are weighted but
// never mixed within a run. It is immutable.
type Ensemble struct {
	Case     *reckon.Case
	Readings []Share
	Basis    string // where the weights come from, in a sentence

	scenario reckon.Scenario
	models   []*sim.Model
	of       []*reckon.Reading
}

// Open compiles readings of a case (a nil reading: the case's own minds) with their
// weights, which sum to 1.
func Open(c *reckon.Case, readings []*reckon.Reading, weights []float64, basis string, set sim.Settings) (*Ensemble, error) {
	e := &Ensemble{Case: c, Basis: basis, scenario: set.Scenario, of: readings}
	for i, r := range readings {
		m, err := sim.New(c, r, set)
		if err != nil {
			return nil, err
		}
		share := Share{Weight: weights[i]}
		if r != nil {
			share.Name, share.Title = r.Name, r.Title
		}
		e.models, e.Readings = append(e.models, m), append(e.Readings, share)
	}
	return e, nil
}

// Under returns the ensemble under another scenario in the place of its own, all else
// the same. Both share what minds have solved, so that a change of a number costs its
// runs and little more.
func (e *Ensemble) Under(s reckon.Scenario) (*Ensemble, error) {
	other := &Ensemble{Case: e.Case, Readings: e.Readings, Basis: e.Basis, scenario: s, of: e.of}
	for _, m := range e.models {
		under, err := m.Under(s)
		if err != nil {
			return nil, err
		}
		other.models = append(other.models, under)
	}
	return other, nil
}

// with returns the ensemble under scenarios beside its own.
func (e *Ensemble) with(scenarios ...reckon.Scenario) (*Ensemble, error) {
	if Describe(e.Case, &e.scenario) != "" { // one that changes nothing lasts as long as any
		scenarios = append([]reckon.Scenario{e.scenario}, scenarios...)
	}
	all, err := Together(e.Case, scenarios...)
	if err != nil {
		return nil, err
	}
	return e.Under(all)
}

// Job says how many runs of each reading to make. Runs are numbered from From.
type Job struct {
	Seed     uint64
	From, To int
	Workers  int
	Each     func(reading int, path *sim.Path)

	// Quantiles says which quantile an input takes in a run, as in sim.Job.
	Quantiles func(run, input int) (u float64, fixed bool)

	Progress func(done, total int)
}

// Part returns the job as the k-th of several that follow one another, for its
// progress.
func (j Job) Part(k, of int) Job {
	if report := j.Progress; report != nil {
		j.Progress = func(done, total int) { report(k*total+done, of*total) }
	}
	return j
}

// of returns the job of one reading, with its part of the progress.
func (j Job) of(e *Ensemble, reading int) sim.Job {
	one := sim.Job{Seed: j.Seed, From: j.From, To: j.To, Workers: j.Workers, Quantiles: j.Quantiles}
	if j.Each != nil {
		one.Each = func(p *sim.Path) { j.Each(reading, p) }
	}
	if j.Progress != nil {
		one.Progress = func(done, total int) { j.Progress(reading*total+done, len(e.models)*total) }
	}
	return one
}

// Tallies makes the runs, a stretch of every reading in turn. When ctx ends or a run
// fails, the stretches that every reading has completed come with the error, so that
// they can be pooled.
func (e *Ensemble) Tallies(ctx context.Context, j Job) ([]*sim.Tally, error) {
	all := make([]*sim.Tally, len(e.models))
	stretch := firstStretch
	for from := j.From; from < j.To; from, stretch = from+stretch, min(8*stretch, longestStretch) {
		part := j
		part.From, part.To = from, min(from+stretch, j.To)
		if report := j.Progress; report != nil {
			part.Progress = func(done, _ int) {
				report((from-j.From)*len(e.models)+done, (j.To-j.From)*len(e.models))
			}
		}
		if err := e.stretch(ctx, part, all); err != nil {
			return all, err
		}
	}
	return all, nil
}

// A stretch is short at first, so that a stop loses little, and never so long that
// it takes more than seconds; both are whole blocks of runs. In between they grow
// fast, since what is made is the larger part and what there was is added to it.
const (
	firstStretch   = 1 << 11
	longestStretch = 1 << 14
)

// stretch adds the runs of a job to tallies, of all readings or of none.
func (e *Ensemble) stretch(ctx context.Context, j Job, to []*sim.Tally) error {
	made := make([]*sim.Tally, len(e.models))
	for i, m := range e.models {
		var err error
		if made[i], err = m.Run(ctx, j.of(e, i)); err != nil {
			return err
		}
	}
	for i, t := range made {
		if before := to[i]; before != nil {
			if err := t.Merge(before); err != nil {
				panic("outlook: " + err.Error()) // the stretches are of one model and apart
			}
		}
		to[i] = t
	}
	return nil
}

// Answers makes the runs of every reading for their answers alone: by reading,
// question and run; 1 for yes, 0 for no, the number where the question asks for one,
// NaN where it is not covered.
func (e *Ensemble) Answers(ctx context.Context, j Job) ([][][]float64, error) {
	all := make([][][]float64, len(e.models))
	for i, m := range e.models {
		var err error
		if all[i], err = m.Answers(ctx, j.of(e, i)); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// Models returns the models, by reading. They are shared.
func (e *Ensemble) Models() []*sim.Model { return e.models }

// Of returns the reading, nil for the case's own minds.
func (e *Ensemble) Of(reading int) *reckon.Reading { return e.of[reading] }

// Scenario returns what the runs change.
func (e *Ensemble) Scenario() reckon.Scenario { return e.scenario }

// Asked returns the index of the named question, which the runs must answer by yes or
// no; else the error says why they do not.
func (e *Ensemble) Asked(name string) (int, error) {
	for i := range e.Case.Questions {
		if e.Case.Questions[i].Name == name {
			return i, e.settles(i)
		}
	}
	return 0, fmt.Errorf("the case asks no question called %q", name)
}

// settles says why the runs do not answer a question by yes or no.
func (e *Ensemble) settles(q int) error {
	stated := &e.Case.Questions[q]
	switch {
	case stated.When.Op != "" && !stated.When.YesNo():
		return fmt.Errorf("the question %q asks for a number; causes and contrasts are of a yes or no", stated.Name)
	case !e.models[0].Covers(q):
		return fmt.Errorf("the runs do not answer %q: %s", stated.Name, uncovered(e.Case, stated, e.models[0].Dates()))
	}
	return nil
}

// weights of the readings.
func (e *Ensemble) weights() []float64 {
	w := make([]float64, len(e.Readings))
	for i := range w {
		w[i] = e.Readings[i].Weight
	}
	return w
}

// Pooled is Σ w·p over readings.
func (e *Ensemble) Pooled(p []float64) float64 { return pooled(e.weights(), p) }

// pooled is Σ w·p.
func pooled(w, p []float64) float64 {
	sum := 0.0
	for i := range w {
		sum += float64(w[i] * p[i])
	}
	return sum
}

// errorOf is the standard error of Σ w·p when each p is a share of n runs. Readings
// share their draws, so that their errors may go together: it is Σ w·sqrt(p(1−p)/n),
// the greatest that it can be.
func errorOf(w, p []float64, n int) float64 {
	sum := 0.0
	for i := range w {
		sum += float64(w[i] * math.Sqrt(p[i]*(1-p[i])/float64(n)))
	}
	return sum
}
