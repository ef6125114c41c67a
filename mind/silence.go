package mind

import (
	"sync/atomic"

	"reckon"
)

// silence remembers how likely it is, by state, that somebody stays: most turns are
// silent, and in a few states. The first state that comes to a place has it.
type silence [silences]atomic.Pointer[silentAt]

type silentAt struct {
	state  reckon.State
	chance float64
}

const (
	silences     = 1 << 10
	silenceBytes = silences * 24
)

func (m *silence) place(s reckon.State) *atomic.Pointer[silentAt] {
	return &m[uint64(s)*0x9e3779b97f4a7c15>>(64-10)] // multiplication by the golden ratio spreads neighbours
}

func (m *silence) find(s reckon.State) (chance float64, known bool) {
	if at := m.place(s).Load(); at != nil && at.state == s {
		return at.chance, true
	}
	return 0, false
}

func (m *silence) keep(s reckon.State, chance float64) {
	if at := m.place(s); at.Load() == nil {
		at.CompareAndSwap(nil, &silentAt{s, chance})
	}
}
