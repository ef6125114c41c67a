package replication

import (
	"fmt"

	"reckon"
	"reckon/draw"
)

// logit replicates the choice between two states that differ by 1: the better is
// chosen with 1/(1 + e^(−λ)) at precision λ, by lot at 0, surely without end
// [mckelvey1995].
func logit() []Row {
	var rows []Row
	for _, k := range []struct {
		precision string
		published float64
	}{{"0", 0.5}, {"0.5", 1 / (1 + draw.Exp(-0.5))}, {"2", 1 / (1 + draw.Exp(-2))}, {"infinity", 1}} {
		m := minded(timed(1, `
actor "b" {
  option "move" {}
}
mind "b" {
  concept   = "Nash"
  precision = `+k.precision+`
  want "to move" { that = b.move }
}
`))
		ours := m.Choose(0, 0, []reckon.Move{{On: 1}, {}}).P[0]
		rows = append(rows, places("Logit choice between two", fmt.Sprintf("the better, at precision %s", k.precision), "McKelvey and Palfrey 1995, closed form", k.published, ours, 6))
	}
	return rows
}
