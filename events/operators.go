package events

import (
	"strings"

	"reckon/grammar"
)

// operators are the words that verbs.txt uses for verbs which give what they
// govern another type.
var operators = []string{"light", "happen", "stop", "cancel", "avoid", "commit", "refuse", "request", "agree", "threaten", "cause", "allow", "bar", "say", "charge", none}

// none is for constructions of a verb that name no event.
const none = "none"

// operate fills in a reading by an operator and says whether it applies.
func (f *finder) operate(op string, r *reading, depth int) bool {
	switch op {
	case "light":
		return f.light(r)
	case "happen":
		return f.happen(r)
	case "stop", "cancel":
		return f.stop(r, op == "cancel", depth)
	case "avoid":
		return f.avoid(r, depth)
	case "commit":
		return f.commit(r, depth)
	case "cause":
		return f.cause(r, depth)
	case "allow", "bar":
		return f.admit(r, op)
	case "say":
		return f.say(r, depth)
	case "charge":
		return f.charge(r, depth)
	}
	return f.decide(op, r, depth)
}

// sense finds the event noun of a noun phrase: its head, or what "of" adds to a
// head that names none: "a series of attacks".
func (f *finder) sense(at int) (noun, int) {
	for range 3 {
		if at < 0 {
			break
		}
		if n, _ := f.noun(at); n.kind != "" {
			return n, at
		}
		next := -1
		for i := range f.under(at) {
			if r := f.tok(i).Relation; r == grammar.Nmod && f.preposition(i) == "of" || r == grammar.Compound && next < 0 && words.nouns[f.lemma(i)].kind != "" {
				next = i
			}
		}
		at = next
	}
	return noun{}, -1
}

// noun gives the sense of a noun with what it is compounded with, and whether that
// decides: "hunger strike".
func (f *finder) noun(at int) (n noun, compound bool) {
	if !words.heads[f.lemma(at)] {
		return words.nouns[f.lemma(at)], false
	}
	for i := range f.under(at) {
		if r := f.tok(i).Relation; i < at && (r == grammar.Compound || r == grammar.Amod) {
			if n, ok := words.compounds[[2]string{strings.ToLower(f.lemma(i)), f.lemma(at)}]; ok {
				return n, true
			}
		}
	}
	if f.lemma(at) == "strike" && f.military(at) {
		return words.nouns["attack"], false
	}
	return words.nouns[f.lemma(at)], false
}

// military tells a strike of arms from one of workers: it is aimed at something, or
// ordered or carried out by somebody who employs no word of labour.
func (f *finder) military(strike int) bool {
	for i := strike + 1; i < len(f.s.Tokens) && i < strike+5; i++ {
		switch f.lemma(i) {
		case "on", "against", "at", "into", "inside":
			return !f.dated(i)
		}
	}
	verb := f.tok(strike).Head
	if verb < 0 || f.tok(verb).Tag != grammar.Verb {
		return false
	}
	switch f.lemma(verb) {
	case "order", "launch", "conduct", "authorize", "authorise", "approve", "direct", "command", "unleash":
	case "carry":
	default:
		return false
	}
	s := f.subject(verb)
	return s < 0 || !f.of(s, "worker")
}

// dated tells a preposition that brings a day: "a strike on Friday".
func (f *finder) dated(preposition int) bool {
	h := f.tok(preposition).Head
	for k := f.day; k < len(f.dates) && f.dates[k].Sentence == f.n; k++ {
		if f.dates[k].From <= h && h < f.dates[k].To || f.dates[k].From == preposition+1 {
			return true
		}
	}
	return false
}

// light takes the type of the event noun that is the verb's object.
func (f *finder) light(r *reading) bool {
	n, at := f.sense(r.object)
	if at < 0 {
		return f.lightVerb(r)
	}
	r.kind, r.mode, r.object = n.kind, n.mode, at
	f.used[at] = true
	f.future(r)
	return true
}

