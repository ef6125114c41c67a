package lint_test

import (
	"testing"

	"reckon"
)

// TestViewsNest judges what a view says against the view it is nested in, and
// the wants of a mind or kind in the view in which they are compared.
func TestViewsNest(t *testing.T) {
	cited := []reckon.Cite{{Source: "s"}}
	unaware := func(k int) reckon.Override { return reckon.Override{Unaware: true, Option: k, Cites: cited} }
	aware := func(k int) reckon.Override { return reckon.Override{Aware: true, Option: k, Cites: cited} }
	final := func(is bool) reckon.Override {
		return reckon.Override{Directed: true, Option: 2, Final: is, Cites: cited}
	}
	never := func(e reckon.Expr) reckon.Override {
		return reckon.Override{Impossible: &reckon.Impossible{Name: "rule", When: e}, Cites: cited}
	}
	possible := reckon.Override{Possible: "rule", Cites: cited}
	type views [3][]reckon.Override // of a; of b in a's eyes; of a in b's, in a's
	for name, k := range map[string]struct {
		code  string
		views views
		wants [3]reckon.Expr // of a; of b in a's eyes; of a in b's, in a's
		want  bool
	}{
		"unknown once":                {"view-changes-nothing", views{{unaware(2)}}, [3]reckon.Expr{}, false},
		"unknown twice":               {"view-changes-nothing", views{{unaware(2)}, {unaware(2)}}, [3]reckon.Expr{}, true},
		"unknown, known, unknown":     {"view-changes-nothing", views{{unaware(2)}, {aware(2)}, {unaware(2)}}, [3]reckon.Expr{}, false},
		"known where it is":           {"view-changes-nothing", views{nil, {aware(2)}}, [3]reckon.Expr{}, true},
		"final, once more":            {"view-changes-nothing", views{{final(true)}, nil, {final(true)}}, [3]reckon.Expr{}, true},
		"final, and not":              {"view-changes-nothing", views{{final(true)}, {final(false)}}, [3]reckon.Expr{}, false},
		"not final, as it is":         {"view-changes-nothing", views{{final(false)}}, [3]reckon.Expr{}, true},
		"a rule again":                {"view-changes-nothing", views{{never(option(0))}, {never(both(option(0), option(1)))}}, [3]reckon.Expr{}, true},
		"a rule after it was lifted":  {"view-changes-nothing", views{{never(option(0))}, {possible}, {never(option(0))}}, [3]reckon.Expr{}, false},
		"nothing left":                {"no-state-in-view", views{{never(option(0))}, {never(reckon.Expr{Op: "!", Args: []reckon.Expr{option(0)}})}}, [3]reckon.Expr{}, true},
		"lifted, but today denied":    {"no-state-in-view", views{{never(option(0))}, {possible, never(reckon.Expr{Op: "!", Args: []reckon.Expr{option(1)}})}}, [3]reckon.Expr{}, true},
		"today unknown, so allowed":   {"no-state-in-view", views{{unaware(2), never(option(2))}}, [3]reckon.Expr{}, false},
		"today denied":                {"no-state-in-view", views{{never(option(2))}}, [3]reckon.Expr{}, true},
		"wants what he cannot see":    {"constant-want", views{{unaware(2)}}, [3]reckon.Expr{option(2)}, true},
		"its wants in the believer's": {"constant-want", views{nil, {unaware(2)}}, [3]reckon.Expr{{}, option(2)}, false},
		"one deeper, in its own":      {"constant-want", views{nil, {unaware(2)}}, [3]reckon.Expr{{}, {}, option(2)}, true},
		"a rule lifted frees a want":  {"constant-want", views{{never(option(0))}, {possible}}, [3]reckon.Expr{{}, {}, option(0)}, false},
	} {
		t.Run(name, func(t *testing.T) {
			head := func(n int, beliefs []reckon.Belief) reckon.Kind {
				kind := reckon.Kind{Name: "k", Odds: 1, Cites: cited, View: reckon.View{Overrides: k.views[n]}, Beliefs: beliefs}
				if k.wants[n].Op != "" {
					kind.Wants = []reckon.Want{{Name: "w", That: k.wants[n]}}
				}
				return kind
			}
			believes := func(about string, kind reckon.Kind) []reckon.Belief {
				return []reckon.Belief{{About: about, Kinds: []reckon.Kind{kind}}}
			}
			c := duel()
			own := head(0, believes("b", head(1, believes("a", head(2, nil)))))
			c.Minds = []reckon.Mind{{Actor: "a", Wants: own.Wants, View: own.View, Beliefs: own.Beliefs}}
			check(t, c, k.code, k.want)
		})
	}
}
