package lang

// treasuryInputs are the settings of a treasury: its inputs, in the words and the
// order of package treasury, which says what is usual for each and why. A start is
// that of a stock; the others may change at every step.
var treasuryInputs = []struct {
	name, standard, example, means string
	start                          bool
}{
	{"oil_price", "", "60 + 5 * oil", "Price of oil before any discount, dollars a barrel.", false},
	{"discount", "0", "10", "Discount that buyers demand, dollars a barrel.", false},
	{"buyers", "all that can be exported", "oil", "Oil that finds buyers, million barrels a day; sanctions and evasion act here.", false},
	{"capacity", "", "2.5", "Capacity to export oil at the start, million barrels a day.", true},
	{"decline", "0.06", "0.05", "Natural decline of capacity, a share a year.", false},
	{"upkeep", "1", "0.5", "Share of the decline that is made good by investment.", false},
	{"leak", "0", "0.15", "Share of receipts lost on the way.", false},
	{"access", "1", "washington.sanction ? 0.4 : 0.9", "Share of receipts that banks let through; the rest piles up abroad, blocked.", false},
	{"release", "0", "0.1", "Share of blocked funds set free in a year.", false},
	{"blocked", "0", "50", "Funds blocked abroad at the start, billion dollars.", true},
	{"other_exports", "0", "30", "Exports but for oil, billion dollars a year.", false},
	{"reserves", "", "[10, 30]", "Foreign reserves at hand at the start, billion dollars.", true},
	{"reserve_floor", "0", "2", "Reserves that are not touched, billion dollars.", false},
	{"foreign_service", "0", "1", "Foreign debt falling due, billion dollars a year.", false},
	{"foreign_arrears", "0", "0", "Foreign debt unpaid at the start, billion dollars.", true},
	{"flight", "0", "10", "Capital that leaves, billion dollars a year; met before imports.", false},
	{"imports_wanted", "", "60", "Imports at the normal exchange rate, billion dollars a year.", false},
	{"import_elasticity", "1", "0.8", "Price elasticity of imports.", false},
	{"budget_share", "1", "0.9", "Share of oil money that goes to the budget.", false},
	{"free_rate_share", "0", "0.3", "Share of oil money sold at the free exchange rate.", false},
	{"other_income", "", "25", "Income of the budget but for oil, at stable prices, billion dollars a year.", false},
	{"tax_lag", "0", "0.3", "Lag in collecting taxes, years.", false},
	{"subsidies", "0", "10", "Subsidies, billion dollars a year.", false},
	{"patronage", "0", "12", "What organs are promised beyond their work, billion dollars a year.", false},
	{"protect", "1", "0.8", "Share of patronage that is cut last.", false},
	{"other_spending", "", "30", "Spending on all else, billion dollars a year.", false},
	{"interest", "0", "0.02", "Real interest on debt at home, a share a year.", false},
	{"debt", "0", "40", "Debt of the state at home at the start, billion dollars.", true},
	{"fund", "0", "5", "Savings of the state at the start, billion dollars.", true},
	{"arrears", "0", "0", "Bills unpaid at home at the start, billion dollars.", true},
	{"borrowing_limit", "0", "4", "Most that can be borrowed at home, billion dollars a year.", false},
	{"money_demand", "", "60", "Money that people would hold at stable prices, billion dollars.", false},
	{"money_elasticity", "0.34", "0.4", "How inflation drives people out of money, years.", false},
	{"learning", "1.8", "1", "How fast expected inflation follows what is seen, a share a year.", false},
	{"expected_inflation", "0", "0.34", "Expected inflation at the start, as the logarithm of a yearly rise.", true},
	{"money_limit", "what printing can bring in for long", "8", "Most that is printed, billion dollars a year.", false},
	{"money_growth", "0", "0.1", "What the central bank prints for banks and others, a share of base money a year.", false},
	{"wage_lag", "1", "1", "Time between adjustments of wages, years.", false},
	{"weight_wages", "0.4", "0.5", "Weight of wages in hardship.", false},
	{"weight_imports", "0.3", "0.2", "Weight of imports in hardship.", false},
	{"weight_services", "0.3", "0.3", "Weight of what the state pays for in hardship.", false},
}

// treasuryRows are the attributes of a treasury.
func treasuryRows() []attribute {
	rows := []attribute{titleRow}
	for _, in := range treasuryInputs {
		row := numberRow(in.name, in.standard, in.example, in.means)
		if in.start {
			row.kind = kindSpread
		}
		rows = append(rows, row)
	}
	return rows
}
