package study

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A bad file in a folder is reported once, with a way out, and the others are read.
func TestFolderWithBadFiles(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.txt": "The minister said that the port stays open.", "b.doc": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "c.rtf": `{\rtf1 x}`,
		"d.png": "\x89PNG", ".hidden.txt": "x", "e.pdf": "%PDF-1.4\n%%EOF", "z.txt": "He said that it stays closed.",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	closed := filepath.Join(dir, "closed")
	if err := os.MkdirAll(closed, 0o000); err != nil {
		t.Fatal(err)
	}
	for name, to := range map[string]string{"link.txt": "a.txt", "loop.txt": "loop.txt", "folder.txt": "."} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip("no links here:", err)
		}
	}
	s, err := Read(context.Background(), []string{dir}, Settings{})
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Accounts) != 3 {
		t.Errorf("%d documents were read, want a.txt, link.txt and z.txt", len(s.Accounts))
	}
	want := map[string]string{"b.doc": "old Word file", "c.rtf": "RTF", "e.pdf": "no pages", "loop.txt": "", "folder.txt": "not a plain file"}
	if os.Geteuid() != 0 { // root may look into anything
		want["closed"] = "no permission"
	}
	if len(s.Failed) != len(want) {
		t.Errorf("failed: %+v", s.Failed)
	}
	for _, f := range s.Failed {
		says, ok := want[filepath.Base(f.File)]
		if !ok || !strings.Contains(f.Message, says) || strings.Count(f.Message, filepath.Base(f.File)) != 1 {
			t.Errorf("%s: %s", f.File, f.Message)
		}
	}
}
