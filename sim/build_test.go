package sim

import (
	"context"
	"math"
	"testing"

	"reckon"
)

// still is a case in which nothing happens by itself: weeks from 1 January 2026 on,
// an actor a who keeps his option x off.
func still(weeks int) *reckon.Case {
	from := day("2026-01-01")
	return &reckon.Case{
		Name: "still", AsOf: from, From: from, Until: from + reckon.Date(7*weeks), Step: "week",
		Actors:  []reckon.Actor{{Name: "a", Options: []int{0}}},
		Options: []reckon.Option{{Name: "a.x"}},
		Minds:   []reckon.Mind{{Actor: "a", Temper: best(), Wants: []reckon.Want{{Name: "off", That: with("!", opt(0))}}}},
	}
}

// best is the temper of one who always does what is best at once.
func best() reckon.Temper {
	return reckon.Temper{Concept: reckon.Nash, Precision: math.Inf(1), Emphasis: 2}
}

// free is a measure without bounds.
func free(name string) reckon.Measure {
	return reckon.Measure{Name: name, Low: math.Inf(-1), High: math.Inf(1)}
}

// ask adds a question over the whole run.
func ask(c *reckon.Case, name string, when reckon.Expr) {
	c.Questions = append(c.Questions, reckon.Question{Name: name, Closes: c.Until.String() + "T12:00:00Z", When: when})
}

func model(tb testing.TB, c *reckon.Case, set Settings) *Model {
	tb.Helper()
	m, err := New(c, nil, set)
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

func tallied(tb testing.TB, m *Model, job Job) *Tally {
	tb.Helper()
	t, err := m.Run(context.Background(), job)
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

func bytesOf(tb testing.TB, t *Tally) string {
	tb.Helper()
	b, err := t.MarshalBinary()
	if err != nil {
		tb.Fatal(err)
	}
	return string(b)
}

// within4 checks a count of so many runs against its probability.
func within4(tb testing.TB, what string, count, runs int, p float64) {
	tb.Helper()
	deviation := math.Sqrt(p * (1 - p) / float64(runs))
	if got := float64(count) / float64(runs); math.Abs(got-p) > 4*deviation+1e-12 {
		tb.Errorf("%s: %v of the runs, exactly %v ± %v", what, got, p, deviation)
	}
}
