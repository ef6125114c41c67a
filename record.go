package reckon

// Event is one row of the record. Choice marks a row that readings are scored
// on: Took is then what the actor did and Instead what else was open to him.
// On other rows Took only carries the state forward.
type Event struct {
	ID      string
	Date    Date
	Until   Date // last day; equal to Date for a single day
	Actor   string
	Kind    string
	Title   string
	Took    Move
	Instead []Move
	Choice  bool
	Basis   string  // how we know it was his choice: "own words", "office", "reported order", "attribution"
	Weight  float64 // 0 to 1; 0 keeps the row out of every score
	Sources []string
	Note    string
	At      Range
}
