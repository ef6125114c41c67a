package brief_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"reckon/brief"
	"reckon/coupling"
	"reckon/lang"
	"reckon/outlook"
)

// delta is an invented case with five arenas, as it stood and ran once: the numbers
// are kept in testdata, so that the page alone is tested.
func delta(t *testing.T) *brief.Findings {
	t.Helper()
	files := lang.Files{}
	read := func(name string) []byte {
		text, err := os.ReadFile(filepath.Join("testdata", "delta", name))
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	for _, name := range []string{"case.hcl", "sources.bib"} {
		files[name] = read(name)
	}
	c, bad := lang.Load(files)
	for _, d := range bad {
		t.Fatalf("%+v", d)
	}
	c, bad = coupling.Expand(files, c)
	for _, d := range bad {
		t.Fatalf("%+v", d)
	}
	f := &brief.Findings{Case: c, Version: "0.0.0-test", States: 8, Today: c.Today(), ContrastRuns: 100}
	var found struct {
		Arenas    []coupling.Report
		Feeds     *coupling.Diagram
		Outlook   *outlook.Outlook
		Contrasts []outlook.Contrast
	}
	if err := json.Unmarshal(read("findings.json"), &found); err != nil {
		t.Fatal(err)
	}
	for i := range found.Arenas {
		found.Arenas[i].Arena = &c.Arenas[i]
	}
	f.Arenas, f.Feeds, f.Outlook, f.Contrasts = found.Arenas, found.Feeds, found.Outlook, found.Contrasts
	return f
}

func TestGoldenArenas(t *testing.T) {
	golden(t, "arenas.html", section(rendered(t, delta(t)), "arenas"))
}

// TestNoArenaNoSection holds that a case without arenas has no such section.
func TestNoArenaNoSection(t *testing.T) {
	for name, f := range map[string]*brief.Findings{"small": small(t), "timed": timed(t), "bare": bare()} {
		if strings.Contains(rendered(t, f), `id="arenas"`) {
			t.Errorf("%s: a case without arenas has their section", name)
		}
	}
}

// TestEveryArenaHasItsPage holds that each arena tells what it is, reads, writes, shows
// and cannot carry.
func TestEveryArenaHasItsPage(t *testing.T) {
	f := delta(t)
	html := section(rendered(t, f), "arenas")
	limits := map[string]string{
		"treasury": "Sums come out by construction", "council": "Nothing is known to forecast better than the mean",
		"palace": "the sizes are guessed", "succession": "never a forecast of one man’s health", "contest": "Two kinds of each side",
	}
	for i := range f.Arenas {
		a := f.Arenas[i].Arena
		_, body, found := strings.Cut(html, `<article class="arena" id="arena-`+string(rune('1'+i))+`"`)
		if !found {
			t.Fatalf("no page for the %s", a.Kind)
		}
		body, _, _ = strings.Cut(body, "</article>")
		for _, want := range []string{a.Title, "<dt>Reads</dt>", "<dt>Writes</dt>", limits[a.Kind], `<figure id="figure-arena-`} {
			if !strings.Contains(body, want) {
				t.Errorf("the page of the %s lacks %q", a.Kind, want)
			}
		}
		for _, w := range a.Writes {
			if m := f.Case.Measures[f.Case.Measure(w.Measure)]; !strings.Contains(body, m.Title) {
				t.Errorf("the page of the %s does not name %q, which it writes", a.Kind, m.Title)
			}
		}
		if strings.Count(body, limits[a.Kind]) != 1 {
			t.Errorf("the limits of the %s stand more than once", a.Kind)
		}
	}
}

// TestFansStandOnce holds that what an arena writes is drawn on its page and not again
// among the other measures.
func TestFansStandOnce(t *testing.T) {
	f := delta(t)
	html := rendered(t, f)
	arenas, ahead := section(html, "arenas"), section(html, "outlook")
	for i := range f.Case.Shown() {
		m := &f.Case.Measures[i]
		if _, moves := f.Outlook.Measures[m.Name]; !moves {
			continue
		}
		caption := m.Title + ": the median goes from"
		there, again := strings.Contains(arenas, ">"+caption), strings.Contains(ahead, ">"+caption)
		if there && again || !there && m.Arena == "" != again {
			t.Errorf("%q is drawn on its page: %v, among the other measures: %v", m.Name, there, again)
		}
	}
}

// TestWholeIsItsTable holds that the drawing of the whole and its table name the same
// ways, with signs, and that words alone would do: no identifier of a measure is shown.
func TestWholeIsItsTable(t *testing.T) {
	f := delta(t)
	html := section(rendered(t, f), "arenas")
	_, whole, _ := strings.Cut(html, `<figure id="figure-arenas"`)
	drawing, table, _ := strings.Cut(whole, `</figure>`)
	table, _, _ = strings.Cut(table, `</details>`)
	signs := len(regexp.MustCompile(`class="web-sign">(?:&#43;|[−±?])<`).FindAllString(drawing, -1))
	if rows := strings.Count(table, "<tr>") - 1; rows != signs || rows != len(f.Feeds.Flows)+2 {
		t.Errorf("%d ways are drawn, %d listed, and %d flows found beside two through decisions", signs, rows, len(f.Feeds.Flows))
	}
	for i := range f.Arenas {
		if n := strings.Count(drawing, `href="#arena-`+string(rune('1'+i))+`"`); n != 1 {
			t.Errorf("arena %d has %d boxes that lead to its page", i+1, n)
		}
	}
	for i := range f.Case.Measures {
		if m := &f.Case.Measures[i]; strings.Contains(m.Name, "_") && strings.Contains(text(html), m.Name) {
			t.Errorf("the name %s stands for its title", m.Name)
		}
	}
	for _, want := range []string{"Close the ports", "The league of ports", "Circles of effects", "4 reinforce and 4 balance"} {
		if !strings.Contains(html, want) {
			t.Errorf("the whole lacks %q", want)
		}
	}
}

// TestFiguresOfArenasAreTold holds that a mark which matters is told by more than its
// colour, and in the title.
func TestFiguresOfArenasAreTold(t *testing.T) {
	html := section(rendered(t, delta(t)), "arenas")
	for _, want := range []string{
		"the weighted mean is 33.9, the median 28", `class="upright median"`,
		"The riskiest plot is “River guard”, “Army” and “Secret service”", `class="organ in"`,
		"would be as likely to follow", "very likely [94%]", `class="bar lost"`, `class="curve k1"`,
		"“Dear oil” moves “How far the seats stand apart” most",
	} {
		if !strings.Contains(html, want) {
			t.Errorf("the figures lack %q", want)
		}
	}
}

// TestLimitsNameTheArenas holds that the limits of the model speak of the arenas where
// there are any.
func TestLimitsNameTheArenas(t *testing.T) {
	if got := section(rendered(t, delta(t)), "limits"); !strings.Contains(got, "The 5 arenas are models from the literature") {
		t.Error("the limits do not name the arenas")
	}
	if got := section(rendered(t, small(t)), "limits"); strings.Contains(got, "arena") {
		t.Error("a case without arenas has their limits")
	}
}

// TestArenasOfOtherTongues holds that titles that run right to left turn no sentence
// around them: one that begins with such a title says which way it runs.
func TestArenasOfOtherTongues(t *testing.T) {
	f := delta(t)
	const purse, reserves = "خزانهٔ دلتا", "ذخایر ارزی"
	f.Case.Arenas[0].Title = purse
	f.Case.Measures[f.Case.Measure("reserves")].Title = reserves
	html := section(rendered(t, f), "arenas")
	for _, want := range []string{"\u200e“\u2068" + purse + "\u2069”", "\u200e\u2068" + reserves + "\u2069 → ", "<bdi>" + purse + "</bdi>"} {
		if !strings.Contains(html, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if regexp.MustCompile(`<bdi>“?\x{2068}`).MatchString(html) {
		t.Error("a sentence that begins with a title takes its direction from it")
	}
}

// TestRunningHeadKeepsItsColon holds that a title which looks like an address is
// printed at the head of every sheet.
func TestRunningHeadKeepsItsColon(t *testing.T) {
	html := rendered(t, delta(t))
	if !strings.Contains(html, `content: "The delta\3a  invented `) || strings.Contains(html, "ZgotmplZ") {
		t.Error("the running head is not the title")
	}
}
