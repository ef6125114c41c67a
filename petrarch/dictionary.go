package petrarch

import (
	"fmt"
	"slices"

	"reckon"
)

// Dictionary is what the files of actors, agents, verbs and discards say. The zero
// value is empty; several files of one kind add up, the later standing behind the
// earlier. A bad line is left out and told; the rest of the file is read.
type Dictionary struct {
	actors   lexicon[*actor]
	agents   lexicon[agent]
	discards lexicon[bool] // true drops the story, false the sentence
	verbs    map[string][]*verb
	synsets  map[string]*synset
}

// lexicon finds phrases by their first word, the longest first.
type lexicon[T any] map[string][]entry[T]

type entry[T any] struct {
	phrase phrase
	value  T
}

func (l *lexicon[T]) add(p phrase, value T) {
	if len(p) == 0 {
		return
	}
	if *l == nil {
		*l = lexicon[T]{}
	}
	first := p[0].text
	same := (*l)[first]
	at := slices.IndexFunc(same, func(e entry[T]) bool { return len(e.phrase) < len(p) })
	if at < 0 {
		at = len(same)
	}
	(*l)[first] = slices.Insert(same, at, entry[T]{p, value})
}

// fault makes the diagnostic of one line.
func fault(l line, severity reckon.Severity, code, summary, detail string) reckon.Diagnostic {
	return reckon.Diagnostic{
		Severity: severity, Code: "dictionary-" + code, Summary: summary, Detail: detail,
		At: reckon.Range{
			File:  l.file,
			Start: reckon.Pos{Line: l.number, Column: 1, Byte: l.start},
			End:   reckon.Pos{Line: l.number, Column: 1 + len([]rune(l.text)), Byte: l.start + len(l.text)},
		},
	}
}

func unread(l line, why string) reckon.Diagnostic {
	return fault(l, reckon.Error, "line", "This line cannot be read", why+" The line is left out.")
}

// ReadDiscards reads phrases that make a sentence worthless, or its whole story
// where a + stands before them.
func (d *Dictionary) ReadDiscards(name, text string) []reckon.Diagnostic {
	var faults []reckon.Diagnostic
	for l := range lines(name, text) {
		body, story := l.text, false
		if body[0] == '+' {
			body, story = body[1:], true
		}
		p := parsePhrase(body, true)
		if len(p) == 0 {
			faults = append(faults, unread(l, "It names no phrase."))
			continue
		}
		d.discards.add(p, story)
	}
	return faults
}

// String says how much was read.
func (d *Dictionary) String() string {
	return fmt.Sprintf("%d actors, %d agents, %d verb forms, %d synonym sets, %d discards",
		d.actors.size(), d.agents.size(), len(d.verbs), len(d.synsets), d.discards.size())
}

func (l lexicon[T]) size() int {
	n := 0
	for _, same := range l {
		n += len(same)
	}
	return n
}
