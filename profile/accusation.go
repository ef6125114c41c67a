package profile

import "reckon/grammar"

// accusation says why a friendly act of somebody else may be held against him; ""
// when nothing shows it. The literal coding stands in any case.
func (k *worker) accusation(v, target, doer int) string {
	if target >= 0 && k.s.Tokens[target].Tag == grammar.Pronoun && (k.entity(target) < 0 || k.entity(target) == k.entity(doer)) {
		if n := k.meant(target, doer); n >= 0 {
			target = n
		}
	}
	for t, n := target, 0; t >= 0 && n < 8; n++ {
		if lexical.classes[lower(k.s, t)]&enemy != 0 {
			return "done to " + lower(k.s, t) + ", a word for enemies"
		}
		if e := k.entity(t); e >= 0 && k.enemies[e] {
			return "done to " + k.c.Entities[e].Name + ", whom he calls an enemy"
		}
		t = k.joined(t)
	}
	for at, n := v, 0; n < 6; n++ {
		r := k.s.Tokens[at].Relation
		if at = k.s.Tokens[at].Head; at < 0 || r == grammar.Parataxis {
			return ""
		}
		if !r.Is(grammar.Conj) && lexical.classes[lower(k.s, at)]&(accuse|accuseNoun) != 0 {
			return "within an accusation: " + lower(k.s, at)
		}
	}
	return ""
}

// meant gives whom a pronoun stands for: the nearest noun before it in the
// sentence that can act, agrees in number and is not the doer; −1 when none.
func (k *worker) meant(pronoun, doer int) int {
	many := lowerText(k.s.Tokens[pronoun].Text) == "them"
	for i := pronoun - 1; i >= 0; i-- {
		w := &k.s.Tokens[i]
		if w.Tag != grammar.Noun && w.Tag != grammar.Name || (w.Form == "NNS" || w.Form == "NNPS") != many || k.s.Under(i, doer) {
			continue
		}
		if side, ok := k.side(i); ok && side == other {
			return i
		}
	}
	return -1
}

// joined gives the next noun joined to one, or −1.
func (k *worker) joined(noun int) int { return k.s.Child(noun, grammar.Conj) }
