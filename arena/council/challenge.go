package council

import (
	"math"
	"slices"

	"reckon/arena"
	"reckon/draw"
)

// challengeScratch holds a round of the group decision model.
type challengeScratch struct {
	at       []float64 // positions after the round
	exponent []float64 // r of each seat: 1 neutral, below it bold
	danger   []float64 // security: what the others expect of challenging him
	gap      []float64 // distances, seat by seat, as shares of the range
	felt     []float64 // the same to the exponent of the seat that votes
	success  []float64 // chance that i's position beats j's
	median   float64   // the weighted median now, where unrest asks for it
	medians  []int
}

func (c *challengeScratch) sized(n int) {
	c.at, c.exponent, c.danger = make([]float64, n), make([]float64, n), make([]float64, n)
	c.gap, c.felt, c.success = make([]float64, n*n), make([]float64, n*n), make([]float64, n*n)
	c.medians = make([]int, n)
	c.begin()
}

// begin makes all neutral.
func (c *challengeScratch) begin() {
	for i := range c.exponent {
		c.exponent[i] = 1
	}
}

// challengeRound leaves the positions after a round in at, and reports whether
// anybody moves: never where all stand together. The ledger may be nil.
// Cost: O(n³), and O(n²) powers.
func (r *Room) challengeRound(power, salience, x []float64, span float64, ledger *ledger) bool {
	n, rules := r.seats, r.challenge
	here := slices.Max(x) - slices.Min(x)
	if rules.Range == Current || span < here {
		span = here
	}
	copy(r.at, x)
	if here == 0 {
		return false
	}
	for i := range n {
		for j := range n {
			r.gap[i*n+j] = math.Abs(x[i]-x[j]) / span
		}
	}
	if rules.Unrest > 0 {
		r.median = median(power, salience, x, r.medians)
	}
	r.attitudes(power, salience, x, span)
	r.successes(power, salience)
	moved := false
	for i := range n {
		moved = r.answer(i, salience, x, span, ledger) || moved
	}
	return moved
}

// attitudes takes the exponents of the seats from their security.
func (r *Room) attitudes(power, salience, x []float64, span float64) {
	n, security := r.seats, r.challenge.Security
	if security == Neutral {
		for i := range n {
			r.exponent[i] = 1
		}
	}
	r.successes(power, salience)
	for i := range n {
		sum := 0.0
		for j := range n {
			if j == i {
				continue
			}
			eye := i
			if security == TheirRisk {
				eye = j
			}
			sum += r.expects(eye, j, i, salience, x, span)
		}
		r.danger[i] = sum
	}
	least, most := slices.Min(r.danger), slices.Max(r.danger)
	for i := range n {
		r.exponent[i] = 1
		if most-least > alike {
			risk := (float64(2*r.danger[i]) - most - least) / (most - least)
			r.exponent[i] = (1 - risk/3) / (1 + risk/3)
		}
	}
}

// successes fills in the chance that i's position beats j's in a vote, each seat
// feeling distance by his own exponent where votes are felt.
func (r *Room) successes(power, salience []float64) {
	n, printed := r.seats, r.challenge.Denominator == Printed
	all := 0.0
	for k := range n {
		for j := range n {
			felt := r.gap[k*n+j]
			if r.challenge.Votes == Felt {
				felt = pow(felt, r.exponent[k])
			}
			r.felt[k*n+j] = felt
		}
		row, sum := r.felt[k*n:k*n+n], 0.0
		for i, a := range row {
			for _, b := range row[:i] {
				sum += math.Abs(a - b)
			}
		}
		all += float64(power[k] * salience[k] * (2 * sum))
	}
	for i := range n {
		for j := range n {
			over, both := 0.0, 0.0
			for k := range n {
				vote := float64(power[k] * salience[k] * (r.felt[k*n+j] - r.felt[k*n+i]))
				over += max(0, vote)
				both += math.Abs(vote)
			}
			if !printed {
				both = all
			}
			if r.success[i*n+j] = 0; both > 0 {
				r.success[i*n+j] = over / both
			}
		}
	}
}

// pow is x to the y, which is x itself for the neutral.
func pow(x, y float64) float64 {
	if y == 1 {
		return x
	}
	return draw.Pow(x, y)
}

// expects is what the challenge of i to j is worth to i beyond the status quo, as a
// seat sees it, who takes his own attitude for everybody's.
func (r *Room) expects(eye, i, j int, salience, x []float64, span float64) float64 {
	n := r.seats
	exponent, gap := r.exponent[eye], r.gap[i*n+j]
	utility := func(v float64) float64 { return 2 - float64(4*pow(v, exponent)) }
	won, lost := utility(0.5-float64(0.5*gap)), utility(0.5+float64(0.5*gap))
	p, resists := r.success[i*n+j], salience[j]
	value := float64(resists*(float64(p*won)+float64((1-p)*lost))) + float64((1-resists)*won)
	quo := utility(0.5)
	unrest := r.challenge.Unrest
	if unrest == 0 {
		return value - quo
	}
	far := math.Abs(x[i]-r.median) / span
	change := utility(0.5 + float64(0.25*(far+gap)))
	if far < gap {
		change = utility(max(0, 0.5-float64(0.25*(far+gap))))
	}
	return value - float64((1-unrest)*quo) - float64(unrest*change)
}

