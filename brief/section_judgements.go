package brief

import (
	"fmt"
	"math"

	"reckon"
)

// judgement is one key judgement: how likely, how sure of the ground, why, and
// what would overturn it. Likelihood and confidence keep to sentences of their own.
type judgement struct {
	ID         string
	Sentence   string
	Confidence string
	Because    []reason
	Unless     string
}

// reason is a sentence with a link to where its numbers stand.
type reason struct{ Text, Href, Link string }

type judgementsView struct {
	Judgements []judgement
	Pool       string
}

func (p *page) judgementsView() *judgementsView {
	v := &judgementsView{Pool: p.poolSentence()}
	for _, judge := range []func() *judgement{p.courseJudgement, p.flipJudgement, p.restlessJudgement, p.splitJudgement, p.fitJudgement} {
		if j := judge(); j != nil {
			j.ID = fmt.Sprintf("judgement-%d", len(v.Judgements)+1)
			v.Judgements = append(v.Judgements, *j)
		}
	}
	return v
}

// poolSentence says how rival readings became one number.
func (p *page) poolSentence() string {
	today := "Today is the as-of date, " + p.asOf() + ". "
	if p.Case.AsOf == 0 {
		today = "Today is the end of the record. "
	}
	if len(p.Readings) < 2 {
		return today + nextWords
	}
	by := "with the weights that were stated beforehand"
	if p.Basis > 0 {
		by = fmt.Sprintf("with the weights they had earned on %s up to the as-of date", count(p.Basis, "choice", "choices"))
	}
	return today + fmt.Sprintf("Where a judgement gives one number, it is the mean of %d rival readings, %s. %s", len(p.Readings), by, nextWords)
}

// nextWords defines the event that forecasts here are about.
const nextWords = "A next decision is a choice between staying and the smallest steps: single options taken up or dropped, or the fewest that the case’s rules allow together."

// courseSentence is the first judgement and half of the bottom line.
func (p *page) courseSentence() string {
	s := p.subject()
	if s < 0 {
		return ""
	}
	x := p.course(s)
	if x.Voices == 0 {
		return ""
	}
	return fmt.Sprintf("%s that %s stays on today’s course at the next decision.", chance(x.P), p.subjectName())
}

func (p *page) courseJudgement() *judgement {
	sentence := p.courseSentence()
	if sentence == "" {
		return nil
	}
	s := p.subject()
	j := &judgement{Sentence: sentence, Confidence: p.confidence(s, p.course(s))}
	stable := 0
	for i := range p.Readings {
		if h := p.Readings[i].hold(s); h != nil && h.Share >= 0.5 {
			stable++
		}
	}
	j.Because = append(j.Because, p.voices(p.course(s)), reason{
		Text: upper(fmt.Sprintf("%s of %d hold today’s state stable for %s, which is not the same as likely.", countOf(stable), len(p.Readings), p.subjectName())),
		Href: "#moves", Link: "who can move",
	})
	j.Unless = p.wantUnless()
	return j
}

func countOf(n int) string {
	if n == 0 {
		return "none"
	}
	return fmt.Sprint(n)
}

// wantUnless names the want that the leading reading leans on most.
func (p *page) wantUnless() string {
	lead := p.leading()
	for _, m := range p.Readings[lead].Minds {
		if m.Actor == p.Case.Subject && len(m.Wants) > 0 {
			return fmt.Sprintf("A sourced statement or act showed that %s does not put %s first, as %s holds.", p.subjectName(), quote(wantTitle(m.Wants[0])), p.readingName(lead))
		}
	}
	return fmt.Sprintf("A source showed what %s wants most to be something else.", p.subjectName())
}

func (p *page) flipJudgement() *judgement {
	s := p.subject()
	if s < 0 {
		return nil
	}
	k, x := p.likeliestFlip(s)
	if k < 0 {
		return nil
	}
	j := &judgement{
		Sentence:   fmt.Sprintf("%s that %s then %s, the likeliest change among %s.", chance(x.P), p.subjectName(), p.step(p.Today, p.Today^1<<uint(k)), count(len(p.Case.Actors[s].Options), "option", "options")),
		Confidence: p.confidence(s, x),
		Because:    []reason{p.voices(x)},
		Unless:     fmt.Sprintf("%s decided on other options twice while this one stood still.", p.subjectName()),
	}
	if n := p.steps(s); n > 2 {
		j.Because = append(j.Because, reason{
			Text: fmt.Sprintf("Chance alone would give each of the %d courses open: %s.", n, reckon.Odds(1/float64(n))), Href: "#figure-next", Link: "the figure",
		})
	}
	return j
}

