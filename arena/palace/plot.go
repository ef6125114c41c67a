package palace

import (
	"math"
	"math/bits"

	"reckon/arena"
	"reckon/draw"
)

// Plot is the coalition with the greatest chance to seize power unseen, and why
// nothing is riskier. Where no coalition has a chance to stay undetected that a
// number can hold (about 10⁻³⁰⁴), Coalition is empty and the risk 0.
type Plot struct {
	Coalition  []string // in the order of Capital.Organs
	Members    uint64   // the same as bits
	Undetected float64  // U
	Wins       float64  // W, given that it stayed undetected
	Risk       float64  // U·W, the risk of the palace
	Cost       float64  // −ln U, the sum of the costs of Terms

	Terms []Estimate // what Cost is made of: Value and Cost; for the rest ask Estimates
	Seen  []struct { // each member: who outside watches it, and which watchers are in the plot
		Organ        string
		By, Silenced []string
	}
	Everyone bool       // the coalition is all organs: nobody is left who could detect
	Apart    [][]string // parts of the palace that no watch joins, where there are several

	Next     []string   // the riskiest coalition but this one
	NextRisk float64    // equal to Risk: a tie
	Tied     [][]string // as risky as this one: the first 15, or under Branching one

	Method   Rule    // Enumeration or Branching
	Examined int     // coalitions looked at, or families opened
	Ceiling  float64 // proven: no coalition has a risk above it
	Proven   bool    // the ceiling is Risk itself, but for rounding

	Capital Capital // as it was solved, the defaults of its switches stated

	numbers *numbers
	found   []found
	leaves  []family

	with, without []least // of each organ, once they are asked for
}

// Weakest gives the riskiest plot of the capital: max over S of U(S)·W(S), and the
// least of −ln is the palace's resilience. Up to 24 organs every coalition is looked
// at, in 2ⁿ steps of about a nanosecond; beyond, branch and bound proves the answer
// or, when Capital.Budget is spent, says how far off it can be in Ceiling: the budget
// counts families, so the answer does not hang on the machine. −ln U is submodular:
// with a quota this is a minimum cut of bounded size, hard in general [svitkina2011].
func (c Capital) Weakest() (*Plot, arena.Faults) {
	c = c.filled()
	if faults := c.faults(); len(faults) > 0 {
		return nil, faults
	}
	p := &Plot{Capital: c, numbers: c.numbers()}
	if len(c.Organs) <= maxListed {
		p.enumerate()
	} else {
		p.branch()
	}
	p.tell()
	return p, nil
}

const (
	kept       = 16 // coalitions that enumeration keeps
	keptBranch = 2
)

func (p *Plot) enumerate() {
	n := p.numbers.n
	l := listing{best: make([]found, 0, kept), limit: impossible}
	p.numbers.enumerator().list(0, 0, &l)
	p.Method, p.Examined, p.Proven = Enumeration, 1<<n-1, true
	p.found = l.best
}

func (p *Plot) branch() {
	b := p.numbers.brancher(p.Capital.Budget, keptBranch)
	b.prove = true
	bound := b.search(0, 0)
	p.Method, p.Examined, p.found, p.leaves = Branching, b.opened, b.found.best, b.leaves
	p.Ceiling = risk(bound)
	best := impossible
	if len(p.found) > 0 {
		best = p.found[0].value
	}
	p.Proven = bound >= best-quantum
}

// risk is e to the minus value; values that are impossible are no risk.
func risk(value float64) float64 {
	if value >= impossible {
		return 0
	}
	return draw.Exp(-value)
}

// tell fills in what the best coalition is made of.
func (p *Plot) tell() {
	c, a := p.Capital, p.numbers
	p.Apart = c.parts()
	if len(p.found) == 0 {
		return
	}
	set := p.found[0].set
	p.Members, p.Coalition, p.Everyone = set, c.names(set), set == uint64(1)<<a.n-1
	p.Cost = a.cost(set)
	p.Undetected, p.Wins = draw.Exp(-p.Cost), a.success(a.fit(set))
	p.Risk = draw.Exp(-(p.Cost + a.struggle(a.fit(set))))
	if p.Method == Enumeration {
		p.Ceiling = p.Risk
	}
	p.Ceiling = max(p.Ceiling, p.Risk)
	p.Terms = p.terms()
	for i := range c.Organs {
		if set>>i&1 == 1 {
			p.see(i)
		}
	}
	p.rivals()
}

// rivals fills in the runner-up and what is tied with the best. A member with a
// twin outside makes a tie, of which branch and bound keeps one side.
func (p *Plot) rivals() {
	c, set := p.Capital, p.Members
	rest := p.found[1:]
	if p.Method == Branching {
		twins := p.numbers.twins()
		for s := set; s != 0; s &= s - 1 {
			i := bits.TrailingZeros64(s)
			if outside := twins[i] &^ set; outside != 0 {
				rest = []found{{p.found[0].value, set&^(1<<i) | outside&-outside}}
				break
			}
		}
	}
	for k, x := range rest {
		tied := math.Round(x.value/quantum) == math.Round(p.found[0].value/quantum)
		if k == 0 {
			p.Next, p.NextRisk = c.names(x.set), risk(x.value)
			if tied {
				p.NextRisk = p.Risk
			}
		}
		if tied {
			p.Tied = append(p.Tied, c.names(x.set))
		}
	}
}

// terms lists what the cost of the coalition is the sum of.
func (p *Plot) terms() []Estimate {
	var list []Estimate
	c, a := p.Capital, p.numbers
	for j, o := range c.Organs {
		if p.Members>>j&1 == 0 {
			continue
		}
		if o.Distrust > 0 {
			list = append(list, Estimate{Kind: Distrust, Organ: o.Name, Value: o.Distrust, Cost: a.distrust[j]})
		}
		for i, by := range c.Organs {
			if l := a.watch[i*a.n+j]; p.Members>>i&1 == 0 && l > 0 {
				list = append(list, Estimate{Kind: Watching, Organ: o.Name, Watcher: by.Name, Value: chance(l), Cost: l})
			}
		}
	}
	return list
}

// see adds who watches member j, outside the plot and in it.
func (p *Plot) see(j int) {
	a := p.numbers
	outside, inside := uint64(0), uint64(0)
	for i := range a.n {
		if a.watch[i*a.n+j] == 0 {
			continue
		}
		if p.Members>>i&1 == 1 {
			inside |= 1 << i
		} else {
			outside |= 1 << i
		}
	}
	p.Seen = append(p.Seen, struct {
		Organ        string
		By, Silenced []string
	}{p.Capital.Organs[j].Name, p.Capital.names(outside), p.Capital.names(inside)})
}

// parts lists the parts of the palace that no watch joins; nothing when it is one.
func (c Capital) parts() [][]string {
	n := len(c.Organs)
	join := make([]uint64, n)
	for _, w := range c.Watches {
		if w.Chance > 0 {
			i, j := c.place(w.By), c.place(w.Of)
			join[i] |= 1 << j
			join[j] |= 1 << i
		}
	}
	var list [][]string
	for left := uint64(1)<<n - 1; left != 0; {
		part := left & -left
		for grown := true; grown; {
			grown = false
			for s := part; s != 0; s &= s - 1 {
				next := part | join[bits.TrailingZeros64(s)]
				grown = grown || next != part
				part = next
			}
		}
		left &^= part
		list = append(list, c.names(part))
	}
	if len(list) == 1 {
		return nil
	}
	return list
}
