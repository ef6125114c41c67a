package sim

import (
	"fmt"
	"slices"
	"sync"

	"reckon"
)

// Tally adds up runs. Everything in it is an integer, or the least and greatest of
// numbers, so that tallies of parts merged in any order equal the tally of the whole,
// bit for bit. It knows the names of what it counts, so that it can be read without
// the case.
type Tally struct {
	head
	asked   int
	ranges  [][2]int
	yes     []int       // by question
	both    []int       // by pair of questions, the lower one first; see pair
	first   [][]int     // by question and step; one more for never
	numbers []histogram // by question; empty but for those that ask for a number
	on      []int       // by step and option
	values  []histogram // by measure and step
}

// head says what a tally counts. Tallies are merged only if their heads agree.
type head struct {
	mark      uint64 // of the case, the reading and the settings
	seed      uint64
	dates     []reckon.Date
	measures  []string
	options   []string
	questions []asking
}

// asking is what a tally knows of a question before any run.
type asking struct {
	name                          string
	number, covered, opened, wait bool
}

// Question is what a tally knows of a question.
type Question struct {
	Name    string
	Number  bool // it asks for a number, not for yes or no
	Covered bool // the runs reach over its whole window; without that there is no answer
	Opened  bool // it had opened before the runs start: what happened until then is not looked at

	Runs int // that answered: all, but for those in which a number is none, as the difference of two waits that do not end
	Yes  int // that answered yes
	// First counts, by step, the runs in which what the question's first ever() or
	// first() waits for happened first at that step; Never those in which it did not
	// until the question closed. First is nil where there is no such call.
	First []int
	Never int
}

// newTally returns an empty tally.
func newTally(h head) *Tally {
	t := &Tally{head: h}
	q, steps := len(h.questions), len(h.dates)
	t.yes, t.numbers, t.first = make([]int, q), make([]histogram, q), make([][]int, q)
	t.both = make([]int, q*(q+1)/2)
	for i := range h.questions {
		if h.questions[i].wait {
			t.first[i] = make([]int, steps+1)
		}
	}
	t.on = make([]int, steps*len(h.options))
	t.values = make([]histogram, steps*len(h.measures))
	return t
}

// Asked returns how many runs the jobs asked for, and Runs how many were made.
func (t *Tally) Asked() int { return t.asked }

// Runs returns how many runs are in the tally.
func (t *Tally) Runs() int {
	n := 0
	for _, r := range t.ranges {
		n += r[1] - r[0]
	}
	return n
}

// Ranges returns the numbers of the runs in the tally, as half-open ranges, ascending
// and apart.
func (t *Tally) Ranges() [][2]int { return slices.Clone(t.ranges) }

// Seed returns the seed of the runs.
func (t *Tally) Seed() uint64 { return t.seed }

// Dates returns the day of every step.
func (t *Tally) Dates() []reckon.Date { return slices.Clone(t.dates) }

// Measures returns the names of the measures, and Options those of the options.
func (t *Tally) Measures() []string { return slices.Clone(t.measures) }

// Options returns the names of the options.
func (t *Tally) Options() []string { return slices.Clone(t.options) }

// Questions returns what was counted of each question, in the order of the case.
func (t *Tally) Questions() []Question {
	list := make([]Question, len(t.questions))
	for i, a := range t.questions {
		q := Question{Name: a.name, Number: a.number, Covered: a.covered, Opened: a.opened, Yes: t.yes[i]}
		if a.number {
			q.Runs = t.numbers[i].total
		} else if a.covered {
			q.Runs = t.Runs()
		}
		if a.wait {
			steps := len(t.dates)
			q.First, q.Never = slices.Clone(t.first[i][:steps]), t.first[i][steps]
		}
		list[i] = q
	}
	return list
}

// Both returns in how many runs two questions were both answered with yes; of a
// question with itself, its own. So P(A and B) + P(A and not B) = P(A) exactly.
func (t *Tally) Both(a, b int) int { return t.both[pair(a, b)] }

// pair numbers the pairs of questions.
func pair(a, b int) int {
	a, b = min(a, b), max(a, b)
	return b*(b+1)/2 + a
}

// On returns in how many runs an option was on at a step.
func (t *Tally) On(option, step int) int { return t.on[step*len(t.options)+option] }

// Quantile returns the quantile q, from 0 to 1, of a measure at a step: the least
// value that a share q of the runs do not exceed, to within half a percent of
// itself, and exactly at both ends and where all runs agree. NaN where it is unknown
// and without runs.
func (t *Tally) Quantile(measure, step int, q float64) float64 {
	return t.values[measure*len(t.dates)+step].quantile(q)
}

