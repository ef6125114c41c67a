package grammar

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon/perceptron"
)

// TestForced walks by any scores to whole trees: where an action is forced, best
// chooses no other, save for the label of the last word, whose relation is root.
func TestForced(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "words")
		var s state
		s.reset(make([]perceptron.Feature, n), make([]int, n))
		for !s.done() {
			best := s.best(rapid.SliceOfN(rapid.Int32Range(-9, 9), actionCount(3), actionCount(3)).Draw(t, "scores"))
			last := s.front == s.n && len(s.stack) == 1 && isLeft(best)
			if action, forced := s.forced(); forced && action != best && !last {
				t.Fatalf("forced is %d, best %d", action, best)
			}
			s.do(best)
		}
	})
}

// TestConstructions holds the constructions that rules lean on, one sentence
// each: dependent, relation, head.
func TestConstructions(t *testing.T) {
	for _, c := range []struct {
		text string
		arcs []string
	}{
		{
			"The minister said on Monday that the army would not attack unless it was attacked first.",
			[]string{"minister nsubj said", "attack ccomp said", "army nsubj attack", "not advmod attack", "attacked advcl attack", "it nsubj:pass attacked"},
		},
		{
			"“We will never surrender,” the general told reporters.",
			[]string{"surrender ccomp told", "general nsubj told", "never advmod surrender"},
		},
		{
			"The strike was ordered by the prime minister.",
			[]string{"strike nsubj:pass ordered", "minister obl:agent ordered", "was aux:pass ordered"},
		},
		{
			"Both sides want to avoid a war.",
			[]string{"sides nsubj want", "avoid xcomp want", "war obj avoid"},
		},
		{
			"If the deal is signed, the blockade will end.",
			[]string{"signed advcl end", "If mark signed", "blockade nsubj end"},
		},
		{
			"The general's plan failed because the bridge that he built collapsed.",
			[]string{"general nmod:poss plan", "plan nsubj failed", "collapsed advcl failed", "built acl:relcl bridge"},
		},
		{
			"The minister, who had visited the front, said the army would hold.",
			[]string{"minister nsubj said", "visited acl:relcl minister", "hold ccomp said"},
		},
		{
			"The ministry fears that Rome plans to leave the treaty.",
			[]string{"ministry nsubj fears", "plans ccomp fears", "Rome nsubj plans", "leave xcomp plans"},
		},
		{
			"Had the deal been signed, the army would not have attacked.",
			[]string{"signed advcl attacked", "deal nsubj:pass signed", "army nsubj attacked"},
		},
	} {
		var found []string
		for _, s := range Parse(block(c.text)).Sentences {
			for _, w := range s.Tokens {
				if w.Head >= 0 {
					found = append(found, w.Text+" "+string(w.Relation)+" "+s.Tokens[w.Head].Text)
				}
			}
		}
		all := "\n" + strings.Join(found, "\n") + "\n"
		for _, arc := range c.arcs {
			if !strings.Contains(all, "\n"+arc+"\n") {
				t.Errorf("%s\nlacks %q among%s", c.text, arc, all)
			}
		}
	}
}

func TestWords(t *testing.T) {
	s := Standard().Words([]string{"They", "did", "n't", "sign", "."})
	if got := s.Words(0, len(s.Tokens)); got != "They did n't sign ." {
		t.Errorf("words %q", got)
	}
	if s.Tokens[2].Lemma != "not" || s.Tokens[s.Root()].Text != "sign" || s.Negation(s.Root()) != 2 {
		t.Errorf("parsed as %+v", s)
	}
	if empty := Standard().Words(nil); len(empty.Tokens) != 0 || empty.Root() != -1 {
		t.Errorf("no words give %+v", empty)
	}
}
