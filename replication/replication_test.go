package replication

import (
	"os"
	"path/filepath"
	"testing"
)

func TestNothingIsMissed(t *testing.T) {
	for _, name := range Areas() {
		for _, r := range Rows(name) {
			if r.Verdict == Misses {
				t.Errorf("%s, %s: %s has %s, ours %s", r.Of, r.Answer, r.Source, r.Published, r.Ours)
			}
		}
	}
}

func TestPage(t *testing.T) {
	path := filepath.Join("..", "docs", "replication.md")
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, []byte(Page()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(page) != Page() {
		t.Error("docs/replication.md is not what is computed; run UPDATE=1 go test ./replication")
	}
}
