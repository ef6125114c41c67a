package causality

import (
	"strings"
	"testing"
)

// Sentences of our own, one or more a family of rules: what each has to find.
var familyCauses = []struct {
	text, rule string
	sign       int
	causes     string
	effect     string
}{
	{"The sanctions made it impossible for the bank to pay its creditors.", "verb of making: make", 1, "The sanctions", "it impossible for the bank to pay its creditors"},
	{"The defeat left the army weak and divided.", "verb of making: leave", 1, "The defeat", "the army weak and divided"},
	{"High oil prices pushed the government to cut subsidies.", "verb of bringing about: push", 1, "High oil prices", "the government to cut subsidies"},
	{"Fear of a coup keeps the generals from speaking openly.", "verb of preventing: keep", -1, "Fear of a coup", "the generals from speaking openly"},
	{"The ceasefire has allowed aid to reach the villages.", "verb of permitting: allow", 1, "The ceasefire", "aid to reach the villages"},
	{"His speech angered the unions.", "verb of moving: anger", 1, "His speech", "angered the unions"},
	{"The war has hurt the economy.", "verb of harming: hurt", -1, "The war", "the economy"},
	{"Years of drought have weakened the regime.", "verb of lessening: weaken", -1, "Years of drought", "the regime"},
	{"Isolation has hardened the leadership's stance.", "verb of furthering: harden", 1, "Isolation", "the leadership's stance"},
	{"The blockade has deepened the crisis.", "verb of furthering: deepen", 1, "The blockade", "the crisis"},
	{"The reason for the delay is a lack of money.", "phrase: the cause of it is", 1, "a lack of money", "the delay"},
	{"The main reason the talks failed was mistrust.", "phrase: the cause of it is", 1, "mistrust", "the talks failed"},
	{"One consequence of the war is a shortage of bread.", "phrase: the cause of it is", 1, "the war", "a shortage of bread"},
	{"The raid was a blow to the rebels.", "phrase: is the cause of", -1, "The raid", "the rebels"},
	{"The defeat means that the general will have to resign.", "verb of bringing about: mean", 1, "The defeat", "the general will have to resign"},
	{"The loss of the port has meant higher prices for grain.", "verb of bringing about: mean", 1, "The loss of the port", "higher prices for grain"},
	{"The more the king spends, the more his nobles resent him.", "phrase: the more the more", 1, "The more the king spends", "the more his nobles resent him"},
	{"The army is so weak that it cannot hold the border.", "phrase: so … that", 1, "The army is so weak", "it cannot hold the border"},
	{"The treasury is too empty to pay the troops.", "phrase: too … to", -1, "The treasury is too empty", "pay the troops"},
	{"The rebels withdrew, leaving the town without defenders.", "verb of making: leave", 1, "The rebels withdrew", "the town without defenders"},
	{"He needs the army's support, so he pays the officers well.", "effect: so", 1, "He needs the army's support", "he pays the officers well"},
	{"The officers are well paid, which makes them loyal.", "verb of making: make", 1, "The officers are well paid", "them loyal"},
	{"The governor sent troops so that the road would stay open.", "effect: so that", 1, "The governor sent troops", "the road would stay open"},
	{"The loss of trade revenue has split the council.", "verb of lessening: split", -1, "The loss of trade revenue", "the council"},
	{"The unrest was driven by rising food prices.", "verb of bringing about: drive", 1, "rising food prices", "The unrest"},
	{"Public anger at the tax is what brought the mob to the gates.", "verb of bringing about: bring", 1, "Public anger at the tax", "the mob to the gates"},
	{"Thanks to the new railway, exports doubled.", "cause: thanks to", 1, "the new railway", "exports doubled"},
	{"It was the drought that ruined the farmers.", "verb of harming: ruin", -1, "the drought", "the farmers"},
	{"Oil revenue gives the ruling family the means to buy loyalty.", "verb of giving: give", 1, "Oil revenue", "the ruling family the means to buy loyalty"},
	{"The reform failed for lack of money.", "cause: for lack of", 1, "money", "The reform failed"},
	{"The new tax did not prevent the deficit from growing.", "verb of preventing: prevent", -1, "The new tax", "the deficit from growing"},
	{"The embargo failed to stop the flow of arms.", "verb of preventing: stop", -1, "The embargo", "the flow of arms"},
	{"The loss of the port would cripple the fleet.", "verb of harming: cripple", -1, "The loss of the port", "the fleet"},
	{"The new law is intended to discourage smuggling.", "phrase: is meant to", 1, "The new law", "discourage smuggling"},
	{"The aim of the reform is to weaken the guilds.", "aim: the aim is to", 1, "the reform", "weaken the guilds"},
	{"He fears a revolt and therefore avoids new taxes.", "effect: therefore", 1, "He fears a revolt", "avoids new taxes"},
	{"The mayor was dismissed for taking bribes.", "cause: for", 1, "taking bribes", "The mayor was dismissed"},
	{"The villagers fled for fear of reprisals.", "cause: for fear of", 1, "reprisals", "The villagers fled"},
	{"The flood killed hundreds of people.", "verb of harming: kill", -1, "The flood", "hundreds of people"},
	{"Bread riots toppled the government.", "verb of harming: topple", -1, "Bread riots", "the government"},
	{"The rise of the guilds threatens the old families.", "verb of lessening: threaten", -1, "The rise of the guilds", "the old families"},
	{"His illness has raised questions about the succession.", "verb of furthering: raise", 1, "His illness", "questions about the succession"},
	{"The bank's failure wiped out the savings of thousands.", "verb of harming: wipe", -1, "The bank's failure", "the savings of thousands"},
	{"The port was closed, and as a result grain prices doubled.", "effect: as a result", 1, "The port was closed", "grain prices doubled"},
	{"The council hopes that a marriage will secure the alliance.", "verb of enabling: secure", 1, "a marriage", "the alliance"},
	{"The king's ambition is the root of the conflict.", "phrase: is the cause of", 1, "The king's ambition", "the conflict"},
	{"The cold winter explains the poor harvest.", "verb of explaining: explain", 1, "The cold winter", "the poor harvest"},
	{"The loss of his son changed the king's view of the war.", "verb of explaining: change", 1, "The loss of his son", "the king's view of the war"},
	{"The tribe's loyalty can be attributed to generous subsidies.", "verb of coming from: attribute", 1, "generous subsidies", "The tribe's loyalty"},
}

