package reckon_test

import (
	"bufio"
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// house is the plan: every package, its level and nothing else. A package may
// import packages of lower levels only, so siblings never meet below workbench.
var house = map[string]int{
	"":                 0,
	"lang":             1,
	"stability":        1,
	"casetest":         1,
	"cases":            1,
	"lint":             2,
	"mind":             2,
	"coalition":        2,
	"preference":       2,
	"followup":         2,
	"symbolic":         2,
	"exchange":         2,
	"trial":            3,
	"replication":      5,
	"brief":            8,
	"workbench":        9,
	"cmd/reckon":       11,
	"draw":             1,
	"fleet":            1,
	"dynamics":         2,
	"experiment":       2,
	"xmile":            2,
	"sim":              4,
	"outlook":          5,
	"causes":           6,
	"backtest":         6,
	"runfile":          5,
	"disk":             1,
	"document":         1,
	"perceptron":       1,
	"readtest":         1,
	"pgtest":           1,
	"bibliography":     2,
	"anchor":           2,
	"library":          3,
	"grammar":          2,
	"names":            3,
	"stance":           3,
	"dates":            3,
	"quotation":        4,
	"attribution":      5,
	"priority":         5,
	"causality":        5,
	"events":           5,
	"petrarch":         4,
	"profile":          5,
	"reading":          6,
	"beliefmap":        7,
	"draft":            7,
	"llm":              7,
	"margin":           7,
	"study":            10,
	"arena":            1,
	"arena/council":    2,
	"arena/palace":     2,
	"arena/street":     2,
	"arena/treasury":   2,
	"arena/bargaining": 2,
	"coupling":         3,
}

// Sizes of the house. They were tuned once, after the first packages, and stay.
const (
	maxFunctionLines = 70
	maxFileLines     = 800
	maxExported      = 12
	maxExportedRoot  = 80 // 60 before measures moved, shocks, memory and scenarios: they are nouns of a case
	maxExportedBench = 42 // workbench, study: what a verb takes and what it gives, for every verb; 40 before arenas
	maxArchitecture  = 150
)

// only names the packages allowed to import a dependency.
var only = map[string]string{
	"github.com/hashicorp/hcl":  "lang",
	"github.com/zclconf/go-cty": "lang",
	"github.com/spf13/":         "cmd/reckon",
	"github.com/charmbracelet/": "cmd/reckon",
	"charm.land/":               "cmd/reckon",
	"github.com/go-air/gini":    "symbolic",
	"github.com/crillab/":       "symbolic",
	"html/template":             "brief margin",
	"text/template":             "nobody",
	"github.com/parquet-go":     "runfile",
	"github.com/riverqueue":     "fleet",
	"github.com/jackc":          "fleet library pgtest",
	"modernc.org/":              "library",
	"github.com/pressly/goose":  "library",
	"sync":                      "stability mind sim fleet library pgtest workbench grammar causality",
	"runtime":                   "stability sim",
}

// vague are words that say nothing about what a thing is.
var vague = regexp.MustCompile(`^Get[A-Z]|(Manager|Helper|Util|Utils|Impl|Data|Info|Service|Handler)$`)

// pure lists what engines may import of the standard library: nothing that sees
// a clock, a disk, a network or the environment. Of time they use the calendar;
// the linter forbids its clock.
var pure = []string{
	"archive/zip", "compress/gzip", "compress/zlib", "crypto/sha256", "encoding/base64", "encoding/csv", "encoding/hex", "hash/fnv", "mime", "mime/multipart", "mime/quotedprintable", "net/mail", "net/url", "unicode/utf16", "sort", "bufio",
	"bytes", "cmp", "context", "embed", "encoding/binary", "encoding/json", "encoding/xml", "errors", "fmt", "html/template", "io", "maps", "math", "math/bits",
	"math/big", "io/fs", "path", "regexp", "runtime", "slices", "strconv", "strings", "sync", "sync/atomic", "time", "unicode", "unicode/utf16", "unicode/utf8",
}

// engines are pure; the block loops of stability and the worker pool of sim may use goroutines.
var engines = []string{
	"", "lang", "lint", "stability", "mind", "coalition", "preference", "followup", "symbolic", "exchange", "replication", "cases", "trial", "brief", "draw", "dynamics", "experiment", "xmile", "sim", "outlook", "causes", "backtest",
	"document", "perceptron", "anchor", "bibliography", "grammar", "names", "stance", "dates", "quotation", "attribution", "priority", "causality", "events", "petrarch", "profile", "reading", "beliefmap", "draft", "margin",
	"arena", "arena/council", "arena/palace", "arena/street", "arena/treasury", "arena/bargaining", "coupling",
}

type source struct {
	path, pkg string
	text      []byte
	file      *ast.File
	fset      *token.FileSet
}

// sources parses every Go file of the module that is not a test.
func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && path != ".") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, path, text, parser.ParseComments)
		if err != nil {
			return err
		}
		pkg := filepath.ToSlash(filepath.Dir(path))
		if pkg == "." {
			pkg = ""
		}
		all = append(all, source{filepath.ToSlash(path), pkg, text, file, fset})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestImportsRunOneWay(t *testing.T) {
	for _, s := range sources(t) {
		level, planned := house[s.pkg]
		if !planned {
			t.Errorf("%s: package %q is not in the plan. Put the code in a planned package, or add a line to the house table here and to ARCHITECTURE.md in the same commit, with the reason.", s.path, s.pkg)
			continue
		}
		for _, spec := range s.file.Imports {
			path, _ := strconv.Unquote(spec.Path.Value)
			if own, ours := strings.CutPrefix(path+"/", "reckon/"); ours {
				own = strings.TrimSuffix(own, "/")
				if l, planned := house[own]; !planned || l >= level {
					t.Errorf("%s imports %s, which is not below it in the plan. Siblings meet only in workbench: pass a value through it, or move the shared noun to the root.", s.path, path)
				}
			}
			for dep, home := range only {
				within := strings.HasPrefix(path+"/", strings.TrimSuffix(dep, "/")+"/")
				if within && !slices.Contains(strings.Fields(home), s.pkg) && (dep != "runtime" || slices.Contains(engines, s.pkg)) {
					t.Errorf("%s imports %s; only package %s may. Ask it for a value instead.", s.path, path, home)
				}
			}
			standard := !strings.Contains(strings.SplitN(path, "/", 2)[0], ".") && path != "reckon" && !strings.HasPrefix(path, "reckon/")
			if slices.Contains(engines, s.pkg) && standard && !slices.Contains(pure, path) {
				t.Errorf("%s imports %s, which is not on the list of what engines may use: they are pure. Let workbench do it and pass the result in.", s.path, path)
			}
		}
	}
}

