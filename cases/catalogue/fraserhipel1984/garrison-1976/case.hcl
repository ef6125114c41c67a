# The Garrison Diversion Unit, an irrigation project in North Dakota whose
# return flow would have crossed into Canada, as of 1976. Actors, options,
# impossible states and preference orders follow Fraser and Hipel's model,
# re-typed from the example file of GMCR+. That program misses one equilibrium,
# NNYNYYNNN, under GMR and SMR: when the Canadian opposition drops its treaty
# challenge there, US support moves, US opposition moves, and US support moves
# again, a legal sequence since nobody moves twice in a row.
case "garrison-1976" {
  title   = "The Garrison Diversion Unit, 1976"
  subject = ijc
  as_of   = "1984-12-31"
  from    = "1976-01-01"
  until   = "1984-12-31"
  step    = "month"
}

actor "us_support" {
  title = "US support for the project"
  option "full" {
    title = "Build the full project"
    on    = true
  }
  option "reduced" { title = "Build a project reduced to lessen the harm in Canada" }
  option "appease" { title = "Build a project that appeases the US environmentalists" }
}

actor "us_opposition" {
  title = "US opposition"
  option "legal" {
    title = "Challenge the project in court"
    on    = true
  }
}

actor "canadian_opposition" {
  title = "Canadian opposition"
  option "treaty" { title = "Challenge it under the Boundary Waters Treaty" }
}

actor "ijc" {
  title = "International Joint Commission"
  option "full" {
    title = "Support the full project"
    on    = true
  }
  option "reduced" { title = "Support a reduced project" }
  option "lonetree" { title = "Support suspending the project except for the Lonetree reservoir" }
  option "suspend" { title = "Support suspending the project" }
}

impossible "two projects at once" {
  when = (us_support.full && us_support.reduced) || (us_support.full && us_support.appease) || (us_support.reduced && us_support.appease)
}
impossible "no project chosen" {
  when = !us_support.full && !us_support.reduced && !us_support.appease
}
impossible "two reports at once" {
  when = (ijc.full && (ijc.reduced || ijc.lonetree || ijc.suspend)) || (ijc.reduced && (ijc.lonetree || ijc.suspend)) || (ijc.lonetree && ijc.suspend)
}
impossible "no report" {
  when = !ijc.full && !ijc.reduced && !ijc.lonetree && !ijc.suspend
}
impossible "the full project unchallenged in court" {
  when = us_support.full && !us_opposition.legal
}
impossible "an appeased opposition in court" {
  when = us_support.appease && us_opposition.legal
}
impossible "the full project against the report without a treaty challenge" {
  when = us_support.full && !canadian_opposition.treaty && !ijc.full
}
impossible "building on against a suspension without a treaty challenge" {
  when = !us_support.full && !canadian_opposition.treaty && (ijc.lonetree || ijc.suspend)
}

# The commission gives an opinion and has no preference among the states: it has
# no mind here. The others are ranked directly, best first; states in one
# bracket are liked equally.
mind "us_support" {
  order = [
    ["YNNYNYNNN"], ["YNNYYYNNN"], ["NYNNNYNNN", "NNYNNYNNN"], ["NYNYNYNNN"], ["NYNNYYNNN", "NNYNYYNNN"],
    ["NYNYYYNNN"], ["NYNNNNYNN"], ["NYNNYNYNN"], ["NYNYNNYNN"], ["NYNYYNYNN"], ["NNYNNNYNN"], ["NNYNYNYNN"],
    ["YNNYYNYNN"], ["NNYNYNNYN"], ["NYNNYNNYN"], ["YNNYYNNYN"], ["NYNYYNNYN"], ["NNYNYNNNY"], ["NYNNYNNNY"],
    ["YNNYYNNNY"], ["NYNYYNNNY"],
  ]
  cite "fraserhipel1984" { says = "Preference vector of US support" }
}

mind "us_opposition" {
  order = [
    ["NNYNYNNNY", "NNYNYNNYN", "NNYNYNYNN", "NNYNNNYNN", "NNYNYYNNN", "NNYNNYNNN"], ["NYNYYNNNY", "NYNYYNNYN"],
    ["NYNYYNYNN"], ["NYNYNNYNN"], ["NYNYYYNNN"], ["NYNYNYNNN"], ["YNNYYNNNY"], ["YNNYYNNYN"], ["YNNYYNYNN"],
    ["YNNYYYNNN"], ["YNNYNYNNN"], ["NYNNYNNNY"], ["NYNNYNNYN"], ["NYNNYNYNN"], ["NYNNNNYNN"], ["NYNNYYNNN"],
    ["NYNNNYNNN"],
  ]
  cite "fraserhipel1984" { says = "Preference vector of the US opposition" }
}

mind "canadian_opposition" {
  order = [
    ["NYNYYNNNY"], ["NYNNYNNNY", "NNYNYNNNY"], ["NYNYYNNYN"], ["NYNNYNNYN", "NNYNYNNYN"], ["NYNYNNYNN"],
    ["NYNNNNYNN", "NNYNNNYNN"], ["NYNYYNYNN"], ["NYNNYNYNN", "NNYNYNYNN"], ["NNYNNYNNN"], ["NYNYNYNNN"], ["NYNNNYNNN"],
    ["NYNYYYNNN"], ["NYNNYYNNN", "NNYNYYNNN"], ["YNNYYNNNY"], ["YNNYYNNYN"], ["YNNYYNYNN"], ["YNNYNYNNN"], ["YNNYYYNNN"],
  ]
  cite "fraserhipel1984" { says = "Preference vector of the Canadian opposition" }
}
