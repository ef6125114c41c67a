package cases

import (
	"embed"
	"io/fs"
	"path"
	"strings"
)

//go:embed catalogue
var catalogue embed.FS

// Catalogue returns the texts of one catalogue case, such as
// "tucker1950/prisoners", by slash-separated path within its folder. A name that
// is not in the catalogue is a bug of the caller.
func Catalogue(name string) map[string][]byte {
	root := path.Join("catalogue", name)
	texts := map[string][]byte{}
	err := fs.WalkDir(catalogue, root, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := catalogue.ReadFile(file)
		texts[strings.TrimPrefix(file, root+"/")] = text
		return err
	})
	if err != nil {
		panic("cases: " + err.Error())
	}
	return texts
}
