package beliefmap

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPhrasesMerge(t *testing.T) {
	shipped := newTable(shipped())
	for _, c := range []struct {
		phrase, key string
		sign        int
	}{
		{"the sanctions", "sanction", 1},
		{"fewer sanctions", "sanction", -1},
		{"loss of legitimacy", "legitimacy", -1},
		{"the regime’s loss of legitimacy", "regime legitimacy", -1},
		{"the legitimacy of the regime", "regime legitimacy", 1},
		{"the regime's legitimacy", "regime legitimacy", 1},
		{"a decline in public trust", "public trust", -1},
		{"lack of growth", "growth", -1},
		{"the end of the loss of trust", "trust", 1},
		{"rising prices", "price", 1},
		{"price growth", "price", 1},
		{"sanctions relief", "sanction", -1},
		{"regime change", "regime survival", -1},
		{"mistrust", "trust", -1},
		{"Moscow", "russia", 1},
		{"the U.S.", "united state", 1},
		{"the", "", 1},
		{" ,;— ", "", 1},
		{"politics", "politics", 1},
		{"loss", "loss", 1},
	} {
		got := shipped.read(c.phrase)
		if got.key != c.key || got.sign != c.sign {
			t.Errorf("%q is read as %+d %q, not %+d %q.", c.phrase, got.sign, got.key, c.sign, c.key)
		}
	}
}

// edges of a small made-up world.
func sample() []Edge {
	e := func(holder, cause, effect string, sign int) Edge {
		return Edge{Holder: holder, Cause: cause, Effect: effect, Sign: sign, Certainty: "certain", Document: "a.txt", Quote: cause + " → " + effect}
	}
	return []Edge{
		e("A", "the drought", "bread prices", 1),
		e("A", "rising bread prices", "hunger", 1),
		e("A", "hunger", "trust in the king", -1),
		e("A", "grain imports", "bread prices", -1),
		e("A", "loss of trust in the king", "grain imports", 1),
		e("A", "the weather", "the king", 0),
		e("B", "the price of bread", "hunger", 1),
		e("B", "Hunger", "the trust in the king", 1),
		e("B", "the king", "the King’s", 1),
	}
}

func TestMapOfOneHolder(t *testing.T) {
	m := Build("A", sample(), nil)
	var lines []string
	for _, l := range m.Links {
		lines = append(lines, fmt.Sprintf("%s %+d %s %d", m.Concepts[l.From].Key, l.Sign, m.Concepts[l.To].Key, l.Weight()))
	}
	want := []string{"bread price +1 hunger 1", "drought +1 bread price 1", "grain import -1 bread price 1", "hunger -1 trust in king 1", "trust in king -1 grain import 1"}
	if !slices.Equal(lines, want) {
		t.Errorf("The links are %q, not %q.", lines, want)
	}
	if len(m.Denied) != 1 || m.Density() != 5.0/20 || m.Concepts[m.Find("drought")].Role != "given" {
		t.Errorf("Denied %d, density %v, role %q.", len(m.Denied), m.Density(), m.Concepts[m.Find("drought")].Role)
	}
	loops, cut := m.Loops()
	if len(loops) != 1 || cut || m.Say(loops[0]) != "holds itself back: bread prices +→ hunger −→ trust in the king −→ grain imports −→ bread prices" {
		t.Errorf("The loops are %v.", loops)
	}
	if got, _ := m.Effect(m.Find("drought"), m.Find("trust in king")); got != "-" {
		t.Errorf("Drought does %q to trust.", got)
	}
	if both := Build("", sample(), nil); both.Empty != 1 || len(both.Links) != 6 {
		t.Errorf("The map of all has %d links and left %d out.", len(both.Links), both.Empty)
	}
}

