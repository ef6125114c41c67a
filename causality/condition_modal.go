package causality

import (
	"slices"
	"strings"

	"reckon/grammar"
	"reckon/stance"
)

// inverted finds "should they leave, …", "had he asked, …", "were it to fall, …".
func (v *view) inverted() []parts {
	var found []parts
	if !v.tagged() || v.word(len(v.low)-1, "?") {
		return nil
	}
	for i := range v.low {
		if !v.word(i, "should", "had", "were") || !v.fronting(i) || i+2 >= len(v.low) || !v.tag(i+1, "PRON", "DET", "NOUN", "PROPN", "ADJ") {
			continue
		}
		p := parts{cue: span{i, i + 1}, main: -1, form: "inverted", rule: "condition: inverted " + v.low[i]}
		if v.fronted(&p) && (v.acts(p.ante) || v.low[i] == "should") && v.any(p.then, "would", "could", "will", "might", "may", "’d", "'d", "’ll", "'ll", "must", "should") {
			found = append(found, p)
		}
	}
	return found
}

// acts says whether a stretch holds a verb in any form.
func (v *view) acts(s span) bool {
	for i := s.lo; i < s.hi; i++ {
		if v.tag(i, "VERB", "AUX") {
			return true
		}
	}
	return false
}

// happened finds happenings that would, could or will bring something about.
func (v *view) happened() []parts {
	var found []parts
	for i := range v.low {
		if !v.tag(i, "VERB") {
			continue
		}
		m := v.modal(i)
		if m == "" && i > 0 && v.form(i-1) == "MD" {
			m = v.low[i-1]
		}
		tells := len(verbs[v.lemma(i)]) > 0 || v.outcome(i)
		switch m {
		case "would", "could", "might", "’d", "'d":
			tells = v.outcome(i) || !v.passes(i) && (tells || !v.planned(i))
		case "may", "will", "’ll", "'ll":
		case "":
			tells = tells && v.tensed(i)
		default:
			continue
		}
		subject, ok := v.subject(i)
		whichever := ok && v.word(subject.lo, "any", "every", "each") && m != ""
		if !tells && !whichever || v.passive(i) && !whichever { // what is done to it brings nothing about
			continue
		}
		if !ok || !v.happening(v.coreNoun(subject)) || m == "" && !v.word(subject.lo, "any") {
			continue
		}
		found = append(found, v.would(i, m, subject))
	}
	return found
}

// would is the condition that a happening is for what a verb with a modal tells.
func (v *view) would(i int, modal string, subject span) parts {
	cue := i
	for k := v.group(i); k < i; k++ {
		if modal != "" && v.low[k] == modal {
			cue = k
		}
	}
	form := "would"
	if v.word(cue+1, "have") {
		form = "counterfactual"
	}
	p := parts{
		ante: subject, then: v.predicate(i, cue+1), cue: span{cue, cue + 1},
		main: i, form: form, rule: "condition: happening " + v.low[cue],
	}
	if modal == "" {
		p.then, p.cue, p.rule = v.predicate(i, i), span{subject.lo, subject.lo + 1}, "condition: any happening"
	}
	return p
}

// passes says whether a verb tells that something is held or goes on and brings
// nothing about: "the vote would take place in May".
func (v *view) passes(i int) bool {
	switch v.lemma(i) {
	case "take", "begin", "start", "happen", "occur", "hold", "continue", "last", "resume", "go", "come", "follow", "include", "focus", "be", "remain", "proceed", "run":
		return true
	}
	return false
}

// planned says whether a verb without an object stands in a report of the past,
// where would only puts will back in time.
func (v *view) planned(i int) bool {
	g := v.head(i)
	return g >= 0 && v.relation(i) == "ccomp" && (v.form(g) == "VBD" || v.form(g) == "VBN") && v.child(i, "obj") < 0
}

// outcome says whether a verb that is no cause by itself tells one after a modal.
func (v *view) outcome(i int) bool {
	switch v.lemma(i) {
	case "mean", "make", "leave", "spell", "cost", "send", "put", "change", "mark", "signal", "amount", "become", "turn", "split", "save":
		return true
	}
	return false
}

// happening says whether a word names something that happens, and no person or thing.
func (v *view) happening(i int) bool {
	if v.form(i) == "VBG" {
		if h := v.head(i); v.relation(i) == "amod" && h > i && actors[v.lemma(h)] { // "the leading candidate"
			return false
		}
		return v.child(i, "aux") < 0 && (i == 0 || !v.tag(i-1, "AUX")) && !v.word(i, "including", "following", "according", "regarding", "concerning", "excluding", "during")
	}
	if measures[v.lemma(i)] && v.word(i+1, "of", "from") {
		return true
	}
	return (v.tag(i, "NOUN") || v.tag(i, "PROPN") && i == 0) && v.happens(i)
}

// measures are nouns that tell how much or how long of what happens: "years of
// drought", "the threat of a boycott".
var measures = map[string]bool{
	"year": true, "decade": true, "month": true, "week": true, "century": true, "generation": true, "series": true, "wave": true,
	"string": true, "round": true, "spate": true, "run": true, "mix": true, "mixture": true, "combination": true, "rash": true,
	"burden": true, "weight": true, "prospect": true, "risk": true, "sight": true, "spectre": true, "specter": true, "level": true,
	"flow": true, "dose": true, "season": true, "hint": true, "whiff": true, "taste": true, "torrent": true, "stream": true,
}

// happens says whether a word as such names something that happens.
func (v *view) happens(i int) bool {
	l := v.lemma(i)
	if happenings[l] || happenings[v.low[i]] {
		return true
	}
	for _, end := range []string{"tion", "sion", "ment", "ence", "ance", "ure", "ing", "wal", "yal", "val", "usal", "ssal", "nial", "ism", "acy", "ness", "ity"} {
		if strings.HasSuffix(l, end) {
			return !v.holder(l)
		}
	}
	return false
}

