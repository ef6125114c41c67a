package coupling

import "reckon"

// Report is what one arena shows on a day: as it stands, before any run.
type Report struct {
	Arena  *reckon.Arena
	Says   []string // what it comes to, in sentences
	Tables []Table
	Result any // what the engine computed, for scripts

	Figures []Figure // what a page draws
	Input   any      // what was put in, where an engine takes it alone: a council.Table
}

// Table is a table of a report, in the words and numbers that people read.
type Table struct {
	Title string     `json:"title"`
	Head  []string   `json:"head"`
	Rows  [][]string `json:"rows"`
	Note  string     `json:"note,omitempty"`
}

// Reports shows every arena of a case on a day, with the options as they stand in a
// state, in file order; uncertain numbers are in the middle of what is held of them.
// The error says what could not be worked out.
func (w *World) Reports(day reckon.Date, s reckon.State) ([]Report, error) {
	in, err := w.today(day, s)
	if err != nil {
		return nil, err
	}
	var list []Report
	next := 0 // of those that step
	for i := range w.kase.Arenas {
		r := Report{Arena: &w.kase.Arenas[i]}
		if r.Arena.Kind == "treasury" {
			if r, err = w.treasuryReport(r.Arena, day, s); err != nil {
				return list, err
			}
			list = append(list, r)
			continue
		}
		a := &w.arenas[next]
		next++
		if bad := a.model.report(in[a.from:][:len(a.settings)], &r); bad != nil {
			return list, a.fault(0, bad)
		}
		if drawn, ok := a.model.(pictured); ok {
			r.Figures = drawn.figures(in[a.from:][:len(a.settings)], a.arena)
		}
		list = append(list, r)
	}
	return list, nil
}

// say adds a sentence.
func (r *Report) say(sentence string) { r.Says = append(r.Says, sentence) }

// table adds a table.
func (r *Report) table(title string, head []string, rows [][]string, note string) {
	r.Tables = append(r.Tables, Table{title, head, rows, note})
}
