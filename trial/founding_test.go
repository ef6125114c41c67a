package trial_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"math"
	"os"
	"testing"

	"reckon"
	"reckon/lang"
	"reckon/trial"
)

// founding loads the case of the Supreme Leader.
func founding(tb testing.TB) *reckon.Case {
	tb.Helper()
	root := os.DirFS("../cases/supreme-leader")
	files := lang.Files{}
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[path], err = fs.ReadFile(root, path)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	c, diagnostics := lang.Load(files)
	for _, d := range diagnostics {
		if d.Severity == reckon.Error {
			tb.Fatalf("%s: %s", d.At, d.Summary)
		}
	}
	return c
}

// TestFoundingCase holds the report on real input together: what must be true
// whatever the readings say.
func TestFoundingCase(t *testing.T) {
	c := founding(t)
	r, err := trial.Run(c, trial.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(r) // fails on NaN and infinity
	if err != nil {
		t.Fatal(err)
	}
	again, err := trial.Run(c, trial.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	if other, err := json.Marshal(again); err != nil || !bytes.Equal(text, other) {
		t.Errorf("the same trial gave different bytes (%v)", err)
	}
	total := 0.0
	for _, s := range r.Readings {
		total += s.Posterior
		tested, covered := 0, 0
		for _, ch := range r.Choices {
			checkChoice(t, c, &ch, &s)
			if ch.Skipped == "" && ch.Date > s.Dated {
				tested++
			}
			if _, says := ch.P[s.Name]; says {
				covered++
			}
		}
		if tested != s.Choices || covered != s.Covered || covered == 0 {
			t.Errorf("%s: %d of %d by its score, %d of %d by the choices", s.Name, s.Covered, s.Choices, covered, tested)
		}
		if s.Known && !(s.LogRange[0] <= s.LogScore && s.LogScore <= s.LogRange[1]) {
			t.Errorf("%s: %v outside %v", s.Name, s.LogScore, s.LogRange)
		}
	}
	if math.Abs(total-1) > 1e-9 {
		t.Errorf("posterior weights sum to %v", total)
	}
}

// checkChoice checks one choice for one reading: tested after its date only,
// each forecast a distribution whose first entry is the probability of the deed.
func checkChoice(t *testing.T, c *reckon.Case, ch *trial.Choice, s *trial.Score) {
	t.Helper()
	p, says := ch.P[s.Name]
	if says && (ch.Date <= s.Dated || ch.Skipped != "") {
		t.Errorf("%s on %s: tested on what its author knew", s.Name, ch.ID)
	}
	if _, retro := ch.Retro[s.Name]; retro && ch.Date > s.Dated {
		t.Errorf("%s on %s: a test shown as retrodiction", s.Name, ch.ID)
	}
	if len(ch.State) != len(c.Options) || ch.Later != (c.AsOf != 0 && ch.Date > c.AsOf) {
		t.Errorf("%s: state %s, later %v", ch.ID, ch.State, ch.Later)
	}
	for _, f := range ch.Forecasts {
		sum := 0.0
		for _, x := range f.P {
			sum += x
		}
		if math.Abs(sum-1) > 1e-9 || len(f.P) != len(ch.Alternatives) || len(f.P) < 2 {
			t.Errorf("%s on %s: forecast %v", f.Reading, ch.ID, f.P)
		}
		if f.Reading == s.Name && !f.Retro && f.P[0] != p {
			t.Errorf("%s on %s: forecast %v, p %v", f.Reading, ch.ID, f.P, p)
		}
	}
}

// BenchmarkSupremeLeader is held to one second by the plan: the founding case
// with 1 000 draws.
func BenchmarkSupremeLeader(b *testing.B) {
	c := founding(b)
	for b.Loop() {
		if _, err := trial.Run(c, trial.Settings{}); err != nil {
			b.Fatal(err)
		}
	}
}
