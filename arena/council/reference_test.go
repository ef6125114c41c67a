package council

import (
	"bufio"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"reckon/arena"
	"reckon/readtest"
)

// published are the lines of a reference output of KTAB that the project itself
// compares, as it prints them.
func published(t *testing.T, name string) []string {
	t.Helper()
	f, err := os.Open(readtest.Shared(t, "ktab", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var lines []string
	for scan := bufio.NewScanner(f); scan.Scan(); {
		if line := scan.Text(); strings.Contains(line, "Fractional") || strings.Contains(line, "prob :") {
			lines = append(lines, strings.Join(strings.Fields(line), " "))
		}
	}
	return lines
}

// printed writes those lines for a course of ours.
func printed(table Table, c *Course) []string {
	var lines []string
	for _, x := range c.Change {
		lines = append(lines, fmt.Sprintf("Fractional change compared to first step: %.4f (target=0.0200)", x))
	}
	for i, s := range table.Seats {
		line := s.Name + ", prob :"
		for _, p := range c.Chances {
			line += fmt.Sprintf(" %.4f", p[i])
		}
		lines = append(lines, line)
	}
	return lines
}

func compare(t *testing.T, got, want []string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d lines, published %d", len(got), len(want))
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("published %s\nours      %s", want[i], got[i])
		}
	}
}

func TestKTABReferenceLines(t *testing.T) {
	for name, lines := range map[string]int{"SOE-Pol-Comp": 40, "dummyData_3Dim": 17} {
		table, _, _ := ktab(t, name+".csv")
		course, _ := table.Spatial(SpatialRules{}.AsKTAB())
		want := published(t, "20170530_ref-"+name+".txt")
		if len(want) != lines {
			t.Fatalf("%s: %d lines", name, len(want))
		}
		compare(t, printed(table, course), want)
	}
}

func TestKTABFirstTurnChances(t *testing.T) {
	table, _, _ := ktab(t, "dummyData_3Dim.csv")
	c, _ := table.Spatial(SpatialRules{}.AsKTAB())
	if !within(c.Chances[0], []float64{.0047, .0302, .0054, .1492, .6001, .1447, .0656}, 5e-5) ||
		!within(c.Chances[1], []float64{.6059, .0509, .0096, .1406, .6059, .1217, .0713}, 5e-5) {
		t.Errorf("chances %v, then %v", c.Chances[0], c.Chances[1])
	}
}

func TestKTABFilesOfBothKindsAgree(t *testing.T) {
	a, _, f := ktab(t, "dummyData_3Dim.csv")
	b, _, g := ktab(t, "dummyData_3Dim.xml")
	if len(f)+len(g) > 0 || !reflect.DeepEqual(a.Seats, b.Seats) || !reflect.DeepEqual(a.Dimensions, b.Dimensions) {
		t.Errorf("%v, %v\n%v, %v", a, f, b, g)
	}
}

// TestKTABBlankCoordinate: KTAB's own example leaves one coordinate blank.
func TestKTABBlankCoordinate(t *testing.T) {
	table, rules, faults := ktab(t, "smpExample.xml")
	if len(faults) != 1 || !strings.Contains(faults[0].At, "line 32") || !strings.Contains(faults[0].At, `"Alice"`) || !strings.Contains(faults[0].Message, "blank") {
		t.Errorf("faults %v", faults)
	}
	if len(table.Seats) != 5 || rules.Transition != Stochastic || rules.Election != MarkovIncentive || rules.Vote != PropCbc || rules.Seed != 3507583219545544127 || table.Accommodation[1][0] != 0.07 {
		t.Errorf("read %v, %v", table, rules)
	}
	table.Seats[0].Position[0] = 0.5
	if _, faults := table.Spatial(rules); len(faults) > 0 {
		t.Error(faults)
	}
}

// TestKTABStochasticReference follows KTAB through its stochastic example, where
// ideals lag behind positions: each draw is taken from the published output, all
// else is ours. The coordinate that the shipped file leaves blank was 52.8.
func TestKTABStochasticReference(t *testing.T) {
	table, rules, _ := ktab(t, "smpExample.xml")
	table.Seats[0].Position[0] = 0.528
	var f arena.Faults
	rules, _ = rules.AsKTAB().settled(&f)
	r := newRoom(table)
	r.spatial = rules
	positions, power, salience := table.flat()
	if !r.sound(positions, power, salience) {
		t.Fatal("the example cannot be computed with")
	}
	text, err := os.ReadFile(readtest.Shared(t, "ktab", "20170530_ref-smpExample.txt"))
	if err != nil {
		t.Fatal(err)
	}
	iterations := strings.Split(string(text), "Starting Model::run iteration")
	choices := chosen(t, string(text))
	c, first := &Course{}, 0.0
	for turn := 0; ; turn++ {
		r.look(positions)
		c.record(table, r, positions)
		if turn > 0 && c.stops(turn, &first, rules) {
			break
		}
		if turn == len(choices) {
			t.Fatal("KTAB ends earlier")
		}
		r.proposeAll(positions, nil)
		r.valueOffers()
		compareWorths(t, r, iterations[turn+1])
		copy(r.next, positions)
		for k, pair := range choices[turn] {
			take(t, r, k, pair)
		}
		copy(positions, r.next)
		r.turn++
		r.adjustIdeals()
	}
	compare(t, printed(table, c), published(t, "20170530_ref-smpExample.txt"))
}

