package council

import "math"

// offer is a bargain on the queues of the two it binds.
type offer struct {
	from, to int
	at       int // where the positions lie in offers: the initiator's, then the receiver's
	move     int // in the ledger, −1 without one
}

type spatialScratch struct {
	apart    []float64 // seat i's ideal to seat j's position, row by row
	own      []float64 // worth to i of j's position, by i's own attitude
	seen     []float64 // the same as h sees it
	risk     []float64
	neutral  []float64
	offers   []offer
	terms    []float64 // the positions of all offers
	worths   []float64 // of each offer to each seat: the mean over all positions then held
	queues   [][]int   // of each seat: offers by number
	ballots  []float64 // utilities of a queue
	next     []float64 // positions after the turn
	election           // of what is being chosen now
}

func (s *spatialScratch) sized(n, d int) {
	s.apart, s.own, s.seen, s.neutral = make([]float64, n*n), make([]float64, n*n), make([]float64, n*n), make([]float64, n*n)
	s.risk, s.next = make([]float64, n), make([]float64, n*d)
	s.queues = make([][]int, n)
}

// alike is the gap of chances, or of securities, below which rounding alone tells
// them apart; the published models would spread risk attitudes by it over their
// whole range.
const alike = 1e-12

// look computes what the seats see in each other's positions, and from it their risk
// attitudes: the likelier one's position is to win, the more he dares.
func (r *Room) look(positions []float64) {
	n, d := r.seats, r.dimensions
	if r.accommodation == nil && (r.turn > 0 || !r.apart0) {
		copy(r.ideals, positions)
	}
	for i := range n {
		for j := range n {
			away := distance(r.ideals[i*d:i*d+d], positions[j*d:j*d+d], r.salience[i*d:i*d+d])
			r.apart[i*n+j], r.neutral[i*n+j] = away, worth(away, 0)
		}
	}
	p := r.elect(r.spatial.Election, r.spatial.Vote, r.spatial.Victory, r.power, r.neutral, n)
	least, most := 1.0, 0.0
	for _, x := range p {
		least, most = min(least, x), max(most, x)
	}
	for i, x := range p {
		switch {
		case most-least < alike:
			r.risk[i] = 0
		case r.spatial.RiskRange == Min:
			r.risk[i] = (x - least) / (most - least)
		case r.spatial.RiskRange == Max:
			r.risk[i] = (float64(2*x) - (most + least)) / (most - least)
		default:
			r.risk[i] = (float64(3*x) - (most + float64(2*least))) / (2 * (most - least))
		}
		r.risk[i] = max(-1, min(1, r.risk[i]))
		for j := range n {
			r.own[i*n+j] = worth(r.apart[i*n+j], r.risk[i])
		}
	}
}

// viewed is the risk attitude that h takes i for.
func (r *Room) viewed(h, i int) float64 {
	own, other := r.risk[h], r.risk[i]
	switch r.spatial.RiskView {
	case No:
		return own
	case Half:
		return (own + other) / 2
	case TwoThirds:
		return (own + float64(2*other)) / 3
	case Full:
		return other
	default: // OneThird
		return (float64(2*own) + other) / 3
	}
}

// lookAs fills seen as h sees the worth of positions i and j, and of each seat's own
// to itself; of all positions where j is −1.
func (r *Room) lookAs(h, i, j int) {
	n := r.seats
	for k := range n {
		risk, row := r.viewed(h, k), k*n
		if j < 0 {
			for m := range n {
				r.seen[row+m] = worth(r.apart[row+m], risk)
			}
			continue
		}
		r.seen[row+i], r.seen[row+j], r.seen[row+k] = worth(r.apart[row+i], risk), worth(r.apart[row+j], risk), worth(r.apart[row+k], risk)
	}
}

// contest is the chance that i prevails if he challenges j, as seen.
// Cost: O(seats).
func (r *Room) contest(i, j int) float64 {
	n, vote := r.seats, r.spatial.Vote
	const least = 1e-10
	a, b := least, least
	for _, v := range [2]float64{
		cast(vote, r.stake[i], r.seen[i*n+i]-r.seen[i*n+j]),
		cast(vote, r.stake[j], r.seen[j*n+i]-r.seen[j*n+j]),
	} {
		if v > 0 {
			a += v
		} else {
			b -= v
		}
	}
	forI, forJ := a, b
	for k := range n {
		if k == i || k == j {
			continue
		}
		v := r.joins(a, b, r.stake[k], r.seen[k*n+i], r.seen[k*n+j], r.seen[k*n+k])
		if v > 0 {
			forI += v
		} else {
			forJ -= v
		}
	}
	return forI / (forI + forJ)
}

