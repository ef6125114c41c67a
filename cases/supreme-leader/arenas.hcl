# The forces around the leader: treasury, palace, council, contest, succession and street, and how they feed each other.
# Where no source gives a number it is our assumption, a range that each run draws anew; docs/cases.md says why.

# ---- The treasury: what sanctions leave of oil money, who is paid of it, what households feel. ----

measure "reserves" {
  title = "Foreign reserves at hand"
  unit  = "billion dollars"
}

measure "hardship" {
  title = "Hardship from missing imports and unpaid bills"
  unit  = "1"
}

measure "guards_pay" {
  title = "What the Guard Corps is given"
  unit  = "billion dollars / year"
}

measure "printed" {
  title = "Printed for the budget"
  unit  = "billion dollars / year"
}

measure "money_held" {
  title = "Money that people hold"
  unit  = "billion dollars"
}

# As inflation would be if this were all; then the same of what is printed today.

measure "printing" {
  title = "What printing for the budget adds to prices"
  unit  = "percent"
  is    = 100 * (exp(printed * one_year / money_held) - 1)
}

measure "printing_now" {
  title = "What it adds today"
  unit  = "percent"
  is    = 100 * (exp(max(deficit - borrowing, 0) * one_year / initial(money_held)) - 1)
}

parameter "one_year" {
  title = "A year"
  unit  = "years"
  value = 1
}

parameter "yearly" {
  title = "From millions a day to billions a year"
  unit  = "billion * days / (million * years)"
  value = 0.36525
}

# Today's income is the yardstick of what the state spends and of what its organs are used to, whatever a scenario then changes.

parameter "price_now" {
  title = "Today's price of Brent"
  unit  = "dollars / barrel"
  value = 67.57
  cite "bairdmaritime_20260127" { says = "On 27 January 2026" }
}

measure "oil_now" {
  title = "Oil money at today's exports and price"
  unit  = "billion dollars / year"
  is    = exports_now * (price_now - discount) * yearly
}

measure "guards_paid" {
  title = "Share of what the Guard Corps is used to"
  unit  = "1"
  low   = 0
  high  = 1
  is    = guards_pay / (in_kind * guards_share * oil_now)
}

measure "banks_open" {
  title = "Share of oil money that banks let through"
  unit  = "1"
  is    = washington.sanction ? banks_now : banks_free
}

measure "spending" {
  title = "Spending of the state but for its organs"
  unit  = "billion dollars / year"
  is    = oil_now * ((1 - leak) * banks_now * budget_share - in_kind) + taxes * exp(-tax_lag * ln(1 + initial(inflation) / 100)) + deficit
}

treasury "state" {
  title              = "The state of Iran"
  oil_price          = oil_price
  discount           = discount
  buyers             = oil_exports
  capacity           = exports_free
  leak               = leak
  access             = banks_open
  release            = washington.sanction ? release_now : release_free
  blocked            = [12, 120]
  other_exports      = other_exports
  reserves           = [15, 35]
  reserve_floor      = reserve_floor
  flight             = flight * (street.rise || washington.bomb || israel.attack ? flight_fear : 1)
  imports_wanted     = imports
  budget_share       = budget_share
  other_income       = taxes * (1 - strike_cost * striking)
  tax_lag            = tax_lag
  patronage          = in_kind * oil_income * yearly * (1 + pay_up * coup_rate)
  protect            = protect
  other_spending     = spending
  debt               = [118, 150]
  borrowing_limit    = borrowing
  money_demand       = money_demand
  expected_inflation = ln(1 + inflation / 100)
  money_growth       = money_growth

  # Prices drive risings by themselves; the weights of the other two are our assumption.

  weight_wages    = 0
  weight_imports  = 0.5
  weight_services = 0.5
  cite "lamitless_202411" { says = "The IMF put reserves that can be reached at 26 billion dollars in 2024, and debt of the state at about 150" }
  cite "tehrantimes_20220822" { says = "By the IMF 12 in 2020, 41 in 2022: the range is ours, for nobody gives a figure for January 2026" }
  cite "iraninternational_20230407" { says = "Blocked by the press of Tehran: 22 to 30 in China, 11 in Iraq, 7 in Korea; by a rapporteur of the UN 100 to 120 in all" }
  cite "urdupoint_20201019" { says = "The foreign ministry denied that any is blocked in China, which leaves 12 after what was freed" }
  cite "iranfocus_2024" { says = "The IMF put debt of the state and of what it owns at 118 in 2024" }
  organ "guards" {
    title = "The Revolutionary Guard Corps"
    share = guards_share
  }
  organ "army" {
    title = "The army"
    share = (1 - guards_share) / 2
  }
  organ "interior" {
    title = "Police under the interior ministry"
    share = (1 - guards_share) / 2
  }
  writes "reserves" { from = "reserves" }
  writes "hardship" { from = "hardship" }
  writes "guards_pay" { from = "patronage_guards" }
  writes "printed" { from = "printed" }
  writes "money_held" { from = "real_money" }
}

