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
	if math.IsNaN(float64(p)) {
		return "unknown"
	}
	return p.Word() + " [" + p.Percent() + "]"
}

// Points writes a difference of probabilities in percentage points, with its sign.
func Points(p float64) string {
	text := fmt.Sprintf("%+.1f", 100*p)
	if text == "-0.0" || text == "+0.0" {
		return "0.0"
	}
	return text
}

// Percent writes the number alone, for figures that stand beside others in a table.
func (p Odds) Percent() string {
	switch {
	case math.IsNaN(float64(p)):
		return "unknown"
	case p < 0.01:
		return "<1%"
	case p > 0.99:
		return ">99%"
	}
	return fmt.Sprintf("%.0f%%", 100*float64(p))
}
