package library_test

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"reckon/library"
)

// says demands an error that holds all of the words.
func says(t *testing.T, err error, words ...string) {
	t.Helper()
	for _, w := range words {
		if err == nil || !strings.Contains(err.Error(), w) {
			t.Errorf("error %v does not say %q", err, w)
		}
	}
}

func do(t *testing.T, l *library.Library, statement string, args ...any) {
	t.Helper()
	if err := l.Exec(t.Context(), statement, args...); err != nil {
		t.Fatal(err)
	}
}

// fill imports n texts of 300 words.
func fill(t *testing.T, l *library.Library, n int) {
	t.Helper()
	texts := map[string]string{}
	for k := range n {
		texts[fmt.Sprintf("in/%03d.txt", k)] = prose(uint32(k), 300)
	}
	files(t, texts)
	take(t, l, "in")
}

func TestOpen(t *testing.T) {
	folder := t.TempDir()
	text, other, started := filepath.Join(folder, "a.txt"), filepath.Join(folder, "other.db"), filepath.Join(folder, "started")
	write(t, map[string]string{text: strings.Repeat("no library at all ", 100), started: ""})
	db, err := sql.Open("sqlite", other)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(t.Context(), "CREATE TABLE theirs (x)"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	for place, words := range map[string]string{
		"":                                  "needs a place",
		folder:                              "is a folder",
		filepath.Join(folder, "none", "l"):  "make it first",
		text:                                "it is no library",
		other:                               "another program",
		"postgres://u:secret@127.0.0.1:1/x": "does not answer",
		"postgres://u:secret@[::1/x":        "not understood",
	} {
		l, err := library.Open(t.Context(), place)
		if err == nil {
			_ = l.Close()
		}
		says(t, err, words)
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("the error shows the password: %v", err)
		}
	}
	for _, place := range []string{started, "sqlite:" + filepath.Join(folder, "what? #100% new.db")} {
		open(t, place)
	}
	if _, err := os.Stat(filepath.Join(folder, "what? #100% new.db")); err != nil {
		t.Error(err)
	}
}