parameter "leak" {
  title = "Share of oil money lost to middlemen; the range is our assumption"
  value = [0.05, 0.2]
}

parameter "banks_now" {
  title = "Share of oil money that banks let through under sanctions; the range is our assumption"
  value = [0.5, 0.9]
}

parameter "banks_free" {
  title = "The same without sanctions: our assumption"
  value = [0.9, 1]
}

# 6 of 18 to 126 billion in the 7.7 years since May 2018 are 0.6 to 4 percent a year.

parameter "release_now" {
  title = "Share of blocked money set free in a year under sanctions; the range is our assumption"
  value = [0.006, 0.043]
  cite "deutschewelle_20230918" { says = "Six billion dollars moved to Qatar in September 2023, for use under supervision" }
}

parameter "release_free" {
  title = "The same without sanctions: our assumption"
  value = [0.2, 1]
}

parameter "other_exports" {
  title = "Exports but for crude oil"
  unit  = "billion dollars / year"
  value = [35, 58]
  cite "presstv_20230822" { says = "53 in the year to March 2023" }
  cite "mehrnews_20250507" { says = "2.9 in the month to 20 April 2025, which is 35 a year" }
}

parameter "imports" {
  title = "Imports at today's rate of exchange"
  unit  = "billion dollars / year"
  value = [60, 80]
  cite "presstv_20230822" { says = "60 in the year to March 2023, by the customs" }
  cite "tehrantimes_2024" { says = "80 in the year to March 2024, by the central bank's balance" }
  cite "mehrnews_20250507" { says = "14.6 more than went out in the year to March 2025, above 8 of it gold" }
}

parameter "reserve_floor" {
  title = "Reserves that are not touched: our assumption"
  unit  = "billion dollars"
  value = [0, 10]
}

parameter "flight" {
  title = "Capital that leaves in quiet times"
  unit  = "billion dollars / year"
  value = [6, 20]
  cite "iraninternational_20220114" { says = "By the central bank 6 in the year to March 2021, 16 in 2018 and 19 in 2017" }
  cite "shahanews_20240127" { says = "About 10 a year over a decade, and 9 in three months of 2023" }
}

parameter "flight_fear" {
  title = "Times that in a week of rising or air strikes: our assumption"
  value = [1, 2]
}

parameter "budget_share" {
  title = "Share of oil money that goes to the budget; the range is our assumption"
  value = [0.6, 0.9]
  cite "iraninternational_20250403" { says = "A fund for the future and the oil company have a part of it too" }
}

parameter "taxes" {
  title = "Income of the budget but for oil, at stable prices: our assumption"
  unit  = "billion dollars / year"
  value = [30, 45]
}

parameter "tax_lag" {
  title = "Years until taxes are in: our assumption"
  value = [0, 0.5]
}

parameter "in_kind" {
  title = "Share of oil money that is given to the armed forces; the lower end is our assumption"
  value = [0.16, 0.34]
  cite "iraninternational_20250403" { says = "By the budget law of 2025 a third of the crude that is exported, worth 12.4 billion dollars, three times the year before" }
  cite "iranbriefing_202112" { says = "4.5 billion euros' worth was set aside for the same in the draft budget for 2022: the lower end is ours, for laws are not always kept" }
}

parameter "guards_share" {
  title = "Share of that which goes to the Guard Corps; the range is our assumption"
  value = [0.5, 0.8]
  cite "iranbriefing_202112" { says = "Most of it goes to the Guard Corps" }
}

# A tenth more where an attempt is to be expected every ten years would be 1.

parameter "pay_up" {
  title = "Share more that is given for every attempt a year that is to be expected: our assumption"
  value = [0, 5]
}

parameter "protect" {
  title = "Share of it that is cut last: our assumption"
  value = [0.6, 1]
}

# Spending on all else is what is left of today's income, and this.

parameter "deficit" {
  title = "Gap of the budget at the start; the range is our assumption"
  unit  = "billion dollars / year"
  value = [0, 10]
  cite "iranfocus_2024" { says = "By the IMF oil would have had to cost 121 dollars in 2024 for the budget to balance" }
}

