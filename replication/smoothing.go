package replication

import (
	"fmt"

	"reckon/draw"
)

// smoothing replicates exponential smoothing over n steps, s + (x − s)/n. By hand, with
// q = 1 − 1/n: after x has jumped from 0 to 1, k steps later s is 1 − q^k; behind an
// x that grows by 1 a step it lags by n·(1 − q^k), in the end by n.
func smoothing() []Row {
	const name, n, q = "Exponential smoothing over 4 steps", 4, 0.75
	at := walked(timed(41, `
measure "jump" { is = time() > 0 ? 1 : 0 }
measure "clock" { is = time() }
measure "smooth_jump" { is = smooth(jump, 4) }
measure "smooth_clock" { is = smooth(clock, 4) }
`), "")
	var rows []Row
	for _, k := range []int{2, 4, 12} {
		rows = append(rows, places(name, fmt.Sprintf("%d steps after a jump", k), byHand, 1-draw.Pow(q, float64(k)), at("smooth_jump", k+1), 9))
	}
	for _, k := range []int{4, 40} {
		lag := at("clock", k) - at("smooth_clock", k)
		rows = append(rows, places(name, fmt.Sprintf("behind a steady climb after %d steps", k), byHand, n*(1-draw.Pow(q, float64(k))), lag, 9))
	}
	return rows
}
