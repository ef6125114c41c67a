package lang_test

import (
	"slices"
	"testing"

	"reckon/lang"
)

// TestSourceDates reads the dates that BibTeX files hold; "" is refused.
func TestSourceDates(t *testing.T) {
	for text, want := range map[string]string{
		"2020-10-23":            "2020-10-23",
		"2020-02":               "2020-02-29",
		"1982":                  "1982-12-31",
		"1982~":                 "1982-12-31",
		"1982-06?":              "1982-06-30",
		"1982-06-20%":           "1982-06-20",
		"1982-06-20/1982-06-22": "1982-06-22",
		"1981/1982-06~":         "1982-06-30",
		"1982-06-22/1982-06-20": "",
		"1982-06-20/":           "",
		"1982-06-20/..":         "",
		"/1982":                 "",
		"~":                     "",
		"June 1982":             "",
		"1982-06-31/1982-07-01": "",
	} {
		c, found := lang.Load(lang.Files{
			"case.hcl":    []byte("case \"x\" {}\n"),
			"sources.bib": []byte("@misc{s, title = {A title}, date = {" + text + "}}\n"),
		})
		got, wrong := c.Sources[0].Date.String(), slices.Contains(codes(found), "want-date")
		if want == "" && !wrong || want != "" && (wrong || got != want) {
			t.Errorf("%q is read as %s, refused: %t; want %q", text, got, wrong, want)
		}
	}
}
