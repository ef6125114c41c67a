package exchange

import (
	"fmt"
	"io"
	"strings"

	"reckon"
	"reckon/stability"
)

// Limits on a graph that a program can still lay out.
const (
	maxGraphStates = 4_096
	maxGraphArcs   = 200_000
)

// Judged says what is stable: under each concept, for an actor and for everyone.
// Each answer is a set of states, asked for once and then by state.
type Judged struct {
	Concepts   []reckon.Concept
	Stable     func(actor int, concept reckon.Concept) (has func(reckon.State) bool)
	Equilibria func(concept reckon.Concept) (has func(reckon.State) bool)
	Sees       func(actor int) *stability.Conflict // the one conflict that the actor reckons with; nil when there are several
}

// equilibria returns the equilibria of each concept.
func (j Judged) equilibria() []func(reckon.State) bool {
	var sets []func(reckon.State) bool
	for _, k := range j.Concepts {
		sets = append(sets, j.Equilibria(k))
	}
	return sets
}

// arc is a move of one actor between two states.
type arc struct {
	actor    int
	from, to reckon.State
	improves bool
}

// graph lists the states and arcs, or says why there are too many.
func (m *Model) graph(improvements bool) (states []reckon.State, arcs []arc, err error) {
	c, err := m.Conflict()
	if err != nil {
		return nil, nil, err
	}
	if n := c.States().Len(); n > maxGraphStates {
		return nil, nil, fmt.Errorf("the graph would have %d states; nobody can read one of more than %d. Write the verdicts as a table instead (csv)", n, maxGraphStates)
	}
	states = c.States().List()
	for _, s := range states {
		for i := range m.Case.Actors {
			c.EachMove(i, s, func(t reckon.State) {
				a := arc{i, s, t, c.Rank(i, t) > c.Rank(i, s)}
				if (a.improves || !improvements) && len(arcs) <= maxGraphArcs {
					arcs = append(arcs, a)
				}
			})
		}
		if len(arcs) > maxGraphArcs {
			hint := "write only the improvements (--improvements)"
			if improvements {
				hint = "write the verdicts as a table instead (csv)"
			}
			return nil, nil, fmt.Errorf("the graph would have more than %d arcs; %s", maxGraphArcs, hint)
		}
	}
	return states, arcs, nil
}

// graphML writes the graph of states [fang1993] as GraphML: a node for each
// possible state, with its letters, the options on, every actor's rank and
// whether it is an equilibrium of each concept; an arc for each move, or for
// each improvement only.
func (m *Model) graphML(w io.Writer, judged Judged, improvements bool) error {
	states, arcs, err := m.graph(improvements)
	if err != nil {
		return err
	}
	out, equilibria := &printer{w: w}, judged.equilibria()
	out.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
	key := func(id, of, name, kind string) {
		out.print("  <key id=%q for=%q attr.name=\"%s\" attr.type=%q/>\n", id, of, inXML(name), kind)
	}
	key("letters", "node", "letters", "string")
	key("on", "node", "on", "string")
	for i, a := range m.Case.Actors {
		key(fmt.Sprintf("rank%d", i), "node", "rank of "+a.Name, "int")
	}
	for i, k := range judged.Concepts {
		key(fmt.Sprintf("equilibrium%d", i), "node", string(k)+" equilibrium", "boolean")
	}
	key("actor", "edge", "actor", "string")
	key("move", "edge", "move", "string")
	key("improves", "edge", "improves", "boolean")
	out.print("  <graph id=\"conflict\" edgedefault=\"directed\">\n    <desc>%s</desc>\n", inXML(m.origin()))
	for _, s := range states {
		out.print("    <node id=%q>\n", m.letters(s))
		datum := func(key string, value any) {
			out.print("      <data key=%q>%s</data>\n", key, inXML(fmt.Sprint(value)))
		}
		datum("letters", m.letters(s))
		datum("on", m.allOn(s))
		for i := range m.Case.Actors {
			datum(fmt.Sprintf("rank%d", i), m.conflict.Rank(i, s))
		}
		for i, has := range equilibria {
			datum(fmt.Sprintf("equilibrium%d", i), has(s))
		}
		out.print("    </node>\n")
	}
	for n, a := range arcs {
		out.print("    <edge id=\"e%d\" source=%q target=%q><data key=\"actor\">%s</data><data key=\"move\">%s</data><data key=\"improves\">%t</data></edge>\n",
			n+1, m.letters(a.from), m.letters(a.to), inXML(m.Case.Actors[a.actor].Name), inXML(m.move(a.from, a.to)), a.improves)
	}
	out.print("  </graph>\n</graphml>\n")
	return out.err
}

// dotColours tell actors apart, colour-blind readers included; the dash pattern
// changes when they are used up.
var dotColours = []string{"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000", "#56B4E9", "#E69F00"}

// dot writes the same graph for Graphviz. A state that is an equilibrium of some
// concept has a double border and says of which; a move that is no improvement
// is grey and dotted.
func (m *Model) dot(w io.Writer, judged Judged, improvements bool) error {
	states, arcs, err := m.graph(improvements)
	if err != nil {
		return err
	}
	out, equilibria := &printer{w: w}, judged.equilibria()
	out.print("digraph conflict {\n  // %s\n", strings.ReplaceAll(m.origin(), "\n", " "))
	out.print("  graph [label=%s, rankdir=LR];\n  node [shape=box, fontname=\"monospace\"];\n", inDOT(either(m.Case.Title, m.Case.Name)))
	for _, s := range states {
		var under []string
		for i, has := range equilibria {
			if has(s) {
				under = append(under, string(judged.Concepts[i]))
			}
		}
		label, border := m.letters(s), 1
		if on := m.allOn(s); on != "" {
			label += "\n" + strings.ReplaceAll(on, " ", "\n")
		}
		if len(under) > 0 {
			label, border = label+"\nstable: "+strings.Join(under, " "), 2
		}
		out.print("  %q [label=%s, peripheries=%d];\n", m.letters(s), inDOT(label), border)
	}
	for _, a := range arcs {
		style, colour := []string{"solid", "dashed"}[a.actor/len(dotColours)%2], dotColours[a.actor%len(dotColours)]
		if !a.improves {
			style, colour = "dotted", "#999999"
		}
		out.print("  %q -> %q [label=%s, color=%q, fontcolor=%q, style=%s];\n",
			m.letters(a.from), m.letters(a.to), inDOT(m.Case.Actors[a.actor].Name+"\n"+m.move(a.from, a.to)), colour, colour, style)
	}
	out.print("}\n")
	return out.err
}

// move writes the step between two states: "+strike -talk".
func (m *Model) move(from, to reckon.State) string {
	return reckon.Move{On: to &^ from, Off: from &^ to}.Text(m.Case)
}

// printer keeps the first error of a writer, so that no line has to ask.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) print(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

// inXML escapes a text for XML, and leaves out what XML 1.0 cannot hold.
func inXML(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\r", "&#13;").Replace(s)
}

// inDOT writes a quoted label: Graphviz reads \n as a new line, \\ as a backslash.
func inDOT(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(s) + `"`
}
