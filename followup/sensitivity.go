package followup

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"reckon"
	"reckon/stability"
)

// Flip is the smallest change of statements that turns a verdict round. The
// changes considered are one swap of two wants, one want dropped and one want
// reversed, of any actor: under Nash, GMR and SMR only the actor's own wants
// count, under SEQ and SSEQ everybody's.
//
// Where wants are weighed, a swap has two wants exchange their points; dropping an
// only want with points is no such change when wants without points would then
// begin to count. The smallest swap is over the fewest places; of equals, and of
// drops and reversals, the one that touches the least important wants, then the actor
// first in file order. A nil edit says that no such change flips the verdict.
//
// The verdict is that of the study's conflict, in which everybody's wants are as
// its minds state them: what they believe of each other and how they see the
// conflict is not heard. To ask about a view, make a Study of it.
type Flip struct {
	Actor   int
	Concept reckon.Concept
	State   reckon.State
	Stable  bool
	Free    bool // the actor has a move at all; without one Margin means nothing
	Margin  int  // see stability.Verdict
	Swap    *Edit
	Drop    *Edit
	Reverse *Edit
	Says    string
}

// varied are the concepts whose sensitivity is computed.
func varied() []reckon.Concept {
	return []reckon.Concept{reckon.Nash, reckon.GMR, reckon.SMR, reckon.SEQ, reckon.SSEQ}
}

// credible reports whether a concept has the others answer only by improvements,
// so that what they want counts.
func credible(concept reckon.Concept) bool { return concept == reckon.SEQ || concept == reckon.SSEQ }

// lastWord reports whether under a concept the actor may move once more.
func lastWord(concept reckon.Concept) bool { return concept == reckon.SMR || concept == reckon.SSEQ }

// Flip returns the smallest changes that flip the verdict on a feasible state
// under Nash, GMR, SMR, SEQ or SSEQ; an error on another concept. It decides this
// one state anew for each change, looking only at the states that answers reach;
// after Sensitivity it looks the verdict up.
func (s *Study) Flip(actor int, concept reckon.Concept, x reckon.State) (Flip, error) {
	if err := supported(concept); err != nil {
		return Flip{}, err
	}
	if err := s.feasible(x); err != nil {
		return Flip{}, err
	}
	v := s.Conflict.Explain(actor, concept, x)
	f := Flip{Actor: actor, Concept: concept, State: x, Stable: v.Stable, Free: v.Free, Margin: v.Margin}
	if s.flips != nil {
		f.Swap, f.Drop, f.Reverse = s.flips.at(slices.Index(varied(), concept), actor, x)
	} else {
		f.Swap, f.Drop, f.Reverse = s.flipAlone(&f)
	}
	f.Says = s.flipSays(&f)
	return f, nil
}

// Sensitivity makes Flip a matter of looking up, for every verdict: it solves the
// conflict once for every single change of any actor. O(changes × (states × wants
// + actors² × states)).
func (s *Study) Sensitivity() {
	if s.flips == nil {
		s.flips = s.vary()
	}
}

// flipAlone finds the smallest changes that flip one verdict.
func (s *Study) flipAlone(f *Flip) (swap, drop, reverse *Edit) {
	q := &quest{Study: s, concept: f.Concept, x: f.State}
	stable := q.alone(f.Actor)
	first := func(edits []Edit) *Edit {
		for _, e := range edits {
			if (e.Actor == f.Actor || credible(f.Concept)) && stable(&e) != f.Stable {
				return &e
			}
		}
		return nil
	}
	changes := s.changes()
	return first(changes[0]), first(changes[1]), first(changes[2])
}

// alone returns a test of whether the quest's state is stable for one actor, as
// everybody is but for one edit.
func (q *quest) alone(actor int) func(e *Edit) bool {
	wardrobes := make([]*wardrobe, len(q.Minds))
	tastes := make([]*taste, len(q.Minds))
	for j := range tastes {
		tastes[j] = &taste{order: q.Conflict, actor: j}
	}
	p := q.pattern(actor, q.concept, q.x)
	return func(e *Edit) bool {
		if wardrobes[e.Actor] == nil {
			wardrobes[e.Actor] = q.wardrobe(e.Actor)
		}
		is := tastes[e.Actor]
		tastes[e.Actor] = wardrobes[e.Actor].edited(e)
		defer func() { tastes[e.Actor] = is }()
		if !credible(q.concept) {
			return p.met(func(y reckon.State) bool { return tastes[actor].compare(y, q.x) > 0 })
		}
		return q.holds(actor, tastes)
	}
}

// flips holds, for each sort of change, concept, actor and state, the first
// change that flips the verdict, from 1; 0 is none.
type flips struct {
	edits [3][]Edit
	first [3][][][]int32
}

// at looks up the changes that flip a verdict.
func (f *flips) at(concept, actor int, x reckon.State) (swap, drop, reverse *Edit) {
	var found [3]*Edit
	for k := range found {
		if n := f.first[k][concept][actor][x]; n > 0 {
			e := f.edits[k][n-1]
			found[k] = &e
		}
	}
	return found[0], found[1], found[2]
}

