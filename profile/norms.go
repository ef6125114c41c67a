package profile

import (
	"bytes"
	"embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

//go:embed norms/*.csv
var normFiles embed.FS

// normRow is one line of a table of norms.
type normRow struct {
	leader, index, source, page, coder string
	mean, sd                           float64 // sd is NaN when not given
	odd, even                          float64 // over every other document; NaN when not given
	n                                  int
}

// normColumns are the columns of such a table.
var normColumns = []string{"leader", "index", "mean", "sd", "n", "odd", "even", "source", "page", "coder"}

// publishedRows are the tables of others that are shipped, as printed in their sources
// [luengas2020] [hermann2003].
var publishedRows = loadPublished()

func loadPublished() []normRow {
	var all []normRow
	for _, name := range []string{"vics", "lta"} {
		all = append(all, loadRows(name)...)
	}
	return all
}

func loadRows(name string) []normRow {
	text, err := normFiles.ReadFile("norms/" + name + ".csv")
	if err != nil {
		panic("profile: the norms are not built in: " + err.Error())
	}
	rows, err := readRows(name, bytes.NewReader(text))
	if err != nil {
		panic("profile: " + err.Error())
	}
	return rows
}

// coder names the rules and lists that scores were made with. Scores of another
// coder are on another scale.
const coder = "reckon 2"

// maxNorms bounds a table of norms.
const maxNorms = 1_000_000

// Norms is a sample of scores made by this coder: one row a leader and index.
type Norms struct {
	rows   []normRow
	own    bool   // the one that is shipped
	except string // leader who is not among those compared with
}

// ReadNorms reads a sample written by CSV. Rows of another coder are refused: their
// scale is another. Cost: linear.
func ReadNorms(name string, r io.Reader) (*Norms, error) {
	rows, err := readRows(name, r)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		if row.coder != coder {
			return nil, fmt.Errorf("%s: %s of %s was scored by %q, not by %q: scores of different coders do not compare. Make a sample with: reckon profile --make-norms FOLDER --out FILE", name, row.index, row.leader, row.coder, coder)
		}
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("%s has no scores", name)
	}
	return &Norms{rows: rows}, nil
}

func readRows(name string, r io.Reader) ([]normRow, error) {
	in := csv.NewReader(r)
	in.FieldsPerRecord = len(normColumns)
	head, err := in.Read()
	if err != nil || !slices.Equal(head, normColumns) {
		return nil, fmt.Errorf("%s does not begin with the line %s", name, strings.Join(normColumns, ","))
	}
	var rows []normRow
	for {
		f, err := in.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		line, _ := in.FieldPos(0)
		if len(rows) == maxNorms {
			return nil, fmt.Errorf("%s has more than %d rows", name, maxNorms)
		}
		row, err := readRow(f)
		if err != nil {
			return nil, fmt.Errorf("%s, line %d: %w", name, line, err)
		}
		rows = append(rows, row)
	}
}

func readRow(f []string) (row normRow, err error) {
	row = normRow{leader: f[0], index: f[1], source: f[7], page: f[8], coder: f[9], sd: math.NaN(), odd: math.NaN(), even: math.NaN()}
	if !isIndex(row.index) {
		return row, fmt.Errorf("there is no index %q", row.index)
	}
	if row.mean, err = number(f[2]); err != nil {
		return row, fmt.Errorf("mean: %w", err)
	}
	if f[3] != "" {
		if row.sd, err = number(f[3]); err != nil || row.sd <= 0 {
			return row, fmt.Errorf("sd %q is not a number above 0", f[3])
		}
	}
	if row.n, err = strconv.Atoi(f[4]); err != nil || row.n < 1 {
		return row, fmt.Errorf("n %q is not a count", f[4])
	}
	for k, x := range []*float64{&row.odd, &row.even} {
		if f[5+k] == "" {
			continue
		}
		if *x, err = number(f[5+k]); err != nil {
			return row, fmt.Errorf("%s: %w", normColumns[5+k], err)
		}
	}
	return row, nil
}

func number(s string) (float64, error) {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(x) || math.IsInf(x, 0) || math.Abs(x) > 1 {
		return 0, fmt.Errorf("%q is not a score between -1 and 1", s)
	}
	return x, nil
}

func isIndex(name string) bool {
	is := func(pair [2]string) bool { return pair[0] == name }
	return slices.ContainsFunc(vicsNames[:], is) || slices.ContainsFunc(traitNames[:], is)
}

// CSV writes the sample.
func (n *Norms) CSV() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write(normColumns) // a buffer takes everything
	for _, r := range n.rows {
		_ = w.Write([]string{r.leader, r.index, printed(r.mean), printed(r.sd), strconv.Itoa(r.n), printed(r.odd), printed(r.even), r.source, r.page, r.coder})
	}
	w.Flush()
	return b.Bytes()
}

// printed writes a score; one that is unknown is left empty.
func printed(x float64) string {
	if math.IsNaN(x) {
		return ""
	}
	return strconv.FormatFloat(x, 'f', 6, 64)
}

// percentile is the share of a sorted sample that lies below a score, ties by half.
func percentile(sorted []float64, x float64) float64 {
	below, _ := slices.BinarySearch(sorted, x)
	upto := below
	for upto < len(sorted) && sorted[upto] == x {
		upto++
	}
	return 100 * ratio(below+upto, 2*len(sorted))
}

// moments are mean and standard deviation.
func moments(list []float64) (mean, sd float64) {
	for _, x := range list {
		mean += x
	}
	mean /= float64(len(list))
	for _, x := range list {
		sd += float64((x - mean) * (x - mean))
	}
	return mean, math.Sqrt(sd / float64(max(len(list)-1, 1)))
}

// published finds the shipped norm of an index of the operational code.
func publishedNorm(index string) (normRow, bool) {
	k := slices.IndexFunc(publishedRows, func(r normRow) bool { return r.index == index })
	if k < 0 {
		return normRow{}, false
	}
	return publishedRows[k], true
}

// anchors are the words for distances from a norm, one every half of a standard
// deviation [schafer2006].
var anchors = []string{"average", "somewhat", "definitely", "very", "extremely"}

// anchor words a distance in standard deviations: "very low".
func anchor(z float64) string {
	k := min(int(math.Floor(math.Abs(z)/0.5)), len(anchors)-1)
	switch {
	case k == 0:
		return anchors[0]
	case z < 0:
		return anchors[k] + " low"
	}
	return anchors[k] + " high"
}
