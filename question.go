package reckon

import "time"

// Question is something that will be settled by a date.
type Question struct {
	Name, Ask           string
	Opens               Date
	Closes              string // RFC 3339 with a time zone
	YesIf, NoIf, VoidIf string
	DecidedBy           []string
	When                Expr
	Text                string // When as written
	Classes             []ReferenceClass
	At                  Range
}

// ReferenceClass is how often things like the one in question have happened:
// Hits among Of cases like this one, or, where Years is above 0, Hits in so many
// years of exposure. Name says who counts.
type ReferenceClass struct {
	Name  string
	Hits  int
	Of    int
	Years float64
	Cites []Cite
	At    Range
}

// Window returns the days of the question; both count. A closing time that cannot
// be read, which package lang reports, gives a window of one day.
func (q *Question) Window() (opens, closes Date) {
	at, err := time.Parse(time.RFC3339, q.Closes)
	if err != nil {
		return q.Opens, q.Opens
	}
	return q.Opens, DateOf(at)
}
