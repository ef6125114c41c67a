package palace

import (
	"fmt"
	"math"

	"reckon/arena"
	"reckon/draw"
)

// Rule is a word where the literature leaves a choice: how force decides, how a
// proof was found, what kind of estimate a number is, how a vacancy is filled, and
// how a proposition came out.
type Rule string

// How a coalition that was not detected wins.
const (
	Quota   Rule = "quota"   // it has the share Capital.Share of all force; the default
	Contest Rule = "contest" // with chance f^ν/(f^ν+g^ν), f its force and g that of the others [tullock1980]
)

// How the riskiest coalition was proven.
const (
	Enumeration Rule = "enumeration"      // every coalition was looked at
	Branching   Rule = "branch and bound" // whole families were ruled out by minimum cuts
)

// Kinds of estimates.
const (
	Force    Rule = "force"
	Distrust Rule = "distrust"
	Watching Rule = "watch"
)

// Organ is a body of the state that can act as one.
type Organ struct {
	Name     string
	Duty     string  // what it is charged with, for readers; no number hangs on it
	Force    float64 // at least 0, in any unit that is the same for all
	Distrust float64 // ε, the chance that its part of a plot leaks or that it refuses, 0 to 1
}

// Watch is an organ that watches another.
type Watch struct {
	By, Of string
	Chance float64 // d, the chance that By detects Of's part in a plot, 0 to 1
}

// Capital is organs that watch each other, and the switches of the model.
//
// A plot is a set S of organs. Its chance to stay undetected is
// U(S) = Π_{j∈S}(1−ε_j) · Π_{j∈S, i∉S}(1−d_ij): each member keeps still and each
// organ outside misses each member it watches; members do not report each other.
// It then wins with chance W(S). All chances are independent.
type Capital struct {
	Organs  []Organ
	Watches []Watch

	Success      Rule    // Quota, the default, or Contest
	Share        float64 // of all force that Quota asks for, above 0; 0 is the default, 0.5
	Decisiveness float64 // ν of Contest, above 0 and at most 100; 0 is the default, 1
	Majority     float64 // α of Junta, from 0.5 up to below 1; 0 is the default, 0.5
	Budget       int     // families that branch and bound may open; 0 is the default, 20000
}

const (
	maxOrgans  = 60 // coalitions are words of 64 bits
	maxListed  = 24 // organs up to which Weakest looks at every coalition
	maxJunta   = 20 // organs up to which Junta keeps a table over all coalitions
	maxOpened  = 20000
	certain    = 1024.0 // stands for the infinite cost of a sure detection
	impossible = 700.0  // costs from here on are a chance of nothing: e⁻⁷⁰⁰
	quantum    = 1e-9   // resiliences closer than this are equal
	slack      = 1e-12  // of all force: a share missed by less is reached
)

// filled returns the capital with its defaults stated.
func (c Capital) filled() Capital {
	if c.Success == "" {
		c.Success = Quota
	}
	for _, d := range []struct {
		to *float64
		by float64
	}{{&c.Share, 0.5}, {&c.Decisiveness, 1}, {&c.Majority, 0.5}} {
		if *d.to == 0 {
			*d.to = d.by
		}
	}
	if c.Budget == 0 {
		c.Budget = maxOpened
	}
	return c
}

// faults lists all that cannot be computed with.
func (c Capital) faults() arena.Faults {
	var faults arena.Faults
	faults.Need(c.Success == Quota || c.Success == Contest, "success", fmt.Sprintf("force decides by %q or %q, not %q", Quota, Contest, c.Success))
	faults.Need(c.Share > 0 && c.Share <= 1, "share", "the share of force that a coalition needs is above 0 and at most 1")
	faults.Need(c.Decisiveness > 0 && c.Decisiveness <= 100, "decisiveness", "the exponent of the contest is above 0 and at most 100")
	faults.Need(c.Majority >= 0.5 && c.Majority < 1, "majority", "the share by which a part of a junta outweighs the rest is from 0.5 up to below 1; below 0.5 two parts could throw each other out at once")
	faults.Need(c.Budget > 0, "budget", "the budget is a number of families to open, 1 or more; leave it out for the default")
	faults.Need(len(c.Organs) >= 2, "organs", "one organ has nobody to watch it. Name at least two, or split it into parts that could act apart")
	faults.Need(len(c.Organs) <= maxOrgans, "organs", fmt.Sprintf("%d organs are too many: at most %d. Merge those that act as one", len(c.Organs), maxOrgans))
	place := c.organFaults(&faults)
	seen := map[[2]string]bool{}
	for _, w := range c.Watches {
		at := fmt.Sprintf("watch by %q of %q", w.By, w.Of)
		for _, name := range []string{w.By, w.Of} {
			_, known := place[name]
			faults.Need(known, at, fmt.Sprintf("there is no organ %q. Add it, or mend the name", name))
		}
		faults.Need(w.By != w.Of, at, "an organ does not watch itself. The doubt of its own people is its distrust")
		faults.Need(!seen[[2]string{w.By, w.Of}], at, "this watch is stated twice. State it once; two independent ones of d and d' are one of 1−(1−d)(1−d')")
		seen[[2]string{w.By, w.Of}] = true
		faults.Within(w.Chance, 0, 1, at, "the chance to detect is a number between 0 and 1")
	}
	return faults
}

