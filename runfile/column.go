package runfile

import (
	"strings"

	"reckon"
	"reckon/sim"
)

// kind is what a column holds.
type kind uint8

const (
	text   kind = iota
	run         // a whole number
	step        // a whole number
	day         // a reckon.Date
	flag        // 0 or 1
	number      // any number, infinite or unknown
)

type column struct {
	name string
	kind kind
}

func columnsOf(table Table, c *reckon.Case, inputs []sim.Input) []column {
	var all header
	all.add("", "reading", text)
	all.add("", "run", run)
	if table == Runs {
		for i := range inputs {
			all.add("input", inputs[i].Name, number)
		}
		for i := range c.Questions {
			all.add("question", c.Questions[i].Name, number)
		}
		return all.columns
	}
	all.add("", "step", step)
	all.add("", "date", day)
	for i := range c.Shown() {
		all.add("measure", c.Measures[i].Name, number)
	}
	for i := range c.Options {
		all.add("option", c.Options[i].Name, flag)
	}
	return all.columns
}

// header is a row of names, each of them once: databases do not tell Oil from oil.
type header struct {
	columns []column
	taken   map[string]bool
}

func (h *header) add(noun, name string, k kind) {
	if h.taken == nil {
		h.taken = map[string]bool{}
	}
	for h.taken[strings.ToLower(name)] {
		name = noun + "." + name
	}
	h.taken[strings.ToLower(name)] = true
	h.columns = append(h.columns, column{name, k})
}
