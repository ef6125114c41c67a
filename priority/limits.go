package priority

// limits says whether a match that refuses something sets a limit. To say that one
// will not give up, or not abandon a friend, is a commitment; what one cannot stop
// is beyond one's power.
func (v *view) limits(from, to int) bool {
	if v.words[from].family&willWords == 0 {
		return true
	}
	able := false
	switch v.words[from].lower {
	case "can", "ca", "could":
		able = true
	}
	verb := to - 1
	switch lower := v.words[verb].lower; lower {
	case "give":
		if v.is(to, "up") {
			return !able && v.object(to+1)
		}
		return !able
	case "abandon", "forsake", "condone", "leave":
		m := v.Mention[min(to, len(v.Mention)-1)]
		return !able && v.object(to) && (!v.actor(m) || v.owner(m, to))
	case "stop", "halt", "end", "withdraw", "dismantle", "disarm":
		return !able && v.object(to)
	case "back":
		return !able && v.is(to, "down")
	case "discuss", "about":
		return !v.onward(to)
	case "retreat", "relent", "budge", "bend":
		return !able
	}
	return true
}

// onward says whether a writer only tells how his text goes on: we will not discuss
// this here.
func (v *view) onward(i int) bool {
	for high := v.high(i - 1); i < high; i++ {
		switch v.words[i].lower {
		case "here", "now", "today", "tonight", "paper", "article", "report", "memo", "chapter", "section":
			return true
		}
	}
	return false
}

// object says whether a noun phrase, and no hope or struggle, begins at a token.
func (v *view) object(i int) bool {
	if i >= len(v.Tokens) || i == v.low(i) {
		return false
	}
	switch v.words[i].lower {
	case "hope", "hoping", "trying", "fighting", "on", "until", "till", "now", "here", "there", "so", "without", "and", "or", "but", "because", "if", "when", "easily", "the":
		return v.is(i, "the") && !v.is(i+1, "fight") && !v.is(i+1, "struggle") && !v.is(i+1, "search") && !v.is(i+1, "hope")
	}
	return !mark(v.words[i].lower) && !v.pause(i)
}

// owner says whether a mention that begins at a token owns what follows: its coast.
func (v *view) owner(m int32, i int) bool {
	switch v.words[i].lower {
	case "his", "her", "its", "their", "our", "my":
		return true
	}
	_, to := v.Span(v.cast.Mentions[m])
	return v.is(to, "'s") || v.is(to, "’s") || v.is(to-1, "'s") || v.is(to-1, "’s")
}

// row says whether something comes first in the sentence of a token or in the one
// before it, so that a second is one in an order of wishes.
func (v *view) row(i int) bool {
	low := v.low(i)
	if v.Sentence[i] > 0 {
		low = v.First[v.Sentence[i]-1]
	}
	first, wish := false, v.frame(v.Sentence[i]) >= 0
	for j := low; j < v.high(i); j++ {
		first = first || v.is(j, "first") || v.is(j, "foremost") || v.is(j, "above") && v.is(j+1, "all") || v.in(j, orderWords)
		wish = wish || v.in(j, wishWords|orderWords) || v.is(j, "first") && (v.is(j-1, "came") || v.is(j-1, "comes") || v.is(j-1, "come") || v.ranked(j))
	}
	return wish && (first || v.frame(v.Sentence[i]) >= 0) && !v.contest(low, v.high(i))
}

// ranked says whether a verb of putting in order stands shortly before: puts fish first.
func (v *view) ranked(first int) bool {
	for j := first - 1; j >= max(v.low(first), first-5); j-- {
		if v.in(j, rankWords) && v.verb(j) {
			return true
		}
	}
	return false
}

// contest says whether a stretch of tokens tells of a race or a vote.
func (v *view) contest(low, high int) bool {
	for j := low; j < high; j++ {
		switch v.words[j].lower {
		case "race", "match", "cup", "championship", "contest", "league", "vote", "votes", "poll", "polls", "election", "elections", "ballot", "runoff", "round", "medal":
			return true
		}
	}
	return false
}

// twins finds the things that one sentence calls unacceptable, where the second
// shares the verb or has its own: a tax is unaffordable and a quota unacceptable.
func (v *view) twins(f *Finding, c cue, h holder) {
	high := v.high(c.from)
	join := -1
	for i := c.to; i < min(high, c.to+14); i++ {
		switch {
		case join < 0 && (v.is(i, "and") || v.is(i, "while") || v.is(i, ";") || v.is(i, ",") && !v.is(i+1, "and")):
			join = i
		case join >= 0 && v.in(i, unacceptable) && i > join+1:
			from, to := h.subject, i
			if from < 0 || from >= c.from {
				from = v.clauseStart(c.from)
			}
			for to > join+1 && (v.in(to-1, adverbs) || v.in(to-1, copulas)) {
				to--
			}
			if to <= join+1 || from >= c.from {
				return
			}
			if m := v.beneficiary(cue{rule: c.rule, from: i, to: i + 1}); h.mention < 0 && m >= 0 {
				f.Holder = m
			}
			f.Items = []Item{
				v.trim(v.Tokens[v.phraseStart(from)].Start, v.Tokens[c.from-1].End),
				v.trim(v.Tokens[join+1].Start, v.Tokens[to-1].End),
			}
			f.End = max(f.End, v.Tokens[v.clauseEnd(i+1)-1].End)
			return
		case v.pause(i) && i != join:
			return
		}
	}
}
