// Package arena holds what the arenas share. An arena is a model of the forces
// around a leader, usable alone: the council that bargains, the palace whose organs
// watch each other, the street that rises and tires, the treasury that runs out, and
// bargaining over time. Each is a package of its own below this one.
package arena
