# The Euphrates crisis of 1975. Syria filled the lake behind the Tabqa dam and
# the flow into Iraq fell; Iraq threatened to bomb the dam. The options and the
# ordered statements follow the example that accompanies the decision support
# system GMCR+ of Kinsara and others, re-typed; the words are ours. Its manual
# counts 420 orders of Syria's that make the second state a sequential
# equilibrium; counting all 720 gives 384, because of several improvements of
# one state the program asks only the last.
case "syria-iraq-1975" {
  title   = "Syria and Iraq, 1975"
  subject = syria
  as_of   = "2015-12-31"
  from    = "1975-01-01"
  until   = "2015-12-31"
  step    = "month"
}

actor "syria" {
  title = "Syria"
  option "release" { title = "Release more water" }
  option "escalate" { title = "Escalate" }
}

actor "iraq" {
  title = "Iraq"
  option "attack" { title = "Attack the dam" }
}

impossible "Syria gives way and escalates" { when = syria.release && syria.escalate }

mind "syria" {
  want "all stays as it is" {
    that = !syria.release && !syria.escalate && !iraq.attack
    cite "kinsara2015" { says = "First of the ordered statements for Syria" }
  }
  want "to escalate" {
    that = syria.escalate
    cite "kinsara2015" { says = "Second statement" }
  }
  want "no attack" {
    that = !iraq.attack
    cite "kinsara2015" { says = "Third statement" }
  }
  want "to keep the water" {
    that = !syria.release
    cite "kinsara2015" { says = "Fourth statement" }
  }
}

mind "iraq" {
  want "water without a fight" {
    that = syria.release && !syria.escalate && !iraq.attack
    cite "kinsara2015" { says = "First of the ordered statements for Iraq" }
  }
  want "an answer to refusal" {
    that = !syria.release && !syria.escalate && iraq.attack
    cite "kinsara2015" { says = "Second statement" }
  }
  want "an answer to escalation" {
    that = !syria.release && syria.escalate && iraq.attack
    cite "kinsara2015" { says = "Third statement" }
  }
  want "all stays as it is" {
    that = !syria.release && !syria.escalate && !iraq.attack
    cite "kinsara2015" { says = "Fourth statement" }
  }
  want "attack although the water flows" {
    that = syria.release && !syria.escalate && iraq.attack
    cite "kinsara2015" { says = "Fifth statement" }
  }
}
