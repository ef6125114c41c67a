package fleet

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
)

// closing is how long a worker that was told to stop waits for what it has in hand
// to be given back or kept.
const closing = 10 * time.Second

// Permanent marks an error of a handle that another try would not mend.
func Permanent(err error) error { return permanent{err} }

type permanent struct{ error }

func (p permanent) Unwrap() error { return p.error }

// Work takes jobs of this version, one after another or Slots at a time, until ctx
// ends; it then gives back what it has in hand and returns nil. Handle gets the bytes
// of a job and returns those of its result; it may be called with a job that another
// worker has done or is doing, so the same job must give the same result. An error or
// a panic is tried again after a pause (1 s, 16 s, 81 s, …), Tries times in all,
// unless it is Permanent. While handle runs, the job's lease is renewed every Beat;
// jobs that no worker renewed for Lost are given to others.
func Work(ctx context.Context, s Settings, handle func(ctx context.Context, job []byte) ([]byte, error)) error {
	s = s.withDefaults()
	db, err := open(ctx, s)
	if err != nil {
		return err
	}
	defer db.Close()
	workers := river.NewWorkers()
	w := &worker{db: db, set: s, handle: handle, told: ctx}
	if err := river.AddWorkerSafely(workers, w); err != nil {
		return err
	}
	client, err := river.NewClient(riverpgxv5.New(db), &river.Config{
		Schema:  schema,
		Queues:  map[string]river.QueueConfig{queue(s.Version): {MaxWorkers: s.Slots}},
		Workers: workers,
		Logger:  logger(s),
		// The lease says when a job is stuck, not how long it takes. What River rescues
		// by itself are jobs of a fleet that is gone as a whole.
		JobTimeout:           -1,
		RescueStuckJobsAfter: max(time.Hour, 10*s.Lost),
	})
	if err != nil {
		return err
	}
	if err := client.Start(context.WithoutCancel(ctx)); err != nil {
		return fmt.Errorf("start the worker: %w", err)
	}
	w.watch(ctx)
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), closing)
	defer cancel()
	if err := client.StopAndCancel(limit); err != nil {
		return fmt.Errorf("stop the worker: %w", err)
	}
	return nil
}

type worker struct {
	river.WorkerDefaults[job]
	db     *pgxpool.Pool
	set    Settings
	handle func(ctx context.Context, job []byte) ([]byte, error)
	told   context.Context // ends when this worker is told to stop, before River ends what it has in hand
}

// Work is called by River with a job of which this worker has the lease.
func (w *worker) Work(ctx context.Context, j *river.Job[job]) error {
	if j.Args.Version != w.set.Version {
		w.set.Report(fmt.Sprintf("job %d of %s is for version %s and this worker is %s: it leaves it to others", j.Args.Index, j.Args.Batch, j.Args.Version, w.set.Version))
		return river.JobSnooze(w.set.Lost)
	}
	var work []byte
	var done bool
	err := w.db.QueryRow(ctx, `SELECT job, result IS NOT NULL FROM reckon.shard WHERE batch = $1 AND ix = $2`,
		j.Args.Batch, j.Args.Index).Scan(&work, &done)
	switch {
	case errors.Is(err, pgx.ErrNoRows):
		return river.JobCancel(errors.New("the batch was forgotten"))
	case err != nil || done:
		return err
	}
	result, err := w.do(ctx, j, work)
	if err != nil {
		return w.failed(j, err)
	}
	return w.keep(ctx, j, result)
}

// do calls handle and renews the lease meanwhile.
func (w *worker) do(ctx context.Context, j *river.Job[job], work []byte) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	var beats sync.WaitGroup
	defer beats.Wait()
	defer cancel()
	beats.Go(func() { w.renew(ctx, j.ID) })
	return w.handle(ctx, work)
}

// renew tells the database every Beat that the job is in hand, by the database's
// clock. A worker that was taken for lost meanwhile finishes all the same: the result
// is the same, and the first to have it ends the job.
func (w *worker) renew(ctx context.Context, id int64) {
	for ctx.Err() == nil {
		// Without the database this fails, and tries again at the next beat.
		_, _ = w.db.Exec(ctx, `UPDATE reckon.river_job SET attempted_at = now() WHERE id = $1 AND state = 'running'`, id)
		pause(ctx, w.set.Beat)
	}
}