func TestFamiliesOfCauses(t *testing.T) {
	for _, c := range familyCauses {
		found := Causes(parsed(t, "t", c.text))
		if len(found) != 1 {
			t.Errorf("%q: %d causes", c.text, len(found))
			continue
		}
		got := found[0]
		var causes []string
		for _, b := range got.Causes {
			causes = append(causes, said(c.text, b))
		}
		if all := strings.Join(causes, "|"); got.Rule != c.rule || got.Sign != c.sign || all != c.causes || said(c.text, got.Effect) != c.effect {
			t.Errorf("%q: %s, sign %+d, %q → %q", c.text, got.Rule, got.Sign, all, said(c.text, got.Effect))
		}
	}
}

// Sentences that look like those above and state no cause.
func TestNoCauses(t *testing.T) {
	for _, text := range []string{
		"The delegates met in the old hall on Monday.",
		"The premier will send an envoy if the neighbour takes two steps: (1) lifts the embargo on grain, and (2) ends its escorts in the strait.",
		"The guild will return when the governor does three things: (1) opens the harbour, (2) pays the wages, and (3) ends the dispute.",
		"The prince comes from a small town in the north.",
		"The minister made a long speech about the harvest.",
		"The officer left the room quietly.",
		"The committee changed its rules last year.",
		"The envoy brought a letter to the court.",
		"The bank moved its offices into the old palace.",
		"She was happy to see her brother again.",
		"The king turned to his brother.",
		"The man was able to speak four languages.",
		"The two sides want to meet again in May.",
		"When the king died, his brother was nine.",
		"The talks would take place in June, the spokesman said.",
		"The soldiers kept their weapons in the barracks.",
		"He has been a member of the council since March.",
		"The price of bread is four coins.",
		"The children were too young.",
		"The company raised 4 million for a new factory.",
		"The country lies between two rivers.",
		"The army cut the road to the coast.",
		"As a young officer he served in the east.",
		"The new minister is the son of a teacher.",
		"The temperature rose from 3 to 9 degrees.",
		"The village lies so far north that few visit.",
		"The reason is unknown.",
		"The convoy will arrive when it arrives.",
		"The party leader helped the old man.",
		"They asked when the road would open.",
		"The general left his wife a house.",
		"The guard stopped the car at the gate.",
		"She keeps two horses and a dog.",
	} {
		for _, c := range Causes(parsed(t, "t", text)) {
			t.Errorf("%q: %s, %q", text, c.Rule, said(text, c.Effect))
		}
	}
}

