package main

import (
	"fmt"
	"math"
	"strings"

	"reckon/arena/street"
)

// streetResult is what runs of the grid came to.
type streetResult struct {
	Model    string         `json:"model"`
	Preset   string         `json:"preset"`
	Runs     int            `json:"runs"`
	Ticks    int            `json:"ticks"`
	Seed     uint64         `json:"seed"`
	Citizens int            `json:"citizens"`
	Outburst int            `json:"outburst"` // more actives than this are one
	Rules    []string       `json:"switches"`
	Results  []streetCounts `json:"results"`
	Caveat   string         `json:"caveat"`
}

// streetCounts are the numbers of one set of runs, in the order of the table.
type streetCounts struct {
	Label  string       `json:"label,omitempty"`
	Most   int          `json:"most"` // actives at once in any run
	Counts []streetMean `json:"counts"`
}

// streetMean is a mean over runs with its 95% interval; without a run that has the
// number there is none.
type streetMean struct {
	Name string   `json:"name"`
	Mean *float64 `json:"mean"`
	Low  *float64 `json:"low"`
	High *float64 `json:"high"`
	Runs int      `json:"runs"`
}

const streetCaveat = "A study of mechanisms, not a forecast: the printed rules give no outburst, tools that do each change the rule of arrest and wait otherwise, and no reading gives the paper's waits of 60 ± 55 (docs/replication.md)."

// streetTold puts what the runs came to into words for scripts and people.
func streetTold(u *street.Unrest, ask *streetAsked, outs []street.Outbreaks) *streetResult {
	r := &streetResult{
		Model: "epstein", Preset: ask.preset, Runs: u.Runs, Ticks: u.Ticks, Seed: u.Seed, Outburst: u.Outburst,
		Citizens: int(math.Round(u.Population * float64(u.Width*u.Height))), Caveat: streetCaveat,
	}
	for _, w := range outs[0].Rules {
		r.Rules = append(r.Rules, named(w))
	}
	for i := range outs {
		o := &outs[i]
		c := streetCounts{Label: o.Label, Most: o.Most}
		for _, n := range []struct {
			name string
			of   street.Estimate
		}{
			{"outbursts in a run", o.Outbursts},
			{"ticks between outbursts", o.Wait},
			{"their spread within a run", o.WaitSpread},
			{"actives in an outburst, over its ticks", o.Activation},
			{"most actives at once", o.Peak},
			{"actives over all ticks", o.Total},
			{"arrests", o.Arrests},
			{"jailed at the end", o.Jailed},
			{"forces that defected", o.Refusing},
			{"share of runs in which a group dies out", o.Extinct},
			{"ticks until it has", o.Extinction},
		} {
			c.Counts = append(c.Counts, meanOf(n.name, n.of))
		}
		r.Results = append(r.Results, c)
	}
	return r
}

func meanOf(name string, e street.Estimate) streetMean {
	m := streetMean{Name: name, Runs: e.Runs}
	if e.Runs > 0 {
		m.Mean = &e.Mean
	}
	if e.Runs > 1 {
		m.Low, m.High = &e.Low, &e.High
	}
	return m
}

// street tells what the runs came to.
func (d *desk) street(r *streetResult) {
	d.print("%s", d.bold("Civil violence on a grid (Epstein 2002), preset "+r.Preset))
	d.say("", fmt.Sprintf("%s of %s, seed %d; %d citizens at the start. An outburst is more than %d actives at once.", count(r.Runs, "run"), count(r.Ticks, "tick"), r.Seed, r.Citizens, r.Outburst))
	head := []string{"mean of the runs, 95% interval"}
	for _, c := range r.Results {
		head = append(head, c.Label)
	}
	var rows [][]string
	for i := range r.Results[0].Counts {
		row, had := []string{r.Results[0].Counts[i].Name}, false
		for _, c := range r.Results {
			row = append(row, c.Counts[i].String())
			had = had || c.Counts[i].Mean != nil
		}
		if had {
			rows = append(rows, row)
		}
	}
	d.print("")
	d.table(head, rows)
	d.print("")
	d.say("", "Switches: "+strings.Join(r.Rules, ", ")+".")
	d.say("", r.Caveat)
}

// String writes a mean with its interval; what no run had is a dash.
func (m streetMean) String() string {
	switch {
	case m.Mean == nil:
		return "–"
	case m.Low == nil || *m.Low == *m.High:
		return figure(*m.Mean)
	}
	return fmt.Sprintf("%s (%s to %s)", figure(*m.Mean), figure(*m.Low), figure(*m.High))
}
