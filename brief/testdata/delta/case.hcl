case "delta" {
  title   = "The delta: invented"
  subject = "ruler"
  as_of   = "2026-01-01"
  until   = "2026-12-31"
  step    = "month"
}

actor "ruler" {
  title = "The ruler of the delta"
  option "talk" { title = "Hold talks" }
  option "build" { title = "Go on with the dam" }
}
actor "league" {
  title = "The league of ports"
  option "sanction" { title = "Close the ports to delta oil" }
}

mind "ruler" {
  want "dam" { that = ruler.build }
  want "calm" { that = palace_risk < 0.3 || ruler.talk }
}
mind "league" {
  want "stop" { that = !ruler.build }
  want "oil" { that = !league.sanction }
}

measure "reserves" {
  title = "Reserves at hand"
  unit  = "billion dollars"
}
measure "hardship" { title = "Hardship of households" }
measure "patronage" {
  title = "What the organs are paid"
  unit  = "billion dollars / year"
}
measure "course" {
  title = "How far the council would give way"
  start = 40
  low   = 0
  high  = 100
}
measure "apart" {
  title = "How far the seats stand apart"
  start = 10
}
measure "palace_risk" {
  title = "Chance that the riskiest plot succeeds"
  start = 0.1
}
measure "coup_rate" {
  title = "Attempts at a coup"
  unit  = "1 / year"
  start = 0.02
}
measure "coup" {
  title = "A coup in this month"
  start = 0
}
measure "holder" {
  title = "Who is in office"
  start = 0
}
measure "will" {
  title = "How ready the ruler is to give way"
  start = 0.1
}
measure "their_resolve" {
  title = "What he believes of the league’s resolve"
  start = 0.3
}
measure "his_resolve" {
  title = "What the league believes of his resolve"
  start = 0.5
}
measure "oil_price" {
  title = "World price of oil"
  unit  = "dollars / barrel"
  start = 70
  low   = 20
  high  = 200
  next  = oil_price + 0.1 * (70 - oil_price)
  noise = normal(0, 4)
}

treasury "state" {
  title          = "The purse of the delta"
  oil_price      = oil_price
  buyers         = 1.6
  capacity       = 2.5
  access         = league.sanction ? 0.4 + 0.2 * (1 - their_resolve) : 0.9
  reserves       = [10, 30]
  imports_wanted = 60
  other_exports  = 30
  other_income   = 25
  other_spending = 40
  patronage      = 10 + 20 * palace_risk
  money_demand   = 60
  organ "guard" { share = 0.4 }
  organ "army" { share = 0.3 }
  writes "reserves" { from = "reserves" }
  writes "hardship" { from = "hardship" }
  writes "patronage" { from = "patronage_paid" }
  cite "almanac" {
    says = "The delta sells a million and a half barrels a day"
  }
}

council "inner circle" {
  title = "The inner circle"
  model = "spatial"
  every = 3
  seat "clerics" {
    title    = "Keepers of the law"
    power    = 30
    position = 15
    cite "almanac" {
      says = "They will not hear of talks"
    }
  }
  seat "guard" {
    title    = "River guard"
    power    = 45
    position = min(90, 25 + 10 * their_resolve)
    salience = 80
  }
  seat "ministries" {
    title    = "Ministries"
    power    = 25
    position = min(100, 55 + 40 * min(1, hardship))
    salience = 60
  }
  seat "merchants" {
    title    = "Merchants"
    power    = 10
    position = 85
    salience = 90
  }
  writes "course" { from = "outcome" }
  writes "apart" { from = "spread" }
}

palace "capital" {
  title     = "The organs of force"
  attempts  = 0.04
  grievance = min(1, max(0, hardship))
  spoils    = min(1, patronage / 20)
  organ "guard" {
    title    = "River guard"
    force    = 45
    distrust = 0.1
  }
  organ "army" {
    title = "Army"
    force = 30
  }
  organ "police" {
    title = "Police"
    force = 15
  }
  organ "watch" {
    title    = "Secret service"
    force    = 10
    distrust = 0.05
  }
  watch "guard" {
    over   = ["army", "police"]
    chance = 0.3
  }
  watch "watch" {
    over   = ["guard", "army"]
    chance = 0.25
  }
  watch "army" {
    over   = ["guard"]
    chance = 0.1
  }
  writes "palace_risk" { from = "risk" }
  writes "coup_rate" { from = "attempts" }
  writes "coup" { from = "coup" }
  cite "almanac" {
    says = "The guard watches the army"
  }
}

succession "office" {
  title   = "The office of the ruler"
  vacancy = "council"
  palace  = "capital"
  will    = 0.1
  exit "illness" { rate = 0.06 }
  exit "removal" { chance = coup }
  candidate "old school" {
    title    = "A keeper of the old school"
    support  = 60
    position = 0.2
    backers  = ["guard"]
    will     = 0.1
  }
  candidate "ministries" {
    title    = "A man of the ministries"
    support  = 25
    position = 0.7
    backers  = ["army", "police"]
    will     = 0.6
    doubt    = 0.2
  }
  writes "holder" { from = "holder" }
  writes "will" { from = "will" }
}

contest "nerves" {
  title = "Who tires first"
  side "league" {
    title  = "The league"
    stake  = 10
    strain = 1 + 0.02 * oil_price
    belief = 0.3
    soft   = 0.6
    firm   = 0.05
    demand = 0.7
    floor  = 0.4
  }
  side "ruler" {
    title  = "The ruler"
    stake  = 20
    strain = max(0.1, 4 - 0.1 * reserves)
    belief = 0.5
    soft   = 0.4
    firm   = 0.02
    demand = 0.6
    floor  = 0.3
  }
  writes "their_resolve" {
    from = "resolve"
    of   = "league"
  }
  writes "his_resolve" {
    from = "resolve"
    of   = "ruler"
  }
}

question "reserves" {
  ask        = "Will reserves fall below five billion dollars by the end of 2026?"
  opens      = "2026-01-01"
  closes     = "2026-12-31T00:00:00Z"
  yes_if     = "the bank says so"
  no_if      = "it does not"
  void_if    = "no figure is out"
  decided_by = ["the bank of the delta"]
  when       = ever(reserves < 5)
}

scenario "closed" {
  title = "The ports are closed"
  hold  = "+league.sanction"
}
scenario "dear" {
  title = "Dear oil"
  set "oil_price" { to = 110 }
}
