package petrarch

import (
	"strings"

	"reckon"
)

// agent is a role whose code is put before or behind that of an actor.
type agent struct {
	code   string
	before bool
}

// ReadAgents reads roles: NAME {PLURAL} [~CODE] puts the code behind that of the
// actor, [CODE~] before it. Without braces the plural is regular, with empty
// ones there is none. !SET! = A, B makes a set; a name that holds !SET! stands
// for one name per member.
func (d *Dictionary) ReadAgents(name, text string) []reckon.Diagnostic {
	var faults []reckon.Diagnostic
	sets := map[string][]string{}
	for l := range lines(name, text) {
		if set, members, found := strings.Cut(l.text, "="); found && strings.HasPrefix(strings.TrimSpace(set), "!") {
			for m := range strings.SplitSeq(members, ",") {
				sets[strings.TrimSpace(set)] = append(sets[strings.TrimSpace(set)], strings.TrimSpace(m))
			}
			continue
		}
		label, codes, ok := brackets(l.text)
		if !ok || len(codes) != 1 {
			faults = append(faults, unread(l, "A role needs one code in brackets: NAME [~GOV]."))
			continue
		}
		a, ok := parseAgent(codes[0])
		if !ok {
			faults = append(faults, unread(l, "The code needs a ~ before or behind it, which stands for the actor: [~GOV] or [NGO~]."))
			continue
		}
		singular, plurals, ok := inflected(label)
		if !ok || singular == "" {
			faults = append(faults, unread(l, "A brace is opened and not closed, or the name is missing."))
			continue
		}
		for _, form := range append([]string{singular}, plurals...) {
			expanded, known := expand(form, sets)
			if !known {
				faults = append(faults, unread(l, "It names a set that is not defined above: write !SET! = A, B first."))
				break
			}
			for _, e := range expanded {
				d.agents.add(parsePhrase(e, false), a)
			}
		}
	}
	return faults
}

func parseAgent(s string) (agent, bool) {
	s = strings.ToUpper(strings.TrimSpace(s))
	if code, ok := strings.CutPrefix(s, "~"); ok && code != "" {
		return agent{code: code}, true
	}
	code, ok := strings.CutSuffix(s, "~")
	return agent{code: code, before: true}, ok && code != ""
}

// inflected reads NAME {PLURAL PLURAL}.
func inflected(s string) (singular string, plurals []string, ok bool) {
	name, rest, braces := strings.Cut(s, "{")
	name = strings.TrimSpace(name)
	if !braces {
		if strings.Contains(name, "}") {
			return "", nil, false
		}
		return name, []string{plural(strings.TrimRight(name, "_"))}, true
	}
	inside, behind, closed := strings.Cut(rest, "}")
	if !closed || strings.TrimSpace(behind) != "" {
		return "", nil, false
	}
	return name, strings.Fields(inside), true
}

// plural makes the regular plural of an upper-case noun.
func plural(s string) string {
	n := len(s)
	switch {
	case n > 1 && s[n-1] == 'Y' && !strings.ContainsRune("AEIOU", rune(s[n-2])):
		return s[:n-1] + "IES"
	case strings.HasSuffix(s, "S"), strings.HasSuffix(s, "X"), strings.HasSuffix(s, "CH"), strings.HasSuffix(s, "SH"):
		return s + "ES"
	}
	return s + "S"
}

// maxExpanded bounds what the sets of one name may multiply to.
const maxExpanded = 256

// expand puts the members of sets in their places.
func expand(s string, sets map[string][]string) ([]string, bool) {
	from := strings.IndexByte(s, '!')
	if from < 0 {
		return []string{s}, true
	}
	to := strings.IndexByte(s[from+1:], '!')
	if to < 0 {
		return nil, false
	}
	members := sets[s[from:from+to+2]]
	var all []string
	for _, m := range members {
		rest, ok := expand(s[:from]+m+s[from+to+2:], sets)
		if !ok || len(all)+len(rest) > maxExpanded {
			return nil, false
		}
		all = append(all, rest...)
	}
	return all, members != nil
}
