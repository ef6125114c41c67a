package priority

import (
	"cmp"
	"slices"
)

// arrange joins what rules found and the lists of the text into one row: a list
// of priorities goes with the words that announce it, doubles are dropped, and
// spans that cross are widened until one holds the other.
func (v *view) arrange(found []Finding, lists []list) []Finding {
	order(found)
	found = single(found)
	for _, l := range lists {
		if k := host(found, l); k >= 0 {
			f := &found[k]
			f.Items, f.End = l.Items, max(f.End, l.End)
			continue
		}
		if l.noun != "" {
			l.Kind = l.noun
		}
		found = append(found, l.Finding)
	}
	given(found)
	order(found)
	uncross(found)
	order(found)
	for k := range found {
		found[k].Parent = -1
		if len(found[k].Items) == 0 {
			continue
		}
		for p := k - 1; p >= 0; p-- {
			if found[p].End >= found[k].End && (found[p].Start < found[k].Start || found[p].End > found[k].End) {
				found[k].Parent = p
				break
			}
		}
	}
	return found
}

func order(found []Finding) {
	slices.SortStableFunc(found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
}

// single keeps one finding where several of a kind share their place. One with a
// holder comes before one without.
func single(found []Finding) []Finding {
	var kept []Finding
	for _, f := range found {
		k := slices.IndexFunc(kept, func(old Finding) bool {
			return old.Kind == f.Kind && f.Start < old.End && old.Start < f.End && old.Cue[0] < f.End && f.Cue[0] < old.End
		})
		if k < 0 {
			kept = append(kept, f)
			continue
		}
		old := &kept[k]
		if old.Holder < 0 && f.Holder >= 0 {
			old.Holder, old.Cue, old.Rule = f.Holder, f.Cue, f.Rule
		}
		old.Start, old.End = min(old.Start, f.Start), max(old.End, f.End)
	}
	return kept
}

// host gives the finding whose words announce a list as one of its kind; -1.
func host(found []Finding, l list) int {
	return slices.IndexFunc(found, func(f Finding) bool {
		return f.Kind == l.noun && f.Kind != List && len(f.Items) == 0 && f.Start >= l.lead && f.Cue[1] <= l.Items[0].Start
	})
}

// given makes the entries of a list inside an offer those of the offer: what one
// side is to do, step by step.
func given(found []Finding) {
	for k := range found {
		f := &found[k]
		if f.Kind != Offer || len(f.Items) > 0 {
			continue
		}
		for _, l := range found {
			if l.Kind == List && l.Start >= f.Start && l.End <= f.End {
				f.Items = l.Items
				break
			}
		}
	}
}

// uncross widens the first of two spans that cross, so that spans nest or lie
// apart.
func uncross(found []Finding) {
	for changed := true; changed; {
		changed = false
		for k := range found {
			for j := k + 1; j < len(found) && found[j].Start < found[k].End; j++ {
				if found[j].End > found[k].End {
					found[k].End, changed = found[j].End, true
				}
			}
		}
		if changed {
			order(found)
		}
	}
}
