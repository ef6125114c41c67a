package lang_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"reckon/lang"
)

var manual = filepath.Join("..", "docs", "language.md")

// TestReference holds docs/language.md to the schema. UPDATE=1 rewrites it.
func TestReference(t *testing.T) {
	want := lang.Reference()
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(manual, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(manual)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("docs/language.md is not what the schema says. Run: UPDATE=1 go test ./lang")
	}
}

// examples puts the examples of the manual together as one case.
func examples(tb testing.TB) lang.Files {
	tb.Helper()
	text, err := os.ReadFile(manual)
	if err != nil {
		tb.Fatal(err)
	}
	files := lang.Files{}
	for _, m := range regexp.MustCompile("(?s)```(hcl|csv|bibtex)\n(.*?)```").FindAllSubmatch(text, -1) {
		name := "case.hcl"
		switch string(m[1]) {
		case "csv":
			name = "record.csv"
			if bytes.HasPrefix(m[2], []byte("date,")) {
				name = "observations.csv"
			}
		case "bibtex":
			name = "sources.bib"
		}
		if len(files[name]) > 0 {
			files[name] = append(files[name], '\n')
		}
		files[name] = append(files[name], m[2]...)
	}
	return files
}

// TestManualExamplesLoad loads every example of the manual, as one case.
func TestManualExamplesLoad(t *testing.T) {
	files := examples(t)
	c, found := lang.Load(files)
	if len(found) > 0 {
		t.Errorf("the examples have findings:\n%s", listing(found))
	}
	if len(c.Actors) != 2 || len(c.Options) != 4 || len(c.Readings) != 1 || len(c.Questions) != 1 ||
		len(c.Record) != 3 || len(c.Observations) != 3 || len(c.Sources) != 2 || len(c.Measures) != 9 || len(c.Arenas) != 6 || len(c.Impossible) != 1 ||
		len(c.Parameters) != 2 || len(c.Lookups) != 1 || len(c.Shocks) != 1 || len(c.Features) != 2 || len(c.Scenarios) != 1 || len(c.Minds) != 3 {
		t.Errorf("an example was passed over: %+v", c)
	}
	if formatted, _ := lang.Format("case.hcl", files["case.hcl"]); !bytes.Equal(formatted, files["case.hcl"]) {
		t.Errorf("the examples are not formatted; they should be\n%s", formatted)
	}
}

