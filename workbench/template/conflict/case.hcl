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
  want "live" { that = first.swerve || second.swerve }
  want "win" { that = second.swerve }
  want "save face" { that = !first.swerve }
}

mind "second" {
  want "live" { that = first.swerve || second.swerve }
  want "win" { that = first.swerve }
  want "save face" { that = !second.swerve }
}
