package council

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"reckon/arena"
)

// maxFile bounds what is read.
const maxFile = 4 << 20

// Read reads a table from a file of KTAB, CSV or XML (smpSchema), told apart by the
// first character. Positions and saliences run from 0 to 100 there. Rules are those
// that an XML file sets, else KTAB's defaults; errors of KTAB are mended unless the
// caller says AsKTAB. Faults name the line; what could be read comes back beside
// them, a missing position as the middle. The error is that of the reader.
func Read(r io.Reader) (Table, SpatialRules, arena.Faults, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return Table{}, SpatialRules{}, nil, fmt.Errorf("reading a table: %w", err)
	}
	var f arena.Faults
	if !f.Need(len(text) <= maxFile, "file", fmt.Sprintf("a table is at most %d MiB long. Give the KTAB file itself, not its database or log", maxFile>>20)) {
		return Table{}, SpatialRules{}, f, nil
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if !f.Need(!bytes.ContainsRune(text, 0), "file", "this is not text in UTF-8; tables saved as \"Unicode\" are in UTF-16. Save it as CSV in UTF-8") {
		return Table{}, SpatialRules{}, f, nil
	}
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("<")) {
		t, rules, lines := readXML(text, &f)
		return t, rules, finished(t, lines, f), nil
	}
	t, lines := readCSV(text, &f)
	return t, SpatialRules{}, finished(t, lines, f), nil
}

// finished adds what Check finds in a table whose file could be read, with the line
// of the seat.
func finished(t Table, lines []int, f arena.Faults) arena.Faults {
	if len(f) > 0 {
		return f
	}
	for _, fault := range t.Check() {
		for i, s := range t.Seats {
			if at := seatName(s, i); i < len(lines) && (fault.At == at || strings.HasPrefix(fault.At, at+": ")) {
				fault.At = fmt.Sprintf("line %d: %s", lines[i], fault.At)
				break
			}
		}
		f = append(f, fault)
	}
	return f
}

// firstLines says how a table begins.
const firstLines = "the first line gives a name, a description, the number of actors and that of dimensions, such as Strait,How far to open it,3,1; the second headings. Begin the file with them"

// readCSV reads a line of name, description and the numbers of actors and
// dimensions; a line of headings; and a line for each actor.
func readCSV(text []byte, f *arena.Faults) (t Table, lines []int) {
	records, at := csvRecords(text, f)
	if first, _, _ := bytes.Cut(text, []byte("\n")); len(records) > 0 && len(records[0]) < 4 {
		for _, mark := range []string{";", "\t"} {
			if !f.Need(bytes.Count(first, []byte(mark)) < 3, "line 1", fmt.Sprintf("fields are parted by %q here, and in files of KTAB by commas, with a point in decimals. Save the table so", mark)) {
				return t, nil
			}
		}
	}
	if !f.Need(len(records) >= 2 && len(records[0]) >= 4, "line 1", firstLines) {
		return t, nil
	}
	t.Name, t.Title = records[0][0], records[0][1]
	actors, okActors := strconv.Atoi(records[0][2])
	dimensions, okDimensions := strconv.Atoi(records[0][3])
	if !f.Need(okActors == nil && actors >= 0 && actors <= maxSeats, "line 1: number of actors", fmt.Sprintf("it is %q. Give a number up to %d; %s", records[0][2], maxSeats, firstLines)) ||
		!f.Need(okDimensions == nil && dimensions >= 1 && dimensions <= maxDimensions, "line 1: number of dimensions", fmt.Sprintf("it is %q. Give a number from 1 to %d; %s", records[0][3], maxDimensions, firstLines)) {
		return t, nil
	}
	for k := range dimensions {
		name := fmt.Sprintf("dimension %d", k+1)
		if col := 3 + 2*k; col < len(records[1]) && records[1][col] != "" {
			name = records[1][col]
		}
		t.Dimensions = append(t.Dimensions, name)
	}
	rows := records[2:]
	f.Need(len(rows) == actors, "line 1: number of actors", fmt.Sprintf("it says %d, and %d lines of actors follow. Correct the number or the lines", actors, len(rows)))
	for i, row := range rows[:min(len(rows), maxSeats)] {
		line := at[i+2]
		t.Seats = append(t.Seats, t.seatOf(row, line, f))
		lines = append(lines, line)
	}
	return t, lines
}

