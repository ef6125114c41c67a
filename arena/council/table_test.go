package council

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon/arena"
)

// said checks that each expected word pair, of the place and the message, is in one
// fault, and that there are no more faults than pairs.
func said(t *testing.T, f arena.Faults, want ...[2]string) {
	t.Helper()
	for _, w := range want {
		found := false
		for _, fault := range f {
			found = found || strings.Contains(fault.At, w[0]) && strings.Contains(fault.Message, w[1])
		}
		if !found {
			t.Errorf("no fault at %q with %q in %v", w[0], w[1], f)
		}
	}
	if len(f) != len(want) {
		t.Errorf("%d faults, not %d: %v", len(f), len(want), f)
	}
}

func TestAllFaultsOfATableAreFound(t *testing.T) {
	table := invented(5, 2)
	table.Seats[0].Power = math.NaN()
	table.Seats[1].Name = table.Seats[0].Name
	table.Seats[2].Position[1] = 1.2
	table.Seats[2].Salience[0] = -0.1
	table.Seats[3].Salience = []float64{0.7, 0.7}
	table.Seats[4].Name, table.Seats[4].Position, table.Seats[4].Ideal = "", []float64{0.5}, []float64{math.Inf(-1), 0}
	table.Accommodation = [][]float64{{0.5, 0.6, 0, 0, 0}, {2, 0, 0, 0, 0}, {0}, make([]float64, 5), make([]float64, 5)}
	said(t, table.Check(),
		[2]string{`seat "seat 1": power`, "NaN"},
		[2]string{`seat "seat 1"`, "seats 1 and 2 share this name"},
		[2]string{`seat "seat 3": position on "issue 2"`, "1.2"},
		[2]string{`seat "seat 3": salience on "issue 1"`, "-0.1"},
		[2]string{`seat "seat 4": salience`, "sum to 1.4"},
		[2]string{"seat 5", "needs a name"},
		[2]string{"seat 5: position", "1 numbers for 2"},
		[2]string{`seat 5: ideal on "issue 1"`, "-Inf"},
		[2]string{`accommodation of seat "seat 1"`, "sum to 1.1"},
		[2]string{`accommodation of seat "seat 1" to seat "seat 1"`, "2"},
		[2]string{`accommodation of seat "seat 1"`, "sum to 2"},
		[2]string{`accommodation of seat "seat 3"`, "1 shares for 5"},
	)
	if table.Mean() != nil || table.Median() != nil || table.CSV() != nil || (Table{}).Mean() != nil {
		t.Error("a table with faults has neither forecast nor file")
	}
	said(t, Table{Dimensions: []string{"x"}, Seats: invented(1, 1).Seats}.Check(), [2]string{"seats", "at least two"})
	said(t, Table{Seats: invented(251, 1).Seats}.Check(), [2]string{"seats", "at most 250"}, [2]string{"dimensions", "at least one"})
	table = invented(3, 1)
	for i := range table.Seats {
		table.Seats[i].Power = 0
	}
	_, f := table.Spatial(SpatialRules{Vote: "Loud", Quiet: -1, MaxTurns: -1})
	said(t, f, [2]string{"seats: power", "nobody"}, [2]string{"rules: vote", "Proportional, Binary"}, [2]string{"rules: quiet", ""}, [2]string{"rules: turns", ""})
	_, f = table.Challenge(ChallengeRules{Dimension: 3, Unrest: math.NaN(), Grid: 2, Rounds: -1, Security: "none"})
	said(t, f, [2]string{"seats: power", "nobody"}, [2]string{"rules: dimension", "3"}, [2]string{"rules: unrest", ""}, [2]string{"rules: grid", ""}, [2]string{"rules: rounds", ""}, [2]string{"rules: security", "Neutral"})
}

func TestMeanAndMedian(t *testing.T) {
	table := emissions()
	if m := 100 * table.Mean()[0]; math.Abs(m-5.003/0.677) > 1e-12 {
		t.Errorf("mean %v", m)
	}
	if m := table.Median()[0]; m != 0.07 {
		t.Errorf("median %v", m)
	}
	for i := range table.Seats {
		table.Seats[i].Salience[0] = 0
	}
	// Nobody cares, so power alone weighs: 4 has .32, 7 has .21 and 10 has .48 of 1.01.
	if m, half := 100*table.Mean()[0], table.Median()[0]; math.Abs(m-(4*.32+7*.21+10*.48)/1.01) > 1e-12 || half != 0.07 {
		t.Errorf("mean %v, median %v", m, half)
	}
	if !strings.Contains(Caveat, "22.99") || !strings.Contains(Caveat, "mean") {
		t.Error("the caveat names its figures")
	}
}

// TestMedianWinsEveryVote: no position is nearer for more than half of the weight.
func TestMedianWinsEveryVote(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := drawn(t, 8)
		m := table.Median()
		for k := range table.Dimensions {
			for _, rival := range table.Seats {
				less, more := 0.0, 0.0
				for _, s := range table.Seats {
					w := s.Power * s.Salience[k]
					switch {
					case rival.Position[k] < m[k] && s.Position[k] >= m[k], rival.Position[k] > m[k] && s.Position[k] <= m[k]:
						more += w
					default:
						less += w
					}
				}
				if rival.Position[k] != m[k] && less > more+1e-9 {
					t.Fatalf("on %d, %v beats the median %v by %v to %v", k, rival.Position[k], m[k], less, more)
				}
			}
		}
	})
}

