# Written after the agreement: it can explain the choices, not predict them.
reading "graph-model" {
  title  = "Delay, unless the order is softened"
  says   = "Uniroyal likes delay best while the local governments keep out of it. Once they insist, a modified order is better for it than further delay; an unmodified one is worse than closing the plant."
  source = hipel1993
  dated  = "1993-10-20"

  mind "uniroyal" {
    concept = "SEQ"
    order = [
      ["NYNNN"], ["YNYNN"], ["YNYNY"], ["NYNNY"], ["NNNYN", "YNNYN", "NNNYY", "YNNYY"],
      ["YYNNN"], ["NNYNN"], ["NNYNY"], ["YYNNY"],
    ]
    cite "hipel1993" { says = "The ranking of the states for Uniroyal" }
  }
}
