package brief_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/brief"
	"reckon/causes"
	"reckon/outlook"
)

// timed is the small case with what comes next. The numbers are made up.
func timed(t *testing.T) *brief.Findings {
	t.Helper()
	f := small(t)
	text, err := os.ReadFile(filepath.Join("testdata", "outlook.json"))
	if err != nil {
		t.Fatal(err)
	}
	var found struct {
		Outlook   *outlook.Outlook
		Contrasts []outlook.Contrast
		Signals   []causes.Signal
	}
	if err := json.Unmarshal(text, &found); err != nil {
		t.Fatal(err)
	}
	f.Outlook, f.Contrasts, f.Signals, f.ContrastRuns = found.Outlook, found.Contrasts, found.Signals, 500
	c := f.Case
	for _, name := range []string{"sale", "ships", "war"} {
		c.Questions = append(c.Questions, reckon.Question{Name: name, Opens: c.AsOf, Closes: "2025-12-01T00:00:00Z"})
	}
	for i := range c.Questions {
		c.Questions[i].Ask = f.Outlook.Questions[i].Ask
	}
	f.Outlook.Questions[0].References[0].Cites = []reckon.Cite{{Source: "wire", Says: "Counted by the agency"}}
	c.Measures = []reckon.Measure{{Name: "queue", Title: "Ships that wait", Unit: "ships"}, {Name: "depth", Title: "Depth of the channel", Unit: "metres"}, {Name: "open", Title: "The quay is open"}}
	c.Observations = []reckon.Observation{
		{Date: c.AsOf - 400, Measure: "queue", Value: 99},
		{Date: c.AsOf - 60, Measure: "queue", Value: 9},
		{Date: c.AsOf - 30, Measure: "queue", Value: math.NaN()},
		{Date: c.AsOf, Measure: "queue", Value: 12},
		{Date: c.AsOf + 9, Measure: "queue", Value: 88},
	}
	c.Scenarios = []reckon.Scenario{{Name: "subsidy", Title: "A subsidy", Says: "The state pays.", Cites: []reckon.Cite{{Source: "gazette", Says: "It may pay"}}}, {Name: "no memory", Title: "No memory"}}
	assumed(t, c)
	return f
}

// assumed adds what a run assumes to a case: a mind that may come, numbers that are
// not known, what happens by chance and what is remembered.
func assumed(t *testing.T, c *reckon.Case) {
	t.Helper()
	cite := []reckon.Cite{{Source: "wire", Says: "Seen before"}}
	c.Minds = append(c.Minds,
		reckon.Mind{Actor: "union", Temper: reckon.DefaultTemper(), Change: reckon.Change{Name: "hawks", Title: "The hawks win", From: day(t, "2025-09-01"), Odds: 0.4}, Wants: []reckon.Want{{Name: "strike", That: on(2), Text: "union.strike"}}},
		reckon.Mind{Actor: "union", Temper: reckon.DefaultTemper(), Change: reckon.Change{Name: "tired", Text: "queue > 40"}},
		reckon.Mind{Actor: "mayor", Temper: reckon.DefaultTemper(), Change: reckon.Change{Name: "next mayor", From: day(t, "2025-10-01")}, Wants: []reckon.Want{{Name: "fresh start", That: on(0), Text: "mayor.talk"}}},
	)
	c.Parameters = []reckon.Parameter{
		{Name: "pull", Title: "Pull on the queue", Unit: "1 / month", Value: reckon.Spread{Law: reckon.Normal, Args: []reckon.Expr{{Op: "number", Number: 0.3}, {Op: "number", Number: 0.1}}}},
		{Name: "berths", Value: reckon.Exactly(7), Cites: cite},
	}
	c.Shocks = []reckon.Shock{
		{Name: "storm", Title: "A storm", Per: "year", Rate: reckon.Expr{Op: "number", Number: 2}, Text: "2", Moves: reckon.Move{On: 2}, Once: true, Cites: cite},
		{Name: "fog", Chance: reckon.Expr{Op: "number", Number: 0.05}, Text: "0.05", Effects: []reckon.Effect{{Measure: "queue", Text: "queue + 3"}}},
	}
	c.Minds[0].Episodes = []reckon.Episode{{Name: "1988", Title: "The strike of 1988", Above: 0.5, Lessons: []reckon.Lesson{{About: "mayor", Kind: "breaker", Strength: 1.2}}}}
	c.Measures[0].Next, c.Measures[0].Text = reckon.Expr{Op: "measure", Name: "queue"}, "queue + pull * (berths - queue)"
}

