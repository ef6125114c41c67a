reading "third" {
  title  = "The third path"
  says   = "He wants neither war nor peace."
  source = analysis_2020
  prior  = 0.6

  mind "leader" {
    concept  = "GMR"
    caution  = 0.9
    stubborn = 0.3
    want "no war" {
      that     = !washington.bomb
      title    = "No war"
      red_line = true
      cite "analysis_2020" {
        chars       = [10, 20]
        sum         = "9f86d081"
        page        = 12
        credibility = 2
        says        = "War would end the regime"
      }
    }
    want "oil money" { that = !washington.sanction || oil > 1 + 1 }
    want "both or none" { that = leader.enrich == washington.sanction ? leader.enrich : !leader.talk }
    believes "washington" {
      kind "regime changer" {
        odds    = 2 / 3
        concept = "Nash"
        want "topple" { that = washington.sanction }
      }
      kind "dealer" {
        odds  = 0.333
        order = [["NYNN"], ["NYYN", "YYYN"], "YYNN"]
      }
    }
  }
}

reading "second" {
  dated = "2021-01-01"
  mind "leader" {
    want "talk" { that = leader.talk }
    believes "washington" {
      want "peace" { that = !washington.bomb }
      cite "press" { says = "He said so" }
    }
  }
}
