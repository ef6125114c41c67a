package brief

import (
	"slices"

	"reckon"
	"reckon/coupling"
)

// feed is a way from one node of the whole to another: what carries it, and what more
// of that does to what the other gives.
type feed struct {
	from, to int
	carrier  string   // title of the measure, or of the option
	way      []string // titles of all measures on the way
	sign     int      // 1 more, −1 less, 0 hangs on circumstances, mixed
	moves    []string // what it does, in words
	decided  bool     // a decision is at one end
}

// mixed is the sign of what raises some and lowers others.
const mixed = 2

// node is an arena or somebody who decides.
type node struct {
	kind, title, href string
	own               bool // it feeds itself
}

// web is who feeds whom.
type web struct {
	nodes []node
	feeds []feed
}

// mostNodes is how many nodes are drawn before all who decide become one.
const mostNodes = 9

// web joins the arenas by measures and, through options and minds, to those who
// decide.
func (p *page) web() *web {
	w := &web{}
	for i := range p.Arenas {
		a := p.Arenas[i].Arena
		w.nodes = append(w.nodes, node{kind: arenaKind(a), title: arenaTitle(a), href: arenaHref(i)})
	}
	for i := range p.Feeds.Flows {
		f := &p.Feeds.Flows[i]
		one := feed{from: p.arenaNamed(f.From), to: p.arenaNamed(f.To)}
		if one.from < 0 || one.to < 0 {
			continue
		}
		for _, name := range f.Through {
			one.way = append(one.way, p.measureTitle(name))
		}
		one.carrier = one.way[0]
		one.sign, one.moves = p.effectOf(f)
		if one.from == one.to {
			w.nodes[one.from].own = true
		}
		w.feeds = append(w.feeds, one)
	}
	p.decisions(w)
	return w
}

// arenaNamed returns the index of an arena among those shown, or -1.
func (p *page) arenaNamed(name string) int {
	return slices.IndexFunc(p.Arenas, func(r coupling.Report) bool { return r.Arena.Name == name })
}

// effectOf follows what a flow brings through the arena that takes it, to what that
// one writes, each by the shortest way.
func (p *page) effectOf(f *coupling.Flow) (sign int, words []string) {
	to := p.Arenas[p.arenaNamed(f.To)].Arena
	signs := p.reach(f.Through[len(f.Through)-1], to)
	seen := map[int]bool{}
	for _, w := range to.Writes {
		s, reached := signs[w.Measure]
		if !reached {
			continue
		}
		s *= f.Sign
		seen[s] = true
		words = append(words, map[int]string{1: "more makes more of ", -1: "more makes less of ", 0: "bears on "}[s]+quote(p.measureTitle(w.Measure)))
	}
	switch {
	case len(seen) == 1:
		for s := range seen {
			sign = s
		}
	case seen[1] && seen[-1]:
		sign = mixed
	}
	return sign, words
}

// reach gives the signs from a measure to those that an arena writes, through nothing
// but what is the arena's own.
func (p *page) reach(from string, in *reckon.Arena) map[string]int {
	signs := map[string]int{}
	at := map[string]int{from: 1}
	for queue := []string{from}; len(queue) > 0; queue = queue[1:] {
		for _, e := range p.Feeds.Edges {
			if e.From != queue[0] {
				continue
			}
			k := p.Case.Measure(e.To)
			if _, met := at[e.To]; met || k < 0 || p.Case.Measures[k].Arena != in.Name {
				continue
			}
			at[e.To] = at[queue[0]] * e.Sign
			signs[e.To] = at[e.To]
			if p.Case.Measures[k].Derived {
				queue = append(queue, e.To)
			}
		}
	}
	return signs
}

