package workbench

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"reckon"
	"reckon/followup"
	"reckon/mind"
	"reckon/stability"
)

// Aspects lists the follow-up questions, in the order in which they are told.
func Aspects() []string {
	var names []string
	for _, a := range aspects() {
		names = append(names, a.name)
	}
	return names
}

// aspect is one follow-up question about a state.
type aspect struct {
	name string
	ask  func(q inquiry, out *Followed) error // the error says what cannot be answered here
}

// aspects lists them. A new one is a function and an entry here.
func aspects() []aspect {
	return []aspect{
		{"basis", inquiry.basis},
		{"robustness", inquiry.robustness},
		{"paths", inquiry.paths},
		{"sinks", inquiry.sinks},
		{"sensitivity", inquiry.sensitivity},
		{"inverse", inquiry.inverse},
		{aspectViews, inquiry.views},
	}
}

// aspectViews is the one question that can be asked of a state that the viewer
// does not see: there surprise teaches most.
const aspectViews = "views"

// FollowupSettings say what to ask; the zero value asks everything about today's
// state, in every reading, under each reading's own concept.
type FollowupSettings struct {
	Reading  string
	View     string         // the conflict as this actor sees it, in his likeliest view; "" is as the reading has it
	State    string         // Y/N letters; "" is today's
	For      string         // inverse: the state to be made stable; "" is State
	Concept  reckon.Concept // "" is that of the subject's mind, or SEQ without a subject
	Within   int            // inverse: the most changes looked for; 0 is 2
	Aspects  []string       // nil: all
	Progress func(what string, done, total int)
}

// Followups are the answers for every reading asked about.
type Followups struct {
	Head
	For      string     `json:"for"`
	View     string     `json:"view,omitempty"`
	Aspects  []string   `json:"aspects"`
	Readings []Followed `json:"readings"`
}

// Followed are the answers in one reading.
type Followed struct {
	Reading     string            `json:"reading"`
	Heading     string            `json:"reading_title"`
	Concept     reckon.Concept    `json:"concept"`
	Kinds       map[string]string `json:"kinds,omitempty"` // the view asked about: actor to the kind he is taken for
	Odds        float64           `json:"odds,omitempty"`  // of that view
	Equilibria  int               `json:"equilibria"`      // under the concept
	Basis       []basis           `json:"basis,omitempty"`
	Robustness  *robustness       `json:"robustness,omitempty"`
	Paths       *paths            `json:"paths,omitempty"`
	Sinks       []sink            `json:"sinks,omitempty"`
	Sensitivity []flip            `json:"sensitivity,omitempty"`
	Inverse     *inverse          `json:"inverse,omitempty"`
	Views       *views            `json:"views,omitempty"`
	Notes       []string          `json:"notes,omitempty"` // what could not be answered, and why
	Unknown     []string          `json:"unknown,omitempty"`
}

// basis says what an actor's verdict on the state rests on.
type basis struct {
	Actor        string `json:"actor"`
	Why          string `json:"why"` // "no move", "no gain", "answered", "leaves"; "impossible" in his eyes
	Stable       bool   `json:"stable"`
	Margin       int    `json:"margin"`
	Moves        int    `json:"moves"`
	Improvements int    `json:"improvements"`

	Odds  float64           `json:"odds,omitempty"`  // of the view it holds in: his likeliest on the side of the verdict
	Kinds map[string]string `json:"kinds,omitempty"` // that view: actor to the kind he is taken for
	Says  string            `json:"says"`
}

// robustness is how far verdicts hang on the choice of concept: for the state,
// and for the equilibria, the sturdiest first.
type robustness struct {
	Here       robust   `json:"here"`
	Equilibria []robust `json:"equilibria"`
}

type robust struct {
	State       string                      `json:"state"`
	Equilibrium []reckon.Concept            `json:"equilibrium"`
	Stable      map[string][]reckon.Concept `json:"stable"` // by actor
	Says        string                      `json:"says"`

	verdicts int // how many actors hold it stable, summed over concepts
	away     int // how many options differ from the state asked about
}

