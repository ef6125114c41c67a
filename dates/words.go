package dates

var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
	"jan.": 1, "feb.": 2, "mar.": 3, "apr.": 4, "jun.": 6, "jul.": 7, "aug.": 8, "sep.": 9, "sept.": 9, "oct.": 10, "nov.": 11, "dec.": 12,
}

// persianMonths are the months of the Iranian solar calendar in common spellings.
var persianMonths = map[string]int{
	"farvardin": 1, "ordibehesht": 2, "khordad": 3, "tir": 4, "mordad": 5, "amordad": 5, "shahrivar": 6, "mehr": 7, "aban": 8, "azar": 9, "dey": 10, "bahman": 11, "esfand": 12,
}

var weekdays = map[string]int{
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
	"sun.": 0, "mon.": 1, "tue.": 2, "tues.": 2, "wed.": 3, "thu.": 4, "thur.": 4, "thurs.": 4, "fri.": 5, "sat.": 6,
}

// Winter of a year begins in its December.
var seasons = map[string]int{"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}

var units = map[string]string{
	"day": "day", "days": "day", "night": "day", "week": "week", "weeks": "week", "month": "month", "months": "month",
	"year": "year", "years": "year", "decade": "decade", "decades": "decade", "century": "century", "centuries": "century",
	"morning": "day", "evening": "day", "afternoon": "day", "weekend": "weekend", "fortnight": "week",
}

var numerals = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	"hundred": 100, "a": 1, "an": 1, "couple": 2,
}

var ordinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}

// vague numbers count nothing that can be reckoned with.
var vagueNumbers = map[string]bool{"few": true, "several": true, "many": true, "some": true, "recent": true, "countless": true}

// beforeYear are words after which four digits mostly are a year.
var beforeYear = map[string]bool{
	"in": true, "since": true, "by": true, "until": true, "till": true, "from": true, "during": true, "after": true, "before": true, "of": true, "early": true, "late": true, "mid": true,
	"through": true, "throughout": true, "to": true, "and": true, "between": true, "year": true, "around": true, "circa": true, "or": true, "into": true, "as": true, "for": true,
	"spring": true, "summer": true, "autumn": true, "fall": true, "winter": true, "the": true, "this": true, "that": true, "'s": true, "’s": true, "(": true, "its": true, "his": true, "her": true, "their": true, "our": true, "'": true, "’": true,
}

// strongYear are those of beforeYear after which even a plural may follow.
var strongYear = map[string]bool{"in": true, "since": true, "during": true, "early": true, "late": true, "mid": true, "the": true, "year": true, "'s": true, "’s": true, "until": true, "throughout": true}

// ahead are words of a sentence that speaks of what is to come.
var ahead = map[string]bool{"will": true, "'ll": true, "’ll": true, "scheduled": true, "planned": true, "plans": true, "plan": true, "upcoming": true, "due": true, "expected": true, "expects": true, "forthcoming": true, "next": true, "going": true, "set": true}
