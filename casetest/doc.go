// Package casetest draws random cases and decides stability by the definitions,
// for the tests of the engines. Nothing but tests imports it.
//
// The oracle is slow on purpose and shares only the nouns with the engines.
package casetest
