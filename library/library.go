package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
)

// Library is an open library. It may be used by several goroutines at once.
type Library struct {
	engine        engine
	place         string // without a password
	writes, reads *sql.DB
}

// Open opens a library and makes it when there is none. The place is the path of a
// file, with or without sqlite: before it, or an address postgres://user@host/database
// of a database that is there. Errors: a folder, a file of another program, one made
// by a newer reckon, a database that cannot be reached.
func Open(ctx context.Context, place string) (*Library, error) {
	var l *Library
	var err error
	switch {
	case place == "":
		return nil, errors.New("a library needs a place: the path of a file, or postgres://user@host/database")
	case strings.HasPrefix(place, "postgres://"), strings.HasPrefix(place, "postgresql://"):
		l, err = openPostgres(ctx, place)
	default:
		l, err = openSQLite(ctx, strings.TrimPrefix(place, "sqlite:"))
	}
	if err != nil {
		return nil, err
	}
	for range opening { // another process may make the tables at the same moment
		if err = l.plain(l.migrate(ctx)); err == nil {
			return l, nil
		}
		if _, worded := errors.AsType[*storeError](err); worded {
			break
		}
	}
	if _, worded := errors.AsType[*storeError](err); !worded {
		err = fmt.Errorf("%w; if it says so again, the library is damaged: restore it from a copy", err)
	}
	return nil, errors.Join(err, l.Close())
}

// opening is how often making the tables is tried.
const opening = 3

// Close ends the use of a library.
func (l *Library) Close() error {
	var err error
	if l.reads != nil && l.reads != l.writes {
		err = l.reads.Close()
	}
	if l.writes != nil {
		err = errors.Join(err, l.writes.Close())
	}
	return err
}
