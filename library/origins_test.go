package library_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reckon/library"
)

// reprints are texts and which of them go back to one.
func reprints() (texts map[string]string, groups [][]string) {
	report, other := prose(11, 480), prose(12, 480)
	paragraphs := strings.Split(strings.TrimSpace(report), "\n\n")
	cut := strings.Join(paragraphs[:len(paragraphs)-2], "\n\n")
	quoted := strings.Join(paragraphs[2:4], "\n\n")
	texts = map[string]string{
		"report.txt":     "Bread prices rise\n\n" + report,
		"headline.txt":   "Anger over the price of bread in all cities of the north\n\n" + report,
		"capitals.txt":   "BREAD PRICES RISE\n\n" + strings.ReplaceAll(report, ", ", " – "),
		"cut.txt":        "Bread prices rise\n\n" + cut,
		"other.txt":      "Bread prices rise\n\n" + other,
		"event.txt":      "Bread prices rise\n\n" + prose(13, 300) + "\n\n" + quoted + "\n\n" + prose(14, 120), // quotes a quarter of the report
		"digest.txt":     "The week\n\n" + report + "\n\n" + other + "\n\n" + prose(15, 400),                   // holds two reports whole
		"short.txt":      "Prices rose again.",
		"short two.txt":  "Prices rose again!",
		"flash.txt":      "The council has said that it will meet again on Monday to talk of the price of bread.",
		"flash two.txt":  "THE COUNCIL has said that it will meet again on Monday to talk of the price of bread.",
		"flash else.txt": "The council has said that it will meet again on Friday to talk of the price of bread.",
	}
	return texts, [][]string{
		{"capitals.txt", "cut.txt", "headline.txt", "report.txt"},
		{"flash two.txt", "flash.txt"},
		{"digest.txt"},
		{"event.txt"},
		{"flash else.txt"},
		{"other.txt"},
		{"short two.txt"},
		{"short.txt"},
	}
}

func TestOrigins(t *testing.T) {
	texts, want := reprints()
	sorted := func(groups [][]string) [][]string {
		for _, g := range groups {
			slices.Sort(g)
		}
		slices.SortFunc(groups, slices.Compare)
		return groups
	}
	var order []string
	for name := range texts {
		order = append(order, name)
	}
	slices.Sort(order)
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			place := e.place(t)
			files(t, texts)
			var first []library.Origin
			for round := range 6 {
				l := open(t, strings.Replace(place, "library.db", fmt.Sprintf("library%d.db", round), 1))
				for _, name := range order { // PostgreSQL has one database: make it empty again
					_ = l.Remove(t.Context(), name)
				}
				rand.New(rand.NewPCG(uint64(round), 5)).Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
				take(t, l, order...)
				origins, err := l.Origins(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				var got [][]string
				for _, o := range origins {
					var group []string
					for _, sha := range o.Documents {
						e, err := l.Entry(t.Context(), sha)
						if err != nil {
							t.Fatal(err)
						}
						group = append(group, e.Names...)
					}
					got = append(got, group)
				}
				if diff := cmp.Diff(sorted(want), sorted(got)); diff != "" {
					t.Fatalf("in the order %v: %s", order, diff)
				}
				if first == nil {
					first = origins
				} else if diff := cmp.Diff(first, origins); diff != "" {
					t.Fatalf("in the order %v: %s", order, diff)
				}
				slices.Sort(order)
			}
		})
	}
}
