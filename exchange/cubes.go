package exchange

import (
	"slices"

	"reckon"
)

// cube is a conjunction of options and their negations: those in care are as in
// want. The zero cube holds everywhere.
type cube struct{ care, want reckon.State }

// maxCubes bounds the conditions that one statement is spelled out into.
const maxCubes = 128

// within reports whether a implies b.
func (a cube) within(b cube) bool { return b.care&^a.care == 0 && (a.want^b.want)&b.care == 0 }

// spell writes a circuit as a disjunction of cubes, in the order of the text
// where the text is one already; false when it takes more than maxCubes. No
// cubes hold nowhere.
func spell(c reckon.Circuit) ([]cube, bool) {
	s := speller{c, map[spelling][]cube{}, false}
	cubes := s.cubes(spelling{len(c) - 1, true})
	return cubes, !s.tooMany
}

// speller spells the gates of a circuit, each at most once and either way.
type speller struct {
	circuit reckon.Circuit
	known   map[spelling][]cube
	tooMany bool
}

// spelling is a gate, or its negation.
type spelling struct {
	gate int
	yes  bool
}

func (s *speller) cubes(at spelling) []cube {
	if list, ok := s.known[at]; ok || s.tooMany {
		return list
	}
	g := s.circuit[at.gate]
	arg := func(k int32, yes bool) []cube { return s.cubes(spelling{int(k), yes}) }
	var list []cube
	switch {
	case g.Op == 'o':
		bit := reckon.State(1) << uint(g.A)
		list = []cube{{care: bit}}
		if at.yes {
			list[0].want = bit
		}
	case g.Op == '1' == at.yes && (g.Op == '1' || g.Op == '0'):
		list = []cube{{}}
	case g.Op == '1', g.Op == '0':
	case g.Op == '!':
		list = arg(g.A, !at.yes)
	case g.Op == '^':
		list = s.any(s.both(arg(g.A, true), arg(g.B, !at.yes)), s.both(arg(g.A, false), arg(g.B, at.yes)))
	case g.Op == '&' == at.yes:
		list = s.both(arg(g.A, at.yes), arg(g.B, at.yes))
	default:
		list = s.any(arg(g.A, at.yes), arg(g.B, at.yes))
	}
	s.known[at] = list
	return list
}

// any joins two lists, leaving out what another cube implies.
func (s *speller) any(a, b []cube) []cube {
	list := slices.Clone(a)
	for _, c := range b {
		if slices.ContainsFunc(list, c.within) {
			continue
		}
		list = slices.DeleteFunc(list, func(d cube) bool { return d.within(c) })
		list = append(list, c)
	}
	s.tooMany = s.tooMany || len(list) > maxCubes
	return list
}

// both lists where one of each holds.
func (s *speller) both(a, b []cube) []cube {
	var list []cube
	for _, x := range a {
		for _, y := range b {
			if (x.want^y.want)&x.care&y.care == 0 && !s.tooMany {
				list = s.any(list, []cube{{x.care | y.care, x.want | y.want}})
			}
		}
	}
	return list
}
