package attribution

// crimes are what a person, and no battery, is charged with.
var crimes = set("murder", "treason", "fraud", "espionage", "spying", "assault", "theft", "robbery", "corruption", "conspiracy", "perjury", "manslaughter", "bribery", "terrorism", "rape", "arson", "kidnapping", "sedition", "blasphemy", "libel", "smuggling", "trafficking", "extortion", "embezzlement", "crimes", "crime", "offenses", "offences", "felony", "attempted", "war")

// days and calendar name times that stand beside a report without being part of
// it; occasion names where things are said.
var days = set("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tomorrow")

var calendar = set("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today",
	"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
	"week", "month", "year", "night", "morning", "afternoon", "evening", "weekend", "day", "days", "weeks", "months", "years", "spring", "summer", "fall", "autumn", "winter")

var occasion = set("interview", "speech", "statement", "debate", "tweet", "email", "letter", "post", "rally", "conference", "briefing", "hearing", "memo", "article", "message", "remarks", "call", "appearance", "op-ed", "twitter", "facebook")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
