package lang

import (
	"slices"

	"reckon"
)

// kind says what an attribute holds, in the words of docs/language.md.
type kind string

const (
	kindText   kind = "text"
	kindTexts  kind = "list of texts"
	kindNumber kind = "number"
	kindYesNo  kind = "true or false"
	kindDate   kind = "date"
	kindMoment kind = "date, time and zone"
	kindWord   kind = "one of a few words"
	kindName   kind = "name"
	kindExpr   kind = "expression"
	kindOrder  kind = "ranking of states"
	kindSpan   kind = "[from, to]"
	kindSpread kind = "number, interval or law"
	kindPoints kind = "list of points"
	kindMoves  kind = "text of moves"
)

// attribute is one row of the schema: a name, what it holds and what it means.
type attribute struct {
	name     string
	kind     kind
	words    []string // the words of kindWord
	required bool
	standard string // the default, as shown in docs/language.md
	means    string
	example  string
}

// block is one kind of block, with its attributes in the order of the docs.
type block struct {
	name       string
	within     string // the block it stands in, where the same word means something else elsewhere
	label      string // what the label is; "" when the block has none
	plain      bool   // the label is a plain name, usable in expressions
	means      string
	attributes []attribute
	blocks     []string // the blocks it may hold
	example    string
}

// concepts are the words of concept that are not a number of moves.
var concepts = []string{
	string(reckon.Nash), string(reckon.GMR), string(reckon.SMR), string(reckon.SEQ), string(reckon.SSEQ),
	string(reckon.SIM), string(reckon.Tableau), string(reckon.NM),
}

// temper are the settings of a mind, which a kind of opponent may state too.
var temper = []attribute{
	{
		name: "concept", kind: kindWord, words: append(slices.Clip(concepts), "L1 to L99"), standard: "SEQ", example: `"GMR"`,
		means: "Whose answer he reckons with when he weighs a move: nobody's (Nash), anything the others can do even at their own cost (GMR), that and his own last word (SMR), only what improves their lot (SEQ), that and his own last word (SSEQ), all at the same moment (SIM), only what improves their lot, and at the same moment where two or more would move (Tableau). L1, L2 and so on: everyone looks that many moves ahead. NM: everyone looks ahead without end.",
	},
	{
		name: "caution", kind: kindNumber, standard: "1", example: "0.5",
		means: "From 0, he looks at what he aims for, to 1, he looks at the worst answer.",
	},
	{
		name: "precision", kind: kindNumber, standard: "8", example: "infinity",
		means: "How reliably he takes what is best for him: 0 is a coin flip, infinity always his best.",
	},
	{
		name: "stubborn", kind: kindNumber, standard: "0", example: "0.3",
		means: "From 0, he learns fully from what others do, to 1, he never changes his mind about them.",
	},
	{
		name: "emphasis", kind: kindNumber, standard: "2", example: "3",
		means: "How many times more a want counts than the next; at least 1.",
	},
}

// top lists the blocks that may stand outside any other block.
var top = slices.Concat([]string{
	"case", "actor", "impossible", "measure", "parameter", "lookup", "shock", "feature", "mind", "reading", "question", "scenario",
}, arenaKinds)

// schema is the case language: one entry per block, one row per attribute.
// Decoding checks names, kinds and places against it, and Reference prints it.
var schema = slices.Concat(conflictBlocks, timeBlocks[:len(timeBlocks)-1], arenaBlocks, timeBlocks[len(timeBlocks)-1:])