// seatOf reads a line of name, description, power, and position and salience for
// each dimension.
func (t *Table) seatOf(row []string, line int, f *arena.Faults) Seat {
	field := func(k int) string {
		if k < len(row) {
			return row[k]
		}
		return ""
	}
	s := Seat{Name: field(0), Title: field(1)}
	s.Power = number(field(2), 0, false, fmt.Sprintf("line %d: power of %q", line, s.Name), f)
	for k, dim := range t.Dimensions {
		s.Position = append(s.Position, number(field(3+2*k), 0.5, true, fmt.Sprintf("line %d: position of %q on %q", line, s.Name, dim), f))
		s.Salience = append(s.Salience, number(field(4+2*k), 0, true, fmt.Sprintf("line %d: salience of %q on %q", line, s.Name, dim), f))
	}
	return s
}

// csvRecords splits the text into trimmed fields, without empty records, and the
// line each begins on.
func csvRecords(text []byte, f *arena.Faults) (records [][]string, at []int) {
	reader := csv.NewReader(bytes.NewReader(text))
	reader.FieldsPerRecord, reader.LazyQuotes, reader.TrimLeadingSpace = -1, true, true
	for {
		row, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return records, at
		}
		if err != nil {
			line := 0
			if p := (*csv.ParseError)(nil); errors.As(err, &p) {
				line = p.Line
			}
			f.Need(false, fmt.Sprintf("line %d", line), "a quotation mark opens here and does not close. Close it")
			return records, at
		}
		empty := true
		for i := range row {
			row[i] = strings.TrimSpace(row[i])
			empty = empty && row[i] == ""
		}
		if line, _ := reader.FieldPos(0); !empty {
			records, at = append(records, row), append(at, line)
		}
	}
}

// number reads a number, in percent as a share; where there is none it adds a fault
// and gives missing.
func number(text string, missing float64, percent bool, at string, f *arena.Faults) float64 {
	text = strings.TrimSpace(text)
	what, scale, stands := "a number", "", missing
	if percent {
		what, stands = "a number from 0 to 100", 100*missing
		if !strings.ContainsAny(text, "eExXpP") {
			scale = "e-2" // rounds once where a division would round twice
		}
	}
	if !f.Need(text != "", at, fmt.Sprintf("it is blank, and was taken for %g. Give %s", stands, what)) {
		return missing
	}
	x, err := strconv.ParseFloat(text+scale, 64)
	if percent && scale == "" {
		x /= 100
	}
	if !f.Need(err == nil && x-x == 0, at, fmt.Sprintf("%.40q is not %s, and was taken for %g. Correct it", text, what, stands)) {
		return missing
	}
	return x
}

// CSV writes the table as a CSV file of KTAB, which has no place for ideals and
// accommodation. Read gives the same numbers again, to the bit. Nil where Check finds
// faults.
func (t Table) CSV() []byte {
	if len(t.Check()) > 0 {
		return nil
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	title := t.Title
	if title == "" {
		title = t.Name
	}
	records := [][]string{{t.Name, title, strconv.Itoa(len(t.Seats)), strconv.Itoa(len(t.Dimensions))}, {"Actor", "Description", "Power"}}
	for _, d := range t.Dimensions {
		records[1] = append(records[1], d, d+" salience")
	}
	for _, s := range t.Seats {
		row := []string{s.Name, s.Title, strconv.FormatFloat(s.Power, 'f', -1, 64)}
		for k := range t.Dimensions {
			row = append(row, percentage(s.Position[k]), percentage(s.Salience[k]))
		}
		records = append(records, row)
	}
	if err := w.WriteAll(records); err != nil {
		panic(err) // a buffer takes everything
	}
	return out.Bytes()
}

// percentage writes a share in percent by moving the point of its shortest digits.
func percentage(x float64) string {
	digits := strconv.FormatFloat(x, 'f', -1, 64)
	whole, rest, _ := strings.Cut(digits, ".")
	rest += "00"[:max(0, 2-len(rest))]
	whole = strings.TrimLeft(whole+rest[:2], "0")
	if whole == "" {
		whole = "0"
	}
	if rest = rest[2:]; rest != "" {
		return whole + "." + rest
	}
	return whole
}
