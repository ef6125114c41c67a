package names

import (
	"slices"
	"strings"

	"reckon/document"
	"reckon/grammar"
)

// Weights of salience after [lappin1994]; all halve with each sentence.
const (
	weightRecency = 100
	weightSubject = 80
	weightObject  = 50
	weightHead    = 80
	weightOblique = 40
)

// weigh adds the salience that a mention gives its entity.
func (f *finder) weigh(m Mention) {
	if f.beside(m) {
		return
	}
	what := &f.facts[m.Entity]
	n := weightRecency
	switch f.standing(m) {
	case grammar.Nsubj:
		n += weightSubject + weightHead
	case grammar.Obj:
		n += weightObject + weightHead
	case grammar.Obl:
		n += weightOblique + weightHead
	default: // within another phrase
	}
	if m.By == byAdjective {
		n /= 2
	} else {
		what.solid = f.at
	}
	if what.single && what.count == 0 {
		n = n * 3 / 4
	}
	what.count++
	if what.weight == 0 && !slices.Contains(f.live, m.Entity) {
		f.live = append(f.live, m.Entity)
	}
	if what.seen != f.at {
		what.gained = 0
	}
	what.weight += max(0, n-what.gained) // a sentence counts once, by the best place in it
	what.gained = max(n, what.gained)
	if f.words[m.From].quoted && what.lent == 0 {
		what.lent = n / 2 // another voice than that which the text goes on with
	}
	what.seen = f.at
}

// beside reports whether a mention introduces nobody whom a pronoun of the text
// could mean: who wrote it, what stands around it, descriptions in headings, and
// what somebody within quotation marks says of anybody, as in "a fox hides".
func (f *finder) beside(m Mention) bool {
	if author := f.t.Document.Author; author != "" && m.By == byName && strings.Contains(author, f.cast.Entities[m.Entity].Name) {
		return true
	}
	switch f.place {
	case document.Byline, document.Masthead, document.Footer, document.PageHeader, document.Caption:
		return true
	case document.Heading:
		return m.By != byName
	case document.Paragraph, document.Item:
	}
	low := f.words[m.From].low
	return f.words[m.From].quoted && (low == "a" || low == "an")
}

// standing tells how a mention stands in its clause: subject, object, oblique, or
// "" within another phrase. Without a parse the words around it tell.
func (f *finder) standing(m Mention) grammar.Relation {
	if f.fronted(m) {
		return ""
	}
	if f.s.Root() >= 0 {
		switch r := f.s.Tokens[m.Head].Relation; {
		case r.Is(grammar.Nsubj), r == grammar.Root:
			return grammar.Nsubj
		case r.Is(grammar.Obj), r.Is(grammar.Iobj):
			return grammar.Obj
		case r.Is(grammar.Obl), r.Is(grammar.Conj), r.Is(grammar.Appos):
			return grammar.Obl
		case r == grammar.NmodPoss && f.topic(m):
			return grammar.Obj // "Putin's main aim is": the text is about Putin
		}
		return ""
	}
	if m.To < len(f.words) && (genitive(f.words[m.To].low) || m.By == byAdjective) {
		return ""
	}
	if m.From == 0 || f.verbal(m.To) {
		return grammar.Nsubj
	}
	if preposition(f.words[m.From-1].low) {
		return grammar.Obl
	}
	return grammar.Obj
}

// topic reports whether the noun that a possessor owns is the subject.
func (f *finder) topic(m Mention) bool {
	k := f.s.Tokens[m.Head].Head
	return k >= 0 && (f.s.Tokens[k].Relation.Is(grammar.Nsubj) || m.From == 0 && f.s.Tokens[k].Relation == grammar.Root)
}

// fronted reports whether a mention stands in a phrase that opens a sentence before
// its subject without being a subject there, as in "Rather than wait for Ali, he left".
func (f *finder) fronted(m Mention) bool {
	if f.s.Root() < 0 || m.From == 0 || !preposition(f.words[0].low) && f.words[0].low != "rather" && f.words[0].low != "instead" || f.s.Tokens[m.Head].Relation.Is(grammar.Nsubj) {
		return false
	}
	return m.To < len(f.words) && f.words[m.To].low == "," && !slices.ContainsFunc(f.words[:m.To], func(w word) bool { return w.low == "," })
}

