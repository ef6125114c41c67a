package replication

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reckon/experiment"
)

// TestVerdicts: a wrong number is a miss, however it is compared.
func TestVerdicts(t *testing.T) {
	for _, k := range []struct {
		row  Row
		want Verdict
	}{
		{row("", "", "", "1, 2", "1, 2"), Agrees},
		{row("", "", "", "1, 2", "1, 3"), Misses},
		{row("", "", "", "1, 2", "1, 3", "since 2 is not stable"), Wrong},
		{places("", "", "", 0.33333, 1.0/3, 5), Agrees},
		{places("", "", "", 0.33333, 0.33334, 5), Misses},
		{within("", "", "", 2, 2.1, 0.11), Agrees},
		{within("", "", "", 2, 2.1, 0.09), Misses},
		{within("", "", "", 2, 1.9, 0.09), Misses},
		{estimated("", "", "", 0.5, experiment.Estimate{Value: 0.529, Error: 0.01}), Agrees},
		{estimated("", "", "", 0.5, experiment.Estimate{Value: 0.531, Error: 0.01}), Misses},
		{estimated("", "", "", 0.5, experiment.Estimate{Value: 0.469, Error: 0.01}), Misses},
		{estimated("", "", "", 0.5, experiment.Estimate{Value: 0.5, Error: 0.04}), Misses}, // says nothing
		{estimated("", "", "", 0.5, shareOf(0, 10)), Misses},
	} {
		if k.row.Verdict != k.want {
			t.Errorf("%s beside %s is %q, want %q", k.row.Published, k.row.Ours, k.row.Verdict, k.want)
		}
	}
}

// TestPage holds docs/replication.md to what is computed, and that nothing is missed.
func TestPage(t *testing.T) {
	computed := Page()
	for line := range strings.Lines(computed) {
		if strings.HasSuffix(line, "| "+string(Misses)+" |\n") {
			t.Error(line)
		}
	}
	path := filepath.Join("..", "docs", "replication.md")
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, []byte(computed), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(page) != computed {
		t.Error("docs/replication.md is not what is computed; run UPDATE=1 go test ./replication")
	}
}
