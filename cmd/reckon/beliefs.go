package main

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon"
	"reckon/beliefmap"
	"reckon/study"
)

// beliefFlags are what beliefs is told.
type beliefFlags struct {
	read              study.Settings
	casePath, holder  string
	with, synonyms    string
	graphml, csv, svg string
	force             bool
}

func beliefsVerb() verb {
	var set beliefFlags
	return verb{
		use:   "beliefs DOCUMENT... [--holder NAME] [--with NAME]",
		short: "Draw what each author holds to cause what, and compare two of them",
		long: `Reads documents and draws who holds what to further or to hinder what: a graph
with a sign, a weight and a source on each link. Phrases that mean one thing are
merged by a table that is printed; --synonyms adds your own (columns phrase,
concept, sign, reason).

Without --holder there is a summary of each holder's map. With it that map is
listed: links, givens and ends, paths that speak against each other, loops.
--with compares it with another holder's: links that only one of them has, and
links of opposite sign. Holders are named as reckon read names them.`,
		example: `  reckon beliefs mycase/documents
  reckon beliefs mycase/documents --svg map.svg --graphml map.graphml
  reckon beliefs mycase/documents --holder "Mara Quist" --with dockers`,
		args: cobra.MinimumNArgs(1),
		flags: func(f *pflag.FlagSet) {
			f.StringVar(&set.holder, "holder", "", "the map of this holder; all: of everybody")
			f.StringVar(&set.with, "with", "", "compare with the map of this holder")
			f.StringVar(&set.synonyms, "synonyms", "", "a table of your own merges, as CSV")
			f.StringVar(&set.casePath, "case", "", "know the actors of this case by their names")
			f.StringVar(&set.graphml, "graphml", "", "write the map for Gephi, yEd and others to this file")
			f.StringVar(&set.csv, "csv", "", "write the statements behind the map to this file")
			f.StringVar(&set.svg, "svg", "", "write the figure to this file")
			f.BoolVar(&set.force, "force", false, "replace files that are there already")
		},
		run: func(d *desk, args []string) error { return drawBeliefs(d, args, &set) },
	}
}

func drawBeliefs(d *desk, paths []string, set *beliefFlags) error {
	if set.casePath != "" {
		b, err := d.open(set.casePath)
		if err != nil {
			return err
		}
		set.read.Known = b.Known()
	}
	report := d.progress("beliefs", time.Now())
	set.read.Progress = func(done, total int) { report("documents", done, total) }
	ctx, stop := interruptible()
	defer stop()
	s, err := study.Read(ctx, paths, set.read)
	if err != nil {
		return err
	}
	d.wipe()
	for _, f := range s.Failed {
		fmt.Fprintf(d.err, "not read: %s\n", f.Message)
	}
	beliefs, found, err := s.Beliefs(set.synonyms)
	for _, f := range found {
		fmt.Fprintln(d.err, wrap(legible(fmt.Sprintf("%s, line %d: %s. %s", f.At.File, f.At.Start.Line, strings.TrimSuffix(f.Summary, "."), f.Detail)), d.width))
	}
	if err != nil {
		return err
	}
	m, err := pick(beliefs, cmp.Or(set.holder, "all"))
	if err != nil {
		return err
	}
	if err := set.files(m); err != nil {
		return err
	}
	var diff *beliefmap.Difference
	if set.with != "" {
		if set.holder == "" {
			return errors.New("--with compares with the map of --holder: give both")
		}
		other, err := pick(beliefs, set.with)
		if err != nil {
			return err
		}
		compared := beliefmap.Compare(m, other)
		diff = &compared
	}
	if d.json {
		return d.encode(beliefsJSON(beliefs, m, diff, found))
	}
	switch {
	case diff != nil:
		d.difference(diff)
	case set.holder == "":
		d.holders(beliefs)
	default:
		d.beliefMap(m)
	}
	if files := set.written(); len(files) > 0 {
		d.print("")
		d.print("Written: %s", strings.Join(files, ", "))
	}
	if len(s.Failed)+len(found) > 0 {
		return errFindings
	}
	return nil
}

// pick finds the map of a holder.
func pick(b *study.Beliefs, name string) (*beliefmap.Map, error) {
	if name == "all" {
		return b.All, nil
	}
	var names []string
	for _, m := range b.Holders {
		if sameName(m.Holder, name) {
			return m, nil
		}
		names = append(names, m.Holder)
	}
	return nil, fmt.Errorf("nobody called %s holds anything to cause anything there; holders: %s", name, strings.Join(names, ", "))
}

