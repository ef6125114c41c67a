package workbench

import "reckon/trial"

// Trial tests every reading against the record. The case must be fit; an error
// that follows from its text is added to Diagnostics, as in Solve.
func (b *Bench) Trial(set trial.Settings) (*trial.Report, error) {
	if !b.Fit() {
		panic("workbench: trial of a case that is not fit")
	}
	report, err := trial.Run(b.Case, set)
	if err != nil {
		return nil, b.blame(err)
	}
	return report, nil
}
