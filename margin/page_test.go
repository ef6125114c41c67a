package margin

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"reckon/document"
	"reckon/grammar"
	"reckon/names"
	"reckon/reading"
)

// account is a document with findings that nest, overlap and look like markup.
func account() *reading.Account {
	text := "He <said> \"we & they\" agree.\n\nسلام world."
	d := document.Plain("memo.txt", text)
	d.Blocks = []document.Block{{Start: 0, End: 28, Kind: document.Paragraph}, {Start: 30, End: len(text), Kind: document.Paragraph}}
	item := func(id string, t reading.Type, from, to int) reading.Item {
		return reading.Item{ID: id, Type: t, Start: from, End: to, Text: string([]rune(text)[from:to]), Holder: "<b>minister</b>", Rule: "a rule"}
	}
	return &reading.Account{Document: d, Text: &grammar.Text{Document: d}, Cast: &names.Cast{}, Items: []reading.Item{
		item("C1", reading.Claim, 0, 20), item("Q1", reading.Quotation, 10, 21), item("X1", reading.Cause, 15, 27), item("E1", reading.Event, 30, 34),
	}}
}

var tags = regexp.MustCompile(`<[^>]*>`)

func TestPage(t *testing.T) {
	var out bytes.Buffer
	a := account()
	p := &Page{Title: "A <case>", Accounts: []*reading.Account{a}, Brief: "brief.html", Cited: []Cited{{Source: "memo_2026", From: 12, To: 18, For: "what they agree on"}}}
	if err := Write(&out, p); err != nil {
		t.Fatal(err)
	}
	html := out.String()
	for _, want := range []string{
		`A &lt;case&gt;`, `id="at-d1-C1" href="#d1-C1"`, `id="d1-X1"`, `href="#at-d1-X1"`, `id="memo_2026-12-18"`,
		`brief.html#at-memo_2026-12-18`, `name="generator" content="reckon"`, "default-src 'none'",
	} {
		if !strings.Contains(html, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if strings.Contains(html, "<b>minister") || strings.Contains(html, "<said>") {
		t.Error("text got through as markup")
	}
	if n, m := strings.Count(html, "<span"), strings.Count(html, "</span>"); n != m {
		t.Errorf("%d spans open, %d close", n, m)
	}
	// Without its marks a block is the text of the document again.
	body, _, _ := strings.Cut(html[strings.Index(html, `<div class="text"`):], "</div>")
	body = regexp.MustCompile(`<a class="tag.*?</a>`).ReplaceAllString(body, "")
	plain := strings.NewReplacer("&lt;", "<", "&gt;", ">", "&#34;", `"`, "&amp;", "&").Replace(tags.ReplaceAllString(body, ""))
	for _, b := range a.Document.Blocks {
		if !strings.Contains(plain, a.Document.Text[b.Start:b.End]) {
			t.Errorf("the text %q is not on the page:\n%s", a.Document.Text[b.Start:b.End], plain)
		}
	}
	var again bytes.Buffer
	if err := Write(&again, p); err != nil || again.String() != html {
		t.Error("the same page came out differently")
	}
}
