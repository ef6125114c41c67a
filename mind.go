package reckon

import (
	"strconv"
	"strings"
)

// Concept names who an actor expects to answer his move, and how: the solution
// concept of the graph model for conflict resolution.
type Concept string

// The concepts, from no foresight to simultaneous moves. Definitions and
// sources stand beside their implementation in package stability.
const (
	Nash    Concept = "Nash"    // nobody answers
	GMR     Concept = "GMR"     // others do anything they can, even at their own cost
	SMR     Concept = "SMR"     // as GMR, and he has the last word
	SEQ     Concept = "SEQ"     // others answer only by moves that improve their lot
	SSEQ    Concept = "SSEQ"    // as SEQ, and he has the last word
	SIM     Concept = "SIM"     // others move at the same moment
	Tableau Concept = "Tableau" // as SEQ; where two or more would move, they may move at once
	NM      Concept = "NM"      // everyone looks ahead without end
)

// Limited returns the concept L_h: everyone looks h moves ahead, h at least 1.
func Limited(moves int) Concept { return Concept("L" + strconv.Itoa(moves)) }

// Moves returns h of L_h, written L1, L2, …; 0 of any other concept.
func (k Concept) Moves() int {
	digits, ok := strings.CutPrefix(string(k), "L")
	h, err := strconv.Atoi(digits)
	if !ok || err != nil || h < 1 || h > maxLookahead || Limited(h) != k {
		return 0
	}
	return h
}

// Ahead reports whether the concept is L_h or NM: play is foreseen move by move,
// so a move may pay that is no improvement in itself, and an improvement may pay
// more than it shows.
func (k Concept) Ahead() bool { return k == NM || k.Moves() > 0 }

// AsksOthers reports whether what the others want can matter under the concept.
// Nash, GMR and SMR look at the actor's own wants only.
func (k Concept) AsksOthers() bool { return k != Nash && k != GMR && k != SMR }

// Assumes says in a sentence what the concept takes for granted where the
// literature leaves it open; "" where it leaves nothing open.
func (k Concept) Assumes() string {
	switch {
	case k.Ahead():
		return "Where several others could move next, or a mover likes several moves best, the actor reckons with what is worst for him; nobody moves twice in a row, and play ends when the one whose turn it is stays."
	case k == Tableau:
		return "Any of the others who have a move that pays may join in at the same moment, each with such a move; moves that together lead to an impossible state stop nobody."
	}
	return ""
}

// maxLookahead bounds h of L_h. Looking further is what NM is for.
const maxLookahead = 99

// Want is a statement that an actor prefers to be true. The order of a mind's
// wants is their importance.
type Want struct {
	Name    string
	That    Expr
	Text    string // That as written
	Title   string
	RedLine bool    // its breach is strongly worse
	Points  float64 // option weighting: what it adds to a state's score; 0 is not stated
	Unknown bool    // nobody can say whether he wants it or its opposite
	Odds    float64 // how sure it is that he wants it and not its opposite, 0 to 1; 0 is not stated, which is certain
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
	Actor     string
	Temper    Temper
	Wants     []Want
	Order     [][]State
	Attitudes []Attitude
	View      View // where the conflict in his eyes differs from the conflict as it is
	Beliefs   []Belief
	Episodes  []Episode
	Change    Change
	Cites     []Cite // what the temper rests on
	At        Range
}

// Change says when a mind takes the place of the one its actor had: from a day on,
// or from the first step at which When holds, and with which odds. The zero Change
// is the mind that an actor begins with. Changes of one actor on one day exclude
// each other: their odds sum to at most 1, and the rest is that he stays as he is.
type Change struct {
	Name, Title string // of the new holder or course
	From        Date
	When        Expr
	Text        string  // When as written
	Odds        float64 // 0 is not stated, which is 1
	At          Range
}

// Attitude is how one actor feels about how another fares, or he himself: +1 he
// prefers what that one likes at least as much, −1 what that one likes no
// better, 0 he does not mind. Not stated: +1 towards himself, 0 towards others.
type Attitude struct {
	Toward string // an actor
	Is     int
	Cites  []Cite
	At     Range
}

// View is where the conflict in one actor's eyes differs from the view it is
// nested in: sparse, so what is not stated is inherited. The zero View differs
// in nothing. What he takes the others to want stands in his Beliefs.
type View struct {
	Overrides []Override
}

// Override is one sourced difference of a view. Exactly one of Unaware, Aware,
// Impossible, Possible and Directed says which.
type Override struct {
	Unaware     bool        // he does not know that Option exists, so to him it is never on nor can be taken up; where it is on, he sees it off
	Aware       bool        // he knows Option although the view it is nested in does not
	Directed    bool        // he takes Option to have the directions Final and Lost
	Impossible  *Impossible // he holds these states to be impossible
	Possible    string      // he does not see the impossible rule of this name
	Option      int
	Final, Lost bool
	Cites       []Cite
	At          Range
}

// Belief is what one actor holds another to be: kinds with odds that sum to 1.
// Without a belief the other is taken to want what he wants and to share the view.
type Belief struct {
	About string // an actor
	Kinds []Kind
	Cites []Cite
	At    Range
}

// Kind is one kind of opponent that a believer reckons with. Its View and its
// Beliefs are what the believer thinks that opponent sees and believes; nested,
// they reach three actors deep.
type Kind struct {
	Name, Title string
	Odds        float64
	Temper      Temper
	Wants       []Want
	Order       [][]State
	Attitudes   []Attitude
	View        View
	Beliefs     []Belief
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
