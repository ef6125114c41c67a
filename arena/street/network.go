package street

import (
	"fmt"
	"math"
	"slices"

	"reckon/arena"
	"reckon/draw"
)

// Network is a public whose members see only their neighbours: one turns active
// once the active share of his neighbours reaches his threshold [watts2002]. Nodes
// are anonymous and drawn; nothing is said of who they are.
type Network struct {
	People     int
	Shape      Rule    // Poisson, Regular or SmallWorld
	Degree     float64 // mean number of neighbours; whole for Regular, even for SmallWorld
	Rewired    float64 // SmallWorld: share of the ring's links that lead anywhere
	Thresholds Law     // shares of the neighbours
	Seeds      int     // people active at the start, drawn at random
	Seed       uint64
}

// How a network is drawn: every pair linked with one chance; all of one degree,
// else at random; or a ring of near neighbours with some links led elsewhere
// [wattsstrogatz1998].
const (
	Poisson    Rule = "poisson"
	Regular    Rule = "regular"
	SmallWorld Rule = "small world"
)

// Faults lists what makes the network none.
func (n *Network) Faults() arena.Faults {
	f := n.Thresholds.Faults("thresholds")
	f.Need(n.People >= 2 && n.People <= 1e6, "people", "must be 2 to a million")
	f.Need(n.Seeds >= 0 && n.Seeds <= max(n.People, 0), "seeds", "must be 0 to all people")
	f.Within(n.Rewired, 0, 1, "rewired", "must be the share of links, 0 to 1")
	most := math.Min(1000, float64(n.People-1))
	if !f.Need(n.Degree >= 0 && n.Degree <= most, "degree", fmt.Sprintf("must be 0 to %v neighbours on the mean", most)) {
		return f
	}
	f.Need(n.Degree*float64(n.People) <= 1e7, "degree", "more than five million links; give fewer people or neighbours")
	switch n.Shape {
	case Poisson:
	case Regular:
		f.Need(n.Degree == math.Floor(n.Degree) && math.Mod(n.Degree*float64(n.People), 2) == 0 && n.Degree <= most/2, "degree", "of a regular network must be whole, at most half the people, and even if their number is odd")
	case SmallWorld:
		f.Need(math.Mod(n.Degree, 2) == 0, "degree", "of a ring must be even, half to each side")
	default:
		f.Need(false, "shape", fmt.Sprintf("there is no network %q; use poisson, regular or small world", n.Shape))
	}
	return f
}

// weights are the chances of degrees from 0 up in a large network of the shape; a
// small world has none that spreads like a tree.
func (n *Network) weights(mean float64) []float64 {
	if n.Shape == Regular {
		w := make([]float64, int(mean)+1)
		w[int(mean)] = 1
		return w
	}
	w := make([]float64, int(mean+float64(20*math.Sqrt(mean+1)))+20)
	at := draw.Exp(-mean)
	for k := range w {
		w[k] = at
		at *= mean / float64(k+1)
	}
	return w
}

// Spread is how many further vulnerable people one at the end of a link reaches,
// Σ k(k−1) F(1/k) p_k / z: above 1 a single person can set off a cascade of a share
// of a large network, at most 1 he cannot [watts2002]. For Poisson and Regular.
func (n *Network) Spread() (float64, arena.Faults) {
	f := n.treelike()
	if len(f) > 0 || n.Degree == 0 {
		return 0, f
	}
	return n.spread(n.Degree), nil
}

func (n *Network) treelike() arena.Faults {
	f := n.Faults()
	f.Need(n.Shape != SmallWorld, "shape", "a small world is full of short loops and has no formula; draw cascades instead")
	return f
}

func (n *Network) spread(mean float64) float64 {
	sum := 0.0
	for k, p := range n.weights(mean) {
		if k > 1 {
			sum += float64(float64(k) * float64(k-1) * p * n.Thresholds.Share(1/float64(k)))
		}
	}
	return sum / mean
}

