package bargaining

import (
	"fmt"
	"math"

	"reckon/arena"
	"reckon/draw"
)

// Node is a position of a game of perfect information: a side moves, or the game is
// over and its Worth to each side is given. Strategic choice [signorino1999] is the
// game with quantal responses [mckelvey1998].
type Node struct {
	Name   string
	Mover  int       // who moves, where there are moves
	Worth  []float64 // to each side; given at an end, worked out elsewhere
	Moves  []Node
	Chance float64 // of the move that leads here, worked out
}

// deepest bounds how deep a tree may be.
const deepest = 1000

// Check says what is wrong with the tree; Play needs one that is right.
func (n Node) Check() arena.Faults {
	var f arena.Faults
	end := &n
	for len(end.Moves) > 0 {
		end = &end.Moves[0]
	}
	f.Need(len(end.Worth) > 0, "game", "its end has no worth; give a number for each side")
	n.check(&f, len(end.Worth), 0)
	return f
}

func (n Node) check(f *arena.Faults, sides, depth int) {
	at := fmt.Sprintf("move %q", n.Name)
	if len(n.Moves) > 0 {
		f.Need(n.Mover >= 0 && n.Mover < sides, at, fmt.Sprintf("side %d moves, and there are %d, counted from 0", n.Mover, sides))
		if f.Need(depth < deepest, at, fmt.Sprintf("the game is more than %d moves long", deepest)) {
			for _, m := range n.Moves {
				m.check(f, sides, depth+1)
			}
		}
		return
	}
	f.Need(len(n.Worth) == sides, at, fmt.Sprintf("an end needs a worth for each of %d sides, and has %d", sides, len(n.Worth)))
	for _, x := range n.Worth {
		f.Within(x, -1e100, 1e100, at, "its worth must be finite")
	}
}

// Play returns the tree with the chance of every move and the worth of every
// position, from the ends backward: a move is chosen with odds e^(precision·worth).
// At precision 0 all are as likely; at +Inf only the best are chosen, all alike if
// there are several, which is subgame perfect. What is no number above 0 counts as 0.
func (n Node) Play(precision float64) Node {
	if !(precision > 0) {
		precision = 0
	}
	if len(n.Moves) == 0 {
		return n
	}
	moves := make([]Node, len(n.Moves))
	best := math.Inf(-1)
	for i := range moves {
		moves[i] = n.Moves[i].Play(precision)
		best = math.Max(best, moves[i].Worth[n.Mover])
	}
	var sum float64
	for i := range moves {
		short := best - moves[i].Worth[n.Mover]
		switch {
		case short == 0:
			moves[i].Chance = 1
		case math.IsInf(precision, 1):
			moves[i].Chance = 0
		default:
			moves[i].Chance = draw.Exp(-float64(precision * short))
		}
		sum += moves[i].Chance
	}
	n.Worth = make([]float64, len(moves[0].Worth))
	for i := range moves {
		moves[i].Chance /= sum
		for s := range n.Worth {
			n.Worth[s] += float64(moves[i].Chance * moves[i].Worth[s])
		}
	}
	n.Moves = moves
	return n
}
