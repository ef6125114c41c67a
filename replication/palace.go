package replication

import (
	"fmt"
	"slices"
	"strings"

	"reckon/arena/palace"
	"reckon/draw"
)

// palaces computes published answers about organs, juntas and how leaders leave again.
func palaces() []Row {
	return parts(juntas, nearEquals, watched, anotherWatch, selectorate, gompertz, risks, exits, propositions)
}

// armed is organs of these forces, named by letters.
func armed(force ...float64) palace.Capital {
	var c palace.Capital
	for i, f := range force {
		c.Organs = append(c.Organs, palace.Organ{Name: string(rune('A' + i)), Force: f})
	}
	return c
}

// juntas are coalitions that can rule for good [acemoglu2008], by hand from the
// definition: no part of it that outweighs the rest is such a coalition itself.
func juntas() []Row {
	var rows []Row
	for _, k := range []struct {
		force []float64
		rule  string
	}{
		{[]float64{3, 4}, "4"},
		{[]float64{3, 4, 5}, "3, 4, 5"},
		{[]float64{3, 4, 5, 6}, "3, 4, 5"},
		{[]float64{3, 4, 5, 7}, "3, 4, 5"},
		{[]float64{3, 4, 5, 10}, "3, 4, 5"},
		{[]float64{1, 2, 3.5}, "3.5"},
		{[]float64{2, 4, 7, 10}, "4, 7, 10"},
		{[]float64{1, 1.5, 2.25, 2.5, 3}, "1, 2.25, 2.5"},
	} {
		var ours []string
		for _, name := range faultless(armed(k.force...).Junta()).Members {
			ours = append(ours, fmt.Sprint(k.force[name[0]-'A']))
		}
		var among []string
		for _, f := range k.force {
			among = append(among, fmt.Sprint(f))
		}
		rows = append(rows, row("Who can rule together", "of "+strings.Join(among, ", "), byHand+", Acemoglu, Egorov and Sonin 2008", k.rule, strings.Join(ours, ", ")))
	}
	return rows
}

// nearEquals: of n whose forces are nearly equal the largest 2^k − 1 that is not
// above n rule [acemoglu2008].
func nearEquals() []Row {
	var sizes []string
	for n := 2; n <= 16; n++ {
		var force []float64
		for i := range n {
			force = append(force, 1+float64(i)*1e-3)
		}
		sizes = append(sizes, count(len(faultless(armed(force...).Junta()).Members)))
	}
	return []Row{row("Who can rule together", "how many of 2 to 16 near equals", "Acemoglu, Egorov and Sonin 2008", "1, 3, 3, 3, 3, 7, 7, 7, 7, 7, 7, 7, 7, 15, 15", strings.Join(sizes, ", "))}
}

// watched are six organs of equal force that watch each other with chance 0.3. By hand:
// a plot of k costs k·e + λ·w, w its watchers outside, with e = −ln(1 − distrust)
// and λ = −ln 0.7. Whoever holds the watchers goes unseen.
func watched() []Row {
	const name = "Six organs that watch each other"
	six := func(distrust float64, watches func(by, of int) bool) palace.Capital {
		c := armed(1, 1, 1, 1, 1, 1)
		for i := range c.Organs {
			c.Organs[i].Distrust = distrust
			for j := range c.Organs {
				if i != j && watches(i, j) {
					c.Watches = append(c.Watches, palace.Watch{By: c.Organs[i].Name, Of: c.Organs[j].Name, Chance: 0.3})
				}
			}
		}
		return c
	}
	e, lambda := -draw.Log(0.8), -draw.Log(0.7)
	var rows []Row
	for _, k := range []struct {
		graph    string
		distrust float64
		watches  func(by, of int) bool
		members  int
		cost     float64
	}{
		{"all watch all, no distrust", 0, func(_, _ int) bool { return true }, 6, 0},
		{"all watch all, distrust 0.2", 0.2, func(_, _ int) bool { return true }, 6, 6 * e},
		{"a ring, distrust 0.2", 0.2, func(by, of int) bool { return of == (by+1)%6 }, 3, float64(3*e) + lambda},
		{"one watches all, distrust 0.2", 0.2, func(by, _ int) bool { return by == 0 }, 3, 3 * e},
		{"two watch all, distrust 0.2", 0.2, func(by, _ int) bool { return by < 2 }, 3, 3 * e},
	} {
		plot := faultless(six(k.distrust, k.watches).Weakest())
		if err := plot.Check(); err != nil {
			panic("replication: " + err.Error())
		}
		rows = append(rows, row(name, "the riskiest plot, and its cost: "+k.graph, byHand,
			fmt.Sprintf("%d members, %s", k.members, fixed(k.cost, 6)), fmt.Sprintf("%d members, %s", len(plot.Coalition), fixed(max(0, plot.Cost), 6))))
	}
	return rows
}

