package preference

import "reckon"

// unknown is preference that is in part unknown, U [li2004], in one of four
// extensions. s U q iff the first want in which they differ is one of which nobody
// can say whether the actor wants it or its opposite. daring: a move to an unknown
// state counts as an improvement (extensions a and c). wary: an unknown state
// counts as a sanction (c and d). Under SMR he escapes to a state that is no
// sanction: by ≻ or U in a and b, by ≻ alone in c and d. The others' replies under
// SEQ are moves by ≻ or U in all four. U is symmetric and ≻ ∪ U is not transitive,
// so the sequences of replies under SEQ are followed by their last mover.
// Cost: that of the engine by class, with a class for each set of wants that some
// state fulfils; see Solve.
func unknown(extension string, daring, wary bool) Kind {
	says := map[bool]string{true: "", false: "not "}
	return Kind{
		Name: "unknown-" + extension, Source: "li2004", Concepts: basic(),
		Says:  "a change that nobody can say he wants does " + says[daring] + "move him, and does " + says[wary] + "deter him",
		terms: func(b *board, _ Settings) (terms, error) { return unknownTerms(b, daring, wary) },
		judge: func(r *Result) judge { return unknownJudge(r, daring, wary) },
	}
}

func doubtful(w reckon.Want) bool { return w.Unknown }

func unknownTerms(b *board, daring, wary bool) (terms, error) {
	var t terms
	for i := range b.minds {
		sc, wants, err := b.graded(i, doubtful)
		if err != nil {
			return terms{}, err
		}
		doubted := uint64(0)
		for k, w := range wants {
			if w.Unknown {
				doubted |= 1 << k
			}
		}
		sure := byDigit{scale: sc, up: ^doubted}
		open := byDigit{scale: sc, up: all, down: doubted}
		p := pair{improves: sure, harms: not{open}, foresights: basic()}
		if daring {
			p.improves = open
		}
		if wary {
			p.harms = not{sure}
		}
		t.pairs = append(t.pairs, []pair{p})
		t.credible = append(t.credible, open)
	}
	t.notes = b.nowhere(doubtful, "no want is marked unknown")
	t.switches = []Switch{{"unknown replies", "count", "others may answer by moves to states of which nobody can say that they want them"}}
	return t, nil
}

// unknownJudge restates the definition for Check.
func unknownJudge(r *Result, daring, wary bool) judge {
	// compare returns whether q ≻ s and whether q U s.
	compare := func(i int, q, s reckon.State) (better, unknown bool) {
		wants, held := r.board.wants(i)
		for k := range wants {
			if held[k].Has(q) != held[k].Has(s) && wants[k].Unknown {
				return false, true
			}
			if held[k].Has(q) != held[k].Has(s) {
				break
			}
		}
		return r.board.g.Rank(i, q) > r.board.g.Rank(i, s), false
	}
	return judge{
		improves: func(i int, q, s reckon.State) bool {
			better, unknown := compare(i, q, s)
			return better || daring && unknown
		},
		harms: func(i int, x, s reckon.State) bool {
			better, unknown := compare(i, x, s)
			return !better && (wary || !unknown)
		},
		credible: func(j int, q, s reckon.State) bool {
			better, unknown := compare(j, q, s)
			return better || unknown
		},
	}
}
