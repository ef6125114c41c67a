package workbench

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reckon"
	"reckon/brief"
	"reckon/lang"
	"reckon/mind"
	"reckon/stability"
	"reckon/trial"
)

// told gathers the findings of a case folder, with a trial of few draws.
func told(t *testing.T, path string) (*Bench, *brief.Findings) {
	t.Helper()
	b, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if !b.Fit() {
		t.Skipf("%s is not fit yet: %v", path, b.Diagnostics[0].Summary)
	}
	return b, toldOf(t, b)
}

func toldOf(t *testing.T, b *Bench) *brief.Findings {
	t.Helper()
	rep, err := trial.Run(b.Case, trial.Settings{Draws: 20})
	if err != nil {
		t.Fatal(err)
	}
	f, err := findings(b, rep, "test", silent)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// caseFolders lists the shipped cases.
func caseFolders(t *testing.T) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join("..", "cases", "catalogue", "*", "*", "case.hcl"))
	if err != nil {
		t.Fatal(err)
	}
	found = append(found, filepath.Join("..", "cases", "supreme-leader", "case.hcl"))
	for i := range found {
		found[i] = filepath.Dir(found[i])
	}
	return found
}

// TestFindingsOfShippedCases holds every shipped case to what a brief relies on,
// and writes its brief.
func TestFindingsOfShippedCases(t *testing.T) {
	if testing.Short() {
		t.Skip("solves every shipped case")
	}
	folders := caseFolders(t)
	if len(folders) < 3 {
		t.Fatalf("only %d shipped cases found", len(folders))
	}
	for _, path := range folders {
		t.Run(filepath.Base(path), func(t *testing.T) {
			b, f := told(t, path)
			checkFindings(t, b.Case, f)
			var page bytes.Buffer
			if err := brief.Write(&page, f); err != nil {
				t.Fatal(err)
			}
			if page.Len() > 1<<20 || !strings.Contains(page.String(), "Key judgements") {
				t.Errorf("the brief has %d bytes", page.Len())
			}
		})
	}
}

func checkFindings(t *testing.T, c *reckon.Case, f *brief.Findings) {
	t.Helper()
	weight := 0.0
	for i := range f.Readings {
		r := &f.Readings[i]
		weight += r.Weight
		m, err := mind.New(c, r.Of, (&Bench{Case: c}).measures())
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range r.Holds {
			checkHold(t, c, m, r, h)
		}
		for _, n := range r.Nexts {
			sum := 0.0
			for _, p := range n.P {
				sum += p
			}
			if math.Abs(sum-1) > 1e-9 || !slices.Contains(n.To, f.Today) || !descending(n.P) {
				t.Errorf("next decision of actor %d: probabilities %v over %v", n.Actor, n.P, n.To)
			}
		}
	}
	if math.Abs(weight-1) > 1e-9 {
		t.Errorf("weights sum to %v", weight)
	}
}

func descending(p []float64) bool {
	for i := 1; i < len(p); i++ {
		if p[i] > p[i-1] {
			return false
		}
	}
	return true
}

// checkHold re-validates the certificate in the view that it was told from.
func checkHold(t *testing.T, c *reckon.Case, m *mind.Minds, r *brief.Reading, h brief.Hold) {
	t.Helper()
	v := h.Verdict
	ok := false
	for _, view := range m.Views(v.Actor) {
		if viewWords(c, view) == h.View && stability.Check(view.Conflict, v) == nil {
			ok = true
		}
	}
	if !ok {
		t.Errorf("actor %d: no view %q carries the verdict's certificate", v.Actor, h.View)
	}
	better := 0
	for _, a := range r.Arcs {
		if a.Actor == v.Actor && a.Gain > 0 {
			better++
		}
	}
	if v.Stable && len(v.Answers) != better {
		t.Errorf("actor %d: %d improvements among the moves, %d answered", v.Actor, better, len(v.Answers))
	}
}

