// Package mind makes a reading decide: minds with beliefs about others, the
// views that follow from them, the choice rule and the updating of beliefs.
//
// It knows what an actor sees of the conflict and thinks that others see, what he
// would do, how sure he is of the others, what the present reminds him of, and which
// of his views a move proves wrong; who holds an office on a day, and what the record
// has taught everyone by then. It refuses to know scores (package trial), runs
// (package sim) and how stability is computed (package stability). Start reading at
// New, then Minds.Choose, Minds.Views and Minds.Falsified. A Page does the same for
// many runs at once, in a fraction of a microsecond.
package mind
