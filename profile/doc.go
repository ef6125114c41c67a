// Package profile measures a speaker at a distance: operational code (VICS) and
// leadership traits (LTA), over text whose speaker he is, with every coded line.
package profile
