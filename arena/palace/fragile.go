package palace

import (
	"math"
	"slices"
)

const (
	moments = 64   // that a walk may visit
	nudge   = 1e-9 // of all force: what is just beyond a moment
	unknown = -1   // a proof that was not asked for yet
)

// Estimates lists each organ's force, and how far it can move, the others as they
// are, before others rule. The table of who is self-enforcing holds its own proof:
// a coalition that is not has a part that throws out the rest. A force is walked to
// the moment until which the best such proofs last, then the table is made anew, so
// nothing between is missed. Where that takes more than 64 moments, the range is
// what was walked, and Exact is false. Cost: at most 3ⁿ for each moment; in all
// some milliseconds for 12 organs and tenths of a second for 16.
func (j *Junta) Estimates() []Estimate {
	var list []Estimate
	force := j.Capital.numbers().force
	for k, o := range j.Capital.Organs {
		low, sure := j.walk(force, k, -1)
		high, certain := j.walk(force, k, 1)
		list = append(list, Estimate{
			Kind: Force, Organ: o.Name, Value: o.Force,
			Low: o.Force - low, High: o.Force + high, Exact: sure && certain,
		})
	}
	return list
}

// walk moves the force of organ k in a direction until others rule, and gives how
// far that is; all of it downwards and +Inf upwards if that never comes.
func (j *Junta) walk(force []float64, k int, direction float64) (far float64, exact bool) {
	most := math.Inf(1)
	if direction < 0 {
		most = force[k]
	}
	r := newRegime(force, j.Majority)
	w := walker{regime: r, organ: k, direction: direction, until: make([]float64, len(r.sum))}
	step := float64(nudge * r.sum[len(r.sum)-1])
	reached := 0.0 // proven up to here
	for range moments {
		if !slices.Equal(r.rulers(uint64(len(r.sum)-1)), j.sets) {
			return reached, true
		}
		reached = min(far+w.lasts(j.sets), most)
		if reached == most {
			return most, true
		}
		far = min(reached+step, most)
		r.power[k] = force[k] + float64(direction*far)
		r.fill()
	}
	return reached, false
}

// walker moves the power of one organ by t in a direction, and says until what t
// the proofs at t = 0 last.
type walker struct {
	*regime
	organ     int
	direction float64
	until     []float64 // for coalitions with the organ: how long each proof lasts
}

// lasts gives until when these rulers surely rule: each must stay self-enforcing
// and strong enough, and every other coalition must stay one that is not
// self-enforcing, or too weak, or heavier.
func (w *walker) lasts(rulers []uint64) float64 {
	for x := range w.until {
		w.until[x] = unknown
	}
	all, first, until := len(w.sum)-1, int(rulers[0]), math.Inf(1)
	for _, y := range rulers {
		if w.has(int(y)) != w.has(first) {
			return 0 // a tie that any change settles
		}
		until = min(until, w.stands(int(y)))
		if int(y) != all {
			until = min(until, w.changes(int(y), all, true))
		}
	}
	for x := 1; x < all; x++ {
		if slices.Contains(rulers, uint64(x)) {
			continue
		}
		safe := max(w.changes(x, all, false), w.lighter(x, first))
		if safe < until && !w.lasting[x] {
			safe = max(safe, w.stands(x))
		}
		until = min(until, safe)
	}
	return until
}

func (w *walker) has(s int) bool { return s>>w.organ&1 == 1 }

// stands is until when a coalition is proven to stay self-enforcing, or not, as it
// is now. One that is stays so while every part of it is too weak or is not
// self-enforcing; one that is not stays so while some part that is self-enforcing
// outweighs the rest.
func (w *walker) stands(s int) float64 {
	switch {
	case !w.has(s):
		return math.Inf(1)
	case w.until[s] != unknown:
	case w.lasting[s]:
		w.until[s] = w.holds(s)
	default:
		w.until[s] = w.broken(s)
	}
	return w.until[s]
}

// lighter is when coalition x comes to weigh no more than y.
func (w *walker) lighter(x, y int) float64 {
	gap := w.sum[x] - w.sum[y]
	switch {
	case gap <= w.ties:
		return 0
	case w.has(x) == w.has(y), w.has(x) == (w.direction > 0):
		return math.Inf(1)
	}
	return gap
}

// changes is when it changes whether a part outweighs the rest of its whole, if now
// it does so as stated; else 0. The lead part − α·whole moves by 1−α for each unit
// of the organ's power if the part has the organ, else by −α.
func (w *walker) changes(part, whole int, outweighs bool) float64 {
	lead := w.sum[part] - float64(w.alpha*w.sum[whole])
	if (lead > w.ties) != outweighs {
		return 0
	}
	speed := 0.0
	if w.has(whole) {
		speed = -w.alpha
	}
	if w.has(part) {
		speed++
	}
	if speed *= w.direction; speed == 0 || (speed > 0) == outweighs {
		return math.Inf(1)
	}
	return max(0, -lead/speed)
}

func (w *walker) holds(x int) float64 {
	until := math.Inf(1)
	for z := (x - 1) & x; z != 0 && until > 0; z = (z - 1) & x {
		safe := w.changes(z, x, false)
		if safe < until && !w.lasting[z] {
			safe = max(safe, w.stands(z))
		}
		until = min(until, safe)
	}
	return until
}

func (w *walker) broken(x int) float64 {
	until := 0.0
	for z := (x - 1) & x; z != 0; z = (z - 1) & x {
		if w.lasting[z] && w.outweighs(w.sum[z], w.sum[x]) {
			until = max(until, min(w.changes(z, x, true), w.stands(z)))
		}
	}
	return until
}
