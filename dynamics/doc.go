// Package dynamics carries the measures of a case forward in time: expressions
// compiled once to a flat program over numbered slots and run for many runs side by
// side.
//
// A step goes so: what is worked out at every step ("is") is brought up to the
// options; all stocks take their next values at once, from these, with noise,
// within bounds; what is worked out follows. What is remembered is of whole steps:
// delay(x, n) at step k is x as step k − n was reached, and before the start what x
// was at the start, or what its measures say they were before; smooth(x, n) is a
// hidden stock s with s + (x − s)/n as its next value; initial(x) is x at step 0.
//
// Every operation rounds once, in every lane alike, so that the bits of a run hang
// neither on the number of lanes nor on which instructions were fused.
//
// It knows difference equations, delays, tables, noise, bounds and what can go
// wrong with them. It refuses to know who decides and why: options are inputs.
// Start reading at Compile, then Block.Step; what every expression means is said
// once more, plainly and slowly, in scene.value.
package dynamics
