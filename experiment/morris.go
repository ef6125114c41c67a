package experiment

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"reckon/draw"
)

// Morris is a screening design [morris1991]: paths that start at a random point of
// a grid and change one input after the other, in random order, by half its range.
// The Levels of an input are the middles of as many equal intervals of its
// quantiles, so that a law without ends has values there too. Row
// path·(Inputs+1) + i has i inputs changed.
type Morris struct {
	Inputs int
	Paths  int
	Levels int // even; 4 is usual
	Seed   uint64
}

// Screening is what changing an input did, by the half of its range, per whole
// range: the mean over paths of the elementary effects, of their sizes
// [campolongo2007], and their standard deviation. A large MuStar says that the
// input matters; a Sigma of that size, that what it does hangs on other inputs or
// on where it stands.
type Screening struct {
	Mu     float64 `json:"mu"`
	MuStar float64 `json:"mu_star"`
	Sigma  float64 `json:"sigma"`
}

// Check says what is wrong with a design; the other methods need one that is
// right.
func (m Morris) Check() error {
	switch {
	case m.Inputs < 1:
		return fmt.Errorf("there is no uncertain input to screen; give a parameter or a start a spread")
	case m.Paths < 2:
		return fmt.Errorf("a screening needs at least two paths, not %d", m.Paths)
	case m.Levels < 2 || m.Levels%2 != 0:
		return fmt.Errorf("the number of levels must be even, such as 4, not %d", m.Levels)
	}
	return nil
}

// Size is the number of rows.
func (m Morris) Size() int { return m.Paths * (m.Inputs + 1) }

// key of what a path draws for an input.
func (m Morris) key(path, input int, purpose uint32) draw.Key {
	return draw.Key{Seed: m.Seed, Run: uint64(path), Module: 4, Entity: uint64(input), Purpose: purpose}
}

// level is where an input starts on a path. It is changed to the level half the
// range above or below, whichever exists.
func (m Morris) level(path, input int) int {
	return int(m.key(path, input, 2).Uniform() * float64(m.Levels))
}

// order returns the inputs of a path in the order of their change.
func (m Morris) order(path int) []int {
	inputs, place := make([]int, m.Inputs), make([]float64, m.Inputs)
	for i := range inputs {
		inputs[i], place[i] = i, m.key(path, i, 3).Uniform()
	}
	slices.SortStableFunc(inputs, func(i, j int) int { return cmp.Compare(place[i], place[j]) })
	return inputs
}

// At returns the quantile of an input in a row, in the open interval (0, 1).
func (m Morris) At(row, input int) float64 {
	path, changed := row/(m.Inputs+1), row%(m.Inputs+1)
	level := m.level(path, input)
	if slices.Contains(m.order(path)[:changed], input) {
		level = (level + m.Levels/2) % m.Levels
	}
	return (float64(level) + 0.5) / float64(m.Levels)
}

// Screen works out, by input, what the changes did from the results by row. It is
// an error if a result is not finite; too few or too many panic.
func (m Morris) Screen(results []float64) ([]Screening, error) {
	if err := m.Check(); err != nil {
		return nil, err
	}
	if len(results) != m.Size() {
		panic("experiment: the results are not those of the design")
	}
	if err := finite(results); err != nil {
		return nil, err
	}
	effects := make([][]float64, m.Inputs)
	for path := range m.Paths {
		from := path * (m.Inputs + 1)
		for i, input := range m.order(path) {
			effect := 2 * (results[from+i+1] - results[from+i])
			if m.level(path, input) >= m.Levels/2 {
				effect = -effect
			}
			effects[input] = append(effects[input], effect)
		}
	}
	out := make([]Screening, m.Inputs)
	for input, list := range effects {
		mean, variance := moments(list)
		out[input] = Screening{Mu: mean, Sigma: math.Sqrt(variance)}
		for _, e := range list {
			out[input].MuStar += math.Abs(e) / float64(len(list))
		}
	}
	return out, nil
}
