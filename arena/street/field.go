package street

import (
	"math"

	"reckon/draw"
)

// What a unit is.
const (
	first  uint8 = iota // citizen of the first group
	second              // citizen of the second group
	cop
	imported
	deserter
	gone
)

// What words are drawn for.
const (
	forTurn uint32 = iota
	forPlace
	forNature
	forRelease
	forBirth
)

// forLife is a term that never ends.
const forLife = math.MaxInt32

// field is one run under way. Units have numbers for life: citizens first, then
// room for offspring, then own and imported forces.
type field struct {
	shape
	in     *Unrest // as it began
	now    Unrest  // as it is
	rule   settled
	rivals bool

	occupied, active, cops board
	group                  [2]board // citizens on the grid by group; nil in model I
	see, copSee            *view
	at                     []int32 // unit on each site, −1 for none

	site, jail, left, born       []int32
	kind                         []uint8
	on                           []bool
	hardship, risk, want, resist []float64
	free                         []int32 // numbers of the dead, to be given again
	order, turns                 []int32
	words                        [][4]uint32
	chance                       []float64 // 1 − exp(−k·ratio) by cops and actives
	mostActive                   int

	citizens, taken int
	from            [2]int // where own and imported forces begin
	posted          [2]int
	factor          [2]float64 // forces a draw gave, over those of the density
	count           moment
	seed            [2]uint32
	run             uint32
	clock           uint32
}

// moment is what is counted at the end of a tick; arrested are those of the tick.
type moment struct {
	active, jailed, arrested, defected, own int
	group                                   [2]int
}

func newField(u *Unrest, run uint32) *field {
	f := &field{in: u, now: *u, rivals: u.Rival > 0, run: run}
	f.rule, _ = settle(u.Rules)
	after := u.after()
	f.shape = shape{u.Width, u.Height, int(max(u.Vision, u.CopVision, after.Vision, after.CopVision))}
	f.occupied, f.active, f.cops = f.board(), f.board(), f.board()
	key := draw.Philox([4]uint32{0, 0, 0, 0x73747265}, [2]uint32{uint32(u.Seed), uint32(u.Seed >> 32)}) // "stre": numbers of no other asker
	f.seed = [2]uint32{key[0], key[1]}

	sites := f.w * f.h
	citizens, own, lent := f.numbers(sites)
	f.citizens, f.posted = citizens, [2]int{own, lent}
	f.factor = [2]float64{1, 1}
	if f.rule[countSwitch] != 0 {
		f.factor = [2]float64{drawnOver(own, u.Cops, sites), drawnOver(lent, u.Imported, sites)}
	}
	room := f.citizens
	if f.rivals {
		f.group = [2]board{f.board(), f.board()}
		room = 2 * sites // all sites taken and as many in jail
	}
	own = max(own, portion(after.Cops*f.factor[0], sites))
	lent = max(lent, portion(after.Imported*f.factor[1], sites))
	f.from = [2]int{room, room + own}
	f.allocate(room + own + lent)
	f.settleDown()
	f.look()
	return f
}

// numbers are how many citizens, own and imported forces there are at first.
func (f *field) numbers(sites int) (citizens, own, lent int) {
	u := f.in
	if f.rule[countSwitch] == 0 {
		return portion(u.Population, sites), portion(u.Cops, sites), portion(u.Imported, sites)
	}
	for site := range sites {
		switch x := even(f.draws(uint32(site), forPlace)[1]); {
		case x < u.Population:
			citizens++
		case x < u.Population+u.Cops:
			own++
		case x < u.Population+u.Cops+u.Imported:
			lent++
		}
	}
	return citizens, own, lent
}

// drawnOver is the number drawn over that of the density.
func drawnOver(drawn int, density float64, sites int) float64 {
	if n := density * float64(sites); n > 0 {
		return float64(drawn) / n
	}
	return 1
}

// allocate makes room for all there will be.
func (f *field) allocate(units int) {
	f.at = make([]int32, f.w*f.h)
	for i := range f.at {
		f.at[i] = -1
	}
	f.site, f.jail, f.left, f.born = make([]int32, units), make([]int32, units), make([]int32, units), make([]int32, units)
	f.kind, f.on = make([]uint8, units), make([]bool, units)
	f.hardship, f.risk, f.want, f.resist = make([]float64, units), make([]float64, units), make([]float64, units), make([]float64, units)
	f.order, f.turns = make([]int32, 0, units), make([]int32, units)
	f.words = make([][4]uint32, units)
	for i := range f.kind {
		f.kind[i], f.site[i] = gone, -1
	}
}

// draws are four words keyed by a unit or a turn, the tick and what they are for.
func (f *field) draws(who, purpose uint32) [4]uint32 {
	return draw.Philox([4]uint32{who, f.clock<<3 | purpose, f.run, 0}, f.seed)
}

// among is the word's number below n.
func among(word uint32, n int) int { return int(uint64(word) * uint64(n) >> 32) }

// even is the word as a number in (0, 1).
func even(word uint32) float64 { return (float64(word) + 0.5) * 0x1p-32 }

