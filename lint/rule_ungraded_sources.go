package lint

import (
	"fmt"

	"reckon"
)

func ungradedSources() Rule {
	return Rule{
		Name: "ungraded-sources",
		Why: `A source without a grade is not wrong, but its reader cannot tell a government gazette from a rumour. The note
counts the sources that carry no Admiralty letter, so that the brief can say so.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var bare []place
			for _, s := range c.Sources {
				if s.Reliability == "" {
					bare = append(bare, place{fmt.Sprintf("%q", s.Key), s.At})
				}
			}
			if bare == nil {
				return nil
			}
			return []reckon.Diagnostic{finding(reckon.Note, bare[0].at,
				fmt.Sprintf("%d of %s %s no grade", len(bare), count(len(c.Sources), "source", "sources"), choose(len(bare), "has", "have")),
				few(bare)+". Fix: add `reliability = {B}` (A completely reliable … E unreliable, F cannot be judged) in sources.bib, or leave it ungraded.")}
		},
	}
}
