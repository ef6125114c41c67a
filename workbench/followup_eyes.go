package workbench

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
	"reckon/followup"
	"reckon/mind"
	"reckon/stability"
)

// misled reports whether somebody sees the conflict otherwise than it is.
func misled(minds []reckon.Mind) bool {
	return slices.ContainsFunc(minds, func(m reckon.Mind) bool { return len(m.Beliefs) > 0 || len(m.View.Overrides) > 0 })
}

// unheard says that beliefs and views are left out, where there are any.
func unheard(minds []reckon.Mind) string {
	if !misled(minds) {
		return ""
	}
	return "Beliefs and views are left out here: everyone is as the reading has him, and is seen so by all. solve and followup hear them."
}

// vantage is one actor's view for a question about the state: the likeliest of his
// views on the side of his verdict.
type vantage struct {
	study *followup.Study // nil when he holds the state to be impossible
	state reckon.State    // as he sees it
	odds  float64         // of the view; 0 when he sees the conflict as it is
	kinds map[string]string
	says  string // a sentence to add
}

// vantage returns an actor's view. Where nobody is misled it is the study.
func (q inquiry) vantage(actor int) vantage {
	own := vantage{study: q.study, state: q.state}
	m := &q.b.Case.Actors[actor]
	if q.minds == nil {
		return own
	}
	views := q.minds.Views(actor)
	verdict := q.minds.Share(actor, q.concept, q.state) >= 0.5
	var best *mind.View
	for i := range views {
		v := &views[i]
		seen, possible := v.Sees(q.state)
		if possible && v.Conflict.Explain(actor, q.concept, seen).Stable == verdict && (best == nil || v.Odds > best.Odds) {
			best = v
		}
	}
	switch {
	case best == nil:
		return vantage{says: fmt.Sprintf("%s holds this state to be impossible.", q.b.title(actor))}
	case best.Conflict == q.minds.Base():
		return own
	}
	study, err := followup.New(best.Case, best.Orders, q.b.measures())
	if err != nil {
		panic(fmt.Sprintf("workbench: a view of %s that was compiled cannot be: %v", m.Name, err))
	}
	seen, _ := best.Sees(q.state)
	e := vantage{study: study, state: seen, odds: best.Odds, kinds: map[string]string{}}
	var taken []string
	for i, kind := range best.Kinds {
		if kind != "" {
			e.kinds[q.actor(i)] = kind
			taken = append(taken, fmt.Sprintf("%s for %q", within(q.b.title(i)), kind))
		}
	}
	if taken != nil {
		e.says = fmt.Sprintf(" This takes %s.", strings.Join(taken, " and "))
	}
	return e
}

// stable returns the states stable for an actor, in his own views.
func (q inquiry) stable(actor int, k reckon.Concept) listed {
	if q.minds != nil {
		return q.minds.Stable(actor, k)
	}
	return q.study.Solution(k).Stable(k, actor)
}

// equilibria returns the states stable for everyone, each in his own views.
func (q inquiry) equilibria(k reckon.Concept) *stability.Set {
	if q.minds == nil {
		return q.study.Solution(k).Equilibria(k)
	}
	set := q.study.Conflict.Nothing()
	for _, s := range q.minds.Equilibria(k).List() {
		set.Add(s)
	}
	return set
}
