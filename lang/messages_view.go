package lang

import (
	"fmt"

	"reckon"
)

func beliefTooDeep(at reckon.Range) reckon.Diagnostic {
	return fault("belief-too-deep", at, "This belief is nested four deep",
		"Three are as far as a case goes: what he thinks of another, what he thinks that one thinks, and what he thinks that one takes a third to think. No source tells deeper ones apart. Leave this one out, or put it a level up.")
}

func viewTooDeep(at reckon.Range) reckon.Diagnostic {
	return fault("view-too-deep", at, "This view is nested four deep",
		"Three are as far as a case goes: what he sees, what he thinks another sees, and what he thinks that one takes a third, or him, to see. Leave this one out, or put it a level up.")
}

func seesTwice(at, first reckon.Range) reckon.Diagnostic {
	return fault("sees-twice", at, "Here is a second sees block",
		fmt.Sprintf("An actor has one view; the first block stands in %s, and this one was not used. Put everything into one.", first))
}

func overrideTwice(at reckon.Range, kind, other, name string, first reckon.Range) reckon.Diagnostic {
	if kind == other {
		return fault("view-says-twice", at, fmt.Sprintf("%s %s stands in this view twice", capital(kind), quote(name)),
			fmt.Sprintf("The first stands in %s; this one was not used. Keep one of them, with the cites of both.", first))
	}
	return fault("view-contradiction", at, fmt.Sprintf("%s %s cannot stand beside %s %s", capital(kind), quote(name), other, quote(name)),
		fmt.Sprintf("An option that he does not know has no place in what he knows of it. The other stands in %s; this one was not used. Keep the one that the source says.", first))
}

func overrideEmpty(at reckon.Range, name string) reckon.Diagnostic {
	return fault("view-option-empty", at, fmt.Sprintf("This does not say what he takes %s to be", quote(name)),
		"State reversible, resumable or both. If he does not know the option at all, write unaware in place of option.")
}

func unawareOfOwn(at reckon.Range, actor, option string) reckon.Diagnostic {
	return fault("unaware-of-own", at, fmt.Sprintf("%s is an option of %s himself", quote(option), quote(actor)),
		fmt.Sprintf("What an actor does not know he cannot decide on, and nobody asks him to. If he thinks it out of the question, write: impossible \"…\" { when = %s }.", option))
}

func unknownOptionLabel(at reckon.Range, name, near string, all []string) reckon.Diagnostic {
	d := fault("unknown-option", at, fmt.Sprintf("There is no option %s", quote(name)),
		"An option is named with its actor before it: \"actor.option\".")
	if near != "" {
		return instead(d, `"`+near+`"`)
	}
	if len(all) > 0 {
		d.Detail += " The options are: " + listed(all) + "."
	}
	return d
}

func unknownRule(at reckon.Range, name, near string, rules []string) reckon.Diagnostic {
	d := fault("unknown-rule", at, fmt.Sprintf("There is no impossible rule %s", quote(name)),
		"What he does not see must stand outside his view: an impossible block of the case, or of who ascribes this view to him.")
	switch {
	case near != "":
		return instead(d, `"`+near+`"`)
	case len(rules) == 0:
		d.Detail += " The case has none."
	default:
		d.Detail += " The rules are: " + listed(rules) + "."
	}
	return d
}

func ruleAround(at reckon.Range, name string) reckon.Diagnostic {
	return fault("duplicate-name", at, fmt.Sprintf("A view around this one has a rule %s already", quote(name)),
		"What he sees, those whom he ascribes a view to see too, unless it says otherwise. Leave this one out, or give it another name.")
}

func ifAndIff(at reckon.Range) reckon.Diagnostic {
	return fault("if-and-iff", at, "A want has one condition, \"if\" or \"iff\"",
		"If asks for the statement where the condition holds; iff also asks for its opposite where it does not. Keep the one that is meant.")
}

func ifOnTheLine(at reckon.Range, word string) reckon.Diagnostic {
	return fault("if-on-the-line", at, fmt.Sprintf("The condition after %s is a setting of its own", quote(word)),
		fmt.Sprintf("Write what he wants as that = …, and on a line of its own, with an equals sign, when he wants it: %s = ….", word))
}

func labelWithoutQuotes(at reckon.Range, name string) reckon.Diagnostic {
	return instead(fault("label-without-quotes", at, fmt.Sprintf("The name %s stands without quotes", quote(name)),
		"A name with a point in it is a label only in quotes."), `"`+name+`"`)
}

func wrongPoints(at reckon.Range, v float64) reckon.Diagnostic {
	if v == 0 {
		return fault("wrong-points", at, "A want of 0 points counts nothing",
			"Points are what a want adds to the score of a state. Give it some, below 0 if he would rather not have it, or leave the want out.")
	}
	return fault("wrong-points", at, "The points of a want cannot be infinite",
		"Points are added up, and beside an infinite one nothing else would count. Give it more points than all others together, or leave all points out: then the first want counts more than all below it.")
}

func wantOddsZero(at reckon.Range) reckon.Diagnostic {
	return fault("odds-zero", at, "Odds of 0 say that he wants the opposite",
		"Then write the opposite: put ! before the statement, in brackets, and leave the odds out.")
}

func unknownAndOdds(at reckon.Range) reckon.Diagnostic {
	return fault("unknown-and-odds", at, "This want is unknown and has odds",
		"Unknown says that nobody can tell whether he wants it or its opposite; odds tell how likely it is. Keep one of them.")
}

func wrongConcept(at reckon.Range, word string, concepts []string) reckon.Diagnostic {
	d := fault("wrong-word", at, fmt.Sprintf("%s cannot be %s", quote("concept"), quote(word)),
		"It is one of: "+joined(concepts, "or")+"; or L1 to L99, which look that many moves ahead. The usual setting was used in its place.")
	if near := nearest(word, concepts); near != "" {
		return instead(d, `"`+near+`"`)
	}
	return d
}

func wrongLookahead(at reckon.Range, word string, moves int) reckon.Diagnostic {
	switch {
	case moves < 1:
		d := fault("wrong-lookahead", at, fmt.Sprintf("%s looks no move ahead", quote(word)),
			"The concepts L1, L2 and so on look that many moves ahead; the least is one, his own.")
		return instead(d, `"L1"`)
	case reckon.Limited(moves).Moves() == moves:
		d := fault("wrong-lookahead", at, fmt.Sprintf("%s is written %s", quote(word), quote(string(reckon.Limited(moves)))),
			"A capital L and a number, without anything between.")
		return instead(d, `"`+string(reckon.Limited(moves))+`"`)
	}
	return instead(fault("wrong-lookahead", at, fmt.Sprintf("%s looks further ahead than 99 moves", quote(word)),
		"Beyond that, looking ahead without end is meant, which is NM."), `"NM"`)
}
