package council

import (
	"math"

	"reckon/arena"
	"reckon/draw"
)

// Room takes single turns of the models from positions, powers and saliences that a
// larger run changes between them. All slices are by seat; those with dimensions
// hold seat i's dimension d at i·D+d. It is made by Table.Room, belongs to one
// caller at a time, and allocates nothing after the first turns.
type Room struct {
	seats, dimensions int
	names             []uint64 // entities of draws
	spatial           SpatialRules
	challenge         ChallengeRules
	turn              uint32
	given             []float64 // ideals at the start
	ideals            []float64
	lastIdeals        []float64
	accommodation     [][]float64 // nil: ideals follow positions
	apart0            bool        // some seat's ideal is not his position at the start
	power, salience   []float64   // of this turn
	care              []float64   // the sum of a seat's saliences
	stake             []float64   // care × power
	spatialScratch
	challengeScratch
	order []int
	flat  [3][]float64
}

// Room gives a room for the seats of the table, or its faults.
func (t Table) Room(spatial SpatialRules, challenge ChallengeRules) (*Room, arena.Faults) {
	f := t.Check()
	if len(f) > 0 {
		return nil, f
	}
	spatial, _ = spatial.settled(&f)
	challenge, _ = challenge.settled(&f, len(t.Dimensions))
	if len(f) > 0 {
		return nil, f
	}
	r := newRoom(t)
	r.spatial, r.challenge = spatial, challenge
	return r, nil
}

func newRoom(t Table) *Room {
	n, d := len(t.Seats), len(t.Dimensions)
	r := &Room{seats: n, dimensions: d, accommodation: t.Accommodation, order: make([]int, n)}
	r.care, r.stake = make([]float64, n), make([]float64, n)
	for i := range r.flat {
		r.flat[i] = make([]float64, n)
	}
	for _, s := range t.Seats {
		r.names = append(r.names, draw.Entity(s.Name))
		ideal := s.Ideal
		if ideal == nil {
			ideal = s.Position
		} else {
			r.apart0 = true
		}
		r.given = append(r.given, ideal...)
	}
	r.ideals, r.lastIdeals = append([]float64(nil), r.given...), make([]float64, n*d)
	r.spatialScratch.sized(n, d)
	r.challengeScratch.sized(n)
	return r
}

// Begin starts a run: ideals, attitudes and the count of turns are as at the start,
// and draws are those of the run.
func (r *Room) Begin(run uint64) {
	copy(r.ideals, r.given)
	r.begin()
	r.turn, r.spatial.Run = 0, run
}

// Turn takes one turn of the spatial model, writing to positions what the seats move
// to. It reports false, and moves nobody, where the inputs cannot be computed with:
// something negative, beyond its scale or no number, or nobody with power.
// Cost: O(seats³).
func (r *Room) Turn(positions, power, salience []float64) bool {
	if !r.sound(positions, power, salience) {
		return false
	}
	r.look(positions)
	r.bargain(positions, nil)
	copy(positions, r.next)
	return true
}

// Round takes one round of the group decision model on its dimension, as Turn does;
// span is the range of positions at the start of the run, for rules that keep it;
// 0 means the present one. Cost: O(seats³).
func (r *Room) Round(positions, power, salience []float64, span float64) bool {
	if !r.sound(positions, power, salience) || !(span >= 0 && span <= 1) {
		return false
	}
	n, d := r.seats, r.dimensions
	for i := range n {
		r.flat[0][i], r.flat[1][i], r.flat[2][i] = power[i], salience[i*d+r.challenge.Dimension], positions[i*d+r.challenge.Dimension]
	}
	if r.challengeRound(r.flat[0], r.flat[1], r.flat[2], span, nil) {
		for i, x := range r.at {
			positions[i*d+r.challenge.Dimension] = x
		}
	}
	return true
}

// Forecast writes the weighted mean and median of each dimension, and reports false
// as Turn does.
func (r *Room) Forecast(means, medians, positions, power, salience []float64) bool {
	if !r.sound(positions, power, salience) || len(means) != r.dimensions || len(medians) != r.dimensions {
		return false
	}
	n, d := r.seats, r.dimensions
	for k := range d {
		for i := range n {
			r.flat[0][i], r.flat[1][i] = salience[i*d+k], positions[i*d+k]
		}
		means[k] = mean(power, r.flat[0], r.flat[1])
		medians[k] = median(power, r.flat[0], r.flat[1], r.order)
	}
	return true
}

// sound takes over the inputs of a turn if they can be computed with.
func (r *Room) sound(positions, power, salience []float64) bool {
	n, d := r.seats, r.dimensions
	if len(positions) != n*d || len(power) != n || len(salience) != n*d {
		return false
	}
	total := 0.0
	for _, p := range power {
		if !(p >= 0 && p <= maxPower) {
			return false
		}
		total += p
	}
	for i := range n {
		care := 0.0
		for k := i * d; k < i*d+d; k++ {
			if !(positions[k] >= 0 && positions[k] <= 1 && salience[k] >= 0) {
				return false
			}
			care += salience[k]
		}
		if !(care <= 1+slack) {
			return false
		}
		r.care[i] = min(care, 1)
		r.stake[i] = float64(r.care[i] * power[i])
	}
	r.power, r.salience = power, salience
	return total > 0
}

// uniform is the draw of a seat in this turn.
func (r *Room) uniform(seat int) float64 {
	return draw.Key{Seed: r.spatial.Seed, Run: r.spatial.Run, Module: module, Purpose: 1, Entity: r.names[seat], Step: r.turn % (1 << 24)}.Uniform()
}

// module is the council's number among those who draw.
const module = 11

// distance is how far a position is from an ideal, by what matters to the seat
// whose saliences are given, in [0, 1]. Where nothing matters to him, all does alike.
func distance(ideal, position, salience []float64) float64 {
	over, under := 0.0, 0.0
	for k, s := range salience {
		gap := (ideal[k] - position[k]) * s
		over += float64(gap * gap)
		under += float64(s * s)
	}
	if under == 0 {
		for k := range salience {
			gap := ideal[k] - position[k]
			over += float64(gap * gap)
		}
		under = float64(len(salience))
	}
	return math.Sqrt(over / under)
}

// worth is the utility of something at a distance to one of some risk attitude,
// from −1 to 1, who is the bolder the higher.
func worth(d, risk float64) float64 {
	if d > 1 {
		return (1 - d) * (1 + risk)
	}
	return (1 - d) * (1 + float64(d*risk))
}
