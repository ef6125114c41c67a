package replication

import "fmt"

// income replicates model SIM, money that a government spends and taxes
// [godley2007]. Income and spending hang on each other within a period, so income
// is worked out from both equations. By hand: money at the start of period t+1 is
// 80·(1 − (11/13)^t), which with spending of 20 and money of 0 gives all the rest.
func income() []Row {
	const name, source = "Model SIM", byHand + ", Godley and Lavoie 2007"
	at := walked(timed(300, `
parameter "government" { value = 20 }
parameter "tax" { value = 0.2 }
parameter "of_income" { value = 0.6 }
parameter "of_money" { value = 0.4 }
measure "income" { is = (government + of_money * money) / (1 - of_income * (1 - tax)) }
measure "disposable" { is = income * (1 - tax) }
measure "consumption" { is = of_income * disposable + of_money * money }
measure "money" {
  start = 0
  next  = money + disposable - consumption
}
`), "")
	var rows []Row
	for t, published := range []string{"38.4615", "47.9290", "55.9399", "62.7184"} {
		rows = append(rows, row(name, fmt.Sprintf("income in period %d", t+1), source, published, fixed(at("income", t), 4)))
	}
	return append(rows,
		row(name, "consumption in period 1", source, "18.4615", fixed(at("consumption", 0), 4)),
		row(name, "money after period 1", source, "12.3077", fixed(at("money", 1), 4)),
		row(name, "income in the end", source, "100.0000", fixed(at("income", 300), 4)),
		row(name, "money in the end", source, "80.0000", fixed(at("money", 300), 4)))
}
