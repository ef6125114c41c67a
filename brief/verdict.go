package brief

import (
	"fmt"
	"strings"

	"reckon"
	"reckon/stability"
)

// verdictWords tells a verdict and its certificate in plain sentences, naming at
// most so many of the improvements that are met.
func (p *page) verdictWords(h *Hold, most int) []string {
	v := h.Verdict
	who := p.actor(v.Actor)
	var out []string
	switch {
	case h.Barred:
		return []string{"Today’s state is impossible in the eyes of " + who + ", so it is not stable there."}
	case !v.Free:
		return []string{"No move from here is open to " + who + "."}
	case len(v.Answers) == 0:
		out = append(out, "No move open to "+who+" leads to anything better.")
	case !v.Stable:
		out = append(out, p.gainWords(v))
	case v.Concept.Ahead():
		out = append(out, p.foreseenWords(v, most)...)
	default:
		out = append(out, fmt.Sprintf("%s would be better for %s, and %s met:", upper(count(len(v.Answers), "move", "moves")), who, each(len(v.Answers))))
		for i, a := range v.Answers {
			if i == most {
				out = append(out, upper(count(len(v.Answers)-i, "more is met", "more are met"))+" in the same way.")
				break
			}
			out = append(out, p.answerWords(v, a))
		}
	}
	if h.View != "" {
		out = append(out, fmt.Sprintf("As seen in the view that carries most odds (%s): %s.", share(h.Odds), h.View))
	}
	return out
}

// foreseenWords tells, for at most so many moves, how play is foreseen to go on.
func (p *page) foreseenWords(v stability.Verdict, most int) []string {
	out := []string{"No move of " + p.actor(v.Actor) + " is foreseen to end better than today."}
	told := map[reckon.State]bool{}
	for _, a := range v.Answers {
		switch {
		case told[a.To] || len(told) == most:
			continue
		case len(a.Path) == 0:
			out = append(out, fmt.Sprintf("After %s nobody is expected to move on, which leaves %s no better off than today.", p.stepping(v.State, a.To), p.actor(v.Actor)))
		default:
			out = append(out, fmt.Sprintf("After %s: %s. That leaves %s no better off than today.", p.stepping(v.State, a.To), p.pathWords(v, a), p.actor(v.Actor)))
		}
		told[a.To] = true
	}
	return out
}

func each(n int) string {
	if n == 1 {
		return "it is"
	}
	return "each is"
}

func (p *page) gainWords(v stability.Verdict) string {
	return fmt.Sprintf("There is a gain for %s in %s, and %s.", p.actor(v.Actor), p.stepping(v.State, v.Answers[0].To), unanswered(v.Concept))
}

// unanswered says why an improvement stands, by concept.
func unanswered(c reckon.Concept) string {
	switch c {
	case reckon.Nash:
		return "no answer is expected"
	case reckon.GMR:
		return "nothing the others can do takes the gain away"
	case reckon.SMR:
		return "whatever the others do, the last word still leaves a gain"
	case reckon.SIM:
		return "moves of others at the same moment do not take the gain away"
	case reckon.SSEQ:
		return "whatever the others would do for their own good, the last word still leaves a gain"
	case reckon.Tableau:
		return "nothing the others would do for their own good, then or at the same moment, takes the gain away"
	case reckon.SEQ, reckon.NM: // and L_h
	}
	if c.Ahead() {
		return "as play is foreseen from there, it ends better than by staying"
	}
	return "nothing the others would do for their own good takes the gain away"
}

// answerWords tells who blocks one improvement and how.
func (p *page) answerWords(v stability.Verdict, a stability.Answer) string {
	if len(a.Path) == 0 {
		return fmt.Sprintf("Nothing stands against %s.", p.stepping(v.State, a.To))
	}
	return fmt.Sprintf("Against %s: %s. That leaves %s no better off than today.", p.stepping(v.State, a.To), p.pathWords(v, a), p.actor(v.Actor))
}

// pathWords tells a sanctioning path. Under SIM every step starts from the
// verdict's own state and all are taken together.
func (p *page) pathWords(v stability.Verdict, a stability.Answer) string {
	how, will := "if so minded", "could "
	if v.Concept.AsksOthers() {
		how, will = "gaining by it", "would "
	}
	if v.Concept.Ahead() {
		how, will = "foreseeing a gain", "would "
	}
	at := a.To
	var parts []string
	for _, s := range a.Path {
		if a.Together {
			parts = append(parts, fmt.Sprintf("%s at the same moment %s", p.actor(s.Actor), will+p.bareStep(v.State, s.To)))
			continue
		}
		parts = append(parts, fmt.Sprintf("%s, %s, %s", p.actor(s.Actor), how, will+p.bareStep(at, s.To)))
		at = s.To
	}
	return strings.Join(parts, ", then ")
}
