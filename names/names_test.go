package names_test

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"reckon/document"
	"reckon/grammar"
	"reckon/names"
)

// cast reads a text published on a day, "" for an unknown one.
func cast(tb testing.TB, text, published string, known ...names.Entity) (*grammar.Text, *names.Cast) {
	tb.Helper()
	d := document.Plain("test", text)
	d.Published = 0
	if published != "" {
		if err := d.Published.UnmarshalText([]byte(published)); err != nil {
			tb.Fatal(err)
		}
	}
	g := grammar.Parse(d)
	return g, names.Find(g, known)
}

// who gives the ID of the entity that the nth mention with these words has, "?"
// when nobody is known, "none" without such a mention.
func who(g *grammar.Text, c *names.Cast, words string, nth int) string {
	for _, m := range c.Mentions {
		if g.Sentences[m.Sentence].Words(m.From, m.To) != words {
			continue
		}
		if nth--; nth > 0 {
			continue
		}
		if m.Entity < 0 {
			return "?"
		}
		return c.Entities[m.Entity].ID
	}
	return "none"
}

// row asks whom words in a text mean.
type row struct{ text, published, words, want string }

func check(t *testing.T, rows []row) {
	t.Helper()
	for _, row := range rows {
		g, c := cast(t, row.text, row.published)
		if got := who(g, c, row.words, 1); got != row.want {
			t.Errorf("%s %s: %q is %s, want %s", row.published, row.text, row.words, got, row.want)
		}
	}
}

func TestTitlesResolveAtTheDay(t *testing.T) {
	check(t, []row{
		{"The Supreme Leader spoke.", "2020-05-01", "The Supreme Leader", "khamenei"},
		{"The Supreme Leader spoke.", "1985-05-01", "The Supreme Leader", "ruhollah_khomeini"},
		{"The Supreme Leader spoke.", "1989-06-03", "The Supreme Leader", "ruhollah_khomeini"},
		{"The Supreme Leader spoke.", "1989-06-05", "The Supreme Leader", "khamenei"},
		{"The Supreme Leader spoke.", "2026-02-28", "The Supreme Leader", "khamenei"},
		{"The Supreme Leader spoke.", "2026-05-01", "The Supreme Leader", "mojtaba_khamenei"},
		{"In 1988 the Supreme Leader accepted a truce with Iraq.", "2020-05-01", "the Supreme Leader", "ruhollah_khomeini"},
		{"The North Korean Supreme Leader spoke.", "2020-05-01", "The North Korean Supreme Leader", "kim_jong_un"},
		{"The U.S. president called the Israeli prime minister.", "2014-01-01", "The U.S. president", "obama"},
		{"The U.S. president called the Israeli prime minister.", "2014-01-01", "the Israeli prime minister", "netanyahu"},
		{"America's president spoke.", "2018-01-01", "America's president", "trump"},
		{"The president of France spoke.", "2018-01-01", "The president", "macron"},
		{"The former U.S. president spoke.", "2014-01-01", "The former U.S. president", "bush_son"},
		{"The next American president will face hard choices.", "2020-05-01", "The next American president", "?"},
		{"Iran's dictator gave a speech.", "2020-05-01", "Iran's dictator", "khamenei"},
		{"The Iranian leader gave a speech.", "1983-05-01", "The Iranian leader", "ruhollah_khomeini"},
		{"The republic's founding leader returned to Iran in 1979.", "2020-01-01", "The republic's founding leader", "none"},
		{"Iran changed. The republic's founding leader had returned from Paris.", "2020-01-01", "The republic's founding leader", "ruhollah_khomeini"},
	})
}

