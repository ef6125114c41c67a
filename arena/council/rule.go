package council

import (
	"fmt"
	"slices"
	"strings"

	"reckon/arena"
)

// Rule is a word by which a model's switch is set. The empty word is the default,
// and results repeat the word that was used. Words of KTAB files are written as there.
type Rule string

// Words of votes: how strongly a seat of some weight votes when one option is worth
// more to it than another by Δ.
const (
	Proportional Rule = "Proportional" // Δ (default)
	Binary       Rule = "Binary"       // the sign of Δ; also a victory model
	PropBin      Rule = "PropBin"      // 0.8 Δ + 0.2 sign
	PropCbc      Rule = "PropCbc"      // ½ Δ + ½ Δ³
	Cubic        Rule = "Cubic"        // Δ³
	ASymProsp    Rule = "ASymProsp"    // losses whole, gains by two thirds
)

// Words of victory: a coalition wins by its strength to this power over the sum of
// both; Binary wins surely by a tenth more strength, and linearly between.
const (
	Linear  Rule = "Linear" // the power 1 (default)
	Square  Rule = "Square"
	Quartic Rule = "Quartic"
	Octic   Rule = "Octic"
)

// Words of election: how chances to win pairwise become a chance to win.
const (
	Conditional     Rule = "Conditional"     // the chance to beat all others, given that somebody does (default)
	MarkovUniform   Rule = "MarkovUniform"   // the favourite is challenged by all alike, without end
	MarkovIncentive Rule = "MarkovIncentive" // challengers come as their gain pushes them
)

// Words of risk ranges: what the least and the most secure seat's attitudes are.
const (
	Mid Rule = "Mid" // −½ to 1 (default)
	Min Rule = "Min" // 0 to 1
	Max Rule = "Max" // −1 to 1
)

// Words of risk views: how much of seat i's own risk attitude h sees, the rest being
// h's own.
const (
	No        Rule = "No"
	OneThird  Rule = "OneThird" // (default)
	Half      Rule = "Half"
	TwoThirds Rule = "TwoThirds"
	Full      Rule = "Full"
)

// Words of commitment: what third parties have at stake in a fight of two others.
const (
	SemiCommit Rule = "SemiCommit" // on the losing side he must take the winner's position (default)
	NoCommit   Rule = "NoCommit"   // he keeps his own either way
	FullCommit Rule = "FullCommit" // he takes the winner's either way
)

// Words of interpolation: how the two positions of a bargain are weighed.
const (
	S2P2   Rule = "S2P2" // (salience × chance)² (default)
	S1P1   Rule = "S1P1" // salience × chance
	S2PMax Rule = "S2PMax"
)

// Words of offers: whose estimate of the odds makes the bargain.
const (
	InitOnlyInterp Rule = "InitOnlyInterp" // the initiator's (default)
	InitRcvrInterp Rule = "InitRcvrInterp" // both: two bargains
	PWCompInterp   Rule = "PWCompInterp"   // one between, weighed by power × salience
)

// Words of transition: which bargain of a queue is adopted.
const (
	Deterministic Rule = "Deterministic" // the likeliest to win (default)
	Stochastic    Rule = "Stochastic"    // each with its chance
)

// Words for what KTAB computes against its own intention.
const (
	Mended Rule = "Mended" // (default)
	AsKTAB Rule = "AsKTAB"
)

// Words of the group decision model's ambiguities.
const (
	AllPairs Rule = "AllPairs" // denominator of a chance: all votes between any two positions (default)
	Printed  Rule = "Printed"  // as the paper prints it: of a denominator, the votes between these two; of a capitulation, whoever gains less than the other loses (default there)

	Felt  Rule = "Felt"  // votes go by distances to the exponent of who votes (default)
	Plain Rule = "Plain" // and by distances, as the paper prints them

	Initial Rule = "Initial" // the range of positions at the start (default)
	Current Rule = "Current" // and now

	Neutral   Rule = "Neutral"   // security as all would see it without risk attitudes (default)
	OwnRisk   Rule = "OwnRisk"   // as the seat sees it, with its last attitude
	TheirRisk Rule = "TheirRisk" // as each challenger sees it, with his last attitude

	AsPorted  Rule = "AsPorted"  // as Scholz' code: of a compromise, the least (|a|·x_i + |b|·x_j)/(|a| + |b|) (default there); of a capitulation, never
	LeastMove Rule = "LeastMove" // of a compromise, the least change of position, as the paper says
)

