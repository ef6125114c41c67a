package outlook

// Factorial is a full factorial design: every combination of levers is run with the
// same random draws, so that each effect is a contrast within runs [box1978].
type Factorial struct {
	Levers    []string  `json:"levers"`
	Says      []string  `json:"says"` // what each changes, in words
	Points    []point   `json:"points"`
	Questions []effects `json:"questions"`
}

// point is one combination of levers, and the questions' probabilities under it.
type point struct {
	On []bool             `json:"on"` // by lever
	P  map[string]float64 `json:"p"`
}

// effects are what levers do to one question. By itself an effect is the mean
// difference between a lever pulled and not pulled, over all settings of the others;
// of several levers, half the difference of the effect of one when the others are
// pulled and when they are not. Together, Alone and Beyond read the corners: what all
// levers do at once, the sum of what each does alone, and the difference.
type effects struct {
	Name     string   `json:"name"`
	Effects  []effect `json:"effects"`
	Together effect   `json:"together"`
	Alone    effect   `json:"alone"`
	Beyond   effect   `json:"beyond"`
	Says     string   `json:"says"`
}

type effect struct {
	Levers []string   `json:"levers"`
	By     float64    `json:"by"`
	StdErr float64    `json:"stderr"`
	Range  [2]float64 `json:"interval"`               // 90%
	Apart  float64    `json:"stderr_apart,omitempty"` // had the combinations not shared their draws
}
