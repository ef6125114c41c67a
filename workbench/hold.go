package workbench

import (
	"math"
	"slices"
	"strings"

	"reckon"
	"reckon/mind"
	"reckon/stability"
)

// Holding says whether an actor would stay in a state, in his own views and by
// the concept of his temper, and why.
type Holding struct {
	Actor   string         `json:"actor"`
	Title   string         `json:"title"`
	Concept reckon.Concept `json:"concept"`
	Stable  bool           `json:"stable"` // in views with at least half of his odds
	Share   float64        `json:"share"`  // the odds of his views in which it is stable
	Views   []viewed       `json:"views"`
	Says    []string       `json:"says"` // plain sentences
	Idle    bool           `json:"idle"` // has no option at all
}

// half is the odds from which an actor is said to hold a state stable, less what
// adding up odds may leave in the last digits; Minds.Share is rounded and needs none.
const half = 0.5 - 1e-9

// viewed is the verdict in one view.
type viewed struct {
	Odds    float64           `json:"odds"`
	Kinds   map[string]string `json:"kinds"` // actor to the kind he is taken for; absent as he is
	Stable  bool              `json:"stable"`
	Barred  bool              `json:"impossible,omitempty"` // the view holds the state to be impossible
	Free    bool              `json:"free"`                 // has a move at all
	Margin  int               `json:"margin"`               // ranks by which staying beats the best move; below 0 when it does not
	Levels  int               `json:"levels"`               // distinct ranks; 0 where states are not listed, and the margin is not known
	Answers []answered        `json:"answers"`
}

// answered is one improvement of the actor and what meets it.
type answered struct {
	Move     string `json:"move"`
	To       string `json:"to"`
	Gains    string `json:"gains,omitempty"`    // the most important want it fulfils
	Path     []step `json:"path"`               // the sanction, in order; empty when nothing meets the move
	Together bool   `json:"together,omitempty"` // the steps of the path are taken at the same moment as the move
	Ahead    int    `json:"ahead,omitempty"`    // L_h and NM: the moves looked ahead; the path is then the play foreseen, his own moves too
	Sanction string `json:"sanction,omitempty"`
	Costs    string `json:"costs,omitempty"` // the most important want then lost
}

// step is one move of another actor on a path.
type step struct {
	Actor string `json:"actor"`
	Move  string `json:"move"`
	To    string `json:"to"`
}

// sight is what the sentences of one holding are made from.
type sight struct {
	b        *Bench
	actor    int
	mind     reckon.Mind
	measures func(string) float64
	state    reckon.State
}

// hold explains one state for one actor. With a viewer it is what the viewer
// thinks of the actor: the verdict in what he thinks that the actor sees. In a
// view that holds the state impossible nobody holds it stable.
func (b *Bench) hold(m *mind.Minds, minds []reckon.Mind, actor int, state reckon.State, set SolveSettings) Holding {
	h := Holding{Actor: b.Case.Actors[actor].Name, Title: b.title(actor), Concept: minds[actor].Temper.Concept, Views: []viewed{}, Idle: len(b.Case.Actors[actor].Options) == 0}
	views := m.Views(append(b.path(set.View), actor)...)
	verdicts := make([]stability.Verdict, len(views))
	for i := range views {
		verdicts[i] = explain(&views[i], actor, views[i].Minds[actor].Temper.Concept, state)
		if verdicts[i].Stable {
			h.Share += views[i].Odds
		}
	}
	h.Stable = h.Share >= half
	h.Share = min(h.Share, 1)
	for i, v := range views {
		see := sight{b: b, actor: actor, mind: v.Minds[actor], measures: b.measures(), state: verdicts[i].State}
		h.Views = append(h.Views, see.viewed(v, verdicts[i]))
	}
	h.Says = b.says(h, verdicts)
	return h
}

// explain returns the verdict on a state of the world in one view.
func explain(v *mind.View, actor int, concept reckon.Concept, state reckon.State) stability.Verdict {
	seen, possible := v.Sees(state)
	if !possible {
		return stability.Verdict{Actor: actor, Concept: concept, State: seen}
	}
	return v.Conflict.Explain(actor, concept, seen)
}

// viewed turns a verdict into names.
func (w sight) viewed(v mind.View, verdict stability.Verdict) viewed {
	out := viewed{
		Odds: v.Odds, Kinds: map[string]string{}, Stable: verdict.Stable, Free: verdict.Free,
		Margin: verdict.Margin, Answers: []answered{},
	}
	if v.Conflict != nil {
		out.Barred = !v.Conflict.States().Has(verdict.State)
		out.Levels = v.Conflict.Levels(w.actor)
	}
	for i, kind := range v.Kinds {
		if kind != "" {
			out.Kinds[w.b.Case.Actors[i].Name] = kind
		}
	}
	for _, a := range verdict.Answers {
		out.Answers = append(out.Answers, w.answered(a))
	}
	return out
}

func (w sight) answered(a stability.Answer) answered {
	out := answered{
		Move: w.b.move(w.state, a.To), To: w.b.letters(a.To), Path: []step{},
		Gains: w.change(w.state, a.To, 1), Together: a.Together, Ahead: a.Moves,
	}
	if a.Moves > 0 { // what counts is where play ends
		out.Gains = w.change(w.state, a.Sanction, 1)
	}
	from := a.To
	for _, p := range a.Path {
		if a.Together { // all move at once, from the state itself
			from = w.state
		}
		out.Path = append(out.Path, step{w.b.Case.Actors[p.Actor].Name, w.b.move(from, p.To), w.b.letters(p.To)})
		from = p.To
	}
	if len(a.Path) > 0 || a.Moves > 0 {
		out.Sanction = w.b.letters(a.Sanction)
		out.Costs = w.change(w.state, a.Sanction, 0)
	}
	return out
}

// change returns the most important want that differs between two states, if at
// the second it has the given truth; "" when another want decides first, or the
// order is stated directly.
func (w sight) change(from, to reckon.State, is float64) string {
	if len(w.mind.Order) > 0 {
		return ""
	}
	for i := range w.mind.Wants {
		want := &w.mind.Wants[i]
		before, after := truth(&want.That, from, w.measures), truth(&want.That, to, w.measures)
		if math.IsNaN(before) || math.IsNaN(after) || before == after {
			continue
		}
		if after == is {
			return want.Name
		}
		return ""
	}
	return ""
}

// move writes the step between two states: "+strike -talk".
func (b *Bench) move(from, to reckon.State) string {
	return reckon.Move{On: to &^ from, Off: from &^ to}.Text(b.Case)
}

// title is what an actor is called in sentences.
func (b *Bench) title(actor int) string {
	if t := b.Case.Actors[actor].Title; t != "" {
		return t
	}
	return b.Case.Actors[actor].Name
}

// excluding names the rule that makes a state impossible, "" when none does.
func (b *Bench) excluding(s reckon.State) string {
	measures := b.measures()
	k := slices.IndexFunc(b.Case.Impossible, func(r reckon.Impossible) bool {
		return r.When.Op != "" && truth(&r.When, s, measures) == 1
	})
	if k < 0 {
		return ""
	}
	return strings.TrimSpace(b.Case.Impossible[k].Name)
}
