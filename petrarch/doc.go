// Package petrarch reads the dictionaries of PETRARCH and codes sentences with
// them: who does what to whom, in the codes that the dictionaries give, as a rule
// those of CAMEO. It knows no world of its own: all names, verbs and codes come
// from the files. It works on tokens and parts of speech, where PETRARCH works on
// trees of constituents [schrodt2014]. Start with Dictionary.
package petrarch
