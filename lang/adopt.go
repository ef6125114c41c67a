package lang

import (
	"bytes"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclwrite"

	"reckon"
)

// Adopt moves what is complete from a proposed text of readings into the text of
// a case: wants that have their statement, and kinds of belief all of whose wants
// have theirs, with the comments above them. Whole is the text of the reading
// with what was adopted added at its end; existing is nil where there is none
// yet. Rest is the proposal without it, nil when nothing is left to adopt. Taken
// counts wants and kinds moved. Text with syntax errors comes back as it is, with
// diagnostics.
func Adopt(name string, existing, proposal []byte) (whole, rest []byte, taken int, found []reckon.Diagnostic) {
	l := newLoader()
	if l.parse(name, proposal) == nil || l.found.broken {
		return existing, proposal, 0, l.found.sorted()
	}
	from, bad := hclwrite.ParseConfig(proposal, name, hcl.InitialPos)
	if bad.HasErrors() {
		panic("a text that parsed does not parse: " + bad.Error())
	}
	if existing == nil {
		left := 0
		for _, mind := range minds(from.Body()) {
			left += removeParts(mind, false)
			taken += countParts(mind)
		}
		if taken == 0 {
			return nil, proposal, 0, nil
		}
		whole = from.Bytes()
		if left > 0 {
			rest = remainder(name, proposal)
		}
		return formatted(name, whole), formatted(name, rest), taken, nil
	}
	into, bad := hclwrite.ParseConfig(existing, name, hcl.InitialPos)
	if bad.HasErrors() {
		return existing, proposal, 0, nil // loading the case says what is wrong with it
	}
	for _, reading := range from.Body().Blocks() {
		home := child(into.Body(), reading)
		for _, mind := range reading.Body().Blocks() {
			if mind.Type() == "mind" {
				taken += moveParts(child(home.Body(), mind).Body(), mind.Body())
			}
		}
	}
	if taken == 0 {
		return existing, proposal, 0, nil
	}
	left := 0
	for _, mind := range minds(from.Body()) {
		left += countParts(mind)
	}
	if left > 0 {
		rest = remainder(name, proposal)
	}
	return formatted(name, into.Bytes()), formatted(name, rest), taken, nil
}

// remainder is the proposal without what is complete.
func remainder(name string, proposal []byte) []byte {
	file, _ := hclwrite.ParseConfig(proposal, name, hcl.InitialPos) // it parsed before
	for _, mind := range minds(file.Body()) {
		removeParts(mind, true)
	}
	return file.Bytes()
}

func formatted(name string, text []byte) []byte {
	if text == nil {
		return nil
	}
	out, _ := Format(name, text)
	return out
}

// minds lists the bodies of the minds in readings.
func minds(file *hclwrite.Body) []*hclwrite.Body {
	var all []*hclwrite.Body
	for _, reading := range file.Blocks() {
		for _, mind := range reading.Body().Blocks() {
			if mind.Type() == "mind" {
				all = append(all, mind.Body())
			}
		}
	}
	return all
}

// child finds the block with the same type and labels, or adds an empty one with
// the settings of the other.
func child(in *hclwrite.Body, like *hclwrite.Block) *hclwrite.Block {
	if b := in.FirstMatchingBlock(like.Type(), like.Labels()); b != nil {
		return b
	}
	in.AppendNewline()
	b := in.AppendNewBlock(like.Type(), like.Labels())
	attributes := like.Body().Attributes()
	names := make([]string, 0, len(attributes))
	for name := range attributes {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		b.Body().SetAttributeRaw(name, attributes[name].Expr().BuildTokens(nil))
	}
	return b
}

// complete reports that a want has its statement, or a kind wants that all have
// theirs.
func complete(b *hclwrite.Block) bool {
	if b.Type() == "want" {
		return b.Body().GetAttribute("that") != nil
	}
	wants := 0
	for _, inner := range b.Body().Blocks() {
		if inner.Type() == "want" {
			wants++
			if !complete(inner) {
				return false
			}
		}
	}
	return wants > 0
}

// eachPart calls f for each want of a mind and each kind of its beliefs, with the
// body it stands in.
func eachPart(mind *hclwrite.Body, f func(in *hclwrite.Body, belief, b *hclwrite.Block)) {
	for _, b := range mind.Blocks() {
		switch b.Type() {
		case "want":
			f(mind, nil, b)
		case "believes":
			for _, kind := range b.Body().Blocks() {
				if kind.Type() == "kind" {
					f(b.Body(), b, kind)
				}
			}
		}
	}
}

func countParts(mind *hclwrite.Body) int {
	n := 0
	eachPart(mind, func(_ *hclwrite.Body, _, _ *hclwrite.Block) { n++ })
	return n
}

// removeParts takes out the parts that are complete, or those that are not, and
// beliefs that are left without kinds. It returns how many.
func removeParts(mind *hclwrite.Body, whenComplete bool) int {
	n := 0
	eachPart(mind, func(in *hclwrite.Body, _, b *hclwrite.Block) {
		if complete(b) == whenComplete {
			in.RemoveBlock(b)
			n++
		}
	})
	dropEmptyBeliefs(mind)
	return n
}

func dropEmptyBeliefs(mind *hclwrite.Body) {
	for _, b := range mind.Blocks() {
		if b.Type() == "believes" && len(b.Body().Blocks()) == 0 && len(b.Body().Attributes()) == 0 {
			mind.RemoveBlock(b)
		}
	}
}

// moveParts moves what is complete from one mind to another and returns how many
// parts that were.
func moveParts(to, from *hclwrite.Body) int {
	n := 0
	eachPart(from, func(in *hclwrite.Body, belief, b *hclwrite.Block) {
		if !complete(b) {
			return
		}
		home := to
		if belief != nil {
			home = child(to, belief).Body()
		}
		in.RemoveBlock(b)
		if !bytes.HasSuffix(home.BuildTokens(nil).Bytes(), []byte("\n")) {
			home.AppendNewline()
		}
		home.AppendBlock(b)
		n++
	})
	dropEmptyBeliefs(from)
	return n
}
