package lang

import (
	"strconv"
	"strings"

	"reckon"
)

// binding is how tightly an operator holds its arguments; more binds tighter.
var binding = map[reckon.Op]int{
	"?": 1, "||": 2, "&&": 3, "==": 4, "!=": 4,
	"<": 5, "<=": 5, ">": 5, ">=": 5, "+": 6, "-": 6, "*": 7, "/": 7, "!": 8,
}

// Written writes an expression of the case in the case language, with one
// spelling whatever the author's spaces and brackets: reading it gives the same
// expression, and formatting a file changes no text.
func Written(c *reckon.Case, x *reckon.Expr) string {
	var b strings.Builder
	writeExpr(&b, c, x, 0)
	return b.String()
}

// writeExpr writes x, in brackets when it binds looser than its surroundings.
func writeExpr(b *strings.Builder, c *reckon.Case, x *reckon.Expr, around int) {
	own := binding[x.Op]
	if len(x.Args) == 1 && x.Op == "-" {
		own = 8
	}
	if own > 0 && own < around {
		b.WriteByte('(')
		defer b.WriteByte(')')
	}
	switch x.Op {
	case "":
	case "option":
		b.WriteString(c.Options[x.Option].Name)
	case "measure":
		b.WriteString(x.Name)
	case "number":
		b.WriteString(number(x.Number))
	case "yes":
		b.WriteString("true")
	case "no":
		b.WriteString("false")
	case "call", "lookup":
		if x.Op == "lookup" {
			b.WriteString("lookup(" + x.Name)
		} else {
			b.WriteString(x.Name + "(")
		}
		for i := range x.Args {
			if i > 0 || x.Op == "lookup" {
				b.WriteString(", ")
			}
			writeExpr(b, c, &x.Args[i], 0)
		}
		b.WriteByte(')')
	case "?":
		writeExpr(b, c, &x.Args[0], own+1)
		b.WriteString(" ? ")
		writeExpr(b, c, &x.Args[1], own)
		b.WriteString(" : ")
		writeExpr(b, c, &x.Args[2], own)
	default:
		writeOperator(b, c, x, own)
	}
}

// writeOperator writes an operator before or between its arguments.
func writeOperator(b *strings.Builder, c *reckon.Case, x *reckon.Expr, own int) {
	if len(x.Args) == 1 {
		b.WriteString(string(x.Op))
		writeExpr(b, c, &x.Args[0], own)
		return
	}
	writeExpr(b, c, &x.Args[0], own)
	b.WriteString(" " + string(x.Op) + " ")
	writeExpr(b, c, &x.Args[1], own+1)
}

// number writes a number in its shortest exact form, without an exponent where
// a person would write none.
func number(v float64) string {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if len(s) > 21 {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return s
}
