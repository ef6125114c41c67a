package lint

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
)

// statement is anything in a case that a cite can support.
type statement struct {
	what  string // in words, with the reading it stands in
	cites []reckon.Cite
	at    reckon.Range
}

// holding is a mind, or a kind of opponent in someone's belief: who holds what.
type holding struct {
	actor     string // whose wants these are
	name      string // the same in words, with belief
	where     string // in which reading, as in " in reading …"; "" in the case itself
	temper    reckon.Temper
	wants     []reckon.Want
	ordered   bool // a direct ranking stands in place of wants
	attitudes []reckon.Attitude
	view      reckon.View
	around    []reckon.View // the views that this one is nested in, outermost first
	beliefs   []reckon.Belief
	cites     []reckon.Cite // that support the holding as a whole: of a kind, or of a direct ranking
	at        reckon.Range
	kind      bool // a kind in someone's belief, not an actor's own mind
}

// holdings lists every mind and kind: the case's own minds, then each reading's.
func holdings(c *reckon.Case) []holding {
	var all []holding
	for _, s := range mindSets(c) {
		all = append(all, holdingsOf(s.minds, s.where)...)
	}
	return all
}

// holdingsOf lists minds with the kinds they reckon with, and theirs in turn.
func holdingsOf(minds []reckon.Mind, where string) []holding {
	var all []holding
	for i := range minds {
		m := &minds[i]
		h := holding{
			actor: m.Actor, name: holderOf(m), where: where, temper: m.Temper, wants: m.Wants, ordered: len(m.Order) > 0,
			attitudes: m.Attitudes, view: m.View, beliefs: m.Beliefs, at: m.At,
		}
		if h.ordered {
			h.cites = m.Cites
		}
		all = append(all, h)
		all = append(all, h.kinds([]string{h.name})...)
	}
	return all
}

// holderOf names the actor of a mind, and the change that brings it.
func holderOf(m *reckon.Mind) string {
	if m.Change.Name == "" {
		return m.Actor
	}
	return fmt.Sprintf("%s after %q", m.Actor, m.Change.Name)
}

// episodeOf names an episode in words.
func episodeOf(m *reckon.Mind, e reckon.Episode, where string) string {
	return fmt.Sprintf("episode %q of %s%s", e.Name, holderOf(m), where)
}

// set is minds with the reading that states them, "" for the case's own.
type set struct {
	minds []reckon.Mind
	where string
}

// mindSets lists the case's own minds, then each reading's.
func mindSets(c *reckon.Case) []set {
	all := []set{{c.Minds, ""}}
	for i := range c.Readings {
		all = append(all, set{c.Readings[i].Minds, inReading(&c.Readings[i])})
	}
	return all
}

// who names the holder in words.
func (h *holding) who() string { return h.name + h.where }

// believes names a belief of the holder's in words.
func (h *holding) believes(about string) string {
	return fmt.Sprintf("what %s believes of %s%s", h.name, about, h.where)
}

// regards names an attitude of the holder's in words.
func (h *holding) regards(a reckon.Attitude) string {
	return fmt.Sprintf("the attitude of %s towards %s%s", h.name, a.Toward, h.where)
}

// kinds lists what the holder reckons with; eyes are the actors that the holder
// is nested in, outermost first and the holder last.
func (h *holding) kinds(eyes []string) []holding {
	var all []holding
	for _, b := range h.beliefs {
		for _, k := range b.Kinds {
			inner := holding{
				actor: b.About, name: b.About + inEyes(eyes), where: h.where, temper: k.Temper, wants: k.Wants, ordered: len(k.Order) > 0,
				attitudes: k.Attitudes, view: k.View, beliefs: k.Beliefs, at: k.At, kind: true,
				around: append(slices.Clip(h.around), h.view),
				cites:  append(append([]reckon.Cite{}, b.Cites...), k.Cites...),
			}
			all = append(all, inner)
			all = append(all, inner.kinds(append(slices.Clip(eyes), b.About))...)
		}
	}
	return all
}

// inEyes says by whom an actor is seen so, nearest first.
func inEyes(eyes []string) string {
	words := []string{" as " + eyes[len(eyes)-1] + " sees it"}
	for _, e := range slices.Backward(eyes[:len(eyes)-1]) {
		words = append(words, "in the eyes of "+e)
	}
	return strings.Join(words, " ")
}

func inReading(r *reckon.Reading) string { return fmt.Sprintf(" in reading %q", r.Name) }

// statements lists everything that a cite can support, cited or not.
func statements(c *reckon.Case) []statement {
	var all []statement
	for _, o := range c.Options {
		all = append(all, statement{fmt.Sprintf("option %q", o.Name), o.Cites, o.At})
	}
	for _, m := range c.Shown() {
		all = append(all, statement{fmt.Sprintf("measure %q", m.Name), m.Cites, m.At})
	}
	for _, p := range c.Parameters {
		all = append(all, statement{fmt.Sprintf("parameter %q", p.Name), p.Cites, p.At})
	}
	for _, t := range c.Lookups {
		all = append(all, statement{fmt.Sprintf("lookup %q", t.Name), t.Cites, t.At})
	}
	for _, s := range c.Shocks {
		all = append(all, statement{fmt.Sprintf("shock %q", s.Name), s.Cites, s.At})
	}
	for _, s := range c.Scenarios {
		all = append(all, statement{fmt.Sprintf("scenario %q", s.Name), s.Cites, s.At})
	}
	for _, a := range c.Arenas {
		all = append(all, statement{fmt.Sprintf("%s %q", a.Kind, a.Name), a.Cites, a.At})
		for _, p := range a.Parts {
			all = append(all, statement{fmt.Sprintf("%s %q in the %s %q", p.Kind, p.Name, a.Kind, a.Name), p.Cites, p.At})
		}
	}
	for _, q := range c.Questions {
		for _, r := range q.Classes {
			all = append(all, statement{fmt.Sprintf("reference class %q of question %q", r.Name, q.Name), r.Cites, r.At})
		}
	}
	for _, s := range mindSets(c) {
		all = append(all, mindStatements(s.minds, s.where)...)
	}
	return all
}

func mindStatements(minds []reckon.Mind, where string) []statement {
	var all []statement
	for i := range minds {
		m := &minds[i]
		all = append(all, statement{"the temper of " + holderOf(m) + where, m.Cites, m.At})
		for _, e := range m.Episodes {
			what := episodeOf(m, e, where)
			all = append(all, statement{what, e.Cites, e.At})
			for _, l := range e.Lessons {
				all = append(all, statement{fmt.Sprintf("the lesson about %s of %s", l.About, what), l.Cites, l.At})
			}
		}
	}
	for _, h := range holdingsOf(minds, where) {
		for _, w := range h.wants {
			all = append(all, statement{wantOf(h.who(), w), w.Cites, w.At})
		}
		for _, a := range h.attitudes {
			all = append(all, statement{h.regards(a), a.Cites, a.At})
		}
		for i := range h.view.Overrides {
			o := &h.view.Overrides[i]
			all = append(all, statement{"the view of " + h.who(), o.Cites, o.At})
		}
		for _, b := range h.beliefs {
			what := h.believes(b.About)
			all = append(all, statement{what, b.Cites, b.At})
			for _, k := range b.Kinds {
				all = append(all, statement{fmt.Sprintf("kind %q in %s", k.Name, what), k.Cites, k.At})
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

// broken returns the first impossible rule that holds in s, or nil.
func broken(c *reckon.Case, s reckon.State) *reckon.Impossible {
	is := sightOf(c, nil)
	return is.broken(s)
}
