// Package stance says how a statement stands: how certain, whether negated, and
// whether asserted, reported, rumoured, denied, hypothetical, future,
// counterfactual, historical or asked; each with the word that shows it.
package stance
