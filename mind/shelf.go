package mind

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"reckon"
	"reckon/stability"
)

// shelf keeps what has been compiled for a reading. A conflict is found by the
// wants in it with the values of measures written in, so two actors who see the
// same thing, or two days on which nothing relevant differs, share it.
type shelf struct {
	compile   func(*reckon.Case, []reckon.Mind, func(string) float64) (*stability.Conflict, error)
	reads     []string // the measures that any want, or any impossible rule, reads
	byValues  map[string]*scene
	conflicts map[string]*stability.Conflict
	made      []made // the same, in the order in which they were compiled
	utilities map[scale][]float64
	solutions map[question]*stability.Solution
	sets      map[ownQuestion]*stability.Set
}

// scale names a table of utilities.
type scale struct {
	conflict *stability.Conflict
	actor    int
	emphasis float64
}

// question names a solved conflict.
type question struct {
	conflict *stability.Conflict
	concept  reckon.Concept
}

// ownQuestion names what one actor holds stable in a conflict that only he sees.
type ownQuestion struct {
	question
	actor int
}

// scene is the views of all actors for one set of measure values.
type scene struct {
	is     sight // the conflict as it is
	base   *stability.Conflict
	sights [][]sight // by actor, one for each combination of kinds
}

// frame is what a view takes over from the one around it.
type frame struct {
	setting
	minds []reckon.Mind // by actor
}

func emptyShelf() *shelf {
	return &shelf{
		compile:   stability.Compile,
		byValues:  map[string]*scene{},
		conflicts: map[string]*stability.Conflict{},
		utilities: map[scale][]float64{},
		solutions: map[question]*stability.Solution{},
		sets:      map[ownQuestion]*stability.Set{},
	}
}

// newShelf returns an empty shelf that knows which measures matter.
func newShelf(c *reckon.Case, m *Minds) *shelf {
	s := emptyShelf()
	note := func(e *reckon.Expr) {
		for _, name := range e.Measures() {
			if !slices.Contains(s.reads, name) {
				s.reads = append(s.reads, name)
			}
		}
	}
	for i := range c.Impossible {
		note(&c.Impossible[i].When)
	}
	for _, cast := range m.cast {
		for i := range cast {
			noteMind(note, cast[i].Wants, cast[i].View, cast[i].Beliefs, 1)
		}
	}
	return s
}

// noteMind notes every expression of a mind and of the kinds it reckons with.
func noteMind(note func(*reckon.Expr), wants []reckon.Want, v reckon.View, beliefs []reckon.Belief, depth int) {
	for w := range wants {
		note(&wants[w].That)
	}
	for i := range v.Overrides {
		if rule := v.Overrides[i].Impossible; rule != nil {
			note(&rule.When)
		}
	}
	for _, b := range beliefs {
		for k := range b.Kinds {
			if depth <= maxDepth {
				noteMind(note, b.Kinds[k].Wants, b.Kinds[k].View, b.Kinds[k].Beliefs, depth+1)
			}
		}
	}
}

// at returns the tables for some values of the measures, compiling what is new.
func (s *shelf) at(m *Minds) (*scene, error) {
	var key strings.Builder
	for _, name := range s.reads {
		writeNumber(&key, m.measures(name))
	}
	for i := range m.minds {
		key.WriteString("|" + strconv.Itoa(m.now[i]) + " ")
		for _, gone := range m.dropped[i] {
			key.WriteString(strconv.FormatBool(gone) + " ")
		}
	}
	if t := s.byValues[key.String()]; t != nil {
		return t, nil
	}
	t, err := s.scene(m)
	if err != nil {
		return nil, err
	}
	s.byValues[key.String()] = t
	return t, nil
}

// scene compiles the views of all actors.
func (s *shelf) scene(m *Minds) (*scene, error) {
	t := &scene{sights: make([][]sight, len(m.minds))}
	is := frame{setting{Setting: m.c.Setting()}, m.minds}
	var err error
	if t.base, err = s.conflict(m.c, is, m.measures); err != nil {
		return nil, err
	}
	t.is = sight{frame: is, orders: is.minds, conflict: t.base}
	for i := range m.minds {
		seen := frame{is.through(m.held(i)), m.minds}
		if t.sights[i], err = s.sights(m, seen, m.beliefs[i], 1); err != nil {
			return nil, fmt.Errorf("the conflict as %s sees it: %w", m.minds[i].Actor, err)
		}
	}
	return t, nil
}

