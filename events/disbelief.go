package events

import (
	"reckon/grammar"
	"reckon/stance"
)

// disbelieve marks an event that a report tells of when the report is said to be
// wrong: "reports of an attack were false".
func (f *finder) disbelieve(e *Event) {
	at := e.Trigger
	for range 4 {
		h := f.tok(at).Head
		if h < 0 {
			return
		}
		if hearsay[f.lemma(h)] && h < at {
			if f.refuted(h) {
				e.Stance.Negated, e.Stance.Status = true, stance.Denied
			}
			return
		}
		at = h
	}
}

// refuted tells a subject whose predicate says that it is not so.
func (f *finder) refuted(report int) bool {
	h := f.tok(report).Head
	if h < 0 || !f.tok(report).Relation.Is(grammar.Nsubj) {
		return false
	}
	return untrue[f.lemma(h)] && !f.negated(h) || f.lemma(h) == "true" && f.negated(h)
}

var hearsay = map[string]bool{"report": true, "reports": true, "rumour": true, "rumor": true, "rumours": true, "rumors": true, "claim": true, "story": true, "allegation": true, "news": true, "account": true, "suggestion": true, "assertion": true, "accusation": true}

var untrue = map[string]bool{"false": true, "untrue": true, "wrong": true, "unfounded": true, "baseless": true, "groundless": true, "fabricate": true, "fabricated": true, "invent": true, "invented": true, "fake": true, "incorrect": true, "fictitious": true, "bogus": true, "disprove": true, "debunk": true, "refute": true, "deny": true}
