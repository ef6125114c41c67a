package lang

import "reckon"

// changes reads when a mind takes the place of another; the zero Change, and
// true, for the mind that an actor begins with. False when it was reported and
// the mind has no place.
func (f fields) changes() (reckon.Change, bool) {
	if !f.has("change") && !f.has("from") && !f.has("when") && !f.has("odds") {
		return reckon.Change{}, true
	}
	l := f.l
	ch := reckon.Change{Name: f.text("change"), Odds: f.likelihood("odds", changeOddsZero), At: f.at}
	ch.Title = ch.Name
	from, at := f.date("from")
	ch.From = from
	ch.When, ch.Text = f.statement("when", placeNow)
	switch {
	case !f.has("from") && !f.has("when"):
		l.add(changeWithoutDay(f.at, f.label))
		return ch, false
	case f.has("from") && f.has("when"):
		l.add(fromAndWhen(place(f.attrs["when"].NameRange)))
		return ch, false
	case ch.Name == "":
		l.add(changeUnnamed(f.at, f.label))
		return ch, false
	case f.has("from") && from == 0 || f.has("when") && ch.When.Op == "":
		return ch, false
	case from != 0 && l.c.From != 0 && from < l.c.From:
		l.add(changeBeforeStart(at, from, l.c.From))
	case from != 0 && l.c.Until != 0 && from > l.c.Until:
		l.add(changeAfterEnd(at, from, l.c.Until))
	}
	l.cause(ch.Name, f.at)
	return ch, true
}

// checkCalendar demands that the changes of one actor on one day leave room for
// each other.
func (l *loader) checkCalendar(minds []reckon.Mind) {
	type day struct {
		actor string
		from  reckon.Date
	}
	sum := map[day]float64{}
	first := map[day]reckon.Change{}
	wrong := map[day]bool{}
	for _, m := range minds {
		if m.Change.From == 0 {
			continue
		}
		on := day{m.Actor, m.Change.From}
		sum[on] += m.Change.Likelihood()
		before, several := first[on]
		if !several {
			first[on] = m.Change
			continue
		}
		if sum[on] > 1+nearOne && !wrong[on] {
			wrong[on] = true
			l.add(changesOnOneDay(m.Change.At, m.Actor, m.Change.From, before, sum[on], m.Change.Odds == 0 || before.Odds == 0))
		}
	}
}
