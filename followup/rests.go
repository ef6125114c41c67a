package followup

import (
	"fmt"
	"slices"

	"reckon"
	"reckon/stability"
)

// Rest says what a verdict rests on, with the verdict and its certificate.
//
//   - "no move": the actor has no move at all; the conflict's structure holds him
//     (structural stability).
//   - "no gain": he has moves, none an improvement; his preference holds him.
//   - "answered": he has improvements and each is met; the others hold him, or,
//     under a concept that looks further ahead, what would follow.
//   - "leaves": it is unstable, and the verdict names where he goes.
type Rest struct {
	Why          string
	Moves        int // how many he has
	Improvements int // how many of them improve
	Verdict      stability.Verdict
	Says         string
}

// Rest explains one verdict on a feasible state. Cost: Conflict.Explain.
func (s *Study) Rest(actor int, concept reckon.Concept, x reckon.State) Rest {
	g := s.Conflict
	r := Rest{Verdict: g.Explain(actor, concept, x)}
	g.EachMove(actor, x, func(y reckon.State) {
		r.Moves++
		if g.Rank(actor, y) > g.Rank(actor, x) {
			r.Improvements++
		}
	})
	switch {
	case r.Moves == 0:
		r.Why = "no move"
	case !r.Verdict.Stable:
		r.Why = "leaves"
	case r.Improvements == 0:
		r.Why = "no gain"
	default:
		r.Why = "answered"
	}
	r.Says = s.restSays(&r)
	return r
}

// Rests splits an actor's stable states by what they rest on: no move, no gain,
// answered (see Rest). Together they are the stable states.
func (s *Study) Rests(actor int, concept reckon.Concept) (noMove, noGain, answered *stability.Set) {
	g := s.Conflict
	stable := s.Solution(concept).Stable(concept, actor)
	movable := g.Into(actor, g.States())
	content := s.Solution(reckon.Nash).Stable(reckon.Nash, actor)
	noMove = stable.Clone().Drop(movable)
	noGain = stable.Clone().Keep(movable).Keep(content)
	answered = stable.Clone().Drop(content)
	return noMove, noGain, answered
}

func (s *Study) restSays(r *Rest) string {
	v := &r.Verdict
	who, where := s.actor(v.Actor), s.state(v.State)
	switch r.Why {
	case "no move":
		return fmt.Sprintf("%s has no move from %s: held by structure, whatever the wants.", who, where)
	case "no gain":
		return fmt.Sprintf("%s stays at %s: of %s open, none is an improvement.", who, where, count(r.Moves, "move"))
	case "leaves":
		to := s.state(v.Answers[0].To)
		switch {
		case v.Concept == reckon.Nash:
			return fmt.Sprintf("%s leaves %s for %s.", who, where, to)
		case v.Answers[0].Moves > 0:
			return fmt.Sprintf("%s leaves %s for %s, which pays as far as %s looks.", who, where, to, v.Concept)
		}
		return fmt.Sprintf("%s leaves %s for %s, which no answer that %s reckons with spoils.", who, where, to, v.Concept)
	}
	text := fmt.Sprintf("%s stays at %s under %s: of %s open, each is met.", who, where, v.Concept, count(r.Improvements, "improvement"))
	k := slices.IndexFunc(v.Answers, func(a stability.Answer) bool {
		return len(a.Path) > 0 && s.Conflict.Rank(v.Actor, a.To) > s.Conflict.Rank(v.Actor, v.State)
	})
	if k < 0 {
		return text
	}
	how, met := "is met by", v.Answers[k]
	if met.Moves > 0 {
		how = "would lead on by"
	}
	return fmt.Sprintf("%s Going to %s %s %s.", text, s.state(met.To), how, s.steps(met.Path))
}
