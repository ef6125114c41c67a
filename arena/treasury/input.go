package treasury

import "math"

// input is what the author gives: a measure of its own, worked out by his text, or
// the start of a stock.
type input struct {
	name, title, unit string
	text              string // where he gives none; "" has to be given
	low, high         float64
	start             bool // the start of the stock of that name
	wrong             string
	doc, source       string
}

const (
	money = "billion dollars"
	flow  = "billion dollars a year"
	pure  = "1"
)

var unbounded = math.Inf(1)

// inputs are in the order in which an author meets them. What is usual rests on
// [hook2009], [senhadji1998], [tanzi1977], [cagan1956] and [buenodemesquita2003].
var inputs = []input{
	{name: "oil_price", title: "Price of oil", unit: "dollars a barrel", high: unbounded, wrong: "an average price of exports below 0 cannot be computed with, though single contracts have traded there for a day; give the average over the step", doc: "Before any discount."},
	{name: "discount", title: "Discount that buyers demand", unit: "dollars a barrel", text: "0", high: unbounded, wrong: "give dollars a barrel of at least 0; raise the price for a premium", doc: "What evasion of sanctions costs on every barrel."},
	{name: "buyers", title: "Oil that finds buyers", unit: "million barrels a day", text: "{capacity}", high: unbounded, wrong: "give million barrels a day of at least 0", doc: "At most the capacity is exported; sanctions and evasion act here."},
	{name: "capacity", title: "Capacity to export oil", unit: "million barrels a day", high: unbounded, start: true, wrong: "give million barrels a day of at least 0"},
	{name: "decline", title: "Natural decline of capacity", unit: "1 / year", text: "0.06", high: 1, wrong: "give a share a year from 0 to 1", doc: "Giant fields past their plateau lost about 6% a year.", source: "hook2009"},
	{name: "upkeep", title: "Share of the decline that is made good", unit: pure, text: "1", high: 5, wrong: "give a share from 0 (no investment) over 1 (capacity is kept) to 5", doc: "Above 1 capacity grows."},
	{name: "leak", title: "Share of receipts lost on the way", unit: pure, text: "0", high: 1, wrong: "give a share from 0 to 1", doc: "Middlemen and what is sold past the treasury."},
	{name: "access", title: "Banking access", unit: pure, text: "1", high: 1, wrong: "give a share from 0 to 1", doc: "Share of oil receipts that can be used; the rest piles up abroad, blocked."},
	{name: "release", title: "Blocked funds set free", unit: "1 / year", text: "0", high: unbounded, wrong: "give a rate a year of at least 0"},
	{name: "blocked", title: "Funds blocked abroad", unit: money, text: "0", high: unbounded, start: true, wrong: "funds cannot be below 0"},
	{name: "other_exports", title: "Exports but for oil", unit: flow, text: "0", high: unbounded, wrong: "give billion dollars a year of at least 0"},
	{name: "reserves", title: "Foreign reserves at hand", unit: money, high: unbounded, start: true, wrong: "reserves cannot be below 0; what is owed beyond them goes into foreign_arrears"},
	{name: "reserve_floor", title: "Reserves that are not touched", unit: money, text: "0", high: unbounded, wrong: "give billion dollars of at least 0"},
	{name: "foreign_service", title: "Foreign debt falling due", unit: flow, text: "0", high: unbounded, wrong: "give billion dollars a year of at least 0", doc: "Paid before anything else that costs foreign money."},
	{name: "foreign_arrears", title: "Foreign debt unpaid", unit: money, text: "0", high: unbounded, start: true, wrong: "arrears cannot be below 0"},
	{name: "flight", title: "Capital that leaves", unit: flow, text: "0", high: unbounded, wrong: "give billion dollars a year of at least 0", doc: "Met before imports are."},
	{name: "imports_wanted", title: "Imports at the normal exchange rate", unit: flow, low: 0.001, high: unbounded, wrong: "give billion dollars a year above 0"},
	{name: "import_elasticity", title: "Price elasticity of imports", unit: pure, text: "1", low: 0.2, high: 10, wrong: "give a number from 0.2 to 10", doc: "Slightly above 1 in the long run in most countries, near 0 in the short.", source: "senhadji1998"},
	{name: "budget_share", title: "Share of oil money that goes to the budget", unit: pure, text: "1", high: 1, wrong: "give a share from 0 to 1"},
	{name: "free_rate_share", title: "Share of oil money sold at the free rate", unit: pure, text: "0", high: 1, wrong: "give a share from 0 to 1", doc: "A dollar sold at the free rate pays for more at home."},
	{name: "other_income", title: "Income of the budget but for oil, at stable prices", unit: flow, high: unbounded, wrong: "give billion dollars a year of at least 0"},
	{name: "tax_lag", title: "Lag in collecting taxes", unit: "years", text: "0", high: 5, wrong: "give years from 0 to 5", doc: "What is due loses its worth until it is paid.", source: "tanzi1977"},
	{name: "subsidies", title: "Subsidies", unit: flow, text: "0", high: unbounded, wrong: "give billion dollars a year of at least 0"},
	{name: "patronage", title: "Patronage", unit: flow, text: "0", high: unbounded, wrong: "give billion dollars a year of at least 0", doc: "What organs are promised beyond their work."},
	{name: "protect", title: "Share of patronage that is cut last", unit: pure, text: "1", high: 1, wrong: "give a share from 0 to 1", doc: "Those who keep the leader in office are paid before others.", source: "buenodemesquita2003"},
	{name: "other_spending", title: "Spending on all else", unit: flow, high: unbounded, wrong: "give billion dollars a year of at least 0"},
	{name: "interest", title: "Real interest on debt at home", unit: "1 / year", text: "0", high: 1, wrong: "give a rate a year from 0 to 1"},
	{name: "debt", title: "Debt of the state at home", unit: money, text: "0", high: unbounded, start: true, wrong: "debt cannot be below 0; give what is saved as fund"},
	{name: "fund", title: "Savings of the state", unit: money, text: "0", high: unbounded, start: true, wrong: "savings cannot be below 0; give debt instead"},
	{name: "arrears", title: "Bills unpaid at home", unit: money, text: "0", high: unbounded, start: true, wrong: "arrears cannot be below 0"},
	{name: "borrowing_limit", title: "Most that can be borrowed at home", unit: flow, text: "0", high: unbounded, wrong: "give billion dollars a year of at least 0"},
	{name: "money_demand", title: "Money that people hold at stable prices", unit: money, low: 0.001, high: unbounded, wrong: "give billion dollars above 0: base money at today's prices, times what inflation makes people do without"},
	{name: "money_elasticity", title: "How inflation drives people out of money", unit: "years", text: "0.34", low: 0.01, high: 10, wrong: "give years from 0.01 to 10", doc: "The middle of seven hyperinflations, 4.09 months.", source: "cagan1956"},
	{name: "learning", title: "How fast expected inflation follows", unit: "1 / year", text: "1.8", high: 50, wrong: "give a rate a year from 0 to 50", doc: "The middle of seven hyperinflations, 0.15 a month.", source: "cagan1956"},
	{name: "expected_inflation", title: "Expected inflation", unit: "1 / year", text: "0", high: 100, start: true, wrong: "give the logarithm of the yearly rise of prices, at least 0, such as 0.34 for 40%"},
	{name: "money_limit", title: "Most that is printed", unit: flow, text: "{money_demand} / ({money_elasticity} * 2.718281828459045)", high: unbounded, wrong: "give billion dollars a year of at least 0", doc: "The most that printing can bring in for long.", source: "cagan1956"},
	{name: "money_growth", title: "Growth of money from other sources", unit: "1 / year", text: "0", high: 20, wrong: "give a rate a year from 0 to 20", doc: "What the central bank prints for banks and others; the state has nothing of it."},
	{name: "wage_lag", title: "Time between adjustments of wages", unit: "years", text: "1", high: 5, wrong: "give years from 0 to 5"},
	{name: "weight_wages", title: "Weight of wages in hardship", unit: pure, text: "0.4", high: 1, wrong: "give a weight from 0 to 1", doc: "Assumed: no source gives these weights."},
	{name: "weight_imports", title: "Weight of imports in hardship", unit: pure, text: "0.3", high: 1, wrong: "give a weight from 0 to 1", doc: "Assumed: no source gives these weights."},
	{name: "weight_services", title: "Weight of what the state pays for in hardship", unit: pure, text: "0.3", high: 1, wrong: "give a weight from 0 to 1", doc: "Assumed: no source gives these weights."},
}
