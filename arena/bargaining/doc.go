// Package bargaining computes what opponents settle on over time, or how long they
// hold out: crisis bargaining, attrition, reputation, alternating offers, agendas and
// linkage, conditional offers, learning about resolve.
//
// Closed forms stand where there are any; what is searched for says so. Sides are
// numbered 0 and 1. Check says all that is wrong with a model's inputs, and the other
// methods need what is right. Contest carries two sides through the steps of a run;
// chance is handed to it. The package refuses to know who the sides are and what else
// moves their costs. Start reading at Crisis, then Reputation.
package bargaining
