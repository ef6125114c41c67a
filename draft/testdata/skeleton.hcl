# Drafted from 1 documents. Give the actors the options that matter, then complete the proposals.

case "putin" {
  title   = "Vladimir Putin"
  subject = putin
}

actor "putin" {
  title = "Vladimir Putin"
  # option "…" { title = "…" }
}

actor "ukraine" {
  title = "Ukraine"
  # option "…" { title = "…" }
}

actor "russia" {
  title = "Russia"
  # option "…" { title = "…" }
}
