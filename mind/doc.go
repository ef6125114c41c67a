// Package mind makes a reading decide: minds with beliefs about others, the
// views that follow from them, the choice rule and the updating of beliefs.
//
// It knows what an actor would do and how sure he is of the others. It refuses
// to know the record and scores (package trial) and how stability is computed
// (package stability). Start reading at New, then Minds.Choose.
package mind
