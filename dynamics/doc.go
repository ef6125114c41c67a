// Package dynamics carries the measures of a case forward in time: expressions
// compiled once to a flat program over numbered slots and run for many runs side by
// side.
//
// It knows difference equations, delays, tables, noise, bounds and what can go
// wrong with them. It refuses to know who decides and why: options are inputs.
// Start reading at Compile, then Block.Step; what every expression means is said
// once more, plainly and slowly, in scene.value.
package dynamics
