package lang

import (
	"fmt"
	"math"
	"strings"
	"time"

	"reckon"
)

func wantText(at reckon.Range, name string) reckon.Diagnostic {
	return fault("want-text", at, fmt.Sprintf("%s is a text and needs quotes", quote(name)),
		"Put what you mean between straight double quotes: \"…\".")
}

func noTemplates(at reckon.Range) reckon.Diagnostic {
	return fault("no-templates", at, "${ … } and %{ … } compute text, which the case language does not do",
		"A case says everything in plain words, so that a reader sees what is meant. Write the text out; a literal ${ is written $${.")
}

func wantYesNo(at reckon.Range, name, word string) reckon.Diagnostic {
	d := fault("want-yes-no", at, fmt.Sprintf("%s is either true or false", quote(name)), "Write it without quotes.")
	switch strings.ToLower(word) {
	case "yes", "true", "y", "on", "1":
		return instead(d, "true")
	case "no", "false", "n", "off", "0":
		return instead(d, "false")
	}
	return d
}

func wantNumber(at reckon.Range, name, word string, inPercent bool) reckon.Diagnostic {
	d := fault("want-number", at, fmt.Sprintf("%s is a number", quote(name)),
		"Write it without quotes and without a unit, with a point before decimals: 0.65.")
	if v, ok := numberOf(word, inPercent); ok {
		return instead(d, number(v))
	}
	if near := nearest(word, []string{"infinity"}); near != "" {
		return instead(d, near)
	}
	return d
}

func onlyNumbers(at reckon.Range, word string) reckon.Diagnostic {
	return fault("want-number", at, fmt.Sprintf("A setting cannot depend on %s", quote(word)),
		"It is one number for the whole case. Write the number without quotes.")
}

// numberIn reads what a person may write for a number: 65%, 1,000, 0,5.
func numberIn(s string) (float64, bool) {
	s = strings.TrimSpace(s)
	body, percent := strings.CutSuffix(s, "%")
	body = strings.TrimSpace(body)
	if i := strings.IndexByte(body, ','); i >= 0 && strings.Count(body, ",") == 1 && !strings.Contains(body, ".") && len(body)-i-1 != 3 {
		body = strings.Replace(body, ",", ".", 1)
	}
	body = strings.NewReplacer(",", "", "_", "", " ", "", "\u00a0", "").Replace(body)
	if body == "" || strings.Trim(body, "0123456789.-+") != "" {
		return 0, false
	}
	v, err := parseNumber(body)
	if percent {
		v = math.Round(v*1e6) / 1e8
	}
	return v, err == nil && !math.IsInf(v, 0)
}

// numberOf reads what a person may write for a number of a unit: 65% of a unit in
// percent is 65.
func numberOf(s string, inPercent bool) (float64, bool) {
	v, ok := numberIn(s)
	if inPercent && strings.HasSuffix(strings.TrimSpace(s), "%") {
		v = hundredfold(v)
	}
	return v, ok
}

// hundredfold turns a share back into the percent that it was written as.
func hundredfold(share float64) float64 { return math.Round(share*1e8) / 1e6 }

func numberTooLarge(at reckon.Range) reckon.Diagnostic {
	return fault("number-too-large", at, "This number cannot be worked out",
		"It divides by zero, is larger than a computer can hold, or uses more than + - * / and brackets. Write it out.")
}

func wantName(at reckon.Range, name string) reckon.Diagnostic {
	return fault("want-name", at, fmt.Sprintf("%s takes one name", quote(name)),
		"Write the name alone, with or without quotes.")
}

func wrongWord(at reckon.Range, row *attribute, word string) reckon.Diagnostic {
	d := fault("wrong-word", at, fmt.Sprintf("%s cannot be %s", quote(row.name), quote(word)),
		"It is one of: "+joined(row.words, "or")+". The usual setting was used in its place.")
	if row.required {
		d.Detail = "It is one of: " + joined(row.words, "or") + "."
	}
	if near := nearest(word, row.words); near != "" {
		return instead(d, `"`+near+`"`)
	}
	return d
}