parameter "strike_cost" {
  title = "Share of other income that is lost where all truckers strike: our assumption"
  value = [0, 0.2]
}

parameter "borrowing" {
  title = "Most that is borrowed at home: our assumption"
  unit  = "billion dollars / year"
  value = [3, 8]
}

parameter "money_demand" {
  title = "Base money that people would hold at stable prices: our assumption"
  unit  = "billion dollars"
  value = [20, 50]
}

parameter "money_growth" {
  title = "Growth of money a year but for the budget; the range is our assumption"
  value = [0.1, 0.3]
  cite "lamitless_202411" { says = "Money in circulation grew by 25 to 40 percent a year; that a part of it was for the budget is our assumption" }
}

# In logs, for hardship from none to all. Prices drive risings by themselves.

parameter "want_push" {
  title = "How hardship drives risings: our assumption"
  value = [0, 3]
}

# ---- The palace: organs of force that watch each other. ----
#
# Whoever they set up is then chosen by the Assembly: our assumption. How often a coup is tried with all else at 0, and what moves that by
# how much, are the defaults of the language. Resolve is read as a threat from abroad, and as unclear where it is least known.

measure "plot" {
  title = "Chance that the riskiest plot would stay unseen and win"
  unit  = "1"
  low   = 0
  high  = 1
  start = 0
}

measure "coup_rate" {
  title = "Coups attempted in a year"
  unit  = "1 / year"
  low   = 0
  start = 0
}

measure "mutiny" {
  title = "A coup was attempted: 1 yes, 0 no"
  low   = 0
  high  = 1
  start = 0
}

measure "coup" {
  title = "A coup succeeded: 1 yes, 0 no"
  low   = 0
  high  = 1
  start = 0
}

# Arrears, orders to fire that are not followed, and a course that goes further than the Guard Corps would.

measure "grievance" {
  title = "Grievance of the organs"
  unit  = "1"
  low   = 0
  high  = 1
  is    = 1 - guards_paid + refusing + slight * max(course - guards_stand, 0) / 100
}

measure "in_power_since" {
  title = "Year in which the one in office took it"
  unit  = "years"
  low   = 1979
  high  = 2100
  start = 1989
  next  = vacated > 0 ? year() : in_power_since
  cite "jcpa_2025" {
    chars = [968, 1026]
    sum   = "6134615e"
    says  = "In office since 1989"
  }
}

palace "tehran" {
  title              = "Organs of force in Tehran"
  coup_proofing      = proofing
  spoils             = guards_paid
  grievance          = grievance
  external_threat    = washington.bomb || israel.attack ? 1 : washington_resolve
  threat_unclear     = 4 * washington_resolve * (1 - washington_resolve)
  reliance           = 1 - legitimacy / 100
  tenure             = year() - in_power_since
  succession_settled = settled
  cite "jcpa_2025" {
    chars = [1662, 2176]
    sum   = "f09a9cb9"
    says  = "He set organs to spy on one another so that no man grows too strong, at the price of fear in all of them"
  }
  cite "mef_2026" {
    chars = [4451, 4679]
    sum   = "3e706683"
    says  = "Fighters from abroad were reported inside; the whole establishment now lasts by force alone"
  }
  organ "guards" {
    title    = "The Revolutionary Guard Corps"
    force    = guards_force
    distrust = distrust
  }
  organ "army" {
    title    = "The army"
    force    = army_force
    distrust = distrust
  }
  organ "interior" {
    title    = "Police under the interior ministry"
    force    = police_force
    distrust = distrust
  }
  organ "secret police" {
    title    = "The secret police"
    force    = small_force
    distrust = distrust
  }
  organ "intelligence" {
    title    = "The civilian ministry of intelligence"
    force    = small_force
    distrust = distrust
  }
  watch "guards" {
    over   = ["army"]
    chance = watched
    cite "jcpa_2025" {
      chars = [1828, 2013]
      sum   = "49c37834"
      says  = "The Guard Corps has intelligence of its own, which watches the army"
    }
  }
  watch "secret police" {
    over   = ["interior"]
    chance = watched
    cite "jcpa_2025" {
      chars = [1828, 2013]
      sum   = "49c37834"
      says  = "The interior ministry is looked into by the secret police"
    }
  }
  watch "intelligence" {
    over   = ["guards", "army", "interior", "secret police"]
    chance = glimpsed
    cite "jcpa_2025" {
      chars = [1828, 2013]
      sum   = "49c37834"
      says  = "The civilian ministry works on its own; that it looks at all others is our assumption"
    }
  }
  writes "plot" { from = "risk" }
  writes "coup_rate" { from = "attempts" }
  writes "mutiny" { from = "attempt" }
  writes "coup" { from = "coup" }
}

