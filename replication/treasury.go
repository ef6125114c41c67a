package replication

import (
	"fmt"
	"strings"

	"reckon/arena"
	"reckon/arena/treasury"
)

// treasuries computes published answers about money and oil again: closed forms of
// the arena, and runs of cases that must come to the same.
func treasuries() []Row {
	return parts(seigniorage, printing, collapse, pegged, income, circuit, bankRun, breakEven)
}

// printing replicates table 3 of [cagan1956]: where the product of how money
// demand reacts and how fast expectations follow exceeds 1, inflation feeds itself.
// And the two lasting rates that bring in the same [brunofischer1990]: of revenue g,
// −W(−αg)/α by both branches of Lambert's function.
func printing() []Row {
	var fed []string
	for _, h := range []struct {
		of          string
		alpha, beta float64 // months, a month
	}{{"Austria", 8.55, .05}, {"Germany", 5.46, .2}, {"Greece", 4.09, .15}, {"Hungary 1922", 8.7, .1}, {"Hungary 1945", 3.63, .15}, {"Poland", 2.3, .3}, {"Russia", 3.06, .35}} {
		c := treasury.Cagan{Elasticity: h.alpha / 12}
		if sound(c.Check()); !c.Settles(h.beta * 12) {
			fed = append(fed, h.of)
		}
	}
	low, high, _ := treasury.Cagan{Elasticity: 0.5}.Inflation(0.5)
	return []Row{
		row("Seven hyperinflations", "which would have fed themselves without more printing", "Cagan 1956, table 3", "Germany, Russia", joined(fed)),
		row("Revenue of printing money", "the two rates that bring in 0.5", "Bruno and Fischer 1990, closed form", "0.714806 and 4.306585", fixed(low, 6)+" and "+fixed(high, 6)),
	}
}

// bankRun replicates the bank of [diamonddybvig1983] with relative aversion γ: of a
// unit it pays 1/(t + (1−t)·R^((1−γ)/γ)) early and R^(1/γ) times that late, and can
// be run on where it pays more than 1 early.
func bankRun() []Row {
	const name, source = "A bank that can be run on", "Diamond and Dybvig 1983, closed form"
	bank := treasury.Bank{Impatient: 0.25, Return: 1.5, Aversion: 2}
	sound(bank.Check())
	early, late := bank.Contract()
	var can []string
	for _, aversion := range []float64{0.5, 1, 2} {
		bank.Aversion = aversion
		can = append(can, map[bool]string{true: "yes", false: "no"}[bank.CanRun()])
	}
	return []Row{
		row(name, "early pay, aversion 2", source, "1.1596", fixed(early, 4)),
		row(name, "late pay, aversion 2", source, "1.4202", fixed(late, 4)),
		row(name, "can be run on at aversion 0.5, 1, 2", source, "no, no, yes", strings.Join(can, ", ")),
	}
}

// breakEven checks the price at which a budget balances, p = d + (G − T)/q: by hand,
// a million barrels a day are 365.25 million a year, so 73.05 billion are 200 a barrel.
func breakEven() []Row {
	const name = "Price of oil at which a budget balances"
	whole, part := treasury.Oil{Volume: 1, Kept: 1}, treasury.Oil{Volume: 1.4, Discount: 8, Kept: 0.7}
	sound(append(whole.Check(), part.Check()...))
	price := part.BreakEven(90, 35)
	return []Row{
		row(name, "a million barrels a day for 73.05 billion a year", byHand, "200.0000", fixed(whole.BreakEven(73.05, 0), 4)),
		row(name, "what is left at that price, with discount and leaks", byHand, "0.000000", fixed(max(0, part.Income(price)+35-90), 6)),
	}
}

// pegged is the currency peg of collapse by the closed form of the arena.
func pegged() []Row {
	const name, source = "Attack on a currency peg", "Flood and Garber 1984, closed form in logarithms"
	peg := treasury.Peg{Reserves: 0.5, Credit: 1, Growth: 0.1, Elasticity: 0.5}
	sound(peg.Check())
	return []Row{
		row(name, "years until it, by the arena", source, "3.55465", fixed(peg.Collapse(), 5)),
		row(name, "reserves that go in it, by the arena", source, "0.07316", fixed(peg.Attacked(), 5)),
		row(name, "years until they had run out by themselves, by the arena", source, "4.05465", fixed(peg.Drained(), 5)),
	}
}

// circuit is model SIM by the arena.
func circuit() []Row {
	c := treasury.Circuit{Spending: 20, Tax: 0.2, OfIncome: 0.6, OfWealth: 0.4}
	sound(c.Check())
	run := c.Run(300)
	var first []string
	for _, p := range run[:4] {
		first = append(first, fixed(p.Income, 4))
	}
	const name, source = "Model SIM", byHand + ", Godley and Lavoie 2007"
	return []Row{
		row(name, "income in periods 1 to 4, by the arena", source, "38.4615 47.9290 55.9399 62.7184", strings.Join(first, " ")),
		row(name, "income and money in the end, by the arena", source, "100.0000 80.0000", fmt.Sprintf("%s %s", fixed(run[299].Income, 4), fixed(run[299].Wealth, 4))),
	}
}

// faultless is what an arena gives if it finds no fault.
func faultless[T any](x T, faults arena.Faults) T {
	sound(faults)
	return x
}