func TestNamesAreKeptApart(t *testing.T) {
	check(t, []row{
		{"Khomeini spoke.", "2020-05-01", "Khomeini", "ruhollah_khomeini"},
		{"Khamenei spoke.", "1985-05-01", "Khamenei", "khamenei"},
		{"Ayatollah Khomeini spoke of Khamenei.", "1985-05-01", "Khamenei", "khamenei"},
		{"Khamene'i spoke.", "2020-05-01", "Khamene'i", "khamenei"},
		{"Khamenoi spoke.", "2020-05-01", "Khamenoi", "none"}, // spellings are listed, never guessed
		{"Mojtaba Khamenei spoke.", "2020-05-01", "Mojtaba Khamenei", "mojtaba_khamenei"},
		{"Bush spoke.", "1990-05-01", "Bush", "bush_father"},
		{"Bush spoke.", "2005-05-01", "Bush", "bush_son"},
		{"George H. W. Bush met his son.", "2005-05-01", "George H. W. Bush", "bush_father"},
		{"The Bush administration fell silent.", "2005-05-01", "The Bush administration", "bush_son_administration"},
		{"The Trump administration spoke.", "2019-01-01", "The Trump administration", "trump_administration"},
		{"The Obama-era deal is dead.", "2019-01-01", "Obama", "obama"},
		{"Mrs. Clinton spoke.", "2016-01-01", "Mrs. Clinton", "hillary_clinton"},
		{"Clinton spoke. Later Hillary Clinton left.", "2016-01-01", "Clinton", "hillary_clinton"},
		{"Ahmad Khomeini spoke.", "1990-01-01", "Ahmad Khomeini", "ahmad_khomeini"},
		{"President Vladimir Putin spoke.", "2016-01-01", "President Vladimir Putin", "putin"},
		{"Iran’s Supreme Leader Ali Khamenei spoke.", "2016-01-01", "Iran’s Supreme Leader Ali Khamenei", "khamenei"},
		{"Iran’s Supreme Leader Ali Khamenei spoke.", "2016-01-01", "Iran", "iran"},
		{"Exiled Crown Prince Reza Pahlavi spoke.", "2016-01-01", "Exiled Crown Prince Reza Pahlavi", "reza_pahlavi"},
		{"The envoy met Jordan Miller in Jordan.", "2016-01-01", "Jordan Miller", "jordan_miller"},
		{"The envoy met Jordan Miller in Jordan.", "2016-01-01", "Jordan", "jordan"},
	})
}

func TestStatesAndOrgans(t *testing.T) {
	check(t, []row{
		{"Tehran rejected the offer.", "", "Tehran", "iran"},
		{"In Tehran's view the offer was poor.", "", "Tehran", "iran"},
		{"Crowds gathered in Tehran.", "", "Tehran", "tehran"},
		{"Protests swept the streets of Tehran.", "", "Tehran", "tehran"},
		{"The Kremlin rejected the offer.", "", "The Kremlin", "kremlin"},
		{"The White House rejected the offer.", "", "The White House", "white_house"},
		{"The United States states its case.", "", "The United States", "united_states"},
		{"U.S. diplomats left.", "", "U.S. diplomats", "american_diplomats"},
		{"Give us the offer.", "", "us", "?"},
		{"The Ministry of Foreign Affairs spoke.", "", "The Ministry of Foreign Affairs", "ministry_of_foreign_affairs"},
		{"The Revolutionary Guards spoke.", "", "The Revolutionary Guards", "irgc"},
		{"Iran is poor. The regime blames others.", "", "The regime", "iran_government"},
		{"Iran is poor. The country needs trade.", "", "The country", "iran"},
		{"Moscow sent troops.", "1981-01-01", "Moscow", "soviet_union"},
		{"Protesters hold the square.", "", "Protesters", "protesters"},
		{"Iranians hold the square.", "", "Iranians", "iranians"},
		{"The French rejected the offer.", "", "The French", "people_of_france"},
		{"Many believe that it will rain.", "", "Many", "many"},
	})
}

