// Package mind makes a reading decide: minds with beliefs about others, the
// views that follow from them, the choice rule and the updating of beliefs.
//
// It knows what an actor sees of the conflict and thinks that others see, what he
// would do, how sure he is of the others, and which of his views a move proves
// wrong. It refuses to know the record and scores (package trial) and how
// stability is computed (package stability). Start reading at New, then
// Minds.Choose, Minds.Views and Minds.Falsified.
package mind
