package study

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon/document"
	"reckon/reading"
)

func claim(doc, id, holder, kind, content string, negated bool) reading.Item {
	return reading.Item{Document: doc, ID: id, Type: reading.Claim, Holder: holder, Kind: kind, Negated: negated, Text: content, Content: &reading.Place{Text: content}}
}

// kept makes a study of a library: each document has a SHA-256 and an origin.
func kept(origins map[string]int, items ...reading.Item) *Study {
	s := &Study{origin: origins}
	byName := map[string]*reading.Account{}
	for _, it := range items {
		if byName[it.Document] == nil {
			byName[it.Document] = &reading.Account{Text: nil, Document: &document.Document{Name: it.Document, SHA256: it.Document}}
			s.Accounts = append(s.Accounts, byName[it.Document])
		}
		byName[it.Document].Items = append(byName[it.Document].Items, it)
	}
	return s
}

func TestCorroborationCountsOrigins(t *testing.T) {
	s := kept(map[string]int{"a": 4, "b": 4, "c": 7},
		claim("a", "C1", "The minister", "believe", "that the talks with the union will fail", false),
		claim("a", "C2", "The minister", "believe", "that the talks with the union will fail", false),
		claim("b", "C1", "the minister", "believe", "the talks with the union will fail", false),
		claim("c", "C5", "The Minister", "believe", "that the talks with the union would fail", false),
		claim("c", "C6", "The Minister", "believe", "that the harvest is good", false),
		claim("c", "C7", "The Minister", "fear", "that the talks with the union will fail", false),
		claim("c", "C8", "The Minister", "believe", "that the talks with the union will fail", true),
		claim("c", "C9", "The union", "believe", "that the talks with the union will fail", false),
		claim("a", "C9", "author", "say", "the bridge is closed to lorries", false),
		claim("c", "C9", "author", "say", "the bridge is closed to lorries", false),
	)
	all := s.Corroborated()
	if len(all) != 1 {
		t.Fatalf("%d corroborations: %+v", len(all), all)
	}
	c := all[0]
	if c.Origins != 2 || len(c.Reports) != 3 || c.Kind != "believe" || c.Holder != "The minister" {
		t.Errorf("%+v", c)
	}
	for i, want := range []int{1, 1, 2} {
		if c.Reports[i].Origin != want {
			t.Errorf("report %d is of origin %d, want %d", i, c.Reports[i].Origin, want)
		}
	}
	if c.Reports[2].ID != "C5" {
		t.Errorf("the third report is %s", c.Reports[2].ID)
	}
}

// Files that were only read have no origins, so nothing is said of them.
func TestCorroborationNeedsLibrary(t *testing.T) {
	s := kept(nil, claim("a", "C1", "X", "say", "one thing", false), claim("b", "C1", "X", "say", "one thing", false))
	s.origin = nil
	if all := s.Corroborated(); all != nil {
		t.Errorf("%+v", all)
	}
}

// The index by first words finds whatever comparing all pairs would find.
func TestCorroborationIndexMissesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringOfN(rapid.RuneFrom([]rune("abc")), 1, 2, -1), 0, 3)
		both := rapid.SliceOfN(rapid.StringOfN(rapid.RuneFrom([]rune("abc")), 1, 2, -1), 1, 6).Draw(t, "both")
		one, two := append(words.Draw(t, "one"), both...), append(words.Draw(t, "two"), both...)
		s := kept(map[string]int{"a": 1, "b": 2},
			claim("a", "C1", "X", "say", strings.Join(one, " "), false),
			claim("b", "C1", "X", "say", strings.Join(two, " "), false))
		want := alike(contentWords(strings.Join(one, " ")), contentWords(strings.Join(two, " ")))
		if got := len(s.Corroborated()) == 1; got != want {
			t.Fatalf("found %v, alike %v", got, want)
		}
	})
}