// conflictBlocks are the blocks that a conflict as it stands is told in.
var conflictBlocks = []block{
	{
		name: "case", label: "the name of the case", means: "What the case is about, and its clock. Exactly one, in case.hcl.",
		attributes: []attribute{
			{name: "title", kind: kindText, example: `"Iran's Supreme Leader, 2018–2026"`, means: "The title that pages print."},
			{name: "subject", kind: kindName, example: "leader", means: "The actor whose mind is read. Needed as soon as there is a reading."},
			{name: "as_of", kind: kindDate, example: `"2026-01-28"`, means: "The day the case is frozen: nothing published later may be used, except to score."},
			{name: "from", kind: kindDate, example: `"2018-05-01"`, means: "The day the clock starts; options marked on are in force then, and the record is replayed from then."},
			{name: "until", kind: kindDate, example: `"2026-12-31"`, means: "The day the clock stops."},
			{name: "step", kind: kindWord, words: []string{"day", "week", "month", "year"}, standard: "week", example: `"week"`, means: "The tick of the clock."},
			{name: "order", kind: kindWord, words: []string{"random", "stated"}, standard: "random", example: `"stated"`, means: "In which order actors consider their moves within a step of a run: by lot each time, or as they stand in the file."},
		},
		example: "case \"supreme-leader\" {\n  title   = \"Iran's Supreme Leader, 2018–2026\"\n  subject = leader\n  as_of   = \"2026-01-28\"\n  from    = \"2018-05-01\"\n  until   = \"2026-12-31\"\n  step    = \"week\"\n}",
	},
	{
		name: "actor", label: "a plain name, used in expressions", plain: true, means: "A party to the conflict: a public leader, an organ, an aggregate public. An actor without options is legal; he only watches.",
		attributes: []attribute{
			{name: "title", kind: kindText, example: `"The Supreme Leader"`, means: "The name that pages print; the plain name when left out."},
			{name: "pace", kind: kindNumber, standard: "1", example: "0.2", means: "How likely he is to consider his moves in a step of a run: above 0, at most 1."},
			{name: "considers", kind: kindWord, words: []string{"smallest moves", "any move"}, standard: "smallest moves", example: `"any move"`, means: "What he weighs when he does: his smallest moves, those of which no part is itself a legal move, or every legal move."},
		},
		blocks:  []string{"option"},
		example: "actor \"leader\" {\n  title = \"The Supreme Leader\"\n  option \"enrich\" { title = \"Enrich to 60%\" }\n  option \"talk\" {\n    title   = \"Allow talks with Washington\"\n    posture = \"soft\"\n  }\n}\n\nactor \"washington\" {\n  option \"sanction\" {\n    on      = true\n    posture = \"hard\"\n  }\n  option \"bomb\" {\n    title      = \"Air strikes on Iran\"\n    reversible = false # once taken, cannot be undone\n  }\n}",
	},
	{
		name: "option", label: "a plain name, used in expressions", plain: true, means: "A yes/no course open to one actor. Elsewhere it is written actor.option. File order is the order of the letters in a state such as YNNY. At most 64 in a case; states are listed up to 26.",
		attributes: []attribute{
			{name: "title", kind: kindText, example: `"Enrich to 60%"`, means: "The words that pages print; the plain name when left out."},
			{name: "on", kind: kindYesNo, standard: "false", example: "true", means: "Whether it is in force when the clock starts."},
			{name: "reversible", kind: kindYesNo, standard: "true", example: "false", means: "False: once taken, it cannot be undone."},
			{name: "resumable", kind: kindYesNo, standard: "true", example: "false", means: "False: once dropped, it cannot be taken up again."},
			{name: "posture", kind: kindWord, words: []string{"hard", "soft"}, standard: "neither", example: `"hard"`, means: "A harder or a softer course. Only the dull rival \"the middle option\" reads it."},
		},
		blocks:  []string{"cite"},
		example: "",
	},
	{
		name: "impossible", label: "what is excluded, in your words", means: "A rule that takes states out of the conflict: every state in which it holds. It may speak of options only.",
		attributes: []attribute{
			{name: "when", kind: kindExpr, required: true, example: "washington.bomb && leader.talk", means: "The states that cannot be."},
		},
		example: "impossible \"no talks under bombs\" { when = washington.bomb && leader.talk }",
	},
	{
		name: "mind", label: "an actor", means: "What an actor wants, believes and how he decides. Outside a reading it is the case author's own view of that actor; inside a reading it replaces that view. Wants stand in order of importance. An actor may have several minds: the one that he begins with, and one for each change, which says from when on it counts. Each is a whole mind: it takes over nothing from the one before. A reading that states any mind of an actor replaces all that the case states of him.",
		attributes: slices.Concat(temper, []attribute{{
			name: "order", kind: kindOrder, example: `[["YNNN"], ["NNNN", "NYNN"]]`, means: "A direct ranking instead of wants: groups of states he likes equally, best first; one letter per option in file order, Y or N.",
		}}, change),
		blocks:  []string{"want", "attitude", "sees", "believes", "episode", "cite"},
		example: "mind \"washington\" {\n  concept = \"SEQ\"\n  want \"no bomb program\" { that = !leader.enrich }\n  want \"no war\" { that = !washington.bomb }\n}",
	},
	{
		name: "want", label: "what is wanted, in your words", means: "A statement that the actor prefers to be true. The first want matters most, unless the wants of this mind have points.",
		attributes: []attribute{
			{name: "that", kind: kindExpr, required: true, example: "!washington.bomb", means: "The statement, over options and measures."},
			{name: "if", kind: kindExpr, example: "washington.bomb", means: "He wants it only where this holds; elsewhere the want counts as met. A if B is the same as !B || A."},
			{name: "iff", kind: kindExpr, example: "washington.sanction", means: "If and only if: he wants it where this holds, and its opposite where it does not. A iff B is the same as A == B. A want has \"if\" or \"iff\", not both."},
			{name: "title", kind: kindText, example: `"No war"`, means: "The words that pages print; the label when left out."},
			{name: "red_line", kind: kindYesNo, standard: "false", example: "true", means: "True: its breach is strongly worse than anything below it."},
			{name: "points", kind: kindNumber, example: "2.5", means: "What it adds to the score of a state in which it holds. As soon as one want of a mind has points, its states are ranked by their score: the order of its wants no longer counts, nor do wants without points. Below 0 he would rather not have it. Scores are exact, so all points of one mind must fit into about 15 digits, from the first of the largest to the last decimal of any: write 2 and 3 in place of 2/3 and 1."},
			{name: "unknown", kind: kindYesNo, standard: "false", example: "true", means: "True: nobody can say whether he wants this or its opposite."},
			{name: "odds", kind: kindNumber, standard: "certain", example: "0.8", means: "How likely it is that he wants this and not its opposite: above 0, at most 1."},
		},
		blocks: []string{"cite"},
	},
	{
		name: "attitude", label: "an actor", means: "How he feels about how another fares, or he himself. Left out, he is positive towards himself and neutral towards all others.",
		attributes: []attribute{
			{name: "is", kind: kindWord, words: []string{"positive", "neutral", "negative"}, required: true, example: `"negative"`, means: "Positive: he takes only moves that the other likes at least as much. Negative: only moves that the other likes no better. Neutral: he does not mind."},
		},
		blocks: []string{"cite"},
	},
	{
		name: "sees", means: "Where the conflict in his eyes differs from the conflict around it: in a mind from the conflict as it is, in a kind from what the believer himself sees. What is not stated is inherited. What he takes others to want stands in believes.",
		blocks:  []string{"unaware", "aware", "option", "impossible", "possible"},
		example: exampleViews,
	},
	{
		name: "unaware", label: "an option, as actor.option", means: "He does not know this option: to him it is never on and nobody can take it up. In a mind, it is not one of his own; in a kind it may be: then the believer thinks that this kind does not know what it could do. What a kind gains by an answer is judged with the options that it does not know off.",
		blocks: []string{"cite"},
	},
	{
		name: "aware", label: "an option, as actor.option", means: "He knows this option, although who ascribes this view to him does not.",
		blocks: []string{"cite"},
	},
	{
		name: "option", within: "sees", label: "an option, as actor.option", means: "He takes this option to be reversible or resumable, or not to be. States at least one of the two.",
		attributes: []attribute{
			{name: "reversible", kind: kindYesNo, standard: "as it is around him", example: "false", means: "False: he thinks that, once taken, it cannot be undone."},
			{name: "resumable", kind: kindYesNo, standard: "as it is around him", example: "false", means: "False: he thinks that, once dropped, it cannot be taken up again."},
		},
		blocks: []string{"cite"},
	},
	{
		name: "impossible", within: "sees", label: "what is excluded, in your words", means: "He holds these states to be impossible. A state that is impossible in his eyes is never stable for him. In a kind: the believer takes it that this kind never gains by going there; under GMR and SMR, which ask for no gain, it may still blunder into one.",
		attributes: []attribute{
			{name: "when", kind: kindExpr, required: true, example: "washington.bomb && leader.talk", means: "The states that cannot be, in his eyes. It may speak of options only."},
		},
		blocks: []string{"cite"},
	},
	{
		name: "possible", label: "the name of an impossible rule", means: "He does not see that rule: the states that it alone excludes are possible in his eyes.",
		blocks: []string{"cite"},
	},
	{
		name: "believes", label: "another actor", means: "What he takes another actor to be. Without it he takes the other to want what that one does want, and to share his own view of what there is and what can be. Either kinds with odds, or wants directly, which is one kind he is certain of. In a kind, it is what he thinks that this kind believes, of himself or of a third; so it nests, three deep at most.",
		attributes: append(slices.Clip(temper), attribute{
			name: "order", kind: kindOrder, example: `[["YNNN"], ["NNNN"]]`, means: "A direct ranking instead of wants, as in a mind.",
		}),
		blocks: []string{"kind", "want", "attitude", "sees", "believes", "cite"},
	},
	{
		name: "kind", label: "a kind of opponent, in your words", means: "One kind of opponent that he reckons with. Settings left out are those of that actor's own mind; a kind without wants, order or attitudes likes what that actor is held to like around it.",
		attributes: append(append([]attribute{
			{name: "title", kind: kindText, example: `"Wants the regime gone"`, means: "The words that pages print; the label when left out."},
			{name: "odds", kind: kindNumber, required: false, example: "0.7", means: "How likely he thinks this kind is, between 0 and 1; the kinds of one belief sum to 1 (rounded thirds such as 0.333 are made to fit)."},
		}, temper...), attribute{
			name: "order", kind: kindOrder, example: `[["YNNN"], ["NNNN"]]`, means: "A direct ranking instead of wants, as in a mind.",
		}),
		blocks: []string{"want", "attitude", "sees", "believes", "cite"},
	},
	{
		name: "reading", label: "the name of the reading", means: "One analyst's theory of the subject: minds with sources. One file each, under readings/.",
		attributes: []attribute{
			{name: "title", kind: kindText, example: `"Neither war nor peace"`, means: "The title that pages print."},
			{name: "says", kind: kindText, example: `"He avoids both war and peace."`, means: "The theory in a sentence or two, in our own words."},
			{name: "source", kind: kindName, example: "analysis_2020", means: "The key in sources.bib of the document it is read from."},
			{name: "dated", kind: kindDate, standard: "the date of its source", example: `"2020-10-23"`, means: "The day it was written. Only choices after it test the reading."},
			{name: "prior", kind: kindNumber, standard: "an equal share", example: "0.4", means: "How likely the reading is held to be before the record speaks, between 0 and 1. Stated priors and the equal shares of the rest sum to 1."},
		},
		blocks:  []string{"mind"},
		example: "reading \"third-path\" {\n  title  = \"Neither war nor peace\"\n  says   = \"He avoids both war and peace: either would end the regime.\"\n  source = analysis_2020\n  mind \"leader\" {\n    concept = \"SEQ\"\n    caution = 1\n    want \"no war\" {\n      that     = !washington.bomb\n      red_line = true\n      cite \"analysis_2020\" {\n        chars = [2704, 2885]\n        says  = \"Open confrontation would end the regime\"\n      }\n    }\n    want \"oil money\" { that = !washington.sanction || oil > 2 }\n    believes \"washington\" {\n      kind \"regime changer\" {\n        odds = 0.7\n        want \"topple\" { that = washington.sanction }\n      }\n      kind \"dealer\" {\n        odds = 0.3\n        want \"limits\" { that = !leader.enrich }\n      }\n    }\n  }\n}",
	},
	{
		name: "question", label: "the name of the question", means: "Something that will be settled by a date, so that a forecast of it can be scored.",
		attributes: []attribute{
			{name: "ask", kind: kindText, standard: "an error", example: `"Will the United States strike Iran?"`, means: "The question as you would put it to a person."},
			{name: "opens", kind: kindDate, standard: "an error", example: `"2026-01-28"`, means: "The first day on which a forecast may be made."},
			{name: "closes", kind: kindMoment, standard: "an error", example: `"2026-06-30T23:59:00Z"`, means: "The moment after which nothing counts any more, with its time zone."},
			{name: "yes_if", kind: kindText, standard: "an error, unless when is a number", example: `"US forces hit a target on Iranian territory"`, means: "What must happen for yes."},
			{name: "no_if", kind: kindText, standard: "an error, unless when is a number", example: `"no such strike by closing time"`, means: "What makes it no."},
			{name: "void_if", kind: kindText, standard: "an error", example: `"the named sources do not decide it"`, means: "When the question is not scored at all."},
			{name: "decided_by", kind: kindTexts, standard: "an error", example: `["two of: Reuters, AP, AFP"]`, means: "Who or what decides."},
			{name: "when", kind: kindExpr, example: "ever(washington.bomb)", means: "The same in the words of the case, so that the model can answer it, by yes or no or by a number. It may use ever(), at_end(), first() and count()."},
		},
		blocks:  []string{"reference"},
		example: "question \"us-strike-by-june\" {\n  ask        = \"Will the United States strike targets inside Iran?\"\n  opens      = \"2026-01-28\"\n  closes     = \"2026-06-30T23:59:00Z\"\n  yes_if     = \"US forces hit a target on Iranian territory with bombs, missiles or drones\"\n  no_if      = \"no such strike by closing time\"\n  void_if    = \"the question cannot be decided from the named sources\"\n  decided_by = [\"statement of the US or Iranian government\", \"two of: Reuters, AP, AFP\"]\n  when       = ever(washington.bomb)\n\n  reference \"US strikes on states with a nuclear programme\" {\n    hits  = 3\n    years = 45\n    cite \"analysis_2020\" { says = \"Three strikes since 1981\" }\n  }\n}",
	},
}

// blockNamed returns the schema of a block, or nil.
func blockNamed(name string) *block { return blockIn("", name) }

// blockIn returns the schema that a word has within a block, or elsewhere, or nil.
func blockIn(parent, name string) *block {
	var found *block
	for i := range schema {
		if s := &schema[i]; s.name == name && (s.within == parent || s.within == "") && (found == nil || s.within == parent) {
			found = s
		}
	}
	return found
}

// attribute returns the row of an attribute, or nil.
func (b *block) attribute(name string) *attribute {
	for i := range b.attributes {
		if b.attributes[i].name == name {
			return &b.attributes[i]
		}
	}
	return nil
}

// names lists the attributes of a block.
func (b *block) names() []string {
	var names []string
	for _, a := range b.attributes {
		names = append(names, a.name)
	}
	return names
}
