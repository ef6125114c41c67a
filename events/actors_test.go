package events

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reckon/readtest"
)

// actorSentences are of our own, keyed by hand before the first run: the type of
// an event and who acts in it, several parted by a bar.
var actorSentences = []struct{ text, kind, actor string }{
	// Passives.
	{"Three journalists were arrested by the secret police in Lima.", "COERCE", "police"},
	{"The harbour of Odessa was shelled by Russian ships on Sunday.", "ASSAULT", "Russian"},
	{"The ambassador of Chile was expelled by Peru.", "SANCTION", "Peru"},
	{"Sanctions were imposed on Mali by the African Union.", "SANCTION", "African Union"},
	{"The march was broken up by the National Guard.", "COERCE", "National Guard"},
	{"The village had been burned by rebels before the army came.", "ASSAULT", "rebels"},
	{"Two opposition leaders have been jailed by Belarus since March.", "COERCE", "Belarus"},
	{"A ceasefire was signed in Nairobi by Ethiopia and Eritrea.", "AGREE", "Ethiopia|Eritrea"},
	// Nouns.
	{"The killing of a farmer by soldiers set the valley on fire.", "ASSAULT", "soldiers"},
	{"The arrest of two bishops by the police of Managua shocked the church.", "COERCE", "police"},
	{"The bombing of Aleppo by Russia went on for weeks.", "ASSAULT", "Russia"},
	{"Israel's invasion of Lebanon ended in a stalemate.", "ASSAULT", "Israel"},
	{"The Turkish attack on the town of Afrin drove thousands away.", "ASSAULT", "Turkish"},
	{"The withdrawal of French troops from Mali surprised the junta.", "RETREAT", "French"},
	{"An attack by Hamas on the border posts started the war.", "ASSAULT", "Hamas"},
	{"After the expulsion of the envoys by Norway, trade stopped.", "SANCTION", "Norway"},
	{"Protests by teachers in Quito entered a second week.", "PROTEST", "teachers"},
	{"Strikes by miners closed the pits of Silesia.", "PROTEST", "miners"},
	// Appositions.
	{"Algeria, the largest buyer, condemned Morocco on Monday.", "ACCUSE", "Algeria"},
	{"The premier, Mette Holm, accused Denmark of theft.", "ACCUSE", "premier"},
	{"Hungary, a member of the alliance, refused to meet the envoy of Ukraine.", "REJECT", "Hungary"},
	{"President Lula of Brazil met the king of Spain in Madrid.", "CONSULT", "Lula"},
	{"The Houthis, rebels from the north of Yemen, fired missiles at Saudi Arabia.", "ASSAULT", "Houthis"},
	// Coordination.
	{"Egypt and Jordan condemned the raid on Gaza.", "ACCUSE", "Egypt|Jordan"},
	{"Dockers and students marched through Piraeus.", "PROTEST", "Dockers|students"},
	{"The army surrounded the palace and arrested the president.", "COERCE", "army"},
	{"France sent troops to Chad and promised aid to Niger.", "AGREE", "France"},
	{"Both Iran and Iraq rejected the offer of the mediators.", "REJECT", "Iran|Iraq"},
	{"India, Pakistan and Nepal signed a treaty on water.", "AGREE", "India|Pakistan|Nepal"},
	// Clauses of another verb.
	{"Police said on Friday that rebels had attacked a convoy of the army.", "ASSAULT", "rebels"},
	{"The general who bombed Sarajevo was never tried.", "ASSAULT", "general"},
	{"Kenya, which closed its border with Somalia, has opened it again.", "COERCE", "Kenya"},
	{"Fearing a coup, the king of Nepal arrested six generals.", "COERCE", "king"},
	{"The union threatened to strike if the port of Genoa was sold.", "THREATEN", "union"},
	{"Under pressure from Washington, Panama seized the ship of the smugglers.", "COERCE", "Panama"},
	{"In Tunis on Tuesday, thousands of workers protested against the new tax.", "PROTEST", "workers"},
	{"Greece has moved two battalions to the border with Turkey.", "MOBILIZE", "Greece"},
	{"The Bolivian navy seized a fishing boat from Peru.", "COERCE", "Bolivian"},
	{"It was Austria that broke off relations with Serbia.", "SANCTION", "Austria"},
	{"On 3 May the council of Genoa banned all marches in the city.", "COERCE", "council"},
}

// TestBarActors measures types and actors on these sentences; the bar is a guard
// against decay.
func TestBarActors(t *testing.T) {
	var kinds, actors readtest.Tally
	for _, c := range actorSentences {
		f := find(c.text, 0)
		kinds.Key++
		at := slices.IndexFunc(f.events, func(e Event) bool { return e.Type == c.kind })
		if at < 0 {
			t.Logf("%s: no %s", c.text, c.kind)
			continue
		}
		kinds.Right++
		actors.Key++
		got := f.list(f.events[at].Actors)
		right := true
		for name := range strings.SplitSeq(c.actor, "|") {
			right = right && strings.Contains(got, name)
		}
		if right {
			actors.Right++
		} else {
			t.Logf("%s: %s by %q, not %s; %s", c.text, c.kind, got, c.actor, f.events[at].Rule)
		}
	}
	readtest.Check(t, readtest.Row{Task: "our own sentences: type of the event", Figure: kinds.Recall(), Bar: 0.8, Details: fmt.Sprintf("%d of %d", kinds.Right, kinds.Key)})
	readtest.Check(t, readtest.Row{Task: "our own sentences: actor of the event", Figure: actors.Recall(), Bar: 0.85, Details: fmt.Sprintf("%d of %d", actors.Right, actors.Key)})
}
