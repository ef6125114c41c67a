package sim

import "reckon"

// window is when a question looks: the steps from first to last. Opening is the
// step at or before which it opened, counted from the start of the run and so
// negative where it had opened earlier.
type window struct {
	first, last, opening int
	covered, opened      bool
}

// windowOf places a question in a run. It is covered when it closes before the next
// step after the run would end and some step ends while it is open.
func windowOf(q *reckon.Question, step string, dates []reckon.Date) window {
	w := window{first: len(dates), last: 0}
	opens, closes := q.Window()
	if opens == 0 {
		opens = dates[0]
	}
	for k := 1; k < len(dates); k++ {
		if dates[k] >= opens && k < w.first {
			w.first = k
		}
		if dates[k] <= closes {
			w.last = k
		}
	}
	w.opened = opens < dates[0]
	for dates[0].After(step, w.opening+1) <= opens {
		w.opening++
	}
	for dates[0].After(step, w.opening) > opens {
		w.opening--
	}
	w.covered = q.When.Op != "" && w.first <= w.last && closes < dates[0].After(step, len(dates))
	return w
}

// overTime reports whether a call looks at a stretch of time.
func overTime(e *reckon.Expr) bool {
	return e.Op == "call" && (e.Name == "ever" || e.Name == "first" || e.Name == "count" || e.Name == "at_end")
}

// awaited returns the first ever() or first() in an expression, in the order of
// the text; nil without one.
func awaited(e *reckon.Expr) *reckon.Expr {
	if e.Op == "call" && (e.Name == "ever" || e.Name == "first") {
		return e
	}
	for i := range e.Args {
		if found := awaited(&e.Args[i]); found != nil {
			return found
		}
	}
	return nil
}

// Covers reports whether the runs answer a question: they reach over its whole
// window, it says in the words of the case what it asks, and it reads no measure
// that is unknown throughout.
func (m *Model) Covers(question int) bool {
	return m.windows[question].covered
}
