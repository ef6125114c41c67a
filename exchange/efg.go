package exchange

import (
	"fmt"
	"math/big"
	"slices"

	"reckon"
)

// ReadEFG reads an extensive game in Gambit's .efg format, by its specification
// [savani2025].
// Numbers are exact. The tree is nil when the file is not one; the diagnostic
// says where and why.
func ReadEFG(file string, src []byte) (*Tree, []reckon.Diagnostic) {
	r := &treeReader{
		scanner: newScanner(file, src), tree: &Tree{},
		sets: map[[2]int]int{}, outcomes: map[int]int{},
	}
	r.prologue("EFG", 2, "an extensive game")
	r.tree.Title = r.label("the title of the game")
	r.tree.Players = r.players()
	if r.kind == quote {
		r.tree.Comment = r.text
		r.next()
	}
	r.tree.Root = r.node(0)
	if r.kind != atEnd {
		r.expected("the end of the file, since the tree is complete")
	}
	if r.wrong != nil {
		return nil, r.wrong
	}
	return r.tree, nil
}

// treeReader reads nodes. Files number information sets by player, chance being
// 0, and outcomes throughout, as they like.
type treeReader struct {
	*scanner
	tree     *Tree
	sets     map[[2]int]int
	outcomes map[int]int
	nodes    int
}

// node reads a node and everything below it.
func (r *treeReader) node(depth int) *Node {
	n := &Node{Set: -1, Outcome: -1}
	r.nodes++
	if r.nodes > maxNodes || depth > maxDepth {
		r.fault("game-too-large", fmt.Sprintf("This tree has more than %d nodes, or is deeper than %d", maxNodes, maxDepth), "Nothing in the file was used.")
		return n
	}
	kind := r.text
	if r.kind != bare || kind != "c" && kind != "p" && kind != "t" {
		r.expected("a node: c, p or t")
		return n
	}
	r.next()
	n.Label = r.label("the name of the node")
	if kind != "t" {
		player := 0
		if kind == "p" {
			player = r.whole("the number of the player", 1, len(r.tree.Players))
		}
		n.Set = r.set(player)
	}
	n.Outcome = r.outcome()
	if r.wrong != nil || n.Set < 0 {
		return n
	}
	for range r.tree.Sets[n.Set].Actions {
		n.Children = append(n.Children, r.node(depth+1))
		if r.wrong != nil {
			break
		}
	}
	return n
}

// set reads an information set: its number and, at the latest the first time,
// what it is. Said again it must be the same.
func (r *treeReader) set(player int) int {
	key := [2]int{player, r.whole("the number of the information set", 1, 1<<31-1)}
	k, met := r.sets[key]
	if met && r.kind != quote && r.kind != '{' {
		return k
	}
	start := r.start
	set := InfoSet{Player: player - 1}
	if r.kind == quote {
		set.Label = r.label("the name of the information set")
	}
	r.brace('{', "the actions of the information set")
	for r.kind == quote {
		set.Actions = append(set.Actions, r.label("the name of an action"))
		if player == 0 {
			set.Odds = append(set.Odds, r.number("the probability of the action"))
		}
	}
	r.brace('}', "the actions of the information set")
	switch {
	case r.wrong != nil:
		return 0
	case len(set.Actions) == 0:
		r.expected("the name of an action in quotes")
	case player == 0 && !certain(set.Odds):
		r.start = start
		r.fault("game-broken", "The probabilities of this chance move do not sum to 1", "Each is 0 or more, and they sum to 1 exactly: write thirds as 1/3, not 0.333.")
	case met:
		if !same(r.tree.Sets[k], set) {
			r.again("information set", start)
		}
		return k
	}
	r.sets[key] = len(r.tree.Sets)
	r.tree.Sets = append(r.tree.Sets, set)
	return r.sets[key]
}

// certain reports odds that are not negative and sum to 1.
func certain(odds []*big.Rat) bool {
	sum := new(big.Rat)
	for _, p := range odds {
		if p.Sign() < 0 {
			return false
		}
		sum.Add(sum, p)
	}
	return sum.Cmp(big.NewRat(1, 1)) == 0
}

func same(a, b InfoSet) bool {
	return a.Label == b.Label && slices.Equal(a.Actions, b.Actions) && alike(a.Odds, b.Odds)
}

func alike(a, b []*big.Rat) bool {
	return slices.EqualFunc(a, b, func(x, y *big.Rat) bool { return x.Cmp(y) == 0 })
}

// again says that something is described a second time in another way.
func (r *treeReader) again(what string, start int) {
	r.start = start
	r.fault("game-broken", fmt.Sprintf("This %s is described in another way than before", what),
		fmt.Sprintf("The number of an %s is its own. Give this one another number, or the same description as the first time.", what))
}

// outcome reads an outcome: its number and, at the latest the first time, its
// payoffs. Number 0 is none.
func (r *treeReader) outcome() int {
	number := r.whole("the number of the outcome", 0, 1<<31-1)
	k, met := r.outcomes[number]
	described := r.kind == quote || r.kind == '{'
	switch {
	case number == 0 && !described:
		return -1
	case number == 0:
		r.fault("game-broken", "Outcome 0 has a description", "Number 0 says that nothing is paid here. Give the outcome a number of its own.")
		return -1
	case met && !described:
		return k
	}
	start := r.start
	var o Outcome
	if r.kind == quote {
		o.Label = r.label("the name of the outcome")
	}
	r.brace('{', "the payoffs of the outcome")
	o.Payoffs = r.payoffs(r.tree.Players)
	r.brace('}', "the payoffs of the outcome")
	if met {
		if old := r.tree.Outcomes[k]; old.Label != o.Label || !alike(old.Payoffs, o.Payoffs) {
			r.again("outcome", start)
		}
		return k
	}
	r.outcomes[number] = len(r.tree.Outcomes)
	r.tree.Outcomes = append(r.tree.Outcomes, o)
	return r.outcomes[number]
}
