package lang_test

import (
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"reckon"
	"reckon/lang"
)

// seeds adds the base text of a file and what the goldens put in its place.
func seeds(f *testing.F, names ...string) {
	f.Helper()
	files := base(f)
	for _, name := range names {
		f.Add(files[name])
	}
	if slices.Contains(names, "extra.hcl") {
		f.Add([]byte(inTime))
		f.Add([]byte(views))
		f.Add(examples(f)["case.hcl"]) // with an arena of every kind
	}
	paths, err := filepath.Glob("testdata/mistakes/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for i, path := range paths {
		if testing.Short() && i%5 > 0 {
			continue
		}
		archive, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			if slices.Contains(names, file.Name) {
				f.Add(file.Data)
			}
		}
	}
}

// checkArenas demands what engines rely on: what is written is a measure that moves by
// nothing else, by one arena alone, and every setting says something.
func checkArenas(t *testing.T, c *reckon.Case) {
	t.Helper()
	settings := func(of string, list []reckon.ArenaSetting) {
		for _, s := range list {
			if s.Name == "" || (s.Value.Op != "") == (s.Start.Stated() || len(s.Words) > 0) {
				t.Fatalf("%s: a setting that says nothing, or two things: %+v", of, s)
			}
		}
	}
	names, written := map[string]bool{}, map[string]bool{}
	for i := range c.Arenas {
		a := &c.Arenas[i]
		if a.Name == "" || names[a.Name] {
			t.Fatalf("two arenas are called %q", a.Name)
		}
		names[a.Name] = true
		settings(a.Name, a.Settings)
		for _, p := range a.Parts {
			settings(p.Name, p.Settings)
		}
		for _, w := range a.Writes {
			k := c.Measure(w.Measure)
			if k < 0 || written[w.Measure] || c.Measures[k].Arena != a.Name || c.Measures[k].Is.Op != "" || c.Measures[k].Next.Op != "" {
				t.Fatalf("%q writes what it cannot: %+v", a.Name, w)
			}
			written[w.Measure] = true
		}
	}
}

// checkLoad demands what Load promises for any text: a case, diagnostics in
// order, in files that exist, with ranges inside them, at most a hundred a file.
func checkLoad(t *testing.T, files lang.Files) {
	t.Helper()
	c, found := lang.Load(files)
	if c == nil {
		t.Fatal("no case")
	}
	checkFindings(t, found, files)
	checkCase(t, c)
	checkArenas(t, c)
	checkWritten(t, c)
	if again, _ := lang.Load(files); again.Name != c.Name || len(again.Options) != len(c.Options) {
		t.Fatal("loading again gives another case")
	}
}

// checkWritten demands that what is written of measures reads back as it was.
func checkWritten(t *testing.T, c *reckon.Case) {
	t.Helper()
	if !slices.ContainsFunc(c.Measures, func(m reckon.Measure) bool { return m.Text != "" }) {
		return
	}
	again, _ := lang.Load(lang.Files{"case.hcl": lang.Text(c)})
	for i, m := range c.Measures {
		if i >= len(again.Measures) || len(m.Text) > 1000 {
			return
		}
		if n := again.Measures[i]; m.Name == n.Name && n.Text != "" && n.Text != m.Text {
			t.Fatalf("%q is read back as %q", m.Text, n.Text)
		}
	}
}

func checkFindings(t *testing.T, found []reckon.Diagnostic, files lang.Files) {
	t.Helper()
	count := map[string]int{}
	for i, d := range found {
		count[d.At.File]++
		if d.Code == "" || d.Summary == "" || d.Detail == "" || !utf8.ValidString(d.Summary+d.Detail) {
			t.Fatalf("an empty or broken message: %+v", d)
		}
		text, exists := files[d.At.File]
		if !exists && d.Code != "missing-case" {
			t.Fatalf("a message about a file that is not there: %+v", d)
		}
		if at := d.At; at.Start.Byte < 0 || at.End.Byte > len(text) || at.Start.Byte > at.End.Byte {
			t.Fatalf("a message outside its file of %d bytes: %+v", len(text), d)
		}
		if i > 0 && found[i-1].At.File == d.At.File && found[i-1].At.Start.Byte > d.At.Start.Byte {
			t.Fatalf("messages out of order: %+v before %+v", found[i-1], d)
		}
	}
	for file, n := range count {
		if n > 100 {
			t.Fatalf("%d messages about %s", n, file)
		}
	}
}

