package brief

import (
	"reckon"
	"reckon/arena/council"
)

// arenaWords are what a page says of every arena of a kind: what such a thing is,
// and what it cannot carry.
type arenaWords struct{ name, is, limits string }

var arenaKinds = map[string]arenaWords{
	"council": {
		"Council", "A council is an elite that bargains over how far to go: seats with power, a position on one scale and how much of the power each spends on this.",
		council.Caveat,
	},
	"palace": {
		"Palace", "A palace is organs of force that watch each other: which of them could seize power unseen, and how likely it is tried.",
		"The signs of what raises and lowers attempts at a coup are those of the literature; the sizes are guessed, and who would join whom is worked out, not observed.",
	},
	"succession": {
		"Succession", "A succession is an office: how it falls vacant, who then decides and who follows.",
		"Chances by cause are as stated, never a forecast of one man’s health; what a successor would do is a guess with the doubt that is stated beside him.",
	},
	"street": {
		"Street", "A street is a public that turns out when enough others do, tires, is jailed and strikes.",
		"Thresholds cannot be observed, so a sudden turn can be explained but not dated; the published jump of Epstein’s model was not reproduced, and the weights of what pushes a public are judgements.",
	},
	"treasury": {
		"Treasury", "A treasury is a state that lives on oil: what comes in, what is blocked, spent, printed and owed, and what households feel.",
		"Sums come out by construction; how fast savings flee, prices follow and trade is rerouted is stated with ranges, and no figure of a closed state’s accounts can be checked from outside.",
	},
	"contest": {
		"Contest of stamina", "A contest is a war of nerves between two sides: each holds out at a cost and judges the other by how long he has been silent, and whoever tires first gives in.",
		"Two kinds of each side, resolute or not, are all it knows, and the rates at which they give in are stated, not measured; of real contests, most end by what no model of stamina holds.",
	},
}

// arenaKind names the kind of an arena.
func arenaKind(a *reckon.Arena) string { return titleOr(arenaKinds[a.Kind].name, upper(a.Kind)) }

// arenaTitle is an arena in words.
func arenaTitle(a *reckon.Arena) string { return upper(titleOr(a.Title, a.Name)) }

// measureTitle is a measure in words, also one that the case does not state.
func (p *page) measureTitle(name string) string {
	if k := p.Case.Measure(name); k >= 0 {
		return titleOr(p.Case.Measures[k].Title, name)
	}
	return name
}
