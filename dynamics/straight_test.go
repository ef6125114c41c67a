package dynamics

import "reckon/draw"

// The models below are what a Go programmer would write by hand, one run at a
// time. The tests read this very file to have the same models as cases, see
// written in models_test.go: fields are measures, clamp is bounds of 0 and 1.

// economy is a model of 20 measures: 14 with products, maxima and bounds, 3
// logistic, 3 conditional. All lie between 0 and 1.
type economy struct {
	oil, income, reserves, price, wages, jobs, imports, savings, debt, patronage   float64
	security, protest, morale, trust, strikes, unrest, loyalty, stance, rate, news float64
}

func clamp(x float64) float64 {
	if x < 0 {
		return 0
	}
	if x > 1 {
		return 1
	}
	return x
}

func logistic(x float64) float64 { return 1 / (1 + draw.Exp(-x)) }

func (x *economy) next() economy {
	var to economy
	to.oil = clamp(x.oil + float64(0.1*(float64(0.8*x.price)-x.oil)) - float64(0.05*x.unrest*x.oil) + float64(0.02*max(x.imports-x.oil, 0)))
	to.income = clamp(x.income + float64(0.2*(float64(x.oil*x.price)-x.income)) + float64(0.05*x.jobs*x.wages) - float64(0.03*x.debt*x.income))
	to.reserves = clamp(x.reserves + float64(0.1*x.income) - float64(0.08*x.imports) - float64(0.05*x.patronage*x.reserves) - float64(0.02*max(x.debt-0.5, 0)))
	to.price = clamp(x.price + float64(0.15*(0.6-x.price)) + float64(0.1*x.news*(1-x.price)) - float64(0.05*x.oil*x.price))
	to.wages = clamp(x.wages + float64(0.1*(float64(x.income*x.jobs)-x.wages)) + float64(0.02*max(x.strikes-x.wages, 0)) - float64(0.03*x.debt*x.wages))
	to.jobs = clamp(x.jobs + float64(0.05*x.income*(1-x.jobs)) - float64(0.04*x.unrest*x.jobs) + float64(0.01*max(x.trust-x.jobs, 0)))
	to.imports = clamp(x.imports + float64(0.2*(float64(x.reserves*x.wages)-x.imports)) - float64(0.06*max(x.debt-x.reserves, 0)*x.imports))
	to.savings = clamp(x.savings + float64(0.05*x.wages*(1-x.savings)) - float64(0.07*x.strikes*x.savings) - float64(0.02*max(x.price-x.wages, 0)))
	to.debt = clamp(x.debt + float64(0.06*max(x.patronage-x.income, 0)) + float64(0.01*x.debt*x.imports) - float64(0.05*x.income*x.debt))
	to.patronage = clamp(x.patronage + float64(0.1*(float64(x.income*x.loyalty)-x.patronage)) + float64(0.03*x.unrest*(1-x.patronage)))
	to.security = clamp(x.security + float64(0.08*x.patronage*(1-x.security)) - float64(0.05*x.strikes*x.security) + float64(0.02*max(x.protest-x.security, 0)))
	to.protest = clamp(x.protest + float64(0.2*x.unrest*(1-x.protest)) - float64(0.15*x.security*x.protest) - float64(0.05*max(x.savings-x.protest, 0)))
	to.morale = clamp(x.morale + float64(0.1*(float64(x.trust*x.loyalty)-x.morale)) - float64(0.04*x.protest*x.morale) + float64(0.02*max(x.news-x.morale, 0)))
	to.trust = clamp(x.trust + float64(0.03*x.wages*(1-x.trust)) - float64(0.06*x.protest*x.trust) - float64(0.02*max(x.price-0.5, 0)*x.trust))
	to.strikes = logistic(float64(4*(x.protest-x.savings)) + float64(2*x.news) - float64(3*x.security*x.loyalty))
	to.unrest = logistic(float64(5*(0.5-x.trust)) + float64(3*x.protest) - float64(2*x.security) + float64(x.strikes*x.price))
	to.loyalty = logistic(float64(3*(x.patronage-x.debt)) + float64(2*x.morale) - float64(1.5*x.protest))
	stance := x.stance - float64(0.02*x.stance)
	if x.unrest > 0.6 {
		stance = x.stance + float64(0.1*(1-x.stance))
	}
	to.stance = clamp(stance)
	rate := x.rate - float64(0.05*x.rate)
	if x.debt < x.reserves {
		rate = x.rate + float64(0.05*(x.income-x.rate))
	}
	to.rate = clamp(rate)
	news := float64(0.9*x.news) + float64(0.1*x.stance)
	if x.protest > x.security {
		news = float64(0.8*x.news) + float64(0.2*x.protest)
	}
	to.news = clamp(news)
	return to
}

// epidemic is the model of Kermack and McKendrick, by Euler's method.
type epidemic struct{ susceptible, infectious, recovered float64 }

func (x *epidemic) next() epidemic {
	var to epidemic
	caught := float64(0.00001 * float64(x.susceptible*x.infectious))
	healed := float64(0.002 * x.infectious)
	to.susceptible = x.susceptible - caught
	to.infectious = x.infectious + caught - healed
	to.recovered = x.recovered + healed
	return to
}
