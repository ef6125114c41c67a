package lint

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/lang"
)

// TestUnitOf reads units as authors write them.
func TestUnitOf(t *testing.T) {
	for text, want := range map[string]string{
		"barrels * million":          "million barrels",
		"million^2":                  "million^2",
		"million":                    "million",
		"million barrels a day":      "million barrels / day",
		"dollars per barrel":         "dollars / barrel",
		"dollars / (barrel * day)":   "dollars / barrel / day",
		"metres / second^2":          "metres / second^2",
		"m*m":                        "m^2",
		"barrels / barrel":           "",
		"per year":                   "1 / year",
		"1 / year":                   "1 / year",
		"people an hour":             "people / hour",
		"%":                          "%",
		"rial a dollar":              "rial / dollar",
		"share of seats":             "share of seats",
		"x / y * z":                  "x * z / y",
		"x^-2 × y^2":                 "y^2 / x^2",
		"x^ridiculous":               "x^ridiculous",
		"(((":                        "",
		"tons per hectare per year":  "tons / hectare / year",
		"working days per week^0":    "working days / week^0",
		" dollars   per   barrel  ":  "dollars / barrel",
		"1 / (dollars / (barrel))":   "barrel / dollars",
		"dollars / barrel * barrels": "dollars",
	} {
		if got := unitOf(text).String(); got != want && (want != "" || len(unitOf(text).factors) > 0) {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
	for _, twins := range [][2]string{{"barrels a week", "barrel / weeks"}, {"%", "percent"}, {"Dollars", "dollar"}, {"x * y", "y * x"}, {"gas", "gas"}, {"million barrels a day * dollars / barrel", "million dollars a day"}} {
		if !unitOf(twins[0]).same(unitOf(twins[1])) {
			t.Errorf("%q and %q are not one unit", twins[0], twins[1])
		}
	}
	for _, rivals := range [][2]string{{"barrels", "percent"}, {"million dollars", "billion dollars"}, {"glass", "glas"}, {"m", "m^2"}} {
		if unitOf(rivals[0]).same(unitOf(rivals[1])) {
			t.Errorf("%q and %q are one unit", rivals[0], rivals[1])
		}
	}
}

// TestUnitsMultiply holds products and quotients to adding and subtracting the
// powers word by word.
func TestUnitsMultiply(t *testing.T) {
	words := []string{"barrel", "day", "percent", "dollar"}
	powers := rapid.SliceOfN(rapid.IntRange(-3, 3), len(words), len(words))
	build := func(p []int) unit {
		u := unit{}
		for i, n := range p {
			u = u.times(unitOf(words[i]), n)
		}
		return u
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := powers.Draw(t, "a"), powers.Draw(t, "b")
		product, quotient := slices.Clone(a), slices.Clone(a)
		for i := range b {
			product[i] += b[i]
			quotient[i] -= b[i]
		}
		if got := build(a).times(build(b), 1); !got.same(build(product)) {
			t.Errorf("%s times %s is %s", build(a), build(b), got)
		}
		if got := build(a).times(build(b), -1); !got.same(build(quotient)) || slices.Equal(a, b) != got.pure() {
			t.Errorf("%s by %s is %s", build(a), build(b), got)
		}
		if u := build(a); !u.pure() && !unitOf(u.String()).same(u) {
			t.Errorf("%s is read as %s", u, unitOf(u.String()))
		}
	})
}

// TestLongUnits: units and expressions that grow without end are read in one pass,
// and powers do not overflow into others.
func TestLongUnits(t *testing.T) {
	var factors strings.Builder
	for i := range 60_000 {
		factors.WriteString("a" + strconv.Itoa(i) + "*")
	}
	if u := unitOf(factors.String()); len(u.factors) != 1 {
		t.Errorf("a long text is %d factors", len(u.factors))
	}
	number := func(x float64) reckon.Expr { return reckon.Expr{Op: "number", Number: x} }
	m := measurer{units: map[string]unit{"x": unitOf("barrels")}}
	for what, wrap := range map[string]func(e reckon.Expr) reckon.Expr{
		"quotient": func(e reckon.Expr) reckon.Expr { return reckon.Expr{Op: "/", Args: []reckon.Expr{e, number(2)}} },
		"root": func(e reckon.Expr) reckon.Expr {
			return reckon.Expr{Op: "call", Name: "pow", Args: []reckon.Expr{e, number(0.5)}}
		},
		"power": func(e reckon.Expr) reckon.Expr {
			return reckon.Expr{Op: "call", Name: "pow", Args: []reckon.Expr{e, number(64)}}
		},
	} {
		e := reckon.Expr{Op: "measure", Name: "x"}
		for range 200 {
			e = wrap(e)
		}
		want := map[string]unit{"quotient": unitOf("barrels"), "root": bare, "power": unknown}[what]
		if u := m.of(&e); u.String() != want.String() || u.unknown != want.unknown {
			t.Errorf("a %s two hundred times gives %+v", what, u)
		}
	}
}

// TestMixedUnits says, by setting, whether units are mixed.
func TestMixedUnits(t *testing.T) {
	for settings, want := range map[string]bool{
		"is = oil * (1 - squeeze / 100)":                  false,
		"is = oil * exp(-squeeze / 100)":                  false,
		"is = oil * squeeze * squeeze / 100 / 100":        false,
		"is = oil / 100 + squeeze":                        true,
		"is = oil - squeeze":                              true,
		"is = oil * (1 - squeeze / all)":                  false,
		"is = oil + 1":                                    false,
		"is = oil + loose":                                false,
		"is = oil * loose":                                false,
		"is = loose * oil + squeeze * loose":              false,
		"is = oil + (loose + squeeze)":                    true,
		"is = oil * 2 + squeeze":                          true,
		"is = oil * oil":                                  true,
		"is = oil * oil / oil":                            false,
		"is = max(oil, squeeze)":                          true,
		"is = washington.bomb ? oil : squeeze":            true,
		"is = washington.bomb ? oil : 0":                  false,
		"is = squeeze > oil ? oil : 0":                    true,
		"is = exp(squeeze) * oil":                         true,
		"is = exp(squeeze / all) * oil":                   false,
		"is = pow(oil, 2) / oil":                          false,
		"is = pow(oil, squeeze)":                          true,
		"is = sqrt(oil * oil)":                            false,
		"is = sqrt(oil)":                                  true,
		"is = lookup(table, squeeze) * oil":               true,
		"is = lookup(table, squeeze)":                     true,
		"is = smooth(oil, 3) + previous(oil)":             false,
		"is = delay(squeeze, 3)":                          true,
		"is = squeeze":                                    true,
		"is = loose":                                      false,
		"is = 3":                                          false,
		"is = oil / oil":                                  true,
		"is = growth":                                     true,
		"start = 1\nnext = x + growth":                    false,
		"start = 1\nnext = growth + x":                    false,
		"start = 1\nnext = growth":                        false,
		"start = 1\nnext = x + growth / all":              true,
		"start = 1\nnext = x + squeeze":                   true,
		"start = 1\nnext = x\nnoise = normal(0, squeeze)": true,
		"start = 1\nnext = x\nnoise = normal(0, x)":       false,
		"start = 1\nnext = x\nnoise = normal(0, growth)":  false,
		"start = squeeze":                                 true,
		"start = oil":                                     false,
		"is = mod(oil, 2) + year() * oil":                 false,
	} {
		c, found := lang.Load(lang.Files{"case.hcl": []byte(`case "x" {}
actor "washington" {
  option "bomb" {}
}
measure "oil" {
  unit  = "million barrels a day"
  start = 2
}
measure "growth" {
  unit  = "million barrels / day / week"
  start = 2
}
measure "squeeze" {
  unit  = "percent"
  start = 2
}
measure "loose" { start = 2 }
parameter "all" {
  unit  = "percent"
  value = 100
}
lookup "table" {
  points = [[0, 0], [1, 1]]
  unit   = "dollars"
}
measure "x" {
  unit = "million barrels a day"
` + settings + "\n}\n")})
		for _, d := range found {
			if d.Severity == reckon.Error {
				t.Fatalf("%s: %s %s", settings, d.Summary, d.Detail)
			}
		}
		got := mixedUnits().Check(c)
		if (len(got) > 0) != want || len(got) > 1 {
			t.Errorf("%s: got %v, want some: %t", settings, got, want)
		}
		if len(got) > 0 && !strings.Contains(got[0].Detail, "of measure") {
			t.Errorf("the place is not named: %s", got[0].Detail)
		}
	}
}
