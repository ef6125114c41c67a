package quotation

import (
	"strings"
	"testing"

	"reckon/document"
	"reckon/grammar"
	"reckon/names"
)

func find(text string) ([]Quotation, *names.Cast, *grammar.Text) {
	t := grammar.Parse(document.Plain("a", text))
	c := names.Find(t, nil)
	return Find(t, c), c, t
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"before", "Angela Merkel said, “The talks will go on.”", "speech Angela Merkel said"},
		{"before, joined verbs", "Angela Merkel met Emmanuel Macron in Berlin and said, “The talks will go on.”", "speech Angela Merkel said"},
		{"after", "“The talks will go on,” Angela Merkel said.", "speech Angela Merkel said"},
		{"after, inverted", "“The talks will go on,” said Angela Merkel on Friday.", "speech Angela Merkel said"},
		{"after a question", "“Will the talks go on?” asked Angela Merkel.", "speech Angela Merkel asked"},
		{"around", "“The talks,” said Angela Merkel, “will go on.”", "speech Angela Merkel said; speech Angela Merkel said"},
		{"aside", "“The talks will go on,” Angela Merkel, the chancellor of Germany, said.", "speech Angela Merkel said"},
		{"pronoun", "Angela Merkel arrived late. “The talks will go on,” she said.", "speech she said"},
		{"according to", "According to Angela Merkel, the talks “will go on for years.”", "speech Angela Merkel According to"},
		{"colon", "Angela Merkel: “The talks will go on.”", "speech Angela Merkel :"},
		{"medium", "On Friday, Angela Merkel replied on Facebook: “The talks will go on.”", "speech Angela Merkel replied"},
		{"two", "Protesters chanted “Bread is a right” and “Down with the tax.”", "speech Protesters chanted; speech Protesters chanted"},
		{"goes on", "“The talks will go on,” said Angela Merkel. “We have no other way.”", "speech Angela Merkel said; speech Angela Merkel said"},
		{"sentence before", "Angela Merkel defended the talks. “We have no other way to end this.”", "speech -"},
		{"adverb before the verb", "The talks will go on, Emmanuel Macron hopes. “They will,” Angela Merkel reportedly said in May.", "speech Angela Merkel said"},
		{"after a clause and a colon", "According to a minister, Emmanuel Macron hopes for talks: “Norway will come,” Angela Merkel reportedly said.", "speech Angela Merkel said"},
		{"nobody from inside the marks", "“Norway fears Emmanuel Macron,” Angela Merkel later told reporters.", "speech Angela Merkel told"},
		{"a participle after marks", "Angela Merkel told reporters that Norway “is wrong,” adding that “it will learn.”", "speech Angela Merkel told; speech Angela Merkel adding"},
		{"a nationality in a title", "Polish Prime Minister Donald Tusk called him “a poor shot with a gun.”", "speech Polish Prime Minister Donald Tusk called"},
		{"banners", "The hall was full of “Bread For All” banners.", "slogan -"},
		{"several sentences", "“We wait. We have time. It is our lake,” said Angela Merkel.", "speech Angela Merkel said"},
		{"part of a report", "Angela Merkel said that the talks were “slow but honest”.", "speech Angela Merkel said"},
		{"nested", "“They told us ‘never again’ and left,” said Angela Merkel.", "speech Angela Merkel said; speech They told"},
		{"description", "Angela Merkel called it “absurd” on Friday.", "speech Angela Merkel called"},
		{"name", "The road is called “Dawn” by its builders.", "term -"},
		{"phrase", "The phrase “strategic patience” came up twice.", "term -"},
		{"known as", "The road is known as “the spine” in the north.", "term -"},
		{"article", "The council is a “paper tiger” at best.", "term -"},
		{"so-called", "The so-called “reformers” lost again.", "scare -"},
		{"bare", "The vote was watched by “observers” from one village.", "scare -"},
		{"policy", "The “good neighbour” policy ended in June.", "slogan -"},
		{"user before", "Angela Merkel kept to her strategy of “many small steps.”", "slogan her"},
		{"user in a view", "In Angela Merkel’s view, the firm is a “locust” here.", "term Angela Merkel"},
		{"policy before", "He has a strategy of “many small steps.”", "slogan -"},
		{"book", "In his book “The Long Winter” he blames both sides.", "title -"},
		{"programme", "The minister spoke on Radio North’s “Morning Hour” on Friday.", "title -"},
		{"a name for somebody", "The neighbours call his son “the little general” now.", "term The neighbours"},
		{"a name by somebody", "Angela Merkel calls the tax “a school of patience”.", "term Angela Merkel"},
		{"a banner", "They carried a banner that read “Bread for all”.", "slogan -"},
		{"a sign", "A placard which said “No Tax” hung in the hall.", "slogan -"},
		{"a slogan", "The slogan “Bread first” was painted on the wall.", "slogan -"},
		{"call a result", "Few would call the result “equal”.", "term -"},
		{"what he calls", "Angela Merkel defended what she calls “the long road home”.", "term she"},
		{"what is called", "The town lies in what is called “the dry belt”.", "term -"},
		{"known as a phrase", "The lake is known as “the eye of the long north wind”.", "term -"},
		{"speak of", "Angela Merkel likes to speak of “strategic calm”.", "term Angela Merkel"},
		{"speak of, medium", "The prime minister speaks of “the northern plot”.", "term The prime minister"},
		{"what somebody calls", "This is what Angela Merkel calls “hard calm”.", "term Angela Merkel"},
		{"owner", "Angela Merkel’s “calm hand” is missed.", "term Angela Merkel"},
		{"in words", "In Angela Merkel’s words, the firm is a “locust”.", "term Angela Merkel"},
		{"in words, a clause", "The firm is, in Angela Merkel’s words, “a guest that ate the house”.", "speech Angela Merkel words"},
		{"speak of, speech", "Angela Merkel spoke of the lake. “It is ours and will stay ours,” she said.", "speech she said"},
		{"interview", "Angela Merkel: We “stay calm” and wait. The word “calm” is mine.", "term Angela Merkel; term Angela Merkel"},
		{"questions and answers", "Q: What of the “long calm”?\n\nA: They told us “never again” in May.", "term -; speech They told"},
		{"name of a thing", "The firm avoided a “crash” last year, as its rivals said.", "term -"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := show(find(c.text)); got != c.want {
				t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func show(found []Quotation, c *names.Cast, parsed *grammar.Text) string {
	var lines []string
	for _, q := range found {
		line := string(q.Kind) + " -"
		if from, to := said(parsed, c, q.Speaker); to > 0 {
			line = string(q.Kind) + " " + parsed.Document.Text[from:to]
		}
		if q.Cue[1] > 0 {
			line += " " + parsed.Document.Text[q.Cue[0]:q.Cue[1]]
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "; ")
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("“The talks will go on,” said Angela Merkel on Friday. She spoke of a “slow but honest” start, and the town went on with its day. Nobody in Berlin thought that the snow would melt before May. ", 100)
	t := grammar.Parse(document.Plain("a", text))
	c := names.Find(t, nil)
	n := 0
	for _, s := range t.Sentences {
		n += len(s.Tokens)
	}
	for b.Loop() {
		Find(t, c)
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func FuzzFind(f *testing.F) {
	f.Add("“We will not,” said the envoy. ‘Never’ — \"not now\".\n\n“And…")
	f.Add(",Add \"000")
	f.Add("''Yes,'' he added, ''so be it.'' 6'2\" «non»")
	f.Fuzz(func(t *testing.T, text string) {
		found, c, parsed := find(text)
		text = parsed.Document.Text // what is not UTF-8 was mended
		for k, q := range found {
			if q.Start < 0 || q.End > len(text) || q.Start >= q.End || q.Speaker >= len(c.Mentions) || q.Within >= k || q.Kind == "" || q.Rule == "" {
				t.Fatalf("%q: %+v", text, q)
			}
			if q.Cue[0] > q.Cue[1] || q.Cue[1] > len(text) {
				t.Fatalf("%q: cue %v", text, q.Cue)
			}
		}
	})
}
