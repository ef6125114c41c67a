package replication

import (
	"reckon/arena/council"
)

// voting replicates the power of votes: the index of [shapley1954] and that of
// [banzhaf1965].
func voting() []Row {
	var rows []Row
	for _, v := range []struct {
		name             string
		quota            float64
		votes            []float64
		shapley, banzhaf string
	}{
		{"Votes of 50, 49 and 1, quota 51", 51, []float64{50, 49, 1}, "0.6667 0.1667 0.1667", "0.6000 0.2000 0.2000"},
		{"Council of the EEC 1958, quota 12", 12, []float64{4, 4, 4, 2, 2, 1}, "0.2333 0.2333 0.2333 0.1500 0.1500 0.0000", "0.2381 0.2381 0.2381 0.1429 0.1429 0.0000"},
	} {
		var seats [][]float64
		for _, votes := range v.votes {
			seats = append(seats, []float64{votes, 50, 50})
		}
		shapley, banzhaf, faults := seated(seats).Voting(v.quota)
		sound(faults)
		rows = append(rows,
			row(v.name, "power in orders of joining", "Shapley and Shubik 1954, closed form", v.shapley, chances(shapley)),
			row(v.name, "power by swings", "Banzhaf 1965, closed form", v.banzhaf, chances(banzhaf)))
	}
	return rows
}

// condorcet checks what an election among positions must give: to each of three alike
// a third, and to two as far apart as can be their shares of the power.
func condorcet() []Row {
	const name = "Election among positions"
	chance := func(rules council.SpatialRules, seats [][]float64) string {
		rules.MaxTurns = 1
		c, faults := seated(seats).Spatial(rules)
		sound(faults)
		return chances(c.Chances[0])
	}
	var rows []Row
	for _, election := range []council.Rule{council.Conditional, council.MarkovUniform, council.MarkovIncentive} {
		rules := council.SpatialRules{Election: election}
		rows = append(rows,
			row(name, "three alike at the corners of a triangle, "+string(election), byHand, "0.3333 0.3333 0.3333",
				chance(rules, [][]float64{{1, 100, 30, 0, 30, 0, 30}, {1, 0, 30, 100, 30, 0, 30}, {1, 0, 30, 0, 30, 100, 30}})))
	}
	return append(rows,
		row(name, "two of power 3 and 1 far apart", byHand, "0.7500 0.2500", chance(council.SpatialRules{}, [][]float64{{3, 0, 100}, {1, 100, 100}})))
}

// divided replicates solutions of bargains of two: on a straight frontier both split
// what is above no deal, and Kalai and Smorodinsky's example in which Nash gives less
// to a side for which there is more everywhere [kalai1975].
func divided() []Row {
	straight := council.Bargain{NoDeal: [2]float64{2, 1}, Alternatives: [][2]float64{{10, 0}, {0, 10}}}
	narrow := council.Bargain{Alternatives: [][2]float64{{0, 1}, {1, 0}, {.75, .75}}}
	wide := council.Bargain{Alternatives: [][2]float64{{0, 1}, {1, 0}, {1, .7}}}
	var rows []Row
	for _, b := range []struct {
		of, source, nash, kalai string
		bargain                 council.Bargain
	}{
		{"A straight frontier", byHand, "5.5000 4.5000", "5.5000 4.5000", straight},
		{"The example of Kalai and Smorodinsky, first set", "Kalai and Smorodinsky 1975", "0.7500 0.7500", "0.7500 0.7500", narrow},
		{"The example of Kalai and Smorodinsky, larger set", "Kalai and Smorodinsky 1975", "1.0000 0.7000", "0.7692 0.7692", wide},
	} {
		nash, _, faults := b.bargain.Nash()
		sound(faults)
		kalai, _, faults := b.bargain.KalaiSmorodinsky()
		sound(faults)
		rows = append(rows, row(b.of, "Nash", b.source, b.nash, chances(nash[:])), row(b.of, "Kalai–Smorodinsky", b.source, b.kalai, chances(kalai[:])))
	}
	return rows
}
