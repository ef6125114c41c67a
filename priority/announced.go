package priority

import (
	"sort"

	"reckon/grammar"
)

func (v *view) at(offset int) int {
	return sort.Search(len(v.Tokens), func(i int) bool { return v.Tokens[i].Start >= offset })
}

// ordinals reads First, A. Second, B. The words may open sentences or follow a
// pause inside one.
func (v *view) ordinals() []list {
	var found []list
	var open []int
	closing := func() {
		if len(open) >= 2 {
			found = append(found, v.ordered(open))
		}
		open = nil
	}
	for i := range v.words {
		n := v.ordinal(i)
		switch {
		case n == 0:
		case n == 1:
			closing()
			open = []int{i}
		case len(open) > 0 && (n == len(open)+1 || n < 0 && len(open) >= 2) && v.Sentence[i]-v.Sentence[open[len(open)-1]] <= 8:
			open = append(open, i)
			if n < 0 {
				closing()
			}
		case n > 0:
			closing()
		}
	}
	closing()
	return found
}

// ordinal gives the number that a token counts with; -1 for Finally, 0 for others.
func (v *view) ordinal(i int) int {
	n := 0
	switch v.words[i].lower {
	case "first", "firstly":
		n = 1
	case "second", "secondly":
		n = 2
	case "third", "thirdly":
		n = 3
	case "fourth", "fourthly":
		n = 4
	case "fifth", "fifthly":
		n = 5
	case "finally", "lastly":
		n = -1
	default:
		return 0
	}
	begins := i == v.low(i) || v.pause(i-1) || v.is(i-1, ",") || (v.is(i-1, "and") || v.is(i-1, "but")) && (i-1 == v.low(i) || v.is(i-2, ",") || v.pause(i-2))
	if !begins || !v.is(i+1, ",") {
		return 0
	}
	return n
}

func (v *view) ordered(open []int) list {
	l := list{Finding: Finding{Start: v.Tokens[open[0]].Start, Kind: List, Holder: -1, Parent: -1, Rule: "first, second"}}
	l.Cue = [2]int{v.Tokens[open[0]].Start, v.Tokens[open[0]].End}
	for k, i := range open {
		end := v.parsed.Sentences[v.Sentence[i]].End
		if k+1 < len(open) && v.Sentence[open[k+1]] == v.Sentence[i] {
			end = v.Tokens[open[k+1]].Start
		}
		l.Items = append(l.Items, v.trim(min(v.Tokens[i+1].End, end), end))
		l.End = l.Items[k].End
	}
	s := v.Sentence[open[0]]
	if open[0] == v.low(open[0]) && s > 0 {
		s--
	}
	l.lead = v.parsed.Sentences[s].Start
	l.noun, l.Holder = v.kindOf(l.lead, v.Tokens[open[0]].Start), v.listHolder(l.lead, v.Tokens[open[0]].Start)
	return l
}

// announced reads lists that a number and a colon announce (in two areas: A and
// B), or namely, or entries between semicolons.
func (v *view) announced() []list {
	var found []list
	for i := range v.words {
		switch v.words[i].lower {
		case ":", "—", "–", "namely", "including":
		default:
			continue
		}
		n, noun := v.counted(i)
		from, high := i+1, v.high(i)
		if v.is(from, ",") || v.is(from, ":") {
			from++
		}
		if from >= high || v.is(i, "including") && n == 0 && v.semicolons(from, high) < 2 {
			continue
		}
		if (v.is(i, "—") || v.is(i, "–")) && n == 0 || v.ordinal(from) == 1 {
			continue
		}
		cuts := v.entries(from, high, n, noun || v.is(i, "namely"))
		if len(cuts) < 2 || n == 0 && !v.coordinated(cuts) {
			continue
		}
		l := list{Finding: Finding{Start: cuts[0].Start, End: cuts[len(cuts)-1].End, Kind: List, Holder: -1, Parent: -1, Items: cuts, Rule: "a list announced"}}
		l.Cue = [2]int{v.Tokens[i].Start, v.Tokens[i].End}
		l.lead = v.parsed.Sentences[v.Sentence[i]].Start
		near := v.Tokens[max(v.low(i), i-announcing)].Start
		l.noun, l.Holder = v.kindOf(near, v.Tokens[i].Start), v.listHolder(near, v.Tokens[i].Start)
		found = append(found, l)
	}
	return found
}

