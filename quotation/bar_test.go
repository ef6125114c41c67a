package quotation

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"reckon/document"
	"reckon/grammar"
	"reckon/names"
	"reckon/readtest"
)

// TestBarQuotations counts the quotations of the answer key that are found with
// their marks and their speaker, less the terms in marks that pass for speech.
func TestBarQuotations(t *testing.T) {
	if testing.Short() {
		t.Skip("needs the corpora")
	}
	right, all, wrong := 0, 0, []string{}
	for _, d := range readtest.Key(t) {
		text := grammar.Parse(document.Plain(d.Name, d.Text))
		c := names.Find(text, nil)
		found := Find(text, c)
		speaker := ""
		for _, e := range d.Group("quotes") {
			all++
			if said := e.Fields["speaker"]; said != "same" {
				speaker = said
			}
			k := slices.IndexFunc(found, func(q Quotation) bool { return q.Start == e.Start && q.End == e.End && q.Kind == Speech })
			if k < 0 || !speaks(c, found[k].Speaker, speaker) {
				wrong = append(wrong, e.ID)
				continue
			}
			right++
		}
		for _, e := range d.Group("traps") {
			if slices.ContainsFunc(found, func(q Quotation) bool { return q.Kind == Speech && q.Start < e.End && e.Start < q.End }) {
				wrong = append(wrong, e.ID)
				right--
			}
		}
	}
	readtest.Check(t, readtest.Row{Task: "quotations of the answer key, span and speaker", Figure: float64(right) / float64(all), Bar: 1, Human: "1", Details: strings.Join(wrong, " ")})
}

// speaks compares a mention with the words of the key: SL is the leader whom both
// texts are about, others share a word with the name.
func speaks(c *names.Cast, mention int, key string) bool {
	if mention < 0 || c.Mentions[mention].Entity < 0 {
		return false
	}
	name := c.Entities[c.Mentions[mention].Entity].Name
	if strings.HasPrefix(key, "SL") {
		return name == "Ali Khamenei"
	}
	return slices.ContainsFunc(strings.Fields(name), func(w string) bool { return len(w) > 4 && w != "Iranian" && strings.Contains(key, w) })
}

// TestBarPolNeARQuotations looks at what people marked as content that begins
// with a quotation mark: is it found as speech, and is its speaker the source?
func TestBarPolNeARQuotations(t *testing.T) {
	if testing.Short() {
		t.Skip("needs the corpora")
	}
	var spans, sources readtest.Tally
	speech, within := 0, 0
	for _, d := range readtest.PolNeAR(t, "dev") {
		text := grammar.Parse(document.Plain(d.Name, d.Text))
		c := names.Find(text, nil)
		found := Find(text, c)
		for _, q := range found {
			if q.Kind != Speech {
				continue
			}
			speech++
			if slices.ContainsFunc(d.Attributions, func(a readtest.PolAttribution) bool {
				return slices.ContainsFunc(a.Content, func(s [2]int) bool { return s[0] < q.End && q.Start < s[1] })
			}) {
				within++
			} else if testing.Verbose() {
				t.Logf("extra: %s …%.60q %.60q %.40q", q.Rule, d.Text[max(0, q.Start-60):q.Start], d.Text[q.Start:q.End], d.Text[q.End:])
			}
		}
		for _, a := range d.Attributions {
			for _, part := range a.Content {
				if r, _ := utf8.DecodeRuneInString(d.Text[part[0]:]); familyOf(r) == 0 || strings.HasPrefix(d.Text[part[0]:], "'s") {
					continue
				}
				spans.Key++
				k := slices.IndexFunc(found, func(q Quotation) bool {
					return q.Kind == Speech && q.Start == part[0] && q.End <= part[1]+1
				})
				if k < 0 {
					why := "no marks"
					if k := slices.IndexFunc(found, func(q Quotation) bool { return q.Start == part[0] }); k >= 0 {
						why = fmt.Sprintf("%s by %s to %q", found[k].Kind, found[k].Rule, d.Text[max(0, found[k].End-30):found[k].End])
					}
					miss(t, "span", d.Text, part, why)
					continue
				}
				spans.Right++
				sources.Key++
				if from, to := said(text, c, found[k].Speaker); len(a.Source) == 0 || slices.ContainsFunc(a.Source, func(s [2]int) bool { return from < s[1] && s[0] < to }) {
					sources.Right++
				} else {
					why := "UNKNOWN"
					for k := range c.Mentions {
						if from, to := said(text, c, k); from < a.Source[0][1] && a.Source[0][0] < to {
							why = "KNOWN"
						}
					}
					miss(t, "source "+why, d.Text, part, fmt.Sprintf("%q for %q by %s", d.Text[from:to], d.Text[a.Source[0][0]:a.Source[0][1]], found[k].Rule))
				}
			}
		}
	}
	readtest.Check(t, readtest.Row{Task: "PolNeAR dev, content that opens with a mark: found as speech", Figure: spans.Recall(), Bar: 0.95, Details: fmt.Sprintf("%d of %d", spans.Right, spans.Key)})
	readtest.Check(t, readtest.Row{Task: "PolNeAR dev, speech in marks: share that people marked as content", Figure: float64(within) / float64(speech), Bar: 0.98, Details: fmt.Sprintf("%d of %d", within, speech)})
	readtest.Check(t, readtest.Row{Task: "PolNeAR dev, content that opens with a mark: found with its source", Figure: float64(sources.Right) / float64(spans.Key), Bar: 0.8, Details: fmt.Sprintf("%d of %d", sources.Right, spans.Key)})
}

func miss(t *testing.T, what, text string, part [2]int, why string) {
	t.Helper()
	if testing.Verbose() {
		t.Logf("%s: …%.60q %q %.60q %s", what, text[max(0, part[0]-60):part[0]], text[part[0]:min(part[1], part[0]+50)], text[part[1]:min(len(text), part[1]+60)], why)
	}
}

func said(t *grammar.Text, c *names.Cast, mention int) (from, to int) {
	if mention < 0 {
		return 0, 0
	}
	m := c.Mentions[mention]
	s := t.Sentences[m.Sentence]
	return s.Tokens[m.From].Start, s.Tokens[m.To-1].End
}
