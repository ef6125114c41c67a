package workbench

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestGatherReadsKnownNamesOnly shows what belongs to a case and what does not.
func TestGatherReadsKnownNamesOnly(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{
		"case.hcl", "actors.hcl", "readings/b.hcl", "readings/a.hcl", "sources.bib", "record.csv", "observations.csv",
		"README.md", "case.hcl~", ".case.hcl", ".#case.hcl", "readings/notes.txt", "documents/huge.txt",
		"documents/inside.hcl", "ledger.jsonl", "readings/deeper/c.hcl", "brief.html",
	} {
		put(t, filepath.Join(dir, filepath.FromSlash(name)), name)
	}
	texts, folder, err := gather(dir)
	if err != nil || !folder {
		t.Fatal(err, folder)
	}
	got := strings.Join(slices.SortedFunc(maps.Keys(texts), inOrder), " ")
	want := "case.hcl actors.hcl readings/a.hcl readings/b.hcl sources.bib record.csv observations.csv"
	if got != want {
		t.Errorf("read %s\nwant %s", got, want)
	}
}

func TestGatherLimits(t *testing.T) {
	for _, c := range []struct {
		name string
		fill func(dir string)
		want string
	}{
		{"too many files", func(dir string) {
			for i := range maxFiles + 1 {
				put(t, filepath.Join(dir, "f"+strings.Repeat("x", i%50)+string(rune('a'+i%26))+strings.Repeat("y", i/50)+".hcl"), "")
			}
		}, "at most 1000 are read"},
		{"too large together", func(dir string) {
			for _, name := range []string{"case", "b", "c", "d", "e", "f"} {
				put(t, filepath.Join(dir, name+".hcl"), strings.Repeat("#\n", (maxTextBytes-2)/2))
			}
		}, "more than 3 MB together"},
		{"readings is a file", func(dir string) {
			put(t, filepath.Join(dir, "case.hcl"), "")
			put(t, filepath.Join(dir, "readings"), "")
		}, "readings is not a folder"},
		{"no case text", func(dir string) { put(t, filepath.Join(dir, "record.csv"), "") }, "holds no case"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			c.fill(dir)
			if _, _, err := gather(dir); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q in it", err, c.want)
			}
		})
	}
}

// TestGatherUnreadable needs a user whom permissions bind; root reads everything.
func TestGatherUnreadable(t *testing.T) {
	dir := t.TempDir()
	name := put(t, filepath.Join(dir, "case.hcl"), "")
	if err := os.Chmod(name, 0); err != nil {
		t.Fatal(err)
	}
	_, _, err := gather(dir)
	if os.Geteuid() == 0 {
		if err != nil {
			t.Errorf("root could not read: %v", err)
		}
		return
	}
	if err == nil || !strings.Contains(err.Error(), "no permission") {
		t.Errorf("error %v", err)
	}
}

// TestInitLeavesNothingHalfMade begins a case where there can be none.
func TestInitLeavesNothingHalfMade(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "file"), "mine")
	for _, at := range []string{"file", "file/below"} {
		if _, err := Init(filepath.Join(dir, at), "leader"); err == nil {
			t.Errorf("%s: no error", at)
		}
	}
	if got := namesIn(t, dir); got != "file" {
		t.Errorf("left behind: %s", got)
	}
}

func TestNearest(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"records.csv", "record.csv"},
		{"Record.csv", "record.csv"},
		{"record.csv", ""},
		{"observation.csv", "observations.csv"},
		{"notes.csv", ""},
	} {
		if got := nearest(c.name, tables); got != c.want {
			t.Errorf("nearest(%s) = %q, want %q", c.name, got, c.want)
		}
	}
}

func TestDisguised(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"clock.hcl.txt", "clock.hcl"},
		{"Clock.HCL", "Clock.hcl"},
		{"clock.hcl.docx", "clock.hcl"},
		{"record.csv.txt", "record.csv"},
		{"clock.hcl", ""},
		{".clock.hcl.txt", ""},
		{"notes.txt", ""},
		{"clock.hcl~", ""},
		{".txt", ""},
	} {
		if got := disguised(c.name); got != c.want {
			t.Errorf("disguised(%s) = %q, want %q", c.name, got, c.want)
		}
	}
}
