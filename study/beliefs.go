package study

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"reckon"
	"reckon/beliefmap"
	"reckon/disk"
)

// Beliefs are the maps of what holders hold to cause what.
type Beliefs struct {
	All     *beliefmap.Map
	Holders []*beliefmap.Map // the holder with most statements first
}

// Beliefs draws the maps. Synonyms is a file of the user's that comes before the
// shipped table; "" for none.
func (s *Study) Beliefs(synonyms string) (*Beliefs, []reckon.Diagnostic, error) {
	own := []byte(nil)
	if synonyms != "" {
		var err error
		if own, err = os.ReadFile(synonyms); err != nil {
			return nil, nil, disk.Unread(synonyms, err)
		}
	}
	merges, found := beliefmap.Synonyms(synonyms, string(own))
	var edges []beliefmap.Edge
	for _, a := range s.Accounts {
		edges = append(edges, beliefmap.Said(a)...)
	}
	if len(edges) == 0 {
		return nil, found, fmt.Errorf("no statement of cause and effect was found in %d documents", len(s.Accounts))
	}
	b := &Beliefs{All: beliefmap.Build("", edges, merges)}
	count := map[string]int{}
	for _, e := range edges {
		count[e.Holder]++
	}
	var names []string
	for name := range count {
		names = append(names, name)
	}
	slices.SortFunc(names, func(x, y string) int {
		if count[x] != count[y] {
			return count[y] - count[x]
		}
		return strings.Compare(x, y)
	})
	for _, name := range names {
		b.Holders = append(b.Holders, beliefmap.Build(name, edges, merges))
	}
	return b, found, nil
}
