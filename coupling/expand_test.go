package coupling_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"reckon"
	"reckon/arena/treasury"
	"reckon/coupling"
	"reckon/dynamics"
	"reckon/lang"
	"reckon/xmile"
)

const oilState = `actor "washington" {
  option "sanction" { on = true }
}
measure "oil" { start = 1.5 }
measure "reserves" { unit = "billion dollars" }
measure "guard_money" { unit = "billion dollars a year" }
treasury "state" {
  oil_price      = 70
  buyers         = oil
  capacity       = 2.5
  access         = washington.sanction ? 0.4 : 0.9
  reserves       = [10, 30]
  imports_wanted = 60
  other_exports  = 20
  other_income   = 25
  other_spending = 40
  patronage      = 12
  money_demand   = 60
  organ "guard" { share = 0.4 }
  writes "reserves" { from = "reserves" }
  writes "guard_money" { from = "patronage_guard" }
}
`

// TestTreasuryIsMeasures runs the equations of a treasury in a case and checks that
// reserves are what flows in less what flows out.
func TestTreasuryIsMeasures(t *testing.T) {
	c := load(t, oilState)
	value := func(b *dynamics.Block, name string) float64 { return b.Value(c.Measure(name))[0] }
	m, err := dynamics.Compile(c)
	must(t, err)
	b := m.NewBlock(1)
	b.States()[0] = 1
	must(t, b.Start(c.AsOf, nil))
	for k := 1; k < 40; k++ {
		before := value(b, "reserves")
		flow := value(b, "state_foreign_income") - value(b, "state_foreign_paid") - value(b, "state_flight_paid") - value(b, "state_imports")
		must(t, b.Step(c.AsOf.After("week", k), nil))
		if got, want := value(b, "reserves"), before+flow*value(b, "state_tick"); math.Abs(got-want) > 1e-9 || k == 1 && got == before {
			t.Fatalf("step %d: reserves of %v become %v, not %v", k, before, got, want)
		}
	}
	if got := value(b, "guard_money"); !(got > 0 && got <= 12*0.4+1e-9) {
		t.Errorf("the guard has %v of a patronage of 12", got)
	}
}

// TestTreasuryWritesItsBlock writes the case as text and reads the same again, with
// no equation in it.
func TestTreasuryWritesItsBlock(t *testing.T) {
	text := lang.Text(load(t, oilState))
	if strings.Contains(string(text), "state_tick") {
		t.Error("equations stand in the text")
	}
	files := lang.Files{"case.hcl": text}
	c, found := lang.Load(files)
	if len(found) > 0 {
		t.Fatalf("%+v\n%s", found, text)
	}
	if c, found = coupling.Expand(files, c); len(found) > 0 || c.Measure("state_tick") < 0 {
		t.Errorf("%+v", found)
	}
}

// TestLanguageKnowsTheTreasury holds the settings of the language against the inputs
// of the package: the same names, the same that must be given, the same starts.
func TestLanguageKnowsTheTreasury(t *testing.T) {
	var all strings.Builder
	for _, in := range treasury.Inputs() {
		all.WriteString(in.Name + " = 1\n")
	}
	c, found := lang.Load(lang.Files{"case.hcl": []byte(clock + "treasury \"t\" {\n" + all.String() + "}\n")})
	if len(found) > 0 || len(c.Arenas) != 1 || len(c.Arenas[0].Settings) != len(treasury.Inputs()) {
		t.Fatalf("%+v", found)
	}
	for i, in := range treasury.Inputs() {
		s := c.Arenas[0].Settings[i]
		if s.Name != in.Name {
			t.Errorf("%s stands where the package has %s", s.Name, in.Name)
		}
		if s.Start.Stated() != (in.Low == in.Low && in.Is == "" && (in.Start != "" || startOnly(in.Name))) {
			t.Errorf("%s: a start in one place and none in the other", in.Name)
		}
	}
	_, found = lang.Load(lang.Files{"case.hcl": []byte(clock + "treasury \"t\" {}\n")})
	var must int
	for _, in := range treasury.Inputs() {
		if in.Is == "" && in.Start == "" {
			must++
		}
	}
	if len(found) != must {
		t.Errorf("the language misses %d settings, the package %d", len(found), must)
	}
}

// startOnly are the stocks whose start has to be given.
func startOnly(name string) bool { return name == "capacity" || name == "reserves" }

