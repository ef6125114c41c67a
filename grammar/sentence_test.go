package grammar

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// tree makes a sentence of lines "word tag form head relation", heads from 1.
func tree(t *testing.T, lines string) *Sentence {
	t.Helper()
	s := &Sentence{}
	for line := range strings.Lines(lines) {
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		head, err := strconv.Atoi(f[3])
		if err != nil {
			t.Fatal(err)
		}
		start := s.End
		if len(s.Tokens) > 0 && f[1] != "PUNCT" && f[0] != "'s" {
			start++
		}
		s.End = start + len(f[0])
		s.Tokens = append(s.Tokens, Token{
			Start: start, End: s.End, Text: f[0], Lemma: lemma(f[0], Tag(f[1]), Form(f[2])),
			Tag: Tag(f[1]), Form: Form(f[2]), Head: head - 1, Relation: Relation(f[4]),
		})
	}
	return s
}

// refusal: two coordinated verbs share a subject, the second is negated, and the
// object has a relative clause in the passive.
const refusal = `
The DET DT 3 det
old ADJ JJ 3 amod
king NOUN NN 4 nsubj
came VERB VBD 0 root
and CCONJ CC 8 cc
did AUX VBD 8 aux
not PART RB 8 advmod
accept VERB VB 4 conj
the DET DT 10 det
terms NOUN NNS 8 obj
of ADP IN 12 case
peace NOUN NN 10 nmod
that PRON WDT 15 nsubj:pass
were AUX VBD 15 aux:pass
offered VERB VBN 10 acl:relcl
. PUNCT . 4 punct
`

func TestWhatRulesAskOfATree(t *testing.T) {
	s := tree(t, refusal)
	const king, came, did, not, accept, terms, peace, that, offered = 2, 3, 5, 6, 7, 9, 11, 12, 14
	for _, c := range []struct {
		what      string
		got, want int
	}{
		{"root", s.Root(), came},
		{"subject of came", s.Subject(came), king},
		{"subject of accept, shared", s.Subject(accept), king},
		{"subject of offered", s.Subject(offered), that},
		{"object", s.Child(accept, Obj), terms},
		{"no object", s.Child(came, Obj, Ccomp), -1},
		{"passive subject counts as one", s.Child(offered, Nsubj), that},
		{"negation", s.Negation(accept), not},
		{"no negation", s.Negation(came), -1},
		{"verb over peace", s.Verb(peace), accept},
		{"verb over the root", s.Verb(came), -1},
	} {
		if c.got != c.want {
			t.Errorf("%s: token %d, want %d", c.what, c.got, c.want)
		}
	}
	if got := s.Auxiliaries(accept); !slices.Equal(got, []int{did}) {
		t.Errorf("auxiliaries %v", got)
	}
	if got := slices.Collect(s.Children(terms)); !slices.Equal(got, []int{8, peace, offered}) {
		t.Errorf("children %v", got)
	}
	if !s.Passive(offered) || s.Passive(accept) {
		t.Error("offered alone is passive")
	}
	if !s.Finite(came) || !s.Finite(accept) || !s.Finite(offered) || s.Finite(terms) {
		t.Error("the three verbs alone are finite")
	}
	if !s.Under(peace, accept) || s.Under(king, accept) {
		t.Error("peace alone is under accept")
	}
	if got := s.Path(king, peace); !slices.Equal(got, []int{king, came, accept, terms, peace}) {
		t.Errorf("path %v", got)
	}
}

func TestSpans(t *testing.T) {
	s := tree(t, refusal)
	words := func(from, to int) string { return s.Words(from, to) }
	for _, c := range []struct{ what, got, want string }{
		{"subtree", words(s.Subtree(9)), "the terms of peace that were offered"},
		{"phrase", words(s.Phrase(9)), "the terms of peace"},
		{"phrase without its preposition", words(s.Phrase(11)), "peace"},
		{"phrase of the subject", words(s.Phrase(2)), "The old king"},
		{"clause without the coordinated one", words(s.Clause(3)), "The old king came"},
		{"whole", words(0, len(s.Tokens)), "The old king came and did not accept the terms of peace that were offered."},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
}

func TestAt(t *testing.T) {
	text := &Text{Sentences: cut(block("One two. Three four."))}
	for _, c := range []struct{ offset, sentence, token int }{
		{0, 0, 0}, {4, 0, 1}, {3, 0, 1}, {7, 0, 2}, {9, 1, 0}, {15, 1, 1}, {99, 2, 0},
	} {
		if s, w := text.At(c.offset); s != c.sentence || w != c.token {
			t.Errorf("byte %d is in sentence %d, token %d; want %d, %d", c.offset, s, w, c.sentence, c.token)
		}
	}
}

func TestRelationIs(t *testing.T) {
	if !NsubjPass.Is(Nsubj) || Nsubj.Is(NsubjPass) || Relation("nsubjx").Is(Nsubj) || NsubjPass.Universal() != Nsubj || Obj.Universal() != Obj {
		t.Error("a subtype is of its relation, and nothing else is")
	}
}

// TestOracle demands that the cheapest actions rebuild any projective tree, and
// that the costs of the actions on the way are zero.
func TestOracle(t *testing.T) {
	s := tree(t, refusal)
	tr := newTrainer([]Sentence{*s})
	var st state
	st.reset(tr.lemmas(tr.tags)[0], tr.tags[0])
	o := oracle{&st, tr.heads[0], tr.relations[0]}
	scores := make([]int32, actionCount(len(tr.arcNames)))
	for !st.done() {
		shifts, left, right := o.costs()
		if least(shifts, left, right) != 0 {
			t.Fatalf("no action without cost before word %d", st.front)
		}
		action := o.best(scores)
		if !o.right(action) {
			t.Fatal("the best action is not right")
		}
		st.do(action)
	}
	if !slices.Equal(st.head[:len(s.Tokens)], tr.heads[0]) {
		t.Errorf("heads %v, want %v", st.head[:len(s.Tokens)], tr.heads[0])
	}
}
