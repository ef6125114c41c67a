package attribution

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

const (
	marked = "Née Kahn said no. It rained."
	marks  = "T1\tSource 0 8\tNée Kahn\nT2\tCue 9 13\tsaid\nT3\tContent 14 16;18 20\tno It\nT4\tAttribution 9 13\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n#1\tnote on E1\n"
)

func TestReadCorpus(t *testing.T) {
	want := []Triple{{Source: []Span{{0, 9}}, Cue: []Span{{10, 14}}, Content: []Span{{15, 17}, {19, 21}}}}
	for name, files := range map[string]map[string]string{
		"side by side": {"a/x.txt": marked, "a/x.ann": marks},
		"two folders":  {"text/x.txt": marked, "attributions/x_anna.ann": marks, "attributions/x_bert.ann": ""},
	} {
		got, err := ReadCorpus(folder(files))
		if err != nil || len(got) != 1 || got[0].Text != marked || !reflect.DeepEqual(got[0].Key, want) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

func folder(files map[string]string) fstest.MapFS {
	m := fstest.MapFS{}
	for name, data := range files {
		m[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return m
}

func TestReadCorpusSaysWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		files map[string]string
		says  string
	}{
		{map[string]string{"x.txt": marked}, "no .ann file"},
		{map[string]string{"x.ann": marks}, "x.ann: no text belongs to it"},
		{map[string]string{"x.txt": "short", "x.ann": marks}, "x.ann: line 1: the span 0 to 8 does not lie in a text of 5 code points"},
		{map[string]string{"x.txt": marked, "x.ann": "T1\tCue nine 13\tsaid\n"}, "\"nine 13\" is not a start and an end"},
		{map[string]string{"x.txt": marked, "x.ann": "\nE1\tAttribution:T9 Cue:T7\n"}, "x.ann: line 2: T7 is not a span"},
		{map[string]string{"x.txt": "\xff\xfe", "x.ann": marks}, "x.txt is not UTF-8"},
	} {
		_, err := ReadCorpus(folder(c.files))
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("got %v, want %q", err, c.says)
		}
	}
}

func FuzzMarks(f *testing.F) {
	f.Add(marked, marks)
	f.Add("a", "T1\tCue 0 1\ta\nE1\tAttribution:T1 Cue:T1")
	f.Add("", "T0\tX 0 0;;\t\nE\tE\n")
	f.Fuzz(func(t *testing.T, text, marks string) {
		text = strings.ToValidUTF8(text, "?")
		list, err := parseMarks(text, marks)
		if err != nil {
			return
		}
		for _, x := range list {
			for _, s := range append(append(x.Source, x.Cue...), x.Content...) {
				if s.Start < 0 || s.Start >= s.End || s.End > len(text) {
					t.Fatalf("span %v in %q", s, text)
				}
			}
		}
	})
}

func FuzzReadTagger(f *testing.F) {
	f.Add([]byte(taggerMagic + "\x05hello"))
	f.Add([]byte(taggerMagic))
	f.Fuzz(func(_ *testing.T, file []byte) { _, _ = ReadTagger(file) })
}
