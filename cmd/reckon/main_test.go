package main

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/pflag"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"reckon": func() { os.Exit(run(os.Args[1:])) },
	})
}

// root is the folder of the project.
func root(tb testing.TB) string {
	tb.Helper()
	dir, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		tb.Fatal(err)
	}
	return dir
}

// TestScript runs the command line as a user does. The first word of a script's
// name is the verb; UPDATE=1 rewrites the expected output inside it.
func TestScript(t *testing.T) {
	model := httptest.NewServer(http.HandlerFunc(answerAsModel))
	t.Cleanup(model.Close)
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: os.Getenv("UPDATE") != "",
		Setup: func(e *testscript.Env) error {
			e.Setenv("CASES", filepath.Join(root(t), "cases"))
			e.Setenv("MODEL", model.URL+"/v1")
			e.Setenv("XDG_CACHE_HOME", filepath.Join(e.WorkDir, ".cache")) // answers of the model are kept there
			e.Setenv("GORACE", "atexit_sleep_ms=0")                        // else the race detector idles a second per command
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"narrow": narrow,
			"grow":   grow,
			"keys":   keys,
			"only":   only,
			"code":   code,
			"bytes":  bytesOf,
			"swap":   swap,
		},
	})
}

// answerAsModel stands for a language model: whatever it is asked, it proposes one
// thing that stands in the memo of the script and one that does not.
func answerAsModel(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") != "Bearer secret" {
		http.Error(w, `{"error":{"message":"no"}}`, http.StatusUnauthorized)
		return
	}
	items := `{"items":[{"type":"claim","kind":"want","holder":"The mayor","quote":"the ferry is late"},` +
		`{"type":"claim","kind":"say","holder":"The mayor","quote":"the bridge has fallen"}]}`
	text, err := json.Marshal(items)
	if err != nil {
		panic(err) // a string can be written
	}
	fmt.Fprintf(w, `{"choices":[{"message":{"role":"assistant","content":%s}}]}`, text)
}

// TestProgressWaitsASecond: short work says nothing, long work a line a second.
func TestProgressWaitsASecond(t *testing.T) {
	var out bytes.Buffer
	d := &desk{err: &out}
	d.progress("trial", time.Now())("readings heard", 1, 3)
	if out.Len() > 0 {
		t.Errorf("at once: %q", out.String())
	}
	late := d.progress("trial", time.Now().Add(-time.Minute))
	late("readings heard", 1, 3)
	late("readings heard", 2, 3)
	if got := out.String(); got != "trial: 1 of 3 readings heard\n" {
		t.Errorf("after a minute: %q", got)
	}
}

// TestBar: on a terminal one line is drawn anew, within the width, and taken away.
func TestBar(t *testing.T) {
	var out bytes.Buffer
	d := &desk{err: &out, errTTY: true, width: 60}
	report := d.progress("run", time.Now().Add(-10*time.Second))
	report("runs", 250, 1000)
	report("runs", 260, 1000) // within a tenth of a second
	d.wipe()
	if got := out.String(); got != "\r\x1b[Krun [=====                ]  25%  250 of 1000 runs, 30s left\r\x1b[K" {
		t.Errorf("drawn: %q", got)
	}
	for done := 0; done <= 100; done += 10 {
		if line := bar("run", "runs", done, 100, time.Minute, 60); len(line) > 60 {
			t.Errorf("%d columns: %q", len(line), line)
		}
	}
	if got := bar("run", "runs", 1, 2, time.Second, 10); got != "run  50%  1 of 2 runs, 1s left" {
		t.Errorf("too narrow for a bar: %q", got)
	}
}

// ofUsers finds examples with files, places or a database of the user's own.
var ofUsers = regexp.MustCompile(`CASE|reckon profile|\.shard|DATABASE|postgres:|--llm`)

// fewRuns is put behind the examples of verbs that make runs; the last flag counts.
var fewRuns = map[string]string{
	"run": " -n 32", "whatif": " -n 32", "why": " -n 32 --points 8", "backtest": " -n 8",
}

