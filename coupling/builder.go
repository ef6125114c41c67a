package coupling

import (
	"fmt"

	"reckon"
	"reckon/arena"
)

// kinds are the arenas that step by themselves.
var kinds = map[string]func(*builder) model{
	"council":    newCouncil,
	"contest":    newContest,
	"street":     newStreet,
	"palace":     newPalace,
	"succession": newSuccession,
}

// builder reads what one arena states.
type builder struct {
	world    *World
	arena    *reckon.Arena
	settings []*reckon.ArenaSetting
	called   []string // of the settings, with the part whose they are
	found    []reckon.Diagnostic
}

// stated is anything with settings.
type stated interface {
	Setting(name string) *reckon.ArenaSetting
}

// number takes up a number that is worked out at every step, and returns its place
// among the inputs; standard is what it is where it is not stated.
func (b *builder) number(of stated, name string, standard float64) int {
	s := of.Setting(name)
	if s == nil {
		s = &reckon.ArenaSetting{Name: name, Value: reckon.Expr{Op: "number", Number: standard}, At: b.arena.At}
	}
	called := name
	if p, ok := of.(*reckon.ArenaPart); ok {
		called = fmt.Sprintf("%s of the %s %q", name, p.Kind, p.Name)
	}
	b.settings, b.called = append(b.settings, s), append(b.called, called)
	b.world.inputs = append(b.world.inputs, s.Value)
	return len(b.settings) - 1
}

// ranged is a number that an arena reads at every step: what it is called, what it is
// where it is left out, where it may lie, and how that is said where the ends do not
// say it.
type ranged struct {
	name            string
	standard        float64
	least, greatest float64
	must            string
}

// numbers takes up numbers in their order.
func (b *builder) numbers(of stated, rows []ranged) []int {
	at := make([]int, len(rows))
	for i := range rows {
		at[i] = b.number(of, rows[i].name, rows[i].standard)
	}
	return at
}

// outside finds a number that lies where it cannot; nil where there is none.
func outside(in []float64, at []int, rows []ranged) *trouble {
	for i := range rows {
		if n, x := &rows[i], in[at[i]]; !(x >= n.least && x <= n.greatest) {
			return &trouble{at[i], fmt.Sprintf("%v, and %s", x, n.where())}
		}
	}
	return nil
}

// where says where a number must lie.
func (n *ranged) where() string {
	switch {
	case n.must != "":
		return n.must
	case n.least > 0 && n.greatest == 1:
		return "it must lie above 0 and at most at 1"
	case n.least > 0:
		return "it must lie above 0"
	case n.greatest <= 1:
		return fmt.Sprintf("it must lie between %v and %v: bound it with min() and max()", n.least, n.greatest)
	}
	return "it must not be below 0"
}

// constant reads a number that stays the same in all runs.
func (b *builder) constant(of stated, name string, standard float64) float64 {
	s := of.Setting(name)
	switch {
	case s == nil:
		return standard
	case s.Value.Op == "number":
		return s.Value.Number
	}
	b.fault(s.At, "arena-number", fmt.Sprintf("%s hangs on something, and must stay the same", name),
		fmt.Sprintf("It is %s. Write a number here.", s.Text))
	return standard
}

// word reads one of a few words.
func (b *builder) word(of stated, name, standard string) string {
	if s := of.Setting(name); s != nil && len(s.Words) > 0 {
		return s.Words[0]
	}
	return standard
}

// fault notes something that is wrong with what the arena states.
func (b *builder) fault(at reckon.Range, code, summary, detail string) {
	b.found = append(b.found, reckon.Diagnostic{Severity: reckon.Error, Code: code, At: at, Summary: summary, Detail: detail})
}

// faults notes what an engine found wrong with numbers that are known already.
func (b *builder) faults(list arena.Faults) {
	for _, f := range list {
		b.fault(b.arena.At, "arena-"+b.arena.Kind, fmt.Sprintf("%s: %s", f.At, f.Message), "")
	}
}

// names returns the names of the parts of a kind.
func (b *builder) names(kind string) []string {
	var list []string
	for _, p := range b.arena.Kinds(kind) {
		list = append(list, p.Name)
	}
	return list
}

// enough demands some parts of a kind.
func (b *builder) enough(kind string, least int) bool {
	if n := len(b.arena.Kinds(kind)); n < least {
		b.fault(b.arena.At, "arena-parts", fmt.Sprintf("The %s %q has %d of %q, and takes at least %d", b.arena.Kind, b.arena.Name, n, kind, least),
			fmt.Sprintf("Add %s blocks, or take the %s away.", kind, b.arena.Kind))
		return false
	}
	return true
}
