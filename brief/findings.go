package brief

import (
	"reckon"
	"reckon/beliefmap"
	"reckon/causes"
	"reckon/coupling"
	"reckon/outlook"
	"reckon/stability"
	"reckon/trial"
)

// Findings is everything a brief says, as plain data. Case alone is required:
// a part that is absent is left out of the page or named there as absent.
type Findings struct {
	Case        *reckon.Case
	Version     string // of the program, printed so that the page can be made again
	Handling    string // handling mark, free text; "" prints none
	Diagnostics []reckon.Diagnostic
	Trial       *trial.Report // nil when the case has no reading or no choice

	Today    reckon.State // the state at the as-of date
	States   int          // feasible states
	Readings []Reading    // never mixed: one per reading, or the case's own view alone
	Basis    int          // choices up to the as-of date behind the readings' weights; 0 means stated priors
	Outcomes []Outcome
	Probes   []Probe

	// What comes next, from running the case forward. A nil Outlook without a word in
	// Upset leaves the section out.
	Outlook      *outlook.Outlook
	Contrasts    []outlook.Contrast // the scenarios of the case, in its order
	ContrastRuns int                // of each reading, behind Contrasts and Signals
	Signals      []causes.Signal    // what would tell the readings apart, best first
	Upset        []string           // runs that failed, in sentences

	// The arenas of the case as they stand on the day on which runs start, in its order,
	// and who feeds whom. Without arenas the section is left out.
	Arenas []coupling.Report
	Feeds  *coupling.Diagram // nil where nothing is known of it

	Beliefs  []*beliefmap.Map // what the cited documents hold to cause what, by holder; nil when they are not at hand
	Reader   string           // address of the page of documents with their findings; "" when there is none
	Passages map[Span]string  // the text at a locator, where the documents are at hand
}

// Reading is what one reading holds of today's state.
type Reading struct {
	Of         *reckon.Reading // nil: the minds as the case itself states them
	Minds      []reckon.Mind   // one per actor
	Weight     float64         // its share when readings are pooled; sums to 1 over readings
	Holds      []Hold          // one per actor that has options
	Nexts      []Next          // one per actor that has options
	Arcs       []Arc           // every one-step move from today's state
	Equilibria int             // states stable for every actor, each by his own concept and views
	Left       []string        // "actor: want" for wants left out, a measure being unknown
	Game       *Game           // the subject's game beside the game; nil without a subject
}

// Hold is whether today's state is stable for an actor, and why.
type Hold struct {
	Verdict stability.Verdict // in his most likely view
	Share   float64           // odds of his views in which the state is stable
	Barred  bool              // he holds the state to be impossible there
	View    string            // the most likely view in words; "" when he sees the others as they are
	Odds    float64           // of that view
}

// Next is an actor's next decision from today's state: the moves open to him,
// likeliest first, holding included.
type Next struct {
	Actor  int
	To     []reckon.State
	P      []float64
	Silent bool // every move is worth the same to him: no forecast
}

// Arc is a legal one-step move from today's state.
type Arc struct {
	Actor int
	To    reckon.State
	Gain  int // rank gained by the mover; above 0 is an improvement
}

// Outcome is a state somebody asks about and what would have to be true of the
// subject for it to last.
type Outcome struct {
	Ask      string
	Question string       // name of the question it comes from, or ""
	State    reckon.State // the feasible state nearest to today's that has it
	Mine     bool         // the subject can bring it about alone, in one move
	Flips    []Flip       // one per reading
}

// Flip is what it takes, in one reading, to make an outcome hold for the subject.
type Flip struct {
	Reading int      // index into Findings.Readings
	Stable  bool     // stable for him as things are
	Best    bool     // his best move leads there as things are
	Changes []Change // single changes of one want or belief that would do it
	Tried   int      // single changes tried
}

// Change is one want or belief of the subject altered, in words, and its effect.
type Change struct {
	What   string
	Stable bool
	Best   bool
}

// Probe is the subject's next decision in one reading with a single want or
// belief of his altered. The same What in several readings is the same change.
type Probe struct {
	What    string
	Reading int // index into Findings.Readings
	Next    Next
}

// Span is a place in a source: Unicode code points, half open.
type Span struct {
	Source   string
	From, To int
}