// written lists the files that were asked for.
func (set *beliefFlags) written() []string {
	return slices.DeleteFunc([]string{set.graphml, set.csv, set.svg}, func(file string) bool { return file == "" })
}

// files writes what was asked for beside the answer.
func (set *beliefFlags) files(m *beliefmap.Map) error {
	for _, f := range []struct {
		name string
		text func() []byte
	}{
		{set.graphml, m.GraphML}, {set.csv, m.CSV}, {set.svg, func() []byte { return []byte(m.SVG("")) }},
	} {
		if f.name == "" {
			continue
		}
		if err := study.Put(f.name, f.text(), set.force); err != nil {
			return err
		}
	}
	return nil
}

func (d *desk) holders(b *study.Beliefs) {
	var rows [][]string
	for _, m := range append([]*beliefmap.Map{b.All}, b.Holders...) {
		rows = append(rows, []string{cmp.Or(m.Holder, "all"), fmt.Sprint(len(m.Edges)), fmt.Sprint(len(m.Concepts)), fmt.Sprint(len(m.Links)), fmt.Sprintf("%.3f", m.Density())})
	}
	d.table([]string{"holder", "statements", "concepts", "links", "density"}, rows)
	d.print("")
	d.say("", "To see a map: reckon beliefs … --holder NAME")
}

// bases are the names of files without their folders.
func bases(files []string) []string {
	var names []string
	for _, f := range files {
		names = append(names, filepath.Base(f))
	}
	return names
}

func signWord(sign int) string {
	if sign < 0 {
		return "−"
	}
	return "+"
}

// beliefMap lists one map.
func (d *desk) beliefMap(m *beliefmap.Map) {
	d.print("%s", d.bold(cmp.Or(m.Holder, "all holders")))
	d.say("", fmt.Sprintf("%s, %s, %s; density %.3f.", count(len(m.Edges), "statement"), count(len(m.Concepts), "concept"), count(len(m.Links), "link"), m.Density()))
	d.part("Links")
	for _, l := range m.Links {
		d.say("    ", fmt.Sprintf("%s %s→ %s (%s; %s)", m.Concepts[l.From].Label, signWord(l.Sign), m.Concepts[l.To].Label, count(l.Weight(), "statement"), strings.Join(bases(m.Documents(l)), ", ")))
	}
	for _, role := range []string{"given", "end"} {
		var names []string
		for _, c := range m.Concepts {
			if c.Role == role {
				names = append(names, c.Label)
			}
		}
		if len(names) > 0 {
			d.part(map[string]string{"given": "Givens, which nothing brings about", "end": "Ends, which bring nothing about"}[role])
			d.say("    ", strings.Join(names, "; "))
		}
	}
	d.mapPaths(m)
	if len(m.Denied) > 0 {
		d.part("Effects that he says there are not")
		for _, e := range m.Denied {
			d.say("    ", fmt.Sprintf("%s, on %s", e.Cause, e.Effect))
		}
	}
	if len(m.Merges) > 0 {
		d.part("Merged as one thing")
		for _, g := range m.Merges {
			d.say("    ", fmt.Sprintf("%s = %s%s (%s)", g.Phrase, map[bool]string{true: "less of "}[g.Sign < 0], g.Concept, g.Reason))
		}
	}
	if m.Empty > 0 {
		d.print("")
		d.say("", fmt.Sprintf("%s left out: cause or effect has no word of its own, or both are one thing.", count(m.Empty, "statement")))
	}
}

func (d *desk) mapPaths(m *beliefmap.Map) {
	opposed, cut := m.Opposed()
	if len(opposed) > 0 {
		d.part("Paths that speak against each other")
		for _, o := range opposed {
			d.say("    ", m.Say(o.For))
			d.say("    ", m.Say(o.Against))
		}
	}
	loops, more := m.Loops()
	if len(loops) > 0 {
		d.part("Loops")
		for _, l := range loops {
			d.say("    ", m.Say(l))
		}
	}
	if cut || more {
		d.say("    ", "There may be more: long ways are not followed to the end.")
	}
}

