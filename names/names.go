package names

import "reckon/grammar"

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

// Mention is one place where an entity is spoken of.
type Mention struct {
	Entity   int // index into Cast.Entities; -1 when nobody knows who is meant
	Sentence int
	From, To int    // tokens, half open
	Head     int    // token
	By       string // name, title, description, pronoun
}

// Cast is who is spoken of in a text.
type Cast struct {
	Entities []Entity
	Mentions []Mention // in order of place
}

// Find lists who is spoken of. Known entities come first and keep their IDs.
func Find(t *grammar.Text, known []Entity) *Cast { return &Cast{} }
