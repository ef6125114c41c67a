package main

import (
	"fmt"
	"image/color"
	"io"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"reckon"
	"reckon/workbench"
)

// reporter prints diagnostics for a person: where, the line itself with the bad
// stretch underlined, why it matters and the way out.
type reporter struct {
	met    map[string]int  // findings told so far, by code
	told   map[string]bool // how the explanations given so far begin
	out    io.Writer
	colour bool
	width  int
	bench  *workbench.Bench
}

// toldInFull is how many findings of one kind are explained; the rest follow in
// short, since the explanation would be the same. An error always shows its line
// and what to put there, and its reason where that is another.
const toldInFull = 3

func (r *reporter) print(f reckon.Diagnostic) {
	f.Summary, f.Detail, f.Suggestion = legible(f.Summary), legible(f.Detail), legible(f.Suggestion)
	if r.met == nil {
		r.met, r.told = map[string]int{}, map[string]bool{}
	}
	r.met[f.Code]++
	wrong := f.Severity == reckon.Error
	reason, _, _ := strings.Cut(f.Detail, ". ")
	again := r.met[f.Code] > toldInFull && (!wrong || r.told[reason])
	r.told[reason] = true
	r.head(f)
	if wrong || !again {
		r.excerpt(f.At)
	}
	if f.Detail != "" && !again {
		for line := range strings.SplitSeq(wrap(f.Detail, r.width-2), "\n") {
			fmt.Fprintln(r.out, strings.TrimRight("  "+line, " "))
		}
	}
	if f.Suggestion != "" && (wrong || !again) {
		r.suggest(f.Suggestion)
	}
	fmt.Fprintln(r.out)
}

// head says what is wrong and where.
func (r *reporter) head(f reckon.Diagnostic) {
	head := fmt.Sprintf("%s: %s", f.Severity, f.Summary)
	first, rest, _ := strings.Cut(wrap(head, r.width), "\n")
	word := f.Severity.String() + ":"
	fmt.Fprintln(r.out, ink(r.colour, tone(f.Severity), word)+strings.TrimPrefix(first, word))
	if rest != "" {
		fmt.Fprintln(r.out, rest)
	}
	if f.At.File != "" {
		fmt.Fprintf(r.out, "  %s  [%s]\n", r.where(f.At), f.Code)
	}
}

// suggest prints what to put there instead.
func (r *reporter) suggest(text string) {
	first, rest, more := strings.Cut(text, "\n")
	fmt.Fprintf(r.out, "  Put there instead: %s\n", first)
	if more {
		for line := range strings.SplitSeq(rest, "\n") {
			fmt.Fprintln(r.out, "    "+line)
		}
	}
}

// where writes file:line:column, so that editors and terminals can jump there.
func (r *reporter) where(at reckon.Range) string {
	if at.Start.Line == 0 {
		return r.bench.PathOf(at.File)
	}
	return fmt.Sprintf("%s:%d:%d", r.bench.PathOf(at.File), at.Start.Line, at.Start.Column)
}

func tone(s reckon.Severity) color.Color {
	switch s {
	case reckon.Error:
		return lipgloss.Red
	case reckon.Warning:
		return lipgloss.Yellow
	case reckon.Note:
	}
	return lipgloss.Cyan
}

// excerpt shows the line and underlines the stretch. Only the first line of a
// longer stretch is shown.
func (r *reporter) excerpt(at reckon.Range) {
	text, ok := r.bench.Texts[at.File]
	if !ok || at.Start.Line == 0 || at.Start.Byte > len(text) {
		return
	}
	start := strings.LastIndexByte(string(text[:at.Start.Byte]), '\n') + 1
	end := len(text)
	if i := strings.IndexByte(string(text[at.Start.Byte:]), '\n'); i >= 0 {
		end = at.Start.Byte + i
	}
	reach := r.width - 10 // how much of a long line is shown around the bad stretch
	stop := min(max(at.End.Byte, at.Start.Byte), end)
	before := legible(string(text[start:at.Start.Byte]))
	bad := legible(string(text[at.Start.Byte:stop]))
	after := legible(string(text[stop:end]))
	if w := ansi.StringWidth(before); w > reach/2 && w+ansi.StringWidth(bad+after) > reach {
		before = "…" + ansi.TruncateLeft(before, w-reach/2, "")
	}
	bad = ansi.Truncate(bad, reach-ansi.StringWidth(before), "…")
	after = ansi.Truncate(after, max(0, reach-ansi.StringWidth(before+bad)), "…")
	number := fmt.Sprintf("%5d", at.Start.Line)
	fmt.Fprintf(r.out, "%s | %s\n", number, strings.TrimRight(before+bad+after, " "))
	under := strings.Repeat("^", max(1, ansi.StringWidth(bad)))
	fmt.Fprintf(r.out, "%s | %s%s\n", strings.Repeat(" ", len(number)), strings.Repeat(" ", ansi.StringWidth(before)), ink(r.colour, lipgloss.Red, under))
}

// legible makes a stretch of text printable: tabs become spaces, control
// characters and broken bytes a mark, so that no text can steer the terminal.
func legible(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\t':
			return ' '
		case c == '\n':
			return c
		case c < ' ' || c == 0x7f || c >= 0x80 && c < 0xa0 || c == '\uFFFD':
			return '�'
		case c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069: // overrides of writing direction
			return '�'
		}
		return c
	}, strings.TrimRight(s, "\r"))
}

// tally counts findings in words.
func tally(k workbench.Checked) string {
	parts := []string{count(k.Errors, "error")}
	if k.Warnings > 0 {
		parts = append(parts, count(k.Warnings, "warning"))
	}
	if k.Notes > 0 {
		parts = append(parts, count(k.Notes, "note"))
	}
	return strings.Join(parts, ", ")
}
