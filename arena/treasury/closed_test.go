package treasury_test

import (
	"math"
	"testing"

	"reckon/arena"
	"reckon/arena/treasury"
)

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if math.IsNaN(got) || math.Abs(got-want) > within {
		t.Errorf("%s is %.10g, not %.10g", what, got, want)
	}
}

func TestCaganPeak(t *testing.T) {
	c := treasury.Cagan{Elasticity: 0.5}
	at, most := c.Peak()
	near(t, "inflation at the peak", at, 2, 0)
	near(t, "revenue at the peak", most, 0.735759, 5e-7)
	near(t, "revenue there", c.Seigniorage(at), most, 1e-15)
	for revenue := 0.0; revenue < most; revenue += 0.05 {
		low, high, ok := c.Inflation(revenue)
		if !ok || low > at || high < at {
			t.Fatalf("%v is raised at %v and %v", revenue, low, high)
		}
		near(t, "revenue at the low rate", c.Seigniorage(low), revenue, 1e-14)
		if revenue > 0 {
			near(t, "revenue at the high rate", c.Seigniorage(high), revenue, 1e-14)
		}
	}
	if _, _, ok := c.Inflation(most + 1e-9); ok {
		t.Error("more than the peak cannot be raised")
	}
}

// TestCaganSevenHyperinflations has the reaction indices αβ of Cagan's table 3: in
// Germany and Russia alone inflation would have fed itself.
func TestCaganSevenHyperinflations(t *testing.T) {
	for _, h := range []struct {
		of          string
		alpha, beta float64 // months, per month
		settles     bool
	}{
		{"Austria", 8.55, 0.05, true},
		{"Germany", 5.46, 0.20, false},
		{"Greece", 4.09, 0.15, true},
		{"Hungary 1922", 8.70, 0.10, true},
		{"Hungary 1945", 3.63, 0.15, true},
		{"Poland", 2.30, 0.30, true},
		{"Russia", 3.06, 0.35, false},
	} {
		if (treasury.Cagan{Elasticity: h.alpha / 12}).Settles(h.beta*12) != h.settles {
			t.Errorf("%s settles: %v", h.of, !h.settles)
		}
	}
}

func TestFloodGarberCollapse(t *testing.T) {
	p := treasury.Peg{Reserves: 0.5, Credit: 1, Growth: 0.1, Elasticity: 0.5}
	near(t, "collapse", p.Collapse(), 3.55465, 5e-6)
	if p.Collapse() >= p.Drained() {
		t.Error("the attack comes before reserves would have run out")
	}
	// At the attack money falls by Growth·Elasticity in logarithms: what people no longer hold once prices rise.
	money := p.Reserves + p.Credit
	near(t, "fall of money", math.Log(money/(money-p.Attacked())), p.Growth*p.Elasticity, 1e-14)
	if early := (treasury.Peg{Reserves: 0.01, Credit: 1, Growth: 0.1, Elasticity: 0.5}); early.Collapse() != 0 {
		t.Error("with too little in reserve the peg falls at once")
	}
}

func TestGodleyLavoieSIM(t *testing.T) {
	c := treasury.Circuit{Spending: 20, Tax: 0.2, OfIncome: 0.6, OfWealth: 0.4}
	run := c.Run(300)
	for i, want := range []float64{38.4615, 47.9290, 55.9399, 62.7184} {
		near(t, "income", run[i].Income, want, 6e-5)
	}
	near(t, "consumption in the first period", run[0].Consumption, 18.4615, 6e-5)
	near(t, "wealth after the first period", run[0].Wealth, 12.3077, 6e-5)
	near(t, "income at rest", run[299].Income, 100, 1e-9)
	near(t, "wealth at rest", run[299].Wealth, 80, 1e-9)
	for i, p := range run {
		near(t, "income by use", p.Income, p.Consumption+c.Spending, 1e-11)
		before := 0.0
		if i > 0 {
			before = run[i-1].Wealth
		}
		near(t, "saving", p.Wealth-before, p.Disposable-p.Consumption, 1e-11)
	}
}

func TestDiamondDybvig(t *testing.T) {
	b := treasury.Bank{Impatient: 0.25, Return: 1.5, Aversion: 2}
	early, late := b.Contract()
	near(t, "early", early, 1.1596, 5e-5)
	near(t, "late", late, 1.4202, 5e-5)
	near(t, "what there is", 0.25*early+0.75*late/1.5, 1, 1e-15)
	if !b.CanRun() {
		t.Error("a bank that insures can be run on")
	}
	if b.Aversion = 0.5; b.CanRun() {
		t.Error("a bank that does not insure cannot")
	}
	b.Aversion = 1
	early, late = b.Contract()
	near(t, "early with logarithmic utility", early, 1, 1e-15)
	near(t, "late with logarithmic utility", late, 1.5, 1e-15)
}

func TestRunThreshold(t *testing.T) {
	for _, precision := range []float64{0.5, 4, 100} {
		strength, _ := treasury.Stampede{Cost: 0.3, Precision: precision}.Threshold()
		near(t, "threshold", strength, 0.7, 1e-15)
	}
	_, signal := treasury.Stampede{Cost: 0.3, Precision: 4}.Threshold()
	near(t, "signal", signal, 0.96220, 5e-6)
	edge := math.Sqrt(2 * math.Pi * 4)
	if !(treasury.Stampede{Cost: 0.3, Precision: 4, Public: edge - 1e-9}).Unique() || (treasury.Stampede{Cost: 0.3, Precision: 4, Public: edge + 1e-9}).Unique() {
		t.Error("a strong public signal makes several outcomes possible")
	}
}

func TestBreakEvenPrice(t *testing.T) {
	o := treasury.Oil{Volume: 1.4, Discount: 8, Kept: 0.7}
	price := o.BreakEven(90, 35)
	near(t, "budget at the break-even price", o.Income(price)+35, 90, 1e-12)
	near(t, "with nothing to pay for", o.BreakEven(35, 35), 8, 0)
}

func TestFaultsOfClosedForms(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for what, got := range map[string]struct {
		arena.Faults
		want int
	}{
		"cagan":     {treasury.Cagan{Elasticity: nan}.Check(), 1},
		"peg":       {treasury.Peg{Reserves: -1, Credit: 0, Growth: inf, Elasticity: nan}.Check(), 4},
		"bank":      {treasury.Bank{Impatient: 1, Return: 1, Aversion: nan}.Check(), 3},
		"stampede":  {treasury.Stampede{Cost: 0, Precision: -1, Public: nan}.Check(), 3},
		"circuit":   {treasury.Circuit{Spending: -1, Tax: 2, OfIncome: nan, OfWealth: 2, WealthStart: nan}.Check(), 5},
		"all eaten": {treasury.Circuit{OfIncome: 1}.Check(), 1},
		"oil":       {treasury.Oil{Volume: 0, Discount: nan, Kept: 1.5}.Check(), 3},
		"right":     {treasury.Oil{Volume: 1, Kept: 1}.Check(), 0},
	} {
		if len(got.Faults) != got.want {
			t.Errorf("%s: %d faults, not %d: %v", what, len(got.Faults), got.want, got.Faults)
		}
	}
}
