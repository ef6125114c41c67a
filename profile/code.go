package profile

import (
	"cmp"
	"slices"

	"reckon/grammar"
	"reckon/names"
	"reckon/quotation"
	"reckon/stance"
)

// Settings is what measuring is told.
type Settings struct {
	Speaker    string   // name of the leader
	Own        bool     // the documents are his words from start to end
	Source     Source   // of all his words; "" tells by the layout
	State      string   // name or ID of his state, where it cannot be known from his name
	Enemies    []string // names of those he holds for enemies, beside the ones he calls so
	Norms      *Norms   // sample of scores by this coder; nil for reckon's own
	Translated bool     // the words are a translator's: not compared with reckon's own sample
	Seed       uint64   // of the draws; the same seed, the same intervals
	Draws      int      // of the bootstrap; 0 for 1 000
}

// Coded is one document with what the speaker says in it, coded.
type Coded struct {
	Document string
	Words    int // of his own: tokens that are not punctuation
	Lines    []Line

	units []unit
}

// Line is one coded place. Offsets are bytes of the document's text.
type Line struct {
	Document   string
	Measure    string // VICS, or the name of a trait
	Start, End int    // of the clause or word
	Quote      string
	Verb       string // dictionary form of the verb or word
	Source     Source

	Subject, Who string // self or other, and in the words of the text
	Target       string // in the words of the text; "" none
	Category     string // of the verb; for CC high or low, for TASK task or group
	Value        int    // −3 … +3; 0 for traits
	Tense        string // past, present, future
	Domain       string // foreign, domestic; domestic lines count for no index
	Rule         string
	Flag         string // why a friendly act may be an accusation; "" otherwise

	unit int // of the sentence
	at   int // byte where the verb or word begins
}

// unit is a sentence with its counts.
type unit struct {
	document       int // number among those measured together
	block          int
	source         Source
	words          int
	literal, aware tally
	traits         traits
}

// Code finds the speaker's words in a document and codes them for [walker1998]
// and [hermann2003]. Cost: linear in the tokens.
func Code(t *grammar.Text, c *names.Cast, quotes []quotation.Quotation, set Settings) *Coded {
	v := &voice{t: t, c: c, quotes: quotes, set: &set, who: speaker(c, set.Speaker)}
	k := &worker{voice: v, out: &Coded{Document: t.Document.Name}, home: -1, block: -1}
	k.findHome()
	spans := v.spans()
	k.findEnemies(spans)
	k.eachSentence(spans, func(source Source) {
		k.out.units = append(k.out.units, unit{block: k.s.Block, source: source})
		k.u = &k.out.units[len(k.out.units)-1]
		k.source = source
		k.sentence()
	})
	return k.out
}

// worker goes through the speaker's sentences.
type worker struct {
	*voice
	out     *Coded
	home    int          // entity of his state, −1
	enemies map[int]bool // entities

	s       *grammar.Sentence
	at      int
	mine    []bool // tokens that he says
	mention []int  // of tokens, −1
	topic   string // foreign or domestic: what a sentence of the paragraph named last
	block   int    // of that paragraph
	fixed   int    // tokens before it stand in a fixed phrase that was counted
	next    int    // mention to go on from
	u       *unit
	source  Source
}

// findHome finds his state.
func (k *worker) findHome() {
	id := k.set.State
	if id == "" && k.who >= 0 {
		id = k.c.Entities[k.who].State
	}
	if id == "" {
		return
	}
	if k.home = k.c.Entity(id); k.home < 0 {
		k.home = speaker(k.c, id)
	}
	if k.home < 0 && k.set.State == "" {
		k.set.State = id
	}
}

// eachSentence sets up every sentence in which he speaks.
func (k *worker) eachSentence(spans []span, do func(Source)) {
	k.next = 0
	for i := range k.t.Sentences {
		s := &k.t.Sentences[i]
		for len(spans) > 0 && spans[0].end <= s.Start {
			spans = spans[1:]
		}
		if len(spans) == 0 {
			return
		}
		if spans[0].start >= s.End {
			continue
		}
		k.s, k.at = s, i
		k.mark(spans)
		k.place()
		do(spans[0].source)
	}
}

// mark notes which tokens of the sentence he says.
func (k *worker) mark(spans []span) {
	k.mine = k.mine[:0]
	for i := range k.s.Tokens {
		at := k.s.Tokens[i].Start
		for len(spans) > 0 && spans[0].end <= at {
			spans = spans[1:]
		}
		k.mine = append(k.mine, len(spans) > 0 && spans[0].start <= at)
	}
}

