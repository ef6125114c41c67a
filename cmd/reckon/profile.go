package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon/profile"
	"reckon/study"
)

// profileFlags are what profile is told.
type profileFlags struct {
	set          profile.Settings
	source       string
	norms        string
	sample, file string
	force        bool
}

// sourceTypes are the words of --source-type.
var sourceTypes = map[string]profile.Source{
	"interview": profile.Interview, "speech": profile.Prepared, "statement": profile.Prepared, "prepared": profile.Prepared,
	"written": profile.Written, "second-hand": profile.Quoted,
}

func profileVerb() verb {
	var set profileFlags
	return verb{
		use:   "profile DOCUMENT... --speaker NAME",
		short: "Measure a leader by his own words: operational code and traits",
		long: `Measures a leader over his own words: documents that bear his name as author,
his turns in transcripts ("NAME: …"), and what documents of others quote of him.
With --own the documents are his words from start to end.

The operational code (VICS) needs 1 500 words of his own and 15 coded verbs;
the seven leadership traits (LTA) need 4 000 words. Below that no index is
given, the coded lines are listed all the same, and the exit code is 1.

Every index stands with its 95 % interval and rests on lines that are listed
with their place. A friendly act of somebody else that may be an accusation
("they encouraged the rioters") is flagged; the index is given as coded and
with the signs of flagged acts turned.

Indices stand beside reckon's own sample, scored by the same rules: presidents
of the United States in their State of the Union addresses. It is one office of
one country in prepared speeches, so it is withheld from interviews, written
texts, words that others quote and, with --translated, translations. Another
sample is made with --make-norms, from a folder that holds a folder of texts for
each leader, and given with --norms. The published norm group of VICS stands
only beside indices where it lies on the scale of these scores.`,
		example: `  reckon profile speeches/ --speaker "Ada Example" --own
  reckon profile interview.txt --speaker "Ada Example" --source-type interview
  reckon profile papers/ --speaker "Ali Khamenei" --json
  reckon profile --make-norms leaders/ --out norms.csv
  reckon profile speeches/ --speaker "Ada Example" --own --norms norms.csv`,
		args: cobra.ArbitraryArgs,
		flags: func(f *pflag.FlagSet) {
			f.StringVar(&set.set.Speaker, "speaker", "", "the leader")
			f.BoolVar(&set.set.Own, "own", false, "the documents are his words from start to end")
			f.StringVar(&set.source, "source-type", "", "interview, speech, statement, written, second-hand")
			f.StringVar(&set.set.State, "state", "", "his state, where his name does not tell")
			f.StringArrayVar(&set.set.Enemies, "enemy", nil, "somebody he holds for an enemy; may be given again")
			f.StringVar(&set.norms, "norms", "", "a sample of your own, from --make-norms")
			f.BoolVar(&set.set.Translated, "translated", false, "the words are a translator's, not compared")
			f.StringVar(&set.sample, "make-norms", "", "score the speeches in this folder")
			f.StringVar(&set.file, "out", "norms.csv", "where the sample is written")
			f.BoolVar(&set.force, "force", false, "replace a file that is there already")
			f.Uint64Var(&set.set.Seed, "seed", 1, "of the draws for the intervals")
		},
		run: func(d *desk, args []string) error { return measureSpeaker(d, args, &set) },
	}
}

func measureSpeaker(d *desk, paths []string, set *profileFlags) error {
	if set.source != "" {
		known, ok := sourceTypes[set.source]
		if !ok {
			return fmt.Errorf("there is no source type %q; there are interview, speech, statement, written and second-hand", set.source)
		}
		set.set.Source = known
	}
	if set.sample != "" {
		if len(paths) > 0 {
			return errors.New("--make-norms takes its folder alone, without documents")
		}
		return makeNorms(d, set)
	}
	switch {
	case len(paths) == 0:
		return errors.New("profile takes: reckon profile DOCUMENT... --speaker NAME")
	case strings.TrimSpace(set.set.Speaker) == "":
		return errors.New("whose words are they? Name the leader with --speaker")
	}
	report := d.progress("profile", time.Now())
	ctx, stop := interruptible()
	defer stop()
	p, err := study.Profile(ctx, paths, set.norms, set.set, func(done, total int) { report("documents", done, total) })
	d.wipe()
	if err != nil {
		return err
	}
	for _, f := range p.Failed {
		fmt.Fprintf(d.err, "not read: %s\n", f.Message)
	}
	if d.json {
		err = d.encode(profileJSON(p))
	} else {
		d.profile(p)
	}
	if err == nil && (p.All.Refused() || len(p.Failed) > 0) {
		return errFindings
	}
	return err
}

