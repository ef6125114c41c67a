package reckon

// Shock is something that happens to the actors by chance. Exactly one of Rate and
// Chance is stated. At most once a step, and only where When holds: with Rate, the
// expected number in one Per, with probability 1 − exp(−rate · step/Per); with
// Chance, with that probability in every step.
type Shock struct {
	Name, Title string
	Rate        Expr
	Per         string // "day", "week", "month" or "year"
	Chance      Expr
	When        Expr   // a zero Expr holds always
	Text        string // Rate or Chance as written
	Once        bool   // it happens at most once in a run
	Moves       Move   // options that it sets, whoever's they are; skipped where that would be impossible
	Effects     []Effect
	Cites       []Cite
	At          Range
}

// Effect is what a shock does to one measure, at once. All effects of a shock read
// the values from before it.
type Effect struct {
	Measure string
	To      Expr
	Text    string // To as written
	At      Range
}

// Scenario is a named set of changes to what a run would else do.
type Scenario struct {
	Name, Title, Says string
	From, Until       Date // while it lasts; 0 is the start and the end of the run
	Hold              Move // options kept on, or off, whatever anybody chooses
	Sets              []Assignment
	Without           []string // parts left out: "memory", "learning", "noise", "shocks", or a shock, an episode, a change of mind, an arena, an option or an actor by its name
	Cites             []Cite
	At                Range
}

// Assignment gives a parameter another value, or holds a measure at one.
type Assignment struct {
	Name string
	To   Spread
	At   Range
}
