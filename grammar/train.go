package grammar

import (
	"slices"
	"sort"

	"reckon/perceptron"
)

// How long and how finely to learn; tuned on the development part of the treebank.
const (
	tagEpochs   = 8
	foldEpochs  = 5 // of taggers that tag what they have not seen
	folds       = 4
	arcEpochs   = 13
	unit        = 32 // of weights: parts of an update
	ripeTag     = 3  // updates before a weight counts
	ripeArc     = 4
	leastTag    = 2 // weights below are dropped, in units
	leastArc    = 2
	explore     = 1 // epoch from which wrong turns are followed
	followTenth = 9 // of ten states, how many follow the model rather than the key
)

// Train learns weights from sentences with tags, heads and relations, and gives
// the file that NewParser reads. The notice says what the sentences are and under
// which licence. The parser learns from tags that taggers gave which had not seen
// the sentence, since those have the mistakes that it will meet.
//
// Cost: about 100 seconds for 200,000 words.
func Train(sentences []Sentence, notice string) []byte {
	t := newTrainer(sentences)
	all := make([]int, len(sentences))
	for i := range all {
		all[i] = i
	}
	lex := t.lexicon(all)
	tags := t.learnTags(all, lex, tagEpochs).Classifier(leastTag, notice)
	guessed := t.jackknife()
	t.classify(lex)
	arcs := t.learnArcs(guessed).Classifier(leastArc, notice)
	return packParser(notice, tags, arcs, lex)
}

// trainer holds the key in numbers.
type trainer struct {
	texts     [][]string
	words     [][]atoms
	tags      [][]int
	heads     [][]int // the root is n
	relations [][]int
	tagNames  []string
	arcNames  []string
}

func newTrainer(sentences []Sentence) *trainer {
	t := &trainer{}
	tagIDs, arcIDs := map[string]int{}, map[string]int{}
	id := func(ids map[string]int, names *[]string, name string) int {
		k, ok := ids[name]
		if !ok {
			k = len(*names)
			ids[name] = k
			*names = append(*names, name)
		}
		return k
	}
	for _, s := range sentences {
		var texts []string
		var words []atoms
		var tags, heads, relations []int
		for _, w := range s.Tokens {
			texts, words = append(texts, w.Text), append(words, read(w.Text))
			tags = append(tags, id(tagIDs, &t.tagNames, string(w.Tag)+" "+string(w.Form)))
			relations = append(relations, id(arcIDs, &t.arcNames, string(w.Relation)))
			head := w.Head
			if head < 0 {
				head = len(s.Tokens)
			}
			heads = append(heads, head)
		}
		t.texts = append(t.texts, texts)
		t.words, t.tags = append(t.words, words), append(t.tags, tags)
		t.heads, t.relations = append(t.heads, heads), append(t.relations, relations)
	}
	return t
}

// lexicon lists, for words seen more than once, the tags that make up a tenth of
// their uses or more, three at most.
func (t *trainer) lexicon(sentences []int) lexicon {
	counts := map[perceptron.Feature]map[int]int{}
	for _, i := range sentences {
		for j, w := range t.words[i] {
			if counts[w.word] == nil {
				counts[w.word] = map[int]int{}
			}
			counts[w.word][t.tags[i][j]]++
		}
	}
	lex := lexicon{}
	for word, tags := range counts {
		total := 0
		for _, n := range tags {
			total += n
		}
		if total < 2 {
			continue
		}
		order := make([]int, 0, len(tags))
		for tag, n := range tags {
			if 10*n >= total {
				order = append(order, tag)
			}
		}
		sort.Slice(order, func(a, b int) bool {
			x, y := order[a], order[b]
			if tags[x] != tags[y] {
				return tags[x] > tags[y]
			}
			return x < y
		})
		lex[uint32(word)] = classOf(order[:min(3, len(order))])
	}
	return lex
}

// classify looks the classes of all words up.
func (t *trainer) classify(lex lexicon) {
	for _, words := range t.words {
		lex.classify(words)
	}
}

// learnTags learns a tagger from some of the sentences.
func (t *trainer) learnTags(sentences []int, lex lexicon, epochs int) *perceptron.Learner {
	t.classify(lex)
	l := perceptron.NewLearner(t.tagNames)
	l.Ripe, l.Unit = ripeTag, unit
	tagger := newTagger(t.tagNames)
	order := slices.Clone(sentences)
	for epoch := range epochs {
		shuffle(order, uint64(epoch))
		for _, i := range order {
			words, key := t.words[i], t.tags[i]
			t1, t2 := edge, edge
			for j := range words {
				f := tagFeatures(tagger.features, words, j, t1, t2)
				tagger.features = f
				clear(tagger.scores)
				l.Scores(f, tagger.scores)
				k := top(tagger.scores)
				l.Update(f, key[j], k)
				l.Step()
				t1, t2 = perceptron.Feature(k+1), t1
			}
		}
	}
	return l
}

