package brief

import (
	"fmt"
	"strings"

	"reckon"
	"reckon/lang"
)

// assumedView is one kind of what the runs assume, as a table.
type assumedView struct {
	Title string
	Table grid
	cited int
}

// assumed lists what running the case forward rests on besides minds: numbers that
// are not known, how measures move, what happens by chance and what is remembered,
// each with its sources or the word that it has none.
func (p *page) assumed() []assumedView {
	var out []assumedView
	for _, v := range []assumedView{p.parameters(), p.movingMeasures(), p.tables(), p.shocks(), p.episodes()} {
		if len(v.Table.Rows) > 0 {
			out = append(out, v)
		}
	}
	return out
}

// assumedWords counts what of it cites a source.
func assumedWords(views []assumedView) string {
	var parts []string
	for _, v := range views {
		parts = append(parts, fmt.Sprintf("%d of %d %s", v.cited, len(v.Table.Rows), v.Title))
	}
	if parts == nil {
		return ""
	}
	return "Of what the runs assume, " + list(parts) + " cite a source."
}

// assumedTable starts a table; the last column says what a row rests on.
func assumedTable(title, caption string, head ...string) assumedView {
	return assumedView{Title: title, Table: grid{Caption: caption, Head: append(head, "Rests on"), Fixed: true}}
}

// add adds a row with its sources.
func (v *assumedView) add(p *page, cites []reckon.Cite, texts ...string) {
	rests := cell{Text: "assumption"}
	if len(cites) > 0 {
		v.cited++
		rests = cell{Text: "sources"}
		for _, m := range p.marks(cites, v.Table.Caption+": "+texts[0]) {
			rests.Links = append(rests.Links, mark2{m.Href, fmt.Sprintf("[%d]", m.N)})
		}
	}
	v.Table.Rows = append(v.Table.Rows, row{Cells: append(cells(texts...), rests)})
}

// spread writes a spread as the case does, with its unit.
func (p *page) spread(s *reckon.Spread, unit string) string {
	if !s.Stated() {
		return "not stated"
	}
	return strings.TrimSpace(s.Text(func(x *reckon.Expr) string { return lang.Written(p.Case, x) }) + " " + isolate(unit))
}

func (p *page) parameters() assumedView {
	v := assumedTable("parameters", "Parameters", "Parameter", "Value or spread")
	for i := range p.Case.Parameters {
		x := &p.Case.Parameters[i]
		v.add(p, x.Cites, isolate(titleOr(x.Title, x.Name)), p.spread(&x.Value, x.Unit))
	}
	return v
}

func (p *page) movingMeasures() assumedView {
	v := assumedTable("measures that move", "Measures that move", "Measure", "How", "Starts at, unless observed")
	for i := range p.Case.Shown() { // what an arena adds is on its page
		m := &p.Case.Measures[i]
		if m.Is.Op == "" && m.Next.Op == "" {
			continue
		}
		how, start := "is "+m.Text, "–"
		if m.Next.Op != "" {
			how, start = "next "+m.Text, p.spread(&m.Start, m.Unit)
		}
		if m.Noise.Stated() {
			how += ", noise " + p.spread(&m.Noise, "")
		}
		v.add(p, m.Cites, isolate(titleOr(m.Title, m.Name)), how, start)
	}
	return v
}

func (p *page) tables() assumedView {
	v := assumedTable("tables read off", "Tables read off between their points", "Table", "Points")
	for i := range p.Case.Lookups {
		l := &p.Case.Lookups[i]
		var points []string
		for _, x := range l.Points {
			points = append(points, number(x[0])+" → "+number(x[1]))
		}
		v.add(p, l.Cites, isolate(titleOr(l.Title, l.Name)), strings.TrimSpace(strings.Join(points, ", ")+" "+isolate(l.Unit)))
	}
	return v
}

func (p *page) shocks() assumedView {
	v := assumedTable("shocks", "What happens by chance", "Shock", "How often", "What it does")
	for i := range p.Case.Shocks {
		s := &p.Case.Shocks[i]
		often := "chance " + s.Text + " in every step"
		if s.Rate.Op != "" {
			often = "rate " + s.Text + " a " + s.Per
		}
		if s.When.Op != "" {
			often += ", where " + lang.Written(p.Case, &s.When)
		}
		if s.Once {
			often += ", once at most"
		}
		var does []string
		if s.Moves != (reckon.Move{}) {
			does = append(does, strings.ReplaceAll(" "+s.Moves.Text(p.Case), " -", " −")[1:])
		}
		for _, e := range s.Effects {
			does = append(does, e.Measure+" to "+e.Text)
		}
		if does == nil {
			does = []string{"nothing by itself"}
		}
		v.add(p, s.Cites, isolate(titleOr(s.Title, s.Name)), often, strings.Join(does, "; "))
	}
	return v
}

func (p *page) episodes() assumedView {
	v := assumedTable("episodes", "What is remembered", "Who and what", "Lesson", "When the present resembles it")
	add := func(minds []reckon.Mind) {
		for i := range minds {
			who := upper(strings.TrimSuffix(p.mindOwner(&minds[i], minds), ","))
			for _, e := range minds[i].Episodes {
				cites := append([]reckon.Cite(nil), e.Cites...)
				var lessons, like []string
				for _, l := range e.Lessons {
					cites = append(cites, l.Cites...)
					than := "likelier"
					if l.Strength < 0 {
						than = "less likely"
					}
					lessons = append(lessons, fmt.Sprintf("%s is %s %s (strength %s)", p.actorNamed(l.About), than, quote(l.Kind), minus(number(l.Strength))))
				}
				for _, f := range e.Features {
					like = append(like, fmt.Sprintf("%s was %s (weight %s)", f.Feature, number(f.Was), number(f.Weight)))
				}
				v.add(p, cites, who+": "+quote(titleOr(e.Title, e.Name)), upper(list(lessons)), "above "+number(e.Above)+": "+strings.Join(like, ", "))
			}
		}
	}
	add(p.Case.Minds)
	for i := range p.Case.Readings {
		add(p.Case.Readings[i].Minds)
	}
	return v
}
