package outlook

import "reckon"

// Outlook is what an ensemble says, pooled over readings by their weights. Every
// probability is the arithmetic mean of the readings' shares of runs, Σ w·p, and
// stands beside what each reading says on its own.
type Outlook struct {
	Case      string            `json:"case"`
	Title     string            `json:"title"`
	From      reckon.Date       `json:"from"`
	Until     reckon.Date       `json:"until"`
	Step      string            `json:"step"`
	Runs      int               `json:"runs"`  // of each reading, done
	Asked     int               `json:"asked"` // of each reading; more than Runs when it was stopped
	Seed      uint64            `json:"seed"`
	Scenario  string            `json:"scenario,omitempty"` // what was changed, in words
	Weights   string            `json:"weights"`            // where the weights of the readings come from, in a sentence
	Readings  []Share           `json:"readings"`
	Questions []Question        `json:"questions"`
	Measures  map[string]Series `json:"measures"`
	Options   map[string]course `json:"options"`
}

// Share is one reading and its weight in what is pooled.
type Share struct {
	Name   string  `json:"name"`
	Title  string  `json:"title"`
	Weight float64 `json:"weight"`
}

// Question is the answer of an ensemble to one question. P and the standard error are
// of a yes; the error is that of the number of runs alone, at most Σ w·sqrt(p(1−p)/n)
// as readings share their draws. It says nothing about whether the model is right: for
// that stand the readings and the reference classes beside it.
type Question struct {
	Name       string      `json:"name"`
	Ask        string      `json:"ask"`
	Closes     reckon.Date `json:"closes"`
	Covered    bool        `json:"covered"`
	Why        string      `json:"why_not_covered,omitempty"`
	Opened     bool        `json:"opened_before,omitempty"` // what happened before the runs start is not looked at
	P          *float64    `json:"p,omitempty"`
	StdErr     *float64    `json:"stderr,omitempty"`
	Word       string      `json:"word,omitempty"` // ICD 203, with the number
	ByReading  []odds      `json:"by_reading,omitempty"`
	Spread     *[2]float64 `json:"spread,omitempty"`   // least and greatest of the readings
	Range      *[2]float64 `json:"interval,omitempty"` // 90%, Wilson, of the number of runs alone
	Number     *quantiles  `json:"number,omitempty"`   // of a question whose answer is a number
	First      *timing     `json:"first,omitempty"`    // when it first holds, for a question of the form ever(…)
	References []Reference `json:"reference_classes"`
	Given      []pair      `json:"given,omitempty"` // with every other question
}

// odds is one reading's probability with its standard error.
type odds struct {
	Reading string  `json:"reading"`
	P       float64 `json:"p"`
	StdErr  float64 `json:"stderr"`
}

// quantiles of a number over runs; null is never.
type quantiles struct {
	Q05 *float64 `json:"q05"`
	Q25 *float64 `json:"q25"`
	Q50 *float64 `json:"q50"`
	Q75 *float64 `json:"q75"`
	Q95 *float64 `json:"q95"`
}

// timing is when something first happens: dates by which it has in so many of the
// runs in which it does, and in how many it never does.
type timing struct {
	Never float64     `json:"never"`
	Q05   reckon.Date `json:"q05"`
	Q50   reckon.Date `json:"q50"`
	Q95   reckon.Date `json:"q95"`
}

// Reference is a reference class and what it says about a question's window.
type Reference struct {
	Name  string        `json:"who_counts"`
	Hits  int           `json:"hits"`
	Of    int           `json:"of,omitempty"`
	Years float64       `json:"years,omitempty"`
	P     float64       `json:"p"`
	Range [2]float64    `json:"interval"`             // 90%
	Own   bool          `json:"own_record,omitempty"` // counted from the case's record
	Cites []reckon.Cite `json:"-"`
}

// pair is a question given another: P(A and B) + P(A and not B) = P(A).
type pair struct {
	Other string   `json:"other"`
	Both  float64  `json:"both"`
	IfYes *float64 `json:"p_if_yes,omitempty"`
	IfNo  *float64 `json:"p_if_no,omitempty"`
}

// Series is a measure's quantiles by date, pooled over runs and readings, with a
// few whole runs beside them: bands alone are misread.
type Series struct {
	Title   string        `json:"title"`
	Unit    string        `json:"unit"`
	Date    []reckon.Date `json:"date"`
	Q05     []float64     `json:"q05"`
	Q25     []float64     `json:"q25"`
	Q50     []float64     `json:"q50"`
	Q75     []float64     `json:"q75"`
	Q95     []float64     `json:"q95"`
	Samples [][]float64   `json:"samples,omitempty"`
}

// course is the share of runs in which an option is on, by date.
type course struct {
	Title string        `json:"title"`
	Date  []reckon.Date `json:"date"`
	On    []float64     `json:"on"`
}
