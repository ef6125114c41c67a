package workbench

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
	"reckon/stability"
)

// mostAnswers is how many blocked moves the sentences name; JSON has them all.
const mostAnswers = 3

// says puts a holding into plain sentences. With several views it speaks of the
// likeliest one on the side of the verdict, and says how much of the odds is on
// that side.
func (b *Bench) says(h Holding, verdicts []stability.Verdict) []string {
	k := 0
	for i, v := range h.Views {
		if v.Stable == h.Stable && (h.Views[k].Stable != h.Stable || v.Odds > h.Views[k].Odds) {
			k = i
		}
	}
	v := h.Views[k]
	out := b.verdictSays(h, v, verdicts[k].Concept)
	if len(h.Views) > 1 {
		out = append(out, b.viewSays(h, v))
	}
	return out
}

// verdictSays is the verdict and its reason in one view.
func (b *Bench) verdictSays(h Holding, v viewed, concept reckon.Concept) []string {
	switch {
	case !v.Free:
		return []string{h.Title + " has no move open here."}
	case !v.Stable:
		a := v.Answers[0]
		return []string{fmt.Sprintf("%s would move: %s%s. %s.", h.Title, a.Move, gain(a), unmet[concept])}
	case len(v.Answers) == 0:
		return []string{fmt.Sprintf("%s would stay: no move of its own leads to anything it likes better%s.", h.Title, margin(v))}
	}
	out := []string{fmt.Sprintf("%s would stay, though %s would be an improvement%s.", h.Title, moves(v.Answers), margin(v))}
	for i, a := range v.Answers {
		if i == mostAnswers {
			out = append(out, fmt.Sprintf("%d more are met in the same way.", len(v.Answers)-i))
			break
		}
		out = append(out, b.metSays(a, concept))
	}
	return out
}

// unmet says, for each concept, what does not stand against the move.
var unmet = map[reckon.Concept]string{
	reckon.Nash: "It looks no further than its own move",
	reckon.GMR:  "Nothing the others can do makes it worse than staying",
	reckon.SMR:  "Whatever the others do, it can still end better than by staying",
	reckon.SEQ:  "Nothing the others would gain by doing makes it worse than staying",
	reckon.SIM:  "Nor would it be worse if the others moved for their own gain at the same moment",
}

// metSays tells one sanction as a sequence of moves.
func (b *Bench) metSays(a answered, concept reckon.Concept) string {
	var steps []string
	for _, p := range a.Path {
		steps = append(steps, fmt.Sprintf("%s with %s", b.title(b.Case.Actor(p.Actor)), p.Move))
	}
	how := "can be answered by"
	switch concept {
	case reckon.SEQ:
		how = "would be answered, to their own gain, by"
		if len(steps) == 1 {
			how = "would be answered, to its own gain, by"
		}
	case reckon.SIM:
		how = "would meet, at the same moment,"
	case reckon.Nash, reckon.GMR, reckon.SMR:
	}
	end := "no better than staying"
	if a.Costs != "" {
		end = fmt.Sprintf("and costs %q", a.Costs)
	} else {
		end = "and ends " + end
	}
	return fmt.Sprintf("Against %s: it %s %s, %s.", a.Move, how, strings.Join(steps, ", then "), end)
}

// viewSays says in which view the verdict was told and how much odds it has.
func (b *Bench) viewSays(h Holding, v viewed) string {
	var kinds []string
	for i, a := range b.Case.Actors {
		if kind := v.Kinds[a.Name]; kind != "" {
			kinds = append(kinds, fmt.Sprintf("%s as %q", b.title(i), kind))
		}
	}
	share := h.Share
	verb := "stays"
	if !h.Stable {
		share, verb = 1-share, "moves"
	}
	return fmt.Sprintf("This takes %s; it %s in views with %.0f%% of its odds.", strings.Join(kinds, " and "), verb, 100*share)
}

// gain names the want that a move fulfils.
func gain(a answered) string {
	if a.Gains == "" {
		return ""
	}
	return fmt.Sprintf(", which gains %q", a.Gains)
}

func margin(v viewed) string {
	return fmt.Sprintf(" (margin %d of %d ranks)", v.Margin, v.Levels)
}

// moves lists the moves of some answers in words.
func moves(all []answered) string {
	var list []string
	for _, a := range all {
		list = append(list, a.Move)
	}
	if len(list) > mostAnswers {
		list = append(slices.Clip(list[:mostAnswers]), fmt.Sprintf("%d others", len(list)-mostAnswers))
	}
	if len(list) == 1 {
		return list[0]
	}
	return strings.Join(list[:len(list)-1], ", ") + " or " + list[len(list)-1]
}