// place notes which mention each token heads, the longest.
func (k *worker) place() {
	k.mention = k.mention[:0]
	for range k.s.Tokens {
		k.mention = append(k.mention, -1)
	}
	for k.next < len(k.c.Mentions) && k.c.Mentions[k.next].Sentence < k.at {
		k.next++
	}
	for i := k.next; i < len(k.c.Mentions) && k.c.Mentions[i].Sentence == k.at; i++ {
		if h := k.c.Mentions[i].Head; h >= 0 && h < len(k.mention) && k.mention[h] < 0 {
			k.mention[h] = i
		}
	}
}

// entity gives the entity that a token stands for, or −1.
func (k *worker) entity(token int) int {
	if m := k.mention[token]; m >= 0 {
		return k.c.Mentions[m].Entity
	}
	return -1
}

// findEnemies notes whom he calls by a word for enemies: the rioters; "X is our
// enemy"; "the enemy, X".
func (k *worker) findEnemies(spans []span) {
	k.enemies = map[int]bool{}
	for _, name := range k.set.Enemies {
		if e := speaker(k.c, name); e >= 0 {
			k.enemies[e] = true
		}
	}
	k.eachSentence(spans, func(Source) {
		for i := range k.s.Tokens {
			c := lexical.classes[lower(k.s, i)]
			if !k.mine[i] || c&enemy == 0 || k.s.Negation(i) >= 0 {
				continue
			}
			near := []int{i, k.s.Child(i, grammar.Appos)}
			if k.s.Child(i, grammar.Cop) >= 0 {
				near = append(near, k.s.Child(i, grammar.Nsubj))
			}
			if k.s.Tokens[i].Relation == grammar.Appos {
				near = append(near, k.s.Tokens[i].Head)
			}
			for _, n := range near {
				if n < 0 || k.entity(n) < 0 {
					continue
				}
				if side, acts := k.ofEntity(k.entity(n)); acts && side == other {
					k.enemies[k.entity(n)] = true
				}
			}
		}
	})
}

// sentence counts and codes the tokens that he says.
func (k *worker) sentence() {
	if k.s.Block != k.block {
		k.block, k.topic = k.s.Block, ""
	}
	k.fixed, k.topic = 0, cmp.Or(k.topicNamed(), k.topic)
	for i := range k.s.Tokens {
		w := &k.s.Tokens[i]
		if !k.mine[i] || w.Tag == grammar.Punctuation {
			continue
		}
		k.u.words++
		k.out.Words++
		if w.Tag == grammar.Verb && w.Relation != grammar.Amod && w.Relation != grammar.Compound {
			k.verb(i)
			k.ownVerb(i)
		}
		k.word(i)
	}
}

// verb codes one verb of the operational code, if it is one.
func (k *worker) verb(v int) {
	f, target := k.frame(v)
	if f == nil || k.subordinate(v) || k.idle(f, target) {
		return
	}
	doer := acting(k.s, v)
	side, ok := k.doer(doer)
	if !ok {
		return
	}
	value, rule, counts := k.weigh(v, f)
	if !counts {
		return
	}
	l := k.line("VICS", v)
	l.Subject, l.Who = subjects[side], k.upTo(doer, v)
	l.Value, l.Category, l.Rule, l.Tense = value, categories[column(value)], rule, tense(k.s, v)
	if target >= 0 {
		l.Target = k.words(target)
	}
	l.Domain = k.domain(f, side, doer, target)
	if side == other && value > 0 {
		l.Flag = k.accusation(v, target, doer)
	}
	k.out.Lines = append(k.out.Lines, l)
	if l.Domain != "foreign" {
		return
	}
	k.u.literal[side][column(value)]++
	if l.Flag != "" {
		value = -value
	}
	k.u.aware[side][column(value)]++
}

// line begins a coded line with the clause of a token.
func (k *worker) line(measure string, token int) Line {
	from, to := token, token+1
	if measure == "VICS" || k.s.Tokens[token].Tag == grammar.Verb {
		from, to = k.s.Clause(token)
	}
	start, end := k.s.Tokens[from].Start, k.s.Tokens[to-1].End
	return Line{
		Document: k.out.Document, Measure: measure, Start: start, End: end, Quote: k.t.Document.Text[start:end],
		Verb: k.s.Tokens[token].Lemma, Source: k.source, unit: len(k.out.units) - 1, at: k.s.Tokens[token].Start,
	}
}

