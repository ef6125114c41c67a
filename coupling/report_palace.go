package coupling

import (
	"fmt"
	"math"
	"strings"

	"reckon/arena/palace"
)

// palaceResult is what a report of a palace holds for scripts.
type palaceResult struct {
	Coalition  []string         `json:"coalition"`
	Undetected float64          `json:"undetected"`
	Wins       float64          `json:"wins"`
	Risk       float64          `json:"risk"`
	Next       []string         `json:"next"`
	NextRisk   float64          `json:"next_risk"`
	Method     string           `json:"method"`
	Examined   int              `json:"examined"`
	Proven     bool             `json:"proven"`
	Estimates  []palaceEstimate `json:"estimates"`
	NewWatches []palaceEstimate `json:"new_watches"`
	Junta      []string         `json:"junta"`
	Needed     []string         `json:"junta_needed"`
	Attempts   float64          `json:"attempts_a_year"`
	Success    float64          `json:"success"`
	Organs     []palaceOrgan    `json:"organs"`
	Watches    []palaceWatch    `json:"watches"`
}

// palaceOrgan and palaceWatch are the palace as it stands.
type palaceOrgan struct {
	Name     string  `json:"name"`
	Title    string  `json:"title"`
	Force    float64 `json:"force"`
	Distrust float64 `json:"distrust"`
	Member   bool    `json:"member"` // of the riskiest plot
}

type palaceWatch struct {
	By     string  `json:"by"`
	Of     string  `json:"of"`
	Chance float64 `json:"chance"`
}

// palaceEstimate is one number put in: what the answer owes to it and how far it can
// move. High is null where nothing above changes the answer.
type palaceEstimate struct {
	Kind    string   `json:"kind"`
	Organ   string   `json:"organ"`
	Watcher string   `json:"watcher,omitempty"`
	Value   float64  `json:"value"`
	Low     float64  `json:"low"`
	High    *float64 `json:"high"`
	Risk    float64  `json:"risk_without"`
}

const (
	newWatchChance = 0.3 // of the watches that a report proposes
	shownWatches   = 5
	shownEstimates = 60
)

// report shows the riskiest plot with its certificate, what the watches are worth
// and who could rule together.
func (m *palaceModel) report(in []float64, r *Report) *trouble {
	if bad := m.strange(in); bad != nil {
		return bad
	}
	c := m.filled(in)
	plot, bad := c.Weakest()
	if len(bad) > 0 {
		if one := m.unsound(in); one.input >= 0 {
			return one
		}
		return &trouble{-1, bad[0].At + ": " + bad[0].Message}
	}
	if err := plot.Check(); err != nil {
		panic("coupling: a certificate does not hold: " + err.Error())
	}
	res := palaceResult{
		Coalition: plot.Coalition, Undetected: plot.Undetected, Wins: plot.Wins, Risk: plot.Risk, Next: plot.Next, NextRisk: plot.NextRisk,
		Method: string(plot.Method), Examined: plot.Examined, Proven: plot.Proven,
	}
	if run, ok := m.runner().(*palaceRunner); ok {
		run.read(in)
		undetected, wins, _, _ := run.solver.Risk(run.forces, run.doubts, run.eyes)
		res.Attempts, res.Success = run.solver.Coup(undetected, wins, run.pull)
	}
	for i, o := range c.Organs {
		res.Organs = append(res.Organs, palaceOrgan{o.Name, o.Duty, o.Force, o.Distrust, plot.Members>>i&1 == 1})
	}
	for _, w := range c.Watches {
		res.Watches = append(res.Watches, palaceWatch{w.By, w.Of, w.Chance})
	}
	for _, e := range plot.Estimates() {
		res.Estimates = append(res.Estimates, estimateOf(e))
	}
	for _, e := range plot.NewWatches(newWatchChance) {
		res.NewWatches = append(res.NewWatches, estimateOf(e))
	}
	if j, none := c.Junta(); len(none) == 0 {
		res.Junta, res.Needed = j.Members, j.Needed
	}
	m.tell(r, &res, plot)
	r.Result = res
	return nil
}

// estimateOf copies an estimate for scripts.
func estimateOf(e palace.Estimate) palaceEstimate {
	one := palaceEstimate{Kind: string(e.Kind), Organ: e.Organ, Watcher: e.Watcher, Value: e.Value, Low: e.Low, Risk: e.Risk}
	if !math.IsInf(e.High, 1) {
		one.High = &e.High
	}
	return one
}

