package sim

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"reckon"
)

// strengthOf returns the rate or chance of a shock as written.
func strengthOf(s *reckon.Shock) *reckon.Expr {
	if s.Rate.Op != "" {
		return &s.Rate
	}
	return &s.Chance
}

// unfit says what is wrong with the value of a shock's rate or chance; "" if nothing.
func unfit(s *reckon.Shock, x float64) string {
	switch {
	case s.Rate.Op != "" && !(x >= 0):
		return fmt.Sprintf("the rate of the shock %q is %s; a rate is a number from 0 up. Write max(0, …) around it if it may fall below", s.Name, number(x))
	case s.Rate.Op == "" && !(x >= 0 && x <= 1):
		return fmt.Sprintf("the chance of the shock %q is %s; a chance is a number from 0 to 1. Write min(1, max(0, …)) around it, or state a rate", s.Name, number(x))
	}
	return ""
}

// number writes a value for a message.
func number(x float64) string {
	switch {
	case math.IsNaN(x):
		return "not a number"
	case math.IsInf(x, 1):
		return "infinite"
	case math.IsInf(x, -1):
		return "minus infinite"
	}
	return strconv.FormatFloat(x, 'g', 6, 64)
}

// fault is the error of a run that cannot go on: what is wrong, where it stands in
// the case, in which run, at which step and on which day, and what was read.
func (m *Model) fault(run, k int, what string, at reckon.Range, reads []Read) error {
	var read []string
	for _, r := range reads {
		read = append(read, r.Name+" = "+number(r.Value))
	}
	with := ""
	if read != nil {
		with = ", with " + strings.Join(read, ", ")
	}
	return fmt.Errorf("%s: %s, in run %d at step %d (%s)%s", at, what, run, k, m.dates[k], with)
}
