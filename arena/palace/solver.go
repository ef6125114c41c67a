package palace

import (
	"fmt"
	"math"

	"reckon/arena"
)

// Solver is a palace inside a run: the organs stay, the numbers change from step to
// step, and nothing is allocated. It belongs to one goroutine.
type Solver struct {
	scratch *enumerator
	list    listing
	places  [][2]int // of each watch: by, of
	hazards Hazards
	weights [][2]float64
	x       []float64
}

const maxInRuns = 16 // organs in a run: 2ⁿ coalitions at every step

// Solver prepares a capital of at most 16 organs and hazards for runs. Its faults
// are those of both.
func (c Capital) Solver(h Hazards) (*Solver, arena.Faults) {
	c, h = c.filled(), h.filled()
	faults := append(c.faults(), h.faults()...)
	faults.Need(len(c.Organs) <= maxInRuns, "organs", fmt.Sprintf("%d organs are too many to solve at every step of a run: at most %d. Merge those that act as one, or let the palace write nothing: it is then solved by itself alone", len(c.Organs), maxInRuns))
	if len(faults) > 0 {
		return nil, faults
	}
	s := &Solver{
		scratch: c.numbers().enumerator(), hazards: h, weights: h.weights(), x: make([]float64, len(factors)),
		list: listing{best: make([]found, 0, 1)},
	}
	for _, w := range c.Watches {
		s.places = append(s.places, [2]int{c.place(w.By), c.place(w.Of)})
	}
	return s, nil
}

// Risk gives the riskiest plot for these numbers: forces and distrusts in the order
// of the organs, chances of watches in the order of Capital.Watches; nil leaves as
// it was what stood last. It reports false, and no plot, where a number is none, a
// chance is outside [0, 1], a force is negative or there is no force at all. Eight
// organs take some two microseconds.
func (s *Solver) Risk(force, distrust, watch []float64) (undetected, wins float64, coalition uint64, ok bool) {
	e := s.scratch
	if !s.put(force, distrust, watch) {
		return 0, 0, 0, false
	}
	e.prepare()
	s.list.best, s.list.limit = s.list.best[:0], impossible
	e.list(0, 0, &s.list)
	if len(s.list.best) == 0 {
		return 0, 0, 0, true
	}
	coalition = s.list.best[0].set
	return risk(e.cost(coalition)), e.success(e.fit(coalition)), coalition, true
}

// put checks the numbers and takes them over.
func (s *Solver) put(force, distrust, watch []float64) bool {
	e := s.scratch
	for i, f := range force {
		if !(f >= 0 && f <= 1e100) {
			return false
		}
		e.force[i] = f
	}
	for i, d := range distrust {
		if !(d >= 0 && d <= 1) {
			return false
		}
		e.distrust[i] = loss(d)
	}
	for i, d := range watch {
		if !(d >= 0 && d <= 1) {
			return false
		}
		e.watch[s.places[i][0]*e.n+s.places[i][1]] = loss(d)
	}
	e.total = 0
	for _, f := range e.force {
		e.total += f
	}
	return e.total > 0
}

// Coup gives the rate of attempts a year and the chance that one succeeds, from what
// Risk gave and the other factors in the order of Hazards.Factors, the first two
// left out. Fewer than all leave the rest at 0; a factor that is no number counts 0.
func (s *Solver) Coup(undetected, wins float64, others []float64) (attempts, success float64) {
	clear(s.x)
	s.x[0], s.x[1] = opportunity(undetected), strength(s.scratch.rule, wins)
	for k, v := range others {
		if v-v == 0 {
			s.x[k+derived] = v
		}
	}
	if math.IsNaN(s.x[0]) {
		s.x[0] = 0
	}
	return s.hazards.coup(s.weights, s.x)
}

// Exit gives the index of the cause by which the leader leaves in a step, or −1: u
// is uniform in (0, 1), by the chances that Hazards.Step gave.
func (s *Solver) Exit(by [causes]float64, u float64) int { return drawn(by[:], u) }

// drawn is the first index at which the sum of chances is above u, or −1.
func drawn(chances []float64, u float64) int {
	sum := 0.0
	for k, p := range chances {
		if sum += p; u < sum {
			return k
		}
	}
	return -1
}
