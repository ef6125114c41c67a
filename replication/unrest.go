package replication

import (
	"fmt"
	"math"

	"reckon/arena/street"
)

// alone checks the share of actives where citizens do not meet: by hand, without cops
// 1 − T/(1−L), and where arrest is sure (1−L)/2·(1−h²) − T(1−h) with h = T/(1−L).
func alone() []Row {
	const name, source = "Civil violence, nobody meeting", byHand + ", Epstein 2002"
	u := street.Paper.Run(2)
	u.Ticks, u.Runs, u.CopVision = 1, 40, 0
	var rows []Row
	for _, k := range []struct {
		answer                            string
		cops, deterrence, legitimacy, hit float64
	}{
		{"active without cops, legitimacy 0.82", 0, 2.3, .82, 4. / 9},
		{"active where arrest is sure, legitimacy 0.82", .2, 1e9, .82, 0.0177778},
		{"active where arrest is sure, legitimacy 0.7", .2, 1e9, .7, 0.0666667},
	} {
		u.Cops, u.Deterrence, u.Legitimacy = k.cops, k.deterrence, k.legitimacy
		o := faultless(u.Outbreaks())
		citizens := u.Runs * 1120
		rows = append(rows, estimated(name, k.answer, source, k.hit, shareOf(int(math.Round(o.Total.Mean*float64(u.Runs))), citizens)))
	}
	return rows
}

// readings sets the outbursts of run 2 of [epstein2002] beside ours under every reading
// of its rules. The rules as printed never burst; none of the others reaches what
// is printed.
func readings(runs, ticks int) []Row {
	u := street.Paper.Run(2)
	u.Runs, u.Ticks = runs, ticks
	all := faultless(u.Readings())
	never := fmt.Sprintf("There is no outburst in %d runs of %s ticks: never more than %d are active at once, and an outburst is more than %d.", runs, thousands(ticks), all[0].Most, u.Outburst)
	var rows []Row
	for _, p := range []struct {
		answer          string
		mean, deviation float64
		of              func(street.Outbreaks) (mean, deviation street.Estimate)
	}{
		{"ticks between outbursts", 60, 55, func(o street.Outbreaks) (mean, deviation street.Estimate) { return o.Wait, o.WaitSpread }},
		{"activation of an outburst", 708, 230, func(o street.Outbreaks) (mean, deviation street.Estimate) { return o.Activation, o.ActivationSpread }},
	} {
		nearest, off := "", math.Inf(1)
		first := len(rows)
		for _, o := range all {
			mean, deviation := p.of(o)
			r := Row{Of: "Civil violence, run 2", Answer: p.answer + ", " + o.Label, Source: "Epstein 2002", Published: fmt.Sprintf("%.0f ± %.0f", p.mean, p.deviation), Ours: spread(mean, deviation), Verdict: Misses}
			if covers(mean, p.mean) && covers(deviation, p.deviation) {
				r.Verdict, r.Switch, r.Otherwise = Switched, o.Label, "as printed none"
			}
			if d := math.Abs(mean.Mean/p.mean-1) + math.Abs(deviation.Mean/p.deviation-1); d < off {
				off, nearest = d, fmt.Sprintf("%s: %.0f ± %.0f", o.Label, mean.Mean, deviation.Mean)
			}
			rows = append(rows, r)
		}
		rows[first] = rows[first].tried(never + " Nearest is " + nearest + ".")
	}
	return rows
}

// covers reports whether an interval has a number in it and says something: it
// reaches no further than a tenth from its middle.
func covers(e street.Estimate, x float64) bool {
	return e.Runs > 1 && e.Low <= x && x <= e.High && e.High-e.Mean <= e.Mean/10
}

// spread writes a mean and a standard deviation, each with its interval.
func spread(mean, deviation street.Estimate) string {
	if mean.Runs == 0 {
		return "no outburst"
	}
	return fmt.Sprintf("%.0f (%.0f to %.0f) ± %.0f (%.0f to %.0f)", mean.Mean, mean.Low, mean.High, deviation.Mean, deviation.Low, deviation.High)
}

