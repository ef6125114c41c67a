// Package palace computes who among organs that watch each other could seize power
// unseen, who could rule together, and who follows when the leader goes.
//
// A Capital is organs, each with its force and the doubt of its own people, and who
// watches whom. Weakest finds the coalition whose chance to stay undetected times
// its chance to win is greatest: the risk of the palace, with the sum it rests on, a
// proof that nothing is riskier, and how far each estimate can be wrong. Junta finds
// who can rule together without a part of them throwing out the rest. Hazards is
// the rate at which a leader leaves, by cause; Succession is who follows. Solver
// does all of it inside a run, without allocating.
//
// It knows organs and duties only: never persons, places, routes or times. It
// refuses to know where its numbers come from, and it makes no chance of its own:
// draws are handed in. Start reading at Capital.
package palace
