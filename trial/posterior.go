package trial

import (
	"fmt"
	"math"
	"slices"

	"reckon"
)

// leastChoices is the number of choices below which readings are not ranked at
// all: intervals from fewer say nothing.
const leastChoices = 5

// stages compares the readings that existed by some day on the choices after
// it, for the date of every reading in turn. The posterior weight of a reading is
//
//	prior × Π p(what he did)^weight,
//
// p at least 0.001, normalised over the readings. A reading that is silent on a
// choice counts as a coin toss there: readings can only be weighed on the same
// choices, and who does not distinguish the moves gives each the same chance. So
// silence neither gains nor loses against knowing nothing.
func (b *bench) stages() []Stage {
	stages := []Stage{}
	for _, day := range b.dates() {
		stages = append(stages, b.stage(day))
	}
	return stages
}

// dates lists the dates of the readings, oldest first.
func (b *bench) dates() []reckon.Date {
	var days []reckon.Date
	for _, w := range b.readings {
		if w.after != 0 {
			days = append(days, w.after)
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

func (b *bench) stage(day reckon.Date) Stage {
	s := Stage{After: day, Readings: []string{}}
	var prior []float64
	var logs [][]float64 // by member, then choice: weight × ln p
	all := b.priors()
	for i, w := range b.readings {
		if w.after == 0 || w.after > day {
			continue
		}
		s.Readings = append(s.Readings, w.name)
		prior = append(prior, all[i])
		logs = append(logs, nil)
		for k := range b.docket {
			if h := &b.docket[k]; h.moves != nil && h.event.Date > day {
				logs[len(logs)-1] = append(logs[len(logs)-1], h.event.Weight*logOf(w.said[k].p[0]))
			}
		}
	}
	s.Choices = len(logs[0])
	every := make([]int, s.Choices)
	for i := range every {
		every[i] = i
	}
	s.Posterior = posterior(prior, logs, every)
	s.Interval = b.posteriorSpans(fmt.Sprintf("stage after %s", day), s.Posterior, prior, logs)
	s.Overlap = overlap(&s)
	return s
}

// posteriorSpans draws choices anew and returns the interval of each weight.
func (b *bench) posteriorSpans(name string, point, prior []float64, logs [][]float64) [][2]float64 {
	drawn := make([][]float64, len(prior))
	b.resample(name, len(logs[0]), func(pick []int) {
		for i, p := range posterior(prior, logs, pick) {
			drawn[i] = append(drawn[i], p)
		}
	})
	spans := make([][2]float64, len(prior))
	for i := range spans {
		if spans[i] = middle90(drawn[i]); drawn[i] == nil {
			spans[i] = [2]float64{point[i], point[i]}
		}
	}
	return spans
}

// posterior is Bayes' rule in logs on some of the choices.
func posterior(prior []float64, logs [][]float64, pick []int) []float64 {
	sums := make([]float64, len(prior))
	best := math.Inf(-1)
	for i := range prior {
		sums[i] = math.Log(prior[i])
		for _, k := range pick {
			sums[i] += logs[i][k]
		}
		best = max(best, sums[i])
	}
	total := 0.0
	for i := range sums {
		sums[i] = math.Exp(sums[i] - best)
		total += sums[i]
	}
	for i := range sums {
		sums[i] /= total
	}
	return sums
}

// overlap reports whether the leader's interval meets another's, or whether
// there are too few choices for an interval to mean anything.
func overlap(s *Stage) bool {
	first := lead(s)
	for i := range s.Readings {
		if i != first && (s.Choices < leastChoices || s.Interval[i][1] >= s.Interval[first][0]) {
			return true
		}
	}
	return false
}

// lead returns the index of the reading with the greatest weight.
func lead(s *Stage) int {
	first := 0
	for i, p := range s.Posterior {
		if p > s.Posterior[first] {
			first = i
		}
	}
	return first
}

// priors returns the readings' prior weights, summing to 1. In a case from text
// every reading has one: what stated priors leave is shared by the rest. In a
// case made otherwise, one without has the mean of the others, or all are equal.
func (b *bench) priors() []float64 {
	sum, n := 0.0, 0
	for i := range b.c.Readings {
		if p := b.c.Readings[i].Prior; p > 0 {
			sum, n = sum+p, n+1
		}
	}
	priors := make([]float64, len(b.c.Readings))
	total := 0.0
	for i := range priors {
		switch p := b.c.Readings[i].Prior; {
		case p > 0:
			priors[i] = p
		case n > 0:
			priors[i] = sum / float64(n)
		default:
			priors[i] = 1
		}
		total += priors[i]
	}
	for i := range priors {
		priors[i] /= total
	}
	return priors
}

// posteriors enters the weights of the last stage, in which every dated reading
// is tested. A reading without a date keeps its prior, and the others share the
// rest.
func (b *bench) posteriors(r *Report) {
	priors := b.priors()
	free := 0.0
	for i := range r.Readings {
		r.Readings[i].Prior = priors[i]
		r.Readings[i].Posterior = priors[i]
		r.Readings[i].Interval = [2]float64{priors[i], priors[i]}
		if r.Readings[i].Dated != 0 {
			free += priors[i]
		}
	}
	if len(r.Stages) == 0 {
		return
	}
	last := r.Stages[len(r.Stages)-1]
	for i := range r.Readings {
		if j := slices.Index(last.Readings, r.Readings[i].Name); j >= 0 {
			r.Readings[i].Posterior = free * last.Posterior[j]
			r.Readings[i].Interval = [2]float64{free * last.Interval[j][0], free * last.Interval[j][1]}
		}
	}
}
