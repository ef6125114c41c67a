package attribution

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"reckon/names"
	"reckon/perceptron"
)

// labels of a word: outside, or the begin and inside of a source, cue or content.
var labels = []string{"O", "S+", "S", "C+", "C", "T+", "T"}

const (
	outside = iota
	sourceBegin
	sourceIn
	cueBegin
	cueIn
	contentBegin
	contentIn
)

// atom is what a word shows of itself, hashed once.
type atom struct {
	low, lemma, tag, form, relation, suffix, shape perceptron.Feature
	cue                                            perceptron.Feature // what the lexicon knows of it
	rule                                           perceptron.Feature // what the rules make of it
	quote                                          perceptron.Feature // where in or beside a quotation it stands
	name                                           perceptron.Feature // of whom it speaks
}

// describer makes the features of words.
type describer struct {
	*flat
	atoms []atom
	heads []int // governing word in the text; -1
	under []int // nearest cue word above it in the tree; -1
}

func describe(f *flat, hits []hit, cast *names.Cast) *describer {
	d := &describer{flat: f, atoms: make([]atom, len(f.words)), heads: make([]int, len(f.words)), under: make([]int, len(f.words))}
	for i := range f.words {
		w := &f.words[i]
		a := &d.atoms[i]
		a.low, a.lemma = perceptron.Hash(1, w.low), perceptron.Hash(2, w.Lemma)
		a.tag, a.form, a.relation = perceptron.Hash(3, string(w.Tag)), perceptron.Hash(4, string(w.Form)), perceptron.Hash(5, string(w.Relation))
		a.suffix, a.shape = perceptron.Hash(6, w.low[max(0, len(w.low)-3):]), shape(w.Text)
		a.cue = f.known(i)
		a.quote = f.beside(i)
		d.heads[i] = -1
		if w.Head >= 0 && w.Head < f.starts[w.sentence+1]-f.starts[w.sentence] {
			d.heads[i] = f.starts[w.sentence] + w.Head
		}
	}
	d.govern()
	d.rules(hits)
	d.people(cast)
	return d
}

func shape(text string) perceptron.Feature {
	r, _ := utf8.DecodeRuneInString(text)
	switch {
	case unicode.IsUpper(r):
		return 1
	case unicode.IsLetter(r):
		return 2
	case unicode.IsDigit(r):
		return 3
	}
	return 4
}

// known hashes the senses that the lexicon has for a word.
func (f *flat) known(i int) perceptron.Feature {
	w := &f.words[i]
	var h perceptron.Feature
	if w.verb != nil {
		c := w.verb.cues[0]
		h = perceptron.Mix(perceptron.Hash(7, string(c.kind)), perceptron.Feature(c.frames))
	}
	if w.noun != nil {
		c := w.noun.cues[0]
		h = perceptron.Mix(h, perceptron.Mix(perceptron.Hash(8, string(c.kind)), perceptron.Feature(c.frames)))
	}
	if a := words.adjectives[w.low]; a != nil {
		h = perceptron.Mix(h, perceptron.Hash(9, string(a.cues[0].kind)))
	}
	return h
}

// beside tells where a word stands to the quotations.
func (f *flat) beside(i int) perceptron.Feature {
	q := f.words[i].quote
	switch {
	case q >= 0:
		s := f.quotes[q]
		h := perceptron.Hash(10, string(s.kind))
		switch i {
		case s.from:
			return perceptron.Mix(h, 1)
		case s.to - 1:
			return perceptron.Mix(h, 2)
		}
		return perceptron.Mix(h, perceptron.Feature(3+min((s.to-s.from)/6, 2)))
	case i > 0 && f.words[i-1].quote >= 0:
		return 11
	case i > 1 && f.words[i-2].quote >= 0:
		return 12
	case i > 2 && f.words[i-3].quote >= 0:
		return 13
	case i+1 < len(f.words) && f.words[i+1].quote >= 0:
		return 14
	case i+2 < len(f.words) && f.words[i+2].quote >= 0:
		return 15
	}
	return 0
}

// govern finds for each word the nearest cue above it in the tree.
func (d *describer) govern() {
	for i := range d.words {
		d.under[i] = -1
		for n, h := 0, d.heads[i]; h >= 0 && n < 12; n, h = n+1, d.heads[h] {
			if w := &d.words[h]; w.verb != nil && w.Tag == verb || w.noun != nil && w.Tag == noun && n < 3 {
				d.under[i] = h
				break
			}
		}
	}
}

// rules lays what the rules found over the words.
func (d *describer) rules(hits []hit) {
	for _, h := range slices.Backward(hits) { // the first found, hence the outer, counts
		rule := perceptron.Hash(20, h.rule)
		d.lay(h.source, perceptron.Mix(rule, 1))
		for _, c := range h.content {
			d.lay(c, perceptron.Mix(rule, 2))
		}
	}
	for _, h := range hits {
		if d.atoms[h.cue.from].rule == 0 {
			d.lay(h.cue, perceptron.Mix(perceptron.Hash(20, h.rule), 3))
		}
	}
}

