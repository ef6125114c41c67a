package brief_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"reckon"
)

// TestScenarioNumbersHaveRoom draws scenarios that change everything: every text lies
// within the drawing, and none on the line of no difference.
func TestScenarioNumbersHaveRoom(t *testing.T) {
	for scenarios := 1; scenarios <= 4; scenarios++ {
		f := timed(t)
		first := f.Contrasts[0]
		f.Contrasts = f.Contrasts[:0]
		for k := range scenarios {
			c := first
			c.Title = strings.Repeat("Maximum pressure ", 4)
			c.Questions = append(c.Questions[:0:0], c.Questions...)
			for i := range c.Questions {
				by := []float64{1, -1, 0.452, -0.004, 0.6}[(i+k)%5]
				c.Questions[i].By, c.Questions[i].Range = by, [2]float64{by - 0.003, by + 0.003}
			}
			f.Contrasts = append(f.Contrasts, c)
		}
		html := section(rendered(t, f), "outlook")
		figures := regexp.MustCompile(`(?s)<figure id="figure-scenarios-\d+".*?</figure>`).FindAllString(html, -1)
		if want := (scenarios + 2) / 3; len(figures) != want {
			t.Fatalf("%d scenarios: %d figures, want %d", scenarios, len(figures), want)
		}
		for _, figure := range figures {
			roomy(t, figure)
		}
	}
}

// roomy holds the numbers of one drawing within it and off its upright lines.
func roomy(t *testing.T, figure string) {
	t.Helper()
	number := func(s string) float64 {
		x, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	var zero []float64
	for _, m := range regexp.MustCompile(`<line x1="([\d.]+)"[^>]*class="axis"`).FindAllStringSubmatch(figure, -1) {
		zero = append(zero, number(m[1]))
	}
	texts := regexp.MustCompile(`<text x="(-?[\d.]+)" y="([\d.]+)" text-anchor="(\w+)" class="([^"]*)">([^<]*)<`).FindAllStringSubmatch(figure, -1)
	if len(zero) == 0 || len(texts) < 4 {
		t.Fatalf("%d lines and %d texts; the test no longer sees them", len(zero), len(texts))
	}
	for _, m := range texts {
		x, long := number(m[1]), 7*float64(utf8.RuneCountInString(strings.ReplaceAll(m[5], "&#43;", "+")))
		left := map[string]float64{"start": x, "middle": x - long/2, "end": x - long}[m[3]]
		if left < 0 || left+long > 720 {
			t.Errorf("%q reaches from %.0f to %.0f, out of the drawing", m[5], left, left+long)
		}
		for _, z := range zero {
			if m[4] == "tick" && number(m[2]) > 45 && left < z+2 && left+long > z-2 {
				t.Errorf("%q at %.0f is struck through by the line at %.0f", m[5], left, z)
			}
		}
	}
}

// TestOneQuestionOneNumber holds that the scenarios stand beside the answer that the
// page gives, although fewer runs were made again for them.
func TestOneQuestionOneNumber(t *testing.T) {
	f := timed(t)
	f.Contrasts[0].Questions[0].Base = 0.51
	html := section(rendered(t, f), "outlook")
	_, twin, _ := strings.Cut(html, `id="figure-scenarios-1-table"`)
	twin, _, _ = strings.Cut(twin, "</details>")
	want := reckon.Odds(*f.Outlook.Questions[0].P).String()
	if !strings.Contains(twin, want) || strings.Contains(twin, reckon.Odds(0.51).String()) {
		t.Errorf("the scenarios do not stand beside %s", want)
	}
}

// TestNothingCertainFromFewRuns holds that what fewer than thirty runs show is said
// to be that.
func TestNothingCertainFromFewRuns(t *testing.T) {
	f := timed(t)
	f.Signals[0].P, f.Signals[0].IfSeen = []float64{0.01, 0}, []float64{1, 0}
	body := text(section(rendered(t, f), "outlook"))
	if !strings.Contains(body, "too few runs") || strings.Contains(body, "&gt;99% · &lt;1%") {
		t.Error("five runs of a thousand weigh the readings")
	}
}

// TestNumbersAtAGlance holds that a number stands with its range and, where it is a
// measure at the end, with its unit, and that odds alike are not printed twice.
func TestNumbersAtAGlance(t *testing.T) {
	f := timed(t)
	for i := range f.Outlook.Questions {
		if q := &f.Outlook.Questions[i]; q.Spread != nil {
			q.Spread = &[2]float64{0.381, 0.384}
		}
		if f.Outlook.Questions[i].Number != nil {
			f.Case.Questions[i].When = reckon.Expr{Op: "call", Name: "at_end", Args: []reckon.Expr{{Op: "measure", Name: "queue"}}}
		}
	}
	body := text(section(rendered(t, f), "outlook"))
	for _, want := range []string{"a number: 12.5 ships in the middle, nine in ten between 3 and never", "The middle of the runs gives 12.5 ships;", "all unlikely [38%]"} {
		if !strings.Contains(body, want) {
			t.Errorf("the outlook lacks %q", want)
		}
	}
}
