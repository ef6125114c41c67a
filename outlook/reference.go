package outlook

import (
	"fmt"

	"reckon"
	"reckon/experiment"
)

// references are the reference classes of a question: those that it states, and
// how often the same came about in windows as long in the case's own record,
// as it was when the runs start.
func references(c *reckon.Case, q *reckon.Question, start reckon.Date) []Reference {
	opens, closes := q.Window()
	opens = max(opens, start) // what is past is not looked at
	years := float64(closes-opens+1) / daysPerYear
	all := []Reference{}
	for _, class := range q.Classes {
		r := Reference{Name: class.Name, Hits: class.Hits, Of: class.Of, Years: class.Years, Cites: class.Cites}
		if class.Years > 0 {
			r.P, r.Range = within(class.Hits, class.Years, years)
		} else {
			r.P, r.Range = share(class.Hits, class.Of)
		}
		all = append(all, r)
	}
	if own, ok := ownRecord(c, q, min(start, c.AsOf), int(closes-opens)+1); ok {
		all = append(all, own)
	}
	return all
}

// daysPerYear is the mean length of a Gregorian year.
const daysPerYear = 365.2425

// within is the chance of at least one event in a window of so many years, when hits
// were seen in years of exposure.
func within(hits int, years, window float64) (p float64, span [2]float64) {
	found := experiment.Frequency{Hits: hits, Years: years}.Chance(window)
	return found.Value, [2]float64{found.Low, found.High}
}

// share is hits among so many cases, with Jeffreys' interval.
func share(hits, of int) (p float64, span [2]float64) {
	found := experiment.Proportion{Hits: hits, Of: of}.Jeffreys()
	return found.Value, [2]float64{found.Low, found.High}
}

// ownRecord counts in how many windows of so many days, back to back from the
// start of the clock to a day, the question would have been answered
// yes. Only questions about options have such a record.
func ownRecord(c *reckon.Case, q *reckon.Question, until reckon.Date, days int) (Reference, bool) {
	if c.From == 0 || until == 0 || !inDays(&q.When) {
		return Reference{}, false
	}
	r := Reference{Own: true}
	for end := until; end-reckon.Date(days) >= c.From-1; end -= reckon.Date(days) {
		r.Of++
		if settle(&q.When, c.History(end-reckon.Date(days)+1, end)) {
			r.Hits++
		}
	}
	if r.Of == 0 {
		return Reference{}, false
	}
	r.Name = fmt.Sprintf("windows of %d days in the record of this case, %s to %s, in which it was so on some day", days, until-reckon.Date(days*r.Of)+1, until)
	r.P, r.Range = share(r.Hits, r.Of)
	return r, true
}
