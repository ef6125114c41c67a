package lang

import (
	"fmt"
	"math"

	"reckon"
)

func yesNoForNumber(at reckon.Range, name, text string) reckon.Diagnostic {
	return fault("yes-no-for-number", at, fmt.Sprintf("%s is a number, but this is yes or no", quote(name)),
		fmt.Sprintf("To let a number depend on it, write: %s ? 1 : 0", short(text)))
}

func wantFinite(at reckon.Range, name, word string, inPercent bool) reckon.Diagnostic {
	switch word {
	case "infinity":
		return fault("want-number", at, fmt.Sprintf("%s cannot be infinite", quote(name)), "A run could not go on with it. Write a number.")
	case "unknown":
		return fault("want-number", at, fmt.Sprintf("%s cannot be unknown", quote(name)),
			"Say what is held of the number, however little: an interval such as [0.1, 0.5], or a law such as triangular(0.1, 0.2, 0.5).")
	}
	return wantNumber(at, name, word, inPercent)
}

func wantInterval(at reckon.Range, name string) reckon.Diagnostic {
	return fault("want-interval", at, fmt.Sprintf("%s is a number, or two in square brackets", quote(name)),
		"The least and the greatest that it can be: [2, 3]. Or a law: normal(2.4, 0.2).")
}

func wrongLawArguments(at reckon.Range, row *law, n int) reckon.Diagnostic {
	return fault("wrong-arguments", at, fmt.Sprintf("%s() takes %d numbers in its brackets, not %d", row.law, len(row.args), n),
		fmt.Sprintf("They are: %s.", joined(row.args, "and")))
}

func lawInExpression(at reckon.Range, word string) reckon.Diagnostic {
	return fault("law-in-expression", at, fmt.Sprintf("%s() stands alone, not inside an expression", word),
		"Chance comes in where a setting takes a law: the value of a parameter, the start and the noise of a measure. Put it there, and use the name here.")
}

func intervalReversed(at reckon.Range, least, greatest float64) reckon.Diagnostic {
	if least == greatest {
		return mend(fault("interval-reversed", at, fmt.Sprintf("This interval holds one number, %s", number(least)),
			"Then write it alone."), number(least))
	}
	return instead(fault("interval-reversed", at, fmt.Sprintf("This interval ends (%s) before it begins (%s)", number(greatest), number(least)),
		"The first number is the least, the second the greatest."), fmt.Sprintf("[%s, %s]", number(greatest), number(least)))
}

func spreadWithoutWidth(at reckon.Range, law reckon.Law, middle, sd float64) reckon.Diagnostic {
	d := fault("spread-without-width", at, fmt.Sprintf("A standard deviation of %s is not above 0", number(sd)),
		"It says how far the number may lie from the middle.")
	if sd == 0 && !math.IsNaN(middle) {
		d.Detail += fmt.Sprintf(" For a number that is known, write %s alone in place of %s(…).", number(middle), law)
	}
	return d
}

func medianNotPositive(at reckon.Range, v float64) reckon.Diagnostic {
	return fault("median-not-positive", at, fmt.Sprintf("A median of %s is not above 0", number(v)),
		"Under the log-normal law every value is above 0, the median too. The first number is the median itself, not its logarithm; for values below 0 use normal(mean, sd).")
}

func meanOutside(at reckon.Range, v float64) reckon.Diagnostic {
	return fault("mean-outside", at, fmt.Sprintf("A mean of %s is not between 0 and 1", number(v)),
		"Under the beta law every value is between 0 and 1, the mean too. Write a share such as 65% as 0.65; for other numbers use triangular(least, likeliest, greatest).")
}

func betaTooWide(at reckon.Range, mean, sd float64) reckon.Diagnostic {
	return fault("beta-too-wide", at, fmt.Sprintf("Numbers between 0 and 1 with a mean of %s cannot have a standard deviation of %s", number(mean), number(sd)),
		fmt.Sprintf("It must be less than the square root of mean times 1 − mean, here %.3g. The second number is the standard deviation, not the variance.", math.Sqrt(mean*(1-mean))))
}

func triangleOutOfOrder(at reckon.Range, v []float64) reckon.Diagnostic {
	return fault("triangle-out-of-order", at, fmt.Sprintf("%s, %s and %s do not rise", lawNumber(v[0]), lawNumber(v[1]), lawNumber(v[2])),
		"The three numbers are the least, the likeliest and the greatest, each above the one before. Where the likeliest is an end, use an interval or move the end a little.")
}

// lawNumber writes a number of a law, which may hang on others.
func lawNumber(v float64) string {
	if math.IsNaN(v) {
		return "…"
	}
	return number(v)
}