// stages are places to try an example of a setting in, by its block.
var stages = map[string]string{
	"case":               "",
	"actor":              "actor \"x\" {\n%s\n}",
	"option":             "",
	"impossible":         "impossible \"x\" {\n%s\n}",
	"measure":            "measure \"x\" {\n%s\n}",
	"parameter":          "parameter \"x\" {\nvalue = 1\n%s\n}",
	"lookup":             "lookup \"x\" {\npoints = [[0, 0], [1, 1]]\n%s\n}",
	"shock":              "shock \"x\" {\nchance = 0.1\n%s\n}",
	"effect":             "shock \"x\" {\nchance = 0.1\neffect \"oil\" {\n%s\n}\n}",
	"feature":            "feature \"x\" {\nnow = leader.talk\n%s\n}",
	"episode":            inMind(remembered("%s", "was = 1", `kind = "regime changer"`)),
	"feature in episode": inMind(remembered("", "was = 1\n%s", `kind = "regime changer"`)),
	"lesson":             inMind(remembered("", "was = 1", "kind = \"regime changer\"\n%s")),
	"reference":          "question \"x\" {\nreference \"x\" {\nhits = 2\nof = 50\n%s\n}\n}",
	"scenario":           "scenario \"x\" {\n%s\n}",
	"set":                "scenario \"x\" {\nset \"pull\" {\n%s\n}\n}",
	"mind":               inMind("%s"),
	"want":               inMind("want \"x\" {\nthat = leader.talk\n%s\n}"),
	"attitude":           inMind("attitude \"leader\" {\n%s\n}"),
	"sees":               "",
	"unaware":            "",
	"aware":              "",
	"option in sees":     inMind("sees {\noption \"washington.bomb\" {\n%s\n}\n}"),
	"impossible in sees": inMind("sees {\nimpossible \"x\" {\n%s\n}\n}"),
	"possible":           "",
	"believes":           inMind("believes \"washington\" {\n%s\norder = [[\"YNNN\"]]\n}"),
	"kind":               inMind("believes \"washington\" {\nkind \"x\" {\n%s\n}\n}"),
	"reading":            "reading \"x\" {\ndated = \"2020-01-01\"\n%s\n}",
	"question":           "question \"x\" {\n%s\n}",
	"cite":               inMind("cite \"analysis_2020\" {\n%s\n}"),

	"street":                  "street \"x\" {\nthresholds = [0, 1]\n%s\n}",
	"strike in street":        "street \"x\" {\nthresholds = [0, 1]\nstrike \"y\" {\nworkers = 1\nwage = 1\nendurance = [0, 1]\n%s\n}\n}",
	"writes in street":        "measure \"w\" { start = 0 }\nstreet \"x\" {\nthresholds = [0, 1]\nwrites \"w\" {\nfrom = \"turnout\"\n%s\n}\n}",
	"contest":                 "contest \"x\" {\n%s\n}",
	"side in contest":         "contest \"x\" {\nside \"y\" {\nstake = 1\nstrain = 1\nbelief = 0.5\nsoft = 1\n%s\n}\n}",
	"writes in contest":       inWrites("contest", "resolve"),
	"treasury":                "treasury \"x\" {\n" + needed + "%s\n}",
	"organ in treasury":       "treasury \"x\" {\n" + needed + "organ \"y\" {\nshare = 0.1\n%s\n}\n}",
	"writes in treasury":      "measure \"w\" { unit = \"1\" }\ntreasury \"x\" {\n" + needed + "writes \"w\" {\n%s\n}\n}",
	"council":                 "council \"x\" {\n%s\n}",
	"seat in council":         "council \"x\" {\nseat \"y\" {\npower = 1\nposition = 1\n%s\n}\n}",
	"writes in council":       inWrites("council", "outcome"),
	"palace":                  "palace \"x\" {\n%s\n}",
	"organ in palace":         "palace \"x\" {\norgan \"y\" {\nforce = 1\n%s\n}\n}",
	"watch in palace":         "palace \"x\" {\nwatch \"y\" {\nover = [\"z\"]\nchance = 0.1\n%s\n}\n}",
	"writes in palace":        inWrites("palace", "risk"),
	"succession":              "succession \"x\" {\n%s\n}",
	"exit in succession":      "succession \"x\" {\nexit \"y\" {\nrate = 0.1\n%s\n}\n}",
	"candidate in succession": "succession \"x\" {\ncandidate \"y\" {\nsupport = 1\n%s\n}\n}",
	"writes in succession":    inWrites("succession", "holder"),
}

// needed are the settings without which a treasury is an error.
const needed = "oil_price = 1\ncapacity = 1\nreserves = 1\nimports_wanted = 1\nother_income = 1\nother_spending = 1\nmoney_demand = 1\n"

// inWrites is a stage for what an arena of one kind writes.
func inWrites(arena, quantity string) string {
	return "measure \"w\" { start = 0 }\n" + arena + " \"x\" {\nwrites \"w\" {\nfrom = \"" + quantity + "\"\n%s\n}\n}"
}

// inMind puts a stage into a mind that the manual's own examples leave free.
func inMind(stage string) string {
	return "reading \"x\" {\ndated = \"2020-01-01\"\nmind \"leader\" {\n" + stage + "\n}\n}"
}

// remembered puts stages into an episode, with the belief that its lesson is about.
func remembered(episode, feature, lesson string) string {
	return "believes \"washington\" {\nkind \"regime changer\" { odds = 0.5 }\nkind \"dealer\" { odds = 0.5 }\n}\n" +
		"episode \"x\" {\n" + episode + "\nfeature \"war\" {\n" + feature + "\n}\nlesson \"washington\" {\n" + lesson + "\n}\n}"
}

