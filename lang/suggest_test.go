package lang

import "testing"

// TestNearest holds which slips are taken for which names.
func TestNearest(t *testing.T) {
	names := []string{"enrich", "talk", "strike", "own words", "min", "max", "SEQ", "a"}
	for name, want := range map[string]string{
		"enrch": "enrich", "enirch": "enrich", "enrichh": "enrich", "ENRICH": "enrich", "enri": "enrich",
		"talks": "talk", "tolk": "talk", "strikes": "strike", "own-words": "own words", "maximum": "max",
		"seq": "SEQ", "seg": "SEQ", "bomb": "", "": "", "walk away": "", "b": "a", "xy": "",
	} {
		if got := nearest(name, names); got != want {
			t.Errorf("nearest to %q is %q, want %q", name, got, want)
		}
	}
}

// TestHolding holds which part of a name is taken for the whole.
func TestHolding(t *testing.T) {
	names := []string{"the hawk wins the election", "the dove wins the election", "pipeline fire", "pipeline fire"}
	for words, want := range map[string]string{
		"hawk": names[0], "Hawk wins": names[0], "fire": "pipeline fire", "election": "", "aw": "", "": "", "storm": "",
	} {
		if got := holding(words, names); got != want {
			t.Errorf("%q is held by %q, want %q", words, got, want)
		}
	}
}

// TestNumberIn holds what a person may write for a number.
func TestNumberIn(t *testing.T) {
	for text, want := range map[string]float64{
		"65%": 0.65, "65 %": 0.65, "0,5": 0.5, "1,000": 1000, "1,000,000": 1e6, "1_000": 1000, "1 000": 1000,
		"1,234.5": 1234.5, "-3": -3, "7": 7, "12.5%": 0.125,
	} {
		if got, ok := numberIn(text); !ok || got != want {
			t.Errorf("%q is %v (%t), want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "about 5", "5km", "%", "-", "1-2", "NaN", "Inf"} {
		if got, ok := numberIn(text); ok {
			t.Errorf("%q is %v, want no number", text, got)
		}
	}
}

// TestOtherDate holds which days are read in other forms: only those that leave
// no doubt which part is the month.
func TestOtherDate(t *testing.T) {
	for text, want := range map[string]string{
		"2020/10/23": "2020-10-23", "23 October 2020": "2020-10-23", "October 23, 2020": "2020-10-23",
		"23/10/2020": "2020-10-23", "10/23/2020": "2020-10-23", "05/06/2020": "", "23.10.2020": "2020-10-23",
		"20201023": "2020-10-23", "2020-1-5": "2020-01-05", "2020": "", "soon": "", "": "", "31/02/2020": "",
	} {
		if got := otherDate(text); got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}

// TestClean holds how BibTeX values become plain text.
func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		`{The} {\"O}konom`: "The Ökonom", `Caf\'e`: "Café", `Caf\'{e}`: "Café", `\c{c}a`: "ça", `Gro\ss`: "Groß",
		`A \& B`: "A & B", `1989--2026`: "1989–2026", "two\n   lines": "two lines", `plain`: "plain", `50\%`: "50%",
		`\v{S}koda`: "Škoda", `\url{x}`: `\urlx`, `\`: `\`, `a\'`: `a\'`,
	} {
		if got := clean(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

// TestLastDay holds how partial dates count: as their last day.
func TestLastDay(t *testing.T) {
	for text, want := range map[string]string{
		"2020-10-23": "2020-10-23", "2020-02": "2020-02-29", "2019-12": "2019-12-31", "2020": "2020-12-31",
		"0000": "unknown", "20": "unknown", "2020-13": "unknown", "c. 2020": "unknown",
	} {
		if got, _ := lastDay(text); got.String() != want {
			t.Errorf("%q counts as %s, want %s", text, got, want)
		}
	}
}
