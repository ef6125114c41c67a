// Package margin writes documents as one self-contained HTML page with what was
// read in them in the margin: each finding marked by colour and by letter in the
// text, with a card that says whose it is, through whom, and how it stands. It
// needs no script and no network. Start reading at Write.
package margin
