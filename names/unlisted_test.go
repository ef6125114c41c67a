package names_test

import (
	"testing"

	"reckon/names"
)

// Names of no list, told by what the text says of them.
func TestUnlistedStates(t *testing.T) {
	check(t, []row{
		{"Orland’s foreign minister, Petra Haln, warned Tarn.", "2024-01-01", "Orland", "orland"},
		{"King Anders of Morvia slept.", "2024-01-01", "Morvia", "morvia"},
		{"The kingdom of Morvia slept.", "2024-01-01", "Morvia", "morvia"},
		{"Tarn denied the charge. Later Tarn warned the envoys.", "2024-01-01", "Tarn", "tarn"},
		{"Tarn denied the charge.", "2024-01-01", "Tarn", "none"},
		{"The king of Velden slept. Veldenese troops left.", "2024-01-01", "Veldenese", "velden"},
		{"Orland’s navy slept. The Orlandish army moved.", "2024-01-01", "The Orlandish army", "orland_army"},
		{"The Tarn Navy left. Tarn’s government spoke. The government slept.", "2024-01-01", "The government", "tarn_government"},
		{"Tarn’s parliament met. The country sleeps.", "2024-01-01", "The country", "tarn"},
		{"The president of Quillon College left. Quillon denied it.", "2024-01-01", "Quillon", "none"},
		{"Quillon’s shares fell. Quillon denied it. Quillon warned users.", "2024-01-01", "Quillon", "none"},
		{"Petra Haln spoke. Haln warned the envoys. Haln denied it.", "2024-01-01", "Haln", "petra_haln"},
		{"Talks between Orland and Tarn failed. Tarn accused the envoys.", "2024-01-01", "Tarn", "tarn"},
		{"Kestria is a small country. Kestrian voters are angry.", "2024-01-01", "Kestrian voters", "kestria_voters"},
		{"Kestria is a small brewery. It sleeps.", "2024-01-01", "Kestria", "none"},
		{"Orlov warned that he would go. Orlov denied the charge. Orlov refused.", "2024-01-01", "Orlov", "none"},
		{"Talks between Orland and Tarn failed.", "2024-01-01", "Tarn", "none"},
		{"The Tarn foreign ministry spoke. Tarn slept.", "2024-01-01", "Tarn", "tarn"},
		{"The Tarn foreign film festival opened. Tarn slept.", "2024-01-01", "Tarn", "none"},
		{"Queen Ilse of Nordmark left.", "2024-01-01", "Nordmark", "nordmark"},
		{"Anselm Rook of Nordmark left.", "2024-01-01", "Nordmark", "none"},
		{"East Tarn and West Tarn agreed.", "2024-01-01", "West", "none"},
		{"West Berlin was calm.", "2024-01-01", "West Berlin", "west_berlin"},
		{"West Berlin was calm.", "2024-01-01", "Berlin", "none"},
		{"Berlin was calm.", "2024-01-01", "Berlin", "germany"},
	})
	g, c := cast(t, "Tarn’s navy left. The Tarnish fleet slept.", "2024-01-01", names.Entity{ID: "t", Name: "Tarn"})
	if got := who(g, c, "Tarnish", 1); got != "t" || c.Entities[0].Kind != names.State {
		t.Errorf("Tarnish is %s, and an actor without a kind is a %q", got, c.Entities[0].Kind)
	}
}

func TestUnlistedPeople(t *testing.T) {
	check(t, []row{
		{"Orland’s foreign minister, Petra Haln, left. Haln slept.", "2024-01-01", "Haln", "petra_haln"},
		{"Tarn’s admiral, Ruan Ostrey, left. He slept.", "2024-01-01", "He", "ruan_ostrey"},
		{"Ruan Ostrey served as envoy for years.", "2024-01-01", "Ruan Ostrey", "ruan_ostrey"},
		{"Robert Kennedy left. Kennedy slept.", "1962-01-01", "Kennedy", "kennedy_robert"},
		{"John F. Kennedy left. Robert Kennedy came. Kennedy slept.", "1962-01-01", "Kennedy", "kennedy_robert"},
		{"Rook met the governor of the bank, Ines Varga. Varga stayed.", "2024-01-01", "Varga", "ines_varga"},
		{"Leyla Arden spoke. Her brother, Mirel, left. Mirel slept.", "2024-01-01", "Mirel", "mirel"},
		{"Leyla Arden spoke to her brother. Mirel slept.", "2024-01-01", "Mirel", "none"},
		{"Lake Ostrey served as a border for years. Lake Ostrey froze.", "2024-01-01", "Ostrey", "none"},
		{"Idris Karam met Daro Karam. Karam said no.", "2024-01-01", "Daro Karam", "daro_karam"},
		{"Idris Karam spoke. His sister Leyla left. She wept.", "2024-01-01", "She", "leyla"},
		{"An opposition figure left.", "2024-01-01", "The figure", "none"},
		{"Prices rose. The figure shocked.", "2024-01-01", "The figure", "none"},
		{"A joint coast guard was founded.", "2024-01-01", "A joint coast guard", "none"},
		{"A tired guard slept.", "2024-01-01", "A tired guard", "tired_guard"},
		{"The envoy slept. His chief worry is bread.", "2024-01-01", "His chief", "none"},
		{"The envoy slept. His chief left.", "2024-01-01", "His chief", "envoy_chief"},
	})
}

func TestImaginedPeopleAreNobody(t *testing.T) {
	check(t, []row{
		{"Putin spoke. With a less patient president the deal would fail. He waits.", "2024-01-01", "He", "putin"},
		{"Without a strong king the realm falls.", "2024-01-01", "a strong king", "?"},
		{"A new president would sign the treaty.", "2024-01-01", "A new president", "?"},
		{"A new president signed the treaty.", "2024-01-01", "A new president", "new_president"},
		{"A spokesman would not comment.", "2024-01-01", "A spokesman", "spokesman"},
	})
}

func TestPronounsOfReportsAndPlurals(t *testing.T) {
	check(t, []row{
		{"Analysts met. The northern republics want gas. They pay little.", "2024-01-01", "They", "republics"},
		{"Analysts met. The northern republics want gas. They argue.", "2024-01-01", "They", "republics"},
		{"Analysts met. The talks failed. They argue that peace is far.", "2024-01-01", "They", "analysts"},
		{"Analysts met. The tankers left the port. They carry oil.", "2024-01-01", "They", "?"},
		{"Putin met Biden. Putin slept. Putin left. Putin and Biden ate. Khrushchev announced that he would leave.", "2024-01-01", "he", "khrushchev"},
		{"Putin slept. Putin left. Putin ate. Merkel announced that he would leave.", "2024-01-01", "he", "putin"},
	})
}
