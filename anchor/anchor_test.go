package anchor_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon/anchor"
	"reckon/document"
)

const speech = `The minister spoke in the evening. “We will not sit at that table again,” he said. He said it twice.

Nobody asked what it would cost. Sanctions, he went on, had “made the country stronger”, and the port would open in May.
He said it twice. The hall was half empty when he left, and the radio was silent about it.`

func text(s string) *anchor.Text { return anchor.NewText(document.Plain("test", s)) }

// locator makes the locator of the nth time that words stand in a text.
func locator(tb testing.TB, s, words string, nth int) anchor.Locator {
	tb.Helper()
	at := 0
	for k := 0; ; k++ {
		n := strings.Index(s[at:], words)
		if n < 0 {
			tb.Fatalf("no %q in the text", words)
		}
		at += n
		if k == nth {
			return text(s).At(at, at+len(words))
		}
		at++
	}
}

func TestFind(t *testing.T) {
	whole := func(exact string) anchor.Locator { return anchor.Locator{Exact: exact} }
	for _, c := range []struct {
		name    string
		text    string
		locator anchor.Locator
		found   string
		verdict anchor.Verdict
	}{
		{"where it was", speech, locator(t, speech, "made the country stronger", 0), "made the country stronger", anchor.Exact},
		{"no place known", speech, whole("the port would open in May"), "the port would open in May", anchor.Exact},
		{"straight marks", speech, whole(`"We will not sit at that table again,"`), "“We will not sit at that table again,”", anchor.Folded},
		{"across a line end", speech, whole("would open in May. He said"), "would open in May.\nHe said", anchor.Folded},
		{"moved", "A new first line.\n" + speech, locator(t, speech, "made the country stronger", 0), "made the country stronger", anchor.Moved},
		{"moved and folded", "A new line.\n" + strings.ReplaceAll(speech, "“", `"`), locator(t, speech, "“made the country", 0), `"made the country`, anchor.Moved},
		{"a word more", strings.Replace(speech, "sit at that", "ever sit down at that", 1), locator(t, speech, "We will not sit at that table again", 0), "We will not ever sit down at that table again", anchor.Changed},
		{"a word less", strings.Replace(speech, "will not sit", "will sit", 1), locator(t, speech, "We will not sit at that table again", 0), "We will sit at that table again", anchor.Changed},
		{"short, in its frame", strings.Replace(speech, "half empty", "half full", 1), locator(t, speech, "half empty", 0), "half full", anchor.Changed},
		{"gone", "Prices of wheat fell on Monday for the third week in a row.", locator(t, speech, "We will not sit at that table again", 0), "", anchor.Lost},
		{"nothing quoted", speech, anchor.Locator{Start: 4, End: 12}, "minister", anchor.Lost},
		{"nothing at all", speech, anchor.Locator{}, "", anchor.Lost},
		{"empty text", "", whole("minister"), "", anchor.Lost},
		{"half-space and letters", "او گفت که نمي\u200cرویم و می\u200cمانیم.", whole("نمیرویم"), "نمي\u200cرویم", anchor.Folded},
	} {
		p := text(c.text).Find(c.locator)
		if p.Verdict != c.verdict || c.found != "" && p.Text != c.found {
			t.Errorf("%s: found %q, %s (%.2f); want %q, %s", c.name, p.Text, p.Verdict, p.Score, c.found, c.verdict)
		}
		if c.text[p.Start:p.End] != p.Text {
			t.Errorf("%s: the place says %q and its text %q", c.name, c.text[p.Start:p.End], p.Text)
		}
	}
}

// TestRepeated asks for the second of two same sentences, in texts that shift.
func TestRepeated(t *testing.T) {
	l := locator(t, speech, "He said it twice.", 1)
	for _, before := range []string{"", "x", "He said it twice. ", strings.Repeat("Long ago. ", 30)} {
		changed := before + speech
		if p := text(changed).Find(l); p.Start != strings.LastIndex(changed, "He said it twice.") {
			t.Errorf("after %q: found at %d", before, p.Start)
		}
	}
}

func TestPage(t *testing.T) {
	d := &document.Document{Text: "no. And then? no.", Blocks: []document.Block{{Start: 0, End: 13, Page: 1}, {Start: 14, End: 17, Page: 2}}}
	if p := anchor.NewText(d).Find(anchor.Locator{Exact: "no", Page: 2}); p.Start != 14 || p.Page != 2 {
		t.Errorf("found at %d on page %d", p.Start, p.Page)
	}
}

func TestReanchor(t *testing.T) {
	old := []anchor.Locator{locator(t, speech, "He said it twice.", 0), {Exact: "a fleet of forty paper boats sailed"}, locator(t, speech, "the radio was silent", 0)}
	places, orphans := text("Later. " + speech).Reanchor(old)
	if len(places) != 3 || len(orphans) != 1 || orphans[0].Index != 1 || orphans[0].Locator.Exact != old[1].Exact {
		t.Fatalf("%d places, orphans %+v", len(places), orphans)
	}
	if places[0].Verdict != anchor.Moved || places[2].Text != "the radio was silent" {
		t.Errorf("%+v", places)
	}
}

