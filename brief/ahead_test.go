package brief_test

import (
	"strings"
	"testing"

	"reckon"
	"reckon/stability"
)

// TestConceptsInWords: each later concept is told in words of its own, with the
// play it foresees or the moves it counts as simultaneous.
func TestConceptsInWords(t *testing.T) {
	said := stability.Answer{To: 2, Path: []stability.Step{{Actor: 1, To: 6}, {Actor: 0, To: 4}}, Sanction: 4, Moves: 3}
	left := stability.Answer{To: 1, Sanction: 1, Moves: 3}
	for name, row := range map[string]struct {
		concept reckon.Concept
		stable  bool
		answers []stability.Answer
		says    []string
	}{
		"stays": {reckon.Limited(3), true, []stability.Answer{said, left}, []string{
			"3 moves ahead, his own included", "No move of the mayor is foreseen to end better than today.",
			"the union, foreseeing a gain, ", ", then the mayor, foreseeing a gain, ", "nobody is expected to move on, which leaves the mayor no better off than today",
		}},
		"moves":   {reckon.NM, false, []stability.Answer{said}, []string{"ahead to where the moves of all end", "as play is foreseen from there, it ends better than by staying"}},
		"at once": {reckon.Tableau, true, []stability.Answer{{To: 2, Path: []stability.Step{{Actor: 1, To: 4}}, Sanction: 6, Together: true}}, []string{"or to move at the same moment when they too would gain", "the union at the same moment"}},
		"last":    {reckon.SSEQ, false, []stability.Answer{{To: 2}}, []string{"only where it serves them, and counts on having the last word", "the last word still leaves a gain"}},
	} {
		f := small(t)
		f.Readings, f.Outcomes = f.Readings[:1], nil
		r := &f.Readings[0]
		r.Of.Minds[0].Temper.Concept, r.Minds[0].Temper.Concept = row.concept, row.concept
		h := &r.Holds[0]
		h.Verdict = stability.Verdict{Concept: row.concept, Stable: row.stable, Free: true, Margin: 1, Best: 2, Answers: row.answers}
		if !row.stable {
			h.Share, h.Verdict.Margin = 0, -1
		}
		html := rendered(t, f)
		for _, words := range row.says {
			if !strings.Contains(html, words) {
				t.Errorf("%s: the page does not say %q", name, words)
			}
		}
	}
}

// TestImpossibleTodayInWords: of a state that he holds impossible the page says
// neither that he would stay nor that he has no move.
func TestImpossibleTodayInWords(t *testing.T) {
	f := small(t)
	f.Readings, f.Outcomes = f.Readings[:1], nil
	h := &f.Readings[0].Holds[0]
	h.Barred, h.Share, h.Verdict = true, 0, stability.Verdict{Concept: h.Verdict.Concept}
	html := rendered(t, f)
	for _, words := range []string{"Today’s state is impossible in the eyes of the mayor, so it is not stable there.", "impossible in his eyes ("} {
		if !strings.Contains(html, words) {
			t.Errorf("the page does not say %q", words)
		}
	}
	if strings.Contains(html, "No move from here is open to the mayor") {
		t.Error("the page speaks of moves")
	}
}
