package events

import (
	"slices"
	"testing"
)

// TestTypesOfTheManual types the manual's table a second time, as one line a type.
func TestTypesOfTheManual(t *testing.T) {
	for _, c := range []struct {
		name, quad string
		score      float64
		modes      int
	}{
		{"AGREE", "verbal cooperation", 2.5, 0},
		{"CONSULT", "verbal cooperation", 2.5, 4},
		{"SUPPORT", "verbal cooperation", 5, 0},
		{"CONCEDE", "verbal cooperation", 4.5, 0},
		{"COOPERATE", "material cooperation", 9.5, 0},
		{"AID", "material cooperation", 10, 0},
		{"RETREAT", "material cooperation", 6.5, 6},
		{"REQUEST", "verbal conflict", 0, 4},
		{"ACCUSE", "verbal conflict", -3, 3},
		{"REJECT", "verbal conflict", -2, 4},
		{"THREATEN", "verbal conflict", -3.5, 6},
		{"PROTEST", "material conflict", -5, 7},
		{"SANCTION", "material conflict", -6, 4},
		{"MOBILIZE", "material conflict", -5.5, 4},
		{"COERCE", "material conflict", -7, 10},
		{"ASSAULT", "material conflict", -9, 15},
	} {
		if Quad(c.name) != c.quad || Score(c.name, "") != c.score || len(Modes(c.name)) != c.modes {
			t.Errorf("%s: %s %g %v", c.name, Quad(c.name), Score(c.name, ""), Modes(c.name))
		}
	}
	if len(Types()) != 16 {
		t.Errorf("%d types", len(Types()))
	}
	if Score("ACCUSE", "disapprove") != -2 || Score("ACCUSE", "allege") != -3.5 || Score("NONE", "") != 0 || Quad("NONE") != "" {
		t.Error("the modes of ACCUSE have scores of their own, an unknown type has none")
	}
}

func TestCAMEO(t *testing.T) {
	for _, c := range []struct{ code, name, mode string }{
		{"0871", "RETREAT", "ceasefire"},
		{"173", "COERCE", "arrest"},
		{"1054", "REQUEST", "yield"},
		{"195", "ASSAULT", "aerial"},
		{"14", "PROTEST", ""},
		{"1959", "ASSAULT", "aerial"},
	} {
		name, mode, _, ok := FromCAMEO(c.code)
		if !ok || name != c.name || mode != c.mode {
			t.Errorf("%s: %s %s %v", c.code, name, mode, ok)
		}
	}
	for code, m := range cameo {
		if m.mode != "" && !slices.Contains(Modes(m.kind), m.mode) {
			t.Errorf("%s: %s has no mode %s", code, m.kind, m.mode)
		}
		for _, c := range m.contexts {
			if !slices.Contains(contextNames(), c) {
				t.Errorf("%s: no context %s", code, c)
			}
		}
	}
	if _, _, _, ok := FromCAMEO("X"); ok {
		t.Error("X is no code")
	}
}

func contextNames() []string {
	var all []string
	for left := range families(contextText) {
		all = append(all, left)
	}
	return all
}

// TestContexts holds the names of the 37 contexts.
func TestContexts(t *testing.T) {
	if n := len(contextNames()); n != 37 {
		t.Errorf("%d contexts, want 37", n)
	}
}