func wantDate(at reckon.Range, name, s string) reckon.Diagnostic {
	d := fault("want-date", at, fmt.Sprintf("%s is a day, written \"YYYY-MM-DD\"", quote(name)),
		"Year, month and day, so that nobody takes the month for the day.")
	if s != "" {
		d.Summary = fmt.Sprintf("%s is not a day that I can read", quote(s))
		d.Detail = fmt.Sprintf("%s is written \"YYYY-MM-DD\": year, month and day, so that nobody takes the month for the day.", capital(quote(name)))
	}
	if why := noSuchDay(s); why != "" {
		d.Summary, d.Detail = fmt.Sprintf("There is no day %s", quote(s)), why
		return d
	}
	if better := otherDate(s); better != "" {
		return instead(d, `"`+better+`"`)
	}
	return d
}

// noSuchDay says why a text in the form YYYY-MM-DD is no day; "" where it has
// another form.
func noSuchDay(s string) string {
	var y, m, d int
	if n, err := fmt.Sscanf(s, "%4d-%2d-%2d", &y, &m, &d); n != 3 || err != nil || s != fmt.Sprintf("%04d-%02d-%02d", y, m, d) || y < 0 {
		return ""
	}
	switch {
	case y == 0:
		return "The years are counted from 0001."
	case m < 1 || m > 12:
		return fmt.Sprintf("The middle number is the month, from 01 to 12, not %02d. Year, month and day stand in this order.", m)
	}
	first := time.Date(y, time.Month(m), 1, 0, 0, 0, 0, time.UTC)
	return fmt.Sprintf("%s has %d days.", first.Format("January 2006"), first.AddDate(0, 1, -1).Day())
}

// otherDate reads a day in the forms that leave no doubt which part is the month.
func otherDate(s string) string {
	for _, form := range []string{"2006/01/02", "2006.01.02", "2006-1-2", "20060102", "2 January 2006", "January 2, 2006", "2 Jan 2006", "Jan 2, 2006", "2-Jan-2006", time.RFC3339} {
		if t, err := time.Parse(form, strings.TrimSpace(s)); err == nil && t.Year() > 0 {
			return t.Format(time.DateOnly)
		}
	}
	for _, sep := range []string{"/", ".", "-"} {
		day, err := time.Parse("02"+sep+"01"+sep+"2006", s)
		month, other := time.Parse("01"+sep+"02"+sep+"2006", s)
		switch {
		case err == nil && other != nil && day.Year() > 0:
			return day.Format(time.DateOnly)
		case other == nil && err != nil && month.Year() > 0:
			return month.Format(time.DateOnly)
		}
	}
	return ""
}

// noSuchMoment says why a date and time that begins with a day is none.
func noSuchMoment(s string) string {
	if len(s) < len(time.DateOnly) {
		return ""
	}
	day := s[:len(time.DateOnly)]
	if _, err := time.Parse(time.DateOnly, day); err == nil {
		return ""
	}
	return noSuchDay(day)
}

func wantMoment(at reckon.Range, name, s string) reckon.Diagnostic {
	d := fault("want-moment", at, fmt.Sprintf("%s needs a date, a time and a time zone", quote(name)),
		"Two readers in two countries must agree on the moment. Write it as \"2026-06-30T23:59:00Z\", where Z is UTC, or end it in an offset such as +03:30.")
	if why := noSuchMoment(s); why != "" {
		d.Summary = fmt.Sprintf("There is no day %s", quote(s[:len(time.DateOnly)]))
		d.Detail = why + " " + d.Detail
		return d
	}
	for _, form := range []string{"2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02T15:04", "2006-01-02"} {
		if t, err := time.Parse(form, s); err == nil && t.Year() > 0 {
			if form == "2006-01-02" {
				t = t.Add(24*time.Hour - time.Minute)
			}
			return instead(d, `"`+t.Format(time.RFC3339)+`"`)
		}
	}
	return d
}

