package grammar

import (
	"os"
	"testing"
)

// notice goes into the file of weights.
const notice = "Weights learned from Universal Dependencies English Web Treebank (EWT), CC BY-SA 4.0; see WEIGHTS.md."

// TestWriteWeights is make weights: it trains on the whole treebank and writes
// weights.bin.
func TestWriteWeights(t *testing.T) {
	if os.Getenv("RECKON_WEIGHTS") == "" {
		t.Skip("make weights runs it")
	}
	if err := os.WriteFile("weights.bin", Train(treebank(t, "train", 0), notice), 0o644); err != nil {
		t.Fatal(err)
	}
}
