# One file per reading: one analyst's theory of the premier, every want with the
# sentence it rests on, in our own words.

reading "builder" {
  title  = "He wants the trade back"
  says   = "Prosperity comes first. He closes the strait only to be paid for opening it."
  source = ledger_2022 # only choices after its date test the reading

  mind "premier" {
    concept   = "SEQ" # expects others to do what they gain by
    caution   = 0.5   # 0 looks at the aim only, 1 at the worst answer only
    precision = 6     # 0 a coin flip, infinity always his best
    cite "ledger_2022" { says = "He is described as careful, but willing to try things" }

    want "end the embargo" {
      that = !neighbour.embargo
      cite "ledger_2022" { says = "Every speech returns to the lost trade" }
    }
    want "quiet ports" {
      that = !dockers.strike
      cite "ledger_2022" { says = "He fears the ports more than the neighbour" }
    }
    want "be seen to talk" {
      that = premier.talk
      cite "ledger_2022" { says = "He offered an envoy twice in his first year" }
    }
  }
}
