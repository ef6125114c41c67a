package events

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"

	"reckon/grammar"
)

//go:embed words/verbs.txt
var verbText string

//go:embed words/nouns.txt
var nounText string

//go:embed words/contexts.txt
var contextText string

// words is what the three files say.
var words = readLexicon(verbText, nounText, contextText)

// lexicon finds frames and senses by dictionary form.
type lexicon struct {
	classes   map[string]set
	nouns     map[string]noun
	compounds map[[2]string]noun // modifier and head
	heads     map[string]bool    // of compounds
	verbs     map[string][]frame
	contexts  map[string][]string
}

// set holds classes of nouns as bits.
type set uint64

// noun is what a noun names, and the classes it belongs to.
type noun struct {
	kind, mode string
	classes    set
}

// frame is a verb in a construction, with what it means there.
type frame struct {
	rule       string // family of the file
	kind, mode string // an operator in lower case
	particle   string
	conditions []condition
}

// condition is one thing that must stand with the verb.
type condition struct {
	what  string // obj, noobj, subj, comp or a preposition
	any   bool   // no class is asked for
	class set
	words []string
}

func readLexicon(verbs, nouns, contexts string) *lexicon {
	l := &lexicon{classes: map[string]set{}, nouns: map[string]noun{}, compounds: map[[2]string]noun{}, heads: map[string]bool{}, verbs: map[string][]frame{}, contexts: map[string][]string{}}
	for left, right := range families(nouns) {
		l.addNouns(left, right)
	}
	for left, right := range families(verbs) {
		f := l.frame(left)
		for _, w := range right {
			g := f
			w, g.particle, _ = strings.Cut(w, "_")
			l.verbs[w] = append(l.verbs[w], g)
		}
	}
	l.index()
	for left, right := range families(contexts) {
		for _, w := range right {
			if !slices.Contains(l.contexts[w], left) {
				l.contexts[w] = append(l.contexts[w], left)
			}
		}
	}
	return l
}

// index sorts the frames of each verb, and finds verbs in -e by the stem to which
// endings are added, where the stem is no verb itself: a lemmatizer that does not
// know a verb cuts "massacring" to it.
func (l *lexicon) index() {
	for _, w := range slices.Collect(maps.Keys(l.verbs)) {
		frames := l.verbs[w]
		slices.SortStableFunc(frames, func(a, b frame) int { return b.weight() - a.weight() })
		if stem, ok := strings.CutSuffix(w, "e"); ok && len(stem) > 3 && l.verbs[stem] == nil {
			l.verbs[stem] = frames
		}
	}
}

// weight orders frames: those that ask for more come first.
func (f frame) weight() int {
	n := 0
	for _, c := range f.conditions {
		n += 2
		if c.any {
			n--
		}
	}
	if f.particle != "" {
		n += 1 + strings.Count(f.particle, "_")
	}
	return n
}

// asks tells whether a frame asks for more than the verb and a particle.
func (f *frame) asks() bool {
	return slices.ContainsFunc(f.conditions, func(c condition) bool { return !c.any && c.what != "subj" && c.what != "noobj" })
}

// frames finds the frames of a verb by its dictionary form, else by its form as it
// stands: a lemmatizer may not know that "froze" is of "freeze".
func (l *lexicon) frames(t *grammar.Token) []frame {
	if frames := l.verbs[t.Lemma]; frames != nil {
		return frames
	}
	if base, ok := irregular[t.Lemma]; ok {
		return l.verbs[base]
	}
	return nil
}

