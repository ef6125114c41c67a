package workbench

import (
	"errors"
	"fmt"
	"slices"

	"reckon"
	"reckon/mind"
	"reckon/stability"
	"reckon/symbolic"
)

// The regimes of Solved: all states listed, or the state explained alone.
const (
	regimeListed = "all states"
	regimeSingle = "one state"
)

// large reports whether the case has too many options to list its states.
func (b *Bench) large() bool { return len(b.Case.Options) > stability.MaxOptions }

// solveLarge decides the state explained, for every actor and concept, without
// listing states.
func (b *Bench) solveLarge(s *Solved, readings []*reckon.Reading, state reckon.State, set SolveSettings) error {
	s.Regime, s.Possible, s.Why = regimeSingle, b.excluding(state) == "", b.excluding(state)
	if set.State != "" && !s.Possible {
		return nobodyIn(s.State, s.Why, "--state")
	}
	for i, r := range readings {
		if set.Progress != nil {
			set.Progress("readings solved", i, len(readings))
		}
		one, err := b.stabilityAt(r, state, s.Possible, set)
		switch {
		case errors.Is(err, symbolic.ErrStopped):
			return fmt.Errorf("no answer in the time given: with %d options the states cannot be listed, and this state is hard to decide. Give it longer with --limit, ask for one --actor and one --concept, or leave out options that no want needs", len(s.Options))
		case err != nil:
			return b.blame(err)
		}
		s.take(one, len(readings))
	}
	return nil
}

// take adds what one of several readings holds.
func (s *Solved) take(one Stability, readings int) {
	if s.Holdings == nil {
		s.Stability = one
	}
	if readings == 1 {
		return
	}
	if s.ByReading == nil {
		s.ByReading = map[string]Stability{}
	}
	s.ByReading[one.Reading] = one
	s.Order = append(s.Order, one.Reading)
}

// stabilityAt solves one reading at one state.
func (b *Bench) stabilityAt(r *reckon.Reading, state reckon.State, possible bool, set SolveSettings) (Stability, error) {
	one := Stability{Here: map[string]map[reckon.Concept]bool{}, Holdings: []Holding{}}
	one.Reading, one.Heading = titles(r)
	views, err := mind.Unlisted(b.Case, r, b.measures())
	if err != nil || !possible {
		return one, err
	}
	minds := r.MindsIn(b.Case)
	for i := range b.Case.Actors {
		name := b.Case.Actors[i].Name
		if set.Actor != "" && name != set.Actor {
			continue
		}
		seen := views[i]
		if set.View != "" {
			seen = views[b.Case.Actor(set.View)]
		}
		w := decider{b: b, set: set, views: seen, actor: i, state: state}
		if one.Unknown, err = w.compile(); err != nil {
			return one, err
		}
		one.Here[name] = map[reckon.Concept]bool{}
		for _, k := range set.Concepts {
			if one.Here[name][k], err = w.stable(k); err != nil {
				return one, err
			}
		}
		h, err := w.hold(minds)
		if err != nil {
			return one, err
		}
		one.Holdings = append(one.Holdings, h)
		one.Verified += w.verified
	}
	return one, nil
}

// decider decides one state for one actor in a viewer's views.
type decider struct {
	b        *Bench
	set      SolveSettings
	views    []mind.View
	actor    int
	state    reckon.State
	problems []*symbolic.Problem // by view
	verified int                 // certificates re-validated
}

// compile makes the formulas of the views and returns what measures leave out.
func (w *decider) compile() (unknown []string, err error) {
	w.problems = make([]*symbolic.Problem, len(w.views))
	for i, v := range w.views {
		if w.problems[i], err = symbolic.Compile(v.Case, v.Orders, w.b.measures()); err != nil {
			return nil, err
		}
	}
	return w.problems[0].Unknown(), nil
}

// decide returns the verdict in one view. A state that the view holds to be
// impossible is stable in it for nobody.
func (w *decider) decide(view int, k reckon.Concept) (symbolic.Verdict, error) {
	seen := w.state &^ w.views[view].Hidden
	if !w.problems[view].Feasible(seen) {
		return symbolic.Verdict{Actor: w.actor, Concept: k, State: seen}, nil
	}
	verdict, err := w.problems[view].Decide(w.actor, k, seen, w.set.Stop)
	if err == nil && w.set.Verify {
		checked(w.problems[view], verdict)
		w.verified++
	}
	return verdict, err
}

// stable reports whether views with at least half of the odds hold the state stable.
func (w *decider) stable(k reckon.Concept) (bool, error) {
	share := 0.0
	for i, v := range w.views {
		verdict, err := w.decide(i, k)
		if err != nil {
			return false, err
		}
		if verdict.Stable {
			share += v.Odds
		}
	}
	return share >= half, nil
}

// hold explains the state by the concept of the actor's mind.
func (w *decider) hold(minds []reckon.Mind) (Holding, error) {
	who := w.b.Case.Actors[w.actor]
	h := Holding{Actor: who.Name, Title: w.b.title(w.actor), Concept: minds[w.actor].Temper.Concept, Views: []viewed{}, Idle: len(who.Options) == 0}
	var verdicts []stability.Verdict
	for i, v := range w.views {
		own := v.Minds[w.actor]
		found, err := w.decide(i, own.Temper.Concept)
		if err != nil {
			return h, err
		}
		verdict := listedVerdict(found)
		if verdict.Stable {
			h.Share += v.Odds
		}
		see := sight{b: w.b, actor: w.actor, mind: v.Orders[w.actor], measures: w.b.measures(), state: found.State}
		one := see.viewed(v, verdict)
		one.Barred = !w.problems[i].Feasible(found.State)
		h.Views = append(h.Views, one)
		verdicts = append(verdicts, verdict)
	}
	h.Stable = h.Share >= half
	h.Share = min(h.Share, 1)
	h.Says = w.b.says(h, verdicts)
	return h, nil
}

// listedVerdict writes a verdict in the form of those that list states. It has no
// margin: how far the best move falls short is known only where all are listed.
func listedVerdict(v symbolic.Verdict) stability.Verdict {
	out := stability.Verdict{Actor: v.Actor, Concept: v.Concept, State: v.State, Stable: v.Stable, Free: v.Free}
	if v.Free && !v.Stable {
		out.Answers = []stability.Answer{{To: v.To}}
	}
	for _, r := range v.Replies {
		out.Answers = append(out.Answers, stability.Answer{
			To: r.To, Path: slices.Clone(r.Path), Sanction: r.Sanction, Together: v.Concept == reckon.SIM,
		})
	}
	return out
}
