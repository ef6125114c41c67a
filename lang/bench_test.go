package lang_test

import (
	"fmt"
	"strings"
	"testing"

	"reckon/lang"
)

// large writes a case of the size of the founding one: 16 options of 4 actors,
// 3 readings of 20 cited wants, 121 rows and 200 sources.
func large() lang.Files {
	var c, bib strings.Builder
	c.WriteString("case \"large\" {\n  title   = \"Large\"\n  subject = a0\n  from    = \"2000-01-01\"\n}\n")
	for i := range 4 {
		fmt.Fprintf(&c, "actor \"a%d\" {\n", i)
		for k := range 4 {
			fmt.Fprintf(&c, "  option \"o%d\" { title = \"Option %d of %d\" }\n", k, k, i)
		}
		c.WriteString("}\n")
	}
	files := lang.Files{"case.hcl": []byte(c.String())}
	for i := range 200 {
		fmt.Fprintf(&bib, "@misc{s%d,\n  title = {Source {Number} %d},\n  author = {A. Author and B. Writer},\n  publisher = {The Press},\n  date = {2019-01-01},\n  url = {https://example.org/%d},\n  reliability = {B}\n}\n\n", i, i, i)
	}
	files["sources.bib"] = []byte(bib.String())
	for r := range 3 {
		var b strings.Builder
		fmt.Fprintf(&b, "reading \"r%d\" {\n  source = s%d\n  mind \"a0\" {\n", r, r)
		for w := range 20 {
			fmt.Fprintf(&b, "    want \"w%d\" {\n      that = a%d.o%d && !a1.o2 || a2.o3 == a3.o%d\n      cite \"s%d\" {\n        chars = [%d, %d]\n        says  = \"so it says\"\n      }\n    }\n", w, w%4, w/5, w%4, w*9, 10*w, 10*w+9)
		}
		b.WriteString("  }\n}\n")
		files[fmt.Sprintf("readings/r%d.hcl", r)] = []byte(b.String())
	}
	var rows strings.Builder
	rows.WriteString("id,date,until,actor,kind,title,took,instead,choice,basis,weight,sources,note\n")
	for i := range 121 {
		fmt.Fprintf(&rows, "r%d,20%02d-01-01,,a0,kind,\"What happened, in a line of text\",+o%d,hold;-o%d,true,own words,1,s%d;s%d,a note\n", i, i%30, i%4, i%4, i, i+1)
	}
	files["record.csv"] = []byte(rows.String())
	return files
}

// BenchmarkLoad loads a case of the size of the founding one; the budget for a
// whole command is 20 ms.
func BenchmarkLoad(b *testing.B) {
	files := large()
	if _, found := lang.Load(files); len(found) > 0 {
		b.Fatalf("findings:\n%s", listing(found))
	}
	b.ReportAllocs()
	for b.Loop() {
		lang.Load(files)
	}
}

func BenchmarkFormat(b *testing.B) {
	src := large()["readings/r0.hcl"]
	for b.Loop() {
		lang.Format("readings/r0.hcl", src)
	}
}
