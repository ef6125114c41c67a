package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"reckon/arena"
	"reckon/arena/bargaining"
	"reckon/arena/council"
)

// items reads "NAME=A,B": what something is worth to each side.
func items(flag string, texts, barred []string) ([]bargaining.Item, error) {
	var list []bargaining.Item
	for _, text := range texts {
		name, worth, ok := strings.Cut(text, "=")
		var p pair
		if !ok || p.Set(worth) != nil {
			return nil, fmt.Errorf("--%s wants NAME=A,B, what it is worth to each side, such as enrichment=2,5; not %q", flag, text)
		}
		list = append(list, bargaining.Item{Name: name, Worth: p, Barred: slices.Contains(barred, name)})
	}
	for _, name := range barred {
		if !slices.ContainsFunc(list, func(it bargaining.Item) bool { return it.Name == name }) {
			return nil, fmt.Errorf("--barred %s names nothing that was given with --%s", name, flag)
		}
	}
	return list, nil
}

func agendaVerb() verb {
	var a bargaining.Agenda
	var issues, barred []string
	return closed("agenda", "What it is worth to trade issues against each other",
		`Two sides divide several issues. Bargained over one by one each side has its share
of every issue; traded against each other each has more of what it cares for. An
issue that is barred may not be put on the table.`,
		`  reckon bargain agenda --issue enrichment=2,5 --issue sanctions=6,3
  reckon bargain agenda --issue a=1,4 --issue b=3,2 --issue c=2,2 --barred c`,
		func(f *pflag.FlagSet) {
			f.StringArrayVar(&issues, "issue", nil, "`NAME=A,B`: what all of it is worth to each (repeat)")
			f.StringArrayVar(&barred, "barred", nil, "a `NAME` that may not be bargained over (repeat)")
			f.Float64Var(&a.Power, "power", 0.5, "share of one issue that side 1 has")
		}, "Raiffa 1982 (raiffa1982), Nash 1950 (nash1950b)", func(r *bargainResult) (_ arena.Faults, err error) {
			if a.Items, err = items("issue", issues, barred); err != nil {
				return nil, err
			}
			if f := a.Check(); len(f) > 0 {
				return f, nil
			}
			alone := a.Separate()
			linked, shares := a.Linked()
			r.each("has, issue by issue", func(s int) float64 { return alone[s] })
			r.each("has, all traded together", func(s int) float64 { return linked[s] })
			for k, it := range a.Items {
				if !it.Barred {
					r.add("share of side 1 then: "+it.Name, shares[k])
				}
			}
			return nil, nil
		})
}

func termsVerb() verb {
	var t bargaining.Terms
	var acts, barred []string
	var nothing *pair
	return closed("terms", "Which conditional offers both sides would take",
		`A deal of the form "if they withdraw and abstain, we stop": a set of acts of either
side, each worth something to both; below 0 it costs. Every set is tried: how many
both accept, and of those the best for each side, which is the cheapest that the
other takes.`,
		`  reckon bargain terms --act withdraw=4,-2 --act abstain=3,-1 --act stop=-3,5
  reckon bargain terms --act stop=-3,5 --act pay=2,-1 --no-deal 0,1`,
		func(f *pflag.FlagSet) {
			f.StringArrayVar(&acts, "act", nil, "`NAME=A,B`: what it is worth to each (repeat)")
			f.StringArrayVar(&barred, "barred", nil, "a `NAME` that may not be in a deal (repeat)")
			nothing = pairFlag(f, "no-deal", 0, 0, "what each side has without a deal")
		}, "the definition: every set of acts is listed", func(r *bargainResult) (_ arena.Faults, err error) {
			if t.Acts, err = items("act", acts, barred); err != nil {
				return nil, err
			}
			t.NoDeal = *nothing
			if f := t.Check(); len(f) > 0 {
				return f, nil
			}
			r.add("deals that both accept", float64(len(t.Acceptable())))
			for side := range 2 {
				best, ok := t.Best(side)
				if !ok {
					continue
				}
				worth := t.Worth(best)
				for k, it := range t.Acts {
					r.add(fmt.Sprintf("in the best deal for side %d: %s", side+1, it.Name), float64(best>>k&1))
				}
				r.each(fmt.Sprintf("best deal for side %d: worth", side+1), func(s int) float64 { return worth[s] })
			}
			return nil, nil
		})
}

func dealVerb() verb {
	var texts []string
	var nothing *pair
	return closed("deal", "What two agree on, by Nash and by Kalai and Smorodinsky",
		`Two sides choose among deals, each worth something to both, or mixtures of them, or
have none. Nash takes the greatest product of gains over no deal; Kalai and
Smorodinsky give each the same part of the most that it could gain.`,
		`  reckon bargain deal --deal 4,1 --deal 1,4 --deal 3,3
  reckon bargain deal --deal 10,0 --deal 0,5 --no-deal 2,1`,
		func(f *pflag.FlagSet) {
			f.StringArrayVar(&texts, "deal", nil, "`A,B`: what a deal is worth to each (repeat)")
			nothing = pairFlag(f, "no-deal", 0, 0, "what each has without a deal")
		}, "Nash 1950 (nash1950b), Kalai and Smorodinsky 1975 (kalai1975)", func(r *bargainResult) (arena.Faults, error) {
			b := council.Bargain{NoDeal: *nothing}
			for _, text := range texts {
				var p pair
				if p.Set(text) != nil {
					return nil, fmt.Errorf("--deal wants A,B, what it is worth to each side, such as 4,1; not %q", text)
				}
				b.Alternatives = append(b.Alternatives, p)
			}
			for _, by := range []struct {
				name  string
				solve func() ([2]float64, []float64, arena.Faults)
			}{{"Nash", b.Nash}, {"Kalai–Smorodinsky", b.KalaiSmorodinsky}} {
				worth, shares, f := by.solve()
				if len(f) > 0 {
					return f, nil
				}
				r.each(by.name+": worth", func(s int) float64 { return worth[s] })
				for k, x := range shares {
					r.add(fmt.Sprintf("%s: share of deal %s", by.name, texts[k]), x)
				}
			}
			return nil, nil
		})
}
