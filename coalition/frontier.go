package coalition

import (
	"cmp"
	"slices"

	"reckon"
)

// A coalition's security at a state q, where it may go, is a vector: for each
// member his rank of the worst state, for him, among q and the replies to it.
// Nothing there takes the improvement on s away iff the security of every member
// meets his need at s. For the strict reading a member needs one rank more than
// he has at s. For the Pareto reading he needs what he has, and a last number,
// the sum of the members' ranks, needs one more: with no member worse off, the
// sum is greater iff some member gains.

// values returns the numbers that are compared, one table by state for each.
func (a *Analysis) values(h Coalition) [][]int32 {
	var tables [][]int32
	sum := make([]int32, 1<<a.g.Options())
	for _, j := range h.Members() {
		rank := make([]int32, len(sum))
		a.g.States().Each(func(s reckon.State) {
			rank[s] = int32(a.g.Rank(j, s))
			sum[s] += rank[s]
		})
		tables = append(tables, rank)
	}
	if a.set.Improvement == "pareto" {
		tables = append(tables, sum)
	}
	return tables
}

// need writes what an improvement on s must reach in each of the values.
func (a *Analysis) need(values [][]int32, s reckon.State, into []int32) []int32 {
	into = into[:0]
	for _, v := range values {
		into = append(into, v[s])
	}
	if a.set.Improvement == "pareto" {
		into[len(into)-1]++
		return into
	}
	for k := range into {
		into[k]++
	}
	return into
}

// frontier is a set of vectors of which none is at least another everywhere,
// greatest sum first.
type frontier struct {
	points [][]int32
	sums   []int64
}

// meets reports whether some vector of the frontier is at least need everywhere.
// A vector of a smaller sum is not.
func (f *frontier) meets(need []int32) bool {
	total := sum(need)
	for k, v := range f.points {
		if f.sums[k] < total {
			return false
		}
		if atLeast(v, need) {
			return true
		}
	}
	return false
}

func (f *frontier) add(v []int32, sum int64) {
	f.points, f.sums = append(f.points, v), append(f.sums, sum)
}

func sum(v []int32) (total int64) {
	for _, x := range v {
		total += int64(x)
	}
	return total
}

func atLeast(v, need []int32) bool {
	for k := range need {
		if v[k] < need[k] {
			return false
		}
	}
	return true
}

// frontiers returns for each piece the best vectors among its states and those it
// leads to. Whether the coalition can get from s to a vector that meets a need is
// then one look at the frontier of s.
func (r *reach) frontiers(values [][]int32) []frontier {
	all := make([]frontier, len(r.states))
	for p, states := range r.states {
		cells := make([]int32, 0, len(states)*len(values))
		points := make([][]int32, 0, len(states))
		for _, s := range states {
			for _, v := range values {
				cells = append(cells, v[s])
			}
			points = append(points, cells[len(cells)-len(values):])
		}
		for _, n := range r.next[p] {
			points = append(points, all[n].points...)
		}
		all[p] = best(points)
	}
	return all
}

// best returns the vectors that no other is at least as great as everywhere. The
// one with the greatest sum is among them: it is taken and what it outdoes is
// dropped, as long as that drops much; the rest is sorted and looked at one by
// one. Cost: vectors × best vectors, mostly far less. It reorders points.
func best(points [][]int32) frontier {
	var f frontier
	sums := make([]int64, len(points))
	for k, v := range points {
		sums[k] = sum(v)
	}
	for much := true; much && len(points) > 0; {
		top := 0
		for k := range sums {
			if sums[k] > sums[top] {
				top = k
			}
		}
		v := points[top]
		f.add(v, sums[top])
		left := 0
		for k, w := range points {
			if !atLeast(v, w) {
				points[left], sums[left] = w, sums[k]
				left++
			}
		}
		much = len(points)-left > len(points)/32
		points, sums = points[:left], sums[:left]
	}
	f.sift(points)
	return f
}

// sift adds those of the points that no other outdoes; none has a greater sum
// than those already there. What outdoes a vector and differs has a greater sum.
func (f *frontier) sift(points [][]int32) {
	slices.SortFunc(points, func(v, w []int32) int { return cmp.Or(cmp.Compare(sum(w), sum(v)), slices.Compare(w, v)) })
	for k, v := range points {
		total := sum(v)
		outdone := k > 0 && slices.Equal(v, points[k-1])
		for n := 0; !outdone && n < len(f.points) && f.sums[n] > total; n++ {
			outdone = atLeast(f.points[n], v)
		}
		if !outdone {
			f.add(v, total)
		}
	}
}
