package followup

import (
	"cmp"
	"fmt"
	"slices"

	"reckon"
)

// Edit is one change of what an actor wants, or of what he takes another to want.
//
//   - "swap": the wants at places Want and To change places.
//   - "exchange": they exchange their points, where wants are weighed.
//   - "move": the want at place Want goes to place To; those between close up.
//   - "drop": the want at place Want goes.
//   - "reverse": the want at place Want turns into its opposite, the whole
//     statement: of "A if B" that B holds and A does not.
//   - "add": a want that another reading states comes in at place To.
//   - "believe": he takes About for the one Kind, or sees About as he is.
//
// Places count from 0 in the actor's list as earlier edits of the same set left
// it; Says knows wants by their numbers in the case, from 1.
type Edit struct {
	Do       string
	Actor    int
	Want, To int
	Added    *reckon.Want // add
	About    int          // believe: an actor
	Kind     *reckon.Kind // believe; nil: as he is
	Moved    int          // swap, exchange, move: over how many places
	Cites    []reckon.Cite
	Says     string
}

// Apply returns the minds after the edits, one after the other.
func (s *Study) Apply(edits ...Edit) []reckon.Mind {
	minds := slices.Clone(s.Minds)
	for _, e := range edits {
		m := &minds[e.Actor]
		if e.Do == "believe" {
			m.Beliefs = believing(m.Beliefs, s.Case.Actors[e.About].Name, e.Kind)
			continue
		}
		m.Wants = e.apply(m.Wants)
	}
	return minds
}

// apply returns a changed copy of a list of wants.
func (e *Edit) apply(list []reckon.Want) []reckon.Want {
	list = slices.Clone(list)
	switch e.Do {
	case "swap":
		list[e.Want], list[e.To] = list[e.To], list[e.Want]
	case "exchange":
		a, b := &list[e.Want], &list[e.To]
		a.Points, b.Points = b.Points, a.Points
	case "move":
		w := list[e.Want]
		list = slices.Insert(slices.Delete(list, e.Want, e.Want+1), e.To, w)
	case "drop":
		list = slices.Delete(list, e.Want, e.Want+1)
	case "reverse":
		list[e.Want] = opposite(list[e.Want])
	case "add":
		list = slices.Insert(list, e.To, *e.Added)
	default:
		panic("followup: unknown edit " + e.Do)
	}
	return list
}

// rewrite is apply for a list of codes; added is the code of the want that comes in.
func (e *Edit) rewrite(list []code, added code) []code {
	list = slices.Clone(list)
	switch e.Do {
	case "swap":
		list[e.Want], list[e.To] = list[e.To], list[e.Want]
	case "exchange":
		a, b := list[e.Want], list[e.To]
		list[e.Want], list[e.To] = a.bearing(b.bears()), b.bearing(a.bears())
	case "move":
		k := list[e.Want]
		list = slices.Insert(slices.Delete(list, e.Want, e.Want+1), e.To, k)
	case "drop":
		list = slices.Delete(list, e.Want, e.Want+1)
	case "reverse":
		list[e.Want] = -list[e.Want]
	case "add":
		list = slices.Insert(list, e.To, added)
	}
	return list
}

// opposite is the want that the statement be false. What the want rested on is
// still cited: it is what would have to be wrong.
func opposite(w reckon.Want) reckon.Want {
	w.Title, w.Text = "not: "+titled(&w), "!("+w.Text+")"
	w.That = reckon.Expr{Op: "!", Args: []reckon.Expr{w.That}, At: w.That.At}
	return w
}

// believing returns beliefs with the one about an actor replaced: by a single
// kind, or by none, which is to see him as he is.
func believing(list []reckon.Belief, about string, kind *reckon.Kind) []reckon.Belief {
	list = slices.DeleteFunc(slices.Clone(list), func(b reckon.Belief) bool { return b.About == about })
	if kind != nil {
		sure := *kind
		sure.Odds = 1
		list = append(list, reckon.Belief{About: about, Kinds: []reckon.Kind{sure}, Cites: kind.Cites, At: kind.At})
	}
	return list
}

