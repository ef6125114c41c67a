package sim

import "reckon"

// Path is what happened in one run. Step k ends on Dates[k]; step 0 is the start.
type Path struct {
	Run     int
	Inputs  []float64 // by Model.Inputs
	Dates   []reckon.Date
	States  []reckon.State // by step
	Values  [][]float64    // by measure and step
	Answers []float64      // by question: 1 yes, 0 no, or the number it asks for; NaN where the run does not cover it
}

// Event is something that happened in a run, with its reason.
type Event struct {
	Step int         // from which it leads to the next
	Date reckon.Date // of that step
	// Kind is "move" (an actor changed options), "stay" (he weighed his moves and kept
	// to what is), "hold" (a scenario set options), "shock", "change" (of a mind),
	// "falsified" (a move proved a view wrong) or "recall" (an episode came back to him;
	// with P 0, it does no more).
	Kind     string
	Actor    int    // who moved, changed, was proved wrong or remembered; −1 is nobody
	Name     string // of the shock, change, episode or scenario; in what he was proved wrong, as "did not know of b.attack"
	From, To reckon.State
	P        float64 // how likely it was, just before; for "recall" how strong it is, from 0 to 1

	// For a move and for staying: the view that had most odds in his eyes, by the kind
	// of each actor ("" as he is), its odds, and what this choice and staying are worth
	// on average over his views, in [0,1].
	View        []string
	Odds        float64
	Worth, Stay float64

	Reads []Read // the measures that decided: those that his wants, or the condition and the chance of the shock, or the condition of the change read
}

// Read is the value of a measure or parameter when it was read.
type Read struct {
	Name  string
	Value float64
}
