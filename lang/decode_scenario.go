package lang

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"reckon"
)

// parts are what a scenario may leave out as a whole.
var parts = []string{"memory", "learning", "noise", "shocks"}

// scenario reads a named set of changes to a run.
func (l *loader) scenario(f fields) {
	if f.label == "" || !l.declare("scenario", f.label, f.named) {
		return
	}
	s := reckon.Scenario{
		Name: f.label, Title: f.title(f.label), Says: f.text("says"), Hold: f.moves("hold"), Cites: f.cites(), At: f.at,
	}
	from, _ := f.date("from")
	until, untilAt := f.date("until")
	s.From, s.Until = from, until
	if from != 0 && until != 0 && until < from {
		l.add(datesReversed(untilAt, "until", until, "from", from))
	}
	s.Without = l.without(f)
	first := map[string]reckon.Range{}
	for _, g := range f.within("set") {
		if at, taken := first[g.label]; taken {
			l.add(duplicateName(g.named, "setting of", g.label, at))
			continue
		}
		first[g.label] = g.named
		a := reckon.Assignment{Name: g.label, To: g.spread("to", placeNumber, placeNumber), At: g.at}
		if kind := l.names[g.label].kind; kind != "measure" && kind != "parameter" {
			names := l.namesOf("parameter", "measure")
			l.add(unknownSetting(g.named, g.label, nearest(g.label, names), names))
			continue
		}
		if a.To.Stated() {
			s.Sets = append(s.Sets, a)
		}
	}
	l.c.Scenarios = append(l.c.Scenarios, s)
}

// without reads what a scenario leaves out.
func (l *loader) without(f fields) []string {
	e := f.value("without")
	if e == nil {
		return nil
	}
	items := []hclsyntax.Expression{e}
	if list, ok := e.(*hclsyntax.TupleConsExpr); ok {
		items = list.Exprs
	}
	var out []string
	listed := map[string]bool{}
	for _, item := range items {
		at := place(item.Range())
		word, ok := l.quoted(item)
		switch {
		case !ok:
			l.add(wantText(at, "without"))
		case !contains(parts, word) && !l.caused(word):
			causes := l.advised(l.causes)
			near := nearest(word, append(slices.Clip(parts), causes...))
			if near == "" {
				near = holding(word, causes)
			}
			l.add(unknownCause(at, word, near, causes))
		case !listed[word]:
			listed[word] = true
			out = append(out, word)
		}
	}
	return out
}

// cause notes the name of something that a scenario may leave out.
func (l *loader) cause(name string, at reckon.Range) {
	if !l.caused(name) {
		l.causes = append(l.causes, name)
		l.seen["cause "+name] = at
	}
}

// caused reports whether a scenario may leave something of that name out: a cause, an
// option that is then never taken up, or an actor who then never moves.
func (l *loader) caused(name string) bool {
	_, is := l.seen["cause "+name]
	_, option := l.options[name]
	return is || option || l.c.Actor(name) >= 0
}

// moves reads "+actor.option -actor.option", of any actors' options.
func (f fields) moves(name string) reckon.Move {
	var m reckon.Move
	e := f.value(name)
	if e == nil {
		return m
	}
	at := place(e.Range())
	text, ok := f.l.quoted(e)
	if !ok {
		f.l.add(wantText(at, name))
		return m
	}
	for word := range strings.FieldsSeq(text) {
		bit, ok := f.l.moved(at, text, word)
		if !ok {
			return reckon.Move{}
		}
		if m.Touches()&bit != 0 {
			f.l.add(moveTwice(at, text, word[1:]))
			return reckon.Move{}
		}
		if word[0] == '+' {
			m.On |= bit
		} else {
			m.Off |= bit
		}
	}
	if m == (reckon.Move{}) {
		f.l.add(movesEmpty(at, name))
	}
	return m
}

// moved reads one word of a move: a sign and actor.option.
func (l *loader) moved(at reckon.Range, text, word string) (reckon.State, bool) {
	option := strings.TrimLeft(word, "+-")
	k, known := l.options[option]
	switch {
	case len(option) != len(word)-1:
		better := ""
		if known {
			better = strings.Replace(text, word, "+"+option, 1)
		}
		l.add(moveUnsigned(at, word, better))
		return 0, false
	case !known:
		l.add(l.unknownOptionMoved(at, text, option))
		return 0, false
	}
	return 1 << uint(max(k, 0)), k >= 0 // below 0 it was dropped, and reported where it was declared
}

// unknownOptionMoved is the message for a name in a move that no option has.
func (l *loader) unknownOptionMoved(at reckon.Range, text, name string) reckon.Diagnostic {
	near := nearest(name, l.optionNames(""))
	if owners := l.owners(name); len(owners) == 1 {
		near = owners[0] + "." + name
	}
	if near != "" {
		near = strings.Replace(text, name, near, 1)
	}
	return unknownOptionLabel(at, name, near, l.optionNames(""))
}