// paths are the ways from the state to each equilibrium, the nearest first.
type paths struct {
	ByImprovements []way `json:"by_improvements"`
	ByMoves        []way `json:"by_moves"`
}

type way struct {
	To       string   `json:"to"`
	Reached  bool     `json:"reached"`
	Moves    int      `json:"moves,omitempty"`
	Shortest uint64   `json:"shortest,omitempty"` // how many shortest sequences there are
	Openers  []string `json:"openers,omitempty"`  // who moves first in some shortest sequence
	Routes   []route  `json:"routes,omitempty"`
	Says     string   `json:"says"`
}

type route struct {
	Steps    []step `json:"steps"`
	NoReturn int    `json:"no_return"` // the step after which nobody can lead back; −1 never
	Settled  int    `json:"settled"`   // the step after which no other equilibrium is open; −1 never
}

type sink struct {
	States []string `json:"states"`
	Cycle  bool     `json:"cycle"`
	May    int      `json:"may"`  // states from which improvements may end here
	Sure   int      `json:"sure"` // of these, states from which they can end nowhere else
	Here   bool     `json:"here"` // improvements from the state explained may end here
	Says   string   `json:"says"`
}

type flip struct {
	Actor  string `json:"actor"`
	Stable bool   `json:"stable"`
	Margin int    `json:"margin"`
	Swap   *edit  `json:"swap,omitempty"`
	Drop   *edit  `json:"drop,omitempty"`
	Turn   *edit  `json:"reverse,omitempty"`

	Odds  float64           `json:"odds,omitempty"` // see basis
	Kinds map[string]string `json:"kinds,omitempty"`
	Says  string            `json:"says"`
}

// edit is one change of a mind, with what the change rests on or overrules.
type edit struct {
	Do      string   `json:"do"`
	Actor   string   `json:"actor"`
	Moved   int      `json:"moved,omitempty"`
	Says    string   `json:"says"`
	Sources []string `json:"sources,omitempty"`
}

type inverse struct {
	Holds    bool     `json:"holds"`
	Size     int      `json:"size"`
	Found    int      `json:"found"`
	Searched int      `json:"searched"`
	Sets     [][]edit `json:"sets,omitempty"`
	Says     string   `json:"says"`
	Orders   []orders `json:"orders,omitempty"` // the exact count, where states are few
}

type orders struct {
	Actor string  `json:"actor"` // "" is everyone together
	Total string  `json:"total"`
	Count string  `json:"count"`
	Share float64 `json:"share"`
	Says  string  `json:"says"`
}

// Followup answers follow-up questions about one state. The case must be fit. An
// error that follows from the author's text is also added to Diagnostics.
func (b *Bench) Followup(set FollowupSettings) (*Followups, error) {
	readings, state, err := b.pose(set.Reading, set.State)
	if err != nil {
		return nil, err
	}
	target, err := b.asked(&set, state)
	if err != nil {
		return nil, err
	}
	out := &Followups{Head: b.head(state, set.State), For: b.letters(target), View: set.View, Aspects: set.Aspects}
	for i, r := range readings {
		asked := func(n int) {
			if set.Progress != nil {
				set.Progress("questions answered", i*len(set.Aspects)+n, len(readings)*len(set.Aspects))
			}
		}
		one, err := b.followed(r, state, target, set, asked)
		if err != nil {
			return nil, err
		}
		out.Readings = append(out.Readings, *one)
	}
	return out, nil
}

// asked checks the settings, fills in what they leave open, and returns the state
// to be made stable.
func (b *Bench) asked(set *FollowupSettings, state reckon.State) (target reckon.State, err error) {
	for _, a := range set.Aspects {
		if !slices.Contains(Aspects(), a) {
			return 0, noSuch("aspect", a, Aspects())
		}
	}
	if len(set.Aspects) == 0 {
		set.Aspects = Aspects()
	}
	set.Within = cmp.Or(set.Within, 2)
	if strings.Contains(set.View, "/") {
		return 0, fmt.Errorf("view %s: follow-up asks about what one actor sees, not what he thinks that another sees; name one actor with --view", set.View)
	}
	names := SolveSettings{View: set.View}
	if set.Concept != "" {
		names.Concepts = []reckon.Concept{set.Concept}
	}
	if err := b.known(&names); err != nil {
		return 0, err
	}
	if set.Concept != "" {
		set.Concept = names.Concepts[0]
	}
	if set.For == "" {
		return state, nil
	}
	if target, err = b.stateOf(set.For); err != nil {
		return 0, err
	}
	return target, b.possible(target, "--for")
}

