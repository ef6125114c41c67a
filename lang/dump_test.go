package lang_test

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"reckon"
	"reckon/lang"
)

// dump writes a value field by field, without ranges and empty fields.
func dump(b *strings.Builder, name string, v reflect.Value, indent string) {
	switch {
	case v.IsZero() && v.Kind() != reflect.Float64 || v.Type() == reflect.TypeFor[reckon.Range]():
	case v.Type() == reflect.TypeFor[reckon.Expr]():
		e := v.Interface().(reckon.Expr)
		fmt.Fprintf(b, "%s%s: %s\n", indent, name, tree(&e))
	case v.Kind() == reflect.Pointer:
		dump(b, name, v.Elem(), indent)
	case v.Kind() == reflect.Struct:
		fmt.Fprintf(b, "%s%s\n", indent, name)
		for i := range v.NumField() {
			dump(b, v.Type().Field(i).Name, v.Field(i), indent+"  ")
		}
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Struct:
		for i := range v.Len() {
			dump(b, name, v.Index(i), indent)
		}
	default:
		fmt.Fprintf(b, "%s%s: %v\n", indent, name, v)
	}
}

// tree writes an expression as it hangs together.
func tree(e *reckon.Expr) string {
	s := string(e.Op)
	switch e.Op {
	case "option":
		s = fmt.Sprint("#", e.Option)
	case "number":
		s = fmt.Sprint(e.Number)
	case "measure", "call", "lookup":
		s = e.Name
	}
	if len(e.Args) == 0 {
		return s
	}
	for i := range e.Args {
		s += " " + tree(&e.Args[i])
	}
	return "(" + s + ")"
}

// TestBaseCase holds what the small case is read as, to the last field.
// UPDATE=1 rewrites it.
func TestBaseCase(t *testing.T) {
	c, _ := lang.Load(base(t))
	var b strings.Builder
	dump(&b, "Case", reflect.ValueOf(*c), "")
	golden(t, "testdata/base.golden", b.String())
}

// golden demands that a file holds the text, or rewrites it when UPDATE is set.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s holds something else than\n%s", path, got)
	}
}
