// Package reading lists all that a document says: quotations, claims, priorities,
// red lines, offers, conditions, causes and events, each with its place, its
// holder, how it stands and the rule that found it; and where documents disagree.
//
// It joins what the extractors found on their own: a condition inside what he is
// said to believe is his condition, an event inside a rumour is a rumour. Places
// leave here in Unicode code points. Start reading at Read.
package reading
