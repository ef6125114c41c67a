package street

import (
	"math"

	"reckon/draw"
)

// tick runs every unit's turn once and counts. Cost: two hundred words of boards
// and four of randomness a turn; nothing is allocated.
func (f *field) tick(t int) moment {
	f.clock = uint32(t) + 1
	f.count.arrested = 0
	f.shocked(t)
	f.order = f.order[:0]
	for i, kind := range f.kind {
		if kind != gone {
			f.order = append(f.order, int32(i))
		}
	}
	n := len(f.order)
	by := switches[activationSwitch][f.rule[activationSwitch]]
	for j, i := range f.order {
		who := uint32(i)
		if by == Drawn {
			who = uint32(j)
		}
		f.words[j] = f.draws(who, forTurn)
		f.turns[j] = int32(j)
	}
	if by == Shuffled {
		for j := n - 1; j > 0; j-- {
			k := among(f.words[j][0], j+1)
			f.turns[j], f.turns[k] = f.turns[k], f.turns[j]
		}
	}
	for _, j := range f.turns[:n] {
		w := &f.words[j]
		if by == Drawn {
			j = int32(among(w[0], n))
		}
		f.turn(f.order[j], w)
	}
	f.pass()
	f.count.own = f.posted[0]
	return f.count
}

// turn is one unit's turn, unless it is in jail, dead or new.
func (f *field) turn(i int32, w *[4]uint32) {
	kind := f.kind[i]
	if kind == gone || f.jail[i] > 0 || f.born[i] == int32(f.clock) {
		return
	}
	if f.rule[orderSwitch] == 0 {
		f.move(i, w[1])
	}
	switch kind {
	case first, second:
		f.decide(i)
		if f.rivals {
			f.breed(i, w)
		}
	case cop, imported:
		f.enforce(i, w)
	}
	if f.rule[orderSwitch] != 0 {
		f.move(i, w[1])
	}
}

// move goes to any empty site in the mover's sight, or stays if there is none.
func (f *field) move(i int32, word uint32) {
	see := f.see
	if f.kind[i] >= cop {
		see = f.copSee
	}
	from := f.site[i]
	empty := see.sites - see.count(f.shape, f.occupied, from)
	if empty == 0 {
		return
	}
	f.shift(i, see.pick(f.shape, f.occupied, from, among(word, empty), ^uint64(0)))
}

// shift takes a unit to an empty site.
func (f *field) shift(i, to int32) {
	from := f.site[i]
	f.flip(f.occupied, from)
	f.flip(f.occupied, to)
	switch kind := f.kind[i]; {
	case kind == cop || kind == imported:
		f.flip(f.cops, from)
		f.flip(f.cops, to)
	case f.rivals && kind <= second:
		f.flip(f.group[kind], from)
		f.flip(f.group[kind], to)
	}
	if f.on[i] {
		f.flip(f.active, from)
		f.flip(f.active, to)
	}
	f.at[from], f.at[to], f.site[i] = -1, i, to
}

// decide turns a citizen active or quiet. Who does not want to at no risk need not
// look around.
func (f *field) decide(i int32) {
	want, on := f.want[i], false
	if want > f.in.Threshold {
		site := f.site[i]
		cops, actives := f.see.count(f.shape, f.cops, site), f.see.count(f.shape, f.active, site)
		if was := f.on[i]; f.rule[selfSwitch] == 0 || f.rule[selfSwitch] == 1 && !was {
			actives++
		} else if f.rule[selfSwitch] == 1 {
			actives += 2
		} else if was {
			actives++
		}
		on = want-float64(f.risk[i]*f.risky(cops, max(actives, 1))) > f.in.Threshold
	}
	if on != f.on[i] {
		f.on[i] = on
		f.flip(f.active, f.site[i])
		if on {
			f.count.active++
		} else {
			f.count.active--
		}
	}
}

func (f *field) risky(cops, actives int) float64 {
	if n := cops*f.mostActive + actives; n < len(f.chance) {
		return f.chance[n]
	}
	return f.estimate(cops, actives)
}