// inquiry is one reading with the state asked about.
type inquiry struct {
	b             *Bench
	reading       *reckon.Reading
	viewer        int             // whose view, the subject's when nobody is named; −1 nobody's
	study         *followup.Study // everyone as the reading has him, or as the view asked about has him
	minds         *mind.Minds     // everyone in his own views; nil where that is the study
	state, target reckon.State
	concept       reckon.Concept
	within        int
}

func (b *Bench) followed(r *reckon.Reading, state, target reckon.State, set FollowupSettings, asked func(n int)) (*Followed, error) {
	out := &Followed{Concept: set.Concept}
	out.Reading, out.Heading = titles(r)
	c, minds := b.Case, r.MindsIn(b.Case)
	beyond := "" // why this is no state of the view asked about
	if set.View != "" {
		m, err := mind.New(b.Case, r, b.measures())
		if err != nil {
			return nil, b.blame(err)
		}
		v := likeliest(m.Views(b.Case.Actor(set.View)))
		if v.Hidden&(state|target) != 0 {
			beyond = "does not know of every option that is on in this state"
		}
		c, minds = v.Case, slices.Clone(v.Orders)
		for i := range minds { // a view is one conflict: it has resolved what its viewer sees and believes
			minds[i].View, minds[i].Beliefs = reckon.View{}, nil
		}
		out.Odds, out.Kinds = v.Odds, map[string]string{}
		for i, kind := range v.Kinds {
			if kind != "" {
				out.Kinds[b.Case.Actors[i].Name] = kind
			}
		}
	}
	if i := b.Case.Actor(b.Case.Subject); out.Concept == "" {
		out.Concept = reckon.SEQ
		if i >= 0 {
			out.Concept = minds[i].Temper.Concept
		}
	}
	study, err := followup.New(c, minds, b.measures())
	if err != nil {
		return nil, b.blame(err)
	}
	if err := study.Conflict.Refuses(out.Concept); err != nil {
		return nil, err
	}
	out.Unknown = study.Conflict.Unknown()
	if s := study.Conflict.States(); beyond == "" && (!s.Has(state) || !s.Has(target)) {
		beyond = "holds this state to be impossible"
	}
	if err := out.beyond(set, beyond); err != nil {
		return nil, err
	}
	viewer := b.Case.Actor(b.Case.Subject)
	if set.View != "" {
		viewer = b.Case.Actor(set.View)
	}
	q := inquiry{b: b, reading: r, viewer: viewer, study: study, state: state, target: target, concept: out.Concept, within: set.Within}
	if set.View == "" && misled(minds) {
		if err := q.hear(); err != nil {
			return nil, err
		}
	}
	out.Equilibria = q.equilibria(q.concept).Len()
	answers := 0
	for _, a := range aspects() {
		if slices.Contains(set.Aspects, a.name) {
			asked(answers)
			answers++
		}
		if slices.Contains(set.Aspects, a.name) && (beyond == "" || a.name == aspectViews) {
			if err := a.ask(q, out); err != nil && !slices.Contains(out.Notes, err.Error()) {
				out.Notes = append(out.Notes, err.Error())
			}
		}
	}
	return out, nil
}

// beyond notes, if why says so, that only the viewer's errors can be told of a
// state that is none of his view. The error says that nothing of it was asked for.
func (out *Followed) beyond(set FollowupSettings, why string) error {
	switch {
	case why == "":
	case !slices.Contains(set.Aspects, aspectViews):
		return fmt.Errorf("%s %s, so it is no state of his view; choose another with --state, or ask for %s, which tells what he takes it for", set.View, why, aspectViews)
	case len(set.Aspects) > 1:
		out.Notes = append(out.Notes, fmt.Sprintf("%s %s, so it is no state of his view: only %s is answered; for the rest choose another with --state", set.View, why, aspectViews))
	}
	return nil
}

