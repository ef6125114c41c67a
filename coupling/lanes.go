package coupling

import (
	"fmt"

	"reckon"
	"reckon/draw"
)

// module is the number of this package in the keys of its draws.
const module = 6

// Lanes are the arenas of runs that go side by side. They belong to one goroutine.
type Lanes struct {
	world   *World
	n       int
	runners []runner
	states  [][]float64 // by arena: the states of all lanes
	in, out [][]float64 // by arena: of one lane
	values  [][]float64 // by write and lane
	by      chance
}

// Fault is what stops a run: an arena that cannot compute with what it read.
type Fault struct {
	Lane    int
	Arena   string // its kind and name
	Setting string // and the part whose it is
	At      reckon.Range
	What    string
}

// Error says where, and what is wrong.
func (f *Fault) Error() string {
	if f.Setting == "" {
		return fmt.Sprintf("%v: the %s: %s", f.At, f.Arena, f.What)
	}
	return fmt.Sprintf("%v: %s of the %s: %s", f.At, f.Setting, f.Arena, f.What)
}

// Lanes makes room for n runs side by side.
func (w *World) Lanes(n int) *Lanes {
	l := &Lanes{world: w, n: n}
	for i := range w.arenas {
		a := &w.arenas[i]
		r := a.model.runner()
		l.runners = append(l.runners, r)
		l.states = append(l.states, make([]float64, n*r.width()))
		l.in = append(l.in, make([]float64, len(a.settings)))
		l.out = append(l.out, make([]float64, a.model.outputs()))
	}
	for range w.writes {
		l.values = append(l.values, make([]float64, n))
	}
	return l
}

// Calm leaves out the noise of streets from now on. Whether an office falls vacant, a
// coup is tried or a side gives in hangs on chance still.
func (l *Lanes) Calm() { l.by.calm = true }

// Begin puts all runs before their first step.
func (l *Lanes) Begin() {
	for i, r := range l.runners {
		width := r.width()
		for lane := range l.n {
			r.begin(l.states[i][lane*width:][:width])
		}
	}
}

// Step carries all runs over one step: in holds the inputs by lane, which are finite.
// The key is that of a draw for the first lane; its entity is set here. The error is
// a *Fault, after which the lanes must begin anew.
func (l *Lanes) Step(in [][]float64, key draw.Key) error {
	for i, r := range l.runners {
		a, width := &l.world.arenas[i], r.width()
		own, out := l.in[i], l.out[i]
		for lane := range l.n {
			for k := range own {
				own[k] = in[a.from+k][lane]
			}
			l.by.key = key
			l.by.key.Module, l.by.key.Entity, l.by.key.Run = module, a.entity, key.Run+uint64(lane)
			if bad := r.step(l.states[i][lane*width:][:width], own, out, &l.by); bad != nil {
				return a.fault(lane, bad)
			}
			for w := range l.world.writes {
				if to := &l.world.writes[w]; to.arena == i {
					l.values[w][lane] = out[to.output]
				}
			}
		}
	}
	return nil
}

// Value is what a write gives its measure, by lane, after a step.
func (l *Lanes) Value(write int) []float64 { return l.values[write] }

// fault says where in the case a trouble is.
func (a *compiled) fault(lane int, bad *trouble) *Fault {
	f := &Fault{Lane: lane, Arena: a.arena.Kind + " " + fmt.Sprintf("%q", a.arena.Name), At: a.arena.At, What: bad.what}
	if bad.input >= 0 {
		s := a.settings[bad.input]
		f.Setting, f.At = a.called[bad.input], s.At
		if s.Text != "" && s.Value.Op != "number" {
			f.What = fmt.Sprintf("%s is %s", s.Text, bad.what)
		}
	}
	return f
}
