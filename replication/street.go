package replication

import (
	"math"
	"strings"

	"reckon"
	"reckon/arena/street"
	"reckon/draw"
)

// streets computes published answers about crowds again.
func streets() []Row {
	return append(parts(granovetter, kuran, parking, watts, regimes, strikers, alone, jump, rivals), readings(3, 1000)...)
}

// longStreets is streets with more and longer runs of civil violence.
func longStreets() []Row {
	return append(parts(granovetter, kuran, parking, watts, regimes, strikers, alone, jump, rivals), readings(20, 3000)...)
}

// joining is how many of a hundred join in the end, nobody having to begin with.
func joining(l street.Law) float64 { return faultless(l.Rise(0, 100)) }

func normalLaw(mean, deviation float64) street.Law {
	return street.Law{Of: reckon.Normal, Args: []float64{mean, deviation}}
}

// wholeLaw is thresholds 0 to n − 1, each as likely.
func wholeLaw(n int) street.Law {
	l := street.Law{Points: make([]float64, n)}
	for i := range l.Points {
		l.Points[i] = float64(i)
	}
	return l
}

// granovetter replicates crowds of a hundred [granovetter1978]: of thresholds 0 to 99
// all join; with a 2 in place of the 1 one does. With normal thresholds of mean 25 a
// spread of 12.2 parts few from all; what is beyond print solves x = 100·Φ((x − 25)/σ).
func granovetter() []Row {
	const name, source, solved = "A hundred who look at each other", "Granovetter 1978", byHand + ", Granovetter 1978"
	crowd := wholeLaw(100)
	all := joining(crowd)
	crowd.Points[1] = 2
	bell := normalLaw(25, 1)
	critical := faultless(bell.CriticalSpread(25, 100))
	return []Row{
		row(name, "join, thresholds 0 to 99", source, "100", fixed(all, 0)),
		row(name, "join, a 2 in place of the 1", source, "1", fixed(joining(crowd), 0)),
		row(name, "join, thresholds 25 ± 12.2 and 25 ± 12.3", source, "few, all", crowdOf(joining(normalLaw(25, 12.2)))+", "+crowdOf(joining(normalLaw(25, 12.3)))),
		row(name, "the spread that parts few from all", solved, "12.2221", fixed(critical, 4)),
		row(name, "join, thresholds 25 ± 10, 11, 12", solved, "0.7696 1.7130 4.0211",
			strings.Join([]string{fixed(joining(normalLaw(25, 10)), 4), fixed(joining(normalLaw(25, 11)), 4), fixed(joining(normalLaw(25, 12)), 4)}, " ")),
	}
}

func crowdOf(joined float64) string {
	if joined < 10 {
		return "few"
	}
	return "all"
}

// kuran replicates sizes of a public that keep themselves up, x = F(x), and how far
// thresholds must fall before it jumps [kuran1989]: by hand for F = 3x² − 2x³, and for
// the normal law at the points where its density is 1.
func kuran() []Row {
	const name, source = "A public that keeps itself up", byHand + ", Kuran 1989"
	third := street.Law{Of: reckon.Beta, Args: []float64{0.5, draw.Function("sqrt")(0.05)}}
	var at, stable []string
	for _, e := range faultless(third.Equilibria(1)) {
		at, stable = append(at, fixed(e.At, 6)), append(stable, map[bool]string{true: "stable", false: "not"}[e.Stable])
	}
	bell := normalLaw(0.5, 0.2)
	up, down, _, faults := bell.Tipping(1)
	sound(faults)
	z := draw.Function("sqrt")(-2 * draw.Log(0.2*draw.Function("sqrt")(2*math.Pi)))
	below := draw.CDF(reckon.Normal, -z, 0, 1)
	return []Row{
		row(name, "its sizes, thresholds as 3x² − 2x³", source, "0.000000, 0.500000, 1.000000", strings.Join(at, ", ")),
		row(name, "which of them last", source, "stable, not, stable", strings.Join(stable, ", ")),
		places(name, "thresholds 0.5 ± 0.2 fall before all rise", source, 0.5-0.2*z-below, up, 6),
		places(name, "and rise before all is quiet", source, 0.5+0.2*z-(1-below), down, 6),
	}
}

