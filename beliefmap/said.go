package beliefmap

import (
	"path"
	"strings"

	"reckon/names"
	"reckon/reading"
)

// Said lists the statements of cause and effect in a document, each cause and each
// effect of a list by itself. A cause or effect that is no concept is left empty,
// so that Build can count what it leaves out.
func Said(a *reading.Account) []Edge {
	var all []Edge
	for _, it := range a.Items {
		if it.Type != reading.Cause || it.Effect == nil {
			continue
		}
		sign := it.Sign
		if it.Negated {
			sign = 0
		}
		holder := it.Holder
		if a.Document.Author == "" && holder == a.Author() { // two unknown authors are not one
			holder = "the author of " + path.Base(strings.ReplaceAll(a.Document.Name, `\\`, "/"))
		}
		effects := concepts(a, *it.Effect, false)
		for _, at := range it.Causes {
			cause := concepts(a, at, true)[0] // causes come one by one
			for _, effect := range effects {
				all = append(all, Edge{
					Holder: holder, Cause: cause, Effect: effect, Sign: sign, Certainty: it.Certainty,
					Document: it.Document, Start: it.Start, End: it.End, Quote: it.Text,
				})
			}
		}
	}
	return all
}

// concepts names what a part of a statement speaks of. Who acts is no concept of a
// map, his deeds are [axelrod1976]: a bare person never is one, a bare state or
// group only as that which is furthered or hindered. There is always one, maybe empty.
func concepts(a *reading.Account, at reading.Place, cause bool) []string {
	kind := a.Actor(at.Start, at.End)
	if kind == names.Person || kind == names.Author || kind != "" && cause {
		return []string{""}
	}
	if all := a.Concepts(at.Start, at.End); len(all) > 0 {
		return all
	}
	return []string{""}
}
