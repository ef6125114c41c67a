package trial

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// TestByHand works out every number of the hand-made case. The hawk wants to
// dare and has odds 3 to 1 for a move that dares; the dove wants not to, odds 4
// to 1. p is what each gives to what the leader did.
//
//	day weight did   instead     hawk     dove      last time            middle
//	 5   1     dare  hold        [3/4]    [1/5]     no precedent         both are: silent
//	12   1     dare  hold         3/4     [1/5]     1/2 (0 of 0), hit    silent
//	25   .5    hold  dare         1/4      4/5      1/3 (1 of 1), miss   silent
//	26   1     talk  hold, dare   1/5      4/9      1/4 (1 of 2), hit    backs hold, 1/2; 1/4
//	27   1     hush  hold         silent   silent   2/5 (2 of 3), miss   silent
//
// In brackets: retrodiction, since the hawk is of day 10 and the dove of day 20.
// Last time, day 26: the precedent is day 25 and about daring alone; talking and
// holding both repeat it, so they share (1+1)/(2+2).
func TestByHand(t *testing.T) {
	r := run(t, handMade())
	hawk, dove := r.Readings[0], r.Readings[1]

	// (ln 3/4 + ½ ln 1/4 + ln 1/5) / 2.5 = (−.287682 − .693147 − 1.609438) / 2.5
	near(t, "hawk log score", hawk.LogScore, -1.036107)
	// Day 12: 2·(1/4)² = .125; day 25: 2·(3/4)² = 1.125, half; day 26: .8²+.2²+.6² = 1.04
	near(t, "hawk Brier", hawk.Brier, 0.691)
	// (1.5 ln 1/2 + ln 1/3) / 2.5
	near(t, "hawk coin toss", hawk.Uniform, -0.855333)
	near(t, "hawk weight", hawk.Weight, 2.5)
	// (½ ln 4/5 + ln 4/9) / 1.5 = (−.111572 − .810930) / 1.5
	near(t, "dove log score", dove.LogScore, -0.615001)
	// Day 25: 2·(1/5)² = .08, half; day 26: (25+16+1)/81 = .518519; over 1.5
	near(t, "dove Brier", dove.Brier, 0.372346)
	if hawk.Choices != 4 || hawk.Covered != 3 || dove.Choices != 3 || dove.Covered != 2 || !hawk.Known {
		t.Errorf("coverage: hawk %d of %d, dove %d of %d", hawk.Covered, hawk.Choices, dove.Covered, dove.Choices)
	}

	near(t, "hawk retrodiction", hawk.Retro.LogScore, -0.287682) // ln 3/4
	near(t, "dove retrodiction", dove.Retro.LogScore, -1.609438) // ln 1/5, twice
	if hawk.Retro.Choices != 1 || dove.Retro.Choices != 2 || dove.Retro.Covered != 2 {
		t.Errorf("retrodiction on %d and %d", hawk.Retro.Choices, dove.Retro.Choices)
	}

	// After day 20: hawk (1/4)^½·1/5·1/2 = .05, dove (4/5)^½·4/9·1/2 = .198762.
	near(t, "hawk posterior", hawk.Posterior, 0.200996)
	near(t, "dove posterior", dove.Posterior, 0.799004)
	near(t, "prior", hawk.Prior, 0.5)
	if len(r.Stages) != 2 || r.Stages[0].Choices != 4 || r.Stages[0].Posterior[0] != 1 || r.Stages[0].Overlap ||
		r.Stages[1].Choices != 3 || !r.Stages[1].Overlap || !slices.Equal(r.Stages[1].Readings, []string{"hawk", "dove"}) {
		t.Errorf("stages %+v", r.Stages)
	}
	if r.Later != 2 { // days 26 and 27 are after the as-of day 25
		t.Errorf("later %d", r.Later)
	}
}

