package priority

import (
	"slices"
	"strings"

	"reckon/document"
)

// nearby is how many tokens before a list inside a sentence a noun may stand that
// says what its entries are.
const nearby = 5

// announcing is the same for a list behind a colon, which the whole clause leads to.
const announcing = 9

// A list is a row of entries with the words that lead to it.
type list struct {
	Finding
	lead int // byte where the sentence that announces it begins
	noun Kind
}

// lists finds the lists of a text: items of a page, numbers and letters in
// brackets, First and Second, and what a number or a colon announces.
func (v *view) lists() []list {
	var found []list
	found = append(found, v.itemBlocks()...)
	for k, b := range v.parsed.Document.Blocks {
		if b.Kind == document.Paragraph || b.Kind == document.Item {
			found = append(found, v.numbered(k)...)
		}
	}
	found = append(found, v.ordinals()...)
	found = append(found, v.announced()...)
	seen := map[int]bool{}
	return slices.DeleteFunc(found, func(l list) bool {
		at := l.Start
		if seen[l.Items[0].Start] {
			return true // including: A; B; C
		}
		seen[l.Items[0].Start] = true
		return slices.ContainsFunc(l.Items, func(i Item) bool {
			hollow := i.Start < at || i.End <= i.Start
			at = i.End
			return hollow
		})
	})
}

// itemBlocks reads items that the page sets apart, with lists inside of items.
func (v *view) itemBlocks() []list {
	blocks := v.parsed.Document.Blocks
	var found []list
	for k := range blocks {
		if blocks[k].Kind != document.Item || k > 0 && blocks[k-1].Kind == document.Item && blocks[k-1].Level >= blocks[k].Level {
			continue
		}
		l := list{Finding: Finding{Start: blocks[k].Start, Kind: List, Holder: -1, Parent: -1, Rule: "items of the page"}, lead: blocks[k].Start}
		for j := k; j < len(blocks) && blocks[j].Kind == document.Item && blocks[j].Level >= blocks[k].Level; j++ {
			if blocks[j].Level == blocks[k].Level {
				l.Items = append(l.Items, Item{blocks[j].Start, blocks[j].End})
			}
			l.End = blocks[j].End
		}
		if len(l.Items) < 2 {
			continue
		}
		if k > 0 && strings.HasSuffix(v.text[blocks[k-1].Start:blocks[k-1].End], ":") {
			l.lead = v.sentenceStart(blocks[k-1].End - 1)
			l.Cue = [2]int{blocks[k-1].End - 1, blocks[k-1].End}
			l.noun = v.kindOf(l.lead, blocks[k-1].End)
			l.Holder = v.listHolder(l.lead, blocks[k-1].End)
			l.Start = l.lead
		}
		found = append(found, l)
	}
	return found
}

func (v *view) sentenceStart(offset int) int {
	s, _ := v.parsed.At(offset)
	if s < len(v.parsed.Sentences) && v.parsed.Sentences[s].Start <= offset {
		return v.parsed.Sentences[s].Start
	}
	return offset
}

// listHolder gives the one whose goals, limits or priorities the words before a
// list announce: an owner of the noun, or the subject of its clause; -1.
func (v *view) listHolder(from, to int) int {
	for i := v.at(from); i < len(v.tokens) && v.tokens[i].Start < to; i++ {
		if m := v.wishes(i); m >= 0 {
			return m
		}
		if form := v.tokens[i].Form; form != "" && form != "NNS" || !v.in(i, orderWords|goalWords) && (!v.is(i, "lines") || !v.is(i-1, "red")) {
			continue
		}
		noun := i
		if v.is(i, "lines") {
			noun--
		}
		if m := v.possessor(noun); m >= 0 {
			return m
		}
		s, low := v.parse(i), v.low(i)
		if s.Root() < 0 {
			return -1
		}
		if verb := s.Verb(i - low); verb >= 0 {
			if j := s.Subject(verb); j >= 0 && v.actor(v.mention[low+j]) {
				return int(v.mention[low+j])
			}
		}
	}
	return -1
}

