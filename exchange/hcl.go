package exchange

import (
	"errors"
	"fmt"
	"math/bits"
	"slices"

	"reckon"
	"reckon/lang"
	"reckon/stability"
)

// HCL writes a conflict in the case language, with all that a case may say of how
// it runs on in time. Loading the text gives the same conflict. Where the options
// that are on at the start make an impossible state, it begins in the possible
// one that differs in fewest options, and a note says so. A case that stands in
// several files, with readings, sources, a record or observations, is refused: it
// is case text already.
func (m *Model) HCL() (text []byte, notes []string, err error) {
	if c := m.Case; len(c.Readings)+len(c.Sources)+len(c.Record)+len(c.Observations) > 0 {
		return nil, nil, errors.New("this is a whole case, and is case text already; only what one file holds, such as a .gmcr, .nfg or .efg file, can be written so")
	}
	start, err := m.Start()
	if err != nil {
		return nil, nil, err
	}
	begun := *m.Case
	begun.Options = slices.Clone(begun.Options)
	for k := range begun.Options {
		begun.Options[k].On = start.Has(k)
	}
	text = lang.Text(&begun)
	if start != m.Case.Today() {
		notes = append(notes, fmt.Sprintf("the state at the start is impossible, so the case begins in the nearest possible one, %s; set the options that are on as they were", m.letters(start)))
		text = append([]byte("# Which options are on at the start was chosen so that the state is possible.\n"), text...)
	}
	return text, notes, nil
}

// Start returns the state that a bare conflict begins in: today's where it is possible,
// else the possible one nearest to it, the lowest of several. Of a conflict without
// options, or too large to list, it is today's unseen.
func (m *Model) Start() (reckon.State, error) {
	today := m.Case.Today()
	if n := len(m.Case.Options); n == 0 || n > stability.MaxOptions {
		return today, nil
	}
	c, err := m.Conflict()
	if err != nil || c.States().Has(today) {
		return today, err
	}
	nearest, least := today, len(m.Case.Options)+1
	c.States().Each(func(s reckon.State) {
		if n := bits.OnesCount64(uint64(s ^ today)); n < least {
			nearest, least = s, n
		}
	})
	return nearest, nil
}
