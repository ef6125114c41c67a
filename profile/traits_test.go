package profile

import (
	"fmt"
	"math"
	"testing"

	"reckon/readtest"
)

// A vector of the typology: a score each on its side of the thresholds.
type typed struct {
	bace, pwr, sc, cc, task float64
	want                    string
}

func TestBarStyle(t *testing.T) {
	all := []typed{
		{.50, .60, .70, .40, .65, "expansionistic"},
		{.50, .60, .70, .40, .50, "evangelistic"},
		{.50, .60, .40, .50, .65, "incremental"},
		{.50, .60, .40, .50, .50, "charismatic"},
		{.40, .40, .70, .40, .65, "directive"},
		{.40, .40, .70, .40, .50, "consultative"},
		{.40, .40, .40, .50, .65, "reactive"},
		{.40, .40, .40, .50, .50, "accommodative"},
		{.40, .50, .85, .57, .65, "incremental"},    // PWR at its threshold is not below it; both high is open
		{.44, .40, .81, .57, .59, "evangelistic"},   // so is BACE; SC of .81 is not above; TASK of .59 is not above
		{.43, .49, .60, .60, .60, "directive"},      // CC must exceed SC
		{.43, .49, .90, .561, .30, "accommodative"}, // both high
	}
	right := 0
	for _, v := range all {
		s, ok := hermann.style([traitCount]float64{bace: v.bace, pwr: v.pwr, sc: v.sc, cc: v.cc, task: v.task, igb: .4, dis: .4})
		if ok && s.Name == v.want {
			right++
		} else {
			t.Errorf("%+v: %s", v, s.Name)
		}
	}
	readtest.Check(t, readtest.Row{Task: "LTA styles, rule table met", Figure: float64(right) / float64(len(all)), Bar: 1, Peers: "thresholds of Hermann's 87 heads of state", Details: fmt.Sprintf("%d of %d", right, len(all))})
}

func TestBarTraits(t *testing.T) {
	// Shares that give the printed means of 87 heads of state.
	c := traits{bace: {44, 100}, pwr: {50, 100}, sc: {31, 50}, cc: {11, 25}, task: {59, 100}, igb: {21, 50}, dis: {41, 100}}
	x, right := c.indices(), 0
	for k, want := range hermann.mean {
		if math.Abs(x[k]-want) < 1e-12 {
			right++
		}
	}
	norms := published87(t)
	for k := range hermann.mean {
		if norms[traitNames[k][0]] != hermann.mean[k] {
			t.Errorf("%s: table and thresholds differ", traitNames[k][0])
		}
	}
	readtest.Check(t, readtest.Row{Task: "LTA shares, printed means met", Figure: float64(right) / float64(traitCount), Bar: 1, Peers: "Hermann 2003, 87 heads of state"})
}

// published87 reads the means of heads of state out of the shipped table.
func published87(t *testing.T) map[string]float64 {
	t.Helper()
	means := map[string]float64{}
	for _, r := range publishedRows {
		if r.n == 87 {
			means[r.index] = r.mean
		}
	}
	return means
}

func TestWorld(t *testing.T) {
	seen := map[string]bool{}
	for _, d := range []float64{.2, .41} {
		for _, g := range []float64{.2, .42} {
			s, _ := hermann.style([traitCount]float64{igb: g, dis: d})
			seen[s.World] = true
		}
	}
	if len(seen) != 4 {
		t.Errorf("%d worlds", len(seen))
	}
	if _, ok := hermann.style([traitCount]float64{bace: math.NaN()}); ok {
		t.Error("a style from an unknown score")
	}
}