// without takes settings that an example is tried in place of out of a stage, and
// puts in what it needs beside it.
var instead = map[string]struct{ without, with string }{
	"that": {"that", ""}, "dated": {"dated", ""}, "was": {"was", ""}, "kind": {"kind", ""}, "points of lookup": {"points", ""},
	"value": {"value", ""}, "now": {"now", ""}, "hits": {"hits", ""}, "of": {"of", ""}, "years": {"of", ""}, "chance": {"chance", ""},
	"rate": {"chance", "per = \"year\""}, "per": {"chance", "rate = 0.1"},
	"change": {"", "from = \"2026-06-01\""}, "odds of mind": {"", "from = \"2026-06-01\"\nchange = \"x\""},
	"from of mind": {"", "change = \"x\""}, "when of mind": {"", "change = \"x\""}, "noise": {"", "next = x"},
	"power": {"power", ""}, "position": {"position", ""}, "force": {"force", ""}, "over": {"over", ""}, "chance of watch in palace": {"chance", ""},
	"rate of exit in succession": {"rate", ""}, "chance of exit in succession": {"", ""}, "new_counterweight": {}, "support": {"support", ""}, "share": {"share", ""}, "stake": {"stake", ""}, "thresholds": {"thresholds", ""}, "workers": {"workers", ""}, "wage": {"wage", ""}, "endurance": {"endurance", ""},
	"from of writes in street": {"from", ""}, "noise of street": {}, "strain": {"strain", ""}, "belief": {"belief", ""}, "soft": {"soft", ""},
	"from of writes in contest": {"from", ""}, "of of writes in contest": {},
	"oil_price": {"oil_price", ""}, "capacity": {"capacity", ""}, "reserves": {"reserves", ""}, "imports_wanted": {"imports_wanted", ""},
	"other_income": {"other_income", ""}, "other_spending": {"other_spending", ""}, "money_demand": {"money_demand", ""}, "from of writes in council": {"from", ""},
	"from of writes in palace": {"from", ""}, "from of writes in succession": {"from", ""}, "of of writes in council": {}, "of of writes in palace": {},
}

// TestManualRowsLoad tries the example in every row of the manual's tables.
func TestManualRowsLoad(t *testing.T) {
	text, err := os.ReadFile(manual)
	if err != nil {
		t.Fatal(err)
	}
	files := examples(t)
	block, tried := "", 0
	for line := range strings.Lines(string(text)) {
		if name, ok := strings.CutPrefix(line, "### `"); ok {
			block = strings.ReplaceAll(strings.TrimSpace(name), "`", "")
			if _, known := stages[block]; !known {
				t.Errorf("no stage for the examples of %s", block)
			}
		}
		cells := strings.Split(strings.ReplaceAll(line, "\\|", "\x00"), "|")
		if !strings.HasPrefix(line, "| `") || len(cells) != 7 || stages[block] == "" {
			continue
		}
		name := strings.Trim(cells[1], " `")
		example := strings.ReplaceAll(strings.Trim(cells[5], " `"), "\x00", "|")
		stage := stages[block]
		swap, stated := instead[name+" of "+block]
		if !stated {
			swap = instead[name]
		}
		if swap.without != "" {
			stage = regexp.MustCompile(`\b`+swap.without+` = .*\n`).ReplaceAllString(stage, "")
		}
		example += "\n" + swap.with
		if block == "mind" && strings.Contains(swap.with+name, "change") {
			stage = strings.Replace(stage, "mind ", "mind \"leader\" {}\nmind ", 1)
		}
		if block == "believes" && name == "order" {
			stage = strings.Replace(stage, "order = [[\"YNNN\"]]\n", "", 1)
		}
		if block == "kind" && name == "odds" {
			stage = strings.Replace(stage, "}\n}\n}", "}\nkind \"y\" { odds = 0.3 }\n}\n}", 1)
		}
		put := maps.Clone(files)
		put["extra.hcl"] = fmt.Appendf(nil, stage, name+" = "+example)
		if _, found := lang.Load(put); len(found) > 0 {
			t.Errorf("%s of %s:\n%s\n%s", name, block, put["extra.hcl"], listing(found))
		}
		tried++
	}
	if tried < 90 {
		t.Errorf("only %d rows were tried", tried)
	}
}