var familyConditions = []struct{ text, rule, ante, then string }{
	{"Economic growth depends on foreign investment.", "condition: depend", "foreign investment", "Economic growth"},
	{"The union will sign only when the owners raise wages.", "condition: only if", "the owners raise wages", "The union will sign"},
	{"Only after the troops leave will talks begin.", "condition: only if", "the troops leave", "will talks begin"},
	{"As soon as the pass opens, the convoy will move.", "condition: when", "the pass opens", "the convoy will move"},
	{"The rebels offered to lay down arms in exchange for an amnesty.", "condition: in return", "an amnesty", "The rebels offered to lay down arms"},
	{"In return for aid, the king must free the prisoners.", "condition: in return", "aid", "the king must free the prisoners"},
	{"The price of peace is the loss of the province.", "condition: price", "the loss of the province", "peace"},
	{"No lasting peace is possible without the consent of the tribes.", "condition: without", "the consent of the tribes", "No lasting peace is possible"},
	{"Leave the town, or we will burn it.", "condition: deed or else", "Leave the town", "we will burn it"},
	{"Pay the fine and you will be released.", "condition: deed and", "Pay the fine", "you will be released"},
	{"Whoever controls the pass controls the trade.", "condition: whoever", "Whoever controls the pass", "controls the trade"},
	{"When grain prices rise, riots follow.", "condition: when", "grain prices rise", "riots follow"},
	{"Whether or not the king agrees, the nobles will resist.", "condition: even if", "the king agrees", "the nobles will resist"},
	{"Barring a miracle, the party will lose.", "condition: without", "a miracle", "the party will lose"},
	{"A victory might persuade the nobles to join him.", "condition: happening might", "A victory", "persuade the nobles to join him"},
	{"The king will not negotiate before the siege is lifted.", "condition: before", "the siege is lifted", "The king will not negotiate"},
	{"It would take a revolt to move him.", "condition: take", "a revolt", "move him"},
	{"Success requires the support of the army.", "condition: require", "the support of the army", "Success"},
	{"Any attack on the port means war.", "condition: any happening", "Any attack on the port", "means war"},
	{"Once the bridge is built, trade will flourish.", "condition: when", "the bridge is built", "trade will flourish"},
	{"The moment the troops cross the river, the treaty is dead.", "condition: when", "the troops cross the river", "the treaty is dead"},
}

func TestFamiliesOfConditions(t *testing.T) {
	for _, c := range familyConditions {
		found := Conditions(parsed(t, "t", c.text))
		if len(found) != 1 {
			t.Errorf("%q: %d conditions", c.text, len(found))
			continue
		}
		got := found[0]
		if got.Rule != c.rule || said(c.text, got.If) != c.ante || said(c.text, got.Then) != c.then {
			t.Errorf("%q: %s, if %q, then %q", c.text, got.Rule, said(c.text, got.If), said(c.text, got.Then))
		}
	}
}

// Sentences that look like those above and state no condition.
func TestNoMoreConditions(t *testing.T) {
	for _, text := range []string{
		"The news comes at a time when the bank is weak.",
		"He will speak before he leaves.",
		"The envoy says that when he looks at the map he sees no road.",
		"The bridge rests on four pillars.",
		"The guards took the bread and will bring the wine.",
		"Those who came were old.",
		"The price of the horse was high.",
		"The trip took two days.",
		"The judges argued over whether or not the king had signed.",
		"The ship left only after the crew had eaten.",
		"The leading candidate would visit the harbour.",
		"The vote would take place in May.",
		"The commission met to review the rules and asked for an exchange of letters.",
	} {
		for _, c := range Conditions(parsed(t, "t", text)) {
			t.Errorf("%q: %s, if %q, then %q", text, c.Rule, said(text, c.If), said(text, c.Then))
		}
	}
}