// checkCase demands that what a case holds hangs together, whatever the text.
func checkCase(t *testing.T, c *reckon.Case) {
	t.Helper()
	if len(c.Options) > 64 {
		t.Fatal("more than 64 options")
	}
	for i, a := range c.Actors {
		for _, k := range a.Options {
			if c.Options[k].Actor != i {
				t.Fatalf("option %d is not of actor %d", k, i)
			}
		}
	}
	expr := func(e reckon.Expr) {
		e.Walk(func(x *reckon.Expr) {
			if x.Op == "" || x.Op == "option" && x.Option >= len(c.Options) {
				t.Fatalf("a broken expression: %+v", e)
			}
		})
	}
	for _, r := range c.Impossible {
		expr(r.When)
	}
	for _, r := range append(slices.Clone(c.Readings), reckon.Reading{Minds: c.Minds, Prior: 0.5}) {
		if !(r.Prior > 0 && r.Prior <= 1) {
			t.Fatalf("a prior of %v", r.Prior)
		}
		for _, m := range r.Minds {
			if c.Actor(m.Actor) < 0 {
				t.Fatalf("a mind of nobody: %q", m.Actor)
			}
			checkMind(t, c, m, expr)
		}
	}
	checkTime(t, c, expr)
	for i, e := range c.Record {
		if i > 0 && c.Record[i-1].Date > e.Date || e.Until < e.Date || e.Date <= 0 {
			t.Fatalf("the record is out of order at %+v", e)
		}
	}
}

// checkMind demands that a mind hangs together, however deep its beliefs nest.
func checkMind(t *testing.T, c *reckon.Case, m reckon.Mind, expr func(reckon.Expr)) {
	t.Helper()
	whole := reckon.Kind{Odds: 1, Wants: m.Wants, Attitudes: m.Attitudes, View: m.View, Beliefs: m.Beliefs}
	var kind func(k reckon.Kind, holder string, depth int)
	kind = func(k reckon.Kind, holder string, depth int) {
		for _, w := range k.Wants {
			expr(w.That)
			if math.IsInf(w.Points, 0) || math.IsNaN(w.Points) || !(w.Odds >= 0 && w.Odds <= 1) {
				t.Fatalf("points of %v, odds of %v", w.Points, w.Odds)
			}
		}
		for _, a := range k.Attitudes {
			if c.Actor(a.Toward) < 0 || a.Is < -1 || a.Is > 1 {
				t.Fatalf("a broken attitude: %+v", a)
			}
		}
		for _, o := range k.View.Overrides {
			if o.Option < 0 || o.Option >= len(c.Options) && (o.Unaware || o.Aware || o.Directed) {
				t.Fatalf("a broken override: %+v", o)
			}
			if o.Impossible != nil {
				expr(o.Impossible.When)
			}
		}
		if depth > 3 && len(k.View.Overrides)+len(k.Beliefs) > 0 {
			t.Fatal("a view four deep")
		}
		for _, b := range k.Beliefs {
			if c.Actor(b.About) < 0 || b.About == holder {
				t.Fatalf("%s believes something of %q", holder, b.About)
			}
			sum := 0.0
			for _, inner := range b.Kinds {
				sum += inner.Odds
				kind(inner, b.About, depth+1)
			}
			if !(sum > 0.999 && sum < 1.001) {
				t.Fatalf("odds that sum to %v", sum)
			}
		}
	}
	kind(whole, m.Actor, 1)
}