func TestSizes(t *testing.T) {
	exported := map[string][]string{}
	for _, s := range sources(t) {
		if n := bytes.Count(s.text, []byte("\n")); n > maxFileLines {
			t.Errorf("%s has %d lines; the limit is %d. One noun a file: split it by noun.", s.path, n, maxFileLines)
		}
		for _, d := range s.file.Decls {
			exported[s.pkg] = append(exported[s.pkg], exportedNames(d)...)
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Body == nil {
				continue
			}
			n := s.fset.Position(f.End()).Line - s.fset.Position(f.Pos()).Line + 1
			if n > maxFunctionLines && !excused(s, f) {
				t.Errorf("%s: %s has %d lines; the limit is %d. Keep the ifs here and move the work to leaves; a flat switch may say //house:long and why.", s.path, f.Name.Name, n, maxFunctionLines)
			}
			if f.Recv == nil && f.Name.Name == "init" {
				t.Errorf("%s: no init functions. Write an explicit list and call it.", s.path)
			}
		}
	}
	for pkg, names := range exported {
		limit := maxExported
		switch pkg {
		case "":
			limit = maxExportedRoot
		case "workbench", "study":
			limit = maxExportedBench
		}
		if len(names) > limit {
			slices.Sort(names)
			t.Errorf("package %q exports %d names; the limit is %d: %s. Hide what callers can do without.", pkg, len(names), limit, strings.Join(names, ", "))
		}
	}
}

func exportedNames(d ast.Decl) []string {
	var names []string
	add := func(id *ast.Ident) {
		if id.IsExported() {
			names = append(names, id.Name)
		}
	}
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			add(d.Name)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				add(spec.Name)
			case *ast.ValueSpec:
				if d.Tok == token.CONST && spec.Type != nil {
					continue // a word of an enumeration counts once, with its type
				}
				for _, id := range spec.Names {
					add(id)
				}
			}
		}
	}
	return names
}

// excused reports whether the function says //house:long with a reason, in its
// own comment or body.
func excused(s source, f *ast.FuncDecl) bool {
	start := f.Pos()
	if f.Doc != nil {
		start = f.Doc.Pos()
	}
	for _, group := range s.file.Comments {
		for _, c := range group.List {
			why, ok := strings.CutPrefix(c.Text, "//house:long ")
			if ok && len(why) > 10 && c.Pos() >= start && c.Pos() < f.End() {
				return true
			}
		}
	}
	return false
}

func TestPackageComments(t *testing.T) {
	seen, doc := map[string]bool{}, map[string]bool{}
	for _, s := range sources(t) {
		seen[s.pkg] = true
		if s.file.Doc != nil && filepath.Base(s.path) == "doc.go" {
			doc[s.pkg] = true
		}
	}
	for pkg := range seen {
		if !doc[pkg] {
			t.Errorf("package %q has no doc.go with a comment: what it knows, what it refuses to know, where to start reading.", pkg)
		}
	}
	for pkg := range house {
		if !seen[pkg] {
			t.Errorf("package %q is planned but empty: add it when its first code comes.", pkg)
		}
	}
}

