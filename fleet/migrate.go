package fleet

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"
)

// schema holds River's tables and ours, apart from what else the team's database has.
const schema = "reckon"

// lock is the advisory lock under which tables are made.
const lock = 0x7265636b6f6e // "reckon"

// shards is our table: what each job is and what came out. The bytes of a job are
// dropped when its result is there; their sum stays, to know the job again.
const shards = `
CREATE TABLE IF NOT EXISTS reckon.shard (
	batch   text   NOT NULL,
	ix      bigint NOT NULL,
	version text   NOT NULL,
	sum     bytea  NOT NULL,
	job     bytea,
	river   bigint NOT NULL,
	result  bytea,
	differs text,
	PRIMARY KEY (batch, ix)
)`

// migrate makes or extends the tables where that is needed. Several starters may do
// so at once, and one without the right to make tables finds them made.
func migrate(ctx context.Context, db *pgxpool.Pool, s Settings) error {
	migrator, err := rivermigrate.New(riverpgxv5.New(db), &rivermigrate.Config{Schema: schema, Logger: logger(s)})
	if err != nil {
		return err
	}
	if ready, err := migrated(ctx, db, migrator); ready || err != nil {
		return err
	}
	conn, err := db.Acquire(ctx)
	if err != nil {
		return err
	}
	defer conn.Release()
	// Asked for again and again rather than waited for: a statement that waits holds a
	// snapshot, and an index made without locking would wait for that in turn.
	for locked := false; !locked; {
		if err := conn.QueryRow(ctx, `SELECT pg_try_advisory_lock($1)`, lock).Scan(&locked); err != nil {
			return err
		}
		if !locked {
			pause(ctx, 50*time.Millisecond)
		}
	}
	defer func() { _, _ = conn.Exec(context.WithoutCancel(ctx), `SELECT pg_advisory_unlock($1)`, lock) }()
	if ready, err := migrated(ctx, db, migrator); ready || err != nil {
		return err
	}
	if _, err := conn.Exec(ctx, `CREATE SCHEMA IF NOT EXISTS reckon`); err != nil {
		return err
	}
	if _, err := migrator.Migrate(ctx, rivermigrate.DirectionUp, nil); err != nil {
		return err
	}
	_, err = conn.Exec(ctx, shards)
	return err
}

// migrated reports whether every table is there. Ours comes last.
func migrated[T any](ctx context.Context, db *pgxpool.Pool, migrator *rivermigrate.Migrator[T]) (bool, error) {
	var ours bool
	if err := db.QueryRow(ctx, `SELECT to_regclass('reckon.shard') IS NOT NULL`).Scan(&ours); err != nil || !ours {
		return false, err
	}
	state, err := migrator.Validate(ctx, nil)
	if err != nil {
		return false, err
	}
	return state.OK, nil
}

// pause waits, or returns at once when ctx has ended.
func pause(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}
