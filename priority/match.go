package priority

// cue is a match of a rule: a range of tokens.
type cue struct {
	rule     *rule
	from, to int
}

// cues finds the longest match of a rule at each token. A match inside another
// of the same kind is dropped.
func (v *view) cues() []cue {
	var list []cue
	for i := range v.words {
		if v.words[i].family&starters == 0 {
			continue
		}
		for k := range rules {
			r := &rules[k]
			if !r.pattern[0].fits(v.words[i]) || !v.allowed(r, i) {
				continue
			}
			to := v.match(r.pattern, i, v.high(i))
			if r.copula && to < len(v.Tokens) && v.Tokens[to].Form == "VBN" {
				continue // the goal was reached: a passive, not what the goal is
			}
			if to > 0 && (r.kind != RedLine || v.limits(i, to)) && (!r.row || v.row(i)) {
				list = addCue(list, cue{r, i, to})
			}
		}
	}
	return list
}

// allowed says whether a token may be the first of a rule.
func (v *view) allowed(r *rule, i int) bool {
	if r.verb && (!v.verb(i) || r.kind == RedLine && v.denied(i)) {
		return false
	}
	form := v.Tokens[i].Form
	if r.open && (form == "VBD" || form == "VBN") || r.bare && form.Finite() {
		return false
	}
	if !r.wish {
		return true
	}
	for j := v.low(i); j < v.high(i); j++ {
		if v.in(j, wishWords) {
			return true
		}
	}
	return false
}

// denied says whether a verb is negated: did not rule out, declined to rule out.
func (v *view) denied(i int) bool {
	for j := i - 1; j >= v.low(i) && j >= i-3 && !v.pause(j) && !v.is(j, ","); j-- {
		if v.in(j, refusing) || v.is(j, "without") {
			return true
		}
	}
	return false
}

func addCue(list []cue, c cue) []cue {
	for k := len(list) - 1; k >= 0 && k >= len(list)-4; k-- {
		old := list[k]
		if old.rule.kind != c.rule.kind || old.to <= c.from {
			continue
		}
		if c.to-c.from > old.to-old.from && old.from >= c.from {
			list[k] = c
		} else if c.rule.kind == old.rule.kind && c.from > old.from && c.to > old.to {
			return append(list, c) // they overlap; the one with a holder is chosen later
		}
		return list
	}
	return append(list, c)
}

// match gives the end of a pattern that begins at a token; 0 when it does not fit.
// Gaps are tried from the shortest.
func (v *view) match(pattern []element, i, high int) int {
	if len(pattern) == 0 {
		return i
	}
	e := pattern[0]
	if e.gap > 0 {
		for n := 0; n <= e.gap && i+n <= high; n++ {
			if to := v.match(pattern[1:], i+n, high); to > 0 {
				return to
			}
			if i+n < high && (v.pause(i+n) || v.is(i+n, "no")) {
				return 0
			}
		}
		return 0
	}
	if e.not {
		if i < high && e.fits(v.words[i]) {
			return 0
		}
		return v.match(pattern[1:], i, high)
	}
	if i < high && e.fits(v.words[i]) && (!e.noun || v.noun(i)) {
		if to := v.match(pattern[1:], i+1, high); to > 0 {
			return to
		}
	}
	if e.optional {
		return v.match(pattern[1:], i, high)
	}
	return 0
}
