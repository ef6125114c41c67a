package exchange_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/casetest"
	"reckon/exchange"
	"reckon/stability"
)

// drawTree draws a tree with chance, shared information sets and payoffs on the way.
func drawTree(draw casetest.World, depth int) *exchange.Tree {
	t := &exchange.Tree{Title: "drawn", Comment: `with "quotes"`, Players: []string{"a", "b"}[:1+draw(2)], Outcomes: []exchange.Outcome{}}
	for k := range 1 + draw(4) {
		o := exchange.Outcome{Label: fmt.Sprint("o", k)}
		for range t.Players {
			o.Payoffs = append(o.Payoffs, rat(int64(draw(9)-4), int64(1+draw(3))))
		}
		t.Outcomes = append(t.Outcomes, o)
	}
	var grow func(depth int) *exchange.Node
	grow = func(depth int) *exchange.Node {
		n := &exchange.Node{Label: fmt.Sprint(depth), Set: -1, Outcome: draw(len(t.Outcomes)+1) - 1}
		if depth == 0 || draw(4) == 0 {
			return n
		}
		if n.Set = draw(len(t.Sets) + 3); n.Set >= len(t.Sets) {
			n.Set = len(t.Sets)
			set := exchange.InfoSet{Player: draw(len(t.Players)+1) - 1, Label: fmt.Sprint("set", n.Set)}
			k := 1 + draw(3)
			for a := range k {
				set.Actions = append(set.Actions, fmt.Sprint("act", a))
				if set.Player < 0 {
					set.Odds = append(set.Odds, rat(2*int64(a+1), int64(k*(k+1))))
				}
			}
			t.Sets = append(t.Sets, set)
		}
		for range t.Sets[n.Set].Actions {
			n.Children = append(n.Children, grow(depth-1))
		}
		return n
	}
	t.Root = grow(depth)
	return t
}

// show writes a tree by its meaning: what each node is, with its outcome and set
// spelled out, and for each set the first node that belongs to it.
func show(t *exchange.Tree) string {
	var b strings.Builder
	first := map[int]int{}
	fmt.Fprintf(&b, "%q %q %q\n", t.Title, t.Comment, t.Players)
	number := 0
	var visit func(n *exchange.Node, depth int)
	visit = func(n *exchange.Node, depth int) {
		number++
		fmt.Fprintf(&b, "%*s%q", 2*depth, "", n.Label)
		if n.Outcome >= 0 {
			fmt.Fprintf(&b, " %v", t.Outcomes[n.Outcome])
		}
		if n.Set >= 0 {
			if first[n.Set] == 0 {
				first[n.Set] = number
			}
			fmt.Fprintf(&b, " %d %v", first[n.Set], t.Sets[n.Set])
		}
		b.WriteByte('\n')
		for _, child := range n.Children {
			visit(child, depth+1)
		}
	}
	visit(t.Root, 0)
	return b.String()
}

// TestPrintsTrees: what is written reads as the same tree, and is written alike.
func TestPrintsTrees(t *testing.T) {
	check := func(t tester, tree *exchange.Tree) {
		again, found := exchange.ReadEFG("x.efg", tree.Text())
		if found != nil {
			t.Fatalf("%v\n%s", found, tree.Text())
		}
		if a, b := show(tree), show(again); a != b {
			t.Fatalf("the tree\n%s\nbecame\n%s", a, b)
		}
		if string(again.Text()) != string(tree.Text()) {
			t.Fatalf("the tree\n%s\nis then written\n%s", tree.Text(), again.Text())
		}
	}
	for _, file := range []string{"testdata/entry.efg", "testdata/stages.efg"} {
		tree, found := exchange.ReadEFG(file, read(t, file))
		if found != nil {
			t.Fatal(found)
		}
		check(t, tree)
	}
	rapid.Check(t, func(t *rapid.T) {
		check(t, drawTree(world(rapid.Uint64().Draw(t, "seed")), 4))
	})
}

