package priority

// pair gives the two sides of a comparison in the order of the text: what is put
// between a verb and than or before, or else its subject; and what follows. It is
// nil when a side is empty.
func (v *view) pair(c cue, h holder, end int) []Item {
	than := -1
	for i := c.from; i < c.to; i++ {
		switch v.words[i].lower {
		case "than", "before", "above", "ahead", "over", "outweigh", "outweighs", "outweighed", "precedence":
			than = i
		}
	}
	if than < 0 {
		return nil
	}
	right := than + 1
	for right < end && (v.is(right, "of") || v.is(right, "over") || v.is(right, "about") || v.is(right, "to") || v.is(right, "on")) {
		right++
	}
	for i := right; i < end; i++ {
		if v.pause(i) || v.is(i, ",") {
			end = i
		}
	}
	from, to := c.from+1, than
	for from < to && v.degree(from) {
		from++
	}
	for to > from && v.degree(to-1) {
		to--
	}
	if !c.rule.verb && !v.is(c.from, "would") || to <= from {
		if h.subject < 0 || h.subject >= c.from {
			from, to = v.clauseStart(c.from), c.from // "the election matters more than"
		} else {
			from, to = v.phraseStart(h.subject), h.subject+1
		}
	}
	if right >= end || to <= from || to > right {
		return nil
	}
	left := v.trim(v.Tokens[from].Start, v.Tokens[to-1].End)
	item := v.trim(v.Tokens[right].Start, v.Tokens[end-1].End)
	if left.End <= left.Start || item.End <= item.Start {
		return nil
	}
	return []Item{left, item}
}

// degree says whether a word only tells how much more, or leads to a side.
func (v *view) degree(i int) bool {
	switch v.words[i].lower {
	case "more", "much", "far", "even", "about", "for", "rather", "a", "lot", "ahead", "takes", "take", "took", "taking":
		return v.words[i].lower != "a" || v.is(i+1, "lot")
	}
	return v.in(i, adverbs)
}
