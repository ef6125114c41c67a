package profile

import (
	"embed"
	"strings"
)

//go:embed data/*.txt
var data embed.FS

// class is a set of classes of words, one bit each.
type class uint64

// Classes of words; the file names them.
const (
	actor class = 1 << iota
	own
	theirs
	enemy
	accuse
	accuseNoun
	irreal
	undo
	abroad
	home
	initiate
	force
	advise
	regulate
	persuade
	impress
	reputation
	authority
	response
	my
	high
	low
	taskWord
	group
	doubt
	believe
	doubtWord
	good
	honour
	title
	land
	near
	ill
	arms
	neutral
)

const power = force | advise | regulate | persuade | impress | reputation

var classNames = map[string]class{
	"actor": actor, "own": own, "theirs": theirs, "enemy": enemy, "accuse": accuse, "accuse-noun": accuseNoun,
	"irreal": irreal, "undo": undo, "abroad": abroad, "home": home, "initiate": initiate, "force": force, "advise": advise, "regulate": regulate,
	"persuade": persuade, "impress": impress, "reputation": reputation, "authority": authority, "response": response, "my": my,
	"high": high, "low": low, "task": taskWord, "group": group, "doubt": doubt, "believe": believe, "doubt-word": doubtWord, "good": good, "honour": honour, "title": title, "land": land, "near": near,
	"ill": ill, "arms": arms, "neutral": neutral,
}

// frame is a verb in a construction of the operational code.
type frame struct {
	value       int
	family      string
	particle    string // of the verb: wipe out
	preposition string // that brings the target
	clause      bool   // a clause may stand for the object
	alone       bool   // no object is needed
	someone     bool   // it must be done or given to somebody
	objects     map[string]bool
}

// rule names a frame in print.
func (f *frame) rule() string { return categories[column(f.value)] + " " + f.family }

// phrase is a fixed phrase of complexity.
type phrase struct {
	words []string
	class class
}

// lexicon is what the data files say.
type lexicon struct {
	frames  map[string][]frame // by lemma: with objects first, then with prepositions and particles, then plain
	classes map[string]class
	phrases map[string][]phrase // by the first word
}

var lexical = loadLexicon()

func loadLexicon() *lexicon {
	l := &lexicon{frames: map[string][]frame{}, classes: map[string]class{}, phrases: map[string][]phrase{}}
	for left, right := range entries("objects") {
		f := frameOf(left)
		verbs, nouns, _ := strings.Cut(right, "=")
		f.objects = map[string]bool{}
		for n := range strings.FieldsSeq(nouns) {
			f.objects[n] = true
		}
		for v := range strings.FieldsSeq(verbs) {
			l.addVerb(f, v)
		}
	}
	for _, marked := range []bool{true, false} {
		for left, right := range entries("verbs") {
			for v := range strings.FieldsSeq(right) {
				if strings.ContainsAny(v, "+_") == marked {
					l.addVerb(frameOf(left), v)
				}
			}
		}
	}
	for left, right := range entries("words") {
		if name, ok := strings.CutSuffix(left, "-phrase"); ok {
			for p := range strings.SplitSeq(right, "|") {
				w := strings.Fields(p)
				l.phrases[w[0]] = append(l.phrases[w[0]], phrase{w, classOf(name)})
			}
			continue
		}
		for w := range strings.FieldsSeq(right) {
			l.classes[w] |= classOf(left)
		}
	}
	return l
}

// entries walks the lines "left: right" of a file, comments after # at the start
// of a line.
func entries(name string) func(yield func(left, right string) bool) {
	text, err := data.ReadFile("data/" + name + ".txt")
	if err != nil {
		panic("profile: the list " + name + " is not built in: " + err.Error())
	}
	return func(yield func(left, right string) bool) {
		for line := range strings.SplitSeq(string(text), "\n") {
			if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
				continue
			}
			left, right, ok := strings.Cut(line, ":")
			if !ok {
				panic("profile: a line of " + name + " has no colon: " + line)
			}
			if !yield(left, right) {
				return
			}
		}
	}
}

func classOf(name string) class {
	c, ok := classNames[name]
	if !ok {
		panic("profile: no class of words is called " + name)
	}
	return c
}

// frameOf reads "category family".
func frameOf(left string) frame {
	category, family, _ := strings.Cut(left, " ")
	for k, c := range categories {
		if c == category {
			return frame{value: values[k], family: family}
		}
	}
	panic("profile: no category is called " + category)
}

func (l *lexicon) addVerb(f frame, verb string) {
	bare := strings.TrimRight(verb, "*~@")
	marks := verb[len(bare):]
	verb, f.clause, f.alone, f.someone = bare, strings.Contains(marks, "*"), strings.Contains(marks, "~"), strings.Contains(marks, "@")
	verb, f.preposition, _ = strings.Cut(verb, "+")
	verb, f.particle, _ = strings.Cut(verb, "_")
	l.frames[verb] = append(l.frames[verb], f)
}
