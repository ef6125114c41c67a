package beliefmap

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
)

// GraphML writes the map for Gephi, yEd and their kind: typed attributes, an id
// for every node and edge, one edge a link with its statements listed.
func (m *Map) GraphML() []byte {
	var b bytes.Buffer
	put := func(format string, args ...any) { fmt.Fprintf(&b, format, args...) }
	put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
	for _, k := range [][3]string{
		{"graph", "holder", "string"},
		{"node", "label", "string"},
		{"node", "role", "string"},
		{"node", "indegree", "int"},
		{"node", "outdegree", "int"},
		{"node", "phrases", "string"},
		{"edge", "sign", "int"},
		{"edge", "weight", "int"},
		{"edge", "label", "string"},
		{"edge", "holders", "string"},
		{"edge", "certainty", "string"},
		{"edge", "documents", "string"},
		{"edge", "quotes", "string"},
	} {
		put("  <key id=\"%s_%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", k[0], k[1], k[0], k[1], k[2])
	}
	put("  <graph id=\"beliefs\" edgedefault=\"directed\">\n")
	datum := func(of, name, value string) { put("      <data key=\"%s_%s\">%s</data>\n", of, name, inXML(value)) }
	datum("graph", "holder", m.Holder)
	for i, c := range m.Concepts {
		put("    <node id=\"n%d\">\n", i)
		datum("node", "label", c.Label)
		datum("node", "role", c.Role)
		datum("node", "indegree", strconv.Itoa(c.In))
		datum("node", "outdegree", strconv.Itoa(c.Out))
		datum("node", "phrases", strings.Join(c.Phrases, " | "))
		put("    </node>\n")
	}
	for i, l := range m.Links {
		put("    <edge id=\"e%d\" source=\"n%d\" target=\"n%d\">\n", i, l.From, l.To)
		datum("edge", "sign", strconv.Itoa(l.Sign))
		datum("edge", "weight", strconv.Itoa(l.Weight()))
		datum("edge", "label", plusMinus(l.Sign))
		datum("edge", "holders", m.gather(l, func(e Edge) string { return e.Holder }))
		datum("edge", "certainty", m.gather(l, func(e Edge) string { return e.Certainty }))
		datum("edge", "documents", m.gather(l, func(e Edge) string { return e.Document }))
		datum("edge", "quotes", m.gather(l, func(e Edge) string { return e.Quote }))
		put("    </edge>\n")
	}
	put("  </graph>\n</graphml>\n")
	return b.Bytes()
}

func plusMinus(sign int) string {
	if sign < 0 {
		return "−"
	}
	return "+"
}

// gather joins what the statements of a link say of themselves, each once.
func (m *Map) gather(l Link, of func(Edge) string) string {
	var parts []string
	seen := map[string]bool{}
	for _, e := range l.Edges {
		if s := of(m.Edges[e]); s != "" && !seen[s] {
			seen[s] = true
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " | ")
}

// inXML escapes a text for XML, and leaves out what XML 1.0 cannot hold.
func inXML(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\r", "&#13;").Replace(s)
}

// CSV writes one line a statement, with the concepts that cause and effect were
// merged to and the sign that the link has between them.
func (m *Map) CSV() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	row := func(fields ...string) { _ = w.Write(fields) } // a buffer takes all
	row("from", "to", "sign", "weight", "holder", "cause", "effect", "stated", "certainty", "document", "start", "end", "quote")
	for _, l := range m.Links {
		for _, k := range l.Edges {
			e := m.Edges[k]
			row(m.Concepts[l.From].Label, m.Concepts[l.To].Label, strconv.Itoa(l.Sign), strconv.Itoa(l.Weight()), e.Holder,
				e.Cause, e.Effect, strconv.Itoa(e.Sign), e.Certainty, e.Document, strconv.Itoa(e.Start), strconv.Itoa(e.End), e.Quote)
		}
	}
	w.Flush()
	return b.Bytes()
}
