package street

import (
	"fmt"
	"slices"

	"reckon/arena"
)

// Rule is a word that settles one thing the printed rules of civil violence
// [epstein2002] leave open, or that tools settle in their own way. Words of one
// switch exclude each other; of a list the last counts. Paper, NetLogo and Mesa
// stand for a word at every switch.
type Rule string

// The words, the default of each switch first. The defaults are the paper's where
// it says, else the plainest reading.
const (
	// How an estimate of the risk of arrest 1 − exp(−k·C/A) takes the ratio of cops
	// to actives in vision.
	RiskLiteral Rule = "risk literal"
	RiskFloor   Rule = "risk floor"
	RiskRound   Rule = "risk round" // halves to even

	// Who is counted among the actives: others and oneself; oneself again if active
	// already; or those active now, but at least one.
	SelfOnce       Rule = "self once"
	SelfTwice      Rule = "self twice"
	SelfAtLeastOne Rule = "self at least one"

	// What vision sees: sites within a Euclidean distance, within so many steps
	// along rows and columns, or within a square. One's own site is counted apart.
	SeeDisc    Rule = "see disc"
	SeeDiamond Rule = "see diamond"
	SeeSquare  Rule = "see square"

	// What comes first in a turn.
	MoveFirst Rule = "move first"
	ActFirst  Rule = "act first"

	// Where the jailed are: off the grid, to come back on any empty site; on their
	// site, which stays taken; or on their site while others may take it, and then
	// on any empty one.
	JailOff      Rule = "jail off the grid"
	JailOnSite   Rule = "jail on the site"
	JailOpenSite Rule = "jail on the open site"

	// How long: a real number from 0 to the longest, a whole one below the longest,
	// or a whole one up to it, each as likely.
	TermReal  Rule = "term real"
	TermBelow Rule = "term below the longest"
	TermUpTo  Rule = "term up to the longest"

	// Where a cop is after an arrest.
	CopStays Rule = "cop stays"
	CopSteps Rule = "cop steps on the site"

	// Who acts when: all once a tick in a new order, as many turns as there are
	// units with units drawn anew for each, or all in the order of their making.
	Shuffled Rule = "units shuffled"
	Drawn    Rule = "units drawn"
	InOrder  Rule = "units in order"

	// Whether cops obey: always, or until the actives around a cop outweigh the
	// cops there more than he bears, see Unrest.Nerve. Imported forces always do.
	Loyal     Rule = "cops loyal"
	Defecting Rule = "cops defecting"

	// How many units densities give: that share of the sites, rounded, or as many as
	// come of a draw at every site.
	CountExact Rule = "numbers exact"
	CountDrawn Rule = "numbers drawn"

	// All switches at once.
	Paper   Rule = "paper"   // Epstein 2002 as printed
	NetLogo Rule = "netlogo" // Rebellion of the NetLogo library
	Mesa    Rule = "mesa"    // the example of Mesa 3.3.1
)

// switches lists the words of each switch, the default first.
var switches = [...][]Rule{
	{RiskLiteral, RiskFloor, RiskRound},
	{SelfOnce, SelfTwice, SelfAtLeastOne},
	{SeeDisc, SeeDiamond, SeeSquare},
	{MoveFirst, ActFirst},
	{JailOff, JailOnSite, JailOpenSite},
	{TermReal, TermBelow, TermUpTo},
	{CopStays, CopSteps},
	{Shuffled, Drawn, InOrder},
	{Loyal, Defecting},
	{CountExact, CountDrawn},
}

// The switches by place.
const (
	riskSwitch = iota
	selfSwitch
	seeSwitch
	orderSwitch
	jailSwitch
	termSwitch
	stepSwitch
	activationSwitch
	loyaltySwitch
	countSwitch
)

// tools gives the words of whole tools.
var tools = map[Rule][]Rule{
	Paper:   {RiskLiteral, SelfOnce, SeeDisc, MoveFirst, JailOff, TermReal, CopStays, Shuffled, Loyal, CountExact},
	NetLogo: {RiskFloor, SelfTwice, SeeDisc, MoveFirst, JailOpenSite, TermBelow, CopSteps, Shuffled, Loyal, CountExact},
	Mesa:    {RiskRound, SelfOnce, SeeDiamond, ActFirst, JailOnSite, TermUpTo, CopStays, Shuffled, Loyal, CountDrawn},
}

// Words is the word at every switch that Paper, NetLogo or Mesa stands for; of
// another rule, itself.
func (r Rule) Words() []Rule {
	if words := tools[r]; words != nil {
		return slices.Clone(words)
	}
	return []Rule{r}
}

// Switch is the words of the rule's switch, the default first; nothing of a rule
// that is none or stands for several.
func (r Rule) Switch() []Rule {
	for i := range switches {
		if slices.Contains(switches[i], r) {
			return slices.Clone(switches[i])
		}
	}
	return nil
}

// settled is the number of the word chosen at each switch.
type settled [len(switches)]uint8

// settle reads a list of rules into a choice at every switch.
func settle(rules []Rule) (settled, arena.Faults) {
	var chosen settled
	var faults arena.Faults
	for i, rule := range rules {
		words := tools[rule]
		if words == nil {
			words = []Rule{rule}
		}
		known := false
		for _, word := range words {
			known = chosen.take(word) || known
		}
		faults.Need(known, fmt.Sprintf("rules: word %d", i+1), fmt.Sprintf("there is no rule %q; see the words of street.Rule", rule))
	}
	faults.Need(chosen[stepSwitch] == 0 || chosen[jailSwitch] != 1, "rules", "a cop cannot step on a site whose jailed stay on it; let the jailed leave it or the cop stay")
	return chosen, faults
}

func (s *settled) take(word Rule) bool {
	for i := range switches {
		for n, w := range switches[i] {
			if w == word {
				s[i] = uint8(n)
				return true
			}
		}
	}
	return false
}

// words is the choice in full, one word a switch.
func (s *settled) words() []Rule {
	all := make([]Rule, len(s))
	for i, n := range s {
		all[i] = switches[i][n]
	}
	return all
}
