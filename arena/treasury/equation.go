package treasury

import "math"

// Equation is one measure of the treasury, in the words of case text. One with Is is
// worked out at every step; one with Next is a stock. Low and High may be infinite.
type Equation struct {
	Name, Title, Unit string
	Is, Next          string // expressions
	Start             string // a number, an interval, a law or an expression; what Is has it for, previous reads
	Low, High         float64
	Doc               string // what it means, where the title does not say
	Source            string // key of the literature; empty where it is an identity or an assumption of Doc
}

// worked is a quantity of at least 0 that is worked out.
func worked(name, title, unit, is, doc string) Equation {
	return Equation{Name: name, Title: title, Unit: unit, Is: is, High: unbounded, Doc: doc}
}

// before gives what a quantity was before the run, so that an author's text can read
// its previous value from the first step on.
func before(start string, e Equation) Equation {
	e.Start = start
	return e
}

// signed is one that may be below 0.
func signed(name, title, unit, is, doc string) Equation {
	return Equation{Name: name, Title: title, Unit: unit, Is: is, Low: math.Inf(-1), High: unbounded, Doc: doc}
}

// share is one from 0 to 1.
func share(name, title, is, doc string) Equation {
	return Equation{Name: name, Title: title, Unit: pure, Is: is, High: 1, Doc: doc}
}

// stock is what an input starts and next carries on; its start and bounds are the input's.
func stock(name, next, doc string) Equation { return Equation{Name: name, Next: next, Doc: doc} }

// abroad are the equations of oil and foreign money.
var abroad = []Equation{
	stock("capacity", "{capacity} - {decline} * (1 - {upkeep}) * {capacity} * {tick}", ""),
	worked("oil_exports", "Oil exports", "million barrels a day", "min({buyers}, {capacity})", ""),
	worked("net_price", "Price after the discount", "dollars a barrel", "max({oil_price} - {discount}, 0)", "Nobody pays to be rid of oil: at a discount above the price there are no receipts."),
	worked("receipts", "Oil receipts", flow, "{oil_exports} * {net_price} * {yearly}", ""),
	worked("leaked", "Receipts lost on the way", flow, "{receipts} * {leak}", ""),
	worked("usable", "Receipts that can be used", flow, "{receipts} * (1 - {leak}) * {access}", ""),
	worked("withheld", "Receipts that are blocked", flow, "{receipts} * (1 - {leak}) * (1 - {access})", "Receipts are what is leaked, usable and withheld."),
	worked("freed", "Blocked funds set free", flow, "{blocked} * (1 - exp(-({release} * {tick}))) / {tick}", ""),
	stock("blocked", "{blocked} + ({withheld} - {freed}) * {tick}", ""),
	worked("foreign_income", "Foreign money that comes in", flow, "{usable} + {freed} + {other_exports}", ""),
	worked("foreign_room", "Foreign money that can be spent", flow, "{foreign_income} + max({reserves} - {reserve_floor}, 0) / {tick}", "Reserves above the floor could all go in one step."),
	worked("foreign_paid", "Foreign debt paid", flow, "min({foreign_service}, {foreign_room})", ""),
	worked("flight_paid", "Capital that gets out", flow, "min({flight}, max({foreign_room} - {foreign_paid}, 0))", ""),
	worked("imports", "Imports", flow, "min({imports_wanted}, max({foreign_room} - {foreign_paid} - {flight_paid}, 0))", "What there is foreign money for, after debt and flight."),
	stock("reserves", "{reserves} + ({foreign_income} - {foreign_paid} - {flight_paid} - {imports}) * {tick}", "What comes in less what goes out; it cannot fall below 0, for no more is paid than there is."),
	stock("foreign_arrears", "{foreign_arrears} + ({foreign_service} - {foreign_paid}) * {tick}", ""),
	before("1", share("import_cover", "Imports as a share of what is wanted", "{imports} / {imports_wanted}", "")),
	worked("reserve_cover", "Reserves in years of imports", "years", "{reserves} / {imports_wanted}", ""),
	before("0", worked("premium", "Premium of the free exchange rate", pure, "pow(1 / max({import_cover}, 0.05), 1 / {import_elasticity}) - 1", "The rate that brings the demand for imports, of constant elasticity, down to what there is; below a twentieth the market is too thin to have one.")),
}

