package replication

import (
	"fmt"

	"reckon/draw"
)

// logistic replicates the map x → r·x·(1 − x) [may1976]: it settles at 1 − 1/r for
// r = 2.5, swings between two points for r = 3.2, and for r = 4 never comes to rest,
// where its solution is known: sin²(2^k·arcsin √x).
func logistic() []Row {
	const name, source, r = "Logistic map", "May 1976, closed form", 3.2
	at := walked(timed(400, `
measure "settles" {
  start = 0.3
  next  = 2.5 * settles * (1 - settles)
}
measure "swings" {
  start = 0.3
  next  = 3.2 * swings * (1 - swings)
}
measure "wanders" {
  start = 0.3
  next  = 4 * wanders * (1 - wanders)
}
`), "")
	root, sin := draw.Function("sqrt"), draw.Function("sin")
	middle, reach := (r+1)/(2*r), root((r-3)*(r+1))/(2*r)
	low, high := at("swings", 399), at("swings", 400)
	rows := []Row{
		places(name, "where it settles, r = 2.5", source, 1-1/2.5, at("settles", 400), 12),
		places(name, "the lower of two points, r = 3.2", source, middle-reach, min(low, high), 12),
		places(name, "the upper of two points, r = 3.2", source, middle+reach, max(low, high), 12),
	}
	for _, k := range []int{5, 10, 20} {
		s := sin(float64(int(1)<<k) * draw.Function("arcsin")(root(0.3)))
		rows = append(rows, places(name, fmt.Sprintf("from 0.3 after %d steps, r = 4", k), source, float64(s*s), at("wanders", k), 8))
	}
	return rows
}
