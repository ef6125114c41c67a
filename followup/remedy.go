package followup

import (
	"fmt"
	"slices"

	"reckon"
)

// Remedy is what would have to be true for a state to be stable: the smallest
// sets of edits of wants and beliefs that make it so [kinsara2015]. An edit is
// one swap, move, drop or reversal of a want, one want taken in that another
// reading states for the actor, or, under SEQ and SSEQ, which alone
// read what others want, one belief about another actor replaced. Wants with
// points exchange these, are dropped or are reversed; an only one is not dropped
// where wants without points would then begin to count.
type Remedy struct {
	State    reckon.State
	Concept  reckon.Concept
	Actors   []int    // for whom
	Holds    bool     // it is stable as things are
	Size     int      // edits in each set; 0 when none are needed or none were found
	Found    int      // how many sets of that size there are; none is smaller
	Sets     [][]Edit // of these the ones that move wants over fewest places, at most two dozen
	Searched int      // no set of this many edits or fewer makes it stable, but for those found
	Says     string
}

const (
	maxSets = 24      // listed
	maxKept = 1 << 12 // sorted before listing
	maxWork = 1 << 30 // settings of options looked at: a few seconds
)

// Remedies searches the sets of at most so many edits, by size, that make a
// feasible state stable under Nash, GMR, SMR, SEQ or SSEQ for some actors, for everyone
// when none is named. Each actor decides as he sees the conflict: his own wants,
// the others' as he believes them, in views that carry at least half of his odds.
// Views that differ in anything else are not searched: where one of the actors
// has such a view, or takes another for a kind that has, the error says what to
// ask. Who ranks states directly has no wants to edit.
//
// Exact up to Searched, which is less than within when an actor has more than 2^16
// variants of one size (with points, where each makes an order to be compiled, no
// more than 2^27 states in all) or the search would take more than a few seconds;
// the bounds count work, not time. Cost: the variants, times a search over the
// states that replies reach.
func (s *Study) Remedies(x reckon.State, concept reckon.Concept, within int, actors ...int) (Remedy, error) {
	if err := supported(concept); err != nil {
		return Remedy{}, err
	}
	if err := s.feasible(x); err != nil {
		return Remedy{}, err
	}
	if len(actors) == 0 {
		actors = s.everyone()
	}
	if err := s.plain(s.Minds, actors); err != nil {
		return Remedy{}, err
	}
	q := &quest{
		Study: s, concept: concept, x: x, within: within, actors: actors,
		r: Remedy{State: x, Concept: concept, Actors: actors, Searched: within},
	}
	for i := range s.Minds {
		q.closets = append(q.closets, s.closet(i, credible(concept)))
	}
	if !credible(concept) {
		q.apart()
	} else if err := q.dress(); err != nil {
		return Remedy{}, err
	} else {
		q.together()
	}
	q.finish()
	return q.r, nil
}

// quest is one search for remedies.
type quest struct {
	*Study
	concept reckon.Concept
	x       reckon.State
	within  int
	actors  []int
	closets []*closet
	sets    [][]Edit
	r       Remedy
	work    int
	replier // where answers are credible
}

// above says which states a variant holds better than x.
func (q *quest) above(v *variant) func(reckon.State) bool {
	return func(y reckon.State) bool {
		q.work++
		return v.taste.compare(y, q.x) > 0
	}
}

// apart searches concepts under which each actor's own order decides for him:
// the smallest sets of all are the smallest of each, in every combination.
func (q *quest) apart() {
	sets := [][]Edit{nil}
	size := 0
	for _, i := range q.actors {
		pattern := q.pattern(i, q.concept, q.x)
		hits, edits, searched := q.nearest(i, pattern, q.within-size)
		if hits == nil {
			q.r.Searched = min(q.within, size+searched)
			return
		}
		size += edits
		q.r.Found = max(q.r.Found, 1) * len(hits)
		var next [][]Edit
		for _, set := range sets {
			for _, v := range hits {
				if len(next) < maxKept {
					next = append(next, slices.Concat(set, v.edits))
				}
			}
		}
		sets = next
	}
	q.sets, q.r.Size = sets, size
}

