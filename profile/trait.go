package profile

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reckon/grammar"
	"reckon/stance"
)

func lowerText(s string) string { return strings.ToLower(s) }

// hit notes a place where a trait shows.
func (k *worker) hit(trait, token int, category, rule string) {
	k.u.traits[trait].hits++
	l := k.line(traitNames[trait][0], token)
	l.Category, l.Rule = category, rule
	k.out.Lines = append(k.out.Lines, l)
}

// ownVerb counts a verb of his own for belief in control and need for power. One
// that is negated shows neither.
func (k *worker) ownVerb(v int) {
	side, ok := k.side(acting(k.s, v))
	if !ok || side != self {
		return
	}
	k.u.traits[bace].of++
	k.u.traits[pwr].of++
	if k.s.Negation(v) >= 0 || stance.Of(k.s, v).Negated {
		return
	}
	c := lexical.classes[lower(k.s, v)]
	if c&initiate != 0 || deed(lexical.frames[lower(k.s, v)]) {
		k.hit(bace, v, "", "plans or begins")
	}
	if f, _ := k.frame(v); f != nil && f.value <= -2 {
		c |= force
	} else if f != nil && f.value == 3 && (f.family == "help" || f.family == "give") {
		c |= advise
	}
	for _, p := range powers {
		if c&p.class != 0 {
			k.hit(pwr, v, "", p.rule)
			break
		}
	}
}

// powers are the ways to show a need for power.
var powers = []struct {
	class class
	rule  string
}{
	{force, "strong action"},
	{advise, "advice or help"},
	{regulate, "rule over others"},
	{persuade, "persuasion"},
	{impress, "impression"},
	{reputation, "reputation"},
}

// deed says whether a verb by itself, without a certain object, is a deed.
func deed(frames []frame) bool {
	for i := range frames {
		f := &frames[i]
		if f.objects == nil && f.preposition == "" && f.particle == "" && (f.value == 3 || f.value == -3) {
			return true
		}
	}
	return false
}

// word counts one token for the traits that go by words.
func (k *worker) word(i int) {
	w := &k.s.Tokens[i]
	text := lowerText(w.Text)
	switch text {
	case "i", "me", "my", "mine", "myself":
		k.u.traits[sc].of++
		if rule := k.confident(i, text); rule != "" {
			k.hit(sc, i, "", rule)
		}
	}
	if p := k.phrase(i, text); p != nil {
		k.room(i, len(p.words), p.class)
		k.fixed = i + len(p.words)
	}
	if i >= k.fixed {
		k.complexity(i, text)
		k.tasked(i)
	}
	switch w.Tag {
	case grammar.Noun, grammar.Name, grammar.Pronoun:
		k.reference(i)
	default:
	}
}

// tasked counts a word for a task or for the group.
func (k *worker) tasked(i int) {
	c := lexical.classes[lower(k.s, i)]
	if k.s.Tokens[i].Tag == grammar.Name || c&(taskWord|group) == 0 {
		return
	}
	k.u.traits[task].of++
	if c&taskWord != 0 {
		k.hit(task, i, "task", "word for a task")
		return
	}
	l := k.line(traitNames[task][0], i)
	l.Category, l.Rule = "group", "word for the group"
	k.out.Lines = append(k.out.Lines, l)
}

// confident says why a word for the speaker shows self-confidence; "" if it does not.
func (k *worker) confident(i int, text string) string {
	w := &k.s.Tokens[i]
	if w.Head < 0 {
		return ""
	}
	c := lexical.classes[lower(k.s, w.Head)]
	switch {
	case text == "my" && w.Relation == grammar.NmodPoss && c&my != 0:
		return "is the one who decides"
	case text == "i" && w.Relation == grammar.Nsubj && k.s.Negation(w.Head) < 0 && (c&(initiate|power) != 0 || k.acts(w.Head)):
		return "begins or acts"
	case text == "i" && w.Relation == grammar.Nsubj && k.s.Negation(w.Head) < 0 && c&authority != 0:
		return "is the authority"
	case text == "me" && (w.Relation == grammar.Obj || w.Relation == grammar.Iobj) && c&response != 0:
		return "is answered well"
	}
	return ""
}

// acts says whether a verb is an act of more weight than words of support.
func (k *worker) acts(v int) bool {
	f, _ := k.frame(v)
	return f != nil && f.value != 1
}

// phrase gives the fixed phrase that begins at a token; nil when none does.
func (k *worker) phrase(i int, text string) *phrase {
	list := lexical.phrases[text]
	for at := range list {
		p := &list[at]
		if i+len(p.words) > len(k.s.Tokens) {
			continue
		}
		same := true
		for n, want := range p.words {
			same = same && k.mine[i+n] && lowerText(k.s.Tokens[i+n].Text) == want
		}
		if same {
			return p
		}
	}
	return nil
}