// hear gives everyone his own views.
func (q *inquiry) hear() (err error) {
	if q.minds, err = mind.New(q.b.Case, q.reading, q.b.measures()); err != nil {
		return q.b.blame(err)
	}
	return uncomputable(q.minds, len(q.b.Case.Actors), []reckon.Concept{q.concept})
}

// likeliest returns the view with the most odds, the first of equals.
func likeliest(views []mind.View) mind.View {
	return slices.MaxFunc(views, func(a, b mind.View) int { return cmp.Compare(a.Odds, b.Odds) })
}

func (q inquiry) letters(s reckon.State) string { return q.b.letters(s) }

func (q inquiry) actor(i int) string { return q.b.Case.Actors[i].Name }

func (q inquiry) basis(out *Followed) error {
	for i := range q.b.Case.Actors {
		if len(q.b.Case.Actors[i].Options) == 0 {
			continue
		}
		e := q.vantage(i)
		if e.study == nil {
			out.Basis = append(out.Basis, basis{Actor: q.actor(i), Why: "impossible", Says: e.says})
			continue
		}
		r := e.study.Rest(i, q.concept, e.state)
		out.Basis = append(out.Basis, basis{q.actor(i), r.Why, r.Verdict.Stable, r.Verdict.Margin, r.Moves, r.Improvements, e.odds, e.kinds, r.Says + e.says})
	}
	return nil
}

func (q inquiry) robustness(out *Followed) error {
	stable := map[reckon.Concept][]listed{}
	for _, k := range stability.Concepts() {
		for i := range q.b.Case.Actors {
			stable[k] = append(stable[k], q.stable(i, k))
		}
	}
	at := func(s reckon.State) robust {
		r := robust{
			State: q.letters(s), Equilibrium: []reckon.Concept{}, Stable: map[string][]reckon.Concept{},
			away: bits.OnesCount64(uint64(s ^ q.state)),
		}
		for i := range q.b.Case.Actors {
			r.Stable[q.actor(i)] = []reckon.Concept{}
		}
		var names []string
		for _, k := range stability.Concepts() {
			everyone := true
			for i, held := range stable[k] {
				if held.Has(s) {
					r.Stable[q.actor(i)] = append(r.Stable[q.actor(i)], k)
					r.verdicts++
				} else {
					everyone = false
				}
			}
			if everyone {
				r.Equilibrium, names = append(r.Equilibrium, k), append(names, string(k))
			}
		}
		r.Says = fmt.Sprintf("%s is an equilibrium under %d of %d concepts", q.named(s), len(names), len(stability.Concepts()))
		if names != nil {
			r.Says += ": " + strings.Join(names, ", ")
		}
		r.Says += "."
		return r
	}
	out.Robustness = &robustness{Here: at(q.state), Equilibria: []robust{}}
	some := q.study.Conflict.Nothing()
	for _, k := range stability.Concepts() {
		some.Join(q.equilibria(k))
	}
	some.Each(func(s reckon.State) { out.Robustness.Equilibria = append(out.Robustness.Equilibria, at(s)) })
	slices.SortStableFunc(out.Robustness.Equilibria, func(x, y robust) int {
		return cmp.Or(len(y.Equilibrium)-len(x.Equilibrium), y.verdicts-x.verdicts, x.away-y.away)
	})
	return nil
}

// named writes a state with the options that are on.
func (q inquiry) named(s reckon.State) string {
	if s == q.state {
		return "This state"
	}
	var on []string
	for k, o := range q.b.Case.Options {
		if s.Has(k) {
			on = append(on, o.Name)
		}
	}
	return fmt.Sprintf("%s (%s)", q.letters(s), cmp.Or(strings.Join(on, ", "), "nothing on"))
}

func (q inquiry) paths(out *Followed) error {
	ends := q.equilibria(q.concept)
	out.Paths = &paths{ByImprovements: q.ways(ends, true), ByMoves: q.ways(ends, false)}
	return nil
}