// holder says whether a word with the ending of a deed names a body or a place.
func (v *view) holder(l string) bool {
	switch l {
	case "government", "parliament", "department", "nation", "administration", "organization", "organisation", "institution", "regiment",
		"delegation", "opposition", "population", "federation", "commission", "corporation", "foundation", "station", "region", "audience",
		"figure", "nature", "structure", "culture", "creature", "picture", "establishment", "document", "mission", "building", "king", "coalition",
		"city", "university", "community", "security", "majority", "minority", "authority", "facility", "entity", "identity", "nationality", "celebrity", "charity",
		"business", "witness", "wilderness", "harness", "fortress", "capacity", "utility", "municipality", "commodity", "electricity", "quantity", "quality",
		"reputation", "generation", "location", "position", "section", "question", "information", "situation", "condition", "union", "religion":
		return true
	}
	return false
}

// predicate is the stretch of a verb with what completes it, from a place on,
// without further clauses that have a subject of their own.
func (v *view) predicate(i, from int) span {
	out := span{min(from, i), i + 1}
	r := v.reach[i]
	for k := i + 1; k < r.hi; k++ {
		if v.head(k) != i {
			continue
		}
		own := v.child(k, "nsubj") >= 0
		switch v.relation(k) {
		case "conj", "advcl", "parataxis":
			if own {
				return v.trim(out.before(v.reach[k].lo))
			}
		case "punct", "cc":
			continue
		}
		out = out.join(v.reach[k].after(i))
	}
	return out
}

// couldHave finds the deed that was not done in "could have cut a deal, won
// relief and lived": the first act is what the others hang on.
func (v *view) couldHave() []parts {
	var found []parts
	for i := range v.low {
		if v.form(i) != "VBN" || !v.perfect(i, "could", "might") {
			continue
		}
		next := v.joined(i)
		if len(next) == 0 {
			continue
		}
		start := v.reach[next[0]].lo
		cue := i - 1
		for cue > 0 && v.form(cue) != "MD" {
			cue--
		}
		last := next[len(next)-1]
		found = append(found, parts{
			ante: span{i, start}, then: v.reach[last].join(v.reach[next[0]]),
			cue: span{cue, i}, main: next[0], form: "counterfactual", rule: "condition: could have, chain of acts",
		})
	}
	return found
}

// perfect says whether a participle stands after one of some modals and have.
func (v *view) perfect(i int, modals ...string) bool {
	for k := i - 1; k >= max(0, i-4); k-- {
		if v.word(k, "have", "’ve", "'ve") {
			return k > 0 && (v.word(k-1, modals...) || v.word(k-1, "not", "n't", "n’t") && v.word(k-2, modals...))
		}
		if !v.tag(k, "ADV", "AUX", "PART") {
			return false
		}
	}
	return false
}

// joined lists the verbs joined to a verb that lean on its subject and modal.
func (v *view) joined(i int) []int {
	var next []int
	r := v.reach[i]
	for k := i + 1; k < r.hi; k++ {
		if v.relation(k) == "conj" && (v.form(k) == "VBN" || v.form(k) == "VBD") && v.child(k, "nsubj", "aux") < 0 &&
			(v.head(k) == i || slices.Contains(next, v.head(k))) {
			next = append(next, k)
		}
	}
	return next
}

// needed finds what an aim requires: "to win, they must fight".
func (v *view) needed() []parts {
	if !v.tagged() || !v.word(0, "to") && !v.word(1, "order") || len(v.low) < 5 {
		return nil
	}
	open := 1
	if v.word(0, "in") && v.word(2, "to") {
		open = 3
	}
	p := parts{cue: span{0, open}, main: -1, form: "anankastic", rule: "condition: aim and must"}
	end := v.clauseEnd(open)
	for i := open + 1; i < end; i++ {
		if v.word(i, ",") {
			p.ante, p.then = span{open, i}, span{i + 1, end}
			break
		}
	}
	if p.then.empty() || !v.must(p.then) {
		return nil
	}
	return []parts{p}
}

// must says whether a stretch states a need.
func (v *view) must(s span) bool {
	if v.any(s, "must", "should", "ought") {
		return true
	}
	for i := s.lo; i+1 < s.hi; i++ {
		if v.word(i+1, "to") && v.word(i, "have", "has", "need", "needs", "had", "needed") {
			return true
		}
	}
	return false
}

// otherwise hangs a sentence on the denial of the one before, or a clause on the clause before.
func otherwise(t *grammar.Text, k int, v *view) (Condition, bool) {
	for i := range v.low {
		if !v.word(i, "otherwise") || i+2 >= len(v.low) || i > 0 && !v.hard(i-1) && !v.word(i-1, ",", "or", "and", "because") {
			continue
		}
		then := v.trim(span{i + 1, v.clauseEnd(i + 1)})
		if then.empty() || v.tagged() && !v.hasFinite(then) {
			continue
		}
		c := Condition{Then: then.bytes(v), Cue: span{i, i + 1}.bytes(v), Form: "otherwise", Rule: "condition: otherwise"}
		switch before := v.trim(span{0, i}); {
		case !before.empty():
			c.If = before.bytes(v)
		case k > 0 && t.Sentences[k-1].Block == t.Sentences[k].Block:
			c.If = [2]int{t.Sentences[k-1].Start, t.Sentences[k-1].End}
		default:
			continue
		}
		c.Start, c.End = c.If[0], c.Then[1]
		c.Stance = stance.Of(v.sentence, v.top(then))
		return c, true
	}
	return Condition{}, false
}