func TestNames(t *testing.T) {
	loose := regexp.MustCompile(`\b(TODO|FIXME|XXX)\b`)
	numbered := regexp.MustCompile(`\b(TODO|FIXME|XXX)\(#\d+\)`)
	for _, s := range sources(t) {
		for _, d := range s.file.Decls {
			names := exportedNames(d)
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.IsExported() {
				names = append(names, f.Name.Name)
			}
			for _, name := range names {
				if vague.MatchString(name) {
					t.Errorf("%s: %s is a vague name. Say what it is in the words of docs/language.md.", s.path, name)
				}
			}
		}
		lines := bufio.NewScanner(bytes.NewReader(s.text))
		for n := 1; lines.Scan(); n++ {
			if line := lines.Text(); loose.MatchString(line) && !numbered.MatchString(line) {
				t.Errorf("%s:%d: a TODO needs an issue number, or do it now.", s.path, n)
			}
		}
	}
}

func TestGoroutines(t *testing.T) {
	for _, s := range sources(t) {
		ast.Inspect(s.file, func(n ast.Node) bool {
			if g, ok := n.(*ast.GoStmt); ok { // package sync, whose WaitGroup.Go stability uses, is closed to all others
				t.Errorf("%s:%d: a go statement. Only the loops of stability and the workers of sim run side by side, through sync.WaitGroup.Go.", s.path, s.fset.Position(g.Pos()).Line)
			}
			return true
		})
	}
}

// TestRaced holds the packages that make race watches to those that import sync:
// what runs side by side, and what waits for it.
func TestRaced(t *testing.T) {
	var sharing []string
	for _, s := range sources(t) {
		for _, i := range s.file.Imports {
			if strings.HasPrefix(i.Path.Value, `"sync`) && s.pkg != "pgtest" && !slices.Contains(sharing, s.pkg) {
				sharing = append(sharing, s.pkg)
			}
		}
	}
	text, err := os.ReadFile("Makefile")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(text), "\nraced := ")
	list, _, _ = strings.Cut(list, "\n")
	raced := strings.Fields(list)
	slices.Sort(sharing)
	slices.Sort(raced)
	if !slices.Equal(raced, sharing) {
		t.Errorf("the Makefile runs the race detector over %q; %q import sync.", raced, sharing)
	}
}

// numeric lists the packages whose numbers must have the same bits on every
// processor.
var numeric = []string{"./draw", "./experiment", "./dynamics", "./sim", "./coupling", "./arena/council", "./arena/palace", "./arena/street", "./arena/bargaining"}

// TestNoFusedProducts compiles the numeric packages for a processor on which the
// compiler fuses products into sums, and demands that it found none to fuse. Even
// a product that was assigned to a variable first is fused; only a conversion
// keeps them apart.
func TestNoFusedProducts(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles for another processor")
	}
	build := exec.Command("go", append([]string{"build", "-gcflags=-S"}, numeric...)...)
	build.Env = append(build.Environ(), "GOARCH=arm64", "CGO_ENABLED=0")
	listing, err := build.CombinedOutput()
	if err != nil || len(listing) == 0 {
		t.Fatalf("cannot list what is compiled for arm64: %v", err)
	}
	for _, m := range regexp.MustCompile(`(\w+/\w+\.go:\d+)\)\s+(FN?M(?:ADD|SUB)\w*)`).FindAllSubmatch(listing, -1) {
		t.Errorf("%s: the compiler makes %s of a product in a sum, which rounds once where others round twice; write float64(a*b)+c", m[1], m[2])
	}
}

// TestArchitecture holds the code map against the tree.
func TestArchitecture(t *testing.T) {
	text, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(text, []byte("\n")); n > maxArchitecture {
		t.Errorf("ARCHITECTURE.md has %d lines; the limit is %d.", n, maxArchitecture)
	}
	for pkg, level := range house {
		name := pkg
		if name == "" {
			name = "reckon"
		}
		row := fmt.Sprintf("| %d | `%s` |", level, name)
		if !bytes.Contains(text, []byte(row)) {
			t.Errorf("ARCHITECTURE.md lacks the row %q: the table there and the one here are the same plan.", row)
		}
	}
	for _, path := range regexp.MustCompile("`([a-z]+/[a-z_]+\\.go|[a-z_]+\\.go)`").FindAllSubmatch(text, -1) {
		if _, err := os.Stat(string(path[1])); err != nil {
			t.Errorf("ARCHITECTURE.md names %s, which does not exist.", path[1])
		}
	}
}

// TestReferences checks that every citation key written [key YEAR] in a Go
// comment stands in docs/references.md, and that every entry there is cited.
func TestReferences(t *testing.T) {
	text, err := os.ReadFile("docs/references.md")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^- \*\*\[([a-z]+\d{4}[a-z]?)\]\*\*`).FindAllSubmatch(text, -1) {
		listed[string(m[1])] = false
	}
	key := regexp.MustCompile(`\[([a-z]+\d{4}[a-z]?)\]`)
	for _, s := range sources(t) {
		for _, group := range s.file.Comments {
			for _, m := range key.FindAllStringSubmatch(group.Text(), -1) {
				if _, ok := listed[m[1]]; !ok {
					t.Errorf("%s cites [%s], which docs/references.md does not list.", s.path, m[1])
				}
				listed[m[1]] = true
			}
		}
	}
	for k, cited := range listed {
		if !cited {
			t.Errorf("docs/references.md lists [%s], which no code cites.", k)
		}
	}
}