// Words of what a proposal ended in, beside those of challenges.
const (
	Proposal      Rule = "proposal"
	Confrontation Rule = "confrontation"
	Compromise    Rule = "compromise"
	Capitulation  Rule = "capitulation"
)

// Words of what a lever moves.
const (
	OfPosition Rule = "position"
	OfPower    Rule = "power"
	OfSalience Rule = "salience"
)

// SpatialRules sets the spatial model of politics [ktab2019]. The zero value is
// KTAB's default with its known errors mended.
type SpatialRules struct {
	Vote          Rule // Proportional, Binary, PropBin, PropCbc, Cubic, ASymProsp
	Victory       Rule // Linear, Square, Quartic, Octic, Binary
	Election      Rule // Conditional, MarkovUniform, MarkovIncentive
	RiskRange     Rule // Mid, Min, Max
	RiskView      Rule // OneThird, No, Half, TwoThirds, Full
	Commitment    Rule // SemiCommit, NoCommit, FullCommit
	Interpolation Rule // S2P2, S1P1, S2PMax
	Offers        Rule // InitOnlyInterp, InitRcvrInterp, PWCompInterp
	Transition    Rule // Deterministic, Stochastic

	// ThirdParties: KTAB takes one chance of victory for either side that a third
	// party may join, so that under SemiCommit whoever has nothing to lose lends his
	// weight to the side he dislikes, and under the others nobody lends any. Mended,
	// the chance is taken with his weight on either side.
	ThirdParties Rule
	// CompromiseWeights: under PWCompInterp KTAB weighs both sides by the initiator's
	// power. Mended, each by his own.
	CompromiseWeights Rule
	// ReceiverOdds: where the receiver's estimate counts for offers, KTAB takes the
	// initiator's gain, as the receiver sees it, for his chance. Mended, the chance.
	ReceiverOdds Rule

	Quiet    float64 // stop once a turn moves less than this share of the first; 0 means 0.02
	MaxTurns int     // 0 means 100
	Seed     uint64  // of the draws of Stochastic
	Run      uint64  // which run of an ensemble, below 2⁴¹
}

// ChallengeRules sets the group decision model [scholz2011]. The zero value gives
// its published table.
type ChallengeRules struct {
	Dimension    int  // which of the table's dimensions is decided; the model knows one
	Denominator  Rule // AllPairs, Printed
	Votes        Rule // Felt, Plain
	Range        Rule // Initial, Current
	Security     Rule // Neutral, OwnRisk, TheirRisk
	Compromise   Rule // AsPorted, LeastMove: which compromise is taken
	Capitulation Rule // Printed, AsPorted: when a seat gives in
	// Unrest is 1 − Q: the chance, as each sees it, that the status quo moves anyway
	// if he does not challenge. The paper's Q is 1.
	Unrest float64
	Grid   float64 // positions are rounded to multiples of it after each round; 0 means not
	Rounds int     // 0 means 8
}

// word is a switch: its name in faults and results, where it is set, what it may be,
// the default first.
type word struct {
	name  string
	set   *Rule
	words []Rule
}

func (s *SpatialRules) words() []word {
	return []word{
		{"vote", &s.Vote, []Rule{Proportional, Binary, PropBin, PropCbc, Cubic, ASymProsp}},
		{"victory", &s.Victory, []Rule{Linear, Square, Quartic, Octic, Binary}},
		{"election", &s.Election, []Rule{Conditional, MarkovUniform, MarkovIncentive}},
		{"risk range", &s.RiskRange, []Rule{Mid, Min, Max}},
		{"risk view", &s.RiskView, []Rule{OneThird, No, Half, TwoThirds, Full}},
		{"commitment", &s.Commitment, []Rule{SemiCommit, NoCommit, FullCommit}},
		{"interpolation", &s.Interpolation, []Rule{S2P2, S1P1, S2PMax}},
		{"offers", &s.Offers, []Rule{InitOnlyInterp, InitRcvrInterp, PWCompInterp}},
		{"transition", &s.Transition, []Rule{Deterministic, Stochastic}},
		{"third parties", &s.ThirdParties, []Rule{Mended, AsKTAB}},
		{"compromise weights", &s.CompromiseWeights, []Rule{Mended, AsKTAB}},
		{"receiver odds", &s.ReceiverOdds, []Rule{Mended, AsKTAB}},
	}
}

