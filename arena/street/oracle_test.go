package street

import (
	"fmt"
	"math"
	"syscall"
	"testing"

	"pgregory.net/rapid"

	"reckon/draw"
)

// plain is civil violence by definition: a list of units and a grid of numbers,
// every count a scan over all sites. It shares nothing with field but the draws.
type plain struct {
	u      *Unrest
	is     map[Rule]bool
	grid   []int // unit on each site, or −1
	units  []person
	room   int
	cops   [2]int
	base   [2]int
	factor [2]float64
	free   []int
	seed   [2]uint32
	run    uint32
	clock  uint32
	legit  float64
	vision [2]float64
	nerve  float64
	m      moment
}

type person struct {
	kind       uint8
	site       int
	active     bool
	jail, left int
	born       uint32
	h, r, bear float64
}

func newPlain(u *Unrest, run uint32) *plain {
	chosen, _ := settle(u.Rules)
	p := &plain{u: u, is: map[Rule]bool{}, run: run, legit: u.Legitimacy, vision: [2]float64{u.Vision, u.CopVision}, nerve: u.Nerve}
	for _, w := range chosen.words() {
		p.is[w] = true
	}
	k := draw.Philox([4]uint32{0, 0, 0, 0x73747265}, [2]uint32{uint32(u.Seed), uint32(u.Seed >> 32)})
	p.seed = [2]uint32{k[0], k[1]}
	sites := u.Width * u.Height
	count := func(d float64) int { return int(math.Round(d * float64(sites))) }
	n := count(u.Population)
	p.cops = [2]int{count(u.Cops), count(u.Imported)}
	if p.is[CountDrawn] {
		n, p.cops = 0, [2]int{}
		for site := range sites {
			x := p.unit(p.word(site, forPlace, 1))
			if x < u.Population {
				n++
			} else if x < u.Population+u.Cops {
				p.cops[0]++
			} else if x < u.Population+u.Cops+u.Imported {
				p.cops[1]++
			}
		}
	}
	p.factor = [2]float64{1, 1}
	for side, d := range [2]float64{u.Cops, u.Imported} {
		if p.is[CountDrawn] && d > 0 {
			p.factor[side] = float64(p.cops[side]) / (d * float64(sites))
		}
	}
	p.room = n
	if u.Rival > 0 {
		p.room = 2 * sites
	}
	p.base[0] = p.room
	p.base[1] = p.room + max(p.cops[0], count(u.after().Cops*p.factor[0]))
	p.units = make([]person, p.base[1]+max(p.cops[1], count(u.after().Imported*p.factor[1])))
	for i := range p.units {
		p.units[i] = person{kind: gone, site: -1}
	}
	p.grid = make([]int, sites)
	all := make([]int, sites)
	for i := range all {
		all[i], p.grid[i] = i, -1
	}
	next := 0
	put := func(i int, kind uint8) {
		k := next + p.below(p.word(next, forPlace, 0), sites-next)
		all[next], all[k] = all[k], all[next]
		p.units[i].kind, p.units[i].site = kind, all[next]
		p.grid[all[next]] = i
		next++
	}
	for i := range n {
		kind := first
		if i < int(math.Round(u.Rival*float64(n))) {
			kind = second
		}
		put(i, kind)
		p.units[i].h, p.units[i].r = p.unit(p.word(i, forNature, 0)), p.unit(p.word(i, forNature, 1))
		p.units[i].left = int(math.Ceil(u.MaxAge * p.unit(p.word(i, forNature, 2))))
	}
	for i := p.room - 1; i >= n; i-- {
		p.free = append(p.free, i)
	}
	for side := range p.cops {
		for j := range p.cops[side] {
			i := p.base[side] + j
			put(i, cop+uint8(side))
			p.units[i].bear = p.unit(p.word(i, forNature, 0))
		}
	}
	return p
}

