package brief

import (
	"fmt"
	"math"

	"reckon"
)

// change is one single change as it was tried: in every reading that has what
// it alters.
type change struct {
	what string
	next map[int]*Next // the subject's next decision, by reading
}

// changes gathers the probes by what they alter, in the order they were tried.
func (p *page) changes() []change {
	var out []change
	at := map[string]int{}
	for i := range p.Probes {
		b := &p.Probes[i]
		k, ok := at[b.What]
		if !ok {
			k = len(out)
			at[b.What] = k
			out = append(out, change{b.What, map[int]*Next{}})
		}
		out[k].next[b.Reading] = &b.Next
	}
	return out
}

// overturn names the single change that moves a pooled number of the subject
// furthest against the judgement, into another likelihood word, the readings'
// weights held. When none does, it says that they were tried.
func (p *page) overturn(x pooled, test func(reckon.State) bool) string {
	tried := p.changes()
	best, to := -1, pooled{}
	for i, c := range tried {
		y := p.poolWith(p.subject(), test, c.next)
		if y.Voices == 0 || !against(x.P, y.P) {
			continue
		}
		if best < 0 || math.Abs(y.P-x.P) > math.Abs(to.P-x.P)+1e-12 {
			best, to = i, y
		}
	}
	switch {
	case len(tried) == 0:
		return "No change to a single want or belief could be tried on this case."
	case best < 0:
		return fmt.Sprintf("No single change to one want or belief tried (%d) weakens this judgement to another likelihood word.", len(tried))
	}
	where := p.changedIn(tried[best])
	return fmt.Sprintf("%s%s: the number above would then be %s.", upper(tried[best].what), where, atOdds(to.P))
}

// against reports whether new odds carry another word and do not merely
// strengthen the old: from 26% down to 18% nobody changes his mind.
func against(was, now float64) bool {
	word := reckon.Odds(was).Word()
	return word != reckon.Odds(now).Word() && (word == "roughly even chance" || (now-was)*(0.5-was) > 0)
}

// changedIn names the readings that a change touches.
func (p *page) changedIn(c change) string {
	var names []string
	for i := range p.Readings {
		if c.next[i] != nil {
			names = append(names, p.readingName(i))
		}
	}
	switch {
	case len(p.Readings) < 2:
		return ""
	case len(names) == len(p.Readings):
		return ", in every reading"
	}
	return ", in " + list(names)
}
