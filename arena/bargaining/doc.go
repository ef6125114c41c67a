// Package bargaining computes what opponents settle on over time, or how long they
// hold out: crisis bargaining, attrition, reputation, alternating offers, learning
// about resolve.
package bargaining