func (p *plain) word(who int, purpose uint32, n int) uint32 {
	return draw.Philox([4]uint32{uint32(who), p.clock<<3 | purpose, p.run, 0}, p.seed)[n]
}
func (p *plain) below(w uint32, n int) int { return int(uint64(w) * uint64(n) >> 32) }
func (p *plain) unit(w uint32) float64     { return (float64(w) + 0.5) / (1 << 32) }
func (p *plain) jailedOff(i int) bool      { return p.units[i].jail > 0 && !p.is[JailOnSite] }
func (p *plain) citizen(i int) bool        { return i >= 0 && p.units[i].kind <= second }
func (p *plain) force(i int) bool {
	return i >= 0 && (p.units[i].kind == cop || p.units[i].kind == imported)
}
func (p *plain) activeCitizen(i int) bool { return p.citizen(i) && p.units[i].active }
func (p *plain) nobody(i int) bool        { return i < 0 }
func (p *plain) rival(of uint8) func(int) bool {
	return func(i int) bool { return p.citizen(i) && p.units[i].jail == 0 && p.units[i].kind == 1-of }
}

// seen lists the sites in sight whose unit passes, rows from above by distance,
// columns in their order.
func (p *plain) seen(site int, vision float64, pass func(int) bool) []int {
	w, h := p.u.Width, p.u.Height
	x, y := site%w, site/w
	var out []int
	r := int(vision)
	for dy := -r; dy <= r; dy++ {
		yy := (y + dy + h) % h
		for xx := range w {
			dx := min((xx-x+w)%w, (x-xx+w)%w)
			if dx == 0 && dy == 0 || dx > r {
				continue
			}
			switch {
			case p.is[SeeDisc] && float64(dx*dx+dy*dy) > vision*vision:
				continue
			case p.is[SeeDiamond] && float64(dx)+math.Abs(float64(dy)) > vision:
				continue
			}
			if pass(p.grid[yy*w+xx]) {
				out = append(out, yy*w+xx)
			}
		}
	}
	return out
}

func (p *plain) empties() []int {
	var out []int
	for s, i := range p.grid {
		if i < 0 {
			out = append(out, s)
		}
	}
	return out
}

func (p *plain) shock(t int) {
	u := p.u
	if u.To == nil || t < u.At || t >= u.At+max(u.Over, 1) {
		return
	}
	s := min(float64(t-u.At+1)/float64(max(u.Over, 1)), 1)
	mix := func(a, b float64) float64 { return float64(a*(1-s)) + float64(b*s) }
	p.legit, p.nerve = mix(u.Legitimacy, u.To.Legitimacy), mix(u.Nerve, u.To.Nerve)
	p.vision = [2]float64{mix(u.Vision, u.To.Vision), mix(u.CopVision, u.To.CopVision)}
	for side, pair := range [2][2]float64{{u.Cops, u.To.Cops}, {u.Imported, u.To.Imported}} {
		want := int(math.Round(mix(pair[0], pair[1]) * p.factor[side] * float64(len(p.grid))))
		for ; p.cops[side] > want; p.cops[side]-- {
			q := &p.units[p.base[side]+p.cops[side]-1]
			if q.kind == deserter {
				p.m.defected--
			}
			p.grid[q.site] = -1
			*q = person{kind: gone, site: -1}
		}
		for p.cops[side] < want && len(p.empties()) > 0 {
			i := p.base[side] + p.cops[side]
			e := p.empties()
			s := e[p.below(p.word(i, forPlace, 0), len(e))]
			p.units[i] = person{kind: cop + uint8(side), site: s, bear: p.unit(p.word(i, forNature, 0))}
			p.grid[s] = i
			p.cops[side]++
		}
	}
}

func (p *plain) tick(t int) moment {
	p.clock = uint32(t) + 1
	p.m.arrested = 0
	p.shock(t)
	var order []int
	for i := range p.units {
		if p.units[i].kind != gone {
			order = append(order, i)
		}
	}
	turns := make([]int, len(order)) // who draws
	who := append([]int(nil), order...)
	for j, i := range order {
		turns[j] = i
		if p.is[Drawn] {
			turns[j] = j
			who[j] = order[p.below(p.word(j, forTurn, 0), len(order))]
		}
	}
	if p.is[Shuffled] {
		for j := len(order) - 1; j > 0; j-- {
			k := p.below(p.word(order[j], forTurn, 0), j+1)
			who[j], who[k] = who[k], who[j]
			turns[j], turns[k] = turns[k], turns[j]
		}
	}
	for j := range who {
		p.turn(who[j], turns[j])
	}
	p.end()
	p.m.active, p.m.jailed, p.m.group, p.m.own = 0, 0, [2]int{}, p.cops[0]
	for i := range p.units {
		if q := &p.units[i]; q.kind <= second {
			p.m.group[q.kind]++
			if q.active {
				p.m.active++
			}
			if q.jail > 0 {
				p.m.jailed++
			}
		}
	}
	return p.m
}