// budget are the equations of the state's income, spending and what it cannot pay.
var budget = []Equation{
	worked("dollar_worth", "What a dollar of oil money is worth to the budget", pure, "{budget_share} * (1 + {premium} * {free_rate_share})", ""),
	worked("oil_income", "Oil income of the budget", flow, "({usable} + {freed}) * {dollar_worth}", ""),
	worked("taxes", "Other income of the budget", flow, "{other_income} * exp(-(max({inflation}, 0) * {tax_lag}))", ""),
	worked("debt_interest", "Interest on debt at home", flow, "{debt} * {interest}", ""),
	worked("spending", "Spending promised", flow, "{subsidies} + {patronage} + {other_spending} + {debt_interest}", ""),
	before("0", signed("gap", "Gap of the budget", flow, "{spending} - {oil_income} - {taxes}", "Above 0 income falls short.")),
	worked("barrels_kept", "Barrels whose price the budget keeps", "billion barrels a year", "{oil_exports} * {yearly} * (1 - {leak}) * {access} * {dollar_worth}", ""),
	{Name: "break_even", Title: "Price of oil that balances the budget", Unit: "dollars a barrel", Is: "{discount} + ({spending} - {taxes} - {freed} * {dollar_worth}) / max({barrels_kept}, 0.000001)", High: 10_000, Doc: "10 000 stands for: no price would do."},
	before("0", worked("shortfall", "Shortfall", flow, "max({gap}, 0)", "Met from savings, then by borrowing, then by printing; what is left is not paid.")),
	before("0", worked("surplus", "Surplus", flow, "max(-{gap}, 0)", "Pays bills first; the rest is saved.")),
	worked("drawn", "Drawn from savings", flow, "min({shortfall}, {fund} / {tick})", ""),
	worked("borrowed", "Borrowed at home", flow, "min(max({shortfall} - {drawn}, 0), {borrowing_limit})", ""),
	worked("printed", "Printed", flow, "min(max({shortfall} - {drawn} - {borrowed}, 0), {money_limit})", ""),
	before("0", worked("unpaid", "Left unpaid", flow, "max({shortfall} - {drawn} - {borrowed} - {printed}, 0)", "")),
	worked("repaid", "Unpaid bills paid", flow, "min({surplus}, {arrears} / {tick})", ""),
	worked("saved", "Saved", flow, "max({surplus} - {repaid}, 0)", ""),
	stock("fund", "{fund} + ({saved} - {drawn}) * {tick}", ""),
	stock("debt", "{debt} + {borrowed} * {tick}", ""),
	stock("arrears", "{arrears} + ({unpaid} - {repaid}) * {tick}", ""),
	worked("guarded", "Spending that is cut last", flow, "{patronage} * {protect} + {debt_interest}", ""),
	worked("exposed", "Spending that is cut first", flow, "{subsidies} + {other_spending} + {patronage} * (1 - {protect})", ""),
	before("1", share("exposed_paid", "Share of it that is paid", "1 - min({unpaid} / max({exposed}, 0.000001), 1)", "")),
	before("1", share("guarded_paid", "Share that is paid of what is cut last", "1 - min(max({unpaid} - {exposed}, 0) / max({guarded}, 0.000001), 1)", "")),
	worked("patronage_paid", "Patronage paid", flow, "{patronage} * ({protect} * {guarded_paid} + (1 - {protect}) * {exposed_paid})", ""),
}

// prices are the equations of money, and of what households feel.
var prices = []Equation{
	worked("real_money", "Money that people hold, at constant prices", money, "{money_demand} * exp(-min({money_elasticity} * {expected_inflation}, 50))", ""),
	{Name: "base_money", Title: "Base money", Unit: pure, Next: "{base_money} * (1 + ({printed} / {real_money} + {money_growth}) * {tick})", Start: "1", High: unbounded, Doc: "As a multiple of what there was at the start."},
	{Name: "price_level", Title: "Price level", Unit: pure, Is: "{base_money} * initial({real_money}) / {real_money}", Start: "exp(-({expected_inflation} * {tick}))", High: unbounded, Doc: "Prices are where people hold the money there is."},
	before("{expected_inflation}", signed("inflation", "Inflation", "1 / year", "ln({price_level} / previous({price_level})) / {tick}", "Of the step just past, as the logarithm of a yearly rise.")),
	stock("expected_inflation", "min({expected_inflation} + (1 - exp(-({learning} * {tick}))) * ({inflation} - {expected_inflation}), 1 / {money_elasticity})", "Expectations follow what is seen. Beyond the peak of what printing brings in, the demand for money has no steady answer and they are held there."),
	before("1", share("real_wage", "What wages still buy", "exp(-(max({inflation}, 0) * {wage_lag} / 2))", "In the middle of the time between two adjustments.")),
	before("0", share("hardship", "Hardship", "1 - pow({real_wage}, {weight_wages}) * pow({import_cover}, {weight_imports}) * pow({exposed_paid}, {weight_services})", "From 0, as in normal times, to 1. A form assumed here: what is left of wages, imports and public pay, each with its weight.")),
}
