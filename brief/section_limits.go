package brief

import (
	"fmt"
	"slices"

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
		p.worldLimit(),
		"A next decision is a choice between staying and the smallest steps. A bundle of several steps at once is judged for stability, but has no probability here.",
		p.choicesLimit(),
		"The readings are rival theories written by people; the weights compare them with each other and cannot show that any of them is right. Another reading, not written here, may be better than all.",
		p.arenasLimit(),
		"What an actor wants is assessed from what was said and done in public; it has not been observed.",
		p.timeLimit(),
		"Not for operational targeting, and not for decisions about individuals.",
	}}
	v.Limits = slices.DeleteFunc(v.Limits, func(s string) bool { return s == "" })
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

// worldLimit says what the model leaves out.
func (p *page) worldLimit() string {
	actors, options := count(len(p.Case.Actors), "actor", "actors"), count(len(p.Case.Options), "yes-or-no option", "yes-or-no options")
	if p.Outlook == nil || len(p.Case.Measures)+len(p.Case.Shocks) == 0 {
		return fmt.Sprintf("The world is reduced to %s and %s. What is not an option here, such as accident, illness, a decision by somebody left out or a slow change, cannot happen in the model.", actors, options)
	}
	return fmt.Sprintf("The world is reduced to %s, %s, %s and %s. What is none of these, such as an accident that nobody listed or a decision by somebody left out, cannot happen in the model.",
		actors, options, count(len(p.Case.Measures), "measure", "measures"), count(len(p.Case.Shocks), "shock", "shocks"))
}

// arenasLimit says what the arenas are worth; "" without any.
func (p *page) arenasLimit() string {
	if len(p.Arenas) == 0 {
		return ""
	}
	what := fmt.Sprintf("The %d arenas are models from the literature, one for each force, joined by measures.", len(p.Arenas))
	if len(p.Arenas) == 1 {
		what = "The arena is a model from the literature, joined to the rest by measures."
	}
	return what + " Each is exact in what it works out and no better than its numbers, most of which are assessed; how strongly one moves another is stated by the case’s author, and no data say whether they belong together. Each page names its own limits."
}

// timeLimit says which numbers know of time.
func (p *page) timeLimit() string {
	if p.Outlook == nil {
		return "There is no time in these probabilities: they say what a next decision may be, not when it comes."
	}
	return "Only what comes next knows of time. Everything else says what a next decision may be, not when it comes. The pace of decisions, the chances of shocks and the course of the measures are as the case states them; the interval beside a share of runs counts none of that doubt."
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
