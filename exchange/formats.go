package exchange

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"reckon"
)

// Settings say what to write and how; what a format does not ask for it ignores.
type Settings struct {
	To           string        // one of Formats
	From         *reckon.State // efg: where the tree begins, nil is today; nfg: what can be done from there, nil is anything
	Turns        int           // efg: of the longest path
	First        int           // efg: the actor whose turn is first
	Passing      bool          // efg: staying passes the turn; else it ends the game there
	Strict       bool          // nfg: refuse a conflict with impossible profiles; else they are worth −1
	Table        bool          // nfg: the payoff version, without names
	Old          bool          // gmcr: the names of the older generation of files
	Improvements bool          // graphml, dot: arcs are improvements only
}

// format is one format that can be written: a line in formats.
type format struct {
	name  string
	write func(m *Model, w io.Writer, set Settings, judged Judged) (notes []string, err error)
}

func formats() []format {
	return []format{
		{"gmcr", func(m *Model, w io.Writer, set Settings, _ Judged) ([]string, error) {
			text, notes, err := m.GMCR(set.Old)
			return notes, whole(w, text, err)
		}},
		{"nfg", func(m *Model, w io.Writer, set Settings, _ Judged) ([]string, error) {
			g, err := m.Game(set.From, set.Strict)
			if err != nil {
				return nil, err
			}
			text := g.Text(set.Table)
			return append(m.remarks(g.Comment), unread(".nfg", text)...), whole(w, text, nil)
		}},
		{"efg", func(m *Model, w io.Writer, set Settings, _ Judged) ([]string, error) {
			t, err := m.Tree(set)
			if err != nil {
				return nil, err
			}
			text := t.Text()
			return append(m.remarks(t.Comment), unread(".efg", text)...), whole(w, text, nil)
		}},
		{"graphml", func(m *Model, w io.Writer, set Settings, judged Judged) ([]string, error) {
			return nil, m.graphML(w, judged, set.Improvements)
		}},
		{"dot", func(m *Model, w io.Writer, set Settings, judged Judged) ([]string, error) {
			return nil, m.dot(w, judged, set.Improvements)
		}},
		{"csv", func(m *Model, w io.Writer, _ Settings, judged Judged) ([]string, error) {
			return nil, m.verdicts(w, judged)
		}},
		{"equilibria", func(m *Model, w io.Writer, _ Settings, judged Judged) ([]string, error) {
			return nil, m.equilibria(w, judged)
		}},
		{"case", func(m *Model, w io.Writer, _ Settings, _ Judged) ([]string, error) {
			text, notes, err := m.HCL()
			return notes, whole(w, text, err)
		}},
	}
}

// Formats lists what Write can write.
func Formats() []string {
	var names []string
	for _, f := range formats() {
		names = append(names, f.name)
	}
	return names
}

// Write writes the model in one of the Formats. Notes say in sentences what the
// numbers in the file mean and what it has no place for. An error says why the
// format cannot hold the conflict, and what can be done.
func (m *Model) Write(w io.Writer, set Settings, judged Judged) (notes []string, err error) {
	all := formats()
	k := slices.IndexFunc(all, func(f format) bool { return f.name == set.To })
	if k < 0 {
		return nil, fmt.Errorf("there is no format %s; there are: %s", set.To, strings.Join(Formats(), ", "))
	}
	return all[k].write(m, w, set, judged)
}

// remarks are what the comment in a game says beside where the game is from, and
// what a game has no place for.
func (m *Model) remarks(comment string) []string {
	notes := []string{strings.TrimSpace(strings.TrimPrefix(comment, m.origin()))}
	if lost := m.unsaid(); lost != nil {
		notes = append(notes, "a game has no place for "+strings.Join(lost, "; "))
	}
	return notes
}

// maxReadBack bounds a file that is read, in bytes.
const maxReadBack = 10_000_000

// unread notes that a game was written which Read cannot take: its bounds are
// lower than those of Gambit, for which the file is meant.
func unread(name string, text []byte) []string {
	const note = "reckon cannot read this file back, though it is a game in Gambit's format: "
	if len(text) >= maxReadBack {
		return []string{fmt.Sprintf("%sit has %.1f MB, and less than %d are read", note, float64(len(text))/1e6, maxReadBack/1_000_000)}
	}
	_, found := Read(name, text)
	for _, d := range found {
		if d.Severity == reckon.Error {
			return []string{note + strings.ToLower(d.Summary[:1]) + d.Summary[1:]}
		}
	}
	return nil
}

// whole writes a text that was made, unless it could not be.
func whole(w io.Writer, text []byte, err error) error {
	if err == nil {
		_, err = w.Write(text)
	}
	return err
}
