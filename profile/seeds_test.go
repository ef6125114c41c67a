package profile

import (
	"os"
	"strings"
	"testing"

	"reckon/document"
	"reckon/grammar"
	"reckon/names"
	"reckon/quotation"
	"reckon/readtest"
)

// The three documents quote their subject in a few hundred words: too few for
// any index, and the result says so and shows what was coded.
func TestSeedsAreRefused(t *testing.T) {
	if testing.Short() {
		t.Skip("parses three long documents")
	}
	folder := readtest.Shared(t, "seeds")
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	set := Settings{Speaker: "Ali Khamenei"}
	var all []*Coded
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".txt") {
			continue
		}
		text, err := os.ReadFile(readtest.Shared(t, "seeds", f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		d, err := document.Read(f.Name(), text)
		if err != nil {
			t.Fatal(err)
		}
		parsed := grammar.Parse(d)
		cast := names.Find(parsed, nil)
		c := Code(parsed, cast, quotation.Find(parsed, cast), set)
		all = append(all, c)
		t.Logf("%s: %d words, %d lines", c.Document, c.Words, len(c.Lines))
		for _, l := range c.Lines {
			if l.Measure == "VICS" {
				t.Logf("  %s %s (%s) → %s: %q [%s] %s", l.Subject, l.Category, l.Who, l.Target, l.Quote, l.Rule, l.Flag)
			}
		}
		if one := Measure([]*Coded{c}, set); one.All.NoVICS == "" || one.All.NoLTA == "" {
			t.Errorf("%s is not refused at %d words", c.Document, c.Words)
		}
	}
	p := Measure(all, set)
	if p.All.NoVICS == "" || p.All.NoLTA == "" || p.All.VICS != nil || p.All.LTA != nil || !p.All.Refused() {
		t.Errorf("together %d words are not refused", p.All.Words)
	}
	t.Log(p.All.NoVICS, "|", p.All.NoLTA, p.Notes)
}
