package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon"
	"reckon/arena"
	"reckon/arena/bargaining"
)

func bargainVerb() verb {
	return verb{
		use:   "bargain MODEL",
		short: "Ask closed forms of bargaining over time",
		long: `Answers by the closed forms of bargaining over time, without a case: what to
demand and how likely war then is, how long two sides hold out, how a reputation
for resolve grows, who gets what by offers in turn, by trading issues or under
conditions, what silence says of resolve. A case couples them to all else in a
contest: see docs/arenas.md.`,
		example: `  reckon bargain crisis --win 0.5 --cost 0.1 --other 0..0.4
  reckon bargain resolve --belief 0.2 --firm 0.05 --soft 0.4`,
		args: cobra.NoArgs,
		verbs: func() []verb {
			return []verb{crisisVerb(), attritionVerb(), reputationVerb(), offersVerb(), dealVerb(), agendaVerb(), termsVerb(), resolveVerb()}
		},
	}
}

// bargainResult is what a closed form answers.
type bargainResult struct {
	Model   string          `json:"model"`
	Source  string          `json:"source"`
	Answers []bargainAnswer `json:"answers"`
}

// bargainAnswer is one number; one that is infinite has none.
type bargainAnswer struct {
	Name  string   `json:"name"`
	Value *float64 `json:"value"`
	text  string
}

func (r *bargainResult) add(name string, x float64) {
	a := bargainAnswer{Name: name, text: figure(x)}
	if finite := x - x; finite == 0 {
		a.Value = &x
	}
	r.Answers = append(r.Answers, a)
}

// each adds an answer for each of the two sides.
func (r *bargainResult) each(name string, of func(side int) float64) {
	for side := range 2 {
		r.add(fmt.Sprintf("%s, side %d", name, side+1), of(side))
	}
}

// closed is a verb that answers by a closed form.
func closed(name, short, long, example string, flags func(*pflag.FlagSet), source string, ask func(*bargainResult) (arena.Faults, error)) verb {
	var paragraphs []string
	for p := range strings.SplitSeq(long+"\n\nFormulas: "+source+".", "\n\n") {
		paragraphs = append(paragraphs, wrap(strings.ReplaceAll(p, "\n", " "), widest-1))
	}
	return verb{
		use: name, short: short, long: strings.Join(paragraphs, "\n\n"), example: example, args: cobra.NoArgs, flags: flags,
		run: func(d *desk, _ []string) error {
			r := bargainResult{Model: name, Source: source}
			faults, err := ask(&r)
			if err != nil {
				return err
			}
			if len(faults) > 0 {
				var lines []string
				for _, f := range faults {
					lines = append(lines, f.At+": "+f.Message)
				}
				return fmt.Errorf("%s", strings.Join(lines, "\n"))
			}
			if d.json {
				return d.encode(r)
			}
			var rows [][]string
			for _, a := range r.Answers {
				rows = append(rows, []string{a.Name, a.text})
			}
			d.table([]string{name, ""}, rows)
			d.say("", "By "+source+".")
			return nil
		},
	}
}

// pair is two numbers, one for each side; one number stands for both.
type pair [2]float64

func (p *pair) String() string { return fmt.Sprintf("%v,%v", p[0], p[1]) }

// Type is the word of the help.
func (p *pair) Type() string { return "A,B" }

// Set reads "A,B" or "A".
func (p *pair) Set(text string) error {
	first, second, both := strings.Cut(text, ",")
	if !both {
		second = first
	}
	for i, part := range []string{first, second} {
		x, err := strconv.ParseFloat(strings.TrimSpace(part), 64)
		if err != nil {
			return err
		}
		p[i] = x
	}
	return nil
}

// pairFlag is a flag of two numbers.
func pairFlag(f *pflag.FlagSet, name string, a, b float64, usage string) *pair {
	p := &pair{a, b}
	f.Var(p, name, usage)
	return p
}

// span reads "a..b", any value between as likely, or one number that is known.
func span(name, text string) (known float64, law bargaining.Law, err error) {
	low, high, spread := strings.Cut(text, "..")
	a, bad := strconv.ParseFloat(low, 64)
	if bad != nil {
		return 0, law, fmt.Errorf("--%s wants a number, or a range such as 0..0.4, not %q", name, text)
	}
	if !spread {
		return a, law, nil
	}
	b, bad := strconv.ParseFloat(high, 64)
	if bad != nil {
		return 0, law, fmt.Errorf("--%s wants a number, or a range such as 0..0.4, not %q", name, text)
	}
	return 0, bargaining.Law{Kind: reckon.Between, Args: []float64{a, b}}, nil
}

