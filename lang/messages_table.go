package lang

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
)

func emptyTable(at reckon.Range, columns []column) reckon.Diagnostic {
	return caution("empty-table", at, "This table is empty",
		"Its first line names the columns: "+header(columns)+". Remove the file if there is nothing to say.")
}

// header writes the first line of a table.
func header(columns []column) string {
	var names []string
	for _, c := range columns {
		names = append(names, c.name)
	}
	return strings.Join(names, ",")
}

func wrongSeparator(at reckon.Range, sign string) reckon.Diagnostic {
	name := "semicolons"
	if sign == "\t" {
		name = "tabs"
	}
	return fault("wrong-separator", at, "The columns are separated by "+name+", not commas",
		"Nothing in this table was used. Save it as comma-separated text: in Excel choose \"CSV UTF-8 (comma delimited)\", with the list separator of the system set to a comma.")
}

func unknownColumn(at reckon.Range, name, near string, known []string) reckon.Diagnostic {
	d := fault("unknown-column", at, fmt.Sprintf("There is no column %s", quote(name)), "What stands in it was not used.")
	if near == "" {
		d.Detail += " The columns are: " + joined(known, "and") + "."
	}
	return instead(d, near)
}

func columnTwice(at reckon.Range, name string) reckon.Diagnostic {
	return fault("column-twice", at, fmt.Sprintf("The column %s is there twice", quote(name)),
		"Only the first was used. Remove one of them.")
}

func missingColumn(at reckon.Range, file string, c column) reckon.Diagnostic {
	return fault("missing-column", at, fmt.Sprintf("The column %s is missing", quote(c.name)),
		fmt.Sprintf("Nothing in %s was used. The first line names the columns; this one holds: %s", file, c.means))
}

func missingChoiceColumn(at reckon.Range, name string, columns []column) reckon.Diagnostic {
	i := slices.IndexFunc(columns, func(c column) bool { return c.name == name })
	return fault("missing-column", at, fmt.Sprintf("The column %s is missing", quote(name)),
		fmt.Sprintf("The record holds choices, which need it, so they were not checked further. It holds: %s", columns[i].means))
}

func raggedRow(at reckon.Range, got, want int) reckon.Diagnostic {
	more := "more"
	if got < want {
		more = "fewer"
	}
	return fault("ragged-row", at, fmt.Sprintf("This row has %d cells, %s than the %d columns", got, more, want),
		"It was left out, because its cells may stand under the wrong headings. A text with a comma in it needs quotes around all of it; an empty cell still needs its comma.")
}

func curlyCell(at reckon.Range) reckon.Diagnostic {
	return fault("wrong-quotes", at, "These are a word processor's quotes",
		"They do not hold the commas of a text together, so this row has too many cells and was left out. Use straight quotes: \"…\".")
}

func halfQuote(at reckon.Range) reckon.Diagnostic {
	return fault("half-quote", at, "This quote is not closed where its cell ends",
		"A cell in quotes ends in a quote right before the next comma or the end of the line; a quote inside it is written twice: \"\".")
}

func emptyCell(at reckon.Range, column string) reckon.Diagnostic {
	return fault("empty-cell", at, fmt.Sprintf("The cell under %s is empty", quote(column)),
		"This row needs it.")
}

func cellNotDay(at reckon.Range, column, s string) reckon.Diagnostic {
	d := fault("want-date", at, fmt.Sprintf("%s is not a day that I can read", quote(s)),
		fmt.Sprintf("%s is written YYYY-MM-DD, so that nobody takes the month for the day. Where only the month is known, take its first day and say so in note. A spreadsheet may have rewritten the column: set it to text.", capital(quote(column))))
	if why := noSuchDay(s); why != "" {
		d.Summary, d.Detail = fmt.Sprintf("There is no day %s", quote(s)), why
		return d
	}
	return instead(d, otherDate(s))
}

func cellNotNumber(at reckon.Range, column, s string, inPercent bool) reckon.Diagnostic {
	d := fault("want-number", at, fmt.Sprintf("%s is not a number", quote(s)),
		fmt.Sprintf("%s holds digits, with a point before decimals and no unit; leave it empty when the value is unknown.", capital(quote(column))))
	if v, ok := numberOf(s, inPercent); ok {
		return instead(d, number(v))
	}
	return d
}

func cellNotYesNo(at reckon.Range, column, s string) reckon.Diagnostic {
	d := fault("want-yes-no", at, fmt.Sprintf("%s is either true or false, not %s", quote(column), quote(s)), "Empty means false.")
	switch s {
	case "yes", "y", "1", "x":
		return instead(d, "true")
	case "no", "n", "0":
		return instead(d, "false")
	}
	return d
}

func unknownMeasure(at reckon.Range, name, near string, known []string) reckon.Diagnostic {
	d := fault("unknown-measure", at, fmt.Sprintf("The case has no measure %s", quote(name)),
		"The value was not used. Declare it in case.hcl: measure \"name\" { unit = \"…\" }.")
	if near != "" {
		return instead(d, respelt(at, name, near))
	}
	if len(known) > 0 {
		d.Detail += " The measures are: " + listed(known) + "."
	}
	return d
}