// vary solves every single change. Changes come smallest first, so of each
// verdict the first to flip it is kept and the rest need not be looked at: what
// is left to flip is a set of states, compared 64 at a time.
func (s *Study) vary() *flips {
	var f flips
	f.edits = s.changes()
	for k := range f.edits {
		left := make([][]*stability.Set, len(varied()))
		f.first[k] = make([][][]int32, len(left))
		for c := range left {
			for range s.everyone() {
				left[c] = append(left[c], s.Conflict.States().Clone())
				f.first[k][c] = append(f.first[k][c], make([]int32, 1<<s.Conflict.Options()))
			}
		}
		for n := range f.edits[k] {
			s.solveVaried(&f.edits[k][n], func(c, i int, stable *stability.Set) {
				was := s.Solution(varied()[c]).Stable(varied()[c], i)
				flipped := was.Clone().Drop(stable).Join(stable.Clone().Drop(was)).Keep(left[c][i])
				flipped.Each(func(x reckon.State) { f.first[k][c][i][x] = int32(n + 1) })
				left[c][i].Drop(flipped)
			})
		}
	}
	return &f
}

// changes lists all swaps, drops and reversals, each sort smallest first.
func (s *Study) changes() [3][]Edit {
	var all [3][]Edit
	for i := range s.Minds {
		list, places := s.roster(i), s.usable(&s.Minds[i])
		all[0] = append(all[0], s.swaps(list, places)...)
		all[1] = append(all[1], s.drops(list, places)...)
		all[2] = append(all[2], s.reversals(list, places)...)
	}
	for k := range all {
		slices.SortStableFunc(all[k], func(a, b Edit) int {
			return cmp.Or(cmp.Compare(a.Moved, b.Moved), cmp.Compare(s.height(&a), s.height(&b)))
		})
	}
	return all
}

// height is how far above the last want of his list an actor's edit reaches.
func (s *Study) height(e *Edit) int { return len(s.Minds[e.Actor].Wants) - e.Want }

// solveVaried solves the conflict after one change of wants and calls f with
// the stable states that the change can have touched: none when the order of
// states is as it was, the actor's own, and everybody's where answers are credible.
func (s *Study) solveVaried(e *Edit, f func(concept, actor int, stable *stability.Set)) {
	m := s.Minds[e.Actor]
	m.Wants = e.apply(m.Wants)
	g, err := s.Conflict.With(e.Actor, &m, s.measures)
	if err != nil {
		panic("followup: " + err.Error()) // every want of it has been compiled before
	}
	if s.sameOrder(g, e.Actor) {
		return
	}
	alike := s.sameImprovements(g, e.Actor)
	for c, concept := range varied() {
		if !credible(concept) || alike {
			f(c, e.Actor, g.Stable(e.Actor, concept))
			continue
		}
		solved := g.Solve(concept)
		for i := range s.Minds {
			f(c, i, solved.Stable(concept, i))
		}
	}
}

// sameOrder reports whether the actor ranks all states as in the study's conflict.
func (s *Study) sameOrder(g *stability.Conflict, actor int) bool {
	same := true
	g.States().Each(func(x reckon.State) { same = same && g.Rank(actor, x) == s.Conflict.Rank(actor, x) })
	return same
}

// sameImprovements reports whether the actor's improvements are those of the
// study's conflict, so that to the others he answers as before.
func (s *Study) sameImprovements(g *stability.Conflict, actor int) bool {
	same := true
	g.States().Each(func(x reckon.State) {
		if !same {
			return
		}
		now, was := g.Rank(actor, x), s.Conflict.Rank(actor, x)
		g.EachMove(actor, x, func(y reckon.State) {
			same = same && (g.Rank(actor, y) > now) == (s.Conflict.Rank(actor, y) > was)
		})
	})
	return same
}

func (s *Study) flipSays(f *Flip) string {
	text := fmt.Sprintf("%s would move under %s, by %s; ", s.actor(f.Actor), f.Concept, count(-f.Margin, "rank"))
	switch {
	case !f.Free:
		text = fmt.Sprintf("%s would stay under %s, with no move open; ", s.actor(f.Actor), f.Concept)
	case f.Stable && f.Margin == 0:
		text = fmt.Sprintf("%s would stay under %s, with no rank to spare; ", s.actor(f.Actor), f.Concept)
	case f.Stable:
		text = fmt.Sprintf("%s would stay under %s, by %s; ", s.actor(f.Actor), f.Concept, count(f.Margin, "rank"))
	}
	ways := s.flipWays(f)
	if ways == nil {
		return text + "no single swap, drop or reversal of a want flips that."
	}
	return text + "that flips if " + strings.Join(ways, ", or if ") + "."
}

// flipWays words the changes; what befalls one and the same want is told together.
func (s *Study) flipWays(f *Flip) []string {
	var ways []string
	var last *Edit
	for _, e := range []*Edit{f.Swap, f.Drop, f.Reverse} {
		if e == nil {
			continue
		}
		list := s.roster(e.Actor)
		if n := len(ways) - 1; last != nil && last.Actor == e.Actor && last.Want == e.Want {
			ways[n] += " or " + strings.TrimPrefix(e.Says, s.want(&list, e.Want)+" ")
		} else {
			ways = append(ways, e.Says)
		}
		last = e
	}
	return ways
}
