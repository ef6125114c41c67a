package library_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reckon/anchor"
	"reckon/library"
	"reckon/pgtest"
)

func TestMain(m *testing.M) {
	if place := os.Getenv("LIBRARY_TEST_IMPORT"); place != "" {
		os.Exit(importProcess(place, os.Getenv("LIBRARY_TEST_FILES")))
	}
	code := m.Run()
	pgtest.Stop()
	os.Exit(code)
}

// engines give the place of an empty library each.
var engines = []struct {
	name  string
	place func(t *testing.T) string
}{
	{"SQLite", func(t *testing.T) string {
		t.Helper()
		return filepath.Join(t.TempDir(), "library.db")
	}},
	{"PostgreSQL", func(t *testing.T) string {
		t.Helper()
		if testing.Short() {
			t.Skip("starts a PostgreSQL server; left out with -short")
		}
		return pgtest.Database(t)
	}},
}

func open(tb testing.TB, place string) *library.Library {
	tb.Helper()
	l, err := library.Open(tb.Context(), place)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := l.Close(); err != nil {
			tb.Error(err)
		}
	})
	return l
}

// files writes texts to a new folder and makes it the working folder.
func files(t *testing.T, texts map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	write(t, texts)
}

func write(t *testing.T, texts map[string]string) {
	t.Helper()
	for name, text := range texts {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// take imports files and gives what became of each.
func take(tb testing.TB, l *library.Library, files ...string) map[string]library.Item {
	tb.Helper()
	items := map[string]library.Item{}
	if err := l.Import(tb.Context(), files, func(i library.Item) { items[i.Name] = i }); err != nil {
		tb.Fatal(err)
	}
	return items
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// prose makes n words that differ by seed, in paragraphs of 60.
func prose(seed uint32, n int) string {
	var s strings.Builder
	words := strings.Fields("the a council harbour minister of silver sent and refused under north letters to in guards when river they signed no winter before seven carried was old their by gate treaty grain envoy bridge horses asked for peace while city fell silent price bread rose again")
	for k := range n {
		seed = seed*1664525 + 1013904223
		s.WriteString(words[int(seed>>16)%len(words)])
		switch {
		case k%60 == 59:
			s.WriteString(".\n\n")
		case k%11 == 10:
			s.WriteString(", ")
		default:
			s.WriteByte(' ')
		}
	}
	return s.String()
}

func TestImport(t *testing.T) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			place := e.place(t)
			files(t, map[string]string{
				"in/a.txt": "The port opens in May.", "in/deep/b.txt": "The port opens in May.", "in/c.md": "# Harbour\n\nIt froze over.",
				"in/.hidden/d.txt": "not seen", "in/.e.txt": "not seen", "in/empty.txt": "", "in/noise.bin": "\x7fELF and so on",
			})
			l := open(t, place)
			items := take(t, l, "in", "missing.txt")
			want := map[string]library.Outcome{
				"in/a.txt": library.Added, "in/deep/b.txt": library.Known, "in/c.md": library.Added,
				"in/empty.txt": library.Failed, "in/noise.bin": library.Failed, "missing.txt": library.Failed,
			}
			got := map[string]library.Outcome{}
			for name, i := range items {
				got[name] = i.Outcome
				if i.Outcome == library.Failed && (i.Message == "" || i.SHA256 != "") {
					t.Errorf("%s failed with message %q and hash %q", name, i.Message, i.SHA256)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			e, err := l.Entry(t.Context(), "in/a.txt")
			if err != nil {
				t.Fatal(err)
			}
			if e.SHA256 != hashOf("The port opens in May.") || !slices.Equal(e.Names, []string{"in/deep/b.txt", "in/a.txt"}) || e.Size != 22 || e.Words != 5 {
				t.Errorf("%+v", e)
			}
			for _, key := range []string{e.SHA256, e.SHA256[:8], "in/deep/b.txt"} {
				var original bytes.Buffer
				if err := l.Original(t.Context(), key, &original); err != nil || original.String() != "The port opens in May." {
					t.Errorf("original of %s: %q, %v", key, original.String(), err)
				}
			}
			if _, err := l.Entry(t.Context(), "nothing"); !errors.Is(err, library.ErrUnknown) {
				t.Errorf("unknown name: %v", err)
			}
			if again := take(t, l, "in"); again["in/a.txt"].Outcome != library.Known {
				t.Errorf("a second time: %+v", again["in/a.txt"])
			}
			sound(t, l)
		})
	}
}

// sound demands a library without faults.
func sound(tb testing.TB, l *library.Library) {
	tb.Helper()
	faults, err := l.Verify(tb.Context())
	if err != nil || len(faults) > 0 {
		tb.Errorf("verify: %v, %v", faults, err)
	}
}

func TestDocument(t *testing.T) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			place := e.place(t)
			text := "First paragraph — “quoted”.\n\nSecond: نمی\u200cروم."
			files(t, map[string]string{"a.txt": text})
			l := open(t, place)
			take(t, l, "a.txt")
			d, err := l.Document(t.Context(), "a.txt")
			if err != nil {
				t.Fatal(err)
			}
			if d.Text != text || len(d.Blocks) != 2 || d.Name != "a.txt" || d.SHA256 != hashOf(text) {
				t.Errorf("%+v", d)
			}
		})
	}
}

