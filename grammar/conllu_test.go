package grammar

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"

	"reckon/readtest"
)

// treebank reads a part of the English Web Treebank, at most so many sentences;
// 0 is all of them. Offsets count from the first word of each sentence.
func treebank(tb testing.TB, part string, most int) []Sentence {
	tb.Helper()
	f, err := os.Open(readtest.Shared(tb, "data", "ewt", "en_ewt-ud-"+part+".conllu"))
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var all []Sentence
	var b bank
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if lines.Text() != "" {
			b.line(tb, lines.Text())
			continue
		}
		if all = append(all, b.Sentence); len(all) == most {
			return all
		}
		b = bank{}
	}
	return all
}

// bank is a sentence that is being read.
type bank struct {
	Sentence
	at       int    // where the next word starts
	together int    // the last part of a word written together, such as don't
	after    string // what stands in the last field of that word
}

func (b *bank) line(tb testing.TB, line string) {
	tb.Helper()
	field := strings.Split(line, "\t")
	if line[0] == '#' || strings.Contains(field[0], ".") {
		return
	}
	if _, last, several := strings.Cut(field[0], "-"); several {
		b.together, _ = strconv.Atoi(last)
		b.after = field[9]
		return
	}
	head, err := strconv.Atoi(field[6])
	if err != nil {
		tb.Fatal(err)
	}
	b.End = b.at + len(field[1])
	b.Tokens = append(b.Tokens, Token{
		Start: b.at, End: b.End, Text: field[1], Lemma: field[2], Tag: Tag(field[3]), Form: Form(field[4]),
		Head: head - 1, Relation: Relation(field[7]),
	})
	b.at = b.End
	after := field[9]
	if len(b.Tokens) == b.together {
		after = b.after
	}
	if len(b.Tokens) >= b.together && !strings.Contains(after, "SpaceAfter=No") {
		b.at++
	}
}
