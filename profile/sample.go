package profile

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// leastSample is how many leaders a sample needs before it is compared with.
const leastSample = 10

// steady is the reliability below which a place in a sample is no finding.
const steady = 0.5

// presidents are scores of the presidents of the United States in their spoken
// State of the Union addresses; docs/profile.md says how to make them again.
var presidents = &Norms{rows: loadRows("presidents"), own: true}

// Add puts the indices of one leader, all sources together, into the sample, with
// those over his odd and his even documents, in the order given. It says why
// there are none; "" when there are.
func (n *Norms) Add(leader string, coded []*Coded) (refused string) {
	var half [2]unit
	for k, c := range coded {
		for i := range c.units {
			half[k%2].add(&c.units[i])
		}
	}
	odd, even := half[0].indices(), half[1].indices()
	p := part(coded, "", &Settings{Draws: 1})
	source := fmt.Sprintf("%d documents, %d words", len(coded), p.Words)
	for _, list := range [][]Index{p.VICS, p.LTA} {
		for _, x := range list {
			if x.Known {
				n.rows = append(n.rows, normRow{leader: leader, index: x.Name, mean: x.Value, sd: math.NaN(), n: 1, odd: odd[x.Name], even: even[x.Name], source: source, coder: coder})
			}
		}
	}
	if p.VICS == nil && p.LTA == nil {
		return p.NoVICS
	}
	return ""
}

// indices are all of them by name.
func (u *unit) indices() map[string]float64 {
	all := map[string]float64{}
	for k, x := range u.literal.indices() {
		all[vicsNames[k][0]] = x
	}
	for k, x := range u.traits.indices() {
		all[traitNames[k][0]] = x
	}
	return all
}

// without is the sample without a leader: nobody is compared with himself.
func (n *Norms) without(leader string) *Norms {
	return &Norms{rows: n.rows, own: n.own, except: leader}
}

// scores lists the sample's values of one index in ascending order.
func (n *Norms) scores(index string) []float64 {
	var list []float64
	for _, r := range n.rows {
		if r.index == index && !strings.EqualFold(r.leader, n.except) {
			list = append(list, r.mean)
		}
	}
	slices.Sort(list)
	return list
}

// reliability is the correlation of the scores over odd with those over even
// documents, across all leaders; one above 0 is stepped up to the length of both
// [spearman1910] [brown1910]. It is unknown below the least sample, or where scores
// do not vary.
func (n *Norms) reliability(index string) Estimate {
	var odd, even []float64
	for _, r := range n.rows {
		if r.index == index && !math.IsNaN(r.odd) && !math.IsNaN(r.even) {
			odd, even = append(odd, r.odd), append(even, r.even)
		}
	}
	if len(odd) < leastSample {
		return Estimate{}
	}
	r := correlation(odd, even)
	if math.IsNaN(r) {
		return Estimate{}
	}
	if r > 0 {
		r = 2 * r / (1 + r)
	}
	return Estimate{Known: true, Value: r}
}

// correlation is Pearson's; NaN where one side does not vary.
func correlation(a, b []float64) float64 {
	meanA, sdA := moments(a)
	meanB, sdB := moments(b)
	sum := 0.0
	for k := range a {
		sum += float64((a[k] - meanA) * (b[k] - meanB))
	}
	if sdA == 0 || sdB == 0 {
		return math.NaN()
	}
	return sum / float64(len(a)-1) / (sdA * sdB)
}

// caveat says what the shipped sample is and what it is not.
const caveat = "One office of one country, in prepared speeches written with others, in English as it was spoken: a distance tells how a speech differs from theirs, and not how a leader differs from leaders. In a translation it may be the translator's."

// sample gives what words of a source are compared with. Reckon's own sample is
// withheld where its speeches are another kind of text, since leaders score
// otherwise when they prepare less [schafer2000] [dille2000]; a sample that the
// user gives is his to choose. Why says what is withheld.
func (set *Settings) sample(source Source) (n *Norms, why string) {
	switch {
	case set.Norms != nil:
		return set.Norms.without(set.Speaker), ""
	case set.Translated:
		return nil, "reckon's own sample is of speeches in English as they were spoken, and these are translated"
	case source == "":
		return nil, "reckon's own sample is of prepared speeches, and these words are of several sources"
	case source != Prepared:
		return nil, fmt.Sprintf("reckon's own sample is of prepared speeches, and the source of these words is %q: leaders talk otherwise where they prepare less", source)
	}
	return presidents.without(set.Speaker), ""
}

// name says who is in a sample.
func (n *Norms) name() string {
	var leaders []string
	for _, r := range n.rows {
		if !slices.Contains(leaders, r.leader) && !strings.EqualFold(r.leader, n.except) {
			leaders = append(leaders, r.leader)
		}
	}
	if n.own {
		return fmt.Sprintf("%d presidents of the United States since 1947, in their State of the Union addresses", len(leaders))
	}
	return fmt.Sprintf("%d leaders of your norm sample", len(leaders))
}

// place sets an index beside a sample; one with too few leaders is left out.
func (x *Index) place(n *Norms) {
	list := n.scores(x.Name)
	if len(list) < leastSample || !x.Known {
		return
	}
	x.Size, x.Share = len(list), percentile(list, x.Value)
	if x.Interval {
		x.ShareLow, x.ShareHigh = percentile(list, x.Low), percentile(list, x.High)
	}
	x.Mean, x.SD = moments(list)
	x.Away.Known = x.SD > 0
	if x.Away.Known {
		x.Away.Value = (x.Value - x.Mean) / x.SD
	}
	x.Reliability = n.reliability(x.Name)
}

// Steady reports whether the sample tells leaders apart by this index: two halves
// of their speeches agree on who scores high.
func (x *Index) Steady() bool { return x.Reliability.Known && x.Reliability.Value >= steady }

// sameScale says whether scores of this coder lie where a published norm lies:
// the mean of the shipped sample is within half a standard deviation of the norm's,
// so that it would be called average, and its spread is no wider.
func sameScale(norm *normRow) bool {
	list := presidents.scores(norm.index)
	if len(list) < leastSample {
		return false
	}
	mean, sd := moments(list)
	return math.Abs(mean-norm.mean) < norm.sd/2 && sd <= norm.sd
}

// thresholds are the means of the sample, with one standard deviation above them
// for high complexity and confidence; false when it is too small for a trait.
func (n *Norms) thresholds() (thresholds, bool) {
	var h thresholds
	var sd [traitCount]float64
	for k := range traitNames {
		list := n.scores(traitNames[k][0])
		if len(list) < leastSample {
			return h, false
		}
		h.mean[k], sd[k] = moments(list)
	}
	h.highCC, h.highSC = h.mean[cc]+sd[cc], h.mean[sc]+sd[sc]
	return h, true
}
