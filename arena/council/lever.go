package council

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"reckon/arena"
)

// Lever is a change of one input of one seat and what it does to a forecast.
type Lever struct {
	Seat      int
	Input     Rule // OfPosition, OfPower or OfSalience
	Dimension int  // of a position or a salience
	From, To  float64
	Outcome   []float64 // the forecast after the change, by dimension
	Shift     float64   // how far the forecast moves, as the crow flies
	Flips     bool      // on some dimension it comes to lie on the other side of the line
	// Nearer is how much closer the forecast comes to the seat's own ideal, by what
	// matters to him; below 0 it moves away.
	Nearer float64
}

// Levers tries for every seat a step of position up and down, of salience up and
// down, and of power by the factors 1 + step and 1/(1 + step), one at a time, and
// returns what each does to a forecast, the largest shift first. Line, by dimension,
// is what the outcome must cross to flip; nil for none. The forecast is given a
// table that it must not keep; what it gives for the table itself comes back too.
// Cost: seats × (2 + 4 × dimensions) forecasts.
func (t Table) Levers(forecast func(Table) []float64, step float64, line []float64) (outcome []float64, levers []Lever, f arena.Faults) {
	if f = t.checkStep(step); len(f) > 0 {
		return nil, nil, f
	}
	f.Need(line == nil || len(line) == len(t.Dimensions), "line", fmt.Sprintf("it has %d numbers for %d dimensions. Give one for each", len(line), len(t.Dimensions)))
	if len(f) > 0 {
		return nil, nil, f
	}
	outcome = forecast(t.pinned())
	for i := range t.Seats {
		for _, l := range t.steps(i, step) {
			levers = append(levers, t.pull(l, forecast, outcome, line))
		}
	}
	slices.SortStableFunc(levers, func(a, b Lever) int { return cmp.Compare(b.Shift, a.Shift) })
	return outcome, levers, nil
}

// BestMove returns the position or salience that a seat would best profess: of all
// on a grid of some step, one input at a time, the one that brings the forecast
// nearest to his ideal, which stays where it is; helps says whether any brings it
// nearer at all. Cost: 2 × dimensions / step forecasts.
func (t Table) BestMove(seat int, forecast func(Table) []float64, step float64) (best Lever, helps bool, f arena.Faults) {
	f = t.checkStep(step)
	f.Need(seat >= 0 && seat < len(t.Seats), "seat", fmt.Sprintf("there is no seat %d. Give one from 0 to %d", seat, len(t.Seats)-1))
	f.Need(!(step < 1e-4), "step", finest)
	if len(f) > 0 {
		return best, false, f
	}
	outcome := forecast(t.pinned())
	for k := range t.Dimensions {
		s := t.Seats[seat]
		for n := 0; float64(float64(n)*step) <= 1+slack; n++ {
			x := min(1, float64(float64(n)*step))
			for _, l := range []Lever{
				{Seat: seat, Input: OfPosition, Dimension: k, From: s.Position[k], To: x},
				{Seat: seat, Input: OfSalience, Dimension: k, From: s.Salience[k], To: min(x, s.room(k))},
			} {
				if l = t.pull(l, forecast, outcome, nil); l.Nearer > best.Nearer {
					best = l
				}
			}
		}
	}
	return best, best.Nearer > 0, nil
}

// Pivots returns, for each input of each seat, the smallest change up and the
// smallest down that alone brings the outcome to the other side of the line on some
// dimension: on a grid of some step for positions and saliences, by powers of
// 1 + step up to tenfold and down to a tenth, and to nothing, for power. They come
// in the order of seats; an input that cannot flip the outcome is not among them.
// Cost: up to seats × (2 × dimensions/step + 5/step) forecasts.
func (t Table) Pivots(forecast func(Table) []float64, step float64, line []float64) (pivots []Lever, f arena.Faults) {
	f = t.checkStep(step)
	f.Need(len(line) == len(t.Dimensions), "line", fmt.Sprintf("it has %d numbers for %d dimensions. Give one for each", len(line), len(t.Dimensions)))
	f.Need(!(step < 1e-4), "step", finest)
	if len(f) > 0 {
		return nil, f
	}
	outcome := forecast(t.pinned())
	for i := range t.Seats {
		for _, way := range t.ways(i, step) {
			for _, l := range way {
				if l = t.pull(l, forecast, outcome, line); l.Flips {
					pivots = append(pivots, l)
					break
				}
			}
		}
	}
	return pivots, nil
}

const finest = "a grid finer than 0.0001 is finer than any estimate. Give a wider step"

