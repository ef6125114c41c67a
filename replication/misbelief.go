package replication

import (
	"reckon"
	"reckon/mind"
)

// misbelief is a control: in the stag hunt each takes the other for a prisoner of
// the dilemma. Nash, GMR and SMR read no one else's preferences, and under SEQ the
// answers happen to be the same, so what is stable does not change [wang1988].
func misbelief() []Row {
	stag, prisoner := orderOf("CC DC DD CD"), orderOf("DC CC DD CD")
	c := &reckon.Case{
		Actors:  []reckon.Actor{{Name: "row", Options: []int{0}}, {Name: "column", Options: []int{1}}},
		Options: []reckon.Option{{Name: "row.cooperate"}, {Name: "column.cooperate", Actor: 1}},
	}
	for i, name := range []string{"row", "column"} {
		other := c.Actors[1-i].Name
		c.Minds = append(c.Minds, reckon.Mind{
			Actor: name, Temper: reckon.DefaultTemper(), Order: stag[i],
			Beliefs: []reckon.Belief{{About: other, Kinds: []reckon.Kind{{Name: "prisoner", Odds: 1, Temper: reckon.DefaultTemper(), Order: prisoner[1-i]}}}},
		})
	}
	m, err := mind.New(c, nil, nil)
	if err != nil {
		panic("replication: " + err.Error())
	}
	var rows []Row
	for _, concept := range []reckon.Concept{reckon.Nash, reckon.GMR, reckon.SMR, reckon.SEQ} {
		rows = append(rows, row("Stag hunt, each taken for a prisoner", string(concept)+" equilibria of the hypergame", "derived by hand", "CC, DD", outcomes(m.Equilibria(concept))))
	}
	return rows
}
