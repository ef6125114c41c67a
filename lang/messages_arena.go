package lang

import (
	"fmt"

	"reckon"
)

func writtenTwice(at reckon.Range, measure, arena string) reckon.Diagnostic {
	return fault("written-twice", at, fmt.Sprintf("The measure %s is written by %s already", quote(measure), quote(arena)),
		"At every step one arena alone can say what it is. Give this quantity a measure of its own, and work out what both amount to in a third: measure \"both\" { is = one + other }.")
}

func writtenAndMoved(at reckon.Range, measure, text string) reckon.Diagnostic {
	return fault("written-and-moved", at, fmt.Sprintf("The measure %s moves by itself, so an arena cannot write it", quote(measure)),
		fmt.Sprintf("It is %s. Take its is or next away, or give the quantity a measure of its own.", short(text)))
}

func writtenWithoutStart(at reckon.Range, measure string) reckon.Diagnostic {
	return fault("written-without-start", at, fmt.Sprintf("The measure %s, which an arena writes, has no start", quote(measure)),
		"An arena writes for the first time after the first step. Say what the measure is before: start = 0, or an interval, or a law.")
}

func effectOnWritten(at reckon.Range, measure, arena string) reckon.Diagnostic {
	return fault("effect-on-written", at, fmt.Sprintf("%s is written by %s at every step, so an effect on it is lost at once", capital(quote(measure)), quote(arena)),
		"Let the shock change a measure of its own that the arena reads.")
}
