package causality

import (
	"reckon/grammar"
	"reckon/stance"
)

// Condition says that one thing hangs on another.
type Condition struct {
	Start, End int    // bytes of the text over both parts
	If, Then   [2]int // bytes; If may be a noun phrase ("confrontation would end in …")
	Cue        [2]int
	Form       string        // if, unless, provided, until, would, counterfactual, …
	Stance     stance.Stance // of the consequence
	Rule       string
}

// Cause says that one thing brings about, furthers or hinders another.
type Cause struct {
	Start, End int      // bytes of the text over cause, cue and effect
	Causes     [][2]int // bytes; several when the text lists them
	Effect     [2]int
	Cue        [2]int // 0, 0 when nothing but the order of clauses shows it
	Sign       int    // +1 brings about or furthers, -1 prevents or hinders
	Negated    bool   // the text says that it is not the cause
	Stance     stance.Stance
	Rule       string
	Confidence float64
}

// Conditions lists the conditions of a text in order.
func Conditions(t *grammar.Text) []Condition { return nil }

// Causes lists the causes of a text in order.
func Causes(t *grammar.Text) []Cause { return nil }