// irregular gives the dictionary forms of pasts and participles of verbs of
// conflict and politics.
var irregular = map[string]string{
	"arose": "arise", "beaten": "beat", "began": "begin", "begun": "begin", "blew": "blow", "blown": "blow", "broke": "break", "broken": "break",
	"brought": "bring", "came": "come", "drew": "draw", "drawn": "draw", "drove": "drive", "driven": "drive", "fed": "feed", "fell": "fall",
	"fled": "flee", "flew": "fly", "forbade": "forbid", "forbidden": "forbid", "forgave": "forgive", "forgiven": "forgive", "fought": "fight", "froze": "freeze",
	"frozen": "freeze", "gave": "give", "given": "give", "held": "hold", "hung": "hang", "laid": "lay", "led": "lead", "lent": "lend", "met": "meet",
	"overcame": "overcome", "overran": "overrun", "overrode": "override", "overthrew": "overthrow", "overthrown": "overthrow", "pled": "plead", "put": "put",
	"quit": "quit", "sank": "sink", "sunk": "sink", "sent": "send", "shot": "shoot", "shook": "shake", "shut": "shut", "slain": "slay", "slew": "slay", "sold": "sell",
	"sought": "seek", "spoke": "speak", "stole": "steal", "stolen": "steal", "stood": "stand", "struck": "strike", "stricken": "strike", "swore": "swear", "sworn": "swear",
	"threw": "throw", "thrown": "throw", "told": "tell", "took": "take", "taken": "take", "tore": "tear", "torn": "tear", "undertook": "undertake", "upheld": "uphold",
	"went": "go", "gone": "go", "withdrew": "withdraw", "withdrawn": "withdraw", "withheld": "withhold",
}

// families walks over the lines "left = words".
func families(text string) func(yield func(string, []string) bool) {
	return func(yield func(string, []string) bool) {
		for line := range strings.Lines(text) {
			if line[0] == '#' || strings.TrimSpace(line) == "" {
				continue
			}
			left, right, ok := strings.Cut(line, " = ")
			if !ok {
				panic(fmt.Sprintf("events: a word file has a line without = : %q", line))
			}
			if !yield(strings.TrimSpace(left), strings.Fields(right)) {
				return
			}
		}
	}
}

// class gives the bit of a class, making one where there is none.
func (l *lexicon) class(name string) set {
	if _, ok := l.classes[name]; !ok {
		if len(l.classes) == 64 {
			panic("events: more than 64 classes of nouns")
		}
		l.classes[name] = 1 << len(l.classes)
	}
	return l.classes[name]
}

// withPlurals adds plurals, which lemmatizers leave where they know no singular:
// troops, militiamen.
func withPlurals(list []string) []string {
	for _, w := range slices.Clone(list) {
		if stem, ok := strings.CutSuffix(w, "man"); ok {
			list = append(list, stem+"men")
		} else if stem, ok := strings.CutSuffix(w, "y"); ok {
			list = append(list, stem+"ies")
		} else if !strings.HasSuffix(w, "s") {
			list = append(list, w+"s")
		}
	}
	return list
}

func (l *lexicon) addNouns(left string, right []string) {
	class, isClass := strings.CutPrefix(left, "@")
	kind, mode, _ := strings.Cut(left, ":")
	if isClass {
		kind, mode = "", ""
	} else {
		class = kind
		if kindOf(kind) == nil {
			panic("events: nouns.txt names the type " + kind)
		}
	}
	for _, w := range withPlurals(right) {
		if modifier, head, compound := strings.Cut(w, "_"); compound {
			l.compounds[[2]string{modifier, head}] = noun{kind, mode, l.class(class)}
			l.heads[head] = true
			continue
		}
		n := l.nouns[w]
		n.classes |= l.class(class)
		if n.kind == "" {
			n.kind, n.mode = kind, mode
		}
		l.nouns[w] = n
	}
}

// frame reads the left side of a family of verbs.
func (l *lexicon) frame(left string) frame {
	f := frame{rule: left}
	for i, part := range strings.Fields(left) {
		if i == 0 {
			f.kind, f.mode, _ = strings.Cut(part, ":")
			if k := kindOf(f.kind); k == nil && !slices.Contains(operators, f.kind) || f.mode != "" && !slices.Contains(k.modes, f.mode) {
				panic("events: verbs.txt names the type " + part)
			}
			continue
		}
		c := condition{}
		var values string
		var has bool
		c.what, values, has = strings.Cut(part, "=")
		c.any = !has
		for v := range strings.SplitSeq(values, ",") {
			if name, isClass := strings.CutPrefix(v, "@"); isClass {
				if _, known := l.classes[name]; !known {
					panic("events: verbs.txt names the class @" + name)
				}
				c.class |= l.class(name)
			} else if v != "" {
				c.words = append(c.words, v)
			}
		}
		f.conditions = append(f.conditions, c)
	}
	return f
}