// anotherWatch adds a watch to random palaces of six: by hand, it multiplies the chance
// of every plot to stay undetected by 1 or less, so no risk can rise.
func anotherWatch() []Row {
	const palaces, names = 300, "ABCDEF"
	rose, fell := 0, 0
	for run := range uint64(palaces) {
		u := func(purpose, entity int) float64 {
			return draw.Key{Seed: 1, Run: run, Purpose: uint32(purpose), Entity: uint64(entity)}.Uniform()
		}
		c := armed(1, 1, 1, 1, 1, 1)
		for i := range names {
			c.Organs[i].Force, c.Organs[i].Distrust = 0.5+u(1, i), 0.3*u(2, i)
			for j := range names {
				if i != j && u(3, 6*i+j) < 0.4 {
					c.Watches = append(c.Watches, palace.Watch{By: names[i : i+1], Of: names[j : j+1], Chance: 0.5 * u(4, 6*i+j)})
				}
			}
		}
		before := faultless(c.Weakest()).Risk
		of := 1 + int(5*u(5, 0)) // who watches is A
		c.Watches = append(slices.DeleteFunc(c.Watches, func(w palace.Watch) bool { return w.By == "A" && w.Of == names[of:of+1] }),
			palace.Watch{By: "A", Of: names[of : of+1], Chance: 0.6})
		switch after := faultless(c.Weakest()).Risk; {
		case after > before*(1+1e-12):
			rose++
		case after < before*(1-1e-12):
			fell++
		}
	}
	return []Row{
		row("Another watch", "palaces of 300 whose risk rises", byHand, "0", count(rose)),
		row("Another watch", "palaces whose risk falls", byHand, "some", map[bool]string{true: "some", false: "none"}[fell > 0]),
	}
}

// selectorate replicates what a ruler spends who needs W of S with private goods alone:
// z = R·v·(1 − δ)/(1 − δ·W/S) [buenodemesquita2003].
func selectorate() []Row {
	var rows []Row
	for _, k := range []struct {
		needed    int
		published string
	}{{1, "0.109890"}, {5, "0.181818"}, {10, "1.000000"}} {
		j := palace.Junta{Members: make([]string, k.needed), Organs: 10}
		rows = append(rows, row("What a coalition costs, patience 0.9", fmt.Sprintf("share spent where %d of 10 are needed", k.needed), "Bueno de Mesquita and others 2003, closed form", k.published, fixed(j.Spending(1, 1, 0.9), 6)))
	}
	return rows
}

// exits are the laws of gompertz and risks by the integrals of the arena.
func exits() []Row {
	h := palace.Hazards{Frailty: 0.04, Uprising: 0.02, Resignation: 0.01, Abroad: 0.005}
	const coups, years = 0.03, 10
	by, stays := h.By(years, coups, -1)
	gone := 1 - draw.Exp(-0.105*years)
	_, lives := palace.Hazards{Frailty: 0.02, Ageing: 0.15}.By(12, 0, -1)
	const name, source = "How a leader leaves", "Prentice and others 1978, closed form"
	return []Row{
		places(name, "by a coup within 10 years, rates constant", source, coups/0.105*gone, by[1], 6),
		places(name, "by an uprising", source, 0.02/0.105*gone, by[3], 6),
		places(name, "stays", source, 1-gone, stays, 6),
		places(name, "lives 12 years, Gompertz's law", "Gompertz 1825, closed form", draw.Exp(-0.02/0.15*(draw.Exp(0.15*12)-1)), lives, 6),
	}
}

// propositions sets what the literature holds about palaces beside what comes out of
// ours over random ones.
func propositions() []Row {
	const palaceRuns = 200
	var rows []Row
	for _, p := range faultless(palace.Hazards{}.Panel(1, palaceRuns)) {
		r := Row{Of: "Propositions about palaces", Answer: p.ID + ": " + p.Says, Source: authors[p.Source], Published: p.Expected, Verdict: Misses}
		if p.Verdict == palace.Missing {
			r.Published, r.Ours = "said", "not represented"
			rows = append(rows, r.tried("Our palace has no such part."))
			continue
		}
		r.Ours = signed(fmt.Sprintf("%+.3f on average, the sign in %.0f of %d palaces, by its %s", p.Effect, p.Share*palaceRuns, palaceRuns, p.Rests))
		if p.Verdict == palace.Holds {
			r.Verdict = Agrees
		}
		rows = append(rows, r.tried("Looked at: "+p.Change+"."))
	}
	return rows
}

// authors writes keys of the panel's sources as the other tables do.
var authors = map[string]string{
	"debruin2018": "De Bruin 2018", "debruin2020": "De Bruin 2020", "powell2012": "Powell 2012", "sudduth2017": "Sudduth 2017", "mcmahon2015": "McMahon and Slantchev 2015",
	"svolik2013": "Svolik 2013", "svolik2009": "Svolik 2009", "frantz2016": "Frantz and Stein 2016", "zhou2021": "Zhou 2021", "egorov2011": "Egorov and Sonin 2011",
	"buenodemesquita2003": "Bueno de Mesquita and others 2003",
}
