package workbench

import (
	"reckon/brief"
	"reckon/coupling"
)

// arenasOn puts the arenas of the case on the page, as they stand on the as-of date,
// and who feeds whom.
func (b *Bench) arenasOn(f *brief.Findings) error {
	if len(b.Case.Arenas) == 0 {
		return nil
	}
	w, found := coupling.New(b.Case)
	if len(found) > 0 {
		panic("workbench: arenas of a case that is not fit")
	}
	var err error
	if f.Arenas, err = w.Reports(b.Case.AsOf, f.Today); err != nil {
		return err
	}
	f.Feeds, err = w.Diagram(b.Case.AsOf, f.Today)
	return err
}
