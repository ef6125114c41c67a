package reading

import (
	"cmp"
	"slices"
	"strings"

	"reckon"
	"reckon/attribution"
	"reckon/causality"
	"reckon/dates"
	"reckon/document"
	"reckon/events"
	"reckon/grammar"
	"reckon/priority"
	"reckon/quotation"
	"reckon/stance"
)

// found is what the extractors saw in one document, on its way into items.
type found struct {
	account *Account
	offsets *document.Offsets
	dates   []dates.Expression
	quotes  []quotation.Quotation
	claims  []attribution.Claim

	claimsIn map[int][]int               // by sentence: claims with content there
	speechIn map[int][]int               // by sentence: quotations of speech that reach into it
	datesIn  map[int][]*dates.Expression // by sentence, in the order of the text
}

// index sorts what items look up by sentence, so that a long document costs no
// more a page than a short one.
func (f *found) index() {
	f.claimsIn, f.speechIn, f.datesIn = map[int][]int{}, map[int][]int{}, map[int][]*dates.Expression{}
	for i := range f.claims {
		for _, s := range f.claims[i].Content {
			f.account.each(s.Start, s.End, func(n int) {
				if in := f.claimsIn[n]; len(in) == 0 || in[len(in)-1] != i {
					f.claimsIn[n] = append(in, i)
				}
			})
		}
	}
	for i, q := range f.quotes {
		if q.Kind == quotation.Speech {
			f.account.each(q.Start, q.End, func(n int) { f.speechIn[n] = append(f.speechIn[n], i) })
		}
	}
	for i := range f.dates {
		e := &f.dates[i]
		f.datesIn[e.Sentence] = append(f.datesIn[e.Sentence], e)
	}
}

// each calls do with every sentence that reaches into a stretch of bytes.
func (a *Account) each(from, to int, do func(sentence int)) {
	all := a.Text.Sentences
	n, _ := slices.BinarySearchFunc(all, from, func(s grammar.Sentence, at int) int { return cmp.Compare(s.End, at+1) })
	for ; n < len(all) && all[n].Start < to; n++ {
		do(n)
	}
}

// item begins an item over a stretch of bytes.
func (f *found) item(kind Type, from, to int) Item {
	d := f.account.Document
	return Item{
		Document: d.Name, Type: kind, Reader: version, Holder: f.account.Author(),
		Start: f.offsets.Point(from), End: f.offsets.Point(to), Text: d.Text[from:to], from: from, to: to,
	}
}

func (f *found) place(from, to int) *Place {
	if from >= to {
		return nil
	}
	return &Place{Start: f.offsets.Point(from), End: f.offsets.Point(to), Text: f.account.Document.Text[from:to]}
}

func (f *found) words(from, to int) string { return f.account.Document.Text[from:to] }

// who names a mention: the entity, or the words of the text.
func (f *found) who(mention int) (name, id string) {
	if mention < 0 {
		return "", ""
	}
	m := f.account.Cast.Mentions[mention]
	if m.Entity >= 0 {
		e := f.account.Cast.Entities[m.Entity]
		return e.Name, e.ID
	}
	tokens := f.account.Text.Sentences[m.Sentence].Tokens
	return f.words(tokens[m.From].Start, tokens[m.To-1].End), ""
}

func (f *found) addQuotations() {
	for n, q := range f.quotes {
		kind := Term
		if q.Kind == quotation.Speech {
			kind = Quotation
		}
		it := f.item(kind, q.Start, q.End)
		it.Kind, it.Rule = string(q.Kind), q.Rule
		it.Cue = f.words(q.Cue[0], q.Cue[1])
		if name, id := f.who(q.Speaker); name != "" {
			it.Speaker, it.Holder, it.Who = name, name, id
		}
		if kind == Quotation && it.Who == "" {
			f.speak(&it, n)
		}
		f.date(&it)
		f.add(it)
	}
}

// speak names the speaker of a quotation for whom no entity was found: the source
// of the claim that it is the content of. Words that somebody spoke are never the
// author's for want of a name.
func (f *found) speak(it *Item, quote int) {
	for i := range f.claims {
		c := &f.claims[i]
		if c.Quotation != quote && 2*covered(c.Content, it.from, it.to) <= it.to-it.from {
			continue
		}
		held := Item{}
		f.hold(&held, c)
		if held.Who != "" || it.Speaker == "" && held.Holder != unnamed {
			it.Speaker, it.Holder, it.Who, it.Holders = held.Holder, held.Holder, held.Who, held.Holders
			return
		}
	}
	if it.Speaker == "" {
		it.Holder = unnamed
	}
}

