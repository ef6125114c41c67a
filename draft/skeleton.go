package draft

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"reckon"
	"reckon/lang"
	"reckon/names"
	"reckon/reading"
)

// mostActors is how many actors a drafted case names at most.
const mostActors = 8

// Skeleton drafts the text of a case.hcl from documents alone: the person whose
// views they report most is the subject, whoever acts or is acted upon most is an
// actor, the newest document gives the as-of date. Options are the analyst's. It
// returns nil when no person's views are reported.
func Skeleton(accounts []*reading.Account) []byte {
	held, acts := map[string]int{}, map[string]int{}
	known := map[string]names.Entity{}
	var newest reckon.Date
	for _, a := range accounts {
		newest = max(newest, a.Document.Published)
		for _, e := range a.Cast.Entities {
			if _, met := known[e.ID]; !met && e.ID != "" {
				known[e.ID] = e
			}
		}
		for _, it := range a.Items {
			if known[it.Who].Kind == names.Person {
				held[it.Who]++
			}
			for _, id := range a.Mentions(it.Start, it.End) {
				acts[id]++
			}
		}
	}
	subject := most(held, 1)
	if len(subject) == 0 {
		return nil
	}
	var b bytes.Buffer
	name := known[subject[0]].Name
	fmt.Fprintf(&b, "# Drafted from %d documents. Give the actors the options that matter, then complete the proposals.\n\n", len(accounts))
	fmt.Fprintf(&b, "case %s {\ntitle = %s\nsubject = %s\n", quoted(slug(subject[0])), quoted(name), plain(subject[0]))
	if newest != 0 {
		fmt.Fprintf(&b, "as_of = %s\n", quoted(newest.String()))
	}
	b.WriteString("}\n")
	actors := subject
	for _, id := range most(acts, 3*mostActors) {
		e := known[id]
		if len(actors) < mostActors && !slices.Contains(actors, id) && (e.Kind == names.State || e.Kind == names.Organ || e.Kind == names.Group || e.Kind == names.Person) {
			actors = append(actors, id)
		}
	}
	for _, id := range actors {
		fmt.Fprintf(&b, "\nactor %s {\ntitle = %s\n# option \"…\" { title = \"…\" }\n}\n", quoted(plain(id)), quoted(known[id].Name))
	}
	text, _ := lang.Format("case.hcl", b.Bytes())
	return text
}

// plain makes an ID a plain name of the case language.
func plain(id string) string { return strings.ReplaceAll(slug(id), "-", "_") }

// most lists the names counted most often, then by name.
func most(count map[string]int, n int) []string {
	var all []string
	for name := range count {
		all = append(all, name)
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	return all[:min(n, len(all))]
}
