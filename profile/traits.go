package profile

// The seven traits, in the order of print.
const (
	bace = iota
	pwr
	sc
	cc
	task
	igb
	dis
	traitCount
)

// traitNames are the traits with what they say.
var traitNames = [traitCount][2]string{
	{"BACE", "belief that one can control events: share of own verbs that plan or begin something"},
	{"PWR", "need for power: share of own verbs that use, seek or mend power"},
	{"SC", "self-confidence: share of I, me, my where the speaker begins, knows or is answered well"},
	{"CC", "conceptual complexity: share of words that leave room, of those that do or do not"},
	{"TASK", "task orientation: share of words for tasks, of those for tasks or for the group"},
	{"IGB", "in-group bias: share of references to one's own that praise or guard them"},
	{"DIS", "distrust of others: share of references to others that doubt them"},
}

// share counts how often a trait shows, of how many places where it could.
type share struct{ hits, of int }

// traits are the counts of the seven traits of [hermann2003].
type traits [traitCount]share

func (t *traits) add(o *traits) {
	for k := range t {
		t[k].hits += o[k].hits
		t[k].of += o[k].of
	}
}

func (t *traits) indices() (x [traitCount]float64) {
	for k := range t {
		x[k] = ratio(t[k].hits, t[k].of)
	}
	return x
}

// traitLacks says what is missing where a trait is unknown.
var traitLacks = [traitCount]string{
	"no verb of his own", "no verb of his own", "no I, me or my", "no word that leaves room or leaves none",
	"no word for a task or for the group", "no reference to his own group", "no reference to others",
}

// thresholds part high from low scores; the two high ones mark openness where
// complexity and confidence are both high.
type thresholds struct {
	mean           [traitCount]float64
	highCC, highSC float64
}

// hermann are the means of 87 heads of state, coded by hand [hermann2003]. They
// do not fit scores of a machine.
var hermann = thresholds{
	mean:   [traitCount]float64{bace: .44, pwr: .50, sc: .62, cc: .44, task: .59, igb: .42, dis: .41},
	highCC: .56, highSC: .81,
}

// style is a leadership style by the typology of [hermann2003].
type style struct {
	Constraints string // challenges, respects
	Openness    string // open, closed
	Motive      string // task, relationship
	Name        string
	World       string // what distrust and in-group bias together say
}

// styleNames go by constraints, openness, motive.
var styleNames = map[[3]string]string{
	{"challenges", "closed", "task"}: "expansionistic", {"challenges", "closed", "relationship"}: "evangelistic",
	{"challenges", "open", "task"}: "incremental", {"challenges", "open", "relationship"}: "charismatic",
	{"respects", "closed", "task"}: "directive", {"respects", "closed", "relationship"}: "consultative",
	{"respects", "open", "task"}: "reactive", {"respects", "open", "relationship"}: "accommodative",
}

// worlds go by high distrust and high in-group bias.
var worlds = map[[2]bool]string{
	{false, false}: "the world is no threat; conflict depends on the case, others can be worked with",
	{false, true}:  "the world is a contest, but one in which others can be dealt with",
	{true, false}:  "the world is full of conflict, but one can be flexible in it",
	{true, true}:   "the world is centred on adversaries who must be stopped",
}

// style reads the typology off known scores; false when one is unknown.
func (h *thresholds) style(x [traitCount]float64) (style, bool) {
	for _, v := range x {
		if v != v {
			return style{}, false
		}
	}
	s := style{Constraints: "challenges", Openness: "closed", Motive: "relationship"}
	if x[pwr] < h.mean[pwr] && x[bace] < h.mean[bace] {
		s.Constraints = "respects"
	}
	if x[cc] > x[sc] || x[cc] > h.highCC && x[sc] > h.highSC {
		s.Openness = "open"
	}
	if x[task] > h.mean[task] {
		s.Motive = "task"
	}
	s.Name = styleNames[[3]string{s.Constraints, s.Openness, s.Motive}]
	s.World = worlds[[2]bool{x[dis] >= h.mean[dis], x[igb] >= h.mean[igb]}]
	return s, true
}