parameter "guards_force" {
  title = "People of the Guard Corps; the upper end is our assumption"
  unit  = "thousand people"
  value = [125, 190]
  cite "rallypoint_nd" { says = "More than 125,000 in service by a British institute, and a militia besides" }
}

# That a tenth to a half of it counts in the capital is our assumption.

parameter "army_force" {
  title = "People of the army who count in Tehran; the range is our assumption"
  unit  = "thousand people"
  value = [42, 210]
  cite "yahoonews_202001" { says = "420,000 by an American overview of 2019" }
}

parameter "police_force" {
  title = "Police who count in Tehran: our assumption"
  unit  = "thousand people"
  value = [30, 100]
}

parameter "small_force" {
  title = "People of an organ that only watches: our assumption"
  unit  = "thousand people"
  value = [2, 15]
}

parameter "distrust" {
  title = "Chance that one of its own gives a plot away: our assumption"
  value = [0.05, 0.3]
}

parameter "watched" {
  title = "Chance that a watcher whom the text names finds a plot: our assumption"
  value = [0.2, 0.7]
}

parameter "glimpsed" {
  title = "The same of one whom it does not: our assumption"
  value = [0, 0.3]
}

parameter "proofing" {
  title = "How far the organs are built against a coup: our assumption"
  value = [0.5, 1]
}

parameter "slight" {
  title = "How a course beyond their own counts as a slight: our assumption"
  value = [0, 2]
}

parameter "settled" {
  title = "How far a rule of succession is believed in; the range is our assumption"
  value = [0, 0.5]
  cite "khalaji_2020" {
    chars = [8735, 8815]
    sum   = "a10d4190"
    says  = "Nobody could see who would follow him"
  }
  cite "am1news_20250622" { says = "In June 2025 three officials said that he had named three clerics for the Assembly to choose from; one origin" }
}

# ---- The council: how far those around him would give way, from 0 not at all to 100 wholly. ----

measure "course" {
  title = "How far the inner circle would give way"
  unit  = "percent"
  low   = 0
  high  = 100
  start = 100 * own_will
}

measure "guards_stand" {
  title = "How far the Guard Corps would"
  unit  = "percent"
  low   = 0
  high  = 100
  start = guards_line
}

council "inner circle" {
  title = "How far to give way to Washington"
  seat "leader" {
    title    = "Whoever holds the office"
    power    = leader_power
    position = 100 * willingness
    cite "mef_2026" {
      chars = [4211, 4341]
      sum   = "b227d91f"
      says  = "He himself will make no bargain with Washington any more"
    }
  }
  seat "guards" {
    title    = "The Revolutionary Guard Corps"
    power    = guards_power
    position = min(100, guards_line + alarm * washington_resolve)
  }
  seat "clerics" {
    title    = "Clerics of the Assembly and the Guardian Council"
    power    = clerics_power
    position = clerics_line
  }
  seat "ministries" {
    title    = "President and ministries"
    power    = ministries_power
    position = min(100, ministries_line + alarm * washington_resolve + plea * hardship)
    cite "iraninternational_20250411" { says = "In March 2025 heads of the branches are reported to have pressed him to allow talks, lest the order fall; one origin" }
  }
  writes "course" { from = "outcome" }
  writes "guards_stand" {
    from = "position"
    of   = "guards"
  }
}

parameter "leader_power" {
  title = "Power of the one in office: our assumption"
  value = [40, 80]
}

parameter "guards_power" {
  title = "Power of the Guard Corps: our assumption"
  value = [20, 50]
}

parameter "clerics_power" {
  title = "Power of the clerics: our assumption"
  value = [5, 20]
}

parameter "ministries_power" {
  title = "Power of president and ministries: our assumption"
  value = [5, 25]
}

parameter "guards_line" {
  title = "How far the Guard Corps would give way unpressed: our assumption"
  unit  = "percent"
  value = [0, 30]
}

parameter "clerics_line" {
  title = "How far the clerics would: our assumption"
  unit  = "percent"
  value = [0, 30]
}

parameter "ministries_line" {
  title = "How far president and ministries would: our assumption"
  unit  = "percent"
  value = [40, 80]
}

parameter "alarm" {
  title = "What a Washington that never tires adds: our assumption"
  unit  = "percent"
  value = [0, 30]
}

