package lang

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"reckon"
)

// fields is one block, checked against the schema and ready to be read.
type fields struct {
	l      *loader
	schema *block
	attrs  map[string]*hclsyntax.Attribute
	inner  []*hclsyntax.Block
	label  string
	named  reckon.Range // the label
	at     reckon.Range // the head of the block
}

// open checks a block's label, attributes and inner blocks.
func (l *loader) open(b *hclsyntax.Block, s *block) fields {
	f := fields{l: l, schema: s, attrs: b.Body.Attributes, inner: b.Body.Blocks, at: place(b.DefRange())}
	f.named = f.at
	switch {
	case s.label == "":
		if len(b.Labels) > 0 {
			l.add(labelNotWanted(place(b.LabelRanges[0]), s.name))
		}
	case len(b.Labels) == 0 || strings.TrimSpace(b.Labels[0]) == "":
		l.add(missingLabel(f.at, s))
	case len(b.Labels) > 1:
		l.add(twoLabels(place(b.LabelRanges[1]), s.name, b.Labels))
		fallthrough
	default:
		f.label, f.named = b.Labels[0], place(b.LabelRanges[0])
	}
	if s.plain && f.label != "" && !plainName(f.label) {
		l.add(nameNotPlain(f.named, s.name, f.label))
		if p := plain(f.label); plainName(p) {
			f.label = p // what uses it in this form is right already
		}
	}
	l.checkBody(b.Body, s, f.at)
	return f
}

// checkBody reports attributes and blocks that the schema does not have.
func (l *loader) checkBody(body *hclsyntax.Body, s *block, head reckon.Range) {
	for _, a := range inOrder(body.Attributes) {
		if s.attribute(a.Name) == nil {
			if slices.Contains(s.blocks, a.Name) {
				l.add(blockNotAttribute(place(a.NameRange), a.Name))
				continue
			}
			l.add(unknownAttribute(place(a.NameRange), s, a.Name))
		}
	}
	for _, inner := range body.Blocks {
		if !slices.Contains(s.blocks, inner.Type) {
			l.add(wrongBlock(place(inner.TypeRange), s, inner.Type))
			l.found.broken = true
		}
	}
	for _, a := range s.attributes {
		if a.required && body.Attributes[a.name] == nil {
			l.add(missingAttribute(head, s.name, a))
		}
	}
}

// inOrder lists attributes as they stand in the file.
func inOrder(attrs hclsyntax.Attributes) []*hclsyntax.Attribute {
	var list []*hclsyntax.Attribute
	for _, a := range attrs {
		list = append(list, a)
	}
	slices.SortFunc(list, func(a, b *hclsyntax.Attribute) int {
		return cmp.Compare(a.NameRange.Start.Byte, b.NameRange.Start.Byte)
	})
	return list
}

// blocks lists the inner blocks of one type, in file order.
func (f fields) blocks(kind string) []*hclsyntax.Block {
	var list []*hclsyntax.Block
	for _, b := range f.inner {
		if b.Type == kind {
			list = append(list, b)
		}
	}
	return list
}

// within opens the inner blocks of one type that have a label.
func (f fields) within(kind string) []fields {
	var list []fields
	for _, b := range f.blocks(kind) {
		if g := f.l.open(b, blockIn(f.schema.name, kind)); g.label != "" {
			list = append(list, g)
		}
	}
	return list
}

// holds reports whether there is an inner block of one of the types.
func (f fields) holds(kinds ...string) bool {
	return slices.ContainsFunc(f.inner, func(b *hclsyntax.Block) bool { return slices.Contains(kinds, b.Type) })
}

// has reports whether the author stated the attribute.
func (f fields) has(name string) bool { return f.attrs[name] != nil }

// value returns the attribute's expression, or nil. A name outside the schema
// is a slip of ours, so that docs/language.md cannot fall behind.
func (f fields) value(name string) hclsyntax.Expression {
	if f.schema.attribute(name) == nil {
		panic("lang: the schema of " + f.schema.name + " lacks " + name)
	}
	a := f.attrs[name]
	if a == nil {
		return nil
	}
	if _, bad := a.Expr.(*hclsyntax.ExprSyntaxError); bad {
		return nil
	}
	return a.Expr
}

// place turns HCL's range into ours.
func place(r hcl.Range) reckon.Range {
	return reckon.Range{
		File:  r.Filename,
		Start: reckon.Pos{Line: r.Start.Line, Column: r.Start.Column, Byte: r.Start.Byte},
		End:   reckon.Pos{Line: r.End.Line, Column: r.End.Column, Byte: r.End.Byte},
	}
}

// plainName reports whether a name can be used in expressions.
func plainName(s string) bool {
	if s == "" || s[0] < 'a' || s[0] > 'z' || slices.Contains([]string{"true", "false", "null"}, s) {
		return false
	}
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '_' {
			return false
		}
	}
	return true
}
