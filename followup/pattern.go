package followup

import (
	"fmt"
	"slices"

	"reckon"
)

// demand is what stability of a state x asks of one move: that some group of
// states lie, all of them, no higher than x in the actor's order. The first
// group is the move itself: it is no improvement. The others are sanctions.
type demand struct {
	move   reckon.State
	groups [][]reckon.State
}

// pattern returns the demands under which x is stable for the actor, whatever
// his order: a formula over the comparisons with x alone, since by definition
// Nash, GMR, SMR and SEQ stability read nothing else of it [kinsara2015]. Under
// SEQ the others improve by their present orders. O(moves × states) to write
// down, times own moves under SMR.
func (s *Study) pattern(actor int, concept reckon.Concept, x reckon.State) []demand {
	var list []demand
	for _, t := range s.Conflict.Moves(actor, x) {
		d := demand{t, [][]reckon.State{{t}}}
		for _, y := range s.replies(actor, concept, t) {
			if y == t {
				continue
			}
			group := []reckon.State{y}
			if concept == reckon.SMR { // nor may he have a way out
				group = append(group, s.Conflict.Moves(actor, y)...)
			}
			d.groups = append(d.groups, group)
		}
		list = append(list, d)
	}
	return list
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
				if !met.Has(y) && (concept != reckon.SEQ || g.Rank(j, y) > rank) {
					met.Add(y)
					queue = append(queue, y)
				}
			})
		}
	}
	return met.List()
}

// met reports whether an order meets every demand; above says that a state
// stands higher than the state the pattern is about.
func met(pattern []demand, above func(reckon.State) bool) bool {
	for _, d := range pattern {
		if !slices.ContainsFunc(d.groups, func(g []reckon.State) bool { return !slices.ContainsFunc(g, above) }) {
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
	return fmt.Errorf("what flips a verdict and what would have to be true are computed under Nash, GMR, SMR and SEQ, not %s. Ask under one of these", concept)
}

// feasible returns an error for a state that is impossible.
func (s *Study) feasible(x reckon.State) error {
	if int(x)>>s.Conflict.Options() == 0 && s.Conflict.States().Has(x) {
		return nil
	}
	return fmt.Errorf("%s is impossible under the case's rules. Choose a state that they leave", x.Letters(s.Conflict.Options()))
}
