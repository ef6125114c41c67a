package mind

import "reckon"

// Break is a view that a move has proved wrong: the move was out of the question
// in it, or not one that the mover, as he is taken there, would make.
type Break struct {
	Viewer, Actor int
	Kind          string  // what the viewer takes the mover for; "" as he is
	Odds          float64 // of that kind, before the move
	Reason
	Irrational  bool    // staying would have been worth more to that kind
	Moved, Stay float64 // what moving and staying are worth to it, in [0,1], on average over his views
	Collapsed   bool    // every kind of the mover that the viewer reckons with is proved wrong
}

// Falsified lists the views that a move, made at s and possible in the world,
// proves wrong; nothing for holding. For every actor and every kind of the mover
// that he reckons with it asks whether the move is out of the question in what he
// thinks that the kind sees, and, if not, whether the kind would have lost by it
// there: by its own temper, in each of his views that hold it, the move is worth
// less than staying, so that at full precision it would not be made. A viewer
// without a belief about the mover, and the mover himself, can be wrong only in the
// first way: that the mover acts against his own wants as the reading has them is
// no fault of a view.
//
// Observe carries the consequences: a kind that could not have moved so falls to
// the least odds, unless all do; then the viewer holds on to the odds he had, and
// Collapsed says that his view of the mover has broken down.
func (m *Minds) Falsified(actor int, s reckon.State, took reckon.Move) []Break {
	had := m.open(actor, s, []reckon.State{took.Apply(s), s})
	if !had.Possible[0] || had.States[0] == s {
		return nil
	}
	var all []Break
	for i := range m.minds {
		b := -1
		if i != actor {
			b = m.belief(i, actor)
		}
		if b < 0 {
			if why := m.scene.sights[i][0].excludes(actor, s, had.States[0]); why.Stands() {
				all = append(all, Break{Viewer: i, Actor: actor, Odds: 1, Reason: why, Collapsed: true})
			}
			continue
		}
		all = append(all, m.falsified(i, b, s, had)...)
	}
	return all
}

// falsified lists the kinds of one belief that the first of two alternatives
// proves wrong, the second being to stay.
func (m *Minds) falsified(viewer, b int, s reckon.State, had Choice) []Break {
	of := &m.beliefs[viewer][b]
	var list []Break
	for k := range of.kinds {
		one := Break{Viewer: viewer, Actor: of.about, Kind: of.kinds[k].Name, Odds: of.odds[k], Irrational: true}
		for i := range m.scene.sights[viewer] {
			v := &m.scene.sights[viewer][i]
			if v.kinds[b] != k {
				continue
			}
			one.Reason = v.excludes(of.about, s, had.States[0])
			weight := m.oddsBut(viewer, v, b)
			choice := m.chosenBy(v, b, s, had)
			one.Moved += weight * choice.Value[0]
			one.Stay += weight * choice.Value[1]
			one.Irrational = one.Irrational && choice.Value[1]-choice.Value[0] > alike
		}
		one.Irrational = one.Irrational && !one.Stands()
		if one.Irrational || one.Stands() {
			list = append(list, one)
		}
	}
	if len(list) == len(of.kinds) {
		for i := range list {
			list[i].Collapsed = true
		}
	}
	return list
}