func (d *desk) difference(x *beliefmap.Difference) {
	d.print("%s", d.bold(cmp.Or(x.A.Holder, "all holders")+" beside "+cmp.Or(x.B.Holder, "all holders")))
	show := func(title string, m *beliefmap.Map, links []int) {
		if len(links) == 0 {
			return
		}
		d.part(title)
		for _, i := range links {
			l := m.Links[i]
			d.say("    ", fmt.Sprintf("%s %s→ %s", m.Concepts[l.From].Label, signWord(l.Sign), m.Concepts[l.To].Label))
		}
	}
	first := func(pairs [][2]int) (all []int) {
		for _, p := range pairs {
			all = append(all, p[0])
		}
		return all
	}
	show("Opposite signs (as the first holds)", x.A, first(x.Opposite))
	show("Both", x.A, first(x.Same))
	show("Only "+cmp.Or(x.A.Holder, "all"), x.A, x.OnlyA)
	show("Only "+cmp.Or(x.B.Holder, "all"), x.B, x.OnlyB)
}

// beliefsJSON is the answer as scripts get it.
func beliefsJSON(b *study.Beliefs, m *beliefmap.Map, diff *beliefmap.Difference, found []reckon.Diagnostic) any {
	type summary struct {
		Holder     string  `json:"holder"`
		Statements int     `json:"statements"`
		Concepts   int     `json:"concepts"`
		Links      int     `json:"links"`
		Density    float64 `json:"density"`
	}
	var holders []summary
	for _, h := range b.Holders {
		holders = append(holders, summary{h.Holder, len(h.Edges), len(h.Concepts), len(h.Links), h.Density()})
	}
	out := struct {
		Holders     []summary           `json:"holders"`
		Holder      string              `json:"holder"`
		Concepts    []conceptJSON       `json:"concepts"`
		Links       []linkJSON          `json:"links"`
		Merges      []beliefmap.Merge   `json:"merges"`
		Difference  *differenceJSON     `json:"difference,omitempty"`
		Diagnostics []reckon.Diagnostic `json:"diagnostics"`
	}{Holders: holders, Holder: cmp.Or(m.Holder, "all"), Concepts: []conceptJSON{}, Links: []linkJSON{}, Merges: append([]beliefmap.Merge{}, m.Merges...), Diagnostics: append([]reckon.Diagnostic{}, found...)}
	for _, c := range m.Concepts {
		out.Concepts = append(out.Concepts, conceptJSON{c.Label, c.Role, c.In, c.Out, c.Phrases})
	}
	for i := range m.Links {
		out.Links = append(out.Links, linkOf(m, i))
	}
	if diff != nil {
		out.Difference = &differenceJSON{With: diff.B.Holder, OnlyA: linksOf(diff.A, diff.OnlyA), OnlyB: linksOf(diff.B, diff.OnlyB), Same: []linkJSON{}, Opposite: []linkJSON{}}
		for _, p := range diff.Same {
			out.Difference.Same = append(out.Difference.Same, linkOf(diff.A, p[0]))
		}
		for _, p := range diff.Opposite {
			out.Difference.Opposite = append(out.Difference.Opposite, linkOf(diff.A, p[0]))
		}
	}
	return out
}

type conceptJSON struct {
	Label   string   `json:"label"`
	Role    string   `json:"role"`
	In      int      `json:"in"`
	Out     int      `json:"out"`
	Phrases []string `json:"phrases"`
}

type linkJSON struct {
	Cause      string          `json:"cause"`
	Effect     string          `json:"effect"`
	Sign       int             `json:"sign"`
	Statements []statementJSON `json:"statements"`
}

type statementJSON struct {
	Document string `json:"document"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Holder   string `json:"holder"`
	Quote    string `json:"quote"`
}

type differenceJSON struct {
	With     string     `json:"with"`
	OnlyA    []linkJSON `json:"only_first"`
	OnlyB    []linkJSON `json:"only_second"`
	Same     []linkJSON `json:"both"`
	Opposite []linkJSON `json:"opposite"`
}

func linksOf(m *beliefmap.Map, links []int) []linkJSON {
	all := []linkJSON{}
	for _, i := range links {
		all = append(all, linkOf(m, i))
	}
	return all
}

func linkOf(m *beliefmap.Map, i int) linkJSON {
	l := m.Links[i]
	out := linkJSON{Cause: m.Concepts[l.From].Label, Effect: m.Concepts[l.To].Label, Sign: l.Sign}
	for _, k := range l.Edges {
		e := m.Edges[k]
		out.Statements = append(out.Statements, statementJSON{e.Document, e.Start, e.End, e.Holder, e.Quote})
	}
	return out
}
