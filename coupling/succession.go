package coupling

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
	"reckon/arena/palace"
	"reckon/draw"
)

// successionModel is an office: how it falls vacant, and who follows.
type successionModel struct {
	vacancy    palace.Succession
	causes     []string
	candidates []*reckon.ArenaPart
	years      float64 // of a step

	rate, chance                   []int // inputs, by cause
	support, position, willingness []int // by candidate
	force                          []int // by organ of the council
	will                           int
}

func newSuccession(b *builder) model {
	m := &successionModel{years: stepYears(b.world.kase.Step)}
	v := &m.vacancy
	v.Rule = palace.Rule(b.word(b.arena, "vacancy", string(palace.Assembly)))
	v.Heir = b.word(b.arena, "heir", "")
	v.Contested = b.constant(b.arena, "contested", 0)
	v.Decisiveness = b.constant(b.arena, "decisiveness", 0)
	m.will = b.number(b.arena, "will", 0)
	for _, p := range b.arena.Kinds("exit") {
		m.causes = append(m.causes, p.Name)
		m.rate = append(m.rate, b.number(p, "rate", 0))
		m.chance = append(m.chance, b.number(p, "chance", 0))
	}
	for _, p := range b.arena.Kinds("candidate") {
		c := palace.Candidate{Name: p.Name, Weight: 1, Doubt: b.constant(p, "doubt", 0)}
		if s := p.Setting("backers"); s != nil {
			c.Backers = s.Words
		}
		v.Candidates, m.candidates = append(v.Candidates, c), append(m.candidates, p)
		m.support = append(m.support, b.number(p, "support", 1))
		m.position = append(m.position, b.number(p, "position", 0.5))
		m.willingness = append(m.willingness, b.number(p, "will", 0))
	}
	if ok := b.enough("exit", 1); !b.enough("candidate", 1) || !ok || !m.council(b) {
		return nil
	}
	if _, bad := v.Chances(); len(bad) > 0 {
		b.faults(bad)
		return nil
	}
	return m
}

// council takes over the organs that decide under that rule.
func (m *successionModel) council(b *builder) bool {
	if m.vacancy.Rule != palace.Council {
		return true
	}
	name := b.word(b.arena, "palace", "")
	c := b.world.kase
	k := slices.IndexFunc(c.Arenas, func(a reckon.Arena) bool { return a.Kind == "palace" && a.Name == name })
	if k < 0 {
		var names []string
		for i := range c.Arenas {
			if c.Arenas[i].Kind == "palace" {
				names = append(names, c.Arenas[i].Name)
			}
		}
		b.fault(b.arena.At, "unknown-palace", "Nobody says which organs are the council",
			fmt.Sprintf("Name a palace of the case: palace = \"…\". The case has: %s.", strings.Join(append(names, "")[:max(len(names), 1)], ", ")))
		return false
	}
	for _, p := range c.Arenas[k].Kinds("organ") {
		m.vacancy.Capital.Organs = append(m.vacancy.Capital.Organs, palace.Organ{Name: p.Name, Force: 1})
		m.force = append(m.force, b.number(p, "force", 0))
	}
	return true
}

// The outputs of a succession.
const (
	successionHolder = iota // 0 the one in office at the start, else the number of a candidate
	successionExit          // 1 where the office fell vacant in this step
	successionCause         // the number of the cause by which it last did; 0 is none
	successionWill          // of the holder
	successionMore          // 1 where the holder is more willing than the first was
	successionOutputs
)

func (m *successionModel) outputs() int { return successionOutputs }

func (m *successionModel) output(quantity, _ string) int {
	return slices.Index([]string{"holder", "exit", "cause", "will", "more_willing"}, quantity)
}

// successionRunner carries an office on.
type successionRunner struct {
	*successionModel
	own palace.Succession // with candidates of its own
}

func (m *successionModel) runner() runner {
	r := &successionRunner{m, m.vacancy}
	r.own.Candidates = slices.Clone(r.own.Candidates)
	r.own.Capital.Organs = slices.Clone(r.own.Capital.Organs)
	return r
}

// width is the holder, the last cause, and by how much the holder is more willing
// than was expected of him.
func (r *successionRunner) width() int { return 3 }

func (r *successionRunner) begin(state []float64) { clear(state) }