// organFaults adds what is wrong with the organs, and gives where each stands.
func (c Capital) organFaults(faults *arena.Faults) map[string]int {
	place, total := map[string]int{}, 0.0
	for i, o := range c.Organs {
		at := fmt.Sprintf("organ %q", o.Name)
		faults.Need(o.Name != "", fmt.Sprintf("organ %d", i+1), "an organ needs a name")
		_, twice := place[o.Name]
		faults.Need(!twice, at, "this name stands for two organs. Give each its own")
		place[o.Name] = i
		if faults.Within(o.Force, 0, 1e100, at+": force", "force is a number from 0 up") {
			total += o.Force
		}
		faults.Within(o.Distrust, 0, 1, at+": distrust", "the chance of a leak is a number between 0 and 1")
	}
	faults.Need(total > 0 || len(c.Organs) == 0, "organs", "no organ has any force, so none can seize power. Give at least one a force above 0")
	return place
}

// numbers is a capital as numbers: watch[i*n+j] is the cost of i's watch of j, in
// units of −ln chance.
type numbers struct {
	n            int
	force        []float64
	distrust     []float64 // e = −ln(1−ε)
	watch        []float64 // λ = −ln(1−d)
	total        float64
	rule         Rule
	share, power float64
}

// numbers compiles a capital without faults.
func (c Capital) numbers() *numbers {
	n := len(c.Organs)
	a := &numbers{
		n: n, force: make([]float64, n), distrust: make([]float64, n), watch: make([]float64, n*n),
		rule: c.Success, share: c.Share, power: c.Decisiveness,
	}
	for i, o := range c.Organs {
		a.force[i], a.distrust[i] = o.Force, loss(o.Distrust)
		a.total += o.Force
	}
	for _, w := range c.Watches {
		a.watch[c.place(w.By)*n+c.place(w.Of)] = loss(w.Chance)
	}
	return a
}

// place is the index of an organ.
func (c Capital) place(name string) int {
	for i := range c.Organs {
		if c.Organs[i].Name == name {
			return i
		}
	}
	panic("palace: no organ " + name)
}

// names lists the organs of a set.
func (c Capital) names(set uint64) []string {
	var list []string
	for i := range c.Organs {
		if set>>i&1 == 1 {
			list = append(list, c.Organs[i].Name)
		}
	}
	return list
}

// loss is −ln(1−d), exact for small d too; a sure detection costs certain.
func loss(d float64) float64 {
	if d >= 1 {
		return certain
	}
	u := 1 - d
	return -draw.Log(u) + (d-(1-u))/u
}

// chance is 1−e^(−cost), the inverse of loss.
func chance(cost float64) float64 {
	if cost >= certain {
		return 1
	}
	return 1 - draw.Exp(-cost)
}

// fit is the force of a set.
func (a *numbers) fit(set uint64) float64 {
	sum := 0.0
	for i := range a.n {
		if set>>i&1 == 1 {
			sum += a.force[i]
		}
	}
	return sum
}

// cost is −ln U of a set, by definition, term by term.
func (a *numbers) cost(set uint64) float64 {
	sum := 0.0
	for j := range a.n {
		if set>>j&1 == 0 {
			continue
		}
		sum += a.distrust[j]
		for i := range a.n {
			if set>>i&1 == 0 {
				sum += a.watch[i*a.n+j]
			}
		}
	}
	return sum
}

// need is the force that the quota asks for; a contest asks for any.
func (a *numbers) need() float64 {
	if a.rule == Quota {
		return float64((a.share - slack) * a.total)
	}
	return math.SmallestNonzeroFloat64
}

// struggle is −ln W of a force that is at least need: what winning costs beside
// staying undetected.
func (a *numbers) struggle(force float64) float64 {
	if a.rule == Quota {
		return 0
	}
	rest := (a.total - force) / force
	if rest <= 0 {
		return 0
	}
	return softened(a.power * draw.Log(rest))
}

// success is W of a force.
func (a *numbers) success(force float64) float64 {
	if force < a.need() {
		return 0
	}
	return draw.Exp(-a.struggle(force))
}
