package lint

import (
	"cmp"
	"slices"

	"reckon"
)

// Rule is one requirement on a case.
type Rule struct {
	Name  string // stable, lower case with hyphens; the code of its diagnostics
	Why   string // a paragraph: what it asks and why it matters
	Check func(*reckon.Case) []reckon.Diagnostic
}

// Rules lists every rule in the order of docs/rules.md: what may be used, what
// the minds rest on, what the options allow, what the record says, what runs do,
// what the questions ask.
func Rules() []Rule {
	rules := []Rule{
		asOfLeak(),
		readingAfterAsOf(),
		readingLeak(),
		backdatedReading(),
		laterRows(),
		uncitedWants(),
		uncitedBeliefs(),
		uncitedCauses(),
		overrideWithoutSource(),
		cannotBeJudged(),
		confirmedAlone(),
		gradesInStep(),
		ungradedSources(),
		unusedSources(),
		subjectWithoutMind(),
		readingWithoutSource(),
		duplicateReading(),
		likelihoodWithConfidence(),
		redLinesLeaveNothing(),
		redLineLow(),
		lowEmphasis(),
		pointsPartly(),
		inexactPoints(),
		outweighedRedLine(),
		wantsInDoubt(),
		clashingWants(),
		constantWant(),
		wantOutOfReach(),
		indifferentActor(),
		wantsWithoutOptions(),
		unknownValue(),
		nothingToDecide(),
		noStateLeft(),
		idleImpossible(),
		noStateInView(),
		viewChangesNothing(),
		tooManyStates(),
		infeasibleState(),
		rowsBeforeStart(),
		againstIrreversible(),
		impossibleAlternative(),
		indistinguishableMoves(),
		mixedUnits(),
		noUnit(),
		noStart(),
		neverRead(),
		impossibleChance(),
		idleShock(),
		pastChange(),
		idleScenario(),
		unsettledQuestion(),
		questionClock(),
		settledInAdvance(),
		noReferenceClass(),
		loadedWord(),
		vagueDecider(),
		ownDecider(),
		officeExit(),
		deathQuestion(),
	}
	for i := range rules {
		rules[i].Check = stamped(rules[i])
	}
	return rules
}

// stamped gives every diagnostic of a rule the rule's name as its code.
func stamped(r Rule) func(*reckon.Case) []reckon.Diagnostic {
	return func(c *reckon.Case) []reckon.Diagnostic {
		found := r.Check(c)
		for i := range found {
			found[i].Code = r.Name
		}
		return found
	}
}

// Check applies every rule and returns the diagnostics sorted by place. It
// accepts whatever lang returns, however little of the case could be read.
func Check(c *reckon.Case) []reckon.Diagnostic {
	var all []reckon.Diagnostic
	for _, r := range Rules() {
		all = append(all, r.Check(c)...)
	}
	slices.SortStableFunc(all, func(a, b reckon.Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.At.File, b.At.File),
			cmp.Compare(a.At.Start.Line, b.At.Start.Line),
			cmp.Compare(a.At.Start.Column, b.At.Start.Column),
			cmp.Compare(a.Severity, b.Severity),
		)
	})
	return all
}

// finding is a diagnostic still without its code, which stamped adds.
func finding(s reckon.Severity, at reckon.Range, summary, detail string) reckon.Diagnostic {
	return reckon.Diagnostic{Severity: s, At: at, Summary: summary, Detail: detail}
}
