package study

import (
	"fmt"
	"io"
	"os"

	"reckon/attribution"
	"reckon/disk"
)

// Trained is a file of weights that was written.
type Trained struct {
	File    string `json:"file"`
	Texts   int    `json:"texts"`
	Triples int    `json:"attributions"`
}

// Train learns to find attributions from a folder of marked texts, in the layout
// of brat or of PolNeAR, and writes the weights. The notice says what the texts
// are and under which licence; it stays with the weights.
func Train(folder, out, notice string, force bool) (*Trained, error) {
	is, err := os.Stat(folder)
	if err != nil {
		return nil, disk.Unread(folder, err)
	}
	if !is.IsDir() {
		return nil, fmt.Errorf("%s is not a folder of marked texts", folder)
	}
	if out, err = weightsPlace(out, force); err != nil {
		return nil, err
	}
	texts, err := attribution.ReadCorpus(os.DirFS(folder))
	if err != nil {
		return nil, err
	}
	t := &Trained{File: out, Texts: len(texts)}
	for _, x := range texts {
		t.Triples += len(x.Key)
	}
	if t.Triples == 0 {
		return nil, fmt.Errorf("%s holds no marked attribution: pairs of X.txt and X.ann with spans Source, Cue and Content are looked for", folder)
	}
	weights := attribution.Train(texts, notice)
	return t, disk.Replace(out, 0o644, func(w io.Writer) error { return weights.Write(w) })
}

// weightsPlace refuses to replace a file that holds no weights of ours.
func weightsPlace(out string, force bool) (string, error) {
	old, err := os.ReadFile(out)
	if err != nil || force {
		return out, nil //nolint:nilerr // what is not there can be written; the rest shows when it is
	}
	if _, err := attribution.ReadTagger(old); err != nil {
		return "", fmt.Errorf("%s exists and holds no weights; choose another name, or use --force to replace it", out)
	}
	return out, nil
}

func tagger(file string) (*attribution.Tagger, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, disk.Unread(file, err)
	}
	t, err := attribution.ReadTagger(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w; weights are made with: reckon train FOLDER --out FILE", file, err)
	}
	return t, nil
}
