package lang

import (
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"reckon"
)

// order reads a direct ranking, best group first; nil when absent or unusable.
func (f fields) order() [][]reckon.State {
	e := f.value("order")
	if e == nil {
		return nil
	}
	list, ok := e.(*hclsyntax.TupleConsExpr)
	if !ok {
		f.l.add(wantOrder(place(e.Range())))
		return nil
	}
	var groups [][]reckon.State
	seen := map[reckon.State]bool{}
	named := 0
	for _, item := range list.Exprs {
		members := []hclsyntax.Expression{item}
		if inner, ok := item.(*hclsyntax.TupleConsExpr); ok {
			members = inner.Exprs
		}
		named += len(members)
		var group []reckon.State
		for _, m := range members {
			s, ok := f.stateOf(m)
			if !ok {
				continue
			}
			if seen[s] {
				f.l.add(stateTwice(place(m.Range()), s.Letters(len(f.l.c.Options))))
				continue
			}
			seen[s] = true
			group = append(group, s)
		}
		if group != nil {
			groups = append(groups, group)
		}
	}
	if named == 0 {
		f.l.add(orderEmpty(place(list.Range())))
	}
	return groups
}

// stateOf reads one state written as Y and N.
func (f fields) stateOf(e hclsyntax.Expression) (reckon.State, bool) {
	at := place(e.Range())
	letters, ok := f.l.quoted(e)
	if !ok {
		f.l.add(wantOrder(at))
		return 0, false
	}
	if up := strings.ToUpper(letters); up != letters || strings.Trim(up, "YN") != "" {
		f.l.add(orderLetters(at, letters))
		return 0, false
	}
	if len(letters) != len(f.l.c.Options) {
		f.l.add(orderLength(at, letters, f.l.c))
		return 0, false
	}
	var s reckon.State
	for k := range letters {
		if letters[k] == 'Y' {
			s |= 1 << uint(k)
		}
	}
	return s, true
}
