package grammar

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"reckon/document"
	"reckon/perceptron"
)

// Parser takes documents apart with one set of weights. It never changes once
// made, so that many goroutines may use it at once.
type Parser struct {
	tags, arcs *perceptron.Classifier
	lex        lexicon
	tagNames   []label
	tagIDs     map[label]int
	relations  []Relation
	subjects   perceptron.Feature // the labels of subjects, a bit each
}

// A file of weights is the magic, the notice, the lexicon (count, words in order
// as distances, classes), and the two models, each text and model with its length
// before it as a varint.
const weightsMagic = "rkgr1"

var errWeights = errors.New("these weights are damaged or of another version: make weights writes them again")

func packParser(notice string, tags, arcs *perceptron.Classifier, lex lexicon) []byte {
	b := []byte(weightsMagic)
	b = appendBlock(b, []byte(notice))
	words := make([]uint32, 0, len(lex))
	for w := range lex {
		words = append(words, w)
	}
	slices.Sort(words)
	b = binary.AppendUvarint(b, uint64(len(words)))
	last := uint32(0)
	for _, w := range words {
		b = binary.AppendUvarint(b, uint64(w-last))
		b = binary.AppendUvarint(b, uint64(lex[w]))
		last = w
	}
	b = appendBlock(b, tags.Bytes())
	return appendBlock(b, arcs.Bytes())
}

func appendBlock(b, block []byte) []byte {
	return append(binary.AppendUvarint(b, uint64(len(block))), block...)
}

// NewParser reads weights that Train made. It fails on anything else.
func NewParser(weights []byte) (*Parser, error) {
	rest, ok := weights, len(weights) > len(weightsMagic) && string(weights[:len(weightsMagic)]) == weightsMagic
	if !ok {
		return nil, errWeights
	}
	rest = rest[len(weightsMagic):]
	number := func() uint64 {
		v, n := binary.Uvarint(rest)
		if n <= 0 {
			ok, rest = false, nil
			return 0
		}
		rest = rest[n:]
		return v
	}
	block := func() []byte {
		n := number()
		if n > uint64(len(rest)) {
			ok = false
			return nil
		}
		b := rest[:n]
		rest = rest[n:]
		return b
	}
	block() // the notice
	count := number()
	if count > uint64(len(rest)) {
		return nil, errWeights
	}
	p := &Parser{lex: make(lexicon, count)}
	last := uint64(0)
	for range count {
		last += number()
		p.lex[uint32(last)] = uint32(number())
	}
	tags, arcs := block(), block()
	if !ok {
		return nil, errWeights
	}
	if err := p.models(tags, arcs); err != nil {
		return nil, err
	}
	return p, nil
}

func (p *Parser) models(tags, arcs []byte) (err error) {
	if p.tags, err = perceptron.ReadClassifier(tags); err != nil {
		return fmt.Errorf("tags: %w", err)
	}
	if p.arcs, err = perceptron.ReadClassifier(arcs); err != nil {
		return fmt.Errorf("arcs: %w", err)
	}
	p.tagNames = newTagger(p.tags.Labels()).labels
	p.tagIDs = make(map[label]int, len(p.tagNames))
	for id, name := range p.tagNames {
		p.tagIDs[name] = id
	}
	actions := p.arcs.Labels()
	if len(actions)%2 == 0 || len(actions) < 3 {
		return errWeights
	}
	for a := 1; a < len(actions); a += 2 {
		r := Relation(actions[a][min(len("left "), len(actions[a])):])
		if r == Nsubj || r == NsubjPass {
			p.subjects |= 1 << (len(p.relations) & 63)
		}
		p.relations = append(p.relations, r)
	}
	return nil
}

// Parse takes a document apart. Cost: about 12 microseconds a token.
func (p *Parser) Parse(d *document.Document) *Text {
	t := &Text{Document: d, Sentences: cut(d)}
	w := p.worker()
	for i := range t.Sentences {
		w.parse(t.Sentences[i].Tokens)
	}
	return t
}

// Words parses one sentence whose words are given. Offsets count from its first
// word, with one space between words; Block is 0.
func (p *Parser) Words(words []string) Sentence {
	var s Sentence
	for _, w := range words {
		start := s.End
		if len(s.Tokens) > 0 {
			start++
		}
		s.End = start + len(w)
		s.Tokens = append(s.Tokens, Token{Start: start, End: s.End, Text: w, Head: -1})
	}
	p.worker().parse(s.Tokens)
	return s
}

// worker keeps the buffers of parsing.
type worker struct {
	*Parser
	tagger   *tagger
	words    []atoms
	lemmas   []perceptron.Feature
	found    []int
	state    state
	features []perceptron.Feature
	scores   []int32
}

func (p *Parser) worker() *worker {
	return &worker{
		Parser:   p,
		tagger:   &tagger{labels: p.tagNames, scores: make([]int32, len(p.tagNames))},
		features: make([]perceptron.Feature, 0, 128),
		scores:   make([]int32, actionCount(len(p.relations))),
	}
}

// parse gives the tokens of one sentence their tags, lemmas, heads and relations.
func (w *worker) parse(tokens []Token) {
	w.words, w.lemmas = w.words[:0], w.lemmas[:0]
	for i := range tokens {
		w.words = append(w.words, read(tokens[i].Text))
	}
	w.lex.classify(w.words)
	w.found = w.tagger.tag(w.tags, w.words, w.found)
	for i, k := range w.found {
		tokens[i].Tag, tokens[i].Form = w.tagNames[k].tag, w.tagNames[k].form
	}
	sight{tokens}.repair(func(i int, r *repair) {
		if id, ok := w.tagIDs[r.to]; ok {
			w.found[i] = id
		}
	})
	for i := range tokens {
		t := &tokens[i]
		t.Lemma = lemma(t.Text, t.Tag, t.Form)
		w.lemmas = append(w.lemmas, read(t.Lemma).word)
	}
	s := &w.state
	s.reset(w.lemmas, w.found)
	s.watch(tokens, w.subjects)
	for !s.done() {
		if action, forced := s.forced(); forced {
			s.do(action)
			continue
		}
		w.features = s.features(w.features)
		clear(w.scores)
		w.arcs.Scores(w.features, w.scores)
		s.do(s.best(w.scores))
	}
	for i := range tokens {
		if tokens[i].Head = s.head[i]; s.head[i] == s.n {
			tokens[i].Head = -1
		}
		tokens[i].Relation = w.relations[s.label[i]]
		if tokens[i].Head < 0 {
			tokens[i].Relation = Root
		}
	}
	sight{tokens}.mend(func(int, *mend) {})
}
