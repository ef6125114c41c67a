package brief

import (
	"fmt"
	"math"
	"slices"

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
	pooled     bool // its number is the mean over the readings
}

// reason is a sentence with a link to where its numbers stand.
type reason struct{ Text, Href, Link string }

type judgementsView struct {
	Judgements []judgement
	Pool       string
}

func (p *page) judgementsView() *judgementsView {
	v := &judgementsView{}
	var means []string
	for _, judge := range []func() *judgement{p.courseJudgement, p.flipJudgement, p.restlessJudgement, p.splitJudgement, p.fitJudgement} {
		if j := judge(); j != nil {
			j.ID = fmt.Sprintf("judgement-%d", len(v.Judgements)+1)
			v.Judgements = append(v.Judgements, *j)
			if j.pooled {
				means = append(means, fmt.Sprint(len(v.Judgements)))
			}
		}
	}
	v.Pool = p.poolSentence(means)
	return v
}

// poolSentence says how rival readings became one number, and in which judgements.
func (p *page) poolSentence(means []string) string {
	today := "Today is the as-of date, " + p.asOf() + ". "
	if p.Case.AsOf == 0 {
		today = "Today is the end of the record. "
	}
	if len(p.Readings) < 2 || means == nil {
		return today + nextWords
	}
	by := "with equal weights, none other being stated"
	if p.unequalPriors() {
		by = "with the weights that were stated beforehand"
	}
	if p.Basis > 0 {
		by = fmt.Sprintf("with the weights they had earned on %s up to the as-of date", count(p.Basis, "choice", "choices"))
	}
	which := "The number of judgement " + list(means) + " is"
	if len(means) > 1 {
		which = "The numbers of judgements " + list(means) + " are each"
	}
	return today + fmt.Sprintf("%s the mean of %d rival readings, %s. %s", which, len(p.Readings), by, nextWords)
}

// unequalPriors reports whether the readings start with other than equal shares,
// which only a stated prior can bring about.
func (p *page) unequalPriors() bool {
	return slices.ContainsFunc(p.Case.Readings, func(r reckon.Reading) bool {
		return math.Abs(r.Prior-p.Case.Readings[0].Prior) > 1e-9
	})
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
	return fmt.Sprintf("%s that the next decision of %s keeps to today’s course.", chance(x.P), p.subjectName())
}

func (p *page) courseJudgement() *judgement {
	sentence := p.courseSentence()
	if sentence == "" {
		return nil
	}
	s := p.subject()
	x := p.course(s)
	j := &judgement{Sentence: sentence, Confidence: p.confidence(s, x), pooled: true}
	stable := 0
	for i := range p.Readings {
		if h := p.Readings[i].hold(s); h != nil && h.Share >= 0.5 {
			stable++
		}
	}
	j.Because = append(j.Because, p.voices(x), reason{
		Text: fmt.Sprintf("%s today’s state stable for %s, which is not the same as likely.", p.holding(stable), p.subjectName()),
		Href: "#moves", Link: "who can move",
	})
	j.Unless = p.overturn(x, p.stays)
	return j
}