// quay is a small conflict with one reading, whose answers are plain to see.
const quay = `
case "quay" {
  title   = "The quay"
  subject = mayor
  as_of   = "2025-06-01"
  from    = "2024-01-01"
  until   = "2025-12-31"
  step    = "month"
}
actor "mayor" {
  title = "The mayor"
  option "talk" { title = "Hold talks" }
  option "close" { title = "Close the quay" }
}
actor "union" {
  title = "The union"
  option "strike" { title = "Strike" }
}
mind "mayor" {
  concept = "Nash"
  want "face" { that = !mayor.talk }
  want "quiet" { that = mayor.talk }
  want "open" { that = !mayor.close }
}
mind "union" {
  want "no closure" { that = !mayor.close || union.strike }
}
question "talks" {
  ask        = "Will the mayor hold talks?"
  opens      = "2025-06-01"
  closes     = "2025-12-01T00:00:00Z"
  yes_if     = "both sides say that talks were held"
  no_if      = "no such word by closing time"
  void_if    = "the city hall is dissolved"
  decided_by = ["city hall", "the union"]
  when       = ever(mayor.talk)
}
`

func benchOf(t *testing.T, files map[string]string) *Bench {
	t.Helper()
	texts := lang.Files{}
	for name, text := range files {
		texts[name] = []byte(text)
	}
	b := &Bench{Folder: true, Texts: texts}
	b.load()
	if !b.Fit() {
		t.Fatalf("the test's case is not fit: %+v", b.Diagnostics)
	}
	return b
}

func TestWhatWouldHaveToBeTrue(t *testing.T) {
	f := toldOf(t, benchOf(t, map[string]string{"case.hcl": quay}))
	if len(f.Outcomes) != 1 {
		t.Fatalf("%d outcomes, want the question's one", len(f.Outcomes))
	}
	o := f.Outcomes[0]
	if o.Question != "talks" || o.State != 1 || !o.Mine {
		t.Errorf("outcome %+v; want talks, the state with talk alone, in the mayor's hands", o)
	}
	flip := o.Flips[0]
	if flip.Stable || flip.Best || flip.Tried != 5 {
		t.Errorf("as things are: %+v; want neither stable nor best, five changes tried", flip)
	}
	// By hand: without "face", or with "quiet" above it, talking is best and lasts.
	var got []string
	for _, c := range flip.Changes {
		if c.Stable && c.Best {
			got = append(got, c.What)
		}
	}
	if want := []string{"“face” did not matter", "“quiet” mattered more than “face”"}; !slices.Equal(got, want) || len(flip.Changes) != 2 {
		t.Errorf("changes %v, want %v", got, want)
	}
}

func TestSmallStepsOnly(t *testing.T) {
	f := toldOf(t, benchOf(t, map[string]string{"case.hcl": quay}))
	n := f.Readings[0].Nexts[0]
	if n.Actor != 0 || len(n.To) != 3 || slices.Contains(n.To, reckon.State(3)) {
		t.Errorf("the mayor chooses among %v; want staying, talking, closing, and not both at once", n.To)
	}
	// Where a rule forbids half of a step, the whole of it is the smallest.
	tied := quay + "\nimpossible \"talks mean closing\" { when = mayor.talk != mayor.close }\n"
	n = toldOf(t, benchOf(t, map[string]string{"case.hcl": tied})).Readings[0].Nexts[0]
	if len(n.To) != 2 || !slices.Contains(n.To, reckon.State(3)) {
		t.Errorf("under the rule the mayor chooses among %v; want staying and doing both", n.To)
	}
}

