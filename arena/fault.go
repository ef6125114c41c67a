package arena

import "math"

// Fault is something in an arena's inputs that cannot be computed with: the author's
// text is wrong. It never stops at the first: what takes inputs gives all faults.
type Fault struct {
	At      string // the input, as the author named it: `seat "guard": power`
	Message string // what is wrong, and a way out
}

// Faults gathers faults in the order they are met.
type Faults []Fault

// Need adds a fault unless something holds, and reports whether it does.
func (f *Faults) Need(holds bool, at, message string) bool {
	if !holds {
		*f = append(*f, Fault{at, message})
	}
	return holds
}

// Within adds a fault unless x is a number between low and high, the ends
// included, and reports whether it is.
func (f *Faults) Within(x, low, high float64, at, message string) bool {
	return f.Need(x >= low && x <= high && !math.IsInf(x, 0), at, message)
}
