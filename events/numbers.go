package events

import (
	"strconv"
	"strings"

	"reckon/grammar"
)

// figures are the numbers that words name.
var figures = map[string]float64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
	"eighty": 80, "ninety": 90, "dozen": 12, "hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9,
}

// number finds a figure with what it counts: at the phrases of the event, the
// object first.
func (f *finder) number(r *reading) *Number {
	places := []int{r.object}
	if r.verb >= 0 {
		places = append(places, f.child(r.verb, grammar.Nsubj, ""), f.child(r.verb, grammar.Obj, ""))
	}
	if r.nominal {
		places = append(places, r.trigger)
		_, recipient := f.nounRoles(r.trigger)
		places = append(places, recipient)
	}
	for _, at := range places {
		if at < 0 {
			continue
		}
		if n := f.count(at); n != nil {
			return n
		}
	}
	if at := f.goal(r); at >= 0 && f.bare(at) { // "arresting 12"
		value, _ := f.value(at, at+1)
		n := &Number{From: f.tok(at).Start, To: f.tok(at).End, Low: value, High: value}
		f.bound(n, at, at)
		return n
	}
	return nil
}

// count reads the number of one noun phrase.
func (f *finder) count(head int) *Number {
	if plural := f.vague(head); plural != nil {
		return plural
	}
	for i := range f.under(head) {
		if !f.tok(i).Relation.Is(grammar.Nummod) {
			continue
		}
		from := i
		for from > 0 && (f.tok(from-1).Tag == grammar.Numeral || from > 1 && f.lemma(from-1) == "-" && f.tok(from-2).Tag == grammar.Numeral) {
			from--
		}
		value, ok := f.value(from, i+1)
		if !ok {
			continue
		}
		n := &Number{From: f.tok(from).Start, To: f.tok(i).End, Low: value, High: value, Counts: f.counted(i+1, head)}
		f.bound(n, from, head)
		return n
	}
	return nil
}

// vague reads "thousands of protesters": at least one thousand.
func (f *finder) vague(head int) *Number {
	t := f.tok(head)
	base, ok := figures[strings.ToLower(t.Lemma)]
	if !ok || t.Form != "NNS" && !strings.HasSuffix(strings.ToLower(t.Text), "s") {
		return nil
	}
	n := &Number{From: t.Start, To: t.End, Low: base, High: -1}
	for i := range f.under(head) {
		if f.tok(i).Relation != grammar.Nmod || f.preposition(i) != "of" {
			continue
		}
		if inner := f.vague(i); inner != nil { // tens of thousands of
			inner.From, inner.Low = t.Start, inner.Low*base
			return inner
		}
		from, _ := f.s.Phrase(i)
		n.Counts = f.s.Words(from, i+1)
	}
	if base == 10 && n.Counts == "" {
		return nil
	}
	return n
}

// counted gives the words from the number to the head of its phrase.
func (f *finder) counted(from, head int) string {
	if from > head {
		return f.tok(head).Text
	}
	return f.s.Words(from, head+1)
}

// value reads a figure of one or several words.
func (f *finder) value(from, to int) (float64, bool) {
	total, some := 0.0, false
	for i := from; i < to; i++ {
		text := strings.ToLower(f.tok(i).Text)
		if text == "-" {
			continue
		}
		v, named := figures[text]
		if !named {
			var err error
			v, err = strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64)
			if err != nil || !(v >= 0 && v < 1e15) {
				return 0, false
			}
		}
		if named && v >= 100 && some {
			total *= v
		} else {
			total += v
		}
		some = true
	}
	return total, some
}

// bound reads the words before a figure that leave one of its ends open.
func (f *finder) bound(n *Number, from, head int) {
	before := func(k int) string {
		if from-k < 0 {
			return ""
		}
		return strings.ToLower(f.tok(from - k).Text)
	}
	start := from
	if r := f.tok(head).Relation; before(1) == "over" && f.tok(from-1).Relation == grammar.Case && (r.Is(grammar.Obl) || r.Is(grammar.Nmod)) {
		return // "a quarrel over two islands"
	}
	switch before(1) {
	case "to":
		if before(2) == "up" {
			n.Low, start = 0, from-2
		}
	case "than":
		switch before(2) {
		case "more", "greater":
			n.High, start = -1, from-2
		case "less", "fewer":
			n.Low, start = 0, from-2
		}
	case "least":
		if before(2) == "at" {
			n.High, start = -1, from-2
		}
	case "most":
		if before(2) == "at" {
			n.Low, start = 0, from-2
		}
	case "over", "above":
		n.High, start = -1, from-1
	case "under", "below":
		n.Low, start = 0, from-1
	case "nearly", "almost", "about", "around", "some", "roughly", "approximately":
		start = from - 1
	}
	n.From = f.tok(start).Start
}