parameter "plea" {
  title = "What hardship adds for the ministries: our assumption"
  unit  = "percent"
  value = [0, 50]
}

# ---- The contest: who tires first. Stakes are 1, so that strain is how often a year one would give in. ----

measure "washington_resolve" {
  title = "How resolute Tehran holds Washington to be"
  unit  = "1"
  low   = 0
  high  = 1
  start = held_resolute
}

measure "tehran_resolve" {
  title = "How resolute Washington holds Tehran to be"
  unit  = "1"
  low   = 0
  high  = 1
  start = tehran_held
}

measure "washington_tires" {
  title = "Washington gave in: 1 yes, 0 no"
  low   = 0
  high  = 1
  start = 0
}

measure "tehran_tires" {
  title = "Tehran gave in: 1 yes, 0 no"
  low   = 0
  high  = 1
  start = 0
}

# Sanctions are then enforced less, for a time.

measure "let_up" {
  title = "How far enforcement has let up"
  unit  = "1"
  low   = 0
  high  = 1
  start = 0
  next  = washington_tires > 0 ? 1 : let_up * (1 - let_up_fading)
}

contest "nerves" {
  title = "Pressure and steadfastness"
  side "washington" {
    title    = "Washington"
    stake    = 1
    strain   = washington_strain * (washington.sanction || washington.bomb ? 1 : idle_strain) + dear_oil * max(oil_price - dear_from, 0) / dear_from
    resolute = washington_firm
    belief   = held_resolute
    soft     = washington_soft
    blind    = blind
  }
  side "tehran" {
    title  = "Tehran"
    stake  = 1
    strain = tehran_strain * (washington.sanction ? 1 : idle_strain) + hard_strain * (hardship + 1 - guards_paid)
    belief = tehran_held
    soft   = tehran_soft
    blind  = blind
  }
  cite "jcpa_2025" {
    chars = [4757, 4828]
    sum   = "e17661ac"
    says  = "He concludes that the other side cannot stand a long trial of strength"
  }
  writes "washington_resolve" {
    from = "resolve"
    of   = "washington"
  }
  writes "tehran_resolve" {
    from = "resolve"
    of   = "tehran"
  }
  writes "washington_tires" {
    from = "gives_in"
    of   = "washington"
  }
  writes "tehran_tires" {
    from = "gives_in"
    of   = "tehran"
  }
}

parameter "held_resolute" {
  title = "How resolute Tehran holds Washington to be today; the range is our assumption"
  value = [0.1, 0.5]
  cite "jcpa_2025" {
    chars = [4182, 4236]
    sum   = "f8bdb598"
    says  = "As he sees it demands were many at first and pressure then waned"
  }
}

parameter "washington_firm" {
  title = "Chance that Washington is resolute: our assumption"
  value = [0.2, 0.8]
}

parameter "tehran_held" {
  title = "Chance that Tehran is resolute, in Washington's eyes and in fact: our assumption"
  value = [0.3, 0.9]
}

# 3 times in 7.7 years, counted in a year; the range, and that strain is the same, is ours.

parameter "washington_soft" {
  title = "How often a year one who is not resolute gives in: Washington; the range is our assumption"
  unit  = "1 / year"
  value = [0.2, 0.8]
  cite "americanmilitary_20190621" { says = "June 2019: a strike was called off" }
  cite "deutschewelle_20230918" { says = "September 2023: money was unfrozen for prisoners" }
  cite "bneintellinews_20260116" { says = "January 2026: it held back after threats" }
}

parameter "washington_strain" {
  title = "What holding out costs Washington in a year: our assumption"
  unit  = "1 / year"
  value = [0.2, 0.8]
}

parameter "idle_strain" {
  title = "Share of it without sanctions: our assumption"
  value = [0, 0.5]
}

parameter "dear_from" {
  title = "Price from which oil is dear to Washington: our assumption"
  unit  = "dollars / barrel"
  value = [70, 100]
}

parameter "dear_oil" {
  title = "What oil at twice that price adds: our assumption"
  unit  = "1 / year"
  value = [0, 1]
}

# 4 times in 7.7 years.

parameter "tehran_soft" {
  title = "How often a year one who is not resolute gives in: Tehran; the range is our assumption"
  unit  = "1 / year"
  value = [0.3, 1]
  cite "americanmilitary_202104" { says = "April 2021: talks in Vienna" }
  cite "voiceof_20230611" { says = "June 2023: a bargain was no longer ruled out" }
  cite "wnyt_20250327" { says = "March 2025: an answer by way of Oman" }
  cite "egyptforward_20250910" { says = "September 2025: a framework for inspectors" }
}

