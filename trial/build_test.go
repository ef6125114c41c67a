package trial

import (
	"fmt"
	"math"
	"testing"

	"reckon"
)

// Options of the hand-made case: the leader may dare or talk, the other answer.
const (
	dare reckon.State = 1 << iota
	talk
	answers
)

var (
	hold   = reckon.Move{}
	dares  = reckon.Move{On: dare}
	ceases = reckon.Move{Off: dare}
	talks  = reckon.Move{On: talk}
	hushes = reckon.Move{Off: talk}
)

func opt(k int) reckon.Expr         { return reckon.Expr{Op: "option", Option: k} }
func not(e reckon.Expr) reckon.Expr { return reckon.Expr{Op: "!", Args: []reckon.Expr{e}} }

func want(that reckon.Expr) []reckon.Want { return []reckon.Want{{Name: "w", That: that}} }

// plain is a temper that looks at the aim alone, so that with one want the odds
// of a move that fulfils it against one that does not are e^precision.
func plain(odds float64) reckon.Temper {
	return reckon.Temper{Concept: reckon.Nash, Precision: math.Log(odds), Emphasis: 2}
}

// one is a reading of the leader with one want.
func one(name string, dated reckon.Date, that reckon.Expr, odds float64) reckon.Reading {
	return reckon.Reading{
		Name: name, Title: name, Dated: dated,
		Minds: []reckon.Mind{{Actor: "leader", Temper: plain(odds), Wants: want(that)}},
	}
}

// chose is a choice of the leader.
func chose(day reckon.Date, weight float64, basis string, took reckon.Move, instead ...reckon.Move) reckon.Event {
	return reckon.Event{
		ID: fmt.Sprint("d", int(day)), Date: day, Until: day, Actor: "leader", Took: took, Instead: instead,
		Choice: true, Basis: basis, Weight: weight,
	}
}

// then is a row that only carries the state forward.
func then(day reckon.Date, actor string, took reckon.Move) reckon.Event {
	return reckon.Event{ID: fmt.Sprint("e", int(day)), Date: day, Until: day, Actor: actor, Took: took}
}

// stage of the hand-made case, without readings or record.
func world() *reckon.Case {
	return &reckon.Case{
		Name: "hand", Subject: "leader", From: 1,
		Actors: []reckon.Actor{{Name: "leader", Options: []int{0, 1}}, {Name: "other", Options: []int{2}}},
		Options: []reckon.Option{
			{Name: "leader.dare", Posture: 1}, {Name: "leader.talk", Posture: -1}, {Name: "other.answer", Actor: 1},
		},
	}
}

// handMade is the case whose numbers are worked out in TestByHand.
func handMade() *reckon.Case {
	c := world()
	c.AsOf = 25
	c.Readings = []reckon.Reading{one("hawk", 10, opt(0), 3), one("dove", 20, not(opt(0)), 4)}
	c.Record = []reckon.Event{
		chose(5, 1, "own words", dares, hold),
		then(6, "leader", ceases),
		chose(12, 1, "own words", dares, hold),
		then(13, "leader", ceases),
		chose(25, 0.5, "office", hold, dares),
		chose(26, 1, "own words", talks, hold, dares),
		chose(27, 1, "own words", hushes, hold),
		{ID: "d28", Date: 28, Actor: "leader", Choice: true, Basis: "office", Note: "nobody knows what he chose"},
		{ID: "d29", Date: 29, Actor: "other", Choice: true, Weight: 1, Took: reckon.Move{On: answers}, Instead: []reckon.Move{hold}},
	}
	return c
}

func run(tb testing.TB, c *reckon.Case) *Report {
	tb.Helper()
	r, err := Run(c, Settings{})
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func near(tb testing.TB, what string, got, want float64) {
	tb.Helper()
	if !(math.Abs(got-want) < 2e-6) {
		tb.Errorf("%s = %.7f, want %.7f", what, got, want)
	}
}