// lightVerb goes through to the verb that a light one governs: began shelling.
func (f *finder) lightVerb(r *reading) bool {
	c := f.child(r.verb, grammar.Xcomp, "")
	if c < 0 || f.used[c] {
		return false
	}
	inner, ok := f.resolve(c, maxDepth-1)
	if !ok {
		return false
	}
	r.kind, r.mode, r.inner, r.trigger = inner.kind, inner.mode, inner.inner, inner.trigger
	r.object, r.addressee, r.given, r.base = inner.object, inner.addressee, inner.given, inner.base
	f.used[c] = true
	f.future(r)
	return true
}

// happen takes the type of the event noun that is the verb's subject.
func (f *finder) happen(r *reading) bool {
	if f.child(r.verb, grammar.Obj, "") >= 0 {
		return false
	}
	subject := f.child(r.verb, grammar.Nsubj, "")
	n, at := f.sense(subject)
	if at < 0 {
		return false
	}
	f.used[at] = true
	r.kind, r.mode, r.object, r.nominal, r.verb = n.kind, n.mode, at, true, -1
	return true
}

// stop turns what a noun or verb names round: the friendly is withdrawn, the
// hostile yields. What is cancelled and hostile does not happen.
func (f *finder) stop(r *reading, cancel bool, depth int) bool {
	n, at := f.sense(r.object)
	if at < 0 {
		c := f.complement(r.verb)
		if c < 0 {
			return false
		}
		inner, ok := f.resolve(c, depth+1)
		if !ok {
			return false
		}
		r.inner, n = &inner, noun{kind: inner.kind, mode: inner.mode}
		f.use(c)
	} else {
		f.used[at] = true
		r.object = at
	}
	switch {
	case n.kind == "AID" || n.kind == "COOPERATE":
		r.kind, r.mode = "SANCTION", "discontinue"
	case friendly(n.kind):
		r.kind, r.mode = "SANCTION", "withdraw"
	case cancel:
		r.kind, r.mode, r.negated = n.kind, n.mode, true
	case n.kind == "ASSAULT" || n.kind == "MOBILIZE":
		r.kind, r.mode = "RETREAT", "ceasefire"
		if n.kind == "MOBILIZE" {
			r.mode = "disarm"
		}
	case at >= 0 && n.classes&words.classes["embargo"] != 0:
		r.kind, r.mode = "RETREAT", ""
	default:
		r.kind, r.mode = "CONCEDE", ""
	}
	f.future(r)
	return true
}

// avoid says that what the verb governs does not happen.
func (f *finder) avoid(r *reading, depth int) bool {
	n, at := f.sense(r.object)
	if at >= 0 {
		f.used[at] = true
		r.kind, r.mode, r.object, r.negated = n.kind, n.mode, at, true
		return true
	}
	c := f.complement(r.verb)
	if c < 0 {
		c = f.child(r.verb, grammar.Advcl, grammar.Obl)
	}
	if c < 0 {
		return false
	}
	inner, ok := f.resolve(c, depth+1)
	f.use(c)
	if !ok {
		return false
	}
	r.kind, r.mode, r.inner, r.negated = inner.kind, inner.mode, &inner, true
	return true
}

// commit agrees to what is friendly and threatens what is hostile.
func (f *finder) commit(r *reading, depth int) bool {
	inner, ok := f.governed(r, depth)
	if !ok && (!favours[f.lemma(r.verb)] || f.complement(r.verb) < 0) {
		return false
	}
	f.settle(r)
	switch {
	case !ok:
		r.kind = "AGREE"
	case inner.kind == "PROTEST": // a strike that is planned threatens nobody with violence
		r.kind, r.mode, r.planned = inner.kind, inner.mode, true
	case hostile(inner.kind) || inner.kind == "THREATEN":
		r.kind, r.mode = "THREATEN", threatMode(inner)
	case friendly(inner.kind):
		r.kind, r.mode = "AGREE", ""
	default:
		r.kind, r.mode = inner.kind, inner.mode
	}
	if f.negated(r.verb) && r.kind == "AGREE" {
		r.kind, r.mode = "REJECT", requestMode(inner)
	}
	return true
}

