package exchange

import (
	"fmt"
	"math/big"
	"strings"

	"reckon"
)

// Tree is an extensive game as Gambit's .efg files hold it.
type Tree struct {
	Title, Comment string
	Players        []string
	Sets           []InfoSet // in the order of their first node
	Outcomes       []Outcome // likewise
	Root           *Node
}

// InfoSet is a set of nodes that the player who moves there cannot tell apart.
type InfoSet struct {
	Player  int // index into Players; −1 is chance
	Label   string
	Actions []string
	Odds    []*big.Rat // of chance: by action, summing to 1
}

// Node is a node of a tree: a choice with one child for each action of its
// information set, or an end.
type Node struct {
	Label    string
	Set      int // index into Sets; −1 at an end
	Outcome  int // index into Outcomes, −1 for none; payoffs add up along a path
	Children []*Node
}

// Limits on trees.
const (
	maxNodes = 100_000
	maxDepth = 500
)

// Text writes the tree as .efg, nodes in the order of the specification.
// Information sets are numbered by player and outcomes throughout, both as they
// first appear; what describes them is written each time.
func (t *Tree) Text() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "EFG 2 R %s %s\n%s\n\n", inQuotes(t.Title), inBraces(t.Players), inQuotes(t.Comment))
	numbers, next, paid := map[int]int{}, map[int]int{}, map[int]int{-1: 0}
	t.Root.each(func(n *Node) {
		if n.Set < 0 {
			fmt.Fprintf(&b, "t %s", inQuotes(n.Label))
		} else {
			set := &t.Sets[n.Set]
			if numbers[n.Set] == 0 {
				next[set.Player]++
				numbers[n.Set] = next[set.Player]
			}
			if set.Player < 0 {
				fmt.Fprintf(&b, "c %s %d %s {", inQuotes(n.Label), numbers[n.Set], inQuotes(set.Label))
			} else {
				fmt.Fprintf(&b, "p %s %d %d %s {", inQuotes(n.Label), set.Player+1, numbers[n.Set], inQuotes(set.Label))
			}
			for k, action := range set.Actions {
				b.WriteString(" " + inQuotes(action))
				if set.Player < 0 {
					b.WriteString(" " + set.Odds[k].RatString())
				}
			}
			b.WriteString(" }")
		}
		if _, met := paid[n.Outcome]; !met {
			paid[n.Outcome] = len(paid)
		}
		fmt.Fprintf(&b, " %d", paid[n.Outcome])
		if n.Outcome >= 0 {
			o := t.Outcomes[n.Outcome]
			fmt.Fprintf(&b, " %s { %s }", inQuotes(o.Label), payoffs(o.Payoffs))
		}
		b.WriteByte('\n')
	})
	return []byte(b.String())
}

// each calls f on a node and everything below it, parents first.
func (n *Node) each(f func(*Node)) {
	f(n)
	for _, child := range n.Children {
		child.each(f)
	}
}

// stay is the action of not moving.
const stay = "stay"

// Tree writes the legal sequences of moves from one state, today's unless the
// settings say, as an extensive game.
// Actors with options take turns in the order of the case, so that nobody moves
// twice in a row; at his turn an actor makes one of his moves or stays. Staying
// ends the game, as in limited-move stability [kilgour1985], or passes the turn.
// Everybody sees everything; payoffs are ranks of the state a path ends in.
// With two actors, strict orders and staying as the end, backward induction
// stays at the root for whoever is first iff the state is stable for him under
// L_h with h the number of turns.
func (m *Model) Tree(set Settings) (*Tree, error) {
	c, err := m.Conflict()
	if err != nil {
		return nil, err
	}
	g := &grower{Model: m, turns: set.Turns, passing: set.Passing, outcomes: map[reckon.State]int{}, met: map[reckon.State]int{}}
	from := m.Case.Today()
	if set.From != nil {
		from = *set.From
	}
	for i := range m.Case.Actors {
		who := (set.First + i) % len(m.Case.Actors)
		if len(m.Case.Actors[who].Options) > 0 {
			g.order = append(g.order, who)
		}
	}
	switch {
	case !c.States().Has(from):
		return nil, fmt.Errorf("nobody can start from state %s: it is impossible", m.letters(from))
	case set.Turns < 1 || set.Turns > maxDepth:
		return nil, fmt.Errorf("a tree has from 1 to %d turns, not %d", maxDepth, set.Turns)
	case len(m.Case.Actors[set.First].Options) == 0:
		return nil, fmt.Errorf("%s has no option, so the first turn cannot be his", m.Case.Actors[set.First].Name)
	}
	rule := "Staying ends the game."
	if set.Passing {
		rule = "Staying passes the turn."
	}
	g.tree = &Tree{
		Title: either(m.Case.Title, m.Case.Name), Outcomes: []Outcome{},
		Comment: fmt.Sprintf("%s Turns in the order of the case from the state %s, %d at most. %s Payoffs are ranks, 0 the worst: only their order means anything.",
			m.origin(), m.letters(from), set.Turns, rule),
	}
	for _, a := range m.Case.Actors {
		g.tree.Players = append(g.tree.Players, a.Name)
	}
	g.tree.Root = g.grow(from, 0)
	if g.nodes > maxNodes {
		return nil, fmt.Errorf("the tree would have more than %d nodes; take fewer turns (--turns)", maxNodes)
	}
	return g.tree, nil
}

// grower grows a tree of moves.
type grower struct {
	*Model
	turns    int
	passing  bool
	tree     *Tree
	order    []int // the actors with options, in turn
	outcomes map[reckon.State]int
	met      map[reckon.State]int
	nodes    int
}

// grow makes the node of a state after some turns, and what lies below it.
func (g *grower) grow(s reckon.State, turn int) *Node {
	g.nodes++
	if turn == g.turns || g.nodes > maxNodes {
		return g.end(s)
	}
	who := g.order[turn%len(g.order)]
	n := &Node{Label: g.label(s), Set: len(g.tree.Sets), Outcome: -1}
	set := InfoSet{Player: who, Label: n.Label, Actions: []string{stay}}
	moves := g.conflict.Moves(who, s)
	for _, t := range moves {
		set.Actions = append(set.Actions, reckon.Move{On: t &^ s, Off: s &^ t}.Text(g.Case))
	}
	g.tree.Sets = append(g.tree.Sets, set)
	if g.passing {
		n.Children = append(n.Children, g.grow(s, turn+1))
	} else {
		g.nodes++
		n.Children = append(n.Children, g.end(s))
	}
	for _, t := range moves {
		n.Children = append(n.Children, g.grow(t, turn+1))
	}
	return n
}

// end makes the end of a path; the same state is the same outcome everywhere.
func (g *grower) end(s reckon.State) *Node {
	o, met := g.outcomes[s]
	if !met {
		o = len(g.tree.Outcomes)
		g.outcomes[s] = o
		out := Outcome{Label: g.letters(s)}
		for i := range g.Case.Actors {
			out.Payoffs = append(out.Payoffs, big.NewRat(int64(g.conflict.Rank(i, s)), 1))
		}
		g.tree.Outcomes = append(g.tree.Outcomes, out)
	}
	return &Node{Label: g.label(s), Set: -1, Outcome: o}
}

// label names a node by its state, and by how often the state was met before:
// Gambit wants the labels of nodes and information sets to differ.
func (g *grower) label(s reckon.State) string {
	g.met[s]++
	if n := g.met[s]; n > 1 {
		return fmt.Sprintf("%s #%d", g.letters(s), n)
	}
	return g.letters(s)
}