// checkTime demands that what a case says of time hangs together: engines rely
// on all of this.
func checkTime(t *testing.T, c *reckon.Case, expr func(reckon.Expr)) {
	t.Helper()
	must := func(holds bool, what string, v any) {
		if !holds {
			t.Fatalf("%s: %+v", what, v)
		}
	}
	spread := func(s reckon.Spread, constants bool) {
		args := map[reckon.Law]int{"": 0, reckon.Exact: 1, reckon.Between: 2, reckon.Normal: 2, reckon.LogNormal: 2, reckon.Triangular: 3, reckon.Beta: 2}
		n, known := args[s.Law]
		must(known && len(s.Args) == n, "a broken law", s)
		for _, a := range s.Args {
			expr(a)
			must(!constants || a.Op == "number" && !math.IsInf(a.Number, 0) && !math.IsNaN(a.Number), "no constant", s)
		}
	}
	for _, m := range c.Measures {
		spread(m.Start, m.Start.Law != reckon.Exact)
		spread(m.Noise, false)
		must(m.Low <= m.High && (m.Is.Op == "" || m.Next.Op == ""), "a broken measure", m)
		must(!m.Noise.Stated() || m.Noise.Uncertain() && (m.Next.Op != "" || m.Text == ""), "stray noise", m)
	}
	for _, p := range c.Parameters {
		spread(p.Value, true)
	}
	for _, l := range c.Lookups {
		for i := range l.Points[:max(len(l.Points), 1)-1] {
			must(l.Points[i][0] < l.Points[i+1][0], "points out of order", l)
		}
	}
	for _, s := range c.Shocks {
		must(s.Rate.Op == "" || s.Chance.Op == "", "rate and chance", s)
		must(s.Moves.On&s.Moves.Off == 0, "a move both ways", s)
		for _, e := range s.Effects {
			i := c.Measure(e.Measure)
			must(i >= 0 && c.Measures[i].Is.Op == "" && e.To.Op != "", "a broken effect", e)
		}
	}
	for _, r := range append(slices.Clone(c.Readings), reckon.Reading{Minds: c.Minds}) {
		for _, m := range r.Minds {
			must(m.Change.Odds >= 0 && m.Change.Odds <= 1 && (m.Change.From == 0 || m.Change.When.Op == ""), "a broken change", m.Change)
			must((m.Change.Name == "") == (m.Change.From == 0 && m.Change.When.Op == ""), "a change without name or day", m.Change)
			for _, e := range m.Episodes {
				must(e.Above >= 0 && e.Above < 1 && len(e.Features) > 0 && len(e.Lessons) > 0, "a broken episode", e)
				for _, f := range e.Features {
					must(f.Weight > 0 && f.Was >= 0 && f.Was <= 1, "a broken feature", f)
				}
			}
		}
	}
	for _, q := range c.Questions {
		for _, r := range q.Classes {
			must((r.Of > 0 && r.Hits <= r.Of) != (r.Years > 0) && r.Hits >= 0, "a broken reference class", r)
		}
	}
	for _, s := range c.Scenarios {
		for _, a := range s.Sets {
			spread(a.To, true)
			must(a.To.Stated() && (c.Measure(a.Name) >= 0 || c.Parameter(a.Name) >= 0), "a broken setting", a)
		}
	}
}

func fuzzFile(f *testing.F, name string, more ...string) {
	f.Helper()
	seeds(f, append(more, name)...)
	files := base(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		put := maps.Clone(files)
		put[name] = text
		checkLoad(t, put)
	})
}

func FuzzCase(f *testing.F) { fuzzFile(f, "case.hcl", "extra.hcl", "readings/third.hcl") }

func FuzzRecord(f *testing.F) { fuzzFile(f, "record.csv") }

func FuzzObservations(f *testing.F) { fuzzFile(f, "observations.csv") }

func FuzzSources(f *testing.F) { fuzzFile(f, "sources.bib") }

func FuzzFormat(f *testing.F) {
	seeds(f, "case.hcl", "extra.hcl", "readings/third.hcl")
	files := base(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		put := maps.Clone(files)
		put["extra.hcl"] = text
		checkFormat(t, put, "extra.hcl")
	})
}

func FuzzGMCR(f *testing.F) {
	paths, _ := filepath.Glob("testdata/gmcr/*.gmcr")
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		c, found := lang.ReadGMCR("x.gmcr", text)
		if c == nil {
			t.Fatal("no case")
		}
		checkFindings(t, found, lang.Files{"x.gmcr": text})
		checkCase(t, c)
	})
}
