package reading

import (
	_ "embed"
	"strings"

	"reckon/grammar"
	"reckon/stance"
)

//go:embed data/poles.txt
var poleFile string

// pole is one end of a dimension on which a text may place somebody.
type pole struct {
	dimension string
	sign      int
}

// poles gives what each word says, by its dictionary form. A word may stand in
// several dimensions.
var poles = readPoles(poleFile)

func readPoles(text string) map[string][]pole {
	all := map[string][]pole{}
	for line := range strings.SplitSeq(text, "\n") {
		words := strings.Fields(line)
		if len(words) < 3 || words[0] == "#" {
			continue
		}
		p := pole{words[0], 1}
		if words[1] == "-" {
			p.sign = -1
		}
		for _, w := range words[2:] {
			all[w] = append(all[w], p)
		}
	}
	return all
}

// position is one place where a text puts somebody at a pole.
type position struct {
	subject  int    // entity; -1 where only a name is known
	holder   string // that name
	toward   int    // entity that is trusted or not; -1 for none
	pole     pole
	from, to int // bytes of the sentence
}

// positions lists where a text puts whom. The sign turns where the statement is
// negated, or its verb says that the thing is avoided. What others than the author
// say or believe of somebody is theirs, and left out.
func (a *Account) positions() []position {
	var all []position
	quoted := 0 // where the quotations end that began so far
	next := 0   // item
	views := a.views()
	for n := range a.Text.Sentences {
		s := &a.Text.Sentences[n]
		for ; next < len(a.Items) && a.Items[next].from <= s.Start; next++ {
			if it := &a.Items[next]; it.Type == Quotation {
				quoted = max(quoted, it.to)
			}
		}
		if s.End <= quoted {
			continue
		}
		for i := range s.Tokens {
			said := poles[strings.ToLower(s.Tokens[i].Lemma)]
			if len(said) == 0 {
				continue
			}
			p, turn := a.said(n, i, views[n])
			if p.subject < 0 && p.holder == "" {
				continue
			}
			if a.negated(s, i) != avoided(s, i) {
				turn = -turn
			}
			for _, said := range said {
				if p.wished && said.dimension != "compromise" && said.dimension != "fighting" {
					continue
				}
				at := position{subject: p.subject, holder: p.holder, toward: -1, pole: pole{said.dimension, said.sign * turn}, from: s.Start, to: s.End}
				if said.dimension != "trust" || a.trusted(n, i, &at) {
					all = append(all, at)
				}
			}
		}
	}
	return all
}

// sayer is of whom a word is said.
type sayer struct {
	subject int    // entity; -1 for none
	holder  string // of a wish, where no entity is known
	wished  bool   // the word is what he wants or will not have
}

// said finds of whom a word is said. Turn is -1 where he will not have it.
func (a *Account) said(n, i int, views []*Item) (who sayer, turn int) {
	s := &a.Text.Sentences[n]
	nobody := sayer{subject: -1}
	if st := stance.Of(s, i).Status; st == stance.Asked || st == stance.Counterfactual {
		return nobody, 1
	}
	who, turn = sayer{subject: a.subjectOf(n, i)}, 1
	switch who.subject {
	case anybody:
		return nobody, 1
	case -1:
		who, turn = a.wisher(views, &s.Tokens[i])
	}
	if who.subject >= 0 && a.elsewhere(views, &s.Tokens[i], who.subject) {
		return nobody, 1
	}
	return who, turn
}

// negated says whether a word, or the phrase that it is part of, is negated: not a
// man for compromise, no appetite for war.
func (a *Account) negated(s *grammar.Sentence, i int) bool {
	if stance.Of(s, i).Negated {
		return true
	}
	for n := 0; n < 3 && s.Tokens[i].Relation.Is(grammar.Nmod) && s.Tokens[i].Head >= 0; n++ {
		if i = s.Tokens[i].Head; s.Negation(i) >= 0 {
			return true
		}
	}
	return false
}

// trusted notes in whom somebody trusts or not. To trust a thing, or to be ready for
// one, says nothing of people.
func (a *Account) trusted(n, i int, p *position) bool {
	s := &a.Text.Sentences[n]
	if s.Tokens[i].Tag != grammar.Verb {
		return true
	}
	obj := s.Child(i, grammar.Obj, grammar.Iobj)
	if obj < 0 {
		return true
	}
	m := a.Cast.At(n, obj)
	if m < 0 || a.Cast.Mentions[m].Entity < 0 || a.Cast.Mentions[m].Head != obj {
		return false
	}
	p.toward = a.Cast.Mentions[m].Entity
	return true
}

