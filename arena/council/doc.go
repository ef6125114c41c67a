// Package council computes what a group of elites settles on: forecasts by weighted
// mean and median, the spatial model of politics, the group decision model, two-sided
// bargains and voting power.
//
// Table holds who sits there; its methods are the models. Caveat belongs beside
// every number they give. Positions and saliences lie in [0, 1]; files hold them
// from 0 to 100. Room takes single turns of a model inside a larger run. The package
// knows neither cases nor measures and reads no clock: chance is drawn by key.
package council
