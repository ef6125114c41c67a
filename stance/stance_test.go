package stance_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reckon/document"
	"reckon/grammar"
	"reckon/stance"
)

// of reads the stance of the first token with these words.
func of(tb testing.TB, text, word string) (*grammar.Sentence, stance.Stance) {
	tb.Helper()
	g := grammar.Parse(document.Plain("test", text))
	for i := range g.Sentences {
		s := &g.Sentences[i]
		for k := range s.Tokens {
			if s.Tokens[k].Text == word {
				return s, stance.Of(s, k)
			}
		}
	}
	tb.Fatalf("no %q in %q", word, text)
	return nil, stance.Stance{}
}

func TestOf(t *testing.T) {
	for _, row := range []struct {
		text, word string
		certainty  stance.Certainty
		negated    bool
		status     stance.Status
	}{
		{"The army attacked the town.", "attacked", stance.Certain, false, stance.Asserted},
		{"The army did not attack the town.", "attack", stance.Certain, true, stance.Asserted},
		{"The army never attacked the town.", "attacked", stance.Certain, true, stance.Asserted},
		{"No troops attacked the town.", "attacked", stance.Certain, true, stance.Asserted},
		{"Not only did they attack the town.", "attack", stance.Certain, false, stance.Asserted},
		{"The minister refused to sign the treaty.", "sign", stance.Certain, true, stance.Asserted},
		{"The minister failed to sign the treaty.", "sign", stance.Certain, true, stance.Asserted},
		{"The minister did not fail to sign the treaty.", "sign", stance.Certain, false, stance.Asserted},
		{"The minister refrained from signing the treaty.", "signing", stance.Certain, true, stance.Asserted},
		{"The minister stopped signing treaties.", "signing", stance.Certain, true, stance.Asserted},
		{"The minister left without signing the treaty.", "signing", stance.Certain, true, stance.Asserted},
		{"The general cancelled the raid.", "raid", stance.Certain, true, stance.Asserted},
		{"The minister denied that the troops attacked the town.", "attacked", stance.Certain, true, stance.Denied},
		{"The minister will sign the treaty.", "sign", stance.Certain, false, stance.Future},
		{"The minister will not sign the treaty.", "sign", stance.Certain, true, stance.Future},
		{"The minister is going to sign the treaty.", "sign", stance.Certain, false, stance.Future},
		{"The minister plans to sign the treaty.", "sign", stance.Probable, false, stance.Future},
		{"The minister may sign the treaty.", "sign", stance.Possible, false, stance.Hypothetical},
		{"The minister could sign the treaty.", "sign", stance.Possible, false, stance.Hypothetical},
		{"The minister would sign the treaty.", "sign", stance.Possible, false, stance.Hypothetical},
		{"If the minister signs the treaty, the war ends.", "signs", stance.Unsaid, false, stance.Hypothetical},
		{"The minister wants to sign the treaty.", "sign", stance.Unsaid, false, stance.Hypothetical},
		{"The minister could have signed the treaty.", "signed", stance.Certain, false, stance.Counterfactual},
		{"The minister would not have signed the treaty.", "signed", stance.Certain, true, stance.Counterfactual},
		{"The minister may have signed the treaty.", "signed", stance.Possible, false, stance.Asserted},
		{"The minister reportedly signed the treaty.", "signed", stance.Certain, false, stance.Reported},
		{"The minister allegedly signed the treaty.", "signed", stance.Unsaid, false, stance.Reported},
		{"There are rumours that the minister signed the treaty.", "signed", stance.Unsaid, false, stance.Rumour},
		{"The minister probably signed the treaty.", "signed", stance.Probable, false, stance.Asserted},
		{"Perhaps the minister signed the treaty.", "signed", stance.Possible, false, stance.Asserted},
		{"The minister signed the treaty in 1975.", "signed", stance.Certain, false, stance.Historical},
		{"Decades ago the minister signed the treaty.", "signed", stance.Certain, false, stance.Historical},
		{"Has the minister signed the treaty?", "signed", stance.Unsaid, false, stance.Asked},
		{"The minister tried to sign the treaty.", "sign", stance.Unsaid, false, stance.Asserted},
		{"The minister seems to support the treaty.", "support", stance.Probable, false, stance.Asserted},
		{"The minister hardly signed anything.", "signed", stance.Certain, false, stance.Asserted},
		{"The king neither signed the treaty nor left.", "signed", stance.Certain, true, stance.Asserted},
		{"Neither the king nor the queen signed the treaty.", "signed", stance.Certain, true, stance.Asserted},
		{"The raid was cancelled.", "raid", stance.Certain, true, stance.Asserted},
		{"There was no attack.", "attack", stance.Certain, true, stance.Asserted},
		{"The minister ruled out talks.", "talks", stance.Certain, true, stance.Asserted},
		{"The minister was unable to sign the treaty.", "sign", stance.Certain, true, stance.Asserted},
		{"The queen never stopped writing letters.", "writing", stance.Certain, false, stance.Asserted},
		{"They prevented the army from attacking.", "attacking", stance.Certain, true, stance.Asserted},
		{"Had the king known, he would have stayed.", "known", stance.Certain, false, stance.Counterfactual},
		{"Had the king known, he would have stayed.", "stayed", stance.Certain, false, stance.Counterfactual},
		{"The king said he would attack.", "attack", stance.Certain, false, stance.Future},
		{"It is said that the king fled.", "fled", stance.Certain, false, stance.Reported},
		{"According to officials, the king fled.", "fled", stance.Certain, false, stance.Reported},
		{"The king is unlikely to flee.", "flee", stance.Probable, true, stance.Asserted},
		{"They may attack or besiege the town.", "besiege", stance.Possible, false, stance.Hypothetical},
		{"They did not attack or besiege the town.", "besiege", stance.Certain, true, stance.Asserted},
		{"He wondered whether the army attacked.", "attacked", stance.Unsaid, false, stance.Asked},
		{"There are rumors among students that the rector visited Paris.", "visited", stance.Unsaid, false, stance.Rumour},
		{"The minister said that the troops attacked the town.", "attacked", stance.Certain, false, stance.Asserted},
	} {
		_, got := of(t, row.text, row.word)
		if got.Certainty != row.certainty || got.Negated != row.negated || got.Status != row.status {
			t.Errorf("%s\n got  %s %v %s %v\n want %s %v %s", row.text, got.Certainty, got.Negated, got.Status, got.Triggers, row.certainty, row.negated, row.status)
		}
	}
}

