package main

import (
	"reckon/profile"
	"reckon/study"
)

type estimateJSON struct {
	Value *float64 `json:"value"` // null: unknown
	Low   *float64 `json:"low,omitempty"`
	High  *float64 `json:"high,omitempty"`
}

type indexJSON struct {
	Name string `json:"name"`
	Says string `json:"says"`
	Why  string `json:"unknown,omitempty"`
	Hits int    `json:"hits,omitempty"`
	Of   int    `json:"of,omitempty"`
	Norm string `json:"norm,omitempty"`
	Word string `json:"word,omitempty"`
	estimateJSON
	Aware *estimateJSON `json:"accusations_turned,omitempty"`
	Z     *float64      `json:"z,omitempty"` // from the published norm
	Place *placeJSON    `json:"sample,omitempty"`
}

// placeJSON is where an index stands in the sample.
type placeJSON struct {
	Leaders     int      `json:"leaders"`
	Mean        float64  `json:"mean"`
	SD          float64  `json:"sd"`
	Z           *float64 `json:"z"` // null: the sample does not vary
	Percentile  float64  `json:"percentile"`
	Low         *float64 `json:"percentile_low,omitempty"`
	High        *float64 `json:"percentile_high,omitempty"`
	Reliability *float64 `json:"reliability"` // null: unknown
	Steady      bool     `json:"steady"`
}

type partJSON struct {
	Source    string      `json:"source"`
	Documents int         `json:"documents"`
	Words     int         `json:"words"`
	Verbs     int         `json:"coded_verbs"`
	Flagged   int         `json:"flagged"`
	Domestic  int         `json:"domestic"`
	NoVICS    string      `json:"vics_refused,omitempty"`
	NoLTA     string      `json:"lta_refused,omitempty"`
	Signs     string      `json:"signs,omitempty"`
	VICS      []indexJSON `json:"vics"`
	LTA       []indexJSON `json:"lta"`
	Style     string      `json:"style,omitempty"`
	World     string      `json:"world,omitempty"`
	StyleBy   string      `json:"style_thresholds,omitempty"`
	Blocks    string      `json:"drawn_over,omitempty"`
	Sample    string      `json:"sample,omitempty"`
	Caveat    string      `json:"sample_caveat,omitempty"`
	NoSample  string      `json:"sample_withheld,omitempty"`
}

type codedJSON struct {
	Document string `json:"document"`
	Measure  string `json:"measure"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Quote    string `json:"quote"`
	Word     string `json:"word"`
	Source   string `json:"source"`
	Subject  string `json:"subject,omitempty"`
	Who      string `json:"who,omitempty"`
	Target   string `json:"target,omitempty"`
	Category string `json:"category,omitempty"`
	Value    int    `json:"value,omitempty"`
	Tense    string `json:"tense,omitempty"`
	Domain   string `json:"domain,omitempty"`
	Rule     string `json:"rule"`
	Flag     string `json:"flag,omitempty"`
}

// profileJSON is the answer as scripts get it.
func profileJSON(p *study.Profiled) any {
	out := struct {
		Speaker   string                   `json:"speaker"`
		Refused   bool                     `json:"refused"`
		Documents []study.ProfiledDocument `json:"documents"`
		Failed    []study.Failure          `json:"failed"`
		All       partJSON                 `json:"all"`
		Parts     []partJSON               `json:"by_source"`
		Notes     []string                 `json:"notes"`
		Lines     []codedJSON              `json:"lines"`
	}{
		Speaker: p.Speaker, Refused: p.All.Refused(), Documents: append([]study.ProfiledDocument{}, p.Documents...),
		Failed: append([]study.Failure{}, p.Failed...), All: partOf(&p.All), Parts: []partJSON{}, Notes: append([]string{}, p.Notes...), Lines: []codedJSON{},
	}
	for i := range p.Parts {
		out.Parts = append(out.Parts, partOf(&p.Parts[i]))
	}
	for i, l := range p.Lines {
		out.Lines = append(out.Lines, codedJSON{
			l.Document, l.Measure, p.Places[i][0], p.Places[i][1], l.Quote, l.Verb, string(l.Source), l.Subject, l.Who, l.Target,
			l.Category, l.Value, l.Tense, l.Domain, l.Rule, l.Flag,
		})
	}
	return out
}

func partOf(p *profile.Part) partJSON {
	return partJSON{
		string(p.Source), p.Documents, p.Words, p.Verbs, p.Flagged, p.Domestic, p.NoVICS, p.NoLTA, p.Signs,
		indicesOf(p.VICS, true), indicesOf(p.LTA, false), p.Style.Name, p.Style.World, p.StyleBy, p.Blocks,
		p.Sample, p.Caveat, p.NoSample,
	}
}

func indicesOf(list []profile.Index, aware bool) []indexJSON {
	out := []indexJSON{}
	for _, x := range list {
		o := indexJSON{Name: x.Name, Says: x.Says, Why: x.Why, Hits: x.Hits, Of: x.Of, Norm: x.Norm, Word: x.Word, estimateJSON: estimateOf(x.Estimate)}
		if aware {
			turned := estimateOf(x.Aware)
			o.Aware = &turned
		}
		if x.Norm != "" {
			o.Z = &x.Z
		}
		if x.Size > 0 {
			o.Place = placeOf(&x)
		}
		out = append(out, o)
	}
	return out
}

func placeOf(x *profile.Index) *placeJSON {
	p := &placeJSON{Leaders: x.Size, Mean: x.Mean, SD: x.SD, Percentile: x.Share, Steady: x.Steady()}
	p.Z, p.Reliability = estimateOf(x.Away).Value, estimateOf(x.Reliability).Value
	if x.Interval {
		p.Low, p.High = &x.ShareLow, &x.ShareHigh
	}
	return p
}

func estimateOf(e profile.Estimate) (out estimateJSON) {
	if e.Known {
		out.Value = &e.Value
	}
	if e.Interval {
		out.Low, out.High = &e.Low, &e.High
	}
	return out
}
