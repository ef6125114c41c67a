package main

import (
	"fmt"
	"strings"
	"time"
)

// The first report comes after a second: shorter work needs none. A bar is drawn
// anew ten times a second; where there is no terminal, a line a second is written.
const (
	patience = time.Second
	redraw   = time.Second / 10
)

// progress returns a callback that reports how far a verb has got.
func (d *desk) progress(verb string, start time.Time) func(what string, done, total int) {
	last := start.Add(patience - redraw)
	if !d.errTTY {
		last = start
	}
	return func(what string, done, total int) {
		now := time.Now()
		switch {
		case d.errTTY && now.Sub(last) >= redraw:
			last, d.drawn = now, true
			fmt.Fprint(d.err, "\r\x1b[K", bar(verb, what, done, total, now.Sub(start), d.width))
		case !d.errTTY && now.Sub(last) >= patience:
			last = now
			fmt.Fprintf(d.err, "%s: %d of %d %s\n", verb, done, total, what)
		}
	}
}

// bar is one line: how far, and how long it will take at this pace.
func bar(verb, what string, done, total int, since time.Duration, width int) string {
	share := float64(done) / float64(max(total, 1))
	text := fmt.Sprintf(" %3.0f%%  %d of %d %s", 100*share, done, total, what)
	if done > 0 {
		left := time.Duration(float64(since) * (1 - share) / share)
		text += ", " + left.Round(time.Second).String() + " left"
	}
	room := width - len(verb) - len(text) - 3
	if room < 4 {
		return verb + text
	}
	full := int(share * float64(room))
	return verb + " [" + strings.Repeat("=", full) + strings.Repeat(" ", room-full) + "]" + text
}

// wipe takes the bar off the screen.
func (d *desk) wipe() {
	if d.drawn {
		fmt.Fprint(d.err, "\r\x1b[K")
		d.drawn = false
	}
}