func crisisVerb() verb {
	var c bargaining.Crisis
	var other string
	var later, discount, strength float64
	return closed("crisis", "What to demand, and how likely war then is",
		`Two sides divide what is worth 1, or fight over it. A side that knows the other's
cost of war finds a range of deals that both prefer to war; one that does not runs
a risk of war with its best demand. With --later, whether a loss of strength to
come is worth a war now although both know everything.`,
		`  reckon bargain crisis --win 0.5 --cost 0.1 --other 0..0.4
  reckon bargain crisis --win 0.6 --other 0.1 --later 0.2 --discount 0.9`,
		func(f *pflag.FlagSet) {
			f.Float64Var(&c.Win, "win", 0.5, "chance that the first side wins a war")
			f.Float64Var(&c.Cost, "cost", 0.1, "what a war costs it")
			f.StringVar(&other, "other", "0..0.4", "what it costs the other, or `A..B`")
			f.Float64Var(&later, "later", -1, "the chance to win from the next period on")
			f.Float64Var(&discount, "discount", 0.9, "what the next period counts")
			f.Float64Var(&strength, "strength", 0.5, "share of a deal's gain that it can get")
		}, "Fearon 1995 (fearon1995)", func(r *bargainResult) (arena.Faults, error) {
			known, law, err := span("other", other)
			if err != nil {
				return nil, err
			}
			c.Other = law
			if law.Kind == "" { // any law will do: it is not asked for
				c.Other = bargaining.Law{Kind: reckon.Between, Args: []float64{known, known + 1}}
			}
			if f := c.Check(); len(f) > 0 {
				return f, nil
			}
			if law.Kind == "" {
				low, high := c.Range(known)
				r.add("least share that it takes rather than fight", low)
				r.add("greatest share that the other gives rather than fight", high)
			} else {
				known = c.Other.Quantile(0.5)
				demand, war, _ := c.Demand()
				r.add("best demand", demand)
				r.add("chance of war at that demand", war)
				r.add("what it expects then", c.Payoff(demand))
				r.add("what it expects of war", c.Win-c.Cost)
			}
			if later < 0 {
				return nil, nil
			}
			gain, f := c.Preventive(later, discount, known, strength)
			r.add("gain of a war now over the best peace (above 0 is war)", gain)
			return f, nil
		})
}

func attritionVerb() verb {
	a := &bargaining.Attrition{}
	var value, cost *pair
	return closed("attrition", "How long two sides hold out, and who wins",
		`Both sides pay while it lasts; who holds out longer wins. Each gives in at a rate
that makes the other indifferent, so the more the other suffers by the value of
winning, the sooner one yields.`,
		`  reckon bargain attrition --value 10,10 --cost 2,4`,
		func(f *pflag.FlagSet) {
			value = pairFlag(f, "value", 10, 10, "what winning is worth to each side")
			cost = pairFlag(f, "cost", 2, 2, "what holding out costs each, a unit of time")
		}, "Maynard Smith 1974 (maynardsmith1974), Hendricks, Weiss and Wilson 1988 (hendricks1988)", func(r *bargainResult) (arena.Faults, error) {
			a.Value, a.Cost = *value, *cost
			if f := a.Check(); len(f) > 0 {
				return f, nil
			}
			r.each("rate at which it gives in", func(s int) float64 { return a.Hazards()[s] })
			r.each("chance to win", a.Wins)
			r.add("mean length", a.MeanLength())
			for _, t := range []float64{1, 2, 5, 10} {
				r.add(fmt.Sprintf("chance to last longer than %g", t), a.Lasts(t))
			}
			return nil, nil
		})
}

func reputationVerb() verb {
	var m bargaining.Reputation
	var demand, prior, rate *pair
	var after []float64
	return closed("reputation", "Who gives in at once where each may be resolute",
		`Each side demands a share and may be of a kind that never settles for less. With
every day of silence it is likelier that a side is resolute; the weaker gives in
at once with some chance, or play goes on until nobody is left who would yield.`,
		`  reckon bargain reputation --demand 0.6,0.6 --prior 0.1,0.2 --after 0.5`,
		func(f *pflag.FlagSet) {
			demand = pairFlag(f, "demand", 0.6, 0.6, "share of 1 that each demands")
			prior = pairFlag(f, "prior", 0.1, 0.2, "chance that each is resolute")
			rate = pairFlag(f, "rate", 1, 1, "rate of discount of each")
			f.Float64SliceVar(&after, "after", nil, "ask for these `TIMES`")
			f.Lookup("after").DefValue = "" // not "[]"
		}, "Abreu and Gul 2000 (abreugul2000)", func(r *bargainResult) (arena.Faults, error) {
			m.Demand, m.Prior, m.Rate = *demand, *prior, *rate
			if f := m.Check(); len(f) > 0 {
				return f, nil
			}
			r.add("the weaker side", float64(m.Weaker()+1))
			r.each("chance to give in at once", m.AtOnce)
			r.each("rate at which it gives in", func(s int) float64 { return m.Hazards()[s] })
			r.each("what it expects if it is not resolute", m.Payoff)
			r.add("when nobody is left who would give in", m.End())
			for _, t := range after {
				r.each(fmt.Sprintf("resolute after %g of silence", t), func(s int) float64 { return m.Posterior(s, t) })
				r.add(fmt.Sprintf("chance that nobody gave in up to %g", t), m.Lasts(t))
			}
			return nil, nil
		})
}
