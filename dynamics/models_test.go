package dynamics

import (
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"strconv"
	"testing"

	"reckon"
)

// reading turns Go expressions into those of the case language.
type reading struct {
	tb     testing.TB
	locals map[string]reckon.Expr
	bounds map[string]bool // measures whose last step is clamp
}

var tokens = map[token.Token]reckon.Op{
	token.ADD: "+", token.SUB: "-", token.MUL: "*", token.QUO: "/", token.LSS: "<", token.LEQ: "<=", token.GTR: ">", token.GEQ: ">=",
	token.LAND: "&&", token.LOR: "||", token.EQL: "==", token.NEQ: "!=",
}

// expr reads one Go expression. if_(c, a, b) is c ? a : b, and float64(x) is x.
func (r *reading) expr(e ast.Expr) reckon.Expr {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return r.expr(e.X)
	case *ast.BasicLit:
		x, err := strconv.ParseFloat(e.Value, 64)
		if err != nil {
			r.tb.Fatal(err)
		}
		return num(x)
	case *ast.SelectorExpr:
		return ref(e.Sel.Name)
	case *ast.Ident:
		if x, local := r.locals[e.Name]; local {
			return x
		}
		return ref(e.Name)
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			return with("!", r.expr(e.X))
		}
		return with("-", r.expr(e.X))
	case *ast.BinaryExpr:
		return with(tokens[e.Op], r.expr(e.X), r.expr(e.Y))
	case *ast.CallExpr:
		return r.call(e)
	}
	r.tb.Fatalf("cannot read %T", e)
	return reckon.Expr{}
}

func (r *reading) call(e *ast.CallExpr) reckon.Expr {
	name := ""
	if f, ok := e.Fun.(*ast.Ident); ok {
		name = f.Name
	}
	args := make([]reckon.Expr, len(e.Args))
	for i := range args {
		args[i] = r.expr(e.Args[i])
	}
	switch name {
	case "float64":
		return args[0]
	case "if_":
		return with("?", args...)
	case "logistic":
		return with("/", num(1), with("+", num(1), call("exp", with("-", args[0]))))
	case "lookup":
		return reckon.Expr{Op: "lookup", Name: args[0].Name, Args: args[1:]}
	}
	return call(name, args...)
}

// read reads a Go expression from text.
func read(tb testing.TB, text string) reckon.Expr {
	tb.Helper()
	e, err := parser.ParseExpr(text)
	if err != nil {
		tb.Fatalf("%s: %v", text, err)
	}
	return (&reading{tb: tb}).expr(e)
}

// statement reads one statement of a next method into a measure or a local.
func (r *reading) statement(s ast.Stmt, next map[string]reckon.Expr) {
	switch s := s.(type) {
	case *ast.AssignStmt:
		e := s.Rhs[0]
		if c, ok := e.(*ast.CallExpr); ok {
			if f, ok := c.Fun.(*ast.Ident); ok && f.Name == "clamp" {
				r.bounds[s.Lhs[0].(*ast.SelectorExpr).Sel.Name] = true
				e = c.Args[0]
			}
		}
		switch to := s.Lhs[0].(type) {
		case *ast.Ident:
			r.locals[to.Name] = r.expr(e)
		case *ast.SelectorExpr:
			next[to.Sel.Name] = r.expr(e)
		}
	case *ast.IfStmt:
		then := s.Body.List[0].(*ast.AssignStmt)
		name := then.Lhs[0].(*ast.Ident).Name
		r.locals[name] = with("?", r.expr(s.Cond), r.expr(then.Rhs[0]), r.locals[name])
	}
}

// written is the case of a model in straight_test.go, its measures in the order of
// the fields, all starting at start.
func written(tb testing.TB, model string, start float64) *reckon.Case {
	tb.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "straight_test.go", nil, 0)
	if err != nil {
		tb.Fatal(err)
	}
	r := &reading{tb: tb, locals: map[string]reckon.Expr{}, bounds: map[string]bool{}}
	next, c := map[string]reckon.Expr{}, &reckon.Case{}
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Name.Name == "next" && d.Recv.List[0].Type.(*ast.StarExpr).X.(*ast.Ident).Name == model {
				for _, s := range d.Body.List {
					r.statement(s, next)
				}
			}
		case *ast.GenDecl:
			spec, ok := d.Specs[0].(*ast.TypeSpec)
			if !ok || spec.Name.Name != model {
				continue
			}
			for _, field := range spec.Type.(*ast.StructType).Fields.List {
				for _, name := range field.Names {
					c.Measures = append(c.Measures, reckon.Measure{Name: name.Name, Low: math.Inf(-1), High: math.Inf(1), Start: reckon.Exactly(start)})
				}
			}
		}
	}
	for i := range c.Measures {
		m := &c.Measures[i]
		m.Next = next[m.Name]
		if r.bounds[m.Name] {
			m.Low, m.High = 0, 1
		}
	}
	return c
}
