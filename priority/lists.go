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
		if k > 0 {
			v.headed(&l, k-1)
		}
		found = append(found, l)
	}
	return found
}

// headed gives a list the kind and owner that the block before it announces: the
// sentence before a colon, or a heading.
func (v *view) headed(l *list, block int) {
	b := v.parsed.Document.Blocks[block]
	colon := strings.HasSuffix(v.text[b.Start:b.End], ":")
	if !colon && !v.title(b) {
		return
	}
	from := b.Start
	if colon {
		from = v.sentenceStart(b.End - 1)
	}
	kind := v.kindOf(from, b.End)
	if !colon && kind == List {
		return // a heading that is about something else
	}
	l.lead, l.Start, l.noun, l.Cue = from, from, kind, [2]int{b.End - 1, b.End}
	if !colon {
		l.Cue[0] = b.Start
	}
	if l.Holder = v.listHolder(from, b.End); l.Holder < 0 && kind != List {
		l.Holder = v.chapter(block)
	}
}

// title says whether a block is a heading, or a few words that stand for one.
func (v *view) title(b document.Block) bool {
	if b.Kind == document.Heading {
		return true
	}
	text := v.text[b.Start:b.End]
	return b.Kind == document.Paragraph && strings.Count(text, " ") < 8 && !strings.ContainsAny(text[len(text)-1:], ".!?;,")
}

// chapter gives the one actor whom the heading above a heading names; -1.
func (v *view) chapter(block int) int {
	blocks := v.parsed.Document.Blocks
	level := blocks[block].Level
	for k := block - 1; k >= 0 && blocks[block].Kind == document.Heading; k-- {
		if blocks[k].Kind != document.Heading || blocks[k].Level >= level {
			continue
		}
		who := -1
		for i := v.at(blocks[k].Start); i < len(v.Tokens) && v.Tokens[i].Start < blocks[k].End; i++ {
			m := v.Mention[i]
			if !v.actor(m) || v.cast.Mentions[m].Entity < 0 {
				continue
			}
			if who >= 0 && v.cast.Mentions[who].Entity != v.cast.Mentions[m].Entity {
				return -1
			}
			who = int(m)
		}
		return who
	}
	return -1
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
	for i := v.at(from); i < len(v.Tokens) && v.Tokens[i].Start < to; i++ {
		if m := v.wishes(i); m >= 0 {
			return m
		}
		if !v.heads(i) {
			continue
		}
		noun := i
		if v.is(i, "lines") {
			noun--
		}
		if m := v.possessor(noun); m >= 0 {
			return m
		}
		if m := v.beneficiary(cue{rule: &rule{}, from: i, to: i + 1}); m >= 0 {
			return m
		}
		s, low := v.parse(i), v.low(i)
		if s.Root() < 0 {
			return -1
		}
		if verb := s.Verb(i - low); verb >= 0 {
			if j := s.Subject(verb); j >= 0 && v.actor(v.Mention[low+j]) {
				return int(v.Mention[low+j])
			}
		}
	}
	return -1
}

// heads says whether a token is a noun for what lists of wishes hold, in the plural.
func (v *view) heads(i int) bool {
	if v.is(i, "lines") {
		return v.is(i-1, "red")
	}
	return strings.HasSuffix(v.words[i].lower, "s") && (v.in(i, orderWords|goalWords|offerNouns) || v.rankable(i))
}

// rankable says whether a token is a noun for what can be put in an order:
// interests, demands.
func (v *view) rankable(i int) bool {
	switch v.words[i].lower {
	case "interests", "concerns", "demands", "worries", "fears", "wishes", "conditions", "concessions":
		return true
	}
	return false
}

// wishes gives the known subject of a verb of wishing: they demand three things; -1.
func (v *view) wishes(i int) int {
	if !v.in(i, wishWords|offerWords) || !v.verb(i) {
		return -1
	}
	low := v.low(i)
	j := v.parse(i).Subject(i - low)
	if i > low && nominative(v.words[i-1].lower) {
		j = i - 1 - low
	}
	if j < 0 || !v.actor(v.Mention[low+j]) || v.cast.Mentions[v.Mention[low+j]].Entity < 0 {
		return -1
	}
	return int(v.Mention[low+j])
}

// kindOf says what the words that lead to a list call its entries.
func (v *view) kindOf(from, to int) Kind {
	kind := List
	for i := v.at(from); i < len(v.Tokens) && v.Tokens[i].Start < to; i++ {
		if v.sorted(i, from) {
			return Ranking
		}
		if v.in(i, offerWords) && v.wishes(i) >= 0 && kind == List && !v.is(i+1, "to") {
			kind = Offer
		}
		if !v.heads(i) {
			continue // the goals are these, and not: for a goal, two things
		}
		switch {
		case v.in(i, orderWords):
			kind = Ranking
		case v.in(i, goalWords):
			kind = Goal
		case v.is(i, "lines"):
			kind = RedLine
		case v.in(i, offerNouns) || v.is(i, "concessions"):
			kind = Offer
		}
	}
	return kind
}

// sorted says whether a token shows that entries stand in order: in order of
// importance, or in order behind a wish; her interests rank as follows.
func (v *view) sorted(i, from int) bool {
	switch v.words[i].lower {
	case "importance", "priority", "weight", "urgency":
		return v.is(i-1, "of") && (v.is(i-2, "order") || v.is(i-3, "order"))
	case "order":
		if !v.is(i-1, "in") || v.is(i+1, "to") || v.is(i+1, "that") || v.is(i+1, "of") {
			return false
		}
	case "rank", "ranks", "ranked":
	default:
		return false
	}
	for j := i - 1; j >= v.low(i) && v.Tokens[j].Start >= from; j-- {
		if v.in(j, wishWords) || v.rankable(j) {
			return true
		}
	}
	return false
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
	near := v.Tokens[max(0, v.at(marks[0].start)-nearby)].Start
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
