package stability

import (
	"fmt"
	"math"
	"math/bits"

	"reckon"
)

// MaxOptions is the largest number of options whose states are listed.
const MaxOptions = 26

// Conflict is a case compiled to dense integers: feasible states, legal moves
// and one rank array per actor. Solve and Security keep tables, so a Conflict
// belongs to one goroutine.
type Conflict struct {
	options  int
	players  []player
	feasible *Set
	full     bool // every state is feasible
	unknown  []string
	tables   map[tableKey]lanes
	ahead    *foresight // made when L_h or NM first needs it
	tile     int        // tileOptions, but for tests
}

// player is one actor's part: his options, their directions and his order.
type player struct {
	own   reckon.State
	final reckon.State // own options that cannot be undone
	lost  reckon.State // own options that cannot be taken up again
	order
	fibres *fibres        // his sub-cubes sorted by his rank, made when SEQ first needs them
	temper reckon.Concept // the concept he is most likely to be asked about
}

// Compile compiles the case with one mind per actor (see Reading.MindsIn).
// measures gives the value of a measure, NaN when unknown; nil makes all
// unknown. A want or impossible rule that reads an unknown measure is left out
// (see Unknown). The error says why the case is too large or has no state left.
// Cost: O(2^options × wants) time, 1, 2 or 4 bytes a state and actor, by how many
// levels he tells apart.
func Compile(c *reckon.Case, minds []reckon.Mind, measures func(name string) float64) (*Conflict, error) {
	if n := len(c.Options); n > MaxOptions {
		return nil, fmt.Errorf("the case has %d options, which make 2^%d states; the states of at most %d options are listed. reckon solve decides one state without listing; for more, drop options that no want or choice needs, or split the case", n, n, MaxOptions)
	}
	if measures == nil {
		measures = unmeasured
	}
	g := &Conflict{options: len(c.Options), tables: map[tableKey]lanes{}, tile: tileOptions}
	if err := g.exclude(c, measures); err != nil {
		return nil, err
	}
	if g.feasible.Len() == 0 {
		return nil, fmt.Errorf("the impossible rules together exclude every state. Loosen one of them")
	}
	for i := range c.Actors {
		p := player{temper: minds[i].Temper.Concept}
		for _, k := range c.Actors[i].Options {
			bit := reckon.State(1) << k
			p.own |= bit
			if c.Options[k].Final {
				p.final |= bit
			}
			if c.Options[k].Lost {
				p.lost |= bit
			}
		}
		g.players = append(g.players, p)
	}
	scales := make([]scale, len(g.players))
	for i := range scales {
		var err error
		if scales[i], err = g.scaleOf(&minds[i], measures); err != nil {
			return nil, err
		}
	}
	g.each(len(scales), func(_, i int) { g.players[i].order = g.orderBy(scales[i]) })
	return g, nil
}

// unmeasured knows no measure.
func unmeasured(string) float64 { return math.NaN() }

// exclude computes the feasible states.
func (c *Conflict) exclude(cs *reckon.Case, measures func(string) float64) error {
	c.feasible = newSet(c.options)
	var rules []program
	for i := range cs.Impossible {
		rule := &cs.Impossible[i]
		if rule.When.Op == "" {
			continue
		}
		if unknown(&rule.When, measures) {
			c.unknown = append(c.unknown, "impossible: "+rule.Name)
			continue
		}
		p, ok := compile(&rule.When, measures)
		if !ok {
			return tooLong("the impossible rule", rule.Name)
		}
		rules = append(rules, p)
	}
	stack := make([]uint64, 0, 64)
	for block := range c.feasible.words {
		bad := uint64(0)
		for _, p := range rules {
			bad |= p.word(block, stack)
		}
		if c.options < 6 {
			bad |= ^uint64(0) << (1 << c.options)
		}
		c.feasible.words[block] = ^bad
	}
	c.full = c.feasible.Len() == 1<<c.options
	return nil
}

func tooLong(what, name string) error {
	return fmt.Errorf("%s %q adds up too many different numbers that hang on options. Say it with fewer options or fewer different numbers", what, name)
}

// scale is what a mind orders states by: stated groups of states, or wants,
// weighed by points or, without points, by importance.
type scale struct {
	groups [][]reckon.State
	wants  []program
	points []int64
}

