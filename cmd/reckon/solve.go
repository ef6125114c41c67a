package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon"
	"reckon/workbench"
)

// mostListed is how many equilibria the text lists; JSON lists them all.
const mostListed = 5

func solveVerb() verb {
	var set workbench.SolveSettings
	var concepts []string
	var limit time.Duration
	return verb{
		use:   "solve CASE",
		short: "Say what is stable, for whom, and why",
		long: `Computes which states are stable for each actor in each reading, and says in
plain sentences who would move from today's state, to what, and why not.
CASE is a case folder, or one .hcl, .gmcr, .nfg or .efg file.

Concepts say whom an actor expects to answer his move, and how: Nash nobody, GMR
anyone in any way, SMR the same with his own last word, SEQ only to their own
gain, SSEQ the same with his own last word, SIM at the same moment. When asked
for: Tableau corrects SEQ by moves at the same moment; L1, L2 and so on look
that many moves ahead, NM without end. Sentences use the concept of each mind.
A state is written with one letter per option, Y or N, in file order.

Up to 26 options all states are listed. Beyond that, up to 64, the state to be
explained is decided alone, by satisfiability, and no state is listed.`,
		example: `  reckon solve cases/supreme-leader
  reckon solve cases/supreme-leader --reading third-path --actor khamenei
  reckon solve cases/catalogue/hipel1993/elmira-1991 --state YNYNN
  reckon solve cases/catalogue/hipel1993/elmira-1991 --json --summary
  reckon solve cases/catalogue/tucker1950/prisoners.gmcr --concept Nash,SEQ`,
		args: cobra.ExactArgs(1),
		flags: func(f *pflag.FlagSet) {
			f.StringVar(&set.Reading, "reading", "", "only this reading")
			f.StringVar(&set.View, "view", "", "as this actor sees it; A/B: as A thinks that B does")
			f.StringSliceVar(&concepts, "concept", nil, "only these concepts, separated by commas")
			f.StringVar(&set.Profile, "profile", "", "concepts of a mixed profile: a=GMR,b=SEQ")
			f.StringVar(&set.State, "state", "", "explain this state (Y/N letters) in place of today's")
			f.StringVar(&set.Actor, "actor", "", "explain this actor only")
			f.BoolVar(&set.Verify, "verify", false, "re-validate the certificates of the state")
			f.DurationVar(&limit, "limit", time.Minute, "beyond 26 options: when to give up")
			f.BoolVar(&set.Summary, "summary", false, "count states in place of listing them")
		},
		offers: solveOffers,
		run: func(d *desk, args []string) error {
			if limit <= 0 {
				return fmt.Errorf("--limit is a time above 0, such as 90s or 5m, not %s", limit)
			}
			for _, c := range concepts {
				set.Concepts = append(set.Concepts, reckon.Concept(c))
			}
			start := time.Now()
			set.Stop = func() bool { return time.Since(start) > limit }
			return solve(d, args[0], set)
		},
	}
}

func solve(d *desk, path string, set workbench.SolveSettings) error {
	start := time.Now()
	return answer(d, "solve", path, func(b *workbench.Bench, progress progress) (costed, error) {
		set.Progress = progress
		s, err := b.Solve(set)
		if err != nil || !set.Summary {
			return costed{Solved: s}, err
		}
		return costed{s, &spent{time.Since(start).Seconds(), peakBytes()}}, nil
	}, func(c costed) {
		solveText(d, c.Solved)
		for _, text := range c.Assumes {
			d.print("")
			d.say("", text)
		}
		if c.spent != nil {
			d.print("\n%.3f seconds, %.0f MB at the peak.", c.Seconds, float64(c.PeakBytes)/1e6)
		}
	})
}

// costed is what was solved and, in a summary, what that cost.
type costed struct {
	*workbench.Solved
	*spent
}

// spent is what an answer cost, from the first file opened.
type spent struct {
	Seconds   float64 `json:"seconds"`
	PeakBytes int64   `json:"peak_bytes"`
}

