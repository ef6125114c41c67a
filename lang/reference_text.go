package lang

// The prose of docs/language.md; tables and examples come from the schema.

const referenceHead = `<!-- Written by package lang from its schema. To change it, change the schema and run: UPDATE=1 go test ./lang -->
# The case language

A case is a folder of plain text. You write it in any editor, and it reads like a form: blocks with settings, in the
order of their importance. There are no loops, no variables and no templates.

| file | what it holds |
|---|---|
| ` + "`" + `case.hcl` + "`" + ` | title, subject, as-of date and clock; actors and their options; what is impossible; measures, parameters, shocks; questions; scenarios. Needed |
| ` + "`" + `readings/*.hcl` + "`" + ` | one reading a file |
| other ` + "`" + `*.hcl` + "`" + ` files in the folder | any of these blocks, where one file would be too long |
| ` + "`" + `sources.bib` + "`" + ` | the sources, in BibTeX |
| ` + "`" + `record.csv` + "`" + ` | what happened, and the choices that readings are scored on |
| ` + "`" + `observations.csv` + "`" + ` | dated values of measures |
| ` + "`" + `documents/` + "`" + ` | the texts themselves, where you keep them; never needed to load a case |

` + "`" + `reckon check CASE` + "`" + ` says what is wrong, where, why it matters and how to mend it. ` + "`" + `reckon format CASE` + "`" + ` lays the files
out and keeps comments. A case with errors prints no number.
`

const referenceText = `
## How text is written

- A **block** is a word, a label in quotes, and braces: ` + "`" + `actor "leader" { … }` + "`" + `. A block with one setting may stand on one line.
- A **setting** is a name, an equals sign and a value, on a line of its own: ` + "`" + `caution = 0.5` + "`" + `.
- A **text** stands in straight double quotes. A long one may run over lines between ` + "`" + `<<EOT` + "`" + ` and ` + "`" + `EOT` + "`" + `.
- A **number** has a point before decimals and no percent sign: 65% is ` + "`" + `0.65` + "`" + `. It may be computed: ` + "`" + `2 / 3` + "`" + `. ` + "`" + `infinity` + "`" + ` is a number too.
- **True or false** are written ` + "`" + `true` + "`" + ` and ` + "`" + `false` + "`" + `.
- A **date** is ` + "`" + `"2026-01-28"` + "`" + `; a moment has its time zone: ` + "`" + `"2026-06-30T23:59:00Z"` + "`" + `.
- A **plain name** is lower-case letters, digits and underscores, and starts with a letter. Labels of readings, wants, kinds, questions and rules are free text.
- A **remark** of your own starts with ` + "`" + `#` + "`" + `.
- **Order is importance**: the first want matters most. The order of options is the order of letters in a state.
- What you do not know, leave out; the start of a measure may also be written unknown, without quotes. Unknown is legal and shown as unknown.

## Blocks
`

// exampleViews shows conditions, attitudes, views and nested beliefs in one mind.
const exampleViews = `mind "leader" {
  want "no war" { that = !washington.bomb }
  want "relief for talks" {
    that = !washington.sanction
    if   = leader.talk
  }
  attitude "washington" { is = "negative" }

  # To him, a strike could be taken back, and no step goes unpunished.
  sees {
    option "washington.bomb" {
      reversible = true
      cite "analysis_2020" { says = "He expects one strike and then a return to pressure" }
    }
    impossible "a step unpunished" {
      when = leader.enrich && !washington.sanction
      cite "analysis_2020" { says = "He takes it that every step brings sanctions" }
    }
  }
  believes "washington" {
    want "no war" { that = !washington.bomb }

    # What he thinks Washington does not see, and what it takes him to be.
    sees {
      unaware "leader.enrich" {
        cite "analysis_2020" { says = "He counts on the step staying hidden" }
      }
    }
    believes "leader" {
      want "a deal" { that = leader.talk }
    }
  }
}`

const referenceExpressions = `
## Expressions

An expression says what must hold, over options, measures and parameters. An option, written ` + "`" + `actor.option` + "`" + `, is **yes or no**: its
name alone says that it is on. A measure or parameter, written by its name, is a **number**. The two never mix: compare a measure
with a number to get a yes or no. Most wants need no more than ` + "`" + `!` + "`" + ` and ` + "`" + `&&` + "`" + `.

| sign | meaning | example |
|---|---|---|
| ` + "`" + `!` + "`" + ` | not | ` + "`" + `!washington.bomb` + "`" + ` |
| ` + "`" + `&&` + "`" + ` | and | ` + "`" + `leader.talk && !washington.sanction` + "`" + ` |
| ` + "`" + `\|\|` + "`" + ` | or, or both | ` + "`" + `leader.talk \|\| oil > 2` + "`" + ` |
| ` + "`" + `==` + "`" + ` ` + "`" + `!=` + "`" + ` | the same, not the same | ` + "`" + `leader.enrich == washington.sanction` + "`" + ` |
| ` + "`" + `<` + "`" + ` ` + "`" + `<=` + "`" + ` ` + "`" + `>` + "`" + ` ` + "`" + `>=` + "`" + ` | comparing numbers | ` + "`" + `oil >= 1.5` + "`" + ` |
| ` + "`" + `+` + "`" + ` ` + "`" + `-` + "`" + ` ` + "`" + `*` + "`" + ` ` + "`" + `/` + "`" + ` | reckoning with numbers | ` + "`" + `oil - 1 > 0.5` + "`" + ` |
| ` + "`" + `? :` + "`" + ` | if, then, else | ` + "`" + `washington.bomb ? leader.enrich : leader.talk` + "`" + ` |
| ` + "`" + `( )` + "`" + ` | brackets | ` + "`" + `!(leader.talk && leader.enrich)` + "`" + ` |

` + "`" + `!` + "`" + ` and the minus before a number bind tightest, then ` + "`" + `*` + "`" + ` and ` + "`" + `/` + "`" + `, then ` + "`" + `+` + "`" + ` and ` + "`" + `-` + "`" + `, then comparisons, then ` + "`" + `==` + "`" + ` and
` + "`" + `!=` + "`" + `, then ` + "`" + `&&` + "`" + `, then ` + "`" + `||` + "`" + `, and last ` + "`" + `? :` + "`" + `. An expression that runs over several lines needs brackets around it.
`

