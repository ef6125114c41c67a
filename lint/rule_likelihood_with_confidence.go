package lint

import (
	"fmt"
	"regexp"
	"strings"

	"reckon"
)

func likelihoodWithConfidence() Rule {
	return Rule{
		Name: "likelihood-with-confidence",
		Why: `How likely an event is and how good our grounds are for saying so are two things; ICD 203 forbids to state both in
one sentence, because readers then take the one for the other. The rule reads titles, what a reading says and what a question
asks. A sentence about the actor's own confidence ("he is confident that …") is not meant.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for _, p := range prose(c) {
				for _, s := range sentences(p.text) {
					if likelihood.MatchString(s) && confidence.MatchString(s) {
						found = append(found, finding(reckon.Warning, p.at, "Likelihood and confidence in one sentence", fmt.Sprintf(
							"%q, in %s, mixes how sure we are of our basis with how likely the event is (ICD 203). "+
								"Fix: two sentences: \"A deal is unlikely [30%%].\" \"Our confidence is high, because ...\"", s, p.what)))
					}
				}
			}
			return found
		},
	}
}

var (
	likelihood = regexp.MustCompile(`(?i)\b(un|very )?likely\b|\b(im)?probabl[ey]\b|\bchances?\b|\bodds\b|\balmost certain|\bnearly certain|\bremote\b|\d ?%|\bper ?cent\b`)
	confidence = regexp.MustCompile(`(?i)\b(high|moderate|medium|low|our|great|full)(ly)? (\w+ )?confidence\b|\b(highly|moderately|fairly|we are|i am|analysts are) (\w+ )?confident\b`)
	endOfOne   = regexp.MustCompile(`[.!?]+["”')]*(\s+|$)`)
)

// written is a stretch of the author's prose.
type written struct {
	what, text string
	at         reckon.Range
}

// proseOnTime lists what the author wrote of how the case runs on.
func proseOnTime(c *reckon.Case) []written {
	var all []written
	for _, p := range c.Parameters {
		all = append(all, written{fmt.Sprintf("the title of parameter %q", p.Name), p.Title, p.At})
	}
	for _, t := range c.Lookups {
		all = append(all, written{fmt.Sprintf("the title of lookup %q", t.Name), t.Title, t.At})
	}
	for _, s := range c.Shocks {
		all = append(all, written{fmt.Sprintf("the title of shock %q", s.Name), s.Title, s.At})
	}
	for _, f := range c.Features {
		all = append(all, written{fmt.Sprintf("the title of feature %q", f.Name), f.Title, f.At})
	}
	for _, s := range c.Scenarios {
		all = append(all,
			written{fmt.Sprintf("the title of scenario %q", s.Name), s.Title, s.At},
			written{fmt.Sprintf("what scenario %q says", s.Name), s.Says, s.At})
	}
	for _, s := range mindSets(c) {
		for i := range s.minds {
			m := &s.minds[i]
			all = append(all, written{"the change of " + holderOf(m) + s.where, m.Change.Name, m.At})
			for _, e := range m.Episodes {
				all = append(all, written{"the title of " + episodeOf(m, e, s.where), e.Title, e.At})
			}
		}
	}
	for _, q := range c.Questions {
		for _, r := range q.Classes {
			all = append(all, written{fmt.Sprintf("the reference class of question %q", q.Name), r.Name, r.At})
		}
	}
	return all
}

// prose lists the sentences that the author wrote for readers.
func prose(c *reckon.Case) []written {
	all := []written{{"the title of the case", c.Title, c.At}}
	for _, a := range c.Actors {
		all = append(all, written{fmt.Sprintf("the title of actor %q", a.Name), a.Title, a.At})
	}
	for _, o := range c.Options {
		all = append(all, written{fmt.Sprintf("the title of option %q", o.Name), o.Title, o.At})
	}
	for _, m := range c.Shown() {
		all = append(all, written{fmt.Sprintf("the title of measure %q", m.Name), m.Title, m.At})
	}
	all = append(all, proseOnTime(c)...)
	for _, h := range holdings(c) {
		for _, w := range h.wants {
			all = append(all, written{"the title of " + wantOf(h.who(), w), w.Title, w.At})
		}
	}
	for _, r := range c.Readings {
		all = append(all,
			written{fmt.Sprintf("the title of reading %q", r.Name), r.Title, r.At},
			written{fmt.Sprintf("what reading %q says", r.Name), r.Says, r.At})
	}
	for _, q := range c.Questions {
		all = append(all, written{fmt.Sprintf("question %q", q.Name), q.Ask, q.At})
	}
	return all
}

// sentences splits prose at full stops, question and exclamation marks that end
// a word; "3.5" and "U.S. strike" may split too early, which only makes the
// rule keep quiet.
func sentences(text string) []string {
	var out []string
	for text != "" {
		end := len(text)
		if m := endOfOne.FindStringIndex(text); m != nil {
			end = m[1]
		}
		if s := strings.TrimSpace(text[:end]); s != "" {
			out = append(out, s)
		}
		text = text[end:]
	}
	return out
}
