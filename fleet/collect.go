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

// polling is the time from one look at a batch to the next.
const polling = 200 * time.Millisecond

// Collect waits until every job of a batch is done and returns the results by index.
// Progress, if set, is called whenever more are done. When ctx ends, or a job is given
// up (its error says why), the results so far are returned with the error, nil where
// there is none yet; Enqueue and Collect again go on from there.
func Collect(ctx context.Context, s Settings, batch string, progress func(done, total int)) ([][]byte, error) {
	s = s.withDefaults()
	db, err := open(ctx, s)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	waiting := wait(ctx, db, s, batch, progress)
	fetching, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Minute)
	defer cancel()
	results, err := fetch(fetching, db, batch)
	if waiting != nil {
		return results, waiting
	}
	return results, err
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

func fetch(ctx context.Context, db *pgxpool.Pool, batch string) ([][]byte, error) {
	rows, err := db.Query(ctx, `SELECT result FROM reckon.shard WHERE batch = $1 ORDER BY ix`, batch)
	if err != nil {
		return nil, fmt.Errorf("collect %s: %w", batch, err)
	}
	results, err := pgx.CollectRows(rows, pgx.RowTo[[]byte])
	if err != nil {
		return nil, fmt.Errorf("collect %s: %w", batch, err)
	}
	return results, nil
}