// ways lists the ways to the ends that are reached, the nearest first.
func (q inquiry) ways(ends *stability.Set, improving bool) []way {
	list := []way{}
	for _, w := range q.study.Paths(q.state, ends, improving) {
		one := way{To: q.letters(w.To), Reached: w.Reached, Moves: w.Moves, Shortest: w.Shortest, Says: w.Says}
		for _, i := range w.Openers {
			one.Openers = append(one.Openers, q.actor(i))
		}
		for _, r := range w.Routes {
			one.Routes = append(one.Routes, route{q.steps(r.Steps), r.NoReturn, r.Settled})
		}
		list = append(list, one)
	}
	slices.SortStableFunc(list, func(x, y way) int {
		if x.Reached != y.Reached {
			return cmp.Compare(y.Moves, x.Moves) // a way that is not reached has no moves
		}
		return cmp.Compare(x.Moves, y.Moves)
	})
	return list
}

func (q inquiry) steps(path []stability.Step) []step {
	var list []step
	from := q.state
	for _, p := range path {
		list = append(list, step{q.actor(p.Actor), q.b.move(from, p.To), q.letters(p.To)})
		from = p.To
	}
	return list
}

func (q inquiry) sinks(out *Followed) error {
	out.Sinks = []sink{}
	onward := q.study.Onward(q.state)
	for _, k := range q.study.Sinks() {
		one := sink{Cycle: k.Cycle, May: k.May, Sure: k.Sure, Here: onward.Has(k.States[0]), Says: k.Says}
		for _, s := range k.States {
			one.States = append(one.States, q.letters(s))
		}
		out.Sinks = append(out.Sinks, one)
	}
	slices.SortStableFunc(out.Sinks, func(x, y sink) int {
		if x.Here != y.Here {
			return map[bool]int{true: -1, false: 1}[x.Here]
		}
		return cmp.Compare(y.May, x.May)
	})
	return nil
}

func (q inquiry) sensitivity(out *Followed) error {
	for i := range q.b.Case.Actors {
		if len(q.b.Case.Actors[i].Options) == 0 {
			continue
		}
		e := q.vantage(i)
		if e.study == nil {
			out.Sensitivity = append(out.Sensitivity, flip{Actor: q.actor(i), Says: e.says})
			continue
		}
		f, err := e.study.Flip(i, q.concept, e.state)
		if err != nil {
			return err
		}
		out.Sensitivity = append(out.Sensitivity, flip{q.actor(i), f.Stable, f.Margin, q.edit(f.Swap), q.edit(f.Drop), q.edit(f.Reverse), e.odds, e.kinds, f.Says + e.says})
	}
	return nil
}

func (q inquiry) edit(e *followup.Edit) *edit {
	if e == nil {
		return nil
	}
	out := &edit{Do: e.Do, Actor: q.actor(e.Actor), Moved: e.Moved, Says: e.Says}
	for _, c := range e.Cites {
		if !slices.Contains(out.Sources, c.Source) {
			out.Sources = append(out.Sources, c.Source)
		}
	}
	return out
}

// mostCounted is the number of states up to which preference orders are counted.
const mostCounted = 12

func (q inquiry) inverse(out *Followed) error {
	r, err := q.study.Remedies(q.target, q.concept, q.within)
	if err != nil {
		return err
	}
	out.Inverse = &inverse{Holds: r.Holds, Size: r.Size, Found: r.Found, Searched: r.Searched, Says: r.Says}
	for _, set := range r.Sets {
		var edits []edit
		for _, e := range set {
			edits = append(edits, *q.edit(&e))
		}
		out.Inverse.Sets = append(out.Inverse.Sets, edits)
	}
	if q.study.Conflict.States().Len() > mostCounted {
		return nil
	}
	for actor := -1; actor < len(q.b.Case.Actors); actor++ {
		o, err := q.study.Orders(actor, q.concept, q.target)
		if err != nil {
			return err
		}
		if o.Count == nil {
			continue
		}
		one := orders{Total: o.Total.String(), Count: o.Count.String(), Share: o.Share, Says: o.Says}
		if actor >= 0 {
			one.Actor = q.actor(actor)
		}
		out.Inverse.Orders = append(out.Inverse.Orders, one)
	}
	return nil
}