// chosen reads which bargain binds each seat, by turn: initiator and receiver.
func chosen(t *testing.T, text string) [][][2]int {
	t.Helper()
	// Its threads settle seats in any order, so each choice is read with its seat.
	pair := regexp.MustCompile(`, (\d+):(\d+)\]`)
	line := regexp.MustCompile(`(?m)^Bargains involving actor +(\d+): (.*)|bargains of actor (\d+) |^Chosen bargain \( Stochastic \): \d+ (\d+) out`)
	var queues [5][][2]int
	var turns [][][2]int
	seat := 0
	for _, m := range line.FindAllStringSubmatch(text, -1) {
		number := func(s string) int {
			n, err := strconv.Atoi(s)
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
		switch {
		case m[1] != "":
			seat = number(m[1])
			if queues[seat] = nil; seat == 0 {
				turns = append(turns, make([][2]int, 5))
			}
			for _, p := range pair.FindAllStringSubmatch(m[2], -1) {
				queues[seat] = append(queues[seat], [2]int{number(p[1]), number(p[2])})
			}
		case m[3] != "":
			seat = number(m[3])
		default:
			turns[len(turns)-1][seat] = queues[seat][number(m[4])-1]
		}
	}
	return turns
}

// compareWorths holds what offers are worth to all against what KTAB prints in an
// iteration: a matrix of seats by bargains, then whose bargains they are.
func compareWorths(t *testing.T, r *Room, text string) {
	t.Helper()
	queues := regexp.MustCompile(`Bargains involving actor +(\d+): (.*)`).FindAllStringSubmatch(text, -1)
	for _, m := range regexp.MustCompile(`u_im: \n([^a-zA-Z]*)Doing scalarPCE for the \d+ bargains of actor (\d+) `).FindAllStringSubmatch(text, -1) {
		k, err := strconv.Atoi(m[2])
		if err != nil {
			t.Fatal(err)
		}
		for a, row := range strings.Split(strings.TrimSpace(m[1]), "\n") {
			for b, pair := range regexp.MustCompile(`(\d+):(\d+)\]`).FindAllStringSubmatch(queues[k][2], -1) {
				ours := r.worths[len(r.offers)*r.seats+a]
				for o, offer := range r.offers {
					if fmt.Sprint(offer.from) == pair[1] && fmt.Sprint(offer.to) == pair[2] {
						ours = r.worths[o*r.seats+a]
					}
				}
				if got := fmt.Sprintf("%.5f", ours); got != strings.Fields(row)[b] {
					t.Errorf("turn %d: to seat %d the bargain %s of seat %d is worth %s, to KTAB %s", r.turn, a, pair[0], k, got, strings.Fields(row)[b])
				}
			}
		}
	}
}

// take binds seat k to his half of an offer that must be on his queue.
func take(t *testing.T, r *Room, k int, pair [2]int) {
	t.Helper()
	if pair[0] == pair[1] {
		return
	}
	for _, o := range r.queues[k] {
		if term := r.offers[o]; term.from == pair[0] && term.to == pair[1] {
			at := term.at
			if term.to == k {
				at += r.dimensions
			}
			copy(r.next[k*r.dimensions:(k+1)*r.dimensions], r.terms[at:at+r.dimensions])
			return
		}
	}
	t.Errorf("turn %d: KTAB binds seat %d to %v, which we do not offer", r.turn, k, pair)
}

// TestKTABEstimates compares what the ledger says of every challenge with the
// estimates that KTAB prints, and at the first turn the compromises between the two
// views, which show whose power KTAB weighs them by.
func TestKTABEstimates(t *testing.T) {
	table, _, _ := ktab(t, "dummyData_3Dim.csv")
	text, err := os.ReadFile(readtest.Shared(t, "ktab", "20170530_ref-dummyData_3Dim.txt"))
	if err != nil {
		t.Fatal(err)
	}
	has := func(where, line string) {
		t.Helper()
		if !strings.Contains(where, line) {
			t.Errorf("KTAB does not print %q", line)
		}
	}
	c, _ := table.Spatial(SpatialRules{}.AsKTAB())
	turns := strings.Split(string(text), "Starting Model::run iteration")[1:]
	for _, m := range c.Moves {
		i, j := m.From, m.To
		for _, e := range []struct {
			eye, whose   int
			chance, gain float64
		}{{i, i, m.Chance, m.Gain}, {i, j, m.Chance, m.OtherGain}, {j, i, m.SeenChance, m.SeenGain}, {j, j, m.SeenChance, m.SeenOtherGain}} {
			has(turns[m.Turn], fmt.Sprintf("Est by %2d of prob %.4f that [%2d>%2d], with expected gain to %2d of %+.4f", e.eye, e.chance, i, j, e.whose, e.gain))
		}
	}
	if printed := strings.Count(string(text), "has most advantageous target"); len(c.Moves) != printed {
		t.Errorf("%d challenges, KTAB has %d", len(c.Moves), printed)
	}
	c, _ = table.Spatial(SpatialRules{Offers: PWCompInterp, MaxTurns: 1}.AsKTAB())
	for _, m := range c.Moves {
		has(turns[0], fmt.Sprintf("compromise proposes %d adopt:  %.3f  %.3f  %.3f", m.From, 100*m.Offer[0], 100*m.Offer[1], 100*m.Offer[2]))
		has(turns[0], fmt.Sprintf("compromise proposes %d adopt:  %.3f  %.3f  %.3f", m.To, 100*m.OtherOffer[0], 100*m.OtherOffer[1], 100*m.OtherOffer[2]))
	}
}
