package coupling

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"reckon"
	"reckon/arena"
	"reckon/dynamics"
)

// ledger are the values of a treasury's equations on a day.
type ledger struct {
	c      *reckon.Case
	prefix string
	b      *dynamics.Block
}

// value is that of an equation; NaN where there is no such.
func (l *ledger) value(name string) float64 {
	if k := l.c.Measure(l.prefix + name); k >= 0 {
		return l.b.Value(k)[0]
	}
	return math.NaN()
}

// sheets are what the report of a treasury shows, table by table.
var sheets = []struct {
	title string
	names []string
}{
	{"Oil and foreign money", []string{"oil_exports", "net_price", "receipts", "leaked", "withheld", "usable", "freed", "other_exports", "foreign_income", "foreign_paid", "flight_paid", "imports", "import_cover", "reserves", "reserve_cover", "blocked"}},
	{"Budget", []string{"oil_income", "taxes", "spending", "gap", "break_even", "drawn", "borrowed", "printed", "unpaid", "exposed_paid", "guarded_paid", "patronage_paid"}},
	{"Prices and households", []string{"inflation", "expected_inflation", "premium", "real_wage", "hardship"}},
}

// shownLoops is how many loops of a treasury its report lists.
const shownLoops = 12

// treasuryReport shows what comes in, goes out and is missing.
func (w *World) treasuryReport(a *reckon.Arena, day reckon.Date, s reckon.State) (Report, error) {
	r := Report{Arena: a}
	b, err := startOn(w.kase, day, s, nil)
	if err != nil {
		return r, fmt.Errorf("the treasury %q: %w", a.Name, err)
	}
	l := &ledger{w.kase, a.Name + "_", b}
	l.says(&r)
	values := map[string]float64{}
	for _, sheet := range sheets {
		var rows [][]string
		for _, name := range sheet.names {
			k := w.kase.Measure(l.prefix + name)
			m := &w.kase.Measures[k]
			values[name] = l.value(name)
			rows = append(rows, []string{m.Title, figure(values[name]), unitText(m.Unit)})
		}
		r.table(sheet.title, []string{"", "on the day", ""}, rows, "")
	}
	var own []arena.Edge
	for _, e := range arena.Edges(w.kase) {
		if strings.HasPrefix(e.From, l.prefix) && strings.HasPrefix(e.To, l.prefix) {
			own = append(own, arena.Edge{From: w.title(e.From), To: w.title(e.To), Sign: e.Sign})
		}
	}
	loops, _ := arena.Loops(own, shownLoops)
	var rows [][]string
	for _, one := range loops {
		letter, names, _ := strings.Cut(one.String(), ": ")
		rows = append(rows, []string{letter, names})
	}
	r.table("Its shortest loops", []string{"", ""}, rows, "R reinforces what it meets, B balances it, ? hangs on the circumstances.")
	r.Result, r.Figures = values, l.figures()
	return r, nil
}

// title is how a measure is called.
func (w *World) title(name string) string { return w.kase.Measures[w.kase.Measure(name)].Title }

// says puts what matters most into sentences.
func (l *ledger) says(r *Report) {
	v := l.value
	r.say(fmt.Sprintf("Oil brings in %s billion dollars a year; after leakage and what banks block, %s can be used.", figure(v("receipts")), figure(v("usable"))))
	gap := fmt.Sprintf("The budget is short of %s billion dollars a year", figure(v("gap")))
	if v("gap") <= 0 {
		gap = fmt.Sprintf("The budget has %s billion dollars a year to spare", figure(-v("gap")))
	}
	r.say(fmt.Sprintf("%s; oil at %s dollars a barrel before the discount would balance it.", gap, figure(v("break_even"))))
	lost := v("foreign_paid") + v("flight_paid") + v("imports") - v("foreign_income")
	switch {
	case lost > 0:
		r.say(fmt.Sprintf("At these flows reserves of %s billion dollars last %s years.", figure(v("reserves")), figure(v("reserves")/lost)))
	default:
		r.say(fmt.Sprintf("Reserves of %s billion dollars are not being drawn down.", figure(v("reserves"))))
	}
}

// unitText is a unit in a table; a plain number has none.
func unitText(unit string) string {
	if unit == "1" {
		return ""
	}
	return unit
}

// figure writes a number to three digits.
func figure(x float64) string {
	if x == 0 || math.Abs(x) < 1e-9 {
		return "0"
	}
	if math.Abs(x) >= 1000 {
		return strconv.FormatFloat(math.Round(x), 'f', -1, 64)
	}
	digits := 2 - int(math.Floor(math.Log10(math.Abs(x))))
	return strings.TrimRight(strings.TrimRight(strconv.FormatFloat(x, 'f', max(digits, 1), 64), "0"), ".")
}
