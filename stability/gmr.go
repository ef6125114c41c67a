package stability

import "reckon"

// gmr is general metarationality [howard1971]: s is stable for i iff for every
// improvement t ∈ R_i⁺(s) the others have a legal sequence of moves from t, even
// at their own cost, to some x with x ≾_i s. O(states × options) per actor and
// sweep.
func gmr() solver {
	return solver{
		concept: reckon.GMR,
		table:   (*Conflict).worstOthers,
		reply:   (*Conflict).EachMove,
		worth:   rankOf,
	}
}
