package coalition

import (
	"fmt"
	"math/bits"
	"slices"

	"reckon"
	"reckon/stability"
)

// Coalition is a group of actors: bit i is the actor of index i.
type Coalition uint64

// Of returns the coalition of these actors.
func Of(actors ...int) Coalition {
	var h Coalition
	for _, i := range actors {
		h |= 1 << i
	}
	return h
}

// Members lists the actors of the coalition, ascending.
func (h Coalition) Members() []int {
	var list []int
	for ; h != 0; h &= h - 1 {
		list = append(list, bits.TrailingZeros64(uint64(h)))
	}
	return list
}

// Has reports whether the actor is a member.
func (h Coalition) Has(actor int) bool { return actor >= 0 && h>>actor&1 == 1 }

// Size returns the number of members.
func (h Coalition) Size() int { return bits.OnesCount64(uint64(h)) }

// Settings names the reading of the definitions where the literature has more
// than one. The zero Settings is the default; Result and Verdict carry the
// settings they were made with, defaults filled in.
type Settings struct {
	// Improvement says when a state is an improvement for a coalition:
	//   - "strict" (default): every member likes it better, the class improvement
	//     of [kilgour2001];
	//   - "pareto": no member likes it less and some member more [zhu2014].
	// A reply meets an improvement on s when it ends in a state that is none in the
	// same sense: under "strict" some member likes it no better than s; under
	// "pareto" some member likes it less, or no member likes it more.
	Improvement string
	// Replies says whose moves are credible to CSEQ:
	//   - "alone" (default): each opponent improves his own lot at each of his
	//     moves, R⁺ of the others; a coalition of one is then exactly SEQ;
	//   - "coalitions": any group of opponents moves by improvements for that
	//     group, group after group [inohara2008]; a coalition of one then faces
	//     more replies than under SEQ;
	//   - "together": all opponents as one group;
	//   - "blocks": the other Blocks, each as one group.
	Replies string
	// Blocks, when given, splits the actors into groups that act as one each. Only
	// the blocks are then judged, and Replies is "blocks".
	Blocks []Coalition
}

// filled returns the settings with defaults stated, or what is wrong with them.
func (set Settings) filled(everyone Coalition) (Settings, error) {
	if set.Improvement == "" {
		set.Improvement = "strict"
	}
	if set.Improvement != "strict" && set.Improvement != "pareto" {
		return set, fmt.Errorf("an improvement is \"strict\" or \"pareto\", not %q", set.Improvement)
	}
	if len(set.Blocks) > 0 {
		if set.Replies != "" && set.Replies != "blocks" {
			return set, fmt.Errorf("where actors are split into blocks, replies come from blocks, not %q. Leave out one of the two", set.Replies)
		}
		set.Replies = "blocks"
		return set, splits(set.Blocks, everyone)
	}
	if set.Replies == "" {
		set.Replies = "alone"
	}
	if !slices.Contains([]string{"alone", "coalitions", "together"}, set.Replies) {
		return set, fmt.Errorf("replies come from opponents \"alone\", in \"coalitions\" or \"together\", not %q. For \"blocks\", name the blocks", set.Replies)
	}
	return set, nil
}

// splits reports whether each actor stands in exactly one block.
func splits(blocks []Coalition, everyone Coalition) error {
	var seen Coalition
	for _, b := range blocks {
		if b == 0 || b&seen != 0 || b&^everyone != 0 {
			return fmt.Errorf("the blocks must split the actors: each block has a member, and no actor is unknown or named twice")
		}
		seen |= b
	}
	if seen != everyone {
		return fmt.Errorf("the blocks leave out actor %d. Name every actor once, a block of one if he acts alone", (everyone &^ seen).Members()[0]+1)
	}
	return nil
}

// groups lists the groups of h's opponents whose improvements are credible replies.
func (set Settings) groups(opponents Coalition) []Coalition {
	switch set.Replies {
	case "together":
		if opponents != 0 {
			return []Coalition{opponents}
		}
		return nil
	case "coalitions":
		return parts(opponents)
	case "blocks":
		return slices.DeleteFunc(slices.Clone(set.Blocks), func(b Coalition) bool { return b&^opponents != 0 })
	}
	return singles(opponents)
}

// singles lists the members of h as coalitions of one.
func singles(h Coalition) []Coalition {
	var list []Coalition
	for _, j := range h.Members() {
		list = append(list, Of(j))
	}
	return list
}

// parts lists the non-empty coalitions within h, ascending.
func parts(h Coalition) []Coalition {
	var list []Coalition
	for k := Coalition(0); k != h; {
		k = (k - h) & h
		list = append(list, k)
	}
	return list
}

// Analysis is a conflict with settings. It caches what each group can bring
// about, so it belongs to one goroutine.
type Analysis struct {
	g        *stability.Conflict
	set      Settings
	everyone Coalition
	movers   Coalition // actors who have a move somewhere
	own      []solo
	groups   map[Coalition]*reach
	credible map[Coalition]*reach
}

// Analyse prepares a conflict for Solve, Explain and Jumps. The error says what
// is wrong with the settings, or that they ask too much of so many actors.
func Analyse(g *stability.Conflict, set Settings) (*Analysis, error) {
	if g.Actors() > 63 {
		return nil, fmt.Errorf("the case has %d actors; coalitions of at most 63 can be named. Merge actors who act as one", g.Actors())
	}
	everyone := Coalition(1)<<g.Actors() - 1
	set, err := set.filled(everyone)
	switch {
	case err != nil:
		return nil, err
	case set.Replies == "coalitions" && g.Actors() > maxActors:
		return nil, fmt.Errorf("replies of every coalition are followed among at most %d actors; this case has %d. Let opponents reply \"alone\" or \"together\"", maxActors, g.Actors())
	}
	return &Analysis{g: g, set: set, everyone: everyone, groups: map[Coalition]*reach{}, credible: map[Coalition]*reach{}}, nil
}

// Settings returns the settings with the defaults filled in.
func (a *Analysis) Settings() Settings { return a.set }

// coalitions lists every non-empty coalition in ascending order of its bits, or
// the blocks.
func (a *Analysis) coalitions() []Coalition {
	if len(a.set.Blocks) > 0 {
		return slices.Clone(a.set.Blocks)
	}
	return parts(a.everyone)
}

// improves reports whether going from s to t is an improvement for the coalition.
func (set Settings) improves(g *stability.Conflict, h Coalition, s, t reckon.State) bool {
	some := false
	for ; h != 0; h &= h - 1 {
		j := bits.TrailingZeros64(uint64(h))
		gain := g.Rank(j, t) - g.Rank(j, s)
		if gain < 0 || gain == 0 && set.Improvement == "strict" {
			return false
		}
		some = some || gain > 0
	}
	return some
}
