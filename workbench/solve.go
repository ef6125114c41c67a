package workbench

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"reckon"
	"reckon/mind"
	"reckon/stability"
	"reckon/symbolic"
)

// SolveSettings say what to solve; the zero value solves every reading under
// every concept and explains today's state.
type SolveSettings struct {
	Reading  string           // only this reading
	View     string           // the conflict as this actor sees it, or as "a/b": what a thinks that b sees; "" is everyone in his own views
	Concepts []reckon.Concept // nil: all that this version computes
	Verify   bool             // re-validate the certificate of every verdict on the state explained
	Profile  string           // "a=GMR,b=SEQ": concepts of the mixed profile; who is not named follows his own
	Summary  bool             // counts in place of lists of states
	State    string           // Y/N letters of the state to explain; "" is today's
	Actor    string           // explain only this actor
	Progress func(what string, done, total int)
	Stop     func() bool // asked now and then by what may take long: only cases too large to list

	profile map[int]reckon.Concept // what Profile says, by actor
}

// Solved is the stability of a case. Its Stability is that of the first reading
// solved; ByReading holds all when there are several.
type Solved struct {
	Head
	States   int              `json:"states,omitempty"` // feasible states; absent where they are not listed
	Regime   string           `json:"regime"`           // "all states", or "one state" where they are too many to list
	Possible bool             `json:"possible"`
	Why      string           `json:"why_impossible,omitempty"`
	View     string           `json:"view,omitempty"`
	Concepts []reckon.Concept `json:"concepts"`
	Assumes  []string         `json:"assumes,omitempty"` // what some of the concepts take for granted
	Stability
	ByReading map[string]Stability `json:"by_reading,omitempty"`

	Order  []string `json:"-"` // the keys of ByReading in file order
	Viewer string   `json:"-"` // what View is called inside a sentence
}

// Stability is what one reading holds stable; without readings, what the case's
// own view of everyone does.
type Stability struct {
	Reading    string                                `json:"reading"`
	Heading    string                                `json:"reading_title"`
	Equilibria map[reckon.Concept]listing            `json:"equilibria,omitempty"`
	Stable     map[string]map[reckon.Concept]listing `json:"stable,omitempty"` // actor, concept
	Here       map[string]map[reckon.Concept]bool    `json:"here"`             // actor, concept: is the state explained stable
	Profile    map[string]reckon.Concept             `json:"profile,omitempty"`
	Mixed      listing                               `json:"mixed,omitzero"`         // stable for every actor, each under his concept of the profile
	MixedHere  bool                                  `json:"mixed_here"`             // the state explained is among them
	Verified   int                                   `json:"certificates,omitempty"` // re-validated
	Otherwise  map[string]map[reckon.Concept]bool    `json:"otherwise,omitempty"`    // with a view: as Here, but each actor in his own views
	Holdings   []Holding                             `json:"explained"`
	Unknown    []string                              `json:"unknown,omitempty"` // wants and rules left out, a measure being unknown
}

// Solve computes what is stable, for whom, and explains one state. The case must
// be fit. An error that follows from the author's text, such as too many
// options, is also added to Diagnostics, so that the case is fit no longer.
func (b *Bench) Solve(set SolveSettings) (*Solved, error) {
	if err := b.decidable(); err != nil {
		return nil, err
	}
	readings, err := b.chosen(set.Reading)
	if err != nil {
		return nil, err
	}
	if err := b.known(&set); err != nil {
		return nil, err
	}
	if set.profile, err = b.profile(set.Profile); err != nil {
		return nil, err
	}
	state, err := b.stateOf(set.State)
	if err != nil {
		return nil, err
	}
	s := &Solved{
		Head: b.head(state, set.State), Concepts: set.Concepts, Assumes: b.assumed(readings, set.Concepts),
		View: set.View, Viewer: b.viewer(set.View),
	}
	if b.large() {
		return s, b.solveLarge(s, readings, state, set)
	}
	s.Regime = regimeListed
	for i, r := range readings {
		m, err := mind.New(b.Case, r, b.measures())
		if err != nil {
			return nil, b.blame(err)
		}
		if i == 0 {
			s.States = m.Base().States().Len()
			s.Possible = m.Base().States().Has(state)
			s.Why = b.excluding(state)
			if set.State != "" && !s.Possible {
				return nil, nobodyIn(s.State, s.Why, "--state")
			}
		}
		if set.Progress != nil {
			set.Progress("readings solved", i, len(readings))
		}
		asked := slices.AppendSeq(slices.Clone(set.Concepts), maps.Values(set.profile))
		if err := uncomputable(m, len(b.Case.Actors), asked); err != nil {
			return nil, err
		}
		s.take(b.stability(r, m, state, set), len(readings))
	}
	return s, nil
}

