package arena_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon/arena"
)

func TestLoopsOfACompleteGraph(t *testing.T) {
	// A complete graph of n nodes has C(n,k)·(k−1)! loops of length k.
	for n, want := range map[int]int{2: 1, 3: 5, 4: 20, 5: 84, 6: 409} {
		var edges []arena.Edge
		for i := range n {
			for j := range n {
				if i != j {
					edges = append(edges, arena.Edge{From: fmt.Sprint(i), To: fmt.Sprint(j), Sign: -1})
				}
			}
		}
		loops, all := arena.Loops(edges, 1000)
		if len(loops) != want || !all {
			t.Errorf("%d nodes have %d loops (all: %v); there are %d", n, len(loops), all, want)
		}
		for _, l := range loops {
			if even := len(l.Names)%2 == 0; even != (l.Sign == 1) {
				t.Errorf("%v: the product of %d negative edges", l, len(l.Names))
			}
		}
		if some, all := arena.Loops(edges, want-1); len(some) != want-1 || all {
			t.Errorf("%d loops when %d are asked for (all: %v)", len(some), want-1, all)
		}
	}
}

func TestLoopsSayTheirPolarity(t *testing.T) {
	edges := []arena.Edge{{"b", "a", -1}, {"a", "b", 1}, {"a", "a", 1}, {"c", "a", 0}, {"b", "c", 1}, {"c", "d", 1}, {"a", "b", 1}}
	loops, all := arena.Loops(edges, 100)
	if got := fmt.Sprint(loops, all); got != "[R: a → a B: a → b → a ?: a → b → c → a] true" {
		t.Error(got)
	}
	if _, all := arena.Loops(append(edges, arena.Edge{From: "a", To: "b", Sign: -1}), 100); !all {
		t.Error("edges that disagree are one edge of sign 0")
	}
	if loops, all := arena.Loops(nil, 5); loops != nil || !all {
		t.Error("no edges, no loops")
	}
}

// TestLoopsAgainstEveryOrderOfNodes finds the loops of small random graphs by
// trying every sequence of different nodes.
func TestLoopsAgainstEveryOrderOfNodes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 5).Draw(t, "nodes")
		sign := map[string]int{}
		var edges []arena.Edge
		for i := range n {
			for j := range n {
				if s := rapid.IntRange(-2, 2).Draw(t, "sign"); s != 2 && s != -2 {
					a, b := string(rune('a'+i)), string(rune('a'+j))
					edges, sign[a+b] = append(edges, arena.Edge{From: a, To: b, Sign: s}), s
				}
			}
		}
		var want []string
		var try func(path string, product int)
		try = func(path string, product int) {
			last := path[len(path)-1:]
			if s, closes := sign[last+path[:1]]; closes {
				want = append(want, arena.Loop{Names: strings.Split(path, ""), Sign: product * s}.String())
			}
			for j := range n {
				b := string(rune('a' + j))
				if s, there := sign[last+b]; there && b > path[:1] && !strings.Contains(path, b) {
					try(path+b, product*s)
				}
			}
		}
		for i := range n {
			try(string(rune('a'+i)), 1)
		}
		loops, all := arena.Loops(rapid.Permutation(edges).Draw(t, "order"), 10_000)
		var got []string
		for i, l := range loops {
			got = append(got, l.String())
			if i > 0 && len(l.Names) < len(loops[i-1].Names) {
				t.Fatal("shorter loops come first")
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if !all || !slices.Equal(got, want) {
			t.Fatalf("found %v, there are %v", got, want)
		}
	})
}

// TestLoopsOfALongChainAreFoundAtOnce has one loop through many nodes, and graphs in
// which there are too many to search.
func TestLoopsOfALongChainAreFoundAtOnce(t *testing.T) {
	const n = 2000
	var chain, thick []arena.Edge
	at := func(i int) string { return fmt.Sprintf("%04d", i%n) }
	for i := range n {
		chain = append(chain, arena.Edge{From: at(i), To: at(i + 1), Sign: 1})
		thick = append(thick, chain[i], arena.Edge{From: at(i), To: at(i + 2), Sign: -1})
	}
	if loops, all := arena.Loops(chain, 10); len(loops) != 1 || len(loops[0].Names) != n || !all {
		t.Errorf("%d loops (all: %v)", len(loops), all)
	}
	if loops, all := arena.Loops(thick, 10); all || len(loops) > 10 {
		t.Errorf("%d loops (all: %v)", len(loops), all)
	}
}

func BenchmarkLoops(b *testing.B) {
	var edges []arena.Edge
	for i := range 60 {
		for _, step := range []int{1, 7, 11} {
			edges = append(edges, arena.Edge{From: fmt.Sprint(i), To: fmt.Sprint((i + step) % 60), Sign: 1})
		}
	}
	for b.Loop() {
		arena.Loops(edges, 1000)
	}
}
