package margin

import (
	"fmt"
	"html/template"
	"path"
	"slices"
	"strconv"
	"strings"

	"reckon/document"
	"reckon/reading"
)

// fill makes the blocks with their marks, and the cards.
func (d *paper) fill(holders map[string]string) {
	doc := d.account.Document
	d.Title, d.Notes, d.Lang = titleOf(doc), doc.Notes, doc.Language
	d.RTL = doc.Language == "fa" || doc.Language == "ar" || doc.Language == "he"
	known := []string{doc.Author, doc.Publisher}
	if doc.Author == "" {
		known[0] = "author not found"
	}
	if doc.Published != 0 {
		known = append(known, doc.Published.String())
	} else {
		known = append(known, "date not found")
	}
	d.Facts = strings.Join(slices.DeleteFunc(known, func(s string) bool { return s == "" }), ", ")
	d.Summary = fmt.Sprintf("%d words; %s", d.account.Words, d.account.Count())
	d.opens = map[int][]int{}
	for i := range d.account.Items {
		it := &d.account.Items[i]
		d.holder = append(d.holder, holders[it.Holder])
		d.opens[it.Start] = append(d.opens[it.Start], i)
		d.Cards = append(d.Cards, d.card(i))
	}
	d.mark()
}

// name is the anchor of an item on the page.
func (d *paper) name(i int) string { return d.ID + "-" + d.account.Items[i].ID }

func (d *paper) card(i int) card {
	it := &d.account.Items[i]
	c := card{
		ID: d.name(i), Back: "at-" + d.name(i), Name: it.ID, Class: "k-" + string(it.Type) + " " + d.holder[i],
		What: what(it), Chain: strings.Join(it.Chain(), " → "), Stands: it.Stands(), Date: it.Date,
		Text: strings.Join(strings.Fields(it.Text), " "), Detail: detail(it), Rule: it.Rule, By: it.By,
	}
	if it.Until != "" {
		c.Date += " to " + it.Until
	}
	for _, at := range d.cited {
		if at.From < it.End && it.Start < at.To {
			c.Links = append(c.Links, link{fmt.Sprintf("%s#at-%s-%d-%d", d.brief, at.Source, at.From, at.To), at.For})
		}
	}
	return c
}

// what says in words what an item is.
func what(it *reading.Item) string {
	switch {
	case it.Type == reading.Event:
		return strings.TrimSpace(string(it.Type) + ": " + it.Event + " " + it.Mode)
	case it.Type == reading.Cause && it.Sign < 0:
		return "cause that hinders"
	case it.Kind != "" && it.Kind != string(it.Type):
		return string(it.Type) + ": " + it.Kind
	}
	return string(it.Type)
}

// detail lists the parts of an item.
func detail(it *reading.Item) string {
	var parts []string
	add := func(name string, at *reading.Place) {
		if at != nil {
			parts = append(parts, name+" “"+strings.Join(strings.Fields(at.Text), " ")+"”")
		}
	}
	add("if", it.If)
	add("then", it.Then)
	for i := range it.Causes {
		add("cause", &it.Causes[i])
	}
	add("effect", it.Effect)
	for i := range it.Items {
		add(strconv.Itoa(i+1), &it.Items[i])
	}
	if len(it.Actors) > 0 || len(it.Recipients) > 0 {
		parts = append(parts, strings.Join(it.Actors, ", ")+" → "+strings.Join(it.Recipients, ", "))
	}
	if it.Number != nil {
		parts = append(parts, strings.TrimSpace(it.Number.Text+" "+it.Number.Counts))
	}
	return strings.Join(parts, "; ")
}

// mark writes the blocks with a span for each item over each stretch between two
// ends, the longest item outside.
func (d *paper) mark() {
	at := document.NewOffsets(d.account.Document.Text)
	all := d.account.Items // in the order of the text
	next := 0
	var open []int // items that may reach into the block, in order
	for _, b := range d.account.Document.Blocks {
		from, to := at.Point(b.Start), at.Point(b.End)
		open = slices.DeleteFunc(open, func(i int) bool { return all[i].End <= from })
		for ; next < len(all) && all[next].Start < to; next++ {
			open = append(open, next)
		}
		cuts := []int{from, to}
		for _, i := range open {
			cuts = append(cuts, max(from, all[i].Start), max(from, min(to, all[i].End)))
		}
		for _, c := range d.cited {
			if from <= c.From && c.From < to {
				cuts = append(cuts, c.From)
			}
		}
		for _, start := range d.disputed {
			if from <= start && start < to {
				cuts = append(cuts, start)
			}
		}
		slices.Sort(cuts)
		d.Blocks = append(d.Blocks, block{b.Kind, d.body(open, slices.Compact(cuts))})
	}
}

// body writes a block stretch by stretch. The items come in order of their start.
func (d *paper) body(items, cuts []int) template.HTML {
	var b strings.Builder
	var over []int // items that cover the stretch, in order
	next := 0
	for k := range len(cuts) - 1 {
		over = slices.DeleteFunc(over, func(i int) bool { return d.account.Items[i].End <= cuts[k] })
		for ; next < len(items) && d.account.Items[items[next]].Start <= cuts[k]; next++ {
			if d.account.Items[items[next]].End > cuts[k] {
				over = append(over, items[next])
			}
		}
		d.stretch(&b, over, cuts[k], cuts[k+1])
	}
	return template.HTML(b.String()) //nolint:gosec // each text was escaped
}

// stretch writes the text between two cuts within the items that cover it.
func (d *paper) stretch(b *strings.Builder, items []int, from, to int) {
	for _, c := range d.cited {
		if c.From == from {
			fmt.Fprintf(b, `<span id="%s-%d-%d"></span>`, template.HTMLEscapeString(c.Source), c.From, c.To)
		}
	}
	if slices.Contains(d.disputed, from) {
		fmt.Fprintf(b, `<span class="here" id="%s-p%d"></span>`, d.ID, from)
	}
	for _, i := range d.opens[from] {
		d.tag(b, i)
	}
	over := slices.Clone(items)
	slices.SortStableFunc(over, func(x, y int) int {
		a, b := &d.account.Items[x], &d.account.Items[y]
		return (b.End - b.Start) - (a.End - a.Start)
	})
	for _, i := range over {
		fmt.Fprintf(b, `<span class="u k-%s %s i-%s">`, d.account.Items[i].Type, d.holder[i], d.name(i))
	}
	b.WriteString(template.HTMLEscapeString(string(d.points[from:to])))
	b.WriteString(strings.Repeat("</span>", len(over)))
}

// tag writes the letter of an item, which leads to its card and says on hover and
// focus whose it is.
func (d *paper) tag(b *strings.Builder, i int) {
	it, c := &d.account.Items[i], &d.Cards[i]
	tip := c.What + "; " + c.Chain
	if c.Stands != "" {
		tip += "; " + c.Stands
	}
	fmt.Fprintf(b, `<a class="tag k-%s %s" id="%s" href="#%s">%s<span class="tip" role="tooltip" dir="auto">%s</span></a>`,
		it.Type, d.holder[i], c.Back, c.ID, it.ID, template.HTMLEscapeString(tip))
}

// titleOf names a document: by its title, or its file.
func titleOf(doc *document.Document) string {
	if doc.Title != "" {
		return doc.Title
	}
	return strings.ToValidUTF8(path.Base(strings.ReplaceAll(doc.Name, `\`, "/")), "\ufffd") // file systems take any bytes
}