func TestGoldenTimed(t *testing.T) { golden(t, "timed.html", rendered(t, timed(t))) }

// TestNoClockNoSection holds that a page without runs has no such section and is
// numbered without a gap.
func TestNoClockNoSection(t *testing.T) {
	for name, want := range map[string]bool{"small": false, "timed": true, "upset": true} {
		f := small(t)
		switch name {
		case "timed":
			f = timed(t)
		case "upset":
			f.Upset = []string{"The case cannot run forward as it is written: the calendar ends before it starts."}
		}
		html := rendered(t, f)
		if got := strings.Contains(html, `<section id="outlook"`); got != want {
			t.Errorf("%s: section there: %v, want %v", name, got, want)
		}
		if name == "upset" && !strings.Contains(section(html, "outlook"), f.Upset[0]) {
			t.Error("the section does not name the run that failed")
		}
		for i, m := range regexp.MustCompile(`<span class="section-number">(\d+)</span>`).FindAllStringSubmatch(html, -1) {
			if m[1] != strconv.Itoa(i+1) {
				t.Errorf("%s: section %d has the number %s", name, i+1, m[1])
			}
		}
	}
}

// TestOutlookTellsAll holds that each kind of answer is on the page, with what a
// reader needs beside it.
func TestOutlookTellsAll(t *testing.T) {
	body := text(section(rendered(t, timed(t)), "outlook"))
	for _, want := range []string{
		"2,000 times", "2 readings", "by the month, from 1 June 2025 to 31 December 2025", "weighted by their stated priors",
		"Likely [62%]: yes in 31 of 50 equally likely futures", "half see it first by 1 September 2025, nine in ten between 1 July 2025 and 1 November 2025",
		"unlikely [35%], 7 of 20, 90% interval 20% to 54%", "This case’s own record",
		"The runs do not answer this question: it has no `when`",
		"The middle of the runs gives 12.5; half of them lie between 8 and 20, nine in ten between 3 and never",
		"Almost no chance [&lt;1%]: yes in fewer than 1 of 50 equally likely futures", "No reference class is stated for this question",
		"nothing about whether the model is right", "Depth of the channel” is uncertain but stays as it is", "“The quay is open” takes only two values",
		"“A subsidy” moves an answer most: “Will the mayor hold talks by December?” by &#43;12 points", "The state pays.",
		"“Hold talks” taken up", "reckon why CASE --question talks", "reckon whatif CASE --lever",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the outlook lacks %q", want)
		}
	}
	for _, bad := range []string{"99", "88"} { // seen too long ago, and after the start
		if strings.Contains(section(rendered(t, timed(t)), "outlook"), ": "+bad+" ships") {
			t.Errorf("the fan shows the observation %s", bad)
		}
	}
}

// TestQuestionsAndOddsMeet holds that every question leads to its odds and back, and
// that its terms stand in one place.
func TestQuestionsAndOddsMeet(t *testing.T) {
	html := rendered(t, timed(t))
	ahead, terms := section(html, "outlook"), section(html, "questions")
	for i := range 4 {
		if !strings.Contains(ahead, fmt.Sprintf(`href="#question-%d"`, i+1)) || !strings.Contains(terms, fmt.Sprintf(`href="#forecast-%d"`, i+1)) {
			t.Errorf("question %d and its odds do not lead to each other", i+1)
		}
	}
	if strings.Contains(ahead, "both sides say so") || regexp.MustCompile(`\d+%`).MatchString(text(terms)) {
		t.Error("terms or odds stand twice")
	}
}

