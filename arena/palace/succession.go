package palace

import (
	"fmt"
	"slices"

	"reckon/arena"
	"reckon/draw"
)

// How a vacancy is filled.
const (
	Assembly Rule = "assembly" // electors vote on each pair by closeness and weight; the default
	Heir     Rule = "heir"     // the designated heir, unless he is contested
	Council  Rule = "council"  // the organs that can rule together decide, by whom they back
)

// Candidate is somebody who could follow, known by his office alone, or electors
// without a candidate of their own.
type Candidate struct {
	Name     string
	Position float64  // between 0 and 1, on what the electors divide over
	Weight   float64  // of the electors who stand where he stands, at least 0
	Backers  []string // organs that back him, for Council
	Absent   bool     // he does not stand; his electors vote
	Stance   float64  // what he would be like, on a scale from 0 to 1
	Doubt    float64  // how far off that can be either way, each value as likely
}

// Succession is a vacancy, how it is filled, and what is asked of those who follow.
type Succession struct {
	Rule         Rule
	Candidates   []Candidate
	Decisiveness float64 // how much a lead counts, above 0 and at most 100; 0 is the default, 1
	Capital      Capital // whose organs decide under Council
	Heir         string  // under Heir
	Contested    float64 // the chance that the heir is contested; then Otherwise decides
	Otherwise    Rule    // Assembly, the default, or Council
	Stance       float64 // of the one who leaves, on the scale of the candidates
}

// Chances gives each candidate's chance to follow.
//
// Assembly: electors of weight w at p have the utility 1−|p−x| for a candidate at x
// and give each of two candidates w times by how much they like him better; a beats
// b with V_ab^ν/(V_ab^ν+V_ba^ν), and a follows in proportion to the product of his
// chances against each other candidate, the conditional form of the probabilistic
// Condorcet election [wise2015].
//
// Council: the organs that can rule together, as Junta finds, decide; who has more
// than Majority of their force behind him follows, else chances are as that force to
// the power ν. Organs that tie for ruling are as likely; where none of those who
// rule backs anybody, each candidate is.
func (s Succession) Chances() ([]float64, arena.Faults) {
	s = s.filled()
	if faults := s.faults(); len(faults) > 0 {
		return nil, faults
	}
	if s.Rule != Heir {
		return s.by(s.Rule)
	}
	chances, faults := make([]float64, len(s.Candidates)), arena.Faults(nil)
	if s.Contested > 0 {
		chances, faults = s.by(s.Otherwise)
	}
	for i := range chances {
		chances[i] = float64(chances[i] * s.Contested)
		if s.Candidates[i].Name == s.Heir {
			chances[i] += 1 - s.Contested
		}
	}
	return chances, faults
}

// Bends says what those who may follow are like, by chances that Chances gave: their
// mean stance, and the chance that it is above that of the one who leaves.
func (s Succession) Bends(chances []float64) (mean, more float64) {
	for i, p := range chances {
		c := s.Candidates[i]
		mean += float64(p * c.Stance)
		switch gap := c.Stance - s.Stance; {
		case c.Doubt > 0:
			more += float64(p * max(0, min(1, (gap+c.Doubt)/(2*c.Doubt))))
		case gap > 0:
			more += p
		}
	}
	return mean, more
}

// Draw gives the index of the candidate who follows: u is uniform in (0, 1).
func (s Succession) Draw(chances []float64, u float64) int {
	if k := drawn(chances, u); k >= 0 {
		return k
	}
	last := len(chances) - 1 // rounding left the sum below 1
	for last > 0 && chances[last] == 0 {
		last--
	}
	return last
}

func (s Succession) filled() Succession {
	if s.Rule == "" {
		s.Rule = Assembly
	}
	if s.Otherwise == "" {
		s.Otherwise = Assembly
	}
	if s.Decisiveness == 0 {
		s.Decisiveness = 1
	}
	return s
}

func (s Succession) faults() arena.Faults {
	var faults arena.Faults
	faults.Need(slices.Contains([]Rule{Assembly, Heir, Council}, s.Rule), "rule", fmt.Sprintf("a vacancy is filled by %q, %q or %q, not %q", Assembly, Heir, Council, s.Rule))
	faults.Need(s.Otherwise == Assembly || s.Otherwise == Council, "otherwise", fmt.Sprintf("where an heir is contested, %q or %q decides, not %q", Assembly, Council, s.Otherwise))
	faults.Need(s.Decisiveness > 0 && s.Decisiveness <= 100, "decisiveness", "how much a lead counts is above 0 and at most 100")
	faults.Within(s.Contested, 0, 1, "contested", "the chance to be contested is a number between 0 and 1")
	faults.Within(s.Stance, 0, 1, "stance", "a stance is a number between 0 and 1")
	seen, standing, weight := map[string]bool{}, 0, 0.0
	for _, c := range s.Candidates {
		at := fmt.Sprintf("candidate %q", c.Name)
		faults.Need(c.Name != "" && !seen[c.Name], at, "each candidate needs a name of his own")
		seen[c.Name] = true
		faults.Within(c.Position, 0, 1, at+": position", "a position is a number between 0 and 1")
		if faults.Within(c.Weight, 0, 1e100, at+": weight", "the weight of electors is a number from 0 up") {
			weight += c.Weight
		}
		faults.Within(c.Stance, 0, 1, at+": stance", "a stance is a number between 0 and 1")
		faults.Within(c.Doubt, 0, 1, at+": doubt", "how far off a stance can be is a number between 0 and 1")
		if !c.Absent {
			standing++
		}
	}
	faults.Need(standing > 0, "candidates", "nobody stands. Name at least one candidate")
	uses := func(r Rule) bool { return s.Rule == r || s.Rule == Heir && s.Contested > 0 && s.Otherwise == r }
	if uses(Assembly) {
		faults.Need(weight > 0, "candidates", "no elector has any weight. Give at least one candidate's a weight above 0")
	}
	if uses(Council) {
		s.councilFaults(&faults)
	}
	if s.Rule == Heir {
		stands := slices.ContainsFunc(s.Candidates, func(c Candidate) bool { return c.Name == s.Heir && !c.Absent })
		faults.Need(stands, "heir", fmt.Sprintf("the heir %q is not among the candidates who stand. Add him, or mend the name", s.Heir))
	}
	return faults
}