func (d *describer) lay(s span, role perceptron.Feature) {
	for i := s.from; i < s.to; i++ {
		at := perceptron.Feature(0)
		switch i {
		case s.from:
			at = 1
		case s.to - 1:
			at = 2
		}
		d.atoms[i].rule = perceptron.Mix(role, at)
	}
}

// people marks the words that speak of somebody.
func (d *describer) people(cast *names.Cast) {
	if cast == nil {
		return
	}
	for _, m := range cast.Mentions {
		if m.Sentence+1 >= len(d.starts) {
			continue
		}
		base := d.starts[m.Sentence]
		kind := perceptron.Feature(0)
		if m.Entity >= 0 {
			kind = perceptron.Hash(21, string(cast.Entities[m.Entity].Kind))
		}
		for i := base + m.From; i < base+m.To && i < len(d.atoms); i++ {
			if d.atoms[i].name == 0 {
				d.atoms[i].name = perceptron.Mix(kind, perceptron.Hash(22, m.By))
			}
		}
	}
}

// of gives the features of the word at i in a paragraph.
func (d *describer) of(i int, p span) []perceptron.Feature {
	list := make([]perceptron.Feature, 0, 64)
	put := func(template perceptron.Feature, parts ...perceptron.Feature) {
		h := template
		for _, x := range parts {
			h = perceptron.Mix(h, x)
		}
		list = append(list, h)
	}
	at := func(k int) *atom {
		if k < p.from || k >= p.to {
			return &noAtom
		}
		return &d.atoms[k]
	}
	a, b, c, x, y := at(i), at(i-1), at(i+1), at(i-2), at(i+2)
	put(100)
	put(101, a.low)
	put(102, a.lemma, a.form)
	put(103, b.low)
	put(104, c.low)
	put(105, x.low)
	put(106, y.low)
	put(107, a.tag, b.tag)
	put(108, a.tag, c.tag)
	put(109, a.low, c.low)
	put(110, a.low, b.low)
	put(111, a.suffix, a.shape)
	put(112, a.form, b.form, c.form)
	put(113, x.tag, b.tag, a.tag)
	put(114, a.tag, c.tag, y.tag)
	put(115, a.cue, a.form)
	put(116, b.cue, b.form, a.tag)
	put(117, c.cue, c.form, a.tag)
	put(118, x.cue, b.low, a.tag)
	put(119, a.rule)
	put(120, a.rule, a.low)
	put(121, b.rule, a.rule)
	put(122, a.rule, c.rule)
	put(123, a.rule, a.tag, a.cue)
	put(124, at(i-3).rule, at(i+3).rule)
	put(125, a.quote)
	put(126, a.quote, a.low)
	put(127, b.quote, a.quote, a.rule)
	put(128, a.quote, c.quote, a.tag)
	put(129, a.name, a.tag)
	put(130, a.name, b.name, c.name)
	put(131, a.name, c.cue)
	put(132, c.name, b.quote, a.tag)
	put(133, at(i-3).low)
	put(134, at(i+3).low)
	d.tree(i, put)
	s := d.sentence(i)
	put(150, perceptron.Feature(min(i-s.from, 4)), a.tag)
	put(151, perceptron.Feature(min(s.to-i, 3)), a.low)
	put(152, perceptron.Feature(min(i-p.from, 3)), perceptron.Feature(btoi(s.from == p.from)), a.quote)
	return list
}

var noAtom = atom{low: 31, lemma: 31, tag: 31, form: 31, rule: 31, quote: 31, cue: 31}

// tree gives the features that the parser's tree adds.
func (d *describer) tree(i int, put func(perceptron.Feature, ...perceptron.Feature)) {
	a := &d.atoms[i]
	h := d.heads[i]
	if h < 0 {
		put(140, a.relation, a.cue)
		return
	}
	up := &d.atoms[h]
	side := perceptron.Feature(btoi(h > i))
	put(141, a.relation, up.lemma, side)
	put(142, a.relation, up.cue, side)
	put(143, a.relation, up.relation, up.tag)
	put(144, a.relation, a.tag, up.rule)
	if g := d.heads[h]; g >= 0 {
		put(145, a.relation, up.relation, d.atoms[g].cue)
		put(146, a.relation, up.relation, d.atoms[g].lemma)
	}
	if u := d.under[i]; u >= 0 {
		by := d.branch(i, u)
		cue, relation := &d.atoms[u], d.atoms[by].relation
		after := perceptron.Feature(btoi(i > u))
		put(147, relation, cue.lemma, after)
		put(148, relation, cue.cue, after, cue.rule)
		put(149, relation, cue.cue, a.tag, after, perceptron.Feature(btoi(by == i)))
	}
}

// branch gives the word right below u on the way from i up to it.
func (d *describer) branch(i, u int) int {
	for n := 0; d.heads[i] != u && d.heads[i] >= 0 && n < 32; n++ {
		i = d.heads[i]
	}
	return i
}

// paragraphs lists the ranges of words of the blocks.
func (f *flat) paragraphs() []span {
	var list []span
	for i := range f.words {
		if n := len(list); n > 0 && f.block(i) == f.block(list[n-1].from) {
			list[n-1].to = i + 1
			continue
		}
		list = append(list, span{i, i + 1})
	}
	return list
}
