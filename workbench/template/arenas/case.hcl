# The forces around a leader, one block each: a treasury, a street, a palace, a
# council, a contest of stamina and a succession. Everything here is invented. Each block can
# be used alone; take those you need. docs/arenas.md explains all of them.

case "lagoon" {
  title   = "The governor and the lagoon"
  subject = governor
  as_of   = "2024-06-30"
  from    = "2024-01-01"
  until   = "2025-12-31"
  step    = "week"
}

actor "governor" {
  title = "The governor"
  pace  = 0.1 # in a run, he weighs his moves in one week of ten
  option "yield" {
    title   = "Open the lagoon to inspection"
    posture = "soft"
  }
  option "crackdown" {
    title   = "Order the guard into the streets"
    posture = "hard"
  }
}

actor "league" {
  title = "The league of ports"
  pace  = 0.05
  option "embargo" {
    title = "Embargo on oil and banks"
    on    = true
  }
}

# What the arenas write. A measure has one owner: it is given a value at every
# step by the arena that writes it, and anything may read it.

measure "hardship" {
  title = "Hardship of households, from 0 to 1"
  unit  = "1"
  low   = 0
  high  = 1
}

measure "turnout" {
  title = "Share of the public that is out"
  unit  = "1"
  low   = 0
  high  = 1
  start = 0
}

measure "on_strike" {
  title = "Share of the pilots on strike"
  unit  = "1"
  low   = 0
  high  = 1
  start = 0
}

measure "pay" {
  title = "Share of patronage that is paid, of what is cut last"
  unit  = "1"
}

measure "coup" {
  title = "A coup succeeds this week"
  unit  = "yes or no"
  start = 0
}

measure "risk" {
  title = "Risk of the palace"
  unit  = "1"
  low   = 0
  high  = 1
  start = 0
}

measure "course" {
  title = "How far the council would give way"
  unit  = "points"
  low   = 0
  high  = 100
  start = 40
}

measure "their_resolve" {
  title = "The chance that the league is resolute, as he holds it"
  unit  = "1"
  low   = 0
  high  = 1
  start = 0.3
}

measure "holder" {
  title = "Who holds the office: 0 the governor, 1 the deputy, 2 a merchant"
  unit  = "1"
  low   = 0
  high  = 2
  start = 0
}

measure "will" {
  title = "How ready the one in office is to give way, from 0 to 1"
  unit  = "1"
  low   = 0
  high  = 1
  start = 0.2
}

# Money. Sanctions act on buyers and on access; each organ has a share of the
# patronage. Its equations are measures too: state_gap, state_inflation and so on.

treasury "state" {
  title          = "The treasury"
  oil_price      = 70
  capacity       = 1
  buyers         = (league.embargo ? 0.5 : 1) * (1 - 0.5 * on_strike) # no pilots, fewer tankers
  access         = league.embargo ? 0.6 : 0.95
  reserves       = [4, 10] # nobody outside knows; a run draws it
  imports_wanted = 20
  other_exports  = 6
  other_income   = 8
  other_spending = 16
  patronage      = 5
  money_demand   = 15
  organ "guard" { share = 0.5 }
  organ "fleet" { share = 0.3 }
  writes "hardship" { from = "hardship" }
  writes "pay" { from = "guarded_paid" }
  cite "registry_2023" { says = "The port registry's accounts of the year before" }
}

# The public. Hardship brings people out; fear, fatigue and empty strike funds send
# them home. Only shares of a public, never persons or places.

street "port cities" {
  title         = "The port cities"
  thresholds    = normal(0.3, 0.12)
  active        = 0.002
  hardship      = hardship
  legitimacy    = 0.5
  repression    = governor.crackdown ? 0.6 : 0.2
  by_hardship   = 0.3
  by_legitimacy = 0.1
  by_strike     = 0.1
  by_force      = 0.3
  by_fatigue    = 0.3
  arrests       = 0.002
  release       = 0.1
  tiring        = 0.3
  recovery      = 0.05
  noise         = 0.03
  strike "pilots" {
    called     = hardship > 0.2 ? 1 : 0
    workers    = 2000
    wage       = 0.4
    pay        = 0.2
    fund       = 1500
    solidarity = 100
    decay      = 0.1
    endurance  = [1, 8]
  }
  writes "turnout" { from = "turnout" }
  writes "on_strike" { from = "on_strike" }
  cite "gazette_2023" { says = "How the last strikes went" }
}

