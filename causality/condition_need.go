package causality

// hinging finds what hangs on something by its verb: "peace depends on trade",
// "peace requires trade", "it takes a vote to end it".
func (v *view) hinging() []parts {
	var found []parts
	for i := range v.low {
		if !v.tag(i, "VERB") || i+2 >= len(v.low) {
			continue
		}
		p := parts{cue: span{i, i + 1}, main: -1, form: "depends", rule: "condition: " + v.lemma(i)}
		ok := false
		switch v.lemma(i) {
		case "depend", "hinge", "rest", "turn":
			ok = v.leans(i, &p)
		case "require", "presuppose", "necessitate", "demand":
			ok = v.requires(i, &p)
		case "need":
			ok = v.requires(i, &p)
		case "take":
			ok = v.takes(i, &p)
		}
		if ok {
			found = append(found, p)
		}
	}
	return found
}

// leans reads "A depends on B".
func (v *view) leans(i int, p *parts) bool {
	ante, ok := v.after([]string{"on", "upon"}, i+1, v.stretch(i+1))
	subject, said := v.subject(i)
	if !ok || !said || ante.lo > i+3 {
		return false
	}
	if h := v.coreNoun(subject); (v.word(i, "rest", "rests", "rested", "turn", "turns", "turned", "turning") || v.tag(h, "PRON")) && !v.happening(h) && !v.word(h, "it", "this", "that") {
		return false
	}
	p.ante, p.then = v.core(ante), subject
	return true
}

// requires reads "A requires B" where A is neither a person nor a body.
func (v *view) requires(i int, p *parts) bool {
	subject, ok := v.subject(i)
	if !ok || v.passive(i) || !v.tensed(i) || v.personal(subject, frame{thing: true}) || v.form(i) == "VBD" {
		return false
	}
	effect, ok := v.object(i, frame{object: true, do: true, that: true})
	if !ok {
		effect, ok = v.reads(i, frame{object: true, do: true})
	}
	p.ante, p.then = effect, subject
	return ok && v.trim(effect).hi-v.trim(effect).lo > 0
}

// takes reads "it takes A to do B".
func (v *view) takes(i int, p *parts) bool {
	g := v.group(i)
	end := v.stretch(i + 1)
	if !v.word(g-1, "it") || v.lemma(i) != "take" || v.form(i) == "VBD" || v.word(i+1, "for") {
		return false
	}
	for k := i + 2; k < end-1; k++ {
		if v.word(k, "to") && v.form(k+1) == "VB" {
			p.ante, p.then = span{i + 1, k}, span{k + 1, end}
			return !v.any(p.ante, "time", "years", "months", "weeks", "days", "hours", "minutes", "long")
		}
		if !v.nominal(k) {
			return false
		}
	}
	return false
}

// priced finds "the price of B is A" and "A is the key to B".
func (v *view) priced() []parts {
	var found []parts
	for i := range v.low {
		if !v.tag(i, "NOUN") || i+3 >= len(v.low) {
			continue
		}
		p := parts{cue: span{i, i + 1}, main: -1, form: "price", rule: "condition: " + v.lemma(i)}
		switch v.lemma(i) {
		case "price", "cost", "key", "condition", "precondition", "prerequisite", "requirement":
		default:
			continue
		}
		if v.word(i+1, "of", "for", "to") && v.costs(i, &p) {
			found = append(found, p)
		}
	}
	return found
}

// costs reads both orders of a noun of need and what has to be given.
func (v *view) costs(i int, p *parts) bool {
	other, ok := v.after([]string{"of", "for", "to"}, i+1, v.stretch(i+1))
	if !ok {
		return false
	}
	if s, c := v.child(i, "nsubj", "csubj"), v.child(i, "cop"); s >= 0 && s < c && c < i {
		if v.tag(s, "PRON") {
			return false
		}
		p.ante, p.then = v.core(v.phrase(s, i).before(c)), v.core(other)
		return true
	}
	is := v.copula(i)
	if is < 0 || is+2 > len(v.low)-1 || v.digit(is+1) {
		return false
	}
	p.then, p.ante = span{i + 2, v.group(is)}, v.core(span{is + 1, v.clauseEnd(is)})
	return v.happens(v.coreNoun(p.ante)) || v.word(is+1, "that", "to") || v.form(is+1) == "VBG"
}

// threatened finds "pay, or we will leave" and "pay and we will stay".
func (v *view) threatened() []parts {
	if !v.tagged() || len(v.low) < 6 {
		return nil
	}
	start := 0
	for v.isMark(start) && start < len(v.low)-5 {
		start++
	}
	orders := v.form(start) == "VB" && v.child(start, "nsubj") < 0
	for k := start + 1; k < len(v.low)-3; k++ {
		if v.word(k, ";", ".", "?") {
			return nil
		}
		if !v.word(k, "or", "and") {
			continue
		}
		then := span{k + 1, v.clauseEnd(k + 1)}
		els := v.word(k+1, "else")
		if els {
			then.lo++
		}
		owed := v.word(k, "or") && v.must(span{start, k})
		if !v.will(then) || !orders && !owed {
			continue
		}
		form := "or else"
		if v.word(k, "and") {
			form = "and"
		}
		return []parts{{ante: span{start, k}, then: then, cue: span{k, then.lo}, main: -1, form: form, rule: "condition: deed " + form}}
	}
	return nil
}

// will says whether a stretch starts with a subject and tells what will be.
func (v *view) will(s span) bool {
	for k := s.lo + 1; k < min(s.lo+7, s.hi); k++ {
		if v.word(k, "will", "wo", "’ll", "'ll", "would", "risk", "risks", "face", "faces") {
			return v.tag(s.lo, "PRON", "DET", "NOUN", "PROPN", "ADJ")
		}
		if !v.nominal(k) {
			return false
		}
	}
	return false
}

// whoever finds "whoever holds the pass will rule" and "those who stay will pay".
func (v *view) whoever() []parts {
	var found []parts
	for i := range v.low {
		open := i + 1
		switch {
		case v.word(i, "whoever", "whichever"):
		case v.word(i, "anyone", "anybody", "those", "everyone") && v.word(i+1, "who"):
			open = i + 2
		default:
			continue
		}
		if !v.fronting(i) {
			continue
		}
		end := v.clauseEnd(open)
		seen := 0
		for k := open; k < end-1; k++ {
			if !v.finite(k) {
				continue
			}
			seen++
			if seen == 2 && (v.word(k, "will", "would", "’ll", "'ll", "must", "can") || v.word(i, "whoever", "whichever") && v.form(k) == "VBZ") {
				found = append(found, parts{ante: span{i, k}, then: span{k, end}, cue: span{i, open}, main: -1, form: "whoever", rule: "condition: whoever"})
			}
			if seen == 2 {
				break
			}
		}
	}
	return found
}