// TestForecastsDoNotSeeLater holds that no forecast leans on rows after the
// as-of date: turning the later choices round leaves everything but the trial.
func TestForecastsDoNotSeeLater(t *testing.T) {
	const reading = `
reading "dove" {
  title = "The dove"
  says  = "The mayor wants talks."
  dated = "2024-01-15"
  mind "mayor" {
    concept = "Nash"
    want "talks" { that = mayor.talk }
  }
}
reading "hawk" {
  title = "The hawk"
  says  = "The mayor wants none."
  dated = "2024-01-15"
  mind "mayor" {
    concept = "Nash"
    want "none" { that = !mayor.talk }
  }
}
`
	const head = "id,date,until,actor,kind,title,took,instead,choice,basis,weight,sources,note\n"
	const early = "a,2024-03-01,,mayor,talks,Talks begin,+talk,hold,true,own words,1,,\n"
	tell := func(late string) *brief.Findings {
		return toldOf(t, benchOf(t, map[string]string{"case.hcl": quay, "readings/both.hcl": reading, "record.csv": head + early + late}))
	}
	stay := tell("b,2025-09-01,,mayor,talks,Talks go on,hold,-talk,true,own words,1,,\n")
	stop := tell("b,2025-09-01,,mayor,talks,Talks end,-talk,hold,true,own words,1,,\n")
	for i := range stay.Readings {
		x, y := stay.Readings[i], stop.Readings[i]
		if x.Weight != y.Weight || !slices.Equal(x.Nexts[0].P, y.Nexts[0].P) || stay.Today != stop.Today {
			t.Errorf("reading %d sees the later choice: weight %v and %v, next %v and %v", i, x.Weight, y.Weight, x.Nexts[0].P, y.Nexts[0].P)
		}
	}
	if stay.Trial.Readings[0].Posterior == stop.Trial.Readings[0].Posterior {
		t.Error("the trial itself does not see the later choice; the test proves nothing")
	}
	if stay.Basis != 1 || stay.Readings[0].Weight <= stay.Readings[1].Weight {
		t.Errorf("basis %d, weights %v and %v; want one choice, in the dove's favour", stay.Basis, stay.Readings[0].Weight, stay.Readings[1].Weight)
	}
}

func TestImpossibleTodayIsSaid(t *testing.T) {
	b := benchOf(t, map[string]string{"case.hcl": quay})
	on := reckon.Expr{Op: "!", Args: []reckon.Expr{{Op: "option", Option: 2}}}
	c := *b.Case
	c.Impossible = []reckon.Impossible{{Name: "always on strike", When: on}}
	f, err := findings(&Bench{Case: &c}, nil, "test", silent)
	if err != nil {
		t.Fatal(err)
	}
	var page bytes.Buffer
	if err := brief.Write(&page, f); err != nil {
		t.Fatal(err)
	}
	if len(f.Readings[0].Holds) != 0 || !strings.Contains(page.String(), "breaks a rule of the case") {
		t.Error("a state of today that the case calls impossible goes unsaid")
	}
}

// TestProbes holds that a probe differs from the reading by its change alone:
// with the mind put back as it is, the next decision is the reading's own.
func TestProbes(t *testing.T) {
	if testing.Short() {
		t.Skip("solves the founding case")
	}
	b, f := told(t, filepath.Join("..", "cases", "supreme-leader"))
	if len(f.Probes) < 3*len(f.Readings) {
		t.Fatalf("%d probes of %d readings", len(f.Probes), len(f.Readings))
	}
	s := b.Case.Actor(b.Case.Subject)
	for i, r := range b.readings() {
		own := r.MindsIn(b.Case)[s]
		m, err := mind.New(b.Case, withMind(b.Case, r, own), b.measures())
		if err != nil {
			t.Fatal(err)
		}
		same, want := nextOf(m, s, f.Today), *nextIn(&f.Readings[i], s)
		near := func(a, b float64) bool { return math.Abs(a-b) < 1e-9 }
		if !slices.Equal(same.To, want.To) || !slices.EqualFunc(same.P, want.P, near) {
			t.Errorf("reading %d: the unchanged probe gives %v, the reading %v", i, same.P, want.P)
		}
	}
	moved := slices.ContainsFunc(f.Probes, func(p brief.Probe) bool {
		return !slices.Equal(p.Next.P, nextIn(&f.Readings[p.Reading], s).P)
	})
	if !moved {
		t.Error("no probe moves any probability")
	}
}

func nextIn(r *brief.Reading, actor int) *brief.Next {
	i := slices.IndexFunc(r.Nexts, func(n brief.Next) bool { return n.Actor == actor })
	return &r.Nexts[i]
}

// BenchmarkFindings measures what a brief adds to the trial, on the founding case.
func BenchmarkFindings(b *testing.B) {
	path := filepath.Join("..", "cases", "supreme-leader")
	if _, err := os.Stat(filepath.Join(path, "case.hcl")); err != nil {
		b.Skip("no founding case here")
	}
	bench, err := Open(path)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := findings(bench, nil, "bench", silent); err != nil {
			b.Fatal(err)
		}
	}
}

// silent takes reports of progress.
func silent(string, int, int) {}
