package exchange

import (
	"errors"
	"fmt"
	"math/bits"
	"strconv"
	"strings"

	"reckon"
	"reckon/lang"
	"reckon/stability"
)

// HCL writes a bare conflict, as Read gives it, in the case language: the case,
// actors and options, impossible rules, and the case's own minds by wants or by
// a direct order. Loading the text gives the same conflict. Where the options
// that are on at the start make an impossible state, it begins in the possible
// one that differs in fewest options, and a note says so. A case that holds more,
// such as readings or sources, is refused: it is case text already.
func (m *Model) HCL() (text []byte, notes []string, err error) {
	c := m.Case
	if len(c.Readings)+len(c.Sources)+len(c.Record)+len(c.Measures)+len(c.Questions) > 0 {
		return nil, nil, errors.New("this is a whole case, and is case text already; only a bare conflict, such as a .gmcr, .nfg or .efg file, can be written so")
	}
	start, err := m.Start()
	if err != nil {
		return nil, nil, err
	}
	var b strings.Builder
	if start != c.Today() {
		notes = append(notes, fmt.Sprintf("the state at the start is impossible, so the case begins in the nearest possible one, %s; set the options that are on as they were", m.letters(start)))
		b.WriteString("# Which options are on at the start was chosen so that the state is possible.\n")
	}
	fmt.Fprintf(&b, "case %s {\ntitle = %s\n}\n", inHCL(c.Name), inHCL(either(c.Title, c.Name)))
	for i, a := range c.Actors {
		fmt.Fprintf(&b, "\nactor %s {\ntitle = %s\n", inHCL(a.Name), inHCL(either(a.Title, a.Name)))
		for _, k := range a.Options {
			writeOption(&b, c.Options[k], start.Has(k))
		}
		b.WriteString("}\n")
		if i == len(c.Actors)-1 && len(c.Impossible) > 0 {
			b.WriteString("\n")
		}
	}
	for i := range c.Impossible {
		rule := &c.Impossible[i]
		text := lang.Written(c, &rule.When)
		fmt.Fprintf(&b, "impossible %s { when = %s }\n", inHCL(either(rule.Name, text)), text)
	}
	for i := range c.Minds {
		writeMind(&b, c, &c.Minds[i])
	}
	text, _ = lang.Format("case.hcl", []byte(b.String())) // what is wrong with it, loading it would say
	return text, notes, nil
}

// Start returns the state that a bare conflict begins in: today's where it is possible,
// else the possible one nearest to it, the lowest of several. Of a conflict too
// large to list it is today's unseen.
func (m *Model) Start() (reckon.State, error) {
	today := m.Case.Today()
	if len(m.Case.Options) > stability.MaxOptions {
		return today, nil
	}
	c, err := m.Conflict()
	if err != nil || c.States().Has(today) {
		return today, err
	}
	nearest, least := today, len(m.Case.Options)+1
	c.States().Each(func(s reckon.State) {
		if n := bits.OnesCount64(uint64(s ^ today)); n < least {
			nearest, least = s, n
		}
	})
	return nearest, nil
}

// writeOption writes an option, on one line when it has but a title.
func writeOption(b *strings.Builder, o reckon.Option, on bool) {
	_, own, _ := strings.Cut(o.Name, ".")
	var rest strings.Builder
	for _, flag := range []struct {
		is   bool
		text string
	}{{on, "on = true\n"}, {o.Final, "reversible = false\n"}, {o.Lost, "resumable = false\n"}} {
		if flag.is {
			rest.WriteString(flag.text)
		}
	}
	if rest.Len() == 0 {
		fmt.Fprintf(b, "option %s { title = %s }\n", inHCL(own), inHCL(either(o.Title, own)))
		return
	}
	fmt.Fprintf(b, "option %s {\ntitle = %s\n%s}\n", inHCL(own), inHCL(either(o.Title, own)), rest.String())
}

func writeMind(b *strings.Builder, c *reckon.Case, m *reckon.Mind) {
	fmt.Fprintf(b, "\nmind %s {\n", inHCL(m.Actor))
	if len(m.Order) > 0 {
		b.WriteString("order = [\n")
		for _, group := range m.Order {
			letters := make([]string, len(group))
			for i, s := range group {
				letters[i] = inHCL(s.Letters(len(c.Options)))
			}
			fmt.Fprintf(b, "[%s],\n", strings.Join(letters, ", "))
		}
		b.WriteString("]\n")
	}
	for i := range m.Wants {
		want := &m.Wants[i]
		text := lang.Written(c, &want.That)
		fmt.Fprintf(b, "want %s {\nthat = %s\n", inHCL(either(want.Name, text)), text)
		if want.Points != 0 {
			fmt.Fprintf(b, "points = %s\n", strconv.FormatFloat(want.Points, 'f', -1, 64))
		}
		b.WriteString("}\n")
	}
	b.WriteString("}\n")
}

// inHCL writes a text in quotes as HCL reads it.
func inHCL(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "${", "$${", "%{", "%%{").Replace(s) + `"`
}
