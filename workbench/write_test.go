package workbench

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"reckon/disk"
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

func namesIn(t *testing.T, dir string) string {
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

func TestElsewhere(t *testing.T) {
	for _, c := range []struct {
		out  string
		err  error
		want string
	}{
		{"", disk.Unwritten("brief.html", syscall.EROFS), "this place is read-only: brief.html was not written; write it elsewhere with --out FILE"},
		{"mine.html", disk.Unwritten("mine.html", syscall.EROFS), "this place is read-only: mine.html was not written"},
		{"", disk.Unwritten("brief.html", syscall.ENOSPC), "the disk is full: brief.html was not written"},
	} {
		if got := elsewhere(c.out, c.err).Error(); got != c.want {
			t.Errorf("%s\nwant %s", got, c.want)
		}
	}
	if elsewhere("", nil) != nil {
		t.Error("an error out of nothing")
	}
}
