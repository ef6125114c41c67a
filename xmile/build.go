package xmile

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"reckon"
)

// scope is where names are looked up: the whole model, a module of it, or one use
// of a macro.
type scope struct {
	path  string // of a module, with a dot at its end; "" for the whole
	up    *scope
	vars  map[string]*slot
	order []*slot
	inner map[string]*scope
	bound map[string]reckon.Expr // what a macro's parameters stand for
}

// slot is a variable in one scope, with a name for each of its elements.
type slot struct {
	v      *variable
	s      *scope
	names  []string // of measures or parameters
	tables []string // of lookups, "" where it has none
	alias  *slot    // what a module's input is connected to
	parsed map[string][]*term
}

// builder makes a case of a file.
type builder struct {
	*reader
	f        *file
	c        *reckon.Case
	names    names
	known    map[string]builtin
	whole    *scope
	clock    string // the measure of the model's time, "" until it is used
	first    string // the parameter of its start
	macros   int    // uses of macros that are open
	uses     int    // of macros, in all
	size     int    // parts of all expressions
	exceeded bool
}

// Bounds on what one file may grow into.
const (
	maxSize   = 500_000 // parts of expressions
	maxSlots  = 10_000  // elements of variables, and all that they need; no case has more names
	maxMacros = 40      // uses of macros within each other
	maxUses   = 10_000  // uses of macros in all
)

// stepName is the parameter of the length of a step.
const stepName = "dt"

// declare gives every variable of a model, and of the modules in it, a place.
func (b *builder) declare(m *model, path string, up *scope, depth int) *scope {
	s := &scope{path: path, up: up, vars: map[string]*slot{}, inner: map[string]*scope{}}
	for _, v := range m.vars {
		b.place(s, v)
	}
	for _, n := range m.modules {
		name := spaced(n.attr("name"))
		inside := b.f.models[key(name)]
		switch {
		case inside == nil:
			b.add(reckon.Error, "missing-module", n.at, fmt.Sprintf("The module %q has no model in this file", name), "Write its model into the file, as <model name=\"…\">; models in other files are not read.")
		case depth > 20:
			b.add(reckon.Error, "missing-module", n.at, fmt.Sprintf("The module %q stands in itself", name), "Modules may nest up to 20 deep.")
		default:
			s.inner[key(name)] = b.declare(inside, path+name+".", s, depth+1)
		}
	}
	for _, n := range m.modules {
		b.connect(s, n)
	}
	return s
}

// place gives a variable its names.
func (b *builder) place(s *scope, v *variable) {
	k := key(v.name)
	if s.vars[k] != nil {
		b.add(reckon.Error, "name-twice", v.at, fmt.Sprintf("Two variables are called %q", v.name), "Names differ by more than capitals, spaces and underscores. Rename one.")
		return
	}
	many := 1
	for _, d := range v.dims {
		if many *= len(d.elems); many > maxElements || len(b.names) > maxSlots {
			b.add(reckon.Error, "too-large", v.at, fmt.Sprintf("%q makes the model too large", v.name), fmt.Sprintf("At most %d elements an array and %d in all are read.", maxElements, maxSlots))
			return
		}
	}
	l := &slot{v: v, s: s, names: make([]string, many), tables: make([]string, many), parsed: map[string][]*term{}}
	for i := range many {
		l.names[i] = b.names.take(reckonName(s.path + v.name + " " + strings.Join(l.labels(i), " ")))
	}
	s.vars[k] = l
	s.order = append(s.order, l)
}

// labels names element i of an array, one word for each dimension.
func (l *slot) labels(i int) []string {
	all := make([]string, len(l.v.dims))
	for k, d := range slices.Backward(l.v.dims) {
		all[k] = d.elems[i%len(d.elems)]
		i /= len(d.elems)
	}
	return all
}

// title names element i as the model does.
func (l *slot) title(i int) string {
	t := l.s.path + l.v.name
	if len(l.v.dims) > 0 {
		t += "[" + strings.Join(l.labels(i), ", ") + "]"
	}
	return t
}

// connect joins a module's inputs to what they stand for.
func (b *builder) connect(s *scope, n *node) {
	inside := s.inner[key(n.attr("name"))]
	if inside == nil {
		return
	}
	for _, k := range n.all("connect") {
		to, from := k.attr("to"), k.attr("from")
		if own, rest, dotted := strings.Cut(to, "."); dotted && key(own) == key(n.attr("name")) {
			to = rest
		}
		input, source := inside.find(to, false), s.find(strings.TrimPrefix(from, "."), true)
		if input == nil || source == nil || len(input.v.dims) != len(source.v.dims) {
			b.add(reckon.Error, "bad-connection", k.at, fmt.Sprintf("The connection from %q to %q leads nowhere", from, k.attr("to")), "Both ends must be variables of the model, of the same dimensions: from=\"module.variable\", or \".variable\" for one beside the module.")
			continue
		}
		input.alias = source
	}
}

// find looks up a name; dotted names lead into modules.
func (s *scope) find(name string, dotted bool) *slot {
	if l := s.vars[key(name)]; l != nil || !dotted {
		return l
	}
	module, rest, is := strings.Cut(name, ".")
	if !is {
		return nil
	}
	if module == "" {
		for s.up != nil {
			s = s.up
		}
		return s.find(rest, true)
	}
	if inside := s.inner[key(module)]; inside != nil {
		return inside.find(rest, true)
	}
	return nil
}

// source follows connections to the variable that has an equation.
func (l *slot) source() *slot {
	for range 100 {
		if l.alias == nil {
			return l
		}
		l = l.alias
	}
	return l
}

