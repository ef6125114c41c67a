package coalition

import "reckon"

// seq is coalitional sequential stability [inohara2008]: as CGMR, but opponents
// reply only by moves that improve the lot of those who move. Whose moves those
// are is Settings.Replies.
func seq() rule {
	return rule{
		concept:  reckon.SEQ,
		security: func(a *Analysis, b *side) [][]int32 { return worst(a.replies(b.others), b.values) },
		replies:  func(a *Analysis, h Coalition) []Coalition { return a.set.groups(a.everyone &^ h) },
		credible: true,
	}
}
