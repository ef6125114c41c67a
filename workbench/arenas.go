package workbench

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
	"reckon/arena"
	"reckon/arena/council"
	"reckon/coupling"
)

// Arenas are the arenas of a case as they stand on its as-of date, and who feeds
// whom.
type Arenas struct {
	Head
	Arenas []shownArena `json:"arenas"`
	Flows  []arenaFlow  `json:"flows"`
	Loops  []arenaLoop  `json:"loops"`
	All    bool         `json:"all_loops"`   // there are no others
	Across []arenaLoop  `json:"arena_loops"` // from arena to arena
	Edges  []arena.Edge `json:"-"`

	Changes []string     `json:"changes,omitempty"` // made here and not in the case
	Before  []shownArena `json:"before,omitempty"`  // as the case has them
}

// shownArena is what one arena shows.
type shownArena struct {
	Kind   string           `json:"kind"`
	Name   string           `json:"name"`
	Title  string           `json:"title"`
	Writes []arenaWrite     `json:"writes"`
	Says   []string         `json:"says"`
	Tables []coupling.Table `json:"tables"`
	Result any              `json:"result"`
}

// arenaWrite is a measure that an arena writes.
type arenaWrite struct {
	Measure  string `json:"measure"`
	Quantity string `json:"quantity"`
	Of       string `json:"of,omitempty"`
}

// arenaFlow is a way from one arena to another by measures; sign 1 is more for more,
// −1 less for more, 0 hangs on circumstances.
type arenaFlow struct {
	From    string   `json:"from"`
	To      string   `json:"to"`
	Through []string `json:"through"`
	Sign    int      `json:"sign"`
}

// arenaLoop is a circle of effects: sign 1 reinforces, −1 balances.
type arenaLoop struct {
	Names []string `json:"names"`
	Sign  int      `json:"sign"`
	Says  string   `json:"says"`
}

// Arenas computes what the arenas of a kind show, or of all kinds where it is "",
// and how all of them feed each other. The case must be fit.
func (b *Bench) Arenas(kind string) (*Arenas, error) {
	state, _ := b.start()
	if !slices.ContainsFunc(b.Case.Arenas, func(a reckon.Arena) bool { return kind == "" || a.Kind == kind }) {
		return nil, fmt.Errorf("the case has no %s; docs/arenas.md shows how one is stated", kindOr(kind))
	}
	w, found := coupling.New(b.Case)
	if len(found) > 0 {
		return nil, fmt.Errorf("%v: %s", found[0].At, found[0].Summary)
	}
	out := &Arenas{Head: b.head(state, ""), Arenas: []shownArena{}, Flows: []arenaFlow{}, Loops: []arenaLoop{}}
	reports, err := w.Reports(b.Case.AsOf, state)
	if err != nil {
		return nil, err
	}
	for i := range reports {
		if kind == "" || reports[i].Arena.Kind == kind {
			out.Arenas = append(out.Arenas, shown(&reports[i]))
		}
	}
	d, err := w.Diagram(b.Case.AsOf, state)
	if err != nil {
		return nil, err
	}
	for _, f := range d.Flows {
		out.Flows = append(out.Flows, arenaFlow{f.From, f.To, f.Through, f.Sign})
	}
	out.Across = b.across(out.Flows, d.Loops)
	for _, l := range d.Loops {
		out.Loops = append(out.Loops, arenaLoop{l.Names, l.Sign, l.String()})
	}
	out.All, out.Edges = d.All, d.Edges
	return out, nil
}

