package lang

import "reckon"

// impossible reads a rule that excludes states.
func (l *loader) impossible(f fields) {
	if f.label != "" && !l.declare("impossible", f.label, f.named) {
		return
	}
	r := reckon.Impossible{Name: f.label, At: f.at}
	r.When, r.Text = f.statement("when", placeImpossible)
	if r.When.Op != "" {
		l.c.Impossible = append(l.c.Impossible, r)
	}
}