func TestTriggersShowWhy(t *testing.T) {
	s, got := of(t, "The minister did not fail to sign the treaty.", "sign")
	var words []string
	for _, k := range got.Triggers {
		words = append(words, s.Tokens[k].Text)
	}
	if len(words) != 2 || words[0] != "not" || words[1] != "fail" {
		t.Errorf("triggers are %q, want not and fail", words)
	}
}

func TestHedges(t *testing.T) {
	g := grammar.Parse(document.Plain("test", "Many analysts generally believe that the plan reportedly failed."))
	s := &g.Sentences[0]
	var words []string
	for _, k := range stance.Hedges(s, 0, 5) {
		words = append(words, s.Tokens[k].Text)
	}
	if len(words) != 3 || words[0] != "Many" || words[1] != "analysts" || words[2] != "generally" {
		t.Errorf("hedges are %q", words)
	}
}

// parts are what random sentences are made of.
var parts = []string{"The", "army", "did", "not", "never", "attack", "attacked", "would", "could", "have", "if", "to", "refused", "denied", "that", "he", "may", "rumours", "will", "no", "without", "from", ",", ".", "?", "“", "”", "said", "according", "in", "1975", "had", "or", "and", "plans", "nobody", "unlikely"}

func TestTriggersAreSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, w := range rapid.SliceOfN(rapid.SampledFrom(parts), 1, 40).Draw(t, "words") {
			text += w + " "
		}
		sound(t, text)
	})
}

// sound checks the stance of every token of a text.
func sound(t interface{ Fatalf(string, ...any) }, text string) {
	g := grammar.Parse(document.Plain("random", text))
	for i := range g.Sentences {
		s := &g.Sentences[i]
		for k := range s.Tokens {
			st := stance.Of(s, k)
			if !slices.IsSorted(st.Triggers) || len(st.Triggers) > 0 && (st.Triggers[0] < 0 || st.Triggers[len(st.Triggers)-1] >= len(s.Tokens)) {
				t.Fatalf("%q: triggers %v", text, st.Triggers)
			}
			if (st.Negated || st.Status != stance.Asserted) && len(st.Triggers) == 0 {
				t.Fatalf("%q: %v of %q without a trigger", text, st, s.Tokens[k].Text)
			}
			if !reflect.DeepEqual(st, stance.Of(s, k)) {
				t.Fatalf("%q: two readings differ", text)
			}
		}
		stance.Hedges(s, -1, len(s.Tokens)+1)
	}
}

func FuzzOf(f *testing.F) {
	f.Add("Had he known, he would not have refused to deny that they came.")
	f.Add("no no no not only \xff without ?")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 2000 {
			sound(t, text)
		}
	})
}

func BenchmarkOf(b *testing.B) {
	g := grammar.Parse(document.Plain("x", "The minister did not deny that the army, which had refused to leave, might attack the town if talks failed, according to officials who would not be named."))
	s := &g.Sentences[0]
	for b.Loop() {
		for k := range s.Tokens {
			stance.Of(s, k)
		}
	}
	b.ReportMetric(float64(len(s.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "heads/s")
}