// parking replicates the law of how many of n join whose thresholds are drawn evenly
// from 0 to n − 1: C(n,k)(k+1)^(k−1)(n−k−1)^(n−k)/nⁿ, and that all do
// (n+1)^(n−1)/nⁿ, the chance that n cars park [konheim1966].
func parking() []Row {
	const name, source = "Thresholds drawn by lot", "Konheim and Weiss 1966, closed form"
	five, ten := wholeLaw(5), wholeLaw(10)
	of5, of10 := faultless(five.Joined(5)), faultless(ten.Joined(10))
	sum := 0.0
	for _, p := range of10 {
		sum += p
	}
	return []Row{
		row(name, "0, 1, 8 and 9 of 10 join", source, "0.348678 0.134218 0.021523 0.000000", fixed(of10[0], 6)+" "+fixed(of10[1], 6)+" "+fixed(of10[8], 6)+" "+fixed(of10[9], 6)),
		row(name, "all of 10 join", source, "0.2357947691", fixed(of10[10], 10)),
		row(name, "all of 5 join", source, "0.41472", fixed(of5[5], 5)),
		row(name, "any number of 10", byHand, "1.0000000000", fixed(sum, 10)),
	}
}

// watts replicates the window of [watts2002]: one person sets off a cascade in a
// Poisson network of mean degree z only between the ends where
// z·e^(−z)·Σ_{k≤3} z^k/k! = 1, at the threshold 0.18.
func watts() []Row {
	const name, source = "Cascades on a network, threshold 0.18", "Watts 2002, closed form"
	n := street.Network{People: 2000, Shape: street.Poisson, Degree: 4, Thresholds: street.Law{Of: reckon.Exact, Args: []float64{0.18}}, Seeds: 1, Seed: 1}
	low, high, _, faults := n.Window()
	sound(faults)
	share := func(degree float64) string {
		n.Degree = degree
		large := 0
		for run := range uint32(40) {
			if faultless(n.Cascade(run)) > 0.5 {
				large++
			}
		}
		if large > 0 {
			return "some"
		}
		return "none"
	}
	return []Row{
		row(name, "the degrees between which one person can set off all", source, "1.02070 to 5.76468", fixed(low, 5)+" to "+fixed(high, 5)),
		row(name, "large cascades of 40, degrees 3 and 9, 2,000 people", source, "some, none", share(3)+", "+share(9)),
	}
}

// regimes replicates the global game of regime change [morrisshin2003]: the regime
// falls below a strength of 1 − c whatever the precision β of what each sees, and who
// sees less than 1 − c − Φ⁻¹(c)/√β attacks; with public news of precision α that is
// all there is while α/√β ≤ √(2π).
func regimes() []Row {
	const name, source = "Attack on a regime", "Morris and Shin 2003, closed form"
	var at []string
	for _, precision := range []float64{0.1, 4, 1000} {
		g := street.RegimeChange{Cost: 0.3, Private: precision}
		at = append(at, fixed(faultless(g.Equilibria())[0].At, 6))
	}
	g := street.RegimeChange{Cost: 0.3, Private: 4}
	signal := faultless(g.Equilibria())[0].Signal
	edge := draw.Function("sqrt")(2 * math.Pi)
	var outcomes []string
	for _, public := range []float64{edge * 0.999, edge * 1.01} {
		g := street.RegimeChange{Cost: 0.5, Private: 1, Public: public, Mean: 0.5}
		outcomes = append(outcomes, count(len(faultless(g.Equilibria()))))
	}
	return []Row{
		row(name, "the strength below which it falls, precision 0.1, 4, 1000", source, "0.700000, 0.700000, 0.700000", strings.Join(at, ", ")),
		row(name, "the signal below which one attacks, precision 4", source, "0.96220", fixed(signal, 5)),
		row(name, "outcomes, public news just below and above √(2π)", source, "1, 3", strings.Join(outcomes, ", ")),
	}
}

// strikers checks how long a strike fund lasts: by hand F/(B − S) where solidarity S
// stays; where it dwindles at the rate d, what is left of F + S(1 − e^(−dt))/d − Bt is 0.
func strikers() []Row {
	const name = "A strike fund"
	s := street.Strike{Workers: 1000, Wage: 200, Pay: 100, Fund: 1e6, Solidarity: 2e4, Endurance: street.Law{Of: reckon.Exact, Args: []float64{1e6}}}
	steady := faultless(s.Exhaustion())
	s.Decay = 0.1
	dwindling := faultless(s.Exhaustion())
	left := s.Fund + float64(s.Solidarity*(1-draw.Exp(-s.Decay*dwindling))/s.Decay) - s.Workers*s.Pay*dwindling
	bare := street.Strike{Workers: 1000, Wage: 200, Pay: 100, Endurance: street.Law{Of: reckon.Between, Args: []float64{0, 10}}}
	course := faultless(bare.Course(8))
	return []Row{
		row(name, "weeks that a million lasts, 100,000 out and 20,000 in", byHand, "12.5000", fixed(steady, 4)),
		row(name, "what is left when it is gone, solidarity dwindling", byHand, "0.00", fixed(math.Abs(left), 2)),
		row(name, "on strike in week 8, no money, each bears 0 to 10 weeks", byHand, "0.3000", fixed(course[7].OnStrike, 4)),
	}
}