// sights compiles every combination of kinds that a viewer reckons with, and
// what he thinks that each kind sees. depth is the number of actors so far.
func (s *shelf) sights(m *Minds, seen frame, beliefs []belief, depth int) ([]sight, error) {
	all := make([]sight, combinations(beliefs))
	for n := range all {
		v := &all[n]
		*v = sight{beliefs: beliefs, kinds: make([]int, len(beliefs)), odds: 1}
		v.frame = frame{seen.setting, slices.Clone(seen.minds)}
		v.orders = slices.Clone(seen.minds)
		for b, rest := len(beliefs)-1, n; b >= 0; b-- {
			of := &beliefs[b]
			v.kinds[b], rest = rest%len(of.kinds), rest/len(of.kinds)
			k := &of.kinds[v.kinds[b]]
			v.odds *= of.odds[v.kinds[b]]
			v.minds[of.about] = taken(v.minds[of.about], k)
			v.orders[of.about] = v.minds[of.about]
			if depth < maxDepth {
				theirs := seen.through(k.View)
				v.setting = v.bounded(m.c.Actors[of.about].Own(), theirs)
				v.orders[of.about] = seen.inEyes(theirs, v.minds[of.about], m.measures)
			}
		}
		var err error
		if v.conflict, err = s.conflict(m.c, frame{v.setting, v.orders}, m.measures); err != nil {
			return nil, err
		}
		if v.inner, err = s.inner(m, v, depth); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// taken returns a mind as the kind it is taken for. A kind that says nothing of
// what it likes likes what the actor is held to like in the view around.
func taken(as reckon.Mind, k *reckon.Kind) reckon.Mind {
	as.Temper = k.Temper
	if len(k.Wants)+len(k.Order)+len(k.Attitudes) > 0 {
		as.Wants, as.Order, as.Attitudes = k.Wants, k.Order, k.Attitudes
	}
	return as
}

// inner compiles what the viewer thinks that the kinds of one combination see.
func (s *shelf) inner(m *Minds, v *sight, depth int) ([][]sight, error) {
	inner := make([][]sight, len(v.beliefs))
	for b := range v.beliefs {
		about := v.beliefs[b].about
		k := &v.beliefs[b].kinds[v.kinds[b]]
		if depth == maxDepth || len(k.View.Overrides) == 0 && len(k.Beliefs) == 0 {
			continue
		}
		var err error
		theirs := frame{v.through(k.View), v.minds}
		if inner[b], err = s.sights(m, theirs, beliefsOf(m.c, about, k.Beliefs), depth+1); err != nil {
			return nil, fmt.Errorf("%s as %q: %w", m.minds[about].Actor, k.Name, err)
		}
	}
	return inner, nil
}

// conflict compiles a conflict, or finds it compiled. It refuses one on which the
// concept of somebody's temper cannot be computed.
func (s *shelf) conflict(c *reckon.Case, f frame, measures func(string) float64) (*stability.Conflict, error) {
	key := keyOf(f, measures)
	found := s.conflicts[key.text()]
	if found == nil {
		var err error
		if found, err = s.make(c, f, key, measures); err != nil || found == nil {
			return nil, err
		}
		s.keep(made{key, found})
	}
	for i := range f.minds {
		if err := found.Refuses(f.minds[i].Temper.Concept); err != nil {
			return nil, fmt.Errorf("the concept of %s: %w", f.minds[i].Actor, err)
		}
	}
	return found, nil
}

func (s *shelf) keep(m made) {
	s.conflicts[m.key.text()] = m.conflict
	s.made = append(s.made, m)
}

// make compiles a conflict, out of one that differs in a single mind if there is one.
func (s *shelf) make(c *reckon.Case, f frame, key conflictKey, measures func(string) float64) (*stability.Conflict, error) {
	for _, near := range s.made {
		if i := near.key.butFor(key); i >= 0 {
			return near.conflict.With(i, &f.minds[i], measures)
		}
	}
	return s.compile(f.in(c), f.minds, measures)
}

// made is a conflict with what tells it from others.
type made struct {
	key      conflictKey
	conflict *stability.Conflict
}

// conflictKey tells conflicts apart: what can happen, and by actor what he wants.
type conflictKey struct {
	setting string
	minds   []string
}

func (k conflictKey) text() string { return k.setting + strings.Join(k.minds, "") }

// butFor returns the one actor whose wants differ; −1 when anything else does.
func (k conflictKey) butFor(other conflictKey) int {
	if k.setting != other.setting {
		return -1
	}
	actor := -1
	for i, mind := range k.minds {
		if mind != other.minds[i] {
			if actor >= 0 {
				return -1
			}
			actor = i
		}
	}
	return actor
}

func keyOf(f frame, measures func(string) float64) conflictKey {
	var k conflictKey
	var key strings.Builder
	for _, mask := range []reckon.State{f.Hidden, f.Final, f.Lost} {
		key.WriteString(strconv.FormatUint(uint64(mask), 36) + " ")
	}
	for _, rule := range f.Rules {
		writeExpr(&key, &rule.When, measures)
	}
	k.setting = key.String()
	for i := range f.minds {
		key.Reset()
		key.WriteByte('|')
		for w := range f.minds[i].Wants {
			want := &f.minds[i].Wants[w]
			writeExpr(&key, &want.That, measures)
			writeNumber(&key, want.Points)
		}
		for _, group := range f.minds[i].Order {
			key.WriteByte('>')
			for _, state := range group {
				key.WriteString(strconv.FormatUint(uint64(state), 36) + " ")
			}
		}
		k.minds = append(k.minds, key.String())
	}
	return k
}

// utility returns the actor's utility of each rank in a conflict.
func (s *shelf) utility(k *stability.Conflict, actor int, emphasis float64) []float64 {
	key := scale{k, actor, emphasis}
	u := s.utilities[key]
	if u == nil {
		u = k.Utility(actor, emphasis)
		s.utilities[key] = u
	}
	return u
}

// stable returns the states of a conflict that are stable for one actor.
func (s *shelf) stable(k *stability.Conflict, actor int, concept reckon.Concept) *stability.Set {
	if all := s.solutions[question{k, concept}]; all != nil {
		return all.Stable(concept, actor)
	}
	key := ownQuestion{question{k, concept}, actor}
	found := s.sets[key]
	if found == nil {
		found = k.Stable(actor, concept)
		s.sets[key] = found
	}
	return found
}

// solution returns the stable states of a conflict under a concept.
func (s *shelf) solution(k *stability.Conflict, concept reckon.Concept) *stability.Solution {
	key := question{k, concept}
	found := s.solutions[key]
	if found == nil {
		found = k.Solve(concept)
		s.solutions[key] = found
	}
	return found
}

// solve finds the stable states of a conflict under several concepts at once.
func (s *shelf) solve(k *stability.Conflict, concepts []reckon.Concept) {
	var missing []reckon.Concept
	for _, concept := range concepts {
		if s.solutions[question{k, concept}] == nil && k.Refuses(concept) == nil {
			missing = append(missing, concept)
		}
	}
	if len(missing) == 0 {
		return
	}
	all := k.Solve(missing...)
	for _, concept := range missing {
		s.solutions[question{k, concept}] = all
	}
}

// writeExpr writes an expression with what measures decide in the place of their
// names: two that hold in the same states may be written differently, but two
// written alike hold in the same states.
func writeExpr(b *strings.Builder, e *reckon.Expr, measures func(string) float64) {
	if outcome, ok := decided(e, measures); ok {
		e = &reckon.Expr{Op: "no"}
		if outcome {
			e = &reckon.Expr{Op: "yes"}
		}
	}
	b.WriteByte('(')
	b.WriteString(string(e.Op))
	switch e.Op {
	case "option":
		b.WriteString(strconv.Itoa(e.Option))
	case "measure":
		writeNumber(b, measures(e.Name))
	case "number":
		writeNumber(b, e.Number)
	case "call":
		b.WriteString(e.Name)
	}
	for i := range e.Args {
		writeExpr(b, &e.Args[i], measures)
	}
	b.WriteByte(')')
}

func writeNumber(b *strings.Builder, x float64) {
	b.WriteByte(' ')
	b.WriteString(strconv.FormatFloat(x, 'g', -1, 64))
}
