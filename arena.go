package reckon

import "slices"

// Arena is one model of the forces around a leader: a council that bargains, a
// palace whose organs watch each other, a succession, a street, a treasury, a
// contest of stamina. It reads measures and options in the numbers of its settings
// and writes its quantities to measures, a step later.
type Arena struct {
	Kind        string // "council", "palace", "succession", "street", "treasury", "contest"
	Name, Title string
	Settings    []ArenaSetting // as stated, in the order of the language
	Parts       []ArenaPart    // file order
	Writes      []ArenaWrite   // file order
	Cites       []Cite
	At          Range
}

// ArenaPart is one of those an arena is made of: a seat, an organ, a candidate.
type ArenaPart struct {
	Kind, Name, Title string
	Settings          []ArenaSetting
	Cites             []Cite
	At                Range
}

// ArenaSetting is a number, a word or some names that an arena or a part of it
// states.
type ArenaSetting struct {
	Name  string
	Value Expr     // of a number; worked out at every step
	Text  string   // Value as written
	Start Spread   // of a number at the start of a run
	Words []string // of a word or names
	At    Range
}

// ArenaWrite says that an arena gives a measure its values: those of one of its
// quantities, which may be that of one part.
type ArenaWrite struct {
	Measure, Quantity, Of string
	At                    Range
}

// Setting returns the setting of that name, or nil where it is not stated.
func (a *Arena) Setting(name string) *ArenaSetting { return settingOf(a.Settings, name) }

// Setting returns the setting of that name, or nil where it is not stated.
func (p *ArenaPart) Setting(name string) *ArenaSetting { return settingOf(p.Settings, name) }

func settingOf(list []ArenaSetting, name string) *ArenaSetting {
	if i := slices.IndexFunc(list, func(s ArenaSetting) bool { return s.Name == name }); i >= 0 {
		return &list[i]
	}
	return nil
}

// Kinds returns the parts of one kind, file order.
func (a *Arena) Kinds(kind string) []*ArenaPart {
	var list []*ArenaPart
	for i := range a.Parts {
		if a.Parts[i].Kind == kind {
			list = append(list, &a.Parts[i])
		}
	}
	return list
}
