// Package perceptron learns linear models over hashed features and applies them:
// one label a thing (Classifier), or one label a token of a sequence (Sequence).
// Learning is the averaged perceptron of [collins2002], done in whole numbers, so
// that the same examples in the same order give the same file on every machine.
//
// Start reading at Training, which turns examples into a model; Learner is for
// callers who choose their own updates, such as a parser. What features mean is
// the caller's business.
package perceptron
