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

    # "They tire first", as he sees it; what he recalls makes it likelier.
    believes "league" {
      cite "gazette_2023" { says = "He expects the league to put trade first" }
      kind "merchants" {
        odds = 0.6
        want "trade" {
          that = !league.embargo
          cite "gazette_2023" { says = "He says that their ports cannot bear it for long" }
        }
      }
      kind "judges" {
        odds = 0.4
        want "inspection" {
          that = governor.yield || league.embargo
          cite "gazette_2023" { says = "He allows that some of them mean it" }
        }
      }
    }
    episode "the embargo of 2015" {
      date = "2015-04-01"
      cite "gazette_2023" { says = "It drove up prices on the lagoon" }
      feature "squeeze" { was = 0.3 }
      lesson "league" {
        kind     = "merchants"
        strength = 1
        cite "gazette_2023" { says = "The embargo of 2015 was lifted for nothing, he recalls" }
      }
    }
  }

  # A mind of his own for the one who follows.
  mind "governor" {
    change = "the deputy follows"
    when   = holder == 1
    want "an end to the embargo" {
      that = governor.yield || !league.embargo
      cite "gazette_2023" { says = "The deputy is said to want the ports open" }
    }
    want "no inspectors without need" {
      that = !governor.yield
      cite "gazette_2023" { says = "He would rather have no inspectors" }
    }
  }
}
