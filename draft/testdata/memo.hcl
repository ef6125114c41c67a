# Proposed from memo.txt (SHA-256 b91c2bd056a7efc4).

# Nothing here is part of the case yet. Give each want its statement (that = …) and each
# kind its odds and wants, delete what you do not hold with, then run: reckon adopt CASE writer-2023
# What is not filled in stays here.

reading "writer-2023" {
  title  = "The marshal and the river"
  source = "writer_2023"
  dated  = "2023-03-02"
  mind "marshal" {
    # priority P1, rule numbers in the text.
    want "survival of his army" {
      cite "writer_2023" {
        chars = [90, 114]
        sum   = "4b52bf23"
        says  = "the survival of his army"
      }
    }

    # priority P1, rule numbers in the text.
    want "loyalty of the river towns" {
      cite "writer_2023" {
        chars = [124, 154]
        sum   = "c21da1bf"
        says  = "the loyalty of the river towns"
      }
    }

    # priority P2, rule to care more.
    # He is said to fear it: the statement to give is that it does not come about.
    want "against blockade" {
      cite "writer_2023" {
        chars = [165, 175]
        sum   = "0409011c"
        says  = "a blockade"
      }
    }

    # priority P2, rule to care more.
    # He is said to fear it: the statement to give is that it does not come about.
    want "against invasion" {
      cite "writer_2023" {
        chars = [186, 197]
        sum   = "84c8900c"
        says  = "an invasion"
      }
    }

    # claim C2, cue “does not want”.
    # He is said not to want it: the statement to give is that it does not come about.
    # Options with the same words: marshal.envoy, league.toll.
    want "marshal does not want a war" {
      cite "writer_2023" {
        chars = [199, 246]
        sum   = "a581d369"
        says  = "The marshal does not want a war with the league"
      }
    }

    # claim C3, cue “wants”.
    # Options with the same words: league.toll.
    want "reopen the grain market" {
      cite "writer_2023" {
        chars = [258, 284]
        sum   = "1aee5f95"
        says  = "to reopen the grain market"
      }
    }

    # red line P3, rule will not give way.
    # Options with the same words: marshal.envoy.
    want "marshal will never accept foreign inspectors" {
      red_line = true
      cite "writer_2023" {
        chars = [286, 349]
        sum   = "e6dc3418"
        says  = "The marshal will never accept foreign inspectors in the arsenal"
      }
    }

    # offer P4, rule would do it on a condition.
    # An offer: it hangs on “if the league lifted the toll”.
    # Options with the same words: marshal.envoy, league.toll.
    want "would send an envoy if the league lifted" {
      cite "writer_2023" {
        chars = [351, 403]
        sum   = "876724b1"
        says  = "He would send an envoy if the league lifted the toll"
      }
    }

    believes "league" {
      # believe C5, cue “believes”. What such an opponent wants, and how likely he holds it, is yours to say: odds = …
      # Options with the same words: league.toll.
      kind "league will close the river before winter" {
        cite "writer_2023" {
          chars = [427, 477]
          sum   = "a6761200"
          says  = "that the league will close the river before winter"
        }
      }
    }
  }
}
