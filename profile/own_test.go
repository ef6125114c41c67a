package profile

import (
	"testing"
)

func TestWhoseWords(t *testing.T) {
	const transcript = "A talk\n\nREPORTER: Will you meet the Swedes?\n\nPRESIDENT EXAMPLE: We will meet them. We wait.\n\nStill we wait.\n\nREPORTER: Why?\n\nBob Example: I do not know."
	const quoting = `The harbour

By A. Writer

President Ada Example said on Monday: “We will help the Danes.” The premier, Bob Other, said: “We will not.”`
	for _, row := range []struct {
		name, text string
		set        Settings
		words      int
		source     Source
	}{
		{"turns", transcript, Settings{Speaker: "Ada Example"}, 9, Interview},
		{"turns of another", transcript, Settings{Speaker: "Eve Nobody"}, 0, ""},
		{"turns, given source", transcript, Settings{Speaker: "Ada Example", Source: Prepared}, 9, Prepared},
		{"statement", "Ada Example: We wait. We hope.\n\nThe Chair: The session is closed.", Settings{Speaker: "Ada Example"}, 4, Prepared},
		{"questions and answers", "Ada Example speaks\n\nQ: Why do you wait?\n\nA: We must.", Settings{Speaker: "Ada Example"}, 2, Interview},
		{"own", "We wait. They said nothing.", Settings{Speaker: "Ada Example", Own: true}, 5, Prepared},
		{"quoted", quoting, Settings{Speaker: "Ada Example"}, 5, Quoted},
		{"notes of an editor", "We wait. [Laughter] They left [last] year.\n\n[At this point, he rose.]\n\nWe [hope.", Settings{Speaker: "Ada Example", Own: true}, 7, Prepared},
		{"calls of the audience", "The President. We wait.\n\nAudience members. Boo! Four more years!\n\nThe President. We hope.\n\nThe harbour waits.", Settings{Speaker: "Ada Example", Own: true}, 7, Prepared},
		{"questions at a press conference", "The President. We wait.\n\nQ. Why do you wait?\n\nThe President. We must.", Settings{Speaker: "Ada Example", Own: true}, 4, Interview},
		{"nobody's", "Nothing was said.", Settings{Speaker: "Ada Example"}, 0, ""},
	} {
		c := code(t, row.text, row.set)
		if c.Words != row.words {
			t.Errorf("%s: %d words, want %d", row.name, c.Words, row.words)
		}
		for i := range c.units {
			if c.units[i].source != row.source {
				t.Errorf("%s: source %q, want %q", row.name, c.units[i].source, row.source)
			}
		}
	}
}

func TestLabels(t *testing.T) {
	for _, row := range []struct{ line, label string }{
		{"Ada Example: We wait.", "Ada Example"},
		{"**THE PRESIDENT:** We wait.", "THE PRESIDENT"},
		{"Q: Why?", "Q"},
		{"Secretary of State Example: Yes.", "Secretary of State Example"},
		{"Note that we wait: it rains.", ""},
		{"At 10:30 we met.", ""},
		{"He said: yes.", ""},
		{"Said:yes", ""},
		{"", ""},
		{":", ""},
	} {
		if got, _ := labelOf(row.line); got != row.label {
			t.Errorf("%q: label %q, want %q", row.line, got, row.label)
		}
	}
	for _, row := range []struct{ line, label string }{
		{"The President. We wait.", "The President"},
		{"The Vice President. Yes.", "The Vice President"},
		{"Q. Why?", "Q"},
		{"Audience member. No!", "Audience member"},
		{"The harbour. We wait.", ""},
		{"The President waits. We hope.", ""},
		{"Mr. Speaker, we wait.", ""},
		{"The President.", ""},
		{". We wait.", ""},
	} {
		if got, _ := stopLabel(row.line); got != row.label {
			t.Errorf("%q: label %q, want %q", row.line, got, row.label)
		}
	}
	v := &voice{set: &Settings{Speaker: "Ada Example"}, who: -1}
	for label, want := range map[string]bool{"Ada Example": true, "EXAMPLE": true, "Prime Minister Example": true, "Bob Example": false, "Example Ada": false, "": false} {
		if v.isLabel(label) != want {
			t.Errorf("%q: %v", label, !want)
		}
	}
}

// What he quotes of others is not his.
func TestOthersWithin(t *testing.T) {
	c := code(t, "We wait for peace. The Swedish premier, Bob Other, said: “We will attack the Danes.” We were sad.", whole)
	if c.Words != 13 {
		t.Errorf("%d words", c.Words)
	}
	for _, l := range c.Lines {
		if l.Verb == "attack" {
			t.Errorf("coded: %q", l.Quote)
		}
	}
}
