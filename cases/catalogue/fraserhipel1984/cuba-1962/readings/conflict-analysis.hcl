# The book's Moscow, as a reading. Written two decades later, it can explain the
# choices of 1962 but not predict them: a trial shows it as retrodiction only.
reading "conflict-analysis" {
  title  = "Give way under pressure, escalate only if struck"
  says   = "Moscow prefers not to escalate at all, would answer an air strike, and gives way to a blockade rather than fight over it."
  source = fraserhipel1984
  dated  = "1984-12-31"

  mind "ussr" {
    concept = "SEQ"
    cite "fraserhipel1984" { says = "The crisis is analysed with credible sanctions" }
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
}
