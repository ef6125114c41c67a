package profile

import (
	"slices"
	"strings"

	"reckon/document"
	"reckon/grammar"
	"reckon/names"
	"reckon/quotation"
)

// Source says how a stretch of his words came about: how freely he spoke.
type Source string

// Sources, the most spontaneous first.
const (
	Interview Source = "interview"   // answers, spontaneous
	Prepared  Source = "prepared"    // speeches and statements
	Written   Source = "written"     // texts that bear his name
	Quoted    Source = "second-hand" // quotations that others chose
)

// sources is their order of print.
var sources = []Source{Interview, Prepared, Written, Quoted}

// span is a stretch that the speaker says, in bytes.
type span struct {
	start, end int
	source     Source
}

// voice finds out who says what in one document.
type voice struct {
	t      *grammar.Text
	c      *names.Cast
	quotes []quotation.Quotation
	set    *Settings
	who    int // entity of the speaker, −1
}

// speaker finds the entity that bears a name: in full, by ID or alias, else by
// the last name where only one person has it.
func speaker(c *names.Cast, name string) int {
	if name == "" {
		return -1
	}
	last, lasts := -1, 0
	for i, e := range c.Entities {
		if strings.EqualFold(e.Name, name) || strings.EqualFold(e.ID, name) || slices.ContainsFunc(e.Aliases, func(a string) bool { return strings.EqualFold(a, name) }) {
			return i
		}
		if e.Kind == names.Person && strings.EqualFold(lastName(e.Name), lastName(name)) && (!strings.Contains(name, " ") || !strings.Contains(e.Name, " ")) {
			last = i
			lasts++
		}
	}
	if lasts == 1 {
		return last
	}
	return -1
}

func lastName(name string) string {
	if f := strings.Fields(name); len(f) > 0 {
		return f[len(f)-1]
	}
	return name
}

// spans lists what the speaker says, in order, without what he quotes of others
// and without notes of editors.
func (v *voice) spans() []span {
	turns := turnsOf(v.t.Document)
	switch {
	case isTranscript(turns, v.isLabel):
		return v.spoken(v.without(v.ofTurns(turns)))
	case v.set.Own || v.isAuthor():
		return v.spoken(v.without(apart(v.whole(turns), turns)))
	}
	return v.spoken(v.quoted())
}

// apart cuts out the turns of others in a document that is his: questions, and
// what the audience calls. His own stand under his office, such as The President.
func apart(list []span, turns []turn) []span {
	var holes []span
	for _, u := range turns {
		if u.stop && !strings.HasPrefix(u.label, "The ") {
			holes = append(holes, span{start: u.start - len(u.label) - 1, end: u.end})
		} else if u.stop {
			holes = append(holes, span{start: u.start - len(u.label) - 1, end: u.start})
		}
	}
	return cut(list, holes)
}

// spoken cuts out what editors put in square brackets: [Laughter].
func (v *voice) spoken(list []span) []span {
	var holes []span
	text := v.t.Document.Text
	for _, s := range list {
		for at := s.start; at < s.end; {
			open := strings.IndexByte(text[at:s.end], '[')
			if open < 0 {
				break
			}
			at += open
			n := strings.IndexByte(text[at:min(s.end, at+maxNote)], ']')
			if n < 0 || strings.Contains(text[at:at+n], "\n\n") {
				at++
				continue
			}
			holes = append(holes, span{start: at, end: at + n + 1})
			at += n + 1
		}
	}
	return cut(list, holes)
}

// maxNote is the longest note of an editor, in bytes.
const maxNote = 400

// cut leaves holes out of stretches; both are in order.
func cut(list, holes []span) []span {
	var left []span
	for _, s := range list {
		at := s.start
		for _, h := range holes {
			if h.end <= at || h.start >= s.end {
				continue
			}
			if h.start > at {
				left = append(left, span{at, h.start, s.source})
			}
			at = max(at, h.end)
		}
		if at < s.end {
			left = append(left, span{at, s.end, s.source})
		}
	}
	return left
}

