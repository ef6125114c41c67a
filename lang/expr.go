package lang

import (
	"math"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"reckon"
)

// sort says what an expression is: yes/no and numbers never mix.
type sort int

const (
	bad     sort = iota // already reported; say nothing more
	aNumber             // a number
	aYesNo              // yes or no
)

// String names the sort as messages do.
func (s sort) String() string { return [...]string{"unclear", "a number", "yes or no"}[s] }

// maxDepth bounds the parts that an expression joins one after another, each of
// which holds all before it: past the 1,000 conditions of a compound statement in
// a .gmcr file, and near enough that no text can exhaust the stack.
const maxDepth = 1_200

// checker turns HCL's syntax tree into an expression of ours.
type checker struct {
	l     *loader
	place where
	depth int
	long  bool                 // and was reported
	alone hclsyntax.Expression // what stands where a law could stand, or nil
}

// formula reads a number that a run works out at every step, with its text.
func (f fields) formula(name string) (reckon.Expr, string) {
	e := f.value(name)
	if e == nil {
		return reckon.Expr{}, ""
	}
	c := checker{l: f.l, place: placeStep}
	x, is := c.check(e)
	if is == aYesNo {
		f.l.add(yesNoForNumber(x.At, name, Written(f.l.c, &x)))
	}
	if is != aNumber {
		return reckon.Expr{}, ""
	}
	return x, Written(f.l.c, &x)
}

// either reads an expression that is a number, or yes or no, with its text.
func (f fields) either(name string, place where) (reckon.Expr, string) {
	e := f.value(name)
	if e == nil {
		return reckon.Expr{}, ""
	}
	c := checker{l: f.l, place: place}
	x, is := c.check(e)
	if is == bad {
		return reckon.Expr{}, ""
	}
	return x, Written(f.l.c, &x)
}

// statement reads an expression that must be yes or no, with its text.
func (f fields) statement(name string, place where) (reckon.Expr, string) {
	e := f.value(name)
	if e == nil {
		return reckon.Expr{}, ""
	}
	c := checker{l: f.l, place: place}
	x, is := c.check(e)
	if is == aNumber {
		f.l.add(numberForYesNo(x.At, name, Written(f.l.c, &x)))
	}
	if is != aYesNo {
		return reckon.Expr{}, ""
	}
	return x, Written(f.l.c, &x)
}

// check returns the expression and its sort; bad when it was reported.
func (c *checker) check(e hclsyntax.Expression) (reckon.Expr, sort) {
	at := place(e.Range())
	if c.depth++; c.depth > maxDepth {
		if !c.long {
			c.l.add(tooManyParts(at))
		}
		c.long = true
		return reckon.Expr{}, bad
	}
	defer func() { c.depth-- }()
	switch e := e.(type) {
	case *hclsyntax.ParenthesesExpr:
		return c.check(e.Expression)
	case *hclsyntax.LiteralValueExpr:
		return c.literal(e.Val, at)
	case *hclsyntax.ScopeTraversalExpr:
		return c.reference(e.Traversal, at)
	case *hclsyntax.UnaryOpExpr:
		return c.unary(e, at)
	case *hclsyntax.BinaryOpExpr:
		return c.binary(e, at)
	case *hclsyntax.ConditionalExpr:
		return c.choice(e, at)
	case *hclsyntax.FunctionCallExpr:
		return c.call(e, at)
	case *hclsyntax.ExprSyntaxError:
		return reckon.Expr{}, bad
	case *hclsyntax.TemplateExpr:
		s, _ := c.l.quoted(e)
		c.l.add(textInExpression(at, s))
		return reckon.Expr{}, bad
	}
	c.l.add(notAnExpression(at))
	return reckon.Expr{}, bad
}

