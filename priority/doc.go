// Package priority finds ordered lists, what a person puts first, what he will
// not accept, and what he offers for what.
package priority
