package workbench

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"reckon"
	"reckon/stability"
)

// mostAnswers is how many moves, and ways to meet them, a sentence names; JSON
// has them all.
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
	if divided := h.Share > 1e-9 && h.Share < 1-1e-9; divided || len(h.Views) > 1 && len(v.Answers) > 0 {
		out = append(out, b.viewSays(h, v))
	}
	return out
}

// verdictSays is the verdict and its reason in one view.
func (b *Bench) verdictSays(h Holding, v viewed, concept reckon.Concept) []string {
	switch {
	case v.Barred:
		return []string{fmt.Sprintf("%s holds this state to be impossible, so it is not stable for him.", h.Title)}
	case !v.Free:
		return []string{fmt.Sprintf("%s would stay: no move is open here.", h.Title)}
	case !v.Stable:
		a := v.Answers[0]
		return []string{fmt.Sprintf("%s would move: %s%s. %s.", h.Title, a.Move, gain(a), unmetBy(concept))}
	case len(v.Answers) == 0:
		return []string{fmt.Sprintf("%s would stay: no move open here is an improvement%s.", h.Title, margin(v))}
	case concept.Ahead():
		return []string{fmt.Sprintf("%s would stay%s: no move is foreseen to end better; %s.", h.Title, margin(v), b.metSays(simplest(onePerMove(v.Answers)), concept))}
	}
	return []string{fmt.Sprintf("%s would stay%s: %s.", h.Title, margin(v), b.metSays(simplest(v.Answers), concept))}
}

// onePerMove keeps one line of play for each move.
func onePerMove(answers []answered) []answered {
	seen := map[string]bool{}
	var list []answered
	for _, a := range answers {
		if !seen[a.To] {
			seen[a.To] = true
			list = append(list, a)
		}
	}
	return list
}

// unmetBy says why nothing stands against the move.
func unmetBy(concept reckon.Concept) string {
	if h := concept.Moves(); h > 0 {
		return fmt.Sprintf("Looking %d moves ahead, play ends better than by staying", h)
	}
	return unmet[concept]
}

// unmet says, for each concept, why nothing stands against the move.
var unmet = map[reckon.Concept]string{
	reckon.Nash: "No answer of the others is reckoned with",
	reckon.GMR:  "Whatever the others then do, it ends better than by staying",
	reckon.SMR:  "Whatever the others then do, a last move can still make it better than staying",
	reckon.SEQ:  "However the others then improve their own lot, it ends better than by staying",
	reckon.SSEQ: "However the others then improve their own lot, a last move can still make it better than staying",
	reckon.SIM:  "Even if the others improve their own lot at the same moment, it ends better than by staying",

	reckon.Tableau: "However the others then improve their own lot, or do so at the same moment, it ends better than by staying",
	reckon.NM:      "However far one looks ahead, again and again play ends better than by staying",
}

// met says, for each concept, how others meet a move.
var met = map[reckon.Concept]string{
	reckon.GMR:  "can be answered by",
	reckon.SMR:  "can be answered, beyond repair, by",
	reckon.SEQ:  "would be answered, for gain of their own, by",
	reckon.SSEQ: "would be answered beyond repair, for gain of their own, by",
	reckon.SIM:  "would come at the same moment as",

	reckon.Tableau: "would be answered, for gain of their own, by",
}

// metSays tells the improvements and what meets them; moves that are met in the
// same way are told together.
func (b *Bench) metSays(answers []answered, concept reckon.Concept) string {
	var ways []string
	by := map[string][]answered{}
	for _, a := range answers {
		way := b.waySays(a, concept)
		if by[way] == nil {
			ways = append(ways, way)
		}
		by[way] = append(by[way], a)
	}
	var told []string
	rest := 0
	for i, way := range ways {
		switch {
		case i >= mostAnswers:
			rest += len(by[way])
		case i == 0 && !concept.Ahead():
			told = append(told, moves(by[way])+" would be an improvement, but "+way)
		default:
			told = append(told, moves(by[way])+" "+way)
		}
	}
	if rest > 0 {
		told = append(told, fmt.Sprintf("%d more are met in other ways", rest))
	}
	return strings.Join(told, "; ")
}

// waySays tells one sanction as a sequence of moves.
func (b *Bench) waySays(a answered, concept reckon.Concept) string {
	var steps []string
	for _, p := range a.Path {
		steps = append(steps, fmt.Sprintf("%s of %s", p.Move, within(b.title(b.Case.Actor(p.Actor)))))
	}
	then, how := ", then ", met[concept]
	switch {
	case a.Together:
		then, how = " and ", met[reckon.SIM]
	case a.Ahead > 0 && len(steps) == 0:
		how, steps = "would be", []string{"left as it is"}
	case a.Ahead > 0:
		how = "would be followed by"
	}
	end := "and would end no better than staying"
	if a.Costs != "" {
		end = fmt.Sprintf("at the cost of %q", a.Costs)
	}
	return fmt.Sprintf("%s %s, %s", how, strings.Join(steps, then), end)
}

// viewSays says in which view the verdict was told and how much odds it has.
func (b *Bench) viewSays(h Holding, v viewed) string {
	var kinds []string
	for i, a := range b.Case.Actors {
		if kind := v.Kinds[a.Name]; kind != "" {
			kinds = append(kinds, fmt.Sprintf("%s for %q", within(b.title(i)), kind))
		}
	}
	share := h.Share
	if !h.Stable {
		share = 1 - share
	}
	if share > 1-1e-9 {
		return fmt.Sprintf("This takes %s; the verdict is the same in every view.", strings.Join(kinds, " and "))
	}
	return fmt.Sprintf("This takes %s; the verdict holds in views with %s of the odds.", strings.Join(kinds, " and "), percent(share))
}

// within writes a title inside a sentence.
func within(title string) string {
	if rest, ok := strings.CutPrefix(title, "The "); ok {
		return "the " + rest
	}
	return title
}

// simplest orders moves by how few options they change.
func simplest(answers []answered) []answered {
	return slices.SortedStableFunc(slices.Values(answers), func(x, y answered) int {
		return cmp.Compare(strings.Count(x.Move, " "), strings.Count(y.Move, " "))
	})
}

// gain names the want that a move fulfils.
func gain(a answered) string {
	if a.Gains == "" {
		return ""
	}
	return fmt.Sprintf(", which gains %q", a.Gains)
}

// margin tells by how much he stays; where states are not listed nobody knows.
func margin(v viewed) string {
	if v.Levels == 0 {
		return ""
	}
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
