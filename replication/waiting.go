package replication

import (
	"fmt"

	"reckon/draw"
	"reckon/sim"
)

// arrival makes the runs of a case in which one thing is waited for, that happens as
// a shock says, and asks whether it has.
func arrival(steps int, shock string) sim.Question {
	return tallied(timed(steps, `
measure "waiting" {
  start = 1
  next  = waiting
}
shock "arrival" {
  `+shock+`
  once = true
  effect "waiting" { to = 0 }
}
`+asked(steps, "arrived", "ever(waiting < 1)"))).Questions()[0]
}

// after counts the runs in which what is asked has not happened until a step.
func after(q *sim.Question, step int) int {
	left := q.Runs
	for _, n := range q.First[:step+1] {
		left -= n
	}
	return left
}

// geometric replicates the wait for what has the same chance p in every step: it
// comes at step k with probability p·(1 − p)^(k−1) [feller1968].
func geometric() []Row {
	const p, steps = 0.3, 12
	q := arrival(steps, "chance = 0.3")
	var rows []Row
	for _, k := range []int{1, 2, 5} {
		rows = append(rows, estimated("Geometric waiting, chance 0.3", fmt.Sprintf("comes at step %d", k), "Feller 1968, closed form", p*draw.Pow(1-p, float64(k-1)), shareOf(q.First[k], q.Runs)))
	}
	return append(rows, estimated("Geometric waiting, chance 0.3", "has not come by step 12", "Feller 1968, closed form", draw.Pow(1-p, steps), shareOf(q.Never, q.Runs)))
}

// exponential replicates the wait for what has the same rate λ at all times: it has
// not come by t with probability e^(−λt) [feller1968]. A year has 365.2425 days.
func exponential() []Row {
	const rate, days = 4.0, 180
	q := arrival(days, "rate = 4\n  per = \"year\"")
	var rows []Row
	for _, k := range []int{10, 60, days} {
		survives := draw.Exp(-rate * float64(k) / 365.2425)
		rows = append(rows, estimated("Exponential waiting, 4 a year", fmt.Sprintf("has not come by day %d", k), "Feller 1968, closed form", survives, shareOf(after(&q, k), q.Runs)))
	}
	return rows
}

// gompertz replicates survival when the rate of dying grows as a·e^(bt):
// exp(−(a/b)·(e^(bt) − 1)) [gompertz1825]. The rate of a step is that of its whole
// length, the integral from t to t + 1.
func gompertz() []Row {
	const a, b, steps = 0.02, 0.15, 24
	q := arrival(steps, "rate = 0.02 / 0.15 * (exp(0.15 * (time() + 1)) - exp(0.15 * time()))\n  per = \"day\"")
	var rows []Row
	for _, t := range []int{6, 12, 18, steps} {
		survives := draw.Exp(-a / b * (draw.Exp(b*float64(t)) - 1))
		rows = append(rows, estimated("Gompertz's law of mortality", fmt.Sprintf("alive at %d", t), "Gompertz 1825, closed form", survives, shareOf(after(&q, t), q.Runs)))
	}
	return rows
}
