package followup

import (
	"fmt"
	"slices"

	"reckon"
)

// pattern is what stability of one state x asks of an actor's order: for each of
// his moves, that some group of states lie, all of them, no higher than x. The
// first group of a move is where it leads: it is no improvement. The others are
// sanctions. By definition Nash, GMR, SMR, SEQ and SSEQ stability read nothing else of
// his order than comparisons with x [kinsara2015].
type pattern struct {
	moves  []reckon.State
	any    [][]int // by move: numbers of groups
	groups [][]reckon.State
}

// pattern writes down when x is stable for the actor, whatever his order. Where
// they answer by improvements, it is by their present orders. O(moves × states).
func (s *Study) pattern(actor int, concept reckon.Concept, x reckon.State) *pattern {
	var p pattern
	number := map[reckon.State]int{}
	for _, t := range s.Conflict.Moves(actor, x) {
		p.moves = append(p.moves, t)
		p.any = append(p.any, []int{len(p.groups)})
		p.groups = append(p.groups, []reckon.State{t})
		last := &p.any[len(p.any)-1]
		for _, y := range s.replies(actor, concept, t) {
			if y == t {
				continue
			}
			key := y
			if lastWord(concept) {
				key = s.fibre(actor, y)
			}
			at, known := number[key]
			if !known {
				at = len(p.groups)
				number[key] = at
				group := []reckon.State{y}
				if lastWord(concept) { // nor may he have a way out
					group = append(group, s.Conflict.Moves(actor, y)...)
				}
				p.groups = append(p.groups, group)
			}
			*last = append(*last, at)
		}
	}
	return &p
}

// fibre names the states among which the actor can go to and fro: each of them
// joined to his moves from it is the same set.
func (s *Study) fibre(actor int, y reckon.State) reckon.State {
	for _, k := range s.Case.Actors[actor].Options {
		if o := &s.Case.Options[k]; !o.Final && !o.Lost {
			y &^= 1 << k
		}
	}
	return y
}

// replies lists what the others can bring about from t under the concept.
func (s *Study) replies(actor int, concept reckon.Concept, t reckon.State) []reckon.State {
	if concept == reckon.Nash {
		return nil
	}
	g := s.Conflict
	met := g.Nothing()
	met.Add(t)
	for queue := []reckon.State{t}; len(queue) > 0; queue = queue[1:] {
		for _, j := range without(s.everyone(), actor) {
			rank := g.Rank(j, queue[0])
			g.EachMove(j, queue[0], func(y reckon.State) {
				if !met.Has(y) && (!credible(concept) || g.Rank(j, y) > rank) {
					met.Add(y)
					queue = append(queue, y)
				}
			})
		}
	}
	return met.List()
}

// met reports whether an order meets the pattern; above says that a state stands
// higher than x.
func (p *pattern) met(above func(reckon.State) bool) bool {
	known := make([]int8, len(p.groups)) // 1 lies below, −1 does not
	below := func(g int) bool {
		if known[g] == 0 {
			if known[g] = 1; slices.ContainsFunc(p.groups[g], above) {
				known[g] = -1
			}
		}
		return known[g] > 0
	}
	for _, groups := range p.any {
		if !slices.ContainsFunc(groups, below) {
			return false
		}
	}
	return true
}

// supported returns an error for a concept that follow-up does not reach.
func supported(concept reckon.Concept) error {
	if slices.Contains(varied(), concept) {
		return nil
	}
	return fmt.Errorf("what flips a verdict and what would have to be true are computed under Nash, GMR, SMR, SEQ and SSEQ, not %s. Ask under one of these", concept)
}

// feasible returns an error for a state that is impossible.
func (s *Study) feasible(x reckon.State) error {
	if int(x)>>s.Conflict.Options() == 0 && s.Conflict.States().Has(x) {
		return nil
	}
	return fmt.Errorf("%s is impossible under the case's rules. Choose a state that they leave", x.Letters(s.Conflict.Options()))
}
