package followup

import (
	"fmt"
	"math/big"
	"math/bits"
	"strings"

	"reckon"
)

// Orders says which preference orders make a state stable: the exact inverse of
// stability [kinsara2015]. Orders are the strict orders of all feasible states.
type Orders struct {
	Actor   int // −1: everyone's orders jointly, and the state an equilibrium
	Concept reckon.Concept
	State   reckon.State
	Total   *big.Int
	Count   *big.Int // nil when there are too many states to count exactly
	Share   float64  // Count / Total; 0 when not counted
	// Moves and Below are the pattern of one actor: the state is stable for him iff
	// for each of his moves every state of at least one of the groups listed for it
	// lies below the state. They are empty when Actor is −1.
	Moves []reckon.State
	Below [][][]reckon.State
	Says  string
}

const (
	maxMentioned = 20      // states of a pattern whose subsets are listed
	maxProfiles  = 1 << 20 // joint orders that are listed
)

// Orders counts the strict orders of one actor, the others' as they are, under
// which a state is stable for him under Nash, GMR, SMR, SEQ or SSEQ; for actor −1 the
// profiles of everybody's orders under which it is an equilibrium. Exact. Under
// Nash, GMR and SEQ a closed form serves any size. Under SMR and SSEQ the
// states that may punish are shared by moves, and their subsets are listed, at
// most 2^20; joint orders under SEQ and SSEQ, where orders hang together, are
// listed, at most 2^20.
func (s *Study) Orders(actor int, concept reckon.Concept, x reckon.State) (Orders, error) {
	if err := supported(concept); err != nil {
		return Orders{}, err
	}
	if err := s.feasible(x); err != nil {
		return Orders{}, err
	}
	o := Orders{Actor: actor, Concept: concept, State: x, Total: factorial(s.Conflict.States().Len())}
	if actor < 0 {
		s.jointly(&o)
	} else {
		pattern := s.pattern(actor, concept, x)
		o.Moves = pattern.moves
		for _, groups := range pattern.any {
			below := make([][]reckon.State, len(groups))
			for k, g := range groups {
				below[k] = pattern.groups[g]
			}
			o.Below = append(o.Below, below)
		}
		o.Count = pattern.orders(s.Conflict.States().Len())
	}
	s.ordersSay(&o)
	return o, nil
}

func (s *Study) ordersSay(o *Orders) {
	who := "stable for everyone"
	if o.Actor >= 0 {
		who = "stable for " + s.whom(o.Actor)
	}
	if o.Count == nil {
		o.Says = fmt.Sprintf("The orders under which the state is %s under %s are too many to count.", who, o.Concept)
		return
	}
	o.Share, _ = new(big.Rat).SetFrac(o.Count, o.Total).Float64()
	what := "strict orders of the states"
	if o.Actor < 0 {
		what = "combinations of everyone's " + what
	}
	o.Says = fmt.Sprintf("The state is %s under %s in %.1f%% of all %s", who, o.Concept, 100*o.Share, what)
	if o.Total.IsInt64() {
		o.Says += fmt.Sprintf(": %d of %d", o.Count, o.Total)
	}
	o.Says += "." + s.patternSays(o)
}

// patternSays writes out a short pattern: what the actor must like.
func (s *Study) patternSays(o *Orders) string {
	const most = 4 // moves, groups of a move and states of a group that a sentence bears
	var words []string
	for _, below := range o.Below {
		var either []string
		for _, group := range below {
			var all []string
			for _, y := range group {
				all = append(all, s.state(y))
			}
			if len(all) > most {
				return ""
			}
			one := joined(all, "and")
			if len(all) > 1 {
				one = "all of " + one
			}
			either = append(either, one)
		}
		if len(either) > most {
			return ""
		}
		words = append(words, joined(either, "or"))
	}
	if len(words) == 0 || len(words) > most {
		return ""
	}
	return fmt.Sprintf(" It is so where the state stands above %s.", strings.Join(words, "; and above "))
}

// orders counts the strict orders of n states that meet the pattern. Whether one
// does hangs on the set of mentioned states below x alone; with b of v mentioned
// states below, b!·(v−b)! of the (v+1)! orders of these and x are such.
func (p *pattern) orders(n int) *big.Int {
	sets, v := p.setsBySize()
	if sets == nil {
		return nil
	}
	sum := new(big.Int)
	for b, ways := range sets {
		term := new(big.Int).Mul(factorial(b), factorial(v-b))
		sum.Add(sum, term.Mul(term, ways))
	}
	sum.Mul(sum, factorial(n))
	return sum.Div(sum, factorial(v+1))
}

// setsBySize counts, by size, the sets of mentioned states that meet the pattern
// when they lie below x; v is the number of mentioned states. nil: too many.
func (p *pattern) setsBySize() (sets []*big.Int, v int) {
	bit := map[reckon.State]uint{}
	total, single := 0, true
	for _, groups := range p.any {
		total += len(groups)
	}
	for _, group := range p.groups {
		single = single && len(group) == 1
		for _, y := range group {
			if _, known := bit[y]; !known {
				bit[y] = uint(len(bit))
			}
		}
	}
	v = len(bit)
	if single && total == v {
		return p.product(), v
	}
	if v > maxMentioned {
		return nil, v
	}
	sets = make([]*big.Int, v+1)
	for b := range sets {
		sets[b] = new(big.Int)
	}
	one := big.NewInt(1)
	for below := range uint64(1) << v {
		if p.met(func(y reckon.State) bool { return below>>bit[y]&1 == 0 }) {
			b := bits.OnesCount64(below)
			sets[b].Add(sets[b], one)
		}
	}
	return sets, v
}

// product is setsBySize where no state serves twice: each move asks that at least
// one of its c states lie below, so the counts are the coefficients of
// Π((1+z)^c − 1).
func (p *pattern) product() []*big.Int {
	sets := []*big.Int{big.NewInt(1)}
	for _, groups := range p.any {
		c := len(groups)
		next := make([]*big.Int, len(sets)+c)
		for b := range next {
			next[b] = new(big.Int)
		}
		for k := 1; k <= c; k++ {
			ways := new(big.Int).Binomial(int64(c), int64(k))
			for b, n := range sets {
				next[b+k].Add(next[b+k], new(big.Int).Mul(n, ways))
			}
		}
		sets = next
	}
	return sets
}

func factorial(n int) *big.Int { return new(big.Int).MulRange(1, int64(n)) }

// jointly counts profiles of orders.
func (s *Study) jointly(o *Orders) {
	states, actors := s.Conflict.States().Len(), s.Conflict.Actors()
	each := o.Total
	o.Total = new(big.Int).Exp(each, big.NewInt(int64(actors)), nil)
	if !credible(o.Concept) { // everybody's own order decides for him alone
		o.Count = big.NewInt(1)
		for i := range actors {
			n := s.pattern(i, o.Concept, o.State).orders(states)
			if n == nil {
				o.Count = nil
				return
			}
			o.Count.Mul(o.Count, n)
		}
		return
	}
	if o.Total.Cmp(big.NewInt(maxProfiles)) > 0 {
		return
	}
	p := s.profiles(o.State)
	p.last = lastWord(o.Concept)
	p.choose(0)
	o.Count = big.NewInt(p.stable)
}
