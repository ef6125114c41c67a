package preference

import (
	"math"
	"slices"
	"strings"
	"testing"

	"reckon"
	"reckon/casetest"
)

// States of the prisoner's dilemma: what the first and the second actor do; an
// option that is on is cooperation.
const (
	dd reckon.State = iota
	cd
	dc
	cc
)

func dilemma() *reckon.Case {
	return &reckon.Case{
		Actors:  []reckon.Actor{{Name: "a", Options: []int{0}}, {Name: "b", Options: []int{1}}},
		Options: []reckon.Option{{Name: "a.cooperate", Actor: 0}, {Name: "b.cooperate", Actor: 1}},
	}
}

// dilemmaMinds want, first and as a red line, that the other cooperates, then not
// to cooperate themselves: the order of the dilemma.
func dilemmaMinds() []reckon.Mind {
	mind := func(name string, own, other int) reckon.Mind {
		return reckon.Mind{Actor: name, Wants: []reckon.Want{
			{Name: "other cooperates", That: casetest.Opt(other), RedLine: true},
			{Name: "free hand", That: casetest.Not(casetest.Opt(own))},
		}}
	}
	return []reckon.Mind{mind("a", 0, 1), mind("b", 1, 0)}
}

func stableStates(t *testing.T, c *reckon.Case, minds []reckon.Mind, kind string, set Settings, concept reckon.Concept) []reckon.State {
	t.Helper()
	r, err := Solve(c, minds, nil, kind, set)
	if err != nil {
		t.Fatal(err)
	}
	return r.Equilibria(concept).List()
}

func demand(t *testing.T, what string, got []reckon.State, want ...reckon.State) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %b, want %b", what, got, want)
	}
}

// TestDilemmaByStrength is worked by hand. That mutual cooperation is stable but
// not Nash is classical [howard1971]; it is held by mutual defection, which
// breaches the red line, so strongly; without the red line, weakly.
func TestDilemmaByStrength(t *testing.T) {
	c, minds := dilemma(), dilemmaMinds()
	demand(t, "Nash", stableStates(t, c, minds, "strength", Settings{}, reckon.Nash), dd)
	for _, concept := range []reckon.Concept{reckon.GMR, reckon.SMR, reckon.SEQ, reckon.SSEQ} {
		demand(t, string(concept), stableStates(t, c, minds, "strength", Settings{}, concept), dd, cc)
		demand(t, "strong "+string(concept), stableStates(t, c, minds, "strength", Settings{}, strong+concept), dd, cc)
	}
	for i := range minds {
		minds[i].Wants[0].RedLine = false
	}
	for _, concept := range []reckon.Concept{reckon.GMR, reckon.SMR, reckon.SEQ, reckon.SSEQ} {
		demand(t, "strong "+string(concept), stableStates(t, c, minds, "strength", Settings{}, strong+concept), dd)
		demand(t, "weak "+string(concept), stableStates(t, c, minds, "strength", Settings{}, weak+concept), cc)
	}
	r, _ := Solve(c, minds, nil, "strength", Settings{})
	if len(r.Notes) != 2 || !strings.Contains(r.Notes[0], "no red line") {
		t.Errorf("notes %q", r.Notes)
	}
}

// TestDilemmaByAttitudes is worked by hand: actors who mind each other leave
// neither cooperation nor what hurts themselves; foes who do not mind themselves
// defect.
func TestDilemmaByAttitudes(t *testing.T) {
	c, minds := dilemma(), dilemmaMinds()
	minds[0].Attitudes = []reckon.Attitude{{Toward: "b", Is: 1}}
	minds[1].Attitudes = []reckon.Attitude{{Toward: "a", Is: 1}}
	demand(t, "friends", stableStates(t, c, minds, "attitudes", Settings{}, reckon.Nash), dd, cd, dc, cc)
	minds[0].Attitudes = []reckon.Attitude{{Toward: "a", Is: 0}, {Toward: "b", Is: 1}}
	minds[1].Attitudes = []reckon.Attitude{{Toward: "b", Is: 0}, {Toward: "a", Is: 1}}
	demand(t, "selfless", stableStates(t, c, minds, "attitudes", Settings{}, reckon.Nash), cc)
	minds[0].Attitudes[1].Is, minds[1].Attitudes[1].Is = -1, -1
	demand(t, "spiteful", stableStates(t, c, minds, "attitudes", Settings{}, reckon.Nash), dd)
}

