package fleet

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

const (
	polling  = 200 * time.Millisecond // from one look at a batch to the next
	fetching = 10 * time.Minute       // at most, for the results of a batch
)

// Collect waits until every job of a batch is done and hands over the results, one
// after another in the order of their indexes. Progress, if set, is called whenever
// more are done. When ctx ends, or a job is given up (the error says why), the results
// so far are handed over before the error is returned; Enqueue and Collect again go on
// from there. An error of each ends it.
func Collect(ctx context.Context, s Settings, batch string, progress func(done, total int), each func(index int, result []byte) error) error {
	s = s.withDefaults()
	db, err := open(ctx, s)
	if err != nil {
		return err
	}
	defer db.Close()
	waiting := wait(ctx, db, s, batch, progress)
	handing, cancel := context.WithTimeout(context.WithoutCancel(ctx), fetching)
	defer cancel()
	if err := hand(handing, db, batch, each); waiting == nil {
		return err
	}
	return waiting
}

// standing is how far a batch is.
type standing struct {
	total, done, running int
	failed               string // what the first job that was given up said
}

func wait(ctx context.Context, db *pgxpool.Pool, s Settings, batch string, progress func(done, total int)) error {
	last, told, quiet := -1, false, time.Duration(0)
	for {
		now, err := look(ctx, db, batch)
		switch {
		case ctx.Err() != nil:
			return context.Cause(ctx)
		case err != nil:
			return fmt.Errorf("collect %s: %w", batch, err)
		case now.total == 0:
			return fmt.Errorf("collect %s: there is no such batch in the database", batch)
		}
		if now.done != last && progress != nil {
			progress(now.done, now.total)
		}
		if now.failed != "" {
			return fmt.Errorf("collect %s: %s", batch, now.failed)
		}
		if now.done == now.total {
			return nil
		}
		if now.done != last || now.running > 0 {
			quiet, told = 0, false
		}
		if quiet > s.Lost && !told {
			told = true
			s.Report(fmt.Sprintf("nobody is working on %s: start a worker of version %s on this database", batch, s.Version))
		}
		last = now.done
		pause(ctx, polling)
		quiet += polling
	}
}

func look(ctx context.Context, db *pgxpool.Pool, batch string) (standing, error) {
	var now standing
	err := db.QueryRow(ctx, `
		SELECT count(*), count(s.result), count(*) FILTER (WHERE s.result IS NULL AND j.state = 'running')
		FROM reckon.shard s LEFT JOIN reckon.river_job j ON j.id = s.river
		WHERE s.batch = $1`, batch).Scan(&now.total, &now.done, &now.running)
	if err != nil {
		return now, err
	}
	now.failed, err = trouble(ctx, db, batch)
	return now, err
}

// trouble says why the batch cannot be finished, or nothing.
func trouble(ctx context.Context, db *pgxpool.Pool, batch string) (string, error) {
	var ix, tries int
	var differs, state, said string
	err := db.QueryRow(ctx, `
		SELECT s.ix, coalesce(s.differs, ''), coalesce(j.state::text, ''), coalesce(j.attempt, 0),
			coalesce(j.errors[array_upper(j.errors, 1)] ->> 'error', 'it was cancelled')
		FROM reckon.shard s LEFT JOIN reckon.river_job j ON j.id = s.river
		WHERE s.batch = $1 AND (s.differs IS NOT NULL OR
			s.result IS NULL AND coalesce(j.state IN ('cancelled', 'discarded', 'completed'), true))
		ORDER BY s.differs IS NULL, s.ix LIMIT 1`, batch).Scan(&ix, &differs, &state, &tries, &said)
	said = strings.TrimPrefix(said, "JobCancelError: ") // River's word for what handle called permanent
	switch {
	case errors.Is(err, pgx.ErrNoRows):
		return "", nil
	case err != nil:
		return "", err
	case differs != "":
		return fmt.Sprintf("job %d came out differently on %s: not all machines compute alike. Forget the batch and find out which one is wrong", ix, differs), nil
	case state == "":
		return fmt.Sprintf("job %d is no longer in the queue. Run again to put it there", ix), nil
	case tries == 1:
		return fmt.Sprintf("job %d was given up: %s", ix, said), nil
	}
	return fmt.Sprintf("job %d was given up after %d tries: %s", ix, tries, said), nil
}

// hand passes on the results that are there.
func hand(ctx context.Context, db *pgxpool.Pool, batch string, each func(index int, result []byte) error) error {
	rows, err := db.Query(ctx, `SELECT ix, result FROM reckon.shard WHERE batch = $1 AND result IS NOT NULL ORDER BY ix`, batch)
	if err != nil {
		return fmt.Errorf("collect %s: %w", batch, err)
	}
	defer rows.Close()
	for rows.Next() {
		var index int
		var result []byte // new for every row, so that it may be kept
		if err := rows.Scan(&index, &result); err != nil {
			return fmt.Errorf("collect %s: %w", batch, err)
		}
		if err := each(index, result); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("collect %s: %w", batch, err)
	}
	return nil
}