// counted looks before a colon for the number of entries and for a noun that
// counts: two areas of the economy.
func (v *view) counted(i int) (n int, noun bool) {
	noun = i > v.low(i) && (v.is(i-1, "follows") || v.sorted(i-1, 0))
	for j := i - 1; j >= v.low(i) && j >= i-9 && !v.pause(j); j-- {
		if v.in(j, entryWords|orderWords|goalWords) || v.heads(j) {
			noun = noun || j >= i-3
			for k := j - 1; k >= v.low(i) && k >= j-4; k-- {
				if v.in(k, numbers) {
					return number(v.words[k].lower), true
				}
			}
		}
	}
	return 0, noun
}

func number(w string) int {
	for k, name := range []string{"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"} {
		if w == name {
			return k + 2
		}
	}
	return 0
}

func (v *view) semicolons(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if v.is(i, ";") {
			n++
		}
	}
	return n
}

// entries splits a coordination. With a number n it must have so many; without
// one a coordination is only split where words or semicolons announce it.
func (v *view) entries(from, high, n int, sure bool) []Item {
	if v.semicolons(from, high) >= 1 {
		items := v.split(from, high, func(i int) bool { return v.is(i, ";") })
		if n == 0 && len(items) >= 3 || len(items) == n {
			return items
		}
		return nil
	}
	if n == 0 && !sure {
		return nil
	}
	end := from
	for end < high && !v.pause(end) && !v.is(end, "(") {
		end++
	}
	last := -1
	var ands []int
	for i := from + 1; i < end-1; i++ {
		if v.is(i, "and") || v.is(i, "or") {
			ands = append(ands, i)
			last = i
		}
	}
	commas := v.split(from, end, func(i int) bool { return v.is(i, ",") || i == last && !v.is(i-1, ",") })
	if n == 0 && len(commas) >= 3 && last >= 0 && v.Tokens[last].Start > commas[len(commas)-2].Start || n > 0 && len(commas) == n {
		return commas
	}
	if n == 2 {
		for _, a := range ands {
			if len(ands) == 1 || v.joins(from, a) {
				return v.split(from, end, func(i int) bool { return i == a })
			}
		}
	}
	if n > 2 {
		return v.splitAll(from, end, ands, n)
	}
	return nil
}

// splitAll splits at every and, when that gives as many entries as announced.
func (v *view) splitAll(from, end int, ands []int, n int) []Item {
	items := v.split(from, end, func(i int) bool {
		if v.is(i, ",") {
			return true
		}
		for _, a := range ands {
			if i == a && !v.is(i-1, ",") {
				return true
			}
		}
		return false
	})
	if len(items) == n {
		return items
	}
	return nil
}

// coordinated says whether the tree, where there is one, joins entries with the
// first as a whole and not with a word inside it.
func (v *view) coordinated(items []Item) bool {
	from, to := v.at(items[0].Start), v.at(items[0].End)
	s, low := v.parse(from), v.low(from)
	if s.Root() < 0 {
		return true
	}
	for _, item := range items[1:] {
		for i := v.at(item.Start); i < v.at(item.End); i++ {
			h := v.Tokens[i].Head + low
			if v.Tokens[i].Relation.Is(grammar.Conj) && h >= from && h < to && v.Tokens[h].Head >= 0 {
				if up := v.Tokens[h].Head + low; up >= from && up < to {
					return false
				}
			}
		}
	}
	return true
}

// joins says whether an and joins the first entry, as a whole, with another: the
// word that it leads hangs on the head of the first.
func (v *view) joins(from, and int) bool {
	s, low := v.parse(from), v.low(from)
	if s.Root() < 0 {
		return false
	}
	conj := v.Tokens[and].Head
	if conj < 0 || conj >= len(s.Tokens) {
		return false
	}
	head := s.Tokens[conj].Head
	return head >= 0 && low+head >= from && low+head < and && (s.Tokens[head].Head < 0 || low+s.Tokens[head].Head < from)
}

// split cuts a stretch of tokens into entries.
func (v *view) split(from, to int, at func(int) bool) []Item {
	var items []Item
	start := from
	for i := from; i <= to; i++ {
		if i < to && !at(i) {
			continue
		}
		first := start
		for first < i && (v.is(first, "and") || v.is(first, "or")) {
			first++
		}
		if i > first {
			items = append(items, v.trim(v.Tokens[first].Start, v.Tokens[i-1].End))
		}
		start = i + 1
	}
	return items
}
