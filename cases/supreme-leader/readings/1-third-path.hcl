# Read from Mehdi Khalaji, The Washington Institute, 23 October 2020.
# The order of wants is the order of the priorities the text lists, with the two courses it calls closed drawn as red lines.

reading "third-path" {
  title  = "Neither war nor peace"
  says   = "A realist who guards the system first: war with America would end it and peace would change it, so he keeps up the enmity, keeps a measured channel open and looks for relief on oil and banks."
  source = khalaji_2020
  dated  = "2020-10-23"

  mind "khamenei" {
    concept  = "SEQ"
    caution  = 1
    stubborn = 0.3
    cite "khalaji_2020" {
      chars = [6534, 6645]
      sum   = "b6bd7a3e"
      says  = "A revolutionary by conviction, he sees most large matters soberly and weighs what others would really do"
    }
    cite "khalaji_2020" {
      chars = [5223, 5410]
      sum   = "b101493e"
      says  = "What Washington goes on to do settles for him what it is after: he learns, though slowly"
    }

    want "the order is fought for" {
      that     = !street.rise || khamenei.force
      title    = "No rising goes unanswered"
      red_line = true
      cite "khalaji_2020" {
        chars = [1139, 1273]
        sum   = "e8b789b8"
        says  = "First of all the system must last and be able to fight those who oppose it, inside and outside"
      }
      cite "khalaji_2020" {
        chars = [4719, 4824]
        sum   = "f51d6672"
        says  = "Being overthrown softly, from within, worries him far more than being bombed"
      }
    }
    want "no fight with America" {
      that     = !khamenei.fight_us
      title    = "No open fight with US forces"
      red_line = true
      cite "khalaji_2020" {
        chars = [2704, 2787]
        sum   = "e6fbdc57"
        says  = "Open war with Washington would be the end of the system, a price that cannot be paid"
      }
    }
    want "no American attack" {
      that     = !washington.bomb
      title    = "America does not strike Iran"
      red_line = true
      cite "khalaji_2020" {
        chars = [6130, 6532]
        sum   = "8a93f1e8"
        says  = "The war he wants to avoid means campaigns by US forces, and also killings, sabotage and sanctions"
      }
    }
    want "no normal ties" {
      that     = khamenei.defy
      title    = "Anti-Americanism is kept up"
      red_line = true
      cite "khalaji_2020" {
        chars = [2789, 2946]
        sum   = "353f7ee7"
        says  = "Ordinary relations would change what the system is, and that he will not accept"
      }
      cite "khalaji_2020" {
        chars = [8427, 8612]
        sum   = "bb421787"
        says  = "Enmity with America is a tool of his own power, which is why those who tried to soften it failed"
      }
    }
    want "no reform from within" {
      that  = !khamenei.ease
      title = "No way is given at home"
      cite "khalaji_2020" {
        chars = [1278, 1557]
        sum   = "7a7654a2"
        says  = "The system must resist deep reform from inside and any turn away from its path, down to the rule of dress"
      }
    }
    want "the front against Israel" {
      that  = khamenei.proxies
      title = "Allied forces keep up the fight"
      cite "khalaji_2020" {
        chars = [1650, 2031]
        sum   = "1e3768ff"
        says  = "Hostility to Israel follows from hostility to America and belongs to the path"
      }
      cite "khalaji_2020" {
        chars = [7928, 8012]
        sum   = "7534deb5"
        says  = "He puts effort into a region without American influence"
      }
    }
    want "a measured channel" {
      that  = khamenei.talk
      title = "Indirect dealing with Washington"
      cite "khalaji_2020" {
        chars = [2323, 2519]
        sum   = "9972cc54"
        says  = "A safe and closely measured tie to America is how he means to keep both the system and its spirit"
      }
    }
    want "relief on oil and banks" {
      that  = !washington.sanction
      title = "Sanctions on oil and banks are lifted"
      cite "khalaji_2020" {
        chars = [6866, 7181]
        sum   = "6618c5e1"
        says  = "He aims at relief in two sectors, oil and banking; income from oil counts most"
      }
    }
    want "a bargain at the table" {
      that  = !khamenei.talk || khamenei.limits
      title = "Once talking, a bargain on the files he allows"
      cite "khalaji_2020" {
        chars = [4890, 5093]
        sum   = "f775594d"
        says  = "He would have talks deal with the nuclear, missile and regional files and with nothing else"
      }
      cite "khalaji_2020" {
        chars = [6647, 6850]
        sum   = "88551704"
        says  = "He knows that not every sanction will go soon without large setbacks"
      }
    }
    want "no return of UN bans" {
      that  = !europe.snapback
      title = "UN sanctions stay away"
      cite "khalaji_2020" {
        chars = [6978, 7139]
        sum   = "022932ce"
        says  = "He would also be glad to see the ban on arms transfers end"
      }
    }

    believes "washington" {
      kind "wants the system gone" {
        odds = 0.8
        want "use an opening for war" {
          that  = washington.bomb ? (khamenei.fight_us || khamenei.strike) : !(khamenei.fight_us || khamenei.strike)
          title = "Strike when given cause, not otherwise"
          cite "khalaji_2020" {
            chars = [3899, 4125]
            sum   = "2fb3f4fb"
            says  = "He is sure that the pressure has one aim, to change what the system is"
          }
          cite "khalaji_2020" {
            chars = [7639, 7860]
            sum   = "5bb5dbd9"
            says  = "As yet Washington takes a threat to Israel for a threat to itself"
          }
        }
        want "keep the pressure" {
          that  = washington.sanction
          title = "Sanctions stay whatever he gives"
          cite "khalaji_2020" {
            chars = [3006, 3129]
            sum   = "bd66ae25"
            says  = "Assurances that nobody wants the system gone have never been believed in Tehran"
          }
        }
      }
      kind "can be dealt with" {
        odds = 0.2
        want "answer an attack on its forces" {
          that = !khamenei.fight_us || washington.bomb
          cite "khalaji_2020" {
            chars = [7186, 7479]
            sum   = "0461af20"
            says  = "Threats to US soldiers are what he could trade for America staying out of the fight"
          }
        }
        want "no war of choice" {
          that = khamenei.fight_us || !washington.bomb
          cite "khalaji_2020" {
            chars = [5933, 6125]
            sum   = "0bfb4b50"
            says  = "Washington might set its talk of rights aside and build trust for larger aims"
          }
        }
        want "relief against limits" {
          that = khamenei.limits ? !washington.sanction : washington.sanction
          cite "khalaji_2020" {
            chars = [760, 900]
            sum   = "893c1591"
            says  = "The next president may be his last chance to settle the quarrel to advantage"
          }
        }
      }
      cite "khalaji_2020" {
        chars = [3131, 3784]
        sum   = "ded2036e"
        says  = "The suspicion rests on decades of support for rights groups and opponents, on sanctions and on broadcasts"
      }
    }

    believes "street" {
      kind "drawn by an opening" {
        odds = 0.7
        want "press on when he opens" {
          that  = street.rise || khamenei.defy && !khamenei.ease
          title = "Rise when the enmity is dropped or way is given"
          cite "khalaji_2020" {
            chars = [4127, 4283]
            sum   = "2b101cd2"
            says  = "American culture eats away at the revolutionary mind, he fears, and Washington helps it along"
          }
        }
        want "no rising without one" {
          that = !street.rise
          cite "khalaji_2020" {
            chars = [4719, 4824]
            sum   = "f51d6672"
            says  = "The overthrow he expects is soft and comes with a thaw"
          }
        }
      }
      kind "stays at home" {
        odds = 0.3
        want "no rising" {
          that = !street.rise
          cite "khalaji_2020" {
            chars = [9145, 9201]
            sum   = "011dc5ee"
            says  = "Society has no parties and few bodies of its own with which to move"
          }
        }
      }
    }
  }
  # After him: the text doubts that others could change course, at least soon.
  # With the odds that are left, a successor keeps the line and this mind stays. The wants are our assumption in all three readings.

  mind "khamenei" {
    change  = "a successor who bargains"
    when    = in_office < 1
    odds    = 0.2
    concept = "SEQ"
    caution = 0.5
    cite "khalaji_2020" {
      chars = [8816, 9016]
      sum   = "dc7cca01"
      says  = "If he finds no new footing with America, those after him will hardly do so soon"
    }

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
