package palace

import (
	"fmt"
	"math"
	"math/bits"
)

// Check re-validates the certificate by other means than found it: it multiplies
// the plot's chances as they were put in, adds up its terms, and goes over every
// coalition once more by a Gray code, or over the proof of branch and bound: the
// families must make up all coalitions, none twice, and each bound must be that of
// a flow which it checks arc by arc. The error says what does not hold.
func (p *Plot) Check() error {
	k := checker{p.Capital, p.numbers, p.numbers.need(), math.Inf(1), p.Capital.watching()}
	if p.Ceiling > 0 {
		k.floor = -math.Log(p.Ceiling) - 2*quantum
	} else {
		k.floor = impossible - 1
	}
	if p.Members != 0 {
		if got := k.chances(p.Members); math.Abs(got-p.Risk) > 1e-11*p.Risk {
			return fmt.Errorf("the plot's chances multiply to %v, not %v", got, p.Risk)
		}
		sum := 0.0
		for _, e := range p.Terms {
			sum += e.Cost
		}
		if math.Abs(sum-p.Cost) > 1e-11*max(1, sum) {
			return fmt.Errorf("the terms add up to %v, not %v", sum, p.Cost)
		}
	}
	if p.Proven && p.Ceiling > p.Risk*(1+4*quantum) {
		return fmt.Errorf("the ceiling %v is above the risk %v that it is said to prove", p.Ceiling, p.Risk)
	}
	if p.Method == Enumeration {
		return k.walk(0, uint64(1)<<k.n-1)
	}
	return k.proof(p.leaves)
}

type checker struct {
	capital Capital
	*numbers
	least float64 // the force a coalition needs
	floor float64 // no value may be lower
	given [][]float64
}

// watching lays out the chances as they were put in: of i to detect j.
func (c Capital) watching() [][]float64 {
	d := make([][]float64, len(c.Organs))
	for i := range d {
		d[i] = make([]float64, len(c.Organs))
	}
	for _, w := range c.Watches {
		d[c.place(w.By)][c.place(w.Of)] = w.Chance
	}
	return d
}

// chances is U·W of a set, multiplied as the inputs stand.
func (k checker) chances(set uint64) float64 {
	u, force, rest := 1.0, 0.0, 0.0
	for j, o := range k.capital.Organs {
		if set>>j&1 == 0 {
			rest += o.Force
			continue
		}
		force += o.Force
		u *= 1 - o.Distrust
		for i := range k.given {
			if set>>i&1 == 0 {
				u *= 1 - k.given[i][j]
			}
		}
	}
	if k.capital.Success == Contest {
		if force == 0 {
			return 0
		}
		return u / (1 + math.Pow(rest/force, k.capital.Decisiveness))
	}
	if force < k.least {
		return 0
	}
	return u
}

// walk visits base joined by each subset of free, changing one organ at a time, and
// says where a value is below the floor.
func (k checker) walk(base, free uint64) error {
	set := base
	cost := 0.0
	if base != 0 {
		cost = k.cost(base)
	}
	organs := make([]int, 0, k.n)
	for s := free; s != 0; s &= s - 1 {
		organs = append(organs, bits.TrailingZeros64(s))
	}
	for step := uint64(0); ; {
		if cost < k.floor && set != 0 {
			if force := k.fit(set); force >= k.least && k.cost(set)+k.struggle(force) < k.floor {
				return fmt.Errorf("the coalition %v is riskier: %v", k.capital.names(set), k.chances(set))
			}
		}
		if step++; step == 1<<len(organs) {
			return nil
		}
		j := organs[bits.TrailingZeros64(step)]
		change := k.joining(j, set&^(1<<j))
		if set ^= 1 << j; set>>j&1 == 1 {
			cost += change
		} else {
			cost -= change
		}
		if step&0xFFFF == 0 {
			cost = k.cost(set) // sheds what rounding has gathered
		}
	}
}

// joining is what j adds to the cost of a set.
func (k checker) joining(j int, set uint64) float64 {
	sum := k.distrust[j]
	for i := range k.n {
		switch {
		case i == j:
		case set>>i&1 == 1:
			sum -= k.watch[j*k.n+i]
		default:
			sum += k.watch[i*k.n+j]
		}
	}
	return sum
}

// proof checks that the leaves make up all coalitions and that each holds.
func (k checker) proof(leaves []family) error {
	all, sum := uint64(1)<<k.n-1, uint64(0)
	net := k.network()
	for i, x := range leaves {
		for _, y := range leaves[:i] {
			if x.in&y.out == 0 && x.out&y.in == 0 {
				return fmt.Errorf("two families of the proof overlap: with %v without %v", k.capital.names(x.in|y.in), k.capital.names(x.out|y.out))
			}
		}
		sum += 1 << (k.n - bits.OnesCount64(x.in|x.out))
		if err := k.leaf(x, net); err != nil {
			return err
		}
	}
	if sum != all+1 {
		return fmt.Errorf("the proof leaves out coalitions: it has %d of %d", sum, all+1)
	}
	return nil
}

