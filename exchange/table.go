package exchange

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"reckon"
)

// maxRows bounds a table.
const maxRows = 2_000_000

// verdicts writes a table as CSV [rfc4180] with one row for each possible state,
// actor and concept: the number of the state (possible states ascending, the
// first option as the lowest bit, from 1, as GMCR programs number them), its
// letters, the actor, his rank of it (0 worst), the concept, whether it is
// stable for him (yes, no), and the margin: the ranks by which staying beats his
// best move, below 0 when it does not. The margin is empty where he has no move
// and where he reckons with several views, each of which has its own.
func (m *Model) verdicts(w io.Writer, judged Judged) error {
	c, err := m.Conflict()
	if err != nil {
		return err
	}
	if rows := c.States().Len() * len(m.Case.Actors) * len(judged.Concepts); rows > maxRows {
		return fmt.Errorf("the table would have %d rows; at most %d are written. Ask for fewer concepts (--concept), or for the equilibria alone (--to equilibria)", rows, maxRows)
	}
	out := &printer{w: w}
	out.row("number", "state", "actor", "rank", "concept", "stable", "margin")
	stable := make([][]func(reckon.State) bool, len(m.Case.Actors))
	for i := range stable {
		for _, k := range judged.Concepts {
			stable[i] = append(stable[i], judged.Stable(i, k))
		}
	}
	for n, s := range c.States().List() {
		for i, a := range m.Case.Actors {
			for at, k := range judged.Concepts {
				out.row(strconv.Itoa(n+1), m.letters(s), a.Name, strconv.Itoa(c.Rank(i, s)), string(k),
					yes(stable[i][at](s)), judged.margin(i, k, s))
			}
		}
	}
	return out.err
}

// equilibria writes a table as CSV [rfc4180] with one row for each state that is
// stable for everyone under some concept: its number, letters, options that are
// on, and one column for each concept (yes, no).
func (m *Model) equilibria(w io.Writer, judged Judged) error {
	c, err := m.Conflict()
	if err != nil {
		return err
	}
	out := &printer{w: w}
	heads, sets := []string{"number", "state", "on"}, judged.equilibria()
	for _, k := range judged.Concepts {
		heads = append(heads, string(k))
	}
	out.row(heads...)
	number := 0
	c.States().Each(func(s reckon.State) {
		number++
		if !slices.ContainsFunc(sets, func(has func(reckon.State) bool) bool { return has(s) }) {
			return
		}
		row := []string{strconv.Itoa(number), m.letters(s), m.allOn(s)}
		for _, has := range sets {
			row = append(row, yes(has(s)))
		}
		out.row(row...)
	})
	return out.err
}

// margin is the rank of a state less the best security among the actor's moves.
func (j Judged) margin(actor int, concept reckon.Concept, s reckon.State) string {
	c := j.Sees(actor)
	if c == nil || !c.States().Has(s) {
		return ""
	}
	best, free := -1, false
	c.EachMove(actor, s, func(t reckon.State) {
		best, free = max(best, c.Security(actor, concept, s, t)), true
	})
	if !free {
		return ""
	}
	return strconv.Itoa(c.Rank(actor, s) - best)
}

// row writes one record; a field with a comma, quote or line break is quoted.
func (p *printer) row(fields ...string) {
	line := make([]string, len(fields))
	for i, f := range fields {
		if strings.ContainsAny(f, "\",\r\n") {
			f = `"` + strings.ReplaceAll(f, `"`, `""`) + `"`
		}
		line[i] = f
	}
	p.print("%s\r\n", strings.Join(line, ","))
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}