func TestPronouns(t *testing.T) {
	check(t, []row{
		{"Khamenei met Rouhani. He spoke first.", "2016-01-01", "He", "khamenei"},
		{"Merkel met Putin. She spoke first.", "2016-01-01", "She", "merkel"},
		{"Trump attacked Khamenei because he feared him.", "2019-01-01", "him", "khamenei"},
		{"In his speech, Khamenei blamed Trump.", "2019-01-01", "his", "khamenei"},
		{"Protesters hold the square. They sing.", "", "They", "protesters"},
		{"Israel struck first. It had no choice.", "", "It", "israel"},
		{"Israel struck first. It is clear that nobody won.", "", "It", "none"},
		{"“We will not yield,” Khamenei said.", "2019-01-01", "We", "?"},
		{"Officials who met him left.", "", "who", "officials"},
	})
}

func TestSpeechIsLeftToTheQuotation(t *testing.T) {
	_, c := cast(t, "“I warn you,” he said.", "")
	var speech []int
	for _, m := range c.Mentions {
		if m.Speech > 0 && m.Entity >= 0 {
			t.Error("a first or second person was resolved")
		}
		speech = append(speech, m.Speech)
	}
	if !reflect.DeepEqual(speech, []int{1, 2, 0}) {
		t.Errorf("speech is %v, want 1 for I, 2 for you, 0 for he", speech)
	}
}

func TestKnownEntitiesKeepTheirIDs(t *testing.T) {
	g, c := cast(t, "Tehran spoke. Ayatollah Khamenei met the Guards. The street rose.", "2020-01-01",
		names.Entity{ID: "leader", Name: "Ali Khamenei", Kind: names.Person},
		names.Entity{ID: "tehran", Name: "Iran", Kind: names.State},
		names.Entity{ID: "crowd", Name: "the street", Kind: names.Group}, names.Entity{ID: "guards", Name: "The Revolutionary Guard Corps"})
	for words, want := range map[string]string{"Ayatollah Khamenei": "leader", "Tehran": "tehran", "The street": "crowd", "the Guards": "guards"} {
		if got := who(g, c, words, 1); got != want {
			t.Errorf("%s is %s, want %s", words, got, want)
		}
	}
	if c.Entities[0].ID != "leader" || c.Entities[1].ID != "tehran" || c.Entities[2].ID != "crowd" {
		t.Error("known entities do not come first")
	}
	if c.Entity("crowd") != 2 || c.Entity("nobody") != -1 {
		t.Error("Entity does not find by ID")
	}
}

func TestDescriptionsAsNames(t *testing.T) {
	known := []names.Entity{{ID: "premier", Name: "The premier"}, {ID: "neighbour", Name: "The neighbour"}, {ID: "dockers", Name: "The dockers"}, {ID: "boss", Name: "Anna Lind"}}
	for _, row := range []struct {
		text, words string
		nth         int
		want        string
	}{
		{"The premier fears the neighbour’s navy.", "the neighbour", 1, "neighbour"},
		{"The embattled premier fears unrest. He waits.", "The embattled premier", 1, "premier"},
		{"The premier fears unrest. He waits.", "He", 1, "premier"},
		{"The premier waits. The neighbour lifted its ban.", "its", 1, "neighbour"},
		{"Rumours among dockers led to strikes.", "dockers", 1, "dockers"},
		{"Dockers left. They want bread.", "They", 1, "dockers"},
		{"The premier met the dockers. A fox came.", "the dockers", 1, "dockers"},
		{"The premier spoke. “A guardian does not knock,” he said.", "he", 1, "premier"},
		{"The premier waits. According to a former minister, he is tired.", "he", 1, "premier"},
		{"The premier waits. The premier’s neighbour left.", "The premier’s neighbour", 1, "neighbour"},
		{"Anna Lind spoke. She left.", "She", 1, "boss"},
	} {
		g, c := cast(t, row.text, "2024-01-01", known...)
		if got := who(g, c, row.words, row.nth); got != row.want {
			t.Errorf("%s: %q is %s, want %s", row.text, row.words, got, row.want)
		}
	}
}