// favours lists words that promise something friendly where nothing is known of
// what they govern.
var favours = map[string]bool{"willing": true, "ready": true, "promise": true, "pledge": true, "offer": true, "commit": true}

// settle keeps what a verb governs from making events of its own.
func (f *finder) settle(r *reading) {
	if c := f.complement(r.verb); c >= 0 {
		f.use(c)
	} else if r.inner != nil && r.inner.nominal {
		f.used[r.inner.trigger] = true
	}
}

// governed resolves the clause, else the event noun, that a verb governs.
func (f *finder) governed(r *reading, depth int) (*reading, bool) {
	if c := f.complement(r.verb); c >= 0 {
		inner, ok := f.resolve(c, depth+1)
		if ok {
			r.inner = &inner
			return &inner, true
		}
		if n, at := f.sense(f.object(c)); at >= 0 {
			inner = reading{kind: n.kind, mode: n.mode, trigger: c, verb: c, object: at, addressee: -1}
			r.inner = &inner
			return &inner, true
		}
		inner = reading{trigger: c, verb: c, object: f.object(c), addressee: -1}
		r.inner = &inner
		return &inner, false
	}
	at := r.object
	for _, p := range [...]string{"for", "to", "on", "with"} {
		if at >= 0 && words.nouns[f.lemma(at)].kind != "" {
			break
		}
		if with := f.with(r.verb, p); with >= 0 {
			if _, found := f.sense(with); found >= 0 || at < 0 {
				at = with
			}
		}
	}
	n, found := f.sense(at)
	if found < 0 {
		return &reading{object: at, trigger: r.trigger, verb: -1, addressee: -1}, false
	}
	inner := reading{kind: n.kind, mode: n.mode, trigger: found, verb: -1, object: found, addressee: -1, nominal: true}
	r.inner = &inner
	return &inner, true
}

// decide is for verbs whose type holds whatever they govern; the mode comes from
// what they govern.
func (f *finder) decide(op string, r *reading, depth int) bool {
	inner, known := f.governed(r, depth)
	switch op {
	case "request":
		r.kind, r.mode = "REQUEST", requestMode(inner)
		r.addressee = f.addressee(r)
	case "refuse":
		r.kind, r.mode = "REJECT", requestMode(inner)
	case "threaten":
		r.kind, r.mode = "THREATEN", threatMode(inner)
	case "agree":
		// To promise needs something promised; to agree does not.
		if plain := f.lemma(r.verb) == "agree"; !plain && !known && f.complement(r.verb) < 0 && r.object < 0 {
			return false
		} else if !plain && hostile(inner.kind) {
			r.kind, r.mode = "THREATEN", threatMode(inner)
			break
		}
		r.kind = "AGREE"
		if f.negated(r.verb) && f.modal(r.verb) != "" {
			r.kind, r.mode = "REJECT", requestMode(inner)
		}
	}
	f.settle(r)
	return true
}

// cause takes the type of what is ordered or decided; an order to somebody that
// names no event coerces him.
func (f *finder) cause(r *reading, depth int) bool {
	inner, ok := f.governed(r, depth)
	if ok && inner.kind != "" {
		r.kind, r.mode = inner.kind, inner.mode
		if f.lemma(r.verb) == "decide" {
			return f.commit(r, depth)
		}
		f.settle(r)
		return true
	}
	if f.lemma(r.verb) != "order" || r.object < 0 {
		return false
	}
	f.settle(r)
	r.kind, r.mode = "COERCE", "restrict"
	return true
}

