package draft

import (
	"cmp"
	"slices"
	"strings"

	"reckon/reading"
)

// want is one statement that the subject is said to prefer to be true, or, when it
// is shunned, to be false.
type want struct {
	at    reading.Place
	page  int    // 0 where there are none
	by    string // language model, if one found it
	from  string // what kind of finding it comes from, and by which rule
	line  bool   // red line
	shun  string // what he does rather than want it: to fear, to refuse; "" when he wants it
	offer *reading.Place
	rank  int // 0: the text ranks it first; 1: it stands in the order of the text
}

const fears = "to fear"

// wants gathers what the subject puts first, in the order of the text's own
// ranking and then of the text. A stretch that two rules found is taken once.
func (w *writer) wants() []want {
	var all []want
	for _, it := range w.account.Items {
		before := len(all)
		switch {
		case it.Type == reading.Priority && w.ofSubject(&it):
			all = append(all, w.fromPriority(it)...)
		case it.Type == reading.Claim && it.Who == w.subject && it.Content != nil:
			all = append(all, fromClaim(it)...)
		}
		for i := range all[before:] {
			all[before+i].by, all[before+i].page = it.By, it.Page
		}
	}
	slices.SortStableFunc(all, func(a, b want) int { return cmp.Or(a.rank-b.rank, w.place(a)-w.place(b)) })
	var out []want
	for _, a := range all {
		if !slices.ContainsFunc(out, func(b want) bool { return overlap(a.at, b.at) }) {
			out = append(out, a)
		}
	}
	return out
}

// place keeps what the text ranks in the order of its rankings, and puts the rest
// in the order of the text.
func (w *writer) place(a want) int {
	if a.rank == 0 {
		return 0
	}
	return a.at.Start
}

// fromClaim takes what he is said to want, to intend or to refuse. Fears are
// beliefs: what he fears is somebody's deed.
func fromClaim(it reading.Item) []want {
	a := want{at: *it.Content, from: "claim " + it.ID + ", cue “" + it.Cue + "”", rank: 1}
	switch {
	case it.Kind == "refuse":
		a.shun, a.line = "to refuse", true
	case it.Kind != "want" && it.Kind != "intend":
		return nil
	case it.Negated:
		a.shun = "not to " + it.Kind
	}
	if a.shun != "" { // alone the words would say that he wants it
		a.at = reading.Place{Start: it.Start, End: it.End, Text: it.Text}
	}
	return []want{a}
}

// ofSubject reports that a priority is the subject's: his by name, or nobody
// else's in a text about him. A goal that he only believes others to have is not.
func (w *writer) ofSubject(it *reading.Item) bool {
	if it.Who != w.subject && (it.Who != "" || it.Speaker != "") {
		return false
	}
	at := reading.Place{Start: it.Start, End: it.End}
	return !slices.ContainsFunc(w.account.Items, func(c reading.Item) bool {
		return (c.Kind == "believe" || c.Kind == "know" || c.Kind == "expect") && w.holds(&c) && within(at, *c.Content)
	})
}

// holds reports a claim of the subject's, with its content.
func (w *writer) holds(c *reading.Item) bool {
	return c.Type == reading.Claim && c.Who == w.subject && c.Content != nil
}

func within(a, b reading.Place) bool { return b.Start <= a.Start && a.End <= b.End }

// comesSecond is the rule for a wish that stands after others, and no ranking.
const comesSecond = "a wish that comes second"

func (w *writer) fromPriority(it reading.Item) []want {
	from := it.Kind + " " + it.ID + ", rule " + it.Rule
	rank := 1
	if it.Kind == "priority" && it.Rule != comesSecond {
		rank = 0
	}
	whole := reading.Place{Start: it.Start, End: it.End, Text: it.Text}
	line := it.Kind == "red line"
	switch {
	case it.Kind == "list":
		return nil // a list that says nothing on importance
	case it.Kind == "offer":
		return []want{{at: whole, from: from, offer: it.If, rank: rank}}
	case len(it.Items) > 0:
		var all []want
		for _, entry := range it.Items {
			a := want{at: entry, from: from, line: line, rank: rank}
			if content, feared := w.said(entry, "fear"); feared {
				a.at, a.shun, a.rank = content, fears, 1
			}
			all = append(all, a)
		}
		return all
	}
	if !line { // the claim in it has the words for the goal alone
		whole = w.contents(whole)
	}
	return []want{{at: whole, from: from, line: line, rank: rank}}
}

// contents gives what the subject is said to want within a place, or the place.
func (w *writer) contents(at reading.Place) reading.Place {
	if in, found := w.said(at, "want", "intend"); found && within(in, at) {
		return in
	}
	return at
}

// said reports that a place is the content of what the subject is said to want or
// fear, and gives the words for it alone where a claim has them.
func (w *writer) said(at reading.Place, kinds ...string) (reading.Place, bool) {
	best, found := at, false
	for i := range w.account.Items {
		c := &w.account.Items[i]
		if !slices.Contains(kinds, c.Kind) || c.Negated || !w.holds(c) || !overlap(*c.Content, at) {
			continue
		}
		found = true
		if c.Content.End-c.Content.Start < best.End-best.Start {
			best = *c.Content
		}
	}
	return best, found
}

// overlap reports that two places share more than half of the shorter one.
func overlap(a, b reading.Place) bool {
	return 2*(min(a.End, b.End)-max(a.Start, b.Start)) > min(a.End-a.Start, b.End-b.Start)
}

// want writes one block. The statement is left out: it is the analyst's.
func (w *writer) want(a want) {
	w.line("")
	w.line("# %s.", oneLine(a.from))
	before := ""
	if a.shun == fears {
		before = "against"
	}
	if a.shun != "" {
		w.line("# He is said %s it: the statement to give is that it does not come about.", a.shun)
	}
	if a.offer != nil {
		w.line("# An offer: it hangs on “%s”.", short(oneLine(a.offer.Text), saysWords))
	}
	if near := w.near(a.at.Text); len(near) > 0 {
		w.line("# Options with the same words: %s.", strings.Join(near, ", "))
	}
	w.line("want %s {", quoted(w.label(a.at, before)))
	if a.line {
		w.line("red_line = true")
	}
	w.cite(a.at, a.page, short(a.at.Text, saysWords), a.by)
	w.line("}")
}