func TestNewer(t *testing.T) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			place := e.place(t)
			l := open(t, place)
			do(t, l, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, true)`)
			_, err := library.Open(t.Context(), place)
			says(t, err, "newer reckon", "99999")
		})
	}
}

func TestLocked(t *testing.T) {
	place := filepath.Join(t.TempDir(), "library.db")
	l, other := open(t, place), open(t, place)
	do(t, l, `PRAGMA busy_timeout = 50`)
	do(t, other, `BEGIN IMMEDIATE`)
	says(t, l.Describe(t.Context(), "a.txt", library.Described{}), "another program is writing", "try again")
	do(t, other, `ROLLBACK`)
	fill(t, l, 1)
	if _, err := other.Entry(t.Context(), "in/000.txt"); err != nil {
		t.Error(err)
	}
}

// TestFull fills the disk: what was acknowledged stays, and the import goes on when
// there is room.
func TestFull(t *testing.T) {
	place := filepath.Join(t.TempDir(), "library.db")
	l := open(t, place)
	do(t, l, `PRAGMA max_page_count = 300`)
	texts := map[string]string{}
	for k := range 400 {
		texts[fmt.Sprintf("in/%03d.txt", k)] = prose(uint32(k), 300)
	}
	files(t, texts)
	var safe []string
	err := l.Import(t.Context(), []string{"in"}, func(i library.Item) { safe = append(safe, i.SHA256) })
	says(t, err, "disk is full", "make room")
	if len(safe) == 0 || len(safe) == 400 {
		t.Fatalf("%d documents fitted", len(safe))
	}
	all, err := l.List(t.Context())
	if err != nil || len(all) != len(safe) {
		t.Errorf("%d acknowledged, %d there, %v", len(safe), len(all), err)
	}
	sound(t, l)
	do(t, l, `PRAGMA max_page_count = 100000`)
	if items := take(t, l, "in"); len(items) != 400 || items["in/399.txt"].Outcome != library.Added {
		t.Errorf("%d files, %+v", len(items), items["in/399.txt"])
	}
	sound(t, l)
}

func TestVerify(t *testing.T) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			l := open(t, e.place(t))
			fill(t, l, 5)
			sha := func(n int) string { return hashOf(prose(uint32(n), 300)) }
			key := map[string]string{"SQLite": "rowid", "PostgreSQL": "id"}[e.name]
			do(t, l, `UPDATE original SET bytes = $1 WHERE sha256 = $2`, []byte("forged"), sha(0))
			do(t, l, `UPDATE document SET text = $1 WHERE sha256 = $2`, []byte("forged"), sha(1))
			do(t, l, `UPDATE document SET blocks = $1 WHERE sha256 = $2`, []byte(`[{"Start": 5, "End": 100000}]`), sha(2))
			do(t, l, `DELETE FROM search WHERE `+key+` = 4`)
			do(t, l, `DELETE FROM name WHERE name = 'in/004.txt'`)
			faults, err := l.Verify(t.Context())
			if err != nil || len(faults) != 5 {
				t.Fatalf("%+v, %v", faults, err)
			}
			for _, want := range []library.Fault{{sha(0), "original bytes"}, {sha(1), "the text"}, {sha(2), "blocks"}, {"", "index"}, {"", "no name"}} {
				met := false
				for _, f := range faults {
					met = met || f.SHA256 == want.SHA256 && strings.Contains(f.Message, want.Message)
				}
				if !met {
					t.Errorf("no fault like %+v in %+v", want, faults)
				}
			}
		})
	}
}

// TestDamaged overwrites pages of a file: whatever is asked for then, the answer is
// right or a plain message.
func TestDamaged(t *testing.T) {
	place := filepath.Join(t.TempDir(), "library.db")
	l, err := library.Open(t.Context(), place)
	if err != nil {
		t.Fatal(err)
	}
	fill(t, l, 60)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(place)
	if err != nil {
		t.Fatal(err)
	}
	for page := range len(whole) / 4096 {
		if page > 8 && page%8 != 0 || page%3 != 0 && testing.Short() { // the first are those of the schema
			continue
		}
		broken := append([]byte(nil), whole...)
		for k := range 4096 {
			broken[page*4096+k] ^= byte(k*31 + 7)
		}
		if err := os.WriteFile(place, broken, 0o666); err != nil {
			t.Fatal(err)
		}
		if err := examine(t, place); err == nil {
			t.Errorf("page %d was overwritten, and nobody noticed", page)
		} else if !strings.Contains(err.Error(), "damaged") && !strings.Contains(err.Error(), "import") && !strings.Contains(err.Error(), "another program") {
			t.Errorf("page %d: %v", page, err)
		}
	}
}

// examine opens and verifies a library and gives the first thing that is wrong.
func examine(t *testing.T, place string) error {
	t.Helper()
	l, err := library.Open(t.Context(), place)
	if err != nil {
		return err
	}
	defer func() { _ = l.Close() }()
	faults, err := l.Verify(t.Context())
	if err == nil && len(faults) > 0 {
		return fmt.Errorf("%s", faults[0].Message)
	}
	return err
}

// TestTogether opens a new library from several sides at once and imports the same
// files from each.
func TestTogether(t *testing.T) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			texts := map[string]string{}
			for k := range 150 {
				texts[fmt.Sprintf("in/%03d.txt", k)] = prose(uint32(k), 60)
			}
			files(t, texts)
			place := e.place(t)
			var all sync.WaitGroup
			for range 4 {
				all.Go(func() {
					l, err := library.Open(t.Context(), place)
					if err != nil {
						t.Error(err)
						return
					}
					n := 0
					err = l.Import(t.Context(), []string{"in"}, func(i library.Item) {
						if n++; i.Outcome != library.Added && i.Outcome != library.Known {
							t.Errorf("%+v", i)
						}
					})
					if err := errors.Join(err, l.Close()); err != nil || n != 150 {
						t.Errorf("%d files, %v", n, err)
					}
				})
			}
			all.Wait()
			l := open(t, place)
			sound(t, l)
			if list, err := l.List(t.Context()); err != nil || len(list) != 150 {
				t.Errorf("%d documents, %v", len(list), err)
			}
		})
	}
}
