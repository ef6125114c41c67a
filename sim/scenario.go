package sim

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
)

// cuts are the parts of a case that a scenario leaves out.
type cuts struct {
	memory, learning, noise, shocks bool
	episode                         bool            // names holds that of an episode
	shock                           []bool          // by shock
	names                           map[string]bool // of episodes and changes of mind
	still                           []bool          // by actor: he never moves
	never                           reckon.State    // options that their actors never take up
	silent                          []bool          // by measure: the arena that writes it is left out
}

// plan is a scenario resolved against its case.
type plan struct {
	cuts
	name       string
	at         reckon.Range
	hold       reckon.Move
	first, end int             // it lasts at steps from first up to, not including, end
	parameters []reckon.Spread // by parameter; not Stated where the scenario leaves it
	measures   []reckon.Spread // by measure, likewise: it is held at that
}

// lasts reports whether the scenario is in force at a step.
func (p *plan) lasts(k int) bool { return p.first <= k && k < p.end }

// whole reports whether it is in force throughout.
func (p *plan) whole(steps int) bool { return p.first == 0 && p.end >= steps }

// held returns the options that nobody can move at a step.
func (p *plan) held(k int) reckon.State {
	if p.lasts(k) {
		return p.hold.Touches()
	}
	return 0
}

// newPlan resolves the names in a scenario. The error says which it does not find.
func newPlan(c *reckon.Case, r *reckon.Reading, s *reckon.Scenario, dates []reckon.Date) (plan, error) {
	p := plan{
		name: s.Name, at: s.At, hold: s.Hold, end: len(dates),
		parameters: make([]reckon.Spread, len(c.Parameters)), measures: make([]reckon.Spread, len(c.Measures)),
		cuts: cuts{shock: make([]bool, len(c.Shocks)), names: map[string]bool{}, still: make([]bool, len(c.Actors)), silent: make([]bool, len(c.Measures))},
	}
	if both := s.Hold.On & s.Hold.Off; both != 0 {
		return p, fmt.Errorf("the scenario %q holds %s both on and off; say one of the two", s.Name, optionNames(c, both))
	}
	for p.first < len(dates) && dates[p.first] < s.From {
		p.first++
	}
	for s.Until != 0 && p.end > 0 && dates[p.end-1] > s.Until {
		p.end--
	}
	if p.first >= p.end {
		return p, fmt.Errorf("the scenario %q lasts from %s until %s, and no step of a run from %s to %s lies there, so it changes nothing; move its days", s.Name, s.From, s.Until, dates[0], dates[len(dates)-1])
	}
	for i := range s.Sets {
		set := &s.Sets[i]
		if k := c.Parameter(set.Name); k >= 0 {
			p.parameters[k] = set.To
		} else if k := c.Measure(set.Name); k >= 0 {
			p.measures[k] = set.To
		} else {
			return p, fmt.Errorf("the scenario %q sets %q, which is neither a parameter nor a measure of the case", s.Name, set.Name)
		}
		if !set.To.Stated() {
			return p, fmt.Errorf("the scenario %q does not say to what %q is set", s.Name, set.Name)
		}
	}
	for _, name := range s.Without {
		if !p.cut(c, r, name) {
			return p, fmt.Errorf("the scenario %q leaves out %q, which is not in the case: it leaves out \"memory\", \"learning\", \"noise\", \"shocks\", or a shock, an episode, a change of mind, an arena, an actor or an actor.option by its name", s.Name, name)
		}
	}
	return p, nil
}

// cut leaves out what has a name, and reports whether anything has.
func (p *plan) cut(c *reckon.Case, r *reckon.Reading, name string) bool {
	switch name {
	case "memory":
		p.memory = true
		return true
	case "learning":
		p.learning = true
		return true
	case "noise":
		p.noise = true
		return true
	case "shocks":
		p.shocks = true
		return true
	}
	episode, change := remembered(c, r, name)
	found := episode || change
	if found {
		p.names[name], p.episode = true, p.episode || episode
	}
	for i := range c.Shocks {
		if c.Shocks[i].Name == name {
			p.shock[i], found = true, true
		}
	}
	if p.quiet(c, name) {
		found = true
	}
	if a := c.Actor(name); a >= 0 {
		p.still[a], found = true, true
	}
	if o := c.Option(name); o >= 0 {
		p.never |= 1 << o
		found = true
	}
	return found
}

// quiet leaves out the arenas of a name, and reports whether there is any: what they
// write stays as it starts. Treasuries, whose equations are measures, are not left out.
func (p *plan) quiet(c *reckon.Case, name string) (found bool) {
	for i := range c.Arenas {
		a := &c.Arenas[i]
		if a.Name != name || a.Kind == "treasury" {
			continue
		}
		found = true
		for _, w := range a.Writes {
			p.silent[c.Measure(w.Measure)] = true
		}
	}
	return found
}

// remembered reports whether a mind has an episode of that name, and whether one is a
// change of that name.
func remembered(c *reckon.Case, r *reckon.Reading, name string) (episode, change bool) {
	for _, stated := range r.Calendar(c) {
		for i := range stated {
			m := &stated[i]
			change = change || name != "" && m.Change.Name == name
			episode = episode || slices.ContainsFunc(m.Episodes, func(e reckon.Episode) bool { return e.Name == name })
		}
	}
	return episode, change
}

// forgotten returns case and reading without the episodes that are left out by name.
func (p *plan) forgotten(c *reckon.Case, r *reckon.Reading) (*reckon.Case, *reckon.Reading) {
	if !p.episode {
		return c, r
	}
	cut := *c
	cut.Minds = p.without(c.Minds)
	if r == nil {
		return &cut, nil
	}
	other := *r
	other.Minds = p.without(r.Minds)
	return &cut, &other
}

func (p *plan) without(minds []reckon.Mind) []reckon.Mind {
	minds = slices.Clone(minds)
	for i := range minds {
		episodes := slices.Clone(minds[i].Episodes)
		minds[i].Episodes = slices.DeleteFunc(episodes, func(e reckon.Episode) bool { return p.names[e.Name] })
	}
	return minds
}

// optionNames lists options by name.
func optionNames(c *reckon.Case, s reckon.State) string {
	var names []string
	for k := range c.Options {
		if s.Has(k) {
			names = append(names, c.Options[k].Name)
		}
	}
	return strings.Join(names, ", ")
}
