package replication

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"reckon/arena/council"
)

// emissions is the dispute over European car emissions that [scholz2011] computes:
// capability, years until standards, salience; ten members in the order of the paper.
func emissions() council.Table {
	return seated([][]float64{
		{.08, 4, 80},
		{.08, 7, 40},
		{.03, 4, 20},
		{.16, 4, 80},
		{.16, 10, 60},
		{.16, 10, 60},
		{.16, 10, 90},
		{.05, 7, 10},
		{.05, 4, 100},
		{.08, 7, 70},
	})
}

// challenged runs the group decision model on it.
func challenged(rules council.ChallengeRules) *council.Course {
	c, faults := emissions().Challenge(rules)
	sound(faults)
	return c
}

// table2 is what [scholz2011] prints of rounds 1 to 8.
var table2 = struct{ medians, means []string }{
	[]string{"8.4", "9.9", "9.9", "9.9", "9.9", "7.4", "8.8", "9.6"},
	[]string{"7.4", "7.5", "7.6", "7.3", "7.3", "7.4", "7.5", "7.6"},
}

// scholz replicates table 2 of [scholz2011], the rounds of the group decision model.
// The chances that the paper prints do not give it; those of the code behind it do,
// in all medians but one. Its digits are cut in some places and rounded in others.
func scholz() []Row {
	const name, source = "Group decision model, car emissions", "Scholz, Calbert and Smith 2011, table 2"
	ours, printed := challenged(council.ChallengeRules{}), challenged(council.ChallengeRules{Denominator: council.Printed})
	least := challenged(council.ChallengeRules{Compromise: council.LeastMove})
	var rows []Row
	for _, column := range []struct {
		name      string
		published []string
		of        func(*council.Course, int) float64
	}{{"median", table2.medians, median}, {"mean", table2.means, mean}} {
		for i, p := range column.published {
			r := digit(name, fmt.Sprintf("%s after round %d", column.name, i+1), source, p, column.of(ours, i+1))
			r = r.needs("denominator AllPairs", "with Printed", column.of(printed, i+1)).needs("compromise AsPorted", "with LeastMove", column.of(least, i+1))
			if r.Verdict == Misses {
				r = r.closed(i+1, column.of)
				r.Tried += " " + held()
			}
			rows = append(rows, r)
		}
	}
	return append(rows, forecasts(name, ours)...)
}

// held says how many numbers of the table come out by default and with one switch
// set otherwise: which switches matter.
func held() string {
	var list []string
	for _, c := range challenges() {
		if len(c.changed) > 1 {
			continue
		}
		n := 0
		for i := range table2.medians {
			for _, r := range []Row{digit("", "", "", table2.medians[i], median(c.course, i+1)), digit("", "", "", table2.means[i], mean(c.course, i+1))} {
				if r.Verdict == Agrees {
					n++
				}
			}
		}
		list = append(list, fmt.Sprintf("%d %s", n, c.says()))
	}
	return "Of the 16 numbers of the table there come out " + strings.Join(list, ", ") + "."
}

// forecasts sets what Bueno de Mesquita forecast with a program of his own beside
// what the published model gives.
func forecasts(name string, ours *council.Course) []Row {
	const source = "Bueno de Mesquita, in Scholz and others 2011"
	own := digit(name, "his own forecast, beside the median after round 1", source, "8.35", median(ours, 1)).closed(1, median)
	rest := digit(name, "where his rounds come to rest, beside the median after round 8", source, "9.05", median(ours, 8)).closed(8, median)
	rest.Tried += fmt.Sprintf(" What came was 8.833 years; the mean weighted by power and salience, without any model, is %s.", years(mean(ours, 0)))
	return []Row{own, rest}
}

// median and mean are in years; a course that has come to rest stays there.
func median(c *council.Course, round int) float64 {
	return 100 * c.Medians[min(round, c.Turns())][0]
}

