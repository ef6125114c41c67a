package lang

import "reckon"

// maxOptions is how many options fit into a State.
const maxOptions = 64

// actor reads an actor and his options.
func (l *loader) actor(f fields) {
	if f.label == "" || !l.declare("actor", f.label, f.named) {
		return
	}
	a := reckon.Actor{Name: f.label, Title: f.title(f.label), Pace: f.likelihood("pace", paceZero), Wide: f.word("considers") == "any move", At: f.at}
	index := len(l.c.Actors)
	for _, b := range f.blocks("option") {
		o := l.open(b, blockNamed("option"))
		if o.label == "" {
			continue
		}
		name := f.label + "." + o.label
		if !l.declare("option", name, o.named) {
			continue
		}
		k := len(l.c.Options)
		if k == maxOptions && !l.found.has("too-many-options", o.at.File) {
			l.add(tooManyOptions(o.named))
			l.found.broken = true
		}
		if k >= maxOptions {
			l.options[name] = -1
			continue
		}
		l.options[name] = k
		a.Options = append(a.Options, k)
		l.c.Options = append(l.c.Options, l.option(o, name, index))
	}
	if len(l.c.Actors) == maxActors && !l.found.has("too-many", f.at.File) {
		l.add(tooMany(f.named, "actors", maxActors))
	}
	l.c.Actors = append(l.c.Actors, a)
}

// option reads one option.
func (l *loader) option(f fields, name string, actor int) reckon.Option {
	o := reckon.Option{
		Name: name, Title: f.title(f.label), Actor: actor,
		On:    f.yesNo("on", false),
		Final: !f.yesNo("reversible", true),
		Lost:  !f.yesNo("resumable", true),
		Cites: f.cites(),
		At:    f.at,
	}
	switch f.word("posture") {
	case "hard":
		o.Posture = 1
	case "soft":
		o.Posture = -1
	}
	return o
}
