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
	n                                  int
}

// normColumns are the columns of such a table.
var normColumns = []string{"leader", "index", "mean", "sd", "n", "source", "page", "coder"}

// publishedRows are the tables that are shipped, as printed in their sources
// [luengas2020] [hermann2003].
var publishedRows = loadPublished()

func loadPublished() []normRow {
	var all []normRow
	for _, name := range []string{"vics", "lta"} {
		text, err := normFiles.ReadFile("norms/" + name + ".csv")
		if err != nil {
			panic("profile: the norms are not built in: " + err.Error())
		}
		rows, err := readRows(name, bytes.NewReader(text))
		if err != nil {
			panic("profile: " + err.Error())
		}
		all = append(all, rows...)
	}
	return all
}

// coder names the rules and lists that scores were made with. Scores of another
// coder are on another scale.
const coder = "reckon 1"

// maxNorms bounds a table of norms.
const maxNorms = 1_000_000

// Norms is a sample of scores made by this coder: one row a leader and index.
type Norms struct {
	rows []normRow
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
		row := normRow{leader: f[0], index: f[1], source: f[5], page: f[6], coder: f[7], sd: math.NaN()}
		if !isIndex(row.index) {
			return nil, fmt.Errorf("%s, line %d: there is no index %q", name, line, row.index)
		}
		if row.mean, err = number(f[2]); err != nil {
			return nil, fmt.Errorf("%s, line %d: mean: %w", name, line, err)
		}
		if f[3] != "" {
			if row.sd, err = number(f[3]); err != nil || row.sd <= 0 {
				return nil, fmt.Errorf("%s, line %d: sd %q is not a number above 0", name, line, f[3])
			}
		}
		if row.n, err = strconv.Atoi(f[4]); err != nil || row.n < 1 {
			return nil, fmt.Errorf("%s, line %d: n %q is not a count", name, line, f[4])
		}
		rows = append(rows, row)
	}
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

// Add puts the indices of one leader, all sources together, into the sample. It
// reports whether there was any: a profile that is refused adds none.
func (n *Norms) Add(leader, source string, p *Profile) bool {
	before := len(n.rows)
	for _, list := range [][]Index{p.All.VICS, p.All.LTA} {
		for _, x := range list {
			if x.Known {
				n.rows = append(n.rows, normRow{leader: leader, index: x.Name, mean: x.Value, sd: math.NaN(), n: 1, source: source, coder: coder})
			}
		}
	}
	return len(n.rows) > before
}

// CSV writes the sample.
func (n *Norms) CSV() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write(normColumns) // a buffer takes everything
	for _, r := range n.rows {
		_ = w.Write([]string{r.leader, r.index, strconv.FormatFloat(r.mean, 'f', 6, 64), "", strconv.Itoa(r.n), r.source, r.page, r.coder})
	}
	w.Flush()
	return b.Bytes()
}

// scores lists the sample's values of one index in ascending order.
func (n *Norms) scores(index string) []float64 {
	var list []float64
	for _, r := range n.rows {
		if r.index == index {
			list = append(list, r.mean)
		}
	}
	slices.Sort(list)
	return list
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

// leastSample is how many leaders a sample needs before it is compared with.
const leastSample = 10

// thresholds are the means of the sample, with one standard deviation above them
// for high complexity and confidence; false when it is too small for a trait.
func (n *Norms) thresholds() (thresholds, bool) {
	var h thresholds
	var sd [traitCount]float64
	for k := range traitNames {
		list := n.scores(traitNames[k][0])
		if len(list) < leastSample {
			return h, false
		}
		h.mean[k], sd[k] = moments(list)
	}
	h.highCC, h.highSC = h.mean[cc]+sd[cc], h.mean[sc]+sd[sc]
	return h, true
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