parameter "tehran_strain" {
  title = "What holding out costs Tehran in a year: our assumption"
  unit  = "1 / year"
  value = [0.3, 1]
}

parameter "hard_strain" {
  title = "What hardship and unpaid organs add: our assumption"
  unit  = "1 / year"
  value = [0, 2]
}

parameter "blind" {
  title = "How far each takes circumstance for character: our assumption"
  value = [0, 1]
}

parameter "let_up_fading" {
  title = "Weekly end of a let-up: our assumption"
  value = [0.01, 0.05]
}

parameter "slack" {
  title = "Share of the lost exports that a let-up gives back: our assumption"
  value = [0, 1]
}

# ---- The succession: how the office falls vacant, who follows, and how ready he would be to give way. ----

measure "holder" {
  title = "Who holds the office: 0 he himself, else the number of the candidate"
  low   = 0
  start = 0
}

measure "vacated" {
  title = "The office fell vacant: 1 yes, 0 no"
  low   = 0
  high  = 1
  start = 0
}

measure "willingness" {
  title = "How ready the one in office is to give way"
  unit  = "1"
  low   = 0
  high  = 1
  start = own_will
}

measure "more_willing" {
  title = "Readier to give way than Ali Khamenei: 1 yes, 0 no"
  low   = 0
  high  = 1
  start = 0
}

succession "leadership" {
  title   = "The office of Supreme Leader"
  vacancy = "assembly"
  will    = own_will
  cite "majalla_202405" { says = "An Assembly of 88 clerics, elected anew in 2024, chooses the successor" }
  exit "age" {
    rate = holder > 0 ? 0 : health_rate * exp(ageing * (year() - 2026.07))
    cite "ssatables_nd" { says = "The rate grows with age as in a life table" }
  }
  exit "otherwise" {
    rate = (holder > 0 ? after_rate : other_rate) * (street.rise ? rising_exit * exp(crowd_exit * (crowd - 0.03)) : 1)
    cite "reign_202103" { says = "Exits by any cause, of which this is what age leaves" }
  }
  exit "a coup" { chance = coup > 0 ? 1 : 0 }
  candidate "one whom he named" {
    title    = "One of the clerics whom he is reported to have named"
    support  = named_support
    position = line_place
    will     = line_will
    doubt    = 0.2 # of all four our assumption; it has to stay the same
    cite "am1news_20250622" { says = "Three clerics, by three officials who are not named; their names were not given" }
  }
  candidate "his son" {
    title    = "His son, who is reported not to be among them"
    support  = son_support
    position = line_place
    will     = line_will
    doubt    = 0.2
    cite "am1news_20250622" { says = "Not among the three by that report" }
  }
  candidate "another who keeps the line" {
    title    = "Another cleric who keeps the line"
    support  = line_support
    position = line_place
    will     = line_will
    doubt    = 0.2
  }
  candidate "one who would open" {
    title    = "A cleric close to president and ministries"
    support  = open_support
    position = open_place
    will     = open_will
    doubt    = 0.2
  }
  writes "holder" { from = "holder" }
  writes "vacated" { from = "exit" }
  writes "willingness" { from = "will" }
  writes "more_willing" { from = "more_willing" }
}

# The two documents that speak of it part: to one he seeks a measured bargain, to the other he will make none.

parameter "own_will" {
  title = "How ready Ali Khamenei is to give way; the range is our assumption"
  value = [0, 0.4]
  cite "khalaji_2020" {
    chars = [7141, 7182]
    sum   = "496ed35a"
    says  = "Income from oil is what could bring him to move"
  }
  cite "mef_2026" {
    chars = [4211, 4341]
    sum   = "b227d91f"
    says  = "He will not bargain any more"
  }
}

parameter "line_will" {
  title = "How ready one who keeps the line would be; the range is our assumption"
  value = [0, 0.4]
  cite "khalaji_2020" {
    chars = [8816, 9016]
    sum   = "dc7cca01"
    says  = "If he finds no new footing with America, those after him will hardly do so soon"
  }
  cite "mef_2026" {
    chars = [4342, 4449]
    sum   = "b2634439"
    says  = "Whether others would bend is called the open question"
  }
}

parameter "open_will" {
  title = "How ready one who would open would be: our assumption"
  value = [0.3, 0.8]
}

parameter "line_place" {
  title = "Where those who keep the line stand, 0 closed to 1 open: our assumption"
  value = [0, 0.3]
}

parameter "open_place" {
  title = "Where one who would open stands: our assumption"
  value = [0.5, 0.9]
}