func datesReversed(at reckon.Range, late string, end reckon.Date, early string, start reckon.Date) reckon.Diagnostic {
	return fault("dates-reversed", at, fmt.Sprintf("%s (%s) is before %s (%s)", quote(late), end, quote(early), start),
		"Nothing can happen between them. Perhaps the two are swapped, or one year is wrong.")
}

func asOfBeforeFrom(at reckon.Range, asOf, from reckon.Date) reckon.Diagnostic {
	return caution("as-of-before-from", at, fmt.Sprintf("The case is frozen on %s, before its clock starts on %s", asOf, from),
		"Then nothing that happened can be used, and today's state is the one at the start. Set \"from\" earlier, or \"as_of\" later.")
}

func asOfAfterUntil(at reckon.Range, asOf, until reckon.Date) reckon.Diagnostic {
	return caution("as-of-after-until", at, fmt.Sprintf("The case is frozen on %s, after its clock stops on %s", asOf, until),
		"Then nothing is left to look ahead to. Set \"until\" later, or \"as_of\" earlier.")
}

func oddsAboveOne(at reckon.Range, name string, v float64) reckon.Diagnostic {
	d := fault("odds-above-one", at, fmt.Sprintf("%s of %s are above 1", capital(name), number(v)),
		fmt.Sprintf("They run from 0 to 1: 65%% is written 0.65. Until this is clear, no number can rest on it."))
	if name == "prior" {
		d.Summary = fmt.Sprintf("A prior of %s is above 1", number(v))
	}
	if v >= 2 && v < 100 { // below, it is hardly a percentage
		return instead(d, number(math.Round(v*1e6)/1e8))
	}
	return d
}

func oddsNegative(at reckon.Range, name string, v float64) reckon.Diagnostic {
	return fault("odds-negative", at, fmt.Sprintf("%s of %s are below 0", capital(name), number(v)),
		"They run from 0 to 1. A small chance is written 0.05.")
}

func oddsCertain(at reckon.Range, name string, v float64) reckon.Diagnostic {
	if name == "prior" {
		return fault("odds-certain", at, fmt.Sprintf("A prior of %s leaves nothing to learn", number(v)),
			"However the record speaks, it could never change. Give the reading a small or a large chance, such as 0.05 or 0.95, or leave the prior out.")
	}
	return fault("odds-certain", at, fmt.Sprintf("Odds of %s leave nothing to learn", number(v)),
		"Whatever the other does, he could never change his mind. Give the kind a small or a large chance, such as 0.05 or 0.95. If he is certain, put the wants straight into the believes block, without a kind.")
}

func oddsSum(at reckon.Range, about string, sum float64, kinds []reckon.Kind) reckon.Diagnostic {
	var parts []string
	for _, k := range kinds {
		parts = append(parts, fmt.Sprintf("%s %s", quote(k.Name), number(k.Odds)))
	}
	way := "Lower some of them"
	if sum < 1 {
		way = "Raise some of them, or add a kind for what is left"
	}
	return fault("odds-sum", at, fmt.Sprintf("The odds of what he believes of %s sum to %s, not 1", quote(about), number(math.Round(sum*1e4)/1e4)),
		fmt.Sprintf("He stated %s. The other is one of the kinds, so their odds make 1 together. %s.", joined(parts, "and"), way))
}

func missingOdds(at reckon.Range, name string) reckon.Diagnostic {
	return fault("missing-odds", at, fmt.Sprintf("The kind %s has no odds", quote(name)),
		"With more than one kind, each needs its chance, and together they make 1. Add a line such as: odds = 0.3")
}

func priorsSum(at reckon.Range, sum float64, silent int) reckon.Diagnostic {
	detail := "The readings share one chance between them. Change some, or leave them all out, and each reading starts with an equal share."
	if silent > 0 {
		detail = "Nothing is left for the readings that state none. " + detail
	}
	return fault("priors-sum", at, fmt.Sprintf("The priors of the readings sum to %s, not 1", number(math.Round(sum*1e4)/1e4)), detail)
}

