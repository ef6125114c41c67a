package readtest

// Tally counts what was found against what a key holds.
type Tally struct{ Right, Given, Key int }

// Add counts one document more.
func (t *Tally) Add(o Tally) { t.Right += o.Right; t.Given += o.Given; t.Key += o.Key }

// Precision is the share of what was given that is right; 0 when nothing was.
func (t Tally) Precision() float64 { return share(t.Right, t.Given) }

// Recall is the share of the key that was found.
func (t Tally) Recall() float64 { return share(t.Right, t.Key) }

// F1 is the harmonic mean of precision and recall.
func (t Tally) F1() float64 { return share(2*t.Right, t.Given+t.Key) }

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}
