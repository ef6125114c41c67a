package runfile

import (
	"fmt"
	"io"
	"math"
	"path"
	"strings"

	"reckon"
	"reckon/sim"
)

// Table says what a row of a file is.
type Table int

// The tables.
const (
	Runs  Table = iota // a run: reading, run, the inputs drawn, the answer to every question
	Paths              // a run and step: reading, run, step, date, every measure, every option as 0 or 1
)

// Writer writes one table to one file. Memory does not grow with the number of runs.
// The same runs give the same bytes.
type Writer struct {
	name  string
	table Table
	rows  rows
	cells []cell
	given int // runs handed over
	err   error
}

// rows is a format. A run is whole in the file once its bytes have been accepted.
type rows interface {
	row(cells []cell) error
	endRun() error // may write
	close() error
	// whole returns how many runs are whole in the file, and, after a failure, in
	// what state it was left.
	whole() (runs int, state string)
}

// New begins a file. The ending of name says the format, .csv or .parquet; name is
// also what errors call the file. A column is called as in the case; where a name is
// taken already, in any case of letters, it gets "input.", "question.", "measure." or
// "option." before it. Unknown values and answers that a run does not cover are empty
// in CSV and null in Parquet; a day that never comes is infinite.
//
// If w can be cut (an *os.File on a disk), a failure to write leaves a file that can
// be read up to the last whole run. Close does not close w.
func New(w io.Writer, name string, table Table, c *reckon.Case, inputs []sim.Input) (*Writer, error) {
	columns := columnsOf(table, c, inputs)
	f := &Writer{name: name, table: table, cells: make([]cell, len(columns))}
	switch strings.ToLower(path.Ext(name)) {
	case ".csv":
		f.rows = newCSV(w, columns)
	case ".parquet":
		f.rows = newParquet(w, columns)
	default:
		return nil, fmt.Errorf("%s: the runs are written as .csv or .parquet; end the name with one of them", name)
	}
	return f, nil
}

// Write adds a run of a reading. The path is not kept. An error names the file and
// says how many runs are whole in it; every later call returns it again.
func (f *Writer) Write(reading string, p *sim.Path) error {
	if f.err != nil {
		return f.err
	}
	f.given++
	var err error
	if f.table == Runs {
		err = f.writeRun(reading, p)
	} else {
		err = f.writePath(reading, p)
	}
	if err == nil {
		err = f.rows.endRun()
	}
	return f.failed(err)
}

// Close writes what is still held back and the end of the file. It says nothing new
// after an error.
func (f *Writer) Close() error {
	if f.err != nil {
		return f.err
	}
	return f.failed(f.rows.close())
}

// Whole returns how many runs are whole in the file by now.
func (f *Writer) Whole() int {
	runs, _ := f.rows.whole()
	return runs
}

func (f *Writer) failed(err error) error {
	if err == nil {
		return nil
	}
	runs, state := f.rows.whole()
	f.err = fmt.Errorf("%s: %w\nOf %s, %s whole in it. %s", f.name, err, counted(f.given), are(runs), state)
	return f.err
}

func counted(runs int) string {
	if runs == 1 {
		return "1 run"
	}
	return fmt.Sprintf("%d runs", runs)
}

func are(runs int) string {
	switch runs {
	case 0:
		return "none is"
	case 1:
		return "the first is"
	}
	return fmt.Sprintf("the first %d are", runs)
}

func (f *Writer) writeRun(reading string, p *sim.Path) error {
	cells := append(f.cells[:0], cell{text: reading}, cell{whole: int64(p.Run)})
	for _, x := range p.Inputs {
		cells = append(cells, cell{number: x})
	}
	for _, x := range p.Answers {
		cells = append(cells, cell{number: x})
	}
	return f.row(cells)
}

func (f *Writer) writePath(reading string, p *sim.Path) error {
	for k, day := range p.Dates {
		cells := append(f.cells[:0], cell{text: reading}, cell{whole: int64(p.Run)}, cell{whole: int64(k)}, cell{whole: int64(day)})
		for m := range p.Values {
			cells = append(cells, cell{number: p.Values[m][k]})
		}
		for option := 0; len(cells) < len(f.cells); option++ {
			on := int64(0)
			if p.States[k].Has(option) {
				on = 1
			}
			cells = append(cells, cell{whole: on})
		}
		if err := f.row(cells); err != nil {
			return err
		}
	}
	return nil
}

func (f *Writer) row(cells []cell) error {
	if len(cells) != len(f.cells) {
		panic(fmt.Sprintf("runfile: a row of %d cells under %d columns", len(cells), len(f.cells)))
	}
	return f.rows.row(cells)
}

// cell is one value; its column says which field counts. Date 0 and NaN are unknown.
type cell struct {
	text   string
	whole  int64
	number float64
}

func (c *cell) unknown(k kind) bool {
	return k == number && math.IsNaN(c.number) || k == day && c.whole == 0
}
