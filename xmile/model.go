package xmile

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"reckon"
)

// file is what an XMILE file says, before anything is made of it.
type file struct {
	title, unit     string
	start, stop, dt float64
	method          string
	dims            map[string]*dim
	models          map[string]*model // "" is the whole
	macros          map[string]*macro
	floorStocks     bool // non_negative by default
	floorFlows      bool
	at              reckon.Range
}

// dim is a dimension of arrays.
type dim struct {
	name  string   // as written
	elems []string // as written
	index map[string]int
}

// model is one model of a file: the whole, or a module's.
type model struct {
	vars    []*variable
	modules []*node
}

// macro is a function that the file defines.
type macro struct {
	name     string
	params   []string // keys
	defaults []string // equations, "" where there is none
	eqn      string
	inside   model
	at       reckon.Range
}

// variable is a stock, flow, aux or table.
type variable struct {
	kind      string // "stock", "flow", "aux", "gf"
	name      string // as written, on one line
	unit      string
	dims      []*dim
	parts     []part // one, or one for each element
	in, out   []string
	floor     bool // it cannot be below 0
	uncovered string
	at        reckon.Range
}

// part is the equation and table of a variable or of some elements of it.
type part struct {
	subs string // of an element, as written; "" is all
	eqns []string
	init string // an equation for the start, where it differs
	gf   *node
	at   reckon.Range
}

// reader gathers what is wrong with a file.
type reader struct {
	name  string
	found []reckon.Diagnostic
}

// maxFound bounds the findings on one file.
const maxFound = 100

func (r *reader) add(s reckon.Severity, code string, at reckon.Range, summary, detail string) {
	if len(r.found) < maxFound {
		r.found = append(r.found, reckon.Diagnostic{Severity: s, Code: code, Summary: summary, Detail: detail, At: at})
	}
}

// file reads the parts of a file that stand beside its variables.
func (r *reader) file(root *node) *file {
	f := &file{
		dims: map[string]*dim{}, models: map[string]*model{}, macros: map[string]*macro{},
		start: 0, stop: 100, dt: 1, at: root.at,
	}
	if h := root.first("header"); h != nil {
		f.title = spaced(h.word("name"))
	}
	r.specs(f, root)
	if b := root.first("behavior"); b != nil {
		f.floorStocks, f.floorFlows = floored(b, false), floored(b, false)
		for kind, is := range map[string]*bool{"stock": &f.floorStocks, "flow": &f.floorFlows} {
			if k := b.first(kind); k != nil {
				*is = floored(k, *is)
			}
		}
	}
	if d := root.first("dimensions"); d != nil {
		for _, k := range d.all("dim") {
			r.dimension(f, k)
		}
	}
	for _, k := range root.all("macro") {
		r.macro(f, k)
	}
	for _, k := range root.all("model") {
		at := key(k.attr("name"))
		if f.models[""] == nil {
			at = "" // the first model is the whole, whatever it is called
		}
		f.models[at] = r.model(f, k)
	}
	return f
}

// specs reads the clock. Only one that makes no sense is an error.
func (r *reader) specs(f *file, root *node) {
	specs := root.first("sim_specs")
	if specs == nil {
		r.add(reckon.Note, "no-clock", root.at, "The model states no clock", "It has no <sim_specs>; it is read as running from 0 to 100 in steps of 1.")
		return
	}
	f.unit, f.method = specs.attr("time_units"), strings.ToLower(specs.attr("method"))
	read := func(name string, into *float64) {
		text := specs.word(name)
		if text == "" {
			return
		}
		v, err := strconv.ParseFloat(text, 64)
		if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
			r.add(reckon.Error, "bad-clock", specs.at, fmt.Sprintf("The clock's %s is no number", name), fmt.Sprintf("It says %.40q. Write a number, such as 0.25.", text))
			return
		}
		*into = v
	}
	read("start", &f.start)
	read("stop", &f.stop)
	read("dt", &f.dt)
	if dt := specs.first("dt"); dt != nil && strings.EqualFold(dt.attr("reciprocal"), "true") && f.dt != 0 {
		f.dt = 1 / f.dt
	}
	if f.dt <= 0 || f.stop < f.start || (f.stop-f.start)/f.dt > 10_000_000 {
		r.add(reckon.Error, "bad-clock", specs.at, "The clock of this model cannot run", fmt.Sprintf("It starts at %g, stops at %g and steps by %g. The step must be above 0, the stop no earlier than the start, and there may be at most ten million steps.", f.start, f.stop, f.dt))
		f.start, f.stop, f.dt = 0, 1, 1
	}
	if f.method != "" && !strings.HasPrefix(f.method, "euler") {
		r.add(reckon.Note, "euler", specs.at, "The model is integrated by Euler's method here",
			fmt.Sprintf("It asks for %s. A step of a case adds what flows in one step, which is Euler's method; where that differs from what its own program shows, give the model a smaller dt.", specs.attr("method")))
	}
}

// floored reads <non_negative/>, which is yes unless it says false.
func floored(n *node, before bool) bool {
	k := n.first("non_negative")
	if k == nil {
		return before
	}
	return !strings.EqualFold(strings.TrimSpace(k.text), "false")
}

