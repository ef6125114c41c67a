package council

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// everyRule is each word of each switch, the others at their default.
func everyRule() []SpatialRules {
	var all []SpatialRules
	for i, w := range new(SpatialRules).words() {
		for _, word := range w.words {
			s := SpatialRules{Seed: 7, MaxTurns: 6}
			*s.words()[i].set = word
			all = append(all, s)
		}
	}
	return all
}

// TestSpatialStaysOnTheScale: whatever the rules, positions stay between those
// given, chances of distinct positions sum to 1, and nothing is no number.
func TestSpatialStaysOnTheScale(t *testing.T) {
	rules := everyRule()
	for i := range rules {
		for _, offers := range []Rule{InitRcvrInterp, PWCompInterp} {
			s := rules[i].AsKTAB()
			s.Offers = offers
			rules = append(rules, s)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		table := drawn(t, 6)
		for _, s := range table.Seats[1:] {
			if rapid.Bool().Draw(t, "beside") {
				copy(s.Position, table.Seats[0].Position)
			}
		}
		if rapid.Bool().Draw(t, "powerless") {
			table.Seats[1].Power = 0
			clear(table.Seats[1].Salience)
		}
		c, f := table.Spatial(rules[rapid.IntRange(0, len(rules)-1).Draw(t, "rules")])
		if len(f) > 0 {
			t.Fatal(f)
		}
		for turn, at := range c.Positions {
			for i := range at {
				if p, r := c.Chances[turn][i], c.Risk[turn][i]; !(p >= 0 && p <= 1 && r >= -1 && r <= 1) {
					t.Fatalf("turn %d seat %d: chance %v, risk %v", turn, i, p, r)
				}
				for k, x := range at[i] {
					low, high := 1.0, 0.0
					for _, s := range table.Seats {
						low, high = min(low, s.Position[k]), max(high, s.Position[k])
					}
					if !(x >= low-1e-9 && x <= high+1e-9) {
						t.Fatalf("turn %d seat %d: %v outside [%v, %v]", turn, i, x, low, high)
					}
				}
			}
		}
	})
}

func TestElectionsOfLikeOptionsAreUniform(t *testing.T) {
	for _, kind := range []Rule{Conditional, MarkovUniform, MarkovIncentive} {
		var e election
		p := e.elect(kind, Proportional, Linear, []float64{3, 1, 2}, make([]float64, 3*4), 4)
		if !within(p, []float64{.25, .25, .25, .25}, 1e-12) {
			t.Errorf("%s: %v", kind, p)
		}
	}
}

func TestUnanimousWinnerIsElected(t *testing.T) {
	// To all three, the second option is best and the others do alike.
	utilities := []float64{0, .5, 0, .1, .9, .1, .3, 1, .3}
	for _, kind := range []Rule{Conditional, MarkovUniform, MarkovIncentive} {
		var e election
		if p := e.elect(kind, Proportional, Linear, []float64{3, 1, 2}, utilities, 3); math.Abs(p[1]-1) > 2e-5 {
			t.Errorf("%s: %v", kind, p)
		}
	}
}

func TestPairwiseChancesSumToOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Float64Range(1e-8, 1e8).Draw(t, "a"), rapid.Float64Range(1e-8, 1e8).Draw(t, "b")
		for _, victory := range []Rule{Linear, Square, Quartic, Octic, Binary} {
			p, q := prevail(victory, a, b)
			r, s := prevail(victory, b, a)
			if !(math.Abs(p+q-1) < 1e-12 && math.Abs(p-s) < 1e-12 && math.Abs(q-r) < 1e-12 && (a < b) == (p < q)) {
				t.Fatalf("%s of %v and %v: %v and %v", victory, a, b, p, q)
			}
		}
	})
}

// TestElectionOfMany: where every option is all but surely beaten, chances are
// still numbers.
func TestElectionOfMany(t *testing.T) {
	m := 240
	weights, utilities := make([]float64, m), make([]float64, m*m)
	for k := range m {
		weights[k] = 1
		for o := range m {
			utilities[k*m+o] = float64((k+o)%m) / float64(m) // each option beats its neighbour: a cycle
		}
	}
	var e election
	p := e.elect(Conditional, Proportional, Binary, weights, utilities, m)
	for _, x := range p {
		if math.Abs(x-1/float64(m)) > 1e-12 {
			t.Fatalf("a cycle favours someone: %v", x)
		}
	}
}

func TestMendedThirdPartyHelpsWhomItLikes(t *testing.T) {
	for _, c := range []struct {
		commitment, parties Rule
		helps               float64 // sign of the weight of one who likes the first and could decide the fight
	}{
		{SemiCommit, AsKTAB, -1},
		{NoCommit, AsKTAB, 0},
		{FullCommit, AsKTAB, 0},
		{SemiCommit, Mended, 1},
		{NoCommit, Mended, 1},
		{FullCommit, Mended, 1},
	} {
		r := &Room{spatial: SpatialRules{Vote: Proportional, Commitment: c.commitment, ThirdParties: c.parties}}
		// He stands with the first; the second is worth 0.2 to him.
		v := r.joins(0.1, 0.1, 10, 1, 0.2, 1)
		if c.helps == 0 && v != 0 || v*c.helps < 0 || v == 0 && c.helps != 0 {
			t.Errorf("%s, %s: weight %v", c.commitment, c.parties, v)
		}
	}
}

