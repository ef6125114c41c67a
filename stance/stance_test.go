package stance_test

import (
	"testing"

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
