package workbench

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

// TestPageOfArenas writes the page of a case whose arenas feed each other, from its
// text to the page.
func TestPageOfArenas(t *testing.T) {
	b, err := Open("../brief/testdata/delta")
	if err != nil {
		t.Fatal(err)
	}
	var w bytes.Buffer
	if _, err := b.Brief(context.Background(), PageSettings{To: &w, Runs: 40, Seed: 1}); err != nil {
		t.Fatal(err)
	}
	html := w.String()
	for _, want := range []string{
		`<section id="arenas"`, `<figure id="figure-arenas"`, `<figure id="figure-arenas-runs"`, `<figure id="figure-arenas-moved-1"`,
		`<article class="arena" id="arena-5"`, `<figure id="figure-arena-3-1"`, `<figure id="figure-arena-fan-1"`, "Circles of effects",
	} {
		if !strings.Contains(html, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if len(html) > 1<<20 {
		t.Errorf("%d bytes for a small case", len(html))
	}
}