// TestSwitchOfThirdPartiesOnKTABsOwnCase gives the published outcome and what mending
// makes of it.
func TestSwitchOfThirdPartiesOnKTABsOwnCase(t *testing.T) {
	for file, want := range map[string][2]string{"SOE-Policy.csv": {"26.3939", "12"}, "dummyData-a040.csv": {"66.1754", "20"}} {
		table, _, _ := ktab(t, file)
		mended, _ := table.Spatial(SpatialRules{})
		as, _ := table.Spatial(SpatialRules{ThirdParties: AsKTAB})
		lines := strings.Join(mended.Beside(as), "\n")
		if percents(mended.Outcome()) != want[0] || !strings.Contains(lines, "third parties: Mended here, AsKTAB there") || !strings.Contains(lines, "turns: "+want[1]+" here") {
			t.Errorf("%s: %s\n%s", file, percents(mended.Outcome()), lines)
		}
	}
}

func TestStochasticRunsDependOnSeedAndRunAlone(t *testing.T) {
	table := invented(9, 2)
	at := func(seed, run uint64) [][][]float64 {
		c, f := table.Spatial(SpatialRules{Transition: Stochastic, Seed: seed, Run: run})
		if len(f) > 0 {
			t.Fatal(f)
		}
		return c.Positions
	}
	if !reflect.DeepEqual(at(1, 1), at(1, 1)) || reflect.DeepEqual(at(1, 1), at(1, 2)) || reflect.DeepEqual(at(1, 1), at(2, 1)) {
		t.Error("the same seed and run give the same course, others another")
	}
}

// TestRoomTakesTheTurnsOfACourse: single turns make the course of the whole model.
func TestRoomTakesTheTurnsOfACourse(t *testing.T) {
	table := invented(9, 2)
	table.Accommodation = make([][]float64, 9)
	for i := range table.Accommodation {
		table.Accommodation[i] = make([]float64, 9)
		table.Accommodation[i][i], table.Accommodation[i][(i+1)%9] = 0.5, 0.25
	}
	rules := SpatialRules{Transition: Stochastic, Seed: 5}
	c, _ := table.Spatial(rules)
	room, f := table.Room(rules, ChallengeRules{Dimension: 1})
	if len(f) > 0 {
		t.Fatal(f)
	}
	for range 2 { // the second time after Begin
		positions, power, salience := table.flat()
		for turn := 1; turn <= c.Turns(); turn++ {
			if !room.Turn(positions, power, salience) {
				t.Fatal("refused")
			}
			for i, at := range c.Positions[turn] {
				if !reflect.DeepEqual(at, positions[2*i:2*i+2]) {
					t.Fatalf("turn %d seat %d: %v, in the course %v", turn, i, positions[2*i:2*i+2], at)
				}
			}
		}
		room.Begin(0)
	}
	course, _ := table.Challenge(ChallengeRules{Dimension: 1})
	positions, power, salience := table.flat()
	low, high := 1.0, 0.0
	for _, s := range table.Seats {
		low, high = min(low, s.Position[1]), max(high, s.Position[1])
	}
	for turn := 1; turn <= course.Turns(); turn++ {
		room.Round(positions, power, salience, high-low)
		for i, at := range course.Positions[turn] {
			if at[0] != positions[2*i+1] {
				t.Fatalf("round %d seat %d: %v, in the course %v", turn, i, positions[2*i+1], at[0])
			}
		}
	}
	if allocs := testing.AllocsPerRun(10, func() { room.Turn(positions, power, salience); room.Round(positions, power, salience, 0) }); allocs > 0 {
		t.Errorf("%v allocations a turn", allocs)
	}
}

func TestRoomRefusesWhatIsNoInput(t *testing.T) {
	table := invented(3, 1)
	room, _ := table.Room(SpatialRules{}, ChallengeRules{})
	for _, bad := range []float64{math.NaN(), math.Inf(1), -0.1, 1e9} {
		for which := range 3 {
			positions, power, salience := table.flat()
			[][]float64{positions, power, salience}[which][1] = bad
			before := append([]float64(nil), positions...)
			if room.Turn(positions, power, salience) || room.Round(positions, power, salience, 0) || room.Forecast(make([]float64, 1), make([]float64, 1), positions, power, salience) {
				t.Errorf("input %d: %v is taken", which, bad)
			}
			if before[0] != positions[0] || before[2] != positions[2] {
				t.Error("somebody moved")
			}
		}
	}
	positions, _, salience := table.flat()
	if room.Turn(positions, make([]float64, 3), salience) {
		t.Error("nobody has power, and a turn is taken")
	}
}