// views lists by sentence what others than the author are said to say or believe.
func (a *Account) views() map[int][]*Item {
	all := map[int][]*Item{}
	for i := range a.Items {
		if it := &a.Items[i]; it.Type == Claim && it.Content != nil && it.Holder != a.Author() {
			a.each(a.offsets.Byte(it.Content.Start), a.offsets.Byte(it.Content.End), func(n int) { all[n] = append(all[n], it) })
		}
	}
	return all
}

// elsewhere reports that a word stands in what somebody else than the one it is
// said of holds.
func (a *Account) elsewhere(views []*Item, t *grammar.Token, subject int) bool {
	at := a.offsets.Point(t.Start)
	e := &a.Cast.Entities[subject]
	for _, it := range views {
		if it.Content.Start <= at && at < it.Content.End && it.Holder != e.Name && (it.Who == "" || it.Who != e.ID) {
			return true
		}
	}
	return false
}

// wisher finds who wants what a word speaks of: to want talks is to lean to them,
// as to refuse them is to lean away. Turn is -1 for what he will not have.
func (a *Account) wisher(views []*Item, t *grammar.Token) (who sayer, turn int) {
	at := a.offsets.Point(t.Start)
	for _, it := range views {
		if sign := wish(it); sign != 0 && it.Content.Start <= at && at < it.Content.End {
			if it.Who != "" {
				return sayer{a.Cast.Entity(it.Who), "", true}, sign
			}
			return sayer{-1, it.Holder, true}, sign
		}
	}
	return sayer{subject: -1}, 1
}

// anybody is the subject of what is said of nobody who is known.
const anybody = -2

// subjectOf finds whom a word is said of: the subject of its clause, who is named
// before it as its owner, or who is held for it; -1 when nobody is named, anybody
// when the one named is not known.
func (a *Account) subjectOf(sentence, token int) int {
	s := &a.Text.Sentences[sentence]
	try := func(at int) int {
		if m := a.Cast.At(sentence, at); m >= 0 && a.Cast.Mentions[m].Entity >= 0 {
			return a.Cast.Mentions[m].Entity
		}
		return anybody
	}
	if held := heldFor(s, token); held >= 0 {
		return try(held)
	}
	if owner := s.Child(token, "nmod:poss"); owner >= 0 {
		return try(owner)
	}
	for at, steps := token, 0; at >= 0 && steps < 4; at, steps = s.Verb(at), steps+1 {
		switch subject := s.Subject(at); {
		case subject == token: // a clause on the thing itself says nothing of who tells it
			return -1
		case subject >= 0:
			return try(subject)
		}
	}
	return -1
}

// holding are verbs that say of their object what another word says: regard him as
// strong.
var holding = map[string]bool{"regard": true, "consider": true, "describe": true, "view": true, "see": true, "deem": true, "call": true, "find": true, "think": true, "believe": true, "judge": true, "portray": true, "depict": true}

// heldFor gives the object of a verb that says a word of it, or -1.
func heldFor(s *grammar.Sentence, token int) int {
	head := s.Tokens[token].Head
	if head < 0 || !holding[strings.ToLower(s.Tokens[head].Lemma)] {
		return -1
	}
	r := s.Tokens[token].Relation
	if !r.Is(grammar.Xcomp) && !r.Is(grammar.Obl) && !r.Is(grammar.Advcl) {
		return -1
	}
	return s.Child(head, grammar.Obj, grammar.Iobj)
}

// avoiding are verbs whose object is what somebody keeps away from.
var avoiding = map[string]bool{"avoid": true, "prevent": true, "avert": true, "shun": true, "oppose": true, "end": true, "stop": true, "abandon": true, "forgo": true, "lack": true, "discount": true}

// weary are what somebody is of what he has had enough of.
var weary = map[string]bool{"tired": true, "weary": true, "sick": true, "wary": true}

func avoided(s *grammar.Sentence, token int) bool {
	head := s.Tokens[token].Head
	if head < 0 {
		return false
	}
	verb := strings.ToLower(s.Tokens[head].Lemma)
	return avoiding[verb] && s.Tokens[token].Relation.Is(grammar.Obj) || weary[verb] && s.Tokens[token].Relation.Is(grammar.Obl)
}
