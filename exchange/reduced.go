package exchange

import (
	"fmt"
	"maps"
	"math/big"
	"strings"

	"reckon"
)

// maxReduced bounds the strategies of one player of a tree.
const maxReduced = 64

// Game returns the reduced normal form of the tree [kuhn1953]: a strategy says
// what its player does at each of his information sets that his own earlier
// choices do not rule out. Payoffs add up along a path; over chance moves they
// are expected payoffs, exact. Labels join the actions by /, with * at the sets
// that are ruled out. The diagnostic says which bound a larger tree breaks.
func (t *Tree) Game(file string) (*Game, []reckon.Diagnostic) {
	g := &Game{Title: t.Title, Comment: t.Comment, Players: t.Players}
	plans, profiles := make([][]plan, len(t.Players)), 1
	for i, player := range t.Players {
		ok := t.plans(i, plan{}, &plans[i])
		if profiles *= max(1, len(plans[i])); !ok || profiles > maxProfiles {
			return nil, upset("game-too-large", reckon.Range{File: file}, "This tree has too many strategies to list",
				fmt.Sprintf("%s has more than %d, or the players together more than %d profiles. Nothing in the file was used; cut the tree to fewer turns.", either(player, fmt.Sprintf("Player %d", i+1)), maxReduced, maxProfiles))
		}
		var labels []string
		for _, p := range plans[i] {
			labels = append(labels, t.label(i, p))
		}
		g.Strategies = append(g.Strategies, labels)
	}
	if weight := profiles * t.size(); weight > maxWalk {
		return nil, upset("game-too-large", reckon.Range{File: file}, "This tree is too large to work out for every combination of strategies",
			"Nothing in the file was used; cut the tree to fewer turns.")
	}
	for p := range profiles {
		chosen := make([]plan, len(plans))
		rest := p
		for i := range plans {
			chosen[i] = plans[i][rest%len(plans[i])]
			rest /= len(plans[i])
		}
		o := Outcome{Payoffs: make([]*big.Rat, len(t.Players))}
		for i := range o.Payoffs {
			o.Payoffs[i] = new(big.Rat)
		}
		if !t.walk(t.Root, chosen, big.NewRat(1, 1), o.Payoffs) {
			return nil, upset("game-too-large", reckon.Range{File: file}, "The expected payoffs of this tree have too many digits",
				"Nothing in the file was used; write its probabilities with smaller denominators.")
		}
		g.Profiles = append(g.Profiles, p)
		g.Outcomes = append(g.Outcomes, o)
	}
	return g, nil
}

// Limits on working a tree out: profiles × nodes, and bits of a denominator.
const (
	maxWalk = 2_000_000
	maxBits = 4096
)

// plan is a strategy, or the beginning of one: information set to action.
type plan map[int]int

// plans lists a player's strategies that begin as given, in the order of his
// first open information set and its actions; false when there are too many.
func (t *Tree) plans(player int, begun plan, list *[]plan) bool {
	if len(begun) >= maxReduced { // each decision so far begins one other strategy at least
		return false
	}
	set := t.open(t.Root, player, begun)
	if set < 0 {
		*list = append(*list, begun)
		return len(*list) <= maxReduced
	}
	for action := range t.Sets[set].Actions {
		more := plan{set: action}
		maps.Copy(more, begun)
		if !t.plans(player, more, list) {
			return false
		}
	}
	return true
}

// open returns the first information set of the player, in the order of the
// file, that he may come to and has not decided on; −1 when there is none. One
// action is no decision.
func (t *Tree) open(n *Node, player int, begun plan) int {
	if n.Set < 0 {
		return -1
	}
	if t.Sets[n.Set].Player == player {
		action, decided := begun[n.Set]
		if decided || len(n.Children) == 1 {
			return t.open(n.Children[action], player, begun)
		}
		return n.Set
	}
	for _, child := range n.Children {
		if set := t.open(child, player, begun); set >= 0 {
			return set
		}
	}
	return -1
}

// label writes a strategy: the actions at the player's sets in file order.
func (t *Tree) label(player int, p plan) string {
	var parts []string
	for k := range t.Sets {
		if t.Sets[k].Player != player || len(t.Sets[k].Actions) == 1 {
			continue
		}
		if action, decided := p[k]; decided {
			parts = append(parts, t.Sets[k].Actions[action])
		} else {
			parts = append(parts, "*")
		}
	}
	return either(strings.Join(parts, "/"), nobody)
}

// walk adds what each player gets, times the odds of coming here; false when
// the numbers grow out of hand.
func (t *Tree) walk(n *Node, chosen []plan, odds *big.Rat, sum []*big.Rat) bool {
	if n.Outcome >= 0 {
		for i, pay := range t.Outcomes[n.Outcome].Payoffs {
			sum[i].Add(sum[i], new(big.Rat).Mul(odds, pay))
			if sum[i].Denom().BitLen() > maxBits {
				return false
			}
		}
	}
	if n.Set < 0 {
		return true
	}
	if who := t.Sets[n.Set].Player; who >= 0 {
		return t.walk(n.Children[chosen[who][n.Set]], chosen, odds, sum)
	}
	for k, child := range n.Children {
		if !t.walk(child, chosen, new(big.Rat).Mul(odds, t.Sets[n.Set].Odds[k]), sum) {
			return false
		}
	}
	return true
}

// size counts the nodes that one play may pass: all those with chance in the
// tree, else the longest path.
func (t *Tree) size() int {
	nodes, chance := 0, false
	t.Root.each(func(n *Node) {
		nodes++
		chance = chance || n.Set >= 0 && t.Sets[n.Set].Player < 0
	})
	if chance {
		return nodes
	}
	return t.Root.depth()
}

// depth counts the nodes of the longest path.
func (n *Node) depth() int {
	most := 0
	for _, child := range n.Children {
		most = max(most, child.depth())
	}
	return most + 1
}
