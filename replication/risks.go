package replication

import "reckon/draw"

// risks replicates competing risks with constant rates λ and Λ in all: a cause comes
// first and by T with probability λ/Λ·(1 − e^(−ΛT)) [prentice1978]. In steps the cause
// that stands first in the file has its chance first, which at these rates moves
// a share by 0.001.
func risks() []Row {
	const name, source, one, other, days = "Two competing risks", "Prentice and others 1978, closed form", 0.010, 0.004, 120
	t := tallied(timed(days, `
measure "cause" {
  start = 0
  next  = cause
}
shock "one" {
  rate = 0.010
  per  = "day"
  when = cause == 0
  effect "cause" { to = 1 }
}
shock "other" {
  rate = 0.004
  per  = "day"
  when = cause == 0
  effect "cause" { to = 2 }
}
`+asked(days, "one", "ever(cause == 1)")+asked(days, "other", "ever(cause == 2)")))
	const all = one + other
	q := t.Questions()
	gone := 1 - draw.Exp(-all*days)
	return []Row{
		estimated(name, "the likelier comes first, and by day 120", source, one/all*gone, shareOf(q[0].Yes, q[0].Runs)),
		estimated(name, "the other comes first, and by day 120", source, other/all*gone, shareOf(q[1].Yes, q[1].Runs)),
		estimated(name, "the share of the likelier among both", source, one/all, shareOf(q[0].Yes, q[0].Yes+q[1].Yes)),
		row(name, "runs with both", byHand, "0", fixed(float64(t.Both(0, 1)), 0)),
	}
}