func (p *plain) turn(i, who int) {
	q := &p.units[i]
	if q.kind == gone || q.jail > 0 || q.born == p.clock {
		return
	}
	see := p.vision[0]
	if q.kind > second {
		see = p.vision[1]
	}
	move := func() {
		if e := p.seen(q.site, see, p.nobody); len(e) > 0 {
			p.carry(i, e[p.below(p.word(who, forTurn, 1), len(e))])
		}
	}
	if p.is[MoveFirst] {
		move()
	}
	switch q.kind {
	case first, second:
		p.decide(q)
		if p.u.Rival > 0 {
			p.breed(i, who)
		}
	case cop, imported:
		p.enforce(i, who)
	}
	if p.is[ActFirst] {
		move()
	}
}

func (p *plain) carry(i, to int) {
	p.grid[p.units[i].site] = -1
	p.units[i].site, p.grid[to] = to, i
}

func (p *plain) decide(q *person) {
	c, a := float64(len(p.seen(q.site, p.vision[0], p.force))), float64(len(p.seen(q.site, p.vision[0], p.activeCitizen)))
	own := 0.0
	if q.active {
		own = 1
	}
	switch {
	case p.is[SelfOnce]:
		a++
	case p.is[SelfTwice]:
		a += 1 + own
	default:
		a = max(1, a+own)
	}
	ratio := c / a
	switch {
	case p.is[RiskFloor]:
		ratio = math.Floor(ratio)
	case p.is[RiskRound]:
		ratio = math.RoundToEven(ratio)
	}
	risk := 1 - draw.Exp(-float64(p.u.Deterrence*ratio))
	q.active = q.h*(1-p.legit)-float64(q.r*risk) > p.u.Threshold
}

func (p *plain) enforce(i, who int) {
	q := &p.units[i]
	a := p.seen(q.site, p.vision[1], p.activeCitizen)
	if len(a) == 0 {
		return
	}
	if c := len(p.seen(q.site, p.vision[1], p.force)); p.is[Defecting] && q.kind == cop && p.nerve*float64(len(a))/float64(len(a)+c+1) > q.bear {
		q.kind = deserter
		p.m.defected++
		return
	}
	s := a[p.below(p.word(who, forTurn, 2), len(a))]
	v := &p.units[p.grid[s]]
	v.active = false
	p.m.arrested++
	w := p.word(who, forTurn, 3)
	switch {
	case math.IsInf(p.u.JailMax, 1):
		v.jail = forLife
	case p.is[TermReal]:
		v.jail = int(math.Ceil(p.u.JailMax * p.unit(w)))
	case p.is[TermBelow]:
		v.jail = p.below(w, int(p.u.JailMax))
	default:
		v.jail = p.below(w, int(p.u.JailMax)+1)
	}
	if v.jail > 0 && !p.is[JailOnSite] {
		p.grid[s] = -1
	}
	if p.is[CopSteps] && p.grid[s] < 0 {
		p.carry(i, s)
	}
}

func (p *plain) breed(i, who int) {
	q := &p.units[i]
	if q.active {
		if v := p.seen(q.site, p.vision[0], p.rival(q.kind)); len(v) > 0 {
			p.die(p.grid[v[p.below(p.word(who, forTurn, 2), len(v))]])
		}
	}
	e := p.seen(q.site, p.vision[0], p.nobody)
	if p.unit(p.word(who, forTurn, 3)) >= p.u.Clone || len(p.free) == 0 || len(e) == 0 {
		return
	}
	c := p.free[len(p.free)-1]
	p.free = p.free[:len(p.free)-1]
	s := e[p.below(p.word(c, forBirth, 3), len(e))]
	p.units[c] = person{
		kind: q.kind, site: s, h: q.h, r: p.unit(p.word(c, forBirth, 1)), born: p.clock,
		left: int(math.Ceil(p.u.MaxAge * p.unit(p.word(c, forBirth, 2)))),
	}
	p.grid[s] = c
}

func (p *plain) die(i int) {
	if !p.jailedOff(i) {
		p.grid[p.units[i].site] = -1
	}
	p.units[i] = person{kind: gone, site: -1}
	p.free = append(p.free, i)
}