// literal reads a number, true or false.
func (c *checker) literal(v cty.Value, at reckon.Range) (reckon.Expr, sort) {
	switch {
	case !v.IsKnown():
		return reckon.Expr{}, bad // such as 1.2.3, which the parser has reported
	case v.IsNull():
	case v.Type() == cty.Bool && v.True():
		return reckon.Expr{Op: "yes", At: at}, aYesNo
	case v.Type() == cty.Bool:
		return reckon.Expr{Op: "no", At: at}, aYesNo
	case v.Type() == cty.Number:
		n, _ := v.AsBigFloat().Float64()
		if math.IsInf(n, 0) {
			c.l.add(numberTooLarge(at))
			return reckon.Expr{}, bad
		}
		return reckon.Expr{Op: "number", Number: n, At: at}, aNumber
	}
	c.l.add(notAnExpression(at))
	return reckon.Expr{}, bad
}

// unary reads "!" and "-".
func (c *checker) unary(e *hclsyntax.UnaryOpExpr, at reckon.Range) (reckon.Expr, sort) {
	op, is := reckon.Op("!"), aYesNo
	if e.Op == hclsyntax.OpNegate {
		op, is = "-", aNumber
	}
	x, ok := c.need(e.Val, is, op)
	if !ok {
		return reckon.Expr{}, bad
	}
	if op == "-" && x.Op == "number" {
		return reckon.Expr{Op: "number", Number: -x.Number, At: at}, aNumber
	}
	return reckon.Expr{Op: op, Args: []reckon.Expr{x}, At: at}, is
}

// need checks an argument of an operator and its sort.
func (c *checker) need(e hclsyntax.Expression, is sort, op reckon.Op) (reckon.Expr, bool) {
	x, got := c.check(e)
	if got != bad && got != is {
		c.l.add(wrongSort(x.At, string(op), is, Written(c.l.c, &x)))
	}
	return x, got == is
}

// operator is how HCL's operator is written, what it takes and what it gives.
type operator struct {
	op          reckon.Op
	takes, give sort
}

var operators = map[*hclsyntax.Operation]operator{
	hclsyntax.OpLogicalAnd:         {"&&", aYesNo, aYesNo},
	hclsyntax.OpLogicalOr:          {"||", aYesNo, aYesNo},
	hclsyntax.OpLessThan:           {"<", aNumber, aYesNo},
	hclsyntax.OpLessThanOrEqual:    {"<=", aNumber, aYesNo},
	hclsyntax.OpGreaterThan:        {">", aNumber, aYesNo},
	hclsyntax.OpGreaterThanOrEqual: {">=", aNumber, aYesNo},
	hclsyntax.OpAdd:                {"+", aNumber, aNumber},
	hclsyntax.OpSubtract:           {"-", aNumber, aNumber},
	hclsyntax.OpMultiply:           {"*", aNumber, aNumber},
	hclsyntax.OpDivide:             {"/", aNumber, aNumber},
	hclsyntax.OpEqual:              {"==", bad, aYesNo},
	hclsyntax.OpNotEqual:           {"!=", bad, aYesNo},
}

// binary reads an operator between two expressions.
func (c *checker) binary(e *hclsyntax.BinaryOpExpr, at reckon.Range) (reckon.Expr, sort) {
	o, known := operators[e.Op]
	if !known {
		c.l.add(percent(at))
		return reckon.Expr{}, bad
	}
	if o.takes == bad {
		return c.equal(e, o, at)
	}
	left, ok := c.need(e.LHS, o.takes, o.op)
	right, also := c.need(e.RHS, o.takes, o.op)
	if !ok || !also {
		return reckon.Expr{}, bad
	}
	if o.op == "/" && c.place != placeNumber && constant(&right) == 0 {
		c.l.add(dividesByZero(right.At))
		return reckon.Expr{}, bad
	}
	return reckon.Expr{Op: o.op, Args: []reckon.Expr{left, right}, At: at}, o.give
}

// equal reads == and !=, which compare two of one sort.
func (c *checker) equal(e *hclsyntax.BinaryOpExpr, o operator, at reckon.Range) (reckon.Expr, sort) {
	left, a := c.check(e.LHS)
	right, b := c.check(e.RHS)
	if a == bad || b == bad {
		return reckon.Expr{}, bad
	}
	if a != b {
		c.l.add(mixedSorts(at, string(o.op), a, b))
		return reckon.Expr{}, bad
	}
	return reckon.Expr{Op: o.op, Args: []reckon.Expr{left, right}, At: at}, aYesNo
}