// same is the share of the range below which rounding alone tells positions apart,
// and a choice between offers goes to the earlier seat.
const same = 1e-9

// answer takes the offer that i yields to, if any, and reports whether he moves.
func (r *Room) answer(i int, salience, x []float64, span float64, ledger *ledger) bool {
	best, bestKind, bestKey, bestMove := -1, Rule(""), 0.0, -1
	for j := range r.seats {
		if r.gap[i*r.seats+j] < same {
			continue
		}
		own, theirs := r.expects(i, i, j, salience, x, span), r.expects(i, j, i, salience, x, span)
		kind, to := r.offerOf(own, theirs, x[i], x[j])
		if kind == "" {
			continue
		}
		move := -1
		if ledger != nil {
			move = ledger.add(Move{
				Kind: kind, From: j, To: i,
				Chance: r.success[j*r.seats+i], Gain: r.expects(j, j, i, salience, x, span), OtherGain: r.expects(j, i, j, salience, x, span),
				SeenChance: r.success[j*r.seats+i], SeenGain: theirs, SeenOtherGain: own,
				Offer: []float64{x[j]}, OtherOffer: []float64{to},
			})
		}
		key := math.Abs(x[i] - to)
		if kind == Compromise && r.challenge.Compromise == AsPorted {
			key = (float64(math.Abs(own)*x[i]) + float64(math.Abs(theirs)*x[j])) / (math.Abs(own) + math.Abs(theirs))
		}
		if best < 0 || first(kind) < first(bestKind) || kind == bestKind && key < bestKey-float64(same*span) {
			best, bestKind, bestKey, bestMove = j, kind, key, move
			r.at[i] = to
		}
	}
	if best < 0 {
		return false
	}
	if grid := r.challenge.Grid; grid > 0 {
		r.at[i] = min(1, max(0, math.Round(r.at[i]/grid)*grid))
	}
	if bestMove >= 0 {
		m := &ledger.course.Moves[bestMove]
		m.OtherAdopted, m.OtherOffer[0] = true, r.at[i]
	}
	return r.at[i] != x[i]
}

// first is the order in which kinds of offers are answered.
func first(kind Rule) int { return slices.Index([]Rule{Confrontation, Compromise, Capitulation}, kind) }

// offerOf is what j's challenge comes to for i, who stands at x and expects own of
// challenging j, at y, and theirs of j's challenging him.
func (r *Room) offerOf(own, theirs, x, y float64) (kind Rule, to float64) {
	switch {
	case theirs > own && own > 0:
		return Confrontation, y
	case theirs > 0 && own < 0 && theirs > -own:
		return Compromise, x + float64((y-x)*(-own/theirs))
	case theirs > 0 && own < 0 && theirs < -own && r.challenge.Capitulation == Printed:
		return Capitulation, y
	}
	return "", x
}

// Challenge runs the group decision model of Bueno de Mesquita as Scholz, Calbert
// and Smith wrote it down [scholz2011]: on one dimension, each round every seat
// judges what it and the others would gain by challenging each other, and yields to
// one of those it fears. See Caveat. Cost: O(seats³) a round.
func (t Table) Challenge(rules ChallengeRules) (*Course, arena.Faults) {
	f := t.Check()
	rules, switches := rules.settled(&f, max(1, len(t.Dimensions)))
	if len(f) > 0 {
		return nil, f
	}
	r := newRoom(t)
	r.challenge = rules
	n := r.seats
	x, power, salience := make([]float64, n), make([]float64, n), make([]float64, n)
	for i, s := range t.Seats {
		x[i], power[i], salience[i] = s.Position[rules.Dimension], s.Power, s.Salience[rules.Dimension]
	}
	c := &Course{Model: "group decision model", Switches: switches, Ended: "that many rounds were asked for"}
	c.recordRound(r, x, power, salience)
	span := slices.Max(x) - slices.Min(x)
	for round := range rules.Rounds {
		if slices.Max(x) == slices.Min(x) {
			c.Ended = "all stand at one position"
			break
		}
		if !r.challengeRound(power, salience, x, span, &ledger{c, round}) {
			c.Ended = "nobody yields to anybody"
			break
		}
		copy(x, r.at)
		c.recordRound(r, x, power, salience)
	}
	return c, nil
}

// recordRound appends the present positions, forecasts and exponents.
func (c *Course) recordRound(r *Room, x, power, salience []float64) {
	at := make([][]float64, len(x))
	for i, p := range x {
		at[i] = []float64{p}
	}
	c.Positions = append(c.Positions, at)
	c.Means = append(c.Means, []float64{mean(power, salience, x)})
	c.Medians = append(c.Medians, []float64{median(power, salience, x, r.order)})
	c.Risk = append(c.Risk, slices.Clone(r.exponent))
}
