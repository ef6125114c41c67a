package mind

import "reckon"

// Learned returns the minds on a day as the record up to and including it has left
// them; 0 is the end of the record. From the start of the clock the actors have the
// minds of their time, in which their beliefs are as stated; from the day after the
// reading's date they learn from every move that the record shows, under measures
// as they were known on the day. A reading without a date learns nothing. each,
// unless nil, is called before every row with the minds as they then are.
func (m *Minds) Learned(day reckon.Date, each func(row int, now *Minds) error) (*Minds, error) {
	c := m.c
	now, err := m.begun(c.From).Under(c.MeasuresOn(c.From))
	if err != nil {
		return nil, err
	}
	for row := range c.Record {
		e := &c.Record[row]
		if day != 0 && e.Date > day {
			break
		}
		if now, err = now.On(max(e.Date, c.From), c.MeasuresOn(e.Date)); err != nil {
			return nil, err
		}
		if each != nil {
			if err = each(row, now); err != nil {
				return nil, err
			}
		}
		if actor := c.Actor(e.Actor); actor >= 0 && m.reading.Tests(e.Date) && e.Date >= c.From && teaches(e) {
			now = now.Observe(actor, c.StateBefore(row), e.Took, e.Instead)
		}
	}
	if day == 0 {
		return now, nil
	}
	return now.On(day, c.MeasuresOn(day))
}

// teaches reports whether a row shows a move that others can learn from: one that
// sets options, or a decision to hold that is scored as a choice.
func teaches(e *reckon.Event) bool {
	return e.Took.Touches() != 0 || e.Choice && e.Weight > 0 && len(e.Instead) > 0
}
