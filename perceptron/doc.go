// Package perceptron learns linear models over hashed features and applies them:
// one label a thing, or one label a token of a sequence. Learning is averaged and
// done in whole numbers, so that the same examples in the same order give the same
// file on every machine.
package perceptron
