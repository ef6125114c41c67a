package anchor

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
)

// Annotation is a note on a place in a document, as the W3C Web Annotation Data
// Model has it [w3cannotation2017]. What a file says beyond these fields is kept
// and written again as it was read.
type Annotation struct {
	ID         string
	Document   string // the source: an address, or what names the document here
	Locator    Locator
	Text       string   // the note itself
	Tags       []string // bodies whose purpose is tagging
	Motivation string   // highlighting, commenting …; the first when there are several
	Creator    string   // name or address
	Created    string   // as it was written, RFC 3339

	read members // the members as they were read
}

// members is a JSON object whose members are not yet read.
type members map[string]json.RawMessage

// Limits of what is read from outside.
const (
	maxAnnotationBytes = 64 << 20
	maxAnnotations     = 200_000
	maxRefined         = 8 // selectors one within the other
)

// ReadAnnotations reads Web Annotations in JSON-LD (one, a list, or a page or
// collection of them), and what the API of Hypothesis exports. Annotations without
// a quotation are read too; Hypothesis counts UTF-16 units where W3C counts code
// points, which moves a hint and nothing else.
func ReadAnnotations(r io.Reader) ([]Annotation, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxAnnotationBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read annotations: %w", err)
	}
	if len(text) > maxAnnotationBytes {
		return nil, fmt.Errorf("the annotations are larger than %d MB; split the file", maxAnnotationBytes>>20)
	}
	var items []json.RawMessage
	if err := json.Unmarshal(text, &items); err != nil {
		var one members
		if err := json.Unmarshal(text, &one); err != nil {
			return nil, fmt.Errorf("the annotations are not JSON: %w", err)
		}
		if items, err = listed(one, text); err != nil {
			return nil, err
		}
	}
	if len(items) > maxAnnotations {
		return nil, fmt.Errorf("the file has %d annotations; at most %d are read, so split it", len(items), maxAnnotations)
	}
	all := make([]Annotation, 0, len(items))
	for k, item := range items {
		var m members
		if err := json.Unmarshal(item, &m); err != nil || m == nil {
			return nil, fmt.Errorf("annotation %d is not a JSON object", k+1)
		}
		a, err := annotation(m)
		if err != nil {
			return nil, fmt.Errorf("annotation %d: %w", k+1, err)
		}
		all = append(all, a)
	}
	return all, nil
}

// listed gives the annotations that an object holds, or the object as the one.
func listed(m members, whole json.RawMessage) ([]json.RawMessage, error) {
	holder := m
	if first := object(m["first"]); first != nil {
		holder = first
	}
	for _, name := range []string{"items", "rows"} {
		if held, ok := holder[name]; ok {
			var items []json.RawMessage
			if err := json.Unmarshal(held, &items); err != nil {
				return nil, fmt.Errorf("%q is not a list of annotations", name)
			}
			return items, nil
		}
	}
	if m["target"] == nil {
		return nil, errors.New(`no annotation here: neither a "target" nor a list of "items" or "rows"`)
	}
	return []json.RawMessage{whole}, nil
}

// annotation reads one object, of W3C or of Hypothesis.
func annotation(m members) (Annotation, error) {
	a := Annotation{
		ID:         either(m["id"], m["@id"]),
		Motivation: head(m["motivation"]),
		Creator:    agent(m["creator"]),
		Created:    word(m["created"]),
		read:       m,
	}
	if user := word(m["user"]); user != "" && a.Creator == "" {
		a.Creator = user
	}
	targets := list(m["target"])
	if len(targets) > 0 {
		a.readTarget(targets[0])
	}
	if a.Document == "" {
		a.Document = word(m["uri"])
	}
	a.readBodies(m)
	if a.Document == "" && a.Locator == (Locator{}) {
		return a, errors.New(`its "target" names no document and no place`)
	}
	return a, nil
}

func (a *Annotation) readTarget(raw json.RawMessage) {
	if iri := word(raw); iri != "" {
		a.Document = iri
		return
	}
	target := object(raw)
	if a.Document = word(target["source"]); a.Document == "" {
		source := object(target["source"])
		a.Document = either(source["id"], source["@id"])
	}
	if a.Document == "" {
		a.Document = word(target["id"])
	}
	for _, s := range list(target["selector"]) {
		a.Locator.readSelector(object(s), false, 0)
	}
}

// readBodies reads the note and the tags, in either format.
func (a *Annotation) readBodies(m members) {
	a.Text = word(m["bodyValue"])
	if a.Text == "" {
		a.Text = word(m["text"])
	}
	for _, tag := range list(m["tags"]) {
		if word(tag) != "" {
			a.Tags = append(a.Tags, word(tag))
		}
	}
	for _, raw := range list(m["body"]) {
		body := object(raw)
		value := word(body["value"])
		switch {
		case value == "":
		case tagging(body):
			a.Tags = append(a.Tags, value)
		case a.Text == "":
			a.Text = value
		}
	}
}

func tagging(body members) bool {
	return slices.ContainsFunc(list(body["purpose"]), func(p json.RawMessage) bool { return word(p) == "tagging" })
}

// object, list and word read loosely: what is of another kind is empty.
func object(raw json.RawMessage) members {
	var m members
	if json.Unmarshal(raw, &m) != nil {
		return nil
	}
	return m
}

func list(raw json.RawMessage) []json.RawMessage {
	var items []json.RawMessage
	if len(raw) == 0 || string(raw) == "null" {
		return nil
	}
	if json.Unmarshal(raw, &items) != nil {
		return []json.RawMessage{raw}
	}
	return items
}

func word(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return ""
	}
	return s
}

func either(a, b json.RawMessage) string {
	if s := word(a); s != "" {
		return s
	}
	return word(b)
}

func head(raw json.RawMessage) string {
	if items := list(raw); len(items) > 0 {
		return word(items[0])
	}
	return ""
}

// agent is a person or program: an address, or an object with a name.
func agent(raw json.RawMessage) string {
	s := head(raw)
	if s != "" {
		return s
	}
	items := list(raw)
	if len(items) == 0 {
		return ""
	}
	m := object(items[0])
	if name := either(m["name"], m["nick"]); name != "" {
		return name
	}
	return either(m["id"], m["@id"])
}

func clone(m members) members {
	if m == nil {
		return members{}
	}
	return maps.Clone(m)
}