func wantPoints(at reckon.Range, name string) reckon.Diagnostic {
	return fault("want-points", at, fmt.Sprintf("%s are at least two pairs of numbers in square brackets", quote(name)),
		"Each pair is x and the value there: points = [[0, 0], [1, 0.8]].")
}

func pointsOutOfOrder(at reckon.Range, before, x float64) reckon.Diagnostic {
	if before == x {
		return fault("points-out-of-order", at, fmt.Sprintf("Two points stand at x = %s", number(x)),
			"A table has one value at each x. For a jump, let two points stand close to each other, or use shape = \"step\".")
	}
	return fault("points-out-of-order", at, fmt.Sprintf("The point at x = %s stands after that at %s", number(x), number(before)),
		"Points stand in the order of their first number, which is x; the second is the value. Perhaps the two are swapped.")
}

func dividesByZero(at reckon.Range) reckon.Diagnostic {
	return fault("divides-by-zero", at, "This divides by 0",
		"No number comes of it, in any run. Mend the divisor.")
}

func wantTable(at reckon.Range) reckon.Diagnostic {
	return fault("want-table", at, "The first thing in lookup() is the name of a table",
		"Declare it outside other blocks, lookup \"effect\" { points = [[0, 0], [1, 0.8]] }, and write lookup(effect, x).")
}

func unknownLookup(at reckon.Range, name, near string, names []string) reckon.Diagnostic {
	d := fault("unknown-lookup", at, fmt.Sprintf("There is no lookup %s", quote(name)),
		"The first thing in lookup() is the name of a lookup block of the case.")
	if near != "" {
		return instead(d, respelt(at, name, near))
	}
	if len(names) > 0 {
		d.Detail += " The lookups are: " + listed(names) + "."
	}
	return d
}

func lookupAlone(at reckon.Range, name string) reckon.Diagnostic {
	return fault("lookup-alone", at, fmt.Sprintf("%s is a table, not a number", quote(name)),
		fmt.Sprintf("Say where to read it off: lookup(%s, x).", name))
}

func featureRead(at reckon.Range, name string) reckon.Diagnostic {
	return fault("feature-read", at, fmt.Sprintf("%s is a feature, which only episodes read", quote(name)),
		"To use the same number in expressions, make it a measure with is = …, and let the feature be that measure.")
}

func optionInStart(at reckon.Range, name string) reckon.Diagnostic {
	return fault("option-in-start", at, fmt.Sprintf("A start cannot depend on the option %s", quote(name)),
		"A run may start on any day, whichever options are on then. Start from numbers, parameters and the starts of other measures; what hangs on options belongs into next or is.")
}

func functionNotHere(at reckon.Range, fn *function, in where) reckon.Diagnostic {
	d := fault("function-not-here", at, fmt.Sprintf("%s() cannot stand here", fn.name),
		fmt.Sprintf("Wants, questions and rules speak plainly. Let a measure work it out, with is = %s(…), and read that measure here.", fn.name))
	switch {
	case in == placeNumber:
		d.Detail = "This setting takes numbers only. Work it out, and write the number."
	case in == placeImpossible:
		d.Detail = "A rule on what is impossible speaks of options only, because which states exist must not change while numbers move."
	case fn.needs == usePast && in == placeStart:
		d.Detail = "When a run starts nothing is past yet. Name the measure alone: then its start is meant."
	case fn.needs == usePast:
		d.Detail = fmt.Sprintf("Only measures and shocks look back in time. Let a measure remember it, with is = %s(…), and read that measure here.", fn.name)
	}
	return d
}

func delayNotConstant(at reckon.Range, fn string) reckon.Diagnostic {
	return fault("delay-not-constant", at, fmt.Sprintf("The steps of %s() must be a number that is written out", fn),
		"How far back a run remembers is the same throughout all runs.")
}

func delayTooShort(at reckon.Range, fn string, n float64) reckon.Diagnostic {
	if fn == "smooth" {
		return instead(fault("delay-too-short", at, fmt.Sprintf("smooth() over %s steps is too short", number(n)),
			"It follows over one step at least."), "1")
	}
	return instead(fault("delay-too-short", at, fmt.Sprintf("delay() by %s steps is not a whole number of 1 or more", number(n)),
		"A run knows its values at whole steps only, and those of this step without delay()."), number(max(1, math.Round(n))))
}

func delayTooLong(at reckon.Range, fn string, n float64) reckon.Diagnostic {
	return instead(fault("delay-too-long", at, fmt.Sprintf("%s() over %s steps is too long", fn, number(n)),
		fmt.Sprintf("At most %d steps are remembered. Take a longer step for the clock.", maxDelay)), number(maxDelay))
}