// across finds the loops from arena to arena. The sign of one is that of the loops
// through measures that go its way, where those that were found agree; else 0.
func (b *Bench) across(flows []arenaFlow, through []arena.Loop) []arenaLoop {
	signs := map[string]map[int]bool{}
	for _, l := range through {
		way := arena.Loop{Names: b.arenasOf(l.Names)}.String()
		if signs[way] == nil {
			signs[way] = map[int]bool{}
		}
		signs[way][l.Sign] = true
	}
	var edges []arena.Edge
	for _, f := range flows {
		edges = append(edges, arena.Edge{From: f.From, To: f.To})
	}
	list := []arenaLoop{}
	loops, _ := arena.Loops(edges, 50)
	for _, l := range loops {
		l.Sign = 0
		if found := signs[l.String()]; len(found) == 1 && !found[0] {
			l.Sign = 1
			if found[-1] {
				l.Sign = -1
			}
		}
		list = append(list, arenaLoop{l.Names, l.Sign, l.String()})
	}
	return list
}

// arenasOf are the arenas that a loop through measures goes through, each once
// where it stays in one, beginning with the first in the alphabet.
func (b *Bench) arenasOf(measures []string) []string {
	var names []string
	for _, name := range measures {
		k := b.Case.Measure(name)
		if k < 0 || b.Case.Measures[k].Arena == "" {
			continue
		}
		if of := b.Case.Measures[k].Arena; len(names) == 0 || names[len(names)-1] != of {
			names = append(names, of)
		}
	}
	if n := len(names); n > 1 && names[0] == names[n-1] {
		names = names[:n-1]
	}
	if len(names) == 0 {
		return nil
	}
	first := slices.Index(names, slices.Min(names))
	return append(slices.Clone(names[first:]), names[:first]...)
}

// arenas examines what the arenas of the case state.
func (b *Bench) arenas() []reckon.Diagnostic {
	whole, found := coupling.Expand(b.Texts, b.Case)
	if len(found) > 0 {
		return found
	}
	b.Case = whole
	w, found := coupling.New(b.Case)
	if len(found) > 0 {
		return found
	}
	state, _ := b.start()
	return w.Try(b.Case.AsOf, state)
}

// kindOr is a kind of arena in a sentence.
func kindOr(kind string) string {
	if kind == "" {
		return "arena"
	}
	return kind
}

// shown is a report as it is printed.
func shown(r *coupling.Report) shownArena {
	a := shownArena{Kind: r.Arena.Kind, Name: r.Arena.Name, Title: r.Arena.Title, Writes: []arenaWrite{}, Says: r.Says, Tables: r.Tables, Result: r.Result}
	for _, w := range r.Arena.Writes {
		a.Writes = append(a.Writes, arenaWrite{w.Measure, w.Quantity, w.Of})
	}
	return a
}

// Table is the table of a council of the case on its as-of date, by the name of the
// council; "" is the only one.
func (b *Bench) Table(name string) (council.Table, error) {
	state, _ := b.start()
	w, found := coupling.New(b.Case)
	if len(found) > 0 {
		return council.Table{}, fmt.Errorf("%v: %s", found[0].At, found[0].Summary)
	}
	reports, err := w.Reports(b.Case.AsOf, state)
	if err != nil {
		return council.Table{}, err
	}
	var names []string
	var one council.Table
	for i := range reports {
		a := reports[i].Arena
		t, ok := reports[i].Input.(council.Table)
		if !ok {
			continue
		}
		names = append(names, a.Name)
		if name == "" || name == a.Name {
			one = t
			one.Name, one.Title = a.Name, a.Title+onScale(a)
		}
	}
	switch {
	case len(names) == 0:
		return one, fmt.Errorf("the case has no council; docs/arenas.md shows how one is stated")
	case name == "" && len(names) > 1:
		return one, fmt.Errorf("the case has several councils; name one with --council: %s", strings.Join(names, ", "))
	case name != "" && !slices.Contains(names, name):
		return one, noSuch("council", name, names)
	}
	return one, nil
}

// onScale says that positions are parts of a council's own scale, where it has one.
func onScale(a *reckon.Arena) string {
	low, high := 0.0, 100.0
	if s := a.Setting("low"); s != nil {
		low = s.Value.Number
	}
	if s := a.Setting("high"); s != nil {
		high = s.Value.Number
	}
	if low == 0 && high == 100 {
		return ""
	}
	return fmt.Sprintf(" (in hundredths of its scale from %v to %v)", low, high)
}
