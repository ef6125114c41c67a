package dynamics

import (
	"fmt"
	"math"

	"reckon"
)

// sort is what an expression gives.
type sort uint8

const (
	aNumber sort = iota
	aYesNo
)

func (s sort) String() string { return [...]string{"a number", "yes or no"}[s] }

// refuse is the error for an expression that cannot be run. lang refuses the same
// with a better message; cases made by hand meet it here.
func refuse(e *reckon.Expr, format string, args ...any) error {
	return fmt.Errorf("%v: %s", e.At, fmt.Sprintf(format, args...))
}

// check returns the sort of an expression, or why it cannot be run.
func (c *compiler) check(e *reckon.Expr) (sort, error) {
	switch e.Op {
	case "yes", "no", "option", "number", "measure":
		return c.checkLeaf(e)
	case "call", "lookup":
		return aNumber, c.checkCall(e)
	case "!":
		return aYesNo, c.need(e, aYesNo, 1, 1)
	case "&&", "||":
		return aYesNo, c.need(e, aYesNo, 2, math.MaxInt)
	case "<", "<=", ">", ">=":
		return aYesNo, c.need(e, aNumber, 2, 2)
	case "-":
		return aNumber, c.need(e, aNumber, 1, 2)
	case "+", "*":
		return aNumber, c.need(e, aNumber, 2, math.MaxInt)
	case "/":
		return aNumber, c.need(e, aNumber, 2, 2)
	case "==", "!=":
		_, err := c.alike(e, e.Args, 2)
		return aYesNo, err
	case "?":
		if len(e.Args) != 3 {
			return 0, refuse(e, "a condition needs three parts")
		}
		if s, err := c.check(&e.Args[0]); err != nil || s != aYesNo {
			return 0, orElse(err, refuse(e, "a condition must be yes or no"))
		}
		return c.alike(e, e.Args[1:], 2)
	}
	return 0, refuse(e, "there is no operation %q", string(e.Op))
}

func orElse(err, other error) error {
	if err != nil {
		return err
	}
	return other
}

func (c *compiler) checkLeaf(e *reckon.Expr) (sort, error) {
	if len(e.Args) > 0 {
		return 0, refuse(e, "%s takes nothing", e.Op)
	}
	switch e.Op {
	case "number":
		return aNumber, nil
	case "measure":
		if _, known := c.slots[e.Name]; !known {
			return 0, refuse(e, "there is no measure or parameter %q", e.Name)
		}
		return aNumber, nil
	case "option":
		if e.Option < 0 || e.Option >= len(c.kase.Options) || e.Option > 63 {
			return 0, refuse(e, "there is no option %d", e.Option)
		}
	}
	return aYesNo, nil
}

// need checks that an expression has a fitting number of arguments of one sort.
func (c *compiler) need(e *reckon.Expr, want sort, least, most int) error {
	if len(e.Args) < least || len(e.Args) > most {
		return refuse(e, "%s %s cannot have %d arguments", e.Op, e.Name, len(e.Args))
	}
	for i := range e.Args {
		s, err := c.check(&e.Args[i])
		if err != nil {
			return err
		}
		if s != want {
			return refuse(&e.Args[i], "%s where %s is wanted", s, want)
		}
	}
	return nil
}

// alike checks that so many arguments are of one sort, and returns it.
func (c *compiler) alike(e *reckon.Expr, args []reckon.Expr, count int) (sort, error) {
	if len(args) != count {
		return 0, refuse(e, "%s cannot have %d arguments", e.Op, len(args))
	}
	first, err := c.check(&args[0])
	if err != nil {
		return 0, err
	}
	second, err := c.check(&args[1])
	if err == nil && first != second {
		err = refuse(e, "%s and %s do not mix", first, second)
	}
	return first, err
}

func (c *compiler) checkCall(e *reckon.Expr) error {
	if e.Op == "lookup" {
		if _, known := c.tables[e.Name]; !known {
			return refuse(e, "there is no lookup %q", e.Name)
		}
		return c.need(e, aNumber, 1, 1)
	}
	switch e.Name {
	case "time", "year":
		return c.need(e, aNumber, 0, 0)
	case "min", "max":
		return c.need(e, aNumber, 1, math.MaxInt)
	case "pow", "mod":
		return c.need(e, aNumber, 2, 2)
	case "previous", "initial":
		return c.need(e, aNumber, 1, 1)
	case "delay", "smooth":
		if err := c.need(e, aNumber, 2, 2); err != nil {
			return err
		}
		n := e.Args[1].Number
		if e.Args[1].Op != "number" || !(n >= 1 && n <= maxDelay) || e.Name == "delay" && n != math.Trunc(n) {
			return refuse(&e.Args[1], "%s() needs a constant number of steps, from 1 to %d", e.Name, maxDelay)
		}
		return nil
	}
	if functionOf(e.Name) < 0 {
		return refuse(e, "there is no function %s() of a run", e.Name)
	}
	return c.need(e, aNumber, 1, 1)
}

// maxDelay bounds how far back a run remembers.
const maxDelay = 10_000
