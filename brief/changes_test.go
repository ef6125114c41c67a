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
			"The union, at first, wants “no closure”", "The union, if “The hawks win” (from 1 September 2025, unlikely [40%]), wants “strike”",
			"The mayor, after “next mayor” (from 1 October 2025), wants “fresh start”",
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