// failed says what becomes of a job whose handle returned an error.
func (w *worker) failed(j *river.Job[job], err error) error {
	var last permanent
	switch {
	case errors.As(err, &last):
		w.set.Report(fmt.Sprintf("job %d of %s failed for good: %v", j.Args.Index, j.Args.Batch, err))
		return river.JobCancel(err)
	case w.told.Err() != nil:
		w.set.Report(fmt.Sprintf("job %d of %s is given back", j.Args.Index, j.Args.Batch))
		return river.JobSnooze(0)
	}
	w.set.Report(fmt.Sprintf("job %d of %s failed, try %d of %d: %v", j.Args.Index, j.Args.Batch, j.Attempt, j.MaxAttempts, err))
	return err
}

// keep stores the result of a job. The first one counts; one that differs is noted,
// and fails the batch.
func (w *worker) keep(ctx context.Context, j *river.Job[job], result []byte) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), closing)
	defer cancel()
	tag, err := w.db.Exec(ctx, `UPDATE reckon.shard SET result = $3, job = NULL WHERE batch = $1 AND ix = $2 AND result IS NULL`,
		j.Args.Batch, j.Args.Index, some(result))
	if err != nil || tag.RowsAffected() == 1 {
		return err
	}
	_, err = w.db.Exec(ctx, `UPDATE reckon.shard SET differs = $4 WHERE batch = $1 AND ix = $2 AND result <> $3`,
		j.Args.Batch, j.Args.Index, some(result), j.AttemptedBy[len(j.AttemptedBy)-1])
	return err
}

// watch gives the jobs of lost workers to others and says which work waits for
// workers of another version, every Beat until ctx ends.
func (w *worker) watch(ctx context.Context) {
	told := map[string]bool{}
	for ctx.Err() == nil {
		if err := w.rescue(ctx); err != nil && ctx.Err() == nil {
			w.set.Report("looking for lost workers: " + err.Error())
		}
		if err := w.others(ctx, told); err != nil && ctx.Err() == nil {
			w.set.Report("looking for waiting work: " + err.Error())
		}
		pause(ctx, w.set.Beat)
	}
}

// rescue ends the leases that were not renewed. River does the same by itself, but
// every 30 s and by how long a job has run.
func (w *worker) rescue(ctx context.Context) error {
	rows, err := w.db.Query(ctx, `
		UPDATE reckon.river_job SET
			state        = (CASE WHEN attempt < max_attempts THEN 'available' ELSE 'discarded' END)::reckon.river_job_state,
			finalized_at = CASE WHEN attempt < max_attempts THEN NULL ELSE now() END,
			scheduled_at = now(),
			errors       = array_append(errors, jsonb_build_object('at', now(), 'attempt', attempt, 'trace', '',
				'error', 'the worker was lost: ' || attempted_by[array_upper(attempted_by, 1)]))
		WHERE state = 'running' AND attempted_at < now() - $1::interval
		RETURNING args ->> 'index', args ->> 'batch', attempted_by[array_upper(attempted_by, 1)]`, w.set.Lost)
	if err != nil {
		return err
	}
	var index, batch, lost string
	_, err = pgx.ForEachRow(rows, []any{&index, &batch, &lost}, func() error {
		w.set.Report(fmt.Sprintf("job %s of %s goes to another worker: %s was not heard of for %s", index, batch, lost, w.set.Lost))
		return nil
	})
	return err
}

// others reports, once each, the versions for which work waits that this worker leaves.
func (w *worker) others(ctx context.Context, told map[string]bool) error {
	rows, err := w.db.Query(ctx, `
		SELECT s.version, min(s.batch), count(*) FROM reckon.shard s JOIN reckon.river_job j ON j.id = s.river
		WHERE s.version <> $1 AND j.state = 'available' GROUP BY 1 ORDER BY 1`, w.set.Version)
	if err != nil {
		return err
	}
	var version, batch string
	var jobs int
	_, err = pgx.ForEachRow(rows, []any{&version, &batch, &jobs}, func() error {
		if !told[version] {
			told[version] = true
			w.set.Report(fmt.Sprintf("waiting jobs of version %s (%d, of %s and perhaps others) are left to others: this worker is version %s, and versions may differ in what they compute. Start a worker of version %[1]s", version, jobs, batch, w.set.Version))
		}
		return nil
	})
	return err
}
