package mind

import "reckon"

// Reason says why a view holds a move to be out of the question.
type Reason struct {
	Unaware    reckon.State // options moved that do not exist for the viewer
	Unthought  reckon.State // options moved that he thinks the mover does not know of
	Against    reckon.State // options moved a way that he holds closed, or thinks that the mover does
	Impossible bool         // he holds the state it leads to impossible, but not the one it leaves, or thinks that the mover does
}

// Stands reports whether there is any reason.
func (r Reason) Stands() bool {
	return r.Unaware|r.Unthought|r.Against != 0 || r.Impossible
}

// Surprise is how far one actor's eyes lead him astray in one state: first-level
// misperception by awareness [aljefri2018], as far as it can be defined without
// a judgement. Where he sees the state as it is, Sees is the state itself; where
// options that he does not know are on, another one, which he takes it for.
type Surprise struct {
	Sees       reckon.State
	Impossible bool  // he holds the state impossible: his view has broken already
	Moving     []int // actors he holds settled here who in their own views are not
	Settled    []int // actors he holds about to move who in their own views are settled
	Unforeseen []Unforeseen
	Expects    bool // he takes the state for an equilibrium
	Lasts      bool // it is one: stable for everyone in his own views
}

// Unforeseen is a move that is open to another actor and that is out of the
// question in a viewer's views.
type Unforeseen struct {
	Actor  int
	To     reckon.State
	Odds   float64 // of the views in which it is out of the question
	Gains  bool    // it improves its mover's lot
	Reason         // in the view that carries most of these odds
}

// Surprises tells what an actor misjudges in a possible state of the world under
// a concept; "" is each one's own, as each view has it. He misjudges another
// where at least half of the odds of his views of that one's view hold the state
// stable for that one, and less than half of the odds of that one's own views do;
// or the reverse. Unforeseen moves are by actor, then ascending by state.
// Cost: a few tables of security, then the moves of the state.
func (m *Minds) Surprises(actor int, concept reckon.Concept, s reckon.State) Surprise {
	own := &m.scene.sights[actor][0]
	out := Surprise{Sees: own.sees(s), Impossible: !own.possible(s), Expects: true, Lasts: true}
	for j := range m.minds {
		settled := m.share(concept, s, j) >= half
		taken := m.share(concept, s, actor, j) >= half
		out.Lasts = out.Lasts && settled
		out.Expects = out.Expects && taken
		switch {
		case j == actor || out.Impossible: // what he cannot read he does not judge
		case taken && !settled:
			out.Moving = append(out.Moving, j)
		case settled && !taken:
			out.Settled = append(out.Settled, j)
		}
		if j != actor {
			out.Unforeseen = append(out.Unforeseen, m.unforeseen(actor, j, s)...)
		}
	}
	return out
}

// unforeseen lists the moves of another that are out of the question in views of
// the viewer.
func (m *Minds) unforeseen(viewer, mover int, s reckon.State) []Unforeseen {
	var list []Unforeseen
	base := m.scene.base
	for _, to := range base.Moves(mover, s) {
		u := Unforeseen{Actor: mover, To: to, Gains: base.Rank(mover, to) > base.Rank(mover, s)}
		most := 0.0
		for i := range m.scene.sights[viewer] {
			v := &m.scene.sights[viewer][i]
			odds := m.oddsOf(viewer, v)
			if reason := v.excludes(mover, s, to); reason.Stands() {
				u.Odds += odds
				if odds > most {
					most, u.Reason = odds, reason
				}
			}
		}
		if u.Stands() {
			list = append(list, u)
		}
	}
	return list
}

// excludes says why a move of an actor that the world allows is out of the
// question in a view.
func (v *sight) excludes(mover int, s, to reckon.State) Reason {
	changed := s ^ to
	out := Reason{Unaware: changed & v.Hidden, Impossible: v.possible(s) && !v.possible(to)}
	theirs := v.setting
	if inner := v.of(mover); inner != nil {
		theirs = inner[0].setting
		out.Impossible = out.Impossible || inner[0].possible(s) && !inner[0].possible(to)
	}
	out.Unthought = changed & theirs.Hidden &^ v.Hidden
	out.Against = (v.against(s, to) | theirs.against(s, to)) &^ (out.Unaware | out.Unthought)
	return out
}