// settleDown puts the first units on sites drawn without repetition.
func (f *field) settleDown() {
	sites := make([]int32, len(f.at))
	for i := range sites {
		sites[i] = int32(i)
	}
	next := 0
	place := func(i int, kind uint8) {
		k := next + among(f.draws(uint32(next), forPlace)[0], len(sites)-next)
		sites[next], sites[k] = sites[k], sites[next]
		f.enter(int32(i), kind, sites[next])
		next++
	}
	rivals := portion(f.in.Rival, f.citizens)
	for i := range f.citizens {
		kind := first
		if i < rivals {
			kind = second
		}
		place(i, kind)
		f.nature(int32(i), f.draws(uint32(i), forNature))
	}
	for i := f.from[0] - 1; i >= f.citizens; i-- {
		f.free = append(f.free, int32(i))
	}
	for side, n := range f.posted {
		for i := range n {
			place(f.from[side]+i, cop+uint8(side))
			f.bearing(int32(f.from[side] + i))
		}
	}
}

// nature draws what a citizen is born with.
func (f *field) nature(i int32, w [4]uint32) {
	f.hardship[i], f.risk[i] = even(w[0]), even(w[1])
	f.left[i] = f.life(w[2])
	f.want[i] = f.hardship[i] * (1 - f.now.Legitimacy)
}

// bearing draws how much a cop bears before he defects.
func (f *field) bearing(i int32) { f.resist[i] = even(f.draws(uint32(i), forNature)[0]) }

// life is a length of life in whole ticks.
func (f *field) life(word uint32) int32 {
	return int32(math.Ceil(f.in.MaxAge * even(word)))
}

// enter makes a unit on an empty site.
func (f *field) enter(i int32, kind uint8, site int32) {
	f.kind[i], f.site[i], f.at[site] = kind, site, i
	f.flip(f.occupied, site)
	f.taken++
	switch kind {
	case cop, imported:
		f.flip(f.cops, site)
	case first, second:
		f.count.group[kind]++
		if f.rivals {
			f.flip(f.group[kind], site)
		}
	}
}

// leave takes a unit that stands on a site off every board.
func (f *field) leave(i int32) {
	site := f.site[i]
	f.calm(i)
	switch kind := f.kind[i]; kind {
	case cop, imported:
		f.flip(f.cops, site)
	case first, second:
		if f.rivals {
			f.flip(f.group[kind], site)
		}
	}
	f.flip(f.occupied, site)
	f.taken--
	f.at[site] = -1
}

// calm makes a citizen quiet.
func (f *field) calm(i int32) {
	if f.on[i] {
		f.on[i] = false
		f.count.active--
		f.flip(f.active, f.site[i])
	}
}

// look computes what follows from the inputs of the moment: what is seen, the
// estimates of risk and what each citizen wants.
func (f *field) look() {
	f.see = sight(f.shape, f.now.Vision, f.rule[seeSwitch])
	f.copSee = sight(f.shape, f.now.CopVision, f.rule[seeSwitch])
	const most = 1 << 16
	f.mostActive = f.see.sites + 3 // from 0 to all in sight and oneself twice
	f.chance = f.chance[:0]
	forces := min(f.see.sites, len(f.kind)-f.from[0])
	for c := 0; c <= forces && len(f.chance) < most; c++ {
		for a := range f.mostActive {
			f.chance = append(f.chance, f.estimate(c, a))
		}
	}
}

// estimate is the risk of arrest as citizens see it.
func (f *field) estimate(cops, actives int) float64 {
	ratio := float64(cops) / float64(max(actives, 1))
	switch f.rule[riskSwitch] {
	case 1:
		ratio = math.Floor(ratio)
	case 2:
		ratio = math.RoundToEven(ratio)
	}
	return 1 - draw.Exp(-float64(f.in.Deterrence*ratio))
}

// shocked moves the inputs of the moment along the shock.
func (f *field) shocked(t int) {
	u := f.in
	if u.To == nil || t < u.At || t >= u.At+max(u.Over, 1) {
		return
	}
	done := min(float64(t-u.At+1)/float64(max(u.Over, 1)), 1)
	along := func(a, b float64) float64 { return float64(a*(1-done)) + float64(b*done) }
	before := f.now
	f.now.Legitimacy = along(u.Legitimacy, u.To.Legitimacy)
	f.now.Vision = along(u.Vision, u.To.Vision)
	f.now.CopVision = along(u.CopVision, u.To.CopVision)
	f.now.Nerve = along(u.Nerve, u.To.Nerve)
	if f.now.Vision != before.Vision || f.now.CopVision != before.CopVision {
		f.look()
	}
	if f.now.Legitimacy != before.Legitimacy {
		for i, h := range f.hardship {
			f.want[i] = h * (1 - f.now.Legitimacy)
		}
	}
	sites := len(f.at)
	f.post(0, portion(along(u.Cops, u.To.Cops)*f.factor[0], sites))
	f.post(1, portion(along(u.Imported, u.To.Imported)*f.factor[1], sites))
}

// post brings the own or the imported forces to a number, deserters among the own:
// the last that came leave first, newcomers take any empty site.
func (f *field) post(side, n int) {
	for f.posted[side] > n {
		f.posted[side]--
		i := int32(f.from[side] + f.posted[side])
		if f.kind[i] == deserter {
			f.count.defected--
		}
		f.leave(i)
		f.kind[i] = gone
	}
	for f.posted[side] < n && f.taken < len(f.at) {
		i := int32(f.from[side] + f.posted[side])
		w := f.draws(uint32(i), forPlace)
		f.enter(i, cop+uint8(side), f.empty(f.occupied, among(w[0], len(f.at)-f.taken)))
		f.bearing(i)
		f.posted[side]++
	}
}
