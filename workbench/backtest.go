package workbench

import (
	"context"

	"reckon"
	"reckon/backtest"
)

// Backtest is what runs from past days said and what came of it.
type Backtest struct {
	Case  string      `json:"case"`
	Title string      `json:"title"`
	AsOf  reckon.Date `json:"as_of"`
	*backtest.Report
	Diagnostics []reckon.Diagnostic `json:"diagnostics"`
}

// Backtest runs every reading from days in the past. The case must be fit.
func (b *Bench) Backtest(ctx context.Context, set backtest.Settings) (*Backtest, error) {
	report, err := b.Outcomes(ctx, set)
	if err != nil {
		return nil, err
	}
	return &Backtest{b.Case.Name, b.Case.Title, b.Case.AsOf, report, append([]reckon.Diagnostic{}, b.Diagnostics...)}, nil
}

// Outcomes is the back-test alone, for the trial to stand beside. The case must be fit.
func (b *Bench) Outcomes(ctx context.Context, set backtest.Settings) (*backtest.Report, error) {
	if !b.Fit() {
		panic("workbench: back-test of a case that is not fit")
	}
	report, err := backtest.Run(ctx, b.Case, b.readings(), set)
	return report, halted(err)
}