func TestVersions(t *testing.T) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			place := e.place(t)
			first, second := "The council met. Nobody spoke for the harbour.", "A new line. The council met. Nobody speaks for it."
			files(t, map[string]string{"a.txt": first})
			l := open(t, place)
			take(t, l, "a.txt")
			note := func(exact string) anchor.Annotation {
				at := strings.Index(first, exact)
				return anchor.Annotation{ID: "urn:" + exact[:3], Document: "a.txt", Locator: anchor.Locator{Exact: exact, Start: at, End: at + len(exact)}, Text: "why?"}
			}
			orphans, err := l.Annotate(t.Context(), "a.txt", []anchor.Annotation{note("council met"), note("spoke for the harbour"), {Document: "a.txt", Text: "of all of it"}, {ID: "x", Locator: anchor.Locator{Exact: "paper boats on a pond"}}})
			if err != nil || len(orphans) != 1 || orphans[0].Index != 3 {
				t.Fatalf("%+v, %v", orphans, err)
			}
			if err := l.Unannotate(t.Context(), "a.txt", "x"); err != nil {
				t.Fatal(err)
			}
			if err := l.Unannotate(t.Context(), "a.txt", "x"); !errors.Is(err, library.ErrUnknown) {
				t.Errorf("a second time: %v", err)
			}
			write(t, map[string]string{"a.txt": second})
			i := take(t, l, "a.txt")["a.txt"]
			if i.Outcome != library.Added || i.Older != hashOf(first) || i.Carried != 2 || len(i.Orphans) != 1 || i.Orphans[0].Locator.Exact != "spoke for the harbour" {
				t.Errorf("%+v", i)
			}
			notes, err := l.Annotations(t.Context(), "a.txt")
			if err != nil || len(notes) != 2 || notes[0].Locator.Start != strings.Index(second, "council met") || notes[1].Text != "of all of it" {
				t.Errorf("%+v, %v", notes, err)
			}
			old, err := l.Entry(t.Context(), hashOf(first))
			if err != nil || old.Newer != hashOf(second) {
				t.Errorf("%+v, %v", old, err)
			}
			kept, err := l.Annotations(t.Context(), hashOf(first))
			if err != nil || len(kept) != 3 {
				t.Errorf("%d annotations stay with the older version, %v", len(kept), err)
			}
			all, err := l.List(t.Context())
			if err != nil || len(all) != 2 || all[0].SHA256 != hashOf(second) {
				t.Errorf("%+v, %v", all, err)
			}
			sound(t, l)
		})
	}
}

func TestDescribe(t *testing.T) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			place := e.place(t)
			files(t, map[string]string{"a.html": "<html><head><title>On Grain</title></head><body><p>The price of bread rose again in the north, and the council sent no grain.</p></body></html>"})
			l := open(t, place)
			take(t, l, "a.html")
			before, err := l.Entry(t.Context(), "a.html")
			if err != nil || before.Told != (library.Described{}) || before.Found.Author != "" {
				t.Fatalf("%+v, %v", before, err)
			}
			if err := l.Describe(t.Context(), "a.html", library.Described{Author: "A. Writer"}); err != nil {
				t.Fatal(err)
			}
			e, err := l.Entry(t.Context(), "a.html")
			if err != nil || e.Found != before.Found || e.Told.Author != "A. Writer" || e.Described().Author != "A. Writer" || e.Described().Title != before.Found.Title {
				t.Errorf("%+v, %v", e, err)
			}
		})
	}
}

func TestRemove(t *testing.T) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			place := e.place(t)
			text := prose(1, 300)
			files(t, map[string]string{"a.txt": text, "b.txt": "Other headline.\n\n" + text, "c.txt": prose(2, 300)})
			l := open(t, place)
			take(t, l, "a.txt", "b.txt", "c.txt")
			if _, err := l.Annotate(t.Context(), "a.txt", []anchor.Annotation{{Document: "a.txt", Text: "note"}}); err != nil {
				t.Fatal(err)
			}
			if err := l.Remove(t.Context(), "a.txt"); err != nil {
				t.Fatal(err)
			}
			if err := l.Remove(t.Context(), "a.txt"); !errors.Is(err, library.ErrUnknown) {
				t.Errorf("a second time: %v", err)
			}
			sound(t, l)
			origins, err := l.Origins(t.Context())
			if err != nil || len(origins) != 2 {
				t.Errorf("%v, %v", origins, err)
			}
			if i := take(t, l, "a.txt")["a.txt"]; i.Outcome != library.Near || i.Like != hashOf("Other headline.\n\n"+text) {
				t.Errorf("%+v", i)
			}
		})
	}
}

// TestLarge demands that a file of 500 MB is refused before it is read.
func TestLarge(t *testing.T) {
	files(t, map[string]string{"a.txt": "The port opens in May."})
	f, err := os.Create("big.txt")
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(500<<20), f.Close()); err != nil {
		t.Fatal(err)
	}
	items := take(t, open(t, "library.db"), "big.txt", "a.txt")
	if i := items["big.txt"]; i.Outcome != library.Failed || !strings.Contains(i.Message, "500 MB") {
		t.Errorf("%+v", i)
	}
	if items["a.txt"].Outcome != library.Added {
		t.Errorf("%+v", items["a.txt"])
	}
}

func TestCancelled(t *testing.T) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			place := e.place(t)
			texts := map[string]string{}
			for k := range 200 {
				texts[fmt.Sprintf("in/%03d.txt", k)] = prose(uint32(k), 30)
			}
			files(t, texts)
			l := open(t, place)
			ctx, cancel := context.WithCancel(t.Context())
			said := 0
			err := l.Import(ctx, []string{"in"}, func(library.Item) { said++; cancel() })
			if !errors.Is(err, context.Canceled) || said == 0 || said == 200 {
				t.Fatalf("%d reported, then %v", said, err)
			}
			all, err := l.List(t.Context())
			if err != nil || len(all) < said {
				t.Errorf("%d reported, %d there, %v", said, len(all), err)
			}
			sound(t, l)
		})
	}
}
