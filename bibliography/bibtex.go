package bibliography

import (
	"fmt"
	"strings"

	"reckon"
)

// tex writes what means something to TeX so that it means itself.
var tex = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\textbraceleft{}`, "}", `\textbraceright{}`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`,
	"%", `\%`, "&", `\&`, "$", `\$`, "#", `\#`, "_", `\_`, "--", "-{}-", "\u00a0", "~")

// bare keeps braces, which must come in pairs, out of addresses.
var bare = strings.NewReplacer("{", "%7B", "}", "%7D", "\n", "%0A")

// writeBibTeX writes entries as sources.bib has them. Letters with marks are
// written as they are: UTF-8 is what BibTeX files are read as.
func writeBibTeX(sources []reckon.Source) []byte {
	var b strings.Builder
	for i := range sources {
		s := &sources[i]
		fmt.Fprintf(&b, "@misc{%s,\n", s.Key)
		field := func(name, value string) {
			if value != "" {
				fmt.Fprintf(&b, "  %-12s = {%s},\n", name, value)
			}
		}
		field("title", tex.Replace(s.Title))
		field("author", tex.Replace(strings.ReplaceAll(s.Author, "; ", " and ")))
		field("publisher", tex.Replace(s.Publisher))
		field("date", dateText(s))
		field("url", bare.Replace(s.URL))
		field("file", bare.Replace(s.File))
		field("reliability", s.Reliability)
		field("derives_from", s.Origin)
		field("note", tex.Replace(s.Note))
		b.WriteString("}\n\n")
	}
	return []byte(b.String())
}
