package palace

// Estimate is one number that somebody put in, and what the answer owes to it.
type Estimate struct {
	Kind    Rule    // Force, Distrust or Watching
	Organ   string  // whose it is; the organ watched
	Watcher string  // of a watch
	Value   float64 // as it was put in
	Cost    float64 // what it adds to the plot's −ln U; 0 where it adds nothing
	// Low and High are how far the estimate alone can move, all others as they are,
	// before another answer is better, in the bounds it may have. Force has no upper
	// bound: +Inf says that no force changes the answer.
	Low, High float64
	Exact     bool    // the answer does change beyond; else it is proven not to change within
	Risk      float64 // of the palace without it: no such watch, no distrust, no such organ
}
