package lint

import (
	"fmt"

	"reckon"
)

// statement is anything in a case that a cite can support.
type statement struct {
	what  string // in words, with the reading it stands in
	cites []reckon.Cite
	at    reckon.Range
}

// holding is one list of wants and who holds it: an actor's own mind, or a kind
// of opponent in someone's belief.
type holding struct {
	actor   string // whose wants these are
	who     string // the same in words, with belief and reading
	wants   []reckon.Want
	ordered bool          // a direct ranking stands in place of wants
	cites   []reckon.Cite // that support the holding as a whole: of a kind, or of a direct ranking
	at      reckon.Range
	kind    bool // a kind in someone's belief, not an actor's own mind
}

// holdings lists every list of wants: the case's own minds, then each reading's.
func holdings(c *reckon.Case) []holding {
	var all []holding
	add := func(minds []reckon.Mind, where string) {
		for _, m := range minds {
			h := holding{actor: m.Actor, who: m.Actor + where, wants: m.Wants, at: m.At}
			if len(m.Order) > 0 {
				h.ordered, h.cites = true, m.Cites
			}
			all = append(all, h)
			for _, b := range m.Beliefs {
				for _, k := range b.Kinds {
					all = append(all, holding{
						actor: b.About, wants: k.Wants, ordered: len(k.Order) > 0, at: k.At, kind: true,
						who:   fmt.Sprintf("%s as %s sees it%s", b.About, m.Actor, where),
						cites: append(append([]reckon.Cite{}, b.Cites...), k.Cites...),
					})
				}
			}
		}
	}
	add(c.Minds, "")
	for i := range c.Readings {
		add(c.Readings[i].Minds, inReading(&c.Readings[i]))
	}
	return all
}

func inReading(r *reckon.Reading) string { return fmt.Sprintf(" in reading %q", r.Name) }

// statements lists everything that a cite can support, cited or not.
func statements(c *reckon.Case) []statement {
	var all []statement
	for _, o := range c.Options {
		all = append(all, statement{fmt.Sprintf("option %q", o.Name), o.Cites, o.At})
	}
	for _, m := range c.Measures {
		all = append(all, statement{fmt.Sprintf("measure %q", m.Name), m.Cites, m.At})
	}
	all = append(all, mindStatements(c.Minds, "")...)
	for i := range c.Readings {
		all = append(all, mindStatements(c.Readings[i].Minds, inReading(&c.Readings[i]))...)
	}
	return all
}

func mindStatements(minds []reckon.Mind, where string) []statement {
	var all []statement
	wants := func(list []reckon.Want, who string) {
		for _, w := range list {
			all = append(all, statement{wantOf(who, w), w.Cites, w.At})
		}
	}
	for _, m := range minds {
		all = append(all, statement{"the temper of " + m.Actor + where, m.Cites, m.At})
		wants(m.Wants, m.Actor+where)
		for _, b := range m.Beliefs {
			what := fmt.Sprintf("what %s believes of %s%s", m.Actor, b.About, where)
			all = append(all, statement{what, b.Cites, b.At})
			for _, k := range b.Kinds {
				all = append(all, statement{fmt.Sprintf("kind %q in %s", k.Name, what), k.Cites, k.At})
				wants(k.Wants, fmt.Sprintf("%s as %s sees it%s", b.About, m.Actor, where))
			}
		}
	}
	return all
}

func wantOf(who string, w reckon.Want) string { return fmt.Sprintf("want %q of %s", w.Name, who) }

// own returns the options of an actor, as far as the case was read.
func own(c *reckon.Case, actor string) reckon.State {
	var s reckon.State
	i := c.Actor(actor)
	for k := range c.Options {
		if i >= 0 && c.Options[k].Actor == i {
			s |= 1 << uint(k)
		}
	}
	return s
}

// stuck returns those options that may not change from s: taken for good, or
// given up for good.
func stuck(c *reckon.Case, s reckon.State) reckon.State {
	var fixed reckon.State
	for k, o := range c.Options {
		if o.Final && s.Has(k) || o.Lost && !s.Has(k) {
			fixed |= 1 << uint(k)
		}
	}
	return fixed
}

// replay returns the state before each row of the record, and after the last.
func replay(c *reckon.Case) []reckon.State {
	s := c.StateBefore(0)
	states := append(make([]reckon.State, 0, len(c.Record)+1), s)
	for _, e := range c.Record {
		if e.Date >= c.From {
			s = e.Took.Apply(s)
		}
		states = append(states, s)
	}
	return states
}

// feasible reports whether no impossible rule holds in s.
func feasible(c *reckon.Case, s reckon.State) bool { return broken(c, s) == nil }

// broken returns the first impossible rule that holds in s, or nil.
func broken(c *reckon.Case, s reckon.State) *reckon.Impossible {
	whole := partial{decided: ^reckon.State(0), on: s}
	for i := range c.Impossible {
		if whole.truth(&c.Impossible[i].When) == yes {
			return &c.Impossible[i]
		}
	}
	return nil
}
