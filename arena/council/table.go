package council

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"reckon/arena"
)

// Caveat stands beside every result of this package: no model of bargaining is known
// to forecast outcomes better than the weighted mean does.
const Caveat = "Nothing is known to forecast better than the mean weighted by power and salience. " +
	"On the issues of DEU III (scale 0 to 100) its mean absolute error was 22.99, that of the group decision model 26.8 to 27.9; " +
	"a probabilistic Condorcet election had 20.43 against 21.09 for the mean on the held-out part, a difference whose interval contains zero (hamzagul07/schelling, 2026, issues of doi:10.34810/data53). " +
	"Bueno de Mesquita's own test (2011) gave the older model 21.5 against 11.8 for the mean on 9 issues. " +
	"Read the models for paths, pivots and what-ifs; take the mean for the forecast."

// Seat is a participant: a person, organ or faction that the others reckon with.
type Seat struct {
	Name, Title string
	Power       float64   // what he can bring to bear, from 0, in any unit that all share
	Position    []float64 // what he asks for, by dimension, in [0, 1]
	Salience    []float64 // how much of his attention each dimension has; each from 0, their sum at most 1
	Ideal       []float64 // what he would have if it were his alone; nil means Position
}

// Table is who sits at it and what about.
type Table struct {
	Name, Title string
	Dimensions  []string
	Seats       []Seat
	// Accommodation says how ideals follow positions: after each turn the ideal of
	// seat i is Σ_j A[i][j]·position_j and 1 − Σ_j A[i][j] times his old one. Nil
	// means that each seat's ideal becomes what he has agreed to.
	Accommodation [][]float64
}

// Bounds of what is computed: KTAB's for seats, and ours against hostile files.
const (
	maxSeats      = 250
	maxDimensions = 64
	maxPower      = 1e8
	slack         = 1e-9 // what rounding may add to a sum of shares
)

// Check returns all that keeps the table from being computed with.
func (t Table) Check() arena.Faults {
	var f arena.Faults
	f.Need(len(t.Seats) >= 2, "seats", fmt.Sprintf("a table has at least two seats; this one has %d. Add who else is reckoned with", len(t.Seats)))
	f.Need(len(t.Seats) <= maxSeats, "seats", fmt.Sprintf("a table has at most %d seats; this one has %d. Put together those who act as one", maxSeats, len(t.Seats)))
	f.Need(len(t.Dimensions) >= 1, "dimensions", "a table decides about something. Name at least one dimension")
	f.Need(len(t.Dimensions) <= maxDimensions, "dimensions", fmt.Sprintf("a table has at most %d dimensions; this one has %d. Keep those that are bargained over", maxDimensions, len(t.Dimensions)))
	if len(f) > 0 {
		return f
	}
	total, first := 0.0, map[string]int{}
	for i, s := range t.Seats {
		at := seatName(s, i)
		if other, taken := first[s.Name]; f.Need(s.Name != "", at, "a seat needs a name by which results can speak of it. Name it") {
			f.Need(!taken, at, fmt.Sprintf("seats %d and %d share this name. Rename one of them", other+1, i+1))
		}
		if _, taken := first[s.Name]; !taken {
			first[s.Name] = i
		}
		if f.Within(s.Power, 0, maxPower, at+": power", fmt.Sprintf("power is a number from 0 to %g; it is %v. Give how much he can bring to bear, in the unit of the others", maxPower, s.Power)) {
			total += s.Power
		}
		t.checkPlaces(&f, s, at)
	}
	f.Need(total > 0, "seats: power", "nobody at the table has any power, so nothing decides. Give at least one seat power above 0")
	t.checkAccommodation(&f)
	return f
}

// seatName is how a fault speaks of a seat.
func seatName(s Seat, i int) string {
	if s.Name == "" {
		return fmt.Sprintf("seat %d", i+1)
	}
	return fmt.Sprintf("seat %q", s.Name)
}

