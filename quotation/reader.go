package quotation

import (
	"unicode"
	"unicode/utf8"
)

// quote is a pair of marks with the tokens that it holds and their looks.
type quote struct {
	pair
	open, from, to, after int // tokens: the opening mark, what is inside (half open), the first one behind

	words   int  // tokens with a letter or digit
	finite  bool // a verb inside can carry a clause
	capital bool // the first letter inside is a capital
	titled  bool // so are those of all long words
	stopped bool // the last mark inside ends a sentence
	comma   bool // it is a comma
	alone   bool // the opening mark begins a sentence
}

// reader decides what each pair of marks is for, and who speaks.
type reader struct {
	*view
	quotes []quote
	inside []int32 // of each token, the innermost quotation that holds it; -1
	judged []Quotation
}

// place finds the tokens of each pair.
func (r *reader) place(pairs []pair) {
	r.inside = make([]int32, len(r.Tokens))
	for i := range r.inside {
		r.inside[i] = -1
	}
	r.quotes = make([]quote, len(pairs))
	for k, p := range pairs {
		q := quote{pair: p, open: r.at(p.start), from: r.at(p.start + p.width), after: r.at(p.end)}
		w := p.width
		if last, n := utf8.DecodeLastRuneInString(r.text[p.start:p.end]); familyOf(last) == 0 {
			w = 0 // cut, not closed
		} else if p.family != twin {
			w = n
		}
		q.to = max(q.from, r.at(p.end-w))
		for i := q.from; i < q.to; i++ {
			r.inside[i] = int32(k)
		}
		r.quotes[k] = q
	}
	for k := range r.quotes {
		r.features(&r.quotes[k])
	}
}

// features notes what can be seen of a quotation without its surroundings.
func (r *reader) features(q *quote) {
	q.titled = true
	for i := q.from; i < q.to; i++ {
		tok := r.Tokens[i]
		if !wordy(tok.Text) {
			continue
		}
		first, _ := utf8.DecodeRuneInString(tok.Text)
		if q.words == 0 {
			q.capital = unicode.IsUpper(first) || unicode.IsDigit(first)
		}
		q.words++
		q.finite = q.finite || r.finite(i)
		q.titled = q.titled && (len(tok.Text) <= 3 || !unicode.IsLower(first) || small(tok.Text))
	}
	q.titled = q.titled && q.capital
	if q.to > q.from {
		last := r.Tokens[q.to-1].Text
		q.stopped = stop(last[max(0, len(last)-1):]) || stop(last)
		q.comma = last == ","
	}
	q.alone = q.open < len(r.Tokens) && (q.open == r.sentenceStart(q.open) || q.from < len(r.Tokens) && q.from == r.sentenceStart(q.from) ||
		stop(r.word(q.open-1)) || q.open > 1 && mark(r.word(q.open-1)) && stop(r.word(q.open-2)))
}

// small are the longer words that titles write without a capital.
func small(w string) bool {
	switch w {
	case "with", "from", "into", "over", "upon", "than", "that", "n't", "n’t":
		return true
	}
	return false
}

// judge gives the quotation with its kind and its speaker.
func (r *reader) judge(k int) Quotation {
	q := &r.quotes[k]
	found := Quotation{Start: q.start, End: q.end, Speaker: -1, Within: q.within}
	cue, rule := r.cue(k), ""
	found.Kind, rule = r.kind(q, cue)
	found.Rule = rule
	if found.Kind == Speech && !cue.found() {
		cue = r.around(k)
	}
	if found.Kind != Speech {
		found.Speaker = r.user(q, cue, found.Kind)
	} else if cue.found() {
		found.Speaker, found.Cue, found.Rule = cue.speaker, cue.bytes, cue.rule
		if cue.to > cue.from {
			found.Cue = [2]int{r.Tokens[cue.from].Start, r.Tokens[cue.to-1].End}
		}
	}
	if found.Kind != Title {
		found.Speaker = r.oneself(q, found.Speaker)
	}
	if q.repair != "" {
		found.Rule += "; " + q.repair
	}
	return found
}
