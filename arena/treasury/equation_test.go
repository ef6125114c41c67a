package treasury_test

import (
	"fmt"
	"maps"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/arena"
	"reckon/arena/treasury"
	"reckon/lang"
)

// given is an invented oil state under sanctions.
func given() map[string]string {
	return map[string]string{
		"oil_price": "70", "discount": "10", "buyers": "1.4", "capacity": "2.4", "upkeep": "0.6", "leak": "0.1", "access": "0.6", "release": "0.2",
		"other_exports": "40", "reserves": "25", "foreign_service": "3", "flight": "8", "imports_wanted": "65", "free_rate_share": "0.3",
		"other_income": "30", "tax_lag": "0.3", "subsidies": "15", "patronage": "12", "other_spending": "35", "interest": "0.02", "borrowing_limit": "3",
		"fund": "5", "debt": "20", "money_demand": "40", "expected_inflation": "0.3", "protect": "0.7",
	}
}

func organs() []treasury.Organ { return []treasury.Organ{{"guard", "0.5"}, {"foundations", "0.3"}} }

// load writes the equations as a case and reads it.
func load(tb testing.TB, s treasury.Settings) *reckon.Case {
	tb.Helper()
	all, faults := treasury.Equations(s)
	if len(faults) > 0 {
		tb.Fatal(faults)
	}
	var text strings.Builder
	fmt.Fprintf(&text, "case \"oil-state\" {\n  title = \"An oil state\"\n  from = \"2020-01-01\"\n  step = %q\n}\n", s.Step)
	bound := func(name string, x float64) {
		if !math.IsInf(x, 0) {
			fmt.Fprintf(&text, "  %s = %v\n", name, x)
		}
	}
	for _, e := range all {
		fmt.Fprintf(&text, "measure %q {\n  title = %q\n  unit = %q\n", e.Name, e.Title, e.Unit)
		bound("low", e.Low)
		bound("high", e.High)
		for _, line := range [][2]string{{"start", e.Start}, {"is", e.Is}, {"next", e.Next}} {
			if line[1] != "" {
				fmt.Fprintf(&text, "  %s = %s\n", line[0], line[1])
			}
		}
		text.WriteString("}\n")
	}
	c, found := lang.Load(lang.Files{"case.hcl": []byte(text.String())})
	for _, d := range found {
		if d.Severity == reckon.Error {
			tb.Fatal(d)
		}
	}
	return c
}

// history runs a case by definition: what is worked out, by need; what is carried
// on, all at once.
type history struct {
	c     *reckon.Case
	steps []map[string]float64
}

func (h *history) run(n int) {
	for k := range n {
		now := map[string]float64{}
		h.steps = append(h.steps, now)
		for i := range h.c.Measures {
			m := &h.c.Measures[i]
			if m.Next.Op != "" {
				if k == 0 {
					now[m.Name] = h.value(&m.Start.Args[0], 0)
				} else {
					now[m.Name] = math.Max(m.Low, math.Min(m.High, h.value(&m.Next, k-1)))
				}
			}
		}
		for i := range h.c.Measures {
			h.at(h.c.Measures[i].Name, k)
		}
	}
}

func (h *history) at(name string, k int) float64 {
	m := &h.c.Measures[h.c.Measure(name)]
	switch {
	case k < 0 && m.Start.Stated():
		return h.value(&m.Start.Args[0], 0)
	case k < 0:
		return h.at(name, 0)
	}
	if x, known := h.steps[k][name]; known {
		return x
	}
	x := math.Max(m.Low, math.Min(m.High, h.value(&m.Is, k)))
	if math.IsNaN(x) || math.IsInf(x, 0) {
		panic(fmt.Sprintf("%s is %v at step %d", name, x, k))
	}
	h.steps[k][name] = x
	return x
}

func (h *history) value(e *reckon.Expr, k int) float64 {
	v := func(i int) float64 { return h.value(&e.Args[i], k) }
	switch e.Op {
	case "number":
		return e.Number
	case "measure":
		return h.at(e.Name, k)
	case "+":
		return v(0) + v(1)
	case "-":
		if len(e.Args) == 1 {
			return -v(0)
		}
		return v(0) - v(1)
	case "*":
		return v(0) * v(1)
	case "/":
		return v(0) / v(1)
	}
	switch e.Name {
	case "min":
		return math.Min(v(0), v(1))
	case "max":
		return math.Max(v(0), v(1))
	case "exp":
		return math.Exp(v(0))
	case "ln":
		return math.Log(v(0))
	case "pow":
		return math.Pow(v(0), v(1))
	case "previous":
		return h.value(&e.Args[0], k-1)
	case "initial":
		return h.value(&e.Args[0], 0)
	}
	panic("not in this test: " + string(e.Op) + " " + e.Name)
}

