package document_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"reckon/document"
)

// outline prints blocks as "kind: text" lines, long texts by their first words.
func outline(d *document.Document) string {
	var b strings.Builder
	for _, k := range d.Blocks {
		s := strings.Join(strings.Fields(d.Text[k.Start:k.End]), " ")
		if r := []rune(s); len(r) > 40 {
			s = string(r[:40]) + "…"
		}
		number := ""
		if k.Number > 0 {
			number = fmt.Sprintf(" %d", k.Number)
		}
		fmt.Fprintf(&b, "%s%s: %s\n", k.Kind, number, s)
	}
	return b.String()
}

func wantOutline(t *testing.T, d *document.Document, want string) {
	t.Helper()
	if got := outline(d); got != strings.TrimLeft(want, "\n") {
		t.Errorf("blocks of %s:\n%swant:\n%s", d.Name, got, want)
	}
}

const article = `The Lakeland Review – Thinking about water

Home Topics About us

Why the River Commission Will Not Yield Before Spring

Anna Sund and Jon Bergh

Also in Suomi Svenska

3 March 2021

The commission is set on keeping the dam, but the towns below it have begun to doubt that it can.

For two years the commission has refused each offer. Its chairman said: “We built it, and we keep it.”

Three aims stand above all others:

  • Keep the dam and the lake behind it
  • Keep the towns from buying power elsewhere
  • Win the vote of 2022

What Comes Next

The towns are patient. They have waited before, and they know that the old chairman is going to retire.

Photo: Eva Lind/Reuters

Nobody should expect an agreement before the snow melts and the lake is full again.

Anna Sund is a fellow at the Institute for Rivers.

© 2021 The Lakeland Review. All rights reserved.
`

func TestPlainArticle(t *testing.T) {
	d := document.Plain("article.txt", article)
	wantOutline(t, d, `
masthead: The Lakeland Review – Thinking about wat…
masthead: Home Topics About us
heading: Why the River Commission Will Not Yield …
byline: Anna Sund and Jon Bergh
masthead: Also in Suomi Svenska
byline: 3 March 2021
paragraph: The commission is set on keeping the dam…
paragraph: For two years the commission has refused…
paragraph: Three aims stand above all others:
item: Keep the dam and the lake behind it
item: Keep the towns from buying power elsewhe…
item: Win the vote of 2022
heading: What Comes Next
paragraph: The towns are patient. They have waited …
caption: Photo: Eva Lind/Reuters
paragraph: Nobody should expect an agreement before…
footer: Anna Sund is a fellow at the Institute f…
footer: © 2021 The Lakeland Review. All rights r…
`)
	if d.Title != "Why the River Commission Will Not Yield Before Spring" || d.Author != "Anna Sund; Jon Bergh" ||
		d.Published.String() != "2021-03-03" || d.Language != "en" || d.Publisher != "" {
		t.Errorf("title %q, author %q, published %s, language %q, publisher %q", d.Title, d.Author, d.Published, d.Language, d.Publisher)
	}
	if d.Text != article {
		t.Error("the text was changed")
	}
}

func TestPlainBlocks(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"sentences only", "The dam held. Nobody was hurt, and the mayor said so.\n\nShe was right about that, as the inquiry found.", `
paragraph: The dam held. Nobody was hurt, and the m…
paragraph: She was right about that, as the inquiry…
`},
		{"a line is a paragraph", "The first line is a paragraph that ends in a full stop and is long enough to be no wrapped line at all, whatever one thinks of it.\nA Heading of Its Own\nThe second paragraph begins here and says that nothing of the heading may be glued to its first sentence.", `
paragraph: The first line is a paragraph that ends …
heading: A Heading of Its Own
paragraph: The second paragraph begins here and say…
`},
		{"wrapped by hand", `BACKGROUND

The council met on Tuesday to hear what the
engineers had found below the dam, and it was
told that the wall would hold for ten years.

It then voted. Nobody asked what would happen
to the towns, which have no other source of
power than the dam.
`, `
heading: BACKGROUND
paragraph: The council met on Tuesday to hear what …
paragraph: It then voted. Nobody asked what would h…
`},
		{"numbers", "The offer had three parts, as the minister told the house on Monday:\n(1) the dam stays;\n(2) the towns pay half of what the\nrepairs cost;\n(3) the lake is open to all.", `
paragraph: The offer had three parts, as the minist…
item 1: the dam stays;
item 2: the towns pay half of what the
paragraph: repairs cost;
item 3: the lake is open to all.
`},
		{"no items", "1990 was a year of drought, and 3.5 million people had to move to the coast.\n- but\nA. Smith said that he had never seen the like of it in all his long life.", `
paragraph: 1990 was a year of drought, and 3.5 mill…
item: but
paragraph: A. Smith said that he had never seen the…
`},
		{"numbered heading", "1. Background\n\nThe dam was built in 1931 by the towns, which wanted power and got a lake as well.\n\n2. The Vote\n\nThe vote was lost, because nobody had thought of asking those who lived on the shore.", `
heading: Background
paragraph: The dam was built in 1931 by the towns, …
heading: The Vote
paragraph: The vote was lost, because nobody had th…
`},
		{"by and date", "Dam Wall May Crack, Engineers Warn\n\nBy Eva Lind, Lakeland Review\n\nPublished: Oct. 3, 2020, 5:30 p.m. Updated 4 October 2020\n\nThe wall of the great dam may crack within the year, engineers told the council on Friday.", `
heading: Dam Wall May Crack, Engineers Warn
byline: By Eva Lind, Lakeland Review
byline: Published: Oct. 3, 2020, 5:30 p.m. Updat…
paragraph: The wall of the great dam may crack with…
`},
	} {
		t.Run(c.name, func(t *testing.T) { wantOutline(t, document.Plain(c.name, c.in), c.want) })
	}
}

