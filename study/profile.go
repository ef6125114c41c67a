package study

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"reckon/disk"
	"reckon/document"
	"reckon/grammar"
	"reckon/names"
	"reckon/profile"
	"reckon/quotation"
)

// Profiled is a speaker measured over documents on disk.
type Profiled struct {
	*profile.Profile
	Documents []ProfiledDocument
	Places    [][2]int // of each line, in code points of its document
	Failed    []Failure
}

// ProfiledDocument is one document with how much of it is the speaker's.
type ProfiledDocument struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
	Words  int    `json:"words"` // his own
	Lines  int    `json:"lines"` // coded
	Note   string `json:"note,omitempty"`
}

// Profile measures a speaker over documents and folders of them. Norms is a
// sample made with MakeNorms; "" for none.
func Profile(ctx context.Context, paths []string, norms string, set profile.Settings, progress func(done, total int)) (*Profiled, error) {
	if norms != "" {
		text, err := os.ReadFile(norms)
		if err != nil {
			return nil, disk.Unread(norms, err)
		}
		if set.Norms, err = profile.ReadNorms(norms, bytes.NewReader(text)); err != nil {
			return nil, err
		}
	}
	files, failed, err := expand(paths)
	if err != nil {
		return nil, err
	}
	p := &Profiled{Failed: failed}
	var coded []*profile.Coded
	for i, file := range files {
		if ctx.Err() != nil {
			return nil, disk.ErrStopped
		}
		if progress != nil {
			progress(i, len(files))
		}
		d, err := open(file)
		if err != nil {
			p.Failed = append(p.Failed, Failure{file, err.Error()})
			continue
		}
		c, note := codeDocument(d, set)
		coded = append(coded, c)
		p.Documents = append(p.Documents, ProfiledDocument{d.Name, d.SHA256, c.Words, len(c.Lines), note})
		offsets := document.NewOffsets(d.Text)
		for _, l := range c.Lines {
			p.Places = append(p.Places, [2]int{offsets.Point(l.Start), offsets.Point(l.End)})
		}
	}
	p.Profile = profile.Measure(coded, set)
	return p, nil
}

// codeDocument codes one document; the note says why there is nothing in it.
func codeDocument(d *document.Document, set profile.Settings) (*profile.Coded, string) {
	if d.Language != "en" && d.Language != "" {
		return &profile.Coded{Document: d.Name}, "not in English, so not coded"
	}
	t := grammar.Parse(d)
	c := names.Find(t, speakerKnown(set))
	coded := profile.Code(t, c, quotation.Find(t, c), set)
	if coded.Words == 0 {
		return coded, "none of its words are his"
	}
	return coded, ""
}

// speakerKnown makes the speaker known by the name that the user gives.
func speakerKnown(set profile.Settings) []names.Entity {
	id := strings.ReplaceAll(strings.ToLower(set.Speaker), " ", "_")
	return []names.Entity{{ID: id, Name: set.Speaker, Kind: names.Person}}
}

// Sampled says what went into a sample of norms and what did not.
type Sampled struct {
	Leaders []string
	Left    []Failure // too little text, or files that could not be read
}

// MakeNorms scores the speeches in a folder and gives the sample as CSV: a folder
// within it is one leader, as are all files of one author, or of one name where
// no author is known, that lie in it directly. Every document is taken for his
// own words, and for prepared unless the settings name another source. Who says too little for an index is left out and reported.
func MakeNorms(ctx context.Context, folder string, set profile.Settings, progress func(done, total int)) (*Sampled, []byte, error) {
	files, failed, err := expand([]string{folder})
	if err != nil {
		return nil, nil, err
	}
	var order []string
	coded := map[string][]*profile.Coded{}
	out := &Sampled{Left: failed}
	set.Own = true
	set.Source = cmp.Or(set.Source, profile.Prepared)
	for i, file := range files {
		if ctx.Err() != nil {
			return nil, nil, disk.ErrStopped
		}
		if progress != nil {
			progress(i, len(files))
		}
		d, err := open(file)
		if err != nil {
			out.Left = append(out.Left, Failure{file, err.Error()})
			continue
		}
		one := set
		one.Speaker = leaderOf(folder, file, d)
		if coded[one.Speaker] == nil {
			order = append(order, one.Speaker)
		}
		c, _ := codeDocument(d, one)
		coded[one.Speaker] = append(coded[one.Speaker], c)
	}
	var sample profile.Norms
	for _, leader := range order {
		if refused := sample.Add(leader, coded[leader]); refused != "" {
			out.Left = append(out.Left, Failure{leader, refused})
			continue
		}
		out.Leaders = append(out.Leaders, leader)
	}
	if len(out.Leaders) == 0 {
		return out, nil, fmt.Errorf("no leader in %s has words enough for an index", folder)
	}
	return out, sample.CSV(), nil
}

func leaderOf(folder, file string, d *document.Document) string {
	if at, err := filepath.Rel(folder, file); err == nil {
		if first, _, within := strings.Cut(filepath.ToSlash(at), "/"); within {
			return first
		}
	}
	if d.Author != "" {
		return d.Author
	}
	return strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
}
