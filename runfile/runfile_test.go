package runfile

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"pgregory.net/rapid"

	"reckon"
	"reckon/sim"
)

// small is a case whose names try what a header has to bear.
func small() (*reckon.Case, []sim.Input) {
	return &reckon.Case{
		Measures:  []reckon.Measure{{Name: "oil"}, {Name: "Date"}},
		Options:   []reckon.Option{{Name: "khamenei.talk"}, {Name: "washington.bomb"}},
		Questions: []reckon.Question{{Name: "strike-by-june"}, {Name: "gain"}},
	}, []sim.Input{{Name: "gain"}, {Name: "oil"}}
}

func on(t *testing.T, s string) reckon.Date {
	t.Helper()
	d, err := reckon.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// somePath is run number n, with unknown and infinite values in it.
func somePath(t *testing.T, n int) *sim.Path {
	t.Helper()
	start := on(t, "2026-01-28")
	return &sim.Path{
		Run:     n,
		Inputs:  []float64{0.1 + float64(n), 1e-9 * float64(n)},
		Dates:   []reckon.Date{start, start + 7, start + 14},
		States:  []reckon.State{0, 1, 3},
		Values:  [][]float64{{2.4, math.NaN(), 1e22}, {float64(n) / 3, -1, 1e6}},
		Answers: []float64{float64(n % 2), math.Inf(1)},
	}
}

func written(t *testing.T, name string, table Table, runs int) []byte {
	t.Helper()
	var b bytes.Buffer
	fill(t, &b, name, table, runs, groupRows)
	return b.Bytes()
}

// begin is New for the small case, with row groups of so many rows.
func begin(t *testing.T, w io.Writer, name string, table Table, group int) *Writer {
	t.Helper()
	c, inputs := small()
	f, err := New(w, name, table, c, inputs)
	if err != nil {
		t.Fatal(err)
	}
	if p, ok := f.rows.(*parquetRows); ok {
		p.limit = group
	}
	return f
}

func fill(t *testing.T, w io.Writer, name string, table Table, runs, group int) {
	t.Helper()
	f := begin(t, w, name, table, group)
	for n := range runs {
		if err := f.Write("third, \"path\"", somePath(t, n)); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if f.Whole() != runs {
		t.Fatalf("%d of %d runs are said to be whole", f.Whole(), runs)
	}
}

func TestCSV(t *testing.T) {
	for table, want := range map[Table]string{
		Runs: `reading,run,gain,oil,strike-by-june,question.gain
"third, ""path""",0,0.1,0,0,inf
"third, ""path""",1,1.1,1e-09,1,inf
`,
		Paths: `reading,run,step,date,oil,measure.Date,khamenei.talk,washington.bomb
"third, ""path""",0,0,2026-01-28,2.4,0,0,0
"third, ""path""",0,1,2026-02-04,,-1,1,0
"third, ""path""",0,2,2026-02-11,1e+22,1000000,1,1
`,
	} {
		if got := string(written(t, "a.csv", table, 2-int(table))); got != want {
			t.Errorf("table %d is\n%s", table, got)
		}
	}
}

// fatal is what a test and a property have in common.
type fatal interface {
	Helper()
	Fatal(args ...any)
}

// cellsOf reads a Parquet file as text, in the words of the CSV.
func cellsOf(t fatal, b []byte) [][]string {
	t.Helper()
	file, err := parquet.OpenFile(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var header []string
	for _, field := range file.Schema().Fields() {
		header = append(header, field.Name())
	}
	all := [][]string{header}
	for _, group := range file.RowGroups() {
		rows := group.Rows()
		batch := make([]parquet.Row, 7)
		for err == nil {
			var n int
			n, err = rows.ReadRows(batch)
			for _, row := range batch[:n] {
				line := make([]string, len(header))
				for i, v := range row {
					line[i] = cellText(v, file.Schema().Fields()[i])
				}
				all = append(all, line)
			}
		}
		if !errors.Is(err, io.EOF) {
			t.Fatal(err)
		}
		err = rows.Close()
	}
	return all
}

func cellText(v parquet.Value, f parquet.Field) string {
	switch {
	case v.IsNull():
		return ""
	case f.Type().LogicalType() != nil && f.Type().String() == "DATE":
		epoch, _ := reckon.ParseDate("1970-01-01")
		return (epoch + reckon.Date(v.Int32())).String()
	case v.Kind() == parquet.Double:
		return string(appendNumber(nil, v.Double()))
	case v.Kind() == parquet.ByteArray:
		return string(v.ByteArray())
	}
	return strconv.FormatInt(v.Int64(), 10)
}

// TestParquetIsTheCSV reads both formats back and compares every cell.
func TestParquetIsTheCSV(t *testing.T) {
	for _, table := range []Table{Runs, Paths} {
		want, err := csv.NewReader(bytes.NewReader(written(t, "a.csv", table, 300))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		got := cellsOf(t, written(t, "a.parquet", table, 300))
		if !slices.EqualFunc(got, want, slices.Equal) {
			t.Errorf("table %d: %d rows in Parquet, %d in CSV; the first are %q and %q", table, len(got), len(want), got[:3], want[:3])
		}
	}
}

// TestNumbersComeBack: any number reads back bit for bit from both formats.
func TestNumbersComeBack(t *testing.T) {
	c := &reckon.Case{Questions: []reckon.Question{{Name: "q"}}}
	rapid.Check(t, func(t *rapid.T) {
		xs := rapid.SliceOfN(rapid.Float64(), 1, 20).Draw(t, "numbers")
		for _, name := range []string{"a.csv", "a.parquet"} {
			var b bytes.Buffer
			f, err := New(&b, name, Runs, c, nil)
			if err != nil {
				t.Fatal(err)
			}
			for n, x := range xs {
				if err := f.Write("r", &sim.Path{Run: n, Answers: []float64{x}}); err != nil {
					t.Fatal(err)
				}
			}
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
			var rows [][]string
			if name == "a.csv" {
				rows, err = csv.NewReader(&b).ReadAll()
			} else {
				rows = cellsOf(t, b.Bytes())
			}
			if err != nil || len(rows) != len(xs)+1 {
				t.Fatalf("%s: %d rows, %v", name, len(rows), err)
			}
			for n, x := range xs {
				back, err := strconv.ParseFloat(rows[n+1][2], 64)
				if err != nil || math.Float64bits(back) != math.Float64bits(x) {
					t.Fatalf("%s: %v came back as %q", name, x, rows[n+1][2])
				}
			}
		}
	})
}

// TestSameBytes writes enough for several row groups, under one processor and all.
func TestSameBytes(t *testing.T) {
	var first, again bytes.Buffer
	for _, name := range []string{"a.csv", "a.parquet"} {
		first.Reset()
		again.Reset()
		fill(t, &first, name, Paths, 1000, 100)
		cores := runtime.GOMAXPROCS(1)
		fill(t, &again, name, Paths, 1000, 100)
		runtime.GOMAXPROCS(cores)
		if !bytes.Equal(first.Bytes(), again.Bytes()) {
			t.Errorf("%s differs from one writing to the next", name)
		}
	}
	file, err := parquet.OpenFile(bytes.NewReader(first.Bytes()), int64(first.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(file.RowGroups()); n != 30 {
		t.Errorf("3000 rows in groups of 102 make 30 groups, not %d", n)
	}
}

func TestMemoryIsFlat(t *testing.T) {
	for _, name := range []string{"a.csv", "a.parquet"} {
		held := func(runs int) uint64 {
			f := begin(t, io.Discard, name, Paths, 10000)
			p := somePath(t, 1)
			for n := range runs {
				p.Run = n
				if err := f.Write("r", p); err != nil {
					t.Fatal(err)
				}
			}
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			runtime.KeepAlive(f)
			return m.HeapAlloc
		}
		few, many := held(4000), held(40000)
		if many > few+3<<20 {
			t.Errorf("%s: 4000 runs hold %d bytes, 40000 hold %d", name, few, many)
		}
	}
}

func TestNameWithoutFormat(t *testing.T) {
	c, inputs := small()
	if _, err := New(io.Discard, "runs.xlsx", Runs, c, inputs); err == nil || !strings.Contains(err.Error(), ".csv or .parquet") {
		t.Errorf("runs.xlsx: %v", err)
	}
}

func TestHeaderNamesOnce(t *testing.T) {
	c := &reckon.Case{
		Measures: []reckon.Measure{{Name: "run"}, {Name: "step"}, {Name: "a"}, {Name: "A"}},
		Options:  []reckon.Option{{Name: "measure.run"}},
	}
	var names []string
	for _, column := range columnsOf(Paths, c, nil) {
		names = append(names, column.name)
	}
	want := []string{"reading", "run", "step", "date", "measure.run", "measure.step", "a", "measure.A", "option.measure.run"}
	if !slices.Equal(names, want) {
		t.Errorf("the columns are %q", names)
	}
}

// TestFileOnDisk goes through a real file.
func TestFileOnDisk(t *testing.T) {
	name := filepath.Join(t.TempDir(), "runs.parquet")
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	fill(t, file, name, Runs, 10, groupRows)
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got := len(cellsOf(t, b)); got != 11 {
		t.Errorf("%d rows with the header", got)
	}
}

func ExampleWriter() {
	c, inputs := small()
	f, err := New(os.Stdout, "runs.csv", Runs, c, inputs)
	if err != nil {
		fmt.Println(err)
		return
	}
	_ = f.Write("guardian", &sim.Path{Run: 7, Inputs: []float64{0.3, 2}, Answers: []float64{1, math.NaN()}})
	_ = f.Close()
	// Output:
	// reading,run,gain,oil,strike-by-june,question.gain
	// guardian,7,0.3,2,1,
}
