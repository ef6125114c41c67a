package runfile

import (
	"io"
	"math"
	"strconv"
	"strings"

	"reckon"
)

// heldBack is how many bytes of CSV wait before they are written.
const heldBack = 1 << 16

// csvRows writes lines as RFC 4180 has them, with a header. They go out in pieces
// that end with a run.
type csvRows struct {
	w       io.Writer
	columns []column
	buf     []byte
	ends    []int // in buf, of each run
	runs    int   // whole in the file
	state   string
}

func newCSV(w io.Writer, columns []column) *csvRows {
	f := &csvRows{w: w, columns: columns}
	for i := range columns {
		f.buf = appendText(f.buf, columns[i].name)
		f.buf = append(f.buf, ',')
	}
	f.buf[len(f.buf)-1] = '\n'
	return f
}

func (f *csvRows) whole() (int, string) { return f.runs, f.state }

func (f *csvRows) row(cells []cell) error {
	for i := range cells {
		f.buf = appendCell(f.buf, &cells[i], f.columns[i].kind)
		f.buf = append(f.buf, ',')
	}
	f.buf[len(f.buf)-1] = '\n'
	return nil
}

func (f *csvRows) endRun() error {
	f.ends = append(f.ends, len(f.buf))
	if len(f.buf) < heldBack {
		return nil
	}
	return f.close()
}

func (f *csvRows) close() error {
	n, err := write(f.w, f.buf)
	kept := 0
	for _, end := range f.ends {
		if end <= n {
			f.runs++
			kept = end
		}
	}
	if err != nil {
		f.state = "The file ends there."
		if cut(f.w, int64(n-kept)) != nil {
			f.state = "Lines after them may be cut off in the middle."
		}
		return err
	}
	f.buf, f.ends = f.buf[:0], f.ends[:0]
	return nil
}

func appendCell(b []byte, c *cell, k kind) []byte {
	switch {
	case c.unknown(k):
		return b
	case k == text:
		return appendText(b, c.text)
	case k == number:
		return appendNumber(b, c.number)
	case k == day:
		return append(b, reckon.Date(c.whole).String()...)
	}
	return strconv.AppendInt(b, c.whole, 10)
}

// appendText quotes where a reader would go wrong otherwise.
func appendText(b []byte, s string) []byte {
	if s != "" && !strings.ContainsAny(s, ",\"\r\n") && s == strings.TrimSpace(s) {
		return append(b, s...)
	}
	b = append(b, '"')
	b = append(b, strings.ReplaceAll(s, `"`, `""`)...)
	return append(b, '"')
}

// appendNumber writes the shortest digits that read back as x, without an exponent
// where that stays short.
func appendNumber(b []byte, x float64) []byte {
	switch size := math.Abs(x); {
	case math.IsInf(x, 1):
		return append(b, "inf"...)
	case math.IsInf(x, -1):
		return append(b, "-inf"...)
	case size != 0 && size < 1e-6 || size >= 1e21:
		return strconv.AppendFloat(b, x, 'e', -1, 64)
	}
	return strconv.AppendFloat(b, x, 'f', -1, 64)
}
