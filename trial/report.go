package trial

import "reckon"

// Report is the outcome of a trial.
type Report struct {
	Case     string      `json:"case"`
	AsOf     reckon.Date `json:"as_of"`
	Later    int         `json:"later"` // scored choices dated after the as-of date
	Readings []Score     `json:"readings"`
	Rivals   []Score     `json:"rivals"`
	Choices  []Choice    `json:"choices"`
	Stages   []Stage     `json:"stages"`
	Standing string      `json:"standing"` // one plain sentence on the readings against each other; "Too few to tell" when it is so
	Finding  string      `json:"finding"`  // Standing, then a sentence on each reading against the rivals
	Draws    int         `json:"draws"`
	Seed     uint64      `json:"seed"`
}

// Score is how one reading or rival did on the choices it may be tested on.
// LogScore is the weighted mean of ln p(what he did), p never below 0.001;
// Brier the weighted mean of Σ(p−o)² [brier1950], from 0 to 2. Both are over
// covered choices only, so they are read together with coverage and with
// Uniform, the log score of a coin toss on the same choices. NaN never occurs:
// with nothing covered, Known is false.
//
// Every interval is the middle 90% over bootstrap draws of the choices
// [efron1979]: what other choices of the same kind might have shown. From a
// handful of choices it is too narrow.
type Score struct {
	Name      string      `json:"name"`
	Title     string      `json:"title"`
	Dated     reckon.Date `json:"dated"`
	Choices   int         `json:"choices"` // that could test it
	Covered   int         `json:"covered"` // on which it says something
	Weight    float64     `json:"weight"`  // sum of the weights of the covered choices
	Known     bool        `json:"known"`
	LogScore  float64     `json:"log_score"`
	LogRange  [2]float64  `json:"log_interval"` // 90%, bootstrap over choices
	Brier     float64     `json:"brier"`
	BrierSpan [2]float64  `json:"brier_interval"`
	Uniform   float64     `json:"uniform_log_score"`
	Prior     float64     `json:"prior"`     // 0 for rivals
	Posterior float64     `json:"posterior"` // on the choices that test every reading; 0 for rivals
	Interval  [2]float64  `json:"interval"`  // 90%, of the posterior
	Beside    []Rival     `json:"beside,omitempty"`
	Verdict   string      `json:"verdict,omitempty"` // in a sentence: does it beat the rivals?
	Fitted    *Fit        `json:"fitted,omitempty"`
	Retro     *Score      `json:"retrodiction,omitempty"` // choices before the reading: never added to its score
	ByBasis   []Part      `json:"by_basis,omitempty"`
}

// Rival is how a rival did on exactly the choices that a reading covers, so
// that the two can be compared. Where the rival itself is silent it is taken to
// toss a coin. Lead is the reading's log score less the rival's.
type Rival struct {
	Name     string     `json:"name"`
	Title    string     `json:"title"`
	Covered  int        `json:"covered"` // of the reading's covered choices, those the rival is not silent on
	LogScore float64    `json:"log_score"`
	Brier    float64    `json:"brier"`
	Lead     float64    `json:"lead"`
	LeadSpan [2]float64 `json:"lead_interval"`
}

// Fit is a reading with its precision fitted on choices before its own date and
// then scored, like the reading itself, on the later ones.
type Fit struct {
	Precision float64 `json:"precision"`
	Choices   int     `json:"choices"` // it was fitted on
	LogScore  float64 `json:"log_score"`
	Brier     float64 `json:"brier"`
}

// Part is a score on the choices known on one basis ("own words", "office", …).
type Part struct {
	Basis    string  `json:"basis"`
	Choices  int     `json:"choices"`
	Covered  int     `json:"covered"`
	LogScore float64 `json:"log_score"`
	Brier    float64 `json:"brier"`
}

// Choice is one recorded choice and what each reading gave to what he did.
type Choice struct {
	ID           string             `json:"id"`
	Date         reckon.Date        `json:"date"`
	Title        string             `json:"title"`
	Actor        string             `json:"actor"`
	Basis        string             `json:"basis"`
	Weight       float64            `json:"weight"`
	State        string             `json:"state"`                  // before the choice, Y and N in option order
	Took         string             `json:"took"`                   // "" where a row that is left out does not say
	Alternatives []string           `json:"alternatives"`           // distinct moves open to him; the first is Took
	Merged       []string           `json:"merged,omitempty"`       // listed moves that are not among Alternatives, and why
	P            map[string]float64 `json:"p"`                      // reading or rival: probability of Took, where it says something and is tested
	Retro        map[string]float64 `json:"retrodiction,omitempty"` // the same for readings dated on the day or later
	Silent       []string           `json:"silent,omitempty"`       // readings that are tested here but do not distinguish the alternatives
	Skipped      string             `json:"skipped,omitempty"`      // why nobody is scored on this choice
	Later        bool               `json:"later,omitempty"`        // after the as-of date
	Sources      []string           `json:"sources,omitempty"`
	Forecasts    []Forecast         `json:"forecasts,omitempty"`
}

// Forecast is a reading's whole distribution over the alternatives of a choice.
type Forecast struct {
	Reading string    `json:"reading"`
	P       []float64 `json:"p"` // in the order of Alternatives
	Retro   bool      `json:"retrodiction,omitempty"`
}

// Stage is the comparison of the readings that existed by some day, on the
// choices after it: a later reading joins, an earlier choice drops out.
type Stage struct {
	After     reckon.Date  `json:"after"`
	Choices   int          `json:"choices"`
	Readings  []string     `json:"readings"`
	Posterior []float64    `json:"posterior"` // in the order of Readings
	Interval  [][2]float64 `json:"interval"`
	Overlap   bool         `json:"overlap"` // intervals overlap, or under five choices: too few to tell
}
