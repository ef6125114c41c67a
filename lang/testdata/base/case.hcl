# The small case that every mistake is made in.
case "example" {
  title   = "An example"
  subject = leader
  as_of   = "2026-01-28"
  from    = "2018-05-01"
  until   = "2026-12-31"
  step    = "week"
}

actor "leader" {
  title = "The leader"
  option "enrich" { title = "Enrich to 60%" }
  option "talk" {
    title   = "Allow talks"
    posture = "soft"
  }
}

actor "washington" {
  title = "Washington"
  option "sanction" {
    on      = true
    posture = "hard"
  }
  option "bomb" {
    reversible = false # once taken, cannot be undone
    resumable  = false
    cite "press" { says = "It was announced" }
  }
}

actor "street" { title = "The street" }

impossible "no talks under bombs" { when = washington.bomb && leader.talk }

measure "oil" {
  title = "Oil exports"
  unit  = "million barrels a day"
  low   = 0
  high  = 4
  start = 2.4
}

mind "washington" {
  precision = infinity
  want "no program" { that = !leader.enrich }
  want "no war" { that = !washington.bomb }
}

question "strike" {
  ask        = "Will Washington strike?"
  opens      = "2026-01-28"
  closes     = "2026-06-30T23:59:00+03:30"
  yes_if     = "bombs fall"
  no_if      = "none fall"
  void_if    = "nobody can tell"
  decided_by = ["two of: Reuters, AP, AFP"]
  when       = ever(washington.bomb) || count(leader.talk) >= 3 && at_end(oil) < 1
}
