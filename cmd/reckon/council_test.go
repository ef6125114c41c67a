package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"reckon/readtest"
)

// TestCouncilJSON holds what scripts rely on to KTAB's own results, and the default
// to what is left when its third parties are mended.
func TestCouncilJSON(t *testing.T) {
	file := readtest.Shared(t, "ktab", "SOE-Policy.csv")
	for _, row := range []struct {
		flags string
		turns int
		means string
	}{
		{"--as ktab", 19, "35.01 32.82"},
		{"", 12, "35.01 26.39"},
	} {
		c := exec.Command("reckon", append([]string{"council", file, "--json"}, strings.Fields(row.flags)...)...)
		c.Stderr = os.Stderr
		out, err := c.Output()
		if err != nil {
			t.Fatal(err)
		}
		var got struct {
			Turns     int           `json:"turns"`
			Means     [][]float64   `json:"weighted_mean"`
			Positions [][][]float64 `json:"positions"`
		}
		if err := json.Unmarshal(out, &got); err != nil {
			t.Fatal(err)
		}
		means := fmt.Sprintf("%.2f %.2f", got.Means[0][0], got.Means[len(got.Means)-1][0])
		if got.Turns != row.turns || means != row.means || len(got.Positions) != row.turns+1 {
			t.Errorf("%q: %d turns, %d rows of positions, means %s; want %d turns, means %s", row.flags, got.Turns, len(got.Positions), means, row.turns, row.means)
		}
	}
}