// TestDotsMatchOdds holds that the dots are as many as they should be, and the
// filled ones the nearest whole number to the odds.
func TestDotsMatchOdds(t *testing.T) {
	base := timed(t)
	path := regexp.MustCompile(`<path d="([^"]*)" class="dot (yes|no)">`)
	rapid.Check(t, func(rt *rapid.T) {
		p, f := rapid.Float64Range(0, 1).Draw(rt, "p"), *base
		o := *base.Outlook
		o.Questions = append(o.Questions[:0:0], o.Questions[0])
		o.Questions[0].P = &p
		f.Outlook = &o
		html := section(rendered(t, &f), "outlook")
		dots := map[string]int{}
		for _, m := range path.FindAllStringSubmatch(html, -1) {
			dots[m[2]] = strings.Count(m[1], "M")
		}
		if dots["yes"]+dots["no"] != 50 || math.Abs(float64(dots["yes"])-50*p) > 0.5 {
			rt.Errorf("odds %g: %d dots are filled and %d hollow", p, dots["yes"], dots["no"])
		}
		if word := reckon.Odds(p).String(); !strings.Contains(text(html), strings.ReplaceAll(strings.ReplaceAll(word, "<", "&lt;"), ">", "&gt;")) {
			rt.Errorf("odds %g: the page does not say %s", p, word)
		}
	})
}

// TestFanBandsAreOrdered reads the drawing back: at each date the median lies in the
// dark band and that in the pale one, and the twin says the numbers drawn.
func TestFanBandsAreOrdered(t *testing.T) {
	f := timed(t)
	html := section(rendered(t, f), "outlook")
	_, fan, found := strings.Cut(html, `<figure id="figure-fan-1"`)
	if !found || strings.Contains(html, "figure-fan-2") {
		t.Fatal("one measure moves; its fan alone was expected")
	}
	points := func(class string) []float64 {
		var y []float64
		for _, p := range regexp.MustCompile(`[ML][\d.]+ ([\d.]+)`).FindAllStringSubmatch(drawn(t, fan, class), -1) {
			x, err := strconv.ParseFloat(p[1], 64)
			if err != nil {
				t.Fatal(err)
			}
			y = append(y, x)
		}
		return y
	}
	pale, dark, middle := points("fan-90"), points("fan-50"), points("fan-middle")
	n := len(middle)
	if n != 8 || len(pale) != 2*n || len(dark) != 2*n {
		t.Fatalf("%d, %d and %d points", len(pale), len(dark), n)
	}
	for k := range n {
		if down := 2*n - 1 - k; pale[k] > dark[k] || dark[k] > middle[k] || middle[k] > dark[down] || dark[down] > pale[down] {
			t.Errorf("date %d: the bands cross", k)
		}
	}
	if got := strings.Count(drawn(t, fan, "fan-run"), "M"); got != 4 {
		t.Errorf("%d whole runs are drawn, want 4", got)
	}
	_, twin, _ := strings.Cut(fan, `<tbody>`)
	twin, _, _ = strings.Cut(twin, `</tbody>`)
	s := f.Outlook.Measures["queue"]
	for _, k := range []int{0, 1, 2, 4, 5, 7} {
		for _, x := range []float64{s.Q05[k], s.Q50[k], s.Q95[k]} {
			if !strings.Contains(twin, fmt.Sprintf("<bdi>%.3g</bdi>", x)) {
				t.Errorf("the table lacks %.3g", x)
			}
		}
	}
}

// drawn returns the first path of a class.
func drawn(t *testing.T, html, class string) string {
	t.Helper()
	m := regexp.MustCompile(`<path d="([^"]*)" class="` + class + `"`).FindStringSubmatch(html)
	if m == nil {
		t.Fatalf("no path %s", class)
	}
	return m[1]
}
