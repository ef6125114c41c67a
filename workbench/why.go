package workbench

import (
	"context"

	"reckon"
	"reckon/causes"
)

// Why is what the answer to one question comes from.
type Why struct {
	Case    string `json:"case"`
	Title   string `json:"title"`
	Weights string `json:"weights"`
	causes.Why
	Signals     []causes.Signal     `json:"signals"`
	Diagnostics []reckon.Diagnostic `json:"diagnostics"`
}

// WhySettings say what to ask besides the runs.
type WhySettings struct {
	Question string
	Samples  int // of the sensitivity indices, a power of two; 0 leaves them out
	Morris   bool
	Ahead    int // days within which an observation is looked for; 0 is 31
}

// Why asks what one question's answer comes from: the events it needs, the
// uncertain numbers it hangs on, and what to watch for.
func (b *Bench) Why(ctx context.Context, set RunSettings, ask WhySettings) (*Why, error) {
	e, err := b.ensemble(set)
	if err != nil {
		return nil, err
	}
	w := &Why{Case: b.Case.Name, Title: b.Case.Title, Weights: e.Basis, Diagnostics: append([]reckon.Diagnostic{}, b.Diagnostics...)}
	why, err := causes.Ask(ctx, e, set.job(), ask.Question)
	if err != nil {
		return nil, halted(err)
	}
	w.Why = *why
	return w, nil
}
