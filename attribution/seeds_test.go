package attribution

import (
	"strings"
	"testing"

	"reckon/document"
	"reckon/grammar"
	"reckon/names"
	"reckon/quotation"
	"reckon/readtest"
)

var parse = grammar.Parse

// read gives a text with all that Find needs.
func read(text string) (*grammar.Text, *names.Cast, []quotation.Quotation) {
	t := parse(document.Plain("text", text))
	c := names.Find(t, nil)
	return t, c, quotation.Find(t, c)
}

// TestBarSeeds counts the claims of the answer key that are found, and the share
// of claims given that fall on a claim, a quotation or a condition of the key
// that somebody other than the author holds.
//
// A claim of the key is found when a claim's stretch from source to content
// covers half of it, or shares half of their union, in bytes.
func TestBarSeeds(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the corpora")
	}
	var found, key, right, given int
	for _, d := range readtest.Key(t) {
		g, c, q := read(d.Text)
		claims := Find(g, c, q)
		entries := d.Group("claims")
		for _, e := range entries {
			ok := false
			for _, x := range claims {
				ok = ok || covers(x, e)
			}
			key++
			if ok {
				found++
			} else {
				t.Logf("missed %s: %s", e.ID, d.Text[e.Start:e.End])
			}
		}
		entries = append(entries, d.Group("quotes")...)
		for _, e := range d.Group("conditionals") {
			if !strings.Contains(e.Fields["holder"], "AUTHOR;") {
				entries = append(entries, e)
			}
		}
		for _, x := range claims {
			given++
			on := false
			for _, e := range entries {
				on = on || x.Start < e.End && e.Start < x.End
			}
			if on {
				right++
			} else {
				t.Logf("beside the key: %s: %s | %s | %s", x.Rule, txt(d.Text, pairs(x.Source)), txt(d.Text, pairs(x.Cue)), txt(d.Text, pairs(x.Content)))
			}
		}
	}
	t.Logf("found %d of %d, %d of %d on the key", found, key, right, given)
}

func covers(c Claim, e readtest.KeyEntry) bool {
	n := min(c.End, e.End) - max(c.Start, e.Start)
	all := max(c.End, e.End) - min(c.Start, e.Start)
	return n > 0 && (2*n >= e.End-e.Start || 2*n >= all)
}
