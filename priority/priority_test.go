package priority

import (
	"strings"
	"testing"

	"reckon/document"
	"reckon/grammar"
	"reckon/names"
)

func find(text string) ([]Finding, *names.Cast, *grammar.Text) {
	t := grammar.Parse(document.Plain("a", text))
	c := names.Find(t, nil)
	return Find(t, c), c, t
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"items of a page", "Norway’s main priorities are these:\n\n- fish\n- oil\n- peace in the north", "priority Norway: fish | oil | peace in the north"},
		{"items without a word for them", "The council agreed on the following:\n\n- a new bridge\n- a longer road", "list -: a new bridge | a longer road"},
		{"numbers", "The plan rests on (1) more rain, (2) fewer wells, and (3) patience.", "list -: more rain | fewer wells | patience"},
		{"letters", "They want a) a port; b) a road.", "list -: a port | a road"},
		{"roman numbers", "The treaty asks for (i) rest, (ii) work, (iii) bread.", "list -: rest | work | bread"},
		{"ordinals in sentences", "The army gave two reasons. First, the road was closed. Second, the fuel was gone.", "list -: the road was closed | the fuel was gone"},
		{"ordinals in a sentence", "They did three things: first, they waited; second, they asked; third, they left.", "list -: they waited | they asked | they left"},
		{"a number and a colon", "Trade fell in two sectors: steel and coal.", "list -: steel | coal"},
		{"namely", "Three towns joined, namely Bergen, Oslo and Narvik.", "list -: Bergen | Oslo | Narvik"},
		{"no list", "He said it plainly: the harvest, late as ever, and poor, had failed.", ""},
		{"a year in brackets", "The law (1990) and its amendment (1992) stand.", ""},
		{"top priority", "Merkel said that Germany’s top priority is peace.", "priority Germany"},
		{"priority for somebody", "The first priority for Norway is to keep its fish.", "priority Norway"},
		{"more important", "For Norway, fish is more important than oil.", "priority Norway: fish | oil"},
		{"what moves", "But what really worries Putin is the price of gas.", "priority Vladimir Putin"},
		{"before", "Norway puts fish before oil.", "priority Norway: fish | oil"},
		{"care more", "Norway values its fish much more than its oil.", "priority Norway: its fish | its oil"},
		{"rather", "Norway would rather wait than pay.", "priority Norway: wait | pay"},
		{"care more about", "Norway cares more about its fish than about its oil.", "priority Norway: its fish | its oil"},
		{"above all without a wish", "It was, above all, a wet summer.", ""},
		{"goal", "Putin’s goal is to split the alliance.", "goal Vladimir Putin"},
		{"goal with an adjective", "Another long-term aim for Norway would be to sell gas to Poland.", "goal Norway"},
		{"a goal of nobody", "The goal was scored in extra time.", ""},
		{"a goal reached", "Norway’s goal was reached in May.", ""},
		{"focus", "Norway is focused on its coast.", "goal Norway"},
		{"debate with a focus", "The debate focused on the coast.", ""},
		{"will not", "Norway will never accept a quota.", "red line Norway"},
		{"cannot", "Putin cannot tolerate a free press.", "red line Vladimir Putin"},
		{"refuse", "Norway refuses to negotiate about its fish.", "red line Norway"},
		{"did not rule out", "Norway refused to rule out a tax.", ""},
		{"needs more", "Norway needs more than two ships.", ""},
		{"may not", "Norway may not agree with Poland.", ""},
		{"will not rain", "It will not rain in Norway.", ""},
		{"unacceptable", "A quota is unacceptable to Norway.", "red line Norway"},
		{"out of the question", "For Norway, a quota is out of the question.", "red line Norway"},
		{"rule out", "Norway has ruled out a tax on fish.", "red line Norway"},
		{"a red line", "For Norway, a tax on fish is a red line.", "red line Norway"},
		{"leave out", "Putin wants the West to leave gas out of the talks.", "red line Vladimir Putin"},
		{"leave home", "Putin left the children out of the photograph.", ""},
		{"offer", "Norway will lift its ban if Poland withdraws two ships.", "offer Norway if if Poland withdraws two ships"},
		{"offer, condition first", "If Poland withdraws its ships, Norway will lift its ban.", "offer Norway if If Poland withdraws its ships"},
		{"ready", "Putin is ready to release the crew, provided that Norway pays.", "offer Vladimir Putin if provided that Norway pays"},
		{"offer for a concession", "Poland will send an envoy if Norway takes two steps.", "offer Poland if if Norway takes two steps"},
		{"offer announced", "Putin’s offer is plain. He would visit Oslo if Norway invited him.", "offer Vladimir Putin if if Norway invited him"},
		{"promise", "Norway promised to visit the port once more if Poland opened it.", "offer Norway if if Poland opened it"},
		{"threat", "Poland will attack if Norway lifts the ban.", ""},
		{"what befalls", "Poland will suffer if Norway lifts the ban.", ""},
		{"to want to avoid", "Norway wants to avoid a war at sea.", "goal Norway"},
		{"to hope, before speech", "Norway hopes to keep its coast: “We stay,” it said.", "goal Norway"},
		{"to be remembered", "Putin wants to be remembered as a builder.", "goal Vladimir Putin"},
		{"an owner and items", "Putin met the press. His priorities are as follows:\n\n- gas\n- grain", "priority Vladimir Putin: gas | grain"},
		{"items of a demand", "Putin spoke. He demands three things: (a) gas, (b) grain, (c) peace.", "list Vladimir Putin: gas | grain | peace"},
		{"ordinals of priorities", "Putin has two priorities. First, he wants gas. Second, he wants grain.", "priority Vladimir Putin: he wants gas | he wants grain"},
		{"order of importance", "Norway’s aims, in order of importance, are: fish; oil; and peace.", "priority Norway: fish | oil | peace"},
		{"a condition about it", "Putin is willing to lift the ban if Norway pays.", "offer Vladimir Putin if if Norway pays"},
		{"offer with once", "Norway is willing to lift its ban once Poland leaves.", "offer Norway if once Poland leaves"},
		{"items of red lines", "Putin’s red lines are clear: (1) no ships, (2) no tax.", "red line Vladimir Putin: no ships | no tax"},
		{"items of goals", "Norway has two aims:\n\n- fish\n- oil", "goal Norway: fish | oil"},
		{"under no circumstances", "Norway will under no circumstances give up its coast, a minister said in May.", "red line Norway"},
		{"what somebody wants", "What Putin really wants is a port.", "goal Vladimir Putin"},
		{"first concern", "Peace is the first concern of Norway.", "priority Norway"},
		{"failing to agree", "The leaders cannot agree.", ""},
		{"paid loyalty", "Norway will stay calm as long as Poland pays.", ""},
		{"no offer", "If Poland sends its ships, Norway will be angry.", ""},
		{"in exchange", "Norway lifted the ban in exchange for gas.", "offer Norway"},
		{"heading of red lines", "# Red lines of Norway\n\n- no quota\n- no tax", "red line Norway: no quota | no tax"},
		{"heading of aims", "# Aims of Norway\n\n- fish\n- oil", "goal Norway: fish | oil"},
		{"heading about something else", "# Events of May\n\n- a vote\n- a storm", "list -: a vote | a storm"},
		{"wishes in order", "Angela Merkel spoke. What she wants, in order:\n\n- peace\n- gas", "priority Angela Merkel: peace | gas"},
		{"in order to", "We did this in order to win: peace, gas and grain.", ""},
		{"interests rank", "Angela Merkel spoke. Her interests rank as follows: peace, gas and grain.", "priority Angela Merkel: peace | gas | grain"},
		{"offers in a row", "Norway’s offers: two ships, a port and a road.", "offer Norway: two ships | a port | a road"},
		{"what a side offers", "Norway offers:\n\n- a port\n- a road", "offer Norway: a port | a road"},
		{"not any", "Norway would not sign any treaty about its fish.", "red line Norway"},
		{"not any, a state", "Norway would not have any money left.", ""},
		{"never sell", "Norway will never sell its coast.", "red line Norway"},
		{"never forget", "Norway will never forget the storm.", ""},
		{"vow never to", "Norway vowed never to sell its coast.", "red line Norway"},
		{"vow never to lie", "Norway promised never to lie.", ""},
		{"not talk, in marks", "“We will not talk about our ships,” said Angela Merkel.", "red line We"},
		{"not talk, before more", "Norway will not talk about its ships. The ships lie here.", "red line Norway"},
		{"not talk, in a text", "We will not talk about the weather here.", ""},
		{"rather than accept", "Putin would rather close the port than accept a quota.", "priority Vladimir Putin: close the port | accept a quota; red line Vladimir Putin"},
		{"on condition", "Norway would open its ports on condition that the ships stay away.", "offer Norway if on condition that the ships stay away"},
		{"provided it keeps", "Norway would lift the ban provided that it keeps its coast.", ""},
		{"the giver is the subject", "Poland, said Norway, would send two ships in return for gas.", "offer Poland"},
		{"prepared, in return", "Norway is prepared to open its ports in return for gas from Poland.", "offer Norway"},
		{"nobody’s exchange", "The town got two ships in return for gas.", ""},
		{"above all else", "Putin spoke. Above all else he wants quiet on the coast.", "priority Vladimir Putin"},
		{"more than anything", "More than anything, Norway wants peace.", "priority Norway"},
		{"second and third", "Norway puts fish first; gas came second and oil third.", "priority Norway; priority Norway"},
		{"second in a race", "Norway came second in the race.", ""},
		{"not giving up", "Norway will not give up.", ""},
		{"not giving up a thing", "Norway will not give up its coast.", "red line Norway"},
		{"not abandoning a friend", "Norway would not abandon Poland.", ""},
		{"a forecast", "The talks will not be easy.", ""},
		{"beyond its power", "Norway cannot end the war.", ""},
		{"two limits", "For Norway, a tax is unaffordable and a quota unacceptable.", "red line Norway: a tax | a quota"},
		{"to try to attain", "Norway is trying to protect its coast.", "goal Norway"},
		{"to try to find", "Norway is trying to find its keys.", ""},
		{"an adjunct", "Putin left early, seeking to fulfil a great ambition.", "goal Vladimir Putin"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := show(find(c.text)); got != c.want {
				t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func show(found []Finding, c *names.Cast, parsed *grammar.Text) string {
	text := parsed.Document.Text
	var lines []string
	for _, f := range found {
		line := string(f.Kind) + " -"
		if f.Holder >= 0 {
			line = string(f.Kind) + " " + who(c, parsed, c.Mentions[f.Holder])
		}
		if f.If[1] > 0 {
			line += " if " + text[f.If[0]:f.If[1]]
		}
		for k, i := range f.Items {
			line += []string{": ", " | "}[min(k, 1)] + text[i.Start:i.End]
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "; ")
}

func who(c *names.Cast, parsed *grammar.Text, m names.Mention) string {
	if m.Entity >= 0 {
		return c.Entities[m.Entity].Name
	}
	return parsed.Sentences[m.Sentence].Tokens[m.From].Text
}

func TestListStandsInItsFinding(t *testing.T) {
	found, _, _ := find("Norway will lift its ban if Poland takes two steps: (1) withdraws its ships, and (2) pays for the nets.")
	if len(found) != 2 || found[0].Kind != Offer || found[1].Kind != List || found[1].Parent != 0 || len(found[1].Items) != 2 || len(found[0].Items) != 2 {
		t.Errorf("%+v", found)
	}
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("Norway will lift its ban if Poland takes two steps: (1) withdraws its ships, and (2) pays for the nets. The envoy spoke of other things on Friday, and the town went on with its day. ", 100)
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
	f.Add("Norway's top priorities are:\n\n- fish\n- oil\n\nFirst, it will not accept quotas. Second, it will stop sales if Sweden pays.")
	f.Add("The main goal for Oslo is to (1) win, (2) rest; and (3) sleep. Two areas: land and sea. namely a) b) c")
	f.Fuzz(func(t *testing.T, text string) {
		found, c, parsed := find(text)
		text = parsed.Document.Text // what is not UTF-8 was mended
		for k, q := range found {
			if q.Start < 0 || q.End > len(text) || q.Start >= q.End || q.Holder >= len(c.Mentions) || q.Parent >= k || q.Kind == "" || q.Rule == "" {
				t.Fatalf("%q: %+v", text, q)
			}
			for _, p := range found[:k] {
				if q.Start < p.Start || q.Start < p.End && q.End > p.End {
					t.Fatalf("%q: %+v crosses %+v", text, q, p)
				}
			}
			for n, i := range q.Items {
				if i.Start > i.End || i.Start < q.Start || i.End > q.End || n > 0 && i.Start < q.Items[n-1].End {
					t.Fatalf("%q: item %v of %+v", text, i, q)
				}
			}
			if p := q.Parent; p >= 0 && (found[p].Start > q.Start || found[p].End < q.End) {
				t.Fatalf("%q: %+v is no parent of %+v", text, found[p], q)
			}
		}
	})
}