# Seats of 88. At the choice of a chairman in 2024 the winner, an old man of the line, had 55 of 86; how the rest divides is not known.

parameter "named_support" {
  title = "Members behind those whom he named; the range is our assumption"
  value = [15, 45]
  cite "majalla_202405" { says = "The chairman of 2024 had 55 of 86 votes; other counts are not published" }
}

parameter "son_support" {
  title = "Members behind his son: our assumption"
  value = [0, 25]
}

parameter "line_support" {
  title = "Members behind others who keep the line: our assumption"
  value = [10, 40]
}

parameter "open_support" {
  title = "Members behind one who would open: our assumption"
  value = [2, 20]
}

parameter "after_rate" {
  title = "Yearly rate at which a successor leaves, by any cause but a coup: our assumption"
  value = [0.02, 0.15]
}

# The open question of the third document. What would settle it is narrower than a readiness that nobody can see.

question "successor-bends-by-year-end" {
  ask        = "Will somebody else hold the office and give way more than Ali Khamenei would?"
  opens      = "2026-01-28"
  closes     = "2026-12-31T23:59:00+03:30"
  yes_if     = "At closing another person or a council holds the office, whatever the cause: resignation, removal, incapacity, death, or the office being abolished; and since then envoys of Iran and of the United States have met face to face, or both governments have announced a text that limits enrichment in Iran"
  no_if      = "Ali Khamenei holds the office at closing, or neither has happened under those after him"
  void_if    = "two bodies claim the office at closing and the named sources do not settle it within thirty days"
  decided_by = ["an announcement by the Assembly of Experts or the office of the Supreme Leader", "the foreign ministry of Iran and the State Department or White House", "two of: Reuters, AP, AFP"]
  when       = at_end(more_willing) > 0
  reference "Exits by any cause of leaders aged 80 or more and 20 years or more in office, 1950 to March 2021, in leader-years: a ceiling, since the office must fall vacant first" {
    hits  = 18
    years = 88
    cite "reign_202103" { says = "Counted in its leader list, which has Iran's presidents in his place" }
  }
  reference "Changes in the office since 1979 after which a text that limits enrichment was announced within a year" {
    hits = 0
    of   = 1
    cite "wikipedia_ndc" { says = "The office changed once, in 1989; the first text is of 24 November 2013" }
  }
}

question "mutiny-by-year-end" {
  ask        = "Will organs of force try to seize power?"
  opens      = "2026-01-28"
  closes     = "2026-12-31T23:59:00+03:30"
  yes_if     = "Between opening and closing, units of the Guard Corps, the army or the police act by force against the leadership or its seat, announced by the authorities or by those who act"
  no_if      = "No such act by closing time"
  void_if    = "the named sources do not settle it within thirty days of closing"
  decided_by = ["a statement by the authorities of Iran", "two of: Reuters, AP, AFP"]
  when       = ever(mutiny > 0)
  reference "Years from 2018 to 2025 with such an attempt, by the record of this case" {
    hits = 0
    of   = 8
    cite "mef_2026" { says = "Four waves of protest since 2017 are counted, and nothing of the organs" }
  }
}

# ---- The street: what a rising comes to once something has brought it out, and how long strikers hold out. ----
#
# Shares of a public that is not counted anywhere: all weights are our assumption. What brings people out, and how often, is in case.hcl.

measure "crowd" {
  title = "Share of the public that is out"
  unit  = "1"
  low   = 0
  high  = 1
  start = 0
}

measure "striking" {
  title = "Share of the truckers on strike"
  unit  = "1"
  low   = 0
  high  = 1
  start = 0
}

measure "refusing" {
  title = "Share of own forces that do not act"
  unit  = "1"
  low   = 0
  high  = 1
  start = 0
}

measure "jailed" {
  title = "Share of the public in jail"
  unit  = "1"
  low   = 0
  high  = 1
  start = 0
}