func run(tb testing.TB, step string, n int, change map[string]string) *history {
	tb.Helper()
	s := treasury.Settings{Prefix: "t_", Step: step, Given: given(), Organs: organs()}
	maps.Copy(s.Given, change)
	h := &history{c: load(tb, s)}
	h.run(n)
	return h
}

// scenes are settings under which different things run out.
var scenes = []map[string]string{
	{},
	{"oil_price": "0"},
	{"oil_price": "5"},
	{"access": "0", "release": "0"},
	{"buyers": "0", "other_exports": "0", "reserves": "0"},
	{"oil_price": "250"},
	{"other_income": "0", "money_limit": "0", "protect": "1"},
	{"other_income": "0", "buyers": "0", "money_limit": "0", "protect": "0.2", "borrowing_limit": "0"},
	{"debt": "4000", "interest": "0.1"},
	{"patronage": "0", "subsidies": "0", "other_spending": "0"},
	{"imports_wanted": "0.001", "import_elasticity": "0.2"},
	{"reserve_floor": "100", "other_exports": "20"},
	{"upkeep": "5", "decline": "1"},
	{"expected_inflation": "2.5"},
	{"money_growth": "0.3"},
}

// TestIdentitiesHoldAtEveryStep has every sum that must come out even.
func TestIdentitiesHoldAtEveryStep(t *testing.T) {
	steps := []string{"day", "week", "month", "year"}
	if testing.Short() {
		steps = steps[2:]
	}
	for _, step := range steps {
		for i, scene := range scenes {
			h := run(t, step, 40, scene)
			for k := range h.steps {
				at := func(name string) float64 { return h.steps[k]["t_"+name] }
				even := func(what string, left, right float64) {
					t.Helper()
					if math.IsNaN(left) || math.Abs(left-right) > 1e-9*(1+math.Abs(left)) {
						t.Fatalf("%s, %ss, scene %d, step %d: %v is not %v", what, step, i, k, left, right)
					}
				}
				even("receipts", at("receipts"), at("leaked")+at("usable")+at("withheld"))
				even("foreign money", at("foreign_income")+at("other_exports")*0, at("usable")+at("freed")+at("other_exports"))
				even("budget", at("oil_income")+at("taxes")+at("drawn")+at("borrowed")+at("printed")+at("unpaid"), at("spending")+at("repaid")+at("saved"))
				even("spending", at("spending"), at("guarded")+at("exposed"))
				even("unpaid", at("unpaid"), at("guarded")*(1-at("guarded_paid"))+at("exposed")*(1-at("exposed_paid")))
				even("patronage", at("patronage_paid"), at("patronage_guard")+at("patronage_foundations")+at("patronage_others"))
				even("demand for money", at("base_money")/at("price_level"), at("real_money")/h.steps[0]["t_real_money"])
				if x := at("break_even"); x > 0 && x < 10_000 && at("barrels_kept") > 1e-6 && at("net_price") > 0 {
					even("break-even price", at("gap"), at("barrels_kept")*(x-at("oil_price")))
				}
				if k+1 == len(h.steps) {
					continue
				}
				gain := func(name string) float64 {
					return (h.steps[k+1]["t_"+name] - at(name)) / at("tick")
				}
				flows := func(what string, got, want float64) {
					t.Helper()
					if math.Abs(got-want) > 1e-6*(1+math.Abs(got)) {
						t.Fatalf("%s, %ss, scene %d, step %d: changes by %v a year, flows make %v", what, step, i, k, got, want)
					}
				}
				flows("reserves", gain("reserves"), at("foreign_income")-at("foreign_paid")-at("flight_paid")-at("imports"))
				flows("blocked", gain("blocked"), at("withheld")-at("freed"))
				flows("foreign arrears", gain("foreign_arrears"), at("foreign_service")-at("foreign_paid"))
				flows("state", gain("fund")-gain("debt")-gain("arrears"), at("oil_income")+at("taxes")+at("printed")-at("spending"))
				flows("money", gain("base_money")*at("real_money"), (at("printed")+at("money_growth")*at("real_money"))*at("base_money"))
			}
		}
	}
}

