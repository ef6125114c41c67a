package petrarch

import (
	"slices"
	"strings"

	"reckon"
	"reckon/grammar"
)

// Options are the switches of PETRARCH. The zero value drops no clause and codes
// events of which one side is not known; Standard is how PETRARCH is shipped.
type Options struct {
	Dyads   bool    // an event needs a source and a target with codes
	NewName int     // phrases of up to so many words without a code stand for themselves
	Initial Between // lengths of clauses between commas that are left out, in words:
	Middle  Between // before the first comma, between two, behind the last
	Final   Between
}

// Between is a range of lengths; Max 0 switches it off.
type Between struct{ Min, Max int }

// Standard gives the switches that PETRARCH is shipped with.
func Standard() Options {
	return Options{Dyads: true, Middle: Between{2, 8}, Final: Between{2, 8}}
}

// Event is one coded event. "---" stands for an actor without a code.
type Event struct {
	Source, Target, Code string
	Verb                 int // token of the sentence
	Line                 int // of the pattern in its file; 0 when the verb alone decided
}

// Coding is what a sentence gave: events, or the reason why it was not coded.
type Coding struct {
	Events  []Event
	Dropped Drop
}

// Drop says why a sentence was not coded.
type Drop string

// Reasons to drop: a discard of the sentence, of the whole story, a dateline.
const (
	Kept          Drop = ""
	WholeStory    Drop = "story"
	SentenceAlone Drop = "sentence"
	Dateline      Drop = "dateline"
)

// Code codes one sentence as of a day. It needs tags; where the sentence has no
// dependencies, verbs within the complement of a coded verb are coded, too.
func (d *Dictionary) Code(s *grammar.Sentence, day reckon.Date, o Options) Coding {
	words := items(s)
	if why := d.dropped(words); why != Kept {
		return Coding{Dropped: why}
	}
	c := coder{d: d, day: day, o: o, words: words}
	c.findNames()
	c.chunk()
	c.cutClauses()
	c.compose()
	return Coding{Events: c.events()}
}

func (d *Dictionary) dropped(words []item) Drop {
	why := Kept
	for i := range words {
		if story, n := d.discards.find(words, i); n > 0 {
			if story {
				return WholeStory
			}
			why = SentenceAlone
		}
	}
	for i := 1; i+1 < len(words) && i < 5; i++ {
		if words[i].upper == ":" && strings.HasPrefix(words[i+1].upper, "-") {
			return Dateline
		}
	}
	return why
}

// coder works on one sentence.
type coder struct {
	d      *Dictionary
	day    reckon.Date
	o      Options
	words  []item
	chunks []chunk
}

// events codes the verbs from left to right.
func (c *coder) events() []Event {
	var all []Event
	coded := map[int]bool{} // items
	for i := 0; i < len(c.words); i++ {
		if !c.verbal(i) || c.within(i, coded) {
			continue
		}
		h, ok := c.recognise(i)
		if !ok || c.helps(i) {
			continue
		}
		made := c.make(h)
		if len(made) > 0 {
			coded[i] = true
		}
		for _, e := range made {
			same := func(o Event) bool { return o.Source == e.Source && o.Target == e.Target && o.Code == e.Code }
			if !slices.ContainsFunc(all, same) {
				all = append(all, e)
			}
		}
		i = max(i, h.to-1)
	}
	return all
}

// hit is a verb with what was found around it.
type hit struct {
	from, to       int // words of the verb, half open
	verb           int // item
	code           string
	line           int
	source, target int // chunks that the pattern names; -1 when none
	joined         int // chunk of a group that acts on itself; -1
}

// recognise looks for the best pattern of the verbs that have this form, else for
// a code of the verb alone.
func (c *coder) recognise(i int) (hit, bool) {
	best := hit{from: i, to: i + 1, verb: i, source: -1, target: -1, joined: -1}
	size, plain := -1, 0
	for _, v := range c.d.verbs[c.words[i].upper] {
		from := i - v.at
		if from < 0 || v.around.at(c.words, from) != len(v.around) {
			continue
		}
		to := from + len(v.around)
		if len(v.around) > plain && v.code != "" && size < 0 {
			best.code, best.from, best.to, plain = v.code, from, to, len(v.around)
		}
		for k := range *v.patterns {
			p := &(*v.patterns)[k]
			n := len(p.upper) + len(p.lower) + len(v.around)
			if n <= size {
				break
			}
			m := matcher{coder: c, budget: 2000, source: -1, target: -1, joined: -1}
			if m.match(p, from, to) {
				size = n
				best = hit{from: from, to: to, verb: i, code: p.code, line: p.line, source: m.source, target: m.target, joined: m.joined}
				break
			}
		}
	}
	return best, best.code != ""
}

// make turns a verb with its code into events.
func (c *coder) make(h hit) []Event {
	code, back, paired := strings.Cut(h.code, ":")
	sources, targets := c.sides(h)
	if h.joined >= 0 && h.target < 0 && h.source < 0 && c.chunks[h.joined].to <= h.from {
		sources = c.codesOf(h.joined) // who is joined before the verb acts on one another
		targets = sources
	}
	var all []Event
	add := func(source, target, code string) {
		if source == target || c.o.Dyads && (source == "---" || target == "---") {
			return
		}
		all = append(all, Event{Source: source, Target: target, Code: code, Verb: c.words[h.verb].token, Line: h.line})
	}
	for _, s := range sources {
		for _, t := range targets {
			add(s, t, code)
			if paired {
				add(t, s, back)
			}
		}
	}
	return all
}