// Number returns the quantile q of the numbers that a question was answered with;
// infinity is a number here, that of a wait that does not end. NaN for a question
// that asks for yes or no, and where no run has an answer.
func (t *Tally) Number(question int, q float64) float64 { return t.numbers[question].quantile(q) }

// add counts the runs of a block. Several may be added at once.
func (t *Tally) add(b *block, desk *desk) {
	steps, n := len(t.dates), len(t.measures)
	for i := range n {
		m := (i + b.run/b.lanes) % n // so that workers do not wait for each other
		desk.measures[m].Lock()
		for k := range t.dates {
			t.values[m*steps+k].addAll(b.values[(m*steps+k)*b.lanes:][:b.n])
		}
		desk.measures[m].Unlock()
	}
	desk.rest.Lock()
	defer desk.rest.Unlock()
	t.include([2]int{b.run, b.run + b.n})
	for k := range t.dates {
		for o := range t.options {
			on := 0
			for _, s := range b.states[k*b.lanes:][:b.n] {
				on += int(s >> o & 1)
			}
			t.on[k*len(t.options)+o] += on
		}
	}
	t.answer(b)
}

// desk is what workers hold while they add to one tally.
type desk struct {
	measures []sync.Mutex
	rest     sync.Mutex
}

// answer counts the answers of a block.
func (t *Tally) answer(b *block) {
	for i, a := range t.questions {
		if !a.covered {
			continue
		}
		for lane, x := range b.answers[i*b.lanes:][:b.n] {
			if a.number {
				t.numbers[i].addAll([]float64{x})
			} else if x == 1 {
				t.yes[i]++
				for j := range i + 1 {
					if !t.questions[j].number && b.answers[j*b.lanes+lane] == 1 {
						t.both[pair(i, j)]++
					}
				}
			}
			if a.wait {
				at := int(b.waits[i*b.lanes+lane])
				if at < 0 {
					at = len(t.dates)
				}
				t.first[i][at]++
			}
		}
	}
}

// include adds a range of runs, which must be new to the tally.
func (t *Tally) include(r [2]int) {
	if r[0] == r[1] {
		return
	}
	k, _ := slices.BinarySearchFunc(t.ranges, r, func(a, b [2]int) int { return a[0] - b[0] })
	t.ranges = slices.Insert(t.ranges, k, r)
	joined := t.ranges[:1]
	for _, next := range t.ranges[1:] {
		if last := &joined[len(joined)-1]; last[1] == next[0] {
			last[1] = next[1]
		} else {
			joined = append(joined, next)
		}
	}
	t.ranges = joined
}

// Merge adds the runs of another tally to this one. It refuses a tally of another
// case, reading, setting or seed, and one that counts some of the same runs. It cannot
// see which quantiles a job fixed.
func (t *Tally) Merge(other *Tally) error {
	if err := t.accepts(other); err != nil {
		return err
	}
	for _, r := range other.ranges {
		t.include(r)
	}
	t.asked += other.asked
	sum(t.yes, other.yes)
	sum(t.both, other.both)
	sum(t.on, other.on)
	for i := range t.first {
		sum(t.first[i], other.first[i])
	}
	join(t.values, other.values)
	join(t.numbers, other.numbers)
	return nil
}

// accepts says why another tally cannot be added.
func (t *Tally) accepts(other *Tally) error {
	switch {
	case t.mark != other.mark || !t.agrees(&other.head):
		return fmt.Errorf("the runs are of another case, reading, scenario or stretch of days, or of a case that has been edited in between; only runs of one and the same can be added up")
	case t.seed != other.seed:
		return fmt.Errorf("one tally has seed %d, the other %d; only runs with one seed can be added up. Use the same seed and other run numbers", t.seed, other.seed)
	}
	for _, a := range t.ranges {
		for _, b := range other.ranges {
			if low, high := max(a[0], b[0]), min(a[1], b[1]); low < high {
				return fmt.Errorf("both tallies count the runs %d to %d; a run counts once. Leave one of the two out, or make other runs", low, high-1)
			}
		}
	}
	return nil
}

// agrees reports whether two tallies count the same things.
func (h *head) agrees(other *head) bool {
	return slices.Equal(h.dates, other.dates) && slices.Equal(h.measures, other.measures) &&
		slices.Equal(h.options, other.options) && slices.Equal(h.questions, other.questions)
}

func sum(to, from []int) {
	for i, n := range from {
		to[i] += n
	}
}

func join(to, from []histogram) {
	for i := range from {
		to[i].join(&from[i])
	}
}
