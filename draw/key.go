package draw

// Key says what a random number is for. Equal keys give equal numbers, whoever
// asks, in any order and on any machine; so scenarios and readings share every
// draw that means the same in both (common random numbers), and an actor added to
// a case shifts nobody else's draws.
//
// The packing into Philox [salmon2011]: the seed is its key; the counter holds
// Run/2 (40 bits), Step (24 bits), and 64 bits of Entity with Module and Purpose
// mixed in by a bijection. Two keys that differ in the seed, in the run, in the
// step, or in one of the other three, therefore never share a block; two that
// differ in several of those three do so with a chance of 2⁻⁶⁴, that of two names
// having the same hash. Runs 2n and 2n+1 take the two halves of one block.
type Key struct {
	Seed    uint64
	Run     uint64 // below 2⁴¹
	Module  uint32 // who asks: 1 dynamics, 2 mind, 3 sim, 4 experiment, 5 draw, 6 outlook
	Purpose uint32 // what for, numbered by the module
	Entity  uint64 // about whom or what: Entity of its name
	Step    uint32 // below 2²⁴
}

const (
	maxRun  = 1 << 41
	maxStep = 1 << 24
)

// Entity is the hash of a name that stands for it in keys: FNV-1a of 64 bits, the
// same in every version.
func Entity(name string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(name) {
		h = (h ^ uint64(name[i])) * 1099511628211
	}
	return h
}

// mixed scatters the bits of a word by a bijection, the finaliser of splitmix64
// [steele2014].
func mixed(z uint64) uint64 {
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

// packed lays the key out as Philox takes it; a run or a step out of range is a
// bug of the caller.
func (k *Key) packed() (counter [4]uint32, key [2]uint32) {
	if k.Run >= maxRun || k.Step >= maxStep {
		panic("draw: a key with a run above 2⁴¹ or a step above 2²⁴")
	}
	about := k.Entity ^ mixed(uint64(k.Module)<<32|uint64(k.Purpose))
	block := k.Run >> 1
	return [4]uint32{uint32(block), uint32(block>>32) | k.Step<<8, uint32(about), uint32(about >> 32)},
		[2]uint32{uint32(k.Seed), uint32(k.Seed >> 32)}
}

// open maps two words to the open interval (0, 1): an odd multiple of 2⁻⁵³, each
// as likely. Never 0 or 1, and 1 less it is as exact as it is.
func open(a, b uint32) float64 {
	return (float64(int64(uint64(a)<<20|uint64(b)>>12)) + 0.5) * 0x1p-52
}

// Uniform returns the key's number: uniform in the open interval (0, 1), an odd
// multiple of 2⁻⁵³.
func (k Key) Uniform() float64 {
	w := Philox(k.packed())
	if k.Run&1 == 0 {
		return open(w[0], w[1])
	}
	return open(w[2], w[3])
}

// Fill writes to each lane what Uniform gives for the runs Run, Run+1 and so on,
// at half the cost of asking for each.
func (k Key) Fill(lanes []float64) {
	if k.Run&1 == 1 && len(lanes) > 0 {
		lanes[0] = k.Uniform()
		lanes = lanes[1:]
		k.Run++
	}
	if len(lanes) == 0 {
		return
	}
	if k.Run+uint64(len(lanes)) > maxRun {
		panic("draw: lanes beyond run 2⁴¹")
	}
	counter, key := k.packed()
	for block := k.Run >> 1; ; block++ {
		counter[0], counter[1] = uint32(block), uint32(block>>32)|k.Step<<8
		w := Philox(counter, key)
		lanes[0] = open(w[0], w[1])
		if len(lanes) == 1 {
			return
		}
		lanes[1] = open(w[2], w[3])
		if lanes = lanes[2:]; len(lanes) == 0 {
			return
		}
	}
}

// Normals writes to each lane a standard normal number made of what Fill gives.
func (k Key) Normals(lanes []float64) {
	k.Fill(lanes)
	for i, u := range lanes {
		lanes[i] = normalQuantile(u)
	}
}
