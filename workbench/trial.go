package workbench

import (
	"reckon"
	"reckon/trial"
)

// Tried is the outcome of a trial with the warnings that stand beside it.
type Tried struct {
	*trial.Report
	Diagnostics []reckon.Diagnostic `json:"diagnostics"`
}

// Trial tests every reading against the record. The case must be fit; an error
// that follows from its text is added to Diagnostics, as in Solve.
func (b *Bench) Trial(set trial.Settings) (*Tried, error) {
	if !b.Fit() {
		panic("workbench: trial of a case that is not fit")
	}
	report, err := trial.Run(b.Case, set)
	if err != nil {
		return nil, b.blame(err)
	}
	return &Tried{report, append([]reckon.Diagnostic{}, b.Diagnostics...)}, nil
}
