package brief_test

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"reckon/brief"
)

// everyPage renders each of the hand-made cases.
func everyPage(t *testing.T, check func(t *testing.T, html string)) {
	t.Helper()
	for name, f := range map[string]*brief.Findings{"small": small(t), "timed": timed(t), "bare": bare(), "plain": plain(t), "hostile": hostile(t), "delta": delta(t)} {
		t.Run(name, func(t *testing.T) { check(t, rendered(t, f)) })
	}
}

func TestGolden(t *testing.T) { golden(t, "small.html", rendered(t, small(t))) }

// golden compares a page with the file that holds it.
func golden(t *testing.T, file, got string) {
	t.Helper()
	name := filepath.Join("testdata", file)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		a, b := strings.Split(got, "\n"), strings.Split(string(want), "\n")
		for i := range min(len(a), len(b)) {
			if a[i] != b[i] {
				t.Fatalf("line %d differs from %s (UPDATE=1 rewrites it)\n got: %s\nwant: %s", i+1, name, a[i], b[i])
			}
		}
		t.Fatalf("%s has %d lines, the page %d (UPDATE=1 rewrites it)", name, len(b), len(a))
	}
}

func TestSameBytesTwice(t *testing.T) {
	first, second := rendered(t, timed(t)), rendered(t, timed(t))
	if first != second {
		t.Error("the same findings gave two different pages")
	}
}

func TestSectionsAlwaysStand(t *testing.T) {
	everyPage(t, func(t *testing.T, html string) {
		t.Helper()
		for _, id := range []string{"judgements", "readings", "trial", "moves", "outcomes", "assumptions", "questions", "sources", "limits"} {
			if !strings.Contains(html, `<section id="`+id+`"`) {
				t.Errorf("no section %q", id)
			}
		}
		for _, words := range []string{"Stable is not likely", "Not for operational targeting", "lang=\"en\"", "class=\"skip\""} {
			if !strings.Contains(html, words) {
				t.Errorf("the page lacks %q", words)
			}
		}
	})
}

func TestFiguresCarryTheirTwin(t *testing.T) {
	figure := regexp.MustCompile(`(?s)<figure id="([^"]+)".*?</figure>\s*<details class="twin".*?</details>`)
	found := figure.FindAllStringSubmatch(rendered(t, timed(t)), -1)
	if len(found) < 9 {
		t.Fatalf("%d figures; the comparison, the trial, the weights, two graphs, two odds, a fan and the scenarios were expected", len(found))
	}
	for _, m := range found {
		for _, part := range []string{
			`<figcaption id="` + m[1] + `-caption">`, `<title id="` + m[1] + `-title">`, `<desc id="` + m[1] + `-desc">`,
			`aria-labelledby="` + m[1] + `-title ` + m[1] + `-desc"`, `<details class="twin" id="` + m[1] + `-table">`, `<tbody>`,
		} {
			if !strings.Contains(m[0], part) {
				t.Errorf("figure %s lacks %s", m[1], part)
			}
		}
		if regexp.MustCompile(`<(title|desc|figcaption) id="[^"]*">\s*<`).MatchString(m[0]) {
			t.Errorf("figure %s has an empty title, description or caption", m[1])
		}
	}
}

func TestIdsAndLinks(t *testing.T) {
	everyPage(t, func(t *testing.T, html string) {
		t.Helper()
		seen := map[string]bool{}
		for _, m := range regexp.MustCompile(`\sid="([^"]*)"`).FindAllStringSubmatch(html, -1) {
			if seen[m[1]] {
				t.Errorf("id %q stands twice", m[1])
			}
			seen[m[1]] = true
		}
		for _, m := range regexp.MustCompile(`(?:href="#|aria-labelledby=")([^"]*)"`).FindAllStringSubmatch(html, -1) {
			for id := range strings.FieldsSeq(m[1]) {
				if !seen[id] {
					t.Errorf("a link leads to #%s, which is nowhere", id)
				}
			}
		}
	})
}

// words are the likelihood words of ICD 203, longest first.
const words = `almost no chance|very unlikely|unlikely|roughly even chance|very likely|likely|almost certain`

