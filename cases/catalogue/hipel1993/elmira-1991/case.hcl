# The groundwater dispute of Elmira, Ontario. In late 1989 the provincial
# ministry of the environment found the town's aquifer contaminated and ordered
# the local chemical plant to clean it up; the plant appealed; the local
# governments took sides. Actors, options, impossible states and rankings follow
# the graph model of Hipel, Fang, Kilgour and Haight, re-typed from the example
# file of GMCR+; titles and paraphrases are ours.
#
# The papers merge the four states in which the plant is abandoned into one, so
# they number nine states where this case has twelve:
#   1 NYNNN  2 YYNNN  3 NNYNN  4 YNYNN  5 NYNNY  6 YYNNY  7 NNYNY  8 YNYNY
#   9 NNNYN, YNNYN, NNNYY and YNNYY together
# In that numbering Nash and SEQ give 5, 8, 9 and GMR and SMR give 1, 4, 5, 8, 9.
# From 5 neither the ministry nor Uniroyal gains by moving alone, but both gain
# by moving together to 8: the agreement of 7 October 1991. The file ranks
# Uniroyal's least liked states 2, 3, 7, 6; some accounts give 3, 7, 2, 6. The
# equilibria are the same.
case "elmira-1991" {
  title   = "Groundwater in Elmira, 1989–1991"
  subject = uniroyal
  as_of   = "1996-12-31"
  from    = "1989-12-01"
  until   = "1996-12-31"
  step    = "month"
}

actor "ministry" {
  title = "Ontario Ministry of the Environment"
  option "modify" {
    title      = "Modify the control order to make it more acceptable"
    reversible = false
  }
}

actor "uniroyal" {
  title = "Uniroyal Chemical"
  option "delay" {
    title     = "Lengthen the appeal"
    on        = true
    resumable = false
  }
  option "accept" {
    title   = "Accept responsibility and the control order"
    posture = "soft"
  }
  option "abandon" {
    title      = "Abandon the Elmira operation"
    reversible = false
    posture    = "hard"
  }
}

actor "local_government" {
  title = "Regional Municipality of Waterloo and Township of Woolwich"
  option "insist" { title = "Insist that the original order is applied" }
}

impossible "two answers to the order" {
  when = (uniroyal.delay && uniroyal.accept) || (uniroyal.delay && uniroyal.abandon) || (uniroyal.accept && uniroyal.abandon)
}
impossible "no answer to the order" {
  when = !uniroyal.delay && !uniroyal.accept && !uniroyal.abandon
}

mind "ministry" {
  order = [
    ["NNYNY"], ["NNYNN"], ["YNYNN"], ["YNYNY"], ["NYNNY"], ["NYNNN"], ["YYNNN"], ["YYNNY"],
    ["NNNYN", "YNNYN", "NNNYY", "YNNYY"],
  ]
  cite "hipel1993" { says = "The ministry wants the order accepted, unmodified if possible, and the plant kept open" }
}

mind "uniroyal" {
  order = [
    ["NYNNN"], ["YNYNN"], ["YNYNY"], ["NYNNY"], ["NNNYN", "YNNYN", "NNNYY", "YNNYY"],
    ["YYNNN"], ["NNYNN"], ["NNYNY"], ["YYNNY"],
  ]
  cite "hipel1993" { says = "Uniroyal wants the order modified or delayed, and would rather close than accept it unmodified" }
}

mind "local_government" {
  order = [
    ["NNYNY"], ["NNYNN"], ["NYNNY"], ["NYNNN"], ["YNYNY"], ["YYNNY"], ["YNYNN"], ["YYNNN"],
    ["NNNYN", "YNNYN", "NNNYY", "YNNYY"],
  ]
  cite "hipel1993" { says = "The local governments want the original order accepted and jobs kept" }
}

question "order-accepted" {
  ask        = "Will Uniroyal accept the clean-up order for Elmira by the end of 1991?"
  opens      = "1989-12-01"
  closes     = "1991-12-31T23:59:00-05:00"
  yes_if     = "Uniroyal signs an agreement with the ministry in which it accepts the order, as issued or as modified"
  no_if      = "no such agreement is signed by closing time"
  void_if    = "the ministry withdraws the order"
  decided_by = ["announcement by the Ontario Ministry of the Environment", "minutes of the Environmental Appeal Board"]
  when       = ever(uniroyal.accept)
}
