package lang

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
)

func tooDeep(at reckon.Range) reckon.Diagnostic {
	return fault("too-deep", at, "Too many brackets or signs within each other",
		"No person could check such an expression. Split it into several wants or rules.")
}

func tooManyParts(at reckon.Range) reckon.Diagnostic {
	return fault("too-many-parts", at, fmt.Sprintf("This joins more than %d parts by signs such as && and ||", maxDepth),
		"No person could check such an expression. Split it into several wants or rules.")
}

func numberForYesNo(at reckon.Range, name, text string) reckon.Diagnostic {
	return fault("number-for-yes-no", at, fmt.Sprintf("%s must be so or not so, but this is a number", quote(name)),
		fmt.Sprintf("Compare it with something, as in: %s > 0.5", short(text)))
}

func wrongSort(at reckon.Range, op string, want sort, text string) reckon.Diagnostic {
	if want == aNumber {
		return fault("yes-no-for-number", at, fmt.Sprintf("%s needs a number here, but %s is yes or no", quote(op), quote(text)),
			"Yes and no are not counted. To say that something is so, write it alone; to say it is not so, put ! before it. To let a number depend on it, write: "+short(text)+" ? 1 : 0")
	}
	return fault("number-for-yes-no", at, fmt.Sprintf("%s joins statements that are so or not so, but %s is a number", quote(op), quote(text)),
		fmt.Sprintf("Compare it with something, as in: %s > 0.5", short(text)))
}

func mixedSorts(at reckon.Range, op string, left, right sort) reckon.Diagnostic {
	return fault("mixed-sorts", at, fmt.Sprintf("%s has %s on one side and %s on the other", quote(op), left, right),
		"The two never mix: an option is on or off, a measure is a number. For \"the option is on\" write its name alone; for \"it is off\" put ! before it.")
}

func percent(at reckon.Range) reckon.Diagnostic {
	return fault("percent", at, "The sign % does not mean percent here",
		"50% is written 0.5.")
}

func textInExpression(at reckon.Range, s string) reckon.Diagnostic {
	d := fault("text-in-expression", at, fmt.Sprintf("%s is a text in quotes, which is neither so nor not so", quote(s)),
		"Options and measures are written without quotes: washington.bomb")
	if s != "" && len(s) < 80 {
		return mend(d, s)
	}
	return d
}

func notAnExpression(at reckon.Range) reckon.Diagnostic {
	return fault("not-an-expression", at, "This is more than the case language has",
		"An expression has options, measures, numbers, true, false, && || ! == != < <= > >= + - * / ? : and brackets. There are no lists, loops or variables.")
}

func notAnOption(at reckon.Range, text string) reckon.Diagnostic {
	return fault("not-an-option", at, fmt.Sprintf("%s is not the name of an option", quote(text)),
		"An option is written actor.option, with one dot.")
}

func measureInImpossible(at reckon.Range, kind, name string) reckon.Diagnostic {
	return fault("measure-in-impossible", at, fmt.Sprintf("A rule on what is impossible cannot depend on the %s %s", kind, quote(name)),
		fmt.Sprintf("Which states exist must not change while numbers move. Let a want speak of the %s instead.", kind))
}

func yesForTrue(at reckon.Range, word, better string) reckon.Diagnostic {
	return instead(fault("yes-for-true", at, fmt.Sprintf("%s is not a word of the case language", quote(word)),
		"What always holds is true, what never holds is false."), better)
}

func unknownFunction(at reckon.Range, name string, in where, orLaw bool) reckon.Diagnostic {
	var names []string
	for _, f := range functions {
		if f.needs&^allowed[in] == 0 {
			names = append(names, f.name)
		}
	}
	d := fault("unknown-function", at, fmt.Sprintf("There is no function %s", quote(name)),
		"The functions that can stand here are: "+joined(names, "and")+".")
	near := nearest(name, names)
	if !orLaw {
		return instead(d, near)
	}
	var known []string
	for _, row := range laws {
		known = append(known, string(row.law))
	}
	text := "The laws that can stand here are: " + joined(known, "and") + "; an interval is written [least, greatest]."
	d.Summary = fmt.Sprintf("There is no law or function %s", quote(name))
	if law := nearestLaw(name, known); law != "" {
		d.Detail = text
		return instead(d, law)
	}
	d.Detail = text + " " + d.Detail
	return instead(d, near)
}

// nearestLaw returns the law most like the name, or the one that begins as it does.
func nearestLaw(name string, known []string) string {
	if near := nearest(name, known); near != "" {
		return near
	}
	i := slices.IndexFunc(known, func(law string) bool { return len(name) > 3 && strings.HasPrefix(name, law[:3]) })
	if i < 0 {
		return ""
	}
	return known[i]
}

func onlyInQuestions(at reckon.Range, name string) reckon.Diagnostic {
	return fault("only-in-questions", at, fmt.Sprintf("%s() looks at a stretch of time, which only a question has", name),
		"A want or a rule speaks of one state. Name the option alone.")
}

func wrongArguments(at reckon.Range, f *function, n int) reckon.Diagnostic {
	takes := "takes one thing"
	switch {
	case f.most == 0:
		takes = "takes nothing"
	case f.name == "lookup":
		takes = "takes a table and a number"
	case f.least == f.most && f.most > 1:
		takes = fmt.Sprintf("takes %d numbers", f.most)
	case f.most > 1:
		takes = fmt.Sprintf("takes %d to %d numbers", f.least, f.most)
	}
	return fault("wrong-arguments", at, fmt.Sprintf("%s() %s in its brackets, not %d", f.name, takes, n),
		gives(f))
}