func mean(c *council.Course, round int) float64 { return 100 * c.Means[min(round, c.Turns())][0] }

func years(x float64) string { return fixed(x, 3) }

// digits are a number cut and rounded to as many places as a published one has.
func digits(published string, x float64) (cut, rounded string) {
	places := 0
	if _, after, ok := strings.Cut(published, "."); ok {
		places = len(after)
	}
	scale := math.Pow10(places)
	return fixed(math.Floor(x*scale)/scale, places), fixed(x, places)
}

// digit compares a number with a published one that was cut or rounded.
func digit(of, answer, source, published string, ours float64) Row {
	r := Row{Of: of, Answer: answer, Source: source, Published: published, Ours: years(ours), Verdict: Misses}
	if cut, rounded := digits(published, ours); published == cut || published == rounded {
		r.Verdict = Agrees
	}
	return r
}

// needs names a switch without which an answer that agrees would not.
func (r Row) needs(name, other string, without float64) Row {
	otherwise := other + " " + years(without)
	if r.Verdict == Misses || digit("", "", "", r.Published, without).Verdict == Agrees {
		return r
	}
	if r.Verdict == Switched {
		name, otherwise = r.Switch+" and "+name, r.Otherwise+", "+otherwise
	}
	r.Verdict, r.Switch, r.Otherwise = Switched, name, otherwise
	return r
}

// closed looks among all settings of all switches for one that gives what a row misses:
// it names the first with the fewest settings changed, or what comes nearest.
func (r Row) closed(round int, of func(*council.Course, int) float64) Row {
	if r.Verdict != Misses {
		return r
	}
	published, err := strconv.ParseFloat(r.Published, 64)
	if err != nil {
		panic("replication: " + err.Error())
	}
	fewest, nearest, off, all := -1, "", math.Inf(1), challenges()
	for _, c := range all {
		x := of(c.course, round)
		if d := math.Abs(x - published); d < off {
			off, nearest = d, years(x)+" "+c.says()
		}
		if digit("", "", "", r.Published, x).Verdict == Agrees && (fewest < 0 || len(c.changed) < fewest) {
			fewest = len(c.changed)
			r.Verdict, r.Switch, r.Otherwise, r.Ours = Switched, strings.Join(c.changed, ", "), r.Ours, years(x)
		}
	}
	return r.tried(fmt.Sprintf("None of %d settings of all switches gives it; nearest is %s.", len(all), nearest))
}

// challenge is a course under some settings, and which of them are not the default.
type challenge struct {
	course  *council.Course
	changed []string
}

func (c challenge) says() string {
	if len(c.changed) == 0 {
		return "by default"
	}
	return "with " + strings.Join(c.changed, ", ")
}

// challenges runs the model under every setting of its switches, the default first,
// and then those with one changed.
func challenges() []challenge {
	var all []challenge
	for _, denominator := range []council.Rule{council.AllPairs, council.Printed} {
		for _, votes := range []council.Rule{council.Felt, council.Plain} {
			for _, span := range []council.Rule{council.Initial, council.Current} {
				for _, security := range []council.Rule{council.Neutral, council.OwnRisk, council.TheirRisk} {
					for _, compromise := range []council.Rule{council.AsPorted, council.LeastMove} {
						for _, capitulation := range []council.Rule{council.Printed, council.AsPorted} {
							all = append(all, challenge{course: challenged(council.ChallengeRules{
								Denominator: denominator, Votes: votes, Range: span, Security: security, Compromise: compromise, Capitulation: capitulation,
							})})
						}
					}
				}
			}
		}
	}
	for i := range all {
		for k, s := range all[i].course.Switches {
			if s != all[0].course.Switches[k] {
				all[i].changed = append(all[i].changed, s[0]+" "+s[1])
			}
		}
	}
	slices.SortStableFunc(all, func(a, b challenge) int { return len(a.changed) - len(b.changed) })
	return all
}
