package lang

import (
	"fmt"

	"reckon"
)

func bibNoKey(at reckon.Range, kind string) reckon.Diagnostic {
	return fault("bib-key", at, fmt.Sprintf("This @%s entry has no key", kind),
		"The key is one word after the brace, before the first comma: @article{smith2020, … }. Cites name it.")
}

func bibNoComma(at reckon.Range, after string) reckon.Diagnostic {
	return fault("bib-comma", at, fmt.Sprintf("A comma is missing after %s", quote(after)),
		"In BibTeX each field ends in a comma before the next one.")
}

func bibOpenEntry(at reckon.Range, key string) reckon.Diagnostic {
	return fault("bib-brace", at, fmt.Sprintf("The entry %s is never closed", quote(key)),
		"Its last line is a closing brace }.")
}

func bibOpenValue(at reckon.Range, closing byte) reckon.Diagnostic {
	return fault("bib-brace", at, "This value is never closed",
		fmt.Sprintf("It ends in %c, and braces inside it come in pairs. What follows may not have been read.", closing))
}

func bibNoField(at reckon.Range, name string) reckon.Diagnostic {
	return fault("bib-field", at, "Here should stand a field, as in title = {…}",
		fmt.Sprintf("I found %s. The rest of this entry was not read.", quote(name)))
}

func bibNoValue(at reckon.Range) reckon.Diagnostic {
	return fault("bib-field", at, "Here should stand a value in braces: {…}",
		"The rest of this entry was not read.")
}

func bibBareWord(at reckon.Range, word string) reckon.Diagnostic {
	return mend(caution("bib-bare-word", at, fmt.Sprintf("%s stands without braces", quote(word)),
		"BibTeX takes it for an abbreviation, and there is no @string of that name. It was read as text."), "{"+word+"}")
}

func sourceUntitled(at reckon.Range, key string) reckon.Diagnostic {
	return caution("source-untitled", at, fmt.Sprintf("The source %s has no title", quote(key)),
		"Pages will show its key. Add: title = {…},")
}

func unknownField(at reckon.Range, name, near string) reckon.Diagnostic {
	return instead(caution("unknown-field", at, fmt.Sprintf("%s is not a field that is read", quote(name)), "It was not used."), near)
}

func wrongReliability(at reckon.Range, s string) reckon.Diagnostic {
	return fault("wrong-reliability", at, fmt.Sprintf("A reliability of %s is not on the scale", quote(s)),
		"The Admiralty scale runs from A (reliable) to E (unreliable); F means it cannot be judged. It is one capital letter.")
}

func wrongSourceDate(at reckon.Range, s string) reckon.Diagnostic {
	d := fault("want-date", at, fmt.Sprintf("%s is not a date that I can read", quote(s)),
		"Without it nobody can tell whether the source is later than the case's as-of date. Write date = {YYYY-MM-DD}, or {YYYY-MM} or {YYYY} when no more is known. Of a range that is still open, write the last day you know of.")
	if why := noSuchDay(s); why != "" {
		d.Summary, d.Detail = fmt.Sprintf("There is no day %s", quote(s)), why
		return d
	}
	if better := otherDate(s); better != "" {
		return instead(d, "{"+better+"}")
	}
	return d
}

func originCircle(at reckon.Range, key string) reckon.Diagnostic {
	return fault("origin-circle", at, fmt.Sprintf("The source %s derives from itself", quote(key)),
		"Following derives_from from source to source comes back here, so none is the origin. Leave the field out at the one that was first.")
}

func bibTooLong(at reckon.Range, macro string) reckon.Diagnostic {
	return fault("bib-too-long", at, fmt.Sprintf("The short form %s grows too long", quote(macro)),
		"Short forms made with @string may put in a million characters in all, and this file asks for more. Write the text out where it is needed.")
}