func TestUnnamedOfficesArePeopleOfTheText(t *testing.T) {
	check(t, []row{
		{"The general spoke. Rain fell. He left.", "2024-01-01", "He", "general"},
		{"The president of Ruritania is ill. The palace is quiet. The president rests.", "2024-01-01", "The president", "president_of_ruritania"},
		{"The premier is ill. He rests.", "2024-01-01", "He", "premier"},
		{"The premier is ill. His doctors are silent. The premier rests.", "2024-01-01", "The premier", "premier"},
		{"Kim Jong Un has a sister. His sister, Kim Yo Jong, spoke. She left.", "2024-01-01", "She", "kim_yo_jong"},
		{"Abdel Rahman al-Masri, the head of the army, spoke.", "2024-01-01", "Abdel Rahman al-Masri", "abdel_rahman_al_masri"},
		{"Hamas fights. Its leader in the south, Ali Karimi, left.", "2024-01-01", "Its leader", "ali_karimi"},
		{"Ali Karimi, a close adviser to Putin, left.", "2024-01-01", "a close adviser", "ali_karimi"},
		{"Putin met his spokesman, Dmitry Peskov. Later his generals left.", "2024-01-01", "his generals", "putin_generals"},
		{"Merkel spoke. Putin, for his part, left.", "2024-01-01", "his", "putin"},
		{"Putin spoke. His spokesman, Dmitry Peskov, denied it. His aim is peace.", "2024-01-01", "His", "putin"},
		{"“He who sleeps wins,” Putin said.", "2024-01-01", "He", "?"},
		{"The leaders met. Some of them left.", "2024-01-01", "them", "leaders"},
		{"Ukraine and Putin spoke. “Russia does not sell its land,” Putin said.", "2024-01-01", "its", "russia"},
		{"Putin met Merkel. Erdogan, on the other hand, sees himself as a victim.", "2024-01-01", "himself", "erdogan"},
		{"Analysts met. The Turkish public, they argue, wants bread.", "2024-01-01", "they", "analysts"},
		{"An adviser to Merkel, who spoke to Reuters, left.", "2024-01-01", "who", "adviser"},
		{"Xi spoke. Rather than wait for Biden, he left.", "2024-01-01", "he", "xi"},
		{"Putin’s foreign minister left.", "2024-01-01", "Putin’s foreign minister", "lavrov"},
		{"Iran’s new president spoke. Khamenei listened. The president left.", "2024-10-01", "The president", "pezeshkian"},
		{"Eino Virtanen does not trust it.", "2024-01-01", "Eino Virtanen", "eino_virtanen"},
		{"He told the Supreme People’s Assembly.", "2024-01-01", "the Supreme People’s Assembly", "supreme_peoples_assembly"},
		{"The Interior Ministry spoke. The civil intelligence ministry slept.", "2024-01-01", "The civil intelligence ministry", "none"},
		{"Putin bombed Kyiv.", "2024-01-01", "Kyiv", "kyiv"},
		{"The government denied it.", "2024-01-01", "The government", "government"},
		{"Some in the capital doubt it.", "2024-01-01", "Some", "some"},
	})
}

// What stands around a text introduces nobody whom a pronoun in it could mean.
func TestMarginsGiveNoAntecedents(t *testing.T) {
	const text = "A portrait of Angela Merkel\n\nBy John Smith\n\nShe rules. He smiles."
	d := document.Plain("test", text)
	d.Author = "John Smith"
	d.Blocks = []document.Block{{Start: 0, End: 27, Kind: document.Heading}, {Start: 29, End: 42, Kind: document.Byline}, {Start: 44, End: len(text), Kind: document.Paragraph}}
	g := grammar.Parse(d)
	c := names.Find(g, nil)
	for words, want := range map[string]string{"She": "merkel", "He": "?"} {
		if got := who(g, c, words, 1); got != want {
			t.Errorf("%q is %s, want %s", words, got, want)
		}
	}
}

