# Read from Mardo Soghom, Middle East Forum, about 20 to 27 January 2026.
# The text gives a creed that ranks above safety; wants follow it from the creed to the means of staying in power.

reading "gambler" {
  title  = "The gambler"
  says   = "An ideologue at the end of his life who stakes everything on defying America and fighting Israel, waves the risks away, gives nothing in a bargain and holds the country by force."
  source = mef_2026
  dated  = "2026-01-27"

  mind "khamenei" {
    concept  = "Nash"
    caution  = 0
    stubborn = 0.9
    cite "mef_2026" {
      chars = [679, 819]
      sum   = "8d8b4fe2"
      says  = "His own people counted on blows in return; he set that aside and went ahead"
    }
    cite "mef_2026" {
      chars = [2082, 2177]
      sum   = "6b8b379d"
      says  = "Experts and ordinary people alike take him for a man who does not bend"
    }

    want "defy America" {
      that     = khamenei.defy
      title    = "Open enmity with America"
      red_line = true
      cite "mef_2026" {
        chars = [1799, 1911]
        sum   = "c0bc7e70"
        says  = "Near the end of his life he stakes all he has on standing against America"
      }
      cite "mef_2026" {
        chars = [1062, 1198]
        sum   = "4f9471fd"
        says  = "His newest wager is an open challenge to the American president"
      }
      cite "mef_2026" {
        chars = [2520, 2695]
        sum   = "2f34b5c0"
        says  = "Resentment of the West and enmity to Jews together are what he lives for"
      }
    }
    want "no compromise" {
      that     = !khamenei.limits
      title    = "No limits that America asks for"
      red_line = true
      cite "mef_2026" {
        chars = [4211, 4340]
        sum   = "489fde1f"
        says  = "There will be no settlement with America in his lifetime"
      }
      cite "mef_2026" {
        chars = [911, 1059]
        sum   = "ede5062a"
        says  = "He gave nothing on the nuclear file even to a milder government in Washington"
      }
    }
    want "fight Israel" {
      that  = khamenei.proxies || khamenei.strike
      title = "Israel is fought, by allies or openly"
      cite "mef_2026" {
        chars = [584, 677]
        sum   = "44e949c8"
        says  = "He took the larger risk of standing behind the attack of Hamas"
      }
      cite "mef_2026" {
        chars = [821, 909]
        sum   = "64f8cad4"
        says  = "Then he went further and urged the Houthi movement into the fight"
      }
    }
    want "crush every rising" {
      that  = !street.rise || khamenei.force
      title = "No rising goes unanswered"
      cite "mef_2026" {
        chars = [372, 581]
        sum   = "7f7b162f"
        says  = "He outlived four waves of protest by crushing them and paid no price abroad"
      }
    }
    want "rule by force alone" {
      that  = !khamenei.ease
      title = "No way is given at home"
      cite "mef_2026" {
        chars = [4646, 4678]
        sum   = "66342c1f"
        says  = "He and those around him last by nothing but force"
      }
      cite "mef_2026" {
        chars = [4680, 4841]
        sum   = "b9c10731"
        says  = "A creed that makes repression holy leaves no room to give way"
      }
    }

    believes "washington" {
      kind "lets it pass" {
        odds = 0.8
        want "no war" {
          that = !washington.bomb
          cite "mef_2026" {
            chars = [525, 581]
            sum   = "4c7b5286"
            says  = "So far nothing that he did has brought a heavy answer"
          }
          cite "mef_2026" {
            chars = [1691, 1796]
            sum   = "b3297391"
            says  = "The strike that many hoped for was called off"
          }
        }
      }
      kind "hits back" {
        odds = 0.2
        want "punish" {
          that = washington.bomb || !khamenei.force && !khamenei.proxies && !khamenei.strike
          cite "mef_2026" {
            chars = [679, 775]
            sum   = "511d3d78"
            says  = "Those around him did reckon with a blow in return"
          }
        }
      }
    }

    believes "israel" {
      kind "lets it pass" {
        odds = 0.8
        want "no war" {
          that = !israel.attack
          cite "mef_2026" {
            chars = [679, 819]
            sum   = "8d8b4fe2"
            says  = "Warned by his own people of blows at Iran and its allies, he made little of them"
          }
        }
      }
      kind "hits back" {
        odds = 0.2
        want "punish" {
          that = israel.attack || !khamenei.proxies && !khamenei.strike
          cite "mef_2026" {
            chars = [679, 775]
            sum   = "511d3d78"
            says  = "Those around him did reckon with blows in return"
          }
        }
      }
    }
  }
  # After him: the text asks whether others would bend more and leaves it open, so even odds.
  # With the odds that are left, a successor keeps the line and this mind stays. The wants are our assumption in all three readings.

  mind "khamenei" {
    change  = "a successor who bargains"
    when    = in_office < 1
    odds    = 0.5
    concept = "SEQ"
    caution = 0.5
    cite "mef_2026" {
      chars = [4342, 4448]
      sum   = "a4c05f04"
      says  = "Whether other strong men of the system would bend more is the question it ends on"
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
