package events

import "slices"

// kind is one type of PLOVER with its modes [halterman2023].
type kind struct {
	name      string
	quad      string
	score     float64
	modes     []string
	recipient bool // the manual asks for a recipient
}

// Quad classes: what is said or done, for or against.
const (
	verbalCooperation   = "verbal cooperation"
	materialCooperation = "material cooperation"
	verbalConflict      = "verbal conflict"
	materialConflict    = "material conflict"
)

// kinds is the table of types in the order of the manual. The manual prints 3 for
// ACCUSE, whose modes it puts at −2 and −3.5: a misprint for −3.
var kinds = []kind{
	{"AGREE", verbalCooperation, 2.5, nil, false},
	{"CONSULT", verbalCooperation, 2.5, []string{"visit", "third-party", "multilateral", "phone"}, false},
	{"SUPPORT", verbalCooperation, 5, nil, false},
	{"CONCEDE", verbalCooperation, 4.5, nil, false},
	{"COOPERATE", materialCooperation, 9.5, nil, true},
	{"AID", materialCooperation, 10, nil, true},
	{"RETREAT", materialCooperation, 6.5, []string{"withdraw", "release", "disarm", "ceasefire", "access", "resign"}, false},
	{"REQUEST", verbalConflict, 0, []string{"assist", "change", "yield", "meet"}, false},
	{"ACCUSE", verbalConflict, -3, []string{"disapprove", "investigate", "allege"}, false},
	{"REJECT", verbalConflict, -2, []string{"assist", "change", "yield", "meet"}, false},
	{"THREATEN", verbalConflict, -3.5, []string{"restrict", "arrest", "relations", "expel", "territory", "violence"}, false},
	{"PROTEST", materialConflict, -5, []string{"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"}, false},
	{"SANCTION", materialConflict, -6, []string{"convict", "expel", "withdraw", "discontinue"}, true},
	{"MOBILIZE", materialConflict, -5.5, []string{"troops", "weapons", "police", "militia"}, false},
	{"COERCE", materialConflict, -7, []string{"seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber"}, false},
	{"ASSAULT", materialConflict, -9, []string{"abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"}, false},
}

// accuse holds the scores of the modes of ACCUSE, the only modes whose scores
// differ from that of their type here.
var accuse = map[string]float64{"disapprove": -2, "investigate": -3.5, "allege": -3.5}

func kindOf(name string) *kind {
	for i := range kinds {
		if kinds[i].name == name {
			return &kinds[i]
		}
	}
	return nil
}

// Types lists the sixteen types of PLOVER in the order of its manual.
func Types() []string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = k.name
	}
	return names
}

// Modes lists the modes of a type, none for a type without modes or unknown.
func Modes(name string) []string {
	if k := kindOf(name); k != nil {
		return slices.Clone(k.modes)
	}
	return nil
}

// Quad gives the quad class of a type: verbal or material, cooperation or
// conflict; "" for an unknown type.
func Quad(name string) string {
	if k := kindOf(name); k != nil {
		return k.quad
	}
	return ""
}

// Score gives the score of a type and mode between −10, the most hostile, and
// +10, the friendliest; 0 for an unknown type, as for REQUEST.
func Score(name, mode string) float64 {
	k := kindOf(name)
	if k == nil {
		return 0
	}
	if s, ok := accuse[mode]; ok && name == "ACCUSE" {
		return s
	}
	return k.score
}

// friendly tells cooperation, verbal or material.
func friendly(name string) bool {
	q := Quad(name)
	return q == verbalCooperation || q == materialCooperation
}

// hostile tells material conflict.
func hostile(name string) bool { return Quad(name) == materialConflict }
