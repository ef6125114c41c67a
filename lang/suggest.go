package lang

import (
	"slices"
	"strings"

	"reckon"
)

func contains(list []string, s string) bool { return slices.Contains(list, s) }

// nearest returns the name most like the given one, or "" when none is near:
// at most two slips of the keyboard, fewer in short names.
func nearest(name string, names []string) string {
	if name == "" {
		return ""
	}
	best, least := "", len(name)/3+1
	least = min(least, 2)
	if len(name) <= 2 {
		least = 1
	}
	for _, n := range names {
		if strings.EqualFold(n, name) {
			return n
		}
		if d := slips(strings.ToLower(name), strings.ToLower(n), least); d <= least && (best == "" || d < least) {
			best, least = n, d
		}
	}
	if best != "" {
		return best
	}
	for _, n := range names {
		if len(name) >= 4 && (strings.HasPrefix(n, name) || strings.HasPrefix(name, n) && len(n) >= 3) {
			return n
		}
	}
	return ""
}

// holding returns the one name that holds the given words, or "" when none or
// several do.
func holding(words string, names []string) string {
	words = strings.ToLower(strings.TrimSpace(words))
	found := ""
	for _, n := range names {
		if len(words) < 3 || !strings.Contains(strings.ToLower(n), words) {
			continue
		}
		if found != "" && found != n {
			return ""
		}
		found = n
	}
	return found
}

// slips counts insertions, deletions, changes and swaps of neighbours between
// two names; more than most is reported as most+1.
func slips(a, b string, most int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > most || len(y)-len(x) > most {
		return most + 1
	}
	prev2, prev, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			change := 1
			if x[i-1] == y[j-1] {
				change = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+change)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], prev2[j-2]+1)
			}
		}
		prev2, prev, row = prev, row, prev2
	}
	return prev[len(y)]
}

// plain turns free text into a name that expressions can use.
func plain(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9' && b.Len() > 0:
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "_"):
			b.WriteByte('_')
		}
	}
	return strings.Trim(b.String(), "_")
}

// actorNames lists the actors in file order.
func (l *loader) actorNames() []string {
	var names []string
	for _, a := range l.c.Actors {
		names = append(names, a.Name)
	}
	return names
}

// optionNames lists the options of one actor, or all as actor.option for "".
func (l *loader) optionNames(actor string) []string {
	var names []string
	for _, o := range l.c.Options {
		if actor == "" {
			names = append(names, o.Name)
		} else if own, ok := strings.CutPrefix(o.Name, actor+"."); ok {
			names = append(names, own)
		}
	}
	return names
}

// owners lists the actors that have an option of that name.
func (l *loader) owners(option string) []string {
	var names []string
	for _, o := range l.c.Options {
		if actor, own, _ := strings.Cut(o.Name, "."); own == option {
			names = append(names, actor)
		}
	}
	return names
}

// unknownActor is the message for a name that no actor has.
func (l *loader) unknownActor(at reckon.Range, name string) reckon.Diagnostic {
	return unknownActor(at, name, nearest(name, l.actorNames()), l.actorNames())
}

// unknownActorIn is the message for actor.option when there is no such actor.
func (l *loader) unknownActorIn(at reckon.Range, actor, option string) reckon.Diagnostic {
	near := nearest(actor, l.actorNames())
	if owners := l.owners(option); near == "" && len(owners) == 1 {
		near = owners[0]
	}
	return unknownActor(at, actor, near, l.actorNames())
}

// unknownOption is the message for actor.option when the actor lacks it.
func (l *loader) unknownOption(at reckon.Range, actor, option string) reckon.Diagnostic {
	if left, right, ok := spaced(option, func(a, b string) bool {
		return contains(l.optionNames(actor), a) && l.known(b)
	}); ok {
		return minusInName(at, option, left, right)
	}
	return unknownOption(at, actor, option, nearest(option, l.optionNames(actor)), l.owners(option), l.optionNames(actor))
}

// unknownSource is the message for a key that sources.bib does not have.
func (l *loader) unknownSource(at reckon.Range, key string) reckon.Diagnostic {
	var keys []string
	if len(l.found.all) <= maxAdvised {
		for _, s := range l.c.Sources {
			keys = append(keys, s.Key)
		}
	}
	return unknownSource(at, key, nearest(key, keys), len(l.c.Sources) == 0)
}

// known reports whether a bare word or actor.option means something.
func (l *loader) known(word string) bool {
	return l.names[word].kind != "" || l.c.Actor(word) >= 0 || l.c.Option(word) >= 0
}

// spaced splits a name at a minus sign between two parts that make sense.
func spaced(name string, sense func(a, b string) bool) (left, right string, ok bool) {
	for i := range name {
		if name[i] == '-' && sense(name[:i], name[i+1:]) {
			return name[:i], name[i+1:], true
		}
	}
	return "", "", false
}

// unknownWord is the message for a bare word in an expression that means nothing.
func (l *loader) unknownWord(at reckon.Range, word string) reckon.Diagnostic {
	if left, right, ok := spaced(word, func(a, b string) bool { return l.known(a) && l.known(b) }); ok {
		return minusInName(at, word, left, right)
	}
	if l.c.Actor(word) >= 0 {
		return actorWithoutOption(at, word, l.optionNames(word))
	}
	if owners := l.owners(word); len(owners) > 0 {
		return optionWithoutActor(at, word, owners)
	}
	switch strings.ToLower(word) {
	case "yes", "y", "true":
		return yesForTrue(at, word, "true")
	case "no", "n", "false":
		return yesForTrue(at, word, "false")
	}
	return unknownName(at, word, nearest(word, append(l.namesOf("measure", "parameter"), l.optionNames("")...)))
}