func TestDayOfPublication(t *testing.T) {
	for line, want := range map[string]string{
		"October 3, 2020": "2020-10-03", "3 October 2020": "2020-10-03", "Sat, 3rd Oct. 2020 | 10:15 GMT": "2020-10-03",
		"2020-10-03": "2020-10-03", "Updated: 4 October 2020 • Published: 3 October 2020": "2020-10-03",
		"23/10/2020": "2020-10-23", "10/23/2020": "2020-10-23",
		"3/4/2020": "unknown", "October 2020": "unknown", "31 February 2020": "unknown",
		"In October 3, 2020 people came": "unknown",
	} {
		d := document.Plain("x", "The Great Dam and Its Enemies\n\n"+line+"\n\nThe wall of the great dam may crack within the year, engineers told the council on Friday.")
		if d.Published.String() != want {
			t.Errorf("%q gives %s, want %s", line, d.Published, want)
		}
	}
}

// checkBlocks demands what every document promises of its blocks.
func checkBlocks(t interface{ Fatalf(string, ...any) }, d *document.Document) {
	if !utf8.ValidString(d.Text) {
		t.Fatalf("the text is not UTF-8")
	}
	last := 0
	for i, b := range d.Blocks {
		if b.Start < last || b.End <= b.Start || b.End > len(d.Text) {
			t.Fatalf("block %d from %d to %d, after %d, in %d bytes of %q", i, b.Start, b.End, last, len(d.Text), d.Text)
		}
		if !utf8.RuneStart(d.Text[b.Start]) || b.End < len(d.Text) && !utf8.RuneStart(d.Text[b.End]) {
			t.Fatalf("block %d from %d to %d splits a character of %q", i, b.Start, b.End, d.Text)
		}
		if s := d.Text[b.Start:b.End]; strings.TrimSpace(s) != s {
			t.Fatalf("block %d is %q", i, s)
		}
		last = b.End
	}
}

func TestPlainKeepsTheText(t *testing.T) {
	word := rapid.SampledFrom([]string{"The", "dam", "held.", "•", "1.", "(2)", "By", "Eva", "Lind", "3 March 2021", "\n", "\n\n", " ", "\t", "\u00a0", "می\u200cخواهد", "\u2028", "\r\n", "©", "�", "a|b"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(word).Draw(t, "words"), rapid.SampledFrom([]string{"", " "}).Draw(t, "between"))
		d := document.Plain("x", text)
		checkBlocks(t, d)
		if d.Text != text {
			t.Fatalf("%q became %q", text, d.Text)
		}
		rest := []byte(text)
		for _, b := range d.Blocks {
			for i := b.Start; i < b.End; i++ {
				rest[i] = ' '
			}
		}
		if left := strings.Trim(string(rest), " \t\r\n\u00a0\u2028\u200c•(12).-"); len(d.Blocks) > 0 && strings.ContainsAny(left, "Tthdmlvi") {
			t.Fatalf("outside all blocks of %q: %q", text, left)
		}
	})
}

func BenchmarkPlain(b *testing.B) {
	text := strings.Repeat(article, 50)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		document.Plain("x", text)
	}
}
