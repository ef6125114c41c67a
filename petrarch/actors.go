package petrarch

import (
	"strings"
	"time"

	"reckon"
)

// actor is a name's codes; a name may have had several in time.
type actor struct{ codes []dated }

// dated is a code with the days on which it holds; 0 leaves an end open. A code
// without days holds where no other does.
type dated struct {
	code        string
	first, last reckon.Date
}

// on gives the code of a day: the first whose days hold it, else one without
// days, else "".
func (a *actor) on(day reckon.Date) string {
	plain := ""
	for _, c := range a.codes {
		if c.first == 0 && c.last == 0 {
			if plain == "" {
				plain = c.code
			}
			continue
		}
		if (c.first == 0 || day >= c.first) && (c.last == 0 || day <= c.last) {
			return c.code
		}
	}
	return plain
}

// ReadActors reads names with codes. A line is a name with codes in brackets, a
// synonym behind +, or further codes of the name above; [C <D], [C >D] and
// [C D-E] hold before, after and between days; a name without a code is told.
func (d *Dictionary) ReadActors(name, text string) []reckon.Diagnostic {
	var faults []reckon.Diagnostic
	var current *actor
	var head line
	told := false // of the current name
	flush := func() {
		if current != nil && len(current.codes) == 0 && !told {
			faults = append(faults, fault(head, reckon.Warning, "actor-without-code", "This name has no code",
				"A name needs a code in brackets, on its line or under it: NAME [USA]. Until then it is passed over."))
		}
	}
	for l := range lines(name, text) {
		label, codes, ok := brackets(l.text)
		if !ok {
			faults = append(faults, unread(l, "A bracket is opened and not closed, or something stands behind the codes."))
			continue
		}
		trimmed := strings.TrimSpace(label)
		switch {
		case strings.HasPrefix(trimmed, "+") && current != nil:
			d.actors.add(parsePhrase(trimmed[1:], false), current)
		case trimmed != "" && strings.ContainsAny(trimmed[:1], "+<>[]-"):
			faults = append(faults, unread(l, "A name, a synonym behind + or a code in brackets belongs here."))
			continue
		case trimmed != "":
			flush()
			current, head, told = &actor{}, l, false
			d.actors.add(parsePhrase(trimmed, false), current)
		case current == nil:
			faults = append(faults, unread(l, "This code belongs to no name: none stands above it."))
			continue
		}
		for _, c := range codes {
			code, why := parseDated(c)
			if why != "" {
				told = true
				faults = append(faults, fault(l, reckon.Error, "code", "This code cannot be read", why+" The code is left out."))
				continue
			}
			current.codes = append(current.codes, code)
		}
	}
	flush()
	return faults
}

// brackets splits a line into what stands before the first bracket and the
// contents of all brackets.
func brackets(s string) (label string, codes []string, ok bool) {
	at := strings.IndexByte(s, '[')
	if at < 0 {
		return s, nil, !strings.Contains(s, "]")
	}
	label, s = s[:at], s[at:]
	for s != "" {
		end := strings.IndexByte(s, ']')
		if s[0] != '[' || end < 0 {
			return label, codes, false
		}
		codes = append(codes, s[1:end])
		s = strings.TrimSpace(s[end+1:])
	}
	return label, codes, true
}

// parseDated reads "HOB", "HOB <950601", "HOB >990816" or "HOB 19950601-19990815".
func parseDated(s string) (dated, string) {
	code, limits, _ := strings.Cut(strings.TrimSpace(s), " ")
	if i := strings.IndexAny(code, "<>"); i > 0 {
		code, limits = code[:i], code[i:]+limits
	}
	c := dated{code: strings.ToUpper(code)}
	if code == "" {
		return c, "The brackets are empty; write the code between them, such as [USA]."
	}
	limits = strings.ReplaceAll(limits, " ", "")
	if limits == "" {
		return c, ""
	}
	var ok bool
	if limits[0] == '<' || limits[0] == '>' {
		day, right := parseDay(limits[1:])
		ok = right
		if limits[0] == '<' {
			c.last = day - 1
		} else {
			c.first = day + 1
		}
	} else if from, to, cut := strings.Cut(limits, "-"); cut {
		var left, right bool
		c.first, left = parseDay(from)
		c.last, right = parseDay(to)
		ok = left && right && c.first <= c.last
	}
	if !ok {
		return c, "Its days must be <YYYYMMDD, >YYYYMMDD or YYYYMMDD-YYYYMMDD, the earlier first; YYMMDD will do."
	}
	return c, ""
}

// parseDay reads YYYYMMDD or YYMMDD, whose years run from 1930 to 2029.
func parseDay(s string) (reckon.Date, bool) {
	if len(s) == 6 {
		if s[0] >= '3' {
			s = "19" + s
		} else {
			s = "20" + s
		}
	}
	t, err := time.Parse("20060102", s)
	if err != nil || t.Year() < 2 {
		return 0, false
	}
	return reckon.DateOf(t), true
}
