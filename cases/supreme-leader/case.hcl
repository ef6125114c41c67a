# The founding case: three analysts read one leader. Every decision behind this file is explained in docs/cases.md.

case "supreme-leader" {
  title   = "Iran's Supreme Leader, 2018–2026"
  subject = khamenei
  as_of   = "2026-01-28"
  from    = "2018-05-01"
  until   = "2026-12-31"
  step    = "week"
}

# ---- Who can do what. Options that are on were in force on 1 May 2018. ----

actor "khamenei" {
  title = "Ali Khamenei"
  option "talk" {
    title   = "Let talks with Washington go on, as a rule through others"
    posture = "soft"
  }
  option "defy" {
    title   = "Keep up open enmity: denounce America and Israel, threaten, refuse to meet"
    on      = true
    posture = "hard"
  }
  option "limits" {
    title   = "Accept agreed limits on the nuclear programme or wider"
    on      = true
    posture = "soft"
  }
  option "enrich" {
    title   = "Raise enrichment by a step"
    posture = "hard"
  }
  option "inspect" {
    title   = "Let inspectors into the sites"
    on      = true
    posture = "soft"
  }
  option "strike" {
    title   = "Strike openly from Iranian soil, announced or measured"
    posture = "hard"
  }
  option "fight_us" {
    title   = "Fight US forces, without notice or limit"
    posture = "hard"
  }
  option "proxies" {
    title   = "Urge or send allied forces into a fight"
    posture = "hard"
  }
  option "force" {
    title   = "Put protest down by force or blackout"
    posture = "hard"
  }
  option "ease" {
    title   = "Give way at home: leniency, dialogue, a wider ballot, a rule shelved"
    posture = "soft"
  }
}

actor "guards" {
  title = "The Revolutionary Guard Corps"
  option "suppress" {
    title   = "Fire on crowds, with allied militia if need be"
    posture = "hard"
  }
}

actor "washington" {
  title = "Washington"
  option "sanction" {
    title   = "Full oil and banking sanctions"
    posture = "hard"
  }
  option "bomb" {
    title   = "Air strikes on Iran"
    posture = "hard"
  }
}

actor "israel" {
  title = "Israel"
  option "attack" {
    title   = "Strikes, killings or sabotage against Iran"
    posture = "hard"
  }
}

actor "street" {
  title = "The street"
  option "rise" {
    title   = "Mass protest or strike"
    posture = "hard"
  }
}

actor "europe" {
  title = "Britain, France and Germany"
  option "snapback" {
    title   = "Restore UN sanctions"
    posture = "hard"
  }
}

# Two actors without options, so that the record can name who acted.
actor "successor" { title = "The leadership after 28 February 2026" }
actor "others" { title = "Others: allied forces, exiles, armed groups, accidents" }

# A step up within agreed limits would not be within them.
impossible "a step up within agreed limits" { when = khamenei.enrich && khamenei.limits }

# ---- The other actors as the case's author sees them. Wants without a cite are his assumptions. ----

mind "washington" {
  want "answer an attack on its forces" {
    that = !khamenei.fight_us || washington.bomb
  }
  want "no bomb within reach" {
    that = khamenei.limits
    cite "usatoday_20190620" { says = "Washington left the agreement of 2015 and asked for stricter limits" }
  }
  want "pressure until there are limits" {
    that = washington.sanction || khamenei.limits
    cite "usatoday_20190620" { says = "Sanctions on oil and banking came back in August and November 2018" }
  }
  want "no war of choice" {
    that = !washington.bomb
    cite "americanmilitary_20190621" { says = "A strike approved in June 2019 was called off and sanctions took its place" }
  }
}

mind "israel" {
  want "answer an open strike" {
    that = !khamenei.strike || israel.attack
    cite "rferl_20241027" { says = "Israel struck air defences and missile plants after the missiles of 1 October 2024" }
  }
  want "no step up unanswered" {
    that = !khamenei.enrich || israel.attack
    cite "trtworld_20250620" { says = "The campaign of June 2025 was aimed first at nuclear sites" }
  }
  want "no allied attack unanswered" {
    that = !khamenei.proxies || israel.attack
  }
  want "quiet otherwise" {
    that = !israel.attack
  }
}

mind "street" {
  want "no rising into gunfire" {
    that = !street.rise || !guards.suppress
    cite "handsoff_20260114" { says = "In January 2026 thousands died within two nights and the crowds were gone; how many is disputed" }
  }
  want "relief from hardship" {
    that = !washington.sanction
    cite "tripurainfoway_20251229" { says = "Shops closed when the rial fell to about 1.42 million to the dollar" }
  }
  want "a say" {
    that = khamenei.ease || street.rise
  }
}

mind "guards" {
  want "no rising unanswered" {
    that = !street.rise || guards.suppress
    cite "handsoff_20260114" { says = "Security forces met the crowds with lethal fire; responsibility is disputed" }
  }
  want "the axis" {
    that = khamenei.proxies
  }
  want "no needless fire" {
    that = !guards.suppress
  }
}

mind "europe" {
  want "inspectors, limits or snapback" {
    that = khamenei.inspect || khamenei.limits || europe.snapback
    cite "trend_20251001" { says = "UN sanctions came back in September 2025 after a notice of thirty days" }
  }
  want "diplomacy first" {
    that = !europe.snapback
  }
}

# ---- Numbers. Unknown where the record gives none; nobody's wants read them. ----

measure "enrichment" {
  title = "Highest enrichment level in use"
  unit  = "percent uranium-235"
  low   = 0
  high  = 100
}

measure "turnout" {
  title = "Turnout at presidential elections, as announced"
  unit  = "percent"
  low   = 0
  high  = 100
}

