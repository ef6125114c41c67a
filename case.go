package reckon

import (
	"cmp"
	"math"
	"slices"
)

// Case is everything about one leader or conflict, as loaded from its folder.
// It is immutable once loaded: engines take it by pointer and never write.
type Case struct {
	Name, Title string
	Subject     string // name of the actor whose mind is read
	AsOf        Date   // nothing published later may be used, except by trial
	From, Until Date   // the clock; the record is replayed from From
	Step        string // "day", "week", "month" or "year"
	Order       string // in which actors consider their moves within a step: "random", or "stated" for file order

	Actors       []Actor
	Options      []Option // file order; the index is the option's bit in a State
	Impossible   []Impossible
	Measures     []Measure
	Parameters   []Parameter
	Lookups      []Lookup
	Shocks       []Shock
	Features     []Feature
	Scenarios    []Scenario
	Arenas       []Arena
	Minds        []Mind // the actors as the case's author sees them, shared by every reading
	Readings     []Reading
	Questions    []Question
	Sources      []Source
	Record       []Event // sorted by date, file order within a day
	Observations []Observation

	At Range
}

// Actor is a party to the conflict: a public leader, an organ or an aggregate public.
type Actor struct {
	Name, Title string
	Options     []int   // indices into Case.Options, file order; none is legal
	Pace        float64 // probability that he considers his moves in a step; 0 is not stated, which is 1
	Wide        bool    // he weighs every legal move, not only the smallest: those of which no part is itself a legal move
	At          Range
}

// Own returns the actor's options as a set.
func (a *Actor) Own() State {
	var own State
	for _, k := range a.Options {
		own |= 1 << k
	}
	return own
}

// Impossible is a rule that excludes every state in which When holds.
type Impossible struct {
	Name string
	When Expr
	Text string // When as written
	At   Range
}

// Actor returns the index of the named actor, or -1.
func (c *Case) Actor(name string) int {
	for i := range c.Actors {
		if c.Actors[i].Name == name {
			return i
		}
	}
	return -1
}

// Option returns the index of the option called "actor.option", or -1.
func (c *Case) Option(name string) int {
	for i := range c.Options {
		if c.Options[i].Name == name {
			return i
		}
	}
	return -1
}

// Directions returns the options that cannot be undone, and those that cannot be
// taken up again.
func (c *Case) Directions() (final, lost State) {
	for k := range c.Options {
		if c.Options[k].Final {
			final |= 1 << k
		}
		if c.Options[k].Lost {
			lost |= 1 << k
		}
	}
	return final, lost
}

// Source returns the source with that key, or nil.
func (c *Case) Source(key string) *Source {
	for i := range c.Sources {
		if c.Sources[i].Key == key {
			return &c.Sources[i]
		}
	}
	return nil
}

// Reading returns the reading of that name, or nil.
func (c *Case) Reading(name string) *Reading {
	for i := range c.Readings {
		if c.Readings[i].Name == name {
			return &c.Readings[i]
		}
	}
	return nil
}

// MindsIn returns one mind per actor, in the order of Case.Actors, as they are on
// the as-of date: the reading's where it states one, else the case's, else an
// indifferent mind with the default temper. A nil reading gives the case's own
// minds.
func (r *Reading) MindsIn(c *Case) []Mind {
	day := c.AsOf
	if day == 0 {
		day = math.MaxInt32
	}
	return r.MindsOn(c, day)
}

// MindsOn returns the minds as MindsIn does, as they are on a day.
func (r *Reading) MindsOn(c *Case, day Date) []Mind {
	minds, stated := make([]Mind, len(c.Actors)), r.Calendar(c)
	for i, k := range r.InForce(c, day) {
		minds[i] = Mind{Actor: c.Actors[i].Name, Temper: DefaultTemper()}
		if k >= 0 {
			minds[i] = stated[i][k]
		}
	}
	return minds
}

// InForce returns, by actor, which of the minds of the Calendar he has on a day: of
// those stated for him the one with the latest change up to then, of several on one
// day the likeliest; −1 for none. Changes that wait for a condition have not
// happened.
func (r *Reading) InForce(c *Case, day Date) []int {
	now := make([]int, len(c.Actors))
	for i, stated := range r.Calendar(c) {
		now[i] = -1
		for k := range stated {
			m := &stated[k].Change
			if m.When.Op != "" || m.From > day {
				continue
			}
			if was := now[i]; was < 0 || m.From > stated[was].Change.From ||
				m.From == stated[was].Change.From && m.Likelihood() > stated[was].Change.Likelihood() {
				now[i] = k
			}
		}
	}
	return now
}

// Calendar returns, by actor, every mind that is stated for him, the one that he
// begins with first and then in file order. A reading that states any replaces all
// that the case states.
func (r *Reading) Calendar(c *Case) [][]Mind {
	all := make([][]Mind, len(c.Actors))
	for i := range c.Actors {
		if r != nil {
			all[i] = mindsOf(r.Minds, c.Actors[i].Name)
		}
		if len(all[i]) == 0 {
			all[i] = mindsOf(c.Minds, c.Actors[i].Name)
		}
	}
	return all
}

func mindsOf(from []Mind, actor string) []Mind {
	var own []Mind
	for _, m := range from {
		if m.Actor == actor {
			own = append(own, m)
		}
	}
	slices.SortStableFunc(own, func(a, b Mind) int {
		return cmp.Compare(a.Change.waits(), b.Change.waits())
	})
	return own
}

// Likelihood is the odds of a change: 1 where none are stated.
func (c *Change) Likelihood() float64 {
	if c.Odds == 0 {
		return 1
	}
	return c.Odds
}

// waits is 0 for the mind that an actor begins with, and 1 for later ones.
func (c *Change) waits() int {
	if c.From == 0 && c.When.Op == "" {
		return 0
	}
	return 1
}

// Tests reports whether what happens on a day tests the reading: it does after the
// reading's date. Without a date nothing does, since its author may have known all.
func (r *Reading) Tests(day Date) bool { return r != nil && r.Dated != 0 && day > r.Dated }
