package workbench

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"reckon"
	"reckon/disk"
	"reckon/exchange"
	"reckon/mind"
	"reckon/stability"
)

// foreign lists the endings of other tools' files that are read as a conflict, or as
// measures.
var foreign = append([]string{".gmcr", ".nfg", ".efg"}, models...)

// isForeign reports whether a file is of another tool, by its name.
func isForeign(name string) bool {
	return slices.Contains(foreign, strings.ToLower(filepath.Ext(name)))
}

// Convert writes the conflict in the format that set names. Of names it takes
// the reading, the concepts, the actor whose turn is first in a tree, and the
// state to begin from, in letters. What is stable is what solve says: each actor
// in his own views. Notes say what the format has no place for. The case must be
// fit.
func (b *Bench) Convert(w io.Writer, set exchange.Settings, names SolveSettings) (notes []string, err error) {
	if !b.Fit() {
		panic("workbench: convert of a case that is not fit")
	}
	if set.To == "xmile" || set.To == "case" && b.isModel() {
		return b.convertMeasures(w, set.To)
	}
	readings, err := b.chosen(names.Reading)
	if err != nil {
		return nil, err
	}
	if len(readings) > 1 && set.To != "case" {
		var all []string
		for _, r := range readings {
			all = append(all, r.Name)
		}
		return nil, fmt.Errorf("a file holds one reading and the case has %d; say which with --reading: %s", len(all), strings.Join(all, ", "))
	}
	if err := b.known(&names); err != nil {
		return nil, err
	}
	if names.State != "" {
		s, err := b.stateOf(names.State)
		if err != nil {
			return nil, err
		}
		set.From = &s
	}
	set.First = slices.IndexFunc(b.Case.Actors, func(a reckon.Actor) bool { return len(a.Options) > 0 })
	if names.Actor != "" {
		set.First = b.Case.Actor(names.Actor)
	}
	if set.First < 0 && set.To != "case" {
		return nil, b.blame(errors.New("no actor has an option, so there is nothing to decide"))
	}
	m := b.model(readings[0])
	if slices.Contains(playing, set.To) {
		if _, err := m.Conflict(); err != nil {
			return nil, b.blame(err)
		}
	}
	if set.To == "efg" && set.From == nil {
		start, _ := b.start()
		set.From = &start
	}
	judged := exchange.Judged{Concepts: names.Concepts}
	if slices.Contains(judging, set.To) {
		minds, err := mind.New(b.Case, readings[0], b.measures())
		if err != nil {
			return nil, b.blame(err)
		}
		judge(&judged, minds)
	}
	notes, err = m.Write(w, set, judged)
	if err != nil && set.To == "gmcr" { // which takes no settings that could be wrong
		return nil, b.upset("cannot-convert", "The case cannot be written in this format as it is", err)
	}
	if rule := b.excluding(b.Case.Today()); rule != "" && set.To == "case" && b.large() {
		notes = append(notes, fmt.Sprintf("the rule %q makes the state at the start impossible, and with more than %d options no other is looked for; set the options that are on before you solve the case", rule, stability.MaxOptions))
	}
	return notes, err
}

// model is a reading as the formats take it.
func (b *Bench) model(r *reckon.Reading) *exchange.Model {
	m := &exchange.Model{Case: b.Case, Minds: r.MindsIn(b.Case), Measures: b.measures()}
	if r != nil {
		m.Reading = r.Name
	}
	return m
}

// playing lists the formats of games, for which all states are listed.
var playing = []string{"nfg", "efg"}

// judging lists the formats that hold what is stable.
var judging = []string{"graphml", "dot", "csv", "equilibria"}

// judge fills in what is stable, each actor in his own views.
func judge(j *exchange.Judged, m *mind.Minds) {
	m.Solve(nil, j.Concepts...)
	j.Stable = func(actor int, k reckon.Concept) func(reckon.State) bool { return m.Stable(actor, k).Has }
	j.Equilibria = func(k reckon.Concept) func(reckon.State) bool { return m.Equilibria(k).Has }
	j.Sees = func(actor int) *stability.Conflict {
		views := m.Views(actor)
		if len(views) != 1 || views[0].Hidden != 0 {
			return nil
		}
		return views[0].Conflict
	}
}

// Save writes a file whole or not at all, for one that is there only by force. A
// case.hcl gets a folder of its own, which must be empty or not exist yet.
func (b *Bench) Save(name string, force bool, content func(io.Writer) error) (err error) {
	if filepath.Base(name) == caseFile {
		made, err := emptyFolder(filepath.Dir(name))
		if err != nil {
			return err
		}
		if err = disk.Replace(name, 0o644, content); err != nil && made != "" {
			_ = os.RemoveAll(made) // the first error is the one to report
		}
		return err
	}
	is, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return disk.Replace(name, 0o644, content)
	case err != nil:
		return disk.Unwritten(name, err)
	case !force && is.Mode().IsRegular():
		return fmt.Errorf("%s exists; choose another name, or use --force to replace it", name)
	}
	if name, err = disk.Place(name, force); err != nil {
		return err
	}
	return disk.Replace(name, is.Mode().Perm(), content)
}