measure "rial" {
  title = "Rials to the dollar on the open market"
  unit  = "rials"
  low   = 0
}

measure "war_dead_state" {
  title = "Deaths in Iran in the war of June 2025, count of the state"
  unit  = "people"
  low   = 0
}

measure "january_dead_state" {
  title = "Deaths in January 2026, count of the state"
  unit  = "people"
  low   = 0
}

measure "january_dead_rights" {
  title = "Deaths in January 2026, counts by rights groups (IHR minimum, then HRANA)"
  unit  = "people"
  low   = 0
}

measure "january_dead_exile" {
  title = "Deaths in January 2026, count of an exile broadcaster (Iran International)"
  unit  = "people"
  low   = 0
}

# ---- Questions that will be settled. ----

question "us-strike-by-june" {
  ask        = "Will the United States strike targets inside Iran?"
  opens      = "2026-01-28"
  closes     = "2026-06-30T23:59:00Z"
  yes_if     = "Between opening and closing, bombs, missiles or armed drones of US forces hit a target on Iranian land or within twelve nautical miles of it"
  no_if      = "No such hit by closing time"
  void_if    = "the named sources do not settle it within thirty days of closing"
  decided_by = ["a statement by the government of the United States or of Iran", "two of: Reuters, AP, AFP"]
  when       = ever(washington.bomb)
}

question "israeli-strike-by-june" {
  ask        = "Will Israel strike targets inside Iran?"
  opens      = "2026-01-28"
  closes     = "2026-06-30T23:59:00Z"
  yes_if     = "Between opening and closing, bombs, missiles or armed drones launched by Israel hit a target on Iranian land"
  no_if      = "No such hit by closing time"
  void_if    = "responsibility is disputed and the named sources do not settle it within thirty days of closing"
  decided_by = ["a statement by the government of Israel or of Iran", "two of: Reuters, AP, AFP"]
  when       = ever(israel.attack)
}

question "iranian-missiles-by-june" {
  ask        = "Will missiles or drones be fired from Iranian soil at Israel or at a base with US forces?"
  opens      = "2026-01-28"
  closes     = "2026-06-30T23:59:00Z"
  yes_if     = "Between opening and closing, at least one missile or armed drone launched from Iranian territory is aimed at Israel or at a base that houses US forces, announced by Iran or stated by the target"
  no_if      = "No such launch by closing time"
  void_if    = "the named sources do not settle it within thirty days of closing"
  decided_by = ["a statement by the government of Iran, of Israel or of the United States", "two of: Reuters, AP, AFP"]
  when       = ever(khamenei.strike || khamenei.fight_us)
}

question "talks-by-april" {
  ask        = "Will envoys of Iran and of the United States hold a round of talks?"
  opens      = "2026-01-28"
  closes     = "2026-04-30T23:59:00+03:30"
  yes_if     = "Between opening and closing, envoys named by both governments meet for talks, in one room or through a mediator in one city on one day, and both governments say so"
  no_if      = "No such meeting by closing time"
  void_if    = "the named sources do not settle it within thirty days of closing"
  decided_by = ["the foreign ministry of Iran and the State Department or White House", "two of: Reuters, AP, AFP"]
  when       = ever(khamenei.talk)
}

question "limits-by-year-end" {
  ask        = "Will Iran accept written limits on enrichment?"
  opens      = "2026-01-28"
  closes     = "2026-12-31T23:59:00Z"
  yes_if     = "Between opening and closing, Iran and the United States both announce a text, signed or agreed, that caps the level or the stock of enriched uranium in Iran"
  no_if      = "No such text announced by both by closing time"
  void_if    = "the named sources do not settle it within thirty days of closing"
  decided_by = ["the foreign ministry of Iran and the State Department or White House", "a document of the UN Security Council"]
  when       = ever(khamenei.limits)
}

question "inspectors-by-september" {
  ask        = "Will IAEA inspectors enter Fordow, or the enrichment plants at Natanz?"
  opens      = "2026-01-28"
  closes     = "2026-09-30T23:59:00+02:00"
  yes_if     = "Between opening and closing, the IAEA states that its inspectors were inside the enrichment plant at Fordow or at Natanz"
  no_if      = "The IAEA states no such visit by closing time"
  void_if    = "the named sources do not settle it within thirty days of closing"
  decided_by = ["a report or statement of the IAEA Director General"]
  when       = ever(khamenei.inspect)
}

question "protest-wave-by-year-end" {
  ask        = "Will there be another wave of protest in at least thirty cities?"
  opens      = "2026-01-28"
  closes     = "2026-12-31T23:59:00+03:30"
  yes_if     = "Between opening and closing, HRANA and one of Reuters, AP or AFP report protests in at least thirty Iranian cities within seven days"
  no_if      = "No such week by closing time"
  void_if    = "the named sources do not settle it within thirty days of closing"
  decided_by = ["HRANA daily counts", "two of: Reuters, AP, AFP"]
  when       = ever(street.rise)
}

question "office-by-year-end" {
  ask        = "Will Ali Khamenei cease to hold the office of Supreme Leader?"
  opens      = "2026-01-28"
  closes     = "2026-12-31T23:59:00+03:30"
  yes_if     = "Between opening and closing he ceases to hold the office for any cause: resignation, removal by the Assembly of Experts, incapacity declared under Article 111, death, or the office being abolished"
  no_if      = "He holds the office at closing time"
  void_if    = "two bodies claim the office at closing and the named sources do not settle it within thirty days"
  decided_by = ["an announcement by the Assembly of Experts or the office of the Supreme Leader", "two of: Reuters, AP, AFP"]
}
