package backtest_test

import (
	"context"
	"math"
	"strings"
	"testing"

	"reckon"
	"reckon/backtest"
	"reckon/lang"
)

// mill is a world with a record: the wheel turns in every window but the last.
const mill = `
case "mill" {
  title   = "Mill"
  subject = miller
  as_of   = "2025-01-30"
  from    = "2025-01-02"
  until   = "2025-12-31"
}
actor "miller" {
  option "work" { title = "Works" }
}
actor "river" {
  option "wheel" {
    title     = "Turns the wheel"
    resumable = false
  }
}
mind "miller" {
  want "work" { that = miller.work }
}
mind "river" {
  precision = infinity
  want "turn" { that = river.wheel }
}
measure "water" {
  title = "Water"
  unit  = "feet"
  start = 10
  next  = water + 1
}
shock "rain" {
  chance = 0.5
  moves  = "+river.wheel"
}
`

const record = "id,date,until,actor,kind,title,took,instead,choice,basis,weight,sources,note\n" +
	"a,2025-01-05,,river,event,Turns,+wheel,,,,1,,\n" +
	"b,2025-01-14,,river,event,Stops,-wheel,,,,1,,\n"

const observations = "date,measure,value,source\n2025-01-09,water,11,\n2025-01-23,water,99,\n"

const early = "reading \"early\" {\n  title = \"Early\"\n  says = \"x\"\n  dated = \"2025-01-20\"\n  mind \"miller\" {\n    want \"w\" { that = miller.work }\n  }\n}\n"

func load(t *testing.T, files lang.Files) *reckon.Case {
	t.Helper()
	c, found := lang.Load(files)
	for _, d := range found {
		if d.Severity == reckon.Error {
			t.Fatalf("%s: %s %s", d.At.File, d.Summary, d.Detail)
		}
	}
	return c
}

// TestRun holds two windows of two weeks against hand-made scores.
func TestRun(t *testing.T) {
	c := load(t, lang.Files{
		"case.hcl": []byte(mill), "record.csv": []byte(record), "observations.csv": []byte(observations), "readings/a.hcl": []byte(early),
	})
	const runs = 2000
	b, err := backtest.Run(context.Background(), c, []*reckon.Reading{&c.Readings[0]}, backtest.Settings{Horizon: 2, Runs: runs})
	if err != nil {
		t.Fatal(err)
	}
	if b.Windows != 2 || len(b.Outcomes) != 2 {
		t.Fatalf("%d windows, outcomes %+v", b.Windows, b.Outcomes)
	}
	first, second := b.Outcomes[0], b.Outcomes[1]
	if !first.Changed || second.Changed || first.Option != "river.wheel" {
		t.Errorf("what the record shows: %+v", b.Outcomes)
	}
	// In a window of two weeks it rains with 1 − ½²; in the first, nothing was known.
	for _, o := range b.Outcomes {
		if math.Abs(o.P["early"]-0.75) > 4*math.Sqrt(0.75*0.25/runs) {
			t.Errorf("from %s: %v", o.From, o.P)
		}
	}
	if first.Base != 0.5 || second.Base != 0.75 {
		t.Errorf("base rates %v and %v, by hand 1/2 and (1 + ½)/(1 + 1)", first.Base, second.Base)
	}
	// The reading is dated within the second window: both were run with hindsight.
	if tr := b.Readings[0]; tr.Outcomes != 0 || tr.Retro != 2 || !strings.Contains(b.Finding, "later than every window") {
		t.Errorf("track: %+v, %s", tr, b.Finding)
	}
	c.Readings[0].Dated, _ = reckon.ParseDate("2025-01-16")
	b, err = backtest.Run(context.Background(), c, []*reckon.Reading{&c.Readings[0]}, backtest.Settings{Horizon: 2, Runs: runs})
	if err != nil {
		t.Fatal(err)
	}
	tr, p := b.Readings[0], b.Outcomes[1].P["early"]
	if tr.Outcomes != 1 || tr.Retro != 1 || math.Abs(tr.Brier-p*p) > 1e-12 || math.Abs(tr.Base-0.75*0.75) > 1e-12 || tr.Even != 0.25 {
		t.Errorf("track: %+v at p %v", tr, p)
	}
	if math.Abs(tr.LogScore-math.Log(1-p)) > 1e-12 || math.Abs(tr.Lead-(tr.Base-tr.Brier)) > 1e-12 {
		t.Errorf("log score %v, lead %v", tr.LogScore, tr.Lead)
	}
	if len(b.Measures) != 2 || b.Measures[0].Bands["early"] != [3]float64{11, 11, 11} || tr.Inside != 0 || tr.Measured != 1 {
		t.Errorf("measures: %+v, %+v", b.Measures, tr)
	}
}

// TestKnowsNothingLater: rows and observations of the future change nothing.
func TestKnowsNothingLater(t *testing.T) {
	files := lang.Files{"case.hcl": []byte(mill), "record.csv": []byte(record), "observations.csv": []byte(observations)}
	from, _ := reckon.ParseDate("2025-01-02")
	p := func() map[string]float64 {
		c := load(t, files)
		b, err := backtest.Run(context.Background(), c, []*reckon.Reading{nil}, backtest.Settings{From: from, Horizon: 2, Runs: 200})
		if err != nil {
			t.Fatal(err)
		}
		return b.Outcomes[0].P
	}
	with := p()
	files["record.csv"], files["observations.csv"] = []byte(strings.SplitAfter(record, "\n")[0]), []byte("date,measure,value,source\n")
	if without := p(); with[""] != without[""] {
		t.Errorf("with the future %v, without %v", with, without)
	}
}

// TestRefuses: what cannot be back-tested says so.
func TestRefuses(t *testing.T) {
	c := load(t, lang.Files{"case.hcl": []byte(mill), "record.csv": []byte(record)})
	for _, set := range []backtest.Settings{{Horizon: 100}, {From: c.AsOf}, {From: c.From - 1}} {
		if _, err := backtest.Run(context.Background(), c, []*reckon.Reading{nil}, set); err == nil {
			t.Errorf("%+v runs", set)
		}
	}
}
