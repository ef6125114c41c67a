package workbench

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
	"reckon/coalition"
	"reckon/stability"
)

// CoalitionSettings say what to ask about groups of actors; the zero value asks
// about today's state and every group, in every reading.
type CoalitionSettings struct {
	Reading     string
	State       string // Y/N letters; "" is today's
	Improvement string // "strict" or "pareto"; see coalition.Settings
	Replies     string // "alone", "coalitions" or "together"
	Split       string // "a+b,c": these groups act as one each, and only they are judged
	Verify      bool   // re-validate the certificate of every verdict on the state
	Progress    func(what string, done, total int)
}

// Coalitions are the answers for every reading asked about.
type Coalitions struct {
	Head
	Improvement string           `json:"improvement"`
	Replies     string           `json:"replies"`
	Split       [][]string       `json:"split,omitempty"`
	Concepts    []reckon.Concept `json:"concepts"`
	Readings    []Allied         `json:"readings"`
}

// Allied is what groups can do in one reading.
type Allied struct {
	Reading  string                 `json:"reading"`
	Heading  string                 `json:"reading_title"`
	Stable   map[reckon.Concept]int `json:"stable"`                 // how many states are stable for every group judged
	Alone    map[reckon.Concept]int `json:"alone"`                  // how many are stable for every actor alone
	Here     []group                `json:"here"`                   // the state, for each group that has a move
	Jumps    []jump                 `json:"jumps"`                  // how groups of two or more leave it, or leave equilibria of actors alone
	Verified int                    `json:"certificates,omitempty"` // re-validated
	Unheard  string                 `json:"unheard,omitempty"`      // what of the minds is left out
	Unknown  []string               `json:"unknown,omitempty"`

	States map[reckon.Concept]listing `json:"equilibria"` // those that are stable for every group judged
}

// group is what one group of actors holds of the state.
type group struct {
	Members []string                `json:"members"`
	Stable  map[reckon.Concept]bool `json:"stable"`
}

// jump is a way by which a group leaves a state together.
type jump struct {
	From    string           `json:"from"`
	To      string           `json:"to"`
	Members []string         `json:"members"`
	Gains   map[string]int   `json:"gains"` // ranks gained, by member
	Path    []step           `json:"path"`
	Lands   bool             `json:"lands"` // where it leads is an equilibrium of actors alone, too
	Unmet   []reckon.Concept `json:"unmet"` // the concepts under which no reply meets it
	Says    string           `json:"says"`
}

// Coalitions computes what groups of actors can bring about together. The case
// must be fit.
func (b *Bench) Coalitions(set CoalitionSettings) (*Coalitions, error) {
	readings, state, err := b.pose(set.Reading, set.State)
	if err != nil {
		return nil, err
	}
	groups, err := b.split(set.Split)
	if err != nil {
		return nil, err
	}
	if set.Verify {
		if err := b.groupsChecked(); err != nil {
			return nil, err
		}
	}
	out := &Coalitions{Head: b.head(state, set.State)}
	for _, h := range groups {
		out.Split = append(out.Split, b.members(h))
	}
	for i, r := range readings {
		if set.Progress != nil {
			set.Progress("readings solved for groups", i, len(readings))
		}
		g, err := stability.Compile(b.Case, r.MindsIn(b.Case), b.measures())
		if err != nil {
			return nil, b.blame(err)
		}
		a, err := coalition.Analyse(g, coalition.Settings{Improvement: set.Improvement, Replies: set.Replies, Blocks: groups})
		if err != nil {
			return nil, err
		}
		out.Improvement, out.Replies, out.Concepts = a.Settings().Improvement, a.Settings().Replies, a.Concepts()
		one, err := b.allied(r, g, a, state, set.Verify)
		if err != nil {
			return nil, err
		}
		out.Readings = append(out.Readings, *one)
	}
	return out, nil
}

// split reads groups written "a+b,c". Actors that are named in none act alone.
func (b *Bench) split(text string) ([]coalition.Coalition, error) {
	if text == "" {
		return nil, nil
	}
	var groups []coalition.Coalition
	var placed coalition.Coalition
	for part := range strings.SplitSeq(text, ",") {
		var members []int
		for name := range strings.SplitSeq(part, "+") {
			i := b.Case.Actor(strings.TrimSpace(name))
			switch {
			case strings.TrimSpace(name) == "":
				return nil, fmt.Errorf("a group or a name in %q is empty; write groups as in a+b,c, with a sign only between two names", text)
			case i < 0:
				return nil, noSuch("actor", strings.TrimSpace(name), b.actors())
			case placed.Has(i):
				return nil, fmt.Errorf("%s stands in two groups of %q; put it in one", b.Case.Actors[i].Name, text)
			}
			members = append(members, i)
			placed |= coalition.Of(i)
		}
		groups = append(groups, coalition.Of(members...))
	}
	for i := range b.Case.Actors {
		if !placed.Has(i) {
			groups = append(groups, coalition.Of(i))
		}
	}
	return groups, nil
}

