// Package street computes how an aggregate public rises and tires: thresholds and
// cascades, civil violence on a grid, strikes with funds.
package street
