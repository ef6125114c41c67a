package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"unicode"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"reckon"
	"reckon/workbench"
)

// The widest line printed is a terminal of the usual size, and a page that can
// be quoted in a mail; on a narrower terminal less, but never under narrowest.
const (
	widest    = 80
	narrowest = 32
)

// columns is the widest line to print on a terminal, or what COLUMNS asks for.
func columns(out *os.File) int {
	n, err := strconv.Atoi(os.Getenv("COLUMNS"))
	if w, _, bad := term.GetSize(out.Fd()); bad == nil && w > 0 {
		n, err = w, nil
	}
	if err != nil || n <= 0 {
		return widest
	}
	return min(widest, max(narrowest, n))
}

// desk is where verbs print: results to out, remarks to err. Output is buffered
// and its errors are kept for close, so that no verb has to ask.
type desk struct {
	out    *bufio.Writer
	err    io.Writer
	width  int // of the widest line printed
	json   bool
	colour bool // of out
	errTTY bool
	errInk bool // colour of err
	drawn  bool // a progress bar stands on err
}

func newDesk(out, err *os.File) *desk {
	plain := os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb"
	tty := term.IsTerminal(err.Fd())
	return &desk{
		out: bufio.NewWriterSize(out, 64<<10), err: err, width: columns(out),
		colour: term.IsTerminal(out.Fd()) && !plain,
		errTTY: tty, errInk: tty && !plain,
	}
}

// close writes out what is buffered; the error is about the place it goes to.
func (d *desk) close() error {
	d.wipe()
	err := d.out.Flush()
	if errors.Is(err, syscall.ENOSPC) {
		return errors.New("the disk is full: the output is not complete")
	}
	if err != nil {
		return fmt.Errorf("the output could not be written: %w", err)
	}
	return nil
}

// print writes a line of the result; errors surface in close.
func (d *desk) print(format string, args ...any) { fmt.Fprintf(d.out, format+"\n", args...) }

// say writes wrapped prose, indented.
func (d *desk) say(indent, text string) {
	for line := range strings.SplitSeq(wrap(legible(text), d.width-len(indent)), "\n") {
		d.print("%s", strings.TrimRight(indent+line, " "))
	}
}

// encode writes a result as one line of JSON.
func (d *desk) encode(v any) error {
	enc := json.NewEncoder(d.out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

// wrap breaks lines at spaces only: a hyphen may be the sign of a move.
func wrap(text string, columns int) string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
		now := ""
		for word := range strings.FieldsSeq(line) {
			switch {
			case now == "":
				now = indent + word
			case ansi.StringWidth(now)+1+ansi.StringWidth(word) <= columns:
				now += " " + word
			default:
				out = append(out, now)
				now = indent + word
			}
		}
		out = append(out, now)
	}
	return ansi.Hardwrap(strings.Join(out, "\n"), columns, true)
}

func (d *desk) bold(s string) string {
	s = wrap(legible(s), d.width)
	if !d.colour {
		return s
	}
	return lipgloss.NewStyle().Bold(true).Render(s)
}

// alarm marks a word on err.
func (d *desk) alarm(s string) string { return ink(d.errInk, lipgloss.Red, s) }

func ink(on bool, colour interface{ RGBA() (r, g, b, a uint32) }, s string) string {
	if !on {
		return s
	}
	return lipgloss.NewStyle().Foreground(colour).Bold(true).Render(s)
}

// leastColumn is how narrow a column of a table may become.
const leastColumn = 8

// table prints rows under headings, no wider than a page where that can be: the
// widest columns are wrapped.
func (d *desk) table(headings []string, rows [][]string) { d.tableIn("", headings, rows) }

// tableIn is table, indented.
func (d *desk) tableIn(indent string, headings []string, rows [][]string) {
	widths := make([]int, len(headings))
	total := 0
	for c := range headings {
		widths[c] = ansi.StringWidth(headings[c])
		for _, row := range rows {
			row[c] = legible(row[c])
			widths[c] = max(widths[c], ansi.StringWidth(row[c]))
		}
		total += widths[c] + 2
	}
	for ; total > d.width-len(indent) && slices.Max(widths) > leastColumn; total-- {
		widths[slices.Index(widths, slices.Max(widths))]--
	}
	if strings.Join(headings, "") != "" {
		d.cells(indent, headings, widths)
	}
	d.print("%s%s", indent, strings.Repeat("─", total))
	for _, row := range rows {
		d.cells(indent, row, widths)
	}
}

// cells prints one row of a table, on as many lines as its longest cell needs.
func (d *desk) cells(indent string, row []string, widths []int) {
	var lines []string
	margin := 0
	for c, cell := range row {
		if ansi.StringWidth(cell) > widths[c] {
			cell = wrap(cell, widths[c])
		}
		for n, part := range strings.Split(cell, "\n") {
			if n == len(lines) {
				lines = append(lines, "")
			}
			lines[n] += strings.Repeat(" ", margin-ansi.StringWidth(lines[n])) + part
		}
		margin += widths[c] + 2
	}
	for _, line := range lines {
		d.print("%s", strings.TrimRight(indent+line, " "))
	}
}

// open opens a case and stops the verb when it has errors: no number is printed
// while one stands. Warnings are counted beside the numbers.
func (d *desk) open(path string) (*workbench.Bench, error) {
	b, err := workbench.Open(path)
	if err != nil {
		return nil, err
	}
	if !b.Fit() {
		return nil, d.refuse(b)
	}
	return b, nil
}

// refuse prints what is wrong with a case in place of the numbers asked for.
func (d *desk) refuse(b *workbench.Bench) error {
	d.wipe()
	if d.json {
		if err := d.encode(b.Check()); err != nil {
			return err
		}
		return errFindings
	}
	report := reporter{out: d.err, colour: d.errInk, width: d.width, bench: b}
	for _, f := range b.Diagnostics {
		if f.Severity == reckon.Error {
			report.print(f)
		}
	}
	fmt.Fprintf(d.err, "No numbers while the case has errors: %s.\n", tally(b.Check()))
	return errFindings
}

// failed ends a verb after an engine's error: a finding when the text is to
// blame, else an error about the world.
func (d *desk) failed(b *workbench.Bench, err error) error {
	if !b.Fit() {
		return d.refuse(b)
	}
	return err
}

// caveat counts the warnings that stand beside a result.
func (d *desk) caveat(b *workbench.Bench) {
	if k := b.Check(); k.Warnings > 0 {
		d.print("")
		stand := "stand"
		if k.Warnings == 1 {
			stand = "stands"
		}
		d.command(fmt.Sprintf("%s %s beside these numbers; see:", count(k.Warnings, "warning"), stand), "reckon check "+quoted(b.Path))
	}
}

// command writes a remark and a command to run, which is never broken over
// lines: it can be copied whole.
func (d *desk) command(remark, line string) {
	line = legible(line)
	if ansi.StringWidth(remark)+1+ansi.StringWidth(line) <= d.width {
		d.print("%s %s", remark, line)
		return
	}
	d.say("", remark)
	d.print("  %s", line)
}

// quoted writes a path as one word of a shell's command line.
func quoted(path string) string {
	plain := func(c rune) bool {
		return c == '/' || c == '\\' || c == '.' || c == '_' || c == '-' || c == ':' || unicode.IsLetter(c) || unicode.IsDigit(c)
	}
	if path != "" && strings.IndexFunc(path, func(c rune) bool { return !plain(c) }) < 0 {
		return path
	}
	return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
}

// count writes "1 warning" or "2 warnings".
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
