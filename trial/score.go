package trial

import (
	"math"
	"slices"

	"reckon"
)

// leastP is the least probability that the log score believes: below it a single
// surprise would outweigh everything else that is known about a reading.
const leastP = 0.001

func logOf(p float64) float64 { return math.Log(max(p, leastP)) }

// brierOf is Σ(p−o)² over the moves, the first of which he made: 0 to 2.
func brierOf(p []float64) float64 {
	sum := 0.0
	for i, x := range p {
		if i == 0 {
			x--
		}
		sum += x * x
	}
	return sum
}

// tally holds a witness's points on the choices it covers, by choice.
type tally struct {
	choices                  int // put to it, covered or not
	weight, log, brier, coin []float64
	hearings                 []int
}

// tallied collects the points of a witness on the choices of some days.
func (b *bench) tallied(w *witness, on func(*reckon.Event) bool) tally {
	var t tally
	for k := range b.docket {
		h := &b.docket[k]
		if h.moves == nil || !on(h.event) {
			continue
		}
		t.choices++
		if a := w.said[k]; !a.silent {
			t.add(k, h.event.Weight, a.p)
		}
	}
	return t
}

func (t *tally) add(k int, weight float64, p []float64) {
	t.hearings = append(t.hearings, k)
	t.weight = append(t.weight, weight)
	t.log = append(t.log, logOf(p[0]))
	t.brier = append(t.brier, brierOf(p))
	t.coin = append(t.coin, -math.Log(float64(len(p))))
}

// mean is the weighted mean of points; 0 without weight.
func mean(weight, points []float64) float64 {
	sum, total := 0.0, 0.0
	for i, w := range weight {
		sum += w * points[i]
		total += w
	}
	if total == 0 {
		return 0
	}
	return sum / total
}

// score is the score of a witness on the choices of some days.
func (b *bench) score(w *witness, days func(reckon.Date) bool) Score {
	t := b.tallied(w, func(e *reckon.Event) bool { return days(e.Date) })
	s := Score{
		Name: w.name, Title: w.title, Dated: w.after,
		Choices: t.choices, Covered: len(t.hearings), Known: len(t.hearings) > 0,
		LogScore: mean(t.weight, t.log), Brier: mean(t.weight, t.brier), Uniform: mean(t.weight, t.coin),
	}
	for _, x := range t.weight {
		s.Weight += x
	}
	spans := b.intervals(w.name, t.weight, t.log, t.brier)
	s.LogRange, s.BrierSpan = spans[0], spans[1]
	s.ByBasis = b.parts(w, days)
	return s
}

// reading is the score of a reading with everything that stands beside it.
func (b *bench) reading(w *witness) Score {
	s := b.score(w, w.tests)
	s.Beside = b.beside(w)
	s.Fitted = b.fitted(w)
	before := b.score(w, func(day reckon.Date) bool { return !w.tests(day) })
	if before.Choices > 0 {
		s.Retro = &before
	}
	s.Verdict = verdict(&s)
	return s
}

// parts splits a score by how we know that the choice was his.
func (b *bench) parts(w *witness, days func(reckon.Date) bool) []Part {
	var parts []Part
	for _, basis := range b.bases() {
		t := b.tallied(w, func(e *reckon.Event) bool { return days(e.Date) && e.Basis == basis })
		if t.choices > 0 {
			parts = append(parts, Part{
				Basis: basis, Choices: t.choices, Covered: len(t.hearings),
				LogScore: mean(t.weight, t.log), Brier: mean(t.weight, t.brier),
			})
		}
	}
	return parts
}

// bases lists the bases of the choices, the strongest first, unknown ones last
// by name.
func (b *bench) bases() []string {
	list := []string{"own words", "office", "reported order", "attribution"}
	var more []string
	for k := range b.docket {
		if basis := b.docket[k].event.Basis; !slices.Contains(list, basis) && !slices.Contains(more, basis) {
			more = append(more, basis)
		}
	}
	slices.Sort(more)
	return append(list, more...)
}

// beside scores the rivals on exactly the choices that a reading covers.
func (b *bench) beside(w *witness) []Rival {
	own := b.tallied(w, func(e *reckon.Event) bool { return w.tests(e.Date) })
	if len(own.hearings) == 0 {
		return nil
	}
	var list []Rival
	for _, r := range b.rivals {
		var t tally
		covered := 0
		lead := make([]float64, len(own.hearings))
		for i, k := range own.hearings {
			t.add(k, own.weight[i], r.said[k].p)
			lead[i] = own.log[i] - t.log[i]
			if !r.said[k].silent {
				covered++
			}
		}
		list = append(list, Rival{
			Name: r.name, Title: r.title, Covered: covered,
			LogScore: mean(t.weight, t.log), Brier: mean(t.weight, t.brier), Lead: mean(t.weight, lead),
			LeadSpan: b.intervals(w.name+" beside "+r.name, t.weight, lead)[0],
		})
	}
	return list
}
