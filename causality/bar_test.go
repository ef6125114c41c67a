package causality

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"reckon/document"
	"reckon/grammar"
	"reckon/readtest"
)

// stems are the words of a stretch cut to five letters, without those of grammar.
func stems(text string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r < 'a' || r > 'z' }) {
		if len(w) > 3 && !strings.Contains(" with that this they them will would could have from into their ", " "+w+" ") {
			set[w[:min(len(w), 5)]] = true
		}
	}
	return set
}

// shared counts the stems that two stretches share.
func shared(a, b string) int {
	n := 0
	other := stems(b)
	for s := range stems(a) {
		if other[s] {
			n++
		}
	}
	return n
}

// fits says whether both parts share words with those of the key, and not crosswise.
func fits(first, second, keyFirst, keySecond string) bool {
	right := shared(first, keyFirst) + shared(second, keySecond)
	return right > 0 && right >= shared(first, keySecond)+shared(second, keyFirst)
}

func parsed(tb testing.TB, name, text string) *grammar.Text {
	tb.Helper()
	return grammar.Parse(document.Plain(name, text))
}

// verbose prints what was found; READ_VERBOSE=1 asks for it.
var verbose = os.Getenv("READ_VERBOSE") != ""

func TestBarConditions(t *testing.T) {
	if testing.Short() {
		t.Skip("needs the corpora")
	}
	var tally readtest.Tally
	missed := ""
	for _, d := range readtest.Key(t) {
		text := parsed(t, d.Name, d.Text)
		found := Conditions(text)
		tally.Given += len(found)
		for _, e := range d.Group("conditionals") {
			tally.Key++
			ok := false
			for _, c := range found {
				ok = ok || c.Start < e.End && e.Start < c.End && fits(d.Text[c.If[0]:c.If[1]], d.Text[c.Then[0]:c.Then[1]], e.Fields["if"], e.Fields["then"])
			}
			if ok {
				tally.Right++
			} else {
				missed += " " + e.ID
			}
		}
		for _, c := range found {
			if verbose {
				fmt.Printf("%s %s\n   IF %q\n   THEN %q\n", d.Name, c.Rule, d.Text[c.If[0]:c.If[1]], d.Text[c.Then[0]:c.Then[1]])
			}
		}
	}
	readtest.Check(t, readtest.Row{
		Task: "seeds: conditions found", Figure: tally.Recall(), Bar: 0.90,
		Details: fmt.Sprintf("%d of %d, %d emitted; missed:%s", tally.Right, tally.Key, tally.Given, missed),
	})
}

func TestBarCauses(t *testing.T) {
	if testing.Short() {
		t.Skip("needs the corpora")
	}
	var tally readtest.Tally
	missed := ""
	for _, d := range readtest.Key(t) {
		text := parsed(t, d.Name, d.Text)
		found := Causes(text)
		tally.Given += len(found)
		for _, e := range d.Group("causal") {
			tally.Key++
			ok := false
			for _, c := range found {
				all := ""
				for _, s := range c.Causes {
					all += d.Text[s[0]:s[1]] + " "
				}
				ok = ok || c.Start < e.End && e.Start < c.End && fits(all, d.Text[c.Effect[0]:c.Effect[1]], e.Fields["cause"], e.Fields["effect"])
			}
			if ok {
				tally.Right++
			} else {
				missed += " " + e.ID
			}
		}
		for _, c := range found {
			if verbose {
				fmt.Printf("%s %s %+d neg %v %.2f\n   EFFECT %q\n", d.Name, c.Rule, c.Sign, c.Negated, c.Confidence, d.Text[c.Effect[0]:c.Effect[1]])
				for _, s := range c.Causes {
					fmt.Printf("   CAUSE %q\n", d.Text[s[0]:s[1]])
				}
			}
		}
	}
	readtest.Check(t, readtest.Row{
		Task: "seeds: causes found", Figure: tally.Recall(), Bar: 0.70,
		Details: fmt.Sprintf("%d of %d, %d emitted; missed:%s", tally.Right, tally.Key, tally.Given, missed),
	})
}
