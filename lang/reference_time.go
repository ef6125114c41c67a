package lang

// The examples and prose of docs/language.md on time.

// exampleMeasures shows a stock and what is worked out from it.
const exampleMeasures = `measure "oil" {
  title = "Oil exports"
  unit  = "million barrels a day"
  low   = 0
  start = [2.2, 2.5]
  next  = oil + pull * (target - oil) * (washington.sanction ? 0 : 1)
  noise = normal(0, 0.02)
}

measure "income" {
  unit = "million dollars a day"
  is   = oil * lookup(price_at, oil)
}`

// exampleMemory shows a change of mind and what the new mind remembers.
const exampleMemory = `mind "washington" {
  change = "the new president"
  from   = "2026-06-01"
  odds   = 0.5
  want "a deal" { that = leader.talk }
  want "no war" { that = !washington.bomb }
  believes "leader" {
    kind "dealer" {
      odds = 0.4
      want "relief" { that = !washington.sanction }
    }
    kind "stonewaller" {
      odds = 0.6
      want "no talks" { that = !leader.talk }
    }
  }
  episode "the talks of 2013" {
    date  = "2013-11-24"
    above = 0.5
    feature "war" { was = 0 }
    feature "squeeze" {
      was    = 0.6
      weight = 2
    }
    lesson "leader" {
      kind     = "dealer"
      strength = 0.7
      cite "analysis_2020" { says = "In Washington the talks of 2013 count as proof that pressure brings him to deal" }
    }
  }
}`

const referenceLaws = `
A number that is not known exactly is written as an interval, ` + "`" + `[0.1, 0.5]` + "`" + `, in which any value is as likely as any other, or
as one of four laws.

| law | what it says |
|---|---|
`

const referenceFormulas = `
What a run works out, it works out at every step: a measure's ` + "`" + `is` + "`" + ` and ` + "`" + `next` + "`" + `, the numbers of its noise, the rate or chance of
a shock and its effects. All functions may stand there but the four calls over time of questions. A ` + "`" + `start` + "`" + ` reads parameters and the starts of
other measures, and no option. The ` + "`" + `when` + "`" + ` of a shock or of a change of mind and the ` + "`" + `now` + "`" + ` of a feature read anything but earlier
steps. Wants and rules keep to ` + "`" + `min()` + "`" + `, ` + "`" + `max()` + "`" + ` and ` + "`" + `abs()` + "`" + `; questions have the calls over time besides.

A step of a run goes in this order. Changes of mind that are due come first; then everybody recalls what the present resembles.
The actors take their turns, each choosing by his present mind, and the others learn from what he does and does not do. Shocks
happen, each with its moves and then its effects. Last, every ` + "`" + `is` + "`" + ` is worked out, every ` + "`" + `next` + "`" + ` at once from the values before the
step, but for what shocks changed, and from the options as they now are, and every ` + "`" + `is` + "`" + ` again. What then holds is what questions see.

Blocks may stand in any order and in any file. Two measures may be each other's ` + "`" + `next` + "`" + `, but not each other's ` + "`" + `is` + "`" + `: what is worked
out at one step cannot hang on itself.

| function | gives | where |
|---|---|---|
`
