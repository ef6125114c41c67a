package sim

import (
	"context"
	"fmt"
	"runtime"
	"sync"
)

// Job says which runs to make and what to do with them.
type Job struct {
	Seed     uint64
	From, To int // run numbers, From included and To not
	Workers  int // at once; 0 is one for each processor. The answer does not hang on it

	// Quantiles, if set, is asked in every run for every input: where fixed is true the
	// input is the quantile u of its spread, in the place of a draw; 0 and 1 are taken for
	// the nearest numbers that can be drawn, since some spreads have no ends. It is called
	// from several goroutines at once.
	Quantiles func(run, input int) (u float64, fixed bool)

	// Each, if set, is called with every run, one after another in the order of their
	// numbers. The path is used again after the call.
	Each func(*Path)

	// Progress, if set, is told how many runs of all that were asked for are done. It
	// is called by one goroutine at a time, with ever more runs.
	Progress func(done, total int)
}

// check refuses runs that cannot be made.
func (j *Job) check() error {
	switch {
	case j.From < 0:
		return fmt.Errorf("runs are numbered from 0; %d is below that", j.From)
	case j.To > MaxRun:
		return fmt.Errorf("run numbers stay below %d; %d is beyond that, and so many runs would not end. Ask for fewer: ten thousand give odds to within a point", MaxRun, j.To)
	case j.To <= j.From:
		return fmt.Errorf("%d runs were asked for; at least 1 is needed", j.To-j.From)
	}
	return nil
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
	if err := job.check(); err != nil {
		return nil, err
	}
	total := newTally(m.head(job.Seed))
	total.asked = job.To - job.From
	share := desk{measures: make([]sync.Mutex, len(total.measures))}
	return total, m.pass(ctx, &job, func(b *block) { total.add(b, &share) })
}

// pass makes the runs of a job and has every block kept that passes, by several
// goroutines at once.
func (m *Model) pass(ctx context.Context, job *Job, keep func(*block)) error {
	line := newTurnstile(ctx, job, m.lanes)
	var wg sync.WaitGroup
	for range min(line.workers(), line.blocks) {
		wg.Go(func() { m.work(line, keep) })
	}
	wg.Wait()
	return line.end()
}

// Answers makes the runs of a job and returns their answers, by question and run: 1
// for yes, 0 for no, the number where the question asks for one, NaN where the runs
// do not cover the question. The error is as in Run; the answers then end where the
// tally would.
func (m *Model) Answers(ctx context.Context, job Job) ([][]float64, error) {
	answers := make([][]float64, len(m.c.Questions))
	own := job.Each
	job.Each = func(p *Path) {
		for q, x := range p.Answers {
			answers[q] = append(answers[q], x)
		}
		if own != nil {
			own(p)
		}
	}
	if err := job.check(); err != nil {
		return nil, err
	}
	return answers, m.pass(ctx, &job, func(*block) {})
}

// work makes blocks until there are none left.
func (m *Model) work(line *turnstile, keep func(*block)) {
	b := m.newBlock(min(m.lanes, line.job.To-line.job.From))
	var e *engine
	for {
		number, ok := line.take()
		if !ok {
			return
		}
		b.run, b.n = line.span(number)
		if e == nil || e.lanes != b.n {
			e = m.newEngine(b.n)
		}
		err := e.fill(b, line.job)
		if !line.enter(number, err) {
			return
		}
		if line.job.Each != nil {
			m.each(b, line.job.Each)
		}
		line.leave(b.n)
		keep(b)
	}
}

// turnstile hands out blocks in order and lets those that are made pass in order, so
// that what was done is always everything up to some run.
type turnstile struct {
	ctx    context.Context
	job    *Job
	lanes  int // of a block
	blocks int

	mu      sync.Mutex
	moved   *sync.Cond
	next    int   // block to hand out
	passed  int   // blocks that have passed
	done    int   // runs in them
	failed  error // why no further block passes
	stopped error // why no further block is handed out
}

func newTurnstile(ctx context.Context, job *Job, lanes int) *turnstile {
	t := &turnstile{ctx: ctx, job: job, lanes: lanes, blocks: (job.To-1)/lanes - job.From/lanes + 1}
	t.moved = sync.NewCond(&t.mu)
	return t
}

func (t *turnstile) workers() int {
	if t.job.Workers > 0 {
		return t.job.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// span returns the first run of a block and their number.
func (t *turnstile) span(block int) (run, n int) {
	start := (t.job.From/t.lanes + block) * t.lanes
	run = max(start, t.job.From)
	return run, min(start+t.lanes, t.job.To) - run
}

// take hands out the next block, until all are, one has failed or the context ends.
func (t *turnstile) take() (block int, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.next == t.blocks || t.failed != nil || t.stopped != nil {
		return 0, false
	}
	if t.stopped = context.Cause(t.ctx); t.stopped != nil {
		return 0, false
	}
	t.next++
	return t.next - 1, true
}

// enter waits until all blocks before this one have passed, and reports whether
// this one may: not when it or one before it failed.
func (t *turnstile) enter(block int, err error) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	for t.passed != block && t.failed == nil {
		t.moved.Wait()
	}
	if t.failed != nil {
		return false
	}
	if t.failed = err; err != nil {
		t.moved.Broadcast()
	}
	return err == nil
}

// leave lets the block after this one pass.
func (t *turnstile) leave(runs int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.passed++
	t.done += runs
	if t.job.Progress != nil {
		t.job.Progress(t.done, t.job.To-t.job.From)
	}
	t.moved.Broadcast()
}

// end says why the job is not done; nil when it is.
func (t *turnstile) end() error {
	if t.failed == nil && t.stopped != nil {
		return fmt.Errorf("stopped after %d of %d runs: %w", t.done, t.job.To-t.job.From, t.stopped)
	}
	return t.failed
}