// verbal guesses whether a token is a finite verb where nothing is tagged.
func (f *finder) verbal(k int) bool {
	if k >= len(f.words) {
		return false
	}
	low := f.words[k].low
	if tag := f.s.Tokens[k].Tag; tag == grammar.Verb || tag == grammar.Auxiliary {
		return true
	}
	switch low {
	case "is", "was", "are", "were", "has", "had", "have", "will", "would", "can", "could", "may", "might", "must", "should", "does", "did", "do", "who", "also", "never", "took", "gave", "made", "went", "came", "saw", "knew", "kept", "sought", "led", "won", "lost":
		return true
	}
	return f.said(k) || f.thinks(k) || len(low) > 4 && strings.HasSuffix(low, "ed") && !f.words[k].upper
}

func preposition(low string) bool {
	switch low {
	case "of", "in", "on", "at", "by", "with", "from", "to", "for", "against", "under", "over", "into", "toward", "towards", "between", "among", "about", "like", "than", "as", "upon", "through", "via":
		return true
	}
	return false
}

// fade halves all salience at the start of a sentence.
func (f *finder) fade() {
	keep := f.live[:0]
	for _, at := range f.live {
		f.facts[at].weight -= f.facts[at].lent
		f.facts[at].lent = 0
		if f.facts[at].weight /= 2; f.facts[at].weight > 4 {
			keep = append(keep, at)
		} else {
			f.facts[at].weight = 0
		}
	}
	f.live = keep
}

// salient gives the entity with the most weight that a test accepts, or -1; of
// equals the first met.
func (f *finder) salient(fits func(at int) bool) int {
	best, most := -1, 0
	for _, at := range f.live {
		w := f.facts[at].weight
		if !f.inner {
			w -= f.facts[at].lent
		}
		if w > 0 && (best < 0 || w > most || w == most && at < best) && fits(at) {
			best, most = at, w
		}
	}
	return best
}

// pronoun reads a pronoun; i when there is none.
func (f *finder) pronoun(i int) int {
	m := Mention{Entity: -1, From: i, To: i + 1, By: byPronoun}
	if !f.within() {
		return i
	}
	switch f.words[i].low {
	case "he", "him", "his", "himself":
		if i+1 >= len(f.words) || f.words[i+1].low != "who" || f.words[i].low != "he" { // he who: whoever
			m.Entity = f.antecedent(i, 'm')
		}
	case "she", "her", "hers", "herself":
		m.Entity = f.antecedent(i, 'f')
	case "they", "them", "their", "theirs", "themselves":
		m.Entity = f.antecedent(i, 'p')
	case "it", "its", "itself":
		if f.expletive(i) {
			return i
		}
		if m.Entity = f.antecedent(i, 'n'); m.Entity < 0 || f.parallel(i) {
			return i
		}
	case "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves":
		if f.s.Tokens[i].Text == "US" || f.words[i].low == "i" && !f.words[i].upper {
			return i
		}
		m.Speech = 1
	case "you", "your", "yours", "yourself", "yourselves":
		m.Speech = 2
	case "who", "whom", "whose":
		if m.Entity = f.relative(i); m.Entity < 0 {
			return i
		}
	default:
		return i
	}
	f.mention(m)
	return i + 1
}

// within reports whether the sentence is one of the author's text rather than of
// what stands around it.
func (f *finder) within() bool {
	switch f.place {
	case document.Byline, document.Masthead, document.Footer, document.PageHeader:
		return false
	case document.Heading, document.Paragraph, document.Item, document.Caption:
	}
	return true
}

// relative gives the entity of the mention right before a relative pronoun.
func (f *finder) relative(i int) int {
	k := i
	if k > 0 && f.words[k-1].low == "," {
		k--
	}
	if at := f.described(i); at >= 0 {
		return at
	}
	if m := f.endingAt(k); m >= 0 {
		if kind := f.kind(f.cast.Mentions[m].Entity); kind == Person || kind == Group {
			return f.cast.Mentions[m].Entity
		}
	}
	return -1
}

// described gives the entity of the noun that the tree hangs a relative clause on,
// as in "an adviser to the president, who spoke"; -1 for none.
func (f *finder) described(i int) int {
	verb := f.s.Tokens[i].Head
	if verb < 0 || !f.s.Tokens[verb].Relation.Is(grammar.ACL) {
		return -1
	}
	for m := len(f.cast.Mentions) - 1; m >= f.begun; m-- {
		men := &f.cast.Mentions[m]
		if men.Head == f.s.Tokens[verb].Head && men.To <= i && (f.kind(men.Entity) == Person || f.kind(men.Entity) == Group) {
			return men.Entity
		}
	}
	return -1
}

