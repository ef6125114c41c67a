package library_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"reckon/library"
)

var shelf = map[string]string{
	"bread.txt":   "The price of bread rose again. The council's envoy said “no grain will be sold”, twice.",
	"harbour.txt": "The harbour froze. No bread reached the north, and the price of silver fell to 1403.",
	"envoy.txt":   "An envoy of the council asked for peace at the harbour gate.",
	"fa.txt":      "وزیر گفت که نمی\u200cرویم و در سال ۱۴۰۳ می\u200cمانیم. كتاب او نایاب است.",
	"ar.txt":      "قال الوزير إن السلامَ بعيدٌ.",
	"cafe.txt":    "They met at the café in St. John's; U.S. guards stood by.",
}

func names(hits []library.Hit) []string {
	all := []string{}
	for _, h := range hits {
		all = append(all, h.Entry.Names[0])
	}
	slices.Sort(all)
	return all
}

func TestSearch(t *testing.T) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			place := e.place(t)
			files(t, shelf)
			l := open(t, place)
			take(t, l, ".")
			for query, want := range map[string][]string{
				"bread":                             {"bread.txt", "harbour.txt"},
				"BREAD price":                       {"bread.txt", "harbour.txt"},
				"bread -silver":                     {"bread.txt"},
				`"price of bread"`:                  {"bread.txt"},
				`«price of bread» OR peace`:         {"bread.txt", "envoy.txt"},
				`council bread OR peace`:            {"bread.txt", "envoy.txt"},
				`council -"price of bread"`:         {"envoy.txt"},
				`"bread price"`:                     {},
				`"no grain will be sold"`:           {"bread.txt"},
				"council’s":                         {"bread.txt"},
				"نمیرویم":                           {"fa.txt"},
				"نمی\u200cرویم":                     {"fa.txt"},
				"نمي\u200cرويم 1403":                {"fa.txt"},
				"1403":                              {"fa.txt", "harbour.txt"},
				"کتاب":                              {"fa.txt"},
				"السلام":                            {"ar.txt"},
				"cafe\u0301":                        {"cafe.txt"},
				"U.S.":                              {"cafe.txt"},
				"elephants":                         {},
				`bread" OR ( NOT * ^ : silver' \ %`: {},
				`"unclosed bread`:                   {},
				`(bread)`:                           {"bread.txt", "harbour.txt"},
				"OR bread OR":                       {"bread.txt", "harbour.txt"},
			} {
				hits, err := l.Search(t.Context(), query, 10)
				if err != nil {
					t.Errorf("%s: %v", query, err)
					continue
				}
				if diff := cmp.Diff(want, names(hits)); diff != "" {
					t.Errorf("%s: %s", query, diff)
				}
				for _, h := range hits {
					marked(t, h)
				}
			}
			for _, query := range []string{"", "  ", "-bread", `""`, "!!!", strings.Repeat("a ", 2000), "bread OR -silver"} {
				if _, err := l.Search(t.Context(), query, 10); err == nil {
					t.Errorf("%q was searched for", query)
				}
			}
			if hits, err := l.Search(t.Context(), "bread", 1); err != nil || len(hits) != 1 {
				t.Errorf("limit 1: %d hits, %v", len(hits), err)
			}
		})
	}
}

// marked demands that the places of a hit are of the original text.
func marked(t *testing.T, h library.Hit) {
	t.Helper()
	text := []rune(shelf[h.Entry.Names[0]])
	if string(text[h.Start:h.End]) != h.Text || len(h.Marks) == 0 {
		t.Errorf("%+v", h)
	}
	for _, m := range h.Marks {
		if m[0] < h.Start || m[1] > h.End || strings.TrimSpace(string(text[m[0]:m[1]])) == "" {
			t.Errorf("mark %v of %+v", m, h)
		}
	}
}

func TestMarks(t *testing.T) {
	files(t, map[string]string{"a.txt": prose(1, 400) + "The Envoy’s treaty. " + prose(2, 400)})
	l := open(t, "library.db")
	take(t, l, "a.txt")
	hits, err := l.Search(t.Context(), `"envoy's treaty"`, 5)
	if err != nil || len(hits) != 1 || len(hits[0].Marks) != 1 {
		t.Fatalf("%+v, %v", hits, err)
	}
	h := hits[0]
	if m := h.Marks[0]; string([]rune(h.Text)[m[0]-h.Start:m[1]-h.Start]) != "Envoy’s treaty" {
		t.Errorf("%+v", h)
	}
	if n := len(h.Text); n < 200 || n > 400 {
		t.Errorf("the stretch has %d bytes", n)
	}
}

// TestAnyQuery demands that no text makes an error of the store, and that both
// engines find the same documents.
func TestAnyQuery(t *testing.T) {
	files(t, shelf)
	var all []*library.Library
	for _, e := range engines {
		if e.name == "PostgreSQL" && testing.Short() {
			continue
		}
		l := open(t, e.place(t))
		take(t, l, ".")
		all = append(all, l)
	}
	piece := rapid.OneOf(rapid.SampledFrom([]string{"bread", "the", "of", "price", "council", "envoy", "harbour", "OR", "AND", "NOT", "NEAR", " ", " ", " ", "-", `"`, "'", "*", "(", ")", ":", "^", "&", "|", "!", "<->", `\`, "%", "\x00", "۱۴۰۳"}), rapid.String())
	rapid.Check(t, func(rt *rapid.T) {
		query := strings.Join(rapid.SliceOfN(piece, 0, 12).Draw(rt, "query"), "")
		var first []string
		for k, l := range all {
			hits, err := l.Search(t.Context(), query, 100)
			if err != nil {
				if !strings.Contains(err.Error(), "the query") && !strings.Contains(err.Error(), "beside OR") {
					rt.Fatalf("%q: %v", query, err)
				}
				continue
			}
			if k == 0 {
				first = names(hits)
			} else if diff := cmp.Diff(first, names(hits)); diff != "" {
				rt.Fatalf("%q: %s", query, diff)
			}
		}
	})
}