func (p *plain) end() {
	for i := range p.room {
		q := &p.units[i]
		if q.kind == gone {
			continue
		}
		if p.u.Rival > 0 {
			if q.left--; q.left <= 0 {
				p.die(i)
				continue
			}
		}
		if q.jail == 0 || q.jail == forLife {
			continue
		}
		if q.jail--; q.jail > 0 || p.is[JailOnSite] {
			continue
		}
		e := p.empties()
		switch {
		case len(e) == 0:
			q.jail = 1
			continue
		case p.is[JailOff] || p.grid[q.site] >= 0:
			q.site = e[p.below(p.word(i, forRelease, 0), len(e))]
		}
		p.grid[q.site] = i
	}
}

// TestFieldEqualsDefinition runs the boards and the definition side by side on
// random inputs, every switch and both models, and wants equal counts every tick.
func TestFieldEqualsDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u := anyUnrest(t)
		if faults := u.Faults(); len(faults) > 0 {
			t.Skip(faults)
		}
		run := rapid.Uint32Range(0, 3).Draw(t, "run")
		f, p := newField(&u, run), newPlain(&u, run)
		for tick := range u.Ticks {
			got, want := f.tick(tick), p.tick(tick)
			if got != want {
				t.Fatalf("tick %d: %+v, by definition %+v", tick, got, want)
			}
		}
		for site, i := range p.grid {
			if int(f.at[site]) != i {
				t.Fatalf("site %d: unit %d, by definition %d", site, f.at[site], i)
			}
		}
	})
}

// anyUnrest draws inputs with something going on in them.
func anyUnrest(t *rapid.T) Unrest {
	share := func(name string, low, high float64) float64 { return rapid.Float64Range(low, high).Draw(t, name) }
	u := Unrest{
		Width: rapid.IntRange(3, 20).Draw(t, "w"), Height: rapid.IntRange(3, 20).Draw(t, "h"),
		Population: share("population", 0.1, 0.8), Cops: share("cops", 0, 0.15), Imported: share("imported", 0, 0.05),
		Legitimacy: share("legitimacy", 0, 0.9), Threshold: share("threshold", 0, 0.2), Deterrence: 2.3,
		JailMax: share("jail", 0, 8), Clone: share("clone", 0, 0.2), MaxAge: share("age", 1, 40), Nerve: share("nerve", 0, 1),
		Ticks: 12, Runs: 1, Seed: rapid.Uint64().Draw(t, "seed"), At: rapid.IntRange(0, 8).Draw(t, "at"), Over: rapid.IntRange(0, 6).Draw(t, "over"),
	}
	most := float64((min(u.Width, u.Height) - 1) / 2)
	u.Vision, u.CopVision = share("vision", 0, most), share("cop vision", 0, most)
	if rapid.Bool().Draw(t, "model II") {
		u.Rival = share("rival", 0.1, 0.9)
	}
	for i := range switches {
		u.Rules = append(u.Rules, rapid.SampledFrom(switches[i]).Draw(t, fmt.Sprint("switch ", i)))
	}
	if rapid.Bool().Draw(t, "shock") {
		to := u
		to.Legitimacy, to.Cops, to.Imported = share("legitimacy after", 0, 1), share("cops after", 0, 0.1), share("imported after", 0, 0.1)
		to.Vision, to.CopVision, to.Nerve = share("vision after", 0, most), share("cop vision after", 0, most), share("nerve after", 0, 1)
		u.To = &to
	}
	return u
}

// BenchmarkCivilViolence counts turns a second on 40×40 sites, vision 7, run 2 of
// the paper. Mesa 3.3.1 makes 38 000 agent-steps a CPU second of it.
func BenchmarkCivilViolence(b *testing.B) {
	for _, rules := range []Rule{Paper, NetLogo, Mesa} {
		b.Run(string(rules), func(b *testing.B) {
			u := rules.Run(2)
			f := newField(&u, 0)
			units, t := f.citizens+f.posted[0], 0
			begun := processor(b)
			for b.Loop() {
				f.tick(t)
				t++
			}
			b.ReportMetric(float64(units)*float64(t)/(processor(b)-begun)/1e6, "Mturns/CPU-s")
		})
	}
}

// processor is the CPU time this process has used, in seconds: on a shared machine
// the clock on the wall says little.
func processor(b *testing.B) float64 {
	b.Helper()
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		b.Fatal(err)
	}
	return float64(r.Utime.Nano()+r.Stime.Nano()) / 1e9
}