// checkPlaces judges what a seat asks for and how much it cares.
func (t Table) checkPlaces(f *arena.Faults, s Seat, at string) {
	n := len(t.Dimensions)
	scaled := func(kind string, xs []float64) {
		if !f.Need(len(xs) == n, at+": "+kind, fmt.Sprintf("%d numbers for %d dimensions. Give one for each", len(xs), n)) {
			return
		}
		for k, x := range xs {
			f.Within(x, 0, 1, fmt.Sprintf("%s: %s on %q", at, kind, t.Dimensions[k]), fmt.Sprintf("it is %v, off the scale, which runs from 0 to 1 (%.6g, and 0 to 100, in files). Give a number on it", x, 100*x))
		}
	}
	scaled("position", s.Position)
	if s.Ideal != nil {
		scaled("ideal", s.Ideal)
	}
	if !f.Need(len(s.Salience) == n, at+": salience", fmt.Sprintf("%d numbers for %d dimensions. Give one for each", len(s.Salience), n)) {
		return
	}
	sum := 0.0
	for k, x := range s.Salience {
		f.Within(x, 0, 1, fmt.Sprintf("%s: salience on %q", at, t.Dimensions[k]), fmt.Sprintf("it is %v (%.6g in files). Give the share of his attention that this has, from 0 to 1 (0 to 100 in files)", x, 100*x))
		sum += x
	}
	f.Need(!(sum > 1+slack), at+": salience", fmt.Sprintf("the saliences sum to %.4g (%.4g in files), more attention than there is. Scale them down to a sum of at most 1 (100 in files)", sum, 100*sum))
}

// checkAccommodation judges the shares by which ideals follow positions.
func (t Table) checkAccommodation(f *arena.Faults) {
	if t.Accommodation == nil {
		return
	}
	n := len(t.Seats)
	if !f.Need(len(t.Accommodation) == n, "accommodation", fmt.Sprintf("%d rows for %d seats. Give one row for each seat, or leave it out", len(t.Accommodation), n)) {
		return
	}
	for i, row := range t.Accommodation {
		at := fmt.Sprintf("accommodation of %s", seatName(t.Seats[i], i))
		if !f.Need(len(row) == n, at, fmt.Sprintf("%d shares for %d seats. Give one for each", len(row), n)) {
			continue
		}
		sum := 0.0
		for j, a := range row {
			f.Within(a, 0, 1, fmt.Sprintf("%s to %s", at, seatName(t.Seats[j], j)), fmt.Sprintf("it is %v. Give a share from 0 to 1", a))
			sum += a
		}
		f.Need(!(sum > 1+slack), at, fmt.Sprintf("the shares sum to %.4g. Scale them down to a sum of at most 1; what is left stays with the old ideal", sum))
	}
}

// Mean returns the position on each dimension weighted by power times salience: the
// default forecast. See Caveat. Where nobody who has power cares about a dimension,
// power alone weighs. Nil where Check finds faults.
func (t Table) Mean() []float64 {
	return t.each(func(power, salience, at []float64) float64 { return mean(power, salience, at) })
}

// Median returns the position on each dimension that half of the weight, power times
// salience, lies at or below: what wins every vote between two positions where each
// prefers what is nearer [black1948]. Where just half lies below, the lower of the
// two middle positions. Nil where Check finds faults.
func (t Table) Median() []float64 {
	return t.each(func(power, salience, at []float64) float64 { return median(power, salience, at, make([]int, len(at))) })
}

// each applies a forecast to each dimension.
func (t Table) each(forecast func(power, salience, at []float64) float64) []float64 {
	if len(t.Check()) > 0 {
		return nil
	}
	out := make([]float64, len(t.Dimensions))
	n := len(t.Seats)
	power, salience, at := make([]float64, n), make([]float64, n), make([]float64, n)
	for k := range out {
		for i, s := range t.Seats {
			power[i], salience[i], at[i] = s.Power, s.Salience[k], s.Position[k]
		}
		out[k] = forecast(power, salience, at)
	}
	return out
}

// mean is Σ power·salience·position over Σ power·salience.
func mean(power, salience, at []float64) float64 {
	over, under, byPower, powers := 0.0, 0.0, 0.0, 0.0
	for i, x := range at {
		w := float64(power[i] * salience[i])
		over += float64(w * x)
		under += w
		byPower += float64(power[i] * x)
		powers += power[i]
	}
	if under == 0 {
		over, under = byPower, powers
	}
	return min(max(over/under, slices.Min(at)), slices.Max(at))
}

// median sorts the seats by position in order, a scratch of their number.
func median(power, salience, at []float64, order []int) float64 {
	half, caring := 0.0, false
	for i := range order {
		order[i] = i
		half += float64(power[i] * salience[i])
	}
	if caring = half > 0; !caring {
		for _, p := range power {
			half += p
		}
	}
	half = float64(half / 2)
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(at[a], at[b]) })
	below := 0.0
	for _, i := range order {
		if caring {
			below += float64(power[i] * salience[i])
		} else {
			below += power[i]
		}
		if below >= half-float64(1e-12*math.Abs(half)) {
			return at[i]
		}
	}
	return at[order[len(order)-1]]
}
