// Package treasury computes what a state that lives on oil can pay for and for how
// long: identities, closed forms, and the equations of its stocks and flows.
package treasury
