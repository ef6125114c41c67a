package reckon

// Feature is one respect in which situations are compared: a number from 0 to 1
// that the present has at every step.
type Feature struct {
	Name, Title string
	Now         Expr   // yes is 1, no is 0; numbers are held within 0 and 1
	Text        string // Now as written
	At          Range
}

// Episode is something that an actor remembers and draws a lesson from when the
// present resembles it. With w the weights of its features, the similarity is
// Σ w·(1 − |was − now|) / Σ w, and recall is 0 up to Above and from there rises in
// a line to 1 at a similarity of 1. While it is recalled, the odds of a kind of
// each lesson are multiplied by exp(Strength · recall) and all odds of that belief
// scaled to sum to 1; what he has learned in between is not lost.
type Episode struct {
	Name, Title string
	Date        Date
	Above       float64 // in [0, 1)
	Features    []Recollection
	Lessons     []Lesson
	Cites       []Cite
	At          Range
}

// Recollection is what a feature was at the time of an episode, and how much it
// counts.
type Recollection struct {
	Feature string
	Was     float64
	Weight  float64 // above 0
	At      Range
}

// Lesson says which kind of an actor an episode makes likelier in his eyes, or,
// with a negative strength, less likely.
type Lesson struct {
	About, Kind string
	Strength    float64
	Cites       []Cite
	At          Range
}
