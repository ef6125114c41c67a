package lang

import (
	"math"
	"strconv"
	"strings"

	"reckon"
)

// Text writes a case in the case language: one case.hcl with everything that .hcl
// files hold. Sources, the record and observations stand in files of their own.
// Loading the text beside those files gives the same case, but for the places of
// things in their files.
func Text(c *reckon.Case) []byte {
	w := &writer{c: c}
	w.caseBlock()
	for i := range c.Actors {
		w.actor(&c.Actors[i])
	}
	for i := range c.Impossible {
		r := &c.Impossible[i]
		text := Written(c, &r.When)
		w.block("impossible", either(r.Name, text), func(in *writer) { in.line("when", text) })
	}
	w.numbers()
	w.causes()
	for i := range c.Arenas {
		w.arena(&c.Arenas[i])
	}
	for i := range c.Minds {
		w.mind(&c.Minds[i])
	}
	for i := range c.Readings {
		w.reading(&c.Readings[i])
	}
	for i := range c.Questions {
		w.question(&c.Questions[i])
	}
	for i := range c.Scenarios {
		w.scenario(&c.Scenarios[i])
	}
	text, _ := Format("case.hcl", []byte(strings.TrimLeft(w.b.String(), "\n"))) // what is wrong with it, loading it would say
	return text
}

// writer writes what stands in one block, or in the file, without the layout that
// Format gives it.
type writer struct {
	c     *reckon.Case
	b     strings.Builder
	inner bool // within a block
	lines int  // settings; a block counts as several
}

// block writes a block, on one line when it holds but one setting.
func (w *writer) block(kind, label string, inside func(in *writer)) {
	in := &writer{c: w.c, inner: true}
	inside(in)
	w.lines += 2
	if !w.inner {
		w.b.WriteByte('\n')
	}
	w.b.WriteString(kind)
	if label != "" {
		w.b.WriteString(" " + inHCL(label))
	}
	if in.lines > 1 {
		w.b.WriteString(" {\n" + in.b.String() + "}\n")
		return
	}
	w.b.WriteString(" { " + strings.TrimSuffix(in.b.String(), "\n") + " }\n")
}

// line writes a setting as it is.
func (w *writer) line(name, value string) {
	w.lines++
	w.b.WriteString(name + " = " + value + "\n")
}

// text writes a text, where there is one.
func (w *writer) text(name, value string) {
	if value != "" {
		w.line(name, inHCL(value))
	}
}

// title writes a title that is not the name itself.
func (w *writer) title(title, name string) {
	if title != name {
		w.text("title", title)
	}
}

// yes writes true, where it is so.
func (w *writer) yes(name string, is bool) {
	if is {
		w.line(name, "true")
	}
}

// no writes false, where it is so.
func (w *writer) no(name string, is bool) {
	if is {
		w.line(name, "false")
	}
}

// date writes a day, where it is known.
func (w *writer) date(name string, d reckon.Date) {
	if d != 0 {
		w.text(name, d.String())
	}
}

// number writes a number that differs from the one that is left out.
func (w *writer) number(name string, v, standard float64) {
	if v != standard && !math.IsNaN(v) {
		w.line(name, inWords(v))
	}
}

// inWords writes a number that may be infinite.
func inWords(v float64) string {
	if math.IsInf(v, 1) {
		return "infinity"
	}
	return number(v)
}

// expr writes an expression, where it is stated.
func (w *writer) expr(name string, x *reckon.Expr) {
	if x.Op != "" {
		w.line(name, Written(w.c, x))
	}
}

// spread writes a number, an interval or a law, where it is stated.
func (w *writer) spread(name string, s *reckon.Spread) {
	args := make([]string, len(s.Args))
	for i := range s.Args {
		args[i] = Written(w.c, &s.Args[i])
	}
	list := strings.Join(args, ", ")
	switch s.Law {
	case "":
	case reckon.Exact:
		w.line(name, list)
	case reckon.Between:
		w.line(name, "["+list+"]")
	default:
		w.line(name, string(s.Law)+"("+list+")")
	}
}

// moves writes what a move sets, with the actors' names.
func (w *writer) moves(name string, m reckon.Move) {
	var words []string
	for k := range w.c.Options {
		switch {
		case m.On.Has(k):
			words = append(words, "+"+w.c.Options[k].Name)
		case m.Off.Has(k):
			words = append(words, "-"+w.c.Options[k].Name)
		}
	}
	w.text(name, strings.Join(words, " "))
}

// texts writes a list of texts, where there are any.
func (w *writer) texts(name string, list []string) {
	if len(list) == 0 {
		return
	}
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = inHCL(s)
	}
	w.line(name, "["+strings.Join(words, ", ")+"]")
}

// cites writes what something rests on.
func (w *writer) cites(list []reckon.Cite) {
	for i := range list {
		cite := &list[i]
		w.block("cite", cite.Source, func(in *writer) {
			if cite.To > 0 {
				in.line("chars", "["+strconv.Itoa(cite.From)+", "+strconv.Itoa(cite.To)+"]")
			}
			in.text("sum", cite.Sum)
			in.text("page", cite.Page)
			in.text("says", cite.Says)
			in.text("by", cite.By)
			in.number("credibility", float64(cite.Credibility), 0)
		})
	}
}

// either returns the first text, or the second where there is none.
func either(s, other string) string {
	if s != "" {
		return s
	}
	return other
}

// inHCL writes a text in quotes as HCL reads it.
func inHCL(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "${", "$${", "%{", "%%{").Replace(s) + `"`
}