// TestReducedForm holds two trees worked out by hand: the first has perfect
// information, the second chance (1/4 and 3/4), a fee of 1 that the sender
// always pays and a receiver who hears only whether there was a word.
func TestReducedForm(t *testing.T) {
	for file, want := range map[string]string{
		// (stay out, fight) (enter, fight) (stay out, yield) (enter, yield)
		"entry": "[[stay out enter] [fight yield]] 0 2, -1 -1, 0 2, 1 1",
		// With the receiver acting on whatever he hears: 4/4 + 3·2/4 − 1 = 3/2 and
		// 4/4 − 3·4/4 = −2; acting on a word alone, a sender who speaks in the good
		// state only gets 4/4 − 1 = 0 and the receiver 1; and so on.
		"stages": "[[speak/speak speak/silence silence/speak silence/silence] [act/act act/wait wait/act wait/wait]] " +
			"3/2 -2, 3/2 -2, 3/2 -2, 3/2 -2, 3/2 -2, 0 1, 1/2 -3, -1 0, -1 0, 1/2 -3, 0 1, 3/2 -2, -1 0, -1 0, -1 0, -1 0",
	} {
		tree, found := exchange.ReadEFG(file, read(t, "testdata/"+file+".efg"))
		if found != nil {
			t.Fatal(found)
		}
		g, found := tree.Game(file)
		if found != nil {
			t.Fatal(found)
		}
		var table []string
		for p := range g.Profiles {
			table = append(table, payoff(g, p, 0)+" "+payoff(g, p, 1))
		}
		if got := fmt.Sprint(g.Strategies, " ", strings.Join(table, ", ")); got != want {
			t.Errorf("%s: %s\nwant %s", file, got, want)
		}
	}
}

// TestReducedFormMissesNoPlay: every full strategy profile, one action at every
// information set, pays what some reduced profile pays that agrees with it.
func TestReducedFormMissesNoPlay(t *testing.T) {
	checked := 0
draws:
	for seed := range uint64(200) { // alike in every run, so that enough are small
		tree := drawTree(world(seed), 3)
		g, found := tree.Game("x.efg")
		if found != nil {
			continue
		}
		var full [][]int
		full = append(full, nil)
		for _, set := range tree.Sets {
			var more [][]int
			for _, f := range full {
				for a := range set.Actions {
					more = append(more, append(slices.Clip(f), a))
				}
			}
			if full = more; len(full) > 300 {
				continue draws
			}
		}
		checked++
		for _, actions := range full {
			want := play(tree, tree.Root, actions)
			p, stride := 0, 1
			for i, own := range g.Strategies {
				k := -1
				for at, label := range own {
					if agrees(tree, i, label, actions) {
						k = at
					}
				}
				if k < 0 {
					t.Fatalf("no strategy of %s in %q agrees with %v", tree.Players[i], own, actions)
				}
				p, stride = p+k*stride, stride*len(own)
			}
			for i := range tree.Players {
				if payoff(g, p, i) != rat(0, 1).Add(want[i], rat(0, 1)).RatString() {
					t.Fatalf("%v pays %v, profile %d pays %s", actions, want, p, payoff(g, p, i))
				}
			}
		}
	}
	if checked < 20 {
		t.Errorf("only %d trees were small enough", checked)
	}
}

// TestTreeDecidesLimitedMoves: with two actors and strict orders, backward
// induction on the tree of h turns stays at the root iff the state is stable
// under L_h [kilgour1985], which is decided here by its definition.
func TestTreeDecidesLimitedMoves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := world(rapid.Uint64().Draw(t, "seed"))
		c, minds := casetest.Case(draw, 2, 3, 0, draw(2))
		for i := range minds {
			minds[i].Order, minds[i].Wants = nil, nil
			for _, s := range permuted(draw, 8) {
				minds[i].Order = append(minds[i].Order, []reckon.State{s})
			}
		}
		g, err := stability.Compile(c, minds, nil)
		if err != nil {
			return
		}
		m := &exchange.Model{Case: c, Minds: minds}
		for _, s := range g.States().List() {
			for i := range c.Actors {
				if len(c.Actors[0].Options) == 0 || len(c.Actors[1].Options) == 0 {
					return
				}
				turns := 1 + draw(3)
				tree, err := m.Tree(exchange.Settings{From: &s, Turns: turns, First: i})
				if err != nil {
					t.Fatal(err)
				}
				stays := backward(tree, tree.Root) == s.Letters(3)
				if want := anticipated(g, i, s, turns) == s; stays != want {
					t.Fatalf("actor %d at %s, %d turns: stays %t, L_h stable %t\n%s", i, s.Letters(3), turns, stays, want, tree.Text())
				}
			}
		}
	})
}

func permuted(draw casetest.World, n int) []reckon.State {
	list := make([]reckon.State, n)
	for i := range list {
		k := draw(i + 1)
		list[i], list[k] = list[k], reckon.State(i)
	}
	return list
}

// anticipated is G_h of limited-move stability: where the mover expects to end.
func anticipated(g *stability.Conflict, i int, s reckon.State, h int) reckon.State {
	if h == 0 {
		return s
	}
	best := s
	for _, q := range g.Moves(i, s) {
		if end := anticipated(g, 1-i, q, h-1); g.Rank(i, end) > g.Rank(i, best) {
			best = end
		}
	}
	return best
}