// letters are chosen so that texts repeat themselves and fold.
var letters = rapid.StringOfN(rapid.RuneFrom([]rune("abcAB  \n.“\"é\u200cيی")), 0, 60, -1)

// TestShift inserts and deletes outside the quotation and demands it back.
func TestShift(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, after := letters.Draw(t, "before"), letters.Draw(t, "after")
		quote := "Q" + letters.Draw(t, "quote") + "Z" // found once: no other capitals Q, Z
		old := before + quote + after
		l := text(old).At(len(before), len(before)+len(quote))
		cutAt := func(s, name string) string {
			k := rapid.IntRange(0, len([]rune(s))).Draw(t, name)
			return string([]rune(s)[:k])
		}
		changed := cutAt(before, "keep before") + letters.Draw(t, "inserted before ")
		at := len(changed)
		changed += quote + letters.Draw(t, "inserted after") + cutAt(after, "keep after")
		p := text(changed).Find(l)
		if p.Start != at || p.Text != quote || p.Score != 1 || p.Verdict != anchor.Exact && p.Verdict != anchor.Moved {
			t.Fatalf("want %q at %d, got %+v", quote, at, p)
		}
	})
}

// TestHonest demands that what is not called changed or lost folds to the quotation.
func TestHonest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := letters.Draw(t, "text")
		l := anchor.Locator{
			Prefix: letters.Draw(t, "prefix"), Exact: letters.Draw(t, "exact"), Suffix: letters.Draw(t, "suffix"),
			Start: rapid.IntRange(-1, 80).Draw(t, "start"), End: rapid.IntRange(-1, 90).Draw(t, "end"),
		}
		p := text(s).Find(l)
		if s[p.Start:p.End] != p.Text {
			t.Fatalf("the place says %q and its text %q", s[p.Start:p.End], p.Text)
		}
		fold := func(s string) string {
			folded, _ := document.Fold(strings.TrimSpace(s))
			return strings.TrimSpace(folded)
		}
		same := p.Verdict != anchor.Changed && p.Verdict != anchor.Lost
		if same && fold(p.Text) != fold(l.Exact) {
			t.Fatalf("%q is called %s for %q", p.Text, p.Verdict, l.Exact)
		}
		if exact := strings.TrimSpace(l.Exact); exact != "" && strings.Contains(s, exact) && p.Text != exact {
			t.Fatalf("%q stands in the text, but %q was found", exact, p.Text)
		}
	})
}

// TestLocator demands that the locator of a place finds it.
func TestLocator(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := []rune(letters.Draw(t, "text"))
		from := rapid.IntRange(0, len(s)).Draw(t, "from")
		to := rapid.IntRange(from, len(s)).Draw(t, "to")
		quote := string(s[from:to])
		x := text(string(s))
		l := x.At(len(string(s[:from])), len(string(s[:to])))
		if l.Start != from || l.End != to || l.Exact != quote {
			t.Fatalf("the locator of [%d, %d) is %+v", from, to, l)
		}
		if p := x.Find(l); strings.TrimSpace(quote) != "" && (p.Text != strings.TrimSpace(quote) || p.Verdict != anchor.Exact) {
			t.Fatalf("%q was found as %+v", quote, p)
		}
	})
}

// novel is about n bytes of made-up prose whose sentences differ.
func novel(n int) string {
	var s strings.Builder
	words := strings.Fields("the a council harbour minister of silver sent and refused under north letters to in guards when river they signed no winter before seven carried was old their by gate")
	x := uint32(7)
	for k := 0; s.Len() < n; k++ {
		x = x*1664525 + 1013904223
		s.WriteString(words[int(x>>16)%len(words)])
		switch {
		case k%61 == 60:
			s.WriteString(".\n\n")
		case k%13 == 12:
			fmt.Fprintf(&s, " %d, ", x>>20)
		default:
			s.WriteByte(' ')
		}
	}
	return s.String()
}

// BenchmarkFind looks for 1 000 quotations in 1 MB of text: where they were, moved,
// with a letter changed, and gone.
func BenchmarkFind(b *testing.B) {
	old := novel(1 << 20)
	x := text(old)
	var quotes []anchor.Locator
	for k := range 1000 {
		quotes = append(quotes, x.At(1000*k+400, 1000*k+520))
	}
	edited := strings.ReplaceAll(old, "minister of", "minister for")
	elsewhere := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'y' {
			return r + 1
		}
		return r
	}, old)
	for _, c := range []struct{ name, text string }{
		{"same", old}, {"moved", "A line.\n" + old}, {"edited", edited}, {"gone", elsewhere},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				text(c.text).Reanchor(quotes)
			}
		})
	}
}