// build makes the measures of a scope and of the modules in it.
func (b *builder) build(s *scope) {
	for _, l := range s.order {
		if l.alias == nil {
			b.variable(l)
		}
	}
	for _, name := range sorted(s.inner) {
		b.build(s.inner[name])
	}
}

// variable makes the measures of one variable. Tables come first, since equations
// before it may call them.
func (b *builder) variable(l *slot) {
	if l.v.uncovered != "" {
		b.add(reckon.Error, "not-covered", l.v.at, fmt.Sprintf("%q is a %s, which is not covered", l.title(0), l.v.uncovered),
			"Discrete elements have no place in a case: a measure is one number. Make it a plain stock with flows, and what passes through it a delay.")
		for _, name := range l.names { // so that what reads it is not reported as well
			b.measure(reckon.Measure{Name: name, Title: l.v.name, Start: reckon.Exactly(0), At: l.v.at})
		}
		return
	}
	for i := range l.names {
		if b.exceeded {
			return
		}
		b.element(l, i)
	}
}

// element makes the measure, or the parameter, of one element.
func (b *builder) element(l *slot, i int) {
	p := l.part(i)
	if l.v.kind == "gf" {
		return
	}
	cx := b.context(l, i, p)
	t, err := l.equation(p, i)
	if err != nil {
		b.add(reckon.Error, "bad-equation", p.at, fmt.Sprintf("The equation of %q cannot be read: %v", l.title(i), err), "Mend it in the program that wrote the model, or in the file.")
	} else if t == nil && l.tables[i] != "" && l.v.kind != "stock" {
		return // a table that is only called
	} else if t == nil {
		b.unstated(l, i, p)
	}
	if t == nil {
		t = &term{op: "number"}
	}
	if v, is := t.constant(); is && l.v.kind == "aux" && l.tables[i] == "" {
		b.c.Parameters = append(b.c.Parameters, reckon.Parameter{Name: l.names[i], Title: l.title(i), Unit: l.v.unit, Value: reckon.Exactly(v), At: l.v.at})
		return
	}
	m := reckon.Measure{Name: l.names[i], Title: l.title(i), Unit: l.v.unit, At: l.v.at}
	if l.v.kind == "stock" {
		m.Low, m.High = math.Inf(-1), math.Inf(1)
		if l.v.floor {
			m.Low = 0
		}
		x := cx.number(t)
		m.Start = reckon.Spread{Law: reckon.Exact, Args: []reckon.Expr{x}, At: p.at}
		m.Next = cx.flows(l, i)
		b.measure(m)
		return
	}
	m.Is = cx.number(t)
	if p.init != "" {
		m.Is = cx.active(m.Is, p.init)
	}
	if l.tables[i] != "" {
		m.Is = cx.op("lookup", m.Is)
		m.Is.Name = l.tables[i]
	}
	if l.v.floor {
		m.Is = cx.call("max", m.Is, cx.constant(0))
	}
	b.measure(m)
}

// unstated reports an element without an equation.
func (b *builder) unstated(l *slot, i int, p *part) {
	why := "Give it one. The input of a module needs none where it is connected."
	if len(p.eqns) > 0 && bare(p.eqns[0]) {
		why = "It says only \"???\": the program that wrote the file did not carry it over. Write the equation in."
	}
	b.add(reckon.Error, "no-equation", p.at, fmt.Sprintf("%q has no equation", l.title(i)), why)
}

// measure adds a measure with the bounds that it has where none are stated.
func (b *builder) measure(m reckon.Measure) {
	if m.Low == 0 && m.High == 0 {
		m.Low, m.High = math.Inf(-1), math.Inf(1)
	}
	b.c.Measures = append(b.c.Measures, m)
}

// part returns what states element i: the last that names it, else the one for all.
func (l *slot) part(i int) *part {
	var found *part
	for k := range l.v.parts {
		p := &l.v.parts[k]
		if p.subs == "" && found == nil || p.subs != "" && l.named(p.subs, i) {
			found = p
		}
	}
	if found == nil {
		return &part{at: l.v.at}
	}
	return found
}

// named reports whether subscripts as written are those of element i.
func (l *slot) named(subs string, i int) bool {
	written, labels := strings.Split(subs, ","), l.labels(i)
	if len(written) != len(labels) {
		return false
	}
	for k := range labels {
		if key(written[k]) != key(labels[k]) {
			return false
		}
	}
	return true
}

// equation returns the term of element i in a part: its own of a list, or the one
// for all; nil when there is none.
func (l *slot) equation(p *part, i int) (*term, error) {
	switch {
	case len(p.eqns) == 0 || bare(p.eqns[0]):
		return nil, nil
	case len(p.eqns) > 1 && len(p.eqns) != len(l.names):
		return nil, fmt.Errorf("it has %d equations for %d elements", len(p.eqns), len(l.names))
	}
	text := p.eqns[0]
	if len(p.eqns) > 1 {
		text = p.eqns[i]
	}
	terms, read := l.parsed[text]
	if !read {
		var err error
		if terms, err = parse(text); err != nil {
			return nil, err
		}
		l.parsed[text] = terms
	}
	switch {
	case len(terms) == 0:
		return nil, nil
	case len(terms) == 1:
		return terms[0], nil
	case len(p.eqns) == 1 && len(terms) == len(l.names) && p.subs == "":
		return terms[i], nil
	}
	return nil, fmt.Errorf("it lists %d numbers for %d elements", len(terms), len(l.names))
}

// constant returns the number that a term is, if it is no more than one.
func (t *term) constant() (float64, bool) {
	switch {
	case t.op == "number":
		return t.num, true
	case len(t.args) == 1 && t.op == "-":
		v, is := t.args[0].constant()
		return -v, is
	case len(t.args) == 1 && t.op == "+":
		return t.args[0].constant()
	}
	return 0, false
}
