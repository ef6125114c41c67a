package lang

import (
	"fmt"
	"strings"

	"reckon"
)

func nameTaken(at reckon.Range, kind, word string, first name) reckon.Diagnostic {
	return fault("duplicate-name", at, fmt.Sprintf("The %s %s has the name of %s", kind, quote(word), a(first.kind)),
		fmt.Sprintf("That one stands in %s. Measures, parameters, lookups and features share their names, so that nobody takes one for another. Give this one another name.", first.at))
}

func nameOfActor(at reckon.Range, kind, name string) reckon.Diagnostic {
	return fault("duplicate-name", at, fmt.Sprintf("The %s %s has the name of an actor", kind, quote(name)),
		fmt.Sprintf("In an expression nobody could tell which is meant. Give the %s another name.", kind))
}

func paceZero(at reckon.Range) reckon.Diagnostic {
	return fault("pace-zero", at, "At a pace of 0 he never considers a move",
		"Pace is how likely he is to consider his moves in a step: above 0, at most 1. Leave it out for every step. For an actor who cannot act, leave his options out; to hold one as it is, use a scenario.")
}

func isAndNext(at reckon.Range, name string) reckon.Diagnostic {
	return fault("is-and-next", at, fmt.Sprintf("%s has both \"is\" and \"next\"", capital(quote(name))),
		"With is, a measure is worked out anew at every step; with next, it is carried from one step to the next. Keep the one that is meant.")
}

func noiseWithoutNext(at reckon.Range, name string, is bool) reckon.Diagnostic {
	d := fault("noise-without-next", at, fmt.Sprintf("%s has noise but no \"next\" to add it to", capital(quote(name))),
		fmt.Sprintf("Chance moves a measure from one step to the next. For a walk at random write: next = %s.", name))
	if is {
		d.Detail = "Chance moves a measure from one step to the next, but with is nothing is carried on. Give the noise to a measure of its own, with next = 0, and add that measure here."
	}
	return d
}

func noiseCertain(at reckon.Range) reckon.Diagnostic {
	return fault("noise-certain", at, "A single number is no noise",
		"Noise is what chance adds, so it takes an interval such as [-0.1, 0.1] or a law such as normal(0, 0.1). What is always the same belongs into next.")
}

func effectOnParameter(at reckon.Range, name string) reckon.Diagnostic {
	return fault("effect-on-parameter", at, fmt.Sprintf("%s is a parameter, which stays the same throughout a run", capital(quote(name))),
		fmt.Sprintf("Make it a measure, with its value as start: measure %s { start = … }.", quote(name)))
}

func effectOnWorkedOut(at reckon.Range, name, text string) reckon.Diagnostic {
	return fault("effect-on-worked-out", at, fmt.Sprintf("%s is worked out from others at every step, so an effect on it is lost at once", capital(quote(name))),
		fmt.Sprintf("It is %s. Let the shock change what it is worked out from.", short(text)))
}

func rateOrChance(at reckon.Range, name string, both bool) reckon.Diagnostic {
	if both {
		return fault("rate-or-chance", at, fmt.Sprintf("The shock %s has both a rate and a chance", quote(name)),
			"A rate says how often it is expected in a time such as a year, a chance how likely it is in every step. Keep the one that the source gives.")
	}
	return fault("rate-or-chance", at, fmt.Sprintf("The shock %s has neither a rate nor a chance", quote(name)),
		"Say how likely it is: rate = 0.1 and per = \"year\" for once in ten years, or chance = 0.01 for one step in a hundred.")
}

func rateAndPer(at reckon.Range, name string, rate bool) reckon.Diagnostic {
	if rate {
		return fault("rate-and-per", at, fmt.Sprintf("The rate of the shock %s does not say in which time", quote(name)),
			"Add a line such as: per = \"year\"")
	}
	return fault("rate-and-per", at, fmt.Sprintf("The shock %s has a chance in every step, so \"per\" says nothing", quote(name)),
		"Leave per out; or, if the number is counted in such a time, write rate in place of chance.")
}

func neverRecalled(at reckon.Range) reckon.Diagnostic {
	return fault("never-recalled", at, "An episode above 1 is never recalled",
		"Recall begins above this similarity and is full at 1, so it must be less than 1. For an episode that only a very similar present recalls, write 0.9.")
}

func episodeEmpty(at reckon.Range, name string, features bool) reckon.Diagnostic {
	if features {
		return fault("episode-empty", at, fmt.Sprintf("The episode %s has no feature", quote(name)),
			"Without one nothing says when the present resembles it. Add a block such as: feature \"war\" { was = 1 }.")
	}
	return fault("episode-empty", at, fmt.Sprintf("The episode %s has no lesson", quote(name)),
		"Without one, remembering it changes nothing. Add a block such as: lesson \"washington\" { kind = \"regime changer\" }.")
}

