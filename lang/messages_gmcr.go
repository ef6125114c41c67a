package lang

import (
	"fmt"

	"reckon"
)

func gmcrBroken(at reckon.Range, ended bool) reckon.Diagnostic {
	if ended {
		return fault("gmcr-broken", at, "The file ends too early",
			"It is half a .gmcr file, as after a download or copy that was cut off. Get it again.")
	}
	return fault("gmcr-broken", at, "This is not a .gmcr file",
		"Such a file is JSON text as GMCR+ and gmcr-py save it; here stands something that JSON does not have.")
}

func gmcrWrongKind(at reckon.Range, field string) reckon.Diagnostic {
	return fault("gmcr-broken", at, fmt.Sprintf("%s holds something of the wrong kind", quote(field)),
		"The file does not follow the .gmcr format here. Open and save it in the program it came from.")
}

func gmcrEmpty(at reckon.Range) reckon.Diagnostic {
	return fault("gmcr-empty", at, "This conflict has no options or no decision makers",
		"There is nothing to analyse. Add them in the program the file came from.")
}

func gmcrTooMany(at reckon.Range, n int) reckon.Diagnostic {
	return fault("too-many-options", at, fmt.Sprintf("This conflict has %d options; at most 64 can be read", n),
		"Nothing in the file was used.")
}

func gmcrRankedTooMany(at reckon.Range, n int) reckon.Diagnostic {
	return fault("too-many-options", at, fmt.Sprintf("This conflict ranks its states by number and has %d options", n),
		fmt.Sprintf("Numbering the states is done for up to %d options. Save it with preference statements instead.", maxRanked))
}

func gmcrTooManyStatements(at reckon.Range, what string, n int) reckon.Diagnostic {
	return fault("gmcr-too-many", at, fmt.Sprintf("There are %d %s; at most %d are read", n, what, maxStatements),
		"None of them was used. People state a few dozen; a file with so many was made by a program, which could rank the states directly instead.")
}

func gmcrTooManyMembers(at reckon.Range, what string, n int) reckon.Diagnostic {
	return fault("gmcr-too-many", at, fmt.Sprintf("The %s joins %d conditions; at most %d are read", what, n, maxMembers),
		"It was left out. Say it with fewer conditions, or rank the states directly.")
}

func gmcrNoOption(at reckon.Range, actor string, o, n int) reckon.Diagnostic {
	return fault("gmcr-option", at, fmt.Sprintf("%s names option number %d, which is not there", quote(actor), o),
		fmt.Sprintf("The file lists %d options, numbered from 0. It was left out.", n))
}

func gmcrOptionTaken(at reckon.Range, actor, option string) reckon.Diagnostic {
	return fault("gmcr-option", at, fmt.Sprintf("The option %s belongs to two decision makers", quote(option)),
		fmt.Sprintf("It was left with the first, and not given to %s. An option is one actor's.", quote(actor)))
}

func gmcrOwnerless(at reckon.Range, option string) reckon.Diagnostic {
	return fault("gmcr-option", at, fmt.Sprintf("The option %s belongs to no decision maker", quote(option)),
		"Nobody could take or drop it, so it was left out. Give it to one in the program the file came from.")
}

func gmcrDirection(at reckon.Range, option, s string) reckon.Diagnostic {
	return fault("gmcr-direction", at, fmt.Sprintf("The option %s may change %s, which I do not know", quote(option), quote(s)),
		"It is one of fwd, back or both; both was used.")
}

func gmcrCondition(at reckon.Range, what string) reckon.Diagnostic {
	return fault("gmcr-condition", at, fmt.Sprintf("The %s cannot be read", what),
		"A condition lists options that belong to someone, each with Y or N. It was left out.")
}

func gmcrRepeated(at reckon.Range, actor, text string) reckon.Diagnostic {
	return remark("gmcr-repeated", at, fmt.Sprintf("%s states the same preference twice", quote(actor)),
		fmt.Sprintf("The second %s can change no comparison and was left out.", quote(text)))
}

func gmcrLeftOut(at reckon.Range, what string) reckon.Diagnostic {
	return caution("gmcr-left-out", at, fmt.Sprintf("The file states %s, which are not used", what),
		"Results may differ from those of the program it came from.")
}

func gmcrRankEntry(at reckon.Range, actor, s string) reckon.Diagnostic {
	return fault("gmcr-ranking", at, fmt.Sprintf("The ranking of %s holds %s", quote(actor), short(s)),
		"It lists state numbers, and lists of state numbers that are liked equally. The entry was left out.")
}

func gmcrNoState(at reckon.Range, actor string, n, states int) reckon.Diagnostic {
	return fault("gmcr-ranking", at, fmt.Sprintf("The ranking of %s names state %d, which is not there", quote(actor), n),
		fmt.Sprintf("There are %d feasible states, numbered from 1.", states))
}

func gmcrNoStateLeft(at reckon.Range, conditions int) reckon.Diagnostic {
	what := fmt.Sprintf("The %d infeasible conditions together exclude", conditions)
	if conditions == 1 {
		what = "The infeasible condition excludes"
	}
	return fault("gmcr-no-state-left", at, what+" every state",
		"There is nothing to rank or analyse. A condition says what cannot be, not what must be; take one of them out in the program the file came from.")
}

func gmcrStateTwice(at reckon.Range, actor string, n int) reckon.Diagnostic {
	return fault("gmcr-ranking", at, fmt.Sprintf("The ranking of %s names state %d twice", quote(actor), n),
		"Its first place was used.")
}

func gmcrUnranked(at reckon.Range, actor string, n int) reckon.Diagnostic {
	return caution("gmcr-unranked", at, fmt.Sprintf("The ranking of %s leaves out %d feasible states", quote(actor), n),
		"They count as worst, all alike.")
}
