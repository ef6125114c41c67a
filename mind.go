package reckon

// Concept names who an actor expects to answer his move, and how: the solution
// concept of the graph model for conflict resolution.
type Concept string

// The concepts, from no foresight to simultaneous moves. Definitions and
// sources stand beside their implementation in package stability.
const (
	Nash Concept = "Nash" // nobody answers
	GMR  Concept = "GMR"  // others do anything they can, even at their own cost
	SMR  Concept = "SMR"  // as GMR, and he has the last word
	SEQ  Concept = "SEQ"  // others answer only by moves that improve their lot
	SIM  Concept = "SIM"  // others move at the same moment
)

// Want is a statement that an actor prefers to be true. The order of a mind's
// wants is their importance.
type Want struct {
	Name    string
	That    Expr
	Text    string // That as written
	Title   string
	RedLine bool // its breach is strongly worse
	Cites   []Cite
	At      Range
}

// Temper is how an actor decides. Assumed names the settings that the author
// left at their default, in the words of the case language.
type Temper struct {
	Concept   Concept
	Caution   float64 // 0 looks at the aim only, 1 at the worst answer only
	Precision float64 // 0 coin flip, +Inf always his best
	Stubborn  float64 // 0 learns fully from what others do, 1 never
	Emphasis  float64 // how much more a want counts than the next; at least 1
	Assumed   []string
}

// DefaultTemper is the temper of a mind that states nothing: SEQ, full caution,
// precision 8, no stubbornness, emphasis 2.
func DefaultTemper() Temper {
	return Temper{
		Concept: SEQ, Caution: 1, Precision: 8, Emphasis: 2,
		Assumed: []string{"concept", "caution", "precision", "stubborn", "emphasis"},
	}
}

// Mind is an actor's wants, beliefs and temper. Order, when not empty, replaces
// Wants by a direct ranking: groups of equally liked states, best first.
type Mind struct {
	Actor   string
	Temper  Temper
	Wants   []Want
	Order   [][]State
	Beliefs []Belief
	Cites   []Cite // what the temper rests on
	At      Range
}

// Belief is what one actor holds another to be: kinds with odds that sum to 1.
// Without a belief he sees the other as he is.
type Belief struct {
	About string // an actor
	Kinds []Kind
	Cites []Cite
	At    Range
}

// Kind is one kind of opponent that a believer reckons with.
type Kind struct {
	Name, Title string
	Odds        float64
	Temper      Temper
	Wants       []Want
	Order       [][]State
	Cites       []Cite
	At          Range
}

// Reading is one analyst's theory of the subject: minds with sources.
type Reading struct {
	Name, Title string
	Says        string // the theory in a sentence or two, in our words
	Source      string // key of the document it is read from
	Dated       Date   // only choices after this day test it
	Prior       float64
	Minds       []Mind
	File        string
	At          Range
}
