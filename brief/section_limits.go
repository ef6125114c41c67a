package brief

import (
	"fmt"

	"reckon"
)

// limitsView is what the model cannot carry, and what the checker has to say.
type limitsView struct {
	Limits   []string
	Warnings []warningView
}

type warningView struct{ Severity, Summary, Where, Code string }

func (p *page) limitsView() *limitsView {
	v := &limitsView{Limits: []string{
		"Stable is not likely. That a state is stable says that nobody gains by leaving it, given the wants and the foresight put in; it does not say that events will lead there or stay there.",
		fmt.Sprintf("The world is reduced to %s and %s. What is not an option here, such as accident, illness, a decision by somebody left out or a slow change, cannot happen in the model.", count(len(p.Case.Actors), "actor", "actors"), count(len(p.Case.Options), "yes-or-no option", "yes-or-no options")),
		"A next decision is a choice between staying and the smallest steps. A bundle of several steps at once is judged for stability, but has no probability here.",
		p.choicesLimit(),
		"The readings are rival theories written by people; the weights compare them with each other and cannot show that any of them is right. Another reading, not written here, may be better than all.",
		"What an actor wants is assessed from what was said and done in public; it has not been observed.",
		"There is no time in these probabilities: they say what a next decision may be, not when it comes.",
		"Not for operational targeting, and not for decisions about individuals.",
	}}
	if p.Case.AsOf == 0 {
		v.Limits = append(v.Limits, "The case sets no as-of date, so nothing guards against hindsight.")
	}
	for _, d := range p.Diagnostics {
		if d.Severity == reckon.Note {
			continue
		}
		v.Warnings = append(v.Warnings, warningView{upper(d.Severity.String()), d.Summary, d.At.String(), d.Code})
	}
	return v
}

func (p *page) choicesLimit() string {
	if p.Trial == nil || len(p.Trial.Choices) == 0 {
		return "No recorded choice stands behind these claims: nothing here has been tested."
	}
	covered := 0
	for _, s := range p.Trial.Readings {
		covered = max(covered, s.Covered)
	}
	scored := 0
	for _, c := range p.Trial.Choices {
		if c.Skipped == "" {
			scored++
		}
	}
	return fmt.Sprintf("%s in the trial, of which %d are scored; the reading that speaks most speaks to %d of them. No forecast of this case has been issued and resolved, so no claim of calibration is made.", upper(count(len(p.Trial.Choices), "recorded choice stands", "recorded choices stand")), scored, covered)
}