func (v *voice) isAuthor() bool {
	a := v.t.Document.Author
	return a != "" && (strings.EqualFold(a, v.set.Speaker) || v.who >= 0 && speaker(v.c, a) == v.who)
}

// isLabel says whether the label of a turn names the speaker: his name or an
// alias in full, or his last name, with or without titles before it.
func (v *voice) isLabel(label string) bool {
	if v.isNamed(label, v.set.Speaker) {
		return true
	}
	if v.who < 0 {
		return false
	}
	e := &v.c.Entities[v.who]
	return v.isNamed(label, e.Name) || slices.ContainsFunc(e.Aliases, func(a string) bool { return v.isNamed(label, a) })
}

func (v *voice) isNamed(label, name string) bool {
	words, full := strings.Fields(strings.ToLower(label)), strings.Fields(strings.ToLower(name))
	if len(words) == 0 || len(full) == 0 {
		return false
	}
	for len(words) > 1 && lexical.classes[strings.TrimSuffix(words[0], ".")]&title != 0 {
		words = words[1:]
	}
	return slices.Equal(words, full) || len(words) == 1 && words[0] == full[len(full)-1]
}

// body is what an author states: headings are left to the editor.
func body(k document.Kind) bool {
	return k == document.Paragraph || k == document.Item
}

// whole takes the document for his; one with questions is an interview.
func (v *voice) whole(turns []turn) []span {
	source := v.set.Source
	if source == "" {
		source = Written
		title := strings.ToLower(v.t.Document.Title)
		for _, w := range []string{"speech", "address", "remarks", "statement", "sermon", "message"} {
			if v.set.Own || strings.Contains(title, w) {
				source = Prepared
			}
		}
		if slices.ContainsFunc(turns, func(u turn) bool { return u.stop && u.label == "Q" }) {
			source = Interview
		}
	}
	var list []span
	for _, b := range v.t.Document.Blocks {
		if body(b.Kind) {
			list = append(list, span{b.Start, b.End, source})
		}
	}
	return list
}

// ofTurns takes the turns under his label.
func (v *voice) ofTurns(turns []turn) []span {
	asked, named := false, false
	for _, u := range turns {
		mine := v.isLabel(u.label)
		named = named || mine
		asked = asked || questions[strings.ToLower(u.label)] || !mine && strings.HasSuffix(strings.TrimSpace(v.t.Document.Text[u.start:u.end]), "?")
	}
	source := v.set.Source
	if source == "" {
		source = Prepared
		if asked {
			source = Interview
		}
	}
	var list []span
	for _, u := range turns {
		if v.isLabel(u.label) || !named && answers[strings.ToLower(u.label)] {
			list = append(list, span{u.start, u.end, source})
		}
	}
	return list
}

// without cuts out what others say in quotation marks.
func (v *voice) without(list []span) []span {
	var holes []span
	for i := range v.quotes {
		q := &v.quotes[i]
		if q.Kind != quotation.Speech || q.Within >= 0 || v.owns(q) || q.Speaker < 0 || v.c.Mentions[q.Speaker].Speech == 1 {
			continue
		}
		for _, s := range list {
			if s.start <= q.Start && q.End <= s.end {
				holes = append(holes, span{start: q.Start, end: q.End})
			}
		}
	}
	return cut(list, holes)
}

// owns says whether the speaker says a quotation.
func (v *voice) owns(q *quotation.Quotation) bool {
	return v.who >= 0 && q.Speaker >= 0 && q.Speaker < len(v.c.Mentions) && v.c.Mentions[q.Speaker].Entity == v.who
}

// quoted takes his direct quotations in the text of others.
func (v *voice) quoted() []span {
	source := v.set.Source
	if source == "" {
		source = Quoted
	}
	var list []span
	for i := range v.quotes {
		q := &v.quotes[i]
		if q.Kind != quotation.Speech || !v.owns(q) {
			continue
		}
		if n := len(list); n > 0 && q.Start < list[n-1].end {
			continue // within another of his
		}
		list = append(list, span{q.Start, q.End, source})
	}
	return list
}
