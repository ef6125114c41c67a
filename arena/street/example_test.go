package street_test

import (
	"fmt"

	"reckon"
	"reckon/arena/street"
)

func ExampleLaw() {
	crowd := street.Law{Of: reckon.Normal, Args: []float64{25, 10}}
	joined, _ := crowd.Rise(0, 100)
	critical, _ := crowd.CriticalSpread(25, 100)
	fmt.Printf("%.4f of 100 join; above a deviation of %.4f nearly all do\n", joined, 10*critical)
	// Output: 0.7696 of 100 join; above a deviation of 12.2221 nearly all do
}

func ExampleStrike() {
	truckers := street.Strike{
		Workers: 1000, Wage: 200, Pay: 100, Fund: 1e6, Solidarity: 2e4, Decay: 0.1,
		Endurance: street.Law{Of: reckon.LogNormal, Args: []float64{8, 0.5}},
	}
	weeks, _ := truckers.Exhaustion()
	course, _ := truckers.Course(26)
	fmt.Printf("if all stay out the fund lasts %.1f weeks; after 13 and 26 weeks %.0f and %.0f %% are out\n", weeks, 100*course[12].OnStrike, 100*course[25].OnStrike)
	// Output: if all stay out the fund lasts 11.4 weeks; after 13 and 26 weeks 72 and 5 % are out
}

// Legitimacy falls from 0.9 to 0.2, at once or by a hundredth a tick.
func ExampleUnrest_Compare() {
	u := street.Paper.Run(3)
	u.Ticks, u.Runs = 100, 3
	sudden, gradual, less, _ := u.Compare()
	fmt.Printf("most at once: %.0f if it falls %s, %.0f %s; by run %+.0f\n",
		sudden.Peak.Mean, sudden.Label, gradual.Peak.Mean, gradual.Label, less.Peak.Mean)
	// Output: most at once: 364 if it falls at once, 3 step by step; by run +362
}
