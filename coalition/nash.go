package coalition

import "reckon"

// nash is coalitional Nash stability: the coalition has no improvement, R_H⁺⁺(s)
// is empty [kilgour2001] [inohara2008].
func nash() rule {
	return rule{
		concept:  reckon.Nash,
		security: func(_ *Analysis, _ Coalition, values [][]int32) [][]int32 { return values },
		replies:  func(*Analysis, Coalition) []Coalition { return nil },
	}
}
