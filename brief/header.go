package brief

import (
	"fmt"
	"html/template"
	"strings"
	"unicode"

	"reckon"
)

// pageView is the frame around the sections.
type pageView struct {
	Title, Lead, Handling string
	Style                 template.CSS
	Facts                 []fact
	Scale                 []band
	Parts                 []part
	Footer                string
	Running               template.CSS // what is printed at the head of every sheet
}

type fact struct{ Name, Text, Href string }

// band is one row of the likelihood scale.
type band struct{ Word, Range string }

func (p *page) header() *pageView {
	style, err := files.ReadFile("style.css")
	if err != nil {
		panic("brief: style.css: " + err.Error())
	}
	title := p.Case.Title
	if title == "" {
		title = p.Case.Name
	}
	if title == "" {
		title = "Untitled case"
	}
	v := &pageView{
		Title: title, Handling: strings.TrimSpace(p.Handling), Style: template.CSS(style), // our own file
		Lead: p.lead(), Scale: scale(), Facts: p.facts(),
		Footer: "Made by reckon " + p.version() + " from the case " + quote(p.Case.Name) + ". The same case" + p.sameWith() + " give the same page.",
	}
	running := title + " · as of " + p.asOf()
	if v.Handling != "" {
		running = v.Handling + " · " + running
	}
	v.Running = cssText(running)
	return v
}

// cssText writes text as a string of a style sheet: what is neither a letter nor a digit
// nor a space as its code, so that nothing can end the string. The template would take
// a title with a colon for an address, and drop it.
func cssText(s string) template.CSS {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		if r == ' ' || unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
			continue
		}
		fmt.Fprintf(&b, "\\%x ", r)
	}
	b.WriteByte('"')
	return template.CSS(b.String()) //nolint:gosec // nothing but letters, digits and codes
}

// sameWith is what else decides what the page says.
func (p *page) sameWith() string {
	if p.Outlook == nil {
		return " and version"
	}
	return ", version, number of runs and seed"
}

func (p *page) version() string {
	if p.Version == "" {
		return "(version not stated)"
	}
	return p.Version
}

func (p *page) asOf() string {
	if p.Case.AsOf == 0 {
		return "no date set"
	}
	return longDate(p.Case.AsOf)
}

// longDate writes "28 January 2026".
func longDate(d reckon.Date) string {
	if d == 0 {
		return "unknown date"
	}
	return d.Time().Format("2 January 2006")
}

func (p *page) facts() []fact {
	choices, rows := 0, len(p.Case.Record)
	for _, e := range p.Case.Record {
		if e.Choice {
			choices++
		}
	}
	facts := []fact{
		{"Subject", upper(p.subjectName()), ""},
		{"As of", p.asOf(), ""},
		{"Readings", readingCount(len(p.Case.Readings)), "#readings"},
		{"Record", count(rows, "dated event", "dated events") + ", " + count(choices, "choice", "choices"), "#trial"},
		{"Model", fmt.Sprintf("%s, %s, %s", count(len(p.Case.Actors), "actor", "actors"), count(len(p.Case.Options), "option", "options"), count(p.States, "possible state", "possible states")), "#moves"},
		{"Likelihood words", "ICD 203, number in brackets", "#scale"},
		{"Version", p.version(), ""},
	}
	if n := p.findingsOf(reckon.Warning) + p.findingsOf(reckon.Error); n > 0 {
		facts = append(facts, fact{"Open warnings", count(n, "warning", "warnings") + " on the case text", "#warnings"})
	}
	return facts
}

func readingCount(n int) string {
	if n == 0 {
		return "none; the case’s own view"
	}
	return count(n, "reading", "readings")
}

func (p *page) findingsOf(s reckon.Severity) int {
	n := 0
	for _, d := range p.Diagnostics {
		if d.Severity == s {
			n++
		}
	}
	return n
}

// lead is the bottom line, at most sixty words.
func (p *page) lead() string {
	var parts []string
	words := 0
	add := func(s string) {
		if n := len(strings.Fields(s)); s != "" && words+n <= 60 {
			words += n
			parts = append(parts, s)
		}
	}
	add(p.courseSentence())
	add(p.recordWords())
	if parts == nil {
		return "This case states actors and options; it does not yet support a judgement."
	}
	return strings.Join(parts, " ")
}

// scale is the table of likelihood words of ICD 203; an edge belongs to the upper band.
func scale() []band {
	return []band{
		{"almost no chance", "under 5%"},
		{"very unlikely", "5–20%"},
		{"unlikely", "20–45%"},
		{"roughly even chance", "45–55%"},
		{"likely", "55–80%"},
		{"very likely", "80–95%"},
		{"almost certain", "95% and over"},
	}
}
