package mind

import (
	"math"
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
	reads     []string // the measures that any want, or any impossible rule, reads
	byValues  map[string]*tables
	conflicts map[string]*stability.Conflict
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

// tables are the views of all actors for one set of measure values.
type tables struct {
	base   *stability.Conflict
	sights [][]sight // by actor, one for each combination of kinds
}

func newShelf(c *reckon.Case, m *Minds) *shelf {
	s := &shelf{
		byValues:  map[string]*tables{},
		conflicts: map[string]*stability.Conflict{},
		utilities: map[scale][]float64{},
		solutions: map[question]*stability.Solution{},
		sets:      map[ownQuestion]*stability.Set{},
	}
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
	for i := range m.minds {
		for w := range m.minds[i].Wants {
			note(&m.minds[i].Wants[w].That)
		}
		for _, b := range m.beliefs[i] {
			for k := range b.kinds {
				for w := range b.kinds[k].Wants {
					note(&b.kinds[k].Wants[w].That)
				}
			}
		}
	}
	return s
}

// at returns the tables for some values of the measures, compiling what is new.
func (s *shelf) at(m *Minds, measures func(string) float64) (*tables, error) {
	if measures == nil {
		measures = func(string) float64 { return math.NaN() }
	}
	var key strings.Builder
	for _, name := range s.reads {
		writeNumber(&key, measures(name))
	}
	if t := s.byValues[key.String()]; t != nil {
		return t, nil
	}
	t := &tables{sights: make([][]sight, len(m.minds))}
	var err error
	if t.base, err = s.conflict(m.c, m.minds, measures); err != nil {
		return nil, err
	}
	for i := range m.minds {
		if t.sights[i], err = s.sightsOf(m, i, measures); err != nil {
			return nil, err
		}
	}
	s.byValues[key.String()] = t
	return t, nil
}

// sightsOf compiles every combination of kinds that one actor reckons with.
func (s *shelf) sightsOf(m *Minds, actor int, measures func(string) float64) ([]sight, error) {
	beliefs := m.beliefs[actor]
	all := make([]sight, combinations(beliefs))
	for n := range all {
		minds := slices.Clone(m.minds)
		kinds := make([]int, len(beliefs))
		for b, rest := len(beliefs)-1, n; b >= 0; b-- {
			kinds[b], rest = rest%len(beliefs[b].kinds), rest/len(beliefs[b].kinds)
			k := beliefs[b].kinds[kinds[b]]
			about := &minds[beliefs[b].about]
			about.Temper, about.Wants, about.Order = k.Temper, k.Wants, k.Order
		}
		conflict, err := s.conflict(m.c, minds, measures)
		if err != nil {
			return nil, err
		}
		all[n] = sight{kinds, conflict}
	}
	return all, nil
}

// conflict compiles a conflict, or finds it compiled.
func (s *shelf) conflict(c *reckon.Case, minds []reckon.Mind, measures func(string) float64) (*stability.Conflict, error) {
	var key strings.Builder
	for i := range c.Impossible {
		writeExpr(&key, &c.Impossible[i].When, measures)
	}
	for i := range minds {
		key.WriteByte('|')
		for w := range minds[i].Wants {
			writeExpr(&key, &minds[i].Wants[w].That, measures)
			if x := minds[i].Wants[w].Points; x != 0 {
				writeNumber(&key, x)
			}
		}
		for _, group := range minds[i].Order {
			key.WriteByte('>')
			for _, state := range group {
				key.WriteString(strconv.FormatUint(uint64(state), 36) + " ")
			}
		}
	}
	if found := s.conflicts[key.String()]; found != nil {
		return found, nil
	}
	made, err := stability.Compile(c, minds, measures)
	if err == nil {
		s.conflicts[key.String()] = made
	}
	return made, err
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