// decisions adds those who decide by what arenas write, or whose options arenas read.
func (p *page) decisions(w *web) {
	arenas := len(w.nodes)
	var all []feed
	for i := range p.Case.Actors {
		actor := &p.Case.Actors[i]
		at := len(w.nodes)
		var own []feed
		for k := range p.Arenas {
			for _, o := range p.optionsInto(p.Arenas[k].Arena) {
				if p.Case.Options[o].Actor == i {
					own = append(own, feed{from: at, to: k, carrier: short(p.option(o)), decided: true})
				}
			}
		}
		for _, m := range p.minded(actor.Name) {
			if k := p.arenaNamed(p.Case.Measures[m].Arena); k >= 0 {
				title := p.measureTitle(p.Case.Measures[m].Name)
				own = append(own, feed{from: k, to: at, carrier: title, decided: true})
			}
		}
		if own != nil {
			w.nodes = append(w.nodes, node{kind: "Decisions", title: upper(p.actor(i)), href: "#moves"})
			all = append(all, own...)
		}
	}
	for i := range all {
		f := &all[i]
		f.way = []string{f.carrier}
		f.moves = []string{map[bool]string{true: "what it does hangs on the arena", false: "what follows hangs on who decides"}[f.to < arenas]}
	}
	w.feeds = append(w.feeds, all...)
}

// optionsInto are the options that an arena reads, itself or through measures that no
// arena writes.
func (p *page) optionsInto(a *reckon.Arena) []int {
	var read reckon.State
	p.trace(p.readBy(a), func(e *reckon.Expr) { read |= e.Reads() }, func(m *reckon.Measure) bool {
		return m.Arena == "" || m.Derived && m.Arena == a.Name
	})
	var list []int
	for k := range p.Case.Options {
		if read.Has(k) {
			list = append(list, k)
		}
	}
	return list
}

// readBy are the expressions that an arena reads.
func (p *page) readBy(a *reckon.Arena) []*reckon.Expr {
	var list []*reckon.Expr
	for i := range a.Settings {
		list = append(list, &a.Settings[i].Value)
	}
	for i := range a.Parts {
		for k := range a.Parts[i].Settings {
			list = append(list, &a.Parts[i].Settings[k].Value)
		}
	}
	for i := range p.Case.Measures { // a treasury's equations say the same and more
		if m := &p.Case.Measures[i]; m.Derived && m.Arena == a.Name {
			list = append(list, &m.Is, &m.Next)
		}
	}
	return list
}

// minded are the measures, by index, that an arena writes and one actor's minds look at,
// themselves or through measures that no arena writes.
func (p *page) minded(actor string) []int {
	var list []int
	p.trace(p.heldBy(actor), func(*reckon.Expr) {}, func(m *reckon.Measure) bool {
		if m.Arena == "" {
			return true
		}
		list = append(list, p.Case.Measure(m.Name))
		return false
	})
	slices.Sort(list)
	return list
}

// heldBy are the expressions that the minds of an actor hold, in any reading.
func (p *page) heldBy(actor string) []*reckon.Expr {
	var list []*reckon.Expr
	minds := func(all []reckon.Mind) {
		for i := range all {
			m := &all[i]
			if m.Actor != actor {
				continue
			}
			list = append(list, &m.Change.When)
			for k := range m.Wants {
				list = append(list, &m.Wants[k].That)
			}
		}
	}
	minds(p.Case.Minds)
	for i := range p.Case.Readings {
		minds(p.Case.Readings[i].Minds)
	}
	return list
}

// trace walks expressions and those of the measures that they read, as long as on
// says so; each measure once.
func (p *page) trace(list []*reckon.Expr, at func(*reckon.Expr), on func(*reckon.Measure) bool) {
	met := map[string]bool{}
	for len(list) > 0 {
		e := list[0]
		list = list[1:]
		at(e)
		for _, name := range e.Measures() {
			k := p.Case.Measure(name)
			if k < 0 || met[name] {
				continue
			}
			met[name] = true
			if m := &p.Case.Measures[k]; on(m) {
				list = append(list, &m.Is, &m.Next)
			}
		}
	}
}

// drawn is the web with at most so many nodes: where there are more, all who decide
// become one.
func (w *web) drawn(arenas int) *web {
	if len(w.nodes) <= mostNodes || len(w.nodes) <= arenas+1 {
		return w
	}
	d := &web{nodes: append(slices.Clone(w.nodes[:arenas]), node{kind: "Decisions", title: count(len(w.nodes)-arenas, "actor", "actors"), href: "#moves"})}
	for _, f := range w.feeds {
		f.from, f.to = min(f.from, arenas), min(f.to, arenas)
		if !slices.ContainsFunc(d.feeds, func(g feed) bool { return g.from == f.from && g.to == f.to && g.carrier == f.carrier }) {
			d.feeds = append(d.feeds, f)
		}
	}
	return d
}
