package workbench

import (
	"errors"
	"fmt"
	"math/bits"
	"strings"

	"reckon"
	"reckon/mind"
)

// views is how far one actor's eyes lead him astray: what he misjudges in the
// state, the equilibria that he expects in vain or does not expect, and the
// recorded moves that did not fit his view.
type views struct {
	Viewer     string         `json:"viewer"`
	Concept    reckon.Concept `json:"concept"`              // of his temper; equilibria are counted under it
	Sees       string         `json:"sees"`                 // what he takes the state for: options that he does not know are off
	Barred     bool           `json:"impossible,omitempty"` // he holds that to be impossible
	Misjudged  []misjudged    `json:"judged"`               // every other actor who decides
	Unforeseen []unforeseen   `json:"unforeseen"`
	Expects    int            `json:"expects"`  // states that he takes for equilibria
	Mistaken   []string       `json:"mistaken"` // of these, those that are none
	Missed     []string       `json:"missed"`   // equilibria that he does not expect
	Falsified  []falsified    `json:"falsified"`
	Says       []string       `json:"says"`
}

// misjudged sets what he thinks of an actor in the state beside what is so there.
type misjudged struct {
	Actor string  `json:"actor"`
	Seen  float64 `json:"seen"` // odds of his views in which the state is stable for that one
	Is    float64 `json:"is"`   // odds of that one's own views in which it is
	Wrong bool    `json:"wrong"`
}

// unforeseen is a move open to another that is out of the question in his views.
type unforeseen struct {
	Actor string  `json:"actor"`
	Move  string  `json:"move"`
	To    string  `json:"to"`
	Odds  float64 `json:"odds"`
	Gains bool    `json:"gains"`
	Why   string  `json:"why"`
}

// falsified is a recorded move that proved one of his views wrong.
type falsified struct {
	ID        string      `json:"id"`
	Date      reckon.Date `json:"date"`
	Title     string      `json:"title"`
	Actor     string      `json:"actor"`
	Kind      string      `json:"kind,omitempty"` // what he takes the mover for
	Odds      float64     `json:"odds"`           // of that kind, before the move
	Why       string      `json:"why"`
	Collapsed bool        `json:"collapsed"` // every kind that he reckons with is proved wrong
	Tests     bool        `json:"tests"`     // the row is later than the reading
}

func (q inquiry) views(out *Followed) error {
	if q.viewer < 0 {
		return errors.New("the case names no subject whose view could be told; name an actor with --view")
	}
	m, err := mind.New(q.b.Case, q.reading, q.b.measures())
	if err != nil {
		return err
	}
	g, err := gameOf(q.b, q.reading, m, q.viewer, q.state)
	if err != nil {
		return err
	}
	v := &views{
		Viewer: q.actor(q.viewer), Concept: g.Concept, Expects: g.Expects, Misjudged: []misjudged{}, Unforeseen: []unforeseen{},
		Mistaken: q.all(g.Mistaken), Missed: q.all(g.Missed), Falsified: []falsified{},
	}
	for j := range g.Taken {
		if j != q.viewer && len(q.b.Case.Actors[j].Options) > 0 {
			v.Misjudged = append(v.Misjudged, misjudged{q.actor(j), g.Taken[j], g.Is[j], (g.Taken[j] >= 0.5) != (g.Is[j] >= 0.5)})
		}
	}
	for _, u := range g.Today.Unforeseen {
		v.Unforeseen = append(v.Unforeseen, unforeseen{q.actor(u.Actor), q.b.move(q.state, u.To), q.letters(u.To), u.Odds, u.Gains, q.because(u.Reason)})
	}
	for _, row := range g.Broken {
		e := &q.b.Case.Record[row.Row]
		for _, x := range row.Breaks {
			v.Falsified = append(v.Falsified, falsified{
				ID: e.ID, Date: e.Date, Title: e.Title, Actor: q.actor(x.Actor), Kind: x.Kind, Odds: x.Odds,
				Why: q.broke(x), Collapsed: x.Collapsed, Tests: row.Tests,
			})
		}
	}
	v.Sees, v.Barred = q.letters(g.Today.Sees), g.Today.Impossible
	v.Says = q.viewsSay(v)
	out.Views = v
	return nil
}

