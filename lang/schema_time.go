package lang

// change are the settings of a mind that takes the place of another.
var change = []attribute{
	{
		name: "change", kind: kindText, example: `"the new president"`,
		means: "What the change is called. Left out for the mind that he begins with; a change also says from or when.",
	},
	{
		name: "from", kind: kindDate, example: `"2025-01-20"`,
		means: "The day on which this mind takes the place of the one before.",
	},
	{
		name: "when", kind: kindExpr, example: "oil < 1 && washington.sanction",
		means: "In place of from: this mind takes the place of the one before at the first step at which this holds.",
	},
	{
		name: "odds", kind: kindNumber, standard: "1", example: "0.5",
		means: "How likely the change is when it is due: above 0, at most 1. Changes of one actor on one day exclude each other, so their odds sum to at most 1; the rest is that he stays as he is.",
	},
}

// timeBlocks are the blocks that say how a case runs on in time, and cite, which
// stands in all.
var timeBlocks = []block{
	{
		name: "measure", label: "a plain name, used in expressions", plain: true, means: "A number that moves in time, such as oil exports. Its values stand in observations.csv. At a decision it is a constant. In a run it keeps its value, unless is or next say otherwise.",
		attributes: []attribute{
			{name: "title", kind: kindText, example: `"Oil exports"`, means: "The words that pages print; the plain name when left out."},
			{name: "unit", kind: kindText, example: `"million barrels a day"`, means: "The unit it is counted in. Units are words joined by *, /, per or a, with powers such as ^2."},
			{name: "low", kind: kindNumber, standard: "no bound", example: "0", means: "The least it can be; a run holds it there."},
			{name: "high", kind: kindNumber, standard: "no bound", example: "4", means: "The most it can be; a run holds it there."},
			{name: "start", kind: kindSpread, standard: "unknown", example: "normal(2.4, 0.2)", means: "Its value when a run starts, unless it has been observed by then. Instead of a number, interval or law it may be worked out from parameters and the starts of other measures. Of a measure with is, it is what previous(), delay() and smooth() read before the run."},
			{name: "next", kind: kindExpr, example: "oil + 0.1 * (target - oil)", means: "Its value at the next step, from the values at this step and the options after this step's moves and shocks."},
			{name: "is", kind: kindExpr, example: "oil * lookup(price_at, oil)", means: "Its value at every step, from the others at the same step. A measure has is or next, not both."},
			{name: "noise", kind: kindSpread, standard: "none", example: "normal(0, 0.05)", means: "What chance adds to next at every step: an interval or a law, whose numbers may be expressions."},
		},
		blocks:  []string{"cite"},
		example: exampleMeasures,
	},
	{
		name: "parameter", label: "a plain name, used in expressions", plain: true, means: "A number that stays the same throughout a run and may not be known exactly: each run draws it anew. Expressions read it like a measure.",
		attributes: []attribute{
			{name: "title", kind: kindText, example: `"Pull of the target"`, means: "The words that pages print; the plain name when left out."},
			{name: "unit", kind: kindText, example: `"million barrels a day"`, means: "The unit it is counted in."},
			{name: "value", kind: kindSpread, required: true, example: "[0.1, 0.5]", means: "The number, or what is held of it."},
		},
		blocks:  []string{"cite"},
		example: "parameter \"target\" {\n  unit  = \"million barrels a day\"\n  value = triangular(2, 2.5, 3.2)\n  cite \"agency_2018\" { says = \"What the fields could give\" }\n}\n\nparameter \"pull\" { value = [0.05, 0.2] }",
	},
	{
		name: "lookup", label: "a plain name, used in lookup()", plain: true, means: "A table of points between which values are read off: lookup(table, x).",
		attributes: []attribute{
			{name: "title", kind: kindText, example: `"What sanctions leave of exports"`, means: "The words that pages print; the plain name when left out."},
			{name: "points", kind: kindPoints, required: true, example: "[[0, 0], [1, 0.8], [2, 1]]", means: "Pairs of x and value, with x ascending; at least two."},
			{name: "shape", kind: kindWord, words: []string{"line", "extend", "step"}, standard: "line", example: `"step"`, means: "Line joins the points and keeps the end values beyond the ends; extend carries the outer lines on; step keeps a point's value until the next."},
			{name: "unit", kind: kindText, example: `"dollars / barrel"`, means: "The unit of the values."},
		},
		blocks:  []string{"cite"},
		example: "lookup \"price_at\" {\n  title  = \"What a barrel brings, by how much is sold\"\n  points = [[0, 90], [2, 70], [4, 55]]\n  unit   = \"dollars / barrel\"\n  cite \"agency_2018\" { says = \"Prices of the last ten years\" }\n}",
	},
	{
		name: "shock", label: "what happens, in your words", means: "Something that happens by chance, at most once a step. It states a rate or a chance.",
		attributes: []attribute{
			{name: "title", kind: kindText, example: `"The leader falls ill"`, means: "The words that pages print; the label when left out."},
			{name: "rate", kind: kindExpr, example: "0.1 * exp(0.09 * (year() - 2026))", means: "How often it is expected in one per. It happens in a step with probability 1 − exp(−rate · step/per)."},
			{name: "per", kind: kindWord, words: []string{"day", "week", "month", "year"}, example: `"year"`, means: "The time that the rate is counted in. Goes with rate."},
			{name: "chance", kind: kindExpr, example: "0.01", means: "In place of rate: how likely it is in every step, from 0 to 1."},
			{name: "when", kind: kindExpr, standard: "always", example: "leader.talk && oil < 1", means: "It can happen only where this holds."},
			{name: "once", kind: kindYesNo, standard: "false", example: "true", means: "True: at most once in a run."},
			{name: "moves", kind: kindMoves, example: `"+washington.bomb -leader.talk"`, means: "Options that it sets, whoever's they are. Where that would make an impossible state, it sets none."},
		},
		blocks:  []string{"effect", "cite"},
		example: "shock \"pipeline fire\" {\n  rate = washington.bomb ? 2 : 0.1\n  per  = \"year\"\n  effect \"oil\" { to = oil * 0.5 }\n  cite \"agency_2018\" { says = \"One such fire in ten years\" }\n}",
	},
	{
		name: "effect", label: "a measure", means: "What a shock does to one measure, at once. All effects of a shock read the values from before it.",
		attributes: []attribute{
			{name: "to", kind: kindExpr, required: true, example: "oil * 0.5", means: "The value that the measure then has."},
		},
	},
	{
		name: "feature", label: "a plain name, used in episodes", plain: true, means: "One respect in which situations are compared, for what actors remember.",
		attributes: []attribute{
			{name: "title", kind: kindText, example: `"War"`, means: "The words that pages print; the plain name when left out."},
			{name: "now", kind: kindExpr, required: true, example: "washington.bomb", means: "What it is in the present: a number from 0 to 1, or yes (1) or no (0). Numbers outside are held within 0 and 1."},
		},
		example: "feature \"war\" { now = washington.bomb }\n\nfeature \"squeeze\" { now = washington.sanction ? 1 - oil / 2.4 : 0 }",
	},
	{
		name: "episode", label: "what is remembered, in your words", means: "Something that this actor remembers and draws a lesson from when the present resembles it. The similarity is Σ weight · (1 − |was − now|) / Σ weight over its features.",
		attributes: []attribute{
			{name: "title", kind: kindText, example: `"The talks of 2013"`, means: "The words that pages print; the label when left out."},
			{name: "date", kind: kindDate, example: `"2013-11-24"`, means: "The day it happened, or began."},
			{name: "above", kind: kindNumber, standard: "0", example: "0.5", means: "The similarity up to which it is not recalled, from 0 to below 1. From there recall rises in a line to 1 at a similarity of 1."},
		},
		blocks:  []string{"feature", "lesson", "cite"},
		example: exampleMemory,
	},
	{
		name: "feature", within: "episode", label: "a feature of the case", means: "What that feature was at the time.",
		attributes: []attribute{
			{name: "was", kind: kindNumber, required: true, example: "1", means: "From 0 to 1."},
			{name: "weight", kind: kindNumber, standard: "1", example: "2", means: "How much it counts beside the other features; above 0."},
		},
	},
	{
		name: "lesson", label: "an actor", means: "Which kind of that actor the episode makes likelier in his eyes. While it is recalled, the odds of that kind are multiplied by exp(strength · recall), and all are scaled to sum to 1.",
		attributes: []attribute{
			{name: "kind", kind: kindText, required: true, example: `"regime changer"`, means: "A kind of this mind's belief about that actor."},
			{name: "strength", kind: kindNumber, standard: "1", example: "1.2", means: "How much: 1 multiplies the odds by 2.7 at full recall, 2 by 7.4. Below 0 the kind gets less likely."},
		},
		blocks: []string{"cite"},
	},
	{
		name: "reference", label: "who counts what, in your words", means: "How often things like the one in question have happened, so that a number of the model never stands alone. It states of or years.",
		attributes: []attribute{
			{name: "hits", kind: kindNumber, required: true, example: "3", means: "How often it happened; a whole number."},
			{name: "of", kind: kindNumber, example: "40", means: "Among how many cases like this one; a whole number."},
			{name: "years", kind: kindNumber, example: "45", means: "In place of of: in how many years."},
		},
		blocks: []string{"cite"},
	},
	{
		name: "scenario", label: "the name of the scenario", means: "A named set of changes to what a run would else do.",
		attributes: []attribute{
			{name: "title", kind: kindText, example: `"Maximum pressure"`, means: "The words that pages print; the label when left out."},
			{name: "says", kind: kindText, example: `"Sanctions stay, whatever else happens."`, means: "What it supposes, in a sentence or two."},
			{name: "from", kind: kindDate, standard: "the start of the run", example: `"2026-03-01"`, means: "The day from which it lasts."},
			{name: "until", kind: kindDate, standard: "the end of the run", example: `"2026-09-01"`, means: "The last day on which it lasts."},
			{name: "hold", kind: kindMoves, example: `"+washington.sanction -leader.talk"`, means: "Options kept on (+) or off (-), whatever anybody chooses."},
			{name: "without", kind: kindTexts, example: `["memory", "pipeline fire"]`, means: "What is left out: memory, learning, noise or shocks as a whole, or a shock, an episode or a change of mind by its name; an arena but a treasury, so that what it writes stays as it starts; an option, which is then never taken up, or an actor, who then never moves. Noise is that of measures and of streets."},
		},
		blocks:  []string{"set", "cite"},
		example: "scenario \"maximum pressure\" {\n  says    = \"Sanctions stay, and a buyer for little oil is found at a low price.\"\n  from    = \"2026-03-01\"\n  hold    = \"+washington.sanction\"\n  without = [\"pipeline fire\"]\n  set \"target\" { to = 0.5 }\n}",
	},
	{
		name: "set", label: "a parameter or a measure", means: "Gives a parameter another value, or holds a measure at one.",
		attributes: []attribute{
			{name: "to", kind: kindSpread, required: true, example: "[0.4, 0.6]", means: "The value, or what is held of it."},
		},
	},
	citeBlock,
}

// citeBlock ties what surrounds it to a source.
var citeBlock = block{
	name: "cite", label: "the key of a source", means: "Ties what surrounds it to a place in a source of sources.bib, in our own words.",
	attributes: []attribute{
		{name: "chars", kind: kindSpan, example: "[2704, 2885]", means: "Where in the document: Unicode code points counted from 0, the second not included."},
		{name: "sum", kind: kindText, example: `"9f86d081"`, means: "The first 8 hex digits of SHA-256 over the UTF-8 of that stretch, so that a changed document is noticed."},
		{name: "page", kind: kindText, example: `"12"`, means: "The page, for documents with pages."},
		{name: "says", kind: kindText, example: `"Open confrontation would end the regime"`, means: "What the source says, paraphrased."},
		{name: "by", kind: kindText, standard: "a person, or the rules", example: `"qwen3, 2026-11-21, prompt 3f2a91c0"`, means: "The language model that found the place, when one did. A back-test refuses what rests on it: the model may know what came after."},
		{name: "credibility", kind: kindNumber, standard: "not graded", example: "2", means: "Admiralty 1 (confirmed) to 6 (cannot be judged), about this statement."},
	},
}