// wishes gives the known subject of a verb of wishing: they demand three things; -1.
func (v *view) wishes(i int) int {
	if !v.in(i, wishWords) || !v.verb(i) {
		return -1
	}
	low := v.low(i)
	j := v.parse(i).Subject(i - low)
	if i > low && nominative(v.words[i-1].lower) {
		j = i - 1 - low
	}
	if j < 0 || !v.actor(v.mention[low+j]) || v.cast.Mentions[v.mention[low+j]].Entity < 0 {
		return -1
	}
	return int(v.mention[low+j])
}

// kindOf says what the words that lead to a list call its entries.
func (v *view) kindOf(from, to int) Kind {
	kind := List
	for i := v.at(from); i < len(v.tokens) && v.tokens[i].Start < to; i++ {
		if form := v.tokens[i].Form; form != "" && form != "NNS" && !v.is(i, "importance") {
			continue // the goals are these, and not: for a goal, two things
		}
		switch {
		case v.is(i, "importance") && v.is(i-1, "of") && v.is(i-2, "order"):
			return Ranking
		case v.in(i, orderWords):
			kind = Ranking
		case v.in(i, goalWords):
			kind = Goal
		case v.is(i, "lines") && v.is(i-1, "red"):
			kind = RedLine
		}
	}
	return kind
}

// numbered reads (1) A, (2) B in one block, and a) A, b) B.
func (v *view) numbered(block int) []list {
	b := v.parsed.Document.Blocks[block]
	text := v.text[b.Start:b.End]
	if strings.IndexByte(text, ')') < 0 {
		return nil
	}
	var found []list
	var marks []label
	closing := func() {
		if len(marks) >= 2 {
			found = append(found, v.labelled(marks))
		}
		marks = nil
	}
	for i := 0; i < len(text); i++ {
		l, ok := labelAt(text, i)
		if !ok {
			continue
		}
		l.start, l.end = l.start+b.Start, l.end+b.Start
		if len(marks) > 0 && !marks[len(marks)-1].before(l) {
			closing()
		}
		if len(marks) > 0 || l.opens() {
			marks = append(marks, l)
		}
		i = l.end - b.Start - 1
	}
	closing()
	return found
}

// labelled makes a list of the text between labels. The last entry ends with its
// sentence.
func (v *view) labelled(marks []label) list {
	l := list{Finding: Finding{Start: marks[0].start, Kind: List, Holder: -1, Parent: -1, Rule: "numbers in the text"}}
	l.Cue = [2]int{marks[0].start, marks[0].end}
	for k, m := range marks {
		end := v.sentenceEnd(m.end)
		if k+1 < len(marks) {
			end = marks[k+1].start
		}
		l.Items = append(l.Items, v.trim(m.end, end))
		l.End = l.Items[k].End
	}
	l.lead = v.sentenceStart(marks[0].start)
	near := v.tokens[max(0, v.at(marks[0].start)-nearby)].Start
	l.noun, l.Holder = v.kindOf(near, marks[0].start), v.listHolder(near, marks[0].start)
	return l
}

func (v *view) sentenceEnd(offset int) int {
	s, _ := v.parsed.At(offset)
	if s < len(v.parsed.Sentences) {
		return max(offset, v.parsed.Sentences[s].End)
	}
	return len(v.text)
}

// trim cuts an entry down to its words: no spaces, stops, or the and before the next.
func (v *view) trim(from, to int) Item {
	for {
		s := strings.TrimSpace(v.text[from:to])
		from += strings.Index(v.text[from:to], s)
		to = from + len(s)
		cut := strings.TrimRight(s, ".,;:—–")
		for _, and := range []string{" and", " or", " but", " as well as"} {
			cut = strings.TrimSuffix(cut, and)
		}
		if cut == s || cut == "" {
			return Item{from, to}
		}
		to = from + len(cut)
	}
}
