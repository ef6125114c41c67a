package brief

import (
	"cmp"
	"slices"
)

// layered places the nodes of a directed graph in columns by longest path and
// orders each column by the barycentre of its neighbours, after [sugiyama1981].
// Node 0 is the root. It returns each node's column and its place in it. Arcs
// that would close a cycle are left out of account. Deterministic; cost about
// sweeps · arcs · log nodes.
func layered(nodes int, arcs [][2]int) (column, place []int) {
	forward := acyclic(nodes, arcs)
	column = columns(nodes, forward)
	place = make([]int, nodes)
	byColumn := make([][]int, slices.Max(column)+1)
	for v := range nodes {
		place[v] = len(byColumn[column[v]])
		byColumn[column[v]] = append(byColumn[column[v]], v)
	}
	for sweep := range 8 {
		for c := range byColumn {
			if sweep%2 == 1 {
				c = len(byColumn) - 1 - c
			}
			reorder(byColumn[c], forward, column, place, sweep%2 == 0)
		}
	}
	return column, place
}

// acyclic drops the arcs that lead back to a node still being visited.
func acyclic(nodes int, arcs [][2]int) [][2]int {
	state := make([]int, nodes) // 0 new, 1 open, 2 done
	dropped := make([]bool, len(arcs))
	var visit func(int)
	visit = func(v int) {
		state[v] = 1
		for i, a := range arcs {
			switch {
			case a[0] != v:
			case a[1] == v || state[a[1]] == 1:
				dropped[i] = true
			case state[a[1]] == 0:
				visit(a[1])
			}
		}
		state[v] = 2
	}
	for v := range nodes {
		if state[v] == 0 {
			visit(v)
		}
	}
	var kept [][2]int
	for i, a := range arcs {
		if !dropped[i] {
			kept = append(kept, a)
		}
	}
	return kept
}

// columns gives each node the length of the longest path that leads to it.
func columns(nodes int, arcs [][2]int) []int {
	column := make([]int, nodes)
	for range nodes {
		changed := false
		for _, a := range arcs {
			if column[a[1]] < column[a[0]]+1 {
				column[a[1]], changed = column[a[0]]+1, true
			}
		}
		if !changed {
			break
		}
	}
	return column
}

// reorder sorts one column by the mean place of its neighbours on one side;
// nodes without any keep their place.
func reorder(nodes []int, arcs [][2]int, column, place []int, fromLeft bool) {
	centre := map[int]float64{}
	for _, v := range nodes {
		sum, n := 0.0, 0
		for _, a := range arcs {
			near, far := a[1], a[0]
			if !fromLeft {
				near, far = a[0], a[1]
			}
			if near == v && column[far] != column[v] {
				sum, n = sum+float64(place[far]), n+1
			}
		}
		centre[v] = float64(place[v])
		if n > 0 {
			centre[v] = sum / float64(n)
		}
	}
	slices.SortStableFunc(nodes, func(a, b int) int { return cmp.Compare(centre[a], centre[b]) })
	for i, v := range nodes {
		place[v] = i
	}
}