// TestPrintingSettlesOnCagansRate prints the same for thirty years: inflation comes
// to the lower of the two rates of the closed form.
func TestPrintingSettlesOnCagansRate(t *testing.T) {
	for _, c := range []struct {
		step     string
		a        float64 // steps a year
		years    int
		revenues []float64
	}{{"week", 365.25 / 7, 12, []float64{8}}, {"month", 12, 20, []float64{0, 2, 20, 40}}, {"year", 1, 100, []float64{0, 8, 40}}} {
		for _, revenue := range c.revenues {
			h := run(t, c.step, int(c.a)*c.years, map[string]string{
				"buyers": "0", "other_income": "0", "patronage": "0", "subsidies": "0", "debt": "0", "fund": "0", "borrowing_limit": "0",
				"other_spending": fmt.Sprint(revenue), "expected_inflation": "0", "release": "0",
			})
			// In steps, a year's printing of g per unit of money makes a·ln(1 + g/a) of inflation.
			low, high := 0.0, 1/0.34
			for range 100 {
				if mid := (low + high) / 2; mid < c.a*math.Log(1+revenue/40*math.Exp(0.34*mid)/c.a) {
					low = mid
				} else {
					high = mid
				}
			}
			last := h.steps[len(h.steps)-1]
			near(t, "inflation by "+c.step, last["t_inflation"], low, 1e-6)
			near(t, "expected", last["t_expected_inflation"], low, 1e-6)
			if smooth, _, ok := (treasury.Cagan{Elasticity: 0.34}).Inflation(revenue / 40); !ok || c.step == "week" && math.Abs(smooth-low) > 0.06*(0.01+smooth) {
				t.Errorf("at small steps the rate is that of the closed form, %v, not %v", smooth, low)
			}
		}
	}
}

// TestClockIsNoMatter runs the same state by days and by months: what is a year's is
// a year's.
func TestClockIsNoMatter(t *testing.T) {
	scene := map[string]string{"other_income": "45"}
	days, months := run(t, "day", 2*365+1, scene), run(t, "month", 25, scene)
	for _, name := range []string{"capacity", "reserves", "blocked", "debt", "base_money", "hardship"} {
		a, b := days.steps[730]["t_"+name], months.steps[24]["t_"+name]
		if math.Abs(a-b) > 0.03*(0.05+math.Abs(b)) {
			t.Errorf("after two years %s is %v by days, %v by months", name, a, b)
		}
	}
}

// TestLoopsOfTheTreasury names what feeds itself.
func TestLoopsOfTheTreasury(t *testing.T) {
	settings := treasury.Settings{Prefix: "t_", Step: "week", Given: given(), Organs: organs()}
	loops, all := arena.Loops(arena.Edges(load(t, settings)), 1000)
	if len(loops) != 36 || !all {
		t.Errorf("%d loops (all: %v)", len(loops), all)
	}
	polarity := map[string]int{
		"flight from money": 1, "printing erodes taxes, and makes more printing": 1, "printing drives people out of money": 1,
		"reserves pay for imports until they are gone": -1, "fields decline": -1, "savings run down": -1, "blocked funds come home": -1,
	}
	for _, l := range loops {
		title := settings.Title(l)
		want, fixed := polarity[title]
		if delete(polarity, title); fixed && l.Sign != want || l.Sign == 0 || title == "" {
			t.Errorf("%q is %v", title, l)
		}
	}
	if len(polarity) > 0 {
		t.Errorf("no loop is %v", polarity)
	}
	if settings.Title(arena.Loop{Names: []string{"hunger", "t_fund"}}) != "" {
		t.Error("a loop through other parts of the case is not the treasury's to name")
	}
}

// TestSignsAreThoseOfDifferences moves each quantity a little at every step of
// several histories: what reads it goes the way of its edge.
func TestSignsAreThoseOfDifferences(t *testing.T) {
	moved := 0
	for _, scene := range scenes {
		h := run(t, "month", 24, scene)
		for _, e := range arena.Edges(h.c) {
			to := &h.c.Measures[h.c.Measure(e.To)]
			if to.Is.Op == "" || e.Sign == 0 {
				continue
			}
			for k := range h.steps {
				was := h.steps[k][e.From]
				before := h.value(&to.Is, k)
				h.steps[k][e.From] = was + 1e-4*(1+math.Abs(was))
				gain := float64(e.Sign) * (h.value(&to.Is, k) - before)
				h.steps[k][e.From] = was
				if gain < -1e-9*(1+math.Abs(before)) {
					t.Fatalf("%v, yet at step %d more of it changes %s by %v", e, k, e.To, gain*float64(e.Sign))
				}
				if gain > 0 {
					moved++
				}
			}
		}
	}
	if moved < 1000 {
		t.Errorf("only %d differences", moved)
	}
}