func unknownFeature(at reckon.Range, name, near string, features []string) reckon.Diagnostic {
	d := fault("unknown-feature", at, fmt.Sprintf("There is no feature %s", quote(name)),
		"An episode compares features of the case, which stand outside other blocks: feature \"…\" { now = … }.")
	if near != "" {
		return instead(d, `"`+near+`"`)
	}
	if len(features) > 0 {
		d.Detail += " The features are: " + listed(features) + "."
	}
	return d
}

func wrongWeight(at reckon.Range, v float64) reckon.Diagnostic {
	return fault("wrong-weight", at, fmt.Sprintf("A weight of %s is not above 0 and finite", number(v)),
		"It says how much a feature counts beside the others: 2 counts twice as much as 1. Leave out a feature that does not count.")
}

func wrongStrength(at reckon.Range, v float64) reckon.Diagnostic {
	if v == 0 {
		return fault("wrong-strength", at, "A lesson of strength 0 teaches nothing",
			"1 multiplies the odds of the kind by 2.7 at full recall, -1 divides them by as much. Leave the lesson out, or give it a strength.")
	}
	return fault("wrong-strength", at, fmt.Sprintf("A strength of %s is beyond all measure", number(v)),
		fmt.Sprintf("The odds of the kind are multiplied by e to that power, so 1 is much and 5 next to certain. Strengths run from -%d to %d.", maxStrength, maxStrength))
}

func lessonWithoutBelief(at reckon.Range, actor, about string) reckon.Diagnostic {
	return fault("lesson-without-belief", at, fmt.Sprintf("%s holds no belief about %s, so this lesson shifts nothing", capital(quote(actor)), quote(about)),
		fmt.Sprintf("A lesson makes a kind likelier. Say in this mind which kinds there are: believes %s { kind \"…\" { odds = … } }.", quote(about)))
}

func unknownKind(at reckon.Range, about, kind, near string, kinds []string) reckon.Diagnostic {
	d := fault("unknown-kind", at, fmt.Sprintf("This mind reckons with no kind %s of %s", quote(kind), quote(about)),
		"A lesson makes a kind of this mind's own belief likelier.")
	if near != "" {
		return instead(d, `"`+near+`"`)
	}
	d.Detail += " The kinds are: " + listed(quotedNames(kinds)) + "."
	return d
}

func changeOddsZero(at reckon.Range) reckon.Diagnostic {
	return fault("odds-zero", at, "Odds of 0 say that the change never comes",
		"Leave the mind out, or give the change some odds.")
}

func mindTwice(at reckon.Range, actor, change string, first reckon.Range) reckon.Diagnostic {
	if change != "" {
		return fault("duplicate-name", at, fmt.Sprintf("The change %s of %s is there twice", quote(change), quote(actor)),
			fmt.Sprintf("The first stands in %s; this one was not used. Give each change a name of its own.", first))
	}
	return fault("duplicate-name", at, fmt.Sprintf("The mind %s is there twice", quote(actor)),
		fmt.Sprintf("The first stands in %s; this one was not used. Merge the two into one block, with the wants in the order of their importance. If he changes in time, say in the later one what the change is called and when it comes: change = \"…\" and from = \"YYYY-MM-DD\".", first))
}

func changeWithoutDay(at reckon.Range, actor string) reckon.Diagnostic {
	return fault("change-without-day", at, fmt.Sprintf("This change of %s does not say when it comes", quote(actor)),
		"Add from = \"YYYY-MM-DD\", or when = … with what brings it about. For the mind that he begins with, leave change and odds out.")
}

func fromAndWhen(at reckon.Range) reckon.Diagnostic {
	return fault("from-and-when", at, "A change comes on a day or when something holds, not both",
		"Keep from or when. For a change that comes once something holds, but not before a day, write: when = year() >= 2027 && ….")
}

func changeUnnamed(at reckon.Range, actor string) reckon.Diagnostic {
	return fault("change-unnamed", at, fmt.Sprintf("This change of %s has no name", quote(actor)),
		"Pages and scenarios name it. Add a line such as: change = \"the new president\"")
}

func changeBeforeStart(at reckon.Range, from, start reckon.Date) reckon.Diagnostic {
	return fault("change-outside-clock", at, fmt.Sprintf("The change comes on %s, before the case starts on %s", from, start),
		"Then it is the mind that he begins with: leave change, from and odds out, and remove the mind before. Or let the case start earlier.")
}

func changeAfterEnd(at reckon.Range, from, end reckon.Date) reckon.Diagnostic {
	return fault("change-outside-clock", at, fmt.Sprintf("The change comes on %s, after the case ends on %s", from, end),
		"No run would ever see it. Let the case run longer, mend the year, or leave the mind out.")
}

func changeFromNothing(at reckon.Range, actor, change string) reckon.Diagnostic {
	return caution("change-from-nothing", at, fmt.Sprintf("Before %s nothing says what %s wants", quote(change), quote(actor)),
		"Here stand only later minds of his, and a reading that states any mind of an actor replaces all that the case states of him; so until the change he has no wants. Add the mind that he begins with, without change.")
}

