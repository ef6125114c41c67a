package lang

import (
	"strings"

	"reckon"
)

// move reads "+enrich -talk" or "hold" of one actor's options; false when it
// was reported.
func (l *loader) move(r row, column, text, actor string) (reckon.Move, bool) {
	var m reckon.Move
	at := r.where(column)
	if formulaError(text) {
		l.add(moveWasFormula(at, column, text))
		return m, false
	}
	if apart := l.runTogether(text, actor); len(apart) > 1 {
		l.add(movesRunTogether(at, column, text, apart))
		return m, false
	}
	words := strings.Fields(text)
	if len(words) == 1 && words[0] == "hold" {
		return m, true
	}
	for _, word := range words {
		sign, name := word[0], word[1:]
		if sign != '+' && sign != '-' {
			l.add(l.unsigned(at, word, actor))
			return m, false
		}
		k, known := l.options[actor+"."+name]
		if !known {
			l.add(l.unknownMove(at, actor, word))
			return m, false
		}
		if k < 0 {
			return m, false
		}
		bit := reckon.State(1) << uint(k)
		if m.Touches()&bit != 0 {
			l.add(moveTwice(at, text, name))
			return m, false
		}
		if sign == '+' {
			m.On |= bit
		} else {
			m.Off |= bit
		}
	}
	return m, true
}

// runTogether splits a cell into the whole moves that stand in it without ;
// between them; one or none when it cannot be split so. A comma alone may also
// stand between the options of one move, which moveWithComma says.
func (l *loader) runTogether(text, actor string) []string {
	var moves []string
	held, parted := false, strings.ContainsAny(text, "/|")
	for piece := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune("/|,", r) }) {
		var move []string
		for word := range strings.FieldsSeq(piece) {
			switch {
			case word == "or":
				parted = true
			case word == "hold":
				held = true
			case (word[0] == '+' || word[0] == '-') && contains(l.optionNames(actor), word[1:]):
				move = append(move, word)
				continue
			default:
				return nil
			}
			if len(move) > 0 {
				moves, move = append(moves, strings.Join(move, " ")), nil
			}
			if word == "hold" {
				moves = append(moves, word)
			}
		}
		if len(move) > 0 {
			moves = append(moves, strings.Join(move, " "))
		}
	}
	if !held && !parted {
		return nil
	}
	return moves
}

// formulaError reports what a spreadsheet shows for a formula that it cannot
// work out, in whatever language: #NAME?, #NOM?, #REF!.
func formulaError(text string) bool {
	return strings.HasPrefix(text, "#") && (strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!"))
}

// unsigned is the message for a word of a move without + or -.
func (l *loader) unsigned(at reckon.Range, word, actor string) reckon.Diagnostic {
	bare := strings.TrimRight(word, ",")
	for _, dash := range []string{"−", "–", "—"} {
		if rest, ok := strings.CutPrefix(bare, dash); ok {
			return unsignedMove(at, word, "-"+rest)
		}
	}
	if contains(l.optionNames(actor), bare) {
		return unsignedMove(at, word, "+"+bare)
	}
	if strings.EqualFold(bare, "hold") {
		return unsignedMove(at, word, "hold")
	}
	return unsignedMove(at, word, "")
}

// unknownMove is the message for an option that the actor of a row lacks.
func (l *loader) unknownMove(at reckon.Range, actor, word string) reckon.Diagnostic {
	sign, name := word[:1], strings.TrimRight(word[1:], ",;")
	if own, ok := strings.CutPrefix(name, actor+"."); ok && contains(l.optionNames(actor), own) {
		return moveWithActor(at, word, sign+own)
	}
	own := l.optionNames(actor)
	if contains(own, name) {
		return moveWithComma(at, word)
	}
	if near := nearest(name, own); near != "" {
		return unknownMove(at, actor, name, sign+near, own)
	}
	if owners := l.owners(name); len(owners) > 0 {
		return moveOfAnother(at, actor, name, owners)
	}
	return unknownMove(at, actor, name, "", own)
}
