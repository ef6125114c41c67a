package replication

import (
	"fmt"
	"slices"
	"strings"
)

// Areas lists what can be replicated.
func Areas() []string {
	var names []string
	for _, a := range areas() {
		names = append(names, a.name)
	}
	return names
}

// area is one field of the literature.
type area struct {
	name, title, says string
	rows              func() []Row
}

// areas lists the fields. A new one is a function that makes rows and an entry here.
func areas() []area {
	return []area{{
		name: "strategy", title: "Strategy: stability, coalitions, follow-up",
		says: "States are numbered from 1 among the possible ones, ascending, the first option being the lowest binary digit, as in the sources. Where nothing else is said, opponents answer by legal sequences: nobody moves twice in a row, and A, B, A is legal.",
		rows: Strategy,
	}, {
		name: "time", title: "Time: chance, simulation and what they rest on",
		says: "Numbers agree if they do in every place printed. Where runs estimate an answer, ours stands with its standard error (±), and agrees if it is within three of them; where a step puts it off, with a bound of that (within). Cases of ours stand in the program as case text, and runs are numbers 0 to 32,767 of seed 1.",
		rows: Time,
	}}
}

// Rows computes one area again; an unknown name is a bug of the caller.
func Rows(name string) []Row {
	all := areas()
	return all[slices.IndexFunc(all, func(a area) bool { return a.name == name })].rows()
}

// Page writes docs/replication.md: every area as a table, proofs below it.
func Page() string {
	var b strings.Builder
	b.WriteString("# Published answers beside ours\n\n")
	b.WriteString("This page is the output of `reckon replicate --markdown`. Every number in the column *ours* is computed anew by that\n")
	b.WriteString("command; nothing is typed in. Misses and misprints stand here too, each misprint with a proof to check by hand.\n")
	for _, a := range areas() {
		rows := a.rows()
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n%s\n\n", a.title, a.says, Summary(rows))
		b.WriteString("| of | answer | source | published | ours | |\n|---|---|---|---|---|---|\n")
		note := 0
		for _, r := range rows {
			mark := string(r.Verdict)
			if len(r.Proof) > 0 {
				note++
				mark += fmt.Sprintf(", proof %d", note)
			}
			fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", r.Of, r.Answer, r.Source, r.Published, r.Ours, mark)
		}
		note = 0
		for _, r := range rows {
			if len(r.Proof) > 0 {
				note++
				fmt.Fprintf(&b, "\n**Proof %d: %s, %s.** %s\n", note, r.Of, r.Answer, strings.Join(r.Proof, "\n"))
			}
		}
	}
	return b.String()
}

// Summary counts the verdicts in a sentence.
func Summary(rows []Row) string {
	count := map[Verdict]int{}
	hand := 0
	for _, r := range rows {
		count[r.Verdict]++
		if strings.HasPrefix(r.Source, byHand) {
			hand++
		}
	}
	return fmt.Sprintf("Of %d answers, %d of them derived by hand where we know of none in print, we find %d as given; %d are wrong as given, with proof; %d we do not reproduce.",
		len(rows), hand, count[Agrees], count[Wrong], count[Misses])
}

// byHand begins the source of an answer that was derived from the definition.
const byHand = "derived by hand"
