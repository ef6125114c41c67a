package lang

import (
	"bytes"
	"fmt"
	"strings"
)

// Reference returns docs/language.md, written from the schema.
func Reference() []byte {
	var b bytes.Buffer
	b.WriteString(referenceHead)
	writeGlossary(&b)
	b.WriteString(referenceText)
	for i := range schema {
		writeBlock(&b, &schema[i])
	}
	writeExpressions(&b)
	writeTables(&b)
	b.WriteString(referenceTail)
	return b.Bytes()
}

// word is one row of the glossary.
type word struct{ word, means string }

// glossary holds the words that code, files, messages and pages share.
var glossary = []word{
	{"case", "a folder that holds everything about one leader or conflict"},
	{"actor", "a party to the conflict: a public leader, an organ, an aggregate public"},
	{"option", "a yes/no course open to one actor"},
	{"state", "which options are on, written as one letter per option in file order, such as YNNY"},
	{"want", "a statement that an actor prefers to be true; the order of wants is their importance"},
	{"red line", "a want whose breach is strongly worse"},
	{"mind", "an actor's wants, beliefs and temper"},
	{"temper", "how an actor decides: concept, caution, precision, stubbornness, emphasis"},
	{"concept", "who he expects to answer his move, and how: Nash, GMR, SMR, SEQ, SSEQ, SIM, Tableau, NM, L1 to L99"},
	{"belief", "what one actor takes another to be, as kinds with odds"},
	{"reading", "one analyst's theory of the subject: minds with sources"},
	{"view", "the conflict as one actor sees it: what he does not know, holds impossible or takes to be final"},
	{"attitude", "how one actor feels about how another fares: positive, neutral or negative"},
	{"record", "what happened, dated, with the choices the leader had"},
	{"choice", "a row of the record on which readings are scored: what he did, and what else was open"},
	{"measure", "a number that moves in time"},
	{"parameter", "a number that stays the same throughout a run and may not be known exactly"},
	{"lookup", "a table of points between which values are read off"},
	{"shock", "something that happens by chance"},
	{"change of mind", "another mind that takes the place of an actor's, on a day or when something holds"},
	{"feature", "one respect in which situations are compared"},
	{"episode", "something that an actor remembers, and the lesson that he draws from it when the present resembles it"},
	{"run", "one course that a case takes in time, drawn by chance"},
	{"scenario", "a named set of changes to what a run would else do"},
	{"question", "something that will be settled by a date"},
	{"reference class", "how often things like the one in question have happened, and who counts them"},
	{"odds", "a probability from 0 to 1; certainty is refused for what has not happened"},
	{"source", "a published document that claims rest on"},
	{"cite", "a place in a source, with what it says in our own words"},
	{"as-of date", "nothing published later may be used, except to score"},
	{"outlook", "probabilities from many runs of a case in time"},
	{"ledger", "issued forecasts and their resolutions"},
	{"brief", "the document that people read"},
}

func writeGlossary(b *bytes.Buffer) {
	b.WriteString("\n## Words\n\n| word | what it means here |\n|---|---|\n")
	for _, w := range glossary {
		fmt.Fprintf(b, "| **%s** | %s |\n", w.word, w.means)
	}
}

// writeBlock writes one block of the schema.
func writeBlock(b *bytes.Buffer, s *block) {
	heading := "`" + s.name + "`"
	if s.within != "" {
		heading += " in `" + s.within + "`"
	}
	label := "Its label is " + s.label
	if s.label == "" {
		label = "It has no label"
	}
	fmt.Fprintf(b, "\n### %s\n\n%s %s. It goes %s.", heading, s.means, label, homeOf(s.name, s))
	if len(s.blocks) > 0 {
		fmt.Fprintf(b, " It may hold: `%s`.", strings.Join(s.blocks, "`, `"))
	}
	b.WriteString("\n")
	if len(s.attributes) > 0 {
		writeAttributes(b, s)
	}
	if s.example != "" {
		fmt.Fprintf(b, "\n```hcl\n%s\n```\n", s.example)
	}
}

// writeAttributes writes a block's table.
func writeAttributes(b *bytes.Buffer, s *block) {
	b.WriteString("\n| setting | holds | when left out | meaning | example |\n|---|---|---|---|---|\n")
	for _, row := range s.attributes {
		writeAttribute(b, row)
	}
}

// writeAttribute writes one row of a block's table.
func writeAttribute(b *bytes.Buffer, row attribute) {
	holds := string(row.kind)
	if row.kind == kindWord {
		holds = joined(row.words, "or")
	}
	standard := row.standard
	switch {
	case row.required:
		standard = "an error"
	case standard == "":
		standard = "nothing"
	}
	fmt.Fprintf(b, "| `%s` | %s | %s | %s | `%s` |\n", row.name, holds, standard, cellText(row.means), cellText(row.example))
}

// cellText keeps a bar in a table's cell from ending the cell.
func cellText(s string) string { return strings.ReplaceAll(s, "|", "\\|") }

func writeExpressions(b *bytes.Buffer) {
	b.WriteString(referenceExpressions)
	b.WriteString(referenceLaws)
	for _, l := range laws {
		fmt.Fprintf(b, "| `%s(%s)` | %s |\n", l.law, strings.Join(l.args, ", "), l.means)
	}
	b.WriteString(referenceFormulas)
	homes := map[uses]string{
		0: "everywhere", useOutcomes: "questions only", useFormulas: "what a run works out", useClock: "what a run works out",
		usePast: "measures and shocks, but no start and no when",
	}
	for _, f := range functions {
		fmt.Fprintf(b, "| `%s()` | %s | %s |\n", f.name, f.means, homes[f.needs])
	}
	b.WriteString(referenceTraps)
}

// writeTables writes the files that are not HCL.
func writeTables(b *bytes.Buffer) {
	b.WriteString("\n## record.csv\n\n" + referenceRecord)
	writeColumns(b, recordColumns)
	b.WriteString(exampleRecord)
	b.WriteString("\n## observations.csv\n\nValues of measures, one a row.\n")
	writeColumns(b, observationColumns)
	b.WriteString(exampleObservations)
	b.WriteString("\n## sources.bib\n\n" + referenceSources + "\n| field | meaning |\n|---|---|\n")
	for _, f := range sourceFields {
		fmt.Fprintf(b, "| `%s` | %s |\n", f.name, f.means)
	}
	b.WriteString(exampleSources)
}

// writeColumns writes the columns of a table.
func writeColumns(b *bytes.Buffer, columns []column) {
	b.WriteString("\n| column | needed | meaning |\n|---|---|---|\n")
	for _, c := range columns {
		needed := ""
		if c.required {
			needed = "yes"
		}
		fmt.Fprintf(b, "| `%s` | %s | %s |\n", c.name, needed, c.means)
	}
}