func unsignedMove(at reckon.Range, word, better string) reckon.Diagnostic {
	d := fault("unsigned-move", at, fmt.Sprintf("%s does not say whether the option is taken or dropped", quote(word)),
		"A move is written +option for taking, -option for dropping, with spaces between, or hold for leaving all as it is.")
	if better != "" {
		d.Detail += " Did you mean " + better + "?"
	}
	return d
}

func moveWasFormula(at reckon.Range, column, text string) reckon.Diagnostic {
	return fault("move-was-formula", at, fmt.Sprintf("A spreadsheet has put %s in the place of the move", quote(text)),
		fmt.Sprintf("Excel took the + or - for the start of a formula, and the move is gone. Restore the file from before it was saved there, or write the move again; to use Excel, import the file (Data, From Text/CSV) and set the column %s to text.", quote(column)))
}

func movesRunTogether(at reckon.Range, column, text string, apart []string) reckon.Diagnostic {
	d := fault("moves-run-together", at, fmt.Sprintf("%s is more than one move", quote(text)),
		"Put ; between moves: "+strings.Join(apart, ";")+".")
	if column == "took" {
		d.Detail = "Put the one move that he made into the column \"took\", and what else was open into the column \"instead\"; hold means that he left all as it was."
	}
	return d
}

func moveWithActor(at reckon.Range, word, better string) reckon.Diagnostic {
	return fault("move-with-actor", at, fmt.Sprintf("%s names the actor, who already stands in his own column", quote(word)),
		"Write "+better+".")
}

func moveWithComma(at reckon.Range, word string) reckon.Diagnostic {
	return fault("move-with-comma", at, fmt.Sprintf("There is a comma or semicolon in the move %s", quote(word)),
		"The options of one move have spaces between them; in the column \"instead\", ; separates whole moves.")
}

func moveTwice(at reckon.Range, text, name string) reckon.Diagnostic {
	return fault("move-twice", at, fmt.Sprintf("The move %s sets %s twice", quote(text), quote(name)),
		"An option is taken or dropped, not both. Keep one of them.")
}

func unknownMove(at reckon.Range, actor, name, near string, own []string) reckon.Diagnostic {
	d := fault("unknown-move", at, fmt.Sprintf("The case has no option %s for %s", quote(name), quote(actor)),
		"The record can only hold moves that the case knows. Add the option to case.hcl, or leave the cell empty and say in note what happened.")
	switch {
	case near != "":
		d.Detail += " Did you mean " + near + "?"
	case len(own) == 0:
		d.Detail += fmt.Sprintf(" %s has no options.", capital(quote(actor)))
	default:
		d.Detail += fmt.Sprintf(" %s has: %s.", capital(quote(actor)), listed(own))
	}
	return d
}

func moveOfAnother(at reckon.Range, actor, name string, owners []string) reckon.Diagnostic {
	return fault("move-of-another", at, fmt.Sprintf("%s is an option of %s, not of %s", quote(name), listed(owners), quote(actor)),
		"A row holds what one actor did. Put the other's move into a row of its own.")
}

func sameAlternative(at reckon.Range, text string) reckon.Diagnostic {
	return caution("alternative-twice", at, fmt.Sprintf("%s is both what he did and what he could have done instead", quote(text)),
		"It was counted once. List under \"instead\" only what he did not do.")
}

func alternativeTwice(at reckon.Range, text string) reckon.Diagnostic {
	return caution("alternative-twice", at, fmt.Sprintf("The alternative %s is listed twice", quote(text)),
		"It was counted once.")
}

func keysRunTogether(at reckon.Range, text string, apart []string) reckon.Diagnostic {
	return fault("keys-run-together", at, fmt.Sprintf("%s is more than one source", quote(text)),
		"Put ; between keys: "+strings.Join(apart, ";")+".")
}

func unknownBasis(at reckon.Range, s string) reckon.Diagnostic {
	d := fault("unknown-basis", at, fmt.Sprintf("%s is not a way of knowing whose choice it was", quote(s)),
		"It is one of: "+joined(bases, "or")+". Choices known from his own words say more about him than acts of his office.")
	return instead(d, nearest(s, bases))
}

func missingBasis(at reckon.Range, id string) reckon.Diagnostic {
	return fault("missing-basis", at, fmt.Sprintf("The choice %s does not say how we know it was his", quote(id)),
		"Put into the column \"basis\" one of: "+joined(bases, "or")+".")
}

func choiceWithoutTook(at reckon.Range, id string) reckon.Diagnostic {
	return fault("choice-without-took", at, fmt.Sprintf("The choice %s does not say what he did", quote(id)),
		"A reading is scored on the chance it gave to what he did. Put a move into the column \"took\", such as +enrich or hold; or set weight to 0 and say in note why the choice is left out.")
}

func choiceWithoutInstead(at reckon.Range, id string) reckon.Diagnostic {
	return fault("choice-without-instead", at, fmt.Sprintf("The choice %s does not say what else he could have done", quote(id)),
		"With nothing else open to him, every reading would be right. List the other moves in the column \"instead\", with ; between them; hold counts as one.")
}

func leftOutWithoutReason(at reckon.Range, id string) reckon.Diagnostic {
	return fault("left-out-without-reason", at, fmt.Sprintf("The choice %s has weight 0 and no reason", quote(id)),
		"A choice that is kept out of the score must say why, or the score looks chosen. Put the reason into the column \"note\".")
}
