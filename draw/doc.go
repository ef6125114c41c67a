// Package draw makes random numbers that are keyed by meaning: the same key gives
// the same number, whoever asks, in any order, on any machine.
//
// It knows the counter-based generator Philox4x32-10, distributions by inverse
// cumulative function, low-discrepancy points and elementary functions whose bits
// do not hang on the processor. It refuses to know what is drawn for. Start
// reading at Key.
package draw
