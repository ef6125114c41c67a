package lint

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
)

func noUnit() Rule {
	return Rule{
		Name: "no-unit",
		Why: `A measure without a unit fits anything, so nobody notices when it is added to, or compared with, what counts something
else. The note names the measures whose unit is not stated although an expression other than their own adds or compares them with another
measure, parameter or lookup. ` + "`unit = \"1\"`" + ` says that a number has none.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			met := map[string]bool{}
			for _, f := range formulas(c) {
				f.e.Walk(func(e *reckon.Expr) {
					for _, name := range meeting(e) {
						if name != f.name {
							met[name] = true
						}
					}
				})
			}
			var names []string
			var first reckon.Range
			for i := range c.Shown() {
				m := &c.Measures[i]
				if !met[m.Name] || strings.TrimSpace(m.Unit) != "" {
					continue
				}
				if names == nil {
					first = m.At
				}
				names = append(names, m.Name)
			}
			if names == nil {
				return nil
			}
			return []reckon.Diagnostic{finding(reckon.Note, first, "Units cannot be checked", fmt.Sprintf(
				"%s %s no unit, although expressions add or compare %s with other numbers. "+
					"Fix: state each `unit`; `unit = \"1\"` for a number that has none.",
				capital(list(quoted(names))), choose(len(names), "has", "have"), choose(len(names), "it", "them")))}
		},
	}
}

// meeting lists the measures that an operation adds or compares with one another.
func meeting(e *reckon.Expr) []string {
	ops := []reckon.Op{"+", "-", "<", "<=", ">", ">=", "==", "!="}
	if !slices.Contains(ops, e.Op) && (e.Op != "call" || !slices.Contains([]string{"min", "max", "mod"}, e.Name)) {
		return nil
	}
	var names []string
	sides := 0
	for i := range e.Args {
		read := carried(&e.Args[i])
		if len(read) > 0 {
			sides++
		}
		names = append(names, read...)
	}
	if sides < 2 {
		return nil
	}
	return names
}

// carried lists the measures, parameters and lookups whose units make that of an
// expression.
func carried(e *reckon.Expr) []string {
	args := e.Args
	switch e.Op {
	case "measure", "lookup":
		return []string{e.Name}
	case "?":
		args = args[min(1, len(args)):]
	}
	var names []string
	for i := range args {
		names = append(names, carried(&args[i])...)
	}
	return names
}
