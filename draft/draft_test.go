package draft

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"reckon"
	"reckon/document"
	"reckon/names"
	"reckon/reading"
)

const memo = `The marshal and the river

Jane Writer

2 March 2023

The marshal has two priorities: (1) the survival of his army, and (2) the loyalty of the river towns. He fears a blockade more than an invasion. The marshal does not want a war with the league.

He wants to reopen the grain market. The marshal will never accept foreign inspectors in the arsenal. He would send an envoy if the league lifted the toll.

The marshal believes that the league will close the river before winter. On 5 January 2023 the league arrested three of his captains.
`

// river is a case whose actors the memo speaks of.
func river() *reckon.Case {
	return &reckon.Case{
		Subject: "marshal",
		Actors:  []reckon.Actor{{Name: "marshal", Title: "The marshal"}, {Name: "league", Title: "The league"}},
		Options: []reckon.Option{{Name: "marshal.envoy", Title: "Send an envoy"}, {Name: "league.toll", Title: "Toll on grain"}},
	}
}

func account(name, text string) *reading.Account {
	return reading.Read(document.Plain(name, text), reading.Settings{Known: []names.Entity{
		{ID: "marshal", Name: "The marshal", Aliases: []string{"the marshal"}},
		{ID: "league", Name: "The league", Aliases: []string{"the league"}},
	}})
}

// golden compares with a file, or writes it with UPDATE=1.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("%s is not as it was; see what changed with UPDATE=1 go test ./draft and git diff. Now:\n%s", file, got)
	}
}

func TestWrite(t *testing.T) {
	p := Write(account("folder/memo.txt", memo), river(), "marshal")
	golden(t, "memo.hcl", p.Reading)
	golden(t, "memo.bib", p.Source)
	golden(t, "memo.csv", p.Record)
}

// TestCites checks that every cite has the place of its words and their sum.
func TestCites(t *testing.T) {
	p := Write(account("memo.txt", memo), river(), "marshal")
	points := []rune(memo)
	cites := regexp.MustCompile(`chars = \[(\d+), (\d+)\]\n\s*sum\s+= "([0-9a-f]{8})"\n\s*says\s+= "([^"]*)"`).FindAllSubmatch(p.Reading, -1)
	if len(cites) != p.Wants+p.Beliefs {
		t.Errorf("%d cites for %d wants and %d beliefs", len(cites), p.Wants, p.Beliefs)
	}
	for _, c := range cites {
		from, _ := strconv.Atoi(string(c[1]))
		to, _ := strconv.Atoi(string(c[2]))
		if from >= to || to > len(points) {
			t.Fatalf("%s lies outside the document", c[0])
		}
		words := string(points[from:to])
		if sum(words) != string(c[3]) || !strings.HasPrefix(words, string(c[4])) {
			t.Errorf("%q stands at %d to %d, but the cite has %s and %q", words, from, to, c[3], c[4])
		}
	}
}

func TestWantsHaveTheRightSign(t *testing.T) {
	w := &writer{account: account("memo.txt", memo), c: river(), subject: "marshal", labels: map[string]bool{}}
	signs := map[string]string{}
	for _, a := range w.wants() {
		signs[a.at.Text] = a.shun
	}
	for words, want := range map[string]string{"war": "not to want", "blockade": "to fear", "grain market": "", "survival": ""} {
		found := false
		for text, shun := range signs {
			if strings.Contains(text, words) {
				found = true
				if shun != want {
					t.Errorf("%q: %q, want %q", text, shun, want)
				}
			}
		}
		if !found {
			t.Errorf("no want speaks of the %s: %v", words, signs)
		}
	}
}

func TestOddDocuments(t *testing.T) {
	for _, text := range []string{"", "x", "A HEADING\n\nANOTHER\n", "…", "رهبر گفت که صلح می خواهد.", strings.Repeat("the marshal wants grain and ", 200), "The marshal wants \"${peace}\" and \\ %{no} war."} {
		p := Write(account("odd.txt", text), river(), "marshal")
		if len(p.Reading) == 0 || !strings.Contains(string(p.Reading), "reading ") {
			t.Errorf("%.20q gives no reading: %s", text, p.Reading)
		}
	}
}

func TestSkeleton(t *testing.T) {
	text := `President Vladimir Putin wants a quiet border. Putin believes that Ukraine will give way. Ukraine rejected the offer of Russia on 3 May 2022.`
	a := reading.Read(document.Plain("a.txt", text), reading.Settings{})
	golden(t, "skeleton.hcl", Skeleton([]*reading.Account{a}))
	if got := Skeleton([]*reading.Account{reading.Read(document.Plain("b.txt", "It rained."), reading.Settings{})}); got != nil {
		t.Errorf("a case was drafted from the weather:\n%s", got)
	}
	if got := Skeleton(nil); got != nil {
		t.Errorf("a case was drafted from nothing:\n%s", got)
	}
}

func TestSourceKey(t *testing.T) {
	c := river()
	c.Sources = []reckon.Source{{Key: "writer_2023", Title: "The marshal and the river"}, {Key: "ledger", File: "papers/Ledger.pdf"}}
	for name, want := range map[string]string{"memo.txt": "writer_2023 true", "ledger.txt": "ledger true", "x/Ledger.pdf": "ledger true"} {
		text := memo
		if name != "memo.txt" {
			text = "Other words.\n"
		}
		key, known := sourceKey(account(name, text), c)
		if got := key + " " + strconv.FormatBool(known); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if key, known := sourceKey(account("2024 notes.txt", "Other words.\n"), c); known || key != "document_2024_notes" {
		t.Errorf("a file of digits got the key %s", key)
	}
}

func TestRecordReads(t *testing.T) {
	p := Write(account("memo.txt", memo), river(), "marshal")
	rows, err := csv.NewReader(strings.NewReader(string(p.Record))).ReadAll()
	if err != nil || len(rows) != p.Events+1 || p.Events == 0 {
		t.Fatalf("%d rows for %d events: %v", len(rows), p.Events, err)
	}
}
