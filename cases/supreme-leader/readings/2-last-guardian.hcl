# Read from the profile of the Jerusalem Center for Public Affairs, about 4 to 12 June 2025.
# The dread of revolt stands first because the text says so; the dread of an American attack is the only thing it calls his nightmare.

reading "last-guardian" {
  title  = "The last guardian"
  says   = "A man near paranoia, who takes every stirring for a plot and meets it with force, looks tough toward the West while he waits for it to tire, and wants no war with America because it could end the Republic under him."
  source = jcpa_2025
  dated  = "2025-06-12"

  mind "khamenei" {
    concept  = "GMR"
    caution  = 0.5
    stubborn = 0.7
    cite "jcpa_2025" {
      chars = [850, 934]
      sum   = "97441ba3"
      says  = "Suspicion close to paranoia: behind each thing he suspects a hidden hand"
    }
    cite "jcpa_2025" {
      chars = [4237, 4400]
      sum   = "b36700fe"
      says  = "Yet of America in the open he expects that it will rather keep out of a fight, which halves the caution"
    }
    cite "jcpa_2025" {
      chars = [4829, 4860]
      sum   = "03cb2e1b"
      says  = "What he once learned he does not unlearn"
    }

    want "revolt is met with force" {
      that     = !street.rise || khamenei.force
      title    = "No rising goes unanswered"
      red_line = true
      cite "jcpa_2025" {
        chars = [2824, 2849]
        sum   = "9b1b8c1f"
        says  = "What he is really afraid of is inside the country"
      }
      cite "jcpa_2025" {
        chars = [3067, 3224]
        sum   = "323e82d6"
        says  = "Each strike or demonstration looks to him like a matter of life and death; he answers with force, prison and economic pressure"
      }
    }
    want "no American attack" {
      that     = !washington.bomb
      title    = "America does not strike Iran"
      red_line = true
      cite "jcpa_2025" {
        chars = [5453, 5597]
        sum   = "ca1f1cd3"
        says  = "What he dreads is an attack by America that shakes the system and makes him its last leader"
      }
    }
    want "no fight with America" {
      that  = !khamenei.fight_us
      title = "No open fight with US forces"
      cite "jcpa_2025" {
        chars = [5362, 5451]
        sum   = "13229b1c"
        says  = "Hard as he looks, he is not out for an open fight with Washington"
      }
    }
    want "stop when America is in" {
      that  = !washington.bomb || !khamenei.strike
      title = "Fire ceases once America strikes"
      cite "jcpa_2025" {
        chars = [4970, 5203]
        sum   = "c4fd87d6"
        says  = "In 1988 the founder took a truce he loathed, for fear that America would come in"
      }
      cite "jcpa_2025" {
        chars = [5276, 5336]
        sum   = "debe1c2a"
        says  = "He was close by then and has not forgotten it"
      }
    }
    want "the programme is kept" {
      that  = !khamenei.limits
      title = "No limits on the nuclear programme"
      cite "jcpa_2025" {
        chars = [5715, 5835]
        sum   = "9f7256b2"
        says  = "His name is to stand for keeping the revolution, the nuclear effort and the alliance"
      }
    }
    want "the axis is kept" {
      that  = khamenei.proxies
      title = "Allied forces keep up the fight"
      cite "jcpa_2025" {
        chars = [5715, 5835]
        sum   = "9f7256b2"
        says  = "The alliance of armed groups belongs to what he means to leave behind"
      }
    }
    want "a hard face" {
      that  = khamenei.defy
      title = "Toughness is shown in the open"
      cite "jcpa_2025" {
        chars = [4454, 4512]
        sum   = "b5861514"
        says  = "Outwardly he shows himself hard and unbending"
      }
    }
    want "watch them at the table" {
      that  = khamenei.talk
      title = "The talks stay open while they tire"
      cite "jcpa_2025" {
        chars = [4536, 4580]
        sum   = "1df995d7"
        says  = "Out of sight he follows closely whether the Americans shift"
      }
      cite "jcpa_2025" {
        chars = [4582, 4827]
        sum   = "b04376e3"
        says  = "Earlier talks taught him that the other side gives way and comes back empty-handed"
      }
    }
    want "sanctions are answered" {
      that  = !washington.sanction || khamenei.enrich
      title = "Enrichment goes up against sanctions"
      cite "jcpa_2025" {
        chars = [235, 444]
        sum   = "801ace66"
        says  = "More enrichment is his answer to sanctions and is meant to bend the West"
      }
    }
    want "the economy holds" {
      that  = !washington.sanction
      title = "Sanctions are lifted"
      cite "jcpa_2025" {
        chars = [5850, 5970]
        sum   = "e3470abd"
        says  = "The fall could come from inside, he knows, by way of a failing economy"
      }
    }

    believes "washington" {
      kind "tires first" {
        odds = 0.7
        want "no war" {
          that = !washington.bomb
          cite "jcpa_2025" {
            chars = [4293, 4349]
            sum   = "4b8f8840"
            says  = "Whoever governs there will probably not want an open clash"
          }
        }
        want "an end to the pressure" {
          that = !washington.sanction
          cite "jcpa_2025" {
            chars = [4036, 4235]
            sum   = "91060ce3"
            says  = "Western demands are dropped again and again, and the pressure goes"
          }
        }
      }
      kind "plots the fall" {
        odds = 0.3
        want "the fall" {
          that = street.rise
          cite "jcpa_2025" {
            chars = [1428, 1511]
            sum   = "6cf53207"
            says  = "Rivals, dissidents, spies and young marchers may all serve one worldwide plot"
          }
        }
        want "the blow" {
          that = washington.bomb
          cite "jcpa_2025" {
            chars = [5453, 5597]
            sum   = "ca1f1cd3"
            says  = "An American blow at the right moment would finish it"
          }
        }
      }
    }

    believes "street" {
      kind "tools of a plot" {
        odds = 0.7
        want "the fall" {
          that  = street.rise || khamenei.force || guards.suppress
          title = "Rise until stopped by force"
          cite "jcpa_2025" {
            chars = [1282, 1511]
            sum   = "5242db15"
            says  = "A rival, a dissident, a spy and a marcher in Tehran are one to him: tools, it may be, of a foreign scheme to end the Republic"
          }
          cite "jcpa_2025" {
            chars = [3067, 3224]
            sum   = "323e82d6"
            says  = "Each strike or march is a matter of life and death and is met with force"
          }
        }
      }
      kind "driven by hardship" {
        odds = 0.3
        want "rise while hardship lasts" {
          that = street.rise == washington.sanction
          cite "jcpa_2025" {
            chars = [5850, 5970]
            sum   = "e3470abd"
            says  = "Yet he is aware that a failing economy could bring the system down from within"
          }
        }
      }
    }

    # What the text says that he remembers. Strengths and weights are our assumption: full recall makes a kind's odds 2.7 times as great.

    episode "the bomb of 1981" {
      date = "1981-06-27"
      feature "blow" { was = 1 }
      lesson "street" { kind = "tools of a plot" }
      lesson "washington" { kind = "plots the fall" }
      cite "jcpa_2025" {
        chars = [1027, 1281]
        sum   = "1654b5be"
        says  = "He lived through a bomb in 1981, and it fixed his distrust of all, within and without"
      }
    }

    episode "the poisoned chalice of 1988" {
      date  = "1988-07-03"
      above = 0.5
      feature "american_force" {
        was    = 1
        weight = 2
      }
      feature "war" { was = 1 }
      lesson "washington" { kind = "plots the fall" }
      cite "jcpa_2025" {
        chars = [4862, 5204]
        sum   = "38b1240c"
        says  = "An airliner was shot down, and weeks later the founder took the truce for fear that America would come in"
      }
      cite "jcpa_2025" {
        chars = [5276, 5337]
        sum   = "8327ab49"
        says  = "The lesson stays with him"
      }
    }

    episode "past talks" {
      above = 0.5
      feature "talks" { was = 1 }
      feature "pressure" { was = 1 }
      lesson "washington" { kind = "tires first" }
      cite "jcpa_2025" {
        chars = [4582, 4828]
        sum   = "9a1e4c9f"
        says  = "In earlier talks America gave way several times, which shows him that the West has no staying power"
      }
    }

    episode "the risings of 2009, 2019 and 2022" {
      date = "2009-06-13"
      feature "unrest" { was = 1 }
      lesson "street" { kind = "tools of a plot" }
      cite "jcpa_2025" {
        chars = [2851, 3066]
        sum   = "90e2a549"
        says  = "He keeps the three risings in mind, and how they were put down"
      }
    }
  }

  # After him: the text is silent on successors, so even odds.
  # With the odds that are left, a successor keeps the line and this mind stays. The wants are our assumption in all three readings.

  mind "khamenei" {
    change  = "a successor who bargains"
    when    = in_office < 1
    odds    = 0.5
    concept = "SEQ"
    caution = 0.5

    want "the order is fought for" {
      that     = !street.rise || khamenei.force
      title    = "No rising goes unanswered: our assumption"
      red_line = true
    }
    want "at the table" {
      that  = khamenei.talk
      title = "Talks: our assumption"
    }
    want "a bargain" {
      that  = khamenei.limits
      title = "Limits as the price of relief: our assumption"
    }
    want "relief" {
      that  = !washington.sanction
      title = "Sanctions are lifted: our assumption"
    }
    want "no strikes on Iran" {
      that  = !washington.bomb && !israel.attack
      title = "No strikes on Iran: our assumption"
    }
  }
}
