package coupling_test

import (
	"testing"

	"reckon"
	"reckon/coupling"
	"reckon/lang"
)

// clock begins a case with weekly steps.
const clock = `case "x" {
  as_of = "2026-01-01"
  from  = "2026-01-01"
  until = "2026-12-31"
  step  = "week"
}
`

// load reads a case with arenas, its treasuries' equations included.
func load(t *testing.T, text string) *reckon.Case {
	t.Helper()
	files := lang.Files{"case.hcl": []byte(clock + text)}
	c, found := lang.Load(files)
	if len(found) == 0 {
		c, found = coupling.Expand(files, c)
	}
	if len(found) > 0 {
		t.Fatalf("%+v", found)
	}
	return c
}

// world compiles the arenas of a case.
func world(t *testing.T, text string) *coupling.World {
	t.Helper()
	return compiled(t, load(t, text))
}

// compiled compiles the arenas of a case that was read.
func compiled(t *testing.T, c *reckon.Case) *coupling.World {
	t.Helper()
	w, found := coupling.New(c)
	if len(found) > 0 {
		t.Fatalf("%+v", found)
	}
	return w
}

// constants are the inputs of a world, where all are numbers, in one lane.
func constants(t *testing.T, w *coupling.World) [][]float64 {
	t.Helper()
	var in [][]float64
	for _, x := range w.Inputs() {
		if x.Op != "number" {
			t.Fatalf("an input is %v", x)
		}
		in = append(in, []float64{x.Number})
	}
	return in
}
