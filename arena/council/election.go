package council

import "math"

// election turns utilities of options into chances to win [wise2015]. Its fields
// are scratch for up to a number of options; nothing is allocated after the first use
// at a size.
type election struct {
	strength, chance, push []float64 // by option i over option j, row by row
	p, q                   []float64 // by option
}

func (e *election) sized(m int) {
	if cap(e.p) < m {
		e.strength, e.chance, e.push = make([]float64, m*m), make([]float64, m*m), make([]float64, m*m)
		e.p, e.q = make([]float64, m), make([]float64, m)
	}
	e.strength, e.chance, e.push = e.strength[:m*m], e.chance[:m*m], e.push[:m*m]
	e.p, e.q = e.p[:m], e.q[:m]
}

// leastCoalition keeps a coalition of nobody from dividing by zero.
const leastCoalition = 1e-8

// elect returns each option's chance to win, valid until the next call, where voter
// k has a weight and sees a utility in each of m options, in row k.
// Cost: O(voters × m²).
func (e *election) elect(kind, vote, victory Rule, weights, utilities []float64, m int) []float64 {
	e.sized(m)
	for i := range e.strength {
		e.strength[i] = leastCoalition
	}
	for k, w := range weights {
		u := utilities[k*m : k*m+m]
		for i := range m {
			for j := range i {
				if v := cast(vote, w, u[i]-u[j]); v > 0 {
					e.strength[i*m+j] += v
				} else if v < 0 {
					e.strength[j*m+i] -= v
				}
			}
		}
	}
	for i := range m {
		for j := range i {
			e.chance[i*m+j], e.chance[j*m+i] = prevail(victory, e.strength[i*m+j], e.strength[j*m+i])
		}
		e.chance[i*m+i] = 0.5
	}
	switch kind {
	case MarkovUniform:
		e.uniform(m)
	case MarkovIncentive:
		e.incentive(m)
	default:
		e.conditional(m)
	}
	return e.p
}

// cast is how strongly a voter of some weight votes for what is worth delta more.
func cast(vote Rule, weight, delta float64) float64 {
	switch vote {
	case Binary:
		return weight * max(-1, min(1, delta/1e-8))
	case PropBin:
		return weight * (float64(0.8*delta) + float64(0.2*max(-1, min(1, delta/1e-8))))
	case PropCbc:
		return weight * (float64(0.5*delta) + float64(0.5*(delta*delta*delta)))
	case Cubic:
		return weight * (delta * delta * delta)
	case ASymProsp:
		if delta > 0 {
			return 2 * weight * delta / 3
		}
		return weight * delta
	default: // Proportional
		return weight * delta
	}
}

// prevail is the chance of each of two coalitions of some strength to win.
func prevail(victory Rule, a, b float64) (first, second float64) {
	switch victory {
	case Square:
		a, b = a*a, b*b
	case Quartic:
		a, b = a*a*(a*a), b*b*(b*b)
	case Octic:
		a, b = a*a*(a*a), b*b*(b*b)
		a, b = a*a, b*b
	case Binary:
		const enough, least = 1.1, 1e-6
		switch {
		case a >= enough*b:
			a, b = 1, least
		case b >= enough*a:
			a, b = least, 1
		default:
			a = (float64(a/(a+b)*(enough+1)) - 1) / (enough - 1)
			b = 1 - a
		}
	default: // Linear
	}
	return a / (a + b), b / (a + b)
}

// conditional: the chance to beat each other option, over the sum of these. Products
// that get small are lifted, so that many options do not all come to zero.
func (e *election) conditional(m int) {
	const small, lift = 0x1p-500, 500
	most := 0
	for i := range m {
		product, lifted := 1.0, 0
		for _, c := range e.chance[i*m : i*m+m] {
			for product *= c; product < small && product > 0; lifted++ {
				product = math.Ldexp(product, lift)
			}
		}
		e.p[i], e.q[i] = product, float64(lifted)
		if i == 0 || lifted < most {
			most = lifted
		}
	}
	sum := 0.0
	for i := range m {
		e.p[i] = math.Ldexp(e.p[i], -lift*(int(e.q[i])-most))
		sum += e.p[i]
	}
	for i := range m {
		e.p[i] /= sum
	}
}

// The iterations below take the mean of the last guess and the next, which speeds
// them; tens of rounds are usual.
const maxIterations = 100_000

func (e *election) uniform(m int) {
	for i := range m {
		e.p[i] = 1 / float64(m)
	}
	for range maxIterations {
		change := 0.0
		for i := range m {
			q := 0.0
			for j, c := range e.chance[i*m : i*m+m] {
				q += float64(c * (e.p[i] + e.p[j]))
			}
			e.q[i] = q / float64(m)
			change = max(change, math.Abs(e.q[i]-e.p[i]))
		}
		if e.step(); change <= 1e-6 {
			return
		}
	}
}

func (e *election) incentive(m int) {
	e.pushes(m)
	for i := range m {
		e.p[i] = 1 / float64(m)
	}
	for range maxIterations {
		change := 0.0
		for i := range m {
			q := 0.0
			for j, c := range e.chance[i*m : i*m+m] {
				q += float64(c * (float64(e.p[i]*e.push[j*m+i]) + float64(e.p[j]*e.push[i*m+j])))
			}
			e.q[i] = q
			change = max(change, math.Abs(q-e.p[i]))
		}
		if e.step(); change <= 1e-8 {
			return
		}
	}
}

// step moves the guess halfway to the next.
func (e *election) step() {
	for i := range e.p {
		e.p[i] = (e.p[i] + e.q[i]) / 2
	}
}

// pushes are the chances that option i is what challenges j, as incentives go.
func (e *election) pushes(m int) {
	for j := range m {
		sum := 0.0
		for i := range m {
			push := float64(e.strength[i*m+j] * e.chance[i*m+j])
			if i == j {
				push += 1e-10
			}
			e.push[i*m+j] = push
			sum += push
		}
		for i := range m {
			e.push[i*m+j] /= sum
		}
	}
}