// unnamed is who holds what the text gives to nobody.
const unnamed = "unnamed"

func (f *found) addClaims() {
	for i := range f.claims {
		c := &f.claims[i]
		it := f.item(Claim, c.Start, c.End)
		it.Kind, it.Rule, it.Confidence = string(c.Kind), c.Rule, c.Confidence
		it.Cue, it.Hedge = f.spans(c.Cue), f.spans(c.Hedge)
		if n := len(c.Content); n > 0 {
			it.Content = f.place(c.Content[0].Start, c.Content[n-1].End)
		}
		f.hold(&it, c)
		sentence := f.sentenceAt(c.Start)
		f.stand(&it, sentence, c.Stance)
		f.date(&it)
		f.add(it)
	}
}

// hold names the holders of a claim: those it gives, or the words of its source.
func (f *found) hold(it *Item, c *attribution.Claim) {
	it.Holder, it.Who, it.Holders = "", "", nil
	chain := []string{f.account.Author()}
	for _, m := range c.Holders {
		name, id := f.who(m)
		if name != "" {
			it.Holder, it.Who = name, id
			chain = append(chain, name)
		}
	}
	if it.Holder == "" {
		it.Holder = f.spans(c.Source)
		if it.Holder != "" {
			chain = append(chain, it.Holder)
		}
	}
	if it.Holder == "" {
		it.Holder = unnamed
		chain = append(chain, it.Holder)
	}
	if it.Who == "" && strings.EqualFold(it.Holder, "I") && len(f.speechIn[f.sentenceAt(c.Start)]) == 0 {
		chain = chain[:1] // outside quotations the author alone says I
		it.Holder = chain[0]
	}
	it.Holders = chain
}

func (f *found) spans(spans []attribution.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, f.words(s.Start, s.End))
	}
	return strings.Join(parts, " … ")
}

func (f *found) addPriorities(all []priority.Finding) {
	for _, p := range all {
		it := f.item(Priority, p.Start, p.End)
		it.Kind, it.Rule = string(p.Kind), p.Rule
		it.Cue = f.words(p.Cue[0], p.Cue[1])
		it.If = f.place(p.If[0], p.If[1])
		for _, entry := range p.Items {
			if at := f.place(entry.Start, entry.End); at != nil {
				it.Items = append(it.Items, *at)
			}
		}
		f.within(&it)
		if name, id := f.who(p.Holder); name != "" && !f.oneself(p.Holder, &it) {
			it.Speaker, it.Who = name, id
			if it.Holder != name {
				it.Holders = append(slices.Clip(it.Chain()), name)
				it.Holder = name
			}
		}
		f.add(it)
	}
}

// oneself says whether a holder is only the I or we of somebody who is known to speak.
func (f *found) oneself(mention int, it *Item) bool {
	m := f.account.Cast.Mentions[mention]
	return m.Speech == 1 && m.Entity < 0 && it.Who != ""
}

func (f *found) addConditions(all []causality.Condition) {
	for _, c := range all {
		it := f.item(Condition, c.Start, c.End)
		it.Kind, it.Rule = c.Form, c.Rule
		it.Cue = f.words(c.Cue[0], c.Cue[1])
		it.If, it.Then = f.place(c.If[0], c.If[1]), f.place(c.Then[0], c.Then[1])
		f.stand(&it, f.sentenceAt(c.Then[0]), c.Stance)
		f.within(&it)
		f.add(it)
	}
}

func (f *found) addCauses(all []causality.Cause) {
	for _, c := range all {
		it := f.item(Cause, c.Start, c.End)
		it.Rule, it.Sign, it.Confidence = c.Rule, c.Sign, c.Confidence
		it.Cue = f.words(c.Cue[0], c.Cue[1])
		for _, part := range c.Causes {
			if at := f.place(part[0], part[1]); at != nil {
				it.Causes = append(it.Causes, *at)
			}
		}
		it.Effect = f.place(c.Effect[0], c.Effect[1])
		f.stand(&it, f.sentenceAt(c.Effect[0]), c.Stance)
		it.Negated = it.Negated || c.Negated
		f.within(&it)
		f.add(it)
	}
}

func (f *found) addEvents(all []events.Event) {
	for _, e := range all {
		it := f.item(Event, e.Start, e.End)
		it.Event, it.Mode, it.Context, it.Rule = e.Type, e.Mode, e.Context, e.Rule
		it.Cue = f.account.Text.Sentences[e.Sentence].Tokens[e.Trigger].Text
		it.Actors, it.Recipients = f.all(e.Actors), f.all(e.Recipients)
		if e.Number != nil {
			it.Number = f.figure(e.Number)
		}
		f.stand(&it, e.Sentence, e.Stance)
		if e.Date >= 0 && e.Date < len(f.dates) {
			f.set(&it, &f.dates[e.Date])
		}
		f.within(&it)
		f.add(it)
	}
}

