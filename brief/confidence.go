package brief

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"reckon"
)

// ground is one part of the ground that a judgement stands on: it raises or
// lowers confidence, in words that carry no likelihood.
type ground struct {
	points int
	text   string
}

// confidence words how good the basis of a forecast is, with its parts. It is
// about the basis, not about the event, so no word of likelihood occurs in it.
func (p *page) confidence(actor int, x pooled) string {
	parts := []ground{p.recordGround(), p.sourceGround()}
	if actor != p.subject() {
		parts = []ground{{-2, "the trial tests what " + p.subjectName() + " did, not what " + p.actor(actor) + " did"}, p.sourceGround()}
		if p.Trial == nil || len(p.Case.Readings) == 0 {
			parts[0] = p.recordGround()
		}
	}
	if len(p.Readings) > 1 {
		parts = append(parts, spreadGround(x))
	}
	if g := p.temperGround(p.Case.Actors[actor].Name); g.text != "" {
		parts = append(parts, g)
	}
	return confidenceIn(parts)
}

// confidenceIn names the level and, apart from each other, what speaks for and
// against it.
func confidenceIn(parts []ground) string {
	total := 0
	var plus, minus, even []string
	for _, g := range parts {
		total += g.points
		switch {
		case g.points > 0:
			plus = append(plus, g.text)
		case g.points < 0:
			minus = append(minus, g.text)
		default:
			even = append(even, g.text)
		}
	}
	say := func(head string, texts []string) string {
		if texts == nil {
			return ""
		}
		return " " + head + strings.Join(texts, "; ") + "."
	}
	besides := say("Besides: ", even)
	switch {
	case total >= 3:
		return "Our confidence is high, because " + strings.Join(plus, "; ") + "." + say("Against it: ", minus) + besides
	case total < 0:
		return "Our confidence is low, because " + strings.Join(minus, "; ") + "." + say("In its favour: ", plus) + besides
	}
	return "Our confidence is moderate." + say("In its favour: ", plus) + say("Against it: ", minus) + besides
}

// recordGround asks how much of the record up to the as-of date the readings
// were tested on, and whether any of them knew more than a coin does.
func (p *page) recordGround() ground {
	if p.Trial == nil || len(p.Trial.Readings) == 0 {
		return ground{-2, "no recorded choice tests this model"}
	}
	by := p.coveredBy()
	most := slices.Max(by)
	tests := testedWords(by)
	switch toss := p.tossWords(); {
	case most == 0:
		return ground{-2, "no recorded choice up to the as-of date tests this model"}
	case most < 10 && toss != "":
		return ground{-1, "only " + tests + ", and in the trial " + toss}
	case most < 10:
		return ground{-1, "only " + tests}
	case toss != "":
		return ground{-2, tests + ", and in the trial " + toss}
	case most < 40:
		return ground{0, tests + ", too few to calibrate"}
	}
	return ground{1, tests}
}

// testedWords says on how many choices each reading was tested.
func testedWords(by []int) string {
	if len(by) == 1 {
		return count(by[0], "recorded choice", "recorded choices") + " up to the as-of date " + map[bool]string{true: "tests", false: "test"}[by[0] == 1] + " the reading"
	}
	words := make([]string, len(by))
	for i, n := range by {
		words[i] = fmt.Sprint(n)
	}
	return list(words) + " recorded choices up to the as-of date test the " + fmt.Sprint(len(by)) + " readings, in their order"
}

// sourceGround asks how much of what is said about minds rests on a source.
func (p *page) sourceGround() ground {
	t := p.cited()
	if t.wants+t.beliefs == 0 {
		return ground{-1, "the case states no want and no belief"}
	}
	rate := float64(t.citedWants+t.citedBeliefs) / float64(t.wants+t.beliefs)
	text := t.words()
	if origins := p.origins(); origins > 0 {
		text += ", from " + count(origins, "independent origin", "independent origins")
	}
	switch {
	case rate < 0.4:
		return ground{-1, text}
	case rate < 0.8:
		return ground{0, text}
	}
	return ground{1, text}
}

// spreadGround asks how far the readings are from each other.
func spreadGround(x pooled) ground {
	points := int(math.Round(100 * (x.High - x.Low)))
	switch {
	case x.Voices < 2:
		return ground{-1, "only one reading speaks to this"}
	case points == 0:
		return ground{0, "the readings share one view of this"}
	case points <= 10:
		return ground{1, "the readings lie close together"}
	case points <= 25:
		return ground{0, fmt.Sprintf("the readings lie %d points apart", points)}
	}
	return ground{-1, fmt.Sprintf("the readings lie %d points apart", points)}
}

// temperGround asks whether anyone stated how the actor decides.
func (p *page) temperGround(actor string) ground {
	all := len(reckon.DefaultTemper().Assumed)
	assumed, minds := 0, 0
	for _, r := range p.Readings {
		for _, m := range r.Minds {
			if m.Actor == actor {
				assumed += len(m.Temper.Assumed)
				minds++
			}
		}
	}
	switch {
	case minds == 0 || assumed == 0:
		return ground{}
	case assumed == all*minds:
		return ground{-1, "the temper of " + p.actorNamed(actor) + " is left at its default throughout"}
	}
	return ground{0, fmt.Sprintf("%d of %d settings of the temper of %s are defaults", assumed, all*minds, p.actorNamed(actor))}
}