// TestTies: a move that changes nothing for anybody minded is a gain only where
// ties count.
func TestTies(t *testing.T) {
	c := &reckon.Case{Actors: []reckon.Actor{{Name: "a", Options: []int{0}}, {Name: "b"}}, Options: []reckon.Option{{}}}
	minds := []reckon.Mind{{Actor: "a"}, {Actor: "b"}}
	demand(t, "default", stableStates(t, c, minds, "attitudes", Settings{}, reckon.Nash))
	demand(t, "never", stableStates(t, c, minds, "attitudes", Settings{Ties: "never"}, reckon.Nash), 0, 1)
	minds[0].Attitudes = []reckon.Attitude{{Toward: "a", Is: 0}, {Toward: "b", Is: -1}}
	demand(t, "foe", stableStates(t, c, minds, "attitudes", Settings{}, reckon.Nash))
	demand(t, "friends", stableStates(t, c, minds, "attitudes", Settings{Ties: "friends"}, reckon.Nash), 0, 1)
}

// three is a case of three actors with an option each, who want nothing.
func three() (*reckon.Case, []reckon.Mind) {
	return &reckon.Case{
		Actors:  []reckon.Actor{{Name: "a", Options: []int{0}}, {Name: "b", Options: []int{1}}, {Name: "c", Options: []int{2}}},
		Options: []reckon.Option{{Actor: 0}, {Actor: 1}, {Actor: 2}},
	}, []reckon.Mind{{Actor: "a"}, {Actor: "b"}, {Actor: "c"}}
}

// TestUnknownByHand: a may want x or its opposite, and at first does not care about
// the options of b and c.
func TestUnknownByHand(t *testing.T) {
	c, minds := three()
	minds[0].Wants = []reckon.Want{{That: casetest.Opt(0), Unknown: true}}
	has := func(kind string, concept reckon.Concept) bool {
		r, err := Solve(c, minds, nil, kind, Settings{})
		if err != nil {
			t.Fatal(err)
		}
		v := r.Explain(0, concept, 0)
		if err := Check(r, v); err != nil {
			t.Error(err)
		}
		return r.Stable(0, concept).Has(0)
	}
	for _, want := range []struct {
		kind      string
		nash, gmr bool
	}{{"unknown-a", false, false}, {"unknown-b", true, true}, {"unknown-c", false, true}, {"unknown-d", true, true}} {
		if has(want.kind, reckon.Nash) != want.nash || has(want.kind, reckon.GMR) != want.gmr {
			t.Errorf("%s: Nash %v, GMR %v", want.kind, has(want.kind, reckon.Nash), has(want.kind, reckon.GMR))
		}
	}
	for k := range 2 { // b and c may want their options or not, so all their moves are credible
		minds[1+k].Wants = []reckon.Want{{That: casetest.Opt(1 + k), Unknown: true}}
	}
	// Now every reply but those that end in the gain itself is better for a.
	certain := func(op reckon.Op) {
		minds[0].Wants = []reckon.Want{{That: casetest.Op(op, casetest.Opt(1), casetest.Opt(2))}, {That: casetest.Opt(0), Unknown: true}}
	}
	certain("||")
	if has("unknown-c", reckon.GMR) || has("unknown-c", reckon.SEQ) {
		t.Error("replies that end where they began count as a sanction")
	}
	certain("!=") // b and c harm a by two moves, neither by one
	if !has("unknown-c", reckon.GMR) || !has("unknown-c", reckon.SEQ) {
		t.Error("a sanction that takes two moves is missed")
	}
}

// TestBoundsAreDecimals: limits are compared as the decimals that are written,
// although 0.7 − 0.3 is below 0.4 and 1 − 0.9 below 0.1 as floats.
func TestBoundsAreDecimals(t *testing.T) {
	c := &reckon.Case{Actors: []reckon.Actor{{Name: "a", Options: []int{0}}}, Options: []reckon.Option{{}}}
	minds := func(odds float64) []reckon.Mind {
		return []reckon.Mind{{Actor: "a", Wants: []reckon.Want{{That: casetest.Opt(0), Odds: odds}}}}
	}
	demand(t, "γ = 2·0.7 − 1", stableStates(t, c, minds(0.7), "fuzzy", Settings{Threshold: 0.4}, reckon.Nash), 1)
	demand(t, "γ above it", stableStates(t, c, minds(0.7), "fuzzy", Settings{Threshold: 0.41}, reckon.Nash), 0, 1)
	demand(t, "the opposite", stableStates(t, c, minds(0.3), "fuzzy", Settings{Threshold: 0.4}, reckon.Nash), 0)
	demand(t, "one actor's γ", stableStates(t, c, minds(0.7), "fuzzy", Settings{Threshold: 0.4, Thresholds: map[string]float64{"a": 1}}, reckon.Nash), 0, 1)
	demand(t, "P = 1 − α", stableStates(t, c, minds(0.1), "probabilistic", Settings{Alpha: 0.9}, reckon.Nash), 0)
	demand(t, "P above 1 − α", stableStates(t, c, minds(0.1), "probabilistic", Settings{Alpha: 0.91}, reckon.Nash))
	demand(t, "default", stableStates(t, c, minds(0.5), "probabilistic", Settings{}, reckon.Nash), 0, 1)
}

