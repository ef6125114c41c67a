package coupling

import (
	"fmt"
	"math"

	"reckon/arena/council"
)

// councilModel is a council: seats on one scale.
type councilModel struct {
	table      council.Table
	titles     []string
	how        string // mean, median, spatial or challenge
	every      int
	low, width float64

	power, position, salience []int // inputs, by seat
}

func newCouncil(b *builder) model {
	m := &councilModel{how: b.word(b.arena, "model", "mean")}
	every := b.constant(b.arena, "every", 1)
	m.low = b.constant(b.arena, "low", 0)
	m.width = b.constant(b.arena, "high", 100) - m.low
	if every != math.Trunc(every) || every < 1 || every > 1e6 {
		b.fault(b.arena.At, "arena-number", fmt.Sprintf("Rounds cannot be held every %v steps", every), "Write a whole number from 1 on.")
		every = 1
	}
	m.every = int(every)
	if !(m.width > 0) {
		b.fault(b.arena.At, "arena-number", "The scale of the council has no width", "Let high be above low.")
		m.width = 1
	}
	m.table.Dimensions = []string{b.arena.Title}
	for _, p := range b.arena.Kinds("seat") {
		m.table.Seats = append(m.table.Seats, council.Seat{Name: p.Name, Title: p.Title, Power: 1, Position: []float64{0}, Salience: []float64{1}})
		m.titles = append(m.titles, p.Title)
		m.power = append(m.power, b.number(p, "power", 0))
		m.position = append(m.position, b.number(p, "position", 0))
		m.salience = append(m.salience, b.number(p, "salience", 100))
	}
	if !b.enough("seat", 2) {
		return nil
	}
	_, bad := m.table.Room(council.SpatialRules{}, council.ChallengeRules{})
	if b.faults(bad); len(bad) > 0 {
		return nil
	}
	return m
}

// The outputs of a council: four of the whole, then where each seat stands.
const (
	councilOutcome = iota
	councilMean
	councilMedian
	councilSpread
	councilSeats
)

func (m *councilModel) outputs() int { return councilSeats + len(m.power) }

func (m *councilModel) output(quantity, of string) int {
	whole := map[string]int{"outcome": councilOutcome, "mean": councilMean, "median": councilMedian, "spread": councilSpread}
	if k, ok := whole[quantity]; ok && of == "" {
		return k
	}
	for i := range m.table.Seats {
		if quantity == "position" && m.table.Seats[i].Name == of {
			return councilSeats + i
		}
	}
	return -1
}

// councilRunner takes the turns of a council in runs.
type councilRunner struct {
	*councilModel
	room            *council.Room
	power, salience []float64 // of a lane
	mean, median    []float64
}

func (m *councilModel) runner() runner {
	room, bad := m.table.Room(council.SpatialRules{}, council.ChallengeRules{})
	if len(bad) > 0 {
		panic("coupling: a council that was sound is not")
	}
	n := len(m.power)
	return &councilRunner{m, room, make([]float64, n), make([]float64, n), make([]float64, 1), make([]float64, 1)}
}

// width is the step reached, the range of positions at the start, and by seat where
// it stands and what its position was said to be a step ago.
func (r *councilRunner) width() int { return 2 + 2*len(r.power) }

func (r *councilRunner) begin(state []float64) { clear(state) }

// step moves each seat as its stated position moves, holds a round where one is due
// and takes stock.
func (r *councilRunner) step(state, in, out []float64, _ *chance) *trouble {
	n, first, rounds := len(r.power), state[0] == 0, r.how == "spatial" || r.how == "challenge"
	at, said := state[2:2+n], state[2+n:]
	for i := range n {
		x := r.share(in[r.position[i]])
		if !(x >= 0 && x <= 1) {
			return r.unsound(in)
		}
		if first || !rounds {
			at[i] = x
		} else {
			at[i] = min(max(at[i]+x-said[i], 0), 1)
		}
		said[i] = x
		r.power[i], r.salience[i] = in[r.councilModel.power[i]], in[r.councilModel.salience[i]]/100
	}
	if !r.room.Forecast(r.mean, r.median, at, r.power, r.salience) {
		return r.unsound(in)
	}
	if first {
		state[1] = span(at)
	}
	if rounds && int(state[0])%r.every == 0 {
		if r.how == "spatial" {
			r.room.Turn(at, r.power, r.salience)
		} else {
			r.room.Round(at, r.power, r.salience, state[1])
		}
		r.room.Forecast(r.mean, r.median, at, r.power, r.salience)
	}
	state[0]++
	r.give(at, out)
	return nil
}

// share is how far along the scale of the council a position lies.
func (m *councilModel) share(position float64) float64 { return (position - m.low) / m.width }

// give writes the outputs, on the scale of the council.
func (r *councilRunner) give(at, out []float64) {
	out[councilMean], out[councilMedian] = r.scaled(r.mean[0]), r.scaled(r.median[0])
	out[councilOutcome] = out[councilMean]
	if r.how == "median" {
		out[councilOutcome] = out[councilMedian]
	}
	weight, sum := 0.0, 0.0
	for i, x := range at {
		w := float64(r.power[i] * r.salience[i])
		weight += w
		sum += float64(w * math.Abs(x-r.mean[0]))
		out[councilSeats+i] = r.scaled(x)
	}
	out[councilSpread] = 0
	if weight > 0 {
		out[councilSpread] = sum / weight * r.councilModel.width
	}
}

// span is the range of positions.
func span(at []float64) float64 {
	low, high := at[0], at[0]
	for _, x := range at {
		low, high = min(low, x), max(high, x)
	}
	return high - low
}

// unsound finds the input that the room cannot compute with.
func (r *councilRunner) unsound(in []float64) *trouble {
	for i := range r.power {
		if k := r.councilModel.power[i]; !(in[k] >= 0 && in[k] <= 1e8) {
			return &trouble{k, fmt.Sprintf("%v, and power is a number from 0 to 100 million", in[k])}
		}
		if k := r.position[i]; !(r.share(in[k]) >= 0 && r.share(in[k]) <= 1) {
			return &trouble{k, fmt.Sprintf("%v, off the scale of the council from %v to %v: bound it with min() and max()", in[k], r.low, r.low+r.councilModel.width)}
		}
		if k := r.councilModel.salience[i]; !(in[k] >= 0 && in[k] <= 100) {
			return &trouble{k, fmt.Sprintf("%v, and salience is a number from 0 to 100", in[k])}
		}
	}
	return &trouble{-1, "nobody has any power, so nothing decides: give a seat power above 0"}
}