// TestAuthorsTextClosesLoops lets spending answer hardship: the loop is found, and a
// run can begin.
func TestAuthorsTextClosesLoops(t *testing.T) {
	scene := map[string]string{"subsidies": "15 + 20 * previous(t_hardship)", "upkeep": "1 - t_hardship", "flight": "8 * (1 + previous(t_premium))"}
	h := run(t, "month", 60, scene)
	first, last := h.steps[0], h.steps[59]
	near(t, "subsidies in the first step", first["t_subsidies"], 15, 1e-12)
	near(t, "subsidies in the last", last["t_subsidies"], 15+20*h.steps[58]["t_hardship"], 1e-12)
	titles := map[string]bool{}
	loops, _ := arena.Loops(arena.Edges(h.c), 10_000)
	for _, l := range loops {
		titles[l.String()] = true
	}
	if want := "R: t_exposed_paid → t_hardship → t_subsidies → t_spending → t_gap → t_shortfall → t_unpaid → t_exposed_paid"; !titles[want] {
		t.Errorf("missing %s", want)
	}
}

// TestNothingIsEverNoNumber gives inputs at and between their bounds; reading a value
// that is no number panics in history.
func TestNothingIsEverNoNumber(t *testing.T) {
	inputs := treasury.Inputs()
	rapid.Check(t, func(rt *rapid.T) {
		s := treasury.Settings{Step: rapid.SampledFrom([]string{"day", "week", "month", "year"}).Draw(rt, "step"), Given: given(), Organs: organs()}
		for range rapid.IntRange(1, 8).Draw(rt, "changed") {
			in := rapid.SampledFrom(inputs).Draw(rt, "input")
			if in.Name == "weight_wages" || in.Name == "weight_imports" || in.Name == "weight_services" {
				continue
			}
			high := math.Min(in.High, 1e4)
			s.Given[in.Name] = fmt.Sprint(rapid.OneOf(rapid.Just(in.Low), rapid.Just(high), rapid.Float64Range(in.Low, high)).Draw(rt, "value"))
		}
		h := &history{c: load(t, s)}
		h.run(12)
		for k, step := range h.steps {
			if x := step["reserves"]; x < 0 {
				rt.Fatalf("reserves are %v at step %d", x, k)
			}
			if x := step["hardship"]; x < 0 || x > 1 {
				rt.Fatalf("hardship is %v at step %d", x, k)
			}
		}
	})
}

func FuzzSettings(f *testing.F) {
	for _, text := range []string{"60", "[1, 2]", "price * (1 - cut)", "nan", "1e999", "((", "a]", "\x00", "-0"} {
		f.Add(text, text)
	}
	f.Fuzz(func(t *testing.T, input, share string) {
		s := treasury.Settings{Step: "week", Given: given(), Organs: []treasury.Organ{{Name: "guard", Share: share}}}
		s.Given["reserves"] = input
		all, faults := treasury.Equations(s)
		if (all == nil) != (len(faults) > 0) {
			t.Errorf("%d equations and %v", len(all), faults)
		}
	})
}

// TestInputsAreWhatCanBeGiven gives every input by name.
func TestInputsAreWhatCanBeGiven(t *testing.T) {
	s := treasury.Settings{Step: "week", Given: map[string]string{}}
	for _, in := range treasury.Inputs() {
		if s.Given[in.Name] = in.Is + in.Start; s.Given[in.Name] == "" || strings.Contains(s.Given[in.Name], "{") {
			s.Given[in.Name] = "some_measure"
		}
	}
	if all, faults := treasury.Equations(s); len(faults) > 0 || len(all) < len(s.Given) {
		t.Error(faults)
	}
}

func TestFaultsOfSettings(t *testing.T) {
	if all, faults := treasury.Equations(treasury.Settings{}); all != nil || len(faults) != 8 {
		t.Errorf("nothing is given: %d faults %v", len(faults), faults)
	}
	for name, text := range map[string]string{
		"oil_price": "-37.63", "leak": "1.2", "reserves": "-4", "access": "NaN", "capacity": "[-2, 3]", "subsidies": "", "flight": "1 +\n 2", "interest": "(0.1",
		"release": "1e999", "imports_wanted": "0", "oil_prise": "60", "weight_wages": "0.9", "discount": "Infinity", "debt": "10 # ten", "fund": "{x}", "tax_lag": "1)(2",
	} {
		s := treasury.Settings{Step: "week", Given: given(), Organs: organs()}
		s.Given[name] = text
		if _, faults := treasury.Equations(s); len(faults) != 1 || faults[0].At != name && faults[0].At != "weights" || faults[0].Message == "" {
			t.Errorf("%s = %q: %v", name, text, faults)
		}
	}
	s := treasury.Settings{Prefix: "T-", Step: "hour", Given: given(), Organs: []treasury.Organ{{"guard", "0.7"}, {"guard", "0.6"}, {"", "x"}, {"others", "-1"}, {"air", ""}}}
	_, faults := treasury.Equations(s)
	if len(faults) != 7 {
		t.Errorf("%d faults: %v", len(faults), faults)
	}
}
