package brief

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"

	"reckon"
)

//go:embed *.tmpl style.css
var files embed.FS

// pages holds every template, by the name it defines.
var pages = template.Must(template.New("brief").Funcs(template.FuncMap{"n": coordinate}).ParseFS(files, "*.tmpl"))

// Write renders the findings as one HTML file without scripts or outside
// resources. The same findings give the same bytes. It fails only when w does.
func Write(w io.Writer, f *Findings) error {
	p := &page{Findings: f, uses: map[reckonCite]int{}}
	view := p.header()
	for _, s := range sections() {
		if shown := s.view(p); shown != nil {
			view.Parts = append(view.Parts, part{
				ID: s.id, Number: len(view.Parts) + 1, Title: s.title, Body: render("section-"+s.id, shown),
			})
		}
	}
	var out bytes.Buffer
	if err := pages.ExecuteTemplate(&out, "page", view); err != nil {
		panic(fmt.Sprintf("brief: page: %v", err)) // templates are ours: a failure is our bug
	}
	if _, err := w.Write(out.Bytes()); err != nil {
		return fmt.Errorf("write brief: %w", err)
	}
	return nil
}

// page is one brief being written: the findings and the citations met so far.
type page struct {
	*Findings
	uses  map[reckonCite]int // citation to index in notes
	notes []note
}

// reckonCite is what makes two citations the same.
type reckonCite struct {
	source   string
	from, to int
	page     string
	says     string
}

// note is one citation: where it points and what for.
type note struct {
	N    int
	Cite reckon.Cite
	For  string
}

// mark is a numbered link from a statement to its citation.
type mark struct {
	N     int
	Href  string
	Title string
}

// marks numbers the citations of a statement, in order of first mention.
func (p *page) marks(cites []reckon.Cite, use string) []mark {
	var out []mark
	for _, c := range cites {
		key := reckonCite{c.Source, c.From, c.To, c.Page, c.Says}
		i, met := p.uses[key]
		if !met {
			i = len(p.notes)
			p.uses[key] = i
			p.notes = append(p.notes, note{N: i + 1, Cite: c, For: use})
		}
		title := "Source of this statement"
		if s := p.Case.Source(c.Source); s != nil {
			title = sourceName(s)
		}
		out = append(out, mark{N: i + 1, Href: fmt.Sprintf("#cite-%d", i+1), Title: title})
	}
	return out
}

// render executes one of our templates; a failure is our bug.
func render(name string, view any) template.HTML {
	var out bytes.Buffer
	if err := pages.ExecuteTemplate(&out, name, view); err != nil {
		panic(fmt.Sprintf("brief: %s: %v", name, err))
	}
	return template.HTML(out.String()) // the output of html/template is already escaped
}

// coordinate writes a length in a drawing with one decimal at most.
func coordinate(x float64) string {
	s := fmt.Sprintf("%.1f", x)
	if len(s) > 2 && s[len(s)-2:] == ".0" {
		return s[:len(s)-2]
	}
	return s
}
