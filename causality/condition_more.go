package causality

// withMore finds "with a stronger navy, the island could break the blockade".
func (v *view) withMore() []parts {
	var found []parts
	for i := range v.low {
		if !v.word(i, "with", "given") || !v.fronting(i) || !v.tagged() {
			continue
		}
		p := parts{cue: span{i, i + 1}, main: -1, form: "with", rule: "condition: with more"}
		if !v.fronted(&p) || v.predicates(p.ante) || !v.any(p.then, "would", "could", "might", "can", "will", "’d", "'d", "’ll", "'ll") {
			continue
		}
		for k := p.ante.lo; k < min(p.ante.lo+4, p.ante.hi); k++ {
			if v.compares(k) || v.word(k, "enough", "sufficient", "adequate") {
				found = append(found, p)
				break
			}
		}
	}
	return found
}

// inWhichCase finds "it rains, in which case the road will flood".
func (v *view) inWhichCase() []parts {
	for i := 1; i < len(v.low)-4; i++ {
		if v.word(i, "in") && v.word(i+1, "which", "that") && v.word(i+2, "case", "event") {
			return []parts{{
				ante: v.before(i), then: span{i + 3, v.clauseEnd(i + 3)}, cue: span{i, i + 3},
				main: -1, form: "in case", rule: "condition: in which case",
			}}
		}
	}
	return nil
}

// onlyWith finds "only a guarantee will bring them back" and "nothing short of a
// guarantee will bring them back".
func (v *view) onlyWith() []parts {
	var found []parts
	for i := range v.low {
		open := i + 1
		switch {
		case v.word(i, "only"):
		case v.word(i, "nothing") && v.word(i+1, "short", "less", "but"):
			open = i + 2 + b2i(v.word(i+2, "of", "than"))
		default:
			continue
		}
		if !v.fronting(i) || open >= len(v.low)-2 || !v.tag(open, "DET", "ADJ", "NOUN") {
			continue
		}
		for k := open + 1; k < len(v.low)-1; k++ {
			if v.form(k) == "MD" {
				p := parts{ante: span{open, k}, then: span{k, v.stretch(k)}, cue: span{i, open}, main: -1, form: "only if", rule: "condition: only it will"}
				if !v.personal(p.ante, frame{thing: true}) {
					found = append(found, p)
				}
				break
			}
			if !v.nominal(k) {
				break
			}
		}
	}
	return found
}

// postInverted finds "the state would fall were the army to leave".
func (v *view) postInverted() []parts {
	var found []parts
	for i := 3; i < len(v.low)-2; i++ {
		if !v.word(i, "should", "had", "were") || v.fronting(i) || !v.tag(i-1, "VERB", "NOUN", "ADV", "ADJ") || !v.tag(i+1, "PRON", "DET", "PROPN") {
			continue
		}
		p := parts{then: span{v.clauseStart(i), i}, ante: span{i + 1, v.stretch(i + 1)}, cue: span{i, i + 1}, main: -1, form: "inverted", rule: "condition: inverted " + v.low[i]}
		subject := v.head(i+1) == i || v.tag(i+1, "PRON") || v.tag(v.head(i+1)*b2i(v.head(i+1) > 0), "NOUN", "PROPN")
		if subject && v.any(p.then, "would", "could", "might", "will") && v.acts(p.ante) && !v.finite(i+2) && !v.hasFinite(p.ante) {
			found = append(found, p)
		}
	}
	return found
}
