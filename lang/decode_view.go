package lang

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"reckon"
)

// maxViewDepth is how deep views nest: his, what he thinks another sees, and what
// he thinks that one thinks a third, or he himself, sees.
const maxViewDepth = 3

// viewer is the holder of a view and the views around it.
type viewer struct {
	actor   string
	around  *viewer // nil for a mind, whose view differs from the conflict as it is
	tempers holder
	own     []reckon.Override
}

// of returns the view that the holder ascribes to another actor.
func (v *viewer) of(actor string) *viewer {
	return &viewer{actor: actor, around: v, tempers: v.tempers}
}

// depth is 1 for a mind.
func (v *viewer) depth() int {
	if v == nil {
		return 0
	}
	return 1 + v.around.depth()
}

// directions returns what an option's directions are around a view.
func (v *viewer) directions(c *reckon.Case, option int) (final, lost bool) {
	for up := v.around; up != nil; up = up.around {
		for _, o := range up.own {
			if o.Directed && o.Option == option {
				return o.Final, o.Lost
			}
		}
	}
	return c.Options[option].Final, c.Options[option].Lost
}

// rules lists the impossible rules that stand around a view, by name.
func (v *viewer) rules(c *reckon.Case) []string {
	var names []string
	for _, r := range c.Impossible {
		names = append(names, r.Name)
	}
	for up := v.around; up != nil; up = up.around {
		for _, o := range up.own {
			if o.Impossible != nil {
				names = append(names, o.Impossible.Name)
			}
		}
	}
	return names
}

// attitudes reads how an actor feels about how others fare.
func (f fields) attitudes() []reckon.Attitude {
	var list []reckon.Attitude
	first := map[string]reckon.Range{}
	for _, g := range f.within("attitude") {
		if !f.l.knownActor(g) {
			continue
		}
		if at, taken := first[g.label]; taken {
			f.l.add(duplicateName(g.named, "attitude towards", g.label, at))
			continue
		}
		first[g.label] = g.named
		a := reckon.Attitude{Toward: g.label, Cites: g.cites(), At: g.at}
		switch g.word("is") {
		case "positive":
			a.Is = 1
		case "negative":
			a.Is = -1
		case "":
			continue
		}
		list = append(list, a)
	}
	return list
}

// view reads where the conflict in the viewer's eyes differs from what is around.
func (l *loader) view(f fields, v *viewer) reckon.View {
	blocks := f.blocks("sees")
	switch {
	case len(blocks) == 0:
		return reckon.View{}
	case v.depth() > maxViewDepth:
		l.add(viewTooDeep(place(blocks[0].DefRange())))
		return reckon.View{}
	case len(blocks) > 1:
		l.add(seesTwice(place(blocks[1].DefRange()), place(blocks[0].DefRange())))
	}
	g := l.open(blocks[0], blockNamed("sees"))
	seen := map[string]reckon.Range{}
	for _, b := range g.inner {
		if s := blockIn("sees", b.Type); contains(g.schema.blocks, b.Type) {
			l.override(l.open(b, s), b, v, seen)
		}
	}
	return reckon.View{Overrides: v.own}
}

// excludes says which overrides of one option or rule leave no room for another.
var excludes = map[string][]string{
	"unaware":    {"unaware", "aware", "option"},
	"aware":      {"aware", "unaware"},
	"option":     {"option", "unaware"},
	"impossible": {"impossible"},
	"possible":   {"possible"},
}

// override reads one difference of a view.
func (l *loader) override(f fields, b *hclsyntax.Block, v *viewer, seen map[string]reckon.Range) {
	if f.label == "" {
		return
	}
	for _, other := range excludes[b.Type] {
		if at, taken := seen[other+" "+f.label]; taken {
			l.add(overrideTwice(f.named, b.Type, other, f.label, at))
			return
		}
	}
	seen[b.Type+" "+f.label] = f.named
	o := reckon.Override{Cites: f.cites(), At: f.at}
	ok := false
	switch b.Type {
	case "impossible":
		ok = l.impossibleToHim(f, v, &o)
	case "possible":
		if o.Possible, ok = f.label, contains(v.rules(l.c), f.label); !ok && l.seen["impossible "+f.label] == (reckon.Range{}) {
			l.add(unknownRule(f.named, f.label, nearest(f.label, v.rules(l.c)), v.rules(l.c)))
		}
	default:
		if o.Option, ok = l.optionLabel(f); ok {
			ok = l.optionToHim(f, v, &o)
		}
	}
	if ok {
		v.own = append(v.own, o)
	}
}

// impossibleToHim reads states that the viewer holds to be impossible.
func (l *loader) impossibleToHim(f fields, v *viewer, o *reckon.Override) bool {
	if at, taken := l.seen["impossible "+f.label]; taken {
		l.add(duplicateName(f.named, "impossible", f.label, at))
		return false
	}
	if contains(v.rules(l.c), f.label) {
		l.add(ruleAround(f.named, f.label))
		return false
	}
	r := reckon.Impossible{Name: f.label, At: f.at}
	r.When, r.Text = f.statement("when", placeImpossible)
	o.Impossible = &r
	return r.When.Op != ""
}

// optionToHim reads what the viewer knows of an option.
func (l *loader) optionToHim(f fields, v *viewer, o *reckon.Override) bool {
	switch f.schema.name {
	case "aware":
		o.Aware = true
	case "unaware":
		if v.around == nil && l.c.Actors[l.c.Options[o.Option].Actor].Name == v.actor {
			l.add(unawareOfOwn(f.named, v.actor, f.label))
			return false
		}
		o.Unaware = true
	default:
		if !f.has("reversible") && !f.has("resumable") {
			l.add(overrideEmpty(f.at, f.label))
			return false
		}
		final, lost := v.directions(l.c, o.Option)
		o.Directed = true
		o.Final, o.Lost = !f.yesNo("reversible", !final), !f.yesNo("resumable", !lost)
	}
	return true
}

// optionLabel reads a label that names an option as actor.option.
func (l *loader) optionLabel(f fields) (int, bool) {
	k, known := l.options[f.label]
	if known {
		return k, k >= 0 // below 0 it was dropped, and reported where it was declared
	}
	near := nearest(f.label, l.optionNames(""))
	if owners := l.owners(f.label); len(owners) == 1 {
		near = owners[0] + "." + f.label
	}
	l.add(unknownOptionLabel(f.named, f.label, near, l.optionNames("")))
	return 0, false
}
