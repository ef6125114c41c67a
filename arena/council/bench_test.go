package council

import (
	"fmt"
	"testing"
)

// invented is a table of our own making, for tests that run everywhere.
func invented(seats, dimensions int) Table {
	t := Table{Name: "invented", Title: "made up by a fixed rule"}
	for k := range dimensions {
		t.Dimensions = append(t.Dimensions, fmt.Sprintf("issue %d", k+1))
	}
	for i := range seats {
		s := Seat{Name: fmt.Sprintf("seat %d", i+1), Power: 10 + float64(37*(i+1)%91)}
		for k := range dimensions {
			s.Position = append(s.Position, float64((53*(i+1)+29*k*(i+2))%101)/100)
			s.Salience = append(s.Salience, (5+float64((31*(i+1)+17*k)%91))/(100*float64(dimensions)))
		}
		t.Seats = append(t.Seats, s)
	}
	return t
}

// KTAB took 6.45 CPU seconds for this file on this kind of machine; the bar is 60 ms.
func BenchmarkSpatialA040(b *testing.B) {
	table, _, _ := ktab(b, "dummyData-a040.csv")
	for b.Loop() {
		if c, _ := table.Spatial(SpatialRules{}.AsKTAB()); c.Turns() != 20 {
			b.Fatal(c.Turns())
		}
	}
}

// A turn of the spatial model within a larger run.
func BenchmarkRoomTurn(b *testing.B) {
	table := invented(12, 2)
	room, _ := table.Room(SpatialRules{}, ChallengeRules{})
	positions, power, salience := table.flat()
	b.ReportAllocs()
	for b.Loop() {
		room.Turn(positions, power, salience)
	}
}

// 17 actors, 8 rounds: a public port in Python took 45.9 CPU seconds; the bar is 5 ms.
func BenchmarkChallenge17(b *testing.B) {
	table := invented(17, 1)
	for b.Loop() {
		if c, _ := table.Challenge(ChallengeRules{}); c.Turns() != 8 {
			b.Fatal(c.Turns())
		}
	}
}

// The largest table of votes that are no whole numbers.
func BenchmarkVoting24(b *testing.B) {
	table := invented(24, 1)
	table.Seats[0].Power = 0.5
	for b.Loop() {
		if _, _, f := table.Voting(300); len(f) > 0 {
			b.Fatal(f)
		}
	}
}

// Two hundred votes of whole numbers.
func BenchmarkVotingCounted(b *testing.B) {
	table := invented(100, 1)
	for i := range table.Seats {
		table.Seats[i].Power = float64(1 + i%3)
	}
	for b.Loop() {
		if _, _, f := table.Voting(101); len(f) > 0 {
			b.Fatal(f)
		}
	}
}

// What each seat's inputs do to the spatial model's outcome.
func BenchmarkLevers(b *testing.B) {
	table := invented(10, 2)
	for b.Loop() {
		table.Levers(func(t Table) []float64 {
			c, _ := t.Spatial(SpatialRules{})
			return c.Outcome()
		}, 0.1, nil)
	}
}
