package sim

import "reckon"

// Tally adds up runs. Everything in it is an integer, or the least and greatest of
// numbers, so that tallies of parts merged in any order equal the tally of the whole,
// bit for bit. It knows the names of what it counts, so that it can be read without
// the case.
type Tally struct {
	asked int
}

// Question is what a tally knows of a question.
type Question struct {
	Name    string
	Number  bool // it asks for a number, not for yes or no
	Covered bool // the runs reach over its whole window; without that there is no answer
	Opened  bool // it had opened before the runs start: what happened until then is not looked at

	Runs int // that answered
	Yes  int // that answered yes
	// First counts, by step, the runs in which what the question's first ever() or
	// first() waits for happened first at that step; Never those in which it did not
	// until the question closed. First is nil where there is no such call.
	First []int
	Never int
}

// Asked returns how many runs the jobs asked for, and Runs how many were made.
func (t *Tally) Asked() int { return t.asked }

// Runs returns how many runs are in the tally.
func (t *Tally) Runs() int { return 0 }

// Ranges returns the numbers of the runs in the tally, as half-open ranges, ascending
// and apart.
func (t *Tally) Ranges() [][2]int { return nil }

// Seed returns the seed of the runs.
func (t *Tally) Seed() uint64 { return 0 }

// Dates returns the day of every step.
func (t *Tally) Dates() []reckon.Date { return nil }

// Measures returns the names of the measures, and Options those of the options.
func (t *Tally) Measures() []string { return nil }

// Options returns the names of the options.
func (t *Tally) Options() []string { return nil }

// Questions returns what was counted of each question, in the order of the case.
func (t *Tally) Questions() []Question { return nil }

// Both returns in how many runs two questions were both answered with yes; of a
// question with itself, its own. So P(A and B) + P(A and not B) = P(A) exactly.
func (t *Tally) Both(a, b int) int { return 0 }

// On returns in how many runs an option was on at a step.
func (t *Tally) On(option, step int) int { return 0 }

// Quantile returns the quantile q, from 0 to 1, of a measure at a step over the runs:
// the value below which a share q of the runs lies, to within half a percent of
// itself, and exactly at both ends and where all runs agree. NaN without runs.
func (t *Tally) Quantile(measure, step int, q float64) float64 { return 0 }

// Number returns the quantile q of the numbers that a question was answered with;
// infinity is a number here, that of a wait that does not end.
func (t *Tally) Number(question int, q float64) float64 { return 0 }

// Merge adds the runs of another tally to this one. It refuses a tally of another
// case, reading, setting or seed, and one that counts some of the same runs.
func (t *Tally) Merge(other *Tally) error { return errUnfinished }

// MarshalBinary writes the tally in a form that UnmarshalBinary reads: versioned,
// with a check sum, the same bytes for the same tally.
func (t *Tally) MarshalBinary() ([]byte, error) { return nil, errUnfinished }

// UnmarshalBinary reads a tally that MarshalBinary wrote. It refuses what another
// version wrote and what was cut short or damaged.
func (t *Tally) UnmarshalBinary(b []byte) error { return errUnfinished }