// text strips the markup of a page and joins its lines.
func text(html string) string {
	html = regexp.MustCompile(`(?s)<style>.*?</style>|<svg.*?</svg>`).ReplaceAllString(html, " ")
	html = regexp.MustCompile(`</?(p|li|dd|dt|h[1-6]|td|th|tr|summary|caption|figcaption|div|article|section)\b[^>]*>`).ReplaceAllString(html, ". ")
	return regexp.MustCompile(`\s+`).ReplaceAllString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(html, ""), " ")
}

// section cuts one section out of a page.
func section(html, id string) string {
	_, rest, _ := strings.Cut(html, `<section id="`+id+`"`)
	body, _, _ := strings.Cut(rest, "</section>")
	return body
}

// TestFutureOddsAreWords holds that in the sections about what may come every
// percentage is an ICD 203 word with the number in brackets. Weights of readings
// and odds of views are no forecasts, and say what they are.
func TestFutureOddsAreWords(t *testing.T) {
	html := rendered(t, timed(t))
	number := regexp.MustCompile(`[<>]?(?:&lt;|&gt;)?\d+%`)
	share := `(?:&lt;|&gt;)?\d+%`
	worded := regexp.MustCompile(`(?i:` + words + `) \[` + share + `\](?:[. ]+(?:` + share + ` to ` + share + `|&lt;1%|&gt;99%))?`) // an interval in the cell behind it
	other := regexp.MustCompile(`Weight when pooled: \d+%|\d+% of the odds|most odds \(\d+%\)|90% intervals?(?: ` + share + ` to ` + share + `)?|` + share + ` · ` + share)
	n := 0
	for _, id := range []string{"judgements", "readings", "outlook", "outcomes", "questions"} {
		body := text(section(html, id))
		n += len(worded.FindAllString(body, -1))
		rest := other.ReplaceAllString(worded.ReplaceAllString(body, ""), "")
		if bad := number.FindString(rest); bad != "" {
			t.Errorf("section %s prints %s without its word:\n%s", id, bad, rest)
		}
	}
	if n < 10 {
		t.Errorf("only %d worded probabilities; the test no longer sees them", n)
	}
}

func TestLikelihoodAndConfidenceKeepApart(t *testing.T) {
	everyPage(t, func(t *testing.T, html string) {
		t.Helper()
		likelihood := regexp.MustCompile(`(` + words + `) \[|\b\d+%\]`)
		for sentence := range strings.SplitSeq(text(html), ". ") {
			if strings.Contains(sentence, "onfidence") && likelihood.MatchString(sentence) {
				t.Errorf("likelihood and confidence in one sentence: %s", sentence)
			}
		}
	})
	if n := strings.Count(rendered(t, small(t)), "Our confidence is"); n < 3 || n > 6 {
		t.Errorf("%d judgements with a confidence; three to six were expected", n)
	}
}

func TestSelfContained(t *testing.T) {
	everyPage(t, func(t *testing.T, html string) {
		t.Helper()
		if len(html) > 2<<20 {
			t.Errorf("%d bytes; the limit is 2 MB", len(html))
		}
		if bad := regexp.MustCompile(`<(script|link|img|iframe|object|embed|base)\b|\bsrc=|url\(|@import|\son[a-z]+=`).FindString(stripText(html)); bad != "" {
			t.Errorf("the page holds %q", bad)
		}
		for _, m := range regexp.MustCompile(`<([a-z]+)[^>]*\s(?:href|xlink:href)="([^#"][^"]*)"`).FindAllStringSubmatch(html, -1) {
			if m[1] != "a" || !strings.HasPrefix(m[2], "https://example.org/") {
				t.Errorf("<%s> refers to %s", m[1], m[2])
			}
		}
	})
}

// stripText keeps the tags of a page without the values of their attributes,
// where text is already escaped.
func stripText(html string) string {
	html = regexp.MustCompile(`="[^"]*"`).ReplaceAllString(html, "=")
	return strings.Join(regexp.MustCompile(`<[^>]*>|@import|url\(`).FindAllString(html, -1), "\n")
}

