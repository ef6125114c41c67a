package council

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// TestChallengeAgainstEquations holds what each expects of each against equations 5
// to 7, 15, 16 and 22 to 24 of Scholz, Calbert and Smith, written out.
func TestChallengeAgainstEquations(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := drawn(t, 6)
		rules := ChallengeRules{Unrest: rapid.SampledFrom([]float64{0, 0.3, 1}).Draw(t, "unrest"), Rounds: 1}
		c, f := table.Challenge(rules)
		if len(f) > 0 {
			t.Fatal(f)
		}
		if c.Turns() == 0 {
			return
		}
		risk, x := c.Risk[1], make([]float64, len(table.Seats))
		low, high := 1.0, 0.0
		for i, s := range table.Seats {
			x[i] = s.Position[0]
			low, high = min(low, x[i]), max(high, x[i])
		}
		mu := table.Median()[0]
		vote := func(k, a, b int) float64 { // what k would put behind a's position against b's
			s := table.Seats[k]
			return s.Power * s.Salience[0] * (math.Pow(math.Abs(x[k]-x[b])/(high-low), risk[k]) - math.Pow(math.Abs(x[k]-x[a])/(high-low), risk[k]))
		}
		all := 0.0
		for k := range x {
			for a := range x {
				for b := range x {
					all += math.Abs(vote(k, a, b))
				}
			}
		}
		expected := func(eye, i, j int) float64 {
			u := func(v float64) float64 { return 2 - 4*math.Pow(math.Max(0, v), risk[eye]) }
			gap, far := math.Abs(x[i]-x[j])/(high-low), math.Abs(x[i]-mu)/(high-low)
			p := 0.0
			for k := range x {
				p += math.Max(0, vote(k, i, j)) / all
			}
			s, better := table.Seats[j].Salience[0], 0.0
			if far < gap {
				better = 1
			}
			q := 1 - rules.Unrest
			return s*(p*u(.5-.5*gap)+(1-p)*u(.5+.5*gap)) + (1-s)*u(.5-.5*gap) - q*u(.5) -
				(1-q)*(better*u(.5-.25*(far+gap))+(1-better)*u(.5+.25*(far+gap)))
		}
		for _, m := range c.Moves {
			for _, e := range [][2]float64{
				{m.SeenGain, expected(m.To, m.From, m.To)},
				{m.SeenOtherGain, expected(m.To, m.To, m.From)},
				{m.Gain, expected(m.From, m.From, m.To)},
				{m.OtherGain, expected(m.From, m.To, m.From)},
			} {
				if math.Abs(e[0]-e[1]) > 1e-9 {
					t.Fatalf("%+v: %v, by the equations %v", m, e[0], e[1])
				}
			}
		}
	})
}

func TestChallengeStaysOnTheScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := drawn(t, 6)
		rules := ChallengeRules{Unrest: rapid.SampledFrom([]float64{0, 0.5}).Draw(t, "unrest"), Grid: rapid.SampledFrom([]float64{0, 0.01}).Draw(t, "grid"), Rounds: 5}
		for _, w := range rules.words() {
			*w.set = rapid.SampledFrom(w.words).Draw(t, w.name)
		}
		c, f := table.Challenge(rules)
		if len(f) > 0 {
			t.Fatal(f)
		}
		low, high := 1.0, 0.0
		for _, s := range table.Seats {
			low, high = min(low, s.Position[0]), max(high, s.Position[0])
		}
		for turn, at := range c.Positions {
			for i := range at {
				if x, r := at[i][0], c.Risk[turn][i]; !(x >= low-1e-9 && x <= high+1e-9 && r >= 0.5-1e-9 && r <= 2+1e-9) {
					t.Fatalf("round %d seat %d: %v of [%v, %v], exponent %v", turn, i, x, low, high, r)
				}
			}
		}
	})
}

// TestChallengeOfOnePosition: who agree have nothing to settle.
func TestChallengeOfOnePosition(t *testing.T) {
	table := invented(3, 1)
	for i := range table.Seats {
		table.Seats[i].Position[0] = 0.4
	}
	c, f := table.Challenge(ChallengeRules{})
	if len(f) > 0 || c.Turns() != 0 || c.Ended != "all stand at one position" {
		t.Errorf("%d turns, %s, %v", c.Turns(), c.Ended, f)
	}
	if c, f := table.Spatial(SpatialRules{}); len(f) > 0 || c.Outcome()[0] != 0.4 || c.Turns() != 2 {
		t.Errorf("%v, %v", c, f)
	}
}
