package beliefmap

import (
	"cmp"
	"slices"
)

// mostDrawn is how many concepts a figure shows; the least central are left out.
const mostDrawn = 40

// fewLinks is how many links a figure shows even where they stand alone.
const fewLinks = 12

// layout places concepts in layers from left to right, causes before effects
// where loops allow. Long links pass through bends, one a layer.
type layout struct {
	m      *Map
	nodes  []place
	index  map[int]int // concept to node
	layers [][]int     // nodes from top to bottom
	ways   []way
	left   int // concepts left out
}

// place is a node of the drawing: a concept, or a bend of a link (-1).
type place struct {
	concept, layer int
	before, after  []int // neighbours in the layers beside
}

// way is a link with the nodes it passes, from left to right; back when it runs
// against the layers.
type way struct {
	link  int
	nodes []int
	back  bool
}

func (m *Map) layout() *layout {
	g := &layout{m: m, index: map[int]int{}}
	for _, c := range m.central() {
		g.index[c] = len(g.nodes)
		g.nodes = append(g.nodes, place{concept: c})
	}
	g.left = len(m.Concepts) - len(g.nodes)
	back := g.backward()
	g.layer(back)
	for k, l := range m.Links {
		a, okA := g.index[l.From]
		b, okB := g.index[l.To]
		if okA && okB {
			if back[k] {
				a, b = b, a
			}
			g.route(k, a, b, back[k])
		}
	}
	g.arrange()
	return g
}

// central lists the concepts to draw in their order: those with most links. A link
// that stands alone is no map: where there are many, and others hang together, only
// those are drawn.
func (m *Map) central() []int {
	order := m.joined()
	if len(order) == 0 || len(m.Links) <= fewLinks {
		order = nil
		for i := range m.Concepts {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(m.Concepts[b].Centrality(), m.Concepts[a].Centrality())
	})
	order = order[:min(len(order), mostDrawn)]
	slices.Sort(order)
	return order
}

// joined lists the concepts of links that touch another link.
func (m *Map) joined() []int {
	var all []int
	for _, l := range m.Links {
		if m.Concepts[l.From].Centrality()+m.Concepts[l.To].Centrality() > 2 {
			all = append(all, l.From, l.To)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// backward marks the links that close a loop in a search from the givens.
func (g *layout) backward() map[int]bool {
	const fresh, open, done = 0, 1, 2
	state := make([]int, len(g.nodes))
	back := map[int]bool{}
	var visit func(n int)
	visit = func(n int) {
		state[n] = open
		for k, l := range g.m.Links {
			if l.From != g.nodes[n].concept {
				continue
			}
			to, drawn := g.index[l.To]
			switch {
			case !drawn:
			case state[to] == open:
				back[k] = true
			case state[to] == fresh:
				visit(to)
			}
		}
		state[n] = done
	}
	for _, givens := range []bool{true, false} {
		for n := range g.nodes {
			if state[n] == fresh && (!givens || g.m.Concepts[g.nodes[n].concept].In == 0) {
				visit(n)
			}
		}
	}
	return back
}

// layer gives each node the length of the longest way that leads to it.
func (g *layout) layer(back map[int]bool) {
	for changed := true; changed; {
		changed = false
		for k, l := range g.m.Links {
			a, okA := g.index[l.From]
			b, okB := g.index[l.To]
			if !okA || !okB {
				continue
			}
			if back[k] {
				a, b = b, a
			}
			if g.nodes[b].layer <= g.nodes[a].layer {
				g.nodes[b].layer = g.nodes[a].layer + 1
				changed = true
			}
		}
	}
}

// route lays a link from node a to node b over a bend in each layer between.
func (g *layout) route(link, a, b int, back bool) {
	w := way{link: link, nodes: []int{a}, back: back}
	last := a
	for layer := g.nodes[a].layer + 1; layer <= g.nodes[b].layer; layer++ {
		next := b
		if layer < g.nodes[b].layer {
			next = len(g.nodes)
			g.nodes = append(g.nodes, place{concept: -1, layer: layer})
		}
		g.nodes[last].after = append(g.nodes[last].after, next)
		g.nodes[next].before = append(g.nodes[next].before, last)
		w.nodes = append(w.nodes, next)
		last = next
	}
	g.ways = append(g.ways, w)
}

// sweeps is how often the layers are put in order, there and back.
const sweeps = 12

// arrange orders each layer by the mean place of the neighbours in the layer
// before, then after, so that few lines cross.
func (g *layout) arrange() {
	for n := range g.nodes {
		for len(g.layers) <= g.nodes[n].layer {
			g.layers = append(g.layers, nil)
		}
		g.layers[g.nodes[n].layer] = append(g.layers[g.nodes[n].layer], n)
	}
	at := make([]int, len(g.nodes))
	number := func(layer []int) {
		for i, n := range layer {
			at[n] = (2*i + 1) * 10_000 / len(layer)
		}
	}
	for _, l := range g.layers {
		number(l)
	}
	for s := range sweeps {
		for i := range g.layers {
			k := i
			if s%2 == 1 {
				k = len(g.layers) - 1 - i
			}
			mean := map[int]int{}
			for _, n := range g.layers[k] {
				beside := g.nodes[n].before
				if s%2 == 1 {
					beside = g.nodes[n].after
				}
				mean[n] = at[n]
				if len(beside) > 0 {
					sum := 0
					for _, b := range beside {
						sum += at[b]
					}
					mean[n] = sum / len(beside)
				}
			}
			slices.SortStableFunc(g.layers[k], func(a, b int) int { return cmp.Compare(mean[a], mean[b]) })
			number(g.layers[k])
		}
	}
}
