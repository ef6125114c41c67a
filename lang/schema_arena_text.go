package lang

// The examples of docs/language.md on arenas.

const exampleCouncil = `measure "course" {
  title = "How far the council would give way"
  start = 40
}

council "inner circle" {
  model = "median"
  seat "clerics" {
    power    = 30
    position = 20
  }
  seat "guard" {
    power    = 45
    position = washington.sanction ? 35 : 25
    salience = 80
  }
  seat "ministries" {
    power    = 25
    position = 70
  }
  writes "course" { from = "outcome" }
}`

const examplePalace = `measure "palace_risk" { start = 0 }

measure "palace_coup" { start = 0 }

palace "capital" {
  quota    = 0.5
  attempts = 0.02
  organ "guard" {
    force    = 45
    distrust = 0.1
  }
  organ "army" { force = 40 }
  organ "police" { force = 15 }
  watch "guard" {
    over   = ["army", "police"]
    chance = 0.3
  }
  watch "army" {
    over   = ["guard"]
    chance = 0.1
  }
  writes "palace_risk" { from = "risk" }
  writes "palace_coup" { from = "coup" }
}`

const exampleSuccession = `measure "in_office" { start = 0 }

succession "leadership" {
  vacancy = "assembly"
  will    = 0.1
  exit "illness" { rate = 0.05 * exp(0.09 * (year() - 2026)) }
  candidate "a cleric of the old school" {
    support  = 60
    position = 0.2
    will     = 0.1
  }
  candidate "a man of the ministries" {
    support  = 25
    position = 0.7
    will     = 0.6
    doubt    = 0.2
  }
  writes "in_office" { from = "holder" }
}`

const exampleTreasury = `measure "reserves" { unit = "billion dollars" }

treasury "state" {
  oil_price      = 70
  buyers         = oil
  capacity       = 2.5
  access         = washington.sanction ? 0.4 : 0.9
  reserves       = [10, 30]
  imports_wanted = 60
  other_exports  = 30
  other_income   = 25
  other_spending = 40
  patronage      = 12
  money_demand   = 60
  organ "guard" { share = 0.4 }
  writes "reserves" { from = "reserves" }
}`

const exampleContest = `measure "their_resolve" { start = 0.3 }

contest "nerves" {
  side "washington" {
    stake  = 10
    strain = 1
    belief = 0.3
    soft   = 0.6
    demand = 0.7
    floor  = 0.4
  }
  side "leader" {
    stake  = 20
    strain = washington.sanction ? 4 : 1
    belief = 0.5
    soft   = 0.4
    demand = 0.6
    floor  = 0.3
  }
  writes "their_resolve" {
    from = "resolve"
    of   = "washington"
  }
}`

const exampleStreet = `measure "turnout" { start = 0.001 }

street "cities" {
  thresholds  = normal(0.3, 0.12)
  active      = 0.001
  hardship    = min(1, oil / 5)
  legitimacy  = 0.3
  repression  = 0.5
  by_hardship = 0.3
  by_force    = 0.4
  tiring      = 0.3
  recovery    = 0.05
  noise       = 0.05
  strike "truck drivers" {
    called    = oil < 1 ? 1 : 0
    workers   = 350000
    wage      = 60
    endurance = [1, 8]
  }
  writes "turnout" { from = "turnout" }
}`
