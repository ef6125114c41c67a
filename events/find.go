package events

import (
	"slices"
	"strings"

	"reckon/dates"
	"reckon/grammar"
	"reckon/names"
	"reckon/stance"
)

// Find lists the events of a text in order: one per predicate, verbs and nouns. A
// verb that decides what its complement counts as – agree, refuse, demand,
// threaten – makes one event of both. Cost: one pass over the tokens and a few
// over the children of each predicate.
func Find(t *grammar.Text, c *names.Cast, d []dates.Expression) []Event {
	f := finder{cast: c, dates: d}
	for n := range t.Sentences {
		f.sentence(t, n)
	}
	return f.events
}

// finder goes through a text.
type finder struct {
	tree
	cast    *names.Cast
	dates   []dates.Expression
	n       int   // sentence
	at      int   // first mention of the sentence
	day     int   // first date of the sentence
	mention []int // per token, -1 none
	used    []bool
	events  []Event
}

func (f *finder) sentence(t *grammar.Text, n int) {
	s := &t.Sentences[n]
	f.n = n
	f.plant(s)
	f.place()
	for i := range s.Tokens {
		if f.used[i] {
			continue
		}
		switch s.Tokens[i].Tag {
		case grammar.Verb, grammar.Adjective:
			if r, ok := f.resolve(i, 0); ok && r.kind != "" {
				f.add(r)
			}
		case grammar.Noun, grammar.Name:
			if r, ok := f.nominal(i); ok {
				f.add(r)
			}
		default:
		}
	}
}

// place puts the mentions of the sentence on its tokens.
func (f *finder) place() {
	n := len(f.s.Tokens)
	if cap(f.used) < n {
		f.used, f.mention = make([]bool, 2*n), make([]int, 2*n)
	}
	f.used, f.mention = f.used[:n], f.mention[:n]
	for i := range n {
		f.used[i], f.mention[i] = false, -1
	}
	for f.at < len(f.cast.Mentions) && f.cast.Mentions[f.at].Sentence < f.n {
		f.at++
	}
	for k := f.at; k < len(f.cast.Mentions) && f.cast.Mentions[k].Sentence == f.n; k++ {
		m := &f.cast.Mentions[k]
		for i := max(m.From, 0); i < min(m.To, n); i++ {
			if f.mention[i] < 0 || i == m.Head {
				f.mention[i] = k
			}
		}
	}
	for f.day < len(f.dates) && f.dates[f.day].Sentence < f.n {
		f.day++
	}
}

// reading is what a predicate was taken for.
type reading struct {
	kind, mode string
	trigger    int
	rule       string
	verb       int // whose subject acts; -1 for nouns
	object     int // what is acted on, or the complement's place; -1
	inner      *reading
	negated    bool // by the governing verb: refrain from, cancel
	nominal    bool
	addressee  int    // of a demand: who should act; -1
	given      bool   // the frame asks for what is acted on
	planned    bool   // still to come
	base       string // the type before will made a promise or a threat of it
}

// maxDepth bounds verbs that govern verbs.
const maxDepth = 6

// resolve takes a verb or adjective for an event, by the first frame that fits.
func (f *finder) resolve(i, depth int) (reading, bool) {
	frames := words.frames(f.tok(i))
	if frames == nil || depth > maxDepth {
		return reading{}, false
	}
	if f.attribute(i) {
		return reading{}, false
	}
	for k := range frames {
		fr := &frames[k]
		if !f.fits(fr, i) {
			continue
		}
		if fr.kind == none {
			return reading{}, false
		}
		r := reading{kind: fr.kind, mode: fr.mode, trigger: i, rule: fr.rule, verb: i, object: f.object(i), addressee: -1, given: fr.asks()}
		if kindOf(fr.kind) != nil {
			f.future(&r)
			return r, true
		}
		r.kind, r.mode = "", ""
		if f.operate(fr.kind, &r, depth) {
			return r, true
		}
	}
	return reading{}, false
}

// is tells a phrase that speaks of an entity of one of some kinds.
func (f *finder) is(at int, kinds ...names.Kind) bool {
	k := f.mention[at]
	if k < 0 || f.cast.Mentions[k].Entity < 0 {
		return false
	}
	return slices.Contains(kinds, f.cast.Entities[f.cast.Mentions[k].Entity].Kind)
}

// attribute tells a participle or adjective that says what something is like: "the
// detained man" tells no event of its own, nor does "one thing is clear".
func (f *finder) attribute(i int) bool {
	if f.tok(i).Tag == grammar.Adjective {
		return f.child(i, grammar.Cop, grammar.Nsubj) < 0 || !disposed[f.lemma(i)] && !strings.HasSuffix(f.tok(i).Text, "ed")
	}
	if f.tok(i).Relation != grammar.Amod || i == 0 {
		return false
	}
	switch f.tok(i - 1).Tag { // where none of these stands before it, the parser is likely to be wrong
	case grammar.Determiner, grammar.Adjective, grammar.Adposition, grammar.Numeral, grammar.Particle:
		return true
	default:
		return f.tok(i-1).Relation == grammar.NmodPoss
	}
}

// disposed lists adjectives that govern what somebody will do.
var disposed = map[string]bool{"ready": true, "willing": true, "set": true, "keen": true, "unwilling": true, "reluctant": true, "loath": true}

// fits tests the particle and the conditions of a frame.
func (f *finder) fits(fr *frame, verb int) bool {
	if fr.particle != "" && !f.particle(verb, fr.particle) {
		return false
	}
	for k := range fr.conditions {
		c := &fr.conditions[k]
		var at int
		switch c.what {
		case "obj":
			at = f.object(verb)
		case "noobj":
			if f.object(verb) >= 0 {
				return false
			}
			continue
		case "subj":
			at = f.subject(verb)
			if f.passive(verb) && at < 0 {
				at = f.object(verb)
			}
		case "comp":
			at = f.complement(verb)
		default:
			at = f.with(verb, c.what)
		}
		if at < 0 || !c.any && !f.in(at, c, 3) {
			return false
		}
	}
	return true
}

