package names

import (
	"cmp"
	"slices"

	"reckon/grammar"
)

// Kind says what an entity is.
type Kind string

// Kinds of entity. Group is an aggregate public, such as protesters.
const (
	Person Kind = "person"
	State  Kind = "state"
	Organ  Kind = "organ" // government, ministry, army, party, company, institute
	Group  Kind = "group"
	Place  Kind = "place"
	Author Kind = "author" // whoever wrote the text
)

// Entity is someone or something that a text speaks of.
type Entity struct {
	ID      string // short stable name, as an actor of a case has: khamenei, united_states
	Name    string // full name for people
	Kind    Kind
	State   string   // ID of the state it belongs to; "" when none or unknown
	Aliases []string // other names and titles
}

// Mention is one place where an entity is spoken of. Mentions may stand within
// others: "Iran" and "the Supreme Leader of Iran" are two.
type Mention struct {
	Entity   int // index into Cast.Entities; -1 when nobody knows who is meant
	Sentence int
	From, To int    // tokens, half open
	Head     int    // token
	By       string // name, adjective, title, description, pronoun
	Speech   int    // 1 for I and we, 2 for you: the speaker and the addressee, whom the quotation tells; 0 otherwise
}

// Cast is who is spoken of in a text.
type Cast struct {
	Entities []Entity
	Mentions []Mention // in order of place, the longer first
}

// Find lists who is spoken of. Known entities come first and keep their IDs; an
// entity of the lists that bears a name of a known one is that one. Offices are
// resolved at the day of publication, or, where that is unknown, in the latest
// year that the text names. Cost: linear in the tokens.
func Find(t *grammar.Text, known []Entity) *Cast {
	f := newFinder(t, known)
	f.survey()
	for i := range t.Sentences {
		f.sentence(i)
	}
	slices.SortStableFunc(f.cast.Mentions, order)
	return f.cast
}

func order(a, b Mention) int {
	return cmp.Or(cmp.Compare(a.Sentence, b.Sentence), cmp.Compare(a.From, b.From), cmp.Compare(b.To, a.To))
}

// In gives the mentions that lie wholly in a range of tokens of a sentence, as
// indices of Mentions in order of place.
func (c *Cast) In(sentence, from, to int) []int {
	var list []int
	for i := c.start(sentence); i < len(c.Mentions) && c.Mentions[i].Sentence == sentence; i++ {
		if m := c.Mentions[i]; m.From >= from && m.To <= to {
			list = append(list, i)
		}
	}
	return list
}

// At gives the mention that a token heads, else the shortest that covers it, and
// -1 when there is none.
func (c *Cast) At(sentence, token int) int {
	best := -1
	for i := c.start(sentence); i < len(c.Mentions) && c.Mentions[i].Sentence == sentence; i++ {
		m := c.Mentions[i]
		if m.From > token {
			break
		}
		if m.To <= token {
			continue
		}
		if m.Head == token {
			return i
		}
		if best < 0 || m.To-m.From < c.Mentions[best].To-c.Mentions[best].From {
			best = i
		}
	}
	return best
}

// start gives the first mention of a sentence or of a later one.
func (c *Cast) start(sentence int) int {
	i, _ := slices.BinarySearchFunc(c.Mentions, sentence, func(m Mention, s int) int { return cmp.Compare(m.Sentence, s) })
	return i
}

// Entity gives the index of the entity with an ID, or -1.
func (c *Cast) Entity(id string) int {
	return slices.IndexFunc(c.Entities, func(e Entity) bool { return e.ID == id })
}

// Phrase gives the whole noun phrase of a mention as a range of bytes of the
// text, half open: where the sentence is parsed with what hangs on its head by
// prepositions and participles, but without appositions and relative clauses.
func (c *Cast) Phrase(t *grammar.Text, mention int) (start, end int) {
	m := c.Mentions[mention]
	s := &t.Sentences[m.Sentence]
	from, to := m.From, m.To
	if s.Root() >= 0 && m.By != byPronoun && m.By != byAdjective {
		a, b := s.Phrase(m.Head)
		from, to = min(from, a), max(to, b)
	}
	return s.Tokens[from].Start, s.Tokens[to-1].End
}
