package fleet

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivertype"
)

// Settings say which database is shared and how. URL and Version must be set.
type Settings struct {
	URL     string // postgres://…, or any form that libpq reads
	Version string // of the program; only workers of the same version take a job

	Slots int           // jobs at once in this process; default 1, since a job may use every core
	Tries int           // before a job that fails is given up; default 4. A lost worker counts as one
	Beat  time.Duration // how often a worker says that it is alive; default 5 s
	Lost  time.Duration // silence after which its jobs go to others; default 30 s

	// Report, if set, is told what a person at the screen should know: a lost worker, a
	// job that failed and is tried again, work that nobody takes. It may be called from
	// several goroutines at once.
	Report func(text string)
}

func (s Settings) withDefaults() Settings {
	s.Slots = max(1, s.Slots)
	s.Tries = cmp.Or(s.Tries, 4)
	s.Beat = cmp.Or(s.Beat, 5*time.Second)
	s.Lost = cmp.Or(s.Lost, 30*time.Second)
	if s.Report == nil {
		s.Report = func(string) {}
	}
	return s
}

// job is what River keeps of a piece of work; the bytes stand in a table of ours.
type job struct {
	Batch   string `json:"batch"`
	Index   int    `json:"index"`
	Version string `json:"version"`
}

// Kind is River's name for this kind of job.
func (job) Kind() string { return "shard" }

// queue is where jobs of one version wait; workers of other versions do not look there.
func queue(version string) string {
	sum := sha256.Sum256([]byte(version))
	return "v" + hex.EncodeToString(sum[:8])
}

// Enqueue puts jobs into the queue under the name of a batch, job k as index k. It may
// be called again, by anyone and at the same time: jobs that are done, waiting or under
// way are left alone, those that were given up or got lost are put in anew. A batch
// that holds other jobs, or jobs of another version, is refused.
func Enqueue(ctx context.Context, s Settings, batch string, jobs [][]byte) error {
	db, err := open(ctx, s)
	if err != nil {
		return err
	}
	defer db.Close()
	err = pgx.BeginFunc(ctx, db, func(tx pgx.Tx) error {
		// Two who enqueue the same batch at once would both see jobs missing.
		if _, err := tx.Exec(ctx, `SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, batch); err != nil {
			return err
		}
		missing, err := absent(ctx, tx, s, batch, jobs)
		if err != nil {
			return err
		}
		return put(ctx, tx, s.withDefaults(), batch, jobs, missing)
	})
	if err != nil {
		return fmt.Errorf("enqueue %s: %w", batch, err)
	}
	return nil
}

// absent returns the indexes of the jobs that somebody still has to be asked to do.
func absent(ctx context.Context, tx pgx.Tx, s Settings, batch string, jobs [][]byte) ([]int, error) {
	wanted := make([]bool, len(jobs))
	for k := range wanted {
		wanted[k] = true
	}
	rows, err := tx.Query(ctx, `
		SELECT s.ix, s.sum, s.version, s.result IS NOT NULL OR coalesce(j.state NOT IN ('cancelled', 'discarded', 'completed'), false)
		FROM reckon.shard s LEFT JOIN reckon.river_job j ON j.id = s.river
		WHERE s.batch = $1`, batch)
	if err != nil {
		return nil, err
	}
	var ix, seen int
	var sum []byte
	var version string
	var cared bool
	_, err = pgx.ForEachRow(rows, []any{&ix, &sum, &version, &cared}, func() error {
		seen++
		if version != s.Version {
			return fmt.Errorf("the batch was begun by version %s and this is %s. Finish it with that version, or forget it", version, s.Version)
		}
		if ix >= len(jobs) || !bytes.Equal(sum, sumOf(jobs[ix])) {
			return errOther
		}
		wanted[ix] = !cared
		return nil
	})
	if err != nil {
		return nil, err
	}
	if seen != 0 && seen != len(jobs) {
		return nil, errOther
	}
	var missing []int
	for k, is := range wanted {
		if is {
			missing = append(missing, k)
		}
	}
	return missing, nil
}

var errOther = errors.New("the database holds other work under this name. Take another name, or forget that batch")

func sumOf(work []byte) []byte {
	sum := sha256.Sum256(work)
	return sum[:]
}

// put gives jobs to River and keeps their bytes.
func put(ctx context.Context, tx pgx.Tx, s Settings, batch string, jobs [][]byte, missing []int) error {
	if len(missing) == 0 {
		return nil
	}
	client, err := river.NewClient(riverpgxv5.New(nil), &river.Config{Schema: schema, Logger: logger(s)})
	if err != nil {
		return err
	}
	params := make([]river.InsertManyParams, len(missing))
	for i, k := range missing {
		params[i] = river.InsertManyParams{
			Args:       job{batch, k, s.Version},
			InsertOpts: &river.InsertOpts{Queue: queue(s.Version), MaxAttempts: s.Tries},
		}
	}
	var inserted []*rivertype.JobInsertResult
	if inserted, err = client.InsertManyTx(ctx, tx, params); err != nil {
		return err
	}
	var all pgx.Batch
	for i, k := range missing {
		all.Queue(`
			INSERT INTO reckon.shard (batch, ix, version, sum, job, river) VALUES ($1, $2, $3, $4, $5, $6)
			ON CONFLICT (batch, ix) DO UPDATE SET river = excluded.river`,
			batch, k, s.Version, sumOf(jobs[k]), some(jobs[k]), inserted[i].Job.ID)
	}
	return tx.SendBatch(ctx, &all).Close()
}

// some is b, never nil: no bytes are not NULL.
func some(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

// Forget removes a batch with its results. A job under way is finished in vain.
func Forget(ctx context.Context, s Settings, batch string) error {
	db, err := open(ctx, s)
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.Exec(ctx, `
		WITH gone AS (DELETE FROM reckon.shard WHERE batch = $1 RETURNING river)
		DELETE FROM reckon.river_job j USING gone WHERE j.id = gone.river AND j.state <> 'running'`, batch)
	if err != nil {
		return fmt.Errorf("forget %s: %w", batch, err)
	}
	return nil
}

// open connects and sees to it that the tables are there.
func open(ctx context.Context, s Settings) (*pgxpool.Pool, error) {
	config, err := pgxpool.ParseConfig(s.URL)
	if err != nil {
		return nil, fmt.Errorf("the address of the database: %w", err) // pgx hides the password
	}
	config.MaxConns = max(config.MaxConns, int32(s.Slots)+4)
	db, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("the database: %w", err)
	}
	if err := migrate(ctx, db, s); err != nil {
		db.Close()
		return nil, fmt.Errorf("the database: %w", err)
	}
	return db, nil
}

// logger passes on what River holds to be an error, such as a lost connection.
func logger(s Settings) *slog.Logger {
	return slog.New(slog.NewTextHandler(reporter(s.withDefaults().Report), &slog.HandlerOptions{Level: slog.LevelError}))
}

type reporter func(text string)

func (r reporter) Write(line []byte) (int, error) {
	r(strings.TrimSpace(string(line)))
	return len(line), nil
}
