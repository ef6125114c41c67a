// Package attribution finds who says, believes, wants, fears, expects, denies or
// threatens what, according to whom.
package attribution
