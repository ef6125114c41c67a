package lang

// arenaKinds are the blocks that are arenas.
var arenaKinds = []string{"council", "palace", "succession", "street", "treasury", "contest"}

// titleRow is the title of an arena or of one of its parts.
var titleRow = attribute{name: "title", kind: kindText, example: `"The organs of force"`, means: "The words that pages print; the label when left out."}

// writesIn is the block that says what an arena of one kind writes; of is what a
// quantity may be that of, or "".
func writesIn(arena, of string, quantities ...string) block {
	b := block{
		name: "writes", within: arena, label: "a measure", means: "Gives the measure, at every step, what the arena has made of the step before. The measure has a start and neither is nor next.",
		attributes: []attribute{{name: "from", kind: kindWord, words: quantities, required: true, example: `"` + quantities[0] + `"`, means: "Which quantity; docs/arenas.md says what each is."}},
	}
	if of != "" {
		b.attributes = append(b.attributes, attribute{name: "of", kind: kindText, example: `"guard"`, means: "Of which " + of + ", where the quantity is one of each."})
	}
	return b
}

// number is a row for a number that an arena works out at every step.
func numberRow(name, standard, example, means string) attribute {
	return attribute{name: name, kind: kindExpr, standard: standard, required: standard == "", example: example, means: means}
}

