# A bare conflict: who can do what, and who wants what. No readings, no record.
# Two drivers race towards each other; each can swerve.

case "chicken" {
  title   = "Two drivers"
  subject = first
  as_of   = "2024-01-01"
  from    = "2024-01-01"
  until   = "2024-12-31"
  step    = "day"
}

actor "first" {
  title = "The first driver"
  option "swerve" { title = "Swerve" }
}

actor "second" {
  title = "The second driver"
  option "swerve" { title = "Swerve" }
}

mind "first" {
  want "live" {
    that = first.swerve || second.swerve
    cite "rapoport_1966" { says = "A crash is the worst outcome for both" }
  }
  want "win" {
    that = second.swerve
    cite "rapoport_1966" { says = "To go straight while the other swerves is best" }
  }
  want "save face" {
    that = !first.swerve
    cite "rapoport_1966" { says = "To swerve alone is to lose" }
  }
}

mind "second" {
  want "live" {
    that = first.swerve || second.swerve
    cite "rapoport_1966" { says = "A crash is the worst outcome for both" }
  }
  want "win" {
    that = first.swerve
    cite "rapoport_1966" { says = "To go straight while the other swerves is best" }
  }
  want "save face" {
    that = !second.swerve
    cite "rapoport_1966" { says = "To swerve alone is to lose" }
  }
}