func (b *Bench) members(h coalition.Coalition) []string {
	names := []string{}
	for _, i := range h.Members() {
		names = append(names, b.Case.Actors[i].Name)
	}
	return names
}

// allied solves one reading for groups.
func (b *Bench) allied(r *reckon.Reading, g *stability.Conflict, a *coalition.Analysis, state reckon.State, verify bool) (*Allied, error) {
	out := &Allied{Stable: map[reckon.Concept]int{}, Alone: map[reckon.Concept]int{}, Here: []group{}, Jumps: []jump{}, Unknown: g.Unknown()}
	out.Reading, out.Heading = titles(r)
	out.Unheard, out.States = unheard(r.MindsIn(b.Case)), map[reckon.Concept]listing{}
	solved, err := a.Solve()
	if err != nil {
		return nil, b.blame(err)
	}
	if verify {
		if out.Verified, err = b.verifiedGroups(g, a, solved, state); err != nil {
			return nil, err
		}
	}
	alone := g.Solve(solved.Concepts...)
	among := g.Nothing()
	for _, k := range solved.Concepts {
		out.Stable[k], out.States[k] = solved.Everywhere(k).Len(), b.states(solved.Everywhere(k), false)
		out.Alone[k] = alone.Equilibria(k).Len()
		among.Join(alone.Equilibria(k))
	}
	for _, h := range solved.Coalitions {
		one := group{Members: b.members(h), Stable: map[reckon.Concept]bool{}}
		if !slices.ContainsFunc(h.Members(), func(i int) bool { return len(b.Case.Actors[i].Options) > 0 }) {
			continue
		}
		for _, k := range solved.Concepts {
			one.Stable[k] = solved.Stable(h, k).Has(state)
		}
		out.Here = append(out.Here, one)
	}
	asked := g.Nothing()
	asked.Add(state)
	if among.Len() <= mostJumped {
		asked.Join(among)
	}
	jumps, err := a.Jumps(asked)
	if err != nil {
		return nil, err
	}
	for _, j := range jumps {
		out.Jumps = append(out.Jumps, b.jump(j, among.Has(j.To)))
	}
	return out, nil
}

// mostJumped is the number of equilibria up to which ways out of each are listed.
const mostJumped = 64

func (b *Bench) jump(j coalition.Jump, lands bool) jump {
	out := jump{
		From: b.letters(j.From), To: b.letters(j.To), Members: b.members(j.Coalition),
		Gains: map[string]int{}, Path: []step{}, Lands: lands, Unmet: append([]reckon.Concept{}, j.Unmet...),
	}
	at := j.From
	var moves, gains []string
	for _, p := range j.Path {
		who := b.Case.Actors[p.Actor].Name
		out.Path = append(out.Path, step{who, b.move(at, p.To), b.letters(p.To)})
		moves = append(moves, fmt.Sprintf("%s of %s", b.move(at, p.To), within(b.title(p.Actor))))
		at = p.To
	}
	for k, i := range j.Coalition.Members() {
		out.Gains[b.Case.Actors[i].Name] = j.Gains[k]
		gains = append(gains, fmt.Sprintf("%s %s", within(b.title(i)), ranks(j.Gains[k])))
	}
	out.Says = fmt.Sprintf("From %s to %s: %s. Gains: %s.", out.From, out.To, strings.Join(moves, ", then "), strings.Join(gains, ", "))
	if lands {
		out.Says += " For each actor alone it is stable there."
	}
	if len(out.Unmet) == 0 {
		out.Says += " The others can answer it under every concept."
	} else {
		var names []string
		for _, k := range out.Unmet {
			names = append(names, string(k))
		}
		out.Says += " Nothing answers it under " + strings.Join(names, ", ") + "."
	}
	return out
}

func ranks(n int) string {
	if n == 1 {
		return "1 rank"
	}
	return fmt.Sprintf("%d ranks", n)
}
