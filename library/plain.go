package library

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	sqlitedriver "modernc.org/sqlite"
)

// sqliteSays tells what a result code of SQLite means for the user, and what he can do.
// https://www.sqlite.org/rescode.html lists the codes.
var sqliteSays = map[int]string{
	5:  "another program is writing to it; wait until that has finished and try again",
	6:  "another program is writing to it; wait until that has finished and try again",
	8:  "it cannot be written to: check the rights of the file and of its folder",
	10: "the disk fails to read or write it; check the disk, and restore the file from a copy if this goes on",
	11: "it is damaged; restore it from a copy, or import the documents into a new library",
	13: "the disk is full; make room and try again. What has been reported as imported is safe",
	14: "it cannot be opened: check the rights of the file and of its folder",
	23: "it may not be opened",
	26: "it is no library: the file is of another kind, or damaged at its start",
}

// postgresSays does the same for the error codes of PostgreSQL, by their beginnings.
// https://www.postgresql.org/docs/current/errcodes-appendix.html lists them.
var postgresSays = []struct{ code, says string }{
	{"53100", "the server's disk is full; make room and try again. What has been reported as imported is safe"},
	{"53200", "the server is out of memory"},
	{"53300", "the server has too many connections; try again later"},
	{"28", "the server refuses this user or password"},
	{"3D000", "there is no such database; make it first with createdb"},
	{"42501", "this user has no right to do that; ask for the right to create a schema in this database"},
	{"57P", "the server is shutting down or starting; try again in a minute"},
	{"XX00", "the database is damaged; restore it from a copy"},
	{"40", "another program was writing at the same time; try again"},
	{"55P03", "another program is writing to it; try again"},
}

// plain words an error of the store: what is wrong and what can be done. Errors that
// are already worded, and the end of a context, pass.
func (l *Library) plain(err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	var worded *storeError
	if errors.As(err, &worded) || errors.Is(err, ErrUnknown) {
		return err
	}
	says := ""
	var local *sqlitedriver.Error
	var remote *pgconn.PgError
	var connecting *pgconn.ConnectError
	switch {
	case errors.Is(err, errForeign):
		says = "it is a database of another program; name another file"
	case errors.Is(err, errNewer):
		says = err.Error() + "; use that version, or a library of this one"
	case errors.As(err, &local):
		says = sqliteSays[local.Code()&0xff]
	case errors.As(err, &remote):
		for _, p := range postgresSays {
			if strings.HasPrefix(remote.Code, p.code) {
				says = p.says
				break
			}
		}
	case errors.As(err, &connecting):
		says = "the server does not answer; check that it runs and that the address is right"
	}
	if says == "" {
		return fmt.Errorf("library %s: %w", l.place, err)
	}
	return &storeError{"library " + l.place + ": " + says, err}
}

// storeError is an error of the store in plain words.
type storeError struct {
	says  string
	cause error
}

func (e *storeError) Error() string { return e.says }
func (e *storeError) Unwrap() error { return e.cause }

// taken reports whether something exists already because another process just made it.
func taken(err error) bool {
	var remote *pgconn.PgError
	return errors.As(err, &remote) && (remote.Code == "23505" || remote.Code == "42P06")
}
