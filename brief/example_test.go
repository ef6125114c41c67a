package brief_test

import (
	"bytes"
	"testing"

	"reckon"
	"reckon/brief"
	"reckon/stability"
	"reckon/trial"
)

// on is an expression that reads one option.
func on(k int) reckon.Expr { return reckon.Expr{Op: "option", Option: k} }

func day(t *testing.T, s string) reckon.Date {
	t.Helper()
	d, err := reckon.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// small is a whole case by hand: two actors, three options, two readings, four
// choices. Its numbers are made up; only their way onto the page is tested.
func small(t *testing.T) *brief.Findings {
	t.Helper()
	c := &reckon.Case{
		Name: "harbour", Title: "The harbour dispute", Subject: "mayor",
		AsOf: day(t, "2025-06-01"), From: day(t, "2024-01-01"), Until: day(t, "2025-12-31"), Step: "month",
		Actors: []reckon.Actor{{Name: "mayor", Title: "The mayor", Options: []int{0, 1}}, {Name: "union", Title: "The union", Options: []int{2}}},
		Options: []reckon.Option{
			{Name: "mayor.talk", Title: "Hold talks"},
			{Name: "mayor.close", Title: "Close the quay: to all ships", Actor: 0},
			{Name: "union.strike", Title: "Strike", Actor: 1},
		},
		Sources: []reckon.Source{
			{Key: "gazette", Title: "What the mayor wants", Author: "A. Writer", Publisher: "Gazette", Date: day(t, "2024-02-01"), Reliability: "B", URL: "https://example.org/a", Origin: "wire"},
			{Key: "wire", Title: "Agency report", Publisher: "Wire", Reliability: "F"},
			{Key: "persian", Title: "گفت\u200cوگو در بندر", Publisher: "روزنامه", URL: "javascript:alert(1)"},
		},
		Questions: []reckon.Question{{Name: "talks", Ask: "Will the mayor hold talks by December?", Opens: day(t, "2025-06-01"), Closes: "2025-12-01T00:00:00Z", YesIf: "both sides say so", NoIf: "no such word", DecidedBy: []string{"the Gazette"}, When: reckon.Expr{Op: "call", Name: "ever", Args: []reckon.Expr{on(0)}}, Text: "ever(mayor.talk)"}},
		Record:    []reckon.Event{{ID: "a", Date: day(t, "2024-03-01"), Actor: "mayor", Choice: true, Weight: 1}},
	}
	c.Minds = []reckon.Mind{{Actor: "union", Temper: reckon.DefaultTemper(), Wants: []reckon.Want{{Name: "no closure", That: on(1), Text: "!mayor.close", RedLine: true}}}}
	c.Readings = []reckon.Reading{
		{Name: "dove", Title: "The dove", Says: "He wants quiet.", Source: "gazette", Dated: day(t, "2024-02-01"), Prior: 0.5, Minds: []reckon.Mind{{
			Actor: "mayor", Temper: reckon.Temper{Concept: reckon.SEQ, Caution: 1, Precision: 8, Emphasis: 2, Assumed: []string{"precision"}},
			Wants: []reckon.Want{
				{Name: "quiet", Title: "No strike in the harbour", That: on(2), Text: "!union.strike", RedLine: true, Cites: []reckon.Cite{{Source: "gazette", From: 10, To: 40, Says: "Quiet comes first", Credibility: 2}}},
				{Name: "face", That: on(0), Text: "!mayor.talk", Cites: []reckon.Cite{{Source: "persian", Says: "او نمی\u200cخواهد", Credibility: 6}}},
			},
			Beliefs: []reckon.Belief{{About: "union", Kinds: []reckon.Kind{
				{Name: "hard", Odds: 0.7, Wants: []reckon.Want{{Name: "all", That: on(2), Text: "union.strike"}}}, {Name: "soft", Odds: 0.3},
			}}},
		}}},
		{Name: "hawk", Title: "The hawk", Says: "He wants to win.", Source: "wire", Dated: day(t, "2024-09-01"), Prior: 0.5, Minds: []reckon.Mind{{
			Actor: "mayor", Temper: reckon.DefaultTemper(), Wants: []reckon.Want{{Name: "win", That: on(1), Text: "mayor.close"}},
		}}},
	}
	f := &brief.Findings{Case: c, Version: "0.0.0-test", States: 8, Trial: smallTrial(t)}
	f.Readings = smallReadings(c)
	f.Outcomes = []brief.Outcome{{Ask: c.Questions[0].Ask, Question: "talks", State: 1, Mine: true, Flips: []brief.Flip{
		{Reading: 0, Stable: true, Best: false, Tried: 4, Changes: []brief.Change{{What: "“face” did not matter", Stable: true, Best: true}}},
		{Reading: 1, Tried: 1},
	}}}
	f.Passages = map[brief.Span]string{{Source: "gazette", From: 10, To: 40}: "he wants quiet before all else"}
	f.Diagnostics = []reckon.Diagnostic{{Severity: reckon.Warning, Code: "uncited-want", Summary: "A want cites nothing", At: reckon.Range{File: "case.hcl", Start: reckon.Pos{Line: 3}}}}
	return f
}

func smallReadings(c *reckon.Case) []brief.Reading {
	var out []brief.Reading
	stay := [][]float64{{0.6, 0.25, 0.15}, {0.2, 0.05, 0.75}}
	for i := range c.Readings {
		r := brief.Reading{Of: &c.Readings[i], Minds: c.Readings[i].MindsIn(c), Weight: 0.5, Equilibria: 2}
		r.Holds = []brief.Hold{
			{Share: 0.7, Odds: 0.7, View: "The union as “hard”", Verdict: stability.Verdict{Actor: 0, Concept: reckon.SEQ, Stable: true, Free: true, Margin: 1, Best: 1, Answers: []stability.Answer{
				{To: 2, Path: []stability.Step{{Actor: 1, To: 6}}, Sanction: 6},
			}}},
			{Share: 0, Odds: 1, Verdict: stability.Verdict{Actor: 1, Concept: reckon.SEQ, Free: true, Margin: -1, Best: 4, Answers: []stability.Answer{{To: 4, Worst: 1}}}},
		}
		r.Nexts = []brief.Next{
			{Actor: 0, To: []reckon.State{0, 1, 2}, P: stay[i]},
			{Actor: 1, To: []reckon.State{4, 0}, P: []float64{0.8, 0.2}},
		}
		r.Arcs = []brief.Arc{{Actor: 0, To: 1, Gain: -1}, {Actor: 0, To: 2, Gain: 1}, {Actor: 0, To: 3, Gain: 0}, {Actor: 1, To: 4, Gain: 1}}
		out = append(out, r)
	}
	return out
}

func smallTrial(t *testing.T) *trial.Report {
	t.Helper()
	choice := func(date, id, took string, p, retro map[string]float64, silent ...string) trial.Choice {
		return trial.Choice{ID: id, Date: day(t, date), Title: "Choice " + id, Actor: "mayor", Basis: "own words", Weight: 1, Took: took, Alternatives: []string{took, "hold"}, P: p, Retro: retro, Silent: silent, Sources: []string{"gazette"}}
	}
	r := &trial.Report{
		Case: "harbour", AsOf: day(t, "2025-06-01"), Later: 1, Draws: 1000, Seed: 1,
		Finding: "Too few to tell: 2 choices test both readings. Neither beats the rivals.",
		Readings: []trial.Score{
			{Name: "dove", Title: "The dove", Dated: day(t, "2024-02-01"), Choices: 4, Covered: 3, Weight: 3, Known: true, LogScore: -0.5, LogRange: [2]float64{-0.9, -0.2}, Brier: 0.3, BrierSpan: [2]float64{0.1, 0.5}, Uniform: -0.69, Prior: 0.5, Posterior: 0.64, Interval: [2]float64{0.3, 0.9}, Fitted: &trial.Fit{Precision: 4, Choices: 2, LogScore: -0.6, Brier: 0.4}, ByBasis: []trial.Part{{Basis: "own words", Choices: 4, Covered: 3, LogScore: -0.5, Brier: 0.3}}},
			{Name: "hawk", Title: "The hawk", Dated: day(t, "2024-09-01"), Choices: 2, Covered: 2, Weight: 2, Known: true, LogScore: -0.8, LogRange: [2]float64{-1.2, -0.4}, Brier: 0.6, BrierSpan: [2]float64{0.3, 0.9}, Uniform: -0.69, Prior: 0.5, Posterior: 0.36, Interval: [2]float64{0.1, 0.7}, Retro: &trial.Score{Choices: 2, Covered: 2, Known: true, LogScore: -0.4, Uniform: -0.69}},
		},
		Rivals: []trial.Score{{Name: "uniform", Title: "a coin toss", Choices: 4, Covered: 4, Known: true, LogScore: -0.69, Uniform: -0.69}, {Name: "last time", Title: "“did what he did last time”", Choices: 4}},
		Stages: []trial.Stage{{After: day(t, "2024-09-01"), Choices: 2, Readings: []string{"dove", "hawk"}, Posterior: []float64{0.64, 0.36}, Interval: [][2]float64{{0.3, 0.9}, {0.1, 0.7}}, Overlap: true}},
	}
	r.Choices = []trial.Choice{
		choice("2024-03-01", "a", "+talk", map[string]float64{"dove": 0.8, "uniform": 0.5}, map[string]float64{"hawk": 0.3}),
		choice("2024-05-01", "b", "-talk", nil, map[string]float64{"hawk": 0.7}, "dove"),
		choice("2024-10-01", "c", "+close", map[string]float64{"dove": 0.4, "hawk": 0.9, "last time": 0.6}, nil),
		choice("2025-08-01", "d", "hold", map[string]float64{"dove": 0.7, "hawk": 0.2}, nil),
	}
	r.Choices[3].Later = true
	return r
}

// bare is a case with nothing but a name: no reading, no record, no source.
func bare() *brief.Findings { return &brief.Findings{Case: &reckon.Case{Name: "empty"}} }

// plain is a catalogue case: actors and wants, but no reading, record or source.
func plain(t *testing.T) *brief.Findings {
	t.Helper()
	f := small(t)
	f.Case.Readings, f.Case.Record, f.Case.Sources, f.Case.Questions, f.Trial, f.Outcomes, f.Passages = nil, nil, nil, nil, nil, nil, nil
	f.Readings = f.Readings[:1]
	f.Readings[0].Of, f.Readings[0].Weight = nil, 1
	f.Readings[0].Minds = (*reckon.Reading)(nil).MindsIn(f.Case)
	return f
}

// hostile is the small case with text that tries to get out of its place.
func hostile(t *testing.T) *brief.Findings {
	t.Helper()
	f := small(t)
	const bad = `</title></style><script>alert(1)</script><img src="https://evil.example/x" onerror=alert(2)>" ' & }`
	c := f.Case
	c.Title, f.Handling, f.Version = bad, bad, bad
	for i := range c.Options {
		c.Options[i].Title = bad
	}
	for i := range c.Actors {
		c.Actors[i].Title = bad
	}
	for i := range c.Readings {
		c.Readings[i].Title, c.Readings[i].Says = bad, bad
		f.Trial.Readings[i].Title = bad
	}
	for i := range c.Sources {
		c.Sources[i].Title, c.Sources[i].Note, c.Sources[i].Author = bad, bad, bad
	}
	c.Questions[0].Ask, f.Trial.Finding, f.Trial.Choices[0].Title = bad, bad, bad
	f.Passages[brief.Span{Source: "gazette", From: 10, To: 40}] = bad
	return f
}

func rendered(t *testing.T, f *brief.Findings) string {
	t.Helper()
	var w bytes.Buffer
	if err := brief.Write(&w, f); err != nil {
		t.Fatal(err)
	}
	return w.String()
}
