package reckon

import (
	"fmt"
	"math"
)

// Odds is a probability.
type Odds float64

// Word returns the likelihood word of ICD 203 (2 January 2015). Bands overlap
// at their edges in the directive; here an edge belongs to the upper band.
// Below 1% and above 99% the directive has no word.
func (p Odds) Word() string {
	switch {
	case math.IsNaN(float64(p)):
		return "unknown"
	case p < 0.05:
		return "almost no chance"
	case p < 0.20:
		return "very unlikely"
	case p < 0.45:
		return "unlikely"
	case p < 0.55:
		return "roughly even chance"
	case p < 0.80:
		return "likely"
	case p < 0.95:
		return "very likely"
	}
	return "almost certain"
}

// String writes the word and the number in brackets, as in "likely [62%]".
// Certainty is refused for what has not happened: the ends print as <1% and >99%.
func (p Odds) String() string {
	switch {
	case math.IsNaN(float64(p)):
		return "unknown"
	case p < 0.01:
		return p.Word() + " [<1%]"
	case p > 0.99:
		return p.Word() + " [>99%]"
	}
	return fmt.Sprintf("%s [%.0f%%]", p.Word(), 100*float64(p))
}
