package sim

import "fmt"

// unready refuses what this version does not compute yet.
func (m *Model) unready() error {
	for i := range m.cast {
		for j := range m.cast[i] {
			if len(m.cast[i][j].Episodes) > 0 && !m.plan.memory {
				return fmt.Errorf("runs do not recall episodes in this version; leave out \"memory\"")
			}
		}
		if paceOf(&m.c.Actors[i]) < 1 && !m.plan.learning {
			return fmt.Errorf("runs do not learn from actors with a pace in this version; leave out \"learning\"")
		}
	}
	return nil
}

// Trace makes one run and tells what happened in it, in order. The path is that of
// the run of this number in any job with this seed. Events are not told in this
// version.
func (m *Model) Trace(seed uint64, run int) (*Path, []Event, error) {
	return nil, nil, fmt.Errorf("runs are not traced in this version")
}