func TestHostileTextStaysText(t *testing.T) {
	html := rendered(t, hostile(t))
	for _, bad := range []string{"<script", "<img", "javascript:"} {
		if strings.Contains(html, bad) {
			t.Errorf("hostile text came through as %q", bad)
		}
	}
	if !strings.Contains(html, "&lt;script&gt;") {
		t.Error("the hostile title is not on the page at all; the test proves nothing")
	}
}

func TestRightToLeft(t *testing.T) {
	html := rendered(t, small(t))
	for _, want := range []string{"dir=\"auto\">او نمی\u200cخواهد", "dir=\"auto\">گفت\u200cوگو در بندر"} {
		if !strings.Contains(html, want) {
			t.Errorf("source text stands without its own direction: want %s", want)
		}
	}
	css := regexp.MustCompile(`(?s)<style>.*?</style>`).FindString(html)
	if bad := regexp.MustCompile(`\b(margin|padding|border)-(left|right|top|bottom)\b`).FindString(css); bad != "" {
		t.Errorf("the style names %s; logical properties mirror by themselves", bad)
	}
}

func TestEveryWantLeadsToItsSource(t *testing.T) {
	html := rendered(t, small(t))
	sources := section(html, "sources")
	marks := regexp.MustCompile(`class="cite" href="#(cite-\d+)"`).FindAllStringSubmatch(html, -1)
	if len(marks) < 2 {
		t.Fatalf("%d citation marks on the page", len(marks))
	}
	for _, m := range marks {
		if !strings.Contains(sources, `<li id="`+m[1]+`"`) {
			t.Errorf("mark %s leads to no entry among the sources", m[1])
		}
	}
	for _, want := range []string{"he wants quiet before all else", "F, cannot be judged", "6, cannot be judged", "not graded", "Derives from"} {
		if !strings.Contains(sources, want) {
			t.Errorf("the sources lack %q", want)
		}
	}
}

func TestLaterChoicesAreMarked(t *testing.T) {
	trial := section(rendered(t, small(t)), "trial")
	for _, want := range []string{"Choice d (after the as-of date)", "Only the trial reads them", `class="as-of"`, "Kept apart: retrodiction"} {
		if !strings.Contains(trial, want) {
			t.Errorf("the trial lacks %q", want)
		}
	}
}

func TestQuestionsCarryNoForecast(t *testing.T) {
	body := text(section(rendered(t, small(t)), "questions"))
	if regexp.MustCompile(`\d+%`).MatchString(body) {
		t.Errorf("a question prints a number: %s", body)
	}
	if !strings.Contains(body, "so it gives no odds for dated questions") {
		t.Error("the questions do not say that no odds are given")
	}
}

// full fails like a disk without room.
type full struct{}

var errFull = errors.New("no room")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteSaysWhatFailed(t *testing.T) {
	if err := brief.Write(full{}, bare()); !errors.Is(err, errFull) {
		t.Errorf("err = %v, want it to wrap %v", err, errFull)
	}
}

// TestContrast holds text colours of both schemes to 4.5:1 and marks to 3:1.
func TestContrast(t *testing.T) {
	css, err := os.ReadFile("style.css")
	if err != nil {
		t.Fatal(err)
	}
	colour := map[string][2]string{}
	for _, m := range regexp.MustCompile(`--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)`).FindAllStringSubmatch(string(css), -1) {
		colour[m[1]] = [2]string{m[2], m[3]}
	}
	text, marks := []string{"ink", "soft", "link", "accent"}, []string{"c0", "c1", "c2", "c3", "c4", "c5", "strong-hair"}
	for _, name := range slices.Concat(text, marks) {
		least := 4.5
		if slices.Contains(marks, name) {
			least = 3
		}
		for scheme := range 2 {
			for _, ground := range []string{"paper", "sheet", "wash"} {
				if got := contrast(t, colour[name][scheme], colour[ground][scheme]); got < least {
					t.Errorf("%s on %s, scheme %d: %.2f, want %.1f", name, ground, scheme, got, least)
				}
			}
		}
	}
}
