package reckon

// Op is the head of an expression: an operator as it is written in case text
// ("!", "&&", "||", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "?"),
// or one of the leaves "option", "measure", "number", "yes", "no", or "call", or
// "lookup". A unary minus is "-" with one argument; "?" has three.
type Op string

// Expr is an expression over options and measures, checked by lang: options and
// comparisons are yes/no, measures and arithmetic are numbers, and the two never
// mix. The zero Expr is "not stated".
type Expr struct {
	Op     Op
	Option int     // "option": index into Case.Options
	Name   string  // "measure": its name, or a parameter's; "lookup": its table; "call": its function, see package lang
	Number float64 // "number"
	Args   []Expr
	At     Range
}

// Walk calls f on the expression and everything in it, parents first.
func (e *Expr) Walk(f func(*Expr)) {
	f(e)
	for i := range e.Args {
		e.Args[i].Walk(f)
	}
}

// Reads returns the options that the expression mentions.
func (e *Expr) Reads() State {
	var s State
	e.Walk(func(x *Expr) {
		if x.Op == "option" {
			s |= 1 << uint(x.Option)
		}
	})
	return s
}

// Measures returns the names of the measures the expression reads, in order of
// first mention.
func (e *Expr) Measures() []string {
	var names []string
	seen := map[string]bool{}
	e.Walk(func(x *Expr) {
		if x.Op == "measure" && !seen[x.Name] {
			seen[x.Name] = true
			names = append(names, x.Name)
		}
	})
	return names
}

// YesNo reports whether an expression is yes or no rather than a number.
func (e *Expr) YesNo() bool {
	switch e.Op {
	case "option", "yes", "no", "!", "&&", "||", "==", "!=", "<", "<=", ">", ">=":
		return true
	case "?":
		return e.Args[1].YesNo()
	case "call":
		return e.Name == "ever" || e.Name == "at_end" && e.Args[0].YesNo()
	}
	return false
}
