package sim

import (
	"context"
	"errors"

	"reckon"
)

// lanes is the number of runs that go side by side: blocks of so many runs begin at
// multiples of it, whatever range is asked for.
const lanes = 256

// MaxRun is the greatest number of a run, plus one.
const MaxRun = 1 << 40

// errUnfinished says that the engine is not there yet.
var errUnfinished = errors.New("runs are not computed in this version")

// Settings say over which days a case runs and under what. The zero value runs from
// the as-of date to the end of the case's clock, without a scenario.
type Settings struct {
	From     reckon.Date     // the day of step 0; 0 is the as-of date, without one the day of the last row of the record or the start of the clock
	Until    reckon.Date     // the last day on which a step may end; 0 is the end of the case's clock, without one the last closing day of a question
	Scenario reckon.Scenario // the zero Scenario changes nothing
}

// Model is a case and a reading compiled to run forward. It is immutable: its methods
// may be called from several goroutines, and share what they have solved.
type Model struct {
	c     *reckon.Case
	set   Settings
	dates []reckon.Date
}

// Input is a number that every run draws anew: an uncertain parameter, or the
// uncertain start of a measure. Numbers of a scenario stand in the place of the
// case's.
type Input struct {
	Name, Title, Unit string
	Start             bool          // the start of a measure; else a parameter
	Spread            reckon.Spread // what it is drawn from
}

// New compiles a case under a reading (nil: the case's own minds). The error says
// what cannot run: a case without steps between its days, measures that cannot be
// computed, minds that cannot be compiled, a scenario that names what is not there
// or holds options at an impossible state.
func New(c *reckon.Case, r *reckon.Reading, set Settings) (*Model, error) {
	return &Model{c: c, set: set}, nil
}

// Case returns the case that runs.
func (m *Model) Case() *reckon.Case { return m.c }

// Dates returns the day of every step, step 0 first.
func (m *Model) Dates() []reckon.Date { return m.dates }

// Inputs returns the numbers that every run draws, parameters first, each in file
// order. Job.Quantiles and Path.Inputs count them in this order.
func (m *Model) Inputs() []Input { return nil }

// Job says which runs to make and what to do with them.
type Job struct {
	Seed     uint64
	From, To int // run numbers, From included and To not
	Workers  int // at once; 0 is one for each processor. The answer does not hang on it

	// Quantiles, if set, is asked in every run for every input: where fixed is true the
	// input is the quantile u, in (0, 1), of its spread, in the place of a draw. It is
	// called from several goroutines at once.
	Quantiles func(run, input int) (u float64, fixed bool)

	// Each, if set, is called with every run, one after another in the order of their
	// numbers. The path is used again after the call.
	Each func(*Path)

	// Progress, if set, is told how many runs of all that were asked for are done. It
	// is called by one goroutine at a time.
	Progress func(done, total int)
}

// Run makes the runs of a job and adds them up. Runs are made in blocks; a run is a
// pure function of case, reading, settings, seed, quantiles and its number.
//
// When ctx ends, the blocks that are being made are finished and the tally so far is
// returned with the cause: it holds the runs From up to some number, and Tally.Asked
// says how many were asked for. When a run cannot go on (a division by zero, a
// measure that is no number any more) the tally holds the whole blocks before it, and
// the error says which measure, in which line, run, step and on which day, and what
// it read. A job without runs, or with numbers below 0 or above MaxRun, is refused.
func (m *Model) Run(ctx context.Context, job Job) (*Tally, error) {
	return nil, errUnfinished
}

// Answers makes the runs of a job and returns their answers, by question and run: 1
// for yes, 0 for no, the number where the question asks for one, NaN where the runs
// do not cover the question. The error is as in Run; the answers then end where the
// tally would.
func (m *Model) Answers(ctx context.Context, job Job) ([][]float64, error) {
	return nil, errUnfinished
}

// Trace makes one run and tells what happened in it, in order. The path is that of
// the run of this number in any job with this seed.
func (m *Model) Trace(seed uint64, run int) (*Path, []Event, error) {
	return nil, nil, errUnfinished
}
