package anchor

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
)

// vocabulary is the JSON-LD context of Web Annotations.
const vocabulary = "http://www.w3.org/ns/anno.jsonld"

// WriteAnnotations writes a page of Web Annotations in JSON-LD. What was read and
// has not been changed since is written as it was read, members that reckon does
// not know among them. The same annotations give the same bytes.
func WriteAnnotations(w io.Writer, all []Annotation) error {
	items := make([]members, len(all))
	for k, a := range all {
		m, err := a.members()
		if err != nil {
			return fmt.Errorf("annotation %d: %w", k+1, err)
		}
		items[k] = m
	}
	var text bytes.Buffer
	out := json.NewEncoder(&text)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	err := out.Encode(struct {
		Context string    `json:"@context"`
		Type    string    `json:"type"`
		Items   []members `json:"items"`
	}{vocabulary, "AnnotationPage", items})
	if err != nil {
		return err
	}
	_, err = w.Write(text.Bytes())
	return err
}

// members gives the object to write: what was read, with what has changed since.
func (a Annotation) members() (members, error) {
	m := clone(a.read)
	before := Annotation{}
	if a.read != nil {
		var err error
		if before, err = annotation(a.read); err != nil {
			return nil, err
		}
	}
	if _, hypothesis := m["user"]; hypothesis || m["uri"] != nil {
		before = Annotation{} // of another shape: written anew, its members kept
	}
	set := func(name, now, then string) {
		if now != then {
			m[name] = encode(now)
		}
		if now == "" && then != "" {
			delete(m, name)
		}
	}
	if m["@context"] == nil {
		m["@context"] = encode(vocabulary)
	}
	if m["type"] == nil {
		m["type"] = encode("Annotation")
	}
	set("id", a.ID, before.ID)
	set("motivation", a.Motivation, before.Motivation)
	set("creator", a.Creator, before.Creator)
	set("created", a.Created, before.Created)
	if a.Text != before.Text || !slices.Equal(a.Tags, before.Tags) {
		a.writeBodies(m)
	}
	if a.Document != before.Document || a.Locator != before.Locator {
		a.writeTarget(m, before.Document)
	}
	return m, nil
}

// body is a note or a tag as it is written.
type body struct {
	Type    string `json:"type"`
	Value   string `json:"value"`
	Purpose string `json:"purpose,omitempty"`
	Format  string `json:"format,omitempty"`
}

// writeBodies replaces note and tags and leaves bodies of other kinds.
func (a Annotation) writeBodies(m members) {
	var bodies []any
	if a.Text != "" {
		bodies = append(bodies, body{"TextualBody", a.Text, "commenting", "text/plain"})
	}
	for _, tag := range a.Tags {
		bodies = append(bodies, body{Type: "TextualBody", Value: tag, Purpose: "tagging"})
	}
	noted := false
	for _, raw := range list(m["body"]) {
		old := object(raw)
		switch {
		case word(old["value"]) == "" || !tagging(old) && noted:
			bodies = append(bodies, raw)
		case !tagging(old):
			noted = true // the note that Text was read from
		}
	}
	delete(m, "bodyValue")
	delete(m, "text")
	delete(m, "tags")
	delete(m, "body")
	if len(bodies) > 0 {
		m["body"] = encode(bodies)
	}
}

// writeTarget replaces what a locator holds in the first target and leaves
// selectors of other kinds, and further targets.
func (a Annotation) writeTarget(m members, document string) {
	targets := list(m["target"])
	target := members{}
	if len(targets) > 0 {
		target = clone(object(targets[0]))
	}
	if document != a.Document || target["source"] == nil {
		target["source"] = encode(a.Document)
	}
	selectors := a.Locator.selectors()
	for _, old := range list(target["selector"]) {
		if !known(old) {
			selectors = append(selectors, old)
		}
	}
	delete(target, "selector")
	if len(selectors) > 0 {
		target["selector"] = encode(selectors)
	}
	all := []any{target}
	for k := 1; k < len(targets); k++ {
		all = append(all, targets[k])
	}
	if len(all) == 1 {
		m["target"] = encode(all[0])
		return
	}
	m["target"] = encode(all)
}

// encode is JSON without escaping what only HTML minds. What it is given is of
// this package's own types, so it cannot fail.
func encode(v any) json.RawMessage {
	var text bytes.Buffer
	out := json.NewEncoder(&text)
	out.SetEscapeHTML(false)
	if err := out.Encode(v); err != nil {
		panic("anchor: " + err.Error())
	}
	return bytes.TrimSpace(text.Bytes())
}
