package margin

import (
	"bytes"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"reckon/document"
	"reckon/grammar"
	"reckon/names"
	"reckon/reading"
)

// luminance is the relative luminance of WCAG 2.1.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.03928 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

// Every colour of letters must be read on the paper and on a lit card, by day and
// by night: 4.5 to 1 is what WCAG 2.1 (AA) asks of small letters.
func TestContrast(t *testing.T) {
	day, rest, _ := strings.Cut(style, "@media (prefers-color-scheme: dark)")
	night, _, _ := strings.Cut(rest, "*,")
	for name, sheet := range map[string]string{"day": day, "night": night} {
		colour := map[string]string{}
		for _, m := range regexp.MustCompile(`--(\w+): (#[0-9a-f]{6});`).FindAllStringSubmatch(sheet, -1) {
			colour[m[1]] = m[2]
		}
		for _, letters := range []string{"ink", "soft", "link", "quotation", "claim", "priority", "condition", "cause", "event", "term"} {
			for _, ground := range []string{"paper", "lit"} {
				if colour[letters] == "" || colour[ground] == "" {
					t.Fatalf("by %s there is no colour %s or %s", name, letters, ground)
				}
				a, b := luminance(t, colour[letters]), luminance(t, colour[ground])
				if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < 4.5 {
					t.Errorf("by %s %s on %s has a contrast of %.2f, below 4.5", name, letters, ground, ratio)
				}
			}
		}
	}
}

// A document in which nothing was found has no empty switches and no empty list.
func TestPageWithoutFindings(t *testing.T) {
	d := document.Plain("memo\xff.txt", "سلام دنیا")
	a := &reading.Account{Document: d, Text: &grammar.Text{Document: d}, Cast: &names.Cast{}}
	var out bytes.Buffer
	if err := Write(&out, &Page{Title: "memo\xff", Accounts: []*reading.Account{a}}); err != nil {
		t.Fatal(err)
	}
	for _, empty := range []string{"<form", "<ol", "<fieldset"} {
		if strings.Contains(out.String(), empty) {
			t.Errorf("a page without findings has a %s>", empty)
		}
	}
	if !utf8.Valid(out.Bytes()) {
		t.Error("a file name made the page invalid")
	}
	if !strings.Contains(out.String(), "سلام دنیا") {
		t.Error("the page lacks the text")
	}
}
