package workbench

import (
	"strings"

	"reckon/brief"
	"reckon/coupling"
)

// arenasOn puts the arenas of the case on the page, as they stand on the as-of date,
// and who feeds whom. What cannot be worked out is told there.
func (b *Bench) arenasOn(f *brief.Findings) {
	if len(b.Case.Arenas) == 0 {
		return
	}
	w, found := coupling.New(b.Case)
	if len(found) > 0 {
		panic("workbench: arenas of a case that is not fit")
	}
	upset := func(what string, err error) {
		f.Upset = append(f.Upset, what+": "+strings.TrimSuffix(err.Error(), ".")+".")
	}
	var err error
	if f.Arenas, err = w.Reports(b.Case.AsOf, f.Today); err != nil {
		upset("Not every arena could be worked out as it stands", err)
	}
	if f.Feeds, err = w.Diagram(b.Case.AsOf, f.Today); err != nil {
		upset("Who feeds whom could not be worked out", err)
	}
}