// tally counts wants and beliefs apart, as the checker does.
type tally struct{ citedWants, wants, citedBeliefs, beliefs int }

// cited counts the statements about minds, and those that rest on a citation.
func (p *page) cited() tally {
	var t tally
	p.statements(func(s statement) {
		all, cited := &t.wants, &t.citedWants
		if s.belief {
			all, cited = &t.beliefs, &t.citedBeliefs
		}
		*all++
		if s.rests {
			*cited++
		}
	})
	return t
}

// words counts what cites a source.
func (t tally) words() string {
	var parts []string
	if t.wants > 0 {
		parts = append(parts, fmt.Sprintf("%d of %s", t.citedWants, count(t.wants, "want", "wants")))
	}
	if t.beliefs > 0 {
		parts = append(parts, fmt.Sprintf("%d of %s", t.citedBeliefs, count(t.beliefs, "belief", "beliefs")))
	}
	verb := " cite a source"
	if t.wants+t.beliefs == 1 {
		verb = " cites a source"
	}
	return list(parts) + verb
}

// origins counts the distinct origins of the sources that minds cite: sources
// that derive from one origin count once.
func (p *page) origins() int {
	seen := map[string]bool{}
	p.statements(func(s statement) {
		for _, c := range s.cites {
			seen[p.origin(c.Source)] = true
		}
	})
	return len(seen)
}

// origin follows a source to where it comes from; a ring stops where it began.
func (p *page) origin(key string) string {
	met := map[string]bool{}
	for !met[key] {
		met[key] = true
		s := p.Case.Source(key)
		if s == nil || s.Origin == "" {
			return key
		}
		key = s.Origin
	}
	return key
}

// statement is one want, direct ranking or belief that the case states.
type statement struct {
	where, what string
	cites       []reckon.Cite
	belief      bool
	rests       bool // on a citation, its own or that of what it stands in
}

// statements visits every want and belief that the case states: the case's own
// minds, then each reading's, the wants of kinds included. They are counted as
// the checker's rules uncited-wants and uncited-beliefs do.
func (p *page) statements(visit func(statement)) {
	minds := func(where string, ms []reckon.Mind) {
		for _, m := range ms {
			who := p.mindOwner(&m, ms)
			if len(m.Order) > 0 {
				visit(statement{where: where, what: "ranking of the states by " + strings.TrimSuffix(who, ","), cites: m.Cites, rests: len(m.Cites) > 0})
			} else {
				wantStatements(visit, where, who, m.Wants, nil)
			}
			for _, b := range m.Beliefs {
				p.beliefStatements(visit, where, who, b)
			}
		}
	}
	minds(p.everywhere(), p.Case.Minds)
	for _, r := range p.Case.Readings {
		minds(titleOr(r.Title, r.Name), r.Minds)
	}
}

// everywhere names where the case's own minds hold.
func (p *page) everywhere() string {
	if len(p.Case.Readings) == 0 {
		return "the case’s own view"
	}
	return "every reading"
}

// wantStatements visits wants; beside holds the citations of what they stand in.
func wantStatements(visit func(statement), where, who string, wants []reckon.Want, beside []reckon.Cite) {
	for _, w := range wants {
		visit(statement{where: where, what: "want of " + strings.TrimSuffix(who, ",") + ": " + quote(wantTitle(w)), cites: w.Cites, rests: len(w.Cites)+len(beside) > 0})
	}
}

// beliefStatements visits one belief and the wants of its kinds. A belief rests
// on a citation when it, or each of its kinds, or each want of a kind has one.
func (p *page) beliefStatements(visit func(statement), where, who string, b reckon.Belief) {
	about := p.actorNamed(b.About)
	kinds := len(b.Kinds) > 0
	cites := slices.Clone(b.Cites)
	for _, k := range b.Kinds {
		beside := append(slices.Clone(b.Cites), k.Cites...)
		cites = append(cites, k.Cites...)
		kind := about + " in the eyes of " + who + " (" + quote(kindTitle(k)) + ")"
		if len(k.Order) > 0 {
			visit(statement{where: where, what: "ranking of the states by " + kind, rests: len(beside) > 0})
		} else {
			wantStatements(visit, where, kind, k.Wants, beside)
		}
		bare := slices.ContainsFunc(k.Wants, func(w reckon.Want) bool { return len(w.Cites) == 0 })
		kinds = kinds && (len(k.Cites) > 0 || len(k.Wants) > 0 && !bare)
	}
	visit(statement{where: where, what: "belief of " + who + " about " + about, cites: cites, belief: true, rests: len(b.Cites) > 0 || kinds})
}

func (p *page) actorNamed(name string) string {
	if i := p.Case.Actor(name); i >= 0 {
		return p.actor(i)
	}
	return name
}

func titleOr(title, name string) string {
	if title != "" {
		return title
	}
	return name
}

func wantTitle(w reckon.Want) string { return titleOr(w.Title, w.Name) }

func kindTitle(k reckon.Kind) string { return titleOr(k.Title, k.Name) }
