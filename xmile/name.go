package xmile

import (
	"fmt"
	"strings"
	"unicode"
)

// spaced undoes how names are written in files and equations: underscores, line
// breaks and runs of space are one space.
func spaced(name string) string {
	name = strings.TrimSpace(name)
	if len(name) > 1 && name[0] == '"' && name[len(name)-1] == '"' {
		name = name[1 : len(name)-1]
	}
	return strings.Join(strings.Fields(escapes.Replace(name)), " ")
}

// escapes are the ways in which a name says space, a quotation mark or a backslash.
var escapes = strings.NewReplacer(`\n`, " ", `\r`, " ", `\t`, " ", `\"`, `"`, `\\`, `\`, "_", " ", "\u00a0", " ")

// key is what two spellings of one name share.
func key(name string) string { return strings.ToLower(spaced(name)) }

// plain are letters of the Latin alphabet with marks, and what they are without.
var plain = func() map[rune]string {
	m := map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ı': "i"}
	for base, marked := range map[string]string{
		"a": "àáâãäåāăą", "c": "çćč", "d": "ď", "e": "èéêëēęě", "g": "ğ", "i": "ìíîïī", "n": "ñńň", "o": "òóôõöōő",
		"r": "řŕ", "s": "śşšș", "t": "ťțţ", "u": "ùúûüūůű", "y": "ýÿ", "z": "źżž",
	} {
		for _, r := range marked {
			m[r] = base
		}
	}
	return m
}()

// reckonName turns a name into one of the case language: a to z, digits and
// underscores, a letter first.
func reckonName(name string) string {
	var b strings.Builder
	for _, r := range key(name) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case plain[r] != "":
			b.WriteString(plain[r])
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			fmt.Fprintf(&b, "_u%04x_", r)
		case r != '\'' && !unicode.IsMark(r):
			b.WriteByte('_')
		}
	}
	s := strings.Join(strings.FieldsFunc(b.String(), func(r rune) bool { return r == '_' }), "_")
	if s == "" || s[0] >= '0' && s[0] <= '9' {
		s = strings.TrimSuffix("v_"+s, "_")
	}
	if reserved[s] {
		s += "_value"
	}
	return s
}

// reserved are words that case text reads otherwise than as a measure.
var reserved = map[string]bool{"true": true, "false": true, "null": true, "for": true, "in": true, "if": true}

// names gives every thing of a case a name of its own. It holds how often each name
// was asked for.
type names map[string]int

// take returns the name, or the first free one of name_2, name_3 and so on.
func (n names) take(name string) string {
	free := name
	for n[free] > 0 {
		n[name]++
		free = fmt.Sprintf("%s_%d", name, n[name])
	}
	n[free] = 1
	return free
}
