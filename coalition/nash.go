package coalition

import (
	"reckon"
	"reckon/stability"
)

// nash is coalitional Nash stability: the coalition has no improvement, R_H⁺⁺(s)
// is empty [kilgour2001] [inohara2008].
func nash() rule {
	return rule{
		concept: reckon.Nash,
		stable:  func(a *Analysis, b *side) *stability.Set { return a.beyond(b, b.hope) },
		replies: func(*Analysis, Coalition) []Coalition { return nil },
	}
}