// leaf checks one family. One that is mirrored has an organ out and a later twin
// in: trading them gives an equal coalition that comes earlier in the order of
// organs, so the earliest of all equals is in a family that is not mirrored.
func (k checker) leaf(x family, net *network) error {
	all := uint64(1)<<k.n - 1
	switch x.reason {
	case weak:
		if k.fit(all&^x.out) < k.least {
			return nil
		}
	case listed:
		return k.walk(x.in, all&^(x.in|x.out))
	case mirrored:
		for s := x.out; s != 0; s &= s - 1 {
			i := bits.TrailingZeros64(s)
			for t := x.in >> i >> 1 << i << 1; t != 0; t &= t - 1 {
				if k.alike(i, bits.TrailingZeros64(t)) {
					return nil
				}
			}
		}
	case costly, open:
		bound, err := k.bound(x, net)
		if err != nil || bound >= k.floor {
			return err
		}
	}
	return fmt.Errorf("the family with %v and without %v is not ruled out", k.capital.names(x.in), k.capital.names(x.out))
}

// bound is the Lagrangian bound of a family by weak duality: what any flow carries
// is at most the least cut. The flow may come from anywhere; it is checked here.
func (k checker) bound(x family, net *network) (float64, error) {
	net.fix(x.in, x.out)
	net.least(x.mu)
	plot, others := k.n, k.n+1
	value := 0.0
	for u := range k.n + 2 {
		sum := 0.0
		for v := range k.n + 2 {
			flow := float64(net.base[u][v]-net.rest[u][v]) / scale
			if v == others || u == plot {
				flow = float64(-net.base[v][u]+net.rest[v][u]) / scale // what can be sent back was sent
			} else if u == others || v == plot {
				flow = -float64(-net.base[u][v]+net.rest[u][v]) / scale
			}
			if flow > k.capacity(x, u, v)+1e-9 {
				return 0, fmt.Errorf("a flow of the proof is above its arc's capacity by %v", flow-k.capacity(x, u, v))
			}
			sum += flow
		}
		switch u {
		case plot:
			value = sum
		case others:
		default:
			if (x.in|x.out)>>u&1 == 0 && math.Abs(sum) > 1e-9 {
				return 0, fmt.Errorf("a flow of the proof loses %v on its way", sum)
			}
		}
	}
	for j := range k.n {
		switch unit := k.unit(x, j); {
		case x.out>>j&1 == 1:
		case x.in>>j&1 == 1:
			value += unit
			for i := range k.n {
				if x.out>>i&1 == 1 {
					value += k.watch[i*k.n+j]
				}
			}
		default:
			value += min(unit, 0)
		}
	}
	return value + k.winning(x), nil
}

// unit is what j pays for being in, less the price of its force.
func (k checker) unit(x family, j int) float64 {
	return k.distrust[j] - x.mu*k.force[j]/k.total
}

// capacity is what the arc from u to v can carry, by definition.
func (k checker) capacity(x family, u, v int) float64 {
	in := func(i int) bool { return i < k.n && x.in>>i&1 == 1 }
	out := func(i int) bool { return i < k.n && x.out>>i&1 == 1 }
	plot, others := k.n, k.n+1
	sum := 0.0
	switch {
	case in(u) || out(u) || in(v) || out(v) || u == v || u == others || v == plot:
	case u == plot && v == others:
	case u == plot:
		for j := range k.n {
			if in(j) {
				sum += k.watch[v*k.n+j]
			}
		}
		sum += max(0, -k.unit(x, v))
	case v == others:
		for i := range k.n {
			if out(i) {
				sum += k.watch[i*k.n+u]
			}
		}
		sum += max(0, k.unit(x, u))
	default:
		sum = k.watch[v*k.n+u]
	}
	return sum
}

// winning is the least of struggle(f) + μf, over the forces of the family's members.
func (k checker) winning(x family) float64 {
	if k.rule == Quota {
		return x.mu * (k.share - slack)
	}
	from, to := k.fit(x.in)/k.total, k.fit((uint64(1)<<k.n-1)&^x.out)/k.total
	least := math.Inf(1)
	for f := from; f < to; {
		next := min(to, (math.Floor(f*cells)+1)/cells)
		least = min(least, k.struggle(next*k.total)+float64(x.mu*f))
		f = next
	}
	return least
}
