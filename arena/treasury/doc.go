// Package treasury computes what a state that lives on oil can pay for and for how
// long: identities, closed forms, and the equations of its stocks and flows.
//
// The equations are data, in the words of case text: whoever puts them among the
// measures of a case has runs, checks and exports without more. They know dollars at
// constant prices, one price of oil and aggregate flows. They refuse to know who
// decides, and bounds never make up for a sum that does not come out: what cannot be
// paid becomes arrears, cuts or imports forgone. Start reading at Equations, then in
// the table abroad.
package treasury