// enforce arrests any active in a cop's sight, unless he defects.
func (f *field) enforce(i int32, w *[4]uint32) {
	site := f.site[i]
	actives := f.copSee.count(f.shape, f.active, site)
	if actives == 0 {
		return
	}
	if f.rule[loyaltySwitch] != 0 && f.kind[i] == cop {
		others := f.copSee.count(f.shape, f.cops, site)
		if f.now.Nerve*float64(actives)/float64(actives+others+1) > f.resist[i] {
			f.kind[i] = deserter
			f.flip(f.cops, site)
			f.count.defected++
			return
		}
	}
	caught := f.at[f.copSee.pick(f.shape, f.active, site, among(w[2], actives), 0)]
	open := f.site[caught]
	f.arrest(caught, f.term(w[3]))
	if f.rule[stepSwitch] != 0 && f.at[open] < 0 {
		f.shift(i, open)
	}
}

// term is a time in jail in ticks, a begun one counting.
func (f *field) term(word uint32) int32 {
	longest := f.in.JailMax
	switch {
	case math.IsInf(longest, 1):
		return forLife
	case f.rule[termSwitch] == 0:
		return int32(math.Ceil(longest * even(word)))
	case f.rule[termSwitch] == 1:
		return int32(among(word, int(longest)))
	}
	return int32(among(word, int(longest)+1))
}

func (f *field) arrest(i, term int32) {
	f.calm(i)
	f.count.arrested++
	if term == 0 {
		return
	}
	f.jail[i] = term
	f.count.jailed++
	if f.rule[jailSwitch] != 1 {
		f.leave(i)
	} else if f.rivals {
		f.flip(f.group[f.kind[i]], f.site[i])
	}
}

// breed is what model II adds to a turn: an active citizen kills any of the other
// group in sight, and offspring may come to an empty site in sight.
func (f *field) breed(i int32, w *[4]uint32) {
	if f.on[i] {
		others := f.group[1-f.kind[i]]
		if n := f.see.count(f.shape, others, f.site[i]); n > 0 {
			f.die(f.at[f.see.pick(f.shape, others, f.site[i], among(w[2], n), 0)])
		}
	}
	if even(w[3]) >= f.in.Clone || len(f.free) == 0 {
		return
	}
	empty := f.see.sites - f.see.count(f.shape, f.occupied, f.site[i])
	if empty == 0 {
		return
	}
	child := f.free[len(f.free)-1]
	f.free = f.free[:len(f.free)-1]
	luck := f.draws(uint32(child), forBirth)
	f.nature(child, luck)
	f.hardship[child], f.want[child] = f.hardship[i], f.want[i] // an offspring inherits its grievance
	f.born[child] = int32(f.clock)
	f.enter(child, f.kind[i], f.see.pick(f.shape, f.occupied, f.site[i], among(luck[3], empty), ^uint64(0)))
}

// die takes a citizen out of the world, from a site or from jail.
func (f *field) die(i int32) {
	f.count.group[f.kind[i]]--
	switch {
	case f.jail[i] == 0:
		f.leave(i)
	case f.rule[jailSwitch] == 1:
		f.flip(f.group[f.kind[i]], f.site[i]) // leave takes it off again
		f.leave(i)
		fallthrough
	default:
		f.jail[i] = 0
		f.count.jailed--
	}
	f.kind[i], f.site[i] = gone, -1
	f.free = append(f.free, i)
}

// pass ends a tick: those whose term is over come back, and the old die.
func (f *field) pass() {
	if f.count.jailed == 0 && !f.rivals {
		return
	}
	for i := range f.from[0] {
		if f.kind[i] == gone {
			continue
		}
		if f.rivals {
			if f.left[i]--; f.left[i] <= 0 {
				f.die(int32(i))
				continue
			}
		}
		if f.jail[i] > 0 && f.jail[i] != forLife {
			if f.jail[i]--; f.jail[i] == 0 {
				f.release(int32(i))
			}
		}
	}
}

// release lets a citizen out, or keeps him a tick more if no site is free.
func (f *field) release(i int32) {
	to := f.site[i]
	switch {
	case f.rule[jailSwitch] == 1:
		if f.rivals {
			f.flip(f.group[f.kind[i]], to)
		}
		f.count.jailed--
		return
	case f.taken == len(f.at):
		f.jail[i] = 1
		return
	case f.rule[jailSwitch] == 0 || f.at[to] >= 0:
		w := draw.Philox([4]uint32{uint32(i), f.clock<<3 | forRelease, f.run, 0}, f.seed)
		to = f.empty(f.occupied, among(w[0], len(f.at)-f.taken))
	}
	f.count.jailed--
	f.count.group[f.kind[i]]-- // enter counts the group anew
	f.enter(i, f.kind[i], to)
}