// nearest returns an actor's variants that meet a pattern after fewest edits, at
// most so many; nil when there are none, and up to how many edits that is sure.
func (q *quest) nearest(actor int, pattern *pattern, within int) (hits []variant, edits, searched int) {
	for d := range within + 1 {
		level, all := q.closets[actor].level(d)
		if !all {
			return nil, 0, d - 1
		}
		for k := range level {
			if q.work > maxWork {
				return nil, 0, d - 1
			}
			if pattern.met(q.above(&level[k])) {
				hits = append(hits, level[k])
			}
		}
		if hits != nil {
			return hits, d, d
		}
	}
	return nil, 0, within
}

// together searches SEQ and SSEQ, under which everybody's wants count. An actor's
// order must at least make the state GMR stable for him, or SMR stable, whatever
// the others want; that bounds from below how many edits are his.
func (q *quest) together() {
	need := make([]int, len(q.closets))
	q.patterns = make([]*pattern, len(q.closets))
	wider := reckon.GMR
	if lastWord(q.concept) {
		wider = reckon.SMR
	}
	least := 0
	for _, i := range q.actors {
		q.patterns[i] = q.pattern(i, wider, q.x)
		hits, edits, searched := q.nearest(i, q.patterns[i], q.within)
		if hits == nil {
			q.r.Searched = searched
			return
		}
		need[i] = edits
		least += edits
	}
	for size := least; size <= q.within; size++ {
		picks := make([]*variant, len(q.closets))
		if !q.choose(picks, need, size, least) {
			q.r.Searched = size - 1
			q.sets, q.r.Found = nil, 0
			return
		}
		if q.sets != nil {
			q.r.Size = size
			return
		}
	}
}

// choose goes through the variants of the actors after those picked, which have
// left edits to spend, of which the rest need at least least; false when there
// are too many.
func (q *quest) choose(picks []*variant, need []int, left, least int) bool {
	i := slices.Index(picks, nil)
	if i < 0 {
		if q.stable(picks) {
			q.keep(picks)
		}
		return q.work <= maxWork
	}
	least -= need[i]
	from := need[i]
	if i == len(picks)-1 {
		from = left // he makes up the number
	}
	for d := from; d <= left-least; d++ {
		level, all := q.closets[i].level(d)
		if !all {
			return false
		}
		for k := range level {
			if q.fits(i, &level[k]) {
				picks[i] = &level[k]
				if !q.choose(picks, need, left-d, least) {
					return false
				}
			}
		}
	}
	picks[i] = nil
	return true
}

// fits reports whether a variant can make the state stable for its actor at all.
func (q *quest) fits(actor int, v *variant) bool {
	if v.fits == 0 {
		v.fits = 1
		if p := q.patterns[actor]; p != nil && !p.met(q.above(v)) {
			v.fits = -1
		}
	}
	return v.fits > 0
}

// keep notes a set that was found.
func (q *quest) keep(picks []*variant) {
	q.r.Found++
	if len(q.sets) < maxKept {
		set := []Edit{}
		for _, v := range picks {
			set = append(set, v.edits...)
		}
		q.sets = append(q.sets, set)
	}
}

// finish sorts, cuts and words what was found.
func (q *quest) finish() {
	r := &q.r
	who := q.Study.actors(q.actors, "and")
	if len(q.actors) == len(q.closets) {
		who = "everyone"
	}
	where := fmt.Sprintf("the state stable for %s under %s", who, q.concept)
	switch {
	case q.sets == nil && r.Searched < q.within:
		r.Found = 0
		r.Says = fmt.Sprintf("No set of at most %s makes %s; larger sets were too many to try.", count(max(0, r.Searched), "change"), where)
		return
	case q.sets == nil:
		r.Found = 0
		r.Says = fmt.Sprintf("No set of at most %s makes %s.", count(q.within, "change"), where)
		return
	case r.Size == 0:
		r.Holds, r.Found = true, 0
		r.Says = fmt.Sprintf("Nothing has to change to make %s.", where)
		return
	}
	slices.SortStableFunc(q.sets, func(a, b []Edit) int { return moved(a) - moved(b) })
	r.Sets = q.sets[:min(maxSets, len(q.sets))]
	r.Searched = r.Size
	r.Says = r.found(where)
}

// found says how many smallest sets there are.
func (r *Remedy) found(where string) string {
	text, set := "One change would make "+where, "change"
	if r.Size > 1 {
		text, set = fmt.Sprintf("A set of %d changes would make %s, and no smaller one", r.Size, where), "set"
	}
	if r.Found == 1 {
		return text + "; there is no other of that size."
	}
	return fmt.Sprintf("%s; there are %s that do.", text, count(r.Found, set))
}