// upTo is the phrase of a doer, without the verb and what follows it where the
// parser took that for a part of the phrase.
func (k *worker) upTo(doer, v int) string {
	from, to := k.s.Phrase(doer)
	if doer < v {
		to = min(to, v)
	}
	return k.t.Document.Text[k.s.Tokens[from].Start:k.s.Tokens[to-1].End]
}

// words is the phrase that a token heads.
func (k *worker) words(token int) string {
	from, to := k.s.Phrase(token)
	return k.t.Document.Text[k.s.Tokens[from].Start:k.s.Tokens[to-1].End]
}

// frame finds the construction of a verb and its target, −1 for none: verbs with
// their objects come first, then those with prepositions and particles.
func (k *worker) frame(v int) (*frame, int) {
	frames := lexical.frames[lower(k.s, v)]
	if len(frames) == 0 {
		return nil, -1
	}
	obj := object(k.s, v)
	for i := range frames {
		f := &frames[i]
		if f.particle != "" && !particle(k.s, v, f.particle) {
			if o := oblique(k.s, v, f.particle); o >= 0 && obj < 0 && f.objects == nil {
				return f, o // "stand by us": the parser took the particle for a preposition
			}
			continue
		}
		switch {
		case f.objects != nil:
			if obj >= 0 && k.among(obj, f.objects) {
				return f, k.recipient(v, obj)
			}
		case f.preposition != "":
			if o := oblique(k.s, v, f.preposition); o >= 0 {
				if obj >= 0 && f.value > 0 && f.value != 1 {
					o = obj // provide them with
				}
				return f, o
			}
		case obj >= 0:
			to := obj
			if _, acts := k.side(obj); !acts {
				to = k.recipient(v, obj)
			}
			if _, acts := k.side(to); acts || !f.someone {
				return f, to
			}
		case f.clause && (k.s.Child(v, grammar.Ccomp, grammar.Xcomp) >= 0 || infinitive(k.s, v)):
			return f, oblique(k.s, v, "to", "with", "on")
		case f.alone && !passive(k.s, v):
			return f, -1
		}
	}
	return nil, -1
}

// idle says whether an act befalls nobody: force against an ill ("fight poverty",
// "seize the chance"), arms that are built, what somebody does to himself.
func (k *worker) idle(f *frame, target int) bool {
	if target < 0 {
		return false
	}
	if slices.Contains(reflexive, lowerText(k.s.Tokens[target].Text)) {
		return true
	}
	c, meant := lexical.classes[lower(k.s, target)], f.objects[lower(k.s, target)]
	return !meant && (f.value == -3 && c&ill != 0 || f.family == "build" && c&arms != 0)
}

// reflexive are pronouns that say that somebody acts on himself.
var reflexive = []string{"myself", "ourselves", "yourself", "yourselves", "himself", "herself", "itself", "themselves", "oneself"}

// among says whether a noun or one joined to it is in a list.
func (k *worker) among(noun int, list map[string]bool) bool {
	if list[lower(k.s, noun)] {
		return true
	}
	for c := range k.s.Children(noun) {
		if k.s.Tokens[c].Relation == grammar.Conj && list[lower(k.s, c)] {
			return true
		}
	}
	return false
}

// recipient gives who gets a thing: "weapons to the rebels", "sanctions on us".
func (k *worker) recipient(v, obj int) int {
	if i := k.s.Child(v, grammar.Iobj); i >= 0 {
		return i
	}
	for _, head := range []int{v, obj} {
		if o := oblique(k.s, head, "to", "on", "upon", "against", "for", "from", "with"); o >= 0 {
			if _, acts := k.side(o); acts {
				return o
			}
		}
	}
	return obj
}

// subordinate says whether a verb only fills in what another coded verb says:
// "promise to help" is one act.
func (k *worker) subordinate(v int) bool {
	w := &k.s.Tokens[v]
	if w.Head < 0 || k.s.Tokens[w.Head].Tag != grammar.Verb {
		return false
	}
	switch r, finite := w.Relation.Universal(), k.s.Finite(v); {
	case r == grammar.Xcomp:
	case r == grammar.Ccomp && !finite:
	case r == grammar.Advcl && w.Form == "VB" && !finite:
	default:
		return false
	}
	f, _ := k.frame(w.Head)
	if f == nil {
		return false
	}
	_, ok := k.side(acting(k.s, w.Head))
	return ok && (f.clause || f.value == 1 || f.value == -1 || w.Relation.Is(grammar.Xcomp))
}

