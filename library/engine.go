package library

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
	_ "modernc.org/sqlite" // the driver named sqlite
)

//go:embed schema/*.sql
var schemas embed.FS

// engine is what differs between the two stores. All other statements are the same.
type engine struct {
	name     string
	dialect  goose.Dialect
	leaveOut string // of the schema
	lock     string // taken at the start of each writing transaction
	index    string // puts the words of a document into the index
	search   string // ids of the best documents for a query, best first
	forget   string // takes them out
	key      string // the column that identifies a document there
	integral string // checks the file; "" when the server sees to that
	words    func(words []string) (stored string, partly bool)
	query    func(q query) string
}

var sqlite = engine{
	name: "SQLite", dialect: goose.DialectSQLite3, leaveOut: "00003_search_postgres.sql",
	index:    `INSERT INTO search (rowid, words) VALUES ($1, $2)`,
	search:   `SELECT rowid, -bm25(search) FROM search WHERE search MATCH $1 ORDER BY bm25(search), rowid LIMIT $2`,
	forget:   `DELETE FROM search WHERE rowid = $1`,
	key:      "rowid",
	integral: `PRAGMA quick_check(1)`,
	words:    spaced, query: matchQuery,
}

// namespace holds our tables in a team's database, apart from others.
const namespace = "reckon_library"

var postgres = engine{
	name: "PostgreSQL", dialect: goose.DialectPostgres, leaveOut: "00002_search_sqlite.sql",
	lock:  `SELECT pg_advisory_xact_lock(7882829467489)`,
	index: `INSERT INTO search (id, words) VALUES ($1, $2::tsvector)`,
	search: `SELECT id, ts_rank(words, q, 1) AS rank FROM search, CAST($1 AS tsquery) AS q
		WHERE words @@ q ORDER BY rank DESC, id LIMIT $2`,
	forget: `DELETE FROM search WHERE id = $1`,
	key:    "id",
	words:  vector, query: vectorQuery,
}

// openSQLite opens or makes the file. Writes go through one connection, reads
// through a few of their own.
func openSQLite(ctx context.Context, path string) (*Library, error) {
	if err := usable(path); err != nil {
		return nil, err
	}
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	address := "file:" + (&url.URL{Path: filepath.ToSlash(absolute)}).EscapedPath() + "?"
	settings := url.Values{"_txlock": {"immediate"}, "_pragma": {
		"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)", "cache_size(-65536)",
	}}
	l := &Library{engine: sqlite, place: path}
	if l.writes, err = sql.Open("sqlite", address+settings.Encode()); err != nil {
		return nil, err
	}
	l.writes.SetMaxOpenConns(1)
	if err := l.claim(ctx); err != nil {
		return nil, errors.Join(l.plain(err), l.Close())
	}
	settings.Set("_txlock", "deferred")
	settings["_pragma"] = []string{"busy_timeout(10000)", "query_only(1)", "cache_size(-16384)"}
	if l.reads, err = sql.Open("sqlite", address+settings.Encode()); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	l.reads.SetMaxOpenConns(max(2, runtime.NumCPU()))
	return l, nil
}

// usable says early and plainly why a file cannot be a library.
func usable(path string) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("%s is a folder; name a file in it, such as %s", path, filepath.Join(path, "library.db"))
	case err == nil || !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if _, err := os.Stat(filepath.Dir(path)); err != nil {
		return fmt.Errorf("the folder of %s is not there; make it first", path)
	}
	return nil
}

// reckonFile marks a SQLite file as ours: "reck".
const reckonFile = 0x7265636b

// claim makes sure that a file is ours, or new and then made ours.
func (l *Library) claim(ctx context.Context) error {
	var application, tables int
	if err := l.writes.QueryRowContext(ctx, `PRAGMA application_id`).Scan(&application); err != nil {
		return err
	}
	if application == reckonFile {
		return nil
	}
	if err := l.writes.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_master`).Scan(&tables); err != nil {
		return err
	}
	if application != 0 || tables > 0 {
		return errForeign
	}
	_, err := l.writes.ExecContext(ctx, `PRAGMA application_id = `+strconv.Itoa(reckonFile))
	return err
}

var errForeign = errors.New("it is a database of another program")

// openPostgres opens a team's database. Our tables stand in a schema of their own.
func openPostgres(ctx context.Context, address string) (*Library, error) {
	config, err := pgx.ParseConfig(address)
	if err != nil {
		return nil, errors.New("the address of the PostgreSQL library is not understood; it looks like postgres://user@host/database") // err may hold the password
	}
	config.RuntimeParams["search_path"] = namespace
	config.RuntimeParams["application_name"] = "reckon"
	l := &Library{engine: postgres, place: "postgres://" + config.Host + "/" + config.Database}
	l.writes = stdlib.OpenDB(*config)
	l.writes.SetMaxOpenConns(max(4, runtime.NumCPU()))
	l.reads = l.writes
	var there bool
	if err := l.reads.QueryRowContext(ctx, `SELECT to_regnamespace($1) IS NOT NULL`, namespace).Scan(&there); err != nil {
		return nil, errors.Join(l.plain(err), l.Close())
	}
	if !there {
		if _, err := l.writes.ExecContext(ctx, `CREATE SCHEMA IF NOT EXISTS `+namespace); err != nil && !taken(err) {
			return nil, errors.Join(l.plain(err), l.Close())
		}
	}
	return l, nil
}

// migrate brings the tables to this version, and refuses those of a newer one.
func (l *Library) migrate(ctx context.Context) error {
	files, err := fs.Sub(schemas, "schema")
	if err != nil {
		return err
	}
	options := []goose.ProviderOption{goose.WithExcludeNames([]string{l.engine.leaveOut}), goose.WithDisableGlobalRegistry(true)}
	if l.engine.dialect == goose.DialectPostgres {
		alone, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 120), lock.WithUnlockTimeout(1, 60))
		if err != nil {
			return err
		}
		options = append(options, goose.WithSessionLocker(alone))
	}
	provider, err := goose.NewProvider(l.engine.dialect, l.writes, files, options...)
	if err != nil {
		return err
	}
	have, err := provider.GetDBVersion(ctx)
	if err != nil {
		return err
	}
	sources := provider.ListSources()
	if newest := sources[len(sources)-1].Version; have > newest {
		return fmt.Errorf("%w: its tables are of version %d, and this program knows %d", errNewer, have, newest)
	}
	if pending, err := provider.HasPending(ctx); err != nil || !pending {
		return err
	}
	_, err = provider.Up(ctx)
	return err
}

var errNewer = errors.New("it was made by a newer reckon")

// begin starts a writing transaction; on PostgreSQL, too, there is one at a time.
func (l *Library) begin(ctx context.Context) (*sql.Tx, error) {
	tx, err := l.writes.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	if l.engine.lock != "" {
		if _, err := tx.ExecContext(ctx, l.engine.lock); err != nil {
			return nil, errors.Join(err, tx.Rollback())
		}
	}
	return tx, nil
}

// change does something in one writing transaction.
func (l *Library) change(ctx context.Context, do func(tx *sql.Tx) error) error {
	tx, err := l.begin(ctx)
	if err != nil {
		return l.plain(err)
	}
	if err := do(tx); err != nil {
		_ = tx.Rollback() // err says why
		return l.plain(err)
	}
	return l.plain(tx.Commit())
}

// spaced is how SQLite is given words.
func spaced(words []string) (string, bool) { return strings.Join(words, " "), false }