// scaleOf compiles what a mind orders states by, and notes what it leaves out.
func (c *Conflict) scaleOf(m *reckon.Mind, measures func(string) float64) (scale, error) {
	if len(m.Order) > 0 {
		return scale{groups: m.Order}, nil
	}
	wants, points := []program{}, []float64{}
	weighed := weighs(m.Wants)
	for i := range m.Wants {
		w := &m.Wants[i]
		switch {
		case w.That.Op == "" || weighed && w.Points == 0:
		case unknown(&w.That, measures):
			c.unknown = append(c.unknown, m.Actor+": "+w.Name)
		default:
			p, ok := compile(&w.That, measures)
			if !ok {
				return scale{}, tooLong("the want", w.Name)
			}
			wants, points = append(wants, p), append(points, w.Points)
		}
	}
	if !weighed {
		return scale{wants: wants}, nil
	}
	whole, exact := WholePoints(points)
	if !exact {
		return scale{}, fmt.Errorf("the points of the wants of %q cannot be added exactly: from the largest number to the last decimal they need more than 15 digits. Use rounder points", m.Actor)
	}
	return scale{wants: wants, points: whole}, nil
}

// orderBy ranks the feasible states.
func (c *Conflict) orderBy(s scale) order {
	states := 1 << c.options
	if s.groups != nil {
		return rankByOrder(c.feasible, states, s.groups)
	}
	o := rankByWants(c.feasible, states, s.wants)
	if s.points != nil {
		o.byPoints(c.feasible, s.points)
	}
	return o
}

// Unknown lists "actor: want" for each want, and "impossible: rule" for each
// rule, left out because a measure is unknown.
func (c *Conflict) Unknown() []string { return c.unknown }

// Options returns the number of options.
func (c *Conflict) Options() int { return c.options }

// Actors returns the number of actors.
func (c *Conflict) Actors() int { return len(c.players) }

// States returns the set of feasible states.
func (c *Conflict) States() *Set { return c.feasible }

// Can reports whether the actor may move from one feasible state to another in
// one step: only his own options change, none against an irreversible one.
func (c *Conflict) Can(actor int, from, to reckon.State) bool {
	p := &c.players[actor]
	change := from ^ to
	return change != 0 && change&^p.own == 0 &&
		change&from&p.final == 0 && change&to&p.lost == 0 &&
		c.feasible.Has(from) && c.feasible.Has(to)
}

// Moves returns the states the actor can move to from s, ascending; s is not among them.
func (c *Conflict) Moves(actor int, s reckon.State) []reckon.State {
	var list []reckon.State
	c.EachMove(actor, s, func(t reckon.State) { list = append(list, t) })
	return list
}

// EachMove calls f on the states the actor can move to from s, ascending.
func (c *Conflict) EachMove(actor int, s reckon.State, f func(reckon.State)) {
	p := &c.players[actor]
	if !c.feasible.Has(s) {
		return
	}
	rest := s &^ p.own
	for own := reckon.State(0); ; own = (own - p.own) & p.own {
		t := rest | own
		if change := s ^ t; change != 0 && change&s&p.final == 0 && change&t&p.lost == 0 && c.feasible.Has(t) {
			f(t)
		}
		if own == p.own {
			return
		}
	}
}

// eachImprovement calls f on the moves the actor likes better than s.
func (c *Conflict) eachImprovement(actor int, s reckon.State, f func(reckon.State)) {
	rank := c.players[actor].rank
	at := rank.at(s)
	c.EachMove(actor, s, func(t reckon.State) {
		if rank.at(t) > at {
			f(t)
		}
	})
}

// Rank returns the actor's rank of a feasible state: 0 is worst, equal ranks are indifferent.
func (c *Conflict) Rank(actor int, s reckon.State) int { return int(c.players[actor].rank.at(s)) }

// Levels returns the number of distinct ranks of the actor.
func (c *Conflict) Levels(actor int) int { return len(c.players[actor].first) }

// Utility returns u in [0,1] for each rank of the actor: Σ β^(k−j)·true_j /
// Σ β^(k−j) over his k wants, β = emphasis; for a direct order, rank/(levels−1);
// where wants have points, (score − least)/(greatest − least) over the feasible
// states, whatever the emphasis. An actor without wants has utility 0 everywhere.
func (c *Conflict) Utility(actor int, emphasis float64) []float64 {
	return c.players[actor].utility(emphasis)
}

// bitsOf lists the option numbers in a mask, ascending.
func bitsOf(mask reckon.State) []int {
	var list []int
	for ; mask != 0; mask &= mask - 1 {
		list = append(list, bits.TrailingZeros64(uint64(mask)))
	}
	return list
}
