package lang

import (
	"slices"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"reckon"
)

// arenas reads the arenas of all kinds, in the order of the files.
func (l *loader) arenas(blocks []*hclsyntax.Block) {
	first := map[string]reckon.Range{}
	for _, b := range blocks {
		if !slices.Contains(arenaKinds, b.Type) {
			continue
		}
		f := l.open(b, blockNamed(b.Type))
		if f.label == "" {
			continue
		}
		if at, taken := first[f.label]; taken {
			l.add(duplicateName(f.named, "arena", f.label, at))
			continue
		}
		first[f.label] = f.named
		if b.Type != "treasury" { // whose equations are measures
			l.cause(f.label, f.named)
		}
		l.arena(f)
	}
}

// arena reads one arena with its parts and what it writes.
func (l *loader) arena(f fields) {
	a := reckon.Arena{
		Kind: f.schema.name, Name: f.label, Title: f.title(f.label),
		Settings: f.arenaSettings(), Cites: f.cites(), At: f.at,
	}
	first := map[string]reckon.Range{}
	for _, b := range f.inner {
		s := blockIn(f.schema.name, b.Type)
		if s == nil || s.within != f.schema.name || !slices.Contains(f.schema.blocks, b.Type) {
			continue // a cite, or reported
		}
		g := l.open(b, s)
		switch at, taken := first[b.Type+" "+g.label]; {
		case g.label == "":
		case b.Type == "writes":
			l.writes(&a, g)
		case taken && b.Type != "watch":
			l.add(duplicateName(g.named, b.Type, g.label, at))
		default:
			first[b.Type+" "+g.label] = g.named
			a.Parts = append(a.Parts, reckon.ArenaPart{
				Kind: b.Type, Name: g.label, Title: g.arenaTitle(), Settings: g.arenaSettings(), Cites: g.cites(), At: g.at,
			})
		}
	}
	l.c.Arenas = append(l.c.Arenas, a)
}

// arenaTitle reads the words that pages print, where the part has such a setting.
func (f fields) arenaTitle() string {
	if f.schema.attribute("title") == nil {
		return f.label
	}
	return f.title(f.label)
}

// arenaSettings reads what is stated, in the order of the schema.
func (f fields) arenaSettings() []reckon.ArenaSetting {
	var list []reckon.ArenaSetting
	for i := range f.schema.attributes {
		row := &f.schema.attributes[i]
		e := f.value(row.name)
		if e == nil || row.name == "title" {
			continue
		}
		s := reckon.ArenaSetting{Name: row.name, At: place(e.Range())}
		switch row.kind {
		case kindExpr:
			s.Value, s.Text = f.formula(row.name)
		case kindWord:
			s.Words = slices.DeleteFunc([]string{f.word(row.name)}, func(w string) bool { return w == "" })
		case kindSpread:
			s.Start = f.spread(row.name, placeStart, placeNumber)
		case kindText:
			s.Words = []string{f.text(row.name)}
		case kindTexts:
			s.Words = f.texts(row.name)
		default:
			panic("lang: an arena cannot hold " + string(row.kind))
		}
		if s.Value.Op != "" || len(s.Words) > 0 || s.Start.Stated() {
			list = append(list, s)
		}
	}
	return list
}

// writes reads which measure gets which quantity.
func (l *loader) writes(a *reckon.Arena, f fields) {
	w := reckon.ArenaWrite{Measure: f.label, At: f.at}
	if f.schema.attribute("from").kind == kindText {
		w.Quantity = f.text("from")
	} else {
		w.Quantity = f.word("from")
	}
	if f.schema.attribute("of") != nil {
		w.Of = f.text("of")
	}
	m := l.measure(f.label)
	switch {
	case m == nil:
		names := l.namesOf("measure")
		l.add(unknownMeasure(f.named, f.label, nearest(f.label, names), names))
		return
	case m.Arena != "":
		l.add(writtenTwice(f.named, f.label, m.Arena))
		return
	case m.Is.Op != "" || m.Next.Op != "":
		l.add(writtenAndMoved(f.named, f.label, m.Text))
		return
	case !m.Start.Stated() && a.Kind != "treasury":
		l.add(writtenWithoutStart(f.named, f.label))
	}
	m.Arena = a.Name
	if w.Quantity != "" {
		a.Writes = append(a.Writes, w)
	}
}