// Window is the mean degrees between which a single person can set off a cascade of
// a share of a large Poisson network: below, the network falls apart; above, people
// have too many neighbours to be moved by one. For a threshold φ alone its ends
// solve z·e^−z·Σ_{k ≤ ⌊1/φ⌋−2} z^k/k! = 1 [watts2002]. Without a window ok is false.
func (n *Network) Window() (low, high float64, ok bool, faults arena.Faults) {
	faults = n.treelike()
	faults.Need(n.Shape != Regular, "shape", "only a Poisson network has a window of mean degrees; ask for the Spread")
	if len(faults) > 0 {
		return 0, 0, false, faults
	}
	const finest, most = 0.05, 200
	ends := roots(func(z float64) float64 { return n.spread(z) - 1 }, finest, most, int(most/finest))
	if len(ends) < 2 {
		return 0, 0, false, nil
	}
	return ends[0], ends[len(ends)-1], true, nil
}

// Cascade draws a network and its seeds and lets activity spread until it stops;
// it gives the share active at the end. Equal seeds and runs give equal bits.
// Cost: some tens of nanoseconds a link.
func (n *Network) Cascade(run uint32) (float64, arena.Faults) {
	if faults := n.Faults(); len(faults) > 0 {
		return 0, faults
	}
	s := newStream(n.Seed, run)
	start, ends := neighbours(n.People, n.links(s))
	threshold := make([]float64, n.People)
	for i := range threshold {
		threshold[i] = n.Thresholds.drawn(s.uniform(), s.uniform())
	}
	active := make([]bool, n.People)
	queue := make([]int32, 0, n.People)
	for i := range n.People { // the first Seeds of a shuffled order
		if s.below(n.People-i) < n.Seeds-len(queue) {
			active[i] = true
			queue = append(queue, int32(i))
		}
	}
	for i, x := range threshold { // who needs no example
		if x <= 0 && !active[i] {
			active[i] = true
			queue = append(queue, int32(i))
		}
	}
	seen := make([]int32, n.People)
	for head := 0; head < len(queue); head++ {
		i := queue[head]
		for _, j := range ends[start[i]:start[i+1]] {
			seen[j]++
			if !active[j] && float64(seen[j])/float64(start[j+1]-start[j]) >= threshold[j] {
				active[j] = true
				queue = append(queue, j)
			}
		}
	}
	return float64(len(queue)) / float64(n.People), nil
}

// drawn is a threshold of the law: u picks it, part picks the part of a mixture.
func (l *Law) drawn(u, part float64) float64 {
	switch {
	case l.Of != "":
		return draw.Quantile(l.Of, u, l.Args...)
	case len(l.Points) > 0:
		return l.Points[min(int(u*float64(len(l.Points))), len(l.Points)-1)]
	}
	total := 0.0
	for i := range l.Mix {
		total += l.Mix[i].Weight
	}
	left := part * total
	last := 0
	for i := range l.Mix {
		if l.Mix[i].Weight == 0 {
			continue
		}
		last = i
		if left -= l.Mix[i].Weight; left < 0 {
			break
		}
	}
	return l.Mix[last].drawn(u, part)
}

// links draws the pairs that are linked.
func (n *Network) links(s *stream) [][2]int32 {
	if n.Shape == Regular {
		return regular(n.People, int(n.Degree), s)
	}
	if n.Shape == SmallWorld {
		return n.smallWorld(s)
	}
	var pairs [][2]int32
	p := n.Degree / float64(n.People-1)
	if p <= 0 {
		return nil
	}
	// Of all pairs in a row, the gaps between linked ones are geometric.
	rest := draw.Log(1 - p)
	for i, j := 1, -1; i < n.People; {
		skip := 0.0
		if p < 1 {
			skip = math.Floor(draw.Log(s.uniform()) / rest)
		}
		if skip > float64(n.People)*float64(n.People) {
			break
		}
		j += 1 + int(skip)
		for i < n.People && j >= i {
			j -= i
			i++
		}
		if i < n.People {
			pairs = append(pairs, [2]int32{int32(i), int32(j)})
		}
	}
	return pairs
}

