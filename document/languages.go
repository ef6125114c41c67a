package document

import (
	"strings"
	"unicode"
)

// language is one that can be told, with the small words it is told by, folded as
// Fold does.
type language struct {
	code, name string
	script     *unicode.RangeTable
	words      string
}

var languages = []language{
	{"en", "English", unicode.Latin, "the of and to in that is was for it with as his on be at by he this had not are but from or have they which you were her she there been their has would will who what when we i an if can more said about into than its"},
	{"de", "German", unicode.Latin, "der die und das in den von zu mit sich des auf ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch"},
	{"fr", "French", unicode.Latin, "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec mais comme ou leur on cette été elle aux ses nous d l qu n s c j y ont"},
	{"es", "Spanish", unicode.Latin, "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante es son fue"},
	{"it", "Italian", unicode.Latin, "di e il la che in a per un è del della una i le non con da si sono al dei nel come più alla ma gli delle ha anche lo su o questo dal l d c sua suo stato"},
	{"pt", "Portuguese", unicode.Latin, "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também"},
	{"nl", "Dutch", unicode.Latin, "de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog naar heeft door over ze hij wordt werd deze geen tot meer"},
	{"tr", "Turkish", unicode.Latin, "ve bir bu da de için ile olarak çok daha olan gibi ne o en kadar sonra ama ki var yok değil her şey mi mu ben sen olduğunu olduğu tarafından ise"},
	{"pl", "Polish", unicode.Latin, "i w na z do nie że się o jest to jak po a od za przez przy ale co są tym dla ich tego oraz już czy tak być był może"},
	{"sv", "Swedish", unicode.Latin, "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan nu eller när"},
	{"id", "Indonesian", unicode.Latin, "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena bisa ada oleh mereka kami kita saya telah sudah atau"},
	{"ru", "Russian", unicode.Cyrillic, "и в не на что с он как это по но из у за от же для так к а все было бы о мы вы они его ее был только или уже"},
	{"uk", "Ukrainian", unicode.Cyrillic, "і в не на що з та як це до але за від й є про у він для якщо його вони був було або вже також які який"},
	{"fa", "Persian", unicode.Arabic, "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز گفت شد بود اما می شده های دارد ما او باید وی کند اگر نمی هر یا پس چه"},
	{"ar", "Arabic", unicode.Arabic, "في من على أن إلى عن التي الذي هذا هذه ما كان بين لا قد بعد كما مع ذلك لم هو هي كل أو إن ثم قال وقد وفي ولا وهو لكن حتى عند"},
	{"ur", "Urdu", unicode.Arabic, "کے کی کا میں ہے سے کو نے پر اور کہ ہیں یہ اس بھی ایک نہیں تھا ہو گیا کر وہ"},
	{"he", "Hebrew", unicode.Hebrew, "של את על לא הוא זה עם כי גם אל או היא אבל"},
	{"zh", "Chinese", unicode.Han, ""},
	{"ja", "Japanese", unicode.Hiragana, ""},
	{"ko", "Korean", unicode.Hangul, ""},
	{"el", "Greek", unicode.Greek, "και το η της του να με σε για από που των στο είναι δεν στην την τον οι ο θα μια στη στις τα τη ως ότι"},
	{"hi", "Hindi", unicode.Devanagari, ""},
	{"bn", "Bengali", unicode.Bengali, ""},
	{"th", "Thai", unicode.Thai, ""},
	{"hy", "Armenian", unicode.Armenian, ""},
	{"ka", "Georgian", unicode.Georgian, ""},
}

// smallWordOf gives the languages, by number, that have a folded word among their small words.
var smallWordOf = smallWordIndex()

func smallWordIndex() map[string][]int {
	index := map[string][]int{}
	for i, l := range languages {
		for w := range strings.FieldsSeq(folded(l.words)) {
			if has := index[w]; len(has) == 0 || has[len(has)-1] != i {
				index[w] = append(has, i)
			}
		}
	}
	return index
}
