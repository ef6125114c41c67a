// Package priority finds ordered lists, what a person puts first, what he will
// not accept, and what he offers for what.
//
// Start reading at Find. rules.txt holds the rules as patterns over the families
// of words.txt; each finding names the rule that gave it. lists reads items,
// numbers and announced coordinations, offers what hangs on a condition. It
// prefers to say nothing: a goal needs an owner, and a limit somebody who sets it.
package priority
