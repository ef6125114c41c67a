package bargaining

import (
	"math"

	"reckon/arena"
	"reckon/draw"
)

// Contest is a war of nerves between two sides, carried through the steps of a run.
// Each holds out at a cost; each judges the other's resolve by how long he has been
// silent; what each offers follows from that. Set Strain, and whatever else moves,
// before every Step. It is a value: copying it copies the contest.
type Contest struct {
	Stake  [2]float64 // what prevailing is worth to each side
	Strain [2]float64 // what holding out costs each, a unit of time
	// Own is how far a side tires by its own strain, from 0 to 1. At 0 it gives in at the
	// rate of the war of attrition, which hangs on what the other suffers; at 1 at its
	// own strain by its own stake.
	Own   float64
	Tough [2]bool    // whether a side is resolute in fact: it then gives in at the rate Firm of what is held of it, by the pressure it is under
	Held  [2]Resolve // of each side, what the other holds
	// Demand is the share of 1 that a resolute side settles for, Floor what one who is
	// not settles for, NoDeal what each has as long as nothing is settled.
	Demand, Floor, NoDeal [2]float64
}

// Check says what is wrong; the other methods need what is right.
func (c *Contest) Check() arena.Faults {
	var f arena.Faults
	f.Within(c.Own, 0, 1, "own", "it must be a share from 0 (the equilibrium) to 1 (each by his own strain)")
	for i := range 2 {
		positive(&f, c.Stake[i], side(i, "stake"))
		f.Within(c.Strain[i], 0, math.Inf(1), side(i, "strain"), "it must be a number of at least 0")
		f = append(f, c.Held[i].check(side(i, ""))...)
		f.Within(c.Demand[i], 0, 1, side(i, "demand"), "it must be a share from 0 to 1")
		f.Within(c.Floor[i], 0, c.Demand[i], side(i, "floor"), "it must be a share of at most what a resolute side demands")
		f.Within(c.NoDeal[i], -1e100, 1, side(i, "no deal"), "it must be a number of at most 1")
	}
	return f
}

// Hazards are the rates at which the sides give in, if they do as their kind does.
func (c *Contest) Hazards() [2]float64 {
	var h [2]float64
	for i := range 2 {
		if c.Tough[i] {
			h[i] = float64(c.Held[i].Firm * c.Pressure(i)) // Firm is the rate under full pressure
			continue
		}
		own, other := c.Strain[i]/c.Stake[i], c.Strain[1-i]/c.Stake[1-i]
		h[i] = float64(c.Own*own) + float64((1-c.Own)*other)
	}
	return h
}

// Pressure is what a side is under, from 0 to 1: its strain by its stake, beside the
// rate at which it is held to give in when it is not resolute.
func (c *Contest) Pressure(side int) float64 {
	full := c.Held[side].Soft
	if full <= 0 {
		return 1
	}
	return math.Min(1, c.Strain[side]/c.Stake[side]/full)
}

// Offer is the share that a side is best offered: what a resolute side demands, or
// the floor of one who is not, at the risk that he is resolute and refuses. Meeting
// is whether the demand is met: from the belief on at which the risk no longer pays,
// (Demand − Floor)/(1 − Floor − NoDeal) with the NoDeal of the one who offers.
func (c *Contest) Offer(to int) (share float64, meeting bool) {
	belief := c.Held[to].Belief
	met := 1 - c.Demand[to]
	risked := float64((1-belief)*(1-c.Floor[to])) + float64(belief*c.NoDeal[1-to])
	if met >= risked {
		return c.Demand[to], true
	}
	return c.Floor[to], false
}

// Step lets a time pass, with two uniform numbers between 0 and 1 for chance. It
// returns the side that gives in, the first if both would, or −1 for silence, and
// changes what is held of both. It allocates nothing.
func (c *Contest) Step(time float64, uniforms [2]float64) int {
	rates := c.Hazards()
	gives, at := -1, time
	for i, rate := range rates {
		if rate <= 0 {
			continue
		}
		if when := -draw.Log(1-uniforms[i]) / rate; when < at {
			gives, at = i, when
		}
	}
	for i := range 2 {
		c.Held[i] = c.Held[i].Silent(at, c.Pressure(i))
	}
	if gives >= 0 {
		c.Held[gives] = c.Held[gives].Conceded()
	}
	return gives
}
