package council

import (
	"math"
	"testing"
)

// emissions is the European car emission case: years until standards, as Scholz,
// Calbert and Smith give it; 100 years are the scale.
func emissions() Table {
	t := Table{Name: "emissions", Dimensions: []string{"years"}}
	for _, s := range []struct {
		name    string
		c, x, s float64
	}{
		{"Netherlands", .08, 4, .8},
		{"Belgium", .08, 7, .4},
		{"Luxembourg", .03, 4, .2},
		{"Germany", .16, 4, .8},
		{"France", .16, 10, .6},
		{"Italy", .16, 10, .6},
		{"UK", .16, 10, .9},
		{"Ireland", .05, 7, .1},
		{"Denmark", .05, 4, 1},
		{"Greece", .08, 7, .7},
	} {
		t.Seats = append(t.Seats, Seat{Name: s.name, Power: s.c, Position: []float64{s.x / 100}, Salience: []float64{s.s}})
	}
	return t
}

// challenged runs the model on the emissions; the forecasts are in years.
func challenged(t *testing.T, rules ChallengeRules) (c *Course, means, medians []float64) {
	t.Helper()
	c, faults := emissions().Challenge(rules)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	for i := range c.Means {
		means, medians = append(means, 100*c.Means[i][0]), append(medians, 100*c.Medians[i][0])
	}
	return c, means, medians
}

// within says whether two series agree to a tolerance.
func within(got, want []float64, tolerance float64) bool {
	if len(got) != len(want) {
		return false
	}
	for i := range got {
		if !(math.Abs(got[i]-want[i]) <= tolerance) {
			return false
		}
	}
	return true
}

// Table 2 of the paper, rounds 1 to 8; the paper cuts digits off.
var (
	scholzMedians = []float64{8.4, 9.9, 9.9, 9.9, 9.9, 7.4, 8.8, 9.6}
	scholzMeans   = []float64{7.4, 7.5, 7.6, 7.3, 7.3, 7.4, 7.5, 7.6}
)

func TestScholzRoundsButTheSecondMedian(t *testing.T) {
	_, means, medians := challenged(t, ChallengeRules{})
	if !within(means, []float64{7.3900, 7.4613, 7.5525, 7.5901, 7.3581, 7.3492, 7.4149, 7.5105, 7.5724}, 5e-5) ||
		!within(medians, []float64{7, 8.416, 9.611, 9.962, 9.962, 9.962, 7.472, 8.825, 9.671}, 5e-4) {
		t.Errorf("our rounds: means %v, medians %v", means, medians)
	}
	if !within(means[1:], scholzMeans, 0.062) {
		t.Errorf("published means %v, ours %v", scholzMeans, means)
	}
	for i, want := range scholzMedians {
		got := math.Floor(10*medians[i+1]) / 10
		// The miss: the paper prints 9.9 after round 2 and no switch gives it.
		if want != got && (i != 1 || got != 9.6) {
			t.Errorf("round %d: published median %.1f, ours %.3f", i+1, want, medians[i+1])
		}
	}
}

func TestScholzSecondMedianIsMissedByEverySwitch(t *testing.T) {
	for _, votes := range []Rule{Felt, Plain} {
		for _, security := range []Rule{Neutral, OwnRisk, TheirRisk} {
			for _, denominator := range []Rule{AllPairs, Printed} {
				for _, compromise := range []Rule{AsPorted, LeastMove} {
					_, _, medians := challenged(t, ChallengeRules{Votes: votes, Security: security, Denominator: denominator, Compromise: compromise, Rounds: 2})
					if math.Floor(10*medians[len(medians)-1]) == 99 {
						t.Errorf("%s %s %s %s gives the printed 9.9 after round 2: say so", votes, security, denominator, compromise)
					}
				}
			}
		}
	}
}

func TestScholzRiskExponentsAndMovers(t *testing.T) {
	c, _, _ := challenged(t, ChallengeRules{Rounds: 1})
	if !within(c.Risk[1], []float64{1.406, .754, .509, 1.406, 1.047, 1.047, 1.965, .5, 2, 1.112}, 5e-4) {
		t.Errorf("exponents %v", c.Risk[1])
	}
	moved := map[string]float64{}
	kinds := map[string]Rule{}
	table := emissions()
	for _, m := range c.Moves {
		if m.OtherAdopted {
			name := table.Seats[m.To].Name
			moved[name], kinds[name] = 100*m.OtherOffer[0], m.Kind
		}
	}
	want := map[string]float64{"Belgium": 8.4159, "Luxembourg": 7, "Ireland": 4}
	for name, x := range want {
		if math.Abs(moved[name]-x) > 5e-5 {
			t.Errorf("%s moves to %v, not %v", name, moved[name], x)
		}
	}
	if len(moved) != len(want) || kinds["Belgium"] != Compromise || kinds["Luxembourg"] != Confrontation || kinds["Ireland"] != Confrontation {
		t.Errorf("movers %v by %v", moved, kinds)
	}
}

func TestScholzCollapsesAsPrinted(t *testing.T) {
	c, means, _ := challenged(t, ChallengeRules{Denominator: Printed})
	if !within(means, []float64{7.39, 7.604, 7.027, 7.000}, 5e-4) || c.Ended != "all stand at one position" {
		t.Errorf("with the printed denominator %v: %s", means, c.Ended)
	}
	if _, means, _ = challenged(t, ChallengeRules{Denominator: Printed, Votes: Plain}); !within(means, []float64{7.39, 7.3174, 7.0063, 7}, 5e-4) {
		t.Errorf("with votes as printed too %v", means)
	}
}

func TestScholzLeastMove(t *testing.T) {
	_, _, medians := challenged(t, ChallengeRules{Compromise: LeastMove, Rounds: 7})
	if !within(medians, []float64{7, 8.416, 9.611, 9.962, 10, 10, 10, 10}, 5e-4) {
		t.Errorf("medians by the least move %v", medians)
	}
}
