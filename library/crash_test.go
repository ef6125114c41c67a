package library_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"reckon/library"
)

// importProcess is the child: it imports a folder and prints what is acknowledged.
func importProcess(place, files string) int {
	l, err := library.Open(context.Background(), place)
	if err != nil {
		fmt.Println("error:", err)
		return 1
	}
	fmt.Println("open")
	err = l.Import(context.Background(), []string{files}, func(i library.Item) { fmt.Println(i.Outcome, i.SHA256) })
	if err != nil {
		fmt.Println("error:", err)
		return 1
	}
	fmt.Println("done")
	return 0
}

// TestKill kills an importing process again and again: what it had printed is there.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("starts and kills processes; left out with -short")
	}
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			place := e.place(t)
			texts := map[string]string{}
			for k := range 700 {
				texts[fmt.Sprintf("in/%04d.txt", k)] = prose(uint32(k), 120)
			}
			files(t, texts)
			acknowledged := map[string]bool{}
			random := rand.New(rand.NewPCG(1, 2))
			for try := range 9 {
				after := random.IntN(120)
				if try == 8 {
					after = len(texts) + 1 // the last may finish
				}
				for _, sha := range killed(t, place, after, time.Duration(random.IntN(20))*time.Millisecond) {
					acknowledged[sha] = true
				}
				l := open(t, place)
				all, err := l.List(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				there := map[string]bool{}
				for _, e := range all {
					there[e.SHA256] = true
				}
				for sha := range acknowledged {
					if !there[sha] {
						t.Fatalf("after try %d document %s is lost", try, sha)
					}
				}
				if try%4 == 0 {
					sound(t, l)
				}
				t.Logf("%d documents acknowledged, %d there", len(acknowledged), len(all))
			}
			if len(acknowledged) != len(texts) {
				t.Errorf("%d of %d documents acknowledged in the end", len(acknowledged), len(texts))
			}
		})
	}
}

// killed starts the child, kills it some time after it has acknowledged so many new
// documents, and gives the hashes that it printed.
func killed(t *testing.T, place string, after int, wait time.Duration) []string {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "LIBRARY_TEST_IMPORT="+place, "LIBRARY_TEST_FILES=in")
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	var said []string
	fresh := 0
	kill := func() { time.AfterFunc(wait, func() { _ = child.Process.Kill() }) }
	for lines := bufio.NewScanner(out); lines.Scan(); {
		word, sha, _ := strings.Cut(lines.Text(), " ")
		switch word {
		case "error:":
			t.Error(lines.Text())
		case string(library.Added), string(library.Near):
			fresh++
			said = append(said, sha)
		case string(library.Known):
			said = append(said, sha)
		}
		if fresh == after && (word != string(library.Known)) {
			kill()
		}
	}
	_ = child.Wait() // it was killed
	return said
}