// councilFaults adds what is wrong with the organs and whom they back.
func (s Succession) councilFaults(faults *arena.Faults) {
	*faults = append(*faults, s.Capital.filled().faults()...)
	faults.Need(len(s.Capital.Organs) <= maxJunta, "organs", fmt.Sprintf("%d organs are too many to find who rules: at most %d", len(s.Capital.Organs), maxJunta))
	backs := map[string]string{}
	for _, c := range s.Candidates {
		for _, b := range c.Backers {
			at := fmt.Sprintf("candidate %q: backer %q", c.Name, b)
			known := slices.ContainsFunc(s.Capital.Organs, func(o Organ) bool { return o.Name == b })
			faults.Need(known, at, "there is no such organ. Add it, or mend the name")
			other, twice := backs[b]
			faults.Need(!twice, at, fmt.Sprintf("it backs %q already. An organ backs one", other))
			backs[b] = c.Name
		}
	}
}

// by gives the chances under Assembly or Council.
func (s Succession) by(rule Rule) ([]float64, arena.Faults) {
	if rule == Assembly {
		return s.assembly(), nil
	}
	return s.council()
}

func (s Succession) assembly() []float64 {
	n := len(s.Candidates)
	logs := make([]float64, n)
	top := -1e300
	for a, x := range s.Candidates {
		if x.Absent {
			continue
		}
		for b, y := range s.Candidates {
			if a != b && !y.Absent {
				ahead, against := s.votes(x, y)
				logs[a] -= softened(s.Decisiveness * draw.Log(against/ahead))
			}
		}
		top = max(top, logs[a])
	}
	chances := make([]float64, n)
	for a, x := range s.Candidates {
		if !x.Absent {
			chances[a] = draw.Exp(logs[a] - top)
		}
	}
	return shares(chances)
}

// softened is ln(1+e^x).
func softened(x float64) float64 {
	if x > 40 {
		return x
	}
	return draw.Log(1 + draw.Exp(x))
}

// votes gives what the electors give x and y; next to nothing is left to each, so
// that two whom nobody tells apart are even.
func (s Succession) votes(x, y Candidate) (ahead, against float64) {
	total := 0.0
	for _, k := range s.Candidates {
		total += k.Weight
		gap := float64(k.Weight * (distance(k, y) - distance(k, x)))
		ahead += max(0, gap)
		against += max(0, -gap)
	}
	even := float64(1e-9 * total)
	return ahead + even, against + even
}

func distance(a, b Candidate) float64 { return max(a.Position-b.Position, b.Position-a.Position) }

func (s Succession) council() ([]float64, arena.Faults) {
	j, faults := s.Capital.Junta()
	if len(faults) > 0 {
		return nil, faults
	}
	chances := make([]float64, len(s.Candidates))
	for _, rulers := range j.sets {
		for i, p := range s.decided(j, rulers) {
			chances[i] += p / float64(len(j.sets))
		}
	}
	return chances, nil
}

// decided gives the chances where these organs rule.
func (s Succession) decided(j *Junta, rulers uint64) []float64 {
	behind := make([]float64, len(s.Candidates))
	total, most := 0.0, 0
	for i, c := range s.Candidates {
		for _, b := range c.Backers {
			if k := j.Capital.place(b); rulers>>k&1 == 1 && !c.Absent {
				behind[i] += j.Capital.Organs[k].Force
			}
		}
		if behind[i] > behind[most] {
			most = i
		}
	}
	for k, o := range j.Capital.Organs {
		if rulers>>k&1 == 1 {
			total += o.Force
		}
	}
	top := behind[most]
	for i, c := range s.Candidates {
		switch {
		case top == 0 && !c.Absent:
			behind[i] = 1
		case top > float64(j.Majority*total)+float64(slack*total):
			behind[i] = 0
			if i == most {
				behind[i] = 1
			}
		case behind[i] > 0:
			behind[i] = draw.Pow(behind[i]/top, s.Decisiveness)
		}
	}
	return shares(behind)
}

// shares scales numbers to a sum of 1.
func shares(list []float64) []float64 {
	sum := 0.0
	for _, x := range list {
		sum += x
	}
	for i := range list {
		list[i] /= sum
	}
	return list
}
