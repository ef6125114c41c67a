package lang

import (
	"fmt"

	"reckon"
)

func unknownActor(at reckon.Range, name, near string, actors []string) reckon.Diagnostic {
	d := fault("unknown-actor", at, fmt.Sprintf("There is no actor %s", quote(name)), "Only actors declared in the case can be spoken of.")
	if near != "" {
		return instead(d, respelt(at, name, near))
	}
	if len(actors) > 0 {
		d.Detail += " The actors are: " + listed(actors) + "."
	}
	return d
}

// respelt keeps the quotes that a name stood in, which its range includes.
func respelt(at reckon.Range, was, now string) string {
	if at.End.Byte-at.Start.Byte == len(was)+2 {
		return `"` + now + `"`
	}
	return now
}

func unknownOption(at reckon.Range, actor, option, near string, owners, own []string) reckon.Diagnostic {
	d := fault("unknown-option", at, fmt.Sprintf("%s has no option %s", quote(actor), quote(option)),
		"Only options declared for that actor can be spoken of.")
	switch {
	case near != "":
		return instead(d, near)
	case len(owners) > 0:
		d.Detail = fmt.Sprintf("It is an option of %s: write %s.%s.", listed(owners), owners[0], option)
	case len(own) > 0:
		d.Detail += fmt.Sprintf(" %s has: %s.", capital(quote(actor)), listed(own))
	}
	return d
}

func unknownName(at reckon.Range, name, near string) reckon.Diagnostic {
	d := fault("unknown-name", at, fmt.Sprintf("%s is not an option, a measure or a parameter of this case", quote(name)),
		"An expression speaks of options, written actor.option, and of measures and parameters, written by their name.")
	return instead(d, near)
}

func minusInName(at reckon.Range, name, left, right string) reckon.Diagnostic {
	return instead(fault("minus-in-name", at, fmt.Sprintf("%s is read as one name", quote(name)),
		"A minus sign needs a space on both sides, since names may hold a hyphen."), left+" - "+right)
}

func actorWithoutOption(at reckon.Range, actor string, options []string) reckon.Diagnostic {
	d := fault("actor-without-option", at, fmt.Sprintf("%s is an actor, not something that is so or not so", quote(actor)),
		"Say which of his options is meant.")
	if len(options) > 0 {
		d.Detail += fmt.Sprintf(" For example: %s.%s.", actor, options[0])
	}
	return d
}

func optionWithoutActor(at reckon.Range, option string, owners []string) reckon.Diagnostic {
	d := fault("option-without-actor", at, fmt.Sprintf("%s is an option, but whose is not said", quote(option)),
		"An option is written with its actor before it, because two actors may have one of the same name.")
	if len(owners) == 1 {
		return instead(d, owners[0]+"."+option)
	}
	d.Detail += " These have one: " + listed(owners) + "."
	return d
}

func unknownSource(at reckon.Range, key, near string, none bool) reckon.Diagnostic {
	d := fault("unknown-source", at, fmt.Sprintf("There is no source %s", quote(key)),
		"A claim rests on a source that a reader can find. Add an entry with this key to sources.bib.")
	if none {
		d.Detail = "The case has no sources yet. Put them into a file sources.bib, in BibTeX, and use their keys here."
	}
	if near != "" {
		return instead(d, respelt(at, key, near))
	}
	return d
}

func tooManyOptions(at reckon.Range) reckon.Diagnostic {
	return fault("too-many-options", at, "This is the 65th option; a case holds at most 64",
		"It and all that follow were left out, so no number would be right. Leave out options that no want and no recorded move speaks of, or join those that always go together.")
}

func beliefAboutSelf(at reckon.Range, actor string) reckon.Diagnostic {
	return fault("belief-about-self", at, fmt.Sprintf("%s holds a belief about %s, the same actor", quote(actor), quote(actor)),
		"What an actor wants stands in its own wants. A belief says what it takes another actor to be.")
}

func beliefEmpty(at reckon.Range, about string) reckon.Diagnostic {
	return fault("belief-empty", at, fmt.Sprintf("This belief says nothing about %s", quote(about)),
		"Without the belief he takes the other to want what that one does want and to share his own view. Put in what he takes the other to want, see or believe, in want, sees and believes blocks, or kind blocks with odds.")
}

func kindsAndWants(at reckon.Range, about string) reckon.Diagnostic {
	return fault("kinds-and-wants", at, fmt.Sprintf("This belief about %s has both kinds and blocks of its own", quote(about)),
		"What stands outside the kinds was not used. Put each want, attitude, sees and believes into the kind it belongs to.")
}

func wantsAndOrder(at reckon.Range) reckon.Diagnostic {
	return fault("wants-and-order", at, "Here are both wants and a direct order",
		"Each ranks all states by itself; the order was used. Keep one of them.")
}

func wantOrder(at reckon.Range) reckon.Diagnostic {
	return fault("want-order", at, "An order is a list of states in quotes, best first",
		"States that he likes equally share a pair of brackets: order = [[\"YNY\"], [\"NNY\", \"YNN\"]].")
}

func orderEmpty(at reckon.Range) reckon.Diagnostic {
	return caution("order-empty", at, "This order names no state, so it ranks nothing",
		"It was not used: the wants here count in its place, and where there are none every state is liked alike. Name states, best first, such as [[\"YNY\"], [\"NNY\", \"YNN\"]], or leave the order out.")
}

func orderLetters(at reckon.Range, s string) reckon.Diagnostic {
	d := fault("order-letters", at, fmt.Sprintf("%s holds letters other than Y and N", quote(s)),
		"A state is one letter for each option in file order: Y when it is on, N when it is not.")
	up := make([]rune, 0, len(s))
	for _, r := range s {
		switch r {
		case 'y', 'Y', '1':
			up = append(up, 'Y')
		case 'n', 'N', '0':
			up = append(up, 'N')
		default:
			return d
		}
	}
	return instead(d, `"`+string(up)+`"`)
}

func orderLength(at reckon.Range, s string, c *reckon.Case) reckon.Diagnostic {
	var names []string
	for _, o := range c.Options {
		names = append(names, o.Name)
	}
	return fault("order-length", at, fmt.Sprintf("%s has %d letters, but the case has %d options", quote(s), len([]rune(s)), len(names)),
		"A state has one letter for each option, in file order: "+listed(names)+".")
}

func stateTwice(at reckon.Range, s string) reckon.Diagnostic {
	return fault("state-twice", at, fmt.Sprintf("The state %s stands in this order twice", s),
		"It cannot be both better and worse than what lies between: that would be a circle, in which no state is best. Keep it in one place; states he likes equally share a pair of brackets.")
}

func readingUndated(at reckon.Range, name, source string) reckon.Diagnostic {
	d := fault("reading-undated", at, fmt.Sprintf("The reading %s has no date", quote(name)),
		"A reading is tested only on choices made after it was written. Add dated = \"YYYY-MM-DD\", or a source with a date.")
	if source != "" {
		d.Detail = fmt.Sprintf("A reading is tested only on choices made after it was written, and its source %s has no date in sources.bib. Add it there, or add dated = \"YYYY-MM-DD\" here.", quote(source))
	}
	return d
}

func tooMany(at reckon.Range, what string, limit int) reckon.Diagnostic {
	return fault("too-many", at, fmt.Sprintf("This case has more than %d %s", limit, what),
		fmt.Sprintf("A case is text that people read: %d %s are the limit. Leave out those that no want, choice or cite needs, or split the case.", limit, what))
}
