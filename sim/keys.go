package sim

// module is the number of this package in the keys of its draws.
const module = 3

// The purposes of the draws that this package makes. The entity is the hash of a
// name: of a parameter, measure, actor or shock.
const (
	drawInput  = iota + 1 // the quantile of a parameter or of a start; step 0
	drawNoise             // what chance adds to a measure in a step
	drawOrder             // an actor's place among the others in a step
	drawPace              // whether an actor considers his moves in a step
	drawMove              // which of his moves he chooses
	drawShock             // whether a shock happens in a step
	drawChange            // which change of mind dated on a day happens; the step is that day
	drawTurn              // which change of mind happens whose condition holds at a step
)