// TestTreasuryMistakes puts messages beside the block or line they speak of.
func TestTreasuryMistakes(t *testing.T) {
	for name, change := range map[string][2]string{
		"no-such-quantity":   {`from = "reserves"`, `from = "reserve"`},
		"treasury-equations": {`measure "oil" {`, "measure \"state_tick\" { start = 1 }\nmeasure \"oil\" {"},
		"arena-treasury":     {"oil_price      = 70", "oil_price      = -5"},
	} {
		files := lang.Files{"case.hcl": []byte(clock + strings.Replace(oilState, change[0], change[1], 1))}
		c, found := lang.Load(files)
		if len(found) > 0 {
			t.Fatalf("%s: %+v", name, found)
		}
		if _, found = coupling.Expand(files, c); len(found) == 0 || found[0].Code != name || found[0].At.File != "case.hcl" || found[0].Severity != reckon.Error {
			t.Errorf("%s: %+v", name, found)
		}
	}
}

// TestTreasuryGoesThroughXMILE writes the arena as a system dynamics model, reads it
// back and runs both: the same reserves, week by week.
func TestTreasuryGoesThroughXMILE(t *testing.T) {
	c := load(t, oilState+"measure \"course\" { start = 1 }\ncouncil \"inner\" {\n  seat \"a\" {\n    power = 1\n    position = 1\n  }\n  seat \"b\" {\n    power = 1\n    position = 2\n  }\n  writes \"course\" { from = \"mean\" }\n}\n")
	text, notes, err := xmile.Write(c)
	must(t, err)
	if len(notes) == 0 || !slices.ContainsFunc(notes, func(n string) bool { return strings.HasSuffix(n, "as at the start: course") }) {
		t.Errorf("nothing is said of what the council writes: %q", notes)
	}
	back, found := xmile.Read("state.xmile", text)
	for _, d := range found {
		if d.Severity == reckon.Error {
			t.Fatalf("%+v", d)
		}
	}
	course := func(c *reckon.Case) []float64 {
		m, err := dynamics.Compile(c)
		must(t, err)
		b := m.NewBlock(1)
		if len(c.Options) > 0 {
			b.States()[0] = 1
		}
		day := max(c.AsOf, c.From, 1)
		must(t, b.Start(day, nil))
		var list []float64
		for k := 1; k < 40; k++ {
			must(t, b.Step(day.After("week", k), nil))
			list = append(list, b.Value(c.Measure("state_reserves"))[0])
		}
		return list
	}
	own, other := course(c), course(back)
	for k := range own {
		if math.Abs(own[k]-other[k]) > 1e-6*math.Abs(own[k]) {
			t.Fatalf("step %d: %v, and %v by way of XMILE", k+1, own[k], other[k])
		}
	}
}

// TestTreasuryNamesAreItsOwn refuses a case that has the name of an equation already,
// whatever its file is called: never is the author's own measure put aside.
func TestTreasuryNamesAreItsOwn(t *testing.T) {
	for _, own := range []string{"measure \"state_reserves\" { start = 1 }\n", "parameter \"state_tick\" { value = 1 }\n", "lookup \"state_tick\" { points = [[0, 0], [1, 1]] }\n"} {
		files := lang.Files{"case.hcl": []byte(clock + oilState), "own.hcl": []byte(own)}
		c, found := lang.Load(files)
		if len(found) > 0 {
			t.Fatalf("%+v", found)
		}
		whole, found := coupling.Expand(files, c)
		if len(found) == 0 || found[0].Code != "treasury-equations" || found[0].At.File != "own.hcl" {
			t.Errorf("%s: %+v; %d measures", own, found, len(whole.Measures))
		}
	}
}

// TestTreasuryInACircle: wants of imports that rest on the hardship which imports make
// are worked out from themselves; that is said when the case is checked, not as it runs.
func TestTreasuryInACircle(t *testing.T) {
	text := strings.Replace(clock+oilState, "imports_wanted = 60", "imports_wanted = 60 + hard", 1)
	text = strings.Replace(text, `writes "reserves"`, "writes \"hard\" { from = \"hardship\" }\n  writes \"reserves\"", 1) + "measure \"hard\" {}\n"
	files := lang.Files{"case.hcl": []byte(text)}
	c, found := lang.Load(files)
	if len(found) > 0 {
		t.Fatalf("%+v", found)
	}
	_, found = coupling.Expand(files, c)
	if len(found) != 1 || found[0].Code != "loop" || found[0].At.File != "case.hcl" || !strings.Contains(found[0].Detail, "hangs on itself, through") {
		t.Errorf("%+v", found)
	}
}
