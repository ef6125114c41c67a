package preference

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
)

// attitudes is preference bent by how an actor feels about how the others fare
// [inohara2007]. e_ij is +1, 0 or −1; not stated, it is +1 towards himself and 0
// towards others, which are discrete attitudes. q is relationally preferred by i
// to s iff, for each j, q is as good as s for j where e_ij is +1, and no better than
// s for j where it is −1. The total relational replies of i are his moves to states
// so preferred; a reply sanctions iff it is not so preferred. RNash, RGMR, RSMR and
// RSEQ are as usual with these, each reply under RSEQ being a relational reply of
// its mover.
//
// The sources at hand do not settle whether a tie is as good as a gain, hence the
// setting Ties: "both" takes ≿ for +1 and ≾ for −1, "friends" ≿ and ≺ (so that −1
// is the opposite of +1), "never" ≻ and ≺. Under all three the published properties
// hold [inohara2009]: discrete attitudes with strict preferences give Nash, GMR, SMR
// and SEQ, and under "never" any preferences do; all attitudes neutral make RNash
// and RSMR the same, and RGMR and RSEQ. That the second holds is why a state that is
// preferred cannot also sanction.
// Cost: that of the engine by class, with a class for each combination of ranks of
// the actors whom the actor minds; see Solve.
func attitudes() Kind {
	return Kind{
		Name: "attitudes", Source: "inohara2007", Concepts: basic(), Settings: []string{"ties"},
		Says:  "an actor minds how the others fare",
		terms: attitudeTerms, judge: attitudeJudge,
	}
}

// ways of counting ties, the default first.
var ties = []string{"both", "friends", "never"}

// attitude is e_ij.
func (b *board) attitude(i, j int) int {
	for _, a := range b.minds[i].Attitudes {
		if b.c.Actor(a.Toward) == j {
			return a.Is
		}
	}
	if i == j {
		return 1
	}
	return 0
}

func attitudeTerms(b *board, set Settings) (terms, error) {
	choice, err := oneOf("ties", set.Ties, ties...)
	if err != nil {
		return terms{}, err
	}
	t := terms{switches: []Switch{{"ties", choice, "whether a tie is as good as a gain: for friends and foes, for friends only, or never"}}}
	if !slices.ContainsFunc(b.minds, func(m reckon.Mind) bool { return len(m.Attitudes) > 0 }) {
		t.notes = []string{"no attitude is stated: every actor minds himself alone"}
	}
	ranks := make([]scale, len(b.minds))
	for j := range ranks {
		ranks[j] = b.ranks(j)
	}
	for i := range b.minds {
		for _, a := range b.minds[i].Attitudes {
			if b.c.Actor(a.Toward) < 0 {
				return terms{}, fmt.Errorf("%q has an attitude towards %q, who is no actor of the case", b.name(i), a.Toward)
			}
		}
		preferred := both{}
		var words []string
		for j := range b.minds {
			switch e := b.attitude(i, j); {
			case e > 0:
				preferred = append(preferred, byDigit{scale: ranks[j], up: all, tie: choice != "never"})
				words = append(words, "+"+b.name(j))
			case e < 0:
				preferred = append(preferred, byDigit{scale: ranks[j], down: all, tie: choice == "both"})
				words = append(words, "−"+b.name(j))
			}
		}
		if len(words) == 0 {
			words = []string{"nobody"}
		}
		t.switches = append(t.switches, Switch{"attitudes of " + b.name(i), strings.Join(words, " "), "whom this actor minds, and which way"})
		t.pairs = append(t.pairs, []pair{{"", preferred, not{preferred}, basic()}})
		t.credible = append(t.credible, preferred)
	}
	return t, nil
}

// attitudeJudge restates the definition for Check.
func attitudeJudge(r *Result) judge {
	preferred := func(i int, q, s reckon.State) bool {
		for j := range r.board.minds {
			gain := r.board.g.Rank(j, q) - r.board.g.Rank(j, s)
			switch e := r.board.attitude(i, j); {
			case e == 0:
			case e*gain < 0:
				return false
			case gain == 0 && (r.settings.Ties == "never" || e < 0 && r.settings.Ties == "friends"):
				return false
			}
		}
		return true
	}
	return judge{
		improves: preferred,
		credible: preferred,
		harms:    func(i int, x, s reckon.State) bool { return !preferred(i, x, s) },
	}
}
