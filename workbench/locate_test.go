package workbench

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/brief"
)

// cited is a case with one citation of one source.
func cited(cite reckon.Cite, file string) *reckon.Case {
	return &reckon.Case{
		Sources: []reckon.Source{{Key: "essay", File: file}},
		Minds:   []reckon.Mind{{Actor: "a", Wants: []reckon.Want{{Name: "w", Cites: []reckon.Cite{cite}}}}},
	}
}

func TestLocate(t *testing.T) {
	const text = "Erst der Schluß: رهبر سخن گفت. Then peace."
	before, _, _ := strings.Cut(text, " Then")
	points := len([]rune(before))
	passage := string([]rune(text)[17:points])
	tests := map[string]struct {
		cite       reckon.Cite
		file       string
		documents  map[string]string
		passage    string
		code       string
		suggestion string
	}{
		"fits":                     {cite: reckon.Cite{From: 17, To: points, Sum: sum(passage)}, file: "e.txt", documents: map[string]string{"e.txt": text}, passage: passage},
		"no sum is believed":       {cite: reckon.Cite{From: 17, To: points}, file: "e.txt", documents: map[string]string{"e.txt": text}, passage: passage},
		"the key names the text":   {cite: reckon.Cite{From: 17, To: points}, documents: map[string]string{"essay.txt": text}, passage: passage},
		"document not at hand":     {cite: reckon.Cite{From: 17, To: points}, file: "e.txt", documents: map[string]string{"other.txt": text}},
		"no place given":           {cite: reckon.Cite{Page: "3"}, file: "e.txt", documents: map[string]string{"e.txt": text}},
		"past the end":             {cite: reckon.Cite{From: 17, To: 9000}, file: "e.txt", documents: map[string]string{"e.txt": text}, code: "locator-out-of-range"},
		"turned round":             {cite: reckon.Cite{From: 20, To: 17}, file: "e.txt", documents: map[string]string{"e.txt": text}, code: "locator-out-of-range"},
		"moved, found again":       {cite: reckon.Cite{From: 14, To: points - 3, Sum: sum(passage)}, file: "e.txt", documents: map[string]string{"e.txt": text}, code: "locator-sum", suggestion: "chars = [17, 30]"},
		"past the end, found":      {cite: reckon.Cite{From: 117, To: points + 100, Sum: sum(passage)}, file: "e.txt", documents: map[string]string{"e.txt": text}, code: "locator-out-of-range", suggestion: "chars = [17, 30]"},
		"changed, not found again": {cite: reckon.Cite{From: 17, To: points, Sum: sum("gone")}, file: "e.txt", documents: map[string]string{"e.txt": text}, code: "locator-sum"},
		"empty document":           {cite: reckon.Cite{From: 0, To: 1, Sum: sum("x")}, file: "e.txt", documents: map[string]string{"e.txt": ""}, code: "locator-out-of-range"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			test.cite.Source = "essay"
			passages, found := locate(cited(test.cite, test.file), test.documents)
			if got := passages[brief.Span{Source: "essay", From: test.cite.From, To: test.cite.To}]; got != test.passage {
				t.Errorf("passage %q, want %q", got, test.passage)
			}
			code, suggestion := "", ""
			if len(found) > 0 {
				code, suggestion = found[0].Code, found[0].Suggestion
			}
			if code != test.code || suggestion != test.suggestion {
				t.Errorf("found %q with suggestion %q, want %q with %q", code, suggestion, test.code, test.suggestion)
			}
		})
	}
}

// TestMovedPassageIsFound holds that text inserted before a passage is found
// out, and that the numbers suggested lead to the passage again.
func TestMovedPassageIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringOfN(rapid.RuneFrom([]rune("abc é و\n")), 40, 200, -1)
		text, inserted := words.Draw(t, "text"), rapid.StringOfN(rapid.RuneFrom([]rune("xyzß")), 1, 50, -1).Draw(t, "inserted")
		runes := []rune(text)
		from := rapid.IntRange(0, len(runes)-20).Draw(t, "from")
		passage := string(runes[from : from+20])
		cite := reckon.Cite{Source: "essay", From: from, To: from + 20, Sum: sum(passage)}
		changed := inserted + text
		_, found := locate(cited(cite, "e.txt"), map[string]string{"e.txt": changed})
		if string([]rune(changed)[from:from+20]) == passage {
			return // the text repeats itself: the old place still fits
		}
		if len(found) != 1 || found[0].Suggestion == "" {
			t.Fatalf("nothing suggested: %+v", found)
		}
		again := measure("e.txt", changed)
		at, ok := again.search(cite)
		if !ok || again.stretch(at, at+20) != passage {
			t.Fatalf("the place suggested holds %q, want %q", again.stretch(at, at+20), passage)
		}
	})
}
