package street

// Public is the state of an aggregate public: shares of it, but for what is money.
type Public struct {
	Active   float64 // turned out, of all
	Jailed   float64
	Arrested float64 // in this step
	Refusing float64 // own forces that do not act
	First    float64 // of model II: what is left of each group
	Second   float64
	OnStrike float64 // of the workers
	Fund     float64
	Lost     float64 // weeks of wages a striker has lost and nobody replaced
	Forgone  float64 // wages all strikers together have lost
	Fatigue  float64
}
