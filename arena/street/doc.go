// Package street computes how an aggregate public rises and tires: thresholds and
// cascades, civil violence on a grid, strikes with funds that run out, and a small
// weekly movement that runs can couple to other arenas.
//
// It knows the exact laws of thresholds (Granovetter, Kuran, Watts, the
// regime-change global game), Epstein's civil violence I and II with every
// ambiguity of the printed rules a named switch, and the stamina of strikers. It
// refuses to know persons, places and routes: publics are shares of a population,
// sites of a grid are no places. Nothing here forecasts; the grid is a study of
// mechanisms whose published tables are only partly reproduced, see
// [Unrest.Readings]. Start reading at Law, then Unrest, Strike and Movement.
package street
