package lint

import (
	"slices"

	"reckon"
)

// sight is the conflict as one view shows it.
type sight struct {
	reckon.Setting
	asks []reckon.Expr // what the rules ask of every state, once somebody wanted to know
}

// sightOf returns what a chain of views shows, outermost first; none shows the
// conflict as it is.
func sightOf(c *reckon.Case, views []reckon.View) sight {
	s := sight{Setting: c.Setting()}
	for _, v := range views {
		for i := range v.Overrides {
			s.add(&v.Overrides[i])
		}
	}
	return s
}

// add applies one override.
func (s *sight) add(o *reckon.Override) {
	s.Add(o)
	switch {
	case o.Impossible != nil && s.asks != nil:
		s.asks = append(s.asks, not(o.Impossible.When))
	case o.Possible != "":
		s.asks = nil
	}
}

// must lists what the rules ask of every state: the negation of each.
func (s *sight) must() []reckon.Expr {
	if s.asks == nil {
		for _, rule := range s.Rules {
			s.asks = append(s.asks, not(rule.When))
		}
	}
	return s.asks
}

// start is the state of which only that unknown options are off is settled.
func (s *sight) start() partial { return partial{decided: s.Hidden} }

// somewhere reports whether some state is known to be possible: without one,
// questions about states make no sense, and a search that gave up there would
// give up everywhere.
func (s *sight) somewhere() bool {
	_, found := possible(s.start(), s.must())
	return found == yes
}

// judgedIn returns, by holding, the sight in which its wants are compared, and
// whether some state is known to be possible there. The conflict as it is is
// looked at once.
func judgedIn(c *reckon.Case) func(h *holding) (s sight, somewhere bool) {
	is := sightOf(c, nil)
	isSomewhere := is.somewhere()
	return func(h *holding) (sight, bool) {
		views := h.judged()
		if !slices.ContainsFunc(views, func(v reckon.View) bool { return len(v.Overrides) > 0 }) {
			return is, isSomewhere
		}
		s := sightOf(c, views)
		return s, s.somewhere()
	}
}

// stuck returns those options that may not change from a state: taken for good,
// given up for good, or unknown.
func (s *sight) stuck(at reckon.State) reckon.State { return s.Final&at | s.Lost&^at | s.Hidden }

// today is today's state as the view shows it.
func (s *sight) today(c *reckon.Case) reckon.State { return c.Today() &^ s.Hidden }

// broken returns the first rule that holds in a state, or nil.
func (s *sight) broken(at reckon.State) *reckon.Impossible {
	whole := partial{decided: ^reckon.State(0), on: at}
	for _, rule := range s.Rules {
		if whole.truth(&rule.When) == yes {
			return rule
		}
	}
	return nil
}

// seen is the chain of views that ends in the holder's own.
func (h *holding) seen() []reckon.View { return append(slices.Clip(h.around), h.view) }

// judged is the chain of views in which the wants of a holding are compared: for
// a kind, the believer's; a mind's own wants in its own view.
func (h *holding) judged() []reckon.View {
	if h.kind {
		return h.around
	}
	return h.seen()
}
