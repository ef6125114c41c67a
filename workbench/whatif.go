package workbench

import (
	"context"
	"fmt"
	"slices"

	"reckon"
	"reckon/outlook"
)

// WhatIf is scenarios beside what is expected else, one by one, or all combinations
// of levers.
type WhatIf struct {
	Case        string              `json:"case"`
	Title       string              `json:"title"`
	Base        string              `json:"base,omitempty"` // what the base itself changes, in words
	Runs        int                 `json:"runs"`
	Seed        uint64              `json:"seed"`
	Weights     string              `json:"weights"`
	Readings    []outlook.Share     `json:"readings"`
	Scenarios   []outlook.Contrast  `json:"scenarios,omitempty"`
	Factorial   *outlook.Factorial  `json:"factorial,omitempty"`
	Numbers     []string            `json:"numbers,omitempty"` // questions that ask for a number, which are not compared
	Diagnostics []reckon.Diagnostic `json:"diagnostics"`
}

// MaxLevers bounds a factorial design: six are 64 ensembles.
const MaxLevers = 6

// WhatIf compares scenarios, by default all of the case, with the base; levers, if
// given, are combined in every way instead.
func (b *Bench) WhatIf(ctx context.Context, set RunSettings, scenarios, levers []string) (*WhatIf, error) {
	e, err := b.ensemble(set)
	if err != nil {
		return nil, err
	}
	base := e.Scenario()
	w := &WhatIf{
		Case: b.Case.Name, Title: b.Case.Title, Base: outlook.Describe(b.Case, &base), Runs: set.Runs, Seed: set.Seed,
		Weights: e.Basis, Readings: e.Readings, Diagnostics: append([]reckon.Diagnostic{}, b.Diagnostics...),
	}
	for _, q := range b.Case.Questions {
		if q.When.Op != "" && !q.When.YesNo() {
			w.Numbers = append(w.Numbers, q.Name)
		}
	}
	if len(levers) > 0 {
		if len(levers) > MaxLevers {
			return nil, fmt.Errorf("%d levers make %d combinations; at most %d are combined", len(levers), 1<<min(len(levers), 30), MaxLevers)
		}
		pulled, err := b.levers(levers)
		if err != nil {
			return nil, err
		}
		w.Factorial, err = e.Factorial(ctx, set.job(), pulled)
		return w, halted(err)
	}
	if len(scenarios) == 0 {
		for _, s := range b.Case.Scenarios {
			scenarios = append(scenarios, s.Name)
		}
	}
	if len(scenarios) == 0 {
		return nil, fmt.Errorf("the case states no scenario; name what to change with --lever, as in --lever price=40, or add a scenario block")
	}
	pulled, err := b.levers(scenarios)
	if err != nil {
		return nil, err
	}
	w.Scenarios, err = e.Compare(ctx, set.job(), pulled)
	return w, halted(err)
}

func (b *Bench) levers(texts []string) ([]reckon.Scenario, error) {
	var all []reckon.Scenario
	for _, text := range texts {
		s, err := b.lever(text)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(all, func(had reckon.Scenario) bool { return had.Name == s.Name }) {
			return nil, fmt.Errorf("%q is named twice; name each change once", text)
		}
		all = append(all, s)
	}
	return all, nil
}