func TestMergesAreListedWithTheirReason(t *testing.T) {
	m := Build("A", sample(), nil)
	var got []string
	for _, g := range m.Merges {
		got = append(got, fmt.Sprintf("%s ⇒ %+d %s: %s", g.Phrase, g.Sign, g.Concept, g.Reason))
	}
	want := []string{
		"rising bread prices ⇒ +1 bread prices: “rising” leaves it as it is; number",
		"loss of trust in the king ⇒ -1 trust in the king: “loss of” turns it round; articles and the like",
	}
	if !slices.Equal(got, want) {
		t.Errorf("The merges are %q, not %q.", got, want)
	}
}

func TestDifferenceOfTwoHolders(t *testing.T) {
	a, b := Build("A", sample(), nil), Build("B", sample(), nil)
	d := Compare(a, b)
	if len(d.OnlyA) != 3 || len(d.OnlyB) != 0 || len(d.Same) != 1 || len(d.Opposite) != 1 {
		t.Errorf("Only A %d, only B %d, same %d, opposite %d.", len(d.OnlyA), len(d.OnlyB), len(d.Same), len(d.Opposite))
	}
}

func TestSynonymsOfTheUser(t *testing.T) {
	merges, found := readMerges("synonyms.csv", "phrase,concept,sign,reason\nbread prices,cost of living,+,a part of it\nx,y\nplenty,dearth,?,no\n\"open\n")
	if len(merges) != 1 || len(found) != 3 || found[0].At.Start.Line != 3 {
		t.Fatalf("%d merges and %v.", len(merges), found)
	}
	m := Build("A", sample(), merges)
	if m.Find("living cost") < 0 || m.Find("bread price") >= 0 {
		t.Errorf("The table was not used: %+v.", m.Concepts)
	}
}

// world draws a small map with its matrix of links.
func world(t *rapid.T) (*Map, int) {
	n := rapid.IntRange(2, 5).Draw(t, "n")
	var edges []Edge
	for a := range n {
		for b := range n {
			for _, sign := range []int{1, -1} {
				if a != b && rapid.IntRange(0, 3).Draw(t, "link") == 0 {
					edges = append(edges, Edge{Holder: "A", Cause: string(rune('p' + a)), Effect: string(rune('p' + b)), Sign: sign})
				}
			}
		}
	}
	return Build("", edges, nil), n
}

// everyPath lists simple paths by trying all orders of concepts and all links between neighbours.
func everyPath(m *Map, from, to int) map[string]int {
	out := map[string]int{}
	var grow func(seq []int)
	grow = func(seq []int) {
		last := seq[len(seq)-1]
		if len(seq) > 1 && last == to {
			signs := []string{""}
			values := []int{1}
			for i := 1; i < len(seq); i++ {
				var s2 []string
				var v2 []int
				for k, s := range signs {
					for j, l := range m.Links {
						if l.From == seq[i-1] && l.To == seq[i] {
							s2, v2 = append(s2, fmt.Sprintf("%s %d", s, j)), append(v2, values[k]*l.Sign)
						}
					}
				}
				signs, values = s2, v2
			}
			for k, s := range signs {
				out[s] = values[k]
			}
			return
		}
		for next := range m.Concepts {
			if !slices.Contains(seq, next) || next == to && to == seq[0] && len(seq) > 1 {
				grow(append(slices.Clone(seq), next))
			}
		}
	}
	grow([]int{from})
	return out
}

func name(p Path) string {
	s := ""
	for _, l := range p.Links {
		s += fmt.Sprintf(" %d", l)
	}
	return s
}