// expletive reports whether "it" stands for no thing: "it is clear that".
func (f *finder) expletive(i int) bool {
	if f.words[i].low != "it" {
		return false
	}
	if f.s.Tokens[i].Relation == grammar.Expl {
		return true
	}
	if i+1 >= len(f.words) {
		return true
	}
	switch f.words[i+1].low {
	case "is", "was", "'s", "’s", "seems", "seemed", "appears", "appeared", "becomes", "became", "turns", "takes", "took", "matters", "follows", "happens":
		for k := i + 2; k < min(i+8, len(f.words)); k++ {
			switch f.words[k].low {
			case "that", "to", "if", "whether", "how", "why", "what", "when", "who":
				return true
			case "proof", "evidence", "reason", "mistake", "matter", "reminder", "warning", "lesson", "pity", "shame", "surprise", "coincidence":
				return true // nouns for what happens
			}
		}
		return false
	case "comes", "rained", "rains", "snowed":
		return true
	}
	if i > 0 {
		switch f.words[i-1].low {
		case "make", "makes", "made", "making", "find", "found", "finds", "take", "consider":
			return true
		}
	}
	return false
}

// parallel reports whether a pronoun is the subject of a clause that is joined to
// one with a thing for its subject, which it takes up, as in "the design is good,
// but it costs much".
func (f *finder) parallel(i int) bool {
	if f.words[i].low != "it" || !f.s.Tokens[i].Relation.Is(grammar.Nsubj) || f.s.Root() < 0 {
		return false
	}
	verb := f.s.Tokens[i].Head
	if verb < 0 || !f.s.Tokens[verb].Relation.Is(grammar.Conj) {
		return false
	}
	k := f.s.Subject(f.s.Tokens[verb].Head)
	if k < 0 || k >= i || f.s.Tokens[k].Tag != grammar.Noun {
		return false
	}
	for m := f.begun; m < len(f.cast.Mentions); m++ {
		if men := &f.cast.Mentions[m]; men.From <= k && k < men.To && men.By != byPronoun && men.By != byAdjective {
			return false
		}
	}
	return true
}

// ahead gives the person whose name opens the main clause after a phrase such as
// "In his speech, Ali Karimi said"; -1 for none.
func (f *finder) ahead(i int, class byte) int {
	if i > 5 || class == 'p' || class == 'n' || !preposition(f.words[0].low) && !subordinator(f.words[0].low) {
		return -1
	}
	for k := i + 1; k < min(i+10, len(f.words)-1); k++ {
		switch f.words[k].low {
		case ".", ";", ":", "“", "”", "\"":
			return -1
		case ",":
			m, honoured := k+1, false
			for _, to := f.honourAt(m); to > 0; _, to = f.honourAt(m) {
				m, honoured = to, true
			}
			if who, to := f.nameAt(m, honoured, class); to > 0 && f.verbal(to) && f.agreesInSex(who, class) {
				return who
			}
			return -1
		}
	}
	return -1
}

func (f *finder) agreesInSex(at int, class byte) bool {
	return f.facts[at].sex == 0 || f.facts[at].sex == class
}

func subordinator(low string) bool {
	switch low {
	case "although", "though", "while", "when", "since", "after", "before", "despite", "during", "until", "because", "if", "once", "throughout", "within", "without":
		return true
	}
	return false
}

// antecedent gives the entity that a pronoun stands for: the most salient that
// fits in sex and number and is not bound within the clause.
func (f *finder) antecedent(i int, class byte) int {
	if at := f.ahead(i, class); at >= 0 {
		return at
	}
	if strings.HasSuffix(f.words[i].low, "self") || strings.HasSuffix(f.words[i].low, "selves") {
		if at := f.clauseSubject(i); at >= 0 && (f.agrees(at, class) || f.unknown(at, class)) {
			return at
		}
		for m := f.begun; m < len(f.cast.Mentions); m++ { // the tree has no subject: who opens the sentence
			if at := f.cast.Mentions[m].Entity; at >= 0 && f.agrees(at, class) {
				return at
			}
		}
	}
	if m := f.endingAt(i - 2); m >= 0 && i > 2 && f.words[i-1].low == "for" && f.words[i-2].low == "," && i+1 < len(f.words) && f.words[i+1].low == "part" {
		return f.cast.Mentions[m].Entity // "X, for his part,"
	}
	barred := -1
	low := f.words[i].low
	if low == "him" || low == "them" || low == "it" && f.objective(i) || low == "her" && f.objective(i) {
		barred = f.clauseSubject(i)
	}
	whole := -1 // "some of them" are not all of themselves
	if m := f.endingAt(i - 1); m >= 0 && i > 1 && f.words[i-1].low == "of" {
		whole = f.cast.Mentions[m].Entity
	}
	f.inner = f.words[i].quoted
	aside := i > 1 && i+2 < len(f.words) && f.words[i-1].low == "," && f.words[i+2].low == "," && (f.said(i+1) || f.thinks(i+1))
	free := func(at int) bool {
		return at != barred && at != whole && (!aside || f.facts[at].seen < f.at) && !f.source(at, i)
	}
	at := f.reporter(i, class)
	if at < 0 || !free(at) {
		at = f.salient(func(at int) bool { return free(at) && f.agrees(at, class) })
	}
	if at >= 0 && class == 'p' && f.outdone(at, i) {
		return -1
	}
	if at < 0 && class != 'p' {
		at = f.salient(func(at int) bool { return free(at) && f.unknown(at, class) })
	}
	if at >= 0 && f.facts[at].sex == 0 && (f.cast.Entities[at].Kind == Person && class != 'n' || f.cast.Entities[at].Kind == "" && class != 'p') {
		f.facts[at].sex = class
	}
	return at
}

