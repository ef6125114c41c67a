package replication

import (
	"fmt"
	"slices"
	"strings"

	"reckon/arena/council"
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
	long              func() []Row // the same from more runs, where there are some
}

// areas lists the fields. A new one is a function that makes rows and an entry here.
func areas() []area {
	return []area{{
		name: "strategy", title: "Strategy: stability, coalitions, follow-up",
		says: "States are numbered from 1 among the possible ones, ascending, the first option being the lowest binary digit, as in the sources. Where nothing else is said, opponents answer by legal sequences: nobody moves twice in a row, and A, B, A is legal.",
		rows: Strategy,
	}, {
		name: "time", title: "Time: chance, simulation and what they rest on",
		says: "Numbers agree if they do in every place printed. " + byRuns + " Cases of ours stand in the program as case text.",
		rows: Time,
	}, {
		name: "council", title: "Council: elites who bargain and vote",
		says: "Digits that a source cuts in some places and rounds in others agree if ours do either way. \"Agrees with\" names the switch, as the model calls it, without which ours is not as published; what it is then stands behind it. Where a published program errs against its own model, the default is the model. " + council.Caveat,
		rows: councils,
	}, {
		name: "palace", title: "Palace: juntas, plots and how leaders leave",
		says: "A proposition agrees if the sign is the expected one on average and in two palaces of three, over 200 drawn at random. One that rests on a weight of ours comes out because the weight was set so; one that rests on the plot follows from who watches whom. " + byRuns,
		rows: palaces,
	}, {
		name: "street", title: "Street: crowds, civil violence, strikes",
		says: byRuns + " Run 2 of civil violence is 3 runs of 1,000 ticks, with `--long` 20 of 3,000: means over runs with their 95 % interval in brackets, then the spread within a run with its own. A reading of the rules agrees if both printed numbers lie in these intervals and the intervals reach no further than a tenth, for which it takes `--long`. With it none does; under the rules of Mesa, which draw another number of cops in each run, intervals of the waits hold what is printed but stay too wide to tell.",
		rows: streets, long: longStreets,
	}, {
		name: "treasury", title: "Treasury: money, pegs, banks, oil",
		says: "A closed form stands twice where a case comes to the same by steps; where a step puts that off, with a bound of it (within).",
		rows: treasuries,
	}, {
		name: "bargaining", title: "Bargaining over time",
		says: "A closed form stands twice where the minds of a case learn or choose as it says. " + byRuns,
		rows: bargains,
	}}
}

// byRuns is how estimates are to be read.
const byRuns = "Where runs estimate an answer, ours stands with its standard error (±), and agrees if it is within three of them; runs of cases are numbers 0 to 32,767 of seed 1."

// Rows computes one area again, where asked with long runs in place of short ones; an
// unknown name is a bug of the caller.
func Rows(name string, long bool) []Row {
	a := named(name)
	if long && a.long != nil {
		return a.long()
	}
	return a.rows()
}

// Says is how the rows of an area are to be read.
func Says(name string) string { return strings.ReplaceAll(named(name).says, "`", "") }

func named(name string) area {
	all := areas()
	return all[slices.IndexFunc(all, func(a area) bool { return a.name == name })]
}

// Page writes docs/replication.md: every area as a table, remarks below it.
func Page() string {
	var b strings.Builder
	b.WriteString("# Published answers beside ours\n\n")
	b.WriteString("This page is the output of `reckon replicate --markdown`. Every number in the column *ours* is computed anew by that\n")
	b.WriteString("command; nothing is typed in. Misses and misprints stand here too, each misprint with a proof to check by hand.\n")
	for _, a := range areas() {
		b.WriteString(a.section(a.rows()))
	}
	return b.String()
}

// section writes an area's part of the page.
func (a area) section(rows []Row) string {
	var b, notes strings.Builder
	fmt.Fprintf(&b, "\n## %s\n\n%s\n\n%s\n\n", a.title, a.says, Summary(rows))
	b.WriteString("| of | answer | source | published | ours | |\n|---|---|---|---|---|---|\n")
	note := 0
	for _, r := range rows {
		mark := r.Finding()
		if r.Remark() != "" {
			note++
			kind := "Note"
			if r.Verdict == Wrong {
				kind = "Proof"
			}
			mark += fmt.Sprintf(", %s %d", strings.ToLower(kind), note)
			fmt.Fprintf(&notes, "\n**%s %d: %s, %s.** %s\n", kind, note, r.Of, r.Answer, r.Remark())
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", r.Of, r.Answer, r.Source, r.Published, r.Both(), mark)
	}
	return b.String() + notes.String()
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
	switches := ""
	if n := count[Switched]; n > 0 {
		switches = fmt.Sprintf(" and %d under a named switch", n)
	}
	return fmt.Sprintf("Of %d answers, %d of them derived by hand where we know of none in print, we find %d as given%s; %d are wrong as given, with proof; %d we do not reproduce.",
		len(rows), hand, count[Agrees], switches, count[Wrong], count[Misses])
}

// byHand begins the source of an answer that was derived from the definition.
const byHand = "derived by hand"