// particle tells whether a word stands with the verb: "blew … up", "called for".
// Of several the others follow soon: "went on a general strike".
func (f *finder) particle(verb int, p string) bool {
	first, rest, several := strings.Cut(p, "_")
	at := f.particleAt(verb, first)
	for several && at >= 0 {
		first, rest, several = strings.Cut(rest, "_")
		at = f.soon(at, first)
	}
	return at >= 0
}

// soon finds a word at most four tokens behind another; -1 when it is not there.
func (f *finder) soon(at int, word string) int {
	for i := at + 1; i < len(f.s.Tokens) && i <= at+4; i++ {
		if f.lemma(i) == word {
			return i
		}
	}
	return -1
}

func (f *finder) particleAt(verb int, p string) int {
	if verb+1 < len(f.s.Tokens) && f.lemma(verb+1) == p {
		return verb + 1
	}
	for i := range f.under(verb) {
		if f.lemma(i) == p && i > verb {
			return i
		}
		if r := f.tok(i).Relation; i > verb && (r.Is(grammar.Obl) || r.Is(grammar.Advcl)) {
			for k := range f.under(i) {
				if f.lemma(k) == p && (f.tok(k).Relation.Is(grammar.Case) || f.tok(k).Relation.Is(grammar.Mark)) {
					return k
				}
			}
		}
	}
	return -1
}

// in tells whether a noun phrase belongs to what a condition asks for: by its
// head, what the head is made of ("millions of dollars of aid"), or what it is
// compounded with.
func (f *finder) in(at int, c *condition, depth int) bool {
	lemma := f.lemma(at)
	if words.nouns[lemma].classes&c.class != 0 {
		return true
	}
	if slices.Contains(c.words, lemma) || c.class&words.classes["leader"] != 0 && f.is(at, names.Person) ||
		c.class&words.classes["state"] != 0 && f.is(at, names.State, names.Organ) {
		return true
	}
	if depth == 0 {
		return false
	}
	for i := range f.under(at) {
		switch r := f.tok(i).Relation; {
		case r == grammar.Nmod && f.preposition(i) == "of", r == grammar.Compound, r.Is(grammar.Conj):
			if f.in(i, c, depth-1) {
				return true
			}
		}
	}
	return false
}

// future lets will and would make a promise of what is friendly, a threat of what
// is hostile, and a refusal of what is friendly and denied.
func (f *finder) future(r *reading) {
	switch f.modal(r.verb) {
	case "would":
		if f.tok(r.verb).Relation != grammar.Ccomp { // nobody promises: what would be, not what will
			return
		}
	case "will", "wo", "'ll":
	default:
		return
	}
	if r.kind == "PROTEST" {
		r.planned = true
		return
	}
	inner := *r
	r.base = r.kind
	switch {
	case hostile(r.kind) && !f.negated(r.verb):
		r.kind, r.mode = "THREATEN", threatMode(&inner)
	case friendly(r.kind) && r.kind != "AGREE" && f.negated(r.verb):
		r.kind, r.mode = "REJECT", requestMode(&inner)
	case friendly(r.kind) && r.kind != "AGREE":
		r.kind, r.mode = "AGREE", ""
	default:
		return
	}
	r.rule = "future " + r.rule
}

// add writes an event down.
func (f *finder) add(r reading) {
	e := Event{Sentence: f.n, Trigger: r.trigger, Type: r.kind, Mode: r.mode, Date: f.date(r.trigger), Rule: r.rule + " = " + f.lemma(r.trigger)}
	f.roles(&e, &r)
	if !f.founded(&e, &r) {
		return
	}
	e.Context = f.contexts(r.trigger)
	e.Number = f.number(&r)
	e.Stance = stance.Of(f.s, r.trigger)
	e.Stance.Negated = e.Stance.Negated || r.negated
	if r.planned && e.Stance.Status == stance.Asserted {
		e.Stance.Status = stance.Future
	}
	f.disbelieve(&e)
	e.Start, e.End = f.tok(r.trigger).Start, f.tok(r.trigger).End
	for _, list := range [][]int{e.Actors, e.Recipients} {
		for _, k := range list {
			if m := &f.cast.Mentions[k]; m.Sentence == f.n && m.From < m.To && m.To <= len(f.s.Tokens) {
				e.Start = min(e.Start, f.tok(m.From).Start)
				e.End = max(e.End, f.tok(m.To-1).End)
			}
		}
	}
	f.events = append(f.events, e)
}

// date gives the date of the sentence that stands nearest, or -1.
func (f *finder) date(trigger int) int {
	best, distance := -1, 0
	for k := f.day; k < len(f.dates) && f.dates[k].Sentence == f.n; k++ {
		d := max(f.dates[k].From-trigger, trigger-f.dates[k].To+1)
		if best < 0 || d < distance {
			best, distance = k, d
		}
	}
	return best
}

// contexts lists what the words around a trigger speak of, in order of place.
func (f *finder) contexts(trigger int) []string {
	from, to := f.s.Clause(trigger)
	if f.tok(trigger).Tag != grammar.Verb {
		from, to = f.s.Phrase(trigger)
	}
	var list []string
	for i := from; i < to; i++ {
		for _, c := range words.contexts[f.lemma(i)] {
			if !slices.Contains(list, c) {
				list = append(list, c)
			}
		}
	}
	return list
}
