package names_test

import (
	"testing"

	"reckon/document"
	"reckon/grammar"
	"reckon/names"
)

// cast reads a text published on a day, "" for an unknown one.
func cast(t *testing.T, text, published string, known ...names.Entity) (*grammar.Text, *names.Cast) {
	t.Helper()
	d := document.Plain("test", text)
	if published != "" {
		if err := d.Published.UnmarshalText([]byte(published)); err != nil {
			t.Fatal(err)
		}
	}
	g := grammar.Parse(d)
	return g, names.Find(g, known)
}

// who gives the ID of the entity that the nth mention with these words has.
func who(g *grammar.Text, c *names.Cast, words string, nth int) string {
	for _, m := range c.Mentions {
		if g.Sentences[m.Sentence].Words(m.From, m.To) != words {
			continue
		}
		if nth--; nth > 0 {
			continue
		}
		if m.Entity < 0 {
			return "?"
		}
		return c.Entities[m.Entity].ID
	}
	return "none"
}

func TestTitlesResolveAtTheDay(t *testing.T) {
	for _, row := range []struct{ text, published, words, want string }{
		{"The Supreme Leader spoke.", "2020-05-01", "The Supreme Leader", "khamenei"},
		{"The Supreme Leader spoke.", "1985-05-01", "The Supreme Leader", "ruhollah_khomeini"},
		{"The Supreme Leader spoke.", "2026-05-01", "The Supreme Leader", "mojtaba_khamenei"},
		{"In 1988 the Supreme Leader accepted a truce with Iraq.", "2020-05-01", "the Supreme Leader", "ruhollah_khomeini"},
		{"The U.S. president called the Israeli prime minister.", "2014-01-01", "The U.S. president", "obama"},
		{"The U.S. president called the Israeli prime minister.", "2014-01-01", "the Israeli prime minister", "netanyahu"},
		{"The next American president will face hard choices.", "2020-05-01", "The next American president", "?"},
		{"Bush spoke.", "1990-05-01", "Bush", "bush_father"},
		{"Bush spoke.", "2005-05-01", "Bush", "bush_son"},
	} {
		g, c := cast(t, row.text, row.published)
		if got := who(g, c, row.words, 1); got != row.want {
			t.Errorf("%s: %q in %q is %s, want %s", row.published, row.words, row.text, got, row.want)
		}
	}
}
