package coupling

import (
	"fmt"

	"reckon/draw"
)

// successionResult is what a report of a succession holds for scripts.
type successionResult struct {
	Rule       string                `json:"rule"`
	Causes     []successionCauseOf   `json:"causes"`
	Stays      float64               `json:"stays_a_year"`
	Candidates []successionCandidate `json:"candidates"`
	Will       float64               `json:"will"`
	MeanWill   float64               `json:"mean_will_after"`
	More       float64               `json:"more_willing"`
}

// successionCauseOf is a cause with its chance within a year at present rates.
type successionCauseOf struct {
	Name   string  `json:"name"`
	Rate   float64 `json:"rate"`
	Chance float64 `json:"chance_in_a_year"`
}

// successionCandidate is one who may follow.
type successionCandidate struct {
	Name   string  `json:"name"`
	Title  string  `json:"title"`
	Chance float64 `json:"chance"`
	Will   float64 `json:"will"`
	Doubt  float64 `json:"doubt"`
}

// report shows how the office would fall vacant within a year at present rates, who
// would follow, and whether he would give way more readily.
func (m *successionModel) report(in []float64, r *Report) *trouble {
	run := m.runner().(*successionRunner)
	if bad := run.put(in); bad != nil {
		return bad
	}
	chances, bad := run.own.Chances()
	if len(bad) > 0 {
		return &trouble{-1, bad[0].At + ": " + bad[0].Message}
	}
	res := successionResult{Rule: string(run.own.Rule), Will: in[m.will]}
	if t := m.causesIn(in, &res); t != nil {
		return t
	}
	for i, p := range chances {
		c := run.own.Candidates[i]
		res.Candidates = append(res.Candidates, successionCandidate{c.Name, m.candidates[i].Title, p, c.Stance, c.Doubt})
	}
	res.MeanWill, res.More = run.own.Bends(chances)
	m.tell(r, &res)
	r.Result = res
	return nil
}

// causesIn gives the chance of each cause within a year, by competing risks:
// λ_k/Λ·(1−e^(−Λ)). What has a chance a step counts as the rate that gives it.
func (m *successionModel) causesIn(in []float64, res *successionResult) *trouble {
	total := 0.0
	for k, name := range m.causes {
		rate, p := in[m.rate[k]], in[m.chance[k]]
		if !(rate >= 0) {
			return &trouble{m.rate[k], fmt.Sprintf("%v, and a rate is a number from 0 up", rate)}
		}
		if !(p >= 0 && p <= 1) {
			return &trouble{m.chance[k], fmt.Sprintf("%v, and a chance is a number from 0 to 1", p)}
		}
		rate -= draw.Log(max(1-p, 1e-300)) / m.years
		res.Causes = append(res.Causes, successionCauseOf{Name: name, Rate: rate})
		total += rate
	}
	res.Stays = draw.Exp(-total)
	for k := range res.Causes {
		if total > 0 {
			res.Causes[k].Chance = res.Causes[k].Rate / total * (1 - res.Stays)
		}
	}
	return nil
}

// tell puts the result into sentences and tables.
func (m *successionModel) tell(r *Report, res *successionResult) {
	r.say(fmt.Sprintf("At present rates the office is held on for another year with a chance of %s.", figure(res.Stays)))
	r.say(fmt.Sprintf("If it fell vacant today, those who may follow would give way with a will of %s on the mean, beside %s of the one in office; the chance that the next is more willing is %s.",
		figure(res.MeanWill), figure(res.Will), figure(res.More)))
	var rows [][]string
	for _, c := range res.Causes {
		rows = append(rows, []string{c.Name, figure(c.Rate), figure(c.Chance)})
	}
	r.table("How the office would fall vacant", []string{"cause", "rate a year", "chance within a year"}, rows, "At the rates of the day; each cause as far as none came before.")
	rows = nil
	for _, c := range res.Candidates {
		will := figure(c.Will)
		if c.Doubt > 0 {
			will += " ± " + figure(c.Doubt)
		}
		rows = append(rows, []string{c.Title, figure(c.Chance), will})
	}
	r.table("Who would follow", []string{"candidate", "chance", "will to give way"}, rows, "Rule: "+res.Rule+".")
}