func (p *page) restlessJudgement() *judgement {
	a, x := p.restless()
	if a < 0 {
		return nil
	}
	k, _ := p.likeliestFlip(a)
	if k < 0 {
		return nil
	}
	return &judgement{
		Sentence:   fmt.Sprintf("%s that %s moves away from today’s state at its next decision, most of all by %s.", chance(x.P), p.actor(a), p.stepping(p.Today, p.Today^1<<uint(k))),
		Confidence: p.confidence(a, x),
		Because: []reason{p.voices(x), {
			Text: p.actor(a) + " is described by the case’s author, for every reading that does not state its own view.", Href: "#assumptions", Link: "what is uncited",
		}},
		Unless: fmt.Sprintf("%s let an occasion to move pass, or a source showed its wants in another order.", p.actor(a)),
	}
}

func (p *page) splitJudgement() *judgement {
	k, x := p.widestSplit()
	if k < 0 || x.High-x.Low < 0.1 {
		return nil
	}
	high, low := p.extremes(x.By)
	act := p.step(p.Today, p.Today^1<<uint(k))
	return &judgement{
		Sentence: fmt.Sprintf("The readings part most over whether %s %s next: %s gives %s, %s gives %s.",
			p.subjectName(), act, p.readingName(high), reckon.Odds(x.By[high]), p.readingName(low), reckon.Odds(x.By[low])),
		Confidence: p.confidence(p.subject(), x),
		Because:    []reason{{Text: "They order the wants differently, or expect different answers.", Href: "#readings", Link: "side by side"}},
		Unless:     "The next recorded choice on this option went one way: it is the observation that would tell the readings apart soonest.",
	}
}

// extremes returns the readings with the highest and the lowest probability.
func (p *page) extremes(by []float64) (high, low int) {
	high, low = -1, -1
	for i, x := range by {
		if math.IsNaN(x) {
			continue
		}
		if high < 0 || x > by[high] {
			high = i
		}
		if low < 0 || x < by[low] {
			low = i
		}
	}
	return high, low
}

// voices says what each reading gives, so that the mean hides nobody.
func (p *page) voices(x pooled) reason {
	var words []string
	for i, v := range x.By {
		if math.IsNaN(v) {
			words = append(words, p.readingName(i)+" gives no forecast")
			continue
		}
		words = append(words, fmt.Sprintf("%s gives %s", p.readingName(i), reckon.Odds(v)))
	}
	return reason{Text: upper(list(words)) + ".", Href: "#readings", Link: "the readings"}
}

// fitJudgement says which reading the record speaks for, when one was tried.
func (p *page) fitJudgement() *judgement {
	best, covered := p.bestFit()
	if best < 0 {
		return nil
	}
	s := p.Trial.Readings[best]
	sentence := fmt.Sprintf("%s that, of these %d readings, %s describes %s best.", chance(s.Posterior), len(p.Trial.Readings), quote(titleOr(s.Title, s.Name)), p.subjectName())
	parts := []ground{fitGround(covered)}
	if p.overlap() {
		parts = append(parts, ground{-1, "the intervals of the readings' weights overlap, so the choices are too few to tell"})
	}
	if p.Trial.Later > 0 {
		parts = append(parts, ground{0, count(p.Trial.Later, "of the choices is", "of the choices are") + " later than the as-of date and read by the trial alone"})
	}
	return &judgement{
		Sentence: sentence, Confidence: confidenceIn(parts),
		Because: []reason{{Text: firstSentence(p.Trial.Finding), Href: "#trial", Link: "the trial"}},
		Unless:  "Another reading gave clearly better odds to the next choices, or none of them beat the dull rivals.",
	}
}

// bestFit is the reading with the highest posterior and the choices behind the
// comparison of all readings; -1 when fewer than two were compared.
func (p *page) bestFit() (best, choices int) {
	if p.Trial == nil || len(p.Trial.Readings) < 2 || len(p.Trial.Stages) == 0 {
		return -1, 0
	}
	last := p.Trial.Stages[len(p.Trial.Stages)-1]
	if len(last.Readings) < len(p.Trial.Readings) || last.Choices == 0 {
		return -1, 0
	}
	for i, s := range p.Trial.Readings {
		if s.Posterior > p.Trial.Readings[best].Posterior {
			best = i
		}
	}
	return best, last.Choices
}

func (p *page) overlap() bool {
	return p.Trial != nil && len(p.Trial.Stages) > 0 && p.Trial.Stages[len(p.Trial.Stages)-1].Overlap
}

func fitGround(n int) ground {
	text := count(n, "choice tests", "choices test") + " all of them at once"
	switch {
	case n < 10:
		return ground{-1, "only " + text}
	case n < 40:
		return ground{0, text}
	}
	return ground{2, text}
}