func TestPathsAgainstEnumeration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, _ := world(t)
		opposed, cut := m.Opposed()
		pairs := map[[2]int]Opposed{}
		for _, o := range opposed {
			pairs[[2]int{o.From, o.To}] = o
		}
		for a := range m.Concepts {
			for b := range m.Concepts {
				want := everyPath(m, a, b)
				got, _ := m.Paths(a, b)
				if len(got) != len(want) {
					t.Fatalf("%d paths from %d to %d, not %d", len(got), a, b, len(want))
				}
				least := map[int]int{}
				for _, p := range got {
					if s, ok := want[name(p)]; !ok || s != p.Sign {
						t.Fatalf("path %v has sign %d, not %d", p, p.Sign, s)
					}
					if n := least[p.Sign]; n == 0 || len(p.Links) < n {
						least[p.Sign] = len(p.Links)
					}
				}
				if a == b {
					continue
				}
				o, have := pairs[[2]int{a, b}]
				if have != (least[1] > 0 && least[-1] > 0) || have && (len(o.For.Links) != least[1] || len(o.Against.Links) != least[-1]) {
					t.Fatalf("opposed %v from %d to %d, shortest %v", have, a, b, least)
				}
			}
		}
		if cut && len(m.Concepts) < mostLinks {
			t.Fatal("a small map needs no cut")
		}
	})
}

func TestLoopsAgainstEnumeration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, _ := world(t)
		want := map[string]int{}
		for a := range m.Concepts {
			for s, sign := range everyPath(m, a, a) {
				first := true
				for f := range strings.FieldsSeq(s) {
					k, _ := strconv.Atoi(f)
					first = first && m.Links[k].From >= a
				}
				if first {
					want[s] = sign
				}
			}
		}
		got, cut := m.Loops()
		if cut || len(got) != len(want) {
			t.Fatalf("%d loops, not %d", len(got), len(want))
		}
		for _, p := range got {
			if s, ok := want[name(p)]; !ok || s != p.Sign {
				t.Fatalf("loop %v is none of %v", p, want)
			}
		}
	})
}

func TestSearchesAreBounded(t *testing.T) {
	var edges []Edge
	for a := range 26 {
		for b := range 26 {
			if a != b {
				edges = append(edges, Edge{Cause: string(rune('a'+a)) + "x", Effect: string(rune('a'+b)) + "x", Sign: 1})
			}
		}
	}
	m := Build("", edges, nil)
	paths, cut := m.Paths(0, 1)
	if !cut || len(paths) != mostPaths {
		t.Errorf("%d paths, cut %v.", len(paths), cut)
	}
}

func TestExportsAreWellFormed(t *testing.T) {
	odd := []Edge{
		{Holder: "A & <B>", Cause: "x <y> & \"z\"\x01", Effect: "п\xffр", Sign: -1, Quote: "</data>\r\n]]>", Document: "d&d"},
		{Holder: "A & <B>", Cause: "a very long name of a concept that needs more lines than a box has room for, certainly", Effect: "x y z", Sign: 1},
	}
	for _, edges := range [][]Edge{nil, odd, sample()} {
		m := Build("", edges, shipped())
		for _, text := range []string{string(m.GraphML()), m.SVG(""), m.SVG("a < b")} {
			d := xml.NewDecoder(strings.NewReader(text))
			for {
				if _, err := d.Token(); err != nil {
					if err.Error() != "EOF" {
						t.Errorf("%v in %s", err, text)
					}
					break
				}
			}
		}
		rows, err := csv.NewReader(bytes.NewReader(m.CSV())).ReadAll()
		if err != nil || len(rows) != 1+len(m.Edges) {
			t.Errorf("%d rows, %v", len(rows), err)
		}
	}
}

func FuzzBuild(f *testing.F) {
	f.Add("loss of trust", "the end", "a,b,-,c")
	f.Add("", "of", "\"")
	f.Fuzz(func(t *testing.T, cause, effect, table string) {
		merges, _ := readMerges("t.csv", table)
		m := Build("", []Edge{{Cause: cause, Effect: effect, Sign: -1}, {Cause: effect, Effect: cause, Sign: 1}}, append(merges, shipped()...))
		if n := len(m.Edges) + m.Empty; n != 2 {
			t.Fatalf("%d statements of 2", n)
		}
		if err := xml.Unmarshal(m.GraphML(), new(struct{})); err != nil {
			t.Fatal(err)
		}
		if err := xml.Unmarshal([]byte(m.SVG("")), new(struct{})); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkBuild(b *testing.B) {
	edges := sample()
	for b.Loop() {
		Build("", edges, nil)
	}
}
