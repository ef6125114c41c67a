// Package quotation finds what stands in quotation marks and tells speech from
// terms, titles, slogans and words used at a distance.
//
// Start reading at Find: match pairs the marks with a stack and knows nothing of
// words, kind says what a pair is for, and cue and around look for who speaks.
// cues.txt holds the families of words that the rules ask for. What is said
// without marks is no business of this package.
package quotation
