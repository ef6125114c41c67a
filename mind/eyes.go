package mind

import (
	"math"
	"slices"

	"reckon"
)

// inEyes returns an actor's mind so that it orders the states of this view as he
// would who sees the world as theirs: what he does not know of counts as off, and
// the states that he holds impossible are the worst, all alike, so that he never
// gains by going there. A possible state that his direct order leaves out is as bad.
// That is what others reckon with as his answers; his own verdicts are those of
// his own view.
func (w setting) inEyes(theirs setting, m reckon.Mind, measures func(string) float64) reckon.Mind {
	hidden := theirs.Hidden &^ w.Hidden
	rules := w.newRules(theirs.Rules, hidden, measures)
	switch {
	case hidden == 0 && rules == nil:
	case len(m.Order) > 0:
		m.Order = orderInEyes(m.Order, hidden, rules, measures)
	default:
		m.Wants = wantsInEyes(m.Wants, hidden, rules)
	}
	return m
}

// newRules returns his impossible rules as they read where some options do not
// exist, but for those that bind in this view as well and those that measures
// leave out.
func (w setting) newRules(rules []*reckon.Impossible, hidden reckon.State, measures func(string) float64) []reckon.Expr {
	var list []reckon.Expr
	for _, rule := range rules {
		binds := rule.When.Reads()&hidden == 0 && slices.Contains(w.Rules, rule)
		unknown := slices.ContainsFunc(rule.When.Measures(), func(name string) bool { return math.IsNaN(measures(name)) })
		if rule.When.Op != "" && !binds && !unknown {
			list = append(list, blind(rule.When, hidden))
		}
	}
	return list
}

// wantsInEyes makes what is possible for him his first want and a part of every
// other one, so that impossible states fulfil none. Where wants have points the
// first one outweighs all others.
func wantsInEyes(wants []reckon.Want, hidden reckon.State, rules []reckon.Expr) []reckon.Want {
	wants = slices.Clone(wants)
	sum := 0.0
	for i := range wants {
		wants[i].That = blind(wants[i].That, hidden)
		sum += math.Abs(wants[i].Points)
	}
	if rules == nil {
		return wants
	}
	first := reckon.Want{Name: "what is possible in his eyes", Text: "possible in his eyes", That: reckon.Expr{Op: "yes"}}
	for _, rule := range rules {
		first.That = reckon.Expr{Op: "&&", Args: []reckon.Expr{first.That, {Op: "!", Args: []reckon.Expr{rule}}}}
	}
	if sum > 0 {
		first.Points = math.Ceil(sum) + 1
	}
	for i := range wants {
		if that := &wants[i].That; that.Op != "" {
			*that = reckon.Expr{Op: "&&", Args: []reckon.Expr{first.That, *that}, At: that.At}
		}
	}
	return slices.Insert(wants, 0, first)
}

// orderInEyes puts each state of this view into the group of the state that he
// sees it as, and states that are impossible for him into none.
func orderInEyes(order [][]reckon.State, hidden reckon.State, rules []reckon.Expr, measures func(string) float64) [][]reckon.State {
	var impossible []reckon.Circuit
	for i := range rules {
		if circuit, ok := rules[i].Circuit(measures); ok { // too long a rule is refused where it is compiled
			impossible = append(impossible, circuit)
		}
	}
	out := make([][]reckon.State, len(order))
	for k, group := range order {
		for _, s := range group {
			if s&hidden != 0 || slices.ContainsFunc(impossible, func(c reckon.Circuit) bool { return c.Holds(s) }) {
				continue
			}
			for sub := reckon.State(0); ; {
				out[k] = append(out[k], s|sub)
				if sub = (sub - hidden) & hidden; sub == 0 {
					break
				}
			}
		}
	}
	return out
}

// blind returns an expression as it reads where some options do not exist.
func blind(e reckon.Expr, hidden reckon.State) reckon.Expr {
	if e.Op == "option" && hidden.Has(e.Option) {
		return reckon.Expr{Op: "no"}
	}
	e.Args = slices.Clone(e.Args)
	for i := range e.Args {
		e.Args[i] = blind(e.Args[i], hidden)
	}
	return e
}
