# The first reading that Washington had of Moscow's next move, written on the
# evening of the President's speech. Its order of wants is ours: the memorandum
# names the aims and the expected acts, not their rank.
reading "board-of-estimates" {
  title  = "They will stand fast and avoid a clash"
  says   = "Moscow wants above all to keep the United States from striking. It will not promise to withdraw, will protest and threaten, and will put off a test of the quarantine at sea."
  source = smith1962
  dated  = "1962-10-22"

  mind "ussr" {
    concept = "SEQ"
    caution = 1.0
    cite "smith1962" {
      says = "If they judge that Washington is determined they will proceed with caution and keep a line of retreat"
    }
    want "no strike on Cuba" {
      that     = !us.air_strike
      red_line = true
      cite "smith1962" { says = "Their aim is to forestall military action by the United States" }
    }
    want "no clash at sea" {
      that = !ussr.escalate
      cite "smith1962" { says = "For the first days they will probably delay testing the quarantine and not shoot down reconnaissance planes" }
    }
    want "the missiles stay" {
      that = !ussr.withdraw
      cite "smith1962" { says = "They are not expected to promise to withdraw the missiles" }
    }
    want "the quarantine lifted" {
      that = !us.blockade
      cite "smith1962" { says = "They will denounce the quarantine and seek action in the United Nations against it" }
    }
  }
}