func (q inquiry) all(states []reckon.State) []string {
	list := []string{}
	for _, s := range states {
		list = append(list, q.letters(s))
	}
	return list
}

// because says why a move is out of the question in a view.
func (q inquiry) because(r mind.Reason) string {
	var why []string
	say := func(mask reckon.State, what string) {
		for ; mask != 0; mask &= mask - 1 {
			why = append(why, what+" "+q.b.Case.Options[bits.TrailingZeros64(uint64(mask))].Name)
		}
	}
	say(r.Unaware, "does not know of")
	say(r.Unthought, "thinks that the mover does not know of")
	say(r.Against, "holds that way closed for")
	if r.Impossible {
		why = append(why, "holds where it leads to be impossible")
	}
	return strings.Join(why, "; ")
}

func (q inquiry) broke(x mind.Break) string {
	if x.Irrational {
		return "the mover, so taken, would have lost by it"
	}
	return q.because(x.Reason)
}

// viewsSay tells all this in sentences.
func (q inquiry) viewsSay(v *views) []string {
	who := q.b.title(q.viewer)
	var says []string
	if v.Sees != q.letters(q.state) {
		says = append(says, fmt.Sprintf("%s does not know of every option that is on, and takes this state for %s.", who, v.Sees))
	}
	if v.Barred {
		says = append(says, fmt.Sprintf("%s holds this state to be impossible: his view has broken already.", who))
	}
	before := len(says)
	for _, j := range v.Misjudged {
		if j.Wrong {
			would := map[bool]string{true: "stay", false: "move"}[j.Is >= 0.5]
			says = append(says, fmt.Sprintf("%s is mistaken about %s, who in his own eyes would %s here.", who, q.whom(j.Actor), would))
		}
	}
	if len(says) == before && !v.Barred {
		says = append(says, fmt.Sprintf("%s misjudges nobody in this state.", who))
	}
	for _, u := range v.Unforeseen {
		says = append(says, fmt.Sprintf("Open to %s but out of the question for him: %s, since he %s.", q.whom(u.Actor), u.Move, u.Why))
	}
	if len(v.Mistaken)+len(v.Missed) == 0 {
		says = append(says, fmt.Sprintf("Under %s the equilibria that he expects, %d in all, are those that there are.", v.Concept, v.Expects))
	} else {
		says = append(says, fmt.Sprintf("Under %s he expects %d equilibria, %d of them in vain; there are %d others that he does not expect.", v.Concept, v.Expects, len(v.Mistaken), len(v.Missed)))
	}
	for first, list := 0, v.Falsified; first < len(list); {
		past := first + 1
		for past < len(list) && list[past].ID == list[first].ID && list[past].Actor == list[first].Actor && list[past].Why == list[first].Why {
			past++
		}
		says = append(says, q.brokeSays(list[first:past]))
		first = past
	}
	return says
}

// whom names an actor inside a sentence.
func (q inquiry) whom(name string) string { return within(q.b.title(q.b.Case.Actor(name))) }

// brokeSays tells what one recorded move did not fit, and why: the kinds that he
// reckoned with.
func (q inquiry) brokeSays(kinds []falsified) string {
	f := kinds[0]
	var as []string
	for _, k := range kinds {
		if k.Kind != "" {
			as = append(as, fmt.Sprintf("%q (%s of his odds)", k.Kind, percent(k.Odds)))
		}
	}
	taken := q.whom(f.Actor)
	if as != nil {
		taken += " as " + strings.Join(as, " or ")
	}
	after := ""
	if f.Tests {
		after = " This is later than the reading."
	}
	return fmt.Sprintf("%s, %s: does not fit %s; %s.%s", f.Date, f.Title, taken, f.Why, after)
}

// percent writes a share; rounding never makes it none or all.
func percent(x float64) string {
	switch {
	case x > 0 && x < 0.01:
		return "<1%"
	case x < 1 && x > 0.99:
		return ">99%"
	}
	return fmt.Sprintf("%.0f%%", 100*x)
}