// tell puts the result into sentences and tables.
func (m *palaceModel) tell(r *Report, res *palaceResult, plot *palace.Plot) {
	if len(res.Coalition) == 0 {
		r.say("No coalition of organs has a chance to stay undetected that a number can hold.")
	} else {
		r.say(fmt.Sprintf("The riskiest plot is that of %s: it stays undetected with a chance of %s and then succeeds with one of %s, together %s. %s",
			m.listed(res.Coalition), figure(res.Undetected), figure(res.Wins), figure(res.Risk), m.runnerUp(res)))
	}
	of := counted(res.Examined, "coalition")
	if plot.Method == palace.Branching {
		of = fmt.Sprintf("%d families of coalitions", res.Examined)
	}
	proof := fmt.Sprintf("Found by %s of %s, and proven to be the riskiest.", res.Method, of)
	if !res.Proven {
		proof = fmt.Sprintf("Found by %s of %s; no plot is riskier than %s.", res.Method, of, figure(plot.Ceiling))
	}
	r.say(proof)
	for _, s := range plot.Seen {
		switch {
		case len(s.By) == 0 && len(s.Silenced) > 0:
			r.say(fmt.Sprintf("Nobody outside the plot watches %s: its watchers, %s, are in it.", m.called(s.Organ), m.listed(s.Silenced)))
		case len(s.By) == 0:
			r.say(fmt.Sprintf("Nobody watches %s.", m.called(s.Organ)))
		}
	}
	if len(res.Junta) > 0 {
		r.say(fmt.Sprintf("By force alone, the organs that could rule together and last are %s.", m.listed(res.Junta)))
	}
	if m.alone {
		r.say(fmt.Sprintf("With more than %d organs it is not solved in runs, so nothing is said of attempts.", mostInRuns))
	} else {
		r.say(fmt.Sprintf("A coup is attempted %s times a year, as the factors stated go, and succeeds with a chance of %s. The signs of these factors are those of the literature; their sizes are guesses.", figure(res.Attempts), figure(res.Success)))
	}
	m.tables(r, res)
}

// runnerUp tells of the riskiest plot but one.
func (m *palaceModel) runnerUp(res *palaceResult) string {
	switch {
	case len(res.Next) == 0:
		return "No other has a chance."
	case res.NextRisk == res.Risk:
		return fmt.Sprintf("That of %s is as risky.", m.listed(res.Next))
	}
	return fmt.Sprintf("Next comes that of %s with %s.", m.listed(res.Next), figure(res.NextRisk))
}

// tables lists organs, watches and what would change the answer.
func (m *palaceModel) tables(r *Report, res *palaceResult) {
	var rows [][]string
	for _, o := range res.Organs {
		rows = append(rows, []string{o.Title, figure(o.Force), figure(o.Distrust), map[bool]string{true: "in it"}[o.Member]})
	}
	r.table("Organs", []string{"organ", "force", "distrust", "riskiest plot"}, rows, "")
	rows = nil
	note := "One at a time, all others as they are."
	if more := len(res.Estimates) - shownEstimates; more > 0 {
		note += fmt.Sprintf(" %d more are in what scripts get.", more)
	}
	for _, e := range res.Estimates[:min(len(res.Estimates), shownEstimates)] {
		high := "any"
		if e.High != nil {
			high = figure(*e.High)
		}
		what := e.Kind + " of " + m.called(e.Organ)
		if e.Watcher != "" {
			what = m.called(e.Watcher) + " watches " + m.called(e.Organ)
		}
		rows = append(rows, []string{what, figure(e.Value), figure(e.Low) + " to " + high, figure(e.Risk)})
	}
	r.table("How far each estimate can be wrong", []string{"estimate", "as stated", "same plot within", "risk without it"}, rows, note)
	rows = nil
	for _, e := range res.NewWatches[:min(len(res.NewWatches), shownWatches)] {
		rows = append(rows, []string{m.called(e.Watcher) + " over " + m.called(e.Organ), figure(e.Risk)})
	}
	if rows != nil {
		r.table(fmt.Sprintf("What a new watch with a chance of %s would make of the risk", figure(newWatchChance)), []string{"watch", "risk then"}, rows, "")
	}
}

// called is how an organ is called.
func (m *palaceModel) called(name string) string {
	for i := range m.capital.Organs {
		if m.capital.Organs[i].Name == name {
			return m.capital.Organs[i].Duty
		}
	}
	return name
}

// listed writes organs as "a, b and c".
func (m *palaceModel) listed(names []string) string {
	words := make([]string, len(names))
	for i, n := range names {
		words[i] = m.called(n)
	}
	return joined(words)
}

// joined writes words as "a, b and c".
func joined(words []string) string {
	if len(words) == 0 {
		return "nobody"
	}
	if len(words) == 1 {
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
