package document_test

import (
	"strings"
	"testing"
)

const aMarkdown = `---
title: "The dam stays"
authors: [Anna Sund, Jon Bergh]
date: 2021-03-03
publisher: Lakeland Review
---

# The dam stays

The **commission** will _not_ yield, see [the offer](http://example.org/a_(b)) and
its file_name_here, 2 * 3 \* 4.

Three aims
----------

1. Keep the *dam*
2. Keep the towns
   from buying power
- and win

> The chairman said: “We keep it.”
> He meant it.

<!-- nobody sees this -->

| Town | Power |
|------|-------|
| Lund | 40% |

![The dam in 1931](dam.png)

***
[1]: http://example.org
`

func TestMarkdown(t *testing.T) {
	d := read(t, "a.md", aMarkdown)
	wantOutline(t, d, `
heading: The dam stays
paragraph: The commission will not yield, see the o…
heading: Three aims
item 1: Keep the dam
item 2: Keep the towns from buying power
item: and win
paragraph: The chairman said: “We keep it.” He mean…
paragraph: Town | Power
paragraph: Lund | 40%
paragraph: The dam in 1931
`)
	if d.Title != "The dam stays" || d.Author != "Anna Sund; Jon Bergh" || d.Publisher != "Lakeland Review" || d.Published.String() != "2021-03-03" {
		t.Errorf("title %q, author %q, publisher %q, published %s", d.Title, d.Author, d.Publisher, d.Published)
	}
	if !strings.Contains(d.Text, "see the offer and\nits file_name_here, 2 * 3 * 4.") {
		t.Errorf("text: %q", d.Text)
	}
	checkSource(t, d, aMarkdown)
}
