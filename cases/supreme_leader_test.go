package cases_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"reckon"
	"reckon/coupling"
	"reckon/lang"
)

// The founding case is checked against the documents and the record it was
// written from where these are at hand, and on its own terms everywhere.
const leaderFolder = "supreme-leader"

var leaderShared = filepath.Join("..", "..", "shared")

func leaderFiles(t *testing.T) lang.Files {
	t.Helper()
	files := lang.Files{}
	tree := os.DirFS(leaderFolder)
	err := fs.WalkDir(tree, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, ".html") { // a brief may have been written here
			return err
		}
		files[path], err = fs.ReadFile(tree, path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func leaderCase(t *testing.T) *reckon.Case {
	t.Helper()
	files := leaderFiles(t)
	c, found := lang.Load(files)
	if len(found) == 0 {
		c, found = coupling.Expand(files, c)
	}
	for _, d := range found {
		t.Errorf("%s: %s [%s] %s: %s", d.At, d.Severity, d.Code, d.Summary, d.Detail)
	}
	if t.Failed() {
		t.FailNow()
	}
	return c
}

// leaderShare returns the path of a file of the shared folder, and skips without it.
func leaderShare(t *testing.T, elem ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{leaderShared}, elem...)...)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s is not at hand", path)
	}
	return path
}

func TestSupremeLeaderLoads(t *testing.T) {
	c := leaderCase(t)
	if c.Subject != "khamenei" || len(c.Readings) != 3 {
		t.Fatalf("subject %q and %d readings, want khamenei and 3", c.Subject, len(c.Readings))
	}
	if n := len(c.Options); n < 12 || n > 16 {
		t.Errorf("%d options, want 12 to 16", n)
	}
	for _, name := range []string{"khamenei", "guards", "washington", "israel", "street", "europe"} {
		if i := c.Actor(name); i < 0 || len(c.Actors[i].Options) == 0 {
			t.Errorf("%s has no option", name)
		}
	}
	if len(c.Questions) < 6 {
		t.Errorf("%d questions, want at least 6", len(c.Questions))
	}
	for _, m := range c.Measures {
		observed := slices.ContainsFunc(c.Observations, func(o reckon.Observation) bool { return o.Measure == m.Name && o.Source != "" })
		if !observed && m.Is.Op == "" && !m.Start.Stated() {
			t.Errorf("measure %s has no sourced observation, no start and is not worked out", m.Name)
		}
	}
}

func TestSupremeLeaderIsLaidOut(t *testing.T) {
	for name, text := range leaderFiles(t) {
		if !strings.HasSuffix(name, ".hcl") {
			continue
		}
		if out, _ := lang.Format(name, text); string(out) != string(text) {
			t.Errorf("%s: run `reckon format cases/%s`", name, leaderFolder)
		}
	}
}

// TestSupremeLeaderReadings: who wants what is known only from a place in a document.
func TestSupremeLeaderReadings(t *testing.T) {
	c := leaderCase(t)
	dated := map[string]string{"khalaji_2020": "2020-10-23", "jcpa_2025": "2025-06-12", "mef_2026": "2026-01-27"}
	for _, r := range c.Readings {
		if r.Dated.String() != dated[r.Source] {
			t.Errorf("%s is dated %s and read from %s, want %s", r.Name, r.Dated, r.Source, dated[r.Source])
		}
		for _, s := range leaderCites(&r) {
			if len(s.cites) == 0 && !s.assumed {
				t.Errorf("%s: %s cites nothing", r.Name, s.what)
			}
			for _, cite := range s.cites {
				if cite.Source != r.Source || cite.To <= cite.From || len(cite.Sum) != 8 || cite.Says == "" {
					t.Errorf("%s: %s wants a place in %s with sum and paraphrase, has %+v", r.Name, s.what, r.Source, cite)
				}
			}
		}
	}
}

type leaderStatement struct {
	what    string
	cites   []reckon.Cite
	assumed bool // it says of itself that it is our assumption
}