// holding opens a sentence with how many readings hold something.
func (p *page) holding(n int) string {
	all := len(p.Readings)
	switch {
	case all == 1 && n == 1:
		return upper(p.readingName(0)) + " holds"
	case all == 1:
		return upper(p.readingName(0)) + " does not hold"
	case n == 0 && all == 2:
		return "Neither reading holds"
	case n == 0:
		return fmt.Sprintf("None of the %d readings holds", all)
	case n == all && all == 2:
		return "Both readings hold"
	case n == all:
		return fmt.Sprintf("All %d readings hold", all)
	case n == 1:
		return fmt.Sprintf("1 of %d readings holds", all)
	}
	return fmt.Sprintf("%d of %d readings hold", n, all)
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
		Sentence:   fmt.Sprintf("The likeliest single step of %s is %s: %s.", p.subjectName(), p.toStep(p.Today, p.Today^1<<uint(k)), reckon.Odds(x.P)),
		Confidence: p.confidence(s, x),
		Because:    []reason{p.voices(x)},
		Unless:     p.overturn(x, p.flips(k)),
		pooled:     true,
	}
	if n := p.steps(s); n > 2 {
		j.Because = append(j.Because, reason{
			Text: fmt.Sprintf("Chance alone would give each of the courses open one chance in %d.", n), Href: "#figure-next", Link: "the figure",
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
	why := ", most of all by " + p.stepping(p.Today, p.Today^1<<uint(k))
	if !p.gains(a) {
		why = "; no move is better for it, and the rest is the model’s allowance for error"
	}
	author := "The wants of " + p.actor(a) + " are stated by the case’s author"
	if len(p.Case.Readings) > 0 {
		author += ", for every reading that does not state its own view"
	}
	return &judgement{
		Sentence:   fmt.Sprintf("%s that the next decision of %s leads away from today’s state%s.", chance(x.P), p.actor(a), why),
		Confidence: p.confidence(a, x),
		Because:    []reason{p.voices(x), {Text: author + ".", Href: "#assumptions", Link: "what is uncited"}},
		Unless:     upper(p.actor(a)) + " let an occasion to move pass.",
		pooled:     true,
	}
}

// splitJudgement says over what the readings part most: whether the subject
// moves at all or one of his steps, as the figure's title has it.
func (p *page) splitJudgement() *judgement {
	k, x := p.widestSplit()
	over, seen := "", "this option"
	if p.partOnStaying() {
		x, over, seen = p.course(p.subject()), "keeps to today’s course", "whether to move at all"
	} else if k >= 0 {
		over = "is " + p.toStep(p.Today, p.Today^1<<uint(k))
	}
	if over == "" || x.High-x.Low < 0.1 {
		return nil
	}
	high, low := p.extremes(x.By)
	return &judgement{
		Sentence: fmt.Sprintf("The readings part most over whether the next decision of %s %s: %s puts it at %s, %s at %s.",
			p.subjectName(), over, p.readingName(high), atOdds(x.By[high]), p.readingName(low), atOdds(x.By[low])),
		Confidence: p.confidence(p.subject(), x),
		Because:    []reason{{Text: "They order the wants differently, or expect different answers.", Href: "#readings", Link: "side by side"}},
		Unless:     fmt.Sprintf("The next recorded choice went one way: of single steps and staying, %s is where one choice would tell these two readings apart soonest.", seen),
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
	said := false
	for i, v := range x.By {
		if math.IsNaN(v) {
			words = append(words, p.readingName(i)+" gives no forecast")
			continue
		}
		puts := "puts it at "
		if said {
			puts = "at "
		}
		said = true
		words = append(words, p.readingName(i)+" "+puts+atOdds(v))
	}
	return reason{Text: upper(list(words)) + ".", Href: "#readings", Link: "the readings"}
}

// fitJudgement says which reading the record speaks for, when one was tried. It
// gives a number only where the choices tell the readings apart and the first
// of them knows more than a coin does.
func (p *page) fitJudgement() *judgement {
	best, covered := p.bestFit()
	if best < 0 {
		return nil
	}
	s := &p.Trial.Readings[best]
	name := quote(titleOr(s.Title, s.Name))
	parts := []ground{fitGround(covered)}
	if p.overlap() {
		parts = append(parts, ground{-1, "the intervals of the readings’ weights overlap"})
	}
	if p.Trial.Later > 0 {
		parts = append(parts, ground{0, count(p.Trial.Later, "choice of the trial is", "choices of the trial are") + " later than the as-of date"})
	}
	j := &judgement{Because: []reason{{Text: firstSentence(p.Trial.Finding), Href: "#trial", Link: "the trial"}}}
	switch {
	case p.undecided():
		j.Sentence = "The record cannot yet say which reading is best."
		j.Unless = "One reading gave clearly better odds to the next choices than the others."
	case !beatsToss(s):
		why := p.tossWords()
		if why == "" {
			why = "it does not itself do clearly better than a coin toss"
		}
		parts = append(parts, ground{-2, "a reading that does not beat chance may lead by erring less"})
		j.Sentence = fmt.Sprintf("%s comes nearest to the record, but %s: leading is not describing.", name, why)
		j.Unless = "A reading gave clearly better odds than a coin toss to the next choices."
	default:
		j.Sentence = fmt.Sprintf("%s that, of these %d readings, %s describes %s best.", chance(s.Posterior), len(p.Trial.Readings), name, p.subjectName())
		j.Unless = "Another reading gave clearly better odds to the next choices, or this one no longer did better than a coin toss."
		if s.Verdict != "" {
			j.Because = append(j.Because, reason{Text: s.Verdict, Href: "#trial", Link: "the scores"})
		}
	}
	j.Confidence = confidenceIn(parts)
	return j
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
