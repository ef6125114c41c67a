package document

import "strings"

// table makes a set of words that stand apart by white space.
func table(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// Words that tell the parts of a page apart, in small letters.
var (
	// credits begin the line under a picture that says whose it is.
	credits = table(`photo photos photograph photographs photographer picture pictures image images illustration illustrations
 cartoon cartoons drawing graphic graphics infographic map chart video credit credits caption figure fig painting portrait artwork collage file`)

	// agencies own pictures; they count in brackets or after a slash.
	agencies = table(`getty reuters ap afp epa shutterstock alamy istock tass xinhua anadolu bloomberg dpa unsplash flickr wikimedia commons`)

	// joins stand between a picture and its owner.
	joins = table(`by via courtesy of from credit source ©`)

	// dateWords stand beside a date and say nothing of their own.
	dateWords = table(`published publication updated update posted post issued released release date dated last modified revised first on at as of the
 am pm a.m p.m et est edt gmt utc bst cet pt pst monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
 min mins minute minutes read reading time hours hour ago original`)

	// navigation are words of menus, sections and labels, which are no names.
	navigation = table(`home about contact us search menu login sign subscribe subscription newsletter newsletters pages page other topics topic issues issue
 sections section news opinion opinions editorial analysis analyses policy policies politics world region regions national international local business
 economy markets sport sports culture arts travel science technology health education society style video videos audio podcast podcasts events event
 publications publication research reports report brief briefs briefing briefings commentary commentaries comment comments blog blogs archive archives
 magazine journal review press release releases media library experts expert people staff careers jobs donate support follow share print email pdf
 download save facebook twitter linkedin whatsapp telegram instagram youtube rss related more next previous back top read latest popular trending
 recommended advertisement sponsored privacy terms cookies cookie settings language languages english arabic persian farsi hebrew french german russian
 available also series special feature features interview interviews essay essays dispatch dispatches letter letters watch live breaking update updates
 edition daily weekly monthly quarterly today institute institution center centre council foundation forum project program programme university college
 department ministry agency office service group network times post herald tribune gazette observer guardian telegraph chronicle abstract summary
 introduction conclusion background contents overview key takeaways notes references appendix full text transcript remarks statement speech`)

	// callings follow "is a", "is the" in a line about the author.
	callings = table(`fellow scholar professor lecturer researcher research correspondent reporter journalist columnist writer author editor analyst
 director contributor adviser advisor associate expert economist historian scientist chair founder president consultant commentator
 specialist student candidate lawyer attorney diplomat ambassador officer producer freelance visiting senior adjunct`)

	// particles are the small words inside names.
	particles = table(`de von van der den da di la le el al bin ibn ben bint abu du dos das ter zu af`)

	// smallWords are not capitalised in titles.
	smallWords = table(`a an the and but or nor for so yet of in on at to by from with as is are was be it its into over vs via than that if not no`)
)

// standingPhrases begin lines below a text.
var standingPhrases = []string{
	"all rights reserved", "copyright ", "© ", "(c) ", "this article was originally", "this article first appeared", "this piece was originally",
	"originally published", "first published in", "reprinted with", "republished with", "the views expressed", "the opinions expressed", "views expressed",
	"opinions expressed", "read more", "related:", "related articles", "see also:", "follow us", "follow him on", "follow her on", "subscribe to", "sign up for",
	"share this", "tags:", "filed under", "topics:", "contact us", "for media inquiries", "media contact", "to receive our", "support our", "advertisement",
	"about the author", "about the writer", "correction:", "editor's note:", "editor’s note:", "editors' note:", "editors’ note:",
}
