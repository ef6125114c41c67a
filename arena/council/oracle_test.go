package council

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// plain is the spatial model's turn by its definition: slow, with KTAB's defaults
// mended, and sharing no code with the engine.
type plain struct {
	power      []float64
	salience   [][]float64
	ideals, at [][]float64
}

func (p plain) gap(i int, to []float64) float64 {
	over, under := 0.0, 0.0
	for k, s := range p.salience[i] {
		over += s * s * (p.ideals[i][k] - to[k]) * (p.ideals[i][k] - to[k])
		under += s * s
	}
	return math.Sqrt(over / under)
}

func (p plain) utility(i int, to []float64, risk float64) float64 {
	d := p.gap(i, to)
	return (1 - d) * (1 + d*risk)
}

// won is the conditional election among options with utilities by voter.
func (p plain) won(utility func(voter, option int) float64, options int) []float64 {
	out, sum := make([]float64, options), 0.0
	for a := range options {
		out[a] = 1
		for b := range options {
			yes, no := 1e-8, 1e-8
			for k, w := range p.power {
				v := w * (utility(k, a) - utility(k, b))
				yes += math.Max(v, 0)
				no += math.Max(-v, 0)
			}
			out[a] *= yes / (yes + no)
		}
		sum += out[a]
	}
	for a := range out {
		out[a] /= sum
	}
	return out
}

// risks are the attitudes, and the spread of the chances they are made of.
func (p plain) risks() (out []float64, spread float64) {
	q := p.won(func(i, j int) float64 { return p.utility(i, p.at[j], 0) }, len(p.at))
	low, high := math.Inf(1), 0.0
	for _, x := range q {
		low, high = math.Min(low, x), math.Max(high, x)
	}
	out = make([]float64, len(q))
	for i, x := range q {
		if high > low {
			out[i] = (3*x - high - 2*low) / (2 * (high - low))
		}
	}
	return out, high - low
}

func (p plain) care(i int) float64 {
	sum := 0.0
	for _, s := range p.salience[i] {
		sum += s
	}
	return sum
}

// challenge is i's own estimate of challenging j: the chance and the gain.
func (p plain) challenge(i, j int, risk []float64) (chance, gain float64) {
	u := func(k, m int) float64 { return p.utility(k, p.at[m], (2*risk[i]+risk[k])/3) }
	stake := func(k int) float64 { return p.care(k) * p.power[k] }
	a, b := 1e-10, 1e-10
	for _, v := range []float64{stake(i) * (u(i, i) - u(i, j)), stake(j) * (u(j, i) - u(j, j))} {
		a += math.Max(v, 0)
		b += math.Max(-v, 0)
	}
	yes, no := a, b
	for k := range p.at {
		if k == i || k == j {
			continue
		}
		w := math.Abs(stake(k) * (u(k, i) - u(k, j)))
		joins, refuses := (a+w)/(a+b+w), a/(a+b+w)
		v := stake(k) * (joins*(2*u(k, i)+u(k, k)) + (1-joins)*3*u(k, j) - refuses*3*u(k, i) - (1-refuses)*(2*u(k, j)+u(k, k)))
		yes += math.Max(v, 0)
		no += math.Max(-v, 0)
	}
	chance = yes / (yes + no)
	s := p.care(j)
	return chance, (1-s)*2*u(i, i) + s*(chance*2*u(i, i)+(1-chance)*2*u(i, j)) - u(i, i) - u(i, j)
}

// state is a bargain: who holds what if it alone is kept.
type state struct {
	from, to int
	half     [2][]float64
}

// bargains lists what each seat may be bound to, and how far each challenge was from
// being another.
func (p plain) bargains(risk []float64) (queues [][]state, margin float64) {
	queues, margin = make([][]state, len(p.at)), math.Inf(1)
	for i := range p.at {
		best, most, odds := -1, 1e-5, 0.0
		for j := range p.at {
			if j != i {
				chance, gain := p.challenge(i, j, risk)
				margin = math.Min(margin, math.Abs(gain-most))
				if gain > most {
					best, most, odds = j, gain, chance
				}
			}
		}
		if best < 0 {
			continue
		}
		s := state{from: i, to: best}
		for k := range p.at[i] {
			v, w := p.salience[i][k]*odds, p.salience[best][k]*(1-odds)
			v, w = v*v, w*w
			x, y := p.at[i][k], p.at[best][k]
			s.half[0] = append(s.half[0], math.Floor(0.5+1e4*((v+1e-6)*x+w*y)/(v+w+1e-6))/1e4)
			s.half[1] = append(s.half[1], math.Floor(0.5+1e4*(v*x+(w+1e-6)*y)/(v+w+1e-6))/1e4)
		}
		queues[i], queues[best] = append(queues[i], s), append(queues[best], s)
	}
	return queues, margin
}

// turn returns where each seat stands next, and how far each choice was from a tie.
func (p plain) turn() (next [][]float64, margin float64) {
	risk, spread := p.risks()
	queues, margin := p.bargains(risk)
	margin = math.Min(margin, spread)
	for k := range p.at {
		options := len(queues[k]) + 1
		q := p.won(func(voter, option int) float64 {
			sum := 0.0
			for m, at := range p.at {
				if option > 0 {
					s := queues[k][option-1]
					switch m {
					case s.from:
						at = s.half[0]
					case s.to:
						at = s.half[1]
					}
				}
				sum += p.utility(voter, at, risk[voter])
			}
			return sum / float64(len(p.at))
		}, options)
		best := 0
		for o, x := range q {
			if x > q[best] {
				best = o
			}
		}
		for o, x := range q {
			if o != best {
				margin = math.Min(margin, q[best]-x)
			}
		}
		at := p.at[k]
		if best > 0 {
			s := queues[k][best-1]
			if at = s.half[1]; s.from == k {
				at = s.half[0]
			}
		}
		next = append(next, at)
	}
	return next, margin
}

// table draws a table without faults.
func drawn(t *rapid.T, most int) Table {
	n, d := rapid.IntRange(2, most).Draw(t, "seats"), rapid.IntRange(1, 3).Draw(t, "dimensions")
	table := invented(n, d)
	for i := range n {
		table.Seats[i].Power = float64(rapid.IntRange(1, 100).Draw(t, "power"))
		for k := range d {
			table.Seats[i].Position[k] = float64(rapid.IntRange(0, 100).Draw(t, "position")) / 100
			table.Seats[i].Salience[k] = float64(rapid.IntRange(1, 100).Draw(t, "salience")) / float64(100*d)
		}
	}
	return table
}

func TestSpatialTurnAgainstDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := drawn(t, 7)
		course, f := table.Spatial(SpatialRules{MaxTurns: 2})
		if len(f) > 0 {
			t.Fatal(f)
		}
		p := plain{}
		for _, s := range table.Seats {
			p.power, p.salience = append(p.power, s.Power), append(p.salience, s.Salience)
		}
		for turn := range course.Turns() {
			p.at, p.ideals = course.Positions[turn], course.Positions[turn]
			want, margin := p.turn()
			if margin < 1e-9 {
				return // a tie, which rounding decides
			}
			for i := range want {
				if !within(course.Positions[turn+1][i], want[i], 1.01e-4) {
					t.Fatalf("turn %d seat %d: %v, by definition %v", turn, i, course.Positions[turn+1][i], want[i])
				}
			}
		}
	})
}
