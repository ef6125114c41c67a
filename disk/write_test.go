package disk

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func put(t *testing.T, name, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func names(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return strings.Join(all, " ")
}

// TestReplaceIsWholeOrNothing breaks off the writing at different points: the old
// text stays, and no temporary file is left.
func TestReplaceIsWholeOrNothing(t *testing.T) {
	full := &os.PathError{Op: "write", Path: "page", Err: syscall.ENOSPC}
	for _, c := range []struct {
		name    string
		content func(io.Writer) error
		want    string
	}{
		{"disk full at once", func(io.Writer) error { return full }, "the disk is full"},
		{"disk full half-way", func(w io.Writer) error {
			_, _ = io.WriteString(w, "half a pa")
			return fmt.Errorf("write brief: %w", full)
		}, "the disk is full"},
		{"disk turned read-only", func(io.Writer) error { return &os.PathError{Op: "write", Err: syscall.EROFS} }, "read-only"},
		{"anything else", func(io.Writer) error { return errors.New("no such luck") }, "no such luck"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			page := put(t, filepath.Join(dir, "page"), "old")
			err := Replace(page, 0o644, c.content)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("error %v, want %q in it", err, c.want)
			}
			if got := read(t, page); got != "old" {
				t.Errorf("the page is now %q", got)
			}
			if got := names(t, dir); got != "page" {
				t.Errorf("left behind: %s", got)
			}
		})
	}
}

func TestReplaceWrites(t *testing.T) {
	dir := t.TempDir()
	page := put(t, filepath.Join(dir, "page"), "old")
	err := Replace(page, 0o600, func(w io.Writer) error {
		_, err := io.WriteString(w, "new")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	is, err := os.Stat(page)
	if err != nil {
		t.Fatal(err)
	}
	if got := read(t, page); got != "new" || is.Mode().Perm() != 0o600 {
		t.Errorf("page %q, mode %v", got, is.Mode())
	}
}

// TestPlace lists what a page may be written over.
func TestPlace(t *testing.T) {
	dir := t.TempDir()
	own := `<!doctype html><meta name="generator" content="reckon 0.1.0">`
	in := func(name string) string { return filepath.Join(dir, name) }
	put(t, in("own.html"), own)
	put(t, in("theirs.html"), "<!doctype html>")
	put(t, in("empty.html"), "")
	for _, link := range [][2]string{{"own.html", "link.html"}, {"gone.html", "dangling.html"}} {
		if err := os.Symlink(link[0], in(link[1])); err != nil {
			t.Fatal(err)
		}
	}
	home, err := filepath.EvalSymlinks(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		force bool
		place string // relative to dir
		err   string
	}{
		{"new.html", false, "new.html", ""},
		{"own.html", false, "own.html", ""},
		{"link.html", false, "own.html", ""},
		{"theirs.html", false, "", "was not written by reckon"},
		{"theirs.html", true, "theirs.html", ""},
		{"empty.html", false, "", "was not written by reckon"},
		{"dangling.html", true, "", "leads nowhere"},
		{".", true, "", "is a folder"},
		{"own.html/below", true, "", "there is no folder"},
	} {
		got, err := Place(in(c.name), c.force)
		if c.err != "" {
			if err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%s: error %v, want %q in it", c.name, err, c.err)
			}
			continue
		}
		if err != nil || got != in(c.place) && got != filepath.Join(home, c.place) {
			t.Errorf("%s: %s, %v; want %s", c.name, got, err, c.place)
		}
	}
}
