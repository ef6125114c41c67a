package brief_test

import (
	"strings"
	"testing"
)

// TestLaterMindsAreNamed holds that a mind that may come is told apart from the one
// that its actor has, wherever minds are listed, with its day or condition and odds.
func TestLaterMindsAreNamed(t *testing.T) {
	html := rendered(t, timed(t))
	for id, want := range map[string][]string{
		"readings": {
			"The union, at first", "The union, if “The hawks win” (from 1 September 2025, unlikely [40%])",
			"The union, after “tired” (once queue &gt; 40)", "No want stated", "The mayor, after “next mayor” (from 1 October 2025)",
		},
		"assumptions": {
			"Want of the union, at first: “no closure”", "Want of the union, if “The hawks win” (from 1 September 2025, unlikely [40%]): “strike”",
			"Want of the mayor, after “next mayor” (from 1 October 2025): “fresh start”",
		},
	} {
		body := text(section(html, id))
		for _, words := range want {
			if !strings.Contains(body, words) {
				t.Errorf("section %s lacks %q", id, words)
			}
		}
	}
	if strings.Contains(rendered(t, small(t)), ", at first") {
		t.Error("a mind that no other follows is called the first")
	}
}

// TestRunsAssume holds that whatever the runs rest on is on the page, with its sources
// or the word that it has none.
func TestRunsAssume(t *testing.T) {
	body := text(section(rendered(t, timed(t)), "assumptions"))
	for _, want := range []string{
		"Of what the runs assume, 1 of 2 parameters, 0 of 1 measures that move, 1 of 2 shocks and 0 of 1 episodes cite a source.",
		"Pull on the queue. . normal(0.3, 0.1) 1 / month. . assumption", "berths. . 7. . sources [",
		"rate 2 a year, once at most. . &#43;close. . sources [", "chance 0.05 in every step. . queue to queue &#43; 3. . assumption",
		"next queue &#43; pull * (berths - queue)", "The mayor is likelier “breaker” (strength 1.2)",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the section lacks %q", want)
		}
	}
	if body := section(rendered(t, small(t)), "assumptions"); strings.Contains(body, "the runs assume") {
		t.Error("a case without runs is said to assume something for them")
	}
}
