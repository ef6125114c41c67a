package followup

import (
	"fmt"

	"reckon"
)

// replier decides SEQ or SSEQ stability of one state for variants of the actors.
type replier struct {
	patterns []*pattern // by actor: of GMR or SMR, nil for those who need not be stable
	stamp    []uint32   // by state: when it was last met
	clock    uint32
	queue    []reckon.State
	failed   int                     // the actor whose stability failed last, who is asked first
	kindly   map[*reckon.Kind]*taste // what kinds like
}

// half is the odds from which an actor is said to hold a state stable, less
// what rounding may take: as in package mind.
const half = 0.5 - 1e-9

// stable reports whether x is stable for all the actors of the quest.
func (q *quest) stable(picks []*variant) bool {
	for n := range q.actors {
		at := (q.failed + n) % len(q.actors)
		if q.share(picks, q.actors[at]) < half {
			q.failed = at
			return false
		}
	}
	return true
}

// share returns the odds of the actor's views in which x is stable for him.
func (q *quest) share(picks []*variant, actor int) float64 {
	tastes := make([]*taste, len(picks))
	for j, v := range picks {
		tastes[j] = v.taste
	}
	return q.views(picks[actor], actor, 0, 1, tastes)
}

// views goes through the kinds that an actor may take the others from one on
// for, tastes being those of the view so far.
func (q *quest) views(v *variant, actor, about int, odds float64, tastes []*taste) float64 {
	if about == len(tastes) {
		if q.holds(actor, tastes) {
			return odds
		}
		return 0
	}
	stated := q.belief(actor, about)
	switch {
	case about == actor || v.beliefs[about] < 0 || v.beliefs[about] == 0 && stated == nil:
		return q.views(v, actor, about+1, odds, tastes)
	case v.beliefs[about] > 0:
		return q.as(q.kind(about, v.beliefs[about]), v, actor, about, odds, tastes)
	}
	share, total := 0.0, 0.0
	for k := range stated.Kinds {
		total += stated.Kinds[k].Odds
	}
	for k := range stated.Kinds {
		part := 1 / float64(len(stated.Kinds)) // nobody stated odds
		if total > 0 {
			part = stated.Kinds[k].Odds / total
		}
		share += q.as(&stated.Kinds[k], v, actor, about, odds*part, tastes)
	}
	return share
}

// as goes on with one actor taken for a kind.
func (q *quest) as(kind *reckon.Kind, v *variant, actor, about int, odds float64, tastes []*taste) float64 {
	is := tastes[about]
	if !silent(kind) {
		tastes[about] = q.kindly[kind]
	}
	share := q.views(v, actor, about+1, odds, tastes)
	tastes[about] = is
	return share
}

// dress compiles the order of every kind that anybody may be taken for.
func (q *quest) dress() error {
	q.kindly = map[*reckon.Kind]*taste{}
	for about := range q.closets {
		kinds := q.kinds(about)
		for i := range q.closets {
			if stated := q.belief(i, about); stated != nil && i != about {
				for k := range stated.Kinds {
					kinds = append(kinds, &stated.Kinds[k])
				}
			}
		}
		for _, kind := range kinds {
			m := reckon.Mind{Actor: q.Case.Actors[about].Name, Wants: kind.Wants, Order: kind.Order}
			g, err := q.Conflict.With(about, &m, q.measures)
			if err != nil {
				return fmt.Errorf("%s taken for %q: %w", q.actor(about), kind.Name, err)
			}
			q.kindly[kind] = &taste{order: g, actor: about}
		}
	}
	return nil
}

// holds reports whether x is stable for an actor when everybody has these tastes.
func (q *quest) holds(actor int, tastes []*taste) bool {
	stays := true
	q.Conflict.EachMove(actor, q.x, func(t reckon.State) {
		stays = stays && (tastes[actor].compare(t, q.x) <= 0 || q.punished(actor, t, tastes))
	})
	return stays
}

// punished searches what the others' improvements reach from t for a state that
// the actor likes no better than x.
func (q *quest) punished(actor int, t reckon.State, tastes []*taste) bool {
	if q.stamp == nil {
		q.stamp = make([]uint32, 1<<q.Conflict.Options())
	}
	q.clock++
	q.stamp[t] = q.clock
	q.queue = append(q.queue[:0], t)
	found := false
	for at := 0; at < len(q.queue) && !found; at++ {
		from := q.queue[at]
		for j := range tastes {
			if j == actor {
				continue
			}
			q.work += 1 << len(q.Case.Actors[j].Options)
			q.Conflict.EachMove(j, from, func(y reckon.State) {
				if q.stamp[y] != q.clock && tastes[j].compare(y, from) > 0 {
					q.stamp[y] = q.clock
					q.queue = append(q.queue, y)
					found = found || q.harmed(tastes[actor], actor, y)
				}
			})
		}
	}
	return found
}

// harmed reports whether an actor is no better off at y than at x and, under
// SSEQ, has no way out.
func (q *quest) harmed(t *taste, actor int, y reckon.State) bool {
	if t.compare(y, q.x) > 0 {
		return false
	}
	stuck := true
	if lastWord(q.concept) {
		q.work += 1 << len(q.Case.Actors[actor].Options)
		q.Conflict.EachMove(actor, y, func(z reckon.State) { stuck = stuck && t.compare(z, q.x) <= 0 })
	}
	return stuck
}
