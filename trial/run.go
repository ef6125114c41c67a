package trial

import "reckon"

// Settings of a trial; the zero value works: 1 000 bootstrap draws, seed 1.
type Settings struct {
	Draws    int
	Seed     uint64
	Progress func(done, total int)
}

// Run tests every reading of the case against every recorded choice.
func Run(c *reckon.Case, set Settings) (*Report, error) { panic("trial: not written") }