# Force. Who could seize power without being found out? Unpaid organs are aggrieved.

palace "capital" {
  title     = "The organs of force"
  attempts  = 0.02
  grievance = min(1 - pay + turnout, 1)
  organ "guard" {
    title    = "The guard"
    force    = 40
    distrust = 0.1
  }
  organ "fleet" {
    title    = "The fleet"
    force    = 35
    distrust = 0.2
  }
  organ "police" {
    title    = "The harbour police"
    force    = 25
    distrust = 0.2
  }
  watch "guard" {
    over   = ["fleet", "police"]
    chance = 0.3
  }
  watch "police" {
    over   = ["guard"]
    chance = 0.2
  }
  writes "risk" { from = "risk" }
  writes "coup" { from = "coup" }
  cite "gazette_2023" { says = "Who guards whom, as the gazette describes it" }
}

# Those who advise him bargain over how far to give way, from 0 (not at all) to 100.

council "inner circle" {
  title = "The inner circle"
  model = "spatial"
  every = 4
  seat "guard" {
    power    = 40
    position = 10
    salience = 90
  }
  seat "merchants" {
    power    = 25
    position = 60 + 30 * hardship
    salience = 80
  }
  seat "elders" {
    power    = 35
    position = 35
    salience = 50
  }
  writes "course" { from = "outcome" }
  cite "gazette_2023" { says = "Where each stands, as the gazette reports it" }
}

# Who tires first? Each judges by the other's silence how resolute he is.

contest "embargo" {
  title = "The war of nerves over the embargo"
  side "league" {
    stake  = 10
    strain = 2
    belief = 0.3
    firm   = 0.05
    soft   = 0.6
    demand = 0.7
    floor  = 0.4
  }
  side "governor" {
    stake  = 20
    strain = 2 + 10 * hardship
    belief = 0.5
    firm   = 0.05
    soft   = 0.5
    demand = 0.9 - 0.004 * course # what the council settles on
    floor  = 0.3
  }
  writes "their_resolve" {
    from = "resolve"
    of   = "league"
  }
  cite "gazette_2023" { says = "What each side says it can bear" }
}

# Who would follow, and would he bend more? A coup is one of the ways to leave.

succession "office" {
  title     = "The office of governor"
  vacancy   = "heir"
  heir      = "deputy"
  will      = 0.2
  contested = 0.3
  exit "illness" { rate = 0.04 }
  exit "coup" { chance = coup }
  candidate "deputy" {
    title    = "The deputy"
    support  = 30
    position = 0.3
    will     = 0.25
    doubt    = 0.1
  }
  candidate "a merchant" {
    support  = 40
    position = 0.8
    will     = 0.7
    doubt    = 0.2
  }
  writes "will" { from = "will" }
  writes "holder" { from = "holder" }
  cite "gazette_2023" { says = "Who is spoken of" }
}

# What arenas come to enters minds by measures: in wants, in changes of mind, and in
# what is remembered. See readings/holdout.hcl.

feature "squeeze" { now = hardship }

mind "league" {
  want "inspection or the embargo" {
    that = governor.yield || league.embargo
    cite "registry_2023" { says = "The league lifts nothing before inspectors are at work" }
  }
  want "trade" {
    that = !league.embargo
    cite "registry_2023" { says = "The embargo costs its ports" }
  }
}

question "yield-by-2025" {
  ask        = "Will the governor open the lagoon to inspection?"
  opens      = "2024-07-01"
  closes     = "2025-06-30T23:59:00Z"
  yes_if     = "the league or the governor says that inspectors are at work"
  no_if      = "no such statement by closing time"
  void_if    = "the office of governor no longer exists"
  decided_by = ["statement of the league or the governor", "two newspapers of record"]
  when       = ever(governor.yield)
  reference "Embargoes of the league since 1990 that brought inspection within a year" {
    hits = 2
    of   = 7
    cite "registry_2023" { says = "Two of seven" }
  }
}