func TestRefusals(t *testing.T) {
	c := dilemma()
	for _, bad := range []struct {
		kind  string
		set   Settings
		spoil func([]reckon.Mind)
		says  string
	}{
		{"grey", Settings{}, nil, "Choose one of strength, unknown-a"},
		{"probabilistic", Settings{Alpha: 1.5}, nil, "alpha is 1.5"},
		{"probabilistic", Settings{Gamma: math.NaN()}, nil, "gamma is NaN"},
		{"fuzzy", Settings{Threshold: -1}, nil, "threshold is -1"},
		{"fuzzy", Settings{Thresholds: map[string]float64{"z": 1}}, nil, "no actor"},
		{"fuzzy", Settings{Thresholds: map[string]float64{"a": 0}}, nil, "threshold of a is 0"},
		{"attitudes", Settings{Ties: "always"}, nil, "choose one of"},
		{"attitudes", Settings{}, func(m []reckon.Mind) { m[0].Attitudes = []reckon.Attitude{{Toward: "z"}} }, "no actor"},
		{"unknown-b", Settings{}, func(m []reckon.Mind) { m[0].Wants[0].Points, m[0].Wants[1].Unknown = 1, true }, "weighed by points"},
		{"fuzzy", Settings{}, func(m []reckon.Mind) {
			for range 64 {
				m[1].Wants = append(m[1].Wants, reckon.Want{That: casetest.Opt(0), Odds: 0.5})
			}
		}, "at most 64"},
	} {
		minds := dilemmaMinds()
		if bad.spoil != nil {
			bad.spoil(minds)
		}
		if _, err := Solve(c, minds, nil, bad.kind, bad.set); err == nil || !strings.Contains(err.Error(), bad.says) {
			t.Errorf("%s %+v: %v, want %q", bad.kind, bad.set, err, bad.says)
		}
	}
}

// TestTooLarge: what would take minutes is refused before it starts.
func TestTooLarge(t *testing.T) {
	r, err := Solve(dilemma(), dilemmaMinds(), nil, "strength", Settings{})
	if err != nil {
		t.Fatal(err)
	}
	many := []classes{{first: make([]reckon.State, 1)}, {first: make([]reckon.State, 64<<14)}}
	if err := r.affordable(many, 1<<20); err == nil || !strings.Contains(err.Error(), "b alone tells 1048576 kinds") {
		t.Error(err)
	}
	long := &reckon.Case{Actors: []reckon.Actor{{}}, Options: make([]reckon.Option, 21)}
	if _, err := Solve(long, make([]reckon.Mind, 1), nil, "strength", Settings{}); err == nil || !strings.Contains(err.Error(), "at most 20") {
		t.Error(err)
	}
	alone := &reckon.Case{Actors: []reckon.Actor{{Name: "a"}}, Options: make([]reckon.Option, 18)}
	for k := range alone.Options {
		alone.Actors[0].Options = append(alone.Actors[0].Options, k)
	}
	if _, err := Solve(alone, make([]reckon.Mind, 1), nil, "strength", Settings{}); err == nil || !strings.Contains(err.Error(), "a alone has 18 options") {
		t.Error(err)
	}
	if _, err := r.board.arcsOf(0, not{both{}}, -1); err == nil {
		t.Error("no room for credible moves, and no error")
	}
}

// TestSwitchesAreRecorded: a result says what its answers hang on, and that the
// minds leave a kind nothing to work on.
func TestSwitchesAreRecorded(t *testing.T) {
	for kind, names := range map[string][]string{
		"strength":      {"replies"},
		"unknown-c":     {"unknown replies", "replies"},
		"probabilistic": {"alpha", "beta", "gamma", "replies"},
		"fuzzy":         {"threshold of a", "threshold of b", "replies"},
		"attitudes":     {"ties", "attitudes of a", "attitudes of b", "replies"},
	} {
		r, err := Solve(dilemma(), dilemmaMinds(), nil, kind, Settings{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range r.Switches {
			got = append(got, s.Name)
			if s.Value == "" || s.Says == "" {
				t.Errorf("%s: %+v says nothing", kind, s)
			}
		}
		if !slices.Equal(got, names) {
			t.Errorf("%s: switches %q, want %q", kind, got, names)
		}
		if (kind != "strength") != (len(r.Notes) == 1) {
			t.Errorf("%s: notes %q", kind, r.Notes)
		}
	}
}
