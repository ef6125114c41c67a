// Package xmile turns system dynamics models in the XMILE format into measures and
// measures into XMILE.
//
// It knows the format and what of it a case can hold: every element becomes a
// measure, a parameter or a lookup, or a diagnostic says why not. It refuses to
// know how measures are computed. Start reading at Read.
package xmile
