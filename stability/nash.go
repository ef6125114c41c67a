package stability

import "reckon"

// nash is individual rationality: s is Nash stable for i iff he has no
// improvement from s, R_i⁺(s) = ∅ [nash1950] [howard1971]. He expects no
// answer, so the security of a move is the rank of where it leads.
// O(states × own options) per actor.
func nash() solver {
	return solver{
		concept: reckon.Nash,
		table:   func(*Conflict, int, lanes) {},
	}
}
