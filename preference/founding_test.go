package preference

import (
	"errors"
	"io/fs"
	"os"
	"testing"

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
				minds := c.Readings[k].MindsIn(c)
				for b.Loop() {
					r, err := Solve(c, minds, c.MeasuresOn(c.AsOf), kind.Name, Settings{})
					if err != nil {
						b.Fatal(err)
					}
					b.ReportMetric(float64(r.Equilibria("SEQ").Len()), "SEQ")
				}
			})
		}
	}
}
