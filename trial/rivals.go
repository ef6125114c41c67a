package trial

import (
	"slices"

	"reckon"
)

// The rivals know nothing of the man. What a reading is worth is what it knows
// beyond them.
const (
	uniform  = "uniform"
	lastTime = "last time"
	middle   = "middle option"
)

func isRival(name string) bool { return slices.Contains([]string{uniform, lastTime, middle}, name) }

// rivals hears the rivals on every choice. They are scored on choices after the
// date of the oldest reading, but learn their hit rates from the first one on.
func rivals(c *reckon.Case, docket []hearing, after reckon.Date) []*witness {
	coin := make([]answer, len(docket))
	for k := range docket {
		if docket[k].moves != nil {
			coin[k] = answer{p: docket[k].even()}
		}
	}
	return []*witness{
		{uniform, "a coin toss", after, coin},
		{lastTime, "“did what he did last time”", after, hedged(docket, func(h *hearing) []bool { return asLastTime(c, h) })},
		{middle, "“the middle option”", after, hedged(docket, func(h *hearing) []bool { return inTheMiddle(c, h) })},
	}
}

// hedged makes forecasts of a rule that backs some of the moves: the moves it
// backs share its own hit rate so far, (hits+1)/(trials+2) by Laplace's rule of
// succession [laplace1774], and the others share the rest. A rule that backs
// none or all of the moves is silent.
func hedged(docket []hearing, rule func(*hearing) []bool) []answer {
	said := make([]answer, len(docket))
	hits, trials := 0, 0
	for k := range docket {
		h := &docket[k]
		if h.moves == nil {
			continue
		}
		said[k] = answer{p: h.even(), silent: true}
		backs := rule(h)
		n := count(backs)
		if n == 0 || n == len(h.moves) {
			continue
		}
		said[k].silent = false
		rate := float64(hits+1) / float64(trials+2)
		for i, backed := range backs {
			if backed {
				said[k].p[i] = rate / float64(n)
			} else {
				said[k].p[i] = (1 - rate) / float64(len(backs)-n)
			}
		}
		if trials++; backs[0] {
			hits++
		}
	}
	return said
}

func count(backs []bool) int {
	n := 0
	for _, b := range backs {
		if b {
			n++
		}
	}
	return n
}

// asLastTime backs the moves that leave the options at stake as he left them at
// his latest earlier choice about any of them.
func asLastTime(c *reckon.Case, h *hearing) []bool {
	atStake := touches(h.event)
	for row := h.row - 1; row >= 0 && c.Record[row].Date >= c.From; row-- {
		e := &c.Record[row]
		shared := touches(e) & atStake
		known := e.Weight > 0 || e.Took.Touches() != 0 // a row left out may not say what he did
		if !e.Choice || e.Actor != h.event.Actor || shared == 0 || !known {
			continue
		}
		left := e.Took.Apply(c.StateBefore(row))
		backs := make([]bool, len(h.moves))
		for i, move := range h.moves {
			backs[i] = (move.Apply(h.state)^left)&shared == 0
		}
		return backs
	}
	return nil
}

// inTheMiddle backs the moves of middling intensity, the sum of the postures of
// his options that are then on: the median, or both middles of an even number,
// and every move as intense as one of them.
func inTheMiddle(c *reckon.Case, h *hearing) []bool {
	intensity := make([]int, len(h.moves))
	for i, move := range h.moves {
		to := move.Apply(h.state)
		for _, k := range c.Actors[h.actor].Options {
			if to.Has(k) {
				intensity[i] += c.Options[k].Posture
			}
		}
	}
	sorted := slices.Sorted(slices.Values(intensity))
	low, high := sorted[(len(sorted)-1)/2], sorted[len(sorted)/2]
	backs := make([]bool, len(h.moves))
	for i, x := range intensity {
		backs[i] = x == low || x == high
	}
	return backs
}
