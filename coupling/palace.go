package coupling

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
	"reckon/arena/palace"
	"reckon/draw"
)

// palaceFactors are the settings of a palace that raise or lower attempts at a coup
// and their success, as the language and as package palace call them, in the order
// in which Solver.Coup takes them. The least is 0; beyond the greatest, as where
// percent stand for a share, a rate would be nonsense that no message betrays.
var palaceFactors = []struct {
	setting, factor string
	greatest        float64
}{
	{"new_counterweight", "new counterweight", 1},
	{"coup_proofing", "coup-proofing", 1},
	{"spoils", "spoils", 1},
	{"resources", "resources", 1},
	{"grievance", "grievance", 1},
	{"external_threat", "external threat", 1},
	{"threat_unclear", "threat unclear", 1},
	{"reliance", "reliance", 1},
	{"tenure", "tenure", 1000},
	{"succession_settled", "succession settled", 1},
}

// palaceModel is a palace: organs, who watches whom, and what moves attempts.
type palaceModel struct {
	capital palace.Capital
	hazards palace.Hazards
	years   float64 // of a step
	alone   bool    // too large for runs, and writes nothing, so that no run needs it

	force, distrust, watch, factors []int // inputs
}

func newPalace(b *builder) model {
	m := &palaceModel{years: stepYears(b.world.kase.Step)}
	m.capital.Success = palace.Rule(b.word(b.arena, "success", string(palace.Quota)))
	m.capital.Share = b.constant(b.arena, "quota", 0)
	m.capital.Decisiveness = b.constant(b.arena, "steepness", 0)
	m.hazards.Attempts = b.constant(b.arena, "attempts", 0)
	m.hazards.Success = b.constant(b.arena, "success_odds", 0)
	for _, f := range palaceFactors {
		m.factors = append(m.factors, b.number(b.arena, f.setting, 0))
	}
	if !b.enough("organ", 2) {
		return nil
	}
	for _, p := range b.arena.Kinds("organ") {
		m.capital.Organs = append(m.capital.Organs, palace.Organ{Name: p.Name, Duty: p.Title, Force: 1})
		m.force = append(m.force, b.number(p, "force", 0))
		m.distrust = append(m.distrust, b.number(p, "distrust", 0))
	}
	m.watches(b)
	if n := len(m.force); n > mostOrgans {
		b.fault(b.arena.At, "arena-parts", fmt.Sprintf("The palace %q has %d organs, and takes at most %d", b.arena.Name, n, mostOrgans), "Merge those that act as one.")
		return nil
	}
	if m.alone = len(b.arena.Writes) == 0 && len(m.force) > mostInRuns; m.alone {
		return m // it is solved when it is asked for
	}
	if _, bad := m.capital.Solver(m.hazards); len(bad) > 0 {
		b.faults(bad)
		return nil
	}
	return m
}

// watches reads who watches whom: an edge for each organ that a block names.
func (m *palaceModel) watches(b *builder) {
	names, seen := b.names("organ"), map[[2]string]bool{}
	for _, p := range b.arena.Kinds("watch") {
		over := p.Setting("over")
		if over == nil {
			continue // reported by the language
		}
		for _, of := range append([]string{p.Name}, over.Words...) {
			if !slices.Contains(names, of) {
				b.fault(p.At, "unknown-organ", fmt.Sprintf("The palace %q has no organ %q", b.arena.Name, of), "It has: "+strings.Join(names, ", ")+".")
				return
			}
		}
		for _, of := range over.Words {
			switch edge := [2]string{p.Name, of}; {
			case of == p.Name:
				b.fault(over.At, "watches-itself", fmt.Sprintf("%q would watch itself", of), "What its own people give away is its distrust.")
			case seen[edge]:
				b.fault(over.At, "duplicate-name", fmt.Sprintf("%q watches %q twice", p.Name, of), "Keep one chance for the two of them.")
			default:
				seen[edge] = true
				m.capital.Watches = append(m.capital.Watches, palace.Watch{By: p.Name, Of: of})
				m.watch = append(m.watch, b.number(p, "chance", 0))
			}
		}
	}
}

// stepYears is the length of a step in years.
func stepYears(step string) float64 {
	return 1 / reckon.PerYear(step)
}

// The outputs of a palace: five of the whole, then which organs are in the riskiest
// plot.
const (
	palaceRisk = iota
	palaceSecrecy
	palaceAttempts
	palaceAttempt
	palaceCoup
	palaceMembers
)

func (m *palaceModel) outputs() int { return palaceMembers + len(m.force) }

func (m *palaceModel) output(quantity, of string) int {
	whole := map[string]int{"risk": palaceRisk, "secrecy": palaceSecrecy, "attempts": palaceAttempts, "attempt": palaceAttempt, "coup": palaceCoup}
	if k, ok := whole[quantity]; ok && of == "" {
		return k
	}
	for i := range m.capital.Organs {
		if quantity == "member" && m.capital.Organs[i].Name == of {
			return palaceMembers + i
		}
	}
	return -1
}

