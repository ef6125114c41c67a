// Package council computes what a group of elites settles on: forecasts by weighted
// mean and median, the spatial model of politics, the group decision model, two-sided
// bargains and voting power.
package council
