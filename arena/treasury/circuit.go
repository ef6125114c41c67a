package treasury

import "reckon/arena"

// Circuit is the simplest economy in which every flow comes from somewhere and goes
// somewhere: the state spends, taxes income, and the money that is left stays with
// households; model SIM of [godleylavoie2007], chapter 3.
type Circuit struct {
	Spending    float64 // of the state, each period
	Tax         float64 // share of income
	OfIncome    float64 // share of disposable income that is consumed
	OfWealth    float64 // share of the wealth of the period before that is consumed
	WealthStart float64
}

// Period is what a Circuit does in one period.
type Period struct {
	Income, Taxes, Disposable, Consumption float64
	Wealth                                 float64 // money held at its end
}

// Check says what is wrong; the other methods need what is right.
func (c Circuit) Check() arena.Faults {
	var f arena.Faults
	f.Within(c.Spending, 0, 1e300, "spending", "it must be a number of at least 0")
	f.Within(c.Tax, 0, 1, "tax", "it must be a share from 0 to 1")
	f.Within(c.OfWealth, 0, 1, "consumption of wealth", "it must be a share from 0 to 1")
	f.Within(c.WealthStart, 0, 1e300, "wealth", "it must be a number of at least 0")
	if f.Within(c.OfIncome, 0, 1, "consumption of income", "it must be a share from 0 to 1") {
		f.Need(c.OfIncome*(1-c.Tax) < 1, "consumption of income", "with no tax all income would be consumed again without end; consume less than all, or tax")
	}
	return f
}

// Run returns the first n periods. Money ends where it came from: Wealth grows by
// Spending − Taxes.
func (c Circuit) Run(n int) []Period {
	out := make([]Period, n)
	wealth := c.WealthStart
	for i := range out {
		p := &out[i]
		p.Income = (c.Spending + float64(c.OfWealth*wealth)) / (1 - float64(c.OfIncome*(1-c.Tax)))
		p.Taxes = float64(c.Tax * p.Income)
		p.Disposable = p.Income - p.Taxes
		p.Consumption = float64(c.OfIncome*p.Disposable) + float64(c.OfWealth*wealth)
		wealth += c.Spending - p.Taxes
		p.Wealth = wealth
	}
	return out
}

// Oil is what a barrel's price means to a budget.
type Oil struct {
	Volume   float64 // exported, million barrels a day
	Discount float64 // dollars a barrel
	Kept     float64 // share of receipts that reaches the budget, after leaks and blocked payments
}

// Check says what is wrong; the other methods need what is right.
func (o Oil) Check() arena.Faults {
	var f arena.Faults
	f.Need(o.Volume > 0 && o.Volume < 1e6, "volume", "million barrels a day above 0: without exports no price balances a budget")
	f.Within(o.Discount, -1000, 1000, "discount", "it must be dollars a barrel; a premium is a negative discount")
	f.Need(o.Kept > 0 && o.Kept <= 1, "kept", "it must be a share above 0 and up to 1: if nothing arrives no price balances a budget")
	return f
}

// Yearly turns million dollars a day into billion dollars a year.
const yearly = 0.36525

// Income is what the budget has of oil at a price, billion dollars a year.
func (o Oil) Income(price float64) float64 {
	return o.Volume * o.Kept * (price - o.Discount) * yearly
}

// BreakEven is the price, in dollars a barrel, at which the budget balances. Both
// numbers are billion dollars a year.
func (o Oil) BreakEven(spending, otherIncome float64) float64 {
	return o.Discount + (spending-otherIncome)/(o.Volume*o.Kept*yearly)
}