// choice reads "condition ? this : that".
func (c *checker) choice(e *hclsyntax.ConditionalExpr, at reckon.Range) (reckon.Expr, sort) {
	cond, ok := c.need(e.Condition, aYesNo, "?")
	yes, a := c.check(e.TrueResult)
	no, b := c.check(e.FalseResult)
	if !ok || a == bad || b == bad {
		return reckon.Expr{}, bad
	}
	if a != b {
		c.l.add(mixedSorts(at, "? :", a, b))
		return reckon.Expr{}, bad
	}
	return reckon.Expr{Op: "?", Args: []reckon.Expr{cond, yes, no}, At: at}, a
}

// reference reads actor.option or the name of a measure or parameter.
func (c *checker) reference(t hcl.Traversal, at reckon.Range) (reckon.Expr, sort) {
	root := t.RootName()
	switch {
	case c.place == placeNumber:
		c.l.add(onlyNumbers(at, traversalText(t)))
	case len(t) == 2 && attrName(t[1]) != "":
		if x, is := c.option(root, attrName(t[1]), at, place(t[0].SourceRange()), place(t[1].SourceRange())); is == bad || allowed[c.place]&useOptions != 0 {
			return x, is
		}
		c.l.add(optionInStart(at, traversalText(t)))
	case len(t) != 1:
		c.l.add(notAnOption(at, traversalText(t)))
	default:
		return c.word(root, at)
	}
	return reckon.Expr{}, bad
}

// word reads the name of a measure or parameter.
func (c *checker) word(name string, at reckon.Range) (reckon.Expr, sort) {
	switch kind := c.l.names[name].kind; {
	case kind == "":
		c.l.add(c.l.unknownWord(at, name))
	case kind == "lookup":
		c.l.add(lookupAlone(at, name))
	case kind == "feature":
		c.l.add(featureRead(at, name))
	case allowed[c.place]&useMeasures == 0:
		c.l.add(measureInImpossible(at, kind, name))
	default:
		return reckon.Expr{Op: "measure", Name: name, At: at}, aNumber
	}
	return reckon.Expr{}, bad
}

// option reads actor.option.
func (c *checker) option(actor, option string, at, actorAt, optionAt reckon.Range) (reckon.Expr, sort) {
	k, known := c.l.options[actor+"."+option]
	switch {
	case known && k >= 0:
		return reckon.Expr{Op: "option", Option: k, At: at}, aYesNo
	case known: // dropped, and reported where it was declared
	case c.l.c.Actor(actor) < 0:
		c.l.add(c.l.unknownActorIn(actorAt, actor, option))
	default:
		optionAt.Start.Byte++ // past the dot
		optionAt.Start.Column++
		c.l.add(c.l.unknownOption(optionAt, actor, option))
	}
	return reckon.Expr{}, bad
}

// attrName returns the name after a dot, or "".
func attrName(t hcl.Traverser) string {
	a, _ := t.(hcl.TraverseAttr)
	return a.Name
}

// traversalText writes a reference as it stood, near enough for a message.
func traversalText(t hcl.Traversal) string {
	parts := []string{t.RootName()}
	for _, step := range t[1:min(len(t), 8)] {
		if name := attrName(step); name != "" {
			parts = append(parts, name)
		} else {
			parts = append(parts, "[…]")
		}
	}
	return strings.Join(parts, ".")
}

// measure returns the measure of that name, once it has been read, or nil.
func (l *loader) measure(name string) *reckon.Measure {
	if n := l.names[name]; n.kind == "measure" && n.index < len(l.c.Measures) && l.c.Measures[n.index].Name == name {
		return &l.c.Measures[n.index]
	}
	return nil
}

// constant computes an expression of numbers only.
func constant(x *reckon.Expr) float64 {
	arg := func(i int) float64 { return constant(&x.Args[i]) }
	switch {
	case x.Op == "number":
		return x.Number
	case x.Op == "-" && len(x.Args) == 1:
		return -arg(0)
	case x.Op == "+":
		return arg(0) + arg(1)
	case x.Op == "-":
		return arg(0) - arg(1)
	case x.Op == "*":
		return arg(0) * arg(1)
	case x.Op == "/":
		return arg(0) / arg(1)
	}
	return math.NaN()
}