// arenaBlocks are the forces around a leader.
var arenaBlocks = []block{
	{
		name: "council", label: "the name of the council", means: "Elites who bargain over how far to go. Each holds a position on one scale. The weighted mean is the default, because nothing is known to forecast better.",
		attributes: []attribute{
			titleRow,
			{name: "model", kind: kindWord, words: []string{"mean", "median", "spatial", "challenge"}, standard: "mean", example: `"spatial"`, means: "How an outcome is made of positions: their mean or median, weighted by power and salience; or rounds of bargaining, by the spatial model of politics or the group decision model, after which it is the mean of where all stand."},
			numberRow("every", "1", "4", "A round of bargaining is held at every so many steps."),
			numberRow("low", "0", "0", "The position at one end of the scale; a number that does not change."),
			numberRow("high", "100", "100", "The position at the other end."),
		},
		blocks:  []string{"seat", "writes", "cite"},
		example: exampleCouncil,
	},
	{
		name: "seat", within: "council", label: "who sits there", means: "One voice of a council.",
		attributes: []attribute{
			titleRow,
			numberRow("power", "", "30", "How much weight he could bring to bear; not negative."),
			numberRow("position", "", "20 + 10 * oil", "What he stands for, on the scale of the council. Under a model with rounds, where he begins."),
			numberRow("salience", "100", "80", "How much of his power he spends on this, from 0 to 100."),
		},
		blocks: []string{"cite"},
	},
	writesIn("council", "seat", "outcome", "mean", "median", "spread", "position"),
	{
		name: "palace", label: "the name of the palace", means: "Organs of force that watch each other: who could seize power unseen, and how likely it is tried.",
		attributes: []attribute{
			titleRow,
			{name: "success", kind: kindWord, words: []string{"quota", "contest"}, standard: "quota", example: `"contest"`, means: "When a plot that was not found out succeeds: when its organs hold the quota of all force, or with the odds of a contest of force."},
			numberRow("quota", "0.5", "0.6", "The share of all force that is enough, under quota; a number that does not change."),
			numberRow("steepness", "1", "2", "How much an advantage in force tells, under contest; a number that does not change."),
			numberRow("attempts", "0.05", "0.02", "How often in a year a coup is attempted where each of the following is 0; a number that does not change."),
			numberRow("success_odds", "0.5", "0.4", "The chance that such an attempt succeeds; a number that does not change."),
			numberRow("new_counterweight", "0", "year() < 2020 ? 1 : 0", "1 in the year after an armed organ was set up."),
			numberRow("coup_proofing", "0", "0.6", "Structural coup-proofing, from 0 to 1."),
			numberRow("spoils", "0", "0.5", "What the organs are given, from 0 to 1."),
			numberRow("resources", "0", "0.5", "What the organs can bring to bear, from 0 to 1."),
			numberRow("grievance", "0", "0.2", "Arrears, slights and purges, from 0 to 1."),
			numberRow("external_threat", "0", "washington.bomb ? 1 : 0.3", "A threat from abroad, from 0 to 1."),
			numberRow("threat_unclear", "0", "0.2", "How unsure the organs are of that threat, from 0 to 1."),
			numberRow("reliance", "0", "0.5", "How far he relies on them to repress, from 0 to 1; most harmful halfway."),
			numberRow("tenure", "0", "year() - 1989", "His years in office."),
			numberRow("succession_settled", "0", "0.3", "0 where no rule of succession is believed in, 1 where one is."),
		},
		blocks:  []string{"organ", "watch", "writes", "cite"},
		example: examplePalace,
	},
	{
		name: "organ", within: "palace", label: "the organ", means: "One organ that has force.",
		attributes: []attribute{
			titleRow,
			numberRow("force", "", "30", "What it could bring to bear at the seat of power, in any unit; not negative."),
			numberRow("distrust", "0", "0.1", "The chance that one of its own gives a plot away, from 0 to below 1."),
		},
		blocks: []string{"cite"},
	},
	{
		name: "watch", within: "palace", label: "the organ that watches", means: "One organ watches others. Several such blocks may name the same watcher.",
		attributes: []attribute{
			{name: "over", kind: kindTexts, required: true, example: `["army", "police"]`, means: "The organs that it watches."},
			numberRow("chance", "", "0.3", "The chance that it finds out the part of one of them in a plot, from 0 to below 1."),
		},
		blocks: []string{"cite"},
	},
	writesIn("palace", "organ", "risk", "secrecy", "attempts", "attempt", "coup", "member"),
	{
		name: "succession", label: "the name of the office", means: "How an office falls vacant and who follows.",
		attributes: []attribute{
			titleRow,
			{name: "vacancy", kind: kindWord, words: []string{"assembly", "heir", "council"}, standard: "assembly", example: `"heir"`, means: "Who decides at a vacancy: an assembly, whose members vote for who is near to them; the heir, unless he is contested; or a council, the organs of a palace that can rule by themselves and last."},
			{name: "heir", kind: kindTexts, example: `"eldest"`, means: "The candidate who is designated."},
			{name: "palace", kind: kindTexts, example: `"capital"`, means: "The palace whose organs decide, under council."},
			numberRow("contested", "0", "0.3", "The chance that the heir is contested; then the assembly decides. A number that does not change."),
			numberRow("decisiveness", "1", "2", "How much a lead counts; a number that does not change."),
			numberRow("will", "0", "0.1", "How ready the man in office is to give way, from 0 to 1."),
		},
		blocks:  []string{"exit", "candidate", "writes", "cite"},
		example: exampleSuccession,
	},
	{
		name: "exit", within: "succession", label: "the cause, in your words", means: "One way in which the office falls vacant, by a rate or by a chance.",
		attributes: []attribute{
			numberRow("rate", "0", "0.03 * exp(0.09 * (year() - 2026))", "How often it is expected in a year."),
			numberRow("chance", "0", "0.01", "How likely it is in a step, besides."),
		},
		blocks: []string{"cite"},
	},
	{
		name: "candidate", within: "succession", label: "who may follow", means: "One who may follow: a public figure, or a kind of one.",
		attributes: []attribute{
			titleRow,
			numberRow("support", "1", "40", "The weight of those in the assembly who stand where he stands; not negative."),
			numberRow("position", "0.5", "0.2", "Where that is, from 0 to 1, on what the assembly divides over."),
			{name: "backers", kind: kindTexts, example: `["guard"]`, means: "The organs that back him, under council."},
			numberRow("will", "0", "0.4", "How ready he would be to give way, from 0 to 1."),
			numberRow("doubt", "0", "0.2", "How far off that can be either way; a number that does not change."),
		},
		blocks: []string{"cite"},
	},
	writesIn("succession", "", "holder", "exit", "cause", "will", "more_willing"),
	{
		name: "treasury", label: "a plain name, with which the names of its equations begin", plain: true, means: "A state that lives on oil: what comes in, what is blocked, spent, printed and owed, and what households feel. Its equations are measures like any other: they run, are checked and go into XMILE.",
		attributes: treasuryRows(),
		blocks:     []string{"organ", "writes", "cite"},
		example:    exampleTreasury,
	},
	{
		name: "organ", within: "treasury", label: "a plain name", plain: true, means: "One that has a share of the patronage.",
		attributes: []attribute{
			titleRow,
			numberRow("share", "", "0.4", "Its share, from 0 to 1; shares that come to more than 1 count as weights."),
		},
		blocks: []string{"cite"},
	},
	{
		name: "writes", within: "treasury", label: "a measure", means: "Gives the measure the value of one of the equations, at the same step. The measure has neither is nor next.",
		attributes: []attribute{
			{name: "from", kind: kindText, required: true, example: `"reserves"`, means: "Which equation; docs/arenas.md lists them."},
		},
	},
	{
		name: "contest", label: "the name of the contest", means: "A war of nerves between two sides: each holds out at a cost, each judges by the other's silence how resolute he is, and whoever tires first gives in.",
		attributes: []attribute{
			titleRow,
			numberRow("own", "1", "0.5", "How far a side tires by its own strain: at 1 at its own strain by its own stake, at 0 as in the equilibrium of the war of attrition, by what the other suffers."),
		},
		blocks:  []string{"side", "writes", "cite"},
		example: exampleContest,
	},
	{
		name: "side", within: "contest", label: "who holds out", means: "One of the two sides.",
		attributes: []attribute{
			titleRow,
			numberRow("stake", "", "10", "What prevailing is worth to it, in any unit; above 0."),
			numberRow("strain", "", "2 + oil", "What holding out costs it in a year, in the unit of its stake."),
			numberRow("resolute", "as the other believes", "0.5", "How likely it is that it is resolute in fact; drawn once a run."),
			numberRow("belief", "", "0.3", "How likely the other holds it to be resolute when the run starts."),
			numberRow("firm", "0", "0.05", "How often in a year the other thinks one who is resolute gives in under full pressure."),
			numberRow("soft", "", "0.8", "The same of one who is not."),
			numberRow("blind", "0", "0.4", "How far the other sees character where there is only circumstance: at 0 silence counts by the pressure this side was under, at 1 as if that had been full."),
			numberRow("demand", "0.5", "0.7", "The share of 1 that it settles for when it is resolute."),
			numberRow("floor", "0", "0.4", "The share that it settles for when it is not."),
			numberRow("no_deal", "0", "0.1", "What it has as long as nothing is settled; what a year of sanctions takes, evasion gives back."),
		},
		blocks: []string{"cite"},
	},
	writesIn("contest", "side", "resolve", "gives_in", "times", "rate", "offer", "met"),
	{
		name: "street", label: "the name of the street", means: "An aggregate public that turns out, tires, is jailed and strikes. Its equations go by the week, so the clock of the case ticks in weeks, months or years.",
		attributes: []attribute{
			titleRow,
			{name: "thresholds", kind: kindSpread, required: true, example: "normal(0.3, 0.12)", means: "The share of the public seen active at which people join: an interval or a law of numbers."},
			numberRow("active", "0", "0.001", "The share that is active when the run starts."),
			numberRow("pace", "0.5", "0.3", "The share of the gap between who is ready and who is out that closes in a week."),
			numberRow("hardship", "0", "min(1, oil / 5)", "Hardship, from 0 to 1."),
			numberRow("legitimacy", "1", "0.3", "Acceptance of the system, from 0 to 1."),
			numberRow("repression", "0", "washington.sanction ? 0.5 : 0.2", "Own forces ordered out, from 0 to 1."),
			numberRow("imported", "0", "0.1", "Forces from outside, which never refuse, from 0 to 1."),
			numberRow("information", "1", "0.2", "What people see of each other, from 0 in a blackout to 1."),
			numberRow("shock", "0", "0.05", "Added to the push as it is, from -1 to 1."),
			numberRow("arrests", "0", "0.001", "The share of the public that a force of 1 can jail in a week."),
			numberRow("defection", "0", "0.5", "How far own forces follow their nerve; at 0 they obey."),
			{name: "nerve", kind: kindSpread, standard: "none refuses", example: "normal(0.5, 0.15)", means: "The shares active at which own forces refuse."},
			numberRow("by_hardship", "0", "0.3", "What hardship adds to the push, in units of thresholds."),
			numberRow("by_legitimacy", "0", "0.2", "What a lack of legitimacy adds."),
			numberRow("by_strike", "0", "0.2", "What a strike adds."),
			numberRow("by_force", "0", "0.4", "What force takes away."),
			numberRow("by_fatigue", "0", "0.5", "What fatigue takes away."),
			numberRow("tiring", "0", "0.3", "How fast those who are out tire, a week."),
			numberRow("recovery", "0", "0.05", "How fast fatigue passes, a week."),
			numberRow("release", "0", "0.1", "The share of the jailed let out a week."),
			numberRow("noise", "0", "0.05", "The standard deviation of what chance adds to the push."),
		},
		blocks:  []string{"strike", "writes", "cite"},
		example: exampleStreet,
	},
	{
		name: "strike", within: "street", label: "who strikes", means: "Workers who stop work and live on a fund, on money from outside and on what each can bear to lose. Money is in one unit throughout.",
		attributes: []attribute{
			titleRow,
			numberRow("called", "1", "oil < 1 ? 1 : 0", "Above 0.5 they are called out, if they are not out already; a strike lasts until all are back."),
			numberRow("workers", "", "350000", "How many there are."),
			numberRow("wage", "", "60", "What each earns in a week."),
			numberRow("pay", "0", "20", "What each gets in a week on strike while there is money; at most the wage."),
			numberRow("fund", "0", "2000000", "What is in the fund when the run starts."),
			numberRow("solidarity", "0", "1000000", "What comes in in the first week of a strike."),
			numberRow("decay", "0", "0.2", "How fast that dwindles, a week."),
			numberRow("aid", "0", "0", "Money a week besides."),
			{name: "endurance", kind: kindSpread, required: true, example: "[1, 8]", means: "Weeks of wages that workers can lose before they go back."},
		},
		blocks: []string{"cite"},
	},
	writesIn("street", "", "turnout", "jailed", "arrested", "refusing", "fatigue", "on_strike", "fund", "lost", "forgone"),
}