func makeNorms(d *desk, set *profileFlags) error {
	report := d.progress("norms", time.Now())
	ctx, stop := interruptible()
	defer stop()
	sampled, text, err := study.MakeNorms(ctx, set.sample, set.set, func(done, total int) { report("documents", done, total) })
	d.wipe()
	if sampled != nil {
		for _, f := range sampled.Left {
			fmt.Fprintf(d.err, "left out: %s: %s\n", f.File, f.Message)
		}
	}
	if err != nil {
		return err
	}
	if err := study.Put(set.file, text, set.force); err != nil {
		return err
	}
	if d.json {
		return d.encode(struct {
			File    string          `json:"file"`
			Leaders []string        `json:"leaders"`
			Left    []study.Failure `json:"left_out"`
		}{set.file, sampled.Leaders, append([]study.Failure{}, sampled.Left...)})
	}
	d.say("", fmt.Sprintf("%s: scores of %s.", set.file, count(len(sampled.Leaders), "leader")))
	return nil
}

// profile prints what was measured.
func (d *desk) profile(p *study.Profiled) {
	d.print("%s", d.bold(p.Speaker))
	for _, doc := range p.Documents {
		line := fmt.Sprintf("%s: %s of his own, %s", doc.Name, count(doc.Words, "word"), count(doc.Lines, "coded line"))
		if doc.Words == 0 {
			line = doc.Name + ": " + doc.Note
		}
		d.say("  ", line)
	}
	for _, one := range append([]profile.Part{p.All}, p.Parts...) {
		d.profilePart(&one, len(p.Parts) > 0)
	}
	if len(p.Notes) > 0 {
		d.part("Notes")
		for _, n := range p.Notes {
			d.say("    ", n)
		}
	}
	d.codedLines(p)
}

func (d *desk) profilePart(p *profile.Part, several bool) {
	title := string(p.Source)
	switch {
	case p.Source == "" && several:
		title = "All sources together"
	case p.Source == "":
		title = "No words"
	}
	d.part(fmt.Sprintf("%s: %s, %s in %s", title, count(p.Documents, "document"), count(p.Verbs, "coded verb"), count(p.Words, "word")))
	if p.NoVICS != "" {
		d.say("    ", "Operational code refused: "+p.NoVICS+".")
	} else {
		d.vics(p)
	}
	if p.NoLTA != "" {
		d.say("    ", "Leadership traits refused: "+p.NoLTA+".")
	} else {
		d.lta(p)
	}
	d.sample(p)
}

func (d *desk) vics(p *profile.Part) {
	var rows [][]string
	for _, x := range p.VICS {
		place, away := beside(&x, p)
		rows = append(rows, []string{x.Name, estimate(x.Estimate, x.Why), estimate(x.Aware, x.Why), place, away})
	}
	d.tableIn("    ", []string{"VICS", "as coded", "accusations turned", "percentile", "z"}, rows)
	d.print("")
	d.say("    ", fmt.Sprintf("Intervals of 95%%, drawn over %s. Signs of own and others' acts: %s. %d flagged as accusations, %d domestic and left out.", p.Blocks, signs(p.Signs), p.Flagged, p.Domestic))
	d.published(p)
}

// published sets indices beside the published norm group.
func (d *desk) published(p *profile.Part) {
	norm := ""
	var list []string
	for _, x := range p.VICS {
		if x.Norm != "" {
			norm = x.Norm
			list = append(list, fmt.Sprintf("%s %s (z %+.1f)", x.Name, x.Word, x.Z))
		}
	}
	if norm != "" {
		d.say("    ", "Beside "+norm+", where it lies on the scale of these scores: "+strings.Join(list, "; ")+". Words change every half standard deviation.")
	}
}