// complexity counts a word that leaves room, or none.
func (k *worker) complexity(i int, text string) {
	if k.s.Tokens[i].Tag == grammar.Name {
		return
	}
	c := lexical.classes[text] & (high | low)
	if c == 0 {
		c = lexical.classes[lower(k.s, i)] & (high | low)
	}
	k.room(i, 1, c)
}

// room counts a phrase of n words.
func (k *worker) room(i, n int, c class) {
	if c&(high|low) == 0 {
		return
	}
	k.u.traits[cc].of++
	l := k.line(traitNames[cc][0], i)
	l.End = k.s.Tokens[i+n-1].End
	l.Quote, l.Category, l.Rule = k.t.Document.Text[l.Start:l.End], "low", "leaves no room"
	if c&high != 0 {
		k.u.traits[cc].hits++
		l.Category, l.Rule = "high", "leaves room"
	}
	k.out.Lines = append(k.out.Lines, l)
}

// reference counts a word for one's own group or for others.
func (k *worker) reference(i int) {
	w := &k.s.Tokens[i]
	if w.Relation == grammar.Compound || w.Relation == grammar.Flat || w.Relation == grammar.Expl {
		return
	}
	side, ok := k.side(i)
	if !ok && w.Relation == grammar.Nsubj {
		side, ok = k.doer(i)
		ok = ok && side == other
	}
	switch {
	case !ok:
	case side == self && w.Tag != grammar.Pronoun:
		k.u.traits[igb].of++
		if rule := k.praised(i); rule != "" {
			k.hit(igb, i, "", rule)
		}
	case side == other:
		k.u.traits[dis].of++
		if rule := k.doubted(i); rule != "" {
			k.hit(dis, i, "", rule)
		}
	}
}

// described says whether an adjective or predicate of a class is said of a noun.
// One that belongs to a name says nothing: the United States, Great Britain.
func (k *worker) described(noun int, c class) bool {
	for a := range k.s.Children(noun) {
		if k.s.Tokens[a].Relation.Is(grammar.Amod) && !k.named(noun, a) && lexical.classes[lower(k.s, a)]&c != 0 {
			return true
		}
	}
	w := &k.s.Tokens[noun]
	return w.Relation == grammar.Nsubj && w.Head >= 0 && k.s.Tokens[w.Head].Tag == grammar.Adjective &&
		lexical.classes[lower(k.s, w.Head)]&c != 0 && k.s.Negation(w.Head) < 0
}

// named says whether an adjective is a part of the name that a noun heads: it has
// a capital, within a name that is known or where no sentence begins.
func (k *worker) named(noun, adjective int) bool {
	w := &k.s.Tokens[adjective]
	if r, _ := utf8.DecodeRuneInString(w.Text); !unicode.IsUpper(r) {
		return false
	}
	if m := k.mention[noun]; m >= 0 && k.c.Mentions[m].From <= adjective && adjective < k.c.Mentions[m].To {
		return true
	}
	return adjective > 0 && w.Tag == grammar.Name
}

// praised says how a word for his own group is favoured; "" if it is not.
func (k *worker) praised(i int) string {
	if k.described(i, good) {
		return "favourable or strong"
	}
	w := &k.s.Tokens[i]
	if w.Head >= 0 && (w.Relation == grammar.Nmod || w.Relation == grammar.NmodPoss) && lexical.classes[lower(k.s, w.Head)]&honour != 0 {
		return "honour to keep"
	}
	return ""
}

// doubted says how a word for others shows distrust; "" if it does not.
func (k *worker) doubted(i int) string {
	w := &k.s.Tokens[i]
	if lexical.classes[lower(k.s, i)]&enemy != 0 {
		return "called an enemy"
	}
	if k.described(i, doubtWord) {
		return "doubted in a word"
	}
	if w.Head < 0 || k.s.Tokens[w.Head].Tag != grammar.Verb {
		return ""
	}
	switch w.Relation {
	case grammar.Nsubj:
		f, target := k.frame(w.Head)
		if f == nil || k.s.Negation(w.Head) >= 0 {
			return ""
		}
		if f.value < 0 || k.accusation(w.Head, target, i) != "" {
			return "said to do harm"
		}
	case grammar.Obj, grammar.Iobj:
		c, negated := lexical.classes[lower(k.s, w.Head)], k.s.Negation(w.Head) >= 0
		if c&doubt == 0 && c&believe == 0 || negated != (c&believe != 0) {
			return ""
		}
		if side, ok := k.side(acting(k.s, w.Head)); ok && side == self {
			return "doubted or feared"
		}
	default:
	}
	return ""
}
