package xmile

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"reckon"
)

// Limits on what is read, far above any model that a person draws.
const (
	maxBytes = 10_000_000
	maxNodes = 300_000
	maxNest  = 64
)

// node is an element of the file.
type node struct {
	name   string // lower case, without its space
	vendor bool   // of a name space that is not XMILE's
	attrs  []xml.Attr
	text   string // what stands in it directly
	kids   []*node
	at     reckon.Range
}

// attr returns an attribute that is XMILE's own, "" when it is not there.
func (n *node) attr(name string) string {
	for _, a := range n.attrs {
		if a.Name.Space == "" && strings.EqualFold(a.Name.Local, name) {
			return a.Value
		}
	}
	return ""
}

// first returns the first child of that name, or nil.
func (n *node) first(name string) *node {
	for _, k := range n.kids {
		if k.name == name && !k.vendor {
			return k
		}
	}
	return nil
}

// all returns the children of that name.
func (n *node) all(name string) []*node {
	var found []*node
	for _, k := range n.kids {
		if k.name == name && !k.vendor {
			found = append(found, k)
		}
	}
	return found
}

// word returns the text of the first child of that name, without space around it.
func (n *node) word(name string) string {
	if k := n.first(name); k != nil {
		return strings.TrimSpace(k.text)
	}
	return ""
}

// drawn are the parts of a file that say how it looks and mean nothing here.
var drawn = map[string]bool{"views": true, "style": true, "interface": true, "views_data": true}

// grower turns a text into nodes.
type grower struct {
	file  string
	xml   *xml.Decoder
	open  []*node
	count int
	skip  int // depth inside a part that is not kept
}

// grow reads a text into a tree whose root holds the outermost element. No entity
// but XML's own five is ever expanded.
func grow(file string, text []byte) (*node, *reckon.Diagnostic) {
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	if len(text) > maxBytes {
		return nil, broken(reckon.Range{File: file}, "This file is too large", fmt.Sprintf("It has %.1f MB; at most %d are read.", float64(len(text))/1e6, maxBytes/1_000_000))
	}
	if !utf8.Valid(text) {
		return nil, broken(reckon.Range{File: file}, "This file is not UTF-8 text", "Open it in the program that wrote it, or in a text editor, and save it as UTF-8.")
	}
	g := grower{file: file, xml: xml.NewDecoder(bytes.NewReader(text)), open: []*node{{}}}
	g.xml.Strict = false // some tools forget an end tag
	for {
		at := g.here()
		token, err := g.xml.Token()
		if errors.Is(err, io.EOF) {
			return g.open[0], nil
		}
		if err != nil {
			return nil, broken(at, "This file cannot be read as XML", "The reader says: "+strings.TrimPrefix(err.Error(), "XML syntax error on ")+". Save the model again from the program that wrote it.")
		}
		if wrong := g.take(token, at); wrong != nil {
			return nil, wrong
		}
	}
}

// here returns the place that was read up to.
func (g *grower) here() reckon.Range {
	line, column := g.xml.InputPos()
	p := reckon.Pos{Line: line, Column: column, Byte: int(g.xml.InputOffset())}
	return reckon.Range{File: g.file, Start: p, End: p}
}

func (g *grower) take(token xml.Token, at reckon.Range) *reckon.Diagnostic {
	top := g.open[len(g.open)-1]
	switch t := token.(type) {
	case xml.StartElement:
		if g.skip > 0 || drawn[strings.ToLower(t.Name.Local)] {
			g.skip++
			return nil
		}
		if g.count++; g.count > maxNodes || len(g.open) > maxNest {
			return broken(at, "This file has too many elements", fmt.Sprintf("At most %d are read, %d deep.", maxNodes, maxNest))
		}
		at.End = g.here().Start
		n := &node{name: strings.ToLower(t.Name.Local), vendor: isVendor(t.Name.Space), attrs: t.Copy().Attr, at: at}
		top.kids = append(top.kids, n)
		g.open = append(g.open, n)
	case xml.EndElement:
		switch {
		case g.skip > 0:
			g.skip--
		case len(g.open) > 1:
			g.open = g.open[:len(g.open)-1]
		}
	case xml.CharData:
		if g.skip == 0 {
			top.text += string(t)
		}
	}
	return nil
}

// isVendor reports whether a name space belongs to some program and not to XMILE,
// whose own was spelt in several ways over time.
func isVendor(space string) bool {
	return space != "" && !strings.Contains(strings.ToLower(space), "/xmile") || strings.Contains(space, "iseesystems")
}

func broken(at reckon.Range, summary, detail string) *reckon.Diagnostic {
	return &reckon.Diagnostic{Severity: reckon.Error, Code: "not-xmile", Summary: summary, Detail: detail, At: at}
}
