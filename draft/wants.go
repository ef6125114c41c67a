package draft

import (
	"slices"
	"strings"

	"reckon/reading"
)

// want is one statement that the subject is said to prefer to be true.
type want struct {
	at    reading.Place
	says  string
	page  int    // 0 where there are none
	by    string // language model, if one found it
	from  string // what kind of finding it comes from, and by which rule
	line  bool   // red line
	offer *reading.Place
	rank  int // 0: the text ranks it first; 1: it stands in the order of the text
}

// wants gathers what the subject puts first, in the order of the text's own
// ranking and then of the text. A stretch that two rules found is taken once.
func (w *writer) wants() []want {
	var all []want
	for _, it := range w.account.Items {
		before := len(all)
		switch {
		case it.Type == reading.Priority && w.ofSubject(&it):
			all = append(all, w.fromPriority(it)...)
		case it.Type == reading.Claim && it.Who == w.subject && it.Content != nil && (it.Kind == "want" || it.Kind == "intend" || it.Kind == "refuse"):
			all = append(all, want{at: *it.Content, from: "claim " + it.ID + ", cue “" + it.Cue + "”", line: it.Kind == "refuse", rank: 1})
		}
		for i := range all[before:] {
			all[before+i].by, all[before+i].page = it.By, it.Page
		}
	}
	slices.SortStableFunc(all, func(a, b want) int { return a.rank - b.rank })
	var out []want
	for _, a := range all {
		if !slices.ContainsFunc(out, func(b want) bool { return overlap(a.at, b.at) }) {
			a.says = short(a.at.Text, saysWords)
			out = append(out, a)
		}
	}
	return out
}

// ofSubject reports that a priority is the subject's: his by name, or nobody
// else's in a text about him.
func (w *writer) ofSubject(it *reading.Item) bool {
	return it.Who == w.subject || it.Who == "" && it.Speaker == ""
}

func (w *writer) fromPriority(it reading.Item) []want {
	from := it.Kind + " " + it.ID + ", rule " + it.Rule
	rank := 1
	if it.Kind == "priority" {
		rank = 0
	}
	whole := reading.Place{Start: it.Start, End: it.End, Text: it.Text}
	switch {
	case it.Kind == "list":
		return nil // a list that says nothing on importance
	case it.Kind == "offer":
		return []want{{at: whole, from: from, offer: it.If, rank: rank}}
	case len(it.Items) > 0:
		var all []want
		for _, entry := range it.Items {
			all = append(all, want{at: entry, from: from, line: it.Kind == "red line", rank: rank})
		}
		return all
	}
	return []want{{at: whole, from: from, line: it.Kind == "red line", rank: rank}}
}

// overlap reports that two places share more than half of the shorter one.
func overlap(a, b reading.Place) bool {
	return 2*(min(a.End, b.End)-max(a.Start, b.Start)) > min(a.End-a.Start, b.End-b.Start)
}

// want writes one block. The statement is left out: it is the analyst's.
func (w *writer) want(a want) {
	w.line("")
	w.line("# %s.", oneLine(a.from))
	if a.offer != nil {
		w.line("# An offer: it hangs on “%s”.", short(oneLine(a.offer.Text), saysWords))
	}
	if near := w.near(a.at.Text); len(near) > 0 {
		w.line("# Options with the same words: %s.", strings.Join(near, ", "))
	}
	w.line("want %s {", quoted(w.label(a.at.Text)))
	if a.line {
		w.line("red_line = true")
	}
	w.cite(a.at, a.page, a.says, a.by)
	w.line("}")
}
