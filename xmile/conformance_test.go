package xmile_test

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"reckon"
	"reckon/xmile"
)

const suite = "../../shared/xmile" // SDXorg/test-models, where it lies beside the repository

// elsewhere names the table that a model is held against where the suite's first one
// is of another model: that of Stella, which wrote the file.
var elsewhere = map[string]string{
	"tests/active_initial": "output_stella.csv", // the file lost the 45 that Vensim starts from
}

// TestConformance runs every model of the suite against its table. What is not
// covered is listed with the reason, and nothing else may join it.
func TestConformance(t *testing.T) {
	var models []string
	for _, pattern := range []string{"tests/*/*.xmile", "samples/*/*.xmile", "tests/*/*.stmx", "samples/*/*.stmx"} {
		found, _ := filepath.Glob(filepath.Join(suite, pattern))
		models = append(models, found...)
	}
	if len(models) == 0 {
		t.Skip("the suite is not beside the repository")
	}
	var not []string
	for _, path := range models {
		name, _ := filepath.Rel(suite, path)
		name = filepath.ToSlash(name)
		why := conform(t, name, path)
		if want := notOurs[strings.TrimSuffix(strings.TrimSuffix(name, ".stmx"), ".xmile")]; why != "" && !strings.Contains(why, want) || why != "" && want == "" {
			t.Errorf("%s is no longer covered: %s", name, why)
		}
		if why != "" {
			not = append(not, name+": "+why)
		}
	}
	if len(models) == 112 && len(not) != 25 {
		t.Errorf("%d models are not covered, want 25: with fewer, take them off the list", len(not))
	}
	t.Logf("covered %d of %d, %d not ours:\n%s", len(models)-len(not), len(models), len(not), strings.Join(not, "\n"))
}

// notOurs are the models whose files do not hold what their tables come from: the
// program that made the files lost equations and macros.
var notOurs = map[string]string{
	"tests/logicals/test_logicals":                                  "cannot be read", // the .stmx only, in which NOT stands behind its operand
	"tests/macro_expression/test_macro_expression":                  "there is no function EXPRESSION MACRO",
	"tests/macro_multi_expression/test_macro_multi_expression":      "there is no function EXPRESSION MACRO",
	"tests/macro_multi_macros/test_macro_multi_macros":              "there is no function SECOND MACRO",
	"tests/macro_stock/test_macro_stock":                            "there is no function EXPRESSION MACRO",
	"tests/subscript_1d_arrays/test_subscript_1d_arrays":            "has no equation",
	"tests/subscript_constant_call/test_subscript_constant_call":    "has no equation",
	"tests/subscript_mixed_assembly/test_subscript_mixed_assembly":  "has no equation",
	"tests/subscript_multiples/test_multiple_subscripts":            "has no equation",
	"tests/subscript_subranges/test_subscript_subrange":             "has no equation",
	"tests/subscript_subranges_equal/test_subscript_subrange_equal": "has no equation",
	"tests/subscript_updimensioning/test_subscript_updimensioning":  "has no equation",
	"tests/subscripted_flows/test_subscripted_flows":                "has no equation",
}

// conform runs one model and returns why it is not covered. A number that is not
// the expected one fails the test.
func conform(t *testing.T, name, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c, found := xmile.Read(filepath.Base(path), text)
	for _, d := range found {
		if d.Severity == reckon.Error {
			return d.Summary
		}
	}
	header, rows := expected(t, name)
	o := newOracle(c)
	dt := c.Parameters[c.Parameter("dt")].Value.Middle()
	compared := 0
	for col, title := range header[1:] {
		column := nameOf(c, title)
		if column == "" {
			if !clock[strings.ToLower(title)] {
				t.Logf("%s: no measure for the column %q", name, title)
			}
			continue
		}
		compared++
		largest := 0.0
		for _, row := range rows {
			largest = max(largest, math.Abs(row[col+1]))
		}
		for _, row := range rows {
			want := row[col+1]
			k := int(math.Round((row[0] - rows[0][0]) / dt))
			if got := o.at(column, k); !near(got, want, largest) {
				t.Errorf("%s: %s at %g is %g, want %g", name, title, row[0], got, want)
				break
			}
		}
	}
	if compared == 0 {
		t.Errorf("%s: nothing was compared", name)
	}
	return ""
}

// clock are columns that some tools add to every table.
var clock = map[string]bool{"initial time": true, "final time": true, "time step": true, "saveper": true}

// near allows a ten-thousandth of the number, and a millionth of the largest in its
// column, which is what programs that count in single precision keep.
func near(got, want, largest float64) bool {
	return math.Abs(got-want) <= 1e-4*math.Abs(want)+1e-6*largest+1e-12 || math.IsNaN(want)
}

// nameOf finds the measure or parameter that a column is of.
func nameOf(c *reckon.Case, title string) string {
	fold := func(s string) string {
		s = strings.NewReplacer(`"`, "", "_", " ", `\n`, " ", ", ", ",").Replace(s)
		return strings.ToLower(strings.Join(strings.Fields(s), " "))
	}
	for _, m := range c.Measures {
		if fold(m.Title) == fold(title) {
			return m.Name
		}
	}
	for _, p := range c.Parameters {
		if fold(p.Title) == fold(title) {
			return p.Name
		}
	}
	return ""
}

// expected reads a table of the suite. An empty cell repeats the one above.
func expected(t *testing.T, name string) (header []string, rows [][]float64) {
	t.Helper()
	dir := filepath.Dir(filepath.Join(suite, name))
	file := elsewhere[filepath.ToSlash(filepath.Dir(name))]
	for _, f := range []string{"output.csv", "output.tab"} {
		if _, err := os.Stat(filepath.Join(dir, f)); err == nil && file == "" {
			file = f
		}
	}
	text, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		t.Fatal(err)
	}
	plain := strings.ReplaceAll(strings.ReplaceAll(string(text), "\r\n", "\n"), "\r", "\n")
	r := csv.NewReader(strings.NewReader(plain))
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	if strings.HasSuffix(file, ".tab") {
		r.Comma = '\t'
	}
	lines, err := r.ReadAll()
	if err != nil {
		t.Fatal(name, err)
	}
	for _, line := range lines[1:] {
		row := make([]float64, len(lines[0]))
		for i := range row {
			row[i] = math.NaN()
			if i < len(line) && strings.TrimSpace(line[i]) != "" {
				if row[i], err = strconv.ParseFloat(strings.TrimSpace(line[i]), 64); err != nil {
					row[i] = math.NaN()
				}
			} else if len(rows) > 0 {
				row[i] = rows[len(rows)-1][i]
			}
		}
		rows = append(rows, row)
	}
	return lines[0], rows
}
