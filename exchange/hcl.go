package exchange

import (
	"fmt"
	"strconv"
	"strings"

	"reckon"
	"reckon/lang"
)

// WriteHCL writes a bare conflict, as Read gives it, in the case language: the
// case, actors and options, impossible rules, and the case's own minds by wants
// or by a direct order. Loading the text gives the same conflict. Readings,
// record, sources and beliefs are not written: a bare conflict has none.
func WriteHCL(c *reckon.Case) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "case %s {\ntitle = %s\n}\n", inHCL(c.Name), inHCL(either(c.Title, c.Name)))
	for i, a := range c.Actors {
		fmt.Fprintf(&b, "\nactor %s {\ntitle = %s\n", inHCL(a.Name), inHCL(either(a.Title, a.Name)))
		for _, k := range a.Options {
			writeOption(&b, c.Options[k])
		}
		b.WriteString("}\n")
		if i == len(c.Actors)-1 && len(c.Impossible) > 0 {
			b.WriteString("\n")
		}
	}
	for i := range c.Impossible {
		rule := &c.Impossible[i]
		text := lang.Written(c, &rule.When)
		fmt.Fprintf(&b, "impossible %s {\nwhen = %s\n}\n", inHCL(either(rule.Name, text)), text)
	}
	for i := range c.Minds {
		writeMind(&b, c, &c.Minds[i])
	}
	text, _ := lang.Format("case.hcl", []byte(b.String())) // what is wrong with it, loading it would say
	return text
}

func writeOption(b *strings.Builder, o reckon.Option) {
	_, own, _ := strings.Cut(o.Name, ".")
	fmt.Fprintf(b, "option %s {\ntitle = %s\n", inHCL(own), inHCL(either(o.Title, own)))
	for _, flag := range []struct {
		is   bool
		text string
	}{{o.On, "on = true"}, {o.Final, "reversible = false"}, {o.Lost, "resumable = false"}} {
		if flag.is {
			b.WriteString(flag.text + "\n")
		}
	}
	b.WriteString("}\n")
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
