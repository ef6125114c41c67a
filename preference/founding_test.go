package preference

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"testing"

	"reckon"
	"reckon/lang"
)

// BenchmarkFounding solves every kind on a case of 16 options and 49 152 states.
func BenchmarkFounding(b *testing.B) {
	files := lang.Files{}
	tree := os.DirFS("../cases/supreme-leader")
	err := fs.WalkDir(tree, ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files[path], err = fs.ReadFile(tree, path)
		}
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		b.Skip("the founding case is not at hand")
	}
	c, _ := lang.Load(files)
	for _, kind := range Kinds() {
		for k := range c.Readings {
			b.Run(kind.Name+"/"+c.Readings[k].Name, func(b *testing.B) {
				minds := doubting(c.Readings[k].MindsIn(c))
				for b.Loop() {
					r, err := Solve(c, minds, c.MeasuresOn(c.AsOf), kind.Name, Settings{})
					if err != nil {
						b.Fatal(err)
					}
					b.ReportMetric(float64(r.Equilibria(reckon.SEQ).Len()), "SEQ")
				}
			})
		}
	}
}

// doubting casts doubt on every other want, and lets everybody mind how the next
// two fare.
func doubting(minds []reckon.Mind) []reckon.Mind {
	for i := range minds {
		minds[i].Wants = slices.Clone(minds[i].Wants)
		for k := range minds[i].Wants {
			if k%2 == 0 {
				minds[i].Wants[k].Unknown, minds[i].Wants[k].Odds = true, 0.6
			}
		}
		minds[i].Attitudes = []reckon.Attitude{{Toward: minds[(i+1)%len(minds)].Actor, Is: 1}, {Toward: minds[(i+2)%len(minds)].Actor, Is: -1}}
	}
	return minds
}
