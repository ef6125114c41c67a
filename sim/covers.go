package sim

// Covers reports whether the runs answer a question: they reach over its whole
// window, and it says in the words of the case what it asks.
func (m *Model) Covers(question int) bool {
	return windowOf(&m.c.Questions[question], m.c.Step, m.dates).covered
}
