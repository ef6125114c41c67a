package experiment

import (
	"fmt"
	"math"
	"slices"

	"reckon/draw"
)

// Saltelli is a design for Sobol's indices [saltelli2010]: which share of the
// variance of a result each uncertain input accounts for, alone and with others.
// Row p·m + 0 of its m = Inputs+2 rows a point p is a point A, the next a point B,
// then A with one input after the other as in B. A and B are the two halves of a
// scrambled Sobol sequence. Where chance has a part in the results, every row has
// draws of its own, and what chance does is in every total share. Rows of whole
// points may be left out at the end, so long as their number stays a power of two.
type Saltelli struct {
	Inputs int    // at most 64
	Points int    // a power of two
	Seed   uint64 // of the scrambling and the bootstrap
}

// Indices are the shares of variance of every input, in the order of inputs.
type Indices struct {
	Mean, Variance float64
	First          []Estimate // the input alone: what knowing it would take off
	Total          []Estimate // with all that it takes part in: what is left if all else is known
}

// resamples is the number of bootstrap samples behind an interval.
const resamples = 400

// Check says what is wrong with a design; the other methods need one that is
// right.
func (s Saltelli) Check() error {
	switch most := (draw.Sobol{}).Dims() / 2; {
	case s.Inputs < 1:
		return fmt.Errorf("there is no uncertain input whose share could be worked out; give a parameter or a start a spread")
	case s.Inputs > most:
		return fmt.Errorf("indices are worked out for at most %d uncertain inputs, and there are %d; screen them first, or give the unimportant ones one value", most, s.Inputs)
	case s.Points < 2 || s.Points&(s.Points-1) != 0:
		return fmt.Errorf("the number of points must be a power of two, such as %d, not %d", 1024, s.Points)
	}
	return nil
}

// rows of a point.
func (s Saltelli) rows() int { return s.Inputs + 2 }

// Size is the number of rows.
func (s Saltelli) Size() int { return s.Points * s.rows() }

// At returns the quantile of an input in a row, in the open interval (0, 1).
func (s Saltelli) At(row, input int) float64 {
	point, kind := row/s.rows(), row%s.rows()
	dim := input
	if kind == 1 || kind == 2+input {
		dim += s.Inputs
	}
	return draw.Sobol{Seed: s.Seed}.At(uint32(point), dim)
}

// Indices works the shares out from the results by row: the first-order ones after
// Saltelli and others [saltelli2010], the total ones after Jansen [jansen1999].
// Errors and intervals come of a bootstrap over points [efron1979], keyed by the
// seed; it takes the points for independent, and as they are more even than that,
// intervals are rather too wide. Estimates may fall a little below 0 or above 1:
// that is their error. If the results do not vary at all, every share is 0. It is an
// error if a result is not finite; too few or too many panic. Cost: 400 times the
// rows.
func (s Saltelli) Indices(results []float64) (Indices, error) {
	if err := s.Check(); err != nil {
		return Indices{}, err
	}
	if len(results) != s.Size() {
		panic("experiment: the results are not those of the design")
	}
	if err := finite(results); err != nil {
		return Indices{}, err
	}
	all := make([]int, s.Points)
	for p := range all {
		all[p] = p
	}
	mean, variance, shares := s.shares(results, all)
	samples := make([][]float64, len(shares))
	for n := range resamples {
		for p := range all {
			key := draw.Key{Seed: s.Seed, Run: uint64(p), Module: 4, Purpose: 1, Step: uint32(n)}
			all[p] = int(key.Uniform() * float64(s.Points))
		}
		_, _, again := s.shares(results, all)
		for i, y := range again {
			samples[i] = append(samples[i], y)
		}
	}
	estimates := make([]Estimate, len(shares))
	for i := range shares {
		estimates[i] = percentiles(shares[i], samples[i])
	}
	return Indices{Mean: mean, Variance: variance, First: estimates[:s.Inputs], Total: estimates[s.Inputs:]}, nil
}

// percentiles makes the interval of bootstrap samples around a value.
func percentiles(value float64, samples []float64) Estimate {
	_, variance := moments(samples)
	slices.Sort(samples)
	cut := int(float64(len(samples)) * (1 - confidence) / 2)
	return Estimate{Value: value, Error: math.Sqrt(variance), Low: samples[cut], High: samples[len(samples)-1-cut]}
}

// shares estimates from some points, which may repeat: first-order shares, then
// total shares.
func (s Saltelli) shares(results []float64, points []int) (mean, variance float64, shares []float64) {
	k, m, n := s.Inputs, s.rows(), float64(len(points))
	for _, p := range points {
		mean += (results[p*m] + results[p*m+1]) / (2 * n)
	}
	shares = make([]float64, 2*k)
	for _, p := range points {
		rows := results[p*m : (p+1)*m]
		a, b := rows[0]-mean, rows[1]-mean
		variance += float64((float64(a*a) + float64(b*b)) / (2 * n))
		for i := range k {
			ab := rows[2+i] - mean
			shares[i] += float64(b * (ab - a) / n)
			shares[k+i] += float64((a - ab) * (a - ab) / (2 * n))
		}
	}
	if variance == 0 {
		return mean, variance, make([]float64, len(shares))
	}
	for i := range shares {
		shares[i] /= variance
	}
	return mean, variance, shares
}
