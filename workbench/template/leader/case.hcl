# A case is a folder of plain text about one leader or one conflict.
# This one is invented: a premier, a strait and an embargo. Replace it piece by
# piece with your own, and run `reckon check` after every step.

case "strait" {
  title   = "The premier and the strait"
  subject = premier      # whose mind the readings are about
  as_of   = "2024-06-30" # nothing published later may be used
  from    = "2022-01-01" # the record is replayed from here
  until   = "2025-12-31"
  step    = "month"
}

# Actors, and what each can do. An option is a course that is either on or off.
# Together the options make the states; here 2 × 2 × 2 × 2 × 2 = 32 of them.

actor "premier" {
  title = "The premier"
  pace  = 0.25 # in a run, he weighs his moves in one month of four
  option "close" {
    title   = "Close the strait to foreign tankers"
    posture = "hard" # read only by the rival "the middle option"
  }
  option "talk" {
    title   = "Send an envoy"
    posture = "soft"
  }
}

actor "neighbour" {
  title = "The neighbour"
  option "embargo" {
    title = "Embargo on the premier's trade"
    on    = true # in force on the first day
  }
  option "convoy" { title = "Escort tankers through the strait" }
}

actor "dockers" {
  title = "The dockers"
  option "strike" { title = "Strike in the ports" }
}

# States that cannot be.

impossible "no convoy while talks bear fruit" {
  when = neighbour.convoy && premier.talk && !neighbour.embargo
}

# What the others want, in every reading: most important first.

mind "neighbour" {
  want "open strait" {
    that = !premier.close
    cite "gazette_2022" { says = "The neighbour's ministry calls free passage its first interest" }
  }
  want "keep the lever" {
    that = neighbour.embargo
    cite "gazette_2022" { says = "It calls the embargo the one lever it has" }
  }
  want "no escort costs" {
    that = !neighbour.convoy
    cite "gazette_2022" { says = "Escorts are called a last resort for their cost" }
  }
}

mind "dockers" {
  want "trade" {
    that = !neighbour.embargo || premier.talk
    cite "gazette_2022" { says = "The union asks for trade, or at least for talks about it" }
  }
  want "wages" {
    that = !dockers.strike
    cite "gazette_2022" { says = "A strike costs the dockers their wages" }
  }
}

# A number that moves in time; its values up to now stand in observations.csv. In a
# run, `next` is what it will be a month later: here a fifth of the way to 60 under
# the embargo and to 100 without it, give or take 3. It never leaves its bounds.

measure "trade" {
  title = "Trade through the ports"
  unit  = "% of 2021"
  low   = 0
  high  = 150
  start = 100
  next  = trade + 0.2 * ((neighbour.embargo ? 60 : 100) - trade)
  noise = normal(0, 3)
  cite "gazette_2022" { says = "The port office publishes the figure every quarter" }
}

# Something that happens by chance: once in two years on average, a storm.

shock "a storm closes the ports" {
  rate = 0.5
  per  = "year"
  effect "trade" { to = trade * 0.8 }
  cite "gazette_2022" { says = "Storms closed the ports twice in four years" }
}

# A what-if, to be compared with the run as it stands: the embargo is lifted,
# whatever the neighbour would choose.

scenario "no embargo" {
  says = "The neighbour lifts the embargo and leaves it lifted."
  hold = "-neighbour.embargo"
}

# Something that will be settled by a date, and who settles it.

question "talks-by-2025" {
  ask        = "Will the premier send an envoy to the neighbour?"
  opens      = "2024-07-01"
  closes     = "2025-06-30T23:59:00Z"
  yes_if     = "either government says that an envoy of the premier has met the neighbour's government"
  no_if      = "no such statement by closing time"
  void_if    = "one of the two governments no longer exists"
  decided_by = ["statement of either government", "two newspapers of record"]
  when       = ever(premier.talk)
  reference "Years from 2021 to 2023 in which an envoy was sent" { # the dull answer to hold the model against
    hits = 2
    of   = 3
    cite "wire_2024" { says = "Envoys in 2022 and 2023, none in 2021" }
  }
}
