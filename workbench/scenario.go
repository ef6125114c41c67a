package workbench

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"reckon"
	"reckon/outlook"
)

// Changes are what the command line changes in a run: scenarios of the case by
// name, and parts of one in words.
type Changes struct {
	Scenarios []string // names
	Set       []string // "name=3" or "name=2..4"
	Hold      []string // "+actor.option" or "-actor.option"
	Without   []string // as in the case language
}

// ordered is what messages call the changes that are no scenario of the case.
const ordered = "what was asked for"

// scenario joins the changes into one scenario; it lasts throughout, or as long as the
// scenarios of the case that are among them.
func (b *Bench) scenario(ch Changes) (reckon.Scenario, error) {
	var parts []reckon.Scenario
	for _, name := range ch.Scenarios {
		s, err := b.named(name)
		if err != nil {
			return reckon.Scenario{}, err
		}
		parts = append(parts, s)
	}
	own := reckon.Scenario{Name: ordered}
	if len(parts) > 0 {
		own.From, own.Until = parts[0].From, parts[0].Until
	}
	for _, text := range ch.Set {
		set, err := b.assignment(text)
		if err != nil {
			return own, err
		}
		own.Sets = append(own.Sets, set)
	}
	for _, text := range ch.Hold {
		if err := b.holding(&own.Hold, text); err != nil {
			return own, err
		}
	}
	for _, name := range ch.Without {
		if known := b.removable(); !slices.Contains(known, name) {
			return own, noSuch("part", name, known)
		}
	}
	own.Without = ch.Without
	if outlook.Describe(b.Case, &own) != "" {
		parts = append(parts, own)
	}
	return outlook.Together(b.Case, parts...)
}

// removable lists what a run can do without.
func (b *Bench) removable() []string {
	c := b.Case
	names := []string{"memory", "learning", "noise", "shocks"}
	for i := range c.Shocks {
		names = append(names, c.Shocks[i].Name)
	}
	for i := range c.Arenas {
		if c.Arenas[i].Kind != "treasury" {
			names = append(names, c.Arenas[i].Name)
		}
	}
	for _, r := range b.readings() {
		for _, minds := range r.Calendar(c) {
			for i := range minds {
				if change := minds[i].Change.Name; change != "" {
					names = append(names, change)
				}
				for _, e := range minds[i].Episodes {
					names = append(names, e.Name)
				}
			}
		}
	}
	for i := range c.Actors {
		names = append(names, c.Actors[i].Name)
	}
	return append(names, b.optionNames()...)
}

// named returns a scenario of the case.
func (b *Bench) named(name string) (reckon.Scenario, error) {
	var names []string
	for _, s := range b.Case.Scenarios {
		if s.Name == name {
			return s, nil
		}
		names = append(names, s.Name)
	}
	return reckon.Scenario{}, noSuch("scenario", name, names)
}

// assignment reads "name=3" or "name=2..4".
func (b *Bench) assignment(text string) (reckon.Assignment, error) {
	name, value, ok := strings.Cut(text, "=")
	name, value = strings.TrimSpace(name), strings.TrimSpace(value)
	wrong := fmt.Errorf("%q: write a name, an equals sign and a number, or two numbers with two dots between: price=40 or price=30..50", text)
	if !ok || name == "" {
		return reckon.Assignment{}, wrong
	}
	if b.Case.Measure(name) < 0 && b.Case.Parameter(name) < 0 {
		return reckon.Assignment{}, noSuch("measure or parameter", name, b.numbers())
	}
	set := reckon.Assignment{Name: name, To: reckon.Spread{Law: reckon.Exact}}
	ends := strings.SplitN(value, "..", 2)
	if len(ends) == 2 {
		set.To.Law = reckon.Between
	}
	for _, end := range ends {
		x, err := strconv.ParseFloat(strings.TrimSpace(end), 64)
		if err != nil || x-x != 0 {
			return set, wrong
		}
		set.To.Args = append(set.To.Args, reckon.Expr{Op: "number", Number: x})
	}
	if k := b.Case.Measure(name); k >= 0 {
		m := &b.Case.Measures[k]
		for _, x := range set.To.Args {
			if x.Number < m.Low || x.Number > m.High {
				return set, fmt.Errorf("%q: %s goes from %g to %g", text, name, m.Low, m.High)
			}
		}
	}
	if len(ends) == 2 && set.To.Args[0].Number >= set.To.Args[1].Number {
		return set, fmt.Errorf("%q: the first number must be below the second", text)
	}
	return set, nil
}

// numbers lists the measures and parameters.
func (b *Bench) numbers() []string {
	var names []string
	for i := range b.Case.Measures {
		names = append(names, b.Case.Measures[i].Name)
	}
	for i := range b.Case.Parameters {
		names = append(names, b.Case.Parameters[i].Name)
	}
	return names
}

// holding adds "+actor.option -actor.option" to a move.
func (b *Bench) holding(m *reckon.Move, text string) error {
	for word := range strings.FieldsSeq(text) {
		sign, name := word[0], word[1:]
		k := b.Case.Option(name)
		switch known := b.optionNames(); {
		case len(known) == 0:
			return noSuch("option", name, known)
		case sign != '+' && sign != '-' || name == "":
			return fmt.Errorf("%q: write + to hold an option on, - to hold it off, as in +%s", word, known[0])
		case k < 0:
			return noSuch("option", name, known)
		}
		if m.Touches().Has(k) {
			return fmt.Errorf("%s is held twice; say it once", name)
		}
		if sign == '+' {
			m.On |= 1 << k
		} else {
			m.Off |= 1 << k
		}
	}
	return nil
}

func (b *Bench) optionNames() []string {
	var names []string
	for i := range b.Case.Options {
		names = append(names, b.Case.Options[i].Name)
	}
	return names
}

// lever reads one lever of a what-if: the name of a scenario, or what --set, --hold
// or --without take.
func (b *Bench) lever(text string) (reckon.Scenario, error) {
	var ch Changes
	switch {
	case slices.ContainsFunc(b.Case.Scenarios, func(s reckon.Scenario) bool { return s.Name == text }):
		return b.named(text)
	case strings.HasPrefix(text, "+"), strings.HasPrefix(text, "-"):
		ch.Hold = []string{text}
	case strings.Contains(text, "="):
		ch.Set = []string{text}
	case strings.HasPrefix(text, "without "):
		ch.Without = []string{strings.TrimSpace(strings.TrimPrefix(text, "without "))}
	default:
		return b.named(text)
	}
	s, err := b.scenario(ch)
	s.Name, s.Title = text, text
	return s, err
}
