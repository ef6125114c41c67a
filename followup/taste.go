package followup

import (
	"slices"

	"reckon"
	"reckon/stability"
)

// taste compares states as an actor with some list of wants does, without
// ranking all of them first: a search tries thousands of lists and each looks at
// few states. Where the truth of wants in a state fits no word, or wants are
// weighed, or states are ranked directly, it asks a compiled order.
type taste struct {
	truth []uint64 // by state: the truth of the actor's known wants
	list  []code   // most important first
	order *stability.Conflict
	actor int
}

// code is a want known to the search: its number from 1, negative for its
// opposite. Where it bears the points of another, those stand before the number.
type code int

// another is what the number of the want whose points are borne is multiplied by.
const another = 1 << 16

func (k code) number() code { return max(k, -k) % another }

// bears returns the number of the want whose points this one bears.
func (k code) bears() code {
	if of := max(k, -k) / another; of > 0 {
		return of
	}
	return k.number()
}

// bearing returns the want with the points of another, or its own again.
func (k code) bearing(of code) code {
	with := k.number()
	if of != with {
		with += of * another
	}
	if k < 0 {
		return -with
	}
	return with
}

// compare returns a positive number when a is liked better than b, 0 when as well.
func (t *taste) compare(a, b reckon.State) int {
	if t.order != nil {
		return t.order.Rank(t.actor, a) - t.order.Rank(t.actor, b)
	}
	differ := t.truth[a] ^ t.truth[b]
	if differ == 0 {
		return 0
	}
	for _, k := range t.list {
		bit := max(k, -k) - 1
		if differ>>bit&1 == 0 {
			continue
		}
		if (t.truth[a]>>bit&1 == 1) == (k > 0) {
			return 1
		}
		return -1
	}
	return 0
}

// wardrobe holds the wants that one actor has or might take on.
type wardrobe struct {
	*Study
	actor int
	wants []reckon.Want // those of his list, then those that other readings add
	own   int           // how many are his
	truth []uint64
}

// maxTruths is how many wants fit a word.
const maxTruths = 64

func (s *Study) wardrobe(actor int) *wardrobe {
	m := &s.Minds[actor]
	w := &wardrobe{Study: s, actor: actor, wants: slices.Clone(m.Wants), own: len(m.Wants)}
	if len(m.Order) > 0 {
		return w
	}
	if weighed(m.Wants) {
		return w // a want that states no points would add nothing
	}
	w.wants = append(w.wants, s.addable(actor)...)
	if len(w.wants) > maxTruths {
		return w
	}
	w.truth = make([]uint64, 1<<s.Conflict.Options())
	for k := range w.wants {
		held := s.held(&w.wants[k])
		if held == nil {
			continue // orders nothing, as in a compiled order
		}
		held.Each(func(x reckon.State) { w.truth[x] |= 1 << k })
	}
	return w
}

// held returns the states in which a want holds, nil when it orders nothing.
func (s *Study) held(w *reckon.Want) *stability.Set {
	if w.That.Op == "" {
		return nil
	}
	if held, known := s.Conflict.Where(&w.That, s.measures); known {
		return held
	}
	return nil
}

// addable lists the wants that the case's readings state for the actor and that
// are not in his list, first statement first.
func (s *Study) addable(actor int) []reckon.Want {
	name := s.Case.Actors[actor].Name
	known := map[string]bool{}
	for _, w := range s.Minds[actor].Wants {
		known[w.Text] = true
	}
	var list []reckon.Want
	add := func(minds []reckon.Mind) {
		for i := range minds {
			if minds[i].Actor != name {
				continue
			}
			for _, w := range minds[i].Wants {
				if !known[w.Text] && s.held(&w) != nil {
					known[w.Text] = true
					w.Points = 0
					list = append(list, w)
				}
			}
		}
	}
	add(s.Case.Minds)
	for i := range s.Case.Readings {
		add(s.Case.Readings[i].Minds)
	}
	return list
}

// worn writes a list of codes as wants.
func (w *wardrobe) worn(list []code) []reckon.Want {
	wants := make([]reckon.Want, len(list))
	for k, c := range list {
		wants[k] = w.wants[c.number()-1]
		wants[k].Points = w.wants[c.bears()-1].Points
		if c < 0 {
			wants[k] = opposite(wants[k])
		}
	}
	return wants
}

// named is worn with the numbers of the wants in the case.
func (w *wardrobe) named(list []code) roster {
	r := roster{actor: w.actor, wants: w.worn(list)}
	for _, c := range list {
		number := int(c.number())
		if number > w.own {
			number = 0
		}
		r.number = append(r.number, number)
	}
	return r
}

// taste returns how the actor compares states under a list of wants.
func (w *wardrobe) taste(list []code) *taste {
	if w.truth != nil {
		return &taste{truth: w.truth, list: list}
	}
	m := w.Minds[w.actor]
	m.Wants = w.worn(list)
	return &taste{order: w.ordered(&m), actor: w.actor}
}

// edited is the taste of the actor after one edit of his list.
func (w *wardrobe) edited(e *Edit) *taste {
	if w.truth == nil {
		m := w.Minds[w.actor]
		m.Wants = e.apply(m.Wants)
		return &taste{order: w.ordered(&m), actor: w.actor}
	}
	list := make([]code, w.own)
	for k := range list {
		list[k] = code(k + 1)
	}
	return &taste{truth: w.truth, list: e.rewrite(list, 0)}
}

// ordered compiles one actor's order anew.
func (w *wardrobe) ordered(m *reckon.Mind) *stability.Conflict {
	g, err := w.Conflict.With(w.actor, m, w.measures)
	if err != nil {
		panic("followup: " + err.Error()) // every want of it has been compiled before
	}
	return g
}