func changesOnOneDay(at reckon.Range, actor string, on reckon.Date, first reckon.Change, sum float64, unstated bool) reckon.Diagnostic {
	if unstated {
		return fault("changes-on-one-day", at, fmt.Sprintf("%s changes twice on %s, and one change is certain", capital(quote(actor)), on),
			fmt.Sprintf("The other, %s, stands in %s. On one day one mind can take over. Give each its odds, which sum to at most 1, or mend a date.", quote(first.Name), first.At))
	}
	return fault("changes-on-one-day", at, fmt.Sprintf("The odds of the changes of %s on %s sum to %.4g", quote(actor), on, sum),
		fmt.Sprintf("They exclude each other, so they sum to at most 1; the rest is that he stays as he is. The first, %s, stands in %s.", quote(first.Name), first.At))
}

func hitsAboveAll(at reckon.Range, hits, of int) reckon.Diagnostic {
	return fault("wrong-count", at, fmt.Sprintf("It happened %d times among %d", hits, of),
		"Hits are some of the cases that of counts. Perhaps the two are swapped; where it can happen several times in a case, count years instead.")
}

func wrongCount(at reckon.Range, name string) reckon.Diagnostic {
	switch name {
	case "hits":
		return fault("wrong-count", at, "\"hits\" is a whole number from 0", "It counts how often the thing happened.")
	case "of":
		return fault("wrong-count", at, "\"of\" is a whole number from 1", "It counts the cases like this one, those in which it happened and those in which it did not.")
	}
	return fault("wrong-count", at, "\"years\" is a number above 0", "It counts the years in which it could have happened.")
}

func ofOrYears(at reckon.Range, both bool) reckon.Diagnostic {
	word := "neither"
	if both {
		word = "both"
	}
	return fault("of-or-years", at, fmt.Sprintf("This reference class states %s of \"of\" and \"years\"", word),
		"Hits among cases give a share: hits = 3 and of = 40. Hits in years give a rate: hits = 3 and years = 45. State one.")
}

func unknownSetting(at reckon.Range, name, near string, names []string) reckon.Diagnostic {
	d := fault("unknown-setting", at, fmt.Sprintf("There is no parameter or measure %s to set", quote(name)),
		"A scenario gives a parameter another value or holds a measure at one.")
	if near != "" {
		return instead(d, `"`+near+`"`)
	}
	if len(names) > 0 {
		d.Detail += " There are: " + listed(names) + "."
	}
	return d
}

func unknownCause(at reckon.Range, name, near string, causes []string) reckon.Diagnostic {
	d := fault("unknown-cause", at, fmt.Sprintf("There is nothing called %s to leave out", quote(name)),
		"A scenario can leave out memory, learning, noise or shocks as a whole, or a shock, an episode, a change of mind, an arena, an option or an actor by its name.")
	if near != "" {
		return instead(d, `"`+near+`"`)
	}
	if len(causes) > 0 {
		d.Detail += " The names are: " + listed(quotedNames(causes)) + "."
	}
	return d
}

func moveUnsigned(at reckon.Range, word, better string) reckon.Diagnostic {
	d := fault("unsigned-move", at, fmt.Sprintf("%s does not say on or off", quote(word)),
		"Moves are written +actor.option for on and -actor.option for off, with spaces between them.")
	if better != "" {
		return instead(d, `"`+better+`"`)
	}
	return d
}

func movesEmpty(at reckon.Range, name string) reckon.Diagnostic {
	return fault("moves-empty", at, fmt.Sprintf("%s names no option", capital(quote(name))),
		"Write +actor.option for on and -actor.option for off, or leave the setting out.")
}

func loopOfMeasures(at reckon.Range, loop []string) reckon.Diagnostic {
	return fault("loop", at, "These measures are worked out from each other: "+arrows(loop),
		"At one step none of them can be worked out before the others. Give one of them next in place of is, so that it moves from the step before; or read it through previous(), and give it a start, which is what it was before the run.")
}

func loopAtStart(at reckon.Range, loop []string, worked bool) reckon.Diagnostic {
	d := fault("loop", at, "These starts are worked out from each other: "+arrows(loop),
		"When a run starts none of them can be worked out before the others. Give one of them a number, an interval or a law as its start.")
	if worked {
		d.Summary = "When a run starts, these measures are worked out from each other: " + arrows(loop)
		d.Detail = "Nothing is past yet then, so previous(), delay() and smooth() do not part them. Give the one that they read a start, which is what it was before the run; or give one of them next in place of is."
	}
	return d
}

// arrows writes a loop as a → b → a.
func arrows(loop []string) string {
	if len(loop) > 12 {
		loop = append(append(append([]string{}, loop[:8]...), "…"), loop[len(loop)-2:]...)
	}
	return strings.Join(loop, " → ")
}

// quotedNames puts names into quotes.
func quotedNames(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = quote(n)
	}
	return out
}
