reading "guardian" {
  title  = "He wants the strait"
  says   = "Command of the strait is what he will not give up; the embargo is a price he accepts."
  source = review_2022

  mind "premier" {
    concept   = "SEQ"
    caution   = 1
    precision = 6
    cite "review_2022" { says = "He is said to plan for the worst answer" }

    want "no foreign escorts" {
      that     = !neighbour.convoy
      red_line = true # its breach is strongly worse
      cite "review_2022" { says = "Foreign warships in the strait are called unacceptable" }
    }
    want "hold the strait" {
      that = premier.close
      cite "review_2022" { says = "Control of passage is called the country's birthright" }
    }
    want "no envoy" {
      that = !premier.talk
      cite "review_2022" { says = "He holds that to ask is to be weak" }
    }

    # What he thinks the other wants, where it may not be what the other wants.
    believes "neighbour" {
      cite "review_2022" { says = "He is unsure how far the neighbour would go" }
      kind "merchant" {
        odds = 0.4
        want "save money" {
          that = !neighbour.convoy
          cite "review_2022" { says = "He reads the neighbour as thrifty" }
        }
      }
      kind "admiral" {
        odds = 0.6
        want "free passage" {
          that = !premier.close || neighbour.convoy
          cite "review_2022" { says = "He also reckons with the neighbour's navy" }
        }
      }
    }
  }
}
