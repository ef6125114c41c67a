package lang

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"reckon"
)

// readRecord reads record.csv into the case, sorted by date.
func (l *loader) readRecord(src []byte) {
	for _, r := range l.table("record.csv", src, recordColumns) {
		if e, ok := l.event(r); ok {
			l.c.Record = append(l.c.Record, e)
		}
	}
	slices.SortStableFunc(l.c.Record, func(a, b reckon.Event) int { return cmp.Compare(a.Date, b.Date) })
}

// event reads one row of the record; false when it cannot be placed in time.
func (l *loader) event(r row) (reckon.Event, bool) {
	e := reckon.Event{
		ID: r.text("id"), Actor: r.text("actor"), Kind: r.text("kind"), Title: r.text("title"),
		Note: r.text("note"), Weight: 1, At: r.at,
	}
	if e.ID == "" {
		l.add(emptyCell(r.where("id"), "id"))
	} else if !l.declare("record row", e.ID, r.where("id")) {
		return e, false
	}
	date, ok := l.cellDate(r, "date")
	if !ok {
		return e, false
	}
	e.Date, e.Until = date, date
	if r.text("until") != "" {
		if until, ok := l.cellDate(r, "until"); ok && until < date {
			l.add(datesReversed(r.where("until"), "until", until, "date", date))
		} else if ok {
			e.Until = until
		}
	}
	e.Choice = l.cellYesNo(r, "choice")
	e.Sources = l.cellSources(r, "sources", ";")
	l.readMoves(r, &e)
	l.readScoring(r, &e)
	return e, true
}

// readMoves reads what the actor did and what else was open to him.
func (l *loader) readMoves(r row, e *reckon.Event) {
	took, instead := r.text("took"), r.text("instead")
	known := l.c.Actor(e.Actor) >= 0
	if !known {
		near := nearest(e.Actor, l.actorNames())
		if near != "" || took != "" || instead != "" || e.Choice {
			l.add(l.unknownActorOfRow(r, e.Actor, near))
		}
		return
	}
	stated := false
	if took != "" {
		e.Took, stated = l.move(r, "took", took, e.Actor)
	}
	for text := range strings.SplitSeq(instead, ";") {
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		m, ok := l.move(r, "instead", text, e.Actor)
		switch {
		case !ok:
		case m == e.Took && stated:
			l.add(sameAlternative(r.where("instead"), text))
		case slices.Contains(e.Instead, m):
			l.add(alternativeTwice(r.where("instead"), text))
		default:
			e.Instead = append(e.Instead, m)
		}
	}
}

// readScoring reads the weight and basis of a row, and what a choice must state.
func (l *loader) readScoring(r row, e *reckon.Event) {
	if s := r.text("weight"); s != "" {
		if v, ok := l.cellNumber(r, "weight", false); ok && (v < 0 || v > 1) {
			l.add(outsideShare(r.where("weight"), "weight", v))
			e.Weight = min(max(v, 0), 1)
		} else if ok {
			e.Weight = v
		}
	}
	e.Basis = r.text("basis")
	if e.Basis != "" && !contains(bases, e.Basis) {
		l.add(unknownBasis(r.where("basis"), e.Basis))
		e.Basis = ""
	} else if e.Basis == "" && e.Choice && e.Weight > 0 && !l.lacks(r, "basis") {
		l.add(missingBasis(r.where("basis"), e.ID))
	}
	switch {
	case !e.Choice, e.Weight > 0 && (l.lacks(r, "took") || l.lacks(r, "instead")):
	case e.Weight == 0 && e.Note == "":
		l.add(leftOutWithoutReason(r.where("note"), e.ID))
	case e.Weight > 0 && r.text("took") == "":
		l.add(choiceWithoutTook(r.where("took"), e.ID))
	case e.Weight > 0 && r.text("instead") == "":
		l.add(choiceWithoutInstead(r.where("instead"), e.ID))
	}
}

// lacks reports a column that choices need and the table does not have, and
// says so once rather than at every choice.
func (l *loader) lacks(r row, column string) bool {
	if _, there := r.cell(column); there {
		return false
	}
	if key := "column of choices " + column; l.seen[key] == (reckon.Range{}) {
		l.seen[key] = r.at
		l.add(missingChoiceColumn(reckon.Range{File: r.at.File, Start: reckon.Pos{Line: 1, Column: 1}}, column, recordColumns))
	}
	return true
}

// unknownActorOfRow is the message for a row whose actor the case lacks.
func (l *loader) unknownActorOfRow(r row, name, near string) reckon.Diagnostic {
	if name == "" {
		return emptyCell(r.where("actor"), "actor")
	}
	return unknownActor(r.where("actor"), name, near, l.actorNames())
}

// cellDate reads a cell that must be a day.
func (l *loader) cellDate(r row, column string) (reckon.Date, bool) {
	s := r.text(column)
	d, ok := day(s)
	if !ok && s == "" {
		l.add(emptyCell(r.where(column), column))
	} else if !ok {
		l.add(cellNotDay(r.where(column), column, s))
	}
	return d, ok
}

// cellNumber reads a cell that must be a number.
func (l *loader) cellNumber(r row, column string, inPercent bool) (float64, bool) {
	s := r.text(column)
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		l.add(cellNotNumber(r.where(column), column, s, inPercent))
		return 0, false
	}
	return v, true
}

// cellYesNo reads true or false as spreadsheets write them; empty is false.
func (l *loader) cellYesNo(r row, column string) bool {
	switch s := strings.ToLower(r.text(column)); s {
	case "true":
		return true
	case "false", "":
	default:
		l.add(cellNotYesNo(r.where(column), column, s))
	}
	return false
}

// keysRunTogether splits a text at commas, slashes and spaces into keys of
// sources; nil when one of them is none.
func (l *loader) keysRunTogether(text string) []string {
	if l.c.Source(text) != nil {
		return nil
	}
	keys := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(", /|\n", r) })
	if slices.ContainsFunc(keys, func(key string) bool { return l.c.Source(key) == nil }) {
		return nil
	}
	return keys
}

// cellSources reads keys of sources.bib.
func (l *loader) cellSources(r row, column, between string) []string {
	var keys []string
	for key := range strings.SplitSeq(r.text(column), between) {
		if key = strings.TrimSpace(key); key == "" {
			continue
		}
		if apart := l.keysRunTogether(key); between == ";" && len(apart) > 1 {
			l.add(keysRunTogether(r.where(column), key, apart))
			keys = append(keys, apart...)
			continue
		}
		if l.c.Source(key) == nil {
			d := l.unknownSource(r.where(column), key)
			d.Suggestion = "" // it would replace the whole cell
			l.add(d)
		}
		keys = append(keys, key)
	}
	return keys
}
