// Package palace computes who among organs that watch each other could seize power
// unseen, who could rule together, and who follows when the leader goes.
package palace
