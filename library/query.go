package library

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// query is what to look for: every clause, and none of what is left out.
type query struct {
	all [][]term // one of each must be there
	out []term
}

// term is a word, or several that stand one after the other.
type term []string

// Limits of a query.
const (
	longestQuery = 2000 // bytes
	mostTerms    = 64
)

// parseQuery reads what a person typed: words that must all be there, "phrases" in
// any kind of quotation mark, OR between words of which one will do, and a minus
// sign before what must not be there. All else between words is ignored, so that no
// text is an error but one that asks for nothing.
func parseQuery(text string) (query, error) {
	var q query
	if len(text) > longestQuery {
		return q, fmt.Errorf("the query is longer than %d letters; look for fewer words", longestQuery)
	}
	joined, n := false, 0
	for rest := text; ; {
		var t token
		if t, rest = nextToken(rest); t.text == "" && !t.phrase {
			break
		}
		if t.text == "OR" && !t.phrase && !t.out {
			joined = len(q.all) > 0
			continue
		}
		words := term(wordsOf(t.text))
		if len(words) == 0 {
			continue
		}
		if n += len(words); n > mostTerms {
			return q, fmt.Errorf("the query has more than %d words; look for fewer", mostTerms)
		}
		switch {
		case t.out && joined:
			return q, errors.New("a word with a minus sign cannot stand beside OR; write what is to be left out last")
		case t.out:
			q.out = append(q.out, words)
		case joined:
			last := len(q.all) - 1
			q.all[last] = append(q.all[last], words)
		default:
			q.all = append(q.all, []term{words})
		}
		joined = false
	}
	if len(q.all) == 0 {
		return q, errors.New(`the query names no word to look for; write words, "phrases", OR between alternatives, a minus sign before what to leave out`)
	}
	return q, nil
}

// token is a word or phrase as it was typed.
type token struct {
	text        string
	phrase, out bool
}

func nextToken(s string) (token, string) {
	var t token
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	if r, size := utf8.DecodeRuneInString(s); (r == '-' || r == '−') && len(s) > size {
		if next, _ := utf8.DecodeRuneInString(s[size:]); !unicode.IsSpace(next) {
			t.out, s = true, s[size:]
		}
	}
	if r, size := utf8.DecodeRuneInString(s); quotes(r) {
		t.phrase, s = true, s[size:]
		end := strings.IndexFunc(s, quotes)
		if end < 0 {
			t.text = s
			return t, ""
		}
		_, size = utf8.DecodeRuneInString(s[end:])
		t.text = s[:end]
		return t, s[end+size:]
	}
	end := strings.IndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || quotes(r) })
	if end < 0 {
		end = len(s)
	}
	t.text = s[:end]
	return t, s[end:]
}

func quotes(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '＂':
		return true
	}
	return false
}

// matchQuery writes a query for FTS5. Words are letters and digits only, so that
// quotation marks hold them.
func matchQuery(q query) string {
	phrase := func(t term) string { return `"` + strings.Join(t, " ") + `"` }
	s := "(" + clauses(q.all, phrase, " OR ", ") AND (") + ")"
	for _, t := range q.out {
		s = "(" + s + ") NOT " + phrase(t)
	}
	return s
}

// vectorQuery writes a query for PostgreSQL. Long texts have no positions there, so
// that phrases are asked for as words, and each hit is checked; what is to be left
// out is left to that check when it is a phrase.
func vectorQuery(q query) string {
	words := func(t term) string { return "('" + strings.Join(t, "' & '") + "')" }
	parts := []string{"(" + clauses(q.all, words, " | ", ") & (") + ")"}
	for _, t := range q.out {
		if len(t) == 1 {
			parts = append(parts, "!"+words(t))
		}
	}
	return strings.Join(parts, " & ")
}

func clauses(all [][]term, write func(term) string, or, and string) string {
	parts := make([]string, len(all))
	for k, clause := range all {
		terms := make([]string, len(clause))
		for n, t := range clause {
			terms[n] = write(t)
		}
		parts[k] = strings.Join(terms, or)
	}
	return strings.Join(parts, and)
}

// find lists where the terms of a query stand in the words of a text, and reports
// whether the text is what was asked for.
func (q query) find(folded string, words []span) ([]match, bool) {
	var found []match
	number := 0
	for _, clause := range q.all {
		met := false
		for _, t := range clause {
			at := t.find(folded, words, number)
			number++
			found = append(found, at...)
			met = met || len(at) > 0
		}
		if !met {
			return nil, false
		}
	}
	for _, t := range q.out {
		if len(t.find(folded, words, 0)) > 0 {
			return nil, false
		}
	}
	slices.SortFunc(found, func(a, b match) int { return a.start - b.start })
	return found, true
}

// match is a place where a term stands in a folded text.
type match struct {
	start, end int
	term       int // its number in the query
}

func (t term) find(folded string, words []span, number int) []match {
	var found []match
	for k := 0; k+len(t) <= len(words); k++ {
		n := 0
		for n < len(t) && folded[words[k+n].start:words[k+n].end] == t[n] {
			n++
		}
		if n == len(t) {
			found = append(found, match{words[k].start, words[k+n-1].end, number})
		}
	}
	return found
}
