package lang

// column is one row of the schema of a table.
type column struct {
	name     string
	required bool
	means    string
}

// recordColumns are the columns of record.csv, in the order of its header.
var recordColumns = []column{
	{"id", true, "A short name of the row, used once."},
	{"date", true, "The day, YYYY-MM-DD; the first day of something longer."},
	{"until", false, "The last day; empty for a single day."},
	{"actor", false, "The plain name of the actor who acted. It must be an actor of the case where the row has moves."},
	{"kind", false, "A word of yours for the sort of event, such as strike or speech."},
	{"title", true, "What happened, in a line."},
	{"took", false, "The move: the actor's options taken (+enrich) and dropped (-talk), or hold. Rows that are no choices may leave it empty, or use it to carry the state forward, as with -strike when a strike is over."},
	{"instead", false, "What else was open to him: moves, with ; between them."},
	{"choice", false, "true when the row is a choice that readings are scored on; else false or empty."},
	{"basis", false, "How we know that it was his choice: own words, office, reported order, or attribution."},
	{"weight", false, "From 0 to 1, how much the choice counts in the score; 1 when empty. A choice that is left out has weight 0 and its reason in note."},
	{"sources", false, "Keys of sources.bib, with ; between them."},
	{"note", false, "What is uncertain or contested."},
}

// observationColumns are the columns of observations.csv.
var observationColumns = []column{
	{"date", true, "The day the value holds for, YYYY-MM-DD."},
	{"measure", true, "The plain name of a measure of the case."},
	{"value", true, "The number; empty or unknown when it is known that nobody knows."},
	{"source", false, "A key of sources.bib."},
}

// bases are the ways of knowing whose choice it was, the surest first.
var bases = []string{"own words", "office", "reported order", "attribution"}
