package reading

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reckon/names"
)

// identity tells which entities of several documents are one. Each document names
// its people in its own way: President Tomas Brandl in one, Brandl in another, the
// president of Karelund in a third.
type identity struct {
	same  map[string]string // ID → ID
	title map[string]string // surname in lower case → ID
	name  map[string]string // ID → the longest name
}

// bearer is somebody with a name who holds an office in a document.
type bearer struct {
	id      string
	account *Account
}

// identify joins a surname to the one full name that ends in it, and an office
// without a name to the one person who holds it in any document, or in those that
// speak of the same state. Where two would fit, nothing is joined.
func identify(accounts []*Account) *identity {
	id := &identity{same: map[string]string{}, title: map[string]string{}, name: map[string]string{}}
	holders := map[string][]bearer{} // by office
	var nameless []*names.Entity
	for _, a := range accounts {
		for i := range a.Cast.Entities {
			e := &a.Cast.Entities[i]
			if e.Kind != names.Person || e.ID == "" {
				continue
			}
			if !named(e.Name) {
				nameless = append(nameless, e)
				continue
			}
			id.name[e.ID] = e.Name
			for _, office := range a.offices(i) {
				holders[office] = append(holders[office], bearer{e.ID, a})
			}
		}
	}
	id.surnames()
	for _, e := range nameless {
		all := holders[office(e.Name)]
		one, ok := id.only(all)
		if _, state, _ := strings.Cut(e.Name, " of "); !ok && state != "" {
			one, ok = id.only(slices.DeleteFunc(slices.Clone(all), func(b bearer) bool { return !b.account.speaksOf(state) }))
		}
		if ok {
			id.same[e.ID] = one
		}
	}
	return id
}

// speaksOf says whether a document speaks of a state by its name.
func (a *Account) speaksOf(state string) bool {
	return slices.ContainsFunc(a.Cast.Entities, func(e names.Entity) bool { return e.Kind == names.State && e.Name == state })
}

// only gives the ID that all bearers share.
func (id *identity) only(all []bearer) (one string, ok bool) {
	for i, b := range all {
		at := id.of(b.id)
		if i > 0 && at != one {
			return "", false
		}
		one = at
	}
	return one, one != ""
}

// surnames joins Brandl to Tomas Brandl.
func (id *identity) surnames() {
	full := map[string][]string{}
	for at, name := range id.name {
		if words := strings.Fields(name); len(words) > 1 {
			last := strings.ToLower(words[len(words)-1])
			full[last] = append(full[last], at)
		}
	}
	for last, all := range full {
		if len(all) == 1 {
			id.title[last] = all[0]
		}
	}
	for at, name := range id.name {
		if one := id.title[strings.ToLower(name)]; one != "" && !strings.Contains(name, " ") {
			id.same[at] = one
		}
	}
}

// of gives the ID that stands for an entity in all documents.
func (id *identity) of(entity string) string {
	if one, ok := id.same[entity]; ok {
		return one
	}
	return entity
}

// holder gives the ID of whoever holds a claim, by his surname where he has none.
func (id *identity) holder(who, name string) string {
	if who == "" {
		words := strings.Fields(name)
		if len(words) == 0 {
			return ""
		}
		return id.title[strings.ToLower(words[len(words)-1])]
	}
	return id.of(who)
}

// called gives the longest name.
func (id *identity) called(entity, otherwise string) string {
	if name := id.name[entity]; name != "" {
		return name
	}
	return otherwise
}

// named says whether somebody has a name, not an office only.
func named(name string) bool {
	r, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(r) && !strings.Contains(name, " of ")
}

// office gives what somebody without a name is called: president for "president of
// Karelund".
func office(name string) string {
	before, _, _ := strings.Cut(strings.ToLower(name), " of ")
	return strings.TrimPrefix(strings.TrimPrefix(before, "the "), "a ")
}

// offices lists what an entity is called beside its name: "the president", "their
// commander".
func (a *Account) offices(entity int) []string {
	var all []string
	for _, m := range a.Cast.Mentions {
		if m.Entity != entity {
			continue
		}
		tokens := a.Text.Sentences[m.Sentence].Tokens
		var words []string
		for _, t := range tokens[m.From:m.To] {
			r, _ := utf8.DecodeRuneInString(t.Text)
			switch low := strings.ToLower(t.Text); {
			case !unicode.IsLetter(r) || t.Relation.Is("det") || t.Relation == "nmod:poss":
			case !strings.Contains(strings.ToLower(a.Cast.Entities[entity].Name), low):
				words = append(words, low)
			}
		}
		if called := office(strings.Join(words, " ")); called != "" && m.By != "pronoun" && !slices.Contains(all, called) {
			all = append(all, called)
		}
	}
	return all
}
