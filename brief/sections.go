package brief

import "html/template"

// section is one part of the brief: its template is "section-" + id. A view of nil
// leaves it out.
type section struct {
	id, title string
	view      func(*page) any
}

// sections lists the parts in reading order. To add one: a file
// section_NAME.go with its view, a template section_NAME.tmpl, and a line here.
func sections() []section {
	return []section{
		{"judgements", "Key judgements", func(p *page) any { return p.judgementsView() }},
		{"readings", "The readings side by side", func(p *page) any { return p.readingsView() }},
		{"trial", "The trial: readings against the record", func(p *page) any { return p.trialView() }},
		{"moves", "From today: who can move, and who blocks", func(p *page) any { return p.movesView() }},
		{"game", "His game beside the game", func(p *page) any { return p.gameView() }},
		{"beliefs", "What is held to cause what", func(p *page) any { return p.beliefsView() }},
		{"arenas", "The arenas: the forces around the leader", func(p *page) any { return p.arenasView() }},
		{"outlook", "What comes next", func(p *page) any { return p.outlookView() }},
		{"questions", "Questions that will be settled", func(p *page) any { return p.questionsView() }},
		{"outcomes", "What would have to be true", func(p *page) any { return p.outcomesView() }},
		{"assumptions", "What rests on nobody’s word", func(p *page) any { return p.assumptionsView() }},
		{"sources", "Sources", func(p *page) any { return p.sourcesView() }},
		{"limits", "Limits of the model", func(p *page) any { return p.limitsView() }},
	}
}

// part is a rendered section.
type part struct {
	ID     string
	Number int
	Title  string
	Body   template.HTML
}
