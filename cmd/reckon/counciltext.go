package main

import (
	"fmt"
	"strings"
)

// How much of a course and of what moves it a page takes.
const (
	toldMoves  = 12
	toldLevers = 6
)

// bargained tells what a table comes to.
func (d *desk) bargained(r *councilResult, ask *councilAsked) {
	d.print("%s", d.bold(strings.Trim(r.Name+": "+r.Title, ": ")))
	d.say("", fmt.Sprintf("%s on %s; positions from 0 to 100.", count(len(r.Seats), "seat"), count(len(r.Dimensions), "dimension")))
	for _, f := range r.Faults {
		d.say("", "finding: "+f.At+": "+f.Message+".")
	}
	var rows [][]string
	for _, b := range r.Beside {
		row := append([]string{b.By}, inCells(b.Outcome)...)
		if b.Turns > 0 {
			row = append(row, fmt.Sprintf("after %s: %s", count(b.Turns, "turn"), b.Ended))
		} else {
			row = append(row, "")
		}
		rows = append(rows, row)
	}
	d.print("\n%s", d.bold("Forecasts side by side"))
	d.table(append(append([]string{"by"}, r.Dimensions...), ""), rows)
	d.say("", r.Caveat)
	d.course(r, ask)
}

// course tells the course of the model, who counts, and what the result hangs on.
func (d *desk) course(r *councilResult, ask *councilAsked) {
	if ask.turns {
		d.turns(r)
	}
	d.moves(r)
	d.seats(r)
	d.levers("What moves the mean", r.Levers, toldLevers)
	if ask.line != nil {
		d.levers("What alone would bring the mean across the line", r.Pivots, len(r.Pivots))
		if len(r.Pivots) == 0 {
			d.say("", "Nothing: no change of one input does.")
		}
	}
	if ask.levers {
		d.levers("What moves the outcome of the model", r.OfModel, toldLevers)
	}
	d.print("\n%s", d.bold("Switches"))
	var words []string
	for _, s := range r.Switches {
		words = append(words, flagged(s[0])+"="+s[1])
	}
	d.say("", strings.Join(words, ", "))
	if len(r.Defect) > 0 {
		d.print("\n%s", d.bold("What KTAB's errors change in the spatial model"))
		for _, line := range r.Defect {
			d.say("", line)
		}
	}
}

// turns lists where the mean and all seats stand after every turn.
func (d *desk) turns(r *councilResult) {
	d.print("\n%s", d.bold("Turn by turn, "+r.Model))
	for k, dimension := range r.Dimensions {
		head := []string{"turn", "mean", "median"}
		for _, s := range r.Seats {
			head = append(head, s.Name)
		}
		var rows [][]string
		for turn := range r.Positions {
			row := []string{fmt.Sprint(turn), hundredth(r.Means[turn][k]), hundredth(r.Medians[turn][k])}
			for i := range r.Seats {
				row = append(row, hundredth(r.Positions[turn][i][k]))
			}
			rows = append(rows, row)
		}
		d.say("", dimension)
		// Tables wider than a page are parted, the turn leading each part.
		const across = 8
		for from := 1; from < len(head); from += across {
			upTo := min(from+across, len(head))
			part := make([][]string, len(rows))
			for i, row := range rows {
				part[i] = append([]string{row[0]}, row[from:upTo]...)
			}
			d.table(append([]string{"turn"}, head[from:upTo]...), part)
		}
	}
}

// moves tells who moved whom.
func (d *desk) moves(r *councilResult) {
	d.print("\n%s", d.bold("Who moved whom, "+r.Model))
	shown, kept := 0, 0
	for _, m := range r.Moves {
		if !m.Kept {
			continue
		}
		if kept++; shown < toldMoves {
			shown++
			d.say("", m.Says)
		}
	}
	switch {
	case kept == 0:
		d.say("", "Nobody moved anybody.")
	case kept > shown:
		d.say("", fmt.Sprintf("And %d more; --json has all.", kept-shown))
	}
}

// seats tells who sits there and how much each counts.
func (d *desk) seats(r *councilResult) {
	d.print("\n%s", d.bold("Who sits there"))
	var rows [][]string
	for _, s := range r.Seats {
		rows = append(rows, []string{s.Name, figure(s.Power), joined(s.Position), joined(s.Salience), joined(s.Final), figure(s.Shapley), figure(s.Banzhaf)})
	}
	d.table([]string{"seat", "power", "position", "salience", "ends at", "Shapley–Shubik", "Banzhaf"}, rows)
	d.say("", "The last two say how often a seat would turn a vote that takes more than half of all power.")
}

// levers tells changes of one input and what they do.
func (d *desk) levers(title string, levers []councilLever, most int) {
	if len(levers) == 0 {
		return
	}
	d.print("\n%s", d.bold(title))
	var rows [][]string
	for _, l := range levers[:min(most, len(levers))] {
		rows = append(rows, []string{l.Seat, strings.TrimSpace(l.Input + " " + l.Dimension), l.change(), joined(l.Outcome), figure(l.Shift)})
	}
	d.table([]string{"seat", "input", "change", "outcome then", "moved by"}, rows)
}

func inCells(xs []float64) []string {
	out := make([]string, len(xs))
	for i, x := range xs {
		out[i] = hundredth(x)
	}
	return out
}

func joined(xs []float64) string {
	out := make([]string, len(xs))
	for i, x := range xs {
		out[i] = figure(x)
	}
	return strings.Join(out, ", ")
}