street "the street" {
  title         = "The public of the towns"
  thresholds    = normal(0.6, 0.2) # both laws are our assumption, and have to stay the same
  pace          = street_pace
  hardship      = hardship
  legitimacy    = legitimacy / 100
  repression    = guards.suppress ? 1 : khamenei.force ? police_alone : usual_force
  imported      = guards.suppress ? imported : 0
  information   = khamenei.force ? blackout : 1
  shock         = street.rise ? spark : 0
  arrests       = arrests
  defection     = 1 - guards_paid
  nerve         = normal(0.4, 0.2)
  by_hardship   = by_hardship
  by_legitimacy = by_legitimacy
  by_strike     = by_strike
  by_force      = by_force
  by_fatigue    = by_fatigue
  tiring        = tiring
  recovery      = recovery
  release       = release
  noise         = stir
  cite "jcpa_2025" {
    chars = [3067, 3224]
    sum   = "323e82d6"
    says  = "Each strike or demonstration is met with force, prison and economic pressure"
  }
  cite "jcpa_2025" {
    chars = [3796, 3964]
    sum   = "e454fee7"
    says  = "Much is spent on watching, arresting and keeping parts of society from one another"
  }
  strike "truckers" {
    title     = "Truckers"
    called    = street.rise ? 1 : 0
    workers   = 1
    wage      = 1
    pay       = strike_pay
    aid       = outside_help * strike_aid
    endurance = [1, 6]
    cite "jcpa_2025" {
      chars = [3469, 3580]
      sum   = "aa67fca9"
      says  = "After two weeks a driver says that the money is gone, and calls for help"
    }
    cite "iraninternational_20250606" { says = "In its third week in June 2025, with dozens arrested; that all are back within six weeks is our assumption" }
  }
  writes "crowd" { from = "turnout" }
  writes "striking" { from = "on_strike" }
  writes "refusing" { from = "refusing" }
  writes "jailed" { from = "jailed" }
}

parameter "street_pace" {
  title = "Share of those who are ready that comes out in a week: our assumption"
  value = [0.3, 0.9]
}

parameter "police_alone" {
  title = "Force where nobody fires, as a share of all: our assumption"
  value = [0.2, 0.6]
}

parameter "usual_force" {
  title = "Force in quiet times: our assumption"
  value = [0, 0.2]
}

parameter "imported" {
  title = "Forces from abroad beside own ones; the range is our assumption"
  value = [0, 0.2]
  cite "indiatoday_20260117" { says = "Nearly 5,000 Iraqi fighters in January 2026 by one account; the record has 800 by another; neither is verified" }
}

parameter "blackout" {
  title = "What people see of each other in a blackout; the range is our assumption"
  value = [0, 0.5]
  cite "lincolndaily_20260109" { says = "In January 2026 the net and the telephones were cut together" }
}

parameter "spark" {
  title = "What a cause to rise adds, in thresholds: our assumption"
  value = [0.1, 0.3]
}

parameter "arrests" {
  title = "Share of the public that full force can jail in a week: our assumption"
  value = [0.0001, 0.005]
}

parameter "release" {
  title = "Share of the jailed who are let out in a week; the range is our assumption"
  value = [0.01, 0.1]
  cite "yahoonews_20230314" { says = "More than 22,000 protesters were pardoned by March 2023, months after the rising of 2022" }
}

parameter "by_hardship" {
  title = "What hardship adds: our assumption"
  value = [0, 0.3]
}

parameter "by_legitimacy" {
  title = "What a lack of legitimacy adds: our assumption"
  value = [0, 0.15]
}

parameter "by_strike" {
  title = "What a strike adds: our assumption"
  value = [0, 0.2]
}

parameter "by_force" {
  title = "What full force takes away: our assumption"
  value = [0.1, 0.5]
}

parameter "by_fatigue" {
  title = "What fatigue takes away: our assumption"
  value = [0.2, 0.8]
}

parameter "tiring" {
  title = "How fast those who are out tire, a week: our assumption"
  value = [0.05, 0.4]
}

parameter "recovery" {
  title = "How fast fatigue passes, a week: our assumption"
  value = [0.02, 0.2]
}

parameter "stir" {
  title = "What chance adds in a week, either way: our assumption"
  value = [0, 0.04]
}

parameter "strike_pay" {
  title = "Share of the wage that a striker gets while there is money: our assumption"
  value = [0.2, 0.8]
}

parameter "strike_aid" {
  title = "What help from abroad would pay a week, in wages of all truckers: our assumption"
  value = [0, 0.5]
  cite "jcpa_2025" {
    chars = [3581, 3795]
    sum   = "b14f996f"
    says  = "The author reads such a call as one for money, supplies and open lines"
  }
}

# In logs, for a strike from none to all. At 0.65, its mean in risings, it leaves the end of a rising as it is.

parameter "strike_holds" {
  title = "How a strike keeps a rising up: our assumption"
  value = [0, 1]
}

# In logs, for all of the public. At 0.03, its mean in risings, it leaves the rate as it is.

parameter "crowd_exit" {
  title = "How a crowd adds to the rate of leaving: our assumption"
  value = [0, 3]
}
