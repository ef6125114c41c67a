package study

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func gain(t *testing.T, dir, text string) (*Gained, error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "export")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return Gain(open1(t, dir), file)
}

func TestGainAddsBehindAndKeeps(t *testing.T) {
	dir, _ := begun(t, "", "", "")
	before := text(t, dir, "sources.bib")
	g, err := gain(t, dir, "@misc{ledger_2022,\n  title = {Another},\n}\n@misc{fresh,\n  title = {The premier's ACCOUNTS},\n  date = {2022-03-01},\n}\n")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Join(g.Added, " ") != "fresh" || strings.Join(g.Kept, " ") != "ledger_2022" {
		t.Errorf("added %v, kept %v", g.Added, g.Kept)
	}
	if notes := strings.Join(g.Notes, " "); !strings.Contains(notes, "fresh may be ledger_2022") {
		t.Errorf("notes: %s", notes)
	}
	after := text(t, dir, "sources.bib")
	if !strings.HasPrefix(after, strings.TrimRight(before, "\n")) || strings.Contains(after, "Another") {
		t.Errorf("what stood there changed:\n%s", after)
	}
	if open1(t, dir).Case.Source("fresh") == nil {
		t.Error("fresh is not in the case")
	}
	again, err := gain(t, dir, "@misc{fresh,\n  title = {x},\n}\n")
	if err != nil || len(again.Added) != 0 || again.Tried != nil || text(t, dir, "sources.bib") != after {
		t.Errorf("a second time: %+v, %v", again, err)
	}
}

// More sources than a case may have change nothing.
func TestGainTriesFirst(t *testing.T) {
	dir, _ := begun(t, "", "", "")
	before := text(t, dir, "sources.bib")
	var many strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&many, "@misc{k%d, title = {t%d}}\n", i, i)
	}
	g, err := gain(t, dir, many.String())
	if err != nil {
		t.Fatal(err)
	}
	if g.Tried == nil || g.Tried.Fit() {
		t.Fatalf("the case took %d", len(g.Added))
	}
	if text(t, dir, "sources.bib") != before {
		t.Error("sources.bib changed")
	}
}

func TestGainRefuses(t *testing.T) {
	dir, b := begun(t, "", "", "")
	if _, err := Gain(b, dir); err == nil || !strings.Contains(err.Error(), "not a plain file") {
		t.Error(err)
	}
	if _, err := Gain(b, filepath.Join(dir, "nosuch")); err == nil {
		t.Error("a file that is not there was read")
	}
	if _, err := gain(t, dir, "dear diary"); err == nil || !strings.Contains(err.Error(), "neither CSL-JSON") {
		t.Error(err)
	}
}