func TestLeversOfTheMean(t *testing.T) {
	table := Table{Dimensions: []string{"x"}, Seats: []Seat{
		{Name: "a", Power: 3, Position: []float64{0.2}, Salience: []float64{0.5}},
		{Name: "b", Power: 1, Position: []float64{0.8}, Salience: []float64{0.5}},
	}}
	outcome, levers, f := table.Levers(Table.Mean, 0.2, []float64{0.36})
	if len(f) > 0 || len(levers) != 12 || math.Abs(outcome[0]-0.35) > 1e-12 {
		t.Fatalf("%v, %d levers, %v", outcome, len(levers), f)
	}
	flips := 0
	for i, l := range levers {
		if i > 0 && l.Shift > levers[i-1].Shift {
			t.Error("the largest shift comes first")
		}
		if l.Flips != (l.Outcome[0] >= 0.36) {
			t.Errorf("%+v", l)
		}
		if l.Flips {
			flips++
		}
		// A step of a position moves the mean by its weight, ¾ or ¼.
		if l.Input == OfPosition && math.Abs(l.Shift-math.Abs(l.To-l.From)*[]float64{.75, .25}[l.Seat]) > 1e-12 {
			t.Errorf("%+v", l)
		}
		if ideal := table.Seats[l.Seat].Position[0]; math.Abs(l.Nearer-(math.Abs(0.35-ideal)-math.Abs(l.Outcome[0]-ideal))) > 1e-12 {
			t.Errorf("%+v", l)
		}
	}
	if flips == 0 || flips == len(levers) {
		t.Errorf("%d flips", flips)
	}
	// b, who wants 0.8, does best to ask for all: the mean goes from .35 to .4.
	best, helps, f := table.BestMove(1, Table.Mean, 0.1)
	if len(f) > 0 || !helps || best.Input != OfSalience || best.To != 1 || math.Abs(best.Outcome[0]-0.44) > 1e-12 {
		t.Errorf("%+v %v %v", best, helps, f)
	}
	if _, helps, _ = table.BestMove(0, func(Table) []float64 { return []float64{0.2} }, 0.1); helps {
		t.Error("nothing can help who has what he wants")
	}
	_, _, f = table.Levers(Table.Mean, math.NaN(), nil)
	said(t, f, [2]string{"step", "NaN"})
	_, _, f = table.BestMove(7, Table.Mean, 1e-9)
	said(t, f, [2]string{"seat", "7"}, [2]string{"step", "finer"})
}

func TestPivotsOfTheMean(t *testing.T) {
	table := Table{Dimensions: []string{"x"}, Seats: []Seat{
		{Name: "a", Power: 3, Position: []float64{0.2}, Salience: []float64{0.5}},
		{Name: "b", Power: 1, Position: []float64{0.8}, Salience: []float64{0.5}},
	}}
	pivots, f := table.Pivots(Table.Mean, 0.01, []float64{0.355})
	if len(f) > 0 {
		t.Fatal(f)
	}
	got := map[string]float64{}
	for _, p := range pivots {
		direction := "up"
		if p.To < p.From {
			direction = "down"
		}
		got[table.Seats[p.Seat].Name+" "+string(p.Input)+" "+direction] = p.To
		if !p.Flips || p.Outcome[0] < 0.355 {
			t.Errorf("%+v", p)
		}
	}
	// The mean is .35: a, with ¾ of the weight, must rise by .0067, b by .02. The
	// weight of b must be .155/.6 of all, that is .3483 times that of a.
	want := map[string]float64{
		"a position up": 0.21, "b position up": 0.82,
		"a power down": 3 / math.Pow(1.01, 5), "b power up": math.Pow(1.01, 5),
		"a salience down": 0.47, "b salience up": 0.53,
	}
	for name, x := range want {
		if math.Abs(got[name]-x) > 1e-9 {
			t.Errorf("%s: to %v, not %v", name, got[name], x)
		}
	}
	if len(got) != len(want) || len(pivots) != len(want) {
		t.Errorf("pivots %v", got)
	}
	_, f = table.Pivots(Table.Mean, 1e-5, nil)
	said(t, f, [2]string{"line", "0 numbers"}, [2]string{"step", "finer"})
}

func TestLeversOfTheModels(t *testing.T) {
	table := invented(6, 2)
	spatial := func(t Table) []float64 {
		c, _ := t.Spatial(SpatialRules{})
		return c.Outcome()
	}
	outcome, levers, f := table.Levers(spatial, 0.1, nil)
	if c, _ := table.Spatial(SpatialRules{}); len(f) > 0 || !within(outcome, c.Outcome(), 0) || levers[0].Shift == 0 {
		t.Errorf("%v, %v", outcome, f)
	}
}
