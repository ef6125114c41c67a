package profile

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon/readtest"
)

// published is one printed value of an index and the counts it follows from.
type published struct {
	source string
	counts tally
	index  int
	value  string
}

func vectors() []published {
	// Luengas 2020, table 1; the values from P-3 on follow by the formulas.
	luengas := tally{self: {3: 2, 5: 1}, other: {2: 3, 3: 5, 5: 3}}
	// The shares of Carter's own acts, per hundred; P-1 of .45 stands for others.
	carter := tally{self: {9, 1, 0, 8, 51, 31}, other: {2: 275, 3: 725}}
	var all []published
	for index, value := range map[int]string{i1: "1.0", i2: ".5556", p1: ".4545", p2: ".3333", p3: ".2264", p4: ".2143", p5: ".9515", i3: ".4667", i4a: "0", i4b: ".6667"} {
		all = append(all, published{"Luengas", luengas, index, value})
	}
	for index, value := range map[int]string{i1: ".80", i2: ".58", i4a: ".20", i4b: ".80", p1: ".45", summary: ".18"} {
		all = append(all, published{"Carter", carter, index, value})
	}
	for plus, flexible := range map[int]string{93: ".14"} { // I-1 of .86 before the invasion of Afghanistan
		all = append(all, published{"Carter, before", tally{self: {0: 100 - plus, 5: plus}}, i4a, flexible})
	}
	for plus, flexible := range map[int]string{865: ".27"} { // I-1 of .73 after it
		all = append(all, published{"Carter, after", tally{self: {0: 1000 - plus, 5: plus}}, i4a, flexible})
	}
	return all
}

// agrees says whether a value rounds to what is printed.
func agrees(x float64, printed string) bool {
	want, err := strconv.ParseFloat(printed, 64)
	if err != nil {
		return false
	}
	_, decimals, _ := strings.Cut(printed, ".")
	return math.Abs(x-want) <= 0.5*math.Pow10(-len(decimals))+1e-9
}

func TestBarVICS(t *testing.T) {
	all, right := vectors(), 0
	for _, v := range all {
		if x := v.counts.indices(); agrees(x[v.index], v.value) {
			right++
		} else {
			t.Errorf("%s: %s is %v, printed %s", v.source, vicsNames[v.index][0], x[v.index], v.value)
		}
	}
	readtest.Check(t, readtest.Row{Task: "VICS, printed values met", Figure: float64(right) / float64(len(all)), Bar: 1, Peers: "Luengas 2020; Walker, Schafer and Young 1998", Details: fmt.Sprintf("%d of %d", right, len(all))})
}

// Carter's P-5 of .76 is within what the rounding of P-3 and P-4 allows.
func TestChanceOfCarter(t *testing.T) {
	if high, low := 1-.355*.685, 1-.365*.695; high < .755 || low > .765 {
		t.Errorf("P-5 lies between %v and %v", low, high)
	}
}

func TestIndicesHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var c tally
		for s := range c {
			for k := range c[s] {
				c[s][k] = rapid.IntRange(0, 40).Draw(t, "count")
			}
		}
		x := c.indices()
		for k, v := range x {
			if v != v {
				if c.lacking(k) == "" {
					t.Fatalf("%s is unknown without a reason", vicsNames[k][0])
				}
				continue
			}
			if c.lacking(k) != "" {
				t.Fatalf("%s is %v, and yet %s", vicsNames[k][0], v, c.lacking(k))
			}
			low := 0.0
			if k == p1 || k == p2 || k == i1 || k == i2 || k == summary {
				low = -1
			}
			if v < low-1e-12 || v > 1+1e-12 {
				t.Fatalf("%s is %v", vicsNames[k][0], v)
			}
		}
		near := func(name string, a, b float64) {
			if a == a && math.Abs(a-b) > 1e-12 {
				t.Fatalf("%s: %v and %v", name, a, b)
			}
		}
		near("P-5", x[p5], 1-x[p3]*x[p4])
		near("I-4a", x[i4a], 1-math.Abs(x[i1]))
		near("Summary", x[summary], (x[i1]-x[p1])/2)
		sum, tactics := 0.0, 0.0
		for k := range categories {
			sum += x[i5+k]
			tactics += x[i5+k] * float64(values[k]) / 3
		}
		near("I-5", sum, 1)
		near("I-2", x[i2], tactics)
		near("P-4b", 1-x[p4], ratio(c.of(other).n, c.of(other).n+c.of(self).n))
	})
}

func TestUnknown(t *testing.T) {
	none := tally{}
	if x := none.indices(); x[p1] == x[p1] || none.lacking(p1) != "no coded verb" || none.signs() != "" {
		t.Errorf("nothing coded: %v", x)
	}
	mine := tally{self: {3: 4}}
	for index, why := range map[int]string{p1: "no coded verb of others", p5: "no coded verb of others", summary: "no coded verb of others", i1: "", p4: ""} {
		if got := mine.lacking(index); got != why {
			t.Errorf("%s: %q, want %q", vicsNames[index][0], got, why)
		}
	}
	theirs := tally{other: {0: 4}}
	if theirs.lacking(i3) != "no coded verb of his own" || theirs.lacking(p3) != "" || theirs.indices()[p3] != 1 {
		t.Error("others alone")
	}
}
