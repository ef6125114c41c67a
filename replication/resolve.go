package replication

import (
	"fmt"
	"math"
	"strconv"

	"reckon"
	"reckon/draw"
	"reckon/mind"
)

// resolve replicates what a silence tells of a man who is tough with odds π, or weak:
// with rates h of conceding, after t steps without a concession he is tough with
// π·e^(−h_T·t) / (π·e^(−h_T·t) + (1 − π)·e^(−h_W·t)). A concession lowers that.
func resolve() []Row {
	const name, prior, tough, weak = "Two types, tough or weak", 0.2, 0.05, 0.4
	likely := func(rate float64) float64 { return 1 - draw.Exp(-rate) }
	m := watching(prior, likely(tough), likely(weak))
	published := map[int]string{2: "0.33486", 5: "0.58994", 10: "0.89223"}
	var rows []Row
	for t := 1; t <= 10; t++ {
		m = m.Observe(1, 0, reckon.Move{}, nil)
		if p := published[t]; p != "" {
			rows = append(rows, row(name, fmt.Sprintf("tough after %d steps without a concession", t), byHand, p, fixed(m.Odds(0, 1)[0], 5)))
		}
	}
	silent := prior / (1 - prior) * draw.Exp((weak-tough)*10)
	conceded := silent * likely(tough) / likely(weak)
	m = m.Observe(1, 0, reckon.Move{On: 1}, nil)
	return append(rows, places(name, "tough after a concession in step 11", byHand, conceded/(1+conceded), m.Odds(0, 1)[0], 5))
}

// watching makes the minds of a who watches whether b concedes, and knows with which
// chance in a step the first of two types of b does and with which the second.
func watching(odds, first, second float64) *mind.Minds {
	return minded(timed(1, `
actor "a" {}
actor "b" {
  option "concede" {}
}
mind "a" {
  believes "b" {
    kind "first" {
      odds = `+number(odds)+yielding(first)+`
    }
    kind "second" {
      odds = `+number(1-odds)+yielding(second)+`
    }
  }
}
`))
}

// yielding writes a temper and a want by which b concedes with a chance: between
// two states that are worth 1 and 0 the better is chosen with 1/(1 + e^(−precision)).
func yielding(chance float64) string {
	want := "!b.concede"
	if chance > 0.5 {
		want, chance = "b.concede", 1-chance
	}
	return "\nconcept = \"Nash\"\nprecision = " + number(draw.Log((1-chance)/chance)) + "\nwant \"w\" { that = " + want + " }"
}

// number writes a number so that case text gives it back to the last bit.
func number(x float64) string {
	if math.IsInf(x, 1) {
		return "infinity"
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}