// beside sets an index beside the sample: percentile and distance.
func beside(x *profile.Index, p *profile.Part) (place, away string) {
	switch {
	case p.NoSample != "":
		return "withheld", ""
	case x.Size == 0:
		return "no sample", ""
	}
	place = fmt.Sprintf("%.0f", x.Share)
	if x.Interval {
		place += fmt.Sprintf(" [%.0f, %.0f]", x.ShareLow, x.ShareHigh)
	}
	if x.Away.Known {
		away = fmt.Sprintf("%+.1f", x.Away.Value)
	}
	if !x.Steady() {
		away += "?"
	}
	return place, away
}

// sample says whom a part is compared with, and what that is worth.
func (d *desk) sample(p *profile.Part) {
	if p.NoVICS != "" && p.NoLTA != "" {
		return
	}
	if p.NoSample != "" {
		d.print("")
		d.say("    ", "Sample withheld: "+p.NoSample+".")
		return
	}
	if slices.ContainsFunc(append(slices.Clone(p.VICS), p.LTA...), func(x profile.Index) bool { return x.Size > 0 }) {
		d.print("")
		d.say("    ", strings.TrimSpace("Percentiles and z are among "+p.Sample+". "+p.Caveat))
		d.say("    ", "A question mark says unsteady: two halves of those leaders' texts do not agree on who scores high, so a place among them is no finding.")
	}
}

func signs(pair string) string {
	if pair == "" {
		return "unknown"
	}
	return pair
}

func (d *desk) lta(p *profile.Part) {
	d.print("")
	var rows [][]string
	for _, x := range p.LTA {
		mean := "–"
		if x.Size > 0 {
			mean = fmt.Sprintf("%.2f (%.2f)", x.Mean, x.SD)
		}
		place, away := beside(&x, p)
		rows = append(rows, []string{x.Name, estimate(x.Estimate, x.Why), fmt.Sprintf("%d of %d", x.Hits, x.Of), mean, place, away})
	}
	d.tableIn("    ", []string{"LTA", "share", "places", "mean (sd)", "percentile", "z"}, rows)
	d.print("")
	if p.StyleBy == "" {
		d.say("    ", "No style: a trait is unknown.")
	} else {
		d.say("    ", fmt.Sprintf("Style: %s (%s constraints, %s to what comes, by %s). By distrust and bias: %s. Thresholds: %s.", p.Style.Name, p.Style.Constraints, p.Style.Openness, p.Style.Motive, p.Style.World, p.StyleBy))
	}
}

func estimate(e profile.Estimate, why string) string {
	switch {
	case !e.Known:
		return why
	case !e.Interval:
		return fmt.Sprintf("%.2f", e.Value)
	}
	return fmt.Sprintf("%.2f [%.2f, %.2f]", e.Value, e.Low, e.High)
}

// codedLines lists every coded line by measure.
func (d *desk) codedLines(p *study.Profiled) {
	var order []string
	for _, l := range p.Lines {
		if !slices.Contains(order, l.Measure) {
			order = append(order, l.Measure)
		}
	}
	slices.SortStableFunc(order, func(a, b string) int { return b2i(b == "VICS") - b2i(a == "VICS") })
	for _, measure := range order {
		d.part("Coded for " + measure)
		for i, l := range p.Lines {
			if l.Measure == measure {
				d.say("    ", codedLine(&l, p.Places[i]))
			}
		}
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func codedLine(l *profile.Line, at [2]int) string {
	what := l.Rule
	if l.Measure == "VICS" {
		what = fmt.Sprintf("%s (%s) %+d %s, %s, %s", l.Subject, l.Who, l.Value, l.Category, l.Tense, l.Domain)
		if l.Target != "" {
			what += ", to " + l.Target
		}
		what += "; rule: " + l.Rule
	} else if l.Category != "" {
		what = l.Category + "; " + l.Rule
	}
	line := fmt.Sprintf("“%s” %s: %s [%s %d–%d]", l.Quote, l.Verb, what, l.Document, at[0], at[1])
	if l.Flag != "" {
		line += " FLAG: " + l.Flag
	}
	return line
}
