package reading

import "strings"

// version names this reader. Same document, same version: same bytes.
const version = "1"

// Item is one thing that a document says. Offsets are Unicode code points of the
// document's text, half open. The JSON names are a contract with scripts.
type Item struct {
	Document string `json:"document"`
	ID       string `json:"id"` // letter of the type and a number in the order of the text: Q1, C3
	Type     Type   `json:"type"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Page     int    `json:"page,omitempty"` // from 1, where the document has pages
	Text     string `json:"text"`           // verbatim

	Speaker string   `json:"speaker,omitempty"` // of a quotation
	Holder  string   `json:"holder"`            // whose statement it is; the author's name or "author" for his own
	Holders []string `json:"holders,omitempty"` // the chain, outermost first, when somebody reports somebody
	Who     string   `json:"holder_id,omitempty"`

	Kind      string   `json:"kind,omitempty"` // believe, fear; speech, term; list, red line; if, unless
	Cue       string   `json:"cue,omitempty"`
	Hedge     string   `json:"hedge,omitempty"`
	Certainty string   `json:"certainty,omitempty"`
	Negated   bool     `json:"negated,omitempty"`
	Status    string   `json:"status,omitempty"`
	Triggers  []string `json:"triggers,omitempty"` // words that show certainty, negation and status

	Content *Place  `json:"content,omitempty"` // of a claim
	If      *Place  `json:"if,omitempty"`      // of a condition or an offer
	Then    *Place  `json:"then,omitempty"`
	Causes  []Place `json:"causes,omitempty"`
	Effect  *Place  `json:"effect,omitempty"`
	Sign    int     `json:"sign,omitempty"`  // of a cause: +1 furthers, -1 hinders
	Items   []Place `json:"items,omitempty"` // of a list, in its order

	Event      string   `json:"event,omitempty"` // PLOVER type
	Mode       string   `json:"mode,omitempty"`
	Context    []string `json:"context,omitempty"`
	Actors     []string `json:"actors,omitempty"`
	Recipients []string `json:"recipients,omitempty"`
	Number     *Number  `json:"number,omitempty"`

	Date  string `json:"date,omitempty"`       // first day, as precisely as the text has it
	Until string `json:"date_until,omitempty"` // last day, when another
	Basis string `json:"date_basis,omitempty"` // what the date leans on

	Rule       string  `json:"rule,omitempty"`
	Confidence float64 `json:"confidence,omitempty"`
	Reader     string  `json:"reader"`
	By         string  `json:"by,omitempty"` // language model that proposed it, with the day and its prompt

	from, to int // bytes of the document's text
}

// Type says what an item is.
type Type string

// Types of item, each with the letter of its IDs.
const (
	Quotation Type = "quotation" // Q
	Term      Type = "term"      // T: in quotation marks, but nobody's speech
	Claim     Type = "claim"     // C
	Priority  Type = "priority"  // P: lists, goals, red lines, offers
	Condition Type = "condition" // I
	Cause     Type = "cause"     // X
	Event     Type = "event"     // E
)

// Types lists them in the order of this page.
func Types() []Type { return []Type{Quotation, Term, Claim, Priority, Condition, Cause, Event} }

// Letter is what IDs of the type begin with.
func (t Type) Letter() string {
	return map[Type]string{Quotation: "Q", Term: "T", Claim: "C", Priority: "P", Condition: "I", Cause: "X", Event: "E"}[t]
}

// Place is a part of an item, in code points of the document's text.
type Place struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Number is a figure that an event carries. Low and High differ for "up to" and
// "at least"; an open end is left out.
type Number struct {
	Text   string   `json:"text"`
	Low    *float64 `json:"low,omitempty"`
	High   *float64 `json:"high,omitempty"`
	Counts string   `json:"counts,omitempty"`
}

// Chain is through whom the statement reaches the reader, outermost first.
func (it *Item) Chain() []string {
	if len(it.Holders) > 0 {
		return it.Holders
	}
	return []string{it.Holder}
}

// Stands says in words how the statement stands, where that is worth a word.
func (it *Item) Stands() string {
	var words []string
	if it.Negated {
		words = append(words, "negated")
	}
	if it.Status != "" && it.Status != "asserted" {
		words = append(words, it.Status)
	}
	if it.Certainty == "probable" || it.Certainty == "possible" {
		words = append(words, it.Certainty)
	}
	if it.Hedge != "" {
		words = append(words, "hedged: "+it.Hedge)
	}
	return strings.Join(words, ", ")
}