// regular pairs the ends of links at random, and changes partners with other pairs
// until nobody is linked to himself or twice.
func regular(people, degree int, s *stream) [][2]int32 {
	ends := make([]int32, 0, people*degree)
	for i := range people {
		for range degree {
			ends = append(ends, int32(i))
		}
	}
	for j := len(ends) - 1; j > 0; j-- {
		k := s.below(j + 1)
		ends[j], ends[k] = ends[k], ends[j]
	}
	pairs := make([][2]int32, len(ends)/2)
	count := map[[2]int32]int{}
	for i := range pairs {
		pairs[i] = [2]int32{ends[2*i], ends[2*i+1]}
		count[ordered(pairs[i])]++
	}
	bad := func(p [2]int32) bool { return p[0] == p[1] || count[ordered(p)] > 1 }
	for clean := false; !clean; {
		clean = true
		for i := range pairs {
			if !bad(pairs[i]) {
				continue
			}
			clean = false
			k := s.below(len(pairs))
			a, b := [2]int32{pairs[i][0], pairs[k][1]}, [2]int32{pairs[k][0], pairs[i][1]}
			if k == i || a[0] == a[1] || b[0] == b[1] || count[ordered(a)] > 0 || count[ordered(b)] > 0 || ordered(a) == ordered(b) {
				continue
			}
			count[ordered(pairs[i])]--
			count[ordered(pairs[k])]--
			pairs[i], pairs[k] = a, b
			count[ordered(a)]++
			count[ordered(b)]++
		}
	}
	return pairs
}

func ordered(p [2]int32) [2]int32 { return [2]int32{min(p[0], p[1]), max(p[0], p[1])} }

// smallWorld links each with the nearest on a ring, then leads some of the links to
// anyone not linked yet.
func (n *Network) smallWorld(s *stream) [][2]int32 {
	var pairs [][2]int32
	linked := map[[2]int32]bool{}
	for d := 1; d <= int(n.Degree)/2; d++ {
		for i := range n.People {
			p := [2]int32{int32(i), int32((i + d) % n.People)}
			if !linked[ordered(p)] { // of an even ring the farthest pair once
				linked[ordered(p)] = true
				pairs = append(pairs, p)
			}
		}
	}
	for i := range pairs {
		if s.uniform() >= n.Rewired {
			continue
		}
		to := [2]int32{pairs[i][0], int32(s.below(n.People))}
		if to[0] == to[1] || linked[ordered(to)] {
			continue // a draw that leads nowhere new leaves the link
		}
		delete(linked, ordered(pairs[i]))
		linked[ordered(to)] = true
		pairs[i] = to
	}
	return pairs
}

// neighbours turns pairs into lists: those of i are ends[start[i]:start[i+1]].
func neighbours(people int, pairs [][2]int32) (start, ends []int32) {
	start = make([]int32, people+1)
	for _, p := range pairs {
		start[p[0]+1]++
		start[p[1]+1]++
	}
	for i := range people {
		start[i+1] += start[i]
	}
	ends = make([]int32, 2*len(pairs))
	next := slices.Clone(start)
	for _, p := range pairs {
		ends[next[p[0]]], ends[next[p[1]]] = p[1], p[0]
		next[p[0]]++
		next[p[1]]++
	}
	return start, ends
}

// stream is random words in a row.
type stream struct {
	key     [2]uint32
	counter [4]uint32
	words   [4]uint32
	used    int
}

func newStream(seed uint64, run uint32) *stream {
	key := draw.Philox([4]uint32{0, 0, 0, 0x6e657477}, [2]uint32{uint32(seed), uint32(seed >> 32)}) // "netw": numbers of no other asker
	return &stream{key: [2]uint32{key[0], key[1]}, counter: [4]uint32{0, 0, run, 0}, used: 4}
}

func (s *stream) word() uint32 {
	if s.used == len(s.words) {
		s.words, s.used = draw.Philox(s.counter, s.key), 0
		if s.counter[0]++; s.counter[0] == 0 {
			s.counter[1]++
		}
	}
	s.used++
	return s.words[s.used-1]
}

func (s *stream) below(n int) int  { return among(s.word(), n) }
func (s *stream) uniform() float64 { return even(s.word()) }
