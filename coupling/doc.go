// Package coupling puts the arenas of a case among its measures, so that one run
// carries an effect from one to the other.
package coupling
