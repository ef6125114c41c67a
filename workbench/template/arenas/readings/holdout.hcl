reading "holdout" {
  title  = "He thinks they tire first"
  says   = "He holds out because he expects the embargo to end before his money does."
  source = gazette_2023

  mind "governor" {
    concept   = "SEQ"
    caution   = 0.7
    precision = 4
    cite "gazette_2023" { says = "He is said to weigh every answer" }

    want "no orders to a guard that could turn" {
      that = !governor.crackdown || risk < 0.4
      cite "gazette_2023" { says = "What he fears most is his own guard" }
    }
    want "yield to the resolute" {
      that = governor.yield || their_resolve < 1 - will
      cite "gazette_2023" { says = "Against those who do not tire he would not hold out" }
    }
    want "go with the council" {
      that = governor.yield || course < 60
      cite "gazette_2023" { says = "He has never overruled a united council" }
    }
    want "no inspectors" {
      that = !governor.yield
      cite "gazette_2023" { says = "He calls inspection an insult" }
    }
    want "quiet streets" {
      that = governor.crackdown || turnout < 0.1
      cite "gazette_2023" { says = "He answers crowds with the guard" }
    }
  }
}
