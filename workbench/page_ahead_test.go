package workbench

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// tide is a small case with a clock; next is how its queue moves.
func tide(next string) []txtar.File {
	return []txtar.File{{Name: "case.hcl", Data: []byte(`case "tide" {
  title = "Tide"
  as_of = "2025-01-01"
  until = "2025-12-31"
  step  = "month"
}
actor "mayor" {
  option "close" { title = "Close the quay" }
}
mind "mayor" {
  want "close" { that = mayor.close }
}
measure "queue" {
  title = "Ships that wait"
  unit  = "ships"
  low   = 0
  high  = 1000
  start = [9, 11]
  next  = ` + next + `
  noise = normal(0, 1)
}
question "many" {
  ask    = "Will more than a dozen ships wait?"
  opens  = "2025-01-01"
  closes = "2025-12-31T00:00:00Z"
  yes_if = "the harbour log counts thirteen or more"
  no_if  = "it never does"
  void_if = "no log is kept"
  decided_by = ["the harbour log"]
  when   = ever(queue > 12)
}
scenario "half" {
  title = "Half the ships"
  set "queue" { to = 5 }
}
`)}}
}

func pageOf(t *testing.T, next string, set PageSettings) (string, *Page) {
	t.Helper()
	var w bytes.Buffer
	set.To = &w
	p, err := openText(t, tide(next)).Brief(context.Background(), set)
	if err != nil {
		t.Fatal(err)
	}
	return w.String(), p
}

// TestPageAhead holds that a case with a clock is run for its page, that seed and
// case alone decide what the page says, and that no runs leave the section out.
func TestPageAhead(t *testing.T) {
	page, p := pageOf(t, "queue", PageSettings{Runs: 300, Seed: 1})
	if p.Runs != 300 {
		t.Errorf("%d runs, want 300", p.Runs)
	}
	for _, want := range []string{`<section id="outlook"`, "run forward 300 times", "figure-odds-1", "figure-fan-1", "Half the ships", "20 whole runs"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if again, _ := pageOf(t, "queue", PageSettings{Runs: 300, Seed: 1}); again != page {
		t.Error("the same case and seed gave another page")
	}
	if other, _ := pageOf(t, "queue", PageSettings{Runs: 300, Seed: 2}); other == page {
		t.Error("another seed gave the same page")
	}
	if none, p := pageOf(t, "queue", PageSettings{}); p.Runs != 0 || strings.Contains(none, `<section id="outlook"`) {
		t.Error("no runs were asked for, and the page shows some")
	}
}

// TestPageOfFailingRuns holds that a run which cannot go on is named on the page
// with its line, and that the page is written all the same.
func TestPageOfFailingRuns(t *testing.T) {
	page, p := pageOf(t, "queue + 1 / (time() - 3)", PageSettings{Runs: 300, Seed: 1})
	if p.Runs != 0 {
		t.Errorf("%d runs came through a division by zero", p.Runs)
	}
	for _, want := range []string{`class="upset"`, "The runs stopped early", "queue", "Limits of the model"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

// TestPageStopped holds that a page whose runs are stopped is not written.
func TestPageStopped(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	var w bytes.Buffer
	if _, err := openText(t, tide("queue")).Brief(ctx, PageSettings{Runs: 300, To: &w}); err == nil || w.Len() > 0 {
		t.Errorf("err = %v, %d bytes written; want an error and none", err, w.Len())
	}
}
