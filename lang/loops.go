package lang

import (
	"slices"

	"reckon"
)

// checkLoops demands that what is worked out at one step hangs on nothing that
// hangs on it: at every step the measures with is, and at the start of a run the
// starts as well, where nothing is past yet.
func (l *loader) checkLoops() {
	index := map[string]int{}
	for i, m := range l.c.Measures {
		index[m.Name] = i
	}
	running := l.loop(index, func(m *reckon.Measure) []string { return l.reads(&m.Is, index, false) })
	if running != nil {
		l.add(loopOfMeasures(l.c.Measures[index[running[0]]].At, running))
		return
	}
	starting := l.loop(index, func(m *reckon.Measure) []string {
		if m.Is.Op != "" {
			return l.reads(&m.Is, index, true)
		}
		var names []string
		for i := range m.Start.Args {
			names = append(names, l.reads(&m.Start.Args[i], index, true)...)
		}
		return names
	})
	if starting != nil {
		l.add(loopAtStart(l.c.Measures[index[starting[0]]].At, starting, l.worked(starting)))
	}
}

// worked reports whether any of the measures is worked out at every step.
func (l *loader) worked(names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return l.measure(n).Is.Op != "" })
}

// reads lists the measures whose values an expression needs to be worked out. A
// value of an earlier step is there already; at the start of a run it is the
// value at the start, or, of a measure with is, its own start.
func (l *loader) reads(x *reckon.Expr, index map[string]int, atStart bool) []string {
	var names []string
	var walk func(x *reckon.Expr, call string)
	walk = func(x *reckon.Expr, call string) {
		switch x.Op {
		case "measure":
			if i, known := index[x.Name]; known {
				m := &l.c.Measures[i]
				begun := call != "initial" && m.Is.Op != "" && m.Start.Stated()
				if call == "" || atStart && !begun {
					names = append(names, x.Name)
				}
			}
		case "call":
			if functionNamed(x.Name).needs == usePast && call != "initial" {
				call = x.Name
			}
		}
		for i := range x.Args {
			walk(&x.Args[i], call)
		}
	}
	walk(x, "")
	return names
}

// loop finds the first loop among the measures, as in a, b, a; nil when there is
// none.
func (l *loader) loop(index map[string]int, needs func(*reckon.Measure) []string) []string {
	const open, done = 1, 2
	state := map[string]int{}
	var path []string
	var visit func(name string) []string
	visit = func(name string) []string {
		switch state[name] {
		case done:
			return nil
		case open:
			return append(slices.Clone(path[slices.Index(path, name):]), name)
		}
		state[name] = open
		path = append(path, name)
		for _, next := range needs(&l.c.Measures[index[name]]) {
			if found := visit(next); found != nil {
				return found
			}
		}
		path = path[:len(path)-1]
		state[name] = done
		return nil
	}
	for i := range l.c.Measures {
		if found := visit(l.c.Measures[i].Name); found != nil {
			return found
		}
	}
	return nil
}