// weigh gives the value of an act as it stands. What has not been done is a word:
// a deed that is future, willed or conditional becomes a promise or a threat.
// What is negated is neither done nor promised: help withheld opposes, harm
// withheld supports. Questions, what would have been and negated conditions are
// left out.
func (k *worker) weigh(v int, f *frame) (value int, rule string, counts bool) {
	st := stance.Of(k.s, v)
	if st.Status == stance.Asked || st.Status == stance.Counterfactual || st.Negated && k.ifs(v) {
		return 0, "", false
	}
	value, rule = f.value, f.rule()
	if (value == 3 || value == -3) && (st.Status == stance.Future || st.Status == stance.Hypothetical || k.willed(v) || modal(k.s, v) || tense(k.s, v) == "future") {
		value = value / 3 * 2
		rule += ", not done yet"
	}
	if st.Negated || st.Status == stance.Denied {
		if value > 0 {
			value = -1
		} else {
			value = 1
		}
		rule += ", negated"
	}
	return value, rule, true
}

// ifs says whether a clause is a condition: one that is negated says of no act.
func (k *worker) ifs(v int) bool {
	m := k.s.Child(v, grammar.Mark)
	return m >= 0 && (lower(k.s, m) == "if" || lower(k.s, m) == "unless")
}

// willed says whether a verb is what somebody wants, plans or tries.
func (k *worker) willed(v int) bool {
	for range 3 {
		w := &k.s.Tokens[v]
		if w.Head < 0 || !w.Relation.Is(grammar.Xcomp) && !w.Relation.Is(grammar.Conj) && !w.Relation.Is(grammar.Advcl) && !w.Relation.Is(grammar.Ccomp) {
			return false
		}
		v = w.Head
		if !w.Relation.Is(grammar.Conj) && w.Form == "VB" && lexical.classes[lower(k.s, v)]&irreal != 0 {
			return true
		}
	}
	return false
}

// domain tells domestic from foreign: an act of his own side on itself, one in
// whose sentence nothing foreign is named but something domestic is, or something
// that is built. A sentence that names neither goes with the one before it in its
// paragraph. What cannot be told is taken for foreign.
func (k *worker) domain(f *frame, side, doer, target int) string {
	if target >= 0 {
		if s, ok := k.side(target); ok && s == self && side == self {
			return "domestic"
		}
		if e := k.entity(target); e >= 0 && side == self && k.c.Entities[e].Kind == names.Person && k.home != e && k.who != e {
			return "foreign" // the new president, from the mouth of one
		}
	}
	switch named := k.topicNamed(); {
	case named == "foreign" || k.hostile(target) || side == other && !k.atHome(doer, target):
		return "foreign"
	case named == "" && side == self && f.family == "build" && target >= 0 && k.thing(target):
		return "domestic"
	}
	return cmp.Or(k.topic, "foreign")
}

// topicNamed says what the sentence names: foreign affairs before domestic ones; ""
// for neither.
func (k *worker) topicNamed() string {
	named := ""
	for i := range k.s.Tokens {
		c := lexical.classes[lower(k.s, i)]
		if c&abroad != 0 {
			return "foreign"
		}
		if c&home != 0 {
			named = "domestic"
		}
		if e := k.entity(i); e >= 0 && k.foreign(e) {
			return "foreign"
		}
	}
	return named
}

// atHome says whether an act of others may be one among people at home: theirs who
// are named by a noun or addressed, and are no enemies, done to no one of his side.
func (k *worker) atHome(doer, target int) bool {
	if doer < 0 || k.hostile(doer) {
		return false
	}
	if k.s.Tokens[doer].Tag == grammar.Pronoun && lowerText(k.s.Tokens[doer].Text) != "you" {
		return false
	}
	side, _ := k.side(target)
	return target < 0 || side != self
}

func (k *worker) hostile(token int) bool {
	return token >= 0 && (lexical.classes[lower(k.s, token)]&enemy != 0 || k.entity(token) >= 0 && k.enemies[k.entity(token)])
}

// thing says whether a token stands for nobody.
func (k *worker) thing(token int) bool {
	_, acts := k.side(token)
	return !acts && k.s.Tokens[token].Tag == grammar.Noun
}

func (k *worker) foreign(e int) bool {
	x := &k.c.Entities[e]
	if e == k.home || e == k.who {
		return false
	}
	if x.Kind == names.State {
		return k.home >= 0 || k.set.State == "" || x.ID != k.set.State
	}
	return x.State != "" && k.home >= 0 && x.State != k.c.Entities[k.home].ID
}
