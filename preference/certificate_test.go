package preference

import (
	"math/rand/v2"
	"testing"

	"reckon"
	"reckon/casetest"
	"reckon/stability"
)

// TestCertificates re-validates every verdict of every kind and demands that
// verdict and result agree.
func TestCertificates(t *testing.T) {
	for _, kind := range Kinds() {
		t.Run(kind.Name, func(t *testing.T) {
			drawn(t, 120, func(r *rand.Rand) {
				c, minds := someMinds(r, 4)
				res := solved(t, c, minds, kind.Name, someSettings(r, c))
				for _, s := range res.Conflict().States().List() {
					for i := range minds {
						for _, concept := range kind.Concepts {
							v := res.Explain(i, concept, s)
							if v.Stable != res.Stable(i, concept).Has(s) {
								t.Fatalf("%s, state %b, actor %d: verdict %v", concept, s, i, v.Stable)
							}
							if err := Check(res, v); err != nil {
								t.Fatalf("%s, state %b, actor %d: %v", concept, s, i, err)
							}
							if err := Check(res, forged(v)); err == nil {
								t.Fatalf("%s, state %b, actor %d: a forged verdict passes: %+v", concept, s, i, forged(v))
							}
						}
					}
				}
			})
		})
	}
}

// forged claims the opposite with the same evidence.
func forged(v Verdict) Verdict {
	v.Stable = !v.Stable
	return v
}

// TestCheckRefuses: each part of a certificate is looked at.
func TestCheckRefuses(t *testing.T) {
	res, err := Solve(dilemma(), dilemmaMinds(), nil, "strength", Settings{})
	if err != nil {
		t.Fatal(err)
	}
	good := func() Verdict { return res.Explain(0, reckon.SEQ, cc) }
	if err := Check(res, good()); err != nil {
		t.Fatal(err)
	}
	bad := map[string]func(*Verdict){
		"no answer":        func(v *Verdict) { v.Answers = nil },
		"answers twice":    func(v *Verdict) { v.Answers = append(v.Answers, v.Answers[0]) },
		"no path":          func(v *Verdict) { v.Answers[0].Path = nil },
		"own move":         func(v *Verdict) { v.Answers[0].Path[0].Actor = 0 },
		"nobody's move":    func(v *Verdict) { v.Answers[0].Path[0].Actor = 7 },
		"other end":        func(v *Verdict) { v.Answers[0].Sanction = dc },
		"no sanction":      func(v *Verdict) { v.Answers[0].Path[0].To, v.Answers[0].Sanction = dc, dc },
		"wrong strength":   func(v *Verdict) { v.Answers[0].Strong = false },
		"another concept":  func(v *Verdict) { v.Concept = reckon.Nash },
		"unknown concept":  func(v *Verdict) { v.Concept = reckon.SIM },
		"nobody":           func(v *Verdict) { v.Actor = 2 },
		"no such state":    func(v *Verdict) { v.State = 1 << 10 },
		"another state":    func(v *Verdict) { v.State = dd },
		"no improvement":   func(v *Verdict) { v.Answers[0].To = dd },
		"twice in a row":   func(v *Verdict) { v.Answers[0].Path = append(v.Answers[0].Path, stability.Step{Actor: 1, To: dc}) },
		"weak, no parts":   func(v *Verdict) { v.Concept = weak + reckon.SEQ },
		"strong and other": func(v *Verdict) { v.Concept, v.Answers[0].Strong = strong+reckon.SEQ, false },
	}
	for what, spoil := range bad {
		v := good()
		spoil(&v)
		if Check(res, v) == nil {
			t.Errorf("%s: a spoilt verdict passes: %+v", what, v)
		}
	}
}

// TestCheckRefusesRoundTrips: replies that end in the improvement itself.
func TestCheckRefusesRoundTrips(t *testing.T) {
	c, minds := three()
	minds[0].Wants = []reckon.Want{{That: casetest.Op("||", casetest.Opt(1), casetest.Opt(2))}, {That: casetest.Opt(0), Unknown: true}}
	res, err := Solve(c, minds, nil, "unknown-c", Settings{})
	if err != nil {
		t.Fatal(err)
	}
	round := []stability.Step{{Actor: 1, To: 3}, {Actor: 2, To: 7}, {Actor: 1, To: 5}, {Actor: 2, To: 1}}
	v := Verdict{Actor: 0, Concept: reckon.GMR, State: 0, Stable: true, Answers: []Answer{{To: 1, Path: round, Sanction: 1}}}
	if err := Check(res, v); err == nil {
		t.Error("a round trip passes for a sanction")
	}
}