func (c *ChallengeRules) words() []word {
	return []word{
		{"denominator", &c.Denominator, []Rule{AllPairs, Printed}},
		{"votes", &c.Votes, []Rule{Felt, Plain}},
		{"range", &c.Range, []Rule{Initial, Current}},
		{"security", &c.Security, []Rule{Neutral, OwnRisk, TheirRisk}},
		{"compromise", &c.Compromise, []Rule{AsPorted, LeastMove}},
		{"capitulation", &c.Capitulation, []Rule{Printed, AsPorted}},
	}
}

// Switches lists the switches by name, each with its words, the default first.
func (s SpatialRules) Switches() []struct {
	Name  string
	Words []Rule
} {
	return listed(s.words())
}

// Set gives a switch a word and reports whether there are such a switch and word.
func (s *SpatialRules) Set(name string, to Rule) bool { return set(s.words(), name, to) }

// Switches lists the switches by name, each with its words, the default first.
func (c ChallengeRules) Switches() []struct {
	Name  string
	Words []Rule
} {
	return listed(c.words())
}

// Set gives a switch a word and reports whether there are such a switch and word.
func (c *ChallengeRules) Set(name string, to Rule) bool { return set(c.words(), name, to) }

func listed(words []word) (list []struct {
	Name  string
	Words []Rule
},
) {
	for _, w := range words {
		list = append(list, struct {
			Name  string
			Words []Rule
		}{w.name, w.words})
	}
	return list
}

func set(words []word, name string, to Rule) bool {
	for _, w := range words {
		if w.name == name && slices.Contains(w.words, to) {
			*w.set = to
			return true
		}
	}
	return false
}

// AsKTAB returns the rules with all of KTAB's known errors left in, as its published
// results need.
func (s SpatialRules) AsKTAB() SpatialRules {
	s.ThirdParties, s.CompromiseWeights, s.ReceiverOdds = AsKTAB, AsKTAB, AsKTAB
	return s
}

// settle puts defaults for empty words and adds a fault for unknown ones; the
// switches come back as name and word.
func settle(f *arena.Faults, words []word) [][2]string {
	var switches [][2]string
	for _, w := range words {
		if *w.set == "" {
			*w.set = w.words[0]
		}
		known := make([]string, len(w.words))
		found := false
		for i, r := range w.words {
			known[i] = string(r)
			found = found || r == *w.set
		}
		f.Need(found, "rules: "+w.name, fmt.Sprintf("there is no %q. Choose one of %s", *w.set, strings.Join(known, ", ")))
		switches = append(switches, [2]string{w.name, string(*w.set)})
	}
	return switches
}

// settled fills in the defaults and judges the numbers.
func (s SpatialRules) settled(f *arena.Faults) (SpatialRules, [][2]string) {
	switches := settle(f, s.words())
	if s.Quiet == 0 {
		s.Quiet = 0.02
	}
	if s.MaxTurns == 0 {
		s.MaxTurns = 100
	}
	f.Within(s.Quiet, 0, 1, "rules: quiet", "give the share of the first turn's movement below which the talks end, from 0 to 1")
	f.Need(s.MaxTurns >= 1 && s.MaxTurns <= maxTurns, "rules: turns", fmt.Sprintf("give a number of turns from 1 to %d", maxTurns))
	if s.Transition == Stochastic {
		switches = append(switches, [2]string{"seed and run", fmt.Sprintf("%d, %d", s.Seed, s.Run)})
	}
	f.Need(s.Run < 1<<41, "rules: run", "give the number of a run below 2 to the 41st")
	return s, switches
}

const maxTurns = 10_000

func (c ChallengeRules) settled(f *arena.Faults, dimensions int) (ChallengeRules, [][2]string) {
	switches := settle(f, c.words())
	if c.Rounds == 0 {
		c.Rounds = 8
	}
	f.Need(c.Dimension >= 0 && c.Dimension < dimensions, "rules: dimension", fmt.Sprintf("there is no dimension %d. Give one from 0 to %d", c.Dimension, dimensions-1))
	f.Within(c.Unrest, 0, 1, "rules: unrest", "give the chance that the status quo moves of itself, from 0 to 1")
	f.Within(c.Grid, 0, 1, "rules: grid", "give the step that positions are rounded to, from 0 (none) to 1")
	f.Need(c.Rounds >= 1 && c.Rounds <= maxTurns, "rules: rounds", fmt.Sprintf("give a number of rounds from 1 to %d", maxTurns))
	if c.Unrest > 0 {
		switches = append(switches, [2]string{"unrest", fmt.Sprint(c.Unrest)})
	}
	if c.Grid > 0 {
		switches = append(switches, [2]string{"grid", fmt.Sprint(c.Grid)})
	}
	return c, switches
}