// leaderCites lists what a reading states, with its cites; a want or kind of a
// belief may not lean on the cite of the belief. Only what comes after him may be
// assumed, and then says so.
func leaderCites(r *reckon.Reading) []leaderStatement {
	var all []leaderStatement
	after := false
	add := func(who string, wants []reckon.Want) {
		for _, w := range wants {
			all = append(all, leaderStatement{who + " wants " + w.Name, w.Cites, after && strings.Contains(w.Title, "our assumption")})
		}
	}
	for _, m := range r.Minds {
		after = m.Change.When.Op != ""
		all = append(all, leaderStatement{"temper of " + m.Actor, m.Cites, after})
		add(m.Actor, m.Wants)
		for _, e := range m.Episodes {
			all = append(all, leaderStatement{"memory of " + e.Name, e.Cites, false})
		}
		for _, b := range m.Beliefs {
			for _, k := range b.Kinds {
				add(b.About+" as "+k.Name, k.Wants)
			}
			if len(b.Cites) > 0 {
				all = append(all, leaderStatement{"belief about " + b.About, b.Cites, false})
			}
		}
	}
	return all
}

func TestSupremeLeaderLocators(t *testing.T) {
	c := leaderCase(t)
	for _, r := range c.Readings {
		text := []rune(leaderText(t, leaderShare(t, "seeds", c.Source(r.Source).File)))
		for _, s := range leaderCites(&r) {
			for _, cite := range s.cites {
				if cite.To > len(text) {
					t.Errorf("%s: %s ends at %d, the document at %d", r.Name, s.what, cite.To, len(text))
					continue
				}
				sum := sha256.Sum256([]byte(string(text[cite.From:cite.To])))
				if got := hex.EncodeToString(sum[:4]); got != cite.Sum {
					t.Errorf("%s: %s, chars %d to %d: sum %s, want %s", r.Name, s.what, cite.From, cite.To, got, cite.Sum)
				}
			}
		}
	}
}

