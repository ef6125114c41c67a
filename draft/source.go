package draft

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"reckon"
	"reckon/reading"
)

// sourceKey finds the document among the sources of the case, by its file name or
// its title, or makes a key of author and year.
func sourceKey(a *reading.Account, c *reckon.Case) (key string, known bool) {
	d := a.Document
	file := base(d.Name)
	stem := strings.TrimSuffix(file, path.Ext(file))
	for _, s := range c.Sources {
		if s.File != "" && base(s.File) == file || s.Key == stem || d.Title != "" && slug(s.Title) == slug(d.Title) {
			return s.Key, true
		}
	}
	author := d.Author
	if at := strings.LastIndex(strings.TrimSpace(author), " "); at >= 0 {
		author = author[at+1:]
	}
	name := slug(author)
	if name == "" {
		name = slug(stem)
	}
	if d.Published != 0 && !strings.Contains(name, d.Published.String()[:4]) {
		name += "-" + d.Published.String()[:4]
	}
	name = strings.ReplaceAll(name, "-", "_")
	if name == "" || name[0] >= '0' && name[0] <= '9' {
		name = "document_" + name
	}
	key = strings.Trim(name, "_")
	for n := 2; c.Source(key) != nil; n++ {
		key = fmt.Sprintf("%s_%d", strings.Trim(name, "_"), n)
	}
	return key, false
}

// bibtex writes what the document itself says of its origin; what it does not
// say is left out.
func bibtex(a *reading.Account, key string) []byte {
	d := a.Document
	var b bytes.Buffer
	fmt.Fprintf(&b, "@misc{%s,\n", key)
	field := func(name, value string) {
		if value = strings.NewReplacer("{", "", "}", "", "\\", "").Replace(oneLine(value)); value != "" {
			fmt.Fprintf(&b, "  %s = {%s},\n", name, value)
		}
	}
	field("title", d.Title)
	field("author", d.Author)
	field("publisher", d.Publisher)
	if d.Published != 0 {
		field("date", d.Published.String())
	}
	field("file", base(d.Name))
	b.WriteString("}\n")
	return b.Bytes()
}