func outsideShare(at reckon.Range, name string, v float64) reckon.Diagnostic {
	d := fault("outside-zero-one", at, fmt.Sprintf("%s is %s, outside 0 to 1", quote(name), number(v)),
		fmt.Sprintf("It runs from 0 (not at all) to 1 (fully); %s was used.", number(min(max(v, 0), 1))))
	if name == "above" {
		d.Detail = "It is a similarity, which runs from 0 to 1, and must be below 1."
	}
	if v >= 10 && v <= 100 { // below, it is hardly a percentage
		return instead(d, number(math.Round(v*1e6)/1e8))
	}
	return d
}

func precisionNegative(at reckon.Range, v float64) reckon.Diagnostic {
	return fault("precision-negative", at, fmt.Sprintf("A precision of %s is below 0", number(v)),
		"Then he would prefer what is worse for him. It runs from 0 (a coin flip) through 8 (the usual) to infinity (always his best).")
}

func emphasisBelowOne(at reckon.Range, v float64) reckon.Diagnostic {
	return fault("emphasis-below-one", at, fmt.Sprintf("An emphasis of %s is not 1 or more", number(v)),
		"It says how many times more a want counts than the one below it. Below 1 the last want would count most, against the order of the file. The usual value is 2.")
}

func lowInfinite(at reckon.Range) reckon.Diagnostic {
	return fault("low-infinite", at, "No value is above infinity",
		"low is the least value that the measure can have. Leave it out where there is none.")
}

func boundsReversed(at reckon.Range, low, high float64) reckon.Diagnostic {
	return fault("bounds-reversed", at, fmt.Sprintf("\"high\" (%s) is below \"low\" (%s)", number(high), number(low)),
		"No value fits between them. Perhaps the two are swapped.")
}

func outsideBounds(at reckon.Range, name string, v, low, high float64) reckon.Diagnostic {
	return caution("outside-bounds", at, fmt.Sprintf("%s is outside the bounds of %s", number(v), quote(name)),
		fmt.Sprintf("The measure runs from %s to %s. Perhaps the unit differs, or a digit slipped; otherwise widen the bounds.", bound(low), bound(high)))
}

// bound writes a bound of a measure.
func bound(v float64) string {
	if math.IsInf(v, 0) {
		return "no bound"
	}
	return number(v)
}

func wantSpan(at reckon.Range, name string) reckon.Diagnostic {
	return fault("want-span", at, fmt.Sprintf("%s is two whole numbers in square brackets", quote(name)),
		"They count the characters of the document from its start: chars = [2704, 2885].")
}

func spanReversed(at reckon.Range, from, to int) reckon.Diagnostic {
	d := fault("span-reversed", at, fmt.Sprintf("The passage ends (%d) before it starts (%d)", to, from),
		"The first number is where the passage starts, the second where it ends, and it must hold a character at least.")
	if from == to {
		d.Summary = fmt.Sprintf("The passage is empty: it starts and ends at %d", from)
		return d
	}
	return instead(d, fmt.Sprintf("[%d, %d]", to, from))
}

func wrongSum(at reckon.Range, s string) reckon.Diagnostic {
	d := fault("wrong-sum", at, fmt.Sprintf("%s is not a checksum", quote(s)),
		"It is the first 8 hex digits, in lower case, of SHA-256 over the passage. Leave it out if you do not have it.")
	if low := strings.ToLower(s); low != s && isSum(low) {
		return instead(d, `"`+low+`"`)
	}
	return d
}

func wrongCredibility(at reckon.Range, v float64) reckon.Diagnostic {
	return fault("wrong-credibility", at, fmt.Sprintf("A credibility of %s is not on the scale", number(v)),
		"The Admiralty scale runs from 1 (confirmed) to 5 (improbable); 6 means it cannot be judged.")
}
