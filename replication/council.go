package replication

import (
	"reckon/arena"
	"reckon/arena/council"
)

// councils computes published answers about elites who bargain and vote again.
func councils() []Row {
	return parts(scholz, spatial, condorcet, voting, divided)
}

// parts computes rows one part after the other.
func parts(all ...func() []Row) []Row {
	var rows []Row
	for _, part := range all {
		rows = append(rows, part()...)
	}
	return rows
}

// sound stops where an arena finds fault with what we give it: our bug.
func sound(faults arena.Faults) {
	if len(faults) > 0 {
		panic("replication: " + faults[0].At + ": " + faults[0].Message)
	}
}

// percent is a position from 0 to 100 as council takes it.
func percent(x float64) float64 { return x / 100 }

// seated makes a table of numbered seats from rows of power, then position and
// salience of each dimension, both from 0 to 100.
func seated(rows [][]float64) council.Table {
	t := council.Table{Name: "published", Dimensions: make([]string, (len(rows[0])-1)/2)}
	for d := range t.Dimensions {
		t.Dimensions[d] = "dimension " + count(d+1)
	}
	for i, r := range rows {
		s := council.Seat{Name: "seat " + count(i+1), Power: r[0]}
		for d := 1; d < len(r); d += 2 {
			s.Position, s.Salience = append(s.Position, percent(r[d])), append(s.Salience, percent(r[d+1]))
		}
		t.Seats = append(t.Seats, s)
	}
	return t
}