func solveText(d *desk, s *workbench.Solved) {
	size := fmt.Sprintf("%s: too many states to list, so the state explained is decided alone.", count(len(s.Options), "option"))
	if s.States > 0 {
		size = fmt.Sprintf("%s, %s possible.", count(len(s.Options), "option"), count(s.States, "state"))
	}
	d.head(&s.Head, size)
	if !s.Possible {
		why := "it is impossible"
		if s.Why != "" {
			why = fmt.Sprintf("the rule %q makes it impossible", s.Why)
		}
		d.say("", fmt.Sprintf("Nobody can be there: %s. Choose another to explain with --state.", why))
	}
	if s.View != "" {
		d.say("", fmt.Sprintf("All of this as %s sees it. States are those of the world; what is not known there counts as off.", s.Viewer))
	}
	all := perReading(s)
	same := agreed(all)
	if len(same) > 0 {
		d.print("\n%s\n", d.bold("In every reading"))
		for _, h := range all[0].Holdings {
			if same[h.Actor] {
				tellHolding(d, h)
			}
		}
	}
	for _, one := range all {
		d.print("")
		readingText(d, s, one, same)
	}
}

// agreed names the actors of whom several readings say the very same.
func agreed(all []workbench.Stability) map[string]bool {
	same := map[string]bool{}
	if len(all) < 2 {
		return same
	}
	for i, h := range all[0].Holdings {
		same[h.Actor] = !slices.ContainsFunc(all[1:], func(other workbench.Stability) bool {
			return !slices.Equal(other.Holdings[i].Says, h.Says) || other.Holdings[i].Concept != h.Concept
		})
	}
	maps.DeleteFunc(same, func(_ string, agree bool) bool { return !agree })
	return same
}

// tellHolding tells what an actor would do; one who never has a move is left out.
func tellHolding(d *desk, h workbench.Holding) {
	if !h.Idle {
		d.say("  ", fmt.Sprintf("%s [%s]", strings.Join(h.Says, " "), h.Concept))
	}
}

// perReading returns what was solved, in file order.
func perReading(s *workbench.Solved) []workbench.Stability {
	if len(s.Order) == 0 {
		return []workbench.Stability{s.Stability}
	}
	var all []workbench.Stability
	for _, name := range s.Order {
		all = append(all, s.ByReading[name])
	}
	return all
}

func readingText(d *desk, s *workbench.Solved, one workbench.Stability, told map[string]bool) {
	d.reading(one.Reading, one.Heading)
	for _, h := range one.Holdings {
		if !told[h.Actor] {
			tellHolding(d, h)
		}
	}
	d.leftOut(one.Unknown)
	if one.Reading == "" || len(one.Holdings)+len(one.Unknown) > 0 {
		d.print("")
	}
	defer d.certified(one.Verified, "actor, concept and view (L_h and NM up to 12 options)")
	if one.Equilibria == nil {
		hereTable(d, s, one)
		return
	}
	stableTable(d, s, one)
	besideTable(d, s, one)
	mixedText(d, s, one)
	equilibriaTable(d, s, one)
}

// certified says how many certificates were re-validated.
func (d *desk) certified(n int, of string) {
	if n > 0 {
		d.print("")
		d.say("  ", fmt.Sprintf("%s, for every %s, were re-validated by the independent checker.", count(n, "certificate"), of))
	}
}

// besideTable sets what the viewer thinks that each actor would do in the state
// explained beside what each would do in his own eyes.
func besideTable(d *desk, s *workbench.Solved, one workbench.Stability) {
	if one.Otherwise == nil {
		return
	}
	word := map[bool]string{true: "stay", false: "move"}
	heads := byConcept("seen|own", s.Concepts)
	var rows [][]string
	wrong := 0
	for _, a := range s.Actors {
		row := []string{a}
		for _, k := range s.Concepts {
			seen, own := one.Here[a][k], one.Otherwise[a][k]
			cell := word[seen]
			if seen != own {
				cell += "|" + word[own]
				wrong++
			}
			row = append(row, cell)
		}
		rows = append(rows, row)
	}
	d.print("")
	if wrong == 0 {
		d.print("  no verdict on this state differs from the actor's own")
		return
	}
	d.table(heads, rows)
	d.print("  first as seen by %s, then in his own eyes, where they differ", s.View)
}

// profiled reports whether the actors follow different concepts.
func profiled(one workbench.Stability) bool {
	kinds := map[reckon.Concept]bool{}
	for _, k := range one.Profile {
		kinds[k] = true
	}
	return len(kinds) > 1
}

// mixedText tells the equilibria in which each actor follows a concept of his own.
func mixedText(d *desk, s *workbench.Solved, one workbench.Stability) {
	if !profiled(one) {
		return
	}
	var names []string
	for _, a := range s.Actors {
		if k, decides := one.Profile[a]; decides {
			names = append(names, a+" "+string(k))
		}
	}
	here := ""
	if one.MixedHere {
		here = ", the state explained among them"
	}
	d.print("")
	d.say("  ", fmt.Sprintf("Each by a concept of his own (%s): %s stable for everyone%s.", strings.Join(names, ", "), countIs(one.Mixed.Count, "state"), here))
}

