package workbench

import (
	"context"
	"errors"
	"fmt"

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
	if err := b.modelRead(); err != nil {
		return nil, err
	}
	report, err := backtest.Run(ctx, b.Case, b.readings(), set)
	return report, halted(err)
}

// modelRead refuses a case whose readings rest on places that a language model
// found: it may have learned what came after the day from which it is tested.
func (b *Bench) modelRead() error {
	for _, c := range cites(b.Case) {
		if c.By == "" {
			continue
		}
		d := reckon.Diagnostic{
			Severity: reckon.Error, Code: "model-read", At: c.At,
			Summary: "A back-test may not rest on what a language model read",
			Detail:  fmt.Sprintf("This place was found by %s, which may know what came after the days that a back-test pretends to stand on. Read the document with the rules, or check the place yourself and take the setting by out.", c.By),
		}
		b.Diagnostics = append(b.Diagnostics, d)
		return errors.New(d.Summary)
	}
	return nil
}