// joins is the weight that a third party of some stake throws into the fight of two
// strengths, above 0 for the first; i, j and self are the worth to him of their
// positions and his.
func (r *Room) joins(a, b, stake, i, j, self float64) float64 {
	lean := cast(r.spatial.Vote, stake, i-j)
	with := (a + max(lean, 0)) / (a + max(lean, 0) + (b - min(lean, 0))) // the first's chance if he joins the first
	against := with                                                      // and if he joins the second
	if r.spatial.ThirdParties == Mended {
		weight := math.Abs(lean)
		with, against = (a+weight)/(a+b+weight), a/(a+b+weight)
	}
	// What he has, of three positions, by whom he joined and who won.
	won, lost, others, own := i+i+self, j+j+j, i+i+i, j+j+self
	switch r.spatial.Commitment {
	case NoCommit:
		lost, others = j+j+self, i+i+self
	case FullCommit:
		won, own = i+i+i, j+j+j
	default: // SemiCommit
	}
	joined := float64(with*won) + float64((1-with)*lost)
	refused := float64(against*others) + float64((1-against)*own)
	return cast(r.spatial.Vote, stake, joined-refused)
}

// gain is what k gets from i's challenge to j beyond things as they stand, as seen,
// where i prevails with a chance if j resists.
func (r *Room) gain(k, i, j int, chance float64) float64 {
	n := r.seats
	won, lost := 2*r.seen[k*n+i], 2*r.seen[k*n+j]
	fought := float64(chance*won) + float64((1-chance)*lost)
	return float64((1-r.care[j])*won) + float64(r.care[j]*fought) - (r.seen[k*n+i] + r.seen[k*n+j])
}

// enough is the least expected gain for which a seat challenges.
const enough = 1e-5

// bargain makes offers, settles them and leaves the positions in next; the ledger
// may be nil.
func (r *Room) bargain(positions []float64, ledger *ledger) {
	r.proposeAll(positions, ledger)
	r.valueOffers()
	copy(r.next, positions)
	for k := range r.seats {
		r.settleQueue(k, ledger)
	}
	r.turn++
	r.adjustIdeals()
}

// proposeAll has each seat challenge whom it expects to gain most from, if anybody.
func (r *Room) proposeAll(positions []float64, ledger *ledger) {
	r.offers, r.terms = r.offers[:0], r.terms[:0]
	for i := range r.seats {
		r.queues[i] = r.queues[i][:0]
	}
	for i := range r.seats {
		r.lookAs(i, 0, -1)
		best, chance, gain := -1, 0.0, enough
		for j := range r.seats {
			if j == i {
				continue
			}
			p := r.contest(i, j)
			if g := r.gain(i, i, j, p); g > gain {
				best, chance, gain = j, p, g
			}
		}
		if best >= 0 {
			r.propose(positions, i, best, chance, gain, ledger)
		}
	}
}

// propose puts the bargains of i's challenge to j on both queues.
func (r *Room) propose(positions []float64, i, j int, chance, gain float64, ledger *ledger) {
	var move Move
	if ledger != nil {
		move = Move{Kind: Proposal, From: i, To: j, Chance: chance, Gain: gain, OtherGain: r.gain(j, i, j, chance)}
	}
	theirs := 0.0
	if ledger != nil || r.spatial.Offers != InitOnlyInterp {
		r.lookAs(j, i, j)
		theirs = r.contest(i, j)
		move.SeenChance, move.SeenGain, move.SeenOtherGain = theirs, r.gain(i, i, j, theirs), r.gain(j, i, j, theirs)
		if r.spatial.ReceiverOdds == AsKTAB {
			theirs = move.SeenGain
		}
	}
	first := len(r.offers)
	switch r.spatial.Offers {
	case InitRcvrInterp:
		r.addOffer(positions, i, j, chance)
		r.addOffer(positions, i, j, theirs)
	case PWCompInterp:
		r.addOffer(positions, i, j, chance)
		r.addOffer(positions, i, j, theirs)
		r.mixOffers(i, j)
	default:
		r.addOffer(positions, i, j, chance)
	}
	for m := first; m < len(r.offers); m++ {
		r.queues[i], r.queues[j] = append(r.queues[i], m), append(r.queues[j], m)
		if o := &r.offers[m]; ledger != nil {
			d := r.dimensions
			move.Offer = append([]float64(nil), r.terms[o.at:o.at+d]...)
			move.OtherOffer = append([]float64(nil), r.terms[o.at+d:o.at+2*d]...)
			o.move = ledger.add(move)
		}
	}
}

// round4 rounds to four decimals, as KTAB does, to keep what should be equal so.
func round4(x float64) float64 { return math.Floor(0.5+float64(x*10000)) / 10000 }