// swaps lists the swaps of two of the wants at the places given, by place; where
// wants are weighed, the exchanges of different points.
func (s *Study) swaps(r roster, places []int) []Edit {
	do, says := "swap", "changes places with"
	if weighed(r.wants) {
		do, says = "exchange", "exchanges its points with"
	}
	var edits []Edit
	for i, a := range places {
		for _, b := range places[i+1:] {
			if do == "exchange" && r.wants[a].Points == r.wants[b].Points {
				continue
			}
			edits = append(edits, Edit{
				Do: do, Actor: r.actor, Want: a, To: b, Moved: b - a,
				Cites: slices.Concat(r.wants[a].Cites, r.wants[b].Cites),
				Says:  fmt.Sprintf("%s %s %s", s.want(&r, a), says, r.other(b)),
			})
		}
	}
	return edits
}

// drops lists the removals of single wants, but of an only want with points
// where others, without points, would then begin to count: that changes more
// than the one want.
func (s *Study) drops(r roster, places []int) []Edit {
	var edits []Edit
	for _, a := range places {
		rest := slices.Delete(slices.Clone(r.wants), a, a+1)
		if weighed(r.wants) && !weighed(rest) && slices.ContainsFunc(rest, s.orders) {
			continue
		}
		edits = append(edits, Edit{
			Do: "drop", Actor: r.actor, Want: a, Cites: r.wants[a].Cites,
			Says: s.want(&r, a) + " is dropped",
		})
	}
	return edits
}

// reversals lists the reversals of single wants.
func (s *Study) reversals(r roster, places []int) []Edit {
	var edits []Edit
	for _, a := range places {
		edits = append(edits, Edit{
			Do: "reverse", Actor: r.actor, Want: a, Cites: r.wants[a].Cites,
			Says: s.want(&r, a) + turns(&r.wants[a]),
		})
	}
	return edits
}

// moves lists the moves of one want over at least two others; over one it is a swap.
func (s *Study) moves(r roster, places []int) []Edit {
	var edits []Edit
	for _, a := range places {
		for _, b := range places {
			how, far := "moves down behind", b-a
			if b < a {
				how, far = "moves up before", a-b
			}
			if far < 2 {
				continue
			}
			edits = append(edits, Edit{
				Do: "move", Actor: r.actor, Want: a, To: b, Moved: far, Cites: r.wants[a].Cites,
				Says: fmt.Sprintf("%s %s %s", s.want(&r, a), how, r.other(b)),
			})
		}
	}
	return edits
}

// additions lists the ways to take in a want that another reading states.
func (s *Study) additions(r roster, added *reckon.Want) []Edit {
	var edits []Edit
	for at := range len(r.wants) + 1 {
		edits = append(edits, Edit{
			Do: "add", Actor: r.actor, To: at, Added: added, Cites: added.Cites,
			Says: fmt.Sprintf("to the wants of %s is added (%s), %s, as another reading has it", s.whom(r.actor), titled(added), r.place(at)),
		})
	}
	return edits
}

// believe is the edit by which one actor takes another for a kind, or, for nil,
// sees him as he is.
func (s *Study) believe(actor, about int, kind *reckon.Kind) Edit {
	e := Edit{Do: "believe", Actor: actor, About: about, Kind: kind}
	if kind == nil {
		e.Says = fmt.Sprintf("in the eyes of %s the wants of %s are as they are", s.whom(actor), s.whom(about))
		return e
	}
	e.Cites = slices.Clone(kind.Cites)
	for _, w := range kind.Wants {
		e.Cites = append(e.Cites, w.Cites...)
	}
	e.Says = fmt.Sprintf("in the eyes of %s the wants of %s are those of %q", s.whom(actor), s.whom(about), cmp.Or(kind.Title, kind.Name))
	return e
}
