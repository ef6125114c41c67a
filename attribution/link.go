package attribution

import (
	"reckon/perceptron"
)

// piece is a labelled span of one role.
type piece struct {
	span
	role int // sourceBegin, cueBegin or contentBegin
}

// pieces reads spans off the labels of a paragraph that begins at word from.
func pieces(tags []int, from int) []piece {
	var list []piece
	for k, tag := range tags {
		if tag == outside {
			continue
		}
		begin := tag - 1 + tag%2 // the begin label of its role
		n := len(list)
		if tag != begin && n > 0 && list[n-1].role == begin && list[n-1].to == from+k {
			list[n-1].to++
			continue
		}
		list = append(list, piece{span{from + k, from + k + 1}, begin})
	}
	return list
}

// linkFeatures tell whether a source or content at x belongs to the cue at c, by
// what stands between and how far.
func (d *describer) linkFeatures(list []piece, c, x int) []perceptron.Feature {
	cue, o := list[c], list[x]
	role := perceptron.Feature(o.role)
	lo, hi, step := min(c, x), max(c, x), perceptron.Feature(btoi(x > c))
	var between [6]int
	path := perceptron.Mix(200, role)
	for k := lo + 1; k < hi; k++ {
		between[list[k].role]++
		if k < lo+4 {
			path = perceptron.Mix(path, perceptron.Feature(list[k].role))
		}
	}
	gap := span{min(cue.to, o.to), max(cue.from, o.from)}
	sentences := perceptron.Feature(min(max(d.words[cue.from].sentence, d.words[o.from].sentence)-min(d.words[cue.from].sentence, d.words[o.from].sentence), 3))
	base := perceptron.Mix(role, step)
	near := perceptron.Feature(min(gap.to-gap.from, 12))
	features := []perceptron.Feature{
		perceptron.Mix(201, base),
		perceptron.Mix(perceptron.Mix(202, base), path),
		perceptron.Mix(perceptron.Mix(203, base), near),
		perceptron.Mix(perceptron.Mix(204, base), sentences),
		perceptron.Mix(perceptron.Mix(205, base), perceptron.Mix(sentences, path)),
		perceptron.Mix(perceptron.Mix(206, base), perceptron.Feature(min(between[cueBegin], 3))),
		perceptron.Mix(perceptron.Mix(207, base), perceptron.Feature(min(between[sourceBegin], 3)*4+min(between[contentBegin], 3))),
		perceptron.Mix(perceptron.Mix(208, base), d.atoms[o.from].quote),
		perceptron.Mix(perceptron.Mix(209, base), d.atoms[cue.to-1].cue),
		perceptron.Mix(perceptron.Mix(210, base), d.atoms[cue.to-1].low),
		perceptron.Mix(perceptron.Mix(211, base), perceptron.Mix(d.atoms[o.from].low, near)),
		perceptron.Mix(perceptron.Mix(212, base), perceptron.Feature(btoi(d.governs(cue.span, o.span)))),
		perceptron.Mix(perceptron.Mix(213, base), perceptron.Feature(btoi(d.mainFirst(list, c, x)))),
	}
	for k := gap.from; k < gap.to && k < gap.from+3; k++ {
		features = append(features, perceptron.Mix(perceptron.Mix(214, base), d.atoms[k].low))
	}
	return features
}

// governs reports whether a cue is the governor of a span in the tree.
func (d *describer) governs(cue, o span) bool {
	for i := o.from; i < o.to; i++ {
		if h := d.heads[i]; h >= cue.from && h < cue.to {
			return true
		}
	}
	return false
}

// mainFirst reports whether another cue stands nearer on the same side.
func (d *describer) mainFirst(list []piece, c, x int) bool {
	for k := range list {
		if k != c && list[k].role == cueBegin && abs(k-x) < abs(c-x) {
			return true
		}
	}
	return false
}

func abs(n int) int { return max(n, -n) }

// link joins the pieces of a paragraph to hits: each content goes to the cue that
// fits it best, each cue takes the source that fits it best, if any does.
func (t *Tagger) link(d *describer, list []piece) []hit {
	var hits []hit
	of := make([]int, len(list)) // for a cue its hit
	for c := range list {
		of[c] = -1
		if list[c].role == cueBegin {
			of[c] = len(hits)
			hits = append(hits, hit{cue: list[c].span, rule: "tagger", quote: -1, word: list[c].to - 1})
			if s, score := t.best(d, list, c, sourceBegin); s >= 0 && score > 0 {
				hits[of[c]].source = list[s].span
			}
		}
	}
	for x := range list {
		if list[x].role != contentBegin {
			continue
		}
		if c, _ := t.best(d, list, x, cueBegin); c >= 0 {
			h := &hits[of[c]]
			h.content = append(h.content, list[x].span)
		}
	}
	kept := hits[:0]
	for _, h := range hits {
		if len(h.content) > 0 {
			kept = append(kept, h)
		}
	}
	return kept
}

// best gives the piece of a role that fits piece k best, and how well.
func (t *Tagger) best(d *describer, list []piece, k, role int) (at int, score int32) {
	at = -1
	for o := range list {
		if list[o].role != role || abs(o-k) > 10 {
			continue
		}
		c, x := k, o
		if role == cueBegin {
			c, x = o, k
		}
		var scores [2]int32
		t.links.Scores(d.linkFeatures(list, c, x), scores[:])
		if s := scores[1] - scores[0]; at < 0 || s > score {
			at, score = o, s
		}
	}
	return at, score
}