// addOffer interpolates between the positions of i and j, where i prevails with
// a chance.
func (r *Room) addOffer(positions []float64, i, j int, chance float64) {
	d, at := r.dimensions, len(r.terms)
	r.terms = append(r.terms, positions[i*d:i*d+d]...)
	r.terms = append(r.terms, positions[j*d:j*d+d]...)
	r.offers = append(r.offers, offer{from: i, to: j, at: at, move: -1})
	const least = 1e-6 // where neither cares or can coerce, both stay
	for k := range d {
		x, y := positions[i*d+k], positions[j*d+k]
		s, t := r.salience[i*d+k], r.salience[j*d+k]
		if r.spatial.Interpolation == S2PMax {
			yields, takes := max(0, (1-chance)-chance), max(0, chance-(1-chance))
			yieldsTo, takesTo := float64(yields*(t*t)), float64(takes*(s*s))
			r.terms[at+k] = x + float64(yieldsTo/(yieldsTo+least+float64((1-yields)*(s*s)))*(y-x))
			r.terms[at+d+k] = y + float64(takesTo/(takesTo+least+float64((1-takes)*(t*t)))*(x-y))
			continue
		}
		v, w := s*chance, t*(1-chance)
		if r.spatial.Interpolation == S2P2 {
			v, w = s*s*(chance*chance), t*t*((1-chance)*(1-chance))
		}
		sum := v + least + w
		if sum <= 0 {
			continue // a gain taken for a chance can be below 0
		}
		low, high := min(x, y), max(x, y)
		r.terms[at+k] = max(low, min(high, round4((float64((v+least)*x)+float64(w*y))/sum)))
		r.terms[at+d+k] = max(low, min(high, round4((float64(v*x)+float64((least+w)*y))/sum)))
	}
}

// mixOffers replaces the last two offers by the one between, each weighed by the
// stake of whose estimate it rests on.
func (r *Room) mixOffers(i, j int) {
	last := len(r.offers) - 1
	first, second := r.offers[last-1].at, r.offers[last].at
	r.offers = r.offers[:last]
	v, w := r.stake[i], r.stake[j]
	if r.spatial.CompromiseWeights == AsKTAB {
		w = float64(r.power[i] * r.care[j])
	}
	if v+w == 0 {
		v, w = 1, 1
	}
	for k := range 2 * r.dimensions {
		r.terms[first+k] = (float64(v*r.terms[first+k]) + float64(w*r.terms[second+k])) / (v + w)
	}
	r.terms = r.terms[:second]
}

// valueOffers computes what each offer, alone fulfilled, is worth to each seat; the
// last row is for things as they stand. Cost: O(seats² × offers).
func (r *Room) valueOffers() {
	n, d := r.seats, r.dimensions
	r.worths = r.worths[:0]
	for m := range len(r.offers) + 1 {
		for a := range n {
			sum, from, to := 0.0, -1, -1
			if m < len(r.offers) {
				o := r.offers[m]
				from, to = o.from, o.to
				ideal, salience := r.ideals[a*d:a*d+d], r.salience[a*d:a*d+d]
				sum = worth(distance(ideal, r.terms[o.at:o.at+d], salience), r.risk[a])
				sum += worth(distance(ideal, r.terms[o.at+d:o.at+2*d], salience), r.risk[a])
			}
			for k, u := range r.own[a*n : a*n+n] {
				if k != from && k != to {
					sum += u
				}
			}
			r.worths = append(r.worths, sum/float64(n))
		}
	}
}

// settleQueue has all vote on what k may be bound to, and binds him to his half of
// what is chosen.
func (r *Room) settleQueue(k int, ledger *ledger) {
	n, d, queue := r.seats, r.dimensions, r.queues[k]
	if len(queue) == 0 {
		return
	}
	m := len(queue) + 1
	r.ballots = r.ballots[:0]
	for a := range n {
		r.ballots = append(r.ballots, r.worths[len(r.offers)*n+a])
		for _, o := range queue {
			r.ballots = append(r.ballots, r.worths[o*n+a])
		}
	}
	p := r.elect(r.spatial.Election, r.spatial.Vote, r.spatial.Victory, r.power, r.ballots, m)
	chosen := r.pick(k, p)
	for q, o := range queue {
		term := r.offers[o]
		if q+1 == chosen {
			at := term.at
			if term.to == k {
				at += d
			}
			copy(r.next[k*d:k*d+d], r.terms[at:at+d])
		}
		if ledger != nil {
			ledger.vote(term.move, term.from == k, p[q+1], q+1 == chosen)
		}
	}
}

// pick is the first likeliest, or one drawn by its chance.
func (r *Room) pick(k int, p []float64) int {
	if r.spatial.Transition == Stochastic {
		u, sum := r.uniform(k), 0.0
		for i, x := range p {
			if sum += x; u <= sum {
				return i
			}
		}
		return len(p) - 1
	}
	best := 0
	for i, x := range p {
		if x > p[best] {
			best = i
		}
	}
	return best
}

// adjustIdeals moves ideals towards what was agreed.
func (r *Room) adjustIdeals() {
	n, d := r.seats, r.dimensions
	if r.accommodation == nil {
		copy(r.ideals, r.next)
		return
	}
	copy(r.lastIdeals, r.ideals)
	for i := range n {
		sum := 0.0
		for _, a := range r.accommodation[i] {
			sum += a
		}
		rest := max(0, 1-sum)
		for k := range d {
			x := 0.0
			for j, a := range r.accommodation[i] {
				x += float64(a * r.next[j*d+k])
			}
			r.ideals[i*d+k] = min(1, max(0, x+float64(rest*r.lastIdeals[i*d+k])))
		}
	}
}