const referenceTraps = `
In a question, an option or measure outside the four calls over time is read at closing time.

Four traps: a minus sign wants spaces around it, since ` + "`" + `oil-debt` + "`" + ` is one name; ` + "`" + `=` + "`" + ` sets and ` + "`" + `==` + "`" + ` compares; write ` + "`" + `&&` + "`" + ` for
and, ` + "`" + `||` + "`" + ` for or, ` + "`" + `!` + "`" + ` for not; a rule on what is impossible may speak of options only, because which states exist must
not change while numbers move.
`

const referenceRecord = `The record: one row for each event, with a header. Rows may stand in any order and are sorted by date. The state of the
conflict on a day is what was ` + "`" + `on` + "`" + ` at the start, changed by the moves of all rows from then to that day. A move sets
options and may set one that is already so. Moves last: when an act was done once and is over, a later row takes it back.

A row with ` + "`" + `choice` + "`" + ` true is one on which readings are scored. It needs ` + "`" + `took` + "`" + `, ` + "`" + `instead` + "`" + `, ` + "`" + `basis` + "`" + ` and a weight above 0; a choice that
is left out of the score has weight 0 and its reason in ` + "`" + `note` + "`" + `. Choices known from a leader's own words say more about
him than acts of his office.

**Spreadsheets.** Excel takes ` + "`" + `+talk` + "`" + ` and ` + "`" + `-talk` + "`" + ` for formulas: opened by a double click and saved, the file holds ` + "`" + `#NAME?` + "`" + ` where
the moves were, and they are gone. Import the file instead (Data, From Text/CSV) with the columns ` + "`" + `took` + "`" + ` and ` + "`" + `instead` + "`" + ` set to text,
and the dates too; or use LibreOffice, which asks for each column when it opens the file, or a plain text editor. Rows that a
spreadsheet leaves wholly empty are passed over.
`

const exampleRecord = `
` + "`" + `` + "`" + `` + "`" + `csv
id,date,until,actor,kind,title,took,instead,choice,basis,weight,sources,note
r1,2018-08-07,,washington,sanctions,"Sanctions return, in part",+sanction,,,,,agency_2018,
r2,2019-09-12,,leader,talks,He refuses to meet,hold,+talk;+talk -enrich,true,own words,1,agency_2018,
r3,2021-04-14,2021-04-17,leader,nuclear,Enrichment to 60% begins,+enrich,hold,true,office,0.5,analysis_2020,his own part is not shown
` + "`" + `` + "`" + `` + "`" + `
`

const exampleObservations = `
` + "`" + `` + "`" + `` + "`" + `csv
date,measure,value,source
2018-05-01,oil,2.4,agency_2018
2019-06-01,oil,0.5,agency_2018
2020-06-01,oil,unknown,
` + "`" + `` + "`" + `` + "`" + `
`

const referenceSources = `The sources, in BibTeX, as reference managers write it. Any entry type will do; text between entries is ignored. The
key after the brace is what cites, readings and tables name. Fields that are not listed here are left alone.
`

const exampleSources = `
` + "`" + `` + "`" + `` + "`" + `bibtex
@article{analysis_2020,
  title       = {Neither War nor Peace},
  author      = {A. Analyst},
  publisher   = {An Institute},
  date        = {2020-10-23},
  url         = {https://example.org/analysis},
  reliability = {B}
}

@misc{agency_2018,
  title        = {Sanctions return},
  organization = {A News Agency},
  date         = {2018-08-07},
  derives_from = {analysis_2020}
}
` + "`" + `` + "`" + `` + "`" + `
`

const referenceTail = `
## Conflicts from other programs

` + "`" + `.gmcr` + "`" + ` files, as GMCR+ and gmcr-py save them, are read as they are. Options are numbered by actor, as those programs do;
preference statements become wants in order; a direct ranking becomes an ` + "`" + `order` + "`" + `. An option that may only be taken has
` + "`" + `reversible = false` + "`" + `; one that may only be dropped has ` + "`" + `resumable = false` + "`" + ` and is on at the start. Coalitions and
misperceptions in the file are not used, and reckon says so.

## Limits

- A file holds at most 10 MB, a .hcl file at most half a million words and signs, a case at most 64 options; states are
  listed for up to 26.
- Text is UTF-8; a byte order mark and Windows line ends are accepted, other encodings are refused with a way out.
- A file reports its first hundred findings, and how many more there are.
- Brackets and signs may stand 200 deep within each other.
- Of an ` + "`" + `order` + "`" + `, feasible states that it leaves out count as worst, all alike.
- Wants, points and orders are always free of circles: each puts the states into one row. Only an order that names a state
  twice could put it above itself, and that is refused.
- A mind may have any number of wants; the first that tells two states apart decides, exactly, at 2 wants and at 200.
- A case holds at most 10 000 measures, parameters, lookups and features together; ` + "`" + `delay()` + "`" + ` and ` + "`" + `smooth()` + "`" + ` reach back over 10 000
  steps at most.
- Beliefs nest three deep: what he thinks of another, what he thinks that one thinks of a third or of him, and once more.
`
