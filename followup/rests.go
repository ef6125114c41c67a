package followup

import (
	"fmt"
	"slices"

	"reckon"
	"reckon/stability"
)

// Rest says what a verdict rests on, with the verdict and its certificate. Its
// sentence speaks of the state as "here".
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

func (s *Study) restSays(r *Rest) string {
	v := &r.Verdict
	who := s.actor(v.Actor)
	switch r.Why {
	case "no move":
		return who + " would stay: no move is open; held by structure, whatever the wants."
	case "no gain":
		if r.Moves == 1 {
			return who + " would stay: the one move open is no improvement."
		}
		return fmt.Sprintf("%s would stay: of %d moves open, none is an improvement.", who, r.Moves)
	case "leaves":
		text := fmt.Sprintf("%s would move: %s.", who, s.move(v.State, v.Answers[0].To))
		switch {
		case v.Concept == reckon.Nash:
			return text
		case v.Answers[0].Moves > 0:
			return fmt.Sprintf("%s It pays as far as %s looks.", text, v.Concept)
		}
		return fmt.Sprintf("%s No answer that %s reckons with spoils it.", text, v.Concept)
	}
	text := fmt.Sprintf("%s would stay: of %d improvements open, each is met under %s", who, r.Improvements, v.Concept)
	if r.Improvements == 1 {
		text = fmt.Sprintf("%s would stay: the one improvement open is met under %s", who, v.Concept)
	}
	k := slices.IndexFunc(v.Answers, func(a stability.Answer) bool {
		return len(a.Path) > 0 && s.Conflict.Rank(v.Actor, a.To) > s.Conflict.Rank(v.Actor, v.State)
	})
	if k < 0 {
		return text + "."
	}
	how, met := "by", v.Answers[k]
	from := met.To
	switch {
	case met.Moves > 0:
		how = "would lead on by"
	case met.Together: // all move at once, from the state itself
		how, from = "at the same moment by", v.State
	}
	return fmt.Sprintf("%s: %s %s %s.", text, s.move(v.State, met.To), how, s.steps(from, met.Path))
}
