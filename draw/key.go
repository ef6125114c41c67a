package draw

// Key says what a random number is for. Equal keys give equal numbers, whoever
// asks, in any order and on any machine; so scenarios and readings share every
// draw that means the same in both (common random numbers), and an actor added to
// a case shifts nobody else's draws.
//
// The packing into Philox [salmon2011]: the seed is its key; the counter holds
// Run/2 (40 bits) and Step (24 bits), and 64 bits of Entity with Module and Purpose
// mixed in by a bijection. Two keys that differ in the seed, in the run, in the
// step, or in one of the other three, therefore never share a block; two that
// differ in several of those three do so with a chance of 2⁻⁶⁴, that of two names
// having the same hash. Runs 2n and 2n+1 take the two halves of one block.
type Key struct {
	Seed    uint64
	Run     uint64 // below 2⁴¹
	Module  uint32 // who asks: 3 sim, 4 experiment, 5 draw, 6 coupling, 11 council; a new asker takes a new number
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

// packed lays the key out as philox takes it; a run or a step out of range is a
// bug of the caller.
func (k *Key) packed() (first, second, key uint64) {
	if k.Run >= maxRun || k.Step >= maxStep {
		panic("draw: a key with a run from 2⁴¹ or a step from 2²⁴ on")
	}
	return k.Run>>1 | uint64(k.Step)<<40, k.Entity ^ mixed(uint64(k.Module)<<32|uint64(k.Purpose)), k.Seed
}

// open maps a word to the open interval (0, 1): an odd multiple of 2⁻⁵³, each as
// likely. Never 0 or 1, and 1 less it is as exact as it is. The conversion keeps
// the product out of a caller's sum.
func open(w uint64) float64 { return float64((float64(int64(w>>12)) + 0.5) * 0x1p-52) }

// word is the key's number as 64 bits.
func (k *Key) word() uint64 {
	even, odd := philox(k.packed())
	if k.Run&1 == 0 {
		return even
	}
	return odd
}

// Uniform returns the key's number: uniform in the open interval (0, 1), an odd
// multiple of 2⁻⁵³.
func (k Key) Uniform() float64 { return open(k.word()) }

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
	first, second, key := k.packed()
	for ; len(lanes) >= 2; lanes = lanes[2:] {
		even, odd := philox(first, second, key)
		lanes[0], lanes[1] = open(even), open(odd)
		first++
	}
	if len(lanes) == 1 {
		even, _ := philox(first, second, key)
		lanes[0] = open(even)
	}
}
