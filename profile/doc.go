// Package profile measures a speaker at a distance: operational code (VICS) and
// leadership traits (LTA), over text whose speaker he is, with every coded line.
// It refuses to give an index where he says too little, and knows nothing of what
// others say about him. Start reading at Code (what he says, coded) and Measure
// (indices over what was coded).
package profile
