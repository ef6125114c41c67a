# The Cuban missile crisis as Fraser and Hipel modelled it: two actors, two
# options each, and ordered preference statements. Options, impossible states
# and statements are re-typed from the example file of GMCR+, which follows the
# book; titles and paraphrases are ours. The published equilibria are in
# expected.txt and are reproduced by a test.
#
# The shared minds below are the book's, written with hindsight; the readings
# are theories of Moscow, one of them from the first day of the crisis.
case "cuba-1962" {
  title   = "The Cuban missile crisis, October 1962"
  subject = ussr
  as_of   = "1998-12-31"
  from    = "1962-10-16"
  until   = "1998-12-31"
  step    = "day"
}

actor "us" {
  title = "United States"
  option "air_strike" {
    title      = "Destroy the missile sites from the air"
    reversible = false
    posture    = "hard"
  }
  option "blockade" {
    title = "Blockade Cuba, called a quarantine"
  }
}

actor "ussr" {
  title = "Soviet Union"
  option "withdraw" {
    title   = "Withdraw the missiles"
    posture = "soft"
  }
  option "escalate" {
    title   = "Escalate, at sea or elsewhere"
    posture = "hard"
  }
}

impossible "withdrawing and escalating at once" { when = ussr.withdraw && ussr.escalate }

mind "us" {
  want "the missiles leave" {
    that = ussr.withdraw
    cite "fraserhipel1984" { says = "What Washington wants most is that the missiles are taken out" }
  }
  want "no escalation" {
    that = !ussr.escalate
    cite "fraserhipel1984" { says = "Then, that Moscow does not escalate" }
  }
  want "withdrawal without a strike" {
    that = !us.air_strike && ussr.withdraw
    cite "fraserhipel1984" { says = "If the missiles go, better without an air strike" }
  }
  want "withdrawal without a blockade" {
    that = !us.blockade && ussr.withdraw
    cite "fraserhipel1984" { says = "If the missiles go, better without a blockade" }
  }
  want "a strike in answer to escalation" {
    that = us.air_strike && ussr.escalate
    cite "fraserhipel1984" { says = "If Moscow escalates, better to have struck" }
  }
  want "a blockade in answer to escalation" {
    that = us.blockade && ussr.escalate
    cite "fraserhipel1984" { says = "If Moscow escalates, better to have blockaded" }
  }
  want "some action while the missiles stay" {
    that = (us.air_strike && !ussr.withdraw) || (us.blockade && !ussr.escalate) || (us.air_strike && !ussr.escalate) || (us.blockade && !ussr.withdraw)
    cite "fraserhipel1984" { says = "Doing something is better than accepting the missiles" }
  }
  want "if nothing changes, no strike" {
    that = !us.air_strike && !ussr.withdraw && !ussr.escalate
    cite "fraserhipel1984" { says = "Of the two ways to act, the strike is the one to avoid" }
  }
  want "if nothing changes, no blockade" {
    that = !us.blockade && !ussr.withdraw && !ussr.escalate
    cite "fraserhipel1984" { says = "Last, the blockade too is better avoided" }
  }
}

mind "ussr" {
  want "no escalation" {
    that = !ussr.escalate
    cite "fraserhipel1984" { says = "What Moscow wants most is not to escalate" }
  }
  want "escalate only after a strike" {
    that = us.air_strike || !ussr.escalate
    cite "fraserhipel1984" { says = "If it must escalate, then only in answer to an air strike" }
  }
  want "escalate only under a blockade" {
    that = us.blockade || !ussr.escalate
    cite "fraserhipel1984" { says = "Or in answer to a blockade" }
  }
  want "no strike" {
    that = !us.air_strike && !ussr.escalate
    cite "fraserhipel1984" { says = "Then that there is no air strike" }
  }
  want "no blockade" {
    that = !us.blockade && !ussr.escalate
    cite "fraserhipel1984" { says = "Then that there is no blockade" }
  }
  want "give way under pressure only" {
    that = (us.blockade && ussr.withdraw) || (!us.blockade && !ussr.withdraw) || (us.air_strike && ussr.withdraw)
    cite "fraserhipel1984" { says = "Withdraw when blockaded or struck, stay when left alone" }
  }
  want "sit out a blockade" {
    that = us.blockade && !ussr.withdraw && !ussr.escalate
    cite "fraserhipel1984" { says = "A lesser statement that breaks ties" }
  }
  want "withdraw after a strike alone" {
    that = us.air_strike && !us.blockade && ussr.withdraw && !ussr.escalate
    cite "fraserhipel1984" { says = "A lesser statement that breaks ties" }
  }
}

question "missiles-out-by-year-end" {
  ask        = "Will the Soviet Union announce by the end of 1962 that it withdraws the missiles from Cuba?"
  opens      = "1962-10-22"
  closes     = "1962-12-31T23:59:00Z"
  yes_if     = "The Soviet government states publicly that the missiles in Cuba are being dismantled and returned"
  no_if      = "no such statement by closing time"
  void_if    = "the United States has destroyed the missiles before any statement"
  decided_by = ["text of a Soviet government message as broadcast by Radio Moscow or printed by TASS"]
  when       = ever(ussr.withdraw)
}
