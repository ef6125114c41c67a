package reading

import (
	_ "embed"
	"slices"
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
	subject  int // entity
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
			subject, turn := a.subjectOf(n, i), 1
			if subject < 0 {
				subject, turn = a.wisher(views[n], &s.Tokens[i])
				said = slices.DeleteFunc(slices.Clone(said), func(p pole) bool { return p.dimension != "compromise" && p.dimension != "fighting" })
			}
			if subject < 0 || a.elsewhere(views[n], &s.Tokens[i], subject) {
				continue
			}
			if stance.Of(s, i).Negated || avoided(s, i) {
				turn = -turn
			}
			for _, p := range said {
				all = append(all, position{subject, pole{p.dimension, p.sign * turn}, s.Start, s.End})
			}
		}
	}
	return all
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
func (a *Account) wisher(views []*Item, t *grammar.Token) (subject, turn int) {
	at := a.offsets.Point(t.Start)
	for _, it := range views {
		if sign := wish(it); sign != 0 && it.Who != "" && it.Content.Start <= at && at < it.Content.End {
			return a.Cast.Entity(it.Who), sign
		}
	}
	return -1, 1
}

// subjectOf finds whom a word is said of: the subject of its clause, or who is
// named before it as its owner.
func (a *Account) subjectOf(sentence, token int) int {
	s := &a.Text.Sentences[sentence]
	try := func(at int) int {
		if at < 0 {
			return -1
		}
		if m := a.Cast.At(sentence, at); m >= 0 {
			return a.Cast.Mentions[m].Entity
		}
		return -1
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

// avoiding are verbs whose object is what somebody keeps away from.
var avoiding = map[string]bool{"avoid": true, "prevent": true, "avert": true, "shun": true, "oppose": true, "end": true, "stop": true, "abandon": true, "forgo": true, "lack": true, "discount": true}

func avoided(s *grammar.Sentence, token int) bool {
	head := s.Tokens[token].Head
	return head >= 0 && avoiding[strings.ToLower(s.Tokens[head].Lemma)] && s.Tokens[token].Relation.Is("obj")
}
