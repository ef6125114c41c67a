package brief

import (
	"cmp"
	"math/bits"
	"slices"

	"reckon"
	"reckon/stability"
)

// graph is the part of the stability graph that fits a page: today's state, the
// one-step moves from it, and the paths that block the improvements among them.
type graph struct {
	states []reckon.State // the first is today's
	index  map[reckon.State]int
	links  []link
	left   int // one-step moves left out
	better int // improvements left out
}

// link is one move in the graph.
type link struct {
	from, to int
	actor    int
	kind     linkKind
}

type linkKind int

const (
	other   linkKind = iota // leaves the mover no better off
	gains                   // an improvement that nothing stands against
	blocked                 // an improvement that a sanction meets
	blocks                  // a step of the sanction
)

// Sizes that keep the graph readable on a page.
const (
	mostFirst  = 14 // one-step moves drawn
	mostStates = 28 // states drawn
)

// answerTo returns the answer to an improvement, or nil when the verdict has none.
func answerTo(v stability.Verdict, to reckon.State) *stability.Answer {
	for i := range v.Answers {
		if v.Answers[i].To == to {
			return &v.Answers[i]
		}
	}
	return nil
}

func (p *page) graph(r *Reading) *graph {
	g := &graph{states: []reckon.State{p.Today}, index: map[reckon.State]int{p.Today: 0}}
	chosen := p.worthDrawing(r)
	for i, a := range chosen {
		if i >= mostFirst || len(g.states) >= mostStates {
			g.left++
			if a.Gain > 0 {
				g.better++
			}
			continue
		}
		g.draw(r, a)
	}
	return g
}

// worthDrawing orders the one-step moves: first the improvement that makes
// today's state unstable, then improvements that carry nothing idle, then the
// smallest steps of every actor, then the rest.
func (p *page) worthDrawing(r *Reading) []Arc {
	arcs := slices.Clone(r.Arcs)
	size := func(a Arc) int { return bits.OnesCount64(uint64(a.To ^ p.Today)) }
	slices.SortStableFunc(arcs, func(a, b Arc) int {
		return cmp.Or(cmp.Compare(size(a), size(b)), cmp.Compare(b.Gain, a.Gain))
	})
	var lean, small []reckon.State // changes of improvements and of all moves kept as smallest
	class := map[Arc]int{}
	for _, a := range arcs {
		change := a.To ^ p.Today
		h := r.hold(a.Actor)
		switch {
		case pays(h, a.To):
			class[a] = 0
		case a.Gain > 0 && !within(lean, change):
			class[a] = 1
			lean = append(lean, change)
		case a.Gain <= 0 && !within(small, change):
			class[a] = 2
		default:
			class[a] = 3
		}
		small = append(small, change)
	}
	slices.SortStableFunc(arcs, func(a, b Arc) int { return cmp.Compare(class[a], class[b]) })
	return arcs
}

// pays reports whether the move is the one that an unstable verdict rests on; for
// who looks ahead it need not be an improvement in itself.
func pays(h *Hold, to reckon.State) bool {
	return h != nil && !h.Verdict.Stable && answerTo(h.Verdict, to) != nil
}

// within reports whether a change contains one of the given changes.
func within(parts []reckon.State, change reckon.State) bool {
	return slices.ContainsFunc(parts, func(part reckon.State) bool { return part&^change == 0 })
}

// draw adds a one-step move and, when it is an improvement that is met, the
// path of the others that meets it.
func (g *graph) draw(r *Reading, a Arc) {
	to := g.state(a.To)
	l := link{0, to, a.Actor, other}
	h := r.hold(a.Actor)
	if h == nil || a.Gain <= 0 && !pays(h, a.To) {
		g.links = append(g.links, l)
		return
	}
	l.kind = gains
	answer := answerTo(h.Verdict, a.To)
	if answer == nil || len(answer.Path) == 0 || !h.Verdict.Stable {
		// An unstable verdict explains its best move alone: of the actor's other
		// improvements nothing is claimed but that they are improvements.
		g.links = append(g.links, l)
		return
	}
	l.kind = blocked
	g.links = append(g.links, l)
	at := to
	for i, s := range answer.Path {
		next := s.To
		if answer.Together {
			if i > 0 {
				break
			}
			next = answer.Sanction
		}
		if len(g.states) >= mostStates {
			return
		}
		n := g.state(next)
		g.link(link{at, n, s.Actor, blocks})
		at = n
	}
}

func (g *graph) state(s reckon.State) int {
	if i, ok := g.index[s]; ok {
		return i
	}
	g.index[s] = len(g.states)
	g.states = append(g.states, s)
	return len(g.states) - 1
}

func (g *graph) link(l link) {
	if l.from != l.to && !slices.Contains(g.links, l) {
		g.links = append(g.links, l)
	}
}