// maxElements bounds the elements of one array.
const maxElements = 10_000

func (r *reader) dimension(f *file, n *node) {
	d := &dim{name: spaced(n.attr("name")), index: map[string]int{}}
	for _, e := range n.all("elem") {
		d.elems = append(d.elems, spaced(e.attr("name")))
	}
	if size, err := strconv.Atoi(strings.TrimSpace(n.attr("size"))); err == nil && len(d.elems) == 0 && size <= maxElements {
		for k := range max(size, 0) {
			d.elems = append(d.elems, strconv.Itoa(k+1))
		}
	}
	if len(d.elems) == 0 {
		r.add(reckon.Error, "empty-dimension", n.at, fmt.Sprintf("The dimension %q has no elements", d.name), "Give it <elem name=\"…\"/> for each, or a size.")
	}
	for i, e := range d.elems {
		d.index[key(e)] = i
	}
	f.dims[key(d.name)] = d
}

func (r *reader) macro(f *file, n *node) {
	m := &macro{name: spaced(n.attr("name")), eqn: n.word("eqn"), at: n.at}
	for _, p := range n.all("parm") {
		m.params = append(m.params, key(p.text))
		m.defaults = append(m.defaults, p.attr("default"))
	}
	if v := n.first("variables"); v != nil {
		m.inside = *r.model(f, n)
	}
	f.macros[key(m.name)] = m
}

// nests are the elements that stand for a variable.
var nests = map[string]bool{"stock": true, "flow": true, "aux": true, "gf": true}

func (r *reader) model(f *file, n *node) *model {
	m := &model{}
	inside := n.all("variables")
	for _, v := range inside {
		for _, k := range v.kids {
			r.within(f, m, k)
		}
	}
	for _, k := range n.kids { // before version 1.0 they stood in the model itself
		if len(inside) == 0 && (nests[k.name] || k.name == "module") {
			r.within(f, m, k)
		}
	}
	return m
}

// within reads one child of <variables>, and those that stand in it because the end
// tag before them is missing.
func (r *reader) within(f *file, m *model, k *node) {
	switch {
	case k.vendor || k.name == "group":
		return
	case k.name == "module":
		m.modules = append(m.modules, k)
		return
	case !nests[k.name]:
		r.add(reckon.Warning, "not-covered", k.at, fmt.Sprintf("<%s> among the variables has no meaning here", k.name), "It is left out. Stocks, flows, auxiliaries, graphical functions and modules are read.")
		return
	}
	m.vars = append(m.vars, r.variable(f, k))
	for _, inner := range k.kids {
		if inner.name == "stock" || inner.name == "flow" || inner.name == "aux" {
			r.add(reckon.Warning, "missing-end", k.at, fmt.Sprintf("The end tag </%s> of %q is missing", k.name, spaced(k.attr("name"))), "What follows is read as if it stood beside it. Write the end tag where the element ends.")
			r.within(f, m, inner)
		}
	}
}

func (r *reader) variable(f *file, n *node) *variable {
	v := &variable{kind: n.name, name: spaced(n.attr("name")), unit: n.word("units"), at: n.at}
	if v.name == "" {
		r.add(reckon.Error, "no-name", n.at, fmt.Sprintf("This %s has no name", n.name), "Give it name=\"…\".")
		v.name = "nameless"
	}
	switch n.name {
	case "stock":
		v.floor = floored(n, f.floorStocks)
	case "flow":
		v.floor = floored(n, f.floorFlows)
	}
	for _, special := range []string{"conveyor", "queue", "oven", "leak", "overflow"} {
		if n.first(special) != nil {
			v.uncovered = special
		}
	}
	for _, k := range n.all("inflow") {
		v.in = append(v.in, strings.TrimSpace(k.text))
	}
	for _, k := range n.all("outflow") {
		v.out = append(v.out, strings.TrimSpace(k.text))
	}
	if d := n.first("dimensions"); d != nil {
		for _, k := range d.all("dim") {
			known := f.dims[key(k.attr("name"))]
			if known == nil {
				r.add(reckon.Error, "unknown-dimension", k.at, fmt.Sprintf("%q is over a dimension that the file does not declare: %q", v.name, k.attr("name")), "Declare it in <dimensions>, with its elements.")
				continue
			}
			v.dims = append(v.dims, known)
		}
	}
	if n.name == "gf" {
		v.parts = []part{{gf: n, at: n.at}}
		return v
	}
	if p := partOf(n); len(p.eqns) > 0 || p.gf != nil || len(n.all("element")) == 0 {
		v.parts = append(v.parts, p)
	}
	for _, e := range n.all("element") {
		p := partOf(e)
		p.subs = e.attr("subscript")
		if p.gf == nil {
			p.gf = n.first("gf")
		}
		v.parts = append(v.parts, p)
	}
	return v
}

func partOf(n *node) part {
	p := part{gf: n.first("gf"), init: n.word("init_eqn"), at: n.at}
	for _, k := range n.all("eqn") {
		p.eqns = append(p.eqns, k.text)
		if len(p.eqns) == 1 {
			p.at = k.at
		}
	}
	return p
}
