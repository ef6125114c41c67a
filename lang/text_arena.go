package lang

import "reckon"

// arena writes an arena.
func (w *writer) arena(a *reckon.Arena) {
	w.block(a.Kind, a.Name, func(in *writer) {
		in.title(a.Title, a.Name)
		in.settings(a.Kind, "", a.Settings)
		for i := range a.Parts {
			p := &a.Parts[i]
			in.block(p.Kind, p.Name, func(in *writer) {
				in.title(p.Title, p.Name)
				in.settings(p.Kind, a.Kind, p.Settings)
				in.cites(p.Cites)
			})
		}
		for _, to := range a.Writes {
			in.block("writes", to.Measure, func(in *writer) {
				in.text("from", to.Quantity)
				in.text("of", to.Of)
			})
		}
		in.cites(a.Cites)
	})
}

// settings writes the numbers, words and names of an arena or a part of one.
func (w *writer) settings(kind, within string, list []reckon.ArenaSetting) {
	for i := range list {
		s := &list[i]
		switch row := blockIn(within, kind).attribute(s.Name); {
		case s.Value.Op != "":
			w.expr(s.Name, &s.Value)
		case s.Start.Stated():
			w.spread(s.Name, &s.Start)
		case row.kind == kindWord || len(s.Words) == 1:
			w.text(s.Name, s.Words[0])
		default:
			w.texts(s.Name, s.Words)
		}
	}
}
