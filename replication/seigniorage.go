package replication

import "reckon/draw"

// seigniorage replicates what printing money can bring in at most [cagan1956]: real
// money falls with inflation π as e^(−απ), so π·e^(−απ) peaks at π = 1/α.
func seigniorage() []Row {
	const name, source, alpha, steps = "Revenue of printing money", "Cagan 1956, closed form", 0.5, 1000
	at := walked(timed(steps, `
measure "inflation" { is = time() / 100 }
measure "revenue" { is = inflation * exp(-0.5 * inflation) }
`), "")
	best := 0
	for k := range steps + 1 {
		if at("revenue", k) > at("revenue", best) {
			best = k
		}
	}
	return []Row{
		places(name, "inflation at the peak, tried by hundredths", source, 1/alpha, at("inflation", best), 2),
		places(name, "the peak", source, 1/(alpha*draw.Exp(1)), at("revenue", best), 6),
	}
}