// TestHelpExamplesRun runs every example in the help that needs nothing of the
// user's own.
func TestHelpExamplesRun(t *testing.T) {
	if testing.Short() {
		t.Skip("it solves and briefs whole cases")
	}
	dir := t.TempDir()
	if err := os.Symlink(filepath.Join(root(t), "cases"), filepath.Join(dir, "cases")); err != nil {
		t.Fatal(err)
	}
	for name, text := range ofExamples {
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, v := range allVerbs() {
		for line := range strings.SplitSeq(v.example, "\n") {
			if strings.ContainsAny(line, "~>|") || ofUsers.MatchString(line) {
				continue
			}
			c := exec.Command("sh", "-c", line+fewRuns[strings.Fields(v.use)[0]])
			c.Dir = dir
			c.Env = append(os.Environ(), "RECKON_LIBRARY=")
			if strings.Contains(line, "brief") || strings.Contains(line, "format") {
				c.Args[2] = strings.ReplaceAll(line, "cases/supreme-leader", "mycase")
			}
			out, err := c.CombinedOutput()
			if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && exit.ExitCode() == exitFindings && strings.Contains(line, "reckon adopt") {
				err = nil // nobody has completed the proposal
			}
			if err != nil {
				t.Errorf("%s: %v\n%s", line, err, out)
			}
		}
	}
}

// ofExamples are the files, beside those of reckon init, that examples take.
var ofExamples = map[string]string{
	"zotero.ris": "TY  - JOUR\nTI  - The harbour\nAU  - Author, A.\nPY  - 2024/03/01\nER  - \n",
	"notes.jsonld": `{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "id": "urn:1", "body": [{"type": "TextualBody", "value": "Twice."}],
		"target": {"source": "x", "selector": [{"type": "TextQuoteSelector", "exact": "gambled twice and lost twice"}]}}`,
	"table.csv":      "Table,Three seats,3,1,,\nActor,Desc,Power,Course,Course_sal\nGuard,,40,10,90\nMerchants,,25,60,80\nElders,,35,35,50\n",
	"marked/one.txt": "The mayor said that the bridge is safe. The clerk believes that the ferry will sail.\n",
	"marked/one.ann": "T1\tSource 0 9\tThe mayor\nT2\tCue 10 14\tsaid\nT3\tContent 15 38\tthat the bridge is safe\nE1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n",
}

// allVerbs lists the verbs, each followed by its own.
func allVerbs() []verb {
	var all []verb
	for _, v := range verbs() {
		all = append(all, v)
		if v.verbs != nil {
			all = append(all, v.verbs()...)
		}
	}
	return all
}

// narrow FILE… fails when a line is wider than the page; stdout is a file name.
func narrow(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		for n, line := range strings.Split(ts.ReadFile(name), "\n") {
			if w := ansi.StringWidth(line); w > widest {
				ts.Fatalf("%s, line %d, is %d columns wide: %s", name, n+1, w, line)
			}
		}
	}
}

// grow FILE BYTES pads a file with comment lines up to a size.
func grow(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.Atoi(args[1])
	ts.Check(err)
	text := []byte(ts.ReadFile(args[0]))
	line := []byte("# " + strings.Repeat("x", 61) + "\n")
	for len(text) < size {
		text = append(text, line[:min(len(line), size-len(text))]...)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), text, 0o644))
}

// bytes FILE HEX… writes a file that is no text.
func bytesOf(ts *testscript.TestScript, _ bool, args []string) {
	b, err := hex.DecodeString(strings.Join(args[1:], ""))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o644))
}

// swap FILE OLD NEW replaces a text in a file once, as an editor does; it must be
// there. In NEW \n is a line end.
func swap(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s does not hold %q:\n%s", args[0], args[1], text)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, args[1], strings.ReplaceAll(args[2], `\n`, "\n"), 1)), 0o644))
}

// keys FILE NAME… fails unless the JSON object in FILE has all these names. More
// may be added at any time; none may be renamed, since scripts rely on them.
func keys(ts *testscript.TestScript, _ bool, args []string) {
	dec := json.NewDecoder(strings.NewReader(ts.ReadFile(args[0])))
	if _, err := dec.Token(); err != nil {
		ts.Fatalf("%s is not JSON: %v", args[0], err)
	}
	var names []string
	for dec.More() {
		name, err := dec.Token()
		ts.Check(err)
		names = append(names, name.(string))
		var skip json.RawMessage
		ts.Check(dec.Decode(&skip))
	}
	for _, name := range args[1:] {
		if !slices.Contains(names, name) {
			ts.Fatalf("%s has no %q; it has %s", args[0], name, strings.Join(names, " "))
		}
	}
}

// only DIR NAME… fails unless the folder holds exactly these files and folders.
func only(ts *testscript.TestScript, _ bool, args []string) {
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if got, want := strings.Join(names, " "), strings.Join(args[1:], " "); got != want {
		ts.Fatalf("%s holds %q, want %q", args[0], got, want)
	}
}

// code N COMMAND… runs a command that must end with exit code N. What it prints
// is the next command's stdout and stderr, as with exec.
func code(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	got := 0
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit code %d, want %s", got, args[0])
	}
}

// TestHelpShowsEveryVerb keeps each verb documented: a short and a long text, an
// example that begins with its name, and flags with a sentence each.
func TestHelpShowsEveryVerb(t *testing.T) {
	for _, v := range verbs() {
		name, _, _ := strings.Cut(v.use, " ")
		t.Run(name, func(t *testing.T) { checkHelp(t, v, name) })
		if v.verbs == nil {
			continue
		}
		for _, own := range v.verbs() {
			second, _, _ := strings.Cut(own.use, " ")
			t.Run(name+" "+second, func(t *testing.T) { checkHelp(t, own, name, second) })
		}
	}
}

func checkHelp(t *testing.T, v verb, path ...string) {
	t.Helper()
	name := strings.Join(path, " ")
	var out bytes.Buffer
	d := newDesk(os.Stdout, os.Stderr)
	c := commands(d)
	c.SetOut(&out)
	c.SetArgs(append(path, "--help"))
	if err := c.Execute(); err != nil {
		t.Fatal(err)
	}
	if v.short == "" || v.long == "" || !strings.Contains(v.example, "reckon "+name) {
		t.Errorf("%s lacks a short text, a long text or an example", name)
	}
	for n, line := range strings.Split(out.String(), "\n") {
		if w := ansi.StringWidth(line); w > widest && !strings.Contains(line, "reckon completion") {
			t.Errorf("help of %s, line %d, is %d columns wide: %s", name, n+1, w, line)
		}
	}
	own, _, err := c.Find(path)
	if err != nil {
		t.Fatal(err)
	}
	own.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Usage == "" {
			t.Errorf("%s: --%s says nothing", name, f.Name)
		}
	})
}
