package replication

import (
	"fmt"

	"reckon/draw"
)

// collapse replicates the end of a currency peg: credit grows at the rate μ, money
// demand falls with expected depreciation by the semi-elasticity α, and reserves R
// beside credit D are bought up in one attack at ln(1 + R/D)/μ − α, before they
// would run out by themselves [floodgarber1984]. How fine the steps are is a
// scenario, and closes the gap.
func collapse() []Row {
	const name, source, alpha, mu, money, steps = "Attack on a currency peg", "Flood and Garber 1984, closed form in logarithms", 0.5, 0.1, 1.5, 4200
	c := timed(steps, `
parameter "steps_a_year" { value = 10 }
measure "credit" {
  start = 1
  next  = credit + credit * 0.1 / steps_a_year
}
measure "reserves" { is = 1.5 - credit }
measure "shadow" { is = credit * exp(0.5 * 0.1) / 1.5 }
scenario "a hundred steps a year" {
  set "steps_a_year" { to = 100 }
}
scenario "a thousand steps a year" {
  set "steps_a_year" { to = 1000 }
}
`)
	first := func(is func(k int) bool) (k int) {
		for k < steps && !is(k) {
			k++
		}
		return k
	}
	drawdown := draw.Log(money) / mu
	var rows []Row
	var at func(string, int) float64
	var n float64
	// The first step at or after a moment is late by a step at most. Credit that
	// grows once a step is late too: n·ln(1 + μ/n) is at least μ·(1 − μ/2n).
	late := func(moment float64) float64 { return 1/n + float64(moment*(1/(1-mu/(2*n))-1)) }
	for _, of := range []struct {
		scenario string
		n        float64
	}{{"ten steps a year", 10}, {"a hundred steps a year", 100}, {"a thousand steps a year", 1000}} {
		at, n = walked(c, of.scenario), of.n
		attack := first(func(k int) bool { return at("shadow", k) >= 1 })
		rows = append(rows, within(name, fmt.Sprintf("years until it, %s", of.scenario), source, drawdown-alpha, float64(attack)/n, late(drawdown-alpha)))
	}
	attack := first(func(k int) bool { return at("shadow", k) >= 1 })
	empty := first(func(k int) bool { return at("reserves", k) <= 0 })
	lost := money * (1 - draw.Exp(-alpha*mu))
	return append(rows,
		within(name, "reserves that go in it, a thousand steps a year", source, lost, at("reserves", attack), money*mu/n),
		within(name, "years until they had run out by themselves", source, drawdown, float64(empty)/n, late(drawdown)))
}