// admit lets somebody do something, or keeps him from it.
func (f *finder) admit(r *reading, op string) bool {
	c := f.complement(r.verb)
	if c >= 0 {
		f.use(c)
	}
	if r.object < 0 && c < 0 {
		return false
	}
	if op == "bar" {
		r.kind, r.mode = "COERCE", "restrict"
		f.future(r)
		return true
	}
	r.kind, r.mode = "CONCEDE", ""
	if class := words.classes["inspector"] | words.classes["peacekeeper"]; r.object >= 0 && words.nouns[f.lemma(r.object)].classes&class != 0 {
		r.kind, r.mode = "RETREAT", "access"
	}
	if f.negated(r.verb) {
		if f.modal(r.verb) != "" {
			r.kind, r.mode = "THREATEN", "restrict"
		} else {
			r.kind, r.mode = "REJECT", "yield"
		}
		return true
	}
	f.future(r)
	return true
}

// charge accuses where the clause it governs tells of something hostile.
func (f *finder) charge(r *reading, depth int) bool {
	inner, ok := f.governed(r, depth)
	if !ok || !hostile(inner.kind) {
		return false
	}
	r.kind, r.mode = "ACCUSE", "allege"
	f.settle(r)
	return true
}

// say demands where the clause it governs says what must be done.
func (f *finder) say(r *reading, depth int) bool {
	c := f.obligation(r.verb)
	if c < 0 {
		return false
	}
	subject := f.child(c, grammar.Nsubj, "")
	if subject < 0 {
		return false
	}
	if x := f.child(c, grammar.Xcomp, ""); x >= 0 && f.modal(c) == "" {
		c = x
	}
	inner, ok := f.resolve(c, depth+1)
	f.use(c)
	r.kind, r.addressee, r.object = "REQUEST", subject, f.object(c)
	if ok {
		r.inner = &inner
		r.mode = requestMode(&inner)
	}
	return true
}

// obligation finds the clause of a statement that says what must be done: its
// complement, or a clause that the parser hung one step lower.
func (f *finder) obligation(verb int) int {
	for i := verb + 1; i < len(f.s.Tokens); i++ {
		h := f.tok(i).Head
		if f.used[i] || h < 0 || h != verb && f.tok(h).Head != verb || f.tok(i).Tag == grammar.Punctuation {
			continue
		}
		if f.must(i) {
			return i
		}
	}
	return -1
}

// use marks the predicates of a complement: they make no events of their own.
func (f *finder) use(head int) {
	for n := range f.s.Tokens {
		if f.s.Under(n, head) {
			f.used[n] = true
		}
	}
}

// addressee finds who is to act on a demand: the object of the demand, or the
// subject of what is demanded.
func (f *finder) addressee(r *reading) int {
	if c := f.complement(r.verb); c >= 0 {
		if s := f.child(c, grammar.Nsubj, ""); s >= 0 {
			return s
		}
		if r.object >= 0 {
			return r.object
		}
	}
	for _, p := range [...]string{"on", "upon", "to", "from", "with", "of"} {
		if at := f.with(r.verb, p); at >= 0 {
			return at
		}
	}
	return -1
}

// requestMode is the mode of a demand, or of its refusal, by what it is about.
func requestMode(inner *reading) string {
	if inner == nil {
		return ""
	}
	switch inner.kind {
	case "AID", "COOPERATE", "SUPPORT", "MOBILIZE":
		return "assist"
	case "CONSULT", "AGREE":
		return "meet"
	case "RETREAT", "CONCEDE":
		return "yield"
	case "":
		return ""
	}
	return "change"
}

// threatMode is the mode of a threat by what is threatened.
func threatMode(inner *reading) string {
	if inner == nil {
		return ""
	}
	switch inner.kind {
	case "SANCTION":
		if inner.mode == "expel" {
			return "expel"
		}
		return "relations"
	case "COERCE":
		switch inner.mode {
		case "arrest":
			return "arrest"
		case "deport":
			return "expel"
		case "seize":
			return "territory"
		}
		return "restrict"
	case "ASSAULT", "MOBILIZE":
		return "violence"
	}
	return ""
}
