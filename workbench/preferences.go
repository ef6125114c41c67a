package workbench

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
	"reckon/preference"
	"reckon/stability"
)

// PreferenceSettings say how preference is to be read; Kind is one of the names
// of preference.Kinds.
type PreferenceSettings struct {
	Kind     string
	Settings preference.Settings
	Reading  string
	State    string // Y/N letters of the state explained; "" is today's
	Summary  bool   // counts in place of lists of states
	Verify   bool   // re-validate the certificate of every verdict on the state
	Progress func(what string, done, total int)
}

// Preferences are the stable states of every reading under one kind of preference.
type Preferences struct {
	Head
	Kind     preference.Kind     `json:"preference"`
	Switches []preference.Switch `json:"switches"`
	Readings []Preferred         `json:"readings"`
}

// Preferred is one reading under one kind of preference.
type Preferred struct {
	Reading    string                                `json:"reading"`
	Heading    string                                `json:"reading_title"`
	States     int                                   `json:"states"`
	Equilibria map[reckon.Concept]listing            `json:"equilibria"`
	Stable     map[string]map[reckon.Concept]listing `json:"stable"`
	Here       map[string]map[reckon.Concept]bool    `json:"here"`
	Verdicts   []judged                              `json:"explained"`
	Notes      []string                              `json:"notes,omitempty"`        // what the minds leave the kind nothing to work on
	Verified   int                                   `json:"certificates,omitempty"` // re-validated
	Unheard    string                                `json:"unheard,omitempty"`      // what of the minds is left out
	Unknown    []string                              `json:"unknown,omitempty"`
}

// judged is an actor's verdict on the state explained, by his own concept where
// the kind has it.
type judged struct {
	Actor   string         `json:"actor"`
	Concept reckon.Concept `json:"concept"`
	Stable  bool           `json:"stable"`
	Answers []answered     `json:"answers"`
	Says    string         `json:"says"`
}

// Preference solves the case with preference read in another way than as one
// certain order. The case must be fit.
func (b *Bench) Preference(set PreferenceSettings) (*Preferences, error) {
	if err := set.fits(); err != nil {
		return nil, err
	}
	readings, state, err := b.pose(set.Reading, set.State)
	if err != nil {
		return nil, err
	}
	out := &Preferences{Head: b.head(state, set.State)}
	for i, r := range readings {
		if set.Progress != nil {
			set.Progress("readings solved", i, len(readings))
		}
		solved, err := preference.Solve(b.Case, r.MindsIn(b.Case), b.measures(), set.Kind, set.Settings)
		if err != nil {
			return nil, b.blame(err)
		}
		out.Kind, out.Switches = solved.Kind, solved.Switches
		one := b.preferred(r, solved, state, set.Summary)
		if set.Verify {
			one.Verified = b.verifiedPreference(solved, state)
		}
		out.Readings = append(out.Readings, one)
	}
	return out, nil
}

// fits checks that there is such a kind and that it takes the settings, so that
// what is refused after that is the case.
func (set *PreferenceSettings) fits() error {
	kinds := preference.Kinds()
	var names []string
	for _, k := range kinds {
		names = append(names, k.Name)
	}
	at := slices.Index(names, set.Kind)
	if at < 0 {
		return noSuch("kind of preference", set.Kind, names)
	}
	return kinds[at].Fits(set.Settings)
}

func (b *Bench) preferred(r *reckon.Reading, solved *preference.Result, state reckon.State, summary bool) Preferred {
	one := Preferred{
		States: solved.Conflict().States().Len(), Notes: solved.Notes, Unknown: solved.Unknown, Verdicts: []judged{},
		Equilibria: map[reckon.Concept]listing{}, Stable: map[string]map[reckon.Concept]listing{}, Here: map[string]map[reckon.Concept]bool{},
	}
	one.Reading, one.Heading = titles(r)
	minds := r.MindsIn(b.Case)
	one.Unheard = unheard(minds)
	for _, k := range solved.Kind.Concepts {
		one.Equilibria[k] = b.states(solved.Equilibria(k), summary)
	}
	for i := range b.Case.Actors {
		name := b.Case.Actors[i].Name
		one.Stable[name], one.Here[name] = map[reckon.Concept]listing{}, map[reckon.Concept]bool{}
		own := solved.Kind.Concepts[0]
		for _, k := range solved.Kind.Concepts {
			held := solved.Stable(i, k)
			one.Stable[name][k], one.Here[name][k] = b.states(held, summary), held.Has(state)
			if k == minds[i].Temper.Concept {
				own = k
			}
		}
		if len(b.Case.Actors[i].Options) > 0 {
			one.Verdicts = append(one.Verdicts, b.judged(minds[i], solved.Explain(i, own, state)))
		}
	}
	return one
}

// judged turns a verdict into names and a sentence.
func (b *Bench) judged(m reckon.Mind, v preference.Verdict) judged {
	see := sight{b: b, actor: v.Actor, mind: m, measures: b.measures(), state: v.State}
	out := judged{Actor: m.Actor, Concept: v.Concept, Stable: v.Stable, Answers: []answered{}}
	for _, a := range v.Answers {
		out.Answers = append(out.Answers, see.answered(stability.Answer{To: a.To, Path: a.Path, Sanction: a.Sanction}))
	}
	title := b.title(v.Actor)
	switch {
	case len(v.Answers) == 0 && v.Stable:
		out.Says = title + " would stay: no move open here is an improvement."
	case !v.Stable:
		out.Says = fmt.Sprintf("%s would move: %s. Nothing meets it.", title, out.Answers[0].Move)
	default:
		var met []string
		for _, a := range out.Answers[:min(mostAnswers, len(out.Answers))] {
			var steps []string
			for _, p := range a.Path {
				steps = append(steps, fmt.Sprintf("%s of %s", p.Move, within(b.title(b.Case.Actor(p.Actor)))))
			}
			met = append(met, fmt.Sprintf("%s is met by %s", a.Move, strings.Join(steps, ", then ")))
		}
		if more := len(out.Answers) - len(met); more > 0 {
			met = append(met, fmt.Sprintf("%d more are met in other ways", more))
		}
		out.Says = title + " would stay: " + strings.Join(met, "; ") + "."
	}
	return out
}
