package exchange_test

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/casetest"
	"reckon/exchange"
	"reckon/stability"
)

// judged is what the conflict itself holds stable.
func judged(c *stability.Conflict, concepts ...reckon.Concept) exchange.Judged {
	s := c.Solve(concepts...)
	return exchange.Judged{
		Concepts: concepts,
		Stable: func(actor int, k reckon.Concept) func(reckon.State) bool {
			return s.Stable(k, actor).Has
		},
		Equilibria: func(k reckon.Concept) func(reckon.State) bool { return s.Equilibria(k).Has },
		Sees:       func(int) *stability.Conflict { return c },
	}
}

func written(t tester, m *exchange.Model, set exchange.Settings, j exchange.Judged) string {
	t.Helper()
	var b bytes.Buffer
	if _, err := m.Write(&b, set, j); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// graphML is the part of the format that is written.
type graphML struct {
	XMLName xml.Name `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	Keys    []struct {
		ID   string `xml:"id,attr"`
		For  string `xml:"for,attr"`
		Name string `xml:"attr.name,attr"`
	} `xml:"key"`
	Graph struct {
		Nodes []struct {
			ID   string  `xml:"id,attr"`
			Data []datum `xml:"data"`
		} `xml:"node"`
		Edges []struct {
			Source string  `xml:"source,attr"`
			Target string  `xml:"target,attr"`
			Data   []datum `xml:"data"`
		} `xml:"edge"`
	} `xml:"graph"`
}

type datum struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

func valueOf(list []datum, key string) string {
	for _, d := range list {
		if d.Key == key {
			return d.Value
		}
	}
	return "absent"
}

// TestGraphML: an XML reader finds every possible state with its ranks and
// equilibria, and every legal move, or improvement, once.
func TestGraphML(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, g := drawn(t, 4)
		m.Case.Actors[0].Name = `a"0" <&> ` // whatever a name may become
		improvements := rapid.Bool().Draw(t, "improvements")
		j := judged(g, reckon.Nash, reckon.SEQ)
		var got graphML
		if err := xml.Unmarshal([]byte(written(t, m, exchange.Settings{To: "graphml", Improvements: improvements}, j)), &got); err != nil {
			t.Fatal(err)
		}
		n := len(m.Case.Options)
		if len(got.Graph.Nodes) != g.States().Len() || len(got.Keys) != 2+g.Actors()+2+3 {
			t.Fatalf("%d nodes, %d keys", len(got.Graph.Nodes), len(got.Keys))
		}
		for k, s := range g.States().List() {
			node := got.Graph.Nodes[k]
			want := fmt.Sprint(s.Letters(n), " ", j.Equilibria(reckon.SEQ)(s), " ", g.Rank(1, s))
			if have := fmt.Sprint(node.ID, " ", valueOf(node.Data, "equilibrium1"), " ", valueOf(node.Data, "rank1")); have != want {
				t.Fatalf("node %s, want %s", have, want)
			}
		}
		var have, want []string
		for _, e := range got.Graph.Edges {
			have = append(have, fmt.Sprint(e.Source, e.Target, valueOf(e.Data, "actor"), valueOf(e.Data, "improves")))
		}
		for _, s := range g.States().List() {
			for i, a := range m.Case.Actors {
				for _, x := range g.Moves(i, s) {
					if better := g.Rank(i, x) > g.Rank(i, s); better || !improvements {
						want = append(want, fmt.Sprint(s.Letters(n), x.Letters(n), a.Name, better))
					}
				}
			}
		}
		if !slices.Equal(have, want) {
			t.Fatalf("arcs %v, want %v", have, want)
		}
	})
}

// TestDOT holds the graph of two options, and where Graphviz is at hand has it
// laid out.
func TestDOT(t *testing.T) {
	c := &reckon.Case{
		Name: "x", Title: `The "x" \ case`,
		Actors:  []reckon.Actor{{Name: "p", Options: []int{0}}, {Name: "q", Options: []int{1}}},
		Options: []reckon.Option{{Name: "p.go"}, {Name: "q.go", Actor: 1, Final: true}},
	}
	minds := []reckon.Mind{{Wants: []reckon.Want{{That: casetest.Opt(0)}}}, {}}
	g, err := stability.Compile(c, minds, nil)
	if err != nil {
		t.Fatal(err)
	}
	m := &exchange.Model{Case: c, Minds: minds}
	all := written(t, m, exchange.Settings{To: "dot"}, judged(g, reckon.Nash))
	for _, line := range []string{
		`label="The \"x\" \\ case"`,
		`"YN" [label="YN\np.go\nstable: Nash", peripheries=2];`,
		`"NN" [label="NN", peripheries=1];`,
		`"NN" -> "YN" [label="p\n+go", color="#0072B2", fontcolor="#0072B2", style=solid];`,
		`"YN" -> "NN" [label="p\n-go", color="#999999", fontcolor="#999999", style=dotted];`,
	} {
		if !strings.Contains(all, line) {
			t.Errorf("no %s in\n%s", line, all)
		}
	}
	if strings.Contains(all, `"NY" -> "NN"`) {
		t.Error("an option that cannot be undone is undone")
	}
	if few := written(t, m, exchange.Settings{To: "dot", Improvements: true}, judged(g, reckon.Nash)); strings.Count(few, "->") != 2 {
		t.Errorf("two improvements in\n%s", few)
	}
	dot, err := exec.LookPath("dot")
	if err != nil {
		return
	}
	draw := exec.Command(dot, "-Tsvg")
	draw.Stdin = strings.NewReader(all)
	if out, err := draw.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}

// TestTables: a CSV reader finds the verdict of Explain in every row, margin and
// all, and the equilibria in theirs.
func TestTables(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, g := drawn(t, 4)
		m.Case.Actors[0].Name = "a, \"0\"\n" // whatever a name may become
		concepts := []reckon.Concept{reckon.Nash, reckon.SMR, reckon.SIM}
		j := judged(g, concepts...)
		rows, err := csv.NewReader(strings.NewReader(written(t, m, exchange.Settings{To: "csv"}, j))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		var want, have []string
		for n, s := range g.States().List() {
			for i, a := range m.Case.Actors {
				for _, k := range concepts {
					v := g.Explain(i, k, s)
					margin := ""
					if v.Free {
						margin = fmt.Sprint(v.Margin)
					}
					want = append(want, fmt.Sprintf("%d %s %q %d %s %t %s", n+1, s.Letters(len(m.Case.Options)), a.Name, g.Rank(i, s), k, v.Stable, margin))
				}
			}
		}
		for _, r := range rows[1:] {
			have = append(have, fmt.Sprintf("%s %s %q %s %s %t %s", r[0], r[1], r[2], r[3], r[4], r[5] == "yes", r[6]))
		}
		if !slices.Equal(have, want) {
			t.Fatalf("rows\n%s\nwant\n%s", strings.Join(have, "\n"), strings.Join(want, "\n"))
		}
		rows, err = csv.NewReader(strings.NewReader(written(t, m, exchange.Settings{To: "equilibria"}, j))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for k, concept := range concepts {
			var listed []reckon.State
			for _, r := range rows[1:] {
				if r[3+k] == "yes" {
					listed = append(listed, state(r[1]))
				}
			}
			if got := g.Solve(concept).Equilibria(concept).List(); !slices.Equal(listed, got) {
				t.Fatalf("%s: equilibria %v, want %v", concept, listed, got)
			}
		}
	})
}

// TestTooLarge: what nobody could read or hold is refused, with the way out.
func TestTooLarge(t *testing.T) {
	c := &reckon.Case{Name: "x", Actors: []reckon.Actor{{Name: "p"}, {Name: "q"}}}
	for k := range 17 {
		i := k / 9
		c.Actors[i].Options = append(c.Actors[i].Options, k)
		c.Options = append(c.Options, reckon.Option{Name: fmt.Sprintf("%s.o%d", c.Actors[i].Name, k), Actor: i})
	}
	m := &exchange.Model{Case: c, Minds: make([]reckon.Mind, 2)}
	j := exchange.Judged{Concepts: make([]reckon.Concept, 9)}
	for to, says := range map[string]string{"dot": "131072 states", "graphml": "(csv)", "csv": "--concept", "nfg": "(efg)", "efg": "--turns", "xml": "there are: gmcr"} {
		if _, err := m.Write(os.Stderr, exchange.Settings{To: to, Turns: 3}, j); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", to, err)
		}
	}
	small := &reckon.Case{Name: "x", Actors: []reckon.Actor{{Name: "p"}}}
	for k := range 11 {
		small.Actors[0].Options = append(small.Actors[0].Options, k)
		small.Options = append(small.Options, reckon.Option{Name: fmt.Sprintf("p.o%d", k)})
	}
	m = &exchange.Model{Case: small, Minds: make([]reckon.Mind, 1)}
	if _, err := m.Write(os.Stderr, exchange.Settings{To: "dot"}, exchange.Judged{}); err == nil || !strings.Contains(err.Error(), "--improvements") {
		t.Errorf("four million arcs: %v", err)
	}
}
