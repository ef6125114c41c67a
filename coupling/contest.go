package coupling

import (
	"fmt"
	"slices"

	"reckon/arena/bargaining"
)

// contestModel is a war of nerves: two sides.
type contestModel struct {
	names []string
	years float64  // of a step
	own   int      // inputs
	sides [2][]int // in the order of sideSettings
}

// The numbers of a side.
const (
	sideStake = iota
	sideStrain
	sideBelief
	sideFirm
	sideSoft
	sideBlind
	sideDemand
	sideFloor
	sideNoDeal
	sideResolute
)

// sideSettings are what the numbers of a side are called, what they are where they are
// left out, and where they may lie. The ends far out keep rates within what a number
// can hold.
var sideSettings = []ranged{
	{"stake", 0, 1e-100, 1e100, "it must be a number above 0"},
	{"strain", 0, 0, 1e100, "it must be a number from 0 up"},
	{"belief", 0, 0, 1, aChance},
	{"firm", 0, 0, 1e6, "it must be a rate from 0 up"},
	{"soft", 0, 0, 1e6, "it must be a rate from 0 up"},
	{"blind", 0, 0, 1, aShare},
	{"demand", 0.5, 0, 1, aShare},
	{"floor", 0, 0, 1, aShare},
	{"no_deal", 0, -1e100, 1, "it must be at most 1, which is all there is"},
	{"resolute", 0, 0, 1, aChance},
}

const (
	aShare  = "it must be a share from 0 to 1"
	aChance = "it must be a chance from 0 to 1"
)

func newContest(b *builder) model {
	m := &contestModel{names: b.names("side"), years: stepYears(b.world.kase.Step)}
	m.own = b.number(b.arena, "own", 1)
	sides := b.arena.Kinds("side")
	if len(sides) != 2 {
		b.fault(b.arena.At, "arena-parts", fmt.Sprintf("The contest %q has %s, and takes two", b.arena.Name, counted(len(sides), "side")),
			"A war of nerves has two sides. For more, state one contest for each pair.")
		return nil
	}
	for i, p := range sides {
		m.sides[i] = b.numbers(p, sideSettings)
		if p.Setting("resolute") == nil { // as the other believes
			m.sides[i][sideResolute] = m.sides[i][sideBelief]
		}
	}
	return m
}

// The outputs of a contest for each side.
const (
	contestResolve = iota // what the other believes of its resolve
	contestGives          // 1 where it gave in in this step
	contestTimes          // how often it has
	contestRate           // at which it gives in, a year
	contestOffer          // the share that it is best offered
	contestMet            // 1 where that is what a resolute side demands
	contestOutputs
)

func (m *contestModel) outputs() int { return 2 * contestOutputs }

func (m *contestModel) output(quantity, of string) int {
	side := slices.Index(m.names, of)
	k := slices.Index([]string{"resolve", "gives_in", "times", "rate", "offer", "met"}, quantity)
	if side < 0 || k < 0 {
		return -1
	}
	return side*contestOutputs + k
}

// contestRunner carries a contest on.
type contestRunner struct {
	*contestModel
	c bargaining.Contest
}

func (m *contestModel) runner() runner { return &contestRunner{contestModel: m} }

// width is whether it has begun, and by side the belief in it, whether it is
// resolute in fact and how often it gave in.
func (r *contestRunner) width() int { return 7 }

func (r *contestRunner) begin(state []float64) { clear(state) }

// The draws of a contest: by side.
const (
	drawResolute = iota + 1
	_
	drawGives
	_
)

// step lets a step pass; the kinds of the sides are drawn before the first.
func (r *contestRunner) step(state, in, out []float64, by *chance) *trouble {
	if bad := r.unsound(in); bad != nil {
		return bad
	}
	beliefs, tough, times := state[1:3], state[3:5], state[5:7]
	if state[0] == 0 {
		state[0] = 1
		for i := range 2 {
			beliefs[i] = in[r.sides[i][sideBelief]]
			if by.uniform(drawResolute+uint32(i)) < in[r.sides[i][sideResolute]] {
				tough[i] = 1
			}
		}
	}
	r.put(beliefs, in)
	r.c.Tough = [2]bool{tough[0] == 1, tough[1] == 1}
	gives := r.c.Step(r.years, [2]float64{by.event(drawGives), by.event(drawGives + 1)})
	rates := r.c.Hazards()
	for i := range 2 {
		beliefs[i] = r.c.Held[i].Belief
		own := out[i*contestOutputs:]
		own[contestGives] = 0
		if i == gives {
			own[contestGives] = 1
			times[i]++
		}
		offer, met := r.c.Offer(i)
		own[contestResolve], own[contestTimes], own[contestRate], own[contestOffer], own[contestMet] = beliefs[i], times[i], rates[i], offer, 0
		if met {
			own[contestMet] = 1
		}
	}
	return nil
}

// put takes over the numbers of the present, and what is believed by now.
func (r *contestRunner) put(beliefs, in []float64) {
	r.c.Own = in[r.own]
	for i := range 2 {
		at := func(k int) float64 { return in[r.sides[i][k]] }
		r.c.Stake[i], r.c.Strain[i] = at(sideStake), at(sideStrain)
		r.c.Demand[i], r.c.Floor[i], r.c.NoDeal[i] = at(sideDemand), at(sideFloor), at(sideNoDeal)
		r.c.Held[i] = bargaining.Resolve{Belief: beliefs[i], Firm: at(sideFirm), Soft: at(sideSoft), Blind: at(sideBlind)}
	}
}

// unsound finds a number that lies where it cannot.
func (m *contestModel) unsound(in []float64) *trouble {
	if x := in[m.own]; !(x >= 0 && x <= 1) {
		return &trouble{m.own, fmt.Sprintf("%v, and %s", x, aShare)}
	}
	for i := range m.sides {
		side := m.sides[i]
		if bad := outside(in, side, sideSettings); bad != nil {
			return bad
		}
		if firm, soft := in[side[sideFirm]], in[side[sideSoft]]; firm > soft {
			return &trouble{side[sideFirm], fmt.Sprintf("%v, more than the %v at which one who is not resolute gives in; else giving in would speak for resolve", firm, soft)}
		}
		if floor, demand := in[side[sideFloor]], in[side[sideDemand]]; floor > demand {
			return &trouble{side[sideFloor], fmt.Sprintf("%v, more than the %v that a resolute side demands", floor, demand)}
		}
	}
	return nil
}