func TestAtAndPhrase(t *testing.T) {
	g, c := cast(t, "The envoys of the old king praised Iran’s Supreme Leader Ali Khamenei.", "2020-01-01")
	s := &g.Sentences[0]
	last := len(s.Tokens) - 2
	if m := c.At(0, last); m < 0 || s.Words(c.Mentions[m].From, c.Mentions[m].To) != "Iran’s Supreme Leader Ali Khamenei" {
		t.Errorf("At(last word) gives mention %d", m)
	}
	if m := c.At(0, 1); m < 0 {
		t.Error("no mention of the envoys")
	} else if a, b := c.Phrase(g, m); g.Document.Text[a:b] != "The envoys of the old king" {
		t.Errorf("Phrase gives %q", g.Document.Text[a:b])
	}
	if c.At(0, last+1) != -1 {
		t.Error("the full stop is a mention")
	}
}

// sound reports what is wrong with a cast.
func sound(g *grammar.Text, c *names.Cast) string {
	ids := map[string]bool{}
	for _, e := range c.Entities {
		switch {
		case e.ID == "" || e.Name == "":
			return "an entity has no ID or name"
		case ids[e.ID]:
			return "two entities have the ID " + e.ID
		}
		ids[e.ID] = true
	}
	for i, m := range c.Mentions {
		switch {
		case m.Sentence < 0 || m.Sentence >= len(g.Sentences):
			return "a mention is outside the text"
		case m.From < 0 || m.From >= m.To || m.To > len(g.Sentences[m.Sentence].Tokens):
			return "a mention is outside its sentence"
		case m.Head < m.From || m.Head >= m.To:
			return "a head is outside its mention"
		case m.Entity < -1 || m.Entity >= len(c.Entities):
			return "a mention has no such entity"
		}
		if i > 0 {
			if p := c.Mentions[i-1]; p.Sentence > m.Sentence || p.Sentence == m.Sentence && (p.From > m.From || p.From == m.From && p.To < m.To) {
				return "mentions are out of order"
			}
		}
	}
	return ""
}

// parts are what random texts are made of.
var parts = []string{"Iran", "Iran’s", "the", "The", "Supreme", "Leader", "Ali", "Khamenei", "President", "Trump", "administration", "said", "that", "he", "his", "they", "it", "officials", "former", "of", "Ministry", "Foreign", "Affairs", ",", ".", "“", "”", "-", "86", "year", "old", "dictator", "Washington", "in", "1979", "regime", "who", "John", "J.", "Smith", "Mr.", "al", "U.S.", "\n\n", "next", "an", "’s"}

func TestMentionsAreSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, w := range rapid.SliceOfN(rapid.SampledFrom(parts), 1, 60).Draw(t, "words") {
			text += w + " "
		}
		g := grammar.Parse(document.Plain("random", text))
		c := names.Find(g, nil)
		if wrong := sound(g, c); wrong != "" {
			t.Fatal(wrong)
		}
		if again := names.Find(g, nil); !reflect.DeepEqual(c, again) {
			t.Fatal("the same text gives two casts")
		}
		for i := range c.Mentions {
			if a, b := c.Phrase(g, i); a >= b {
				t.Fatal("a phrase is empty")
			}
		}
	})
}

func FuzzFind(f *testing.F) {
	f.Add("Iran’s Supreme Leader Ali Khamenei met the U.S. president. He said: “We will see.”")
	f.Add("A.-B. al-’s of the Ministry of of and Mr. -\n\nHEAD LINE US\xff")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		g := grammar.Parse(document.Plain("fuzz", text))
		if wrong := sound(g, names.Find(g, nil)); wrong != "" {
			t.Fatal(wrong)
		}
	})
}

// story is a text of our own for speed.
const story = `Iran’s Supreme Leader Ali Khamenei rejected the offer of the Trump administration on Monday. He told officials in Tehran that the United States could not be trusted. Foreign Minister Abbas Araghchi, who had met European diplomats in Geneva, said that his government would wait. Many Iranians fear a new war, and protesters blame the regime for their misery. The Israeli prime minister warned that Israel would act if it had to. `

func BenchmarkFind(b *testing.B) {
	text := ""
	for range 20 {
		text += story + "\n\n"
	}
	g, _ := cast(b, text, "2025-05-01")
	n := 0
	for i := range g.Sentences {
		n += len(g.Sentences[i].Tokens)
	}
	for b.Loop() {
		names.Find(g, nil)
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