// The draws of a succession in a step.
const (
	drawExit   = iota + 1 // whether the office falls vacant, and how
	drawWho               // who follows
	drawStance            // what he turns out to be like
)

// step draws whether the office falls vacant and who follows.
func (r *successionRunner) step(state, in, out []float64, by *chance) *trouble {
	if bad := r.put(in); bad != nil { // now, not first at some vacancy of some run
		return bad
	}
	cause, bad := r.exit(in, by.event(drawExit))
	if bad != nil {
		return bad
	}
	out[successionExit] = 0
	if cause >= 0 {
		chances, faults := r.falls(int(state[0])).Chances()
		if len(faults) > 0 {
			return &trouble{-1, faults[0].At + ": " + faults[0].Message}
		}
		next := r.own.Draw(chances, by.uniform(drawWho))
		out[successionExit] = 1
		state[0], state[1] = float64(next+1), float64(cause+1)
		state[2] = float64(r.own.Candidates[next].Doubt * (2*by.uniform(drawStance) - 1))
	}
	first := in[r.will]
	out[successionHolder], out[successionCause], out[successionWill] = state[0], state[1], first
	if k := int(state[0]); k > 0 {
		out[successionWill] = min(max(in[r.willingness[k-1]]+state[2], 0), 1)
	}
	out[successionMore] = 0
	if out[successionWill] > first {
		out[successionMore] = 1
	}
	return nil
}

// falls is the vacancy that a holder leaves. He does not stand for his own succession,
// unless nobody else could follow; where he was the heir, nobody is designated, and
// the assembly decides.
func (r *successionRunner) falls(holder int) palace.Succession {
	s := r.own
	if holder == 0 || len(s.Candidates) == 1 {
		return s
	}
	leaves := &s.Candidates[holder-1]
	leaves.Absent = true // until put is called again
	if s.Rule == palace.Heir && s.Heir == leaves.Name {
		s.Rule = palace.Assembly
	}
	return s
}

// exit draws the cause by which the office falls vacant in this step; −1 is none.
// Chances besides rates come first, in file order; rates compete.
func (r *successionRunner) exit(in []float64, u float64) (int, *trouble) {
	total, left := 0.0, 1.0
	for k := range r.causes {
		rate, p := in[r.rate[k]], in[r.chance[k]]
		if !(rate >= 0) {
			return 0, &trouble{r.rate[k], fmt.Sprintf("%v, and a rate is a number from 0 up", rate)}
		}
		if !(p >= 0 && p <= 1) {
			return 0, &trouble{r.chance[k], fmt.Sprintf("%v, and a chance is a number from 0 to 1", p)}
		}
		if u < left*p {
			return k, nil
		}
		u, left = u-float64(left*p), float64(left*(1-p))
		total += rate
	}
	vacant := float64(left * (1 - draw.Exp(-float64(total*r.years))))
	for k := range r.causes {
		part := vacant * in[r.rate[k]] / total
		if total > 0 && u < part {
			return k, nil
		}
		u -= part
	}
	return -1, nil
}

// put takes over the numbers of the present.
func (r *successionRunner) put(in []float64) *trouble {
	for i := range r.own.Candidates {
		c := &r.own.Candidates[i]
		c.Weight, c.Position, c.Stance, c.Absent = in[r.support[i]], in[r.position[i]], in[r.willingness[i]], false
		for _, k := range [...]int{r.position[i], r.willingness[i]} {
			if !(in[k] >= 0 && in[k] <= 1) {
				return &trouble{k, fmt.Sprintf("%v, and must lie between 0 and 1", in[k])}
			}
		}
		if !(c.Weight >= 0) {
			return &trouble{r.support[i], fmt.Sprintf("%v, and support is a number from 0 up", c.Weight)}
		}
	}
	for i, k := range r.force {
		if r.own.Capital.Organs[i].Force = in[k]; !(in[k] >= 0) {
			return &trouble{k, fmt.Sprintf("%v, and force is a number from 0 up", in[k])}
		}
	}
	if r.own.Stance = in[r.will]; !(r.own.Stance >= 0 && r.own.Stance <= 1) {
		return &trouble{r.will, fmt.Sprintf("%v, and must lie between 0 and 1", r.own.Stance)}
	}
	return nil
}
