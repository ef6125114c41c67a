package trial

import (
	"reckon"
	"reckon/mind"
	"reckon/stability"
)

// witness is a reading or rival and what it said, hearing by hearing.
type witness struct {
	name, title string
	after       reckon.Date // only later choices test it; 0 is unknown
	said        []answer    // by hearing
}

// answer is what a witness gives to the moves of one choice.
type answer struct {
	p      []float64    // by move; even where silent, nil where nobody is scored
	silent bool         // no forecast
	choice *mind.Choice // what p was worked out from; nil for rivals and silence
}

// tests reports whether a choice on a day tests the witness: what has no date
// is tested by nothing, since its author may have known everything.
func (w *witness) tests(day reckon.Date) bool { return w.after != 0 && day > w.after }

// listen takes down what a reading says on every choice, in one pass through
// the record (see mind.Minds.Learned).
//
// A reading that states no mind of the actor is silent: what the case's author
// thinks of him is not the reading's.
func (b *bench) listen(r *reckon.Reading) (*witness, error) {
	w := &witness{name: r.Name, title: r.Title, after: r.Dated}
	m, err := mind.New(b.c, r, b.c.MeasuresOn(b.c.From))
	if err != nil {
		return nil, err
	}
	if b.docket == nil {
		b.docket, err = docket(b.c, func(day reckon.Date) (*stability.Conflict, error) {
			then, err := m.Under(b.c.MeasuresOn(day))
			if err != nil {
				return nil, err
			}
			return then.Base(), nil
		})
		if err != nil {
			return nil, err
		}
	}
	w.said = make([]answer, len(b.docket))
	next := 0
	_, err = m.Learned(0, func(row int, now *mind.Minds) error {
		if next < len(b.docket) && b.docket[next].row == row {
			w.said[next] = ask(now, &b.docket[next], states(r, b.c.Record[row].Actor))
			next++
		}
		return nil
	})
	return w, err
}

// ask puts one choice to a reading's minds.
func ask(m *mind.Minds, h *hearing, has bool) answer {
	if h.moves == nil {
		return answer{}
	}
	if has {
		if choice := m.Choose(h.actor, h.state, h.moves); !choice.Silent {
			return answer{p: choice.P, choice: &choice}
		}
	}
	return answer{p: h.even(), silent: true}
}
