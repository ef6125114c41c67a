package exchange

import (
	"fmt"
	"math"
	"strings"

	"reckon"
	"reckon/lang"
	"reckon/stability"
)

// Model is a conflict ready to be written: a case, one mind per actor (see
// Reading.MindsIn) and the values of measures, nil when none is known. Its
// methods write it in one format each; where a format has no place for
// something they refuse, or say in a note what was left out.
type Model struct {
	Case     *reckon.Case
	Minds    []reckon.Mind
	Measures func(name string) float64
	Reading  string // whose minds they are; "" is the case's author

	conflict *stability.Conflict
}

// Conflict returns the conflict, compiling it once. The error is that of
// stability.Compile.
func (m *Model) Conflict() (*stability.Conflict, error) {
	if m.conflict != nil {
		return m.conflict, nil
	}
	var err error
	m.conflict, err = stability.Compile(m.Case, m.Minds, m.Measures)
	return m.conflict, err
}

// measure returns the value of a measure, NaN when unknown.
func (m *Model) measure(name string) float64 {
	if m.Measures == nil {
		return math.NaN()
	}
	return m.Measures(name)
}

// known reports whether everything that an expression reads is known.
func (m *Model) known(e *reckon.Expr) bool {
	for _, name := range e.Measures() {
		if math.IsNaN(m.measure(name)) {
			return false
		}
	}
	return true
}

// origin says in a sentence where a file comes from.
func (m *Model) origin() string {
	if m.Reading != "" {
		return fmt.Sprintf("Written by reckon from the case %s, reading %s.", m.Case.Name, m.Reading)
	}
	return fmt.Sprintf("Written by reckon from the case %s.", m.Case.Name)
}

// ownName returns an option's name without its actor.
func (m *Model) ownName(k int) string {
	_, own, _ := strings.Cut(m.Case.Options[k].Name, ".")
	return own
}

// on lists the names of some of the options of a state, joined; "" when none is on.
func (m *Model) on(s reckon.State, options []int, join string, name func(k int) string) string {
	var names []string
	for _, k := range options {
		if s.Has(k) {
			names = append(names, name(k))
		}
	}
	return strings.Join(names, join)
}

// allOn lists the options that are on in a state, with their actors.
func (m *Model) allOn(s reckon.State) string {
	all := make([]int, len(m.Case.Options))
	for k := range all {
		all[k] = k
	}
	return m.on(s, all, " ", func(k int) string { return m.Case.Options[k].Name })
}

// letters writes a state as Y and N.
func (m *Model) letters(s reckon.State) string { return s.Letters(len(m.Case.Options)) }

// unsaid lists what minds hold that no other tool's file has a place for.
func (m *Model) unsaid() []string {
	var views, attitudes, grades bool
	for _, mind := range m.Minds {
		views = views || len(mind.Beliefs) > 0 || len(mind.View.Overrides) > 0
		attitudes = attitudes || len(mind.Attitudes) > 0
		for _, w := range mind.Wants {
			grades = grades || w.RedLine || w.Unknown || w.Odds != 0
		}
	}
	var lost []string
	if views {
		lost = append(lost, "what actors believe and see")
	}
	if attitudes {
		lost = append(lost, "attitudes")
	}
	if grades {
		lost = append(lost, "how strongly or surely something is wanted")
	}
	return lost
}

// Read reads a conflict from a file of another tool, by the ending of its name:
// .gmcr, .nfg or .efg. It never fails: the case is never nil, and diagnostics
// say what is wrong or was left out. A game becomes option form: one option for
// each strategy of a player but his first, at most one of them on, and a direct
// order by payoff.
func Read(name string, src []byte) (*reckon.Case, []reckon.Diagnostic) {
	var g *Game
	var found []reckon.Diagnostic
	switch low := strings.ToLower(name); {
	case strings.HasSuffix(low, ".gmcr"):
		return lang.ReadGMCR(name, src)
	case strings.HasSuffix(low, ".efg"):
		var t *Tree
		if t, found = ReadEFG(name, src); t != nil {
			g, found = t.Game(name)
		}
	default:
		g, found = ReadNFG(name, src)
	}
	if g == nil {
		return nameless(name), found
	}
	return g.Case(name)
}

// nameless is the case of a file that could not be read.
func nameless(file string) *reckon.Case {
	name := stem(file)
	return &reckon.Case{Name: name, Title: name, Step: "week", At: reckon.Range{File: file}}
}

// stem returns the last part of a path, without its ending.
func stem(file string) string {
	file = file[strings.LastIndexAny(file, `/\`)+1:]
	if dot := strings.LastIndexByte(file, '.'); dot > 0 {
		file = file[:dot]
	}
	return file
}

// upset makes an error about a file that was read.
func upset(code string, at reckon.Range, summary, detail string) []reckon.Diagnostic {
	return []reckon.Diagnostic{{Severity: reckon.Error, Code: code, At: at, Summary: summary, Detail: detail}}
}