func TestRivalsByHand(t *testing.T) {
	r := run(t, handMade())
	coin, last, middle := r.Rivals[0], r.Rivals[1], r.Rivals[2]
	near(t, "coin", coin.LogScore, -0.808994) // (2.5 ln 1/2 + ln 1/3) / 3.5 = (−1.732868 − 1.098612) / 3.5
	near(t, "coin is uniform", coin.LogScore, coin.Uniform)
	// (ln 1/2 + ½ ln 1/3 + ln 1/4 + ln 2/5) / 3.5 = −3.545038 / 3.5
	near(t, "last time", last.LogScore, -1.012868)
	near(t, "middle", middle.LogScore, -1.386294) // ln 1/4
	if coin.Covered != 4 || last.Covered != 4 || middle.Covered != 1 || middle.Choices != 4 {
		t.Errorf("coverage %d %d %d", coin.Covered, last.Covered, middle.Covered)
	}
	// On the hawk's days 12, 25 and 26; where the middle is silent it tosses a coin.
	beside := r.Readings[0].Beside
	near(t, "coin beside hawk", beside[0].LogScore, -0.855333)
	near(t, "lead on coin", beside[0].Lead, -0.180774)
	near(t, "last time beside hawk", beside[1].LogScore, -1.051499) // (ln 1/2 + ½ ln 1/3 + ln 1/4) / 2.5
	near(t, "lead on last time", beside[1].Lead, 0.015392)
	near(t, "middle beside hawk", beside[2].LogScore, -0.970406) // (1.5 ln 1/2 + ln 1/4) / 2.5
	if beside[2].Covered != 1 || beside[1].Covered != 3 {
		t.Errorf("beside %+v", beside)
	}
}

func TestChoicesByHand(t *testing.T) {
	r := run(t, handMade())
	at := func(id string) Choice {
		return r.Choices[slices.IndexFunc(r.Choices, func(c Choice) bool { return c.ID == id })]
	}
	d5, d26, d27 := at("d5"), at("d26"), at("d27")
	if len(d5.P) != 0 || len(d5.Retro) != 2 || d5.Later || !d5.Forecasts[0].Retro {
		t.Errorf("day 5: %+v", d5)
	}
	near(t, "hawk on day 26", d26.P["hawk"], 0.2)
	near(t, "dove on day 26", d26.P["dove"], 4.0/9)
	near(t, "coin on day 26", d26.P[uniform], 1.0/3)
	near(t, "last time on day 26", d26.P[lastTime], 0.25)
	near(t, "middle on day 26", d26.P[middle], 0.25)
	near(t, "hawk on daring on day 26", d26.Forecasts[0].P[2], 0.6)
	if d26.State != "NNN" || d26.Took != "+talk" || !slices.Equal(d26.Alternatives, []string{"+talk", "hold", "+dare"}) || !d26.Later {
		t.Errorf("day 26: %+v", d26)
	}
	if !slices.Equal(d27.Silent, []string{"hawk", "dove"}) || len(d27.P) != 2 || d27.Forecasts != nil || d27.State != "NYN" {
		t.Errorf("day 27: %+v", d27)
	}
	if c := at("d28"); !strings.Contains(c.Skipped, "nobody knows what he chose") || c.Took != "" {
		t.Errorf("day 28: %+v", c)
	}
	if s := at("d29").Skipped; s != "no reading states a mind of other" {
		t.Errorf("day 29 skipped: %q", s)
	}
	parts := r.Readings[0].ByBasis
	if len(parts) != 2 || parts[0].Basis != "own words" || parts[0].Choices != 3 || parts[0].Covered != 2 || parts[1].Basis != "office" {
		t.Fatalf("parts %+v", parts)
	}
	near(t, "hawk on own words", parts[0].LogScore, -0.948560) // (ln 3/4 + ln 1/5) / 2
	near(t, "hawk on office", parts[1].LogScore, -1.386294)
}

func TestFindingByHand(t *testing.T) {
	r := run(t, handMade())
	want := "Too few to tell: only 3 choices test both readings, and fewer than 5 rank nothing. " +
		"On the 3 of 4 choices that it covers, “hawk” does better than “did what he did last time”, but chance alone could explain that; " +
		"it does not beat a coin toss or “the middle option”. " +
		"On the 2 of 3 choices that it covers, “dove” does better than a coin toss, “did what he did last time” and “the middle option”, but chance alone could explain that."
	if r.Finding != want {
		t.Errorf("finding:\n%s\nwant:\n%s", r.Finding, want)
	}
}

// TestContract holds the JSON against the names that scripts rely on.
func TestContract(t *testing.T) {
	text, err := json.Marshal(run(t, handMade()))
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	first := func(list string) map[string]any { return got[list].([]any)[0].(map[string]any) }
	for _, key := range []string{"name", "choices", "covered", "log_score", "brier", "posterior", "interval"} {
		if first("readings")[key] == nil {
			t.Errorf("readings lack %q", key)
		}
	}
	if len(first("readings")["interval"].([]any)) != 2 {
		t.Error("the interval is not [lo, hi]")
	}
	for _, key := range []string{"id", "date", "took", "p"} {
		if first("choices")[key] == nil {
			t.Errorf("choices lack %q", key)
		}
	}
	if _, ok := got["rivals"].([]any); !ok || first("choices")["date"] != "0001-01-05" {
		t.Errorf("rivals or date: %v", first("choices")["date"])
	}
}