// gives says what a function gives.
func gives(f *function) string {
	if strings.HasPrefix(f.means, f.name+"(") {
		return "What it gives: " + f.means + "."
	}
	return fmt.Sprintf("It gives %s.", f.means)
}

// wordForSign covers words and signs of other notations that HCL does not know.
func wordForSign(at reckon.Range, word, sign string) reckon.Diagnostic {
	names := map[string]string{"&&": "and", "||": "or", "!": "not", "!=": "not equal", ">=": "at least", "<=": "at most", "-": "minus", "*": "times"}
	return mend(fault("word-for-sign", at, fmt.Sprintf("Write %s for %s", sign, names[sign]),
		fmt.Sprintf("%s is not a sign of the case language. Put %s in its place.", capital(quote(word)), sign)), sign)
}

func decimalComma(at reckon.Range, whole, rest string) reckon.Diagnostic {
	better := whole + "." + rest
	return mend(fault("decimal-comma", at, fmt.Sprintf("%s has a comma before its decimals", quote(whole+","+rest)),
		"A number has a point before decimals: write "+better+"."), better)
}

func digitGroups(at reckon.Range, text string) reckon.Diagnostic {
	d := fault("digit-groups", at, fmt.Sprintf("%s is not one number here", quote(text)),
		"Write digits without commas, underscores or spaces between them.")
	if v, ok := numberIn(text); ok {
		return instead(d, number(v))
	}
	return d
}

func percentSign(at reckon.Range, text string) reckon.Diagnostic {
	d := fault("percent", at, fmt.Sprintf("%s%% is not a number here", text),
		"Shares and odds run from 0 to 1.")
	if v, ok := numberIn(text + "%"); ok {
		return instead(d, number(v))
	}
	return d
}

// percentOfPercent is the message for 72% where the unit is percent already.
func percentOfPercent(at reckon.Range, text string) reckon.Diagnostic {
	d := fault("percent", at, "The sign % does not stand after a number",
		"The unit here is percent already, so the number is written alone.")
	if v, ok := numberIn(text); ok {
		return instead(d, number(v))
	}
	return d
}

func equalsForCompare(at reckon.Range) reckon.Diagnostic {
	return mend(fault("equals-for-compare", at, "One equals sign sets, two compare",
		"Write == to ask whether two things are the same. For an option its name alone says that it is on, and ! before it that it is off."), "==")
}

func colonForEquals(at reckon.Range, name string) reckon.Diagnostic {
	return mend(fault("colon-for-equals", at, "Use an equals sign, not a colon",
		fmt.Sprintf("A setting is written: %s = …", name)), " =")
}

func power(at reckon.Range) reckon.Diagnostic {
	return fault("power", at, "The case language has no powers",
		"Write the product out, x * x; or, in what a run works out, pow(x, 2).")
}

func singleQuotes(at reckon.Range) reckon.Diagnostic {
	return mend(fault("wrong-quotes", at, "Use double quotes, not single ones",
		"A text stands between \" and \". An apostrophe inside it is fine."), `"`)
}

func curlyQuotes(at reckon.Range) reckon.Diagnostic {
	return mend(fault("wrong-quotes", at, "These are the curly quotes of a word processor",
		"Use straight double quotes: \"…\". Write cases in a plain text editor, which does not change them."), `"`)
}

func semicolon(at reckon.Range) reckon.Diagnostic {
	return fault("semicolon", at, "Lines do not end in a semicolon",
		"Remove it, and put each setting on a line of its own.")
}

func missingQuote(at reckon.Range) reckon.Diagnostic {
	return fault("missing-quote", at, "This quote is never closed",
		"A text ends on the line it starts on. Put \" at its end; what follows in this file could not be read.")
}

func missingBrace(at reckon.Range) reckon.Diagnostic {
	return fault("missing-brace", at, "This block is never closed",
		"Each { needs its }. Look for the first block below whose end is missing; formatting the file afterwards shows the rest.")
}

func missingBracket(at reckon.Range) reckon.Diagnostic {
	return fault("missing-bracket", at, "A bracket before this place is never closed",
		"Each ( needs its ), and each [ its ].")
}

func crowdedLine(at reckon.Range) reckon.Diagnostic {
	return fault("crowded-line", at, "A block on one line holds one setting and no block",
		"Open it with { at the end of the line, put each setting and inner block on a line of its own, and close it with } on the last.")
}

func attributeTwice(at reckon.Range) reckon.Diagnostic {
	return fault("attribute-twice", at, "This setting stands in its block twice",
		"Only the first was used. Remove one of them.")
}

func strayComma(at reckon.Range) reckon.Diagnostic {
	return mend(fault("stray-comma", at, "Lines do not end in a comma",
		"Commas stand only between the items of a list. Remove it."), "\n")
}

func notABlock(at reckon.Range) reckon.Diagnostic {
	return fault("not-a-statement", at, "This line is neither a setting nor a block",
		"A setting is written name = value, a block name \"label\" { … }. A note of your own starts with #.")
}

func twoOnALine(at reckon.Range) reckon.Diagnostic {
	return fault("two-on-a-line", at, "Something on this line does not belong to what stands before it",
		"Put each setting on a line of its own; a text needs quotes around all of it.")
}

func unreadable(at reckon.Range, summary, detail string) reckon.Diagnostic {
	return fault("unreadable", at, "Something is missing here, or too much", strings.TrimSpace(summary+". "+detail))
}
