# The prisoners' dilemma, the smallest conflict in which what is best for each
# leaves both worse off. The story is Tucker's; the two wants of each prisoner
# are the usual ordinal form of its payoffs.
case "prisoners" {
  title   = "The prisoners' dilemma"
  subject = one
  as_of   = "1950-12-31"
  from    = "1950-01-01"
  until   = "1950-12-31"
  step    = "day"
}

actor "one" {
  title = "First prisoner"
  option "silent" { title = "Keep silent" }
}

actor "two" {
  title = "Second prisoner"
  option "silent" { title = "Keep silent" }
}

mind "one" {
  want "the other keeps silent" {
    that = two.silent
    cite "tucker1950" { says = "Each is better off when the other does not confess, whatever he does himself" }
  }
  want "to confess" {
    that = !one.silent
    cite "tucker1950" { says = "Whatever the other does, confessing brings the lighter sentence" }
  }
}

mind "two" {
  want "the other keeps silent" {
    that = one.silent
    cite "tucker1950" { says = "Each is better off when the other does not confess, whatever he does himself" }
  }
  want "to confess" {
    that = !two.silent
    cite "tucker1950" { says = "Whatever the other does, confessing brings the lighter sentence" }
  }
}
