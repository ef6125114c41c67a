package coalition

import "reckon"

// gmr is coalitional general metarationality [inohara2008]: each improvement q in
// R_H⁺⁺(s) is met by a state x that the opponents can bring about, x ∈ R_{N−H}(q),
// and that is no improvement on s for the coalition: under the strict reading
// some member likes x no better than s; under the Pareto reading some member
// likes it less, or all are where they were.
func gmr() rule {
	return rule{
		concept:  reckon.GMR,
		security: func(a *Analysis, b *side) [][]int32 { return worst(a.reach(b.others), b.values) },
		replies:  opponents,
	}
}

func worst(r *reach, values [][]int32) [][]int32 {
	low := make([][]int32, len(values))
	for k, v := range values {
		low[k] = r.least(v)
	}
	return low
}

func opponents(a *Analysis, h Coalition) []Coalition { return singles(a.everyone &^ h) }
