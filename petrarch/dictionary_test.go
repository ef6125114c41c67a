package petrarch

import (
	"os"
	"strings"
	"testing"

	"reckon"
	"reckon/readtest"
)

func day(tb testing.TB, s string) reckon.Date {
	tb.Helper()
	d, ok := parseDay(s)
	if !ok {
		tb.Fatalf("bad day %s", s)
	}
	return d
}

func TestActorsHaveCodesInTime(t *testing.T) {
	var d Dictionary
	faults := d.ReadActors("a", `
HARBOUR_UNION [XYZ]  # a comment
	[XYZREB <19900101]
	[XYZGOV 19900101-19951231]
+DOCKERS' LEAGUE
	[XYZELI >951231]
OLD_GUARD [ABC/DEF]
`)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	for _, c := range []struct{ name, day, want string }{
		{"HARBOUR", "19891231", "XYZREB"},
		{"HARBOUR", "19900101", "XYZGOV"},
		{"HARBOUR", "19951231", "XYZGOV"},
		{"DOCKERS'", "19960101", "XYZELI"},
		{"OLD", "19960101", "ABC/DEF"},
	} {
		if got := d.actors[c.name][0].value.on(day(t, c.day)); got != c.want {
			t.Errorf("%s on %s: %s, want %s", c.name, c.day, got, c.want)
		}
	}
}

func TestBadLinesAreTold(t *testing.T) {
	read := map[string]func(*Dictionary, string, string) []reckon.Diagnostic{
		"actors": (*Dictionary).ReadActors, "agents": (*Dictionary).ReadAgents,
		"verbs": (*Dictionary).ReadVerbs, "discards": (*Dictionary).ReadDiscards,
	}
	for _, c := range []struct{ kind, text, word string }{
		{"actors", "GOOD [ABC]\n[ABC\n", "bracket"},
		{"actors", "GOOD [ABC]\nBAD [ABC 2004017-20061201]\n", "days"},
		{"actors", "GOOD [ABC]\nBAD [ABC 20061201-20040101]\n", "days"},
		{"actors", "GOOD [ABC]\nBAD []\n", "empty"},
		{"actors", "GOOD [ABC]\nBAD\n", "code"},
		{"actors", "# one\n[ABC]\n", "no name"},
		{"agents", "CLERK [~ABC]\nJUDGE [ABC]\n", "~"},
		{"agents", "CLERK [~ABC]\nJUDGE {JUDGES [~JUD]\n", "brace"},
		{"agents", "CLERK [~ABC]\nTOP!RANK! [~JUD]\n", "set"},
		{"verbs", "--- GO [010] ---\n- TO [011]\n", "*"},
		{"verbs", "--- GO [010] ---\n- * (TO [011]\n", "closed"},
		{"verbs", "--- GO [010] ---\n- * &NOWHERE [011]\n", "NOWHERE"},
		{"verbs", "--- GO [010] ---\n- * HOME\n", "code"},
		{"verbs", "--- GO [010] ---\n) (\n", "verb"},
		{"verbs", "&SET\n+&OTHER\n", "OTHER"},
		{"discards", "FOOTBALL\n+\n", "phrase"},
	} {
		var d Dictionary
		faults := read[c.kind](&d, "file", c.text)
		if len(faults) != 1 {
			t.Errorf("%q: %d faults, want 1: %v", c.text, len(faults), faults)
			continue
		}
		if f := faults[0]; f.At.Start.Line != 2 || f.At.File != "file" || !strings.Contains(f.Summary+f.Detail, c.word) {
			t.Errorf("%q: %v", c.text, f)
		}
	}
}

func TestFormsOfVerbs(t *testing.T) {
	var d Dictionary
	d.ReadVerbs("v", `
--- PARRY [010] ---
PARRY
ROUSE [020]
+SIT_IN {+SATS_IN}
BREAK {BROKE BROKEN}
- * TALKS [---]
`)
	for _, c := range []struct{ form, code string }{
		{"PARRIES", "010"},
		{"PARRIED", "010"},
		{"PARRYING", "010"},
		{"ROUSED", "020"},
		{"ROUSING", "020"},
		{"ROUSES", "020"},
		{"BROKE", "010"},
		{"BREAK", "010"},
		{"SIT", "010"},
		{"SATS", "010"},
	} {
		v := d.verbs[c.form]
		if len(v) != 1 || v[0].code != c.code {
			t.Errorf("%s: %v", c.form, v)
		}
	}
	if d.verbs["BREAKED"] != nil {
		t.Error("a verb with forms in braces got regular ones")
	}
}

// TestFilesOfOthers reads every dictionary beside the project.
func TestFilesOfOthers(t *testing.T) {
	var d Dictionary
	for _, f := range []struct {
		name string
		read func(string, string) []reckon.Diagnostic
		most int // faults that the files really have
	}{
		{"PETR.Validate.actors.txt", d.ReadActors, 2},
		{"PETR.Validate.agents.txt", d.ReadAgents, 0},
		{"PETR.Validate.discards.txt", d.ReadDiscards, 0},
		{"PETR.Validate.verbs.txt", d.ReadVerbs, 0},
		{"CAMEO.2.0.txt", d.ReadVerbs, 60},
		{"Phoenix.Countries.actors.txt", d.ReadActors, 60},
		{"Phoenix.International.actors.txt", d.ReadActors, 60},
		{"Phoenix.MilNonState.actors.txt", d.ReadActors, 60},
		{"Phoenix.agents.txt", d.ReadAgents, 60},
		{"Phoenix.discards.txt", d.ReadDiscards, 0},
	} {
		text, err := os.ReadFile(readtest.Shared(t, "data", "petrarch", f.name))
		if err != nil {
			t.Fatal(err)
		}
		faults := f.read(f.name, string(text))
		if len(faults) > f.most {
			t.Errorf("%s: %d faults, want at most %d", f.name, len(faults), f.most)
		}
		if testing.Verbose() {
			t.Logf("%s: %d faults", f.name, len(faults))
			for i, g := range faults {
				if i < 12 {
					t.Log("   ", g.At, g.Summary, g.Detail)
				}
			}
		}
	}
	t.Log(d.String())
}

func FuzzRead(f *testing.F) {
	f.Add("NAME [USA <010120] [GBR]\n+SYN\n\t[ABC 19900101-19951231]", "!A! = B, C\nX!A! {} [~GOV]", "&S\n+A_B\n--- GO [010] ---\nGO {WENT}\n- $ * (TO +) &S [020:021]", "+CUP")
	f.Add("[", "{", "- * [", "+")
	f.Add("<!-- \n -->", "<!--", "~ a (b)", "#")
	f.Fuzz(func(_ *testing.T, actors, agents, verbs, discards string) {
		var d Dictionary
		d.ReadActors("a", actors)
		d.ReadAgents("g", agents)
		d.ReadVerbs("v", verbs)
		d.ReadDiscards("d", discards)
		s := tagged("The/DET miller/NOUN of/ADP A/PROPN ,/PUNCT B/PROPN and/CCONJ C/PROPN went/VERB to/ADP USA/PROPN ./PUNCT")
		d.Code(&s, 1000, Standard())
		d.Code(&s, 0, Options{NewName: 3})
	})
}
