package profile

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// sampled gives the scores of the shipped sample by leader and index.
func sampled(t *testing.T) map[string]map[string]normRow {
	t.Helper()
	by := map[string]map[string]normRow{}
	for _, r := range presidents.rows {
		if by[r.leader] == nil {
			by[r.leader] = map[string]normRow{}
		}
		if _, twice := by[r.leader][r.index]; twice {
			t.Errorf("%s has %s twice", r.leader, r.index)
		}
		if r.coder != coder {
			t.Errorf("%s of %s is by %q, not by %q: make the sample again (docs/profile.md)", r.index, r.leader, r.coder, coder)
		}
		by[r.leader][r.index] = r
	}
	return by
}

// The shipped scores hang together as the formulas say, so that nobody can have
// changed one of them by hand.
func TestPresidentsHangTogether(t *testing.T) {
	by := sampled(t)
	if len(by) != 14 {
		t.Errorf("%d leaders", len(by))
	}
	for leader, x := range by {
		if len(x) != vicsCount+traitCount {
			t.Errorf("%s has %d indices", leader, len(x))
		}
		for _, of := range []func(normRow) float64{func(r normRow) float64 { return r.mean }, func(r normRow) float64 { return r.odd }, func(r normRow) float64 { return r.even }} {
			v := func(k int) float64 { return of(x[vicsNames[k][0]]) }
			whole, balance, mean := 0.0, 0.0, 0.0
			for k, value := range values {
				whole += v(i5 + k)
				balance += v(i5+k) * float64(sign1(value))
				mean += v(i5+k) * float64(value) / 3
			}
			for name, gap := range map[string]float64{
				"shares": whole - 1, "I-1": balance - v(i1), "I-2": mean - v(i2), "P-5": 1 - v(p3)*v(p4) - v(p5), "Summary": (v(i1)-v(p1))/2 - v(summary),
			} {
				if math.IsNaN(gap) || math.Abs(gap) > 1e-5 {
					t.Errorf("%s: %s is off by %v", leader, name, gap)
				}
			}
		}
		for _, pair := range traitNames { // a share of the whole lies between those of its halves
			if r := x[pair[0]]; r.mean < min(r.odd, r.even)-1e-6 || r.mean > max(r.odd, r.even)+1e-6 {
				t.Errorf("%s: %s is %v, of the halves %v and %v", leader, r.index, r.mean, r.odd, r.even)
			}
		}
	}
}

func sign1(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

// The table in docs/profile.md is that of the shipped sample.
func TestPresidentsAreAsDocumented(t *testing.T) {
	text, err := os.ReadFile("../docs/profile.md")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, pair := range append(traitNames[:], vicsNames[:]...) {
		all = append(all, pair[0])
	}
	for _, name := range all {
		list := presidents.scores(name)
		mean, sd := moments(list)
		r := presidents.reliability(name)
		want := fmt.Sprintf("| %s | %.3f | %.3f | %.3f – %.3f | %.2f |", name, mean, sd, list[0], list[len(list)-1], r.Value)
		want = strings.ReplaceAll(want, "-0.", "−0.")
		if !r.Known || !strings.Contains(string(text), want) {
			t.Errorf("docs/profile.md lacks %s", want)
		}
	}
	if n := len(regexp.MustCompile(`(?m)^\| .* – .* \|$`).FindAllString(string(text), -1)); n != len(all) {
		t.Errorf("%d rows of figures, want %d", n, len(all))
	}
}

// halves is a sample with given scores over both halves.
func halves(odd, even []float64) *Norms {
	n := &Norms{}
	for k := range odd {
		n.rows = append(n.rows, normRow{leader: fmt.Sprint(k), index: "SC", mean: (odd[k] + even[k]) / 2, sd: math.NaN(), odd: odd[k], even: even[k], n: 1, coder: coder})
	}
	return n
}

func TestReliability(t *testing.T) {
	up := []float64{.1, .2, .3, .4, .5, .6, .7, .8, .9, 1}
	if r := halves(up, up).reliability("SC"); !r.Known || math.Abs(r.Value-1) > 1e-12 {
		t.Errorf("equal halves: %+v", r)
	}
	// Swapped neighbours: r = 1 − 6·10/(10·99) = 31/33, stepped up 31/32.
	if r := halves(up, []float64{.2, .1, .4, .3, .6, .5, .8, .7, 1, .9}).reliability("SC"); math.Abs(r.Value-31./32) > 1e-12 {
		t.Errorf("swapped neighbours: %v, want %v", r.Value, 31./32)
	}
	for name, n := range map[string]*Norms{"few": halves(up[:9], up[:9]), "flat": halves(up, make([]float64, 10)), "none": {}} {
		if r := n.reliability("SC"); r.Known {
			t.Errorf("%s: %+v", name, r)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.Float64Range(0, 1), 20, 20).Draw(t, "scores")
		a, b := halves(list[:10], list[10:]).reliability("SC"), halves(list[10:], list[:10]).reliability("SC")
		if a.Known != b.Known || math.Abs(a.Value-b.Value) > 1e-9 || a.Known && a.Value > 1+1e-9 {
			t.Fatalf("%+v and %+v", a, b)
		}
	})
}

// Reckon's own sample stands beside prepared words alone, and nobody beside himself.
func TestWhoIsComparedWithPresidents(t *testing.T) {
	for _, row := range []struct {
		set    Settings
		source Source
		size   int
	}{
		{Settings{}, Prepared, 14},
		{Settings{Speaker: "barack obama"}, Prepared, 13},
		{Settings{Translated: true}, Prepared, 0},
		{Settings{}, Interview, 0},
		{Settings{}, Written, 0},
		{Settings{}, Quoted, 0},
		{Settings{}, "", 0},
		{Settings{Norms: halves(make([]float64, 11), make([]float64, 11)), Translated: true}, Interview, 11},
	} {
		x := Index{Name: "SC", Estimate: Estimate{Known: true, Interval: true, Value: .2, Low: .1, High: .3}}
		n, why := row.set.sample(row.source)
		if (n == nil) != (why != "") {
			t.Fatalf("%+v: %v and %q", row, n, why)
		}
		if n != nil {
			x.place(n)
		}
		if x.Size != row.size || x.ShareLow > x.Share || x.Share > x.ShareHigh {
			t.Errorf("%q of %q: %d leaders, %v ≤ %v ≤ %v", row.source, row.set.Speaker, x.Size, x.ShareLow, x.Share, x.ShareHigh)
		}
	}
}

// What is added is split by every other document.
func TestAddSplitsDocuments(t *testing.T) {
	var coded []*Coded
	for k := range 4 {
		c := &Coded{Document: fmt.Sprint(k), Words: 2_000}
		u := unit{words: 2_000}
		u.traits[sc] = share{k, 10}
		c.units = []unit{u}
		coded = append(coded, c)
	}
	var n Norms
	if why := n.Add("Ada Example", coded); why != "" {
		t.Fatal(why)
	}
	for _, r := range n.rows {
		if r.index == "SC" && (r.odd != .1 || r.even != .2 || r.mean != .15) {
			t.Errorf("%+v", r)
		}
	}
	if len(n.rows) == 0 {
		t.Error("nothing added")
	}
}
