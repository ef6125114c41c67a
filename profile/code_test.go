package profile

import (
	"strings"
	"testing"

	"reckon/document"
	"reckon/grammar"
	"reckon/names"
	"reckon/quotation"
)

// code codes a text as a speech of the president of an invented country.
func code(tb testing.TB, text string, set Settings) *Coded {
	tb.Helper()
	d, err := document.Read("speech.txt", []byte(text))
	if err != nil {
		tb.Fatal(err)
	}
	d.Language = "en"
	t := grammar.Parse(d)
	c := names.Find(t, nil)
	return Code(t, c, quotation.Find(t, c), set)
}

// whole is a speech.
var whole = Settings{Speaker: "Ada Example", Own: true, State: "Norway"}

// said codes one sentence and lists its lines: "self reward +3 them".
func said(tb testing.TB, sentence string) string {
	tb.Helper()
	var list []string
	for _, l := range code(tb, sentence, whole).Lines {
		if l.Measure == "VICS" {
			line := l.Subject + " " + l.Category
			if l.Flag != "" {
				line += " flagged"
			}
			if l.Domain != "foreign" {
				line += " " + l.Domain
			}
			list = append(list, line)
		}
	}
	return strings.Join(list, "; ")
}

func TestVerbs(t *testing.T) {
	for _, row := range []struct{ sentence, want string }{
		// deeds
		{"We helped the refugees of the neighbouring country.", "self reward"},
		{"Our government sent food to the islanders.", "self reward"},
		{"They provided the rebels with weapons.", "other reward"},
		{"The Germans lifted the embargo.", "other reward"},
		{"Sweden attacked our ships.", "other punish"},
		{"Our ships were attacked by Sweden.", "other punish"},
		{"Sweden imposed sanctions on us.", "other punish"},
		{"We expelled their diplomats.", "self punish"},
		{"They launched an attack on our embassy.", "other punish"},
		{"The countries that invaded Poland lost the war.", "other punish"},
		{"Last week the government of Sweden sent tanks across the river.", "other punish"},
		{"They armed the bandits in the mountains.", "other reward flagged"},
		{"Swedish boats seized our trawlers.", "other punish"}, // what is a state's acts for it
		{"Sweden is no friend. Its aircraft bombed our port.", "other punish"},
		{"Our engineers rebuild the dikes of Denmark.", "self reward"},
		{"We attacked no ship, arrested no Swede.", "self appeal; self appeal"},
		// words
		{"We promise to help the Danes.", "self promise"},
		{"We support the Danes.", "self appeal"},
		{"We call for a new treaty.", "self appeal"},
		{"I urge the Swedes to leave.", "self appeal"},
		{"We oppose the occupation of the islands.", "self oppose"},
		{"They rejected our offer of peace.", "other oppose"},
		{"We condemn the invasion.", "self oppose"},
		{"Sweden threatened our embassy.", "other threaten"},
		{"They threatened to bomb our ports.", "other threaten"},
		{"The Swedes refuse to negotiate.", "other oppose"},
		{"The Danes stood by us.", "other appeal"},
		{"Sweden warned the Danes not to help us.", "other threaten"},
		{"We agreed in July to extend the accord with Sweden.", "self appeal"},
		{"We asked the Danes for help.", "self appeal"},
		{"I met the Danish minister in Aalborg.", "self appeal"},
		{"We met the deadline of the Danes.", ""}, // a thing is not met by talking to it
		// what is not done yet is a word
		{"We will destroy the missiles of the enemy.", "self threaten"},
		{"We will help the Danes.", "self promise"},
		{"If they cross the border, we will attack them.", "self threaten"},
		{"We want to help the Danes.", "self promise"},
		{"They must release the sailors.", "other promise"},
		// what is negated is not done
		{"We did not attack the Danes.", "self appeal"},
		{"They did not help us.", "other oppose"},
		{"We do not support the invasion.", "self oppose"},
		{"We will never attack the Danes.", "self appeal"},
		// left out: no doer, no other, questions, things that act, what would have been
		{"Our ships were attacked.", ""},
		{"Did they attack our ships?", ""},
		{"Rain destroyed the crops.", ""},
		{"We slept well.", ""},
		{"We built schools and hospitals.", "self reward domestic"},
		{"The army attacked the rebels.", ""}, // whose is not said
		{"If they do not attack us, we shall wait.", ""},
		{"Had we known, we would have attacked the Swedes.", ""},
		// force that befalls nobody, arms, acts on oneself, things that are received
		{"We will fight poverty and crime.", ""},
		{"We seize this opportunity.", ""},
		{"They launched an attack on the embassy.", "other punish"},
		{"Sweden is building nuclear weapons.", ""},
		{"The Swedes cannot help themselves.", ""},
		{"Sweden received our proposals.", ""},
		{"Sweden received our ambassador.", "other reward"},
		{"Our negotiators met with the Swedes.", "self appeal"},
		{"Our allies supported us.", "other appeal"},
		// what names neither home nor abroad goes with the sentence before it
		{"Our schools need money. I urge everybody to support this.", "self appeal domestic"},
		{"Sweden arms itself. I urge everybody to support this.", "self appeal"},
		{"Our schools need money. We will defeat the enemy.", "self threaten"},
		// a friendly act that is held against somebody
		{"Sweden encouraged the rioters.", "other appeal flagged"},
		{"The Swedes provided the terrorists with weapons.", "other reward flagged"},
		{"The Swedes praised the saboteurs and supplied them with money.", "other appeal flagged; other reward flagged"},
		{"The Swedes fought the saboteurs; the Danes thanked our soldiers and gave them food.", "other punish; other appeal; other reward"},
		{"We accuse Sweden of helping the bandits.", "self oppose; other reward flagged"},
	} {
		if got := said(t, row.sentence); got != row.want {
			t.Errorf("%s\n got %q\nwant %q", row.sentence, got, row.want)
		}
	}
}