// uncomputable says which of the concepts cannot be computed in some view, and why.
func uncomputable(m *mind.Minds, actors int, concepts []reckon.Concept) error {
	for i := range actors {
		for _, v := range m.Views(i) {
			for _, k := range concepts {
				if err := v.Conflict.Refuses(k); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// assumed tells what the concepts asked for, and those that the minds decide by,
// take for granted where the literature leaves it open.
func (b *Bench) assumed(readings []*reckon.Reading, concepts []reckon.Concept) []string {
	concepts = slices.Clone(concepts)
	for _, r := range readings {
		for _, m := range r.MindsIn(b.Case) {
			concepts = append(concepts, m.Temper.Concept)
		}
	}
	var texts []string
	by := map[string][]string{}
	for _, k := range concepts {
		text := k.Assumes()
		if text == "" || slices.Contains(by[text], string(k)) {
			continue
		}
		if by[text] == nil {
			texts = append(texts, text)
		}
		by[text] = append(by[text], string(k))
	}
	for i, text := range texts {
		texts[i] = strings.Join(by[text], ", ") + ": " + text
	}
	return texts
}

// stability solves one reading.
func (b *Bench) stability(r *reckon.Reading, m *mind.Minds, state reckon.State, set SolveSettings) Stability {
	one := Stability{
		Equilibria: map[reckon.Concept]listing{},
		Stable:     map[string]map[reckon.Concept]listing{},
		Here:       map[string]map[reckon.Concept]bool{},
		Holdings:   []Holding{},
		Unknown:    m.Base().Unknown(),
	}
	one.Reading, one.Heading = titles(r)
	eyes := everyone(m)
	if set.View != "" {
		eyes = through(m, b.path(set.View))
		m.Solve(b.path(set.View), set.Concepts...)
	}
	m.Solve(nil, set.Concepts...)
	possible := m.Base().States().Has(state)
	for i, a := range b.Case.Actors {
		one.Stable[a.Name], one.Here[a.Name] = map[reckon.Concept]listing{}, map[reckon.Concept]bool{}
		for _, k := range set.Concepts {
			held := eyes.stable(i, k)
			one.Stable[a.Name][k] = b.states(held, set.Summary)
			if possible {
				one.Here[a.Name][k] = held.Has(state)
			}
		}
	}
	for _, k := range set.Concepts {
		one.Equilibria[k] = b.states(eyes.equilibria(k), set.Summary)
	}
	minds := r.MindsIn(b.Case)
	b.mix(&one, m, minds, state, set)
	if !possible {
		return one
	}
	if set.Verify {
		one.Verified = b.verified(m, state, set)
	}
	if set.View != "" {
		one.Otherwise = b.otherwise(m, state, set.Concepts)
	}
	for i := range b.Case.Actors {
		if set.Actor != "" && b.Case.Actors[i].Name != set.Actor {
			continue
		}
		one.Holdings = append(one.Holdings, b.hold(m, minds, i, state, set))
	}
	return one
}

// chosen returns the readings to solve.
func (b *Bench) chosen(name string) ([]*reckon.Reading, error) {
	if name == "" {
		return b.readings(), nil
	}
	if r := b.Case.Reading(name); r != nil {
		return []*reckon.Reading{r}, nil
	}
	var names []string
	for _, r := range b.Case.Readings {
		names = append(names, r.Name)
	}
	return nil, noSuch("reading", name, names)
}

// known checks the names in the settings and fills in the concepts.
func (b *Bench) known(set *SolveSettings) error {
	var named []string
	if set.View != "" {
		named = strings.Split(set.View, "/")
	}
	asked := named
	if set.Actor != "" {
		asked = append(slices.Clip(named), set.Actor)
	}
	for _, name := range asked {
		if b.Case.Actor(name) < 0 {
			return noSuch("actor", name, b.actors())
		}
	}
	if err := b.tooDeep(named); err != nil {
		return err
	}
	if len(set.Concepts) == 0 {
		set.Concepts = stability.Concepts()
		if b.large() {
			set.Concepts = symbolic.Concepts()
		}
		return nil
	}
	chosen := make([]reckon.Concept, len(set.Concepts))
	for i, k := range set.Concepts {
		var err error
		if chosen[i], err = b.concept(string(k)); err != nil {
			return err
		}
	}
	set.Concepts = chosen
	return nil
}

// concept finds the concept that a name means, in letters of either case.
func (b *Bench) concept(name string) (reckon.Concept, error) {
	if name = strings.TrimSpace(name); name == "" {
		return "", errors.New("a concept is empty; write names with one comma between two, such as Nash,SEQ")
	}
	all := append(stability.Concepts(), reckon.Tableau, reckon.NM, reckon.Concept(strings.ToUpper(name))) // the last for L1, L2 and so on
	k := slices.IndexFunc(all, func(k reckon.Concept) bool { return stability.Known(k) && strings.EqualFold(string(k), name) })
	if k < 0 {
		if err := wrongLookahead(name); err != nil {
			return "", err
		}
		names := []string{}
		for _, k := range all[:len(all)-1] {
			names = append(names, string(k))
		}
		return "", noSuch("concept", name, append(names, "L1", "L2 and so on"))
	}
	if b.large() && !slices.Contains(symbolic.Concepts(), all[k]) {
		return "", fmt.Errorf("%s is computed only where all states are listed, up to %d options; the case has %d", all[k], stability.MaxOptions, len(b.Case.Options))
	}
	return all[k], nil
}

// wrongLookahead says what is wrong with the number of L_h; nil when it is none.
func wrongLookahead(name string) error {
	digits, looks := strings.CutPrefix(strings.ToUpper(name), "L")
	digits = strings.TrimLeft(digits, "_ ")
	if !looks || digits == "" || strings.Trim(strings.TrimPrefix(digits, "-"), "0123456789") != "" {
		return nil
	}
	h, err := strconv.Atoi(digits)
	switch {
	case err == nil && h < 1:
		return fmt.Errorf("there is no concept %s: the least is L1, which looks one move ahead", name)
	case err == nil && reckon.Limited(h).Moves() == h:
		return fmt.Errorf("there is no concept %s; did you mean %s?", name, reckon.Limited(h))
	}
	return fmt.Errorf("there is no concept %s: the most is L99, which looks 99 moves ahead; NM looks ahead without end", name)
}

// noSuch says that a name is not known and which is nearest, or what there is.
func noSuch(what, name string, known []string) error {
	if near := nearest(name, known); near != "" {
		return fmt.Errorf("there is no %s %s; did you mean %s?", what, name, near)
	}
	if len(known) == 0 {
		return fmt.Errorf("there is no %s %s: the case has none", what, name)
	}
	return fmt.Errorf("there is no %s %s; there are: %s", what, name, atMost(known))
}

// mostListed is how many names a message lists.
const mostListed = 12

// atMost joins names, of which there may be many.
func atMost(names []string) string {
	if more := len(names) - mostListed; more > 1 {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:mostListed], ", "), more)
	}
	return strings.Join(names, ", ")
}

// stateOf reads the letters of a state; none means the start.
func (b *Bench) stateOf(letters string) (reckon.State, error) {
	if letters == "" {
		start, _ := b.start()
		return start, nil
	}
	if n := len(b.Case.Options); len(letters) != n {
		return 0, fmt.Errorf("state %s has %d letters; the case has %d options, one letter each", letters, len(letters), n)
	}
	var s reckon.State
	for k, l := range []byte(letters) {
		switch l {
		case 'Y', 'y':
			s |= 1 << uint(k)
		case 'N', 'n':
		default:
			return 0, fmt.Errorf("state %s: a state is written with Y and N only", letters)
		}
	}
	return s, nil
}

// blame turns an engine's refusal of the case into a finding about its text.
func (b *Bench) blame(err error) error {
	return b.upset("cannot-solve", "The case cannot be solved as it is written", err)
}

// upset makes an error a finding about the case's text.
func (b *Bench) upset(code, summary string, err error) error {
	b.Diagnostics = append(b.Diagnostics, reckon.Diagnostic{
		Severity: reckon.Error,
		Code:     code,
		Summary:  summary,
		Detail:   strings.ToUpper(err.Error()[:1]) + err.Error()[1:] + ".",
		At:       b.Case.At,
	})
	return err
}
