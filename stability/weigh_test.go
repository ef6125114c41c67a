package stability

import (
	"math"
	"strings"
	"testing"

	"reckon"
	"reckon/casetest"
)

// weighed is a case of one actor with three options, each wanted with points.
func weighed(points ...float64) (*reckon.Case, []reckon.Mind) {
	c := &reckon.Case{Actors: []reckon.Actor{{Name: "a"}}}
	m := reckon.Mind{Actor: "a"}
	for k, x := range points {
		c.Options = append(c.Options, reckon.Option{})
		c.Actors[0].Options = append(c.Actors[0].Options, k)
		m.Wants = append(m.Wants, reckon.Want{That: casetest.Opt(k), Points: x})
	}
	return c, []reckon.Mind{m}
}

func TestPointsAreAddedAsDecimals(t *testing.T) {
	c, minds := weighed(0.1, 0.2, 0.3)
	g, err := Compile(c, minds, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []int{0, 1, 2, 3, 3, 4, 5, 6} // 0, .1, .2, .1+.2, .3, .4, .5, .6
	for s, r := range want {
		if got := g.Rank(0, reckon.State(s)); got != r {
			t.Errorf("state %03b has rank %d, want %d", s, got, r)
		}
	}
	for r, u := range g.Utility(0, 2) {
		if want := float64(r) / 6; math.Abs(u-want) > 1e-15 {
			t.Errorf("rank %d has utility %v, want %v", r, u, want)
		}
	}
}

// TestPointsRankAnyWay: a negative number is a thing unwanted, and a want without
// points beside others with points adds nothing.
func TestPointsRankAnyWay(t *testing.T) {
	c, minds := weighed(3, 0, -5)
	g, err := Compile(c, minds, nil)
	if err != nil {
		t.Fatal(err)
	}
	for s, r := range []int{2, 3, 2, 3, 0, 1, 0, 1} {
		if got := g.Rank(0, reckon.State(s)); got != r {
			t.Errorf("state %03b has rank %d, want %d", s, got, r)
		}
	}
	if u := g.Utility(0, 2); u[0] != 0 || u[1] != 3.0/8 || u[2] != 5.0/8 || u[3] != 1 {
		t.Errorf("utility %v is not linear in the score", u)
	}
}

func TestPointsThatCannotBeAdded(t *testing.T) {
	for _, points := range [][]float64{{1e15, 0.001}, {math.Inf(1)}, {math.NaN()}, {9e15, 9e15}, {-1 << 63}} {
		c, minds := weighed(points...)
		if _, err := Compile(c, minds, nil); err == nil || !strings.Contains(err.Error(), "rounder") {
			t.Errorf("%v: %v", points, err)
		}
	}
}
