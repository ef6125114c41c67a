package reckon

// Case is everything about one leader or conflict, as loaded from its folder.
// It is immutable once loaded: engines take it by pointer and never write.
type Case struct {
	Name, Title string
	Subject     string // name of the actor whose mind is read
	AsOf        Date   // nothing published later may be used, except by trial
	From, Until Date   // the clock; the record is replayed from From
	Step        string // "day", "week", "month" or "year"

	Actors       []Actor
	Options      []Option // file order; the index is the option's bit in a State
	Impossible   []Impossible
	Measures     []Measure
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
	Options     []int // indices into Case.Options, file order; none is legal
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

// MindsIn returns one mind per actor, in the order of Case.Actors: the reading's
// where it states one, else the case's, else an indifferent mind with the
// default temper. A nil reading gives the case's own minds.
func (r *Reading) MindsIn(c *Case) []Mind {
	minds := make([]Mind, len(c.Actors))
	for i := range c.Actors {
		minds[i] = Mind{Actor: c.Actors[i].Name, Temper: DefaultTemper()}
	}
	place := func(from []Mind) {
		for _, m := range from {
			if i := c.Actor(m.Actor); i >= 0 {
				minds[i] = m
			}
		}
	}
	place(c.Minds)
	if r != nil {
		place(r.Minds)
	}
	return minds
}