// byConcept heads a table with one column for each concept.
func byConcept(first string, concepts []reckon.Concept) []string {
	heads := []string{first}
	for _, k := range concepts {
		heads = append(heads, string(k))
	}
	return heads
}

// hereTable says under which concepts each actor stays in the state explained.
func hereTable(d *desk, s *workbench.Solved, one workbench.Stability) {
	heads := byConcept("would stay", s.Concepts)
	var rows [][]string
	for _, a := range s.Actors {
		row := []string{a}
		for _, k := range s.Concepts {
			if stays, decided := one.Here[a][k]; decided {
				row = append(row, map[bool]string{true: "yes", false: "no"}[stays])
			}
		}
		if len(row) == len(heads) {
			rows = append(rows, row)
		}
	}
	d.table(heads, rows)
}

// stableTable counts the stable states of each actor and marks those under which
// he stays in the state explained.
func stableTable(d *desk, s *workbench.Solved, one workbench.Stability) {
	heads := byConcept("stable states", s.Concepts)
	var rows [][]string
	for _, a := range s.Actors {
		row := []string{a}
		for _, k := range s.Concepts {
			row = append(row, fmt.Sprintf("%d%s", one.Stable[a][k].Count, mark(one.Here[a][k])))
		}
		rows = append(rows, row)
	}
	all := []string{"everyone"}
	for _, k := range s.Concepts {
		here := s.Possible
		for _, held := range one.Here {
			here = here && held[k]
		}
		all = append(all, fmt.Sprintf("%d%s", one.Equilibria[k].Count, mark(here)))
	}
	rows = append(rows, all)
	d.table(heads, rows)
	if slices.ContainsFunc(slices.Concat(rows...), func(cell string) bool { return strings.HasSuffix(cell, "*") }) {
		d.print("  * the state explained is among them")
	}
}

func mark(here bool) string {
	if here {
		return " *"
	}
	return ""
}

// equilibriaTable lists the states that are stable for everyone, those nearest
// to the state explained first, by what would have to change.
func equilibriaTable(d *desk, s *workbench.Solved, one workbench.Stability) {
	under := map[string][]string{}
	for _, k := range s.Concepts {
		if one.Equilibria[k].Letters == nil {
			return
		}
		for letters := range one.Equilibria[k].Letters {
			under[letters] = append(under[letters], string(k))
		}
	}
	if profiled(one) {
		for letters := range one.Mixed.Letters {
			under[letters] = append(under[letters], "own")
		}
	}
	if len(under) == 0 {
		d.print("\nNo state is stable for everyone under any of these concepts.")
		return
	}
	states := slices.SortedFunc(maps.Keys(under), func(a, b string) int {
		return cmp.Or(
			cmp.Compare(len(changes(&s.Head, a)), len(changes(&s.Head, b))),
			cmp.Compare(len(under[b]), len(under[a])),
			strings.Compare(b, a))
	})
	var rows [][]string
	for _, letters := range states[:min(mostListed, len(states))] {
		change := cmp.Or(strings.Join(changes(&s.Head, letters), " "), "none")
		rows = append(rows, []string{letters, strings.Join(under[letters], " "), change})
	}
	d.print("")
	d.table([]string{"stable for everyone", "under", "change from the state explained"}, rows)
	if more := len(states) - len(rows); more > 0 {
		d.print("  … and %d more, farther away; --json lists them all", more)
	}
}

// solveOffers completes the names that only the case knows.
func solveOffers(*desk) map[string]func([]string) []string {
	named := func(names func(*reckon.Case) []string) func([]string) []string {
		return func(args []string) []string {
			if len(args) == 0 {
				return nil
			}
			b, err := workbench.Open(args[0])
			if err != nil {
				return nil
			}
			return names(b.Case)
		}
	}
	actors := named(func(c *reckon.Case) []string {
		var names []string
		for _, a := range c.Actors {
			names = append(names, a.Name)
		}
		return names
	})
	return map[string]func([]string) []string{
		"actor": actors,
		"view":  actors,
		"reading": named(func(c *reckon.Case) []string {
			var names []string
			for _, r := range c.Readings {
				names = append(names, r.Name)
			}
			return names
		}),
	}
}
