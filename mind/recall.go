package mind

import (
	"math"
	"slices"

	"reckon"
	"reckon/draw"
)

// episode is something that a believer remembers, by places instead of names.
type episode struct {
	above    float64
	features []recollection
	lessons  []lesson
}

type recollection struct {
	feature     int
	was, weight float64
}

type lesson struct {
	slot     int // in a vector of odds
	strength float64
}

// memory returns what an actor remembers in the mind that he has.
func (b *book) memory(m *Minds, actor int) []episode {
	list := make([]episode, len(m.minds[actor].Episodes))
	for i := range list {
		of := &m.minds[actor].Episodes[i]
		list[i].above = of.Above
		for _, r := range of.Features {
			if at := slices.IndexFunc(b.c.Features, func(f reckon.Feature) bool { return f.Name == r.Feature }); at >= 0 {
				list[i].features = append(list[i].features, recollection{at, r.Was, r.Weight})
			}
		}
		for _, l := range of.Lessons {
			n := m.belief(actor, b.c.Actor(l.About))
			if n < 0 {
				continue
			}
			kinds := m.beliefs[actor][n].kinds
			if k := slices.IndexFunc(kinds, func(k reckon.Kind) bool { return k.Name == l.Kind }); k >= 0 {
				list[i].lessons = append(list[i].lessons, lesson{b.odds[actor][m.now[actor]][n] + k, l.Strength})
			}
		}
	}
	return list
}

// recall returns how much the present brings the episode to mind, from 0 to 1 (see
// reckon.Episode). A feature that is unknown is left out of the comparison.
func (e *episode) recall(now []float64) float64 {
	alike, total := 0.0, 0.0
	for _, f := range e.features {
		if x := now[f.feature]; !math.IsNaN(x) {
			alike += float64(f.weight * (1 - math.Abs(f.was-min(max(x, 0), 1))))
			total += f.weight
		}
	}
	if total == 0 {
		return 0
	}
	return max(0, (alike/total-e.above)/(1-e.above))
}

// Recalls adds to a slice how much the present brings each episode of an actor's mind
// back to him, from 0 to 1, in the order of reckon.Mind.Episodes. now are the values of
// the features, in the order of reckon.Case.Features.
func (p *Page) Recalls(into []float64, actor int, now []float64) []float64 {
	for i := range p.memory[actor] {
		into = append(into, p.memory[actor][i].recall(now))
	}
	return into
}

// mostTilt keeps what many episodes make of odds finite, and above 0.
const mostTilt = 1e300

// Recall fills tilt, a vector laid out as the odds, with what the odds of each kind
// are multiplied by while the present recalls what it does, before those of a belief
// are scaled to sum to 1; and reports whether anything is recalled. The odds stay as
// they are: Choose and Learn take the tilt beside them.
func (p *Page) Recall(tilt, now []float64) bool {
	found := false
	for _, list := range p.memory {
		for i := range list {
			recall := list[i].recall(now)
			if recall == 0 {
				continue
			}
			if !found {
				found = true
				for k := range tilt {
					tilt[k] = 1
				}
			}
			for _, l := range list[i].lessons {
				x := tilt[l.slot] * draw.Exp(l.strength*recall)
				tilt[l.slot] = min(max(x, 1/mostTilt), mostTilt)
			}
		}
	}
	return found
}
