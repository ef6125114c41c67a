package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// deployFiles returns the text of every file under deploy, by its path there.
func deployFiles(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	dir := os.DirFS(filepath.Join(root(t), "deploy"))
	err := fs.WalkDir(dir, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(dir, path)
		files[path] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestDeployCommands holds every command line under deploy to the flags and arguments
// that the verbs take.
func TestDeployCommands(t *testing.T) {
	seen := map[string]int{}
	for path, text := range deployFiles(t) {
		for _, args := range deployCommands(text) {
			seen[args[0]]++
			if err := parses(args); err != nil {
				t.Errorf("deploy/%s: reckon %s: %v", path, strings.Join(args, " "), err)
			}
		}
	}
	for verb, least := range map[string]int{"run": 4, "merge": 3, "worker": 2} {
		if seen[verb] < least {
			t.Errorf("deploy has %d commands with the verb %s; the test should find %d", seen[verb], verb, least)
		}
	}
}

// parses reports what is wrong with the flags or arguments of a command line, without
// running it.
func parses(args []string) error {
	c, rest, err := commands(newDesk(os.Stdout, os.Stderr)).Find(args)
	if err != nil {
		return err
	}
	if err := c.ParseFlags(rest); err != nil {
		return err
	}
	return c.ValidateArgs(c.Flags().Args())
}

var (
	// A command at the beginning of a line or after exec, srun or a path, with its arguments.
	shellCommand = regexp.MustCompile(`(?m)^(?:\s|exec |srun |ExecStart=)*(?:\S*/)?reckon ([a-z]+ [^|;\n]*)`)
	// The arguments of a container whose program is reckon.
	containerArgs = regexp.MustCompile(`(?m)^ *args: \[("[a-z]+".*)\]$`)
	variable      = regexp.MustCompile(`\$\{?[A-Za-z_0-9]+\}?`)
)

// deployCommands returns the arguments of each reckon command in a file, with 1 in the
// place of every variable of the shell.
func deployCommands(text string) [][]string {
	var all [][]string
	for _, m := range shellCommand.FindAllStringSubmatch(text, -1) {
		line, _, _ := strings.Cut(m[1], " >")
		line = strings.ReplaceAll(variable.ReplaceAllString(line, "1"), `"`, "")
		all = append(all, strings.Fields(line))
	}
	for _, m := range containerArgs.FindAllStringSubmatch(text, -1) {
		all = append(all, strings.Fields(strings.NewReplacer(`"`, "", ",", "").Replace(m[1])))
	}
	return all
}

func TestDeployCommandsAreFound(t *testing.T) {
	got := deployCommands(`
# reckon is not run here
ExecStart=/usr/local/bin/reckon worker postgres://u@h/d?sslmode=verify-full
	exec reckon run "$case" -n "$runs" --shard "$k/$n" --out "${dir}/x.shard" || exit
srun reckon merge *.shard --json >out
          args: ["worker", "postgres://h/d"]
`)
	want := [][]string{
		{"worker", "postgres://u@h/d?sslmode=verify-full"},
		{"run", "1", "-n", "1", "--shard", "1/1", "--out", "1/x.shard"},
		{"merge", "*.shard", "--json"},
		{"worker", "postgres://h/d"},
	}
	if !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("found %q", got)
	}
}

// TestDeployYAML checks the shape of the manifests: spaces in twos, keys, lists or the
// lines of a script, and in each document what Kubernetes wants first.
func TestDeployYAML(t *testing.T) {
	documents := 0
	for path, text := range deployFiles(t) {
		if filepath.Ext(path) != ".yaml" {
			continue
		}
		for document := range strings.SplitSeq(text, "\n---\n") {
			documents++
			top, bad := shape(document)
			for _, line := range bad {
				t.Errorf("deploy/%s: %q is neither a key nor in a list, or not indented in twos", path, line)
			}
			for _, wanted := range []string{"apiVersion", "kind", "metadata"} {
				if !slices.Contains(top, wanted) {
					t.Errorf("deploy/%s: a document without %s", path, wanted)
				}
			}
		}
	}
	if documents != 4 {
		t.Errorf("%d documents", documents)
	}
	if _, bad := shape("a:\n   b: 1\nc\nd: |\n  any thing\n\tf: 3\n"); len(bad) != 3 {
		t.Errorf("of a document with three bad lines it finds %q", bad)
	}
}

var (
	yamlKey  = regexp.MustCompile(`^((?:  )*)(?:- )?([A-Za-z][A-Za-z0-9./-]*):(?: [^ ].*)?$`)
	yamlItem = regexp.MustCompile(`^(?:  )*- [^ ].*$`)
)

// shape returns the keys at the left edge of a document, and the lines that are
// neither a key nor an item of a list nor within the text of a script.
func shape(document string) (top, bad []string) {
	script := -1
	for line := range strings.Lines(document) {
		line = strings.TrimRight(line, "\n")
		bare := strings.TrimLeft(line, " ")
		indent := len(line) - len(bare)
		if bare == "" || bare[0] == '#' || script >= 0 && indent > script {
			continue
		}
		script = -1
		if strings.HasSuffix(line, "|") {
			script = indent
		}
		switch m := yamlKey.FindStringSubmatch(line); {
		case m == nil && !yamlItem.MatchString(line):
			bad = append(bad, line)
		case m != nil && m[1] == "" && !strings.HasPrefix(line, "- "):
			top = append(top, m[2])
		}
	}
	return top, bad
}
