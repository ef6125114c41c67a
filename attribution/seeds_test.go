package attribution

import (
	"fmt"
	"slices"
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
// of claims given that are in the key.
//
// A claim of the key is found when a claim of a holder other than the author, and
// of the holder that the key names where it names one person or state, stretches
// from source to content over half of it or shares half of their union, in bytes.
// A claim given is in the key when its stretch meets a claim, a quotation or a
// condition of the key that is not the author's own.
func TestBarSeeds(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the corpora")
	}
	var found, key, right, given, traps int
	for _, d := range readtest.Key(t) {
		g, cast, q := read(d.Text)
		claims := Find(g, cast, q)
		for _, e := range d.Group("claims") {
			key++
			if slices.ContainsFunc(claims, func(c Claim) bool { return covers(c, e) && fits(c, cast, e.Fields["holder"]) }) {
				found++
				continue
			}
			t.Logf("missed %s (%s): %s", e.ID, e.Fields["holder"], d.Text[e.Start:e.End])
			for _, c := range claims {
				if covers(c, e) {
					t.Logf("  of another: %s %s", show(d.Text, c), holders(c, cast))
				}
			}
		}
		entries := append(d.Group("claims"), d.Group("quotes")...)
		for _, e := range d.Group("conditionals") {
			if !strings.Contains(e.Fields["holder"], "; AUTHOR") {
				entries = append(entries, e)
			}
		}
		for _, c := range claims {
			given++
			if slices.ContainsFunc(entries, func(e readtest.KeyEntry) bool { return c.Start < e.End && e.Start < c.End }) {
				right++
			} else {
				t.Logf("not in the key: %s", show(d.Text, c))
			}
		}
		for _, e := range d.Group("traps") {
			if e.Fields["why"] == "non-event" && slices.ContainsFunc(claims, func(c Claim) bool { return c.Cue[0].Start < e.End && e.Start < c.Cue[0].End }) {
				traps++
				t.Errorf("trap %s: %s", e.ID, e.Anchor)
			}
		}
	}
	readtest.Check(t, readtest.Row{Task: "claims of the answer key found", Figure: float64(found) / float64(key), Bar: .85, Details: fmt.Sprintf("%d of %d, %d traps", found, key, traps)})
	readtest.Check(t, readtest.Row{Task: "claims given that are in the answer key", Figure: float64(right) / float64(given), Bar: .7, Details: fmt.Sprintf("%d of %d", right, given)})
}

// covers reports whether a claim stands where an entry of the key does.
func covers(c Claim, e readtest.KeyEntry) bool {
	n := min(c.End, e.End) - max(c.Start, e.Start)
	all := max(c.End, e.End) - min(c.Start, e.Start)
	return n > 0 && (2*n >= e.End-e.Start || 2*n >= all)
}

// fits reports whether the innermost holder of a claim is the one of the key,
// where the key names the leader, the capital or nobody in particular.
func fits(c Claim, cast *names.Cast, holder string) bool {
	want := ""
	switch {
	case holder == "SL" || strings.HasPrefix(holder, "SL ←"):
		want = "khamenei"
	case holder == "Tehran":
		want = "iran"
	default:
		return true
	}
	return strings.Contains(holders(c, cast), want)
}

func holders(c Claim, cast *names.Cast) string {
	if len(c.Holders) == 0 {
		return "nobody"
	}
	m := cast.Mentions[c.Holders[len(c.Holders)-1]]
	if m.Entity < 0 {
		return "unknown " + m.By
	}
	return cast.Entities[m.Entity].ID
}

func show(text string, c Claim) string {
	return fmt.Sprintf("%s, %s: %s | %s | %s", c.Kind, c.Rule, wordsOf(text, c.Source), wordsOf(text, c.Cue), wordsOf(text, c.Content))
}

func wordsOf(text string, spans []Span) string {
	var list []string
	for _, s := range spans {
		list = append(list, text[s.Start:s.End])
	}
	return strings.Join(list, " … ")
}