// unknown reports whether an actor of a case of which nothing tells what it is may
// be meant by a pronoun. The first pronoun decides.
func (f *finder) unknown(at int, class byte) bool {
	return f.cast.Entities[at].Kind == "" && (f.facts[at].sex == 0 || f.facts[at].sex == class) && f.facts[at].solid >= f.at-1
}

// source reports whether an entity is the one by whose account a sentence speaks:
// in "According to a minister, he will wait" he is somebody else.
func (f *finder) source(at, i int) bool {
	for m := f.begun; m < len(f.cast.Mentions); m++ {
		if men := &f.cast.Mentions[m]; men.Entity == at && men.From > 1 && men.To <= i && f.words[men.From-1].low == "to" && f.words[men.From-2].low == "according" {
			return true
		}
	}
	return false
}

// agrees reports whether an entity fits a pronoun's sex and number.
func (f *finder) agrees(at int, class byte) bool {
	kind, sex := f.cast.Entities[at].Kind, f.facts[at].sex
	recent := f.facts[at].seen >= f.at-3
	switch class {
	case 'm':
		return kind == Person && sex != 'f' && f.facts[at].seen >= f.at-6
	case 'f':
		return kind == Person && sex != 'm' && f.facts[at].seen >= f.at-6
	case 'p':
		return recent && (kind == Group || kind == Organ && f.facts[at].solid >= f.at-1 && f.facts[at].weight >= weightRecency+weightSubject)
	}
	return f.facts[at].solid >= f.at-1 && (kind == State || kind == Organ || kind == Place && f.facts[at].weight >= weightRecency || f.facts[at].mass)
}

// objective reports whether a pronoun is an object rather than subject or owner.
func (f *finder) objective(i int) bool {
	if r := f.s.Tokens[i].Relation; r != "" {
		return r.Is(grammar.Obj) || r.Is(grammar.Obl) || r.Is(grammar.Iobj)
	}
	return i+1 >= len(f.words) || f.ends(i+1)
}

// clauseSubject gives the entity of the subject of the clause that a token stands in, or -1.
func (f *finder) clauseSubject(i int) int {
	if f.s.Root() >= 0 {
		verb := f.s.Verb(i)
		if verb < 0 {
			return -1
		}
		subject := f.s.Subject(verb)
		for m := f.begun; m < len(f.cast.Mentions); m++ {
			if f.cast.Mentions[m].Head == subject {
				return f.cast.Mentions[m].Entity
			}
		}
		return -1
	}
	for m := len(f.cast.Mentions) - 1; m >= f.begun; m-- {
		men := f.cast.Mentions[m]
		if f.clauseBreak(men.To, i) {
			return -1
		}
		if f.standing(men) == grammar.Nsubj {
			return men.Entity
		}
	}
	return -1
}

// clauseBreak reports whether a word that opens a clause stands between two tokens.
func (f *finder) clauseBreak(from, to int) bool {
	for k := from; k < to; k++ {
		switch f.words[k].low {
		case "that", "because", "if", "when", "while", "although", "though", ",", ";", ":", "who", "which", "but", "“", "\"":
			return true
		}
	}
	return false
}

func hasWord(name, noun string) bool {
	for w := range strings.FieldsSeq(name) {
		if strings.EqualFold(w, noun) {
			return true
		}
	}
	return false
}

// adjective gives the first adjective of a state.
func (l *lexicon) adjective(figure int) string {
	if l.adjectives[figure] != "" {
		return l.adjectives[figure]
	}
	return l.figures[figure].Name
}

// people gives the name of a state's people.
func (l *lexicon) people(figure int) string {
	if l.peoples[figure] != "" {
		return l.peoples[figure]
	}
	return "people of " + l.figures[figure].Name
}