// jackknife tags each part of the sentences with what the other parts taught.
func (t *trainer) jackknife() [][]int {
	guessed := make([][]int, len(t.words))
	tagger := newTagger(t.tagNames)
	for fold := range folds {
		var seen []int
		for i := range t.words {
			if i%folds != fold {
				seen = append(seen, i)
			}
		}
		model := t.learnTags(seen, t.lexicon(seen), foldEpochs).Classifier(1, "")
		for i := fold; i < len(t.words); i += folds {
			guessed[i] = slices.Clone(tagger.tag(model, t.words[i], nil))
		}
	}
	return guessed
}

// learnArcs learns the parser with the dynamic oracle of [goldberg2013].
func (t *trainer) learnArcs(tags [][]int) *perceptron.Learner {
	l := perceptron.NewLearner(actionNames(t.arcNames))
	l.Ripe, l.Unit = ripeArc, unit
	order := make([]int, len(t.words))
	for i := range order {
		order[i] = i
	}
	lemmas := t.lemmas(tags)
	var s state
	scores := make([]int32, actionCount(len(t.arcNames)))
	var features []perceptron.Feature
	state := uint64(1)
	for epoch := range arcEpochs {
		shuffle(order, uint64(epoch))
		for _, i := range order {
			s.reset(lemmas[i], tags[i])
			o := oracle{&s, t.heads[i], t.relations[i]}
			for !s.done() {
				features = s.features(features)
				clear(scores)
				l.Scores(features, scores)
				found, right := s.best(scores), o.best(scores)
				next := right
				if !o.right(found) {
					l.Update(features, right, found)
					if state = mix(state); epoch >= explore && state%10 < followTenth {
						next = found
					}
				} else {
					next = found
				}
				l.Step()
				s.do(next)
			}
		}
	}
	return l
}

// lemmas hashes the dictionary forms that words have by their tags.
func (t *trainer) lemmas(tags [][]int) [][]perceptron.Feature {
	labels := newTagger(t.tagNames).labels
	all := make([][]perceptron.Feature, len(t.texts))
	for i, texts := range t.texts {
		for j, text := range texts {
			l := labels[tags[i][j]]
			all[i] = append(all[i], read(lemma(text, l.tag, l.form)).word)
		}
	}
	return all
}

// actionNames names the actions, so that a file tells what its labels are.
func actionNames(labels []string) []string {
	names := []string{"shift"}
	for _, l := range labels {
		names = append(names, "left "+l, "right "+l)
	}
	return names
}

// oracle knows what an action costs: how many arcs of the key can no longer be
// made after it.
type oracle struct {
	*state
	heads, relations []int
}

func (o oracle) shiftCost() int {
	b, cost := o.front, 0
	for k, i := range o.stack {
		if o.heads[i] == b || k < len(o.stack)-1 && o.heads[b] == i {
			cost++
		}
	}
	return cost
}

// popCost counts the arcs lost with the top of the stack, when it goes to the
// left of the front or to the right of the word below it.
func (o oracle) popCost(left bool) int {
	s0, cost := o.top(0), 0
	if h := o.heads[s0]; left && (h > o.front || h == o.top(1)) || !left && h >= o.front {
		cost++
	}
	for i := o.front; i < o.n; i++ {
		if o.heads[i] == s0 {
			cost++
		}
	}
	return cost
}

// costs gives the cost of each kind of action; -1 where it is not allowed.
func (o oracle) costs() (shifts, left, right int) {
	shifts, left, right = -1, -1, -1
	s, l, r := o.can()
	if s {
		shifts = o.shiftCost()
	}
	if l {
		left = o.popCost(true)
	}
	if r {
		right = o.popCost(false)
	}
	return shifts, left, right
}

func least(costs ...int) int {
	n := 1 << 30
	for _, c := range costs {
		if c >= 0 {
			n = min(n, c)
		}
	}
	return n
}

// best gives the cheapest action, of several the one that scores highest.
func (o oracle) best(scores []int32) int {
	shifts, left, right := o.costs()
	low := least(shifts, left, right)
	best := -1
	consider := func(action, cost int) {
		if cost == low && (best < 0 || scores[action] > scores[best]) {
			best = action
		}
	}
	consider(shift, shifts)
	if left >= 0 || right >= 0 {
		label := o.relations[o.top(0)]
		consider(leftArc(label), left)
		consider(rightArc(label), right)
	}
	return best
}

// right reports whether an action costs least and has the label of the key.
func (o oracle) right(action int) bool {
	shifts, left, right := o.costs()
	low := least(shifts, left, right)
	if action == shift {
		return shifts == low
	}
	if actionLabel(action) != o.relations[o.top(0)] {
		return false
	}
	if isLeft(action) {
		return left == low
	}
	return right == low
}

// shuffle puts a list into an order that depends on the seed alone.
func shuffle(list []int, seed uint64) {
	slices.Sort(list)
	state := mix(seed + 1)
	for i := len(list) - 1; i > 0; i-- {
		state = mix(state)
		j := int(state % uint64(i+1))
		list[i], list[j] = list[j], list[i]
	}
}

// mix is one step of splitmix64 [steele2014].
func mix(z uint64) uint64 {
	z += 0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}
