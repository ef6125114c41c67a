package workbench

import (
	"errors"
	"fmt"

	"reckon"
)

// Head is what every answer about a state begins with.
type Head struct {
	Case        string              `json:"case"`
	Title       string              `json:"title"`
	AsOf        reckon.Date         `json:"as_of"`
	Actors      []string            `json:"actors"`
	Options     []string            `json:"options"`
	State       string              `json:"state"`                   // the state asked about, Y and N in option order
	On          []string            `json:"on"`                      // the options on in it
	Instead     string              `json:"state_instead,omitempty"` // why it was chosen where the file has no start that is possible
	Diagnostics []reckon.Diagnostic `json:"diagnostics"`
}

// head describes the state asked about; named is how it was named, "" for the start.
func (b *Bench) head(state reckon.State, named string) Head {
	instead := ""
	if named == "" {
		_, instead = b.start()
	}
	h := Head{
		Case: b.Case.Name, Title: b.Case.Title, AsOf: b.Case.AsOf, Actors: b.actors(), Options: []string{},
		State: b.letters(state), Instead: instead, On: []string{}, Diagnostics: append([]reckon.Diagnostic{}, b.Diagnostics...),
	}
	for k, o := range b.Case.Options {
		h.Options = append(h.Options, o.Name)
		if state.Has(k) {
			h.On = append(h.On, o.Name)
		}
	}
	return h
}

// actors lists the actors' names.
func (b *Bench) actors() []string {
	names := []string{}
	for i := range b.Case.Actors {
		names = append(names, b.Case.Actors[i].Name)
	}
	return names
}

func (b *Bench) letters(s reckon.State) string { return s.Letters(len(b.Case.Options)) }

// titles are the name and the title of a reading; the case's own minds have none.
func titles(r *reckon.Reading) (name, title string) {
	if r == nil {
		return "", ""
	}
	return r.Name, r.Title
}

// decidable refuses a case in which nobody has an option. The case must be fit.
func (b *Bench) decidable() error {
	if !b.Fit() {
		panic("workbench: a question about a case that is not fit")
	}
	if len(b.Case.Options) == 0 {
		return b.blame(errors.New("no actor has an option, so there is nothing to decide"))
	}
	return nil
}

// pose checks what questions about a state have in common: the reading, all for
// "", and the state in letters, today's for "", which must be possible.
func (b *Bench) pose(reading, letters string) (readings []*reckon.Reading, state reckon.State, err error) {
	if err = b.decidable(); err != nil {
		return nil, 0, err
	}
	if readings, err = b.chosen(reading); err != nil {
		return nil, 0, err
	}
	if state, err = b.stateOf(letters); err != nil {
		return nil, 0, err
	}
	return readings, state, b.possible(state, "--state")
}

// possible refuses a state that a rule makes impossible; flag is where it was named.
func (b *Bench) possible(s reckon.State, flag string) error {
	if rule := b.excluding(s); rule != "" {
		return nobodyIn(b.letters(s), rule, flag)
	}
	return nil
}

// nobodyIn says that a state cannot be asked about, and which rule has it so.
func nobodyIn(letters, rule, flag string) error {
	why := "it is impossible"
	if rule != "" {
		why = fmt.Sprintf("the rule %q makes it impossible", rule)
	}
	return fmt.Errorf("nobody can be in state %s: %s; choose another with %s", letters, why, flag)
}

// start returns the state asked about when none is named: today's. A file of
// another tool has no start, so where that state is impossible there it is the
// nearest possible one, and instead says so.
func (b *Bench) start() (state reckon.State, instead string) {
	today := b.Case.Today()
	rule := b.excluding(today)
	if rule == "" || !b.conflictOnly() {
		return today, ""
	}
	if b.nearest == nil {
		near, err := b.model(nil).Start()
		if err != nil {
			near = today // what is wrong with the case is said when it is solved
		}
		b.nearest = &near
	}
	if *b.nearest == today {
		return today, ""
	}
	return *b.nearest, fmt.Sprintf("The file has no start, and the rule %q makes %s impossible, so the nearest possible state is explained. Choose another with --state.", rule, b.letters(today))
}