// ways are the changes of each input of a seat in each direction, growing.
func (t Table) ways(i int, step float64) [][]Lever {
	s := t.Seats[i]
	var more, less []Lever
	others := 0.0
	for j, o := range t.Seats {
		if j != i {
			others += o.Power
		}
	}
	for factor := 1 + step; s.Power > 0 && factor <= 10; factor *= 1 + step {
		if x := s.Power * factor; x <= maxPower {
			more = append(more, Lever{Seat: i, Input: OfPower, From: s.Power, To: x})
		}
		less = append(less, Lever{Seat: i, Input: OfPower, From: s.Power, To: s.Power / factor})
	}
	if others > 0 && s.Power > 0 {
		less = append(less, Lever{Seat: i, Input: OfPower, From: s.Power})
	}
	ways := [][]Lever{more, less}
	for k := range t.Dimensions {
		ways = append(ways,
			grid(Lever{Seat: i, Input: OfPosition, Dimension: k, From: s.Position[k]}, step, 1),
			grid(Lever{Seat: i, Input: OfPosition, Dimension: k, From: s.Position[k]}, -step, 0),
			grid(Lever{Seat: i, Input: OfSalience, Dimension: k, From: s.Salience[k]}, step, s.room(k)),
			grid(Lever{Seat: i, Input: OfSalience, Dimension: k, From: s.Salience[k]}, -step, 0))
	}
	return ways
}

// grid steps a lever to an end, which is its last step.
func grid(l Lever, step, end float64) (way []Lever) {
	for n := 1; l.To != end || n == 1; n++ {
		l.To = l.From + float64(float64(n)*step)
		if (l.To-end)*step >= 0 {
			l.To = end
		}
		if l.To == l.From {
			break
		}
		way = append(way, l)
	}
	return way
}

// room is how high a salience can go beside the seat's others.
func (s Seat) room(dimension int) float64 {
	rest := 1.0
	for d, x := range s.Salience {
		if d != dimension {
			rest -= x
		}
	}
	return max(rest, s.Salience[dimension])
}

func (t Table) checkStep(step float64) arena.Faults {
	f := t.Check()
	f.Need(step > 0 && step <= 1, "step", fmt.Sprintf("it is %v. Give how far an input may be off, above 0 and up to 1", step))
	return f
}

// pinned gives each seat the ideal that he has, lest it follow a professed position.
func (t Table) pinned() Table {
	t.Seats = slices.Clone(t.Seats)
	for i, s := range t.Seats {
		if s.Ideal == nil {
			t.Seats[i].Ideal = s.Position
		}
	}
	return t
}

// steps lists the changes of a seat that stay on their scales.
func (t Table) steps(i int, step float64) []Lever {
	s := t.Seats[i]
	levers := []Lever{
		{Seat: i, Input: OfPower, From: s.Power, To: min(maxPower, s.Power*(1+step))},
		{Seat: i, Input: OfPower, From: s.Power, To: s.Power / (1 + step)},
	}
	for k := range t.Dimensions {
		for _, by := range []float64{step, -step} {
			levers = append(levers,
				Lever{Seat: i, Input: OfPosition, Dimension: k, From: s.Position[k], To: min(1, max(0, s.Position[k]+by))},
				Lever{Seat: i, Input: OfSalience, Dimension: k, From: s.Salience[k], To: max(0, min(s.room(k), s.Salience[k]+by))},
			)
		}
	}
	return slices.DeleteFunc(levers, func(l Lever) bool { return l.From == l.To })
}

// pull fills in what a change does.
func (t Table) pull(l Lever, forecast func(Table) []float64, outcome, line []float64) Lever {
	changed := t.pinned()
	s := &changed.Seats[l.Seat]
	switch l.Input {
	case OfPosition:
		s.Position = slices.Clone(s.Position)
		s.Position[l.Dimension] = l.To
	case OfSalience:
		s.Salience = slices.Clone(s.Salience)
		s.Salience[l.Dimension] = l.To
	default:
		s.Power = l.To
	}
	l.Outcome = forecast(changed)
	if len(l.Outcome) != len(outcome) {
		return l
	}
	sum := 0.0
	for k, x := range l.Outcome {
		sum += float64((x - outcome[k]) * (x - outcome[k]))
		l.Flips = l.Flips || line != nil && (x < line[k]) != (outcome[k] < line[k])
	}
	l.Shift = math.Sqrt(sum)
	if own := t.Seats[l.Seat]; len(outcome) == len(t.Dimensions) {
		ideal := s.Ideal
		l.Nearer = distance(ideal, outcome, own.Salience) - distance(ideal, l.Outcome, own.Salience)
	}
	return l
}