// backward returns the label of the end that backward induction reaches; a tie
// goes to the action listed first, which is staying.
func backward(t *exchange.Tree, n *exchange.Node) string {
	var visit func(n *exchange.Node) *exchange.Node
	visit = func(n *exchange.Node) *exchange.Node {
		var best *exchange.Node
		for _, child := range n.Children {
			end, who := visit(child), t.Sets[n.Set].Player
			if best == nil || t.Outcomes[end.Outcome].Payoffs[who].Cmp(t.Outcomes[best.Outcome].Payoffs[who]) > 0 {
				best = end
			}
		}
		if best == nil {
			return n
		}
		return best
	}
	return t.Outcomes[visit(n).Outcome].Label
}

// TestTreeKeepsTheRules: nobody moves twice in a row, every step is a legal move
// or a stay, and the same state is the same outcome.
func TestTreeKeepsTheRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, g := drawn(t, 4)
		first := firstMover(m.Case.Actors)
		from := g.States().List()[0]
		play := exchange.Settings{From: &from, Turns: 3, First: first, Passing: rapid.Bool().Draw(t, "passing")}
		tree, err := m.Tree(play)
		if err != nil {
			t.Fatal(err)
		}
		var visit func(n *exchange.Node, last, depth int)
		labels := map[string]bool{}
		visit = func(n *exchange.Node, last, depth int) {
			if labels[n.Label] {
				t.Fatalf("two nodes are called %s", n.Label)
			}
			labels[n.Label] = true
			if n.Set < 0 {
				if label := tree.Outcomes[n.Outcome].Label; state(label) != state(n.Label) {
					t.Fatalf("an end %s has the outcome %s", n.Label, label)
				}
				return
			}
			who, s := tree.Sets[n.Set].Player, state(n.Label)
			alone := true
			for j, a := range m.Case.Actors {
				alone = alone && (j == who || len(a.Options) == 0)
			}
			if who == last && !alone {
				t.Fatalf("%d moves twice in a row", who)
			}
			if len(n.Children) != 1+len(g.Moves(who, s)) {
				t.Fatalf("%d children for %d moves", len(n.Children), len(g.Moves(who, s)))
			}
			for k, child := range n.Children {
				if to := state(child.Label); k == 0 && to != s || k > 0 && !g.Can(who, s, to) {
					t.Fatalf("%d goes from %s to %s", who, n.Label, child.Label)
				}
				if k == 0 && !play.Passing && child.Set >= 0 {
					t.Fatal("staying does not end the game")
				}
				visit(child, who, depth+1)
			}
		}
		visit(tree.Root, -1, 0)
	})
}

// firstMover returns the first actor with options.
func firstMover(actors []reckon.Actor) int {
	for i, a := range actors {
		if len(a.Options) > 0 {
			return i
		}
	}
	return -1
}

// state reads a state from the label of a node: letters, and perhaps #2.
func state(label string) (s reckon.State) {
	letters, _, _ := strings.Cut(label, " ")
	for k, l := range letters {
		if l == 'Y' {
			s |= 1 << uint(k)
		}
	}
	return s
}

// play adds up what a full strategy profile pays: an action at every set.
func play(t *exchange.Tree, n *exchange.Node, actions []int) []*big.Rat {
	sum := make([]*big.Rat, len(t.Players))
	for i := range sum {
		sum[i] = rat(0, 1)
		if n.Outcome >= 0 {
			sum[i].Set(t.Outcomes[n.Outcome].Payoffs[i])
		}
	}
	for k, child := range n.Children {
		weight := rat(1, 1)
		if set := t.Sets[n.Set]; set.Player < 0 {
			weight = set.Odds[k]
		} else if actions[n.Set] != k {
			continue
		}
		for i, x := range play(t, child, actions) {
			sum[i].Add(sum[i], rat(0, 1).Mul(weight, x))
		}
	}
	return sum
}

// agrees reports whether a reduced strategy, read from its label, is part of a
// full profile.
func agrees(t *exchange.Tree, player int, label string, actions []int) bool {
	if label == "(none)" {
		return true
	}
	parts := strings.Split(label, "/")
	for k, set := range t.Sets {
		if set.Player != player || len(set.Actions) == 1 {
			continue
		}
		if parts[0] != "*" && parts[0] != set.Actions[actions[k]] {
			return false
		}
		parts = parts[1:]
	}
	return true
}
