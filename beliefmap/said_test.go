package beliefmap

import (
	"strings"
	"testing"

	"reckon/document"
	"reckon/reading"
)

func said(name, text string) []Edge {
	return Said(reading.Read(document.Plain(name, text), reading.Settings{}))
}

func TestSaid(t *testing.T) {
	edges := said("notes/memo.txt", "The new toll has caused hunger and violent protests. The drought has weakened the army.")
	var got []string
	for _, e := range edges {
		got = append(got, e.Cause+" "+plusMinus(e.Sign)+" "+e.Effect)
		if e.Holder != "the author of memo.txt" {
			t.Errorf("the holder is %q", e.Holder)
		}
	}
	want := "new toll + hunger; new toll + violent protests; drought − army"
	if list := strings.Join(got, "; "); list != want {
		t.Errorf("%s, want %s", list, want)
	}
}

// TestWhoActsIsNoConcept checks that a bare name gives no link, and is counted.
func TestWhoActsIsNoConcept(t *testing.T) {
	edges := said("memo.txt", "President Vladimir Putin has caused hunger. The drought has caused hunger.")
	m := Build("", edges, nil)
	if len(m.Links) != 1 || m.Empty != 1 {
		t.Errorf("%d links and %d left out of %+v", len(m.Links), m.Empty, edges)
	}
}

// TestLinksAloneAreNotDrawn checks that the figure shows what hangs together, and
// everything where nothing does.
func TestLinksAloneAreNotDrawn(t *testing.T) {
	edge := func(a, b string) Edge { return Edge{Holder: "x", Cause: a, Effect: b, Sign: 1} }
	edges := []Edge{edge("drought", "hunger"), edge("hunger", "unrest"), edge("toll", "smuggling")}
	if few := Build("x", edges, nil).SVG(""); !strings.Contains(few, ">toll<") {
		t.Errorf("of few links one is left out:\n%s", few)
	}
	for i := range fewLinks {
		edges = append(edges, edge("cause "+strings.Repeat("x", i+1), "effect "+strings.Repeat("x", i+1)))
	}
	svg := Build("x", edges, nil).SVG("")
	if strings.Contains(svg, ">toll<") || !strings.Contains(svg, ">drought<") || !strings.Contains(svg, "26 concepts that stand apart") {
		t.Errorf("what stands alone is drawn:\n%s", svg)
	}
	if alone := Build("x", []Edge{edge("toll", "smuggling"), edge("drought", "hunger")}, nil).SVG(""); !strings.Contains(alone, ">toll<") || !strings.Contains(alone, ">drought<") {
		t.Errorf("a map of links alone is empty:\n%s", alone)
	}
}

func TestLabelOfATable(t *testing.T) {
	merges := []Merge{{Phrase: "the big neighbours", Concept: "United Provinces", Sign: 1, Reason: "who is meant"}}
	m := Build("x", []Edge{{Holder: "x", Cause: "the big neighbours", Effect: "calm", Sign: 1}}, merges)
	if m.Find("United Provinces") < 0 {
		t.Errorf("no concept is labelled as the table writes it: %+v", m.Concepts)
	}
}
