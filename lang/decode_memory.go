package lang

import (
	"slices"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"reckon"
)

// feature reads one respect in which situations are compared.
func (l *loader) feature(f fields) {
	feature := reckon.Feature{Name: f.label, Title: f.title(f.label), At: f.at}
	feature.Now, feature.Text = f.either("now", placeNow)
	l.c.Features = append(l.c.Features, feature)
}

// episodes reads what an actor remembers; his beliefs have been read.
func (l *loader) episodes(f fields, beliefs []reckon.Belief) []reckon.Episode {
	var list []reckon.Episode
	first := map[string]reckon.Range{}
	for _, g := range f.within("episode") {
		if at, taken := first[g.label]; taken {
			l.add(duplicateName(g.named, "episode", g.label, at))
			continue
		}
		first[g.label] = g.named
		l.cause(g.label, g.named)
		e := reckon.Episode{Name: g.label, Title: g.title(g.label), Above: g.recall(), Cites: g.cites(), At: g.at}
		e.Date, _ = g.date("date")
		if len(g.blocks("feature")) == 0 || len(g.blocks("lesson")) == 0 {
			l.add(episodeEmpty(g.at, g.label, len(g.blocks("feature")) == 0))
		}
		e.Features = l.recollections(g)
		e.Lessons = l.lessons(f, g, beliefs)
		if len(e.Features) > 0 && len(e.Lessons) > 0 {
			list = append(list, e)
		}
	}
	return list
}

// recall reads the similarity above which an episode is recalled, below 1.
func (f fields) recall() float64 {
	before := len(f.l.found.all)
	above := f.share("above", 0)
	if above < 1 {
		return above
	}
	if len(f.l.found.all) == before {
		f.l.add(neverRecalled(place(f.attrs["above"].Expr.Range())))
	}
	return 0
}

// recollections reads what the features were at the time of an episode.
func (l *loader) recollections(f fields) []reckon.Recollection {
	var list []reckon.Recollection
	first := map[string]reckon.Range{}
	for _, g := range f.within("feature") {
		if at, taken := first[g.label]; taken {
			l.add(duplicateName(g.named, "feature", g.label, at))
			continue
		}
		first[g.label] = g.named
		if l.names[g.label].kind != "feature" {
			names := l.namesOf("feature")
			l.add(unknownFeature(g.named, g.label, nearest(g.label, names), names))
			continue
		}
		r := reckon.Recollection{Feature: g.label, Was: g.share("was", 0), At: g.at}
		weight, at := g.number("weight", 1)
		if !(weight > 0 && weight < maxWeight) {
			l.add(wrongWeight(at, weight))
			weight = 1
		}
		r.Weight = weight
		list = append(list, r)
	}
	return list
}

// maxWeight keeps sums of weights finite.
const maxWeight = 1e9

// maxStrength keeps exp(strength) finite.
const maxStrength = 100

// lessons reads which kinds an episode makes likelier.
func (l *loader) lessons(mind, f fields, beliefs []reckon.Belief) []reckon.Lesson {
	var list []reckon.Lesson
	first := map[string]reckon.Range{}
	for _, g := range f.within("lesson") {
		if !l.knownActor(g) {
			continue
		}
		lesson := reckon.Lesson{About: g.label, Kind: g.text("kind"), Cites: g.cites(), At: g.at}
		strength, at := g.number("strength", 1)
		if !(strength != 0 && strength >= -maxStrength && strength <= maxStrength) {
			l.add(wrongStrength(at, strength))
			continue
		}
		lesson.Strength = strength
		if at, taken := first[g.label+" "+lesson.Kind]; taken {
			l.add(duplicateName(g.named, "lesson about", g.label, at))
			continue
		}
		first[g.label+" "+lesson.Kind] = g.named
		if l.taught(mind, g, lesson, beliefs) {
			list = append(list, lesson)
		}
	}
	return list
}

// taught reports whether a lesson is about a kind that the actor reckons with.
func (l *loader) taught(mind, f fields, lesson reckon.Lesson, beliefs []reckon.Belief) bool {
	i := slices.IndexFunc(beliefs, func(b reckon.Belief) bool { return b.About == lesson.About })
	switch {
	case !f.has("kind"): // reported as missing
		return false
	case i < 0:
		dropped := slices.ContainsFunc(mind.inner, func(b *hclsyntax.Block) bool {
			return b.Type == "believes" && len(b.Labels) > 0 && b.Labels[0] == lesson.About
		})
		if !dropped { // else reported where it stands
			l.add(lessonWithoutBelief(f.named, mind.label, lesson.About))
		}
		return false
	}
	var kinds []string
	for _, k := range beliefs[i].Kinds {
		kinds = append(kinds, k.Name)
	}
	if !contains(kinds, lesson.Kind) {
		l.add(unknownKind(place(f.attrs["kind"].Expr.Range()), lesson.About, lesson.Kind, nearest(lesson.Kind, l.advised(kinds)), kinds))
		return false
	}
	return true
}