func leaderText(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestSupremeLeaderRecord replays the record: every scored choice is legal, its
// moves lead to different states, and what is left out says why.
func TestSupremeLeaderRecord(t *testing.T) {
	c := leaderCase(t)
	scored, left := 0, 0
	for k, e := range c.Record {
		if !e.Choice {
			continue
		}
		if e.Weight == 0 {
			left++
			if !strings.Contains(e.Note, "Left out: ") {
				t.Errorf("%s is left out without a reason", e.ID)
			}
			continue
		}
		scored++
		if e.Actor != c.Subject || e.Date < c.From {
			t.Errorf("%s: a scored choice of %s on %s", e.ID, e.Actor, e.Date)
		}
		seen := map[reckon.State]bool{}
		for _, m := range append([]reckon.Move{e.Took}, e.Instead...) {
			to := m.Apply(c.StateBefore(k))
			if seen[to] || !leaderFeasible(c, to) {
				t.Errorf("%s: %s is impossible or leads where another move leads", e.ID, m.Text(c))
			}
			seen[to] = true
		}
		if len(seen) < 2 {
			t.Errorf("%s has no alternative", e.ID)
		}
	}
	if scored != 56 || left != 12 {
		t.Errorf("%d choices scored and %d left out, want 56 and 12 (docs/cases.md gives the list)", scored, left)
	}
}

func leaderFeasible(c *reckon.Case, s reckon.State) bool {
	return !s.Has(c.Option("khamenei.enrich")) || !s.Has(c.Option("khamenei.limits"))
}

// TestSupremeLeaderAgainstRecord holds the case's record against the one it was
// written from: all items, dates, deciders, and weights by the rule of docs/cases.md.
func TestSupremeLeaderAgainstRecord(t *testing.T) {
	var items []struct {
		ID, Date, Decider, Confidence string
		Choice                        bool
		Basis                         string `json:"choice_basis"`
	}
	if err := json.Unmarshal([]byte(leaderText(t, leaderShare(t, "iran", "record.json"))), &items); err != nil {
		t.Fatal(err)
	}
	c := leaderCase(t)
	rows := map[string]reckon.Event{}
	for _, e := range c.Record {
		rows[e.ID] = e
	}
	basis := map[string]float64{"public-words": 1, "office": 0.5, "official-attribution": 0.5, "reported-order": 0.25}
	for _, item := range items {
		e, ok := rows[item.ID]
		if !ok || e.Choice != item.Choice || !strings.Contains(item.Date, e.Date.String()[:7]) {
			t.Errorf("%s: row %v, choice %v on %s; want choice %v on %s", item.ID, ok, e.Choice, e.Date, item.Choice, item.Date)
		}
		if others := item.Decider != "ali_khamenei"; e.Weight > 0 && item.Choice && others {
			t.Errorf("%s was decided by %s and is scored", item.ID, item.Decider)
		}
		if ceiling := basis[item.Basis]; item.Choice && e.Weight > ceiling {
			t.Errorf("%s: weight %v, but %q carries at most %v", item.ID, e.Weight, item.Basis, ceiling)
		}
		if item.Confidence == "single" && e.Choice && e.Weight > basis[item.Basis]/2 {
			t.Errorf("%s: weight %v rests on one origin", item.ID, e.Weight)
		}
	}
	if len(items) != 121 {
		t.Errorf("%d items in the record, want 121", len(items))
	}
}

// TestSupremeLeaderFifteen: the choices picked for a fair test are all scored.
func TestSupremeLeaderFifteen(t *testing.T) {
	c := leaderCase(t)
	for _, id := range []string{
		"enrich-60", "eu-text-not-closed-2022", "true-promise-1", "neither-magnify-nor-shrink-2024", "hijab-law-shelved-2024",
		"allows-indirect-talks-2025", "al-udeid-strike", "ceasefire-june-2025", "cairo-accord-2025", "no-direct-talks-2025",
		"no-retreat-2026", "regional-war-warning", "talks-under-threat-2026", "geneva-third-round", "zero-stockpile-offer",
	} {
		if !slices.ContainsFunc(c.Record, func(e reckon.Event) bool { return e.ID == id && e.Choice && e.Weight > 0 }) {
			t.Errorf("%s is not scored", id)
		}
	}
}

var leaderWord = regexp.MustCompile(`[\p{L}\p{N}]+`)

// leaderRuns lists every stretch of n words of a text, in lower case.
func leaderRuns(text string, n int) []string {
	words := leaderWord.FindAllString(strings.NewReplacer("’", "", "'", "").Replace(strings.ToLower(text)), -1)
	var all []string
	for i := 0; i+n <= len(words); i++ {
		all = append(all, strings.Join(words[i:i+n], " "))
	}
	return all
}

// TestSupremeLeaderQuotesNobody: paraphrases and locators, never passages. Titles
// in sources.bib are names, not passages.
func TestSupremeLeaderQuotesNobody(t *testing.T) {
	passage := map[string]string{}
	for _, name := range []string{"000_f1f7c56aefcb5756.txt", "001_ef4a52e0eca0de6a.txt", "002_0a9345a8259fb286.txt"} {
		for _, run := range leaderRuns(leaderText(t, leaderShare(t, "seeds", name)), 8) {
			passage[run] = name
		}
	}
	title := regexp.MustCompile(`(?m)^\s*title\s*=.*$`)
	files := leaderFiles(t)
	files["docs/cases.md"] = []byte(leaderText(t, filepath.Join("..", "docs", "cases.md")))
	for name, text := range files {
		if name == "sources.bib" {
			text = title.ReplaceAll(text, nil)
		}
		for _, run := range leaderRuns(string(text), 8) {
			if from, found := passage[run]; found {
				t.Errorf("%s repeats %s word for word: %q", name, from, run)
			}
		}
	}
}

// TestSupremeLeaderToday fixes the state at the as-of date, letter by letter.
func TestSupremeLeaderToday(t *testing.T) {
	c := leaderCase(t)
	var on []string
	for k, o := range c.Options {
		if c.Today().Has(k) {
			on = append(on, o.Name)
		}
	}
	if got, want := fmt.Sprint(on), "[khamenei.defy washington.sanction europe.snapback]"; got != want {
		t.Errorf("on at %s: %s, want %s", c.AsOf, got, want)
	}
}