// mostOrgans is how many organs a palace may have, and mostInRuns how many where it
// is solved at every step.
const (
	mostOrgans = 60
	mostInRuns = 16
)

// onlooker is a palace that runs have no use for: its numbers are examined, and no
// more.
type onlooker struct{ *palaceModel }

func (onlooker) width() int { return 0 }

func (onlooker) begin([]float64) {}

func (o onlooker) step(_, in, _ []float64, _ *chance) *trouble {
	if bad := o.strange(in); bad != nil {
		return bad
	}
	total := 0.0
	for _, k := range o.force {
		total += in[k]
	}
	if bad := o.unsound(in); bad.input >= 0 || !(total > 0) {
		return bad
	}
	return nil
}

// palaceRunner finds the riskiest plot of each step.
type palaceRunner struct {
	*palaceModel
	solver                     *palace.Solver
	forces, doubts, eyes, pull []float64 // of a lane
}

func (m *palaceModel) runner() runner {
	if m.alone {
		return onlooker{m}
	}
	s, bad := m.capital.Solver(m.hazards)
	if len(bad) > 0 {
		panic("coupling: a palace that was sound is not")
	}
	n := len(m.force)
	return &palaceRunner{m, s, make([]float64, n), make([]float64, n), make([]float64, len(m.watch)), make([]float64, len(m.factors))}
}

func (r *palaceRunner) width() int { return 0 }

func (r *palaceRunner) begin([]float64) {}

// The draws of a palace in a step.
const (
	drawAttempt = iota + 1 // whether a coup is attempted
	drawSuccess            // whether it succeeds
)

// step finds the riskiest plot and draws whether a coup is attempted and succeeds.
func (r *palaceRunner) step(_, in, out []float64, by *chance) *trouble {
	r.read(in)
	if bad := r.strange(in); bad != nil {
		return bad
	}
	undetected, wins, members, ok := r.solver.Risk(r.forces, r.doubts, r.eyes)
	if !ok {
		return r.unsound(in)
	}
	attempts, success := r.solver.Coup(undetected, wins, r.pull)
	clear(out)
	out[palaceRisk], out[palaceSecrecy], out[palaceAttempts] = float64(undetected*wins), undetected, attempts
	for i := range r.forces {
		if members>>i&1 == 1 {
			out[palaceMembers+i] = 1
		}
	}
	tried := 1 - draw.Exp(-float64(attempts*r.years))
	if by.often {
		out[palaceAttempt], out[palaceCoup] = tried, float64(tried*success)
		return nil
	}
	if by.uniform(drawAttempt) < tried {
		out[palaceAttempt] = 1
		if by.uniform(drawSuccess) < success {
			out[palaceCoup] = 1
		}
	}
	return nil
}

// read puts the inputs of a lane in the order of the solver.
func (r *palaceRunner) read(in []float64) {
	for i := range r.forces {
		r.forces[i], r.doubts[i] = in[r.force[i]], in[r.distrust[i]]
	}
	for i, k := range r.watch {
		r.eyes[i] = in[k]
	}
	for i, k := range r.factors {
		r.pull[i] = in[k]
	}
}

// strange finds a factor that lies where it cannot.
func (m *palaceModel) strange(in []float64) *trouble {
	for k, i := range m.factors {
		if most := palaceFactors[k].greatest; !(in[i] >= 0 && in[i] <= most) {
			return &trouble{i, fmt.Sprintf("%v, and it must lie between 0 and %v", in[i], most)}
		}
	}
	return nil
}

// unsound finds the input that cannot be computed with.
func (m *palaceModel) unsound(in []float64) *trouble {
	for i := range m.force {
		if x := in[m.force[i]]; !(x >= 0 && x <= 1e100) {
			return &trouble{m.force[i], fmt.Sprintf("%v, and force is a number from 0 up", x)}
		}
		if x := in[m.distrust[i]]; !(x >= 0 && x <= 1) {
			return &trouble{m.distrust[i], fmt.Sprintf("%v, and distrust is a chance from 0 to 1", x)}
		}
	}
	for _, k := range m.watch {
		if x := in[k]; !(x >= 0 && x <= 1) {
			return &trouble{k, fmt.Sprintf("%v, and a chance is a number from 0 to 1", x)}
		}
	}
	return &trouble{-1, "no organ has any force, so nothing can be seized: give one force above 0"}
}

// filled is the capital with numbers of a day.
func (m *palaceModel) filled(in []float64) palace.Capital {
	c := m.capital
	c.Organs, c.Watches = append([]palace.Organ(nil), c.Organs...), append([]palace.Watch(nil), c.Watches...)
	for i := range c.Organs {
		c.Organs[i].Force, c.Organs[i].Distrust = in[m.force[i]], in[m.distrust[i]]
	}
	for i := range c.Watches {
		c.Watches[i].Chance = in[m.watch[i]]
	}
	return c
}
