package brief

import (
	"reckon"
	"reckon/mind"
)

// Game is one actor's game beside the game, in one reading: how the conflict in
// his eyes differs from the conflict as it is, and where the record broke his
// view. What he takes the others for, with its sources, stands in Reading.Minds.
type Game struct {
	Actor   int
	Concept reckon.Concept // of his temper; equilibria below are counted under it
	Today   mind.Surprise  // what he misjudges in today's state, each actor by his own temper
	Taken   []float64      // by actor: odds of his views of that one's view in which today's state is stable for that one
	Is      []float64      // by actor: odds of that one's own views in which it is

	Expects  int            // states that he takes for equilibria
	Mistaken []reckon.State // of these, those that are none; states that he alone holds possible are among them
	Missed   []reckon.State // equilibria that he does not expect

	// Broken lists the rows of the record up to the as-of date whose move proved
	// one of his views wrong.
	Broken []struct {
		Row    int  // index into Case.Record
		Tests  bool // the row is later than the reading
		Breaks []mind.Break
	}
	Learned [][]float64 // by belief of his mind, as New keeps them: the odds of its kinds at the as-of date
}