func thousands(n int) string {
	if n < 1000 {
		return count(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}

// jump sets figures 9 to 11 of [epstein2002] beside ours: legitimacy that falls far in
// steps brings no spike, one that falls less but at once an explosion, and so do cops
// who are taken away. The rules as printed give the first and the last.
func jump() []Row {
	const name, source, runs = "Civil violence, a fall of legitimacy or of cops", "Epstein 2002, figure ", 10
	of := func(run int, rules ...street.Rule) street.Outbreaks {
		u := street.Paper.Run(run)
		u.Runs, u.Rules = runs, append(u.Rules, rules...)
		return faultless(u.Outbreaks())
	}
	bursts := func(o street.Outbreaks) string {
		if o.Most <= 50 {
			return fmt.Sprintf("none, %d active at most", o.Most)
		}
		return fmt.Sprintf("outburst, %d active at most", o.Most)
	}
	says := func(answer, figure, published string, o street.Outbreaks, expected bool) Row {
		r := Row{Of: name, Answer: answer, Source: source + figure, Published: published, Ours: bursts(o), Verdict: Misses}
		if (o.Most > 50) == expected {
			r.Verdict = Agrees
		}
		return r
	}
	sudden := says("legitimacy from 0.9 to 0.7 at once", "10", "outburst", of(4), true)
	inOf := func(o street.Outbreaks) string {
		return fmt.Sprintf("%.0f of %d runs", float64(o.Outbursts.Mean*runs), runs)
	}
	return []Row{
		says("legitimacy from 0.9 to 0.2 in 70 steps", "9", "none", of(3), false),
		sudden.tried(fmt.Sprintf("With the ratio rounded down there are outbursts, in %s, but then the fall in steps of figure 9 has some too, in %s.",
			inOf(of(4, street.RiskFloor)), inOf(of(3, street.RiskFloor)))),
		says("cops taken away one by one", "11", "outburst", of(5), true),
	}
}

// rivals sets model II of [epstein2002] beside ours: groups that hold each other
// legitimate live side by side, others end each other, later where there are cops.
func rivals() []Row {
	const name, source = "Civil violence between two groups", "Epstein 2002, model II"
	of := func(run, runs, ticks int, cops float64) street.Outbreaks {
		u := street.Paper.Run(run)
		u.Runs, u.Ticks, u.Cops = runs, ticks, cops
		return faultless(u.Outbreaks())
	}
	peace, war, kept := of(6, 5, 300, 0), of(7, 10, 500, 0), of(8, 10, 500, 0.15)
	says := func(o street.Outbreaks) string {
		return fmt.Sprintf("one is gone in %.0f of %d runs", float64(o.Extinct.Mean*float64(o.Extinct.Runs)), o.Extinct.Runs)
	}
	later := fmt.Sprintf("after %.0f ticks (%.0f to %.0f), without after %.0f", kept.Extinction.Mean, kept.Extinction.Low, kept.Extinction.High, war.Extinction.Mean)
	rows := []Row{
		{Of: name, Answer: "legitimacy 0.9, no cops", Source: source, Published: "both live on", Ours: says(peace), Verdict: Misses},
		{Of: name, Answer: "legitimacy 0.8, no cops", Source: source, Published: "one is gone", Ours: says(war), Verdict: Misses},
		{Of: name, Answer: "legitimacy 0.8, 0.15 cops a site", Source: source, Published: "one is gone later", Ours: later, Verdict: Misses},
	}
	for i, as := range []bool{peace.Extinct.Mean == 0, war.Extinct.Mean == 1, kept.Extinction.Low > war.Extinction.Mean} {
		if as {
			rows[i].Verdict = Agrees
		}
	}
	return rows
}
