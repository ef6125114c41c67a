package symbolic

import (
	"fmt"
	"math"

	"reckon"
)

// MaxOptions is the largest number of options of a case.
const MaxOptions = 64

// Problem is a case as formulas over its options. It lists no states, so its
// size is that of the case text.
type Problem struct {
	options    int
	players    []player
	impossible []reckon.Circuit
	unknown    []string
}

// player is one actor's part: his options, their directions and his wants, most
// important first.
type player struct {
	own   reckon.State
	final reckon.State // own options that cannot be undone
	lost  reckon.State // own options that cannot be taken up again
	wants []reckon.Circuit
}

// Compile compiles the case with one mind per actor, as stability.Compile does.
// The error says which part of the case this regime cannot express: wants with
// points, a long direct order, or an expression that is too long. Cost: that of
// reading the case, and for a direct order options × states × groups.
func Compile(c *reckon.Case, minds []reckon.Mind, measures func(name string) float64) (*Problem, error) {
	if n := len(c.Options); n > MaxOptions {
		return nil, fmt.Errorf("the case has %d options; a case has at most %d", n, MaxOptions)
	}
	if measures == nil {
		measures = func(string) float64 { return math.NaN() }
	}
	p := &Problem{options: len(c.Options)}
	for i := range c.Impossible {
		rule := &c.Impossible[i]
		circuit, err := p.circuit(&rule.When, measures, "impossible: "+rule.Name)
		if err != nil {
			return nil, err
		}
		if circuit != nil {
			p.impossible = append(p.impossible, circuit)
		}
	}
	final, lost := c.Directions()
	for i := range c.Actors {
		own := c.Actors[i].Own()
		who := player{own: own, final: own & final, lost: own & lost}
		var err error
		if who.wants, err = p.wants(&minds[i], measures); err != nil {
			return nil, err
		}
		p.players = append(p.players, who)
	}
	return p, nil
}

// circuit translates an expression; nil when it is not stated or reads an
// unknown measure, which is noted.
func (p *Problem) circuit(e *reckon.Expr, measures func(string) float64, what string) (reckon.Circuit, error) {
	if e.Op == "" {
		return nil, nil
	}
	for _, name := range e.Measures() {
		if math.IsNaN(measures(name)) {
			p.unknown = append(p.unknown, what)
			return nil, nil
		}
	}
	circuit, ok := e.Circuit(measures)
	if !ok {
		return nil, fmt.Errorf("%q adds up too many different numbers that hang on options. Say it with fewer options or fewer different numbers", what)
	}
	return circuit, nil
}

// maxRanked bounds a direct order, in options × states × groups: each group is a
// formula over all states down to it.
const maxRanked = 1 << 20

// wants translates a mind's wants. A direct order becomes wants too: to be in
// the best group, to be in the best two, and so on.
func (p *Problem) wants(m *reckon.Mind, measures func(string) float64) ([]reckon.Circuit, error) {
	var list []reckon.Circuit
	if len(m.Order) > 0 {
		states := 0
		for _, group := range m.Order {
			states += len(group)
		}
		if p.options*states*len(m.Order) > maxRanked {
			return nil, fmt.Errorf("%s ranks %d states one by one, too many where states cannot be listed. State wants in order of importance instead", m.Actor, states)
		}
		best := reckon.Expr{Op: "no"}
		for _, group := range m.Order {
			for _, s := range group {
				best = reckon.Expr{Op: "||", Args: []reckon.Expr{best, p.exactly(s)}}
			}
			circuit, err := p.circuit(&best, measures, m.Actor+": order")
			if err != nil {
				return nil, err
			}
			list = append(list, circuit)
		}
		return list, nil
	}
	for i := range m.Wants {
		w := &m.Wants[i]
		if w.Points != 0 {
			return nil, fmt.Errorf("mind %q counts points, which is computed only where all states can be listed. State the wants in order of importance instead", m.Actor)
		}
		circuit, err := p.circuit(&w.That, measures, m.Actor+": "+w.Name)
		if err != nil {
			return nil, err
		}
		if circuit != nil {
			list = append(list, circuit)
		}
	}
	return list, nil
}

// exactly writes "this state and no other".
func (p *Problem) exactly(s reckon.State) reckon.Expr {
	all := reckon.Expr{Op: "yes"}
	for k := range p.options {
		one := reckon.Expr{Op: "option", Option: k}
		if !s.Has(k) {
			one = reckon.Expr{Op: "!", Args: []reckon.Expr{one}}
		}
		all = reckon.Expr{Op: "&&", Args: []reckon.Expr{all, one}}
	}
	return all
}

// Unknown lists "actor: want" for each want, and "impossible: rule" for each
// rule, left out because a measure is unknown.
func (p *Problem) Unknown() []string { return p.unknown }

// Feasible reports whether no impossible rule holds in s.
func (p *Problem) Feasible(s reckon.State) bool {
	for _, rule := range p.impossible {
		if rule.Holds(s) {
			return false
		}
	}
	return true
}

// Prefers compares two states for an actor: positive when he likes a better,
// negative when b, 0 when equally.
func (p *Problem) Prefers(actor int, a, b reckon.State) int {
	for _, want := range p.players[actor].wants {
		if x, y := want.Holds(a), want.Holds(b); x != y {
			if x {
				return 1
			}
			return -1
		}
	}
	return 0
}

// Can reports whether the actor may move from one feasible state to another in
// one step: only his own options change, none against an irreversible one.
func (p *Problem) Can(actor int, from, to reckon.State) bool {
	who := &p.players[actor]
	change := from ^ to
	return change != 0 && change&^who.own == 0 && change&from&who.final == 0 && change&to&who.lost == 0 &&
		p.Feasible(from) && p.Feasible(to)
}
