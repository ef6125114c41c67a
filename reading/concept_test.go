package reading

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"reckon/document"
)

// at gives the code points of a phrase of the text.
func at(t *testing.T, text, phrase string) (from, to int) {
	t.Helper()
	i := strings.Index(text, phrase)
	if i < 0 {
		t.Fatalf("%q is not in %q", phrase, text)
	}
	from = utf8.RuneCountInString(text[:i])
	return from, from + utf8.RuneCountInString(phrase)
}

func TestConcepts(t *testing.T) {
	for _, c := range []struct{ text, phrase, want string }{
		{"The high price of imported grain fed the anger of the towns.", "The high price of imported grain", "high price of imported grain"},
		{"The high price of imported grain fed the anger of the towns.", "the anger of the towns", "anger of towns"},
		{"The ban caused hunger and violent protests.", "hunger and violent protests", "hunger|violent protests"},
		{"Lowering tariffs would please the farmers.", "Lowering tariffs", "lowering tariffs"},
		{"No trust is left between the two armies, so the talks failed.", "the talks failed", "talks failing"},
		{"The army closed the northern pass because smugglers used it.", "The army closed the northern pass", "army closing northern pass"},
		{"The envoy believes that the port will open.", "The envoy believes that the port will open", "port opening"},
		{"It is what it is because of this.", "this", ""},
		{"The minister did not sign the treaty.", "The minister did not sign the treaty", "minister not signing treaty"},
		{"A French-led mission calmed the border.", "A French-led mission", "French-led mission"},
		{"The bridge was destroyed by the flood, which is why trade fell.", "The bridge was destroyed", "bridge being destroyed"},
	} {
		a := Read(document.Plain("memo.txt", c.text), Settings{})
		from, to := at(t, c.text, c.phrase)
		if got := strings.Join(a.Concepts(from, to), "|"); got != c.want {
			t.Errorf("%q: %q, want %q", c.phrase, got, c.want)
		}
	}
}

func TestActor(t *testing.T) {
	text := "President Vladimir Putin met the ministers. Russia’s army left the border to Putin."
	a := Read(document.Plain("memo.txt", text), Settings{})
	for phrase, want := range map[string]string{"President Vladimir Putin": "person", "Russia’s army left the border": "", "the border": ""} {
		from, to := at(t, text, phrase)
		if got := string(a.Actor(from, to)); got != want {
			t.Errorf("%q names a %q, want %q", phrase, got, want)
		}
	}
}

func TestIng(t *testing.T) {
	for _, c := range []struct{ verb, want string }{
		{"take", "taking"},
		{"stop", "stopping"},
		{"open", "opening"},
		{"begin", "beginning"},
		{"lie", "lying"},
		{"flee", "fleeing"},
		{"see", "seeing"},
		{"be", "being"},
		{"panic", "panicking"},
		{"fix", "fixing"},
		{"sow", "sowing"},
		{"play", "playing"},
		{"visit", "visiting"},
		{"commit", "committing"},
		{"bring", "bringing"},
		{"sing", "singing"},
		{"go", "going"},
		{"", "ing"},
		{"dye", "dyeing"},
		{"lead", "leading"},
		{"set", "setting"},
	} {
		if got := ing(c.verb); got != c.want {
			t.Errorf("%s: %s, want %s", c.verb, got, c.want)
		}
	}
}

// TestConceptsOfAnything asks for every stretch of odd documents.
func TestConceptsOfAnything(t *testing.T) {
	for _, text := range []string{"", "x", "HEADING", "# A\n\n# B\n", "…", "он сказал", "a,b-c-d e.", "which one is it that they"} {
		a := Read(document.Plain("odd.txt", text), Settings{})
		n := utf8.RuneCountInString(a.Document.Text)
		for from := range n + 1 {
			for to := from; to <= n; to++ {
				if slices.Contains(a.Concepts(from, to), "") {
					t.Errorf("%q, %d–%d: an empty concept", text, from, to)
				}
				a.Actor(from, to)
			}
		}
	}
}
