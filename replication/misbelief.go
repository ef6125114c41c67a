package replication

import (
	"reckon"
	"reckon/mind"
)

// misbelief is a control: in the stag hunt each takes the other for a prisoner of
// the dilemma. Nash, GMR and SMR read no one else's preferences, and under SEQ the
// answers happen to be the same, so what is stable does not change [wang1988].
func misbelief() []Row {
	c, prisoner := twoByTwo("CC DC DD CD"), orderOf("DC CC DD CD")
	for i := range c.Minds {
		other := 1 - i
		c.Minds[i].Beliefs = []reckon.Belief{{About: c.Actors[other].Name, Kinds: []reckon.Kind{
			{Name: "prisoner", Odds: 1, Temper: reckon.DefaultTemper(), Order: prisoner[other]},
		}}}
	}
	m, err := mind.New(c, nil, nil)
	if err != nil {
		panic("replication: " + err.Error())
	}
	var rows []Row
	for _, concept := range []reckon.Concept{reckon.Nash, reckon.GMR, reckon.SMR, reckon.SEQ} {
		rows = append(rows, row("Stag hunt, each taken for a prisoner", string(concept)+" equilibria of the hypergame", byHand, "CC, DD", outcomes(m.Equilibria(concept))))
	}
	return rows
}