func (f *found) all(mentions []int) []string {
	var names []string
	for _, m := range mentions {
		if name, _ := f.who(m); name != "" {
			names = append(names, name)
		}
	}
	return names
}

func (f *found) add(it Item) { f.account.Items = append(f.account.Items, it) }

// stand writes how a statement stands, with the words that show it.
func (f *found) stand(it *Item, sentence int, s stance.Stance) {
	it.Certainty, it.Status, it.Negated = string(s.Certainty), string(s.Status), s.Negated
	if sentence < 0 {
		return
	}
	tokens := f.account.Text.Sentences[sentence].Tokens
	for _, at := range s.Triggers {
		if at < len(tokens) {
			it.Triggers = append(it.Triggers, tokens[at].Text)
		}
	}
}

// within gives an item inside what somebody says or believes that holder: the
// innermost claim whose content covers more than half of it, else the quotation
// it stands in. What is inside a rumour is a rumour.
func (f *found) within(it *Item) {
	best := -1
	f.account.each(it.from, it.to, func(n int) {
		for _, i := range f.claimsIn[n] {
			c := &f.claims[i]
			if 2*covered(c.Content, it.from, it.to) > it.to-it.from && (best < 0 || c.End-c.Start < f.claims[best].End-f.claims[best].Start) {
				best = i
			}
		}
	})
	if best >= 0 {
		c := &f.claims[best]
		f.hold(it, c)
		if s := c.Stance.Status; it.Status == string(stance.Asserted) && (s == stance.Rumour || s == stance.Reported || s == stance.Denied) {
			it.Status = string(s)
		}
		if it.Type == Event && it.Status == string(stance.Asserted) && c.Kind == attribution.Say {
			it.Status = string(stance.Reported) // somebody's word, not the author's
		}
		return
	}
	for _, i := range f.speechIn[f.sentenceAt(it.from)] {
		if q := &f.quotes[i]; q.Start <= it.from && it.to <= q.End {
			if name, id := f.who(q.Speaker); name != "" {
				it.Holder, it.Who, it.Holders = name, id, []string{f.account.Author(), name}
			}
		}
	}
}

// covered is how many bytes of a stretch lie in the spans.
func covered(spans []attribution.Span, from, to int) int {
	n := 0
	for _, s := range spans {
		n += max(0, min(s.End, to)-max(s.Start, from))
	}
	return n
}

// sentenceAt finds the sentence that holds a byte; -1 when none does.
func (f *found) sentenceAt(at int) int {
	found := -1
	f.account.each(at, at+1, func(n int) { found = n })
	return found
}

// date gives an item the date of its own sentence: the last one before the item
// begins, else the first one outside what is quoted.
func (f *found) date(it *Item) {
	sentence := f.sentenceAt(it.from)
	var best *dates.Expression
	for _, e := range f.datesIn[sentence] {
		if e.First == 0 {
			continue
		}
		at := f.account.Text.Sentences[sentence].Tokens[e.From].Start
		if it.Type == Quotation && at > it.from {
			continue
		}
		if best == nil || at <= it.from {
			best = e
		}
	}
	if best != nil {
		f.set(it, best)
	}
}

func (f *found) set(it *Item, e *dates.Expression) {
	if e.First == 0 {
		return
	}
	it.Date, it.Until = span(e.First, e.Last)
	it.Basis = e.Basis
}

func (f *found) figure(n *events.Number) *Number {
	out := &Number{Text: f.words(n.From, n.To), Counts: n.Counts}
	if n.Low > 0 {
		out.Low = &n.Low
	}
	if n.High > 0 && n.High < openEnd {
		out.High = &n.High
	}
	return out
}

// openEnd is what a figure without an upper end is said to reach.
const openEnd = 1e18

// span writes a stretch of days as precisely as a text had it: a year, a month, a
// day, or from one day to another.
func span(first, last reckon.Date) (from, until string) {
	from = first.String()
	switch {
	case last == 0 || last == first:
		return from, ""
	case strings.HasSuffix(from, "-01-01") && last == first.After("year", 1)-1:
		return from[:4], ""
	case strings.HasSuffix(from, "-01") && last == first.After("month", 1)-1:
		return from[:7], ""
	}
	return from, last.String()
}
